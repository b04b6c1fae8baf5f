//! CSV has no types: a cell that begins like a formula is run as one by the spreadsheet that opens
//! it. Such a cell gets an apostrophe before it, which spreadsheets do not show and our import takes off.

/// With which a formula, or what some spreadsheet takes for one, begins; the full-width forms too.
const BEGINNINGS: [char; 14] = [
    '=', '+', '-', '@', '\t', '\r', '\n', '|', '%', '＝', '＋', '－', '＠', '％',
];

pub(super) fn guarded(cell: &str, is_phone: bool) -> String {
    if is_dangerous(cell) && !(is_phone && is_international_number(cell)) {
        format!("'{cell}")
    } else {
        cell.to_string()
    }
}

/// What `guarded` was given.
pub(super) fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if is_dangerous(rest) => rest,
        _ => cell,
    }
}

/// Also behind apostrophes, so that taking one off gives back exactly what was there.
fn is_dangerous(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(BEGINNINGS)
}

/// `+994 50 123 45 67`: nothing that a spreadsheet could calculate with.
fn is_international_number(cell: &str) -> bool {
    cell.strip_prefix('+').is_some_and(|rest| {
        rest.starts_with(|c: char| c.is_ascii_digit())
            && rest
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, ' ' | '(' | ')'))
    })
}

#[cfg(test)]
mod tests {
    use crate::lists::cells::*;

    #[test]
    fn a_formula_is_shown_and_not_run_and_comes_back_as_it_was() {
        for cell in [
            "=1+1", "@SUM(A1)", "-2+3", "＝1", "'=1", "''+x", "\t=1", "%x", "|calc",
        ] {
            let written = guarded(cell, false);
            assert!(written.starts_with('\''), "{cell:?} became {written:?}");
            assert_eq!(unguarded(&written), cell);
        }
    }

    #[test]
    fn names_with_apostrophes_and_phone_numbers_stay_as_they_are() {
        assert_eq!(guarded("O'Brien", false), "O'Brien");
        assert_eq!(guarded("'Abd al-Rahman", false), "'Abd al-Rahman");
        assert_eq!(unguarded("'Abd al-Rahman"), "'Abd al-Rahman");
        assert_eq!(guarded("+994 50 123 45 67", true), "+994 50 123 45 67");
        assert_eq!(guarded("+1-2", true), "'+1-2");
        assert_eq!(unguarded("'+1-2"), "+1-2");
    }
}
