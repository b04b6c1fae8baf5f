use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

use crate::app::PageRequest;
use crate::error::Error;
use crate::i18n::Texts;
use crate::models::forum::context::ForumContext;
use crate::pages::{self, ForumHead, Frame};

/// One question with one button, or why there is nothing to press.
#[derive(Template)]
#[template(path = "delegate/confirm.html")]
pub(super) struct ConfirmPage {
    page: Frame,
    forum: ForumHead,
    action: String,
    text: String,
    /// Empty: no button.
    token: String,
    saying: &'static str,
}

impl ConfirmPage {
    pub(super) fn new(
        asked: &PageRequest,
        code: &str,
        whole: &ForumContext,
        email: &str,
        token: String,
    ) -> ConfirmPage {
        let t = Texts::html(asked.lang);
        let here = format!("/me/email/{code}");
        let frame = Frame::new(asked.lang, &here, t.delegate_email_confirm());
        ConfirmPage {
            page: frame.branded(whole.forum.brand.as_deref()),
            forum: ForumHead::of(whole, asked.lang),
            action: asked.at(&here),
            text: t.delegate_email_confirm_text(email),
            token,
            saying: "",
        }
    }

    /// With a sentence above the button.
    pub(super) fn saying(mut self, sentence: &'static str) -> ConfirmPage {
        self.saying = sentence;
        self
    }

    /// Another registration has the address.
    pub(super) fn taken(mut self) -> ConfirmPage {
        let t = self.page.t;
        self.page.title = t.delegate_email_taken().to_string();
        self.text = t.delegate_email_taken_text().to_string();
        self.token.clear();
        self
    }
}

/// For a link that leads nowhere any more.
pub(super) fn gone(asked: &PageRequest) -> Result<HttpResponse, Error> {
    let t = Texts::html(asked.lang);
    let page = Gone {
        page: asked.frame(t.delegate_email_gone()),
        text: t.delegate_email_gone_text(),
    };
    pages::page(StatusCode::NOT_FOUND, &page)
}

#[derive(Template)]
#[template(path = "error.html")]
struct Gone {
    page: Frame,
    text: &'static str,
}
