//! Writes a table of all messages with arguments to try them with.

use crate::check::Checked;
use crate::generate::{kind, line, rust_name};
use crate::message::{Kind, Part};

/// Every message with arguments to try it with, for the tests; once for every word that chooses in it.
pub(crate) fn samples(messages: &[Checked]) -> String {
    let mut code = String::new();
    line(
        &mut code,
        "\n#[cfg(test)]\npub(super) type Sample = (&'static str, fn(Texts, i64) -> String);\n",
    );
    line(
        &mut code,
        "#[cfg(test)]\npub(super) const SAMPLES: &[Sample] = &[",
    );
    for message in messages {
        for word in words(message) {
            let arguments = message.arguments.iter().map(|(name, kind)| match kind {
                Kind::Number => "n".to_string(),
                Kind::Word => format!("{word:?}"),
                Kind::Text => format!("{:?}", format!("<{name}>")),
            });
            let arguments = arguments.collect::<Vec<_>>().join(", ");
            let number = if arguments.split(", ").any(|argument| argument == "n") {
                "n"
            } else {
                "_"
            };
            let call = format!(
                "|t, {number}| t.{}({arguments}).to_string()",
                rust_name(message.key)
            );
            line(&mut code, &format!("    ({:?}, {call}),", message.key));
        }
    }
    line(&mut code, "];");
    code
}

/// The words that choose between variants, and one that is none of them.
fn words(message: &Checked) -> Vec<String> {
    fn walk(parts: &[Part], message: &Checked, words: &mut Vec<String>) {
        for part in parts {
            let Part::Choice { by, variants } = part else {
                continue;
            };
            for variant in variants {
                if kind(message, &by.name) == Kind::Word {
                    words.push(variant.key.clone());
                }
                walk(&variant.parts, message, words);
            }
        }
    }
    let mut words = vec!["else".to_string()];
    message
        .languages
        .iter()
        .for_each(|language| walk(&language.parts, message, &mut words));
    words.sort();
    words.dedup();
    words
}
