//! Which way a line of plain text runs, for readers that decide by its first letter.

use crate::values::Language;

const LEFT_TO_RIGHT: char = '\u{200e}';
const RIGHT_TO_LEFT: char = '\u{200f}';

/// The line with a mark before it where its first letter would turn it against its language: an Arabic sentence that
/// begins with a Latin name.
pub(crate) fn directed(language: Language, line: &str) -> String {
    let wanted = language.direction() == "rtl";
    match line
        .chars()
        .find(|c| c.is_alphabetic())
        .map(is_right_to_left)
    {
        Some(found) if found != wanted => {
            let mark = if wanted { RIGHT_TO_LEFT } else { LEFT_TO_RIGHT };
            format!("{mark}{line}")
        }
        _ => line.to_owned(),
    }
}

/// Hebrew, Arabic, Syriac, Thaana, N'Ko and their like, and the presentation forms.
fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_stands_only_where_the_first_letter_misleads() {
        let marked = |language, line| directed(language, line) != line;
        assert!(marked(Language::Ar, "«OTS-2025»: مقعدك"));
        assert!(!marked(Language::Ar, "28 مقعدك: OTS"));
        assert!(marked(Language::Az, "محمد, xoş gəldiniz"));
        assert!(!marked(Language::Az, "Xoş gəldiniz, محمد"));
        assert!(!marked(Language::Ar, "2025"));
    }
}
