//! What people type, paste and dictate, made plain before anything is made of it: the one place that decides which
//! signs of a text mean something.

use unicode_normalization::UnicodeNormalization;

use super::western_digit;

/// A short text, such as a name: on one line, with single plain blanks, one spelling of one letter (NFC), full-width
/// letters and digits as plain ones, and nothing in it that nobody sees.
pub(crate) fn short_text(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        if is_blank(sign) {
            if !line.is_empty() && !line.ends_with(' ') {
                line.push(' ');
            }
        } else if is_joiner(sign) {
            let after = signs.peek().copied();
            if [line.chars().last(), after].into_iter().all(takes_joiners) {
                line.push(sign);
            }
        } else if !is_unseen(sign) && !is_mark_of_direction(sign) {
            line.push(narrow_letter(sign));
        }
    }
    line.trim_end().nfc().collect()
}

/// A short text that is looked up, dialled or counted, such as an address, a number or a date: also in Western digits,
/// with the signs of a plain keyboard.
pub(crate) fn coded_text(text: &str) -> String {
    short_text(text).chars().map(plain_sign).collect()
}

/// A text of several lines: they end with LF, and what stands on them stays, marks of direction and no-break spaces
/// included.
pub(crate) fn long_text(text: &str) -> String {
    let lines = text.replace("\r\n", "\n");
    let plain = |sign| match sign {
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        '\t' => ' ',
        other => other,
    };
    let seen = lines
        .chars()
        .map(plain)
        .filter(|sign| *sign == '\n' || !is_unseen(*sign));
    seen.nfc().collect::<String>().trim().to_owned()
}

/// White space of any width, and what some fonts show as nothing but a gap.
fn is_blank(sign: char) -> bool {
    sign.is_whitespace()
        || matches!(
            sign,
            '\u{115f}' | '\u{1160}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}'
        )
}

/// Signs without width that mean something between letters of some scripts: Persian and Indic words are spelt with them.
fn is_joiner(sign: char) -> bool {
    matches!(sign, '\u{200c}' | '\u{200d}')
}

fn takes_joiners(sign: Option<char>) -> bool {
    matches!(
        sign,
        Some(
            '\u{600}'..='\u{dff}'
            | '\u{1000}'..='\u{109f}'
            | '\u{1780}'..='\u{18af}'
            | '\u{fb50}'..='\u{fdff}'
            | '\u{fe70}'..='\u{fefc}',
        )
    )
}

fn is_mark_of_direction(sign: char) -> bool {
    matches!(sign, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Control characters, and what has no width and no meaning: soft hyphens, marks of byte order, of a picture that was
/// left behind, of how an emoji is drawn.
fn is_unseen(sign: char) -> bool {
    sign.is_control()
        || matches!(
            sign,
            '\u{ad}' | '\u{34f}' | '\u{180e}' | '\u{200b}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}'
                | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffc}' | '\u{e0000}'..='\u{e007f}'
        )
}

/// A full-width letter or digit as the plain one; signs stay, as they belong to Chinese and Japanese text.
fn narrow_letter(sign: char) -> char {
    match sign {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => narrow(sign),
        other => other,
    }
}

fn narrow(sign: char) -> char {
    char::from_u32(u32::from(sign) - 0xfee0).unwrap_or(sign)
}

fn plain_sign(sign: char) -> char {
    match sign {
        '\u{ff01}'..='\u{ff5e}' => narrow(sign),
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' => '-',
        '\u{2024}' | '\u{3002}' | '\u{ff61}' | '\u{66b}' | '\u{6d4}' => '.',
        '\u{60c}' | '\u{3001}' => ',',
        '\u{2044}' | '\u{2215}' => '/',
        '\u{fe62}' => '+',
        '\u{fe6b}' => '@',
        '\u{2018}' | '\u{2019}' => '\'',
        other => western_digit(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_goes_and_what_is_spelt_stays() {
        for (typed, plain) in [
            ("\u{200f}\u{202b}شهلا\u{202c} ", "شهلا"),
            ("Aysel\u{a0}\u{3000}Məmmədova\t", "Aysel Məmmədova"),
            ("Ay\u{200b}sel\u{feff}", "Aysel"),
            ("Se\u{301}ga", "Séga"),
            ("e\u{200b}\u{301}", "é"),
            ("ＡＹＳＥＬ　Ａ", "AYSEL A"),
            ("می\u{200c}رود", "می\u{200c}رود"),
            ("Ay\u{200c}sel\u{200d}", "Aysel"),
            ("\u{3164}\u{2800}", ""),
            ("北京大学（深圳）", "北京大学（深圳）"),
            ("a\u{0}b\r\nc", "ab c"),
        ] {
            assert_eq!(short_text(typed), plain, "{typed:?}");
            assert_eq!(short_text(plain), plain, "cleaned twice: {plain:?}");
        }
    }

    #[test]
    fn what_is_looked_up_has_the_signs_of_a_plain_keyboard() {
        for (typed, plain) in [
            ("aysel＠example．org", "aysel@example.org"),
            ("＋٩٩٤ ٥٠–۱۲۳", "+994 50-123"),
            ("٢٨⁄٤⁄٢٠٢٥", "28/4/2025"),
        ] {
            assert_eq!(coded_text(typed), plain, "{typed:?}");
        }
    }

    #[test]
    fn lines_end_with_lf_and_keep_what_stands_on_them() {
        let typed = "  one\r\ntwo\rthree\u{2028}«\u{a0}four\u{a0}»\u{200f}\u{0}\u{feff}\n\n";
        assert_eq!(
            long_text(typed),
            "one\ntwo\nthree\n«\u{a0}four\u{a0}»\u{200f}"
        );
    }
}
