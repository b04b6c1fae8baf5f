//! Dates and lists, as a paper says them in one or two languages.

use chrono::NaiveDate;

use crate::i18n::{dates, listed};
use crate::models::people::document::Side;
use crate::values::Language;

/// A text and the language it is in.
pub(super) struct TextIn {
    pub language: Language,
    pub text: String,
}

/// The same in the language of each side; once where they agree.
pub(super) fn each(sides: &[Side], say: impl Fn(&Side) -> String) -> Vec<TextIn> {
    let mut said: Vec<TextIn> = Vec::new();
    for side in sides {
        let text = say(side);
        if !text.is_empty() && said.iter().all(|other| other.text != text) {
            let language = side.language;
            said.push(TextIn { language, text });
        }
    }
    said
}

/// The same on one line. Each is set apart, so that it is read in its own direction.
pub(super) fn on_both(sides: &[Side], say: impl Fn(&Side) -> String) -> String {
    let said = each(sides, say).into_iter().map(|said| said.text);
    let mut said: Vec<String> = said.collect();
    let directions = sides.iter().map(|side| side.language.direction());
    if said.len() > 1 && directions.collect::<Vec<_>>().contains(&"rtl") {
        for text in &mut said {
            *text = format!("\u{2068}{text}\u{2069}");
        }
    }
    said.join(" · ")
}

/// A number or an address, read from the left in every language.
pub(super) fn from_the_left(side: &Side, text: &str) -> String {
    match side.language.direction() {
        "rtl" => format!("\u{2066}{text}\u{2069}"),
        _ => text.to_owned(),
    }
}

/// Days that follow each other as one range: `28–29 April 2025, 2 May 2025`.
pub(super) fn days(language: Language, days: &[NaiveDate]) -> String {
    let mut runs: Vec<(NaiveDate, NaiveDate)> = Vec::new();
    for day in days {
        match runs.last_mut() {
            Some((_, last)) if last.succ_opt() == Some(*day) => *last = *day,
            _ => runs.push((*day, *day)),
        }
    }
    let said: Vec<String> = runs
        .into_iter()
        .map(|(first, last)| dates::date_range(language, first, last))
        .collect();
    listed(language, &said)
}

#[cfg(test)]
mod tests {
    use crate::papers::pdf::said::*;

    #[test]
    fn days_in_a_row_are_one_range() {
        let day = |text: &str| text.parse().expect("a day");
        let three = ["2025-04-28", "2025-04-29", "2025-05-02"].map(day);
        assert_eq!(days(Language::En, &three), "28–29 April 2025, 2 May 2025");
        assert_eq!(days(Language::En, &three[2..]), "2 May 2025");
    }
}
