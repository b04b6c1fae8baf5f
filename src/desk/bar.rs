//! What stands around every page of the desk: who is signed in, the forum's rooms and their pages, a notice.

use super::tab::{Room, Tab};
use crate::app::App;
use crate::desk::SignedIn;
use crate::forms::Difference;
use crate::i18n::Texts;
use crate::models::desk::account::Role;
use crate::models::forum::context::ForumContext;
use crate::values::Language;

/// Goes beside `page: Frame` into the page's struct as `desk: Bar`; `templates/desk/layout.html` shows it.
pub(crate) struct Bar {
    pub email: String,
    /// The token for every form of the page.
    pub token: String,
    pub tabs: Option<Tabs>,
    pub notice: Option<Notice>,
    /// How often the page's form was saved before it was drawn.
    pub version: i64,
    /// Somebody else saved it since.
    pub meanwhile: Option<Meanwhile>,
}

/// A forum's pages, those that a role may open: its rooms, and the pages of the room one is in.
pub(crate) struct Tabs {
    pub title: String,
    pub overview: String,
    pub rooms: Vec<Link>,
    /// None where the room is one page.
    pub pages: Vec<Link>,
}

/// A page's name and address, and whether one is there.
pub(crate) type Link = (&'static str, String, bool);

/// What just happened, or why it did not.
pub(crate) struct Notice {
    /// `good`, `warn` or `bad`.
    pub tone: &'static str,
    pub text: String,
}

/// Who saved the form meanwhile, and what stands there now beside what was typed.
pub(crate) struct Meanwhile {
    pub sentence: String,
    /// Label of the field, what stands there, what was typed.
    pub rows: Vec<Difference>,
}

impl Bar {
    /// For pages that belong to no forum.
    pub(crate) fn new(app: &App, signed_in: &SignedIn) -> Bar {
        Bar {
            email: signed_in.account.email.clone(),
            token: signed_in.form_token(app),
            tabs: None,
            notice: None,
            version: 0,
            meanwhile: None,
        }
    }

    /// For the pages of a forum.
    pub(crate) fn of(
        app: &App,
        signed_in: &SignedIn,
        (whole, role): (&ForumContext, Role),
        current: Tab,
        lang: Language,
    ) -> Bar {
        Bar {
            tabs: Some(Tabs::of(whole, role, current, lang)),
            ..Bar::new(app, signed_in)
        }
    }

    pub(crate) fn saying(mut self, notice: Option<Notice>) -> Bar {
        self.notice = notice;
        self
    }
}

impl Notice {
    pub(crate) fn good(text: impl Into<String>) -> Notice {
        Notice {
            tone: "good",
            text: text.into(),
        }
    }

    pub(crate) fn warn(text: impl Into<String>) -> Notice {
        Notice {
            tone: "warn",
            text: text.into(),
        }
    }
}

impl Tabs {
    fn of(whole: &ForumContext, role: Role, current: Tab, lang: Language) -> Tabs {
        let home = format!("/{}/desk/{}", lang.code(), whole.forum.slug);
        let t = Texts::html(lang);
        let address = |tab: Tab| format!("{home}{}", tab.path());
        let open = |room: Room| {
            room.tabs()
                .iter()
                .copied()
                .filter(|tab| role >= tab.least())
        };
        let room = current.room();
        let rooms = Room::ALL.into_iter().filter_map(|other| {
            let first = open(other).next()?;
            Some((other.name(t), address(first), other == room))
        });
        let pages: Vec<Link> = open(room)
            .map(|tab| (tab.name(t), address(tab), tab == current))
            .collect();
        Tabs {
            title: whole.title(lang).to_string(),
            rooms: rooms.collect(),
            pages: if pages.len() > 1 { pages } else { Vec::new() },
            overview: home,
        }
    }
}
