//! The occasions to write, and whom a mail is for.

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::mime::Badge;
use crate::clock::Moment;
use crate::i18n::Texts;
use crate::models::forum::wording::{Occasion, Words};
use crate::models::mail::message::{Kind, WITH_CALENDAR};
use crate::models::people::event::Actor;
use crate::models::people::standing::State;
use crate::values::{Email, Language};

/// A forum as its mails name it, in the language of the mail.
#[derive(Debug, Clone)]
pub struct ForumFacts {
    pub slug: String,
    pub title: String,
    /// The places this person goes to, in order.
    pub sites: Vec<SiteFacts>,
    /// Address of the forum's public page.
    pub page: String,
    /// Whom to write to with questions.
    pub contact: Option<String>,
}

/// One place of a forum.
#[derive(Debug, Clone)]
pub struct SiteFacts {
    pub slug: String,
    /// Name and address, such as "Baku Congress Center, Heydar Aliyev ave. 5".
    pub place: String,
    pub zone: Tz,
    pub first_day: NaiveDate,
    pub last_day: NaiveDate,
    /// From the first to the last item of the programme, one entry a day; empty while there is no programme.
    pub hours: Vec<(Moment, Moment)>,
    /// Stays the same whatever the place is called.
    pub id: i64,
    /// When any of this last moved: a calendar written after it wins over one from before.
    pub moved_at: Option<Moment>,
    /// How many days calendars from before may hold.
    pub days_told: usize,
}

/// The person a mail is for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Delegate<'a> {
    pub to: &'a Email,
    pub language: Language,
    pub name: &'a str,
    /// Whether nobody told the name in Latin letters yet.
    pub needs_latin_name: bool,
    pub organisation: &'a str,
    /// What the category is called in the mail's language.
    pub category: &'a str,
    /// ISO code.
    pub country: &'a str,
    /// The registration's public id.
    pub public_id: &'a str,
    /// Address of the person's own page.
    pub link: &'a str,
    pub badge: Option<&'a Badge>,
    /// How many people are registered with the address.
    pub sharing: i64,
    pub forum: &'a ForumFacts,
    /// What the forum says in words of its own, in place of ours.
    pub own: Option<&'a Words>,
}

/// What there is to tell a delegate. A correction of one's data is shown on the page at once and needs no mail; that
/// the forum's times or places are others than a calendar holds is told when the desk says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum News<'a> {
    /// Registered, and confirmed at once.
    Confirmed,
    /// Registered; the desk will decide.
    Pending,
    /// Registered, or moved, after the last place.
    Waitlisted,
    /// The desk said yes.
    Approved,
    /// The desk said no, perhaps with words of its own.
    Declined {
        words: Option<&'a str>,
    },
    Withdrawn,
    /// A waitlisted person got a place.
    PlaceFreed,
    BadgeReissued,
    /// Somebody known registered again, or asked for the badge again.
    BadgeAgain,
    /// To a new address, which is not used before its owner followed the link.
    ConfirmAddress {
        link: &'a str,
        hours: i64,
    },
    /// To the old address, when another has taken its place.
    AddressChanged,
    /// The letter of confirmation is there.
    LetterIssued,
    LetterRefused {
        words: Option<&'a str>,
    },
    /// A letter that was valid is void.
    LetterWithdrawn {
        words: Option<&'a str>,
    },
    /// Days, hours or place are others than those told before.
    Changed,
    /// To somebody who holds a place and was never seen, while others wait.
    StillComing,
    Reminder,
    LastInformation,
    Thanks,
}

