//! The occasions to write, and what each mail says.

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::letter::{BadgeView, Letter};
use super::letterhead::Letterhead;
use super::mime::{Badge, Mail, Parts, new_id};
use crate::clock::Moment;
use crate::i18n::{Texts, dates};
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
}

/// The person a mail is for.
#[derive(Debug, Clone, Copy)]
pub struct Delegate<'a> {
    pub to: &'a Email,
    pub language: Language,
    pub name: &'a str,
    /// The registration's public id.
    pub public_id: &'a str,
    /// Address of the person's own page.
    pub link: &'a str,
    pub badge: Option<&'a Badge>,
    pub forum: &'a ForumFacts,
}

/// What there is to tell a delegate. A correction of one's data is shown on the page at once and needs no mail.
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
}

impl News<'_> {
    /// What the outbox calls it.
    pub fn kind(self) -> &'static str {
        match self {
            News::Confirmed => "confirmed",
            News::Pending => "pending",
            News::Waitlisted => "waitlisted",
            News::Approved => "approved",
            News::Declined { .. } => "declined",
            News::Withdrawn => "withdrawn",
            News::PlaceFreed => "place_freed",
            News::BadgeReissued => "badge_reissued",
            News::BadgeAgain => "badge_again",
            News::ConfirmAddress { .. } => "confirm_address",
            News::AddressChanged => "address_changed",
        }
    }

    /// Whether the person has a place, so that badge and calendar belong into the mail.
    fn has_place(self) -> bool {
        matches!(
            self,
            News::Confirmed
                | News::Approved
                | News::PlaceFreed
                | News::BadgeReissued
                | News::BadgeAgain
        )
    }

    /// Whether the mail may carry the link to the person's own page. A new address is not known to be the
    /// person's yet, an old one no longer is.
    fn shows_page(self) -> bool {
        !matches!(self, News::ConfirmAddress { .. } | News::AddressChanged)
    }

    fn subject(self, t: Texts, forum: &str) -> String {
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
        }
    }

    fn heading(self, t: Texts) -> &'static str {
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
        }
    }

    fn body(self, t: Texts, forum: &str) -> String {
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
        }
    }
}

/// Writes a delegate's mail. Draws no QR symbol (`Badge::of` has done so before), so that it is fit for the
/// transaction that makes its news true.
pub fn to_delegate(head: &Letterhead, delegate: Delegate, news: News) -> Mail {
    let id = new_id();
    let badge = delegate.badge.filter(|_| news.has_place());
    let cid = format!("badge-{id}@{}", head.host());
    let letter = |t| delegate_letter(t, delegate, news, badge, &cid);
    let calendar = news
        .has_place()
        .then(|| super::calendar(delegate.forum, delegate.public_id, head.host()));
    head.compose(Parts {
        id: &id,
        kind: news.kind(),
        to: delegate.to,
        name: Some(delegate.name),
        sender: &delegate.forum.title,
        reply_to: delegate.forum.contact.as_deref(),
        subject: news.subject(Texts::of(delegate.language), &delegate.forum.title),
        text: letter(Texts::of(delegate.language)).text(),
        html: letter(Texts::html(delegate.language)).html(),
        badge: badge.map(|badge| (badge, cid.as_str())),
        calendar: calendar.map(|text| (format!("{}.ics", delegate.forum.slug), text)),
    })
}

/// Writes the mail with which an account of the desk sets its password.
pub fn password_link(
    head: &Letterhead,
    to: &Email,
    language: Language,
    link: &str,
    hours: i64,
) -> Mail {
    let letter = |t: Texts| Letter {
        title: t.site_name().to_owned(),
        heading: t.mail_password_heading().to_owned(),
        greeting: t.mail_greeting(to.as_str()),
        body: t.mail_password_body(hours),
        button: Some((t.mail_password_button().to_owned(), link.to_owned())),
        notes: vec![t.mail_password_note().to_owned()],
        ..blank(language)
    };
    let t = Texts::of(language);
    head.compose(Parts {
        id: &new_id(),
        kind: "password_link",
        to,
        name: None,
        sender: t.site_name(),
        reply_to: None,
        subject: t.mail_password_subject().to_owned(),
        text: letter(t).text(),
        html: letter(Texts::html(language)).html(),
        badge: None,
        calendar: None,
    })
}

