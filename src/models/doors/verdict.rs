//! What a door answers.

use crate::text_column;

text_column! {
    /// What the door answers.
    pub enum Verdict {
        Admitted = "admitted",
        AlreadyIn = "already_in",
        Left = "left",
        Revoked = "revoked",
        NotConfirmed = "not_confirmed",
        WrongDay = "wrong_day",
        WrongPlace = "wrong_place",
        WrongCategory = "wrong_category",
        Full = "full",
        Unknown = "unknown",
    }
}

impl Verdict {
    /// Whether who was told this went through the door.
    pub fn lets_pass(self) -> bool {
        matches!(self, Verdict::Admitted | Verdict::AlreadyIn | Verdict::Left)
    }
}
