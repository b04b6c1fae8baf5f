use askama::Template;

use crate::app::{App, PageRequest};
use crate::forms::FieldErrors;
use crate::forms::details::DetailsForm;
use crate::forms::invite_again::InviteAgain;
use crate::i18n::Texts;
use crate::models::people::standing::State;
use crate::pages::{ForumHead, Frame};
use crate::routes::clashes::ClashView;
use crate::routes::delegate::Mine;
use crate::routes::public::Choices;
use crate::values::Language;

#[derive(Template)]
#[template(path = "delegate/correct.html")]
pub(super) struct CorrectPage<'a> {
    page: Frame,
    forum: ForumHead,
    base: String,
    details: &'a DetailsForm,
    again: &'a InviteAgain,
    choices: Choices<'a>,
    errors: FieldErrors,
    confirmed: bool,
    token: String,
    saying: &'static str,
    /// The last change that the form knows of.
    version: String,
    clashes: Vec<ClashView>,
}

impl<'a> CorrectPage<'a> {
    pub(super) fn new(
        app: &App,
        asked: &PageRequest,
        mine: &'a Mine,
        details: &'a DetailsForm,
        again: &'a InviteAgain,
    ) -> CorrectPage<'a> {
        let confirmed = mine.state() == State::Confirmed;
        let category = Some(mine.registration.category_id);
        let mut choices = Choices::of(&mine.whole, asked.lang, category);
        if confirmed {
            choices.categories.clear();
        }
        let title = Texts::html(asked.lang).delegate_correct();
        CorrectPage {
            page: mine.frame(asked, "/correct", title),
            forum: ForumHead::of(&mine.whole, asked.lang),
            base: asked.at(&mine.path("")),
            details,
            again,
            choices,
            errors: FieldErrors::default(),
            confirmed,
            token: mine.form_token(app, asked.now),
            saying: "",
            version: mine.version.to_string(),
            clashes: Vec::new(),
        }
    }

    /// As it was sent: it knows no more than it did.
    pub(super) fn of_version(mut self, version: &str) -> CorrectPage<'a> {
        self.version = version.to_owned();
        self
    }

    /// With what others have changed meanwhile, to be chosen from.
    pub(super) fn asking(mut self, clashes: Vec<ClashView>) -> CorrectPage<'a> {
        self.clashes = clashes;
        self
    }

    pub(super) fn with(mut self, errors: FieldErrors) -> CorrectPage<'a> {
        self.errors = errors;
        self
    }

    /// With a sentence above the form.
    pub(super) fn saying(mut self, sentence: &'static str) -> CorrectPage<'a> {
        self.saying = sentence;
        self
    }
}
