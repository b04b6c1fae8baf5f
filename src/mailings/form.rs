//! A mailing before it is sent: whom it is for, why, and what it says in each language of the forum.

use crate::forms::list_query::{LIVE, ListQuery};
use crate::forms::{FieldErrors, Typed, given_lines};
use crate::i18n::Texts;
use crate::mailings::mailing::{About, Draft, Mailing, Text};
use crate::models::forum::wording::{Occasion, Words};
use crate::models::people::standing::State;
use crate::values::{Field, Language, Wording, WordingError, holds_personal_link, long_text};

/// A new one is for these people, or else for the confirmed, and begins with a greeting.
pub(crate) fn blank(whom: &ListQuery, languages: &[Language]) -> Typed {
    let mut whom = whom.clone();
    if !whom.is_filtered() {
        whom.state = State::Confirmed.as_str().to_string();
    }
    let form = with_whom(Typed::default().with_tick("shows_page", true), &whom);
    languages.iter().fold(form, |form, language| {
        let (_, body) = fields(*language);
        form.with(body, greeting(*language))
    })
}

/// With these words in every language in which nothing of one's own is written yet; what was put in like this before
/// is not one's own.
pub(crate) fn beginning(
    form: Typed,
    languages: &[Language],
    words: impl Fn(Occasion, Language) -> Words,
    chosen: Option<Occasion>,
) -> Typed {
    languages.iter().fold(form, |form, language| {
        let text = |occasion| {
            let Words { subject, body, .. } = words(occasion, *language);
            (subject, body)
        };
        let (subject, body) = fields(*language);
        let written = (
            form.get(&subject).trim().to_owned(),
            long_text(form.get(&body)),
        );
        let is_blank =
            written.0.is_empty() && (written.1.is_empty() || is_greeting(&written.1, *language));
        if !is_blank && !Occasion::for_many().any(|occasion| text(occasion) == written) {
            return form;
        }
        let (new_subject, new_body) = match chosen {
            Some(occasion) => text(occasion),
            None => (String::new(), greeting(*language)),
        };
        form.instead(&subject, new_subject).instead(&body, new_body)
    })
}

/// A draft as it stands.
pub(crate) fn of(draft: &Mailing, texts: &[Text]) -> Typed {
    let form = Typed::default()
        .with("about", draft.about.as_str())
        .with_tick("shows_page", draft.shows_page);
    let form = with_whom(form, &whom_of(&draft.whom));
    texts.iter().fold(form, |form, text| {
        let (subject, body) = fields(text.language);
        form.with(subject, &text.subject).with(body, &text.body)
    })
}

/// Whom a mailing is for, as its address says it.
pub(crate) fn whom_of(address: &str) -> ListQuery {
    crate::forms::parse(address.trim_start_matches('?').as_bytes())
}

/// Whom the form is for: of a list without a state all but the withdrawn, for who has left is not written to by
/// oversight.
pub(crate) fn whom(form: &Typed) -> ListQuery {
    let text = |field: &str| form.get(field).to_string();
    let state = match form.get("state") {
        "" => LIVE.to_string(),
        state => state.to_string(),
    };
    ListQuery {
        q: text("q"),
        state,
        category: text("category"),
        country: text("country"),
        site: text("site"),
        at: text("at"),
        came: text("came"),
        ..ListQuery::default()
    }
}

pub(crate) fn parse(
    form: &Typed,
    languages: &[Language],
    t: Texts,
    errors: &mut FieldErrors,
) -> Option<Draft> {
    let about = About::parse(form.get("about"));
    if about.is_none() {
        errors.add("about", t.mailing_about_missing());
    }
    let texts: Vec<Text> = languages
        .iter()
        .filter_map(|language| parse_text(form, *language, t, errors))
        .collect();
    if let Some(first) = languages.first()
        && texts.first().is_none_or(|text| text.language != *first)
    {
        errors.add(field(*first), t.mailing_first_missing(first.autonym()));
    }
    errors.is_empty().then_some(())?;
    Some(Draft {
        about: about?,
        shows_page: form.ticked("shows_page"),
        whom: whom(form).address(),
        texts,
    })
}

/// Nothing where nothing was written but the greeting that stood there; both parts, or a sentence on what is wrong.
fn parse_text(
    form: &Typed,
    language: Language,
    t: Texts,
    errors: &mut FieldErrors,
) -> Option<Text> {
    let of = |part: &str| given_lines(form.get(&format!("{part}.{}", language.code())));
    let (subject, body) = match (of("subject"), of("body")) {
        (Some(subject), Some(body)) => (subject, body),
        (None, Some(body)) if is_greeting(&body, language) => return None,
        (None, None) => return None,
        _ => {
            errors.add(field(language), t.mailing_half());
            return None;
        }
    };
    let parsed = Wording::parse_line(&subject, &Field::FOR_MANY)
        .and_then(|subject| Ok((subject, Wording::parse(&body, &Field::FOR_MANY)?)));
    match parsed {
        Err(error) => errors.add(field(language), sentence(&error, t)),
        Ok(_) if holds_personal_link(&subject) || holds_personal_link(&body) => {
            errors.add(field(language), t.mailing_personal());
        }
        Ok((subject, body)) => {
            return Some(Text {
                language,
                subject: subject.as_str().to_string(),
                body: body.as_str().to_string(),
            });
        }
    }
    None
}

fn is_greeting(body: &str, language: Language) -> bool {
    body == greeting(language).trim_end()
}

/// What every text begins with, and room to go on.
fn greeting(language: Language) -> String {
    let name = format!("{{{}}}", Field::Name.name());
    format!("{}\n\n", Texts::of(language).mail_greeting(name))
}

/// What the two fields of a language are called.
fn fields(language: Language) -> (String, String) {
    let code = language.code();
    (format!("subject.{code}"), format!("body.{code}"))
}

fn sentence(error: &WordingError, t: Texts) -> String {
    match error {
        WordingError::Unknown(name) => t.mailing_field_unknown(name),
        WordingError::NotHere(field) => t.mailing_field_not_here(field.name()),
        WordingError::Unclosed(words) => t.mailing_brace_open(words),
        WordingError::Unopened(words) => t.mailing_brace_close(words),
        WordingError::TooLong(most) => t.form_too_long(*most),
    }
}

/// What the group of a language's fields is called.
pub(crate) fn field(language: Language) -> &'static str {
    match language {
        Language::En => "text-en",
        Language::Az => "text-az",
        Language::Ru => "text-ru",
        Language::Tr => "text-tr",
        Language::Ar => "text-ar",
        Language::Fr => "text-fr",
    }
}

fn with_whom(form: Typed, whom: &ListQuery) -> Typed {
    form.with("q", &whom.q)
        .with("state", &whom.state)
        .with("category", &whom.category)
        .with("country", &whom.country)
        .with("site", &whom.site)
        .with("at", &whom.at)
        .with("came", &whom.came)
}
