//! What a person tells for a letter of confirmation.

use chrono::NaiveDate;

use crate::forms::{FieldErrors, Typed, given, read_date};
use crate::i18n::Texts;
use crate::models::people::document::Passport;
use crate::models::people::registration::Registration;
use crate::values::{Country, coded_text, given_in_latin, is_latin};

const LONGEST_LINE: usize = 200;
const LONGEST_NUMBER: usize = 30;

/// What is known already: of the letter that was refused, else of the registration. Where nobody told the name in
/// Latin letters it is asked for: no reading of ours goes on a letter.
pub(crate) fn filled(person: &Registration, before: Option<Passport>) -> Typed {
    let latin = given_in_latin(&person.name, person.native_name.as_deref());
    let known = before.unwrap_or_else(|| Passport {
        name: latin.unwrap_or_default().to_owned(),
        employer: person.organisation.clone(),
        ..Passport::default()
    });
    let born = known.born_on.map(|day| day.to_string());
    Typed::default()
        .with("name", known.name)
        .with("passport", known.number.unwrap_or_default())
        .with("nationality", known.nationality.unwrap_or_default())
        .with("born_on", born.unwrap_or_default())
        .with("consulate", known.consulate.unwrap_or_default())
        .with("employer", known.employer.unwrap_or_default())
}

pub(crate) fn parse(
    form: &Typed,
    today: NaiveDate,
    t: Texts,
    errors: &mut FieldErrors,
) -> Option<Passport> {
    let name = form.text("name", LONGEST_LINE, t, errors);
    match &name {
        None => errors.add("name", t.letter_name_missing()),
        Some(name) if !is_latin(name) => errors.add("name", t.form_latin_wrong()),
        Some(_) => {}
    }
    let number = form.text("passport", LONGEST_NUMBER, t, errors);
    let nationality = nationality(form, t, errors);
    let born_on = born_on(form, today, t, errors);
    let consulate = form.text("consulate", LONGEST_LINE, t, errors);
    let employer = form.text("employer", LONGEST_LINE, t, errors);
    if !errors.is_empty() {
        return None;
    }
    Some(Passport {
        name: name?,
        number: number.map(|number| coded_text(&number)),
        nationality,
        born_on,
        consulate,
        employer,
    })
}

fn nationality(form: &Typed, t: Texts, errors: &mut FieldErrors) -> Option<String> {
    let typed = given(form.get("nationality"))?;
    let country = Country::parse(&typed);
    if country.is_none() {
        errors.add("nationality", t.desk_edit_choice_missing());
    }
    Some(country?.code().to_owned())
}

fn born_on(
    form: &Typed,
    today: NaiveDate,
    t: Texts,
    errors: &mut FieldErrors,
) -> Option<NaiveDate> {
    let typed = given(form.get("born_on"))?;
    let earliest = NaiveDate::from_ymd_opt(1900, 1, 1)?;
    let day = read_date(&typed, "born_on", t, errors)?;
    if !(earliest..=today).contains(&day) {
        errors.add("born_on", t.letter_born_wrong());
        return None;
    }
    Some(day)
}
