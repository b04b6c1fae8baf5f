/// Why a scan or an act cannot be entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    NoId,
    NoTime,
    NoCheckpoint,
    NoDirection,
    NoSubject,
    CodeEmpty,
    CodeTooLong,
    SubjectTwice,
    /// The device serves no checkpoint of that name.
    OtherCheckpoint,
    OnlyIn,
    OnlyOut,
    /// Taken before the device was paired.
    NotPairedYet,
    /// Taken after the device's time was over.
    Ended,
    Revoked,
    /// Of a walk-in whose form could not be entered itself.
    WalkInWaits,
    NoAct,
    NoScanNamed,
    NoReason,
    NoBadgeNamed,
    NoPrintNamed,
    NoteEmpty,
    TooLong,
    /// The id is another act's.
    IdTaken,
    /// None of the device's checkpoints was open then.
    Closed,
    /// Of somebody whom none of the device's checkpoints is for.
    OtherPeople,
    NoSuchScan,
    Nobody,
    NotConfirmed,
    NoWalkIns,
    Mistyped,
    NothingToPrint,
}

/// Each as the row keeps it, and as the device is told.
const ALL: [(Why, &str, &str); 31] = [
    (Why::NoId, "no_id", "The id must be a UUID."),
    (
        Why::NoTime,
        "no_time",
        "The time (scanned_at, done_at) must be RFC 3339, such as 2025-04-28T05:01:02Z.",
    ),
    (
        Why::NoCheckpoint,
        "no_checkpoint",
        "The checkpoint is missing.",
    ),
    (
        Why::NoDirection,
        "no_direction",
        "The direction must be \"in\" or \"out\".",
    ),
    (
        Why::NoSubject,
        "no_subject",
        "A code or a registration is missing.",
    ),
    (Why::CodeEmpty, "code_empty", "The code is empty."),
    (
        Why::CodeTooLong,
        "code_too_long",
        "The code is too long to be a badge's.",
    ),
    (
        Why::SubjectTwice,
        "subject_twice",
        "Send a code or a registration, not both.",
    ),
    (
        Why::OtherCheckpoint,
        "other_checkpoint",
        "This device does not scan at that checkpoint.",
    ),
    (
        Why::OnlyIn,
        "only_in",
        "People only come in at this checkpoint.",
    ),
    (
        Why::OnlyOut,
        "only_out",
        "People only go out at this checkpoint.",
    ),
    (
        Why::NotPairedYet,
        "not_paired_yet",
        "This device was not paired yet when this was done.",
    ),
    (
        Why::Ended,
        "ended",
        "The pairing of this device had ended when this was done.",
    ),
    (
        Why::Revoked,
        "revoked",
        "The pairing of this device was revoked.",
    ),
    (
        Why::WalkInWaits,
        "walk_in_waits",
        "The registration of this person waits at the desk.",
    ),
    (
        Why::NoAct,
        "no_act",
        "Say in do what was done: walk_in, undo, badge_lost, note or print.",
    ),
    (
        Why::NoScanNamed,
        "no_scan_named",
        "Say in scan which scan to undo.",
    ),
    (Why::NoReason, "no_reason", "Say in reason why."),
    (
        Why::NoBadgeNamed,
        "no_badge_named",
        "Say in registration whose badge is lost.",
    ),
    (
        Why::NoPrintNamed,
        "no_print_named",
        "Say in registration whose badge to print.",
    ),
    (Why::NoteEmpty, "note_empty", "The note says nothing."),
    (Why::TooLong, "too_long", "Keep it under 500 characters."),
    (Why::IdTaken, "id_taken", "This id was another act's."),
    (
        Why::Closed,
        "closed",
        "None of this device's checkpoints was open when this was done.",
    ),
    (
        Why::OtherPeople,
        "other_people",
        "This person is not of this device's checkpoints.",
    ),
    (
        Why::NoSuchScan,
        "no_such_scan",
        "There is no such scan at this device's checkpoints.",
    ),
    (Why::Nobody, "nobody", "Nobody is registered with that id."),
    (
        Why::NotConfirmed,
        "not_confirmed",
        "Only who is confirmed has a badge.",
    ),
    (
        Why::NoWalkIns,
        "no_walk_ins",
        "This forum registers nobody at the door.",
    ),
    (
        Why::Mistyped,
        "mistyped",
        "Something is missing or mistyped.",
    ),
    (
        Why::NothingToPrint,
        "nothing_to_print",
        "This person has no badge to print.",
    ),
];

impl Why {
    /// As the row keeps it.
    pub fn as_str(self) -> &'static str {
        self.row().1
    }

    /// What the device is told.
    pub fn sentence(self) -> &'static str {
        self.row().2
    }

    pub fn parse(text: &str) -> Option<Why> {
        let found = ALL.iter().find(|(_, word, _)| *word == text);
        found.map(|(why, _, _)| *why)
    }

    fn row(self) -> &'static (Why, &'static str, &'static str) {
        let mut all = ALL.iter();
        all.find(|(why, _, _)| *why == self).unwrap_or(&ALL[0])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_reason_has_a_word_and_a_sentence_of_its_own() {
        for (place, (why, word, sentence)) in ALL.iter().enumerate() {
            assert_eq!(Why::parse(word), Some(*why));
            assert_eq!((why.as_str(), why.sentence()), (*word, *sentence));
            assert!(sentence.ends_with('.'));
            assert!(ALL.iter().skip(place + 1).all(|(other, _, _)| other != why));
        }
        // The last of the enum is in the table, so that none was left out.
        assert_eq!(Why::NothingToPrint as usize + 1, ALL.len());
    }
}
