//! The words of a mail: the forum's own, or ours, with the person's facts filled in.

use super::occasion::{Delegate, News};
use crate::i18n::{Texts, country_name, dates, listed};
use crate::mail::typed;
use crate::models::forum::wording::{Occasion, Words};
use crate::values::{Field, Language, Prose, Wording, WordingError};

/// Words that were read: every field in them is known.
#[derive(Debug, Clone)]
pub(super) struct Script {
    subject: Wording,
    heading: Wording,
    body: Wording,
}

/// The words of one person's mail.
pub(super) struct Spoken {
    pub subject: String,
    pub heading: String,
    pub body: Prose,
}

/// What we say on an occasion, for a forum that has no words of its own, or not yet.
pub(crate) fn ours(occasion: Occasion, language: Language) -> Words {
    our_words(News::on(occasion), language)
}

/// What we say of the news, with the names of fields where names and facts go.
fn our_words(news: News, language: Language) -> Words {
    let t = Texts::of(language);
    let forum = "{forum}";
    Words {
        subject: news.subject(t, forum),
        heading: news.heading(t).to_owned(),
        body: format!("{}\n\n{}", t.mail_greeting("{name}"), news.body(t, forum)),
    }
}

impl Script {
    fn read(words: &Words, allowed: &[Field]) -> Result<Script, WordingError> {
        Ok(Script {
            subject: Wording::parse_line(&words.subject, allowed)?,
            heading: Wording::parse_line(&words.heading, allowed)?,
            body: Wording::parse(&words.body, allowed)?,
        })
    }

    /// The forum's own words for the news, else ours.
    pub(super) fn of(delegate: &Delegate, news: News) -> Script {
        let own = delegate
            .own
            .and_then(|words| Script::read(words, &Field::ALL).ok());
        own.unwrap_or_else(|| {
            Script::read(&our_words(news, delegate.language), &Field::ALL)
                .expect("a test reads all of ours")
        })
    }

    pub(super) fn spoken(&self, delegate: &Delegate) -> Spoken {
        let value = |field| value(field, delegate);
        Spoken {
            subject: self.subject.fill(value),
            heading: self.heading.fill(value),
            body: self.body.prose(value),
        }
    }
}

/// What a field is for this person.
fn value(field: Field, delegate: &Delegate) -> String {
    let (language, forum) = (delegate.language, delegate.forum);
    let list = |parts: Vec<String>| {
        let mut once: Vec<&str> = Vec::new();
        for part in &parts {
            if !once.contains(&part.as_str()) {
                once.push(part);
            }
        }
        listed(language, &once)
    };
    let sites = || forum.sites.iter();
    match field {
        Field::Name => typed::name_said(delegate.name, Texts::of(language)).to_owned(),
        Field::Forum => forum.title.clone(),
        Field::Dates => list(
            sites()
                .map(|site| dates::date_range(language, site.first_day, site.last_day))
                .collect(),
        ),
        Field::Place => list(sites().map(|site| site.place.clone()).collect()),
        Field::Organisation => {
            typed::organisation_said(delegate.organisation, Texts::of(language)).to_owned()
        }
        Field::Category => delegate.category.to_owned(),
        Field::Country => country_name(language, delegate.country).to_owned(),
        Field::Link => delegate.link.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_we_say_ourselves_can_be_read_and_keeps_to_its_fields() {
        for language in Language::ALL {
            for occasion in Occasion::ALL {
                let words = ours(occasion, language);
                let read = Script::read(&words, occasion.fields());
                assert!(read.is_ok(), "{language:?} {occasion:?} {read:?}");
                assert!(words.subject.contains("{forum}") && words.body.contains("{name}"));
            }
        }
    }
}
