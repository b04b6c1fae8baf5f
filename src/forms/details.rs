//! What a person says of himself or herself: the one form behind registering, correcting and the desk's own entry.

use serde::Deserialize;

use crate::forms::{FieldErrors, given, given_lines};
use crate::i18n::Texts;
use crate::models::forum::context::ForumContext;
use crate::models::people::registration::{Details, Registration, folded_name};
use crate::values::{
    Country, Email, EmailFault, Language, Phone, PhoneFault, coded_text, is_latin, short_text,
};

/// Longest texts, in characters: a name of 80 must fit a badge, and nobody writes a novel into "needs".
const LONGEST_NAME: usize = 120;
const LONGEST_LINE: usize = 200;
const LONGEST_TEXT: usize = 1000;

/// As typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct DetailsForm {
    pub name: String,
    pub native_name: String,
    /// As in the passport, for a name in another script.
    pub latin_name: String,
    pub phone: String,
    pub country: String,
    pub organisation: String,
    pub position: String,
    /// Short name; empty where the forum leaves no choice.
    pub category: String,
    pub language: String,
    pub access_needs: String,
    pub food_needs: String,
    /// Short names of sites.
    pub sites: Vec<String>,
}

/// Who fills it in, and with it, which categories may be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum By {
    Delegate,
    Desk,
}

impl DetailsForm {
    /// As a registration stands now, to be corrected.
    pub(crate) fn of(
        registration: &Registration,
        sites: &[i64],
        whole: &ForumContext,
    ) -> DetailsForm {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let second = text(&registration.native_name);
        let (native_name, latin_name) = match !is_latin(&registration.name) && is_latin(&second) {
            true => (String::new(), second),
            false => (second, String::new()),
        };
        DetailsForm {
            name: registration.name.clone(),
            native_name,
            latin_name,
            phone: text(&registration.phone),
            country: registration.country.clone(),
            organisation: text(&registration.organisation),
            position: text(&registration.position),
            category: whole
                .category(registration.category_id)
                .map(|category| category.slug.clone())
                .unwrap_or_default(),
            language: registration.language.code().to_owned(),
            access_needs: text(&registration.access_needs),
            food_needs: text(&registration.food_needs),
            sites: whole
                .sites
                .iter()
                .filter(|site| sites.is_empty() || sites.contains(&site.id))
                .map(|site| site.slug.clone())
                .collect(),
        }
    }

    /// Its fields, by the names under which a correction is kept.
    pub(crate) const FIELDS: [&'static str; 11] = [
        "name",
        "native_name",
        "phone",
        "country",
        "organisation",
        "position",
        "category",
        "language",
        "access_needs",
        "food_needs",
        "sites",
    ];

    /// What stands in one of these fields of another form.
    pub(crate) fn take(&mut self, field: &str, from: &DetailsForm) {
        match field {
            "name" => self.name.clone_from(&from.name),
            "native_name" => {
                self.native_name.clone_from(&from.native_name);
                self.latin_name.clone_from(&from.latin_name);
            }
            "phone" => self.phone.clone_from(&from.phone),
            "country" => self.country.clone_from(&from.country),
            "organisation" => self.organisation.clone_from(&from.organisation),
            "position" => self.position.clone_from(&from.position),
            "category" => self.category.clone_from(&from.category),
            "language" => self.language.clone_from(&from.language),
            "access_needs" => self.access_needs.clone_from(&from.access_needs),
            "food_needs" => self.food_needs.clone_from(&from.food_needs),
            "sites" => self.sites.clone_from(&from.sites),
            _ => {}
        }
    }

    /// An empty form: every site ticked, the language of the page, the first category, which most people are.
    pub(crate) fn empty(whole: &ForumContext, language: Language) -> DetailsForm {
        DetailsForm {
            language: language.code().to_string(),
            category: whole
                .usual_category()
                .map(|category| category.slug.clone())
                .unwrap_or_default(),
            sites: whole.sites.iter().map(|site| site.slug.clone()).collect(),
            ..DetailsForm::default()
        }
    }

