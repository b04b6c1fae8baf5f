//! What one mail says, before it is text or HTML.

use askama::Template;

use crate::i18n::{self, directed};
use crate::values::{Language, Prose, Span};

/// One mail's content. All occasions share this shape and the two templates that draw it.
pub(crate) struct MailText {
    pub language: Language,
    /// The forum's title, above everything.
    pub title: String,
    pub heading: String,
    /// Greeting and body.
    pub words: Prose,
    /// What the organizers added in their own words, with its heading.
    pub quote: Option<(String, String)>,
    /// Whom of several behind one address it is for.
    pub shared: Option<String>,
    pub badge: Option<BadgeView>,
    /// Labels and what stands beside them.
    pub facts: Vec<(String, String)>,
    pub button: Option<(String, String)>,
    pub notes: Vec<String>,
    pub footer: Vec<String>,
    /// The last link, by which its reader ends mail of this kind.
    pub leave: Option<(String, String)>,
}

pub(crate) struct BadgeView {
    /// Content-ID of the picture.
    pub cid: String,
    pub code: String,
    pub alt: String,
    pub hint: String,
}

#[derive(Template)]
#[template(path = "mail/letter.html")]
struct Html<'a> {
    letter: &'a MailText,
    lang: &'static str,
    dir: &'static str,
    look: Look,
}

#[derive(Template)]
#[template(path = "mail/letter.txt")]
struct Text<'a> {
    letter: &'a MailText,
}

/// What depends on the script. Mail readers that drop the stylesheet get it written into each element.
struct Look {
    /// Where a line begins. Old mail readers do not know `start`.
    start: &'static str,
    size: &'static str,
    line: &'static str,
}

/// How much of a letter the list of an inbox shows beside the subject.
const PREVIEWED: usize = 140;

impl MailText {
    pub(crate) fn html(&self) -> String {
        let dir = self.language.direction();
        let look = match dir {
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
        let html = Html {
            letter: self,
            lang: self.language.code(),
            dir,
            look,
        };
        html.render().expect("a String takes everything")
    }

    pub(crate) fn text(&self) -> String {
        let text = Text { letter: self };
        text.render().expect("a String takes everything")
    }

    /// The words as plain text, each paragraph running the way its language does.
    fn plain_words(&self) -> String {
        let words = self.words.to_string();
        let lines = words.split('\n').map(|line| directed(self.language, line));
        lines.collect::<Vec<_>>().join("\n")
    }

    /// What an inbox shows beside the subject: the first words after the greeting, not the forum's name again.
    fn preview(&self) -> String {
        let words = self.words.to_string();
        let mut paragraphs = words.split("\n\n");
        let greeting = paragraphs.next().unwrap_or_default();
        let first = paragraphs.next().unwrap_or(greeting);
        first.chars().take(PREVIEWED).collect()
    }

    fn colon(&self) -> &'static str {
        i18n::colon(self.language)
    }
}
