use askama::Template;

use super::choices::Choices;
use super::stage::RegistrationStage;
use crate::app::PageRequest;
use crate::forms::FieldErrors;
use crate::forms::details::DetailsForm;
use crate::forms::registration::RegistrationForm;
use crate::i18n::Texts;
use crate::models::forum::context::ForumContext;
use crate::pages::{ForumHead, Frame};
use crate::values::{Email, Language};

/// The form, or the sentence that says why there is none.
#[derive(Template)]
#[template(path = "public/register.html")]
pub(super) struct RegisterPage<'a> {
    page: Frame,
    forum: ForumHead,
    standing: RegistrationStage,
    choices: Choices<'a>,
    form: &'a RegistrationForm,
    errors: FieldErrors,
    saying: &'static str,
    /// What was perhaps meant by the address.
    likely: Option<String>,
    /// Whether a person is asked to say that no program filled it in.
    asks_by_hand: bool,
}

impl<'a> RegisterPage<'a> {
    pub(super) fn new(
        asked: &PageRequest,
        whole: &'a ForumContext,
        form: &'a RegistrationForm,
    ) -> RegisterPage<'a> {
        let t = Texts::html(asked.lang);
        RegisterPage {
            page: asked
                .frame(t.form_title())
                .branded(whole.forum.brand.as_deref()),
            forum: ForumHead::of(whole, asked.lang),
            standing: RegistrationStage::of(whole, asked.lang, asked.now),
            choices: Choices::of(whole, asked.lang, None),
            form,
            errors: FieldErrors::default(),
            saying: "",
            likely: None,
            asks_by_hand: false,
        }
    }

    /// With a sentence above the form.
    pub(super) fn saying(mut self, sentence: &'static str) -> RegisterPage<'a> {
        self.saying = sentence;
        self
    }

    pub(super) fn with(mut self, errors: FieldErrors) -> RegisterPage<'a> {
        self.errors = errors;
        self
    }

    /// With the question whether this address was meant.
    pub(super) fn asking(mut self, likely: &Email) -> RegisterPage<'a> {
        self.likely = Some(likely.as_str().to_owned());
        self
    }

    /// With the question that a field nobody sees has raised: all but that field stays as it was typed.
    pub(super) fn asking_by_hand(mut self) -> RegisterPage<'a> {
        self.asks_by_hand = true;
        self
    }

    fn details(&self) -> &DetailsForm {
        &self.form.details
    }
}
