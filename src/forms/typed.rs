use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use chrono_tz::Tz;
use url::form_urlencoded;

use super::{FieldErrors, given, given_code};
use crate::clock::{self, ClockChange, Moment};
use crate::i18n::{self, Texts, dates};
use crate::models::forum_text::Version;
use crate::values::Slug;

/// What a browser sent, field by field as typed: for the desk's forms, whose fields differ with a forum's languages.
/// Found by name, not by going through all of them: a body has room for a quarter of a million.
#[derive(Debug, Clone, Default)]
pub(crate) struct Typed(HashMap<String, Vec<String>>);

impl Typed {
    pub(crate) fn read(body: &[u8]) -> Typed {
        let fields = form_urlencoded::parse(body).into_owned();
        fields.fold(Typed::default(), |form, (name, value)| {
            form.with(name, value)
        })
    }

    /// What stands in a field; nothing where there is none.
    pub(crate) fn get<'a>(&'a self, field: &str) -> &'a str {
        self.all(field).next().unwrap_or("")
    }

    /// What stands in every field of a name: the boxes ticked.
    pub(crate) fn all<'a>(&'a self, field: &str) -> impl Iterator<Item = &'a str> + use<'a> {
        let values = self.0.get(field).into_iter().flatten();
        values.map(String::as_str)
    }

    /// What stands in so many fields of a name, numbered from 1: rows of a list in order.
    pub(crate) fn rows<'a>(
        &'a self,
        field: &str,
        count: usize,
    ) -> impl Iterator<Item = (usize, &'a str)> {
        (1..=count).zip(self.all(field).chain(std::iter::repeat("")))
    }

    /// Whether this box is ticked, or this one chosen.
    pub(crate) fn has(&self, field: &str, value: &str) -> bool {
        self.all(field).any(|typed| typed == value)
    }

    pub(crate) fn ticked(&self, field: &str) -> bool {
        self.has(field, "yes")
    }

    /// Whether a form came back as it had been drawn. Empty fields say nothing, the sign-in's token says who sends it,
    /// and line ends are the browser's own.
    pub(crate) fn says_the_same_as(&self, drawn: &Typed) -> bool {
        let mut shown = drawn.said();
        // A text in a language that the page does not show (`name.ru`) cannot come back.
        shown.retain(|(name, _)| !name.contains('.') || self.all(name).next().is_some());
        self.said() == shown
    }

    fn said(&self) -> BTreeSet<(&str, String)> {
        let said = self.0.iter().filter(|(name, _)| is_said(name));
        said.flat_map(|(name, values)| values.iter().map(move |value| (name.as_str(), value)))
            .map(|(name, value)| (name, value.trim().replace("\r\n", "\n")))
            .filter(|(_, value)| !value.is_empty())
            .collect()
    }

    /// The fields in which it differs from the form as it is drawn now: what stands there, and what was typed.
    pub(crate) fn differences(&self, drawn: &Typed) -> Vec<Difference> {
        let names: BTreeSet<&String> = self.0.keys().chain(drawn.0.keys()).collect();
        let text = |form: &Typed, name: &str| {
            let values: Vec<&str> = form.all(name).map(str::trim).collect();
            values.join(", ").replace("\r\n", "\n")
        };
        names
            .into_iter()
            .filter(|name| is_said(name))
            // A text in a language that the page does not show cannot have been changed on it.
            .filter(|name| !name.contains('.') || self.all(name).next().is_some())
            .map(|name| Difference {
                field: name.clone(),
                stands: text(drawn, name),
                typed: text(self, name),
            })
            .filter(|one| one.stands != one.typed)
            .collect()
    }

    /// With this in the field in place of what stands there.
    pub(crate) fn instead(mut self, field: &str, value: impl Into<String>) -> Typed {
        self.0.remove(field);
        self.with(field, value)
    }

    /// With one more field, for a form that is filled in before it is shown.
    pub(crate) fn with(mut self, field: impl Into<String>, value: impl Into<String>) -> Typed {
        self.0.entry(field.into()).or_default().push(value.into());
        self
    }

    pub(crate) fn with_tick(self, field: &str, ticked: bool) -> Typed {
        match ticked {
            true => self.with(field, "yes"),
            false => self,
        }
    }

    /// With a moment as the clocks of a zone show it.
    pub(crate) fn with_time(self, field: &str, moment: Option<Moment>, zone: Tz) -> Typed {
        match moment {
            Some(moment) => {
                let local = clock::in_zone(zone, moment);
                self.with(field, local.format("%Y-%m-%dT%H:%M").to_string())
            }
            None => self,
        }
    }

    pub(crate) fn with_number(self, field: &str, number: Option<i32>) -> Typed {
        match number {
            Some(number) => self.with(field, number.to_string()),
            None => self,
        }
    }

    /// A text of at most so many characters; nothing is `None`.
    pub(crate) fn text(
        &self,
        field: &'static str,
        most: usize,
        t: Texts,
        errors: &mut FieldErrors,
    ) -> Option<String> {
        let text = given(self.get(field))?;
        if text.chars().count() > most {
            errors.add(field, t.form_too_long(most));
        }
        Some(text)
    }

    /// A whole number that counts people; an empty field is no limit.
    pub(crate) fn number(
        &self,
        field: &'static str,
        t: Texts,
        errors: &mut FieldErrors,
    ) -> Option<i32> {
        let typed = given_code(self.get(field))?;
        let number = typed.parse().ok().filter(|number: &i32| *number >= 0);
        if number.is_none() {
            errors.add(field, t.desk_edit_number_wrong());
        }
        number
    }

    pub(crate) fn date(
        &self,
        field: &'static str,
        t: Texts,
        errors: &mut FieldErrors,
    ) -> Option<NaiveDate> {
        let Some(typed) = given(self.get(field)) else {
            errors.add(field, t.desk_edit_date_missing());
            return None;
        };
        read_date(&typed, field, t, errors)
    }

    /// First and last day, in this order.
    pub(crate) fn days(
        &self,
        t: Texts,
        errors: &mut FieldErrors,
    ) -> Option<(NaiveDate, NaiveDate)> {
        let first = self.date("starts_on", t, errors);
        let last = self.date("ends_on", t, errors);
        let days = (first?, last?);
        if days.1 < days.0 {
            errors.add("ends_on", t.desk_edit_dates_order());
            return None;
        }
        Some(days)
    }

    /// A time on the clocks of a zone; an empty field is `None`.
    pub(crate) fn time(
        &self,
        field: &'static str,
        zone: Tz,
        t: Texts,
        errors: &mut FieldErrors,
    ) -> Option<Moment> {
        let typed = given(self.get(field))?;
        let Some(local) = i18n::read_date_time(t.language(), &typed) else {
            let example = example().and_hms_opt(14, 30, 0).unwrap_or_default();
            let example = dates::date_time(t.language(), example);
            errors.add(field, t.form_time_wrong(typed, example));
            return None;
        };
        match clock::from_zone(zone, local) {
            Ok(moment) => Some(moment),
            Err(change) => {
                errors.add(field, change_sentence(change, t));
                None
            }
        }
    }

    /// Beginning and end, in this order where both are there.
    pub(crate) fn times(
        &self,
        (from, to): (&'static str, &'static str),
        zone: Tz,
        t: Texts,
        errors: &mut FieldErrors,
    ) -> (Option<Moment>, Option<Moment>) {
        let times = (
            self.time(from, zone, t, errors),
            self.time(to, zone, t, errors),
        );
        if let (Some(begin), Some(end)) = times
            && end <= begin
        {
            errors.add(to, t.desk_edit_time_order());
        }
        times
    }

    /// A short name; left empty, it is made from the first of the names.
    pub(crate) fn slug(
        &self,
        names: &[Version],
        t: Texts,
        errors: &mut FieldErrors,
    ) -> Option<Slug> {
        let slug = match given_code(self.get("slug")) {
            Some(typed) => Slug::parse(&typed.to_lowercase()),
            None => names
                .iter()
                .find(|name| !name.value.is_empty())
                .and_then(|name| Slug::from_words(&name.value)),
        };
        if slug.is_none() {
            errors.add("slug", t.desk_edit_slug_wrong());
        }
        slug
    }

    /// The id of one of these, chosen in a list.
    pub(crate) fn id(&self, field: &str, known: impl IntoIterator<Item = i64>) -> Option<i64> {
        let typed: i64 = given_code(self.get(field))?.parse().ok()?;
        known.into_iter().find(|id| *id == typed)
    }

    /// The ids of these that are ticked.
    pub(crate) fn ids(&self, field: &str, known: impl IntoIterator<Item = i64>) -> Vec<i64> {
        let ticked = |id: &i64| self.has(field, &id.to_string());
        known.into_iter().filter(ticked).collect()
    }

    pub(crate) fn zone(&self, t: Texts, errors: &mut FieldErrors) -> Option<Tz> {
        let zone = given(self.get("zone")).and_then(|typed| typed.parse().ok());
        if zone.is_none() {
            errors.add("zone", t.desk_edit_zone_wrong());
        }
        zone
    }
}

