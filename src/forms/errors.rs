use std::collections::BTreeMap;

/// What to mend, a sentence a field, in the order of the form.
#[derive(Debug, Clone, Default)]
pub(crate) struct FieldErrors {
    order: Vec<&'static str>,
    sentences: BTreeMap<&'static str, String>,
}

impl FieldErrors {
    /// The first sentence of a field counts.
    pub(crate) fn add(&mut self, field: &'static str, sentence: impl Into<String>) {
        if !self.sentences.contains_key(field) {
            self.order.push(field);
            self.sentences.insert(field, sentence.into());
        }
    }

    /// Into the order in which the fields stand on the page.
    pub(crate) fn sort(&mut self, fields: &[&str]) {
        self.order
            .sort_by_key(|field| fields.iter().position(|other| other == field));
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    pub(crate) fn get(&self, field: &str) -> Option<&str> {
        self.sentences.get(field).map(String::as_str)
    }

    /// For the summary: (field, sentence), in the order of the form.
    pub(crate) fn all(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.order
            .iter()
            .map(|field| (*field, self.sentences.get(field).map_or("", String::as_str)))
    }
}
