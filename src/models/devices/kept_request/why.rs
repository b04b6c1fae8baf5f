use crate::text_column;

text_column! {
    /// Why a scan or an act cannot be entered.
    pub enum Why {
        NoId = "no_id",
        NoTime = "no_time",
        NoCheckpoint = "no_checkpoint",
        NoDirection = "no_direction",
        NoSubject = "no_subject",
        CodeEmpty = "code_empty",
        CodeTooLong = "code_too_long",
        SubjectTwice = "subject_twice",
        /// The device serves no checkpoint of that name.
        OtherCheckpoint = "other_checkpoint",
        OnlyIn = "only_in",
        OnlyOut = "only_out",
        /// Taken before the device was paired.
        NotPairedYet = "not_paired_yet",
        /// Taken after the device's time was over.
        Ended = "ended",
        Revoked = "revoked",
        /// Of a walk-in whose form could not be entered itself.
        WalkInWaits = "walk_in_waits",
        NoAct = "no_act",
        NoScanNamed = "no_scan_named",
        NoReason = "no_reason",
        NoBadgeNamed = "no_badge_named",
        NoPrintNamed = "no_print_named",
        NoteEmpty = "note_empty",
        TooLong = "too_long",
        /// The id is another act's.
        IdTaken = "id_taken",
        /// None of the device's checkpoints was open then.
        Closed = "closed",
        /// Of somebody whom none of the device's checkpoints is for.
        OtherPeople = "other_people",
        NoSuchScan = "no_such_scan",
        Nobody = "nobody",
        NotConfirmed = "not_confirmed",
        NoWalkIns = "no_walk_ins",
        Mistyped = "mistyped",
        NothingToPrint = "nothing_to_print",
    }
}

impl Why {
    /// What the device is told.
    pub fn sentence(self) -> &'static str {
        match self {
            Why::NoId => "The id must be a UUID.",
            Why::NoTime => {
                "The time (scanned_at, done_at) must be RFC 3339, such as 2025-04-28T05:01:02Z."
            }
            Why::NoCheckpoint => "The checkpoint is missing.",
            Why::NoDirection => "The direction must be \"in\" or \"out\".",
            Why::NoSubject => "A code or a registration is missing.",
            Why::CodeEmpty => "The code is empty.",
            Why::CodeTooLong => "The code is too long to be a badge's.",
            Why::SubjectTwice => "Send a code or a registration, not both.",
            Why::OtherCheckpoint => "This device does not scan at that checkpoint.",
            Why::OnlyIn => "People only come in at this checkpoint.",
            Why::OnlyOut => "People only go out at this checkpoint.",
            Why::NotPairedYet => "This device was not paired yet when this was done.",
            Why::Ended => "The pairing of this device had ended when this was done.",
            Why::Revoked => "The pairing of this device was revoked.",
            Why::WalkInWaits => "The registration of this person waits at the desk.",
            Why::NoAct => "Say in do what was done: walk_in, undo, badge_lost, note or print.",
            Why::NoScanNamed => "Say in scan which scan to undo.",
            Why::NoReason => "Say in reason why.",
            Why::NoBadgeNamed => "Say in registration whose badge is lost.",
            Why::NoPrintNamed => "Say in registration whose badge to print.",
            Why::NoteEmpty => "The note says nothing.",
            Why::TooLong => "Keep it under 500 characters.",
            Why::IdTaken => "This id was another act's.",
            Why::Closed => "None of this device's checkpoints was open when this was done.",
            Why::OtherPeople => "This person is not of this device's checkpoints.",
            Why::NoSuchScan => "There is no such scan at this device's checkpoints.",
            Why::Nobody => "Nobody is registered with that id.",
            Why::NotConfirmed => "Only who is confirmed has a badge.",
            Why::NoWalkIns => "This forum registers nobody at the door.",
            Why::Mistyped => "Something is missing or mistyped.",
            Why::NothingToPrint => "This person has no badge to print.",
        }
    }
}
