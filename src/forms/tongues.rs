use super::{FieldErrors, Typed};
use crate::i18n::Texts;
use crate::models::forum_text::{ForumTexts, Owner, Version};
use crate::values::{Language, long_text};

/// One text in the languages of a forum: fields `name.az`, `name.en`, ... under one question.
pub(crate) struct Tongues {
    pub field: &'static str,
    /// Characters it may have.
    pub most: usize,
}

impl Tongues {
    pub(crate) const NAME: Tongues = Tongues::new("name", 200);

    pub(crate) const fn new(field: &'static str, most: usize) -> Tongues {
        Tongues { field, most }
    }

    /// What was typed, a version a language, empty ones too: they take away what was there.
    pub(crate) fn parse(
        &self,
        form: &Typed,
        languages: &[Language],
        t: Texts,
        errors: &mut FieldErrors,
    ) -> Vec<Version> {
        languages
            .iter()
            .map(|language| {
                let typed = form.get(&format!("{}.{}", self.field, language.code()));
                let value = long_text(typed);
                if value.chars().count() > self.most {
                    errors.add(self.field, t.form_too_long(self.most));
                }
                Version {
                    field: self.field,
                    language: *language,
                    value,
                }
            })
            .collect()
    }

    /// The same, with a sentence if none of the languages has it.
    pub(crate) fn parse_needed(
        &self,
        form: &Typed,
        languages: &[Language],
        missing: &'static str,
        t: Texts,
        errors: &mut FieldErrors,
    ) -> Vec<Version> {
        let versions = self.parse(form, languages, t, errors);
        if versions.iter().all(|version| version.value.is_empty()) {
            errors.add(self.field, missing);
        }
        versions
    }

    /// Puts the versions there are into the fields.
    pub(crate) fn fill(&self, form: Typed, texts: &ForumTexts, owner: Owner) -> Typed {
        Language::ALL.into_iter().fold(form, |form, language| {
            let text = texts.exact(owner, self.field, language);
            form.with(format!("{}.{}", self.field, language.code()), text)
        })
    }
}