    /// Whether the site of this short name is ticked.
    pub(crate) fn has_site(&self, slug: &str) -> bool {
        self.sites.iter().any(|site| site == slug)
    }

    /// What it means. `now_category` is the one the person has already, which always may stay.
    pub(crate) fn parse(
        &self,
        whole: &ForumContext,
        by: By,
        now_category: Option<i64>,
        t: Texts,
        errors: &mut FieldErrors,
    ) -> Option<Details> {
        let name = self.parse_name(t, errors);
        let native_name = self.parse_second_name(&name, t, errors);
        let phone = self.parse_phone(t, errors);
        let country = self.parse_country(whole, t, errors);
        let organisation = self.parse_organisation(by, t, errors);
        let position = limited("position", given(&self.position), LONGEST_LINE, t, errors);
        let category_id = self.parse_category(whole, by, now_category, t, errors);
        let language = Language::parse(&self.language).unwrap_or(t.language());
        let sites = self.parse_sites(whole, t, errors);
        let access_needs = limited(
            "access_needs",
            given_lines(&self.access_needs),
            LONGEST_TEXT,
            t,
            errors,
        );
        let food_needs = limited(
            "food_needs",
            given(&self.food_needs),
            LONGEST_TEXT,
            t,
            errors,
        );
        if !errors.is_empty() {
            return None;
        }
        Some(Details {
            name,
            native_name,
            phone,
            country: country?,
            organisation,
            position,
            category_id: category_id?,
            language,
            access_needs,
            food_needs,
            sites,
        })
    }

    /// One field, since some people have one name; kept as it is written, in any script and case.
    fn parse_name(&self, t: Texts, errors: &mut FieldErrors) -> String {
        let name = short_text(&self.name);
        if name.is_empty() {
            errors.add("name", t.form_name_missing());
        } else if name.chars().count() > LONGEST_NAME {
            errors.add("name", t.form_too_long(LONGEST_NAME));
        } else if !name.chars().any(char::is_alphabetic) {
            errors.add("name", t.form_name_no_letters());
        }
        name
    }

    /// The name in the person's own script or, beneath one in another, in Latin letters.
    fn parse_second_name(&self, name: &str, t: Texts, errors: &mut FieldErrors) -> Option<String> {
        let native = limited(
            "native_name",
            given(&self.native_name),
            LONGEST_NAME,
            t,
            errors,
        );
        let latin = limited(
            "latin_name",
            given(&self.latin_name),
            LONGEST_NAME,
            t,
            errors,
        );
        let Some(latin) = latin else {
            return native;
        };
        if !is_latin(&latin) || !latin.chars().any(char::is_alphabetic) {
            errors.add("latin_name", t.form_latin_wrong());
        } else if !name.is_empty() && is_latin(name) && folded_name(&latin) != folded_name(name) {
            errors.add("latin_name", t.form_latin_needless());
        } else if native.as_ref().is_some_and(|native| *native != latin) && !is_latin(name) {
            errors.add("native_name", t.form_names_two());
        }
        match is_latin(name) {
            true => native,
            false => Some(latin),
        }
    }

    fn parse_phone(&self, t: Texts, errors: &mut FieldErrors) -> Option<String> {
        let typed = given(&self.phone)?;
        match Phone::parse(&typed) {
            Ok(phone) => Some(phone.into_string()),
            Err(fault) => {
                errors.add("phone", phone_sentence(fault, t));
                None
            }
        }
    }

    fn parse_country(
        &self,
        whole: &ForumContext,
        t: Texts,
        errors: &mut FieldErrors,
    ) -> Option<Country> {
        let country = Country::parse(&coded_text(&self.country))
            .filter(|country| country.code() != "QN" || whole.forum.offers_qn);
        if country.is_none() {
            errors.add("country", t.form_country_missing());
        }
        country
    }

    /// The desk may leave it open: a guest of honour belongs to nobody.
    fn parse_organisation(&self, by: By, t: Texts, errors: &mut FieldErrors) -> Option<String> {
        let organisation = limited(
            "organisation",
            given(&self.organisation),
            LONGEST_LINE,
            t,
            errors,
        );
        if organisation.is_none() && by == By::Delegate {
            errors.add("organisation", t.form_organisation_missing());
        }
        organisation
    }

