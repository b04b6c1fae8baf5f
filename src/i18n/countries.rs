//! The names of the countries (CLDR), in the order their language sorts them. `countries/make.mjs` writes
//! the files, so that no collation is needed here.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::values::Language;

struct Names {
    sorted: Vec<(&'static str, &'static str)>,
    by_code: HashMap<&'static str, &'static str>,
}

static NAMES: LazyLock<[Names; 6]> = LazyLock::new(|| Language::ALL.map(read));

/// Codes ISO leaves to its users: a list has them only where a forum asks for them.
const OPTIONAL: [&str; 1] = ["QN"];

/// Code and name of every country, sorted as the language sorts; optional ones such as `QN` only if named.
pub(crate) fn countries(
    language: Language,
    optional: &[&str],
) -> impl Iterator<Item = (&'static str, &'static str)> {
    let listed = |code: &str| !OPTIONAL.contains(&code) || optional.contains(&code);
    let sorted = names(language).sorted.iter().copied();
    sorted.filter(move |(code, _)| listed(code))
}

/// The country's name; of a code that is none, the code itself.
pub(crate) fn country_name(language: Language, code: &(impl AsRef<str> + ?Sized)) -> &str {
    let code = code.as_ref();
    names(language).by_code.get(code).copied().unwrap_or(code)
}

fn names(language: Language) -> &'static Names {
    &NAMES[language as usize]
}

fn read(language: Language) -> Names {
    let file = match language {
        Language::En => include_str!("countries/en.tsv"),
        Language::Az => include_str!("countries/az.tsv"),
        Language::Ru => include_str!("countries/ru.tsv"),
        Language::Tr => include_str!("countries/tr.tsv"),
        Language::Ar => include_str!("countries/ar.tsv"),
        Language::Fr => include_str!("countries/fr.tsv"),
    };
    let sorted: Vec<_> = file
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .collect();
    let by_code = sorted.iter().copied().collect();
    Names { sorted, by_code }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::Country;

    fn place(language: Language, code: &str) -> usize {
        countries(language, &["QN"])
            .position(|(other, _)| other == code)
            .expect("a country")
    }

    #[test]
    fn every_country_has_a_name_in_every_language() {
        for language in Language::ALL {
            assert_eq!(countries(language, &[]).count(), 249);
            assert_eq!(countries(language, &["QN"]).count(), 250);
            for country in Country::all() {
                assert_ne!(country_name(language, &country), country.code());
            }
        }
    }

    #[test]
    fn names_are_the_usual_short_ones() {
        assert_eq!(country_name(Language::En, "PS"), "Palestine");
        assert_eq!(country_name(Language::En, "HK"), "Hong Kong");
        assert_eq!(country_name(Language::Az, "TR"), "Türkiyə");
        assert_eq!(country_name(Language::Ar, "AZ"), "أذربيجان");
        assert_eq!(country_name(Language::Fr, "ZZ"), "ZZ");
    }

    #[test]
    fn lists_are_sorted_as_the_language_sorts() {
        use Language::*;
        // Å under A in English, Ə after E and X after H in Azerbaijani, Ç and Ş by their own in Turkish
        assert!(place(En, "AX") < place(En, "AL"));
        assert!(place(Az, "SZ") < place(Az, "AF") && place(Az, "AF") < place(Az, "FO"));
        assert!(place(Az, "HK") < place(Az, "HR") && place(Az, "HR") < place(Az, "ID"));
        assert!(place(Tr, "KH") < place(Tr, "CA") && place(Tr, "LK") < place(Tr, "CL"));
        assert!(place(Fr, "DM") < place(Fr, "EG") && place(Fr, "EG") < place(Fr, "EC"));
        assert!(place(Fr, "EG") < place(Fr, "ES"));
    }
}
