//! Russian, Belarusian, Kazakh, Kyrgyz, Uzbek, Tajik, Mongolian and Serbian letters.

use super::habits::Habits;
use super::latin;

pub(super) fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52f}')
}

pub(super) fn fold(word: &str) -> String {
    let mut plain = String::with_capacity(word.len());
    let mut rest = word.chars().peekable();
    let mut before = None;
    while let Some(c) = rest.next() {
        match (c, rest.peek()) {
            ('ч', Some('ж')) | ('д', Some('ж' | 'ч')) => {
                rest.next();
                plain.push('j');
            }
            // Chinese: Цзян is Jiang, Цянь is Qian.
            ('ц', Some('з')) => {
                rest.next();
                plain.push('j');
            }
            ('ц', Some('я' | 'ю')) => plain.push_str("ch"),
            ('к', Some('х')) => {
                rest.next();
                plain.push('h');
            }
            // Уаттара, Уали: what Latin writes with ou or w.
            ('у', Some('а' | 'э' | 'е' | 'и')) if before.is_none() => plain.push('v'),
            // After a consonant ю writes the ü of Turkic names.
            ('ю', _) if before.is_some_and(is_consonant) => plain.push('u'),
            _ => push(c, &mut plain),
        }
        before = Some(c);
    }
    latin::spell(&plain, Habits::default())
}

/// The word as Russian writes Chinese: Сяоцинь is Xiaoqin.
pub(super) fn fold_otherwise(word: &str) -> Vec<String> {
    if !["ся", "сю", "ци"].iter().any(|part| word.contains(part)) {
        return Vec::new();
    }
    let chinese = word
        .replace("ся", "шя")
        .replace("сю", "шю")
        .replace("ци", "чи");
    vec![fold(&chinese)]
}

fn push(c: char, plain: &mut String) {
    let letters = match c {
        'а' | 'ә' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ғ' | 'ґ' | 'ҕ' => "g",
        'д' => "d",
        'е' | 'э' | 'є' => "e",
        'ё' => "yo",
        'ж' | 'җ' | 'ҷ' | 'ҹ' | 'ӂ' | 'џ' | 'ђ' => "j",
        'з' => "z",
        'и' | 'і' | 'ы' | 'ӣ' | 'ї' => "i",
        'й' | 'ј' => "y",
        'к' | 'қ' | 'ҡ' | 'ҝ' => "k",
        'л' => "l",
        // Serbian and Macedonian ones as their Latin spelling has them.
        'љ' => "lj",
        'њ' => "nj",
        'ѓ' => "gj",
        'ќ' => "kj",
        'м' => "m",
        'н' | 'ң' | 'ҥ' => "n",
        'о' | 'ө' | 'ӧ' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' | 'ү' | 'ұ' | 'ӯ' | 'ӱ' => "u",
        'ў' => "o",
        'ф' => "f",
        'х' | 'һ' | 'ҳ' => "h",
        'ц' => "ts",
        'ч' | 'ћ' => "ch",
        'ш' | 'щ' => "sh",
        'ю' => "yu",
        'я' => "ya",
        'ъ' | 'ь' => "",
        _ => return plain.push_str(&latin::plain(c)),
    };
    plain.push_str(letters);
}

fn is_consonant(c: char) -> bool {
    !matches!(
        c,
        'а' | 'ә'
            | 'е'
            | 'ё'
            | 'и'
            | 'і'
            | 'о'
            | 'ө'
            | 'у'
            | 'ү'
            | 'ұ'
            | 'ы'
            | 'э'
            | 'ю'
            | 'я'
            | 'й'
            | 'ь'
            | 'ъ'
    )
}
