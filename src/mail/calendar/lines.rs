//! How iCalendar writes its lines (RFC 5545, 3.1).

/// Octets a line may have.
const LONGEST: usize = 75;

#[derive(Default)]
pub(super) struct Lines(String);

impl Lines {
    /// A property whose value is ours.
    pub(super) fn add(&mut self, name: &str, value: &str) {
        self.fold(&format!("{name}:{value}"));
    }

    /// A property whose value people wrote.
    pub(super) fn add_text(&mut self, name: &str, text: &str) {
        let mut escaped = String::with_capacity(text.len());
        for c in text.trim().chars() {
            match c {
                '\\' | ';' | ',' => escaped.extend(['\\', c]),
                '\n' => escaped.push_str("\\n"),
                c if c.is_control() => {}
                c => escaped.push(c),
            }
        }
        self.add(name, &escaped);
    }

    /// A property that names somebody with an address.
    pub(super) fn add_person(&mut self, name: &str, called: &str, email: &str) {
        let called: String = called
            .chars()
            .filter(|c| *c != '"' && !c.is_control())
            .collect();
        self.add(
            &format!("{name};CN=\"{called}\""),
            &format!("mailto:{email}"),
        );
    }

    pub(super) fn into_text(self) -> String {
        self.0
    }

    /// A line that is too long goes on in the next, after a space, and never within a letter.
    fn fold(&mut self, line: &str) {
        let mut length = 0;
        for c in line.chars() {
            if length + c.len_utf8() > LONGEST {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(c);
            length += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_between_letters_and_marks_are_escaped() {
        let mut lines = Lines::default();
        lines.add_text("SUMMARY", "Bakı; a, b\\c\r\nBEGIN:VEVENT");
        let title = "Əliyevaə".repeat(20);
        lines.add_text("LOCATION", &title);
        let text = lines.into_text();
        assert!(text.starts_with("SUMMARY:Bakı\\; a\\, b\\\\c\\nBEGIN:VEVENT\r\n"));
        assert!(text.split("\r\n").all(|line| line.len() <= LONGEST));
        assert!(
            text.replace("\r\n ", "")
                .contains(&format!("LOCATION:{title}\r\n"))
        );
    }
}
