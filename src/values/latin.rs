//! A name in Latin letters beside one in another script, so that it can be compared with a passport.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// How a name in another script is read in Latin letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LatinName {
    pub name: String,
    /// Whether it is our own reading: nobody gave one.
    pub is_ours: bool,
}

impl LatinName {
    /// What stands beneath a name: of the two that the person gave the Latin one, else our reading. Nothing where the
    /// name itself is Latin.
    pub(crate) fn beneath(name: &str, native_name: Option<&str>) -> Option<LatinName> {
        if is_latin(name) {
            return None;
        }
        Some(match given_in_latin(name, native_name) {
            Some(given) => LatinName {
                name: given.to_owned(),
                is_ours: false,
            },
            None => LatinName {
                name: in_latin_letters(name),
                is_ours: true,
            },
        })
    }
}

/// Of the two names that a person gave the Latin one.
pub(crate) fn given_in_latin<'a>(name: &'a str, native_name: Option<&'a str>) -> Option<&'a str> {
    let both = std::iter::once(name).chain(native_name);
    both.map(str::trim)
        .find(|name| !name.is_empty() && is_latin(name))
}

/// Whether whoever reads Latin letters can read it.
pub(crate) fn is_latin(text: &str) -> bool {
    text.chars()
        .filter(|sign| sign.is_alphabetic())
        .all(|sign| matches!(sign, '\0'..='\u{2ff}' | '\u{1e00}'..='\u{1eff}' | '\u{2c60}'..='\u{2c7f}' | '\u{a720}'..='\u{a7ff}'))
}

/// The name letter by letter: Cyrillic as passports have it, other scripts as a table has them, each word with a
/// capital. Vowels that a script leaves out stay out.
pub(super) fn in_latin_letters(name: &str) -> String {
    let name: String = name.nfc().collect();
    // Two letters of Greek that are one vowel.
    let name = name
        .replace("ου", "ou")
        .replace("ού", "ou")
        .replace("Ου", "Ou");
    let words: Vec<String> = name
        .split_whitespace()
        .map(word)
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

fn word(word: &str) -> String {
    if is_latin(word) {
        return word.to_owned();
    }
    // Written without a gap: a family name of one sign, and the given name.
    if let Some((family, given)) = word.split_at_checked(SIGN)
        && word.chars().all(is_syllable)
        && !given.is_empty()
    {
        return format!("{} {}", self::word(family), spelt(given));
    }
    spelt(word)
}

/// Bytes of a sign that is a whole syllable.
const SIGN: usize = 3;

/// Chinese and Korean signs.
fn is_syllable(sign: char) -> bool {
    matches!(sign, '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
}

fn spelt(word: &str) -> String {
    let letters = word.chars().filter(|sign| sign.is_alphabetic());
    let is_shouted = letters.clone().count() > 1 && letters.clone().all(char::is_uppercase);
    let mut latin = String::with_capacity(word.len());
    for sign in word.chars() {
        let plain = letter(sign);
        match sign.is_uppercase() && !is_shouted {
            true => latin.push_str(&capital(&plain)),
            false if is_shouted => latin.push_str(&plain.to_uppercase()),
            false => latin.push_str(&plain),
        }
    }
    match latin.chars().next().is_some_and(char::is_lowercase) {
        // Scripts without capitals, and who writes none: a name begins with one, behind a hyphen too.
        true => {
            let parts: Vec<String> = latin.split('-').map(capital).collect();
            parts.join("-")
        }
        false => latin,
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

fn letter(sign: char) -> String {
    let small: char = sign.to_lowercase().next().unwrap_or(sign);
    if let Some(latin) = arabic(small).or_else(|| cyrillic(small)) {
        return latin.to_owned();
    }
    if is_combining_mark(sign) && !is_vowel_sign(sign) {
        return String::new();
    }
    let mut plain = any_ascii::any_ascii_char(small).to_lowercase();
    plain.retain(|sign| sign.is_ascii_alphabetic() || sign == '-');
    plain
}

/// Marks that are read: the short vowels of Arabic, and what Indic and other scripts write as marks.
fn is_vowel_sign(sign: char) -> bool {
    !matches!(sign, '\u{300}'..='\u{36f}' | '\u{651}'..='\u{655}' | '\u{670}')
}

/// Letters of Arabic that a table has as a sign, or not at all.
fn arabic(sign: char) -> Option<&'static str> {
    match sign {
        'ع' | 'ة' | 'ى' => Some("a"),
        _ => None,
    }
}

/// As the rules for machine-readable passports have it, with the letters of Turkic and other languages.
fn cyrillic(small: char) -> Option<&'static str> {
    Some(match small {
        'а' | 'ә' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ғ' | 'ґ' => "g",
        'д' => "d",
        'е' | 'ё' | 'э' => "e",
        'є' => "ie",
        'ж' => "zh",
        'җ' | 'ҷ' => "j",
        'з' => "z",
        'и' | 'й' | 'і' | 'ї' | 'ӣ' => "i",
        'к' | 'қ' | 'ҡ' | 'ҝ' => "k",
        'л' => "l",
        'м' => "m",
        'н' | 'ң' => "n",
        'о' | 'ө' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' | 'ү' | 'ұ' | 'ӯ' => "u",
        'ў' => "o",
        'ф' => "f",
        'х' => "kh",
        'һ' | 'ҳ' => "h",
        'ц' => "ts",
        'ч' | 'ҹ' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ъ' => "ie",
        'ы' => "y",
        'ь' => "",
        'ю' => "iu",
        'я' => "ia",
        'ј' => "j",
        'љ' => "lj",
        'њ' => "nj",
        'ћ' | 'ђ' => "c",
        'џ' => "dz",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_two_names_the_latin_one_stands_beneath_and_else_our_reading_which_says_so() {
        assert_eq!(LatinName::beneath("Şəhla", Some("شهلا")), None);
        let given = LatinName::beneath("Лейла Алиева", Some("Leyla Əliyeva")).unwrap();
        assert_eq!(
            (given.name.as_str(), given.is_ours),
            ("Leyla Əliyeva", false)
        );
        let ours = LatinName::beneath("Гульнара", Some("Гүлнара")).unwrap();
        assert_eq!((ours.name.as_str(), ours.is_ours), ("Gulnara", true));
    }

    #[test]
    fn names_of_many_scripts_are_read_with_capitals() {
        for (name, latin) in [
            ("Щербакова-Объедкова Юлия", "Shcherbakova-Obieedkova Iuliia"),
            ("Әлихан Бөкейханұлы", "Alikhan Bokeikhanuly"),
            ("ГУЛЬНАРА Ахметова", "GULNARA Akhmetova"),
            ("айгүл сәрсен-кызы", "Aigul Sarsen-Kyzy"),
            ("محمد علي", "Mhmd Aly"),
            ("მარიამ ბერიძე", "Mariam Beridze"),
            ("Ελένη Παπαδοπούλου", "Eleni Papadopoulou"),
            ("王伟", "Wang Wei"),
            ("김민수", "Gim Minsu"),
        ] {
            assert_eq!(in_latin_letters(name), latin);
        }
        for name in ["अनीता शर्मा", "አበበ በቀለ", "শেখ হাসিনা", "สมชาย"]
        {
            let latin = in_latin_letters(name);
            assert!(
                is_latin(&latin) && latin.starts_with(char::is_uppercase),
                "{latin}"
            );
        }
    }
}
