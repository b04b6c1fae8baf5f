use lettre::Address;

use crate::values::ReturnMark;

/// Signs of a name before the @, at most (RFC 5321), and those that the mark of a message takes of them.
const LONGEST_NAME: usize = 64;
const LONGEST_MARK: usize = 36;

/// A return path of its own for each message (VERP): `desk+*@example.org`, whose star stands for the message. What
/// comes back says by its address alone what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReturnPath {
    before: String,
    after: String,
    domain: String,
}

impl ReturnPath {
    /// The error is a sentence.
    pub fn parse(text: &str) -> Result<ReturnPath, String> {
        let parts = || {
            let (name, domain) = text.rsplit_once('@')?;
            let (before, after) = name.split_once('*')?;
            Some(ReturnPath {
                before: before.to_owned(),
                after: after.to_owned(),
                domain: domain.to_owned(),
            })
        };
        parts().filter(ReturnPath::can_be).ok_or_else(|| {
            format!("The return path “{text}” is not an address with a star for the message, such as desk+*@example.org.")
        })
    }

    fn can_be(&self) -> bool {
        let room = LONGEST_NAME - LONGEST_MARK;
        let is_short = self.before.len() + self.after.len() <= room;
        // A figure beside the star would be read as one of the message's.
        let is_clear = !self.before.ends_with(|c: char| c.is_ascii_digit())
            && !self.after.starts_with(|c: char| c.is_ascii_alphanumeric());
        let example = format!("{}1-0{}@{}", self.before, self.after, self.domain);
        let is_address = example.is_ascii() && example.parse::<Address>().is_ok();
        is_short && is_clear && !self.after.contains('*') && is_address
    }

    pub fn domain(&self) -> &str {
        &self.domain
    }

    pub fn with(&self, mark: &ReturnMark) -> Address {
        let name = format!("{}{mark}{}", self.before, self.after);
        Address::new_dangerous(name, self.domain.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_of_it_is_found_again() {
        let id = "0197a000-0000-7000-8000-00000000beef@forum.example";
        let mark = ReturnMark::of(4711, id).unwrap();
        for text in [
            "desk+*@example.org",
            "back-*@example.org",
            "*@back.example.org",
        ] {
            let address = ReturnPath::parse(text).unwrap().with(&mark).to_string();
            assert_eq!(
                ReturnMark::in_address(&address),
                Some(mark.clone()),
                "{address}"
            );
        }
    }

    #[test]
    fn refuses_what_makes_no_address() {
        for text in [
            "desk@example.org",
            "desk+*",
            "desk+**@example.org",
            "desk1*@example.org",
            "*desk@example.org",
            "d esk+*@example.org",
            "a-name-that-leaves-no-room-for-it+*@example.org",
        ] {
            let error = ReturnPath::parse(text).unwrap_err();
            assert!(error.ends_with('.'), "{text}: {error}");
        }
    }
}
