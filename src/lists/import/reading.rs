use std::collections::HashMap;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use crate::clock::{self, Moment};
use crate::forms::details::{By, DetailsForm};
use crate::forms::{FieldErrors, given};
use crate::i18n::{Texts, countries};
use crate::lists::import::slug_of;
use crate::lists::table::TableRow;
use crate::models::forum::Approval;
use crate::models::forum::context::ForumContext;
use crate::models::forum_text::Owner;
use crate::models::people::registration::{Details, PersonKey};
use crate::models::people::standing::State;
use crate::values::{Code, Country, Email, Language, coded_text, short_text};

/// Why a row cannot become a registration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Fault {
    Name,
    Email,
    /// Neither it nor an address.
    Organisation,
    Country,
    Phone,
    State,
    TooLong,
}

/// A forum, as rows are read against it: what is the same for all of them is done once.
pub(super) struct Reading {
    whole: ForumContext,
    /// Short names of categories by whatever they are called, in small letters.
    categories: HashMap<String, String>,
}

impl Reading {
    pub(super) fn new(whole: &ForumContext) -> Reading {
        let mut categories = HashMap::new();
        for category in &whole.categories {
            let names = Language::ALL.into_iter().map(|language| {
                let owner = Owner::Category(category.id);
                whole.texts.exact(owner, "name", language).to_lowercase()
            });
            for name in std::iter::once(category.slug.clone()).chain(names) {
                categories
                    .entry(name)
                    .or_insert_with(|| category.slug.clone());
            }
        }
        let mut whole = whole.clone();
        // A file may name Northern Cyprus wherever it comes from: the form's choice is not the file's.
        whole.forum.offers_qn = true;
        Reading { whole, categories }
    }

    /// The short name of the category, which the file may name in any language.
    fn category(&self, text: &str) -> String {
        match short_text(text).as_str() {
            "" => String::new(),
            text => match self.categories.get(&text.to_lowercase()) {
                Some(known) => known.clone(),
                None => slug_of(text),
            },
        }
    }
}

/// One row, every value parsed.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub email: Option<Email>,
    /// Said to be somebody else than those of the same name and address before.
    pub is_another: bool,
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
    pub(super) fn read(row: &TableRow<'_>, reading: &Reading) -> Result<Row, Fault> {
        let cell = |name: &str| row.cell(name);
        let email = match given(cell("email")) {
            Some(typed) => Some(Email::parse(&typed).map_err(|_| Fault::Email)?),
            None if given(cell("organisation")).is_none() => return Err(Fault::Organisation),
            None => None,
        };
        let state = match given(cell("state")) {
            None => None,
            Some(text) => Some(State::parse(&text.to_lowercase()).ok_or(Fault::State)?),
        };
        Ok(Row {
            category: reading.category(cell("category")),
            state,
            registered_at: moment(cell("registered_at")),
            code: Code::parse(cell("badge")),
            invite_again: given(cell("invite_again")),
            is_another: coded_text(cell("another")).eq_ignore_ascii_case("yes"),
            details: details(row, &reading.whole)?,
            email,
        })
    }

    /// Whom it names.
    pub(super) fn key(&self) -> PersonKey {
        PersonKey::of_details(&self.details, self.email.as_ref())
    }

    /// All but the withdrawn: of these a name has one at an address.
    pub(super) fn is_live(&self) -> bool {
        self.state != Some(State::Withdrawn)
    }

    pub(super) fn details(&self, category_id: i64) -> Details {
        Details {
            category_id,
            ..self.details.clone()
        }
    }

    /// The state it gets while places are left.
    pub(super) fn state_at(&self, whole: &ForumContext) -> State {
        let category = whole
            .categories
            .iter()
            .find(|category| category.slug == self.category);
        let approval = category
            .or(whole.categories.first())
            .and_then(|category| category.approval)
            .unwrap_or(whole.forum.approval);
        self.state.unwrap_or(match approval {
            Approval::AtOnce => State::Confirmed,
            Approval::ByDesk => State::Pending,
        })
    }
}

/// By the rules of the form, as the desk fills it in.
fn details(row: &TableRow<'_>, whole: &ForumContext) -> Result<Details, Fault> {
    let text = |name: &str| row.cell(name).to_owned();
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
    form.parse(whole, By::Desk, any, Texts::of(Language::En), &mut errors)
        .ok_or_else(|| match errors.all().next() {
            Some(("name", _)) => Fault::Name,
            Some(("country", _)) => Fault::Country,
            Some(("phone", _)) => Fault::Phone,
            _ => Fault::TooLong,
        })
}

/// A code, or the country's name in any of our languages.
fn country(text: &str) -> Option<&'static str> {
    static NAMES: OnceLock<HashMap<String, &'static str>> = OnceLock::new();
    let text = short_text(text);
    if let Some(country) = Country::parse(&text) {
        return Some(country.code());
    }
    let names = NAMES.get_or_init(|| {
        let mut names = HashMap::new();
        for language in Language::ALL {
            for (code, name) in countries(language, &["QN"]) {
                names.entry(name.to_lowercase()).or_insert(code);
            }
        }
        names
    });
    names.get(&text.to_lowercase()).copied()
}

/// What the file names, else the first of the forum's.
fn language(text: &str, whole: &ForumContext) -> Language {
    Language::parse(coded_text(text).to_lowercase().as_str())
        .or(whole.forum.languages().first().copied())
        .unwrap_or(Language::En)
}

fn moment(text: &str) -> Option<Moment> {
    clock::parse_rfc3339(&coded_text(text))
}
