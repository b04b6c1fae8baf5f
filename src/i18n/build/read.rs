//! From a language's folder of `.ftl` files to its messages.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::message::{Argument, Message, Part, Variant};

/// Messages by key; terms stand among them with their leading hyphen.
pub(crate) type Catalogue = BTreeMap<String, Message>;

pub(crate) fn catalogue(folder: &Path, problems: &mut Vec<String>) -> Catalogue {
    let mut catalogue = Catalogue::new();
    for path in files(folder, problems) {
        read_file(&path, &mut catalogue, problems);
    }
    resolve(&mut catalogue, problems);
    catalogue
}

fn files(folder: &Path, problems: &mut Vec<String>) -> Vec<PathBuf> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => {
            problems.push(format!("{} cannot be read: {error}", folder.display()));
            return Vec::new();
        }
    };
    let mut paths: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "ftl"))
        .collect();
    paths.sort();
    paths
}

fn read_file(path: &Path, catalogue: &mut Catalogue, problems: &mut Vec<String>) {
    let file = path.display().to_string();
    let source = match fs::read_to_string(path) {
        Ok(source) if file.contains("/fr/") => with_fixed_spaces(source),
        Ok(source) => source,
        Err(error) => return problems.push(format!("{file} cannot be read: {error}")),
    };
    let resource = match fluent_syntax::parser::parse(source.as_str()) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors {
                let line = source[..error.pos.start].lines().count().max(1);
                problems.push(format!("{file}, line {line}: not Fluent: {}", error.kind));
            }
            resource
        }
    };
    for entry in resource.body {
        let (key, value, attributes) = match entry {
            Entry::Message(message) => (
                message.id.name.to_string(),
                message.value,
                message.attributes,
            ),
            Entry::Term(term) => (
                format!("-{}", term.id.name),
                Some(term.value),
                term.attributes,
            ),
            _ => continue,
        };
        let message = match value {
            Some(value) if attributes.is_empty() => parts(&value),
            _ => Err("has attributes or no text; give each text a key of its own".to_string()),
        };
        match message {
            Err(problem) => problems.push(format!("{file}: {key} {problem}")),
            Ok(parts) => {
                let message = Message {
                    file: file.clone(),
                    parts,
                };
                if let Some(other) = catalogue.insert(key.clone(), message) {
                    problems.push(format!(
                        "{file}: {key} stands twice; it is in {} already",
                        other.file
                    ));
                }
            }
        }
    }
}

/// French sets a space before high punctuation and within guillemets that no line may end at; in the files it
/// may be a plain one.
fn with_fixed_spaces(source: String) -> String {
    let fixed = |text: String, sign| text.replace(&format!(" {sign}"), &format!("\u{a0}{sign}"));
    let source = [':', ';', '?', '!', '»'].into_iter().fold(source, fixed);
    source.replace("« ", "«\u{a0}")
}

fn parts(pattern: &Pattern<&str>) -> Result<Vec<Part>, String> {
    let mut parts = Vec::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => parts.push(Part::Text(value.to_string())),
            PatternElement::Placeable { expression } => parts.push(part(expression)?),
        }
    }
    Ok(parts)
}

fn part(expression: &Expression<&str>) -> Result<Part, String> {
    match expression {
        Expression::Inline(inline) => inline_part(inline),
        Expression::Select { selector, variants } => {
            let Part::Argument(by) = inline_part(selector)? else {
                return Err("chooses by something that is no argument".to_string());
            };
            let variants = variants.iter().map(|variant| {
                let (VariantKey::Identifier { name: key }
                | VariantKey::NumberLiteral { value: key }) = variant.key;
                Ok(Variant {
                    key: key.to_string(),
                    default: variant.default,
                    parts: parts(&variant.value)?,
                })
            });
            Ok(Part::Choice {
                by,
                variants: variants.collect::<Result<_, String>>()?,
            })
        }
    }
}

fn inline_part(inline: &InlineExpression<&str>) -> Result<Part, String> {
    match inline {
        InlineExpression::StringLiteral { value } => {
            Ok(Part::Text(unescape_unicode_to_string(value).into_owned()))
        }
        InlineExpression::NumberLiteral { value } => Ok(Part::Text(value.to_string())),
        InlineExpression::VariableReference { id } => Ok(Part::Argument(Argument {
            name: id.name.to_string(),
            number: false,
        })),
        InlineExpression::FunctionReference { id, arguments } => number(id.name, arguments),
        InlineExpression::MessageReference {
            id,
            attribute: None,
        } => Ok(Part::Reference(id.name.to_string())),
        InlineExpression::TermReference {
            id,
            attribute: None,
            arguments: None,
        } => Ok(Part::Reference(format!("-{}", id.name))),
        InlineExpression::Placeable { expression } => part(expression),
        _ => Err(
            "refers to an attribute, or gives a term arguments; neither is known here".to_string(),
        ),
    }
}

fn number(function: &str, arguments: &CallArguments<&str>) -> Result<Part, String> {
    match (
        function,
        arguments.positional.as_slice(),
        arguments.named.as_slice(),
    ) {
        ("NUMBER", [InlineExpression::VariableReference { id }], []) => {
            Ok(Part::Argument(Argument {
                name: id.name.to_string(),
                number: true,
            }))
        }
        _ => Err(format!(
            "calls {function}; NUMBER($argument) is the one function known here"
        )),
    }
}

/// Puts what a reference stands for in its place.
fn resolve(catalogue: &mut Catalogue, problems: &mut Vec<String>) {
    let sources: BTreeMap<String, Vec<Part>> = catalogue
        .iter()
        .map(|(key, message)| (key.clone(), message.parts.clone()))
        .collect();
    for (key, message) in catalogue.iter_mut() {
        match resolved(&message.parts, &sources, 0) {
            Ok(parts) => message.parts = parts,
            Err(problem) => problems.push(format!("{}: {key} {problem}", message.file)),
        }
    }
}

fn resolved(
    parts: &[Part],
    sources: &BTreeMap<String, Vec<Part>>,
    depth: usize,
) -> Result<Vec<Part>, String> {
    if depth > 5 {
        return Err("refers to itself".to_string());
    }
    let mut whole = Vec::new();
    for part in parts {
        match part {
            Part::Reference(key) => {
                let source = sources
                    .get(key)
                    .ok_or_else(|| format!("refers to {key}, which is not there"))?;
                whole.extend(resolved(source, sources, depth + 1)?);
            }
            Part::Choice { by, variants } => {
                let variants = variants.iter().map(|variant| {
                    let parts = resolved(&variant.parts, sources, depth)?;
                    Ok(Variant {
                        parts,
                        ..variant.clone()
                    })
                });
                whole.push(Part::Choice {
                    by: by.clone(),
                    variants: variants.collect::<Result<_, String>>()?,
                });
            }
            other => whole.push(other.clone()),
        }
    }
    Ok(whole)
}
