//! E-mail addresses and Message-IDs as they stand in a text that somebody wrote.

use std::collections::HashSet;

/// No address is longer (RFC 5321), and no Message-ID that anybody looks for.
const LONGEST: usize = 320;

/// Every address in a text, in order, each once.
pub(super) fn addresses(text: &str) -> Vec<&str> {
    let mut seen = HashSet::new();
    text.match_indices('@')
        .filter_map(|(at, _)| around(text, at))
        .filter(|found| seen.insert(*found))
        .collect()
}

/// The address a line begins with, bare or in angle brackets, and what stands behind it.
pub(super) fn leading(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start_matches([' ', '\t', '<', '>', '"', '\'', '*', '-', '[', '(']);
    let address = around(line, line.find('@')?)?;
    let rest = line.strip_prefix(address)?;
    Some((address, rest))
}

/// What stands between angle brackets with an @ in it: Message-IDs, where a header says so.
pub(super) fn bracketed(text: &str) -> impl Iterator<Item = &str> {
    text.split('<').skip(1).filter_map(|rest| {
        let (id, _) = rest.split_once('>')?;
        (id.len() <= LONGEST && id.contains('@') && !id.contains(char::is_whitespace)).then_some(id)
    })
}

fn around(text: &str, at: usize) -> Option<&str> {
    let (before, after) = (&text[..at], &text[at + 1..]);
    let begins = before
        .char_indices()
        .rev()
        .take_while(|(_, c)| is_of_a_name(*c))
        .take(LONGEST)
        .last()
        .map(|(place, _)| place)?;
    let name = before[begins..].trim_start_matches(['.', '\'', '*', '=']);
    // As X.400 has it: `dda:SMTP=somebody@`.
    let name = name.strip_prefix("SMTP=").unwrap_or(name);
    let ends = after
        .char_indices()
        .take_while(|(_, c)| c.is_alphanumeric() || matches!(c, '.' | '-'))
        .take(LONGEST)
        .last()
        .map(|(place, c)| place + c.len_utf8())?;
    let domain = after[..ends].trim_end_matches(['.', '-']);
    let is_one = !name.is_empty() && domain.contains('.') && !domain.starts_with(['.', '-']);
    is_one.then(|| &text[at - name.len()..at + 1 + domain.len()])
}

fn is_of_a_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_in_whatever_is_written_around_them() {
        for (text, found) in [
            ("<anna@people.example>: no", vec!["anna@people.example"]),
            ("Адрес 'anna@people.example'.", vec!["anna@people.example"]),
            (
                "mailto:a@b.example, c.d+e@f.example;",
                vec!["a@b.example", "c.d+e@f.example"],
            ),
            ("anna@пример.рф и @b.example", vec!["anna@пример.рф"]),
            ("a@b nobody@ @ @.example a@.example", vec![]),
        ] {
            assert_eq!(addresses(text), found, "{text}");
        }
    }

    #[test]
    fn a_line_may_begin_with_an_address() {
        assert_eq!(
            leading("  <a@b.example>: no"),
            Some(("a@b.example", ">: no"))
        );
        assert_eq!(leading("To a@b.example"), None);
        assert_eq!(leading("nobody"), None);
    }
}
