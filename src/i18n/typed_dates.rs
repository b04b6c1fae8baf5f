//! Days and times as people type them where a browser has nothing to pick them from: `28.04.2025`, `28 April 2025,
//! 14:30`, `٢٨/٤/٢٠٢٥`. The day stands first, as on all pages, unless it cannot be one.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::dates;
use crate::values::{Language, coded_text};

/// The day that was typed.
pub(crate) fn read_date(language: Language, typed: &str) -> Option<NaiveDate> {
    let typed = Typed::of(language, typed);
    let (date, rest) = typed.date()?;
    rest.is_empty().then_some(date)
}

/// The day and the time that were typed.
pub(crate) fn read_date_time(language: Language, typed: &str) -> Option<NaiveDateTime> {
    let typed = Typed::of(language, typed);
    let (date, rest) = typed.date()?;
    Some(date.and_time(typed.time(rest)?))
}

/// What was typed, in its numbers and what its words say.
struct Typed {
    numbers: Vec<Number>,
    /// From 1; of the word that is a month's name, or begins one.
    month: Option<u32>,
    half: Option<Half>,
    /// Whether a word says that an hour is meant: `14 h`.
    is_hour: bool,
}

#[derive(Clone, Copy)]
struct Number {
    value: u32,
    digits: usize,
}

/// Half of a day, of twelve hours.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Am,
    Pm,
}

impl Typed {
    fn of(language: Language, typed: &str) -> Typed {
        let plain = coded_text(typed).to_lowercase();
        let is_digit = |sign: char| sign.is_ascii_digit();
        let numbers = plain
            .split(|sign| !is_digit(sign))
            .filter(|digits| !digits.is_empty())
            // What is no number of a date stays in the list, so that the rest is not read without it.
            .map(|digits| Number {
                value: digits.parse().unwrap_or(u32::MAX),
                digits: digits.len(),
            });
        let words = || {
            plain
                .split(|sign: char| !sign.is_alphabetic() && sign != '\'')
                .filter(|word| !word.is_empty())
        };
        let joined = plain.replace(['.', ' '], "");
        let ends = |half: &str| {
            let before = joined.strip_suffix(half);
            before.is_some_and(|before| before.ends_with(is_digit))
        };
        Typed {
            numbers: numbers.collect(),
            month: words().find_map(|word| month(language, word)),
            half: if ends("am") {
                Some(Half::Am)
            } else if ends("pm") {
                Some(Half::Pm)
            } else {
                None
            },
            is_hour: words().any(|word| word == "h"),
        }
    }

    /// The day, and the numbers behind it.
    fn date(&self) -> Option<(NaiveDate, &[Number])> {
        match (self.month, self.numbers.as_slice()) {
            (Some(month), [day, year, rest @ ..]) if year.is_year() => {
                Some((date(year, month, day)?, rest))
            }
            (Some(_), _) => None,
            (None, [year, month, day, rest @ ..]) if year.is_year() => {
                Some((date(year, month.value, day)?, rest))
            }
            (None, [first, second, year, rest @ ..]) if year.is_year() => {
                let day_first = date(year, second.value, first);
                Some((day_first.or_else(|| date(year, first.value, second))?, rest))
            }
            (None, [whole, rest @ ..]) if whole.digits == 8 => Some((whole.as_date()?, rest)),
            _ => None,
        }
    }

    fn time(&self, numbers: &[Number]) -> Option<NaiveTime> {
        let two = |number: &Number| number.digits == 2;
        let (hour, minute, second) = match numbers {
            [hour] if self.half.is_some() || self.is_hour => (hour, 0, 0),
            [hour, minute] if two(minute) => (hour, minute.value, 0),
            [hour, minute, second] if two(minute) && two(second) => {
                (hour, minute.value, second.value)
            }
            _ => return None,
        };
        let hour = match (self.half, hour.value) {
            (None, hour) => hour,
            (Some(half), hour @ 1..=12) => hour % 12 + if half == Half::Pm { 12 } else { 0 },
            (Some(_), _) => return None,
        };
        NaiveTime::from_hms_opt(hour, minute, second)
    }
}

impl Number {
    fn is_year(&self) -> bool {
        self.digits == 4 && self.value >= EARLIEST
    }

    /// `20250428`, or `28042025`.
    fn as_date(self) -> Option<NaiveDate> {
        let part = |from: u32, size: u32| Number {
            value: self.value / from % size,
            digits: if size > 100 { 4 } else { 2 },
        };
        let of = |year: Number, month: Number, day: Number| {
            date(&year, month.value, &day).filter(|_| year.is_year())
        };
        let year_first = of(part(10_000, 10_000), part(100, 100), part(1, 100));
        year_first.or_else(|| of(part(1, 10_000), part(10_000, 100), part(1_000_000, 100)))
    }
}

