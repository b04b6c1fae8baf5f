//! What one mail says, before it is text or HTML.

use askama::Template;

use crate::values::{Prose, Span};

/// One mail's content. All occasions share this shape and the two templates that draw it.
pub(super) struct Letter {
    pub lang: &'static str,
    pub dir: &'static str,
    /// The forum's title, above everything.
    pub title: String,
    pub heading: String,
    /// Empty where the words greet by themselves.
    pub greeting: String,
    pub body: Prose,
    /// What the organizers added in their own words, with its heading.
    pub quote: Option<(String, String)>,
    pub badge: Option<BadgeView>,
    /// Labels and what stands beside them.
    pub facts: Vec<(String, String)>,
    pub button: Option<(String, String)>,
    pub notes: Vec<String>,
    pub footer: Vec<String>,
    /// The last link, by which its reader ends mail of this kind.
    pub leave: Option<(String, String)>,
}

pub(super) struct BadgeView {
    /// Content-ID of the picture.
    pub cid: String,
    pub code: String,
    pub alt: String,
    pub hint: String,
}

#[derive(Template)]
#[template(path = "mail/letter.html")]
struct Html<'a> {
    letter: &'a Letter,
    look: Look,
}

#[derive(Template)]
#[template(path = "mail/letter.txt")]
struct Text<'a> {
    letter: &'a Letter,
}

/// What depends on the script; mail readers keep no stylesheet, so it is written into each element.
struct Look {
    /// Where a line begins. Old mail readers do not know `start`.
    start: &'static str,
    size: &'static str,
    line: &'static str,
}

impl Letter {
    /// What stands after a label; French sets a fixed space before it.
    fn colon(&self) -> &'static str {
        match self.lang {
            "fr" => "\u{a0}:",
            _ => ":",
        }
    }

    pub fn html(&self) -> String {
        let look = match self.dir {
            "rtl" => Look {
                start: "right",
                size: "18px",
                line: "1.7",
            },
            _ => Look {
                start: "left",
                size: "17px",
                line: "1.5",
            },
        };
        let html = Html { letter: self, look };
        html.render().expect("a String takes everything")
    }

    pub fn text(&self) -> String {
        let text = Text { letter: self };
        text.render().expect("a String takes everything")
    }
}
