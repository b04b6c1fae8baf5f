//! What each mail says.

use super::letter::{BadgeView, MailText};
use super::letterhead::Letterhead;
use super::mime::{Badge, Mail, Parts, new_id};
use super::occasion::{Delegate, ForumFacts, News, SiteFacts};
use super::words::{Script, Spoken};
use crate::i18n::{Texts, dates, directed};
use crate::mail::typed;
use crate::models::mail::message::Kind;
use crate::values::{Email, Language, Prose};

/// Writes a delegate's mail. Draws no QR symbol (`Badge::of` has done so before), so that it is fit for the
/// transaction that makes its news true.
pub(crate) fn to_delegate(head: &Letterhead, delegate: Delegate, news: News) -> Mail {
    let id = new_id();
    let badge = delegate.badge.filter(|_| news.has_place());
    let cid = format!("badge-{id}@{}", head.host());
    let spoken = Script::of(&delegate, news).spoken(&delegate);
    let letter = |t| delegate_letter(t, delegate, news, &spoken, badge, &cid);
    let calendar = news
        .has_place()
        .then(|| super::calendar(delegate.forum, delegate.public_id, head.host()));
    head.compose(Parts {
        id: &id,
        kind: news.kind(),
        to: delegate.to,
        name: typed::name(delegate.name),
        sender: &delegate.forum.title,
        reply_to: delegate.forum.contact.as_deref(),
        subject: directed(delegate.language, &spoken.subject),
        text: letter(Texts::of(delegate.language)).text(),
        html: letter(Texts::html(delegate.language)).html(),
        badge: badge.map(|badge| (badge, cid.as_str())),
        unsubscribe: None,
        calendar: calendar.map(|text| (format!("{}.ics", delegate.forum.slug), text)),
    })
}

/// Writes the mail with which an account of the desk sets its password.
pub(crate) fn password_link(
    head: &Letterhead,
    to: &Email,
    language: Language,
    link: &str,
    hours: i64,
) -> Mail {
    let letter = |t: Texts| MailText {
        heading: t.mail_password_heading().to_owned(),
        words: greeted(t, to, t.mail_password_body(hours)),
        button: Some((t.mail_password_button().to_owned(), link.to_owned())),
        notes: vec![t.mail_password_note().to_owned()],
        ..of_the_desk(t)
    };
    let subject = Texts::of(language).mail_password_subject().to_owned();
    from_the_desk(head, (to, language), (Kind::PasswordLink, subject), letter)
}

/// Writes the mail to an account that was given a forum.
pub(crate) fn access_given(
    head: &Letterhead,
    to: &Email,
    language: Language,
    (forum, desk): (&str, &str),
) -> Mail {
    let letter = |t: Texts| MailText {
        heading: t.mail_access_heading().to_owned(),
        words: greeted(t, to, t.mail_access_body(forum)),
        button: Some((t.mail_access_button().to_owned(), desk.to_owned())),
        notes: vec![t.mail_access_note().to_owned()],
        ..of_the_desk(t)
    };
    let subject = directed(language, &Texts::of(language).mail_access_subject(forum));
    from_the_desk(head, (to, language), (Kind::AccessGiven, subject), letter)
}

fn greeted(t: Texts, to: &Email, body: String) -> Prose {
    Prose::plain(&format!("{}\n\n{body}", t.mail_greeting(to.as_str())))
}

fn of_the_desk(t: Texts) -> MailText {
    MailText {
        title: t.site_name().to_owned(),
        ..blank(t.language())
    }
}

/// A mail to an account: about no forum's delegates, and with no answer expected.
fn from_the_desk(
    head: &Letterhead,
    (to, language): (&Email, Language),
    (kind, subject): (Kind, String),
    letter: impl Fn(Texts) -> MailText,
) -> Mail {
    let t = Texts::of(language);
    head.compose(Parts {
        id: &new_id(),
        kind,
        to,
        name: None,
        sender: t.site_name(),
        reply_to: None,
        subject,
        text: letter(t).text(),
        html: letter(Texts::html(language)).html(),
        badge: None,
        calendar: None,
        unsubscribe: None,
    })
}

