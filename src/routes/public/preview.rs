use serde_json::{Value, json};

use crate::app::App;
use crate::i18n::listed;
use crate::models::forum::context::ForumContext;
use crate::models::forum_text::Owner;
use crate::models::places::site::Site;
use crate::pages::ForumHead;
use crate::values::{Language, short_text};

/// What a program that follows a link learns of a forum: what a chat shows of it (Open Graph), and what a search engine
/// reads (schema.org's Event).
pub(super) struct Preview {
    /// The whole address of the page.
    pub address: String,
    /// The whole address of its picture.
    pub picture: String,
    pub description: String,
    /// JSON that may stand within a script element.
    pub event: String,
}

/// Characters that a chat shows of a description.
const SHOWN: usize = 200;

impl Preview {
    pub(super) fn of(app: &App, whole: &ForumContext, head: &ForumHead, lang: Language) -> Preview {
        let about = short_text(whole.text(Owner::Forum, "about", lang));
        let address = app.link(&head.address);
        let picture = format!("{address}/poster.png");
        let mut event = event(whole, head, lang);
        event["url"] = json!(address);
        event["image"] = json!(picture);
        if !about.is_empty() {
            event["description"] = json!(about);
        }
        let when_and_where = format!("{} · {}", head.dates, head.places);
        Preview {
            address,
            picture,
            description: match about.as_str() {
                "" => when_and_where,
                about => format!("{when_and_where}. {}", shortened(about)),
            },
            // Within a script element nothing but its end tag is read as markup.
            event: event.to_string().replace('<', "\\u003c"),
        }
    }
}

fn event(whole: &ForumContext, head: &ForumHead, lang: Language) -> Value {
    let forum = &whole.forum;
    let places: Vec<Value> = whole
        .sites
        .iter()
        .map(|site| place(whole, site, lang))
        .collect();
    json!({
        "@context": "https://schema.org",
        "@type": "Event",
        "name": head.title,
        "startDate": forum.starts_on.to_string(),
        "endDate": forum.ends_on.to_string(),
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "eventStatus": "https://schema.org/EventScheduled",
        "inLanguage": lang.code(),
        "location": places,
    })
}

fn place(whole: &ForumContext, site: &Site, lang: Language) -> Value {
    let parts: Vec<&str> = ["address", "city"]
        .into_iter()
        .map(|field| whole.text(Owner::Site(site.id), field, lang))
        .filter(|text| !text.is_empty())
        .collect();
    let name = whole.site_name(site, lang);
    let address = match parts.as_slice() {
        [] => name.to_owned(),
        parts => listed(lang, parts),
    };
    json!({"@type": "Place", "name": name, "address": address})
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}
