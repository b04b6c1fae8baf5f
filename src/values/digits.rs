/// The zeros of scripts with digits of their own that a delegate's keyboard may write: Arabic, Persian,
/// Devanagari, Bengali, full width.
const ZEROS: [char; 5] = ['٠', '۰', '०', '০', '０'];

/// A digit of any of these keyboards as the digit it is; every other character stays.
pub(crate) fn western_digit(character: char) -> char {
    let value = |zero: &char| u32::from(character).checked_sub(u32::from(*zero));
    let digit = ZEROS.iter().filter_map(value).find(|value| *value < 10);
    digit
        .and_then(|value| char::from_digit(value, 10))
        .unwrap_or(character)
}

#[cfg(test)]
mod tests {
    use super::western_digit;

    #[test]
    fn a_number_reads_the_same_from_every_keyboard() {
        for typed in [
            "+٩٦٤ ٧٧٠",
            "+۹۶۴ ۷۷۰",
            "+९६४ ७७०",
            "+৯৬৪ ৭৭০",
            "+９６４ ７７０",
            "+964 770",
        ] {
            assert_eq!(
                typed.chars().map(western_digit).collect::<String>(),
                "+964 770"
            );
        }
    }
}
