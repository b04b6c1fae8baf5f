//! What stands in for letters that no font has.

/// Each sign once.
pub(super) fn note(missing: &mut Vec<char>, signs: &[char]) {
    for sign in signs {
        if !missing.contains(sign) {
            missing.push(*sign);
        }
    }
}

/// A name without its emoji is still that name.
pub(super) fn without_pictures(text: &str) -> String {
    const JOINER: char = '\u{200d}';
    const AS_PICTURE: char = '\u{fe0f}';
    let mut was_picture = false;
    let mut is_kept = |sign: &char| {
        let ascii = any_ascii::any_ascii_char(*sign);
        // An emoji is read as its own name, `:earth_africa:`.
        let is_picture = ascii.len() > 2 && ascii.starts_with(':') && ascii.ends_with(':');
        was_picture = is_picture || was_picture && [JOINER, AS_PICTURE].contains(sign);
        !was_picture
    };
    let kept: String = text.chars().filter(|sign| is_kept(sign)).collect();
    match kept.trim() {
        "" => text.to_owned(),
        kept => kept.split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

/// A reading in Latin letters of what cannot be printed: better than a row of boxes.
pub(super) fn latin_letters(text: &str) -> String {
    let latin = any_ascii::any_ascii(&without_pictures(text));
    match latin.trim() {
        "" => "?".to_owned(),
        latin => latin.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emoji_are_left_out_of_a_name_that_has_letters() {
        assert_eq!(without_pictures("👩\u{200d}🌾 Maria 🌍"), "Maria");
        assert_eq!(without_pictures("❤\u{fe0f} María José"), "María José");
        // Joiners within letters are part of how they are written.
        assert_eq!(without_pictures("ක්\u{200d}රිෂ්ණා"), "ක්\u{200d}රිෂ්ණා");
        assert_eq!(without_pictures("🌍"), "🌍");
    }
}
