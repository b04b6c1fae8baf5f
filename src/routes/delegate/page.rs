use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use crate::app::{App, PageRequest};
use crate::badges;
use crate::error::Error;
use crate::i18n::{Texts, country_name};
use crate::mail::{ForumFacts, SiteFacts, google_calendar, outlook, when};
use crate::models::people::document::rule::Letters;
use crate::models::people::standing::State;
use crate::pages::{self, ForumHead, Frame, map_address};
use crate::routes::delegate::Mine;
use crate::values::is_latin;
use crate::wallets::Offered;

/// What was just done here, told by the address a form leads to.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Query {
    done: String,
}

/// `GET /{lang}/me/{link}`
pub(crate) async fn show(
    app: web::Data<App>,
    asked: PageRequest,
    mine: Mine,
    query: web::Query<Query>,
) -> Result<HttpResponse, Error> {
    let t = Texts::html(asked.lang);
    let done = match query.done.as_str() {
        "saved" if mine.code.is_some() => t.delegate_saved(),
        "saved" => t.delegate_saved_plain(),
        "same" => t.delegate_same(),
        "sent" => t.delegate_sent(),
        "asked" => t.delegate_email_asked(),
        "changed" => t.delegate_email_changed(),
        _ => "",
    };
    let mut answer = pages::ok(&MyPage::new(&app, &asked, &mine).saying("good", done))?;
    let (name, word) = pages::badge_word(mine.code.is_some());
    answer.headers_mut().insert(name, word);
    Ok(answer)
}

/// The same page, with a sentence on why what was asked was not done.
pub(crate) fn refused(
    app: &App,
    asked: &PageRequest,
    mine: &Mine,
    sentence: &'static str,
) -> Result<HttpResponse, Error> {
    pages::unprocessable(&MyPage::new(app, asked, mine).saying("warn", sentence))
}

#[derive(Template)]
#[template(path = "delegate/page.html")]
struct MyPage<'a> {
    page: Frame,
    forum: ForumHead,
    mine: &'a Mine,
    /// Address of this page.
    base: String,
    standing: StandingView,
    badge: Option<Badge>,
    wallets: Offered,
    /// (label, text)
    facts: Vec<(&'static str, String)>,
    ways: Vec<Way>,
    country: &'a str,
    category: &'a str,
    colour: &'a str,
    /// Address of the page that this one gave way to.
    newer: Option<String>,
    /// Where the person asks for the forum's news again, having ended them.
    news: Option<String>,
    token: String,
    tone: &'static str,
    saying: &'static str,
}

/// A place the person comes to, on maps and in calendars that others run.
struct Way {
    place: String,
    map: String,
    google: String,
    outlook: String,
}

struct StandingView {
    word: &'static str,
    tone: &'static str,
    text: &'static str,
}

struct Badge {
    svg: String,
    code: String,
}

impl<'a> MyPage<'a> {
    fn new(app: &App, asked: &PageRequest, mine: &'a Mine) -> MyPage<'a> {
        let (lang, t) = (asked.lang, Texts::html(asked.lang));
        let whole = &mine.whole;
        let person = &mine.registration;
        let category = whole.category(person.category_id);
        let forum = app.registrar.post(whole).facts(&mine.sites, lang);
        MyPage {
            page: mine.frame(asked, "", &*person.name),
            forum: ForumHead::of(whole, lang),
            base: asked.at(&mine.path("")),
            standing: StandingView::of(person.state, t),
            badge: mine.code.as_ref().map(|code| Badge {
                svg: badges::svg(code, t.delegate_qr()),
                code: code.grouped(),
            }),
            wallets: app.wallets.offered(asked.now),
            facts: facts(t, &forum),
            ways: ways(&forum),
            country: country_name(lang, &person.country),
            category: whole.category_name(person.category_id, lang),
            colour: category.map_or("", |category| &category.colour),
            newer: mine
                .newer
                .as_ref()
                .map(|newer| asked.at(&format!("/me/{newer}"))),
            news: mine
                .wants_no_news
                .then(|| asked.at(&app.unsubscribe_path(person))),
            token: mine.form_token(app, asked.now),
            tone: "",
            saying: "",
            mine,
        }
    }

    fn saying(mut self, tone: &'static str, sentence: &'static str) -> MyPage<'a> {
        (self.tone, self.saying) = (tone, sentence);
        self
    }

    fn has_letter(&self) -> bool {
        self.mine.rule.letters != Letters::Off
    }

    /// Whether the name is in another script and its Latin form still to be told.
    fn needs_latin_name(&self) -> bool {
        let person = &self.mine.registration;
        self.is_live() && person.needs_latin_name()
    }

    /// Whether the second name is the Latin form of the first.
    fn has_latin_name(&self) -> bool {
        let person = &self.mine.registration;
        !is_latin(&person.name) && person.native_name.as_deref().is_some_and(is_latin)
    }

    fn is_live(&self) -> bool {
        self.mine.state() != State::Withdrawn
    }

    /// A pass in a wallet is not told that its badge ended: its owner has to fetch the one that says so.
    fn leaves_a_pass(&self) -> bool {
        self.wallets.apple && self.mine.had_badge
    }

    /// Who was declined has nothing to give back.
    fn can_withdraw(&self) -> bool {
        self.is_live() && self.mine.state() != State::Declined
    }
}

impl StandingView {
    fn of(state: State, t: Texts) -> StandingView {
        let (word, tone, text) = match state {
            State::Confirmed => (t.state_confirmed(), "good", t.delegate_confirmed_text()),
            State::Pending => (t.state_pending(), "warn", t.delegate_pending_text()),
            State::Waitlisted => (t.state_waitlisted(), "warn", t.delegate_waitlisted_text()),
            State::Declined => (t.state_declined(), "bad", t.delegate_declined_text()),
            State::Withdrawn => (t.state_withdrawn(), "", t.delegate_withdrawn_text()),
        };
        StandingView { word, tone, text }
    }
}

/// When and where this person is expected, as the mail says it.
fn facts(t: Texts, forum: &ForumFacts) -> Vec<(&'static str, String)> {
    forum
        .sites
        .iter()
        .flat_map(|site| {
            [
                (t.forum_when(), when(t, site)),
                (t.forum_where(), site.place.clone()),
            ]
        })
        .collect()
}

fn ways(forum: &ForumFacts) -> Vec<Way> {
    let way = |site: &SiteFacts| Way {
        place: site.place.clone(),
        map: map_address(&site.place),
        google: google_calendar(forum, site),
        outlook: outlook(forum, site),
    };
    forum.sites.iter().map(way).collect()
}