impl News<'_> {
    /// What the outbox calls it.
    pub fn kind(self) -> Kind {
        match self {
            News::Confirmed => Kind::Confirmed,
            News::Pending => Kind::Pending,
            News::Waitlisted => Kind::Waitlisted,
            News::Approved => Kind::Approved,
            News::Declined { .. } => Kind::Declined,
            News::Withdrawn => Kind::Withdrawn,
            News::PlaceFreed => Kind::PlaceFreed,
            News::BadgeReissued => Kind::BadgeReissued,
            News::BadgeAgain => Kind::BadgeAgain,
            News::ConfirmAddress { .. } => Kind::ConfirmAddress,
            News::AddressChanged => Kind::AddressChanged,
            News::LetterIssued => Kind::LetterIssued,
            News::LetterRefused { .. } => Kind::LetterRefused,
            News::LetterWithdrawn { .. } => Kind::LetterWithdrawn,
            News::Changed => Kind::Changed,
            News::StillComing => Kind::StillComing,
            News::Reminder => Kind::Reminder,
            News::LastInformation => Kind::LastInformation,
            News::Thanks => Kind::Thanks,
        }
    }

    /// What there is to tell somebody who stands otherwise than before, or is new. Who is brought in as declined or
    /// withdrawn was told before.
    pub fn of_change(
        was: Option<State>,
        is: State,
        actor: Actor,
        words: Option<&str>,
    ) -> Option<News<'_>> {
        if was == Some(is) {
            return None;
        }
        match (was, is) {
            (_, State::Pending) => Some(News::Pending),
            (_, State::Waitlisted) => Some(News::Waitlisted),
            (None, State::Confirmed) => Some(News::Confirmed),
            (Some(State::Waitlisted), State::Confirmed) if actor == Actor::System => {
                Some(News::PlaceFreed)
            }
            // Moved to a category that asks for no yes.
            (Some(_), State::Confirmed) if actor == Actor::System => Some(News::Confirmed),
            (Some(_), State::Confirmed) => Some(News::Approved),
            (Some(_), State::Declined) => Some(News::Declined { words }),
            (Some(_), State::Withdrawn) => Some(News::Withdrawn),
            (None, State::Declined | State::Withdrawn) => None,
        }
    }

    /// What there is to tell on an occasion.
    pub fn on(occasion: Occasion) -> News<'static> {
        match occasion {
            Occasion::Pending => News::Pending,
            Occasion::Confirmed => News::Confirmed,
            Occasion::Waitlisted => News::Waitlisted,
            Occasion::Declined => News::Declined { words: None },
            Occasion::Changed => News::Changed,
            Occasion::Reminder => News::Reminder,
            Occasion::LastInformation => News::LastInformation,
            Occasion::Thanks => News::Thanks,
        }
    }

    /// The occasion that a forum may have words of its own for.
    pub fn occasion(self) -> Option<Occasion> {
        match self {
            News::Confirmed | News::Approved => Some(Occasion::Confirmed),
            News::Pending => Some(Occasion::Pending),
            News::Waitlisted => Some(Occasion::Waitlisted),
            News::Declined { .. } => Some(Occasion::Declined),
            News::Changed => Some(Occasion::Changed),
            News::Reminder => Some(Occasion::Reminder),
            News::LastInformation => Some(Occasion::LastInformation),
            News::Thanks => Some(Occasion::Thanks),
            _ => None,
        }
    }

    /// Whether the person has a place, so that badge and calendar belong into the mail.
    pub(super) fn has_place(self) -> bool {
        WITH_CALENDAR.contains(&self.kind())
    }

    /// Whether the mail speaks of coming, and so carries the link to the person's own page. A new address is not
    /// known to be the person's yet, and an old one no longer is.
    pub(super) fn shows_page(self) -> bool {
        !matches!(
            self,
            News::Declined { .. }
                | News::Withdrawn
                | News::ConfirmAddress { .. }
                | News::AddressChanged
                | News::Thanks
        )
    }

    /// Whether it goes to the address that the person is registered with.
    pub(super) fn is_at_own_address(self) -> bool {
        !matches!(self, News::ConfirmAddress { .. } | News::AddressChanged)
    }

    pub(super) fn subject(self, t: Texts, forum: &str) -> String {
        match self {
            News::Confirmed | News::Approved => t.mail_confirmed_subject(forum),
            News::Pending => t.mail_pending_subject(forum),
            News::Waitlisted => t.mail_waitlisted_subject(forum),
            News::Declined { .. } => t.mail_declined_subject(forum),
            News::Withdrawn => t.mail_withdrawn_subject(forum),
            News::PlaceFreed => t.mail_freed_subject(forum),
            News::BadgeReissued => t.mail_reissued_subject(forum),
            News::BadgeAgain => t.mail_again_subject(forum),
            News::ConfirmAddress { .. } => t.mail_new_address_subject(forum),
            News::AddressChanged => t.mail_old_address_subject(forum),
            News::LetterIssued => t.mail_letter_issued_subject(forum),
            News::LetterRefused { .. } => t.mail_letter_refused_subject(forum),
            News::LetterWithdrawn { .. } => t.mail_letter_withdrawn_subject(forum),
            News::Changed => t.mail_changed_subject(forum),
            News::StillComing => t.mail_still_subject(forum),
            News::Reminder => t.mail_reminder_subject(forum),
            News::LastInformation => t.mail_last_subject(forum),
            News::Thanks => t.mail_thanks_subject(forum),
        }
    }

    pub(super) fn heading(self, t: Texts) -> &'static str {
        match self {
            News::Confirmed | News::Approved => t.mail_confirmed_heading(),
            News::Pending => t.mail_pending_heading(),
            News::Waitlisted => t.mail_waitlisted_heading(),
            News::Declined { .. } => t.mail_declined_heading(),
            News::Withdrawn => t.mail_withdrawn_heading(),
            News::PlaceFreed => t.mail_freed_heading(),
            News::BadgeReissued => t.mail_reissued_heading(),
            News::BadgeAgain => t.mail_again_heading(),
            News::ConfirmAddress { .. } => t.mail_new_address_heading(),
            News::AddressChanged => t.mail_old_address_heading(),
            News::LetterIssued => t.mail_letter_issued_heading(),
            News::LetterRefused { .. } => t.mail_letter_refused_heading(),
            News::LetterWithdrawn { .. } => t.mail_letter_withdrawn_heading(),
            News::Changed => t.mail_changed_heading(),
            News::StillComing => t.mail_still_heading(),
            News::Reminder => t.mail_reminder_heading(),
            News::LastInformation => t.mail_last_heading(),
            News::Thanks => t.mail_thanks_heading(),
        }
    }

    pub(super) fn body(self, t: Texts, forum: &str) -> String {
        match self {
            News::Confirmed => t.mail_confirmed_body(forum),
            News::Approved => t.mail_approved_body(forum),
            News::Pending => t.mail_pending_body(forum),
            News::Waitlisted => t.mail_waitlisted_body(forum),
            News::Declined { .. } => t.mail_declined_body(forum),
            News::Withdrawn => t.mail_withdrawn_body(forum),
            News::PlaceFreed => t.mail_freed_body(forum),
            News::BadgeReissued => t.mail_reissued_body(forum),
            News::BadgeAgain => t.mail_again_body(forum),
            News::ConfirmAddress { .. } => t.mail_new_address_body(forum),
            News::AddressChanged => t.mail_old_address_body(forum),
            News::LetterIssued => t.mail_letter_issued_body(forum),
            News::LetterRefused { .. } => t.mail_letter_refused_body(forum),
            News::LetterWithdrawn { .. } => t.mail_letter_withdrawn_body(forum),
            News::Changed => t.mail_changed_body(forum),
            News::StillComing => t.mail_still_body(forum),
            News::Reminder => t.mail_reminder_body(forum),
            News::LastInformation => t.mail_last_body(forum, "{dates}", "{place}"),
            News::Thanks => t.mail_thanks_body(forum),
        }
    }
}
