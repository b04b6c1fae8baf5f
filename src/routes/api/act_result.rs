use serde::Serialize;
use serde_json::{Map, Value};

use crate::badges;
use crate::forms::FieldErrors;
use crate::models::people::registration::Registration;
use crate::values::Code;

/// One act's result: what came of it, or why it does not count.
#[derive(Serialize, Default)]
pub(crate) struct ActResult {
    id: Value,
    done: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    registration: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    /// Somebody of this name was registered with the address already, and is told.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    known: bool,
    /// The new badge's code as people read it, and its symbol as SVG.
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    symbol: Option<String>,
    /// The printer where the badge comes out, or the address where a browser finds it.
    #[serde(skip_serializing_if = "Option::is_none")]
    printer: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<String>,
    /// The desk has it now: the device may forget it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    kept: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
    /// What to mend, by field.
    #[serde(skip_serializing_if = "Map::is_empty")]
    fields: Map<String, Value>,
}

impl ActResult {
    pub(crate) fn done(id: Value) -> ActResult {
        ActResult {
            id,
            done: true,
            ..ActResult::default()
        }
    }

    pub(crate) fn refused(id: Value, error: &str) -> ActResult {
        ActResult {
            id,
            error: Some(error.to_string()),
            ..ActResult::default()
        }
    }

    /// Says what to mend, by field.
    pub(crate) fn mistyped(mut self, errors: &FieldErrors) -> ActResult {
        let fields = ["name", "email", "organisation", "country"]
            .into_iter()
            .filter_map(|field| {
                let sentence = errors.get(field)?;
                Some((field.to_string(), Value::from(sentence)))
            });
        self.fields = fields.collect();
        self
    }

    pub(crate) fn kept(mut self, kept: bool) -> ActResult {
        self.kept = kept;
        self
    }

    pub(crate) fn of(mut self, person: &Registration) -> ActResult {
        self.registration = Some(person.public_id.clone());
        self.state = Some(person.state.as_str().to_owned());
        self.name = Some(person.name.clone());
        self
    }

    /// Public id of whom it was, where it was somebody's.
    pub(crate) fn registration(&self) -> Option<&str> {
        self.registration.as_deref()
    }

    pub(crate) fn known(mut self, known: bool) -> ActResult {
        self.known = known;
        self
    }

    pub(crate) fn printed_at(mut self, printer: Option<String>) -> ActResult {
        self.printer = printer;
        self
    }

    pub(crate) fn with_label(mut self, address: String) -> ActResult {
        self.label = Some(address);
        self
    }

    pub(crate) fn with_badge(mut self, code: &Code) -> ActResult {
        let text = code.grouped();
        self.symbol = Some(badges::svg(code, &text));
        self.code = Some(text);
        self
    }
}
