//! Rooms look one way: no two modules of a room look at each other, and a feature knows no other one.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::house::{root, sources};

/// From the crate's root.
type Module = Vec<String>;

/// What others hardly look into: rows, form, page, worker and sentences in one folder.
const FEATURES: &[&str] = &["duplicates", "lists", "mailings", "papers", "printing"];

#[test]
fn no_two_modules_of_a_room_look_at_each_other() {
    let looks = looks();
    let rooms: BTreeSet<&[String]> = looks.keys().map(|one| &one[..one.len() - 1]).collect();
    let circles: Vec<String> = rooms
        .into_iter()
        .filter_map(|room| circle(&among(room, &looks)))
        .collect();
    assert!(circles.is_empty(), "{}", circles.join("\n"));
}

#[test]
fn no_feature_looks_at_another() {
    for (module, others) in looks() {
        let is_of = |feature: &&&str| module[0] == ***feature;
        let Some(own) = FEATURES.iter().find(is_of) else {
            continue;
        };
        for other in others {
            let is_foreign = other[0] != *own && FEATURES.contains(&other[0].as_str());
            assert!(!is_foreign, "{module:?} looks at {other:?}");
        }
    }
}

#[test]
fn what_has_rows_in_a_feature_does_not_know_the_web() {
    for file in sources() {
        if !FEATURES.contains(&module(&file)[0].as_str()) {
            continue;
        }
        let words = words(&std::fs::read_to_string(&file).unwrap());
        let uses = |library: &str| {
            words
                .windows(2)
                .any(|two| two[0] == library && two[1] == "::")
        };
        let web = ["actix_web", "askama"].into_iter().find(|web| uses(web));
        assert!(
            !uses("diesel") || web.is_none(),
            "{} has rows, and uses {}",
            file.display(),
            web.unwrap()
        );
    }
}

/// Which modules each module names, by `crate::`, `super::` or `self::`; tests in it do not count.
fn looks() -> BTreeMap<Module, BTreeSet<Module>> {
    let files: Vec<_> = sources().into_iter().map(|f| (module(&f), f)).collect();
    let all: BTreeSet<Module> = files.iter().map(|(module, _)| module.clone()).collect();
    let is_tested = |module: &Module| module.iter().any(|name| name == "tests");
    let mut looks = BTreeMap::new();
    for (module, file) in files.iter().filter(|(module, _)| !is_tested(module)) {
        let text = std::fs::read_to_string(file).unwrap();
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
        let paths = paths(&words(code), module).into_iter();
        let seen = paths.filter_map(|path| known(&path, &all));
        looks.insert(module.clone(), seen.filter(|one| one != module).collect());
    }
    looks
}

/// `routes::door::pair` for src/routes/door/pair.rs.
fn module(file: &Path) -> Module {
    let below = file.strip_prefix(root().join("src")).unwrap();
    let names = below.with_extension("");
    let names = names.iter().map(|name| name.to_str().unwrap().to_owned());
    names.filter(|name| name != "mod").collect()
}

/// The module that a path leads into.
fn known(path: &[String], all: &BTreeSet<Module>) -> Option<Module> {
    let mut parts = (1..=path.len()).rev().map(|count| path[..count].to_vec());
    parts.find(|part| all.contains(part))
}

/// What a room's children see of one another, each with all that is in it.
fn among(
    room: &[String],
    looks: &BTreeMap<Module, BTreeSet<Module>>,
) -> BTreeMap<Module, BTreeSet<Module>> {
    let depth = room.len() + 1;
    let is_inside = |one: &Module| one.len() >= depth && one.starts_with(room);
    let mut among: BTreeMap<Module, BTreeSet<Module>> = BTreeMap::new();
    for (module, others) in looks.iter().filter(|(module, _)| is_inside(module)) {
        let child = module[..depth].to_vec();
        let seen = others.iter().filter(|other| is_inside(other));
        let seen = seen.map(|other| other[..depth].to_vec());
        let seen: Vec<Module> = seen.filter(|other| *other != child).collect();
        among.entry(child).or_default().extend(seen);
    }
    among
}