fn delegate_letter(
    t: Texts,
    delegate: Delegate,
    news: News,
    badge: Option<&Badge>,
    cid: &str,
) -> Letter {
    let forum = delegate.forum;
    Letter {
        title: forum.title.clone(),
        heading: news.heading(t).to_owned(),
        greeting: t.mail_greeting(delegate.name),
        body: news.body(t, &forum.title),
        quote: match news {
            News::Declined { words: Some(words) } => {
                Some((t.mail_declined_reason().to_owned(), words.to_owned()))
            }
            _ => None,
        },
        badge: badge.map(|badge| BadgeView {
            cid: cid.to_owned(),
            code: badge.code().grouped(),
            alt: t.mail_badge_alt().to_owned(),
            hint: t.mail_badge_hint().to_owned(),
        }),
        facts: match news {
            News::Declined { .. }
            | News::Withdrawn
            | News::ConfirmAddress { .. }
            | News::AddressChanged => Vec::new(),
            _ => facts(t, delegate),
        },
        button: button(t, delegate, news),
        notes: notes(t, news),
        footer: footer(t, forum),
        ..blank(delegate.language)
    }
}

fn facts(t: Texts, delegate: Delegate) -> Vec<(String, String)> {
    let mut facts = Vec::new();
    for site in &delegate.forum.sites {
        facts.push((t.mail_when().to_owned(), when(t, site)));
        facts.push((t.mail_where().to_owned(), site.place.clone()));
    }
    facts.push((t.mail_name().to_owned(), delegate.name.to_owned()));
    facts
}

fn when(t: Texts, site: &SiteFacts) -> String {
    let dates = dates::date_range(t.language(), site.first_day, site.last_day);
    match site.hours.first() {
        Some((starts, _)) => {
            let local = starts.and_utc().with_timezone(&site.zone).time();
            t.mail_when_from(dates, dates::time(t.language(), local))
        }
        None => dates,
    }
}

fn button(t: Texts, delegate: Delegate, news: News) -> Option<(String, String)> {
    match news {
        News::Declined { .. } | News::AddressChanged => None,
        News::Withdrawn => Some((
            t.mail_withdrawn_button().to_owned(),
            delegate.forum.page.clone(),
        )),
        News::ConfirmAddress { link, .. } => {
            Some((t.mail_new_address_button().to_owned(), link.to_owned()))
        }
        _ => Some((t.mail_page_button().to_owned(), delegate.link.to_owned())),
    }
}

fn notes(t: Texts, news: News) -> Vec<String> {
    let mut notes = Vec::new();
    if news.has_place() {
        notes.push(t.mail_calendar_hint().to_owned());
    }
    if let News::ConfirmAddress { hours, .. } = news {
        notes.push(t.mail_new_address_note(hours));
    }
    if news.shows_page() && !matches!(news, News::Declined { .. } | News::Withdrawn) {
        notes.push(t.mail_page_hint().to_owned());
    }
    notes
}

fn footer(t: Texts, forum: &ForumFacts) -> Vec<String> {
    let mut lines = vec![t.mail_footer_why(&forum.title)];
    lines.extend(
        forum
            .contact
            .as_ref()
            .map(|contact| t.mail_footer_contact(contact)),
    );
    lines
}

fn blank(language: Language) -> Letter {
    Letter {
        lang: language.code(),
        dir: language.direction(),
        title: String::new(),
        heading: String::new(),
        greeting: String::new(),
        body: String::new(),
        quote: None,
        badge: None,
        facts: Vec::new(),
        button: None,
        notes: Vec::new(),
        footer: Vec::new(),
    }
}