fn delegate_letter(
    t: Texts,
    delegate: Delegate,
    news: News,
    spoken: &Spoken,
    badge: Option<&Badge>,
    cid: &str,
) -> MailText {
    let forum = delegate.forum;
    MailText {
        title: forum.title.clone(),
        heading: spoken.heading.clone(),
        words: spoken.body.clone(),
        quote: match news {
            News::Declined { words: Some(words) }
            | News::LetterRefused { words: Some(words) }
            | News::LetterWithdrawn { words: Some(words) } => {
                Some((t.mail_declined_reason().to_owned(), words.to_owned()))
            }
            _ => None,
        },
        shared: typed::name(delegate.name)
            .filter(|_| delegate.sharing > 1 && news.is_at_own_address())
            .map(|name| t.mail_shared_address(delegate.sharing, name)),
        badge: badge.map(|badge| BadgeView {
            cid: cid.to_owned(),
            code: badge.code().grouped(),
            alt: t.mail_badge_alt(badge.code().grouped()),
            hint: t.mail_badge_hint().to_owned(),
        }),
        facts: match news.shows_page() {
            true => facts(t, delegate),
            false => Vec::new(),
        },
        button: button(t, delegate, news),
        notes: notes(t, news, delegate.needs_latin_name),
        footer: footer(t, forum, news),
        ..blank(delegate.language)
    }
}

fn facts(t: Texts, delegate: Delegate) -> Vec<(String, String)> {
    let mut facts = Vec::new();
    for site in &delegate.forum.sites {
        facts.push((t.mail_when().to_owned(), when(t, site)));
        facts.push((t.mail_where().to_owned(), site.place.clone()));
    }
    if let Some(name) = typed::name(delegate.name) {
        facts.push((t.mail_name().to_owned(), name.to_owned()));
    }
    facts
}

/// When a place is to be gone to: its days, and where there is a programme, the hour it begins.
pub(crate) fn when(t: Texts, site: &SiteFacts) -> String {
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
        News::Declined { .. } | News::AddressChanged | News::Thanks => None,
        News::Withdrawn => Some((
            t.mail_withdrawn_button().to_owned(),
            delegate.forum.page.clone(),
        )),
        News::ConfirmAddress { link, .. } => {
            Some((t.mail_new_address_button().to_owned(), link.to_owned()))
        }
        News::LetterIssued => Some((
            t.mail_letter_button().to_owned(),
            format!("{}/letter", delegate.link),
        )),
        News::LetterRefused { .. } => Some((
            t.letter_ask().to_owned(),
            format!("{}/letter", delegate.link),
        )),
        _ => Some((t.mail_page_button().to_owned(), delegate.link.to_owned())),
    }
}

fn notes(t: Texts, news: News, needs_latin_name: bool) -> Vec<String> {
    let mut notes = Vec::new();
    if news.has_place() {
        notes.push(t.mail_calendar_hint().to_owned());
    }
    if let News::ConfirmAddress { hours, .. } = news {
        notes.push(t.mail_new_address_note(hours));
    }
    if news.shows_page() {
        notes.push(t.mail_page_hint().to_owned());
    }
    if news.shows_page() && needs_latin_name {
        notes.push(t.mail_latin_note().to_owned());
    }
    notes
}

fn footer(t: Texts, forum: &ForumFacts, news: News) -> Vec<String> {
    // Who owns a new address may know nothing of any registration.
    let why =
        (!matches!(news, News::ConfirmAddress { .. })).then(|| t.mail_footer_why(&forum.title));
    let contact = forum.contact.as_ref();
    why.into_iter()
        .chain(contact.map(|contact| t.mail_footer_contact(contact)))
        .collect()
}

pub(crate) fn blank(language: Language) -> MailText {
    MailText {
        language,
        title: String::new(),
        heading: String::new(),
        words: Prose::default(),
        quote: None,
        shared: None,
        badge: None,
        facts: Vec::new(),
        button: None,
        notes: Vec::new(),
        footer: Vec::new(),
        leave: None,
    }
}
