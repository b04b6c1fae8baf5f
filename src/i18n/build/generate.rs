//! Writes the checked messages as Rust: one method per message, one arm per language.

use crate::check::Checked;
use crate::message::{Kind, Message, PLURALS, Part, Variant};

pub(crate) fn methods(languages: &[&str], messages: &[Checked]) -> String {
    let mut code = String::from("impl Texts {\n");
    for message in messages {
        match plain(message) {
            Some(texts) => plain_method(&mut code, languages, message, &texts),
            None => method(&mut code, message),
        }
    }
    code.push_str("}\n");
    for message in messages.iter().filter(|message| plain(message).is_none()) {
        body(&mut code, languages, message);
    }
    code
}

/// The message's text in every language, when it is nothing but text.
fn plain(message: &Checked) -> Option<Vec<String>> {
    message
        .languages
        .iter()
        .map(|message| plain_text(message))
        .collect()
}

fn plain_text(message: &Message) -> Option<String> {
    let texts = message.parts.iter().map(|part| match part {
        Part::Text(text) => Some(text.as_str()),
        _ => None,
    });
    texts.collect()
}

fn plain_method(code: &mut String, languages: &[&str], message: &Checked, texts: &[String]) {
    let name = rust_name(message.key);
    line(code, &format!("    #[doc = {:?}]", texts[0]));
    line(
        code,
        &format!(
            "    pub(crate) fn {name}(self) -> &'static str {{\n        match self.language {{"
        ),
    );
    for (language, text) in languages.iter().zip(texts) {
        line(
            code,
            &format!("            {} => {text:?},", variant_path(language)),
        );
    }
    line(code, "        }\n    }");
}

/// The public side takes whatever counts or can be shown; the work is done once, in `body`.
fn method(code: &mut String, message: &Checked) {
    let name = rust_name(message.key);
    let mut parameters = String::new();
    let mut passed = String::new();
    for (argument, kind) in &message.arguments {
        let argument = raw_name(argument);
        let (bound, call) = match kind {
            Kind::Number => ("Amount", format!("{argument}.amount()")),
            Kind::Word => ("Display", format!("&{argument}.to_string()")),
            Kind::Text => ("Display", format!("&self.argument({argument})")),
        };
        parameters.push_str(&format!(", {argument}: impl {bound}"));
        passed.push_str(&format!(", {call}"));
    }
    line(
        code,
        &format!("    #[doc = {:?}]", outline(message.languages[0])),
    );
    line(
        code,
        &format!("    pub(crate) fn {name}(self{parameters}) -> String {{"),
    );
    line(
        code,
        &format!("        {name}(self.language{passed})\n    }}"),
    );
}

fn body(code: &mut String, languages: &[&str], message: &Checked) {
    let parameters: String = message
        .arguments
        .iter()
        .map(|(name, kind)| match kind {
            Kind::Number => format!(", {}: i64", raw_name(name)),
            Kind::Word | Kind::Text => format!(", {}: &str", raw_name(name)),
        })
        .collect();
    let name = rust_name(message.key);
    line(
        code,
        &format!(
            "\n#[allow(clippy::if_same_then_else)]\nfn {name}(in_language: Language{parameters}) -> String {{"
        ),
    );
    line(
        code,
        "    let mut whole = String::new();\n    match in_language {",
    );
    for (language, message_in) in languages.iter().zip(&message.languages) {
        line(code, &format!("    {} => {{", variant_path(language)));
        write_parts(code, &message_in.parts, message);
        line(code, "    }");
    }
    line(code, "    }\n    whole\n}");
}

fn write_parts(code: &mut String, parts: &[Part], message: &Checked) {
    for part in parts {
        match part {
            Part::Text(text) => line(code, &format!("whole += {text:?};")),
            Part::Argument(argument) => {
                let name = raw_name(&argument.name);
                match kind(message, &argument.name) {
                    Kind::Number => line(code, &format!("whole += &number(in_language, {name});")),
                    _ => line(code, &format!("whole += {name};")),
                }
            }
            Part::Choice { by, variants } => write_choice(code, &by.name, variants, message),
            Part::Reference(_) => {}
        }
    }
}

fn write_choice(code: &mut String, by: &str, variants: &[Variant], message: &Checked) {
    let name = raw_name(by);
    let number = kind(message, by) == Kind::Number;
    for variant in variants.iter().filter(|variant| !variant.default) {
        let key = &variant.key;
        let condition = match number {
            false => format!("{name} == {key:?}"),
            true if PLURALS.contains(&key.as_str()) => {
                format!(
                    "plural(in_language, {name}) == Plural::{}",
                    capitalised(key)
                )
            }
            true => format!("{name} == {key}"),
        };
        line(code, &format!("if {condition} {{"));
        write_parts(code, &variant.parts, message);
        code.push_str("} else ");
    }
    line(code, "{");
    for variant in variants.iter().filter(|variant| variant.default) {
        write_parts(code, &variant.parts, message);
    }
    line(code, "}");
}

pub(crate) fn kind(message: &Checked, argument: &str) -> Kind {
    let found = message.arguments.iter().find(|(name, _)| name == argument);
    found.map_or(Kind::Text, |(_, kind)| *kind)
}

/// The English text with its arguments' names, the default variant standing for all.
fn outline(message: &Message) -> String {
    fn walk(parts: &[Part], text: &mut String) {
        for part in parts {
            match part {
                Part::Text(words) => text.push_str(words),
                Part::Argument(argument) => text.push_str(&format!("{{${}}}", argument.name)),
                Part::Choice { variants, .. } => {
                    variants
                        .iter()
                        .filter(|variant| variant.default)
                        .for_each(|variant| walk(&variant.parts, text));
                }
                Part::Reference(_) => {}
            }
        }
    }
    let mut text = String::new();
    walk(&message.parts, &mut text);
    text
}

pub(crate) fn rust_name(key: &str) -> String {
    key.replace('-', "_")
}

/// An argument may have any name, also one that Rust keeps for itself, such as `type`.
fn raw_name(argument: &str) -> String {
    format!("r#{}", rust_name(argument))
}

fn variant_path(language: &str) -> String {
    format!("Language::{}", capitalised(language))
}

fn capitalised(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    format!("{}{rest}", first.to_uppercase())
}

pub(crate) fn line(code: &mut String, text: &str) {
    code.push_str(text);
    code.push('\n');
}
