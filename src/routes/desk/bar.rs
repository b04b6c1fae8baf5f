//! What stands around every page of the desk: who is signed in, the forum's tabs, a notice.

use super::SignedIn;
use crate::app::App;
use crate::i18n::Texts;
use crate::models::account::Role;
use crate::models::whole::Whole;
use crate::values::Language;

/// Goes beside `page: Frame` into the page's struct as `desk: Bar`; `templates/desk/layout.html` shows it.
pub struct Bar {
    pub email: String,
    /// The token for every form of the page.
    pub token: String,
    pub tabs: Option<Tabs>,
    pub notice: Option<Notice>,
}

/// A forum's pages, those that a role may open.
pub struct Tabs {
    pub title: String,
    pub overview: String,
    pub tabs: Vec<(&'static str, String, bool)>,
}

/// What just happened, or why it did not.
pub struct Notice {
    /// `good`, `warn` or `bad`.
    pub tone: &'static str,
    pub text: String,
}

/// The pages of a forum, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    Overview,
    Registrations,
    Badges,
    Messages,
    Mailings,
    Letters,
    Sites,
    Sessions,
    Categories,
    Checkpoints,
    Devices,
    Printers,
    Texts,
    Wording,
    Settings,
    People,
}

impl Bar {
    /// For pages that belong to no forum.
    pub fn new(app: &App, signed_in: &SignedIn) -> Bar {
        Bar {
            email: signed_in.account.email.clone(),
            token: signed_in.form_token(app),
            tabs: None,
            notice: None,
        }
    }

    /// For the pages of a forum.
    pub fn of(
        app: &App,
        signed_in: &SignedIn,
        (whole, role): (&Whole, Role),
        current: Tab,
        lang: Language,
    ) -> Bar {
        Bar {
            tabs: Some(Tabs::of(whole, role, current, lang)),
            ..Bar::new(app, signed_in)
        }
    }

    pub fn saying(mut self, notice: Option<Notice>) -> Bar {
        self.notice = notice;
        self
    }
}

impl Notice {
    pub fn good(text: impl Into<String>) -> Notice {
        Notice {
            tone: "good",
            text: text.into(),
        }
    }

    pub fn warn(text: impl Into<String>) -> Notice {
        Notice {
            tone: "warn",
            text: text.into(),
        }
    }
}

impl Tabs {
    fn of(whole: &Whole, role: Role, current: Tab, lang: Language) -> Tabs {
        let home = format!("/{}/desk/{}", lang.code(), whole.forum.slug);
        let t = Texts::html(lang);
        Tabs {
            title: whole.title(lang).to_string(),
            tabs: Tab::ALL
                .into_iter()
                .filter(|tab| role >= tab.least())
                .map(|tab| {
                    let address = format!("{home}{}", tab.path());
                    (tab.name(t), address, tab == current)
                })
                .collect(),
            overview: home,
        }
    }
}

impl Tab {
    const ALL: [Tab; 16] = [
        Tab::Overview,
        Tab::Registrations,
        Tab::Badges,
        Tab::Messages,
        Tab::Mailings,
        Tab::Letters,
        Tab::Sites,
        Tab::Sessions,
        Tab::Categories,
        Tab::Checkpoints,
        Tab::Devices,
        Tab::Printers,
        Tab::Texts,
        Tab::Wording,
        Tab::Settings,
        Tab::People,
    ];

    /// Who may open it.
    pub fn least(self) -> Role {
        match self {
            Tab::Overview | Tab::Devices => Role::Door,
            Tab::Registrations | Tab::Messages | Tab::Letters => Role::Viewer,
            Tab::Badges => Role::Registrar,
            _ => Role::Organizer,
        }
    }

    fn path(self) -> &'static str {
        match self {
            Tab::Overview => "",
            Tab::Registrations => "/registrations",
            Tab::Badges => "/badges",
            Tab::Messages => "/messages",
            Tab::Mailings => "/mailings",
            Tab::Letters => "/letters",
            Tab::Sites => "/sites",
            Tab::Sessions => "/sessions",
            Tab::Categories => "/categories",
            Tab::Checkpoints => "/checkpoints",
            Tab::Devices => "/devices",
            Tab::Printers => "/printers",
            Tab::Texts => "/texts",
            Tab::Wording => "/wording",
            Tab::Settings => "/settings",
            Tab::People => "/people",
        }
    }

    pub fn name(self, t: Texts) -> &'static str {
        match self {
            Tab::Overview => t.desk_tab_overview(),
            Tab::Registrations => t.desk_tab_registrations(),
            Tab::Badges => t.badges_title(),
            Tab::Messages => t.desk_tab_messages(),
            Tab::Mailings => t.desk_tab_mailings(),
            Tab::Letters => t.letters_tab(),
            Tab::Sites => t.desk_tab_sites(),
            Tab::Sessions => t.desk_tab_sessions(),
            Tab::Categories => t.desk_tab_categories(),
            Tab::Checkpoints => t.desk_tab_checkpoints(),
            Tab::Devices => t.desk_tab_devices(),
            Tab::Printers => t.printers_title(),
            Tab::Texts => t.desk_tab_texts(),
            Tab::Wording => t.desk_tab_wording(),
            Tab::Settings => t.desk_tab_settings(),
            Tab::People => t.desk_tab_people(),
        }
    }
}