/// Takes away whoever looks at nobody that is left, until none is left or a circle.
fn circle(among: &BTreeMap<Module, BTreeSet<Module>>) -> Option<String> {
    let mut left = among.clone();
    loop {
        let names: BTreeSet<Module> = left.keys().cloned().collect();
        let count = left.len();
        left.retain(|_, seen| seen.iter().any(|one| names.contains(one)));
        if left.is_empty() {
            return None;
        }
        if left.len() == count {
            return Some(described(&left));
        }
    }
}

fn described(left: &BTreeMap<Module, BTreeSet<Module>>) -> String {
    let line = |(module, seen): (&Module, &BTreeSet<Module>)| {
        let seen = seen.iter().filter(|one| left.contains_key(*one));
        let seen: Vec<String> = seen.map(|one| one.join("::")).collect();
        format!("{} -> {}", module.join("::"), seen.join(", "))
    };
    let lines: Vec<String> = left.iter().map(line).collect();
    format!("in a circle, or above one:\n  {}", lines.join("\n  "))
}

/// Every path that begins at a module, from the crate's root.
fn paths(words: &[String], module: &Module) -> Vec<Module> {
    let mut found = Vec::new();
    for at in 0..words.len().saturating_sub(1) {
        let begins = at == 0 || words[at - 1] != "::";
        let base = match words[at].as_str() {
            "crate" => Vec::new(),
            "self" => module.clone(),
            "super" => module[..module.len() - 1].to_vec(),
            _ => continue,
        };
        if begins && words[at + 1] == "::" {
            follow(words, at + 2, base, &mut found);
        }
    }
    found
}

/// `a::{b, c::d}` is two paths; says what comes behind them.
fn follow(words: &[String], mut at: usize, mut path: Module, found: &mut Vec<Module>) -> usize {
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    loop {
        match word(at) {
            "{" => {
                at += 1;
                while !matches!(word(at), "}" | "") {
                    at = match word(at) {
                        "," => at + 1,
                        _ => follow(words, at, path.clone(), found),
                    };
                }
                return at + 1;
            }
            "self" => {}
            "super" => drop(path.pop()),
            name => path.push(name.to_owned()),
        }
        if word(at + 1) != "::" {
            break;
        }
        at += 2;
    }
    found.push(path);
    match word(at + 1) {
        "as" => at + 3,
        _ => at + 1,
    }
}

/// The words of code, without its comments and strings.
fn words(code: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = code;
    while let Some(letter) = rest.chars().next() {
        let length = match letter {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '"' => string(rest),
            '\'' => character(rest),
            'r' if rest.starts_with("r#\"") => rest.find("\"#").map_or(rest.len(), |end| end + 2),
            _ if letter.is_alphabetic() || letter == '_' => {
                let end = rest.find(|l: char| !l.is_alphanumeric() && l != '_');
                let end = end.unwrap_or(rest.len());
                words.push(rest[..end].to_owned());
                end
            }
            _ if rest.starts_with("::") => {
                words.push("::".to_owned());
                2
            }
            _ => {
                if !letter.is_whitespace() {
                    words.push(letter.to_string());
                }
                letter.len_utf8()
            }
        };
        rest = &rest[length..];
    }
    words
}

/// Length of a string at the beginning.
fn string(text: &str) -> usize {
    let mut is_escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// Length of a character at the beginning, or of the mark of a lifetime.
fn character(text: &str) -> usize {
    let mut letters = text.char_indices().skip(1);
    match letters.next() {
        Some((_, '\\')) => text[2..].find('\'').map_or(1, |end| end.max(1) + 3),
        Some((at, letter)) if text[at + letter.len_utf8()..].starts_with('\'') => {
            at + letter.len_utf8() + 1
        }
        _ => 1,
    }
}
