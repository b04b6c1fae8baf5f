//! A mailing: one wording for many people, filled in for each.

use crate::i18n::{self, Texts, dates, directed, listed};
use crate::mail::letter::MailText;
use crate::mail::mime::{Mail, Parts, new_id};
use crate::mail::occasion::ForumFacts;
use crate::mail::sample::{Reader, Sample};
use crate::mail::write::blank;
use crate::mail::{Post, SiteFacts, typed};
use crate::mailings::mailing::{About, Text};
use crate::models::mail::message::Kind;
use crate::models::people::registration::Registration;
use crate::values::{Email, Field, Language, Wording};

/// What a mailing says in one language, read once for everybody.
#[derive(Debug, Clone)]
pub(crate) struct MailingText {
    pub language: Language,
    pub subject: Wording,
    pub body: Wording,
}

impl MailingText {
    /// `None` for a text that was never good; what is stored was parsed before.
    pub(crate) fn of(text: &Text) -> Option<MailingText> {
        Some(MailingText {
            language: text.language,
            subject: Wording::parse_line(&text.subject, &Field::FOR_MANY).ok()?,
            body: Wording::parse(&text.body, &Field::FOR_MANY).ok()?,
        })
    }
}

/// A mailing, ready to be written to one after the other.
pub(crate) struct ToMany<'a> {
    pub post: Post<'a>,
    pub about: About,
    pub shows_page: bool,
    pub said: &'a [MailingText],
}

/// What differs in one person's copy beside the fields.
struct Copy<'a> {
    said: &'a MailingText,
    reader: &'a Reader,
    forum: ForumFacts,
    /// Where the button leads.
    page: Option<String>,
    unsubscribe: Option<String>,
}

impl ToMany<'_> {
    /// One person's mail. `sites` are those the person comes to, empty for all; `unsubscribe` is the person's own
    /// address for that. `None` where the address on file is none, or the link does not open.
    pub(crate) fn letter(
        &self,
        person: &Registration,
        sites: &[i64],
        unsubscribe: &str,
    ) -> Option<Mail> {
        let to = person.email()?;
        let reader = Reader::of(person, sites.to_vec());
        let copy = self.copy(&reader)?;
        let language = copy.said.language.code();
        let link = person.link.open(self.post.letterhead.key()).ok()?;
        let page = format!("/{language}/me/{link}");
        let copy = Copy {
            page: self.shows_page.then(|| self.post.address(&page)),
            unsubscribe: (self.about == About::News).then(|| unsubscribe.to_owned()),
            ..copy
        };
        Some(self.compose(&copy, Kind::Mailing, &to, typed::name(&person.name)))
    }

    /// In the reader's own language, or else in the first.
    fn copy<'b>(&'b self, reader: &'b Reader) -> Option<Copy<'b>> {
        let said = said_in(self.said, reader.language)?;
        Some(Copy {
            said,
            reader,
            forum: self.post.facts(&reader.sites, said.language),
            page: None,
            unsubscribe: None,
        })
    }

    fn compose(&self, copy: &Copy, kind: Kind, to: &Email, name: Option<&str>) -> Mail {
        let language = copy.said.language;
        let value = |field| self.value(field, copy);
        self.post.letterhead.compose(Parts {
            id: &new_id(),
            kind,
            to,
            name,
            sender: &copy.forum.title,
            reply_to: copy.forum.contact.as_deref(),
            subject: directed(language, &copy.said.subject.fill(value)),
            text: self.drawn(copy, Texts::of(language)).text(),
            html: self.drawn(copy, Texts::html(language)).html(),
            badge: None,
            calendar: None,
            unsubscribe: copy.unsubscribe.clone(),
        })
    }

    fn drawn(&self, copy: &Copy, t: Texts) -> MailText {
        let value = |field| self.value(field, copy);
        let page = copy.page.as_ref();
        MailText {
            title: copy.forum.title.clone(),
            heading: copy.said.subject.fill(value),
            words: copy.said.body.prose(value),
            button: page.map(|page| (t.mail_page_button().to_owned(), page.clone())),
            notes: page
                .map(|_| t.mail_page_hint().to_owned())
                .into_iter()
                .collect(),
            footer: footer(copy, t),
            leave: copy
                .unsubscribe
                .as_ref()
                .map(|address| (t.mailing_leave().to_owned(), address.clone())),
            ..blank(copy.said.language)
        }
    }

    fn value(&self, field: Field, copy: &Copy) -> String {
        let (reader, language) = (copy.reader, copy.said.language);
        match field {
            Field::Name => typed::name_said(&reader.name, Texts::of(language)).to_owned(),
            Field::Forum => copy.forum.title.clone(),
            Field::Dates => days(language, &copy.forum.sites),
            Field::Place => {
                let places: Vec<&str> = copy.forum.sites.iter().map(|s| s.place.as_str()).collect();
                listed(language, &places)
            }
            Field::Organisation => {
                typed::organisation_said(&reader.organisation, Texts::of(language)).to_owned()
            }
            Field::Category => reader.category(self.post, language).to_owned(),
            Field::Country => i18n::country_name(language, &reader.country).to_string(),
            // No wording for many may have it.
            Field::Link => String::new(),
        }
    }
}

impl Sample for ToMany<'_> {
    /// Its links are nobody's.
    fn sample(&self, reader: &Reader, to: &Email) -> Option<Mail> {
        let copy = self.copy(reader)?;
        let forum = copy.forum.page.clone();
        let copy = Copy {
            page: self.shows_page.then(|| forum.clone()),
            unsubscribe: (self.about == About::News).then_some(forum),
            ..copy
        };
        Some(self.compose(&copy, Kind::MailingTest, to, None))
    }
}

/// The text for a language: its own, or else the first.
fn said_in(said: &[MailingText], language: Language) -> Option<&MailingText> {
    let own = said.iter().find(|said| said.language == language);
    own.or_else(|| said.first())
}

/// From the first day at any of the places to the last.
fn days(language: Language, sites: &[SiteFacts]) -> String {
    let first = sites.iter().map(|site| site.first_day).min();
    let last = sites.iter().map(|site| site.last_day).max();
    match (first, last) {
        (Some(first), Some(last)) => dates::date_range(language, first, last),
        _ => String::new(),
    }
}

fn footer(copy: &Copy, t: Texts) -> Vec<String> {
    let why = t.mail_footer_why(&copy.forum.title);
    let contact = copy.forum.contact.as_ref();
    let contact = contact.map(|contact| t.mail_footer_contact(contact));
    std::iter::once(why).chain(contact).collect()
}
