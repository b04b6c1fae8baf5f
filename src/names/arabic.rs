//! Arabic, Persian, Urdu and Uyghur letters, most of them consonants: what vowels they leave out stays out.

use super::habits::Habits;
use super::latin;

/// Names that begin with the letters of the article without being it: Elham, Elyas, Elnur, Elchin, Eldar ...
const NOT_THE_ARTICLE: [&str; 14] = [
    "الهام",
    "الهه",
    "الیاس",
    "الياس",
    "المیرا",
    "الناز",
    "الچین",
    "النور",
    "الدار",
    "الشن",
    "الشاد",
    "المان",
    "الميرا",
    "الكسند",
];

pub(super) fn is_arabic(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{64a}' | '\u{671}'..='\u{6d5}' | '\u{750}'..='\u{77f}')
}

/// Vowel points, the stretching line and other marks that searching passes over.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6ed}')
}

/// The words that one written word holds: the article, `عبد` and `الدين` are written together with others.
pub(super) fn fold(word: &str) -> Vec<String> {
    if word == "الله" || word == "اللہ" {
        return vec!["alah".to_owned()];
    }
    if let Some(rest) = word.strip_prefix("عبد") {
        if rest == "الله" || rest == "اللہ" {
            return vec!["abdulah".to_owned()];
        }
        if rest.starts_with("ال") && rest.chars().count() > 4 {
            return vec![
                "abd".to_owned(),
                "al".to_owned(),
                letters(&rest["ال".len()..]),
            ];
        }
    }
    for god in ["الله", "اللہ"] {
        if let Some(before) = word.strip_suffix(god) {
            return vec![letters(before) + "ulah"];
        }
    }
    if let Some(before) = word
        .strip_suffix("الدين")
        .or_else(|| word.strip_suffix("الدین"))
        && !before.is_empty()
    {
        return vec![letters(before) + "udin"];
    }
    let rest = word.strip_prefix("ال");
    match rest.filter(|rest| rest.chars().count() >= 3 && !is_whole(word)) {
        Some(rest) => vec!["al".to_owned(), letters(rest)],
        None => vec![letters(word)],
    }
}

fn is_whole(word: &str) -> bool {
    NOT_THE_ARTICLE.iter().any(|name| word.starts_with(name))
}

fn letters(word: &str) -> String {
    let chars: Vec<char> = word.chars().collect();
    let mut plain = String::with_capacity(chars.len() + 4);
    for (at, c) in chars.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| chars[at]);
        let after = chars.get(at + 1).copied();
        match c {
            'و' => plain.push_str(waw(before, after)),
            'ي' | 'ی' | 'ى' => plain.push_str(ya(*c, before, after)),
            'ه' | 'ہ' => plain.push_str(ha(before, after)),
            // Kurdish and Uyghur have it for h, Urdu for the breath after a consonant.
            'ھ' if before.is_none_or(is_vowel) => plain.push('h'),
            _ => push(*c, at, &mut plain),
        }
    }
    latin::spell(&plain, Habits::default())
}

/// A consonant at the start, before another vowel's letter and after alif; a vowel between consonants.
fn waw(before: Option<char>, after: Option<char>) -> &'static str {
    let open = after.is_some_and(|c| matches!(c, 'ا' | 'ي' | 'ی' | 'و' | 'ى' | 'ة' | 'آ'));
    match before {
        None => "v",
        Some('ا') => "v",
        Some(_) if open => "v",
        Some(_) => "u",
    }
}

fn ya(c: char, before: Option<char>, after: Option<char>) -> &'static str {
    match (before, after) {
        (_, None) if c == 'ى' => "a",
        (None, Some(_)) => "y",
        (_, Some('ا' | 'و')) => "y",
        _ => "i",
    }
}

/// At the end after a consonant it is the feminine ending, as people type it: فاطمه.
fn ha(before: Option<char>, after: Option<char>) -> &'static str {
    match (before, after) {
        (Some(before), None) if !is_vowel(before) => "a",
        _ => "h",
    }
}

fn is_vowel(c: char) -> bool {
    "اآويیىەۇۆۈېئ".contains(c)
}

fn push(c: char, at: usize, plain: &mut String) {
    let letters = match c {
        'ا' | 'أ' | 'آ' | 'ٱ' | 'ة' | 'ە' => "a",
        'إ' => "i",
        'ع' if at == 0 => "a",
        'ع' | 'ء' | 'ھ' => "",
        'ئ' => "i",
        'ؤ' | 'ۇ' | 'ۆ' | 'ۈ' => "u",
        'ب' => "b",
        'پ' => "p",
        'ت' | 'ط' | 'ٹ' => "t",
        'ث' => "th",
        'ج' | 'ژ' => "j",
        'چ' => "ch",
        'ح' | 'خ' => "h",
        'د' | 'ڈ' => "d",
        'ذ' | 'ض' => "dh",
        'ر' | 'ڑ' => "r",
        'ز' | 'ظ' => "z",
        'س' | 'ص' => "s",
        'ش' => "sh",
        'غ' | 'گ' => "g",
        'ف' => "f",
        'ڤ' | 'ۋ' => "v",
        'ق' | 'ك' | 'ک' => "k",
        'ل' => "l",
        'م' => "m",
        'ن' | 'ں' | 'ڭ' => "n",
        'ې' | 'ے' | 'ۓ' => "e",
        'ۀ' | 'ۂ' | 'ۃ' => "a",
        _ => return plain.push_str(&latin::plain(c)),
    };
    plain.push_str(letters);
}
