//! A message as we use it: the part of Fluent that can be turned into plain Rust.

use std::collections::BTreeMap;

/// Names a plural variant may have; any number is one as well.
pub(crate) const PLURALS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

pub(crate) struct Message {
    pub file: String,
    pub parts: Vec<Part>,
}

#[derive(Clone)]
pub(crate) enum Part {
    Text(String),
    Argument(Argument),
    Choice {
        by: Argument,
        variants: Vec<Variant>,
    },
    /// Another message or term (`-term`) of the same language; gone after reading.
    Reference(String),
}

#[derive(Clone, PartialEq)]
pub(crate) struct Argument {
    pub name: String,
    /// Written as `NUMBER($name)`.
    pub number: bool,
}

#[derive(Clone)]
pub(crate) struct Variant {
    pub key: String,
    pub default: bool,
    pub parts: Vec<Part>,
}

/// What an argument is, as its uses tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Text to be shown.
    Text,
    /// A whole number, shown as the language writes it.
    Number,
    /// One of a few words that choose between variants.
    Word,
}

pub(crate) fn is_plural(key: &str) -> bool {
    PLURALS.contains(&key) || key.parse::<i64>().is_ok()
}

/// Arguments in the order of their first appearance, with all kinds their uses ask for.
pub(crate) fn arguments(parts: &[Part]) -> Vec<(String, Vec<Kind>)> {
    let mut uses = Vec::new();
    collect(parts, &mut uses);
    let mut order: Vec<(String, Vec<Kind>)> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for (name, kind) in uses {
        let place = *places.entry(name.clone()).or_insert_with(|| {
            order.push((name, Vec::new()));
            order.len() - 1
        });
        order[place].1.push(kind);
    }
    order
}

fn collect(parts: &[Part], uses: &mut Vec<(String, Kind)>) {
    for part in parts {
        match part {
            Part::Argument(argument) => uses.push((argument.name.clone(), shown_kind(argument))),
            Part::Choice { by, variants } => {
                let plural = by.number || variants.iter().all(|variant| is_plural(&variant.key));
                let kind = if plural { Kind::Number } else { Kind::Word };
                uses.push((by.name.clone(), kind));
                variants
                    .iter()
                    .for_each(|variant| collect(&variant.parts, uses));
            }
            Part::Text(_) | Part::Reference(_) => {}
        }
    }
}

fn shown_kind(argument: &Argument) -> Kind {
    let name = argument.name.as_str();
    match argument.number || name == "n" || name == "count" || name.starts_with("number") {
        true => Kind::Number,
        false => Kind::Text,
    }
}
