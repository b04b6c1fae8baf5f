//! Whole numbers: how a language groups their digits, and which plural form they ask for.

use crate::values::Language;

/// Anything that counts: every whole number, and references to one, as the templates pass them.
pub(crate) trait Amount {
    fn amount(&self) -> i64;
}

impl<T: Amount + ?Sized> Amount for &T {
    fn amount(&self) -> i64 {
        (**self).amount()
    }
}

macro_rules! amounts {
    ($($number:ty)*) => {$(
        impl Amount for $number {
            fn amount(&self) -> i64 {
                i64::try_from(*self).unwrap_or(i64::MAX)
            }
        }
    )*};
}

amounts!(i8 i16 i32 i64 isize u8 u16 u32 u64 usize);

/// The number with its digits grouped: 12,345 or 12.345 or 12 345. Western digits in every language:
/// they have to match badge, phone and passport.
pub(crate) fn number(language: Language, amount: impl Amount) -> String {
    let amount = amount.amount();
    let digits = amount.unsigned_abs().to_string();
    let mut grouped = String::new();
    if amount < 0 {
        grouped.push('-');
    }
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(separator(language));
        }
        grouped.push(digit);
    }
    grouped
}

/// With one digit behind the comma: 2.5 or 2,5.
pub(crate) fn decimal(language: Language, amount: f64) -> String {
    let written = format!("{amount:.1}");
    match language {
        Language::En | Language::Ar => written,
        Language::Az | Language::Tr | Language::Ru | Language::Fr => written.replace('.', ","),
    }
}

/// What stands between groups of three digits (CLDR 48).
fn separator(language: Language) -> char {
    match language {
        Language::En | Language::Ar => ',',
        Language::Az | Language::Tr => '.',
        Language::Ru => '\u{a0}',
        Language::Fr => '\u{202f}',
    }
}

/// The plural forms of CLDR.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Plural {
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}

/// The form a whole number asks for (CLDR 48, cardinals).
pub(super) fn plural(language: Language, n: i64) -> Plural {
    let n = n.unsigned_abs();
    match language {
        Language::En | Language::Az | Language::Tr => match n {
            1 => Plural::One,
            _ => Plural::Other,
        },
        Language::Fr => match n {
            0 | 1 => Plural::One,
            _ if n.is_multiple_of(1_000_000) => Plural::Many,
            _ => Plural::Other,
        },
        Language::Ru => match (n % 10, n % 100) {
            (1, tail) if tail != 11 => Plural::One,
            (2..=4, tail) if !(12..=14).contains(&tail) => Plural::Few,
            _ => Plural::Many,
        },
        Language::Ar => match (n, n % 100) {
            (0, _) => Plural::Zero,
            (1, _) => Plural::One,
            (2, _) => Plural::Two,
            (_, 3..=10) => Plural::Few,
            (_, 11..) => Plural::Many,
            _ => Plural::Other,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_as_the_language_writes_them() {
        let written = |n: i64| Language::ALL.map(|language| number(language, n));
        assert_eq!(written(7), ["7"; 6]);
        assert_eq!(written(520), ["520"; 6]);
        let thousands = [
            "1,234",
            "1.234",
            "1\u{a0}234",
            "1.234",
            "1,234",
            "1\u{202f}234",
        ];
        assert_eq!(written(1234), thousands);
        assert_eq!(number(Language::En, 100_000), "100,000");
        assert_eq!(number(Language::Tr, -1_234_567_i64), "-1.234.567");
    }

    #[test]
    fn a_part_of_one_stands_behind_the_language_s_own_mark() {
        assert_eq!(decimal(Language::En, 2.54), "2.5");
        assert_eq!(decimal(Language::Az, 0.0), "0,0");
    }

    #[test]
    fn anything_that_counts_is_an_amount() {
        let by_reference = &&3_usize;
        assert_eq!(number(Language::En, by_reference), "3");
        assert_eq!(
            number(Language::En, u64::MAX),
            number(Language::En, i64::MAX)
        );
    }

    #[test]
    fn plural_forms_are_those_of_the_language() {
        use Plural::*;
        let forms = |language, numbers: [i64; 10]| numbers.map(|n| plural(language, n));
        let numbers = [0, 1, 2, 3, 10, 11, 21, 100, 102, 1_000_000];
        for language in [Language::En, Language::Az, Language::Tr] {
            let expected = [
                Other, One, Other, Other, Other, Other, Other, Other, Other, Other,
            ];
            assert_eq!(forms(language, numbers), expected);
        }
        let french = [
            One, One, Other, Other, Other, Other, Other, Other, Other, Many,
        ];
        assert_eq!(forms(Language::Fr, numbers), french);
        let russian = [Many, One, Few, Few, Many, Many, One, Many, Few, Many];
        assert_eq!(forms(Language::Ru, numbers), russian);
        let arabic = [Zero, One, Two, Few, Few, Many, Many, Other, Other, Other];
        assert_eq!(forms(Language::Ar, numbers), arabic);
    }
}