fn date(year: &Number, month: u32, day: &Number) -> Option<NaiveDate> {
    if day.digits > 2 {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(year.value).ok()?, month, day.value)
}

/// The month that a word names or begins: in the page's language first, else where all languages agree on one.
fn month(language: Language, word: &str) -> Option<u32> {
    let typed = plain_letters(word);
    if typed.len() < SHORTEST {
        return None;
    }
    match only(months_like(language, &typed)) {
        Some(month) => Some(month),
        None => only(
            Language::ALL
                .into_iter()
                .flat_map(|language| months_like(language, &typed)),
        ),
    }
}

fn months_like(language: Language, typed: &str) -> impl Iterator<Item = u32> {
    let is_like = move |name: &str| {
        let name = plain_letters(name);
        name.starts_with(typed) || typed.starts_with(&name)
    };
    (1..)
        .zip(dates::months(language))
        .filter(move |(_, name)| is_like(name))
        .map(|(number, _)| number)
}

/// The one month of these, where they are one.
fn only(mut months: impl Iterator<Item = u32>) -> Option<u32> {
    let first = months.next()?;
    months.all(|month| month == first).then_some(first)
}

fn plain_letters(word: &str) -> String {
    let mut plain = any_ascii::any_ascii(word).to_ascii_lowercase();
    plain.retain(|sign| sign.is_ascii_alphabetic());
    plain
}

/// Years before it are of another calendar, or a slip.
const EARLIEST: u32 = 1900;

/// Fewest letters that a month is known by.
const SHORTEST: usize = 3;

#[cfg(test)]
mod tests {
    use super::*;
    use Language::*;

    #[test]
    fn a_day_is_read_as_each_language_writes_it() {
        let day = NaiveDate::from_ymd_opt(2025, 4, 28);
        for (language, typed) in [
            (En, "2025-04-28"),
            (En, "28.04.2025"),
            (En, "04/28/2025"),
            (En, "28 April 2025"),
            (En, "April 28, 2025"),
            (En, "Monday 28th Apr 2025"),
            (En, "20250428"),
            (En, "28042025"),
            (Az, "28 aprel 2025"),
            (Ru, "28 апреля 2025 г."),
            (Ru, "28 апр. 2025"),
            (Tr, "28 Nisan 2025"),
            (Tr, "28/4/2025"),
            (Ar, "٢٨/٤/٢٠٢٥"),
            (Ar, "\u{200f}28 أبريل 2025"),
            (Fr, "28 avril 2025"),
            (Fr, "lundi 28 avr. 2025"),
            (Fr, "２８－０４－２０２５"),
        ] {
            assert_eq!(read_date(language, typed), day, "{typed}");
        }
        for typed in [
            "",
            "tomorrow",
            "31.02.2025",
            "28.04.25",
            "28.04",
            "1.2.3.2025",
            "28.04.2025 9:00",
        ] {
            assert_eq!(read_date(En, typed), None, "{typed}");
        }
        let every = (1..=12).filter_map(|month| NaiveDate::from_ymd_opt(2025, month, 3));
        for date in every {
            for language in Language::ALL {
                let written = dates::date(language, date);
                assert_eq!(read_date(language, &written), Some(date), "{written}");
            }
        }
    }

    #[test]
    fn a_time_is_read_behind_its_day() {
        let moment =
            |hour, minute| NaiveDate::from_ymd_opt(2025, 4, 28)?.and_hms_opt(hour, minute, 0);
        for (typed, read) in [
            ("2025-04-28T14:30", moment(14, 30)),
            ("2025-04-28 14:30:00", moment(14, 30)),
            ("28.04.2025, 14.30", moment(14, 30)),
            ("28 April 2025, 2:30 pm", moment(14, 30)),
            ("28/4/2025 12:05 a.m.", moment(0, 5)),
            ("28 avril 2025, 14 h 30", moment(14, 30)),
            ("28 avril 2025 à 14h", moment(14, 0)),
            ("٢٨/٤/٢٠٢٥ ٠٩:٠٠", moment(9, 0)),
            ("28.04.2025 24:00", None),
            ("28.04.2025 9", None),
            ("28.04.2025", None),
            ("28.04.2025 14:30 pm", None),
        ] {
            assert_eq!(read_date_time(Fr, typed), read, "{typed}");
        }
    }
}
