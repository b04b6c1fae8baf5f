//! A text that organizers write for many people, with named fields that are filled in for each.

mod prose;

use super::long_text;

pub(crate) use prose::{Prose, Span};

/// What can be filled in, written as `{name}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    Name,
    Forum,
    Dates,
    Place,
    Organisation,
    Category,
    Country,
    /// The address of the person's own page: whoever has it is that person.
    Link,
}

/// What is wrong with a text, for a sentence that names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum WordingError {
    /// What stands between the braces is no field.
    Unknown(String),
    /// A field, but not one that this text may have.
    NotHere(Field),
    /// A brace that is never closed, with the words that follow it.
    Unclosed(String),
    /// A brace that closes nothing, with the words before it.
    Unopened(String),
    /// More than this many letters.
    TooLong(usize),
}

/// A text whose fields are known, and allowed where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wording {
    typed: String,
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Words(String),
    Field(Field),
}

/// How many letters of a faulty text its sentence quotes.
const QUOTED: usize = 24;

impl Wording {
    /// Letters a text may have, and a single line such as a subject.
    pub(crate) const LONGEST: usize = 5_000;
    pub(crate) const LONGEST_LINE: usize = 150;

    /// A text of several paragraphs, with a blank line between them. `{{` and `}}` are braces.
    pub(crate) fn parse(text: &str, allowed: &[Field]) -> Result<Wording, WordingError> {
        Wording::read(&long_text(text), Wording::LONGEST, allowed)
    }

    /// A text of one line, such as a subject.
    pub(crate) fn parse_line(text: &str, allowed: &[Field]) -> Result<Wording, WordingError> {
        Wording::read(&one_line(text), Wording::LONGEST_LINE, allowed)
    }

    /// As it was typed.
    pub(crate) fn as_str(&self) -> &str {
        &self.typed
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.typed.is_empty()
    }

    /// The text with its fields filled in. What is filled in stays on its line.
    pub(crate) fn fill(&self, value: impl Fn(Field) -> String) -> String {
        self.pieces
            .iter()
            .map(|piece| match piece {
                Piece::Words(words) => words.clone(),
                Piece::Field(field) => one_line(&value(*field)),
            })
            .collect()
    }

    /// The same as paragraphs. What is filled in never becomes a paragraph, and never a link unless the field is one.
    pub(crate) fn prose(&self, value: impl Fn(Field) -> String) -> Prose {
        let mut prose = Prose::default();
        for piece in &self.pieces {
            match piece {
                Piece::Words(words) => prose.add_words(words),
                Piece::Field(Field::Link) => prose.add(Span::Link(one_line(&value(Field::Link)))),
                Piece::Field(field) => prose.add(Span::Value(one_line(&value(*field)))),
            }
        }
        prose
    }

    fn read(text: &str, longest: usize, allowed: &[Field]) -> Result<Wording, WordingError> {
        if text.chars().count() > longest {
            return Err(WordingError::TooLong(longest));
        }
        let mut pieces = Vec::new();
        let mut words = String::new();
        let mut rest = text;
        while let Some(at) = rest.find(['{', '}']) {
            let (before, brace) = rest.split_at(at);
            words.push_str(before);
            rest = match brace.get(..2) {
                Some("{{" | "}}") => {
                    words.push_str(&brace[..1]);
                    &brace[2..]
                }
                _ if brace.starts_with('}') => {
                    return Err(WordingError::Unopened(ending(
                        &text[..text.len() - brace.len()],
                    )));
                }
                _ => {
                    let (field, after) = read_field(brace, allowed)?;
                    pieces.push(Piece::Words(std::mem::take(&mut words)));
                    pieces.push(Piece::Field(field));
                    after
                }
            };
        }
        words.push_str(rest);
        pieces.push(Piece::Words(words));
        pieces.retain(|piece| *piece != Piece::Words(String::new()));
        Ok(Wording {
            typed: text.to_owned(),
            pieces,
        })
    }
}

/// The field that the text begins with, and what follows it.
fn read_field<'a>(text: &'a str, allowed: &[Field]) -> Result<(Field, &'a str), WordingError> {
    let inside = &text[1..];
    let unclosed = || WordingError::Unclosed(inside.chars().take(QUOTED).collect());
    let end = inside.find(['}', '{', '\n']).ok_or_else(unclosed)?;
    if !inside[end..].starts_with('}') {
        return Err(unclosed());
    }
    let name = inside[..end].trim();
    let field = Field::parse(name)
        .ok_or_else(|| WordingError::Unknown(name.chars().take(QUOTED).collect()))?;
    match allowed.contains(&field) {
        true => Ok((field, &inside[end + 1..])),
        false => Err(WordingError::NotHere(field)),
    }
}

impl Field {
    pub const ALL: [Field; 8] = [
        Field::Name,
        Field::Forum,
        Field::Dates,
        Field::Place,
        Field::Organisation,
        Field::Category,
        Field::Country,
        Field::Link,
    ];

    /// Those of a text that goes to many: nobody's personal link is among them.
    pub const FOR_MANY: [Field; 7] = [
        Field::Name,
        Field::Forum,
        Field::Dates,
        Field::Place,
        Field::Organisation,
        Field::Category,
        Field::Country,
    ];

    /// The name between the braces, the same in every language.
    pub fn name(self) -> &'static str {
        match self {
            Field::Name => "name",
            Field::Forum => "forum",
            Field::Dates => "dates",
            Field::Place => "place",
            Field::Organisation => "organisation",
            Field::Category => "category",
            Field::Country => "country",
            Field::Link => "link",
        }
    }

    fn parse(name: &str) -> Option<Field> {
        let known = |field: &Field| field.name().eq_ignore_ascii_case(name);
        Field::ALL.into_iter().find(known)
    }
}

fn one_line(text: &str) -> String {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

fn ending(text: &str) -> String {
    let skipped = text.chars().count().saturating_sub(QUOTED);
    text.chars().skip(skipped).collect()
}

#[cfg(test)]
mod tests;
