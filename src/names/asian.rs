//! Scripts of South, East and Southeast Asia, the Caucasus and Ethiopia: what a letter-by-letter table gets wrong is
//! set right before it.

use super::habits::Habits;
use super::latin;

/// Chinese family names of two characters; any other is one.
const LONG_FAMILY_NAMES: [&str; 8] = [
    "欧阳", "司马", "诸葛", "上官", "司徒", "歐陽", "東方", "夏侯",
];

pub(super) fn fold(word: &str) -> Vec<String> {
    if word.chars().next().is_some_and(is_han_or_hangul) {
        return family_then_given(word);
    }
    let plain = any_ascii::any_ascii(&prepare(word)).to_ascii_lowercase();
    let mut letters = String::with_capacity(plain.len() + 4);
    let mut rest = plain.chars().filter(char::is_ascii_alphanumeric).peekable();
    while let Some(c) = rest.next() {
        letters.push(c);
        // These scripts have no c of their own: it is the table's short form of ch.
        if c == 'c' && rest.peek() != Some(&'h') {
            letters.push('h');
        }
    }
    vec![latin::spell(&letters, Habits::default())]
}

fn is_han_or_hangul(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}')
}

/// `张晓明` is read as two words, `jang shiaoming`, the way Latin spelling has it.
fn family_then_given(word: &str) -> Vec<String> {
    let long = LONG_FAMILY_NAMES
        .iter()
        .any(|family| word.starts_with(family));
    let family_length = if long { 2 } else { 1 };
    let mut family = String::new();
    let mut given = String::new();
    for (at, c) in word.chars().enumerate() {
        let plain = syllable(c);
        let syllable = latin::spell(&plain, Habits::default());
        if at < family_length {
            &mut family
        } else {
            &mut given
        }
        .push_str(&syllable);
    }
    vec![family, given]
}

/// One character's reading; Korean family names that are spelt unlike their letters as they are usually spelt.
fn syllable(c: char) -> String {
    match c {
        '김' => "kim".to_owned(),
        '박' => "park".to_owned(),
        '이' => "lee".to_owned(),
        _ => any_ascii::any_ascii(&c.to_string()).to_ascii_lowercase(),
    }
}

/// The same word, its letters such that the table reads them as they are spoken.
fn prepare(word: &str) -> String {
    let chars: Vec<char> = word.chars().collect();
    let mut out: Vec<char> = Vec::with_capacity(chars.len());
    let mut at = 0;
    while at < chars.len() {
        let c = chars[at];
        let next = chars.get(at + 1).copied();
        match c {
            // Thai: what carries the silencing mark is not spoken, with the vowel between.
            '\u{e4c}' => silence(&mut out),
            // Thai and Lao vowels written before the consonant they follow in speech.
            'เ'..='ไ' | '\u{ec0}'..='\u{ec4}' if next.is_some() => {
                out.extend(next.map(plain_thai));
                out.push(c);
                at += 1;
            }
            // A leading h of Thai and Lao only sets the tone.
            'ห' if next.is_some_and(|next| "งญนมยรลว".contains(next)) => {}
            // Letters with a dot below: z and f.
            '\u{91c}' | '\u{9af}' if next == Some('\u{93c}') => {
                out.push('z');
                at += 1;
            }
            '\u{92b}' if next == Some('\u{93c}') => {
                out.push('f');
                at += 1;
            }
            // The dot above is m before lips, n elsewhere.
            '\u{902}' | '\u{982}' if next.is_some_and(|next| !"पफबभमপফবভম".contains(next)) => {
                out.push('n')
            }
            // Bengali: য after a joining mark only lengthens, elsewhere it is j; with a dot it is y.
            'য' if next == Some('\u{9bc}') => {
                out.push('y');
                at += 1;
            }
            '\u{9df}' => out.push('y'),
            'য' if out.last() == Some(&'\u{9cd}') => {}
            'য' => out.push('j'),
            // Tamil writes s with the letter of ch.
            'ச' => out.push('s'),
            'χ' => out.push('h'),
            _ => out.push(plain_thai(c)),
        }
        at += 1;
    }
    out.into_iter().collect()
}

/// Thai and Khmer aspirates are p, t and k to a Latin ear, not f and th.
fn plain_thai(c: char) -> char {
    match c {
        'พ' | 'ภ' | 'ผ' | 'ភ' | 'ផ' => 'p',
        'ท' | 'ธ' | 'ถ' | 'ฐ' | 'ฒ' | 'ឋ' | 'ថ' | 'ធ' => 't',
        'ข' | 'ค' | 'ฆ' | 'ខ' | 'ឃ' => 'k',
        _ => c,
    }
}

fn silence(out: &mut Vec<char>) {
    if out.last().is_some_and(|last| matches!(last, 'ิ' | 'ุ')) {
        out.pop();
    }
    out.pop();
}
