use std::fmt;

/// What a part of a forum is called for ever, whatever its short name becomes: `C17` is a checkpoint, `K3` a category,
/// `S2` a site. Upper case, so that none is ever a short name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LastingId {
    Checkpoint(i64),
    Category(i64),
    Site(i64),
}

impl LastingId {
    pub fn parse(text: &str) -> Option<LastingId> {
        let number = text.get(1..)?;
        // Exactly as it is written: neither signs nor zeros in front.
        let id: i64 = number.parse().ok().filter(|id| *id > 0)?;
        let parsed = match text.as_bytes().first()? {
            b'C' => LastingId::Checkpoint(id),
            b'K' => LastingId::Category(id),
            b'S' => LastingId::Site(id),
            _ => return None,
        };
        (parsed.to_string() == text).then_some(parsed)
    }

    /// Whether a text from outside means this part of a forum, whose short name is `slug` now.
    pub fn is_meant_by(self, text: &str, slug: &str) -> bool {
        text == slug || LastingId::parse(text) == Some(self)
    }
}

impl fmt::Display for LastingId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LastingId::Checkpoint(id) => write!(f, "C{id}"),
            LastingId::Category(id) => write!(f, "K{id}"),
            LastingId::Site(id) => write!(f, "S{id}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::Slug;

    #[test]
    fn what_is_written_is_read_and_nothing_else() {
        for id in [
            LastingId::Checkpoint(17),
            LastingId::Category(1),
            LastingId::Site(i64::MAX),
        ] {
            assert_eq!(LastingId::parse(&id.to_string()), Some(id));
            assert!(
                Slug::parse(&id.to_string()).is_none(),
                "no short name: {id}"
            );
        }
        for wrong in [
            "", "C", "c17", "C0", "C-1", "C+1", "C017", "C1 ", "X1", "Ç1", "17",
        ] {
            assert_eq!(LastingId::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_part_is_meant_by_its_short_name_and_by_its_lasting_id() {
        let hall = LastingId::Checkpoint(17);
        assert!(hall.is_meant_by("hall", "hall") && hall.is_meant_by("C17", "hall"));
        assert!(!hall.is_meant_by("K17", "hall") && !hall.is_meant_by("door", "hall"));
    }
}
