use std::collections::BTreeMap;

use super::slug_of;
use crate::clock::{self, Moment};
use crate::forms::details::{By, DetailsForm};
use crate::forms::{FieldErrors, given};
use crate::i18n::{Texts, countries};
use crate::models::forum::Approval;
use crate::models::forum_text::Owner;
use crate::models::registration::{Details, State};
use crate::models::registrations::Named;
use crate::models::whole::Whole;
use crate::values::{Code, Country, Email, Language, coded_text, short_text};

/// Why a row cannot become a registration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    Name,
    Email,
    Country,
    Phone,
    State,
    TooLong,
}

/// One row, every value parsed.
#[derive(Debug, Clone)]
pub struct Row {
    pub email: Email,
    /// Short name of the category; empty where the file names none.
    pub category: String,
    pub state: Option<State>,
    pub registered_at: Option<Moment>,
    /// The code of a badge printed already.
    pub code: Option<Code>,
    /// The question whether to invite again, in the words that were answered with yes.
    pub invite_again: Option<String>,
    details: Details,
}

impl Row {
    pub fn read(cells: &BTreeMap<String, String>, whole: &Whole) -> Result<Row, Fault> {
        let cell = |name: &str| cells.get(name).map_or("", |text| text.as_str());
        let email = Email::parse(cell("email")).map_err(|_| Fault::Email)?;
        let state = match given(cell("state")) {
            None => None,
            Some(text) => Some(State::parse(&text.to_lowercase()).ok_or(Fault::State)?),
        };
        Ok(Row {
            category: category(cell("category"), whole),
            state,
            registered_at: moment(cell("registered_at")),
            code: Code::parse(cell("badge")),
            invite_again: given(cell("invite_again")),
            details: details(cells, whole)?,
            email,
        })
    }

    /// Whom it names.
    pub fn named(&self) -> Named {
        Named::new(&self.email, &self.details.name)
    }

    /// All but the withdrawn: of these a name has one at an address.
    pub fn is_live(&self) -> bool {
        self.state != Some(State::Withdrawn)
    }

    pub fn details(&self, category_id: i64) -> Details {
        Details {
            category_id,
            ..self.details.clone()
        }
    }

    /// The state it gets while places are left.
    pub fn state_at(&self, whole: &Whole) -> State {
        let category = whole
            .categories
            .iter()
            .find(|category| category.slug == self.category);
        let approval = category
            .or(whole.categories.first())
            .and_then(|category| category.approval())
            .unwrap_or(whole.forum.approval());
        self.state.unwrap_or(match approval {
            Approval::AtOnce => State::Confirmed,
            Approval::ByDesk => State::Pending,
        })
    }
}

/// By the rules of the form, as the desk fills it in.
fn details(cells: &BTreeMap<String, String>, whole: &Whole) -> Result<Details, Fault> {
    let text = |name: &str| cells.get(name).cloned().unwrap_or_default();
    let sites = coded_text(&text("sites"));
    let named: Vec<String> = sites
        .split([' ', ',', ';'])
        .filter(|slug| whole.sites.iter().any(|site| site.slug == *slug))
        .map(str::to_string)
        .collect();
    let all = || whole.sites.iter().map(|site| site.slug.clone()).collect();
    let form = DetailsForm {
        name: text("name"),
        native_name: text("native_name"),
        latin_name: String::new(),
        phone: text("phone"),
        country: country(&text("country")).unwrap_or_default().to_string(),
        organisation: text("organisation"),
        position: text("position"),
        category: String::new(),
        language: language(&text("language"), whole).code().to_string(),
        access_needs: text("access_needs"),
        food_needs: text("food_needs"),
        sites: if named.is_empty() { all() } else { named },
    };
    let mut errors = FieldErrors::default();
    let any = whole.categories.first().map(|category| category.id);
    // A file may name Northern Cyprus wherever it comes from: the form's choice is not the file's.
    let mut whole = whole.clone();
    whole.forum.offers_qn = true;
    form.parse(&whole, By::Desk, any, Texts::of(Language::En), &mut errors)
        .ok_or_else(|| match errors.all().next() {
            Some(("name", _)) => Fault::Name,
            Some(("country", _)) => Fault::Country,
            Some(("phone", _)) => Fault::Phone,
            _ => Fault::TooLong,
        })
}

/// A code, or the country's name in any of our languages.
fn country(text: &str) -> Option<&'static str> {
    let text = short_text(text);
    if let Some(country) = Country::parse(&text) {
        return Some(country.code());
    }
    let wanted = text.to_lowercase();
    Language::ALL.into_iter().find_map(|language| {
        countries(language, &["QN"])
            .find(|(_, name)| name.to_lowercase() == wanted)
            .map(|(code, _)| code)
    })
}

/// What the file names, else the first of the forum's.
fn language(text: &str, whole: &Whole) -> Language {
    Language::parse(coded_text(text).to_lowercase().as_str())
        .or(whole.forum.languages().first().copied())
        .unwrap_or(Language::En)
}

/// The short name of the category, which the file may name in any language.
fn category(text: &str, whole: &Whole) -> String {
    let text = short_text(text);
    if text.is_empty() {
        return String::new();
    }
    let wanted = text.to_lowercase();
    let known = whole.categories.iter().find(|category| {
        category.slug == wanted
            || Language::ALL.into_iter().any(|language| {
                let name = whole
                    .texts
                    .exact(Owner::Category(category.id), "name", language);
                name.to_lowercase() == wanted
            })
    });
    known.map_or_else(|| slug_of(&text), |category| category.slug.clone())
}

fn moment(text: &str) -> Option<Moment> {
    clock::parse_rfc3339(&coded_text(text))
}
