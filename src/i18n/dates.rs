//! Dates and times as the language writes them (CLDR 48), always with 24 hours and Western digits.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};

use super::lists::listed;
use crate::values::Language;

/// 28 April 2025, 28 апреля 2025 г., 1er avril 2025
pub(crate) fn date(language: Language, date: NaiveDate) -> String {
    format!("{}{}", day(language, date), year(language, date))
}

/// The date without its year: 28 April
pub(crate) fn day(language: Language, date: NaiveDate) -> String {
    format!("{} {}", day_number(language, date), month(language, date))
}

/// 28–29 April 2025, 30 April – 2 May 2025, 31 December 2025 – 1 January 2026
pub(crate) fn date_range(language: Language, first: NaiveDate, last: NaiveDate) -> String {
    let whole = date(language, last);
    if first == last {
        whole
    } else if (first.year(), first.month()) == (last.year(), last.month()) {
        format!("{}–{whole}", day_number(language, first))
    } else if first.year() == last.year() {
        format!("{} – {whole}", day(language, first))
    } else {
        format!("{} – {whole}", date(language, first))
    }
}

/// 09:00
pub(crate) fn time(_language: Language, time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// 09:00–10:30
pub(crate) fn time_range(language: Language, first: NaiveTime, last: NaiveTime) -> String {
    format!("{}–{}", time(language, first), time(language, last))
}

/// 28 April 2025, 09:00
pub(crate) fn date_time(language: Language, moment: NaiveDateTime) -> String {
    let parts = [date(language, moment.date()), time(language, moment.time())];
    listed(language, &parts)
}

/// 28 April, 09:00
pub(crate) fn day_time(language: Language, moment: NaiveDateTime) -> String {
    let parts = [day(language, moment.date()), time(language, moment.time())];
    listed(language, &parts)
}

/// Monday, as it stands within a sentence
pub(crate) fn weekday(language: Language, date: NaiveDate) -> &'static str {
    let names = match language {
        Language::En => "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday",
        Language::Az => "bazar ertəsi|çərşənbə axşamı|çərşənbə|cümə axşamı|cümə|şənbə|bazar",
        Language::Ru => "понедельник|вторник|среда|четверг|пятница|суббота|воскресенье",
        Language::Tr => "Pazartesi|Salı|Çarşamba|Perşembe|Cuma|Cumartesi|Pazar",
        Language::Ar => "الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد",
        Language::Fr => "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche",
    };
    let place = date.weekday().num_days_from_monday() as usize;
    names.split('|').nth(place).unwrap_or_default()
}

/// A day with its weekday, as a heading: Monday 28 April; 28 aprel, bazar ertəsi
pub(crate) fn day_heading(language: Language, date: NaiveDate) -> String {
    let (weekday, day) = (weekday(language, date), day(language, date));
    match language {
        Language::En => format!("{weekday} {day}"),
        Language::Az => format!("{day}, {weekday}"),
        Language::Tr => format!("{day} {weekday}"),
        Language::Ru => format!("{}, {day}", capitalised(weekday)),
        Language::Ar => format!("{weekday}، {day}"),
        Language::Fr => format!("{} {day}", capitalised(weekday)),
    }
}

fn day_number(language: Language, date: NaiveDate) -> String {
    match (language, date.day()) {
        (Language::Fr, 1) => "1er".to_string(),
        (_, day) => day.to_string(),
    }
}

/// The year with what stands before and after it.
fn year(language: Language, date: NaiveDate) -> String {
    match language {
        Language::Ru => format!(" {}\u{a0}г.", date.year()),
        _ => format!(" {}", date.year()),
    }
}

/// The month in the case it takes after a day.
fn month(language: Language, date: NaiveDate) -> &'static str {
    let name = months(language).nth(date.month0() as usize);
    name.unwrap_or_default()
}

/// The months in the case they take after a day, from January.
pub(super) fn months(language: Language) -> impl Iterator<Item = &'static str> {
    let names = match language {
        Language::En => {
            "January February March April May June July August September October November December"
        }
        Language::Az => {
            "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr"
        }
        Language::Ru => {
            "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
        }
        Language::Tr => {
            "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık"
        }
        Language::Ar => {
            "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"
        }
        Language::Fr => {
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
        }
    };
    names.split(' ')
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::*;

    fn on(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a date")
    }

    fn all(write: impl Fn(Language) -> String) -> [String; 6] {
        Language::ALL.map(write)
    }

    #[test]
    fn a_date_is_written_as_the_language_writes_it() {
        let expected = [
            "28 April 2025",
            "28 aprel 2025",
            "28 апреля 2025\u{a0}г.",
            "28 Nisan 2025",
            "28 أبريل 2025",
            "28 avril 2025",
        ];
        assert_eq!(all(|language| date(language, on(2025, 4, 28))), expected);
        assert_eq!(date(Fr, on(2025, 5, 1)), "1er mai 2025");
    }

    #[test]
    fn a_range_says_month_and_year_once() {
        let forum = |language| date_range(language, on(2025, 4, 28), on(2025, 4, 29));
        let expected = [
            "28–29 April 2025",
            "28–29 aprel 2025",
            "28–29 апреля 2025\u{a0}г.",
            "28–29 Nisan 2025",
            "28–29 أبريل 2025",
            "28–29 avril 2025",
        ];
        assert_eq!(all(forum), expected);
        assert_eq!(
            date_range(En, on(2025, 4, 28), on(2025, 4, 28)),
            "28 April 2025"
        );
        assert_eq!(
            date_range(En, on(2025, 4, 30), on(2025, 5, 2)),
            "30 April – 2 May 2025"
        );
        let new_year = date_range(Ru, on(2025, 12, 31), on(2026, 1, 1));
        assert_eq!(new_year, "31 декабря 2025\u{a0}г. – 1 января 2026\u{a0}г.");
    }

    #[test]
    fn times_have_24_hours() {
        let moment = on(2025, 4, 28).and_hms_opt(14, 5, 59).expect("a time");
        assert_eq!(time(En, moment.time()), "14:05");
        assert_eq!(date_time(En, moment), "28 April 2025, 14:05");
        assert_eq!(date_time(Ar, moment), "28 أبريل 2025، 14:05");
        assert_eq!(day_time(Az, moment), "28 aprel, 14:05");
        let end = moment.time() + chrono::TimeDelta::hours(1);
        assert_eq!(time_range(Tr, moment.time(), end), "14:05–15:05");
    }

    #[test]
    fn headings_name_the_weekday() {
        let expected = [
            "Monday 28 April",
            "28 aprel, bazar ertəsi",
            "Понедельник, 28 апреля",
            "28 Nisan Pazartesi",
            "الاثنين، 28 أبريل",
            "Lundi 28 avril",
        ];
        assert_eq!(
            all(|language| day_heading(language, on(2025, 4, 28))),
            expected
        );
        assert_eq!(weekday(Fr, on(2025, 5, 4)), "dimanche");
    }
}