    fn parse_category(
        &self,
        whole: &ForumContext,
        by: By,
        now: Option<i64>,
        t: Texts,
        errors: &mut FieldErrors,
    ) -> Option<i64> {
        let open: Vec<_> = whole
            .categories
            .iter()
            .filter(|category| by == By::Desk || category.on_form || Some(category.id) == now)
            .collect();
        let chosen = match (self.category.trim(), open.as_slice()) {
            ("", _) if now.is_some() => now,
            ("", [only]) => Some(only.id),
            (slug, open) => open
                .iter()
                .find(|category| category.slug == slug)
                .map(|category| category.id),
        };
        if chosen.is_none() {
            errors.add("category", t.form_category_missing());
        }
        chosen
    }

    /// Empty where the forum has one site: there is nothing to choose.
    fn parse_sites(&self, whole: &ForumContext, t: Texts, errors: &mut FieldErrors) -> Vec<i64> {
        if whole.sites.len() < 2 {
            return Vec::new();
        }
        let sites: Vec<i64> = whole
            .sites
            .iter()
            .filter(|site| self.sites.contains(&site.slug))
            .map(|site| site.id)
            .collect();
        if sites.is_empty() {
            errors.add("sites", t.form_sites_missing());
        }
        let mut sites = sites;
        sites.sort_unstable();
        sites
    }
}

/// An address, or the sentence that says what to mend.
pub(crate) fn parse_email(typed: &str, t: Texts, errors: &mut FieldErrors) -> Option<Email> {
    if given(typed).is_none() {
        errors.add("email", t.form_email_missing());
        return None;
    }
    match Email::parse(typed) {
        Ok(email) => Some(email),
        Err(fault) => {
            errors.add("email", email_sentence(fault, t));
            None
        }
    }
}

/// What is to be mended stands among the errors.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mistyped;

/// The same where it may be missing: then the organisation tells people of one name apart.
pub(crate) fn email_or_none(
    typed: &str,
    details: &DetailsForm,
    t: Texts,
    errors: &mut FieldErrors,
) -> Result<Option<Email>, Mistyped> {
    if given(typed).is_some() {
        return parse_email(typed, t, errors).map(Some).ok_or(Mistyped);
    }
    if given(&details.organisation).is_some() {
        return Ok(None);
    }
    errors.add("organisation", t.form_organisation_without_email());
    Err(Mistyped)
}

fn email_sentence(fault: EmailFault, t: Texts) -> String {
    match fault {
        EmailFault::NoAt(typed) => t.form_email_no_at(typed),
        EmailFault::TwoAts => t.form_email_two().to_owned(),
        EmailFault::Space(shown) => t.form_email_space(shown),
        EmailFault::NoDomain(domain) if domain.is_empty() => t.form_email_ends().to_owned(),
        EmailFault::NoDomain(domain) => t.form_email_no_domain(domain),
        EmailFault::NotLatin(sign) => t.form_email_not_latin(sign.to_string()),
        EmailFault::Sign(sign) => t.form_email_sign(sign.to_string()),
        EmailFault::Dots(typed) => t.form_email_dots(typed),
        EmailFault::NoName => t.form_email_begins().to_owned(),
        EmailFault::TooLong => t.form_email_too_long().to_owned(),
        EmailFault::Domain(domain) => t.form_email_domain(domain),
    }
}

fn phone_sentence(fault: PhoneFault, t: Texts) -> String {
    match fault {
        PhoneFault::Sign(sign) => t.form_phone_sign(sign.to_string()),
        PhoneFault::TooShort => t.form_phone_short().to_owned(),
        PhoneFault::TooLong => t.form_phone_long().to_owned(),
    }
}

/// An optional text that may not be longer than so many characters.
fn limited(
    field: &'static str,
    typed: Option<String>,
    most: usize,
    t: Texts,
    errors: &mut FieldErrors,
) -> Option<String> {
    let text = typed?;
    if text.chars().count() > most {
        errors.add(field, t.form_too_long(most));
    }
    Some(text)
}
