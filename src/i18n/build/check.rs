//! Holds every language against English.

use crate::message::{Kind, Message, Part, arguments, is_plural};
use crate::read::Catalogue;

/// A message in every language, with its arguments in the order English names them.
pub(crate) struct Checked<'a> {
    pub key: &'a str,
    pub arguments: Vec<(String, Kind)>,
    pub languages: Vec<&'a Message>,
}

/// The plural forms whole numbers take, besides the default variant.
fn plural_forms(language: &str) -> &'static [&'static str] {
    match language {
        "ru" => &["one", "few"],
        "ar" => &["one", "two", "few", "many"],
        _ => &["one"],
    }
}

pub(crate) fn against_english<'a>(
    languages: &[&str],
    catalogues: &'a [Catalogue],
    problems: &mut Vec<String>,
) -> Vec<Checked<'a>> {
    let english = &catalogues[0];
    for (language, catalogue) in languages.iter().zip(catalogues) {
        let unknown = catalogue
            .iter()
            .filter(|(key, _)| !is_term(key) && !english.contains_key(*key));
        for (key, message) in unknown {
            problems.push(format!("{}: {key} is not in English", message.file));
        }
        for (key, message) in catalogue {
            check_key(key, message, problems);
            check_choices(language, key, message, &message.parts, problems);
        }
    }
    english
        .iter()
        .filter(|(key, _)| !is_term(key))
        .filter_map(|(key, _)| check_message(key, languages, catalogues, problems))
        .collect()
}

fn is_term(key: &str) -> bool {
    key.starts_with('-')
}

fn check_message<'a>(
    key: &'a str,
    languages: &[&str],
    catalogues: &'a [Catalogue],
    problems: &mut Vec<String>,
) -> Option<Checked<'a>> {
    let english = &catalogues[0][key];
    let mut order: Vec<(String, Vec<Kind>)> = arguments(&english.parts);
    let mut messages = Vec::new();
    for (language, catalogue) in languages.iter().zip(catalogues) {
        let Some(message) = catalogue.get(key) else {
            let file = english.file.replace("/en/", &format!("/{language}/"));
            problems.push(format!("{file}: {key} is missing"));
            continue;
        };
        merge_arguments(&mut order, key, message, problems);
        messages.push(message);
    }
    let mut kinds = Vec::new();
    for (name, uses) in order {
        match one_kind(&uses) {
            Some(kind) => kinds.push((name, kind)),
            None => problems.push(format!(
                "{}: {key} uses ${name} as a number and as a word",
                english.file
            )),
        }
    }
    (messages.len() == languages.len()).then_some(Checked {
        key,
        arguments: kinds,
        languages: messages,
    })
}

/// Adds what one language's text tells of the arguments; it has to have the very ones English has.
fn merge_arguments(
    order: &mut [(String, Vec<Kind>)],
    key: &str,
    message: &Message,
    problems: &mut Vec<String>,
) {
    let own = arguments(&message.parts);
    for (name, uses) in order.iter_mut() {
        match own.iter().find(|(other, _)| other == name) {
            Some((_, kinds)) => uses.extend(kinds),
            None => problems.push(format!(
                "{}: {key} lacks the argument ${name}",
                message.file
            )),
        }
    }
    for (name, _) in own {
        if !order.iter().any(|(other, _)| *other == name) {
            problems.push(format!(
                "{}: {key} has an argument ${name} that English lacks",
                message.file
            ));
        }
    }
}

/// To be shown is no contradiction to choosing.
fn one_kind(uses: &[Kind]) -> Option<Kind> {
    match (uses.contains(&Kind::Number), uses.contains(&Kind::Word)) {
        (true, true) => None,
        (true, false) => Some(Kind::Number),
        (false, true) => Some(Kind::Word),
        (false, false) => Some(Kind::Text),
    }
}

fn check_key(key: &str, message: &Message, problems: &mut Vec<String>) {
    let words: Vec<&str> = key.trim_start_matches('-').split('-').collect();
    let plain = words.iter().all(|word| {
        !word.is_empty()
            && word
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
    });
    if !plain || (words.len() < 2 && !is_term(key)) {
        let rule = "a key is at least two lower-case words with hyphens between";
        problems.push(format!("{}: {key}: {rule}", message.file));
    }
}

/// A text that names one plural form of its language names them all.
fn check_choices(
    language: &str,
    key: &str,
    message: &Message,
    parts: &[Part],
    problems: &mut Vec<String>,
) {
    for part in parts {
        let Part::Choice { variants, .. } = part else {
            continue;
        };
        let keys: Vec<&str> = variants
            .iter()
            .map(|variant| variant.key.as_str())
            .collect();
        let forms = keys
            .iter()
            .any(|key| *key != "other" && key.parse::<i64>().is_err());
        if forms && keys.iter().all(|key| is_plural(key)) {
            for form in plural_forms(language)
                .iter()
                .filter(|form| !keys.contains(form))
            {
                problems.push(format!(
                    "{}: {key} lacks the plural form [{form}]",
                    message.file
                ));
            }
        }
        for variant in variants {
            check_choices(language, key, message, &variant.parts, problems);
        }
    }
}
