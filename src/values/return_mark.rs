use std::fmt;

/// How many signs of a Message-ID are in a mark: 62 of its random bits.
const TAIL: usize = 16;

/// What stands in the return path of one message and no other: its number, and the end of its Message-ID, which only
/// its recipient and the servers on its way have seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReturnMark {
    message: i64,
    tail: String,
}

impl ReturnMark {
    /// None where the Message-ID is not one of those we give.
    pub fn of(message: i64, message_id: &str) -> Option<ReturnMark> {
        let (id, _) = message_id.split_once('@')?;
        let digits = id.replace('-', "").to_ascii_lowercase();
        let is_ours = digits.len() > TAIL && digits.bytes().all(|b| b.is_ascii_hexdigit());
        is_ours.then(|| ReturnMark {
            message,
            tail: digits[digits.len() - TAIL..].to_owned(),
        })
    }

    /// Found in an address by its form, whatever stands around it: servers change the case, and operators the rest.
    pub fn in_address(address: &str) -> Option<ReturnMark> {
        let (name, _) = address.rsplit_once('@')?;
        let name = name.to_ascii_lowercase();
        name.match_indices('-').find_map(|(place, _)| {
            let number = name[..place].rsplit(|c: char| !c.is_ascii_digit()).next()?;
            let tail = name[place + 1..].get(..TAIL)?;
            let ends = name[place + 1 + TAIL..].chars().next();
            let is_tail = tail.bytes().all(|b| b.is_ascii_hexdigit())
                && !ends.is_some_and(|c| c.is_ascii_alphanumeric());
            Some(ReturnMark {
                message: number.parse().ok()?,
                tail: is_tail.then(|| tail.to_owned())?,
            })
        })
    }

    pub fn message(&self) -> i64 {
        self.message
    }

    /// Whether it is that of the message with this Message-ID.
    pub fn is_of(&self, message_id: &str) -> bool {
        ReturnMark::of(self.message, message_id).as_ref() == Some(self)
    }
}

impl fmt::Display for ReturnMark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.message, self.tail)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "0197a000-0000-7000-8000-00000000beef@forum.example";

    #[test]
    fn a_mark_is_found_again_in_any_return_path() {
        let mark = ReturnMark::of(4711, ID).unwrap();
        assert_eq!(mark.to_string(), "4711-800000000000beef");
        for address in [
            "desk+4711-800000000000beef@example.org",
            "DESK+4711-800000000000BEEF@example.org",
            "back-4711-800000000000beef@example.org",
            "4711-800000000000beef@back.example.org",
            "desk=4711-800000000000beef=example.org@relay.example",
        ] {
            assert_eq!(
                ReturnMark::in_address(address).as_ref(),
                Some(&mark),
                "{address}"
            );
        }
        assert!(mark.is_of(ID));
        assert!(!mark.is_of(&ID.replace("beef", "beee")));
    }

    #[test]
    fn nothing_else_is_taken_for_one() {
        for address in [
            "desk@example.org",
            "desk+4711@example.org",
            "desk+4711-800000000000bee@example.org",
            "desk+4711-800000000000beeff@example.org",
            "desk+-800000000000beef@example.org",
        ] {
            assert_eq!(ReturnMark::in_address(address), None, "{address}");
        }
        assert_eq!(ReturnMark::of(1, "somebody@elsewhere.example"), None);
    }
}