/// A field of two forms.
#[derive(Debug, Clone)]
pub(crate) struct Difference {
    pub field: String,
    pub stands: String,
    pub typed: String,
}

/// Whether a person says something in it: the token says who sends a form, the version when it was drawn, and the
/// button which of its acts is meant.
fn is_said(field: &str) -> bool {
    !["token", "version", "do"].contains(&field)
}

/// A day as people write it, or the sentence that shows what could not be read.
pub(crate) fn read_date(
    typed: &str,
    field: &'static str,
    t: Texts,
    errors: &mut FieldErrors,
) -> Option<NaiveDate> {
    let date = i18n::read_date(t.language(), typed);
    if date.is_none() {
        let example = dates::date(t.language(), example());
        errors.add(field, t.form_date_wrong(typed, example));
    }
    date
}

/// A day that shows how days are written.
fn example() -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 4, 28).unwrap_or_default()
}

fn change_sentence(change: ClockChange, t: Texts) -> &'static str {
    match change {
        ClockChange::Skipped => t.desk_edit_time_skipped(),
        ClockChange::Twice => t.desk_edit_time_twice(),
    }
}

/// The zones an organizer may choose: those named after places, without the older spellings.
pub(crate) fn zones() -> impl Iterator<Item = &'static str> {
    const AREAS: [&str; 9] = [
        "Africa/",
        "America/",
        "Antarctica/",
        "Asia/",
        "Atlantic/",
        "Australia/",
        "Europe/",
        "Indian/",
        "Pacific/",
    ];
    chrono_tz::TZ_VARIANTS
        .iter()
        .map(|zone| zone.name())
        .filter(|name| AREAS.iter().any(|area| name.starts_with(area)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::Language;

    fn moment(typed: &str, zone: Tz) -> Result<Option<Moment>, String> {
        let mut errors = FieldErrors::default();
        let form = Typed::default().with("at", typed);
        let moment = form.time("at", zone, Texts::of(Language::En), &mut errors);
        match errors.get("at") {
            Some(sentence) => Err(sentence.to_string()),
            None => Ok(moment),
        }
    }

    #[test]
    fn times_are_read_on_the_clocks_of_the_zone() {
        let baku = chrono_tz::Asia::Baku;
        let nine = moment("2025-04-28T09:00", baku).unwrap().unwrap();
        assert_eq!(nine.to_string(), "2025-04-28 05:00:00");
        assert_eq!(moment(" ", baku), Ok(None));
        assert!(moment("tomorrow", baku).is_err());
        let shown = Typed::default().with_time("at", Some(nine), baku);
        assert_eq!(shown.get("at"), "2025-04-28T09:00");
    }

    #[test]
    fn a_time_over_which_the_clocks_change_is_refused() {
        let paris = chrono_tz::Europe::Paris;
        let skipped = moment("2025-03-30T02:30", paris).unwrap_err();
        assert!(skipped.contains("does not exist"), "{skipped}");
        let twice = moment("2025-10-26T02:30", paris).unwrap_err();
        assert!(twice.contains("twice"), "{twice}");
    }

    #[test]
    fn zones_are_named_after_places() {
        let all: Vec<&str> = zones().collect();
        assert!(all.contains(&"Asia/Baku") && all.contains(&"Pacific/Fiji"));
        assert!(!all.contains(&"EST") && !all.contains(&"US/Pacific"));
    }
}
