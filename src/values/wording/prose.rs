//! A text that was filled in: paragraphs, and in them words, values and links.

use std::fmt;

/// Paragraphs of a text. Escaping is done by the template that draws them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Prose {
    pub paragraphs: Vec<Vec<Span>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Span {
    Words(String),
    /// Something filled in; it may be of the other direction than the words around it.
    Value(String),
    /// An address of the web.
    Link(String),
    /// A new line in the same paragraph.
    Break,
}

impl Prose {
    /// Words as they are: nothing in them is a field.
    pub(crate) fn plain(words: &str) -> Prose {
        let mut prose = Prose::default();
        prose.add_words(words);
        prose
    }

    pub(super) fn add_words(&mut self, words: &str) {
        for (number, line) in words.split('\n').enumerate() {
            if number > 0 {
                self.end_line();
            }
            for span in spans(line) {
                self.add(span);
            }
        }
    }

    pub(super) fn add(&mut self, span: Span) {
        match self.paragraphs.last_mut() {
            Some(paragraph) => paragraph.push(span),
            None => self.paragraphs.push(vec![span]),
        }
    }

    /// A line's end breaks the line; a second one begins a paragraph.
    fn end_line(&mut self) {
        let Some(paragraph) = self.paragraphs.last_mut() else {
            return;
        };
        match paragraph.last() {
            Some(Span::Break) => {
                paragraph.pop();
                self.paragraphs.push(Vec::new());
            }
            Some(_) => paragraph.push(Span::Break),
            None => {}
        }
    }
}

/// As plain text.
impl fmt::Display for Prose {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        for (number, paragraph) in self.paragraphs.iter().enumerate() {
            if number > 0 {
                f.write_str("\n\n")?;
            }
            for span in paragraph {
                f.write_str(match span {
                    Span::Words(text) | Span::Value(text) | Span::Link(text) => text,
                    Span::Break => "\n",
                })?;
            }
        }
        Ok(())
    }
}

/// The words of one line, and the addresses of the web among them.
fn spans(line: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut rest = line;
    while let Some(at) = link_begins(rest) {
        let link = link(&rest[at..]);
        if at > 0 {
            spans.push(Span::Words(rest[..at].to_owned()));
        }
        spans.push(Span::Link(link.to_owned()));
        rest = &rest[at + link.len()..];
    }
    if !rest.trim().is_empty() || (!rest.is_empty() && !line.trim().is_empty()) {
        spans.push(Span::Words(rest.to_owned()));
    }
    spans
}

fn link_begins(text: &str) -> Option<usize> {
    let starts = ["https://", "http://"];
    let found = |start: &str| {
        text.match_indices(start)
            .map(|(at, _)| at)
            .find(|at| text[at + start.len()..].starts_with(|c: char| c.is_alphanumeric()))
    };
    starts.into_iter().filter_map(found).min()
}

/// An address up to the first space; the sentence's own marks at its end do not belong to it.
fn link(text: &str) -> &str {
    let end = text
        .find(|c: char| c.is_whitespace() || "<>\"“”«»".contains(c))
        .unwrap_or(text.len());
    text[..end].trim_end_matches([
        '.', ',', ';', ':', '!', '?', ')', '\'', '’', '،', '؛', '؟', '。',
    ])
}
