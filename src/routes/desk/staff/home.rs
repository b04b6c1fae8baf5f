use actix_web::{HttpResponse, web};
use askama::Template;

use crate::app::{App, PageRequest};
use crate::desk::{Bar, SignedIn};
use crate::error::Error;
use crate::i18n::{Texts, dates};
use crate::models::desk::account;
use crate::models::forum;
use crate::models::forum::context::{self, ForumContext};
use crate::models::people::counters::{self, Counters};
use crate::models::people::standing::State;
use crate::pages::{self, Frame};
use crate::values::Language;

/// `GET /{lang}/desk`: the forums this account was given.
pub(crate) async fn show(
    app: web::Data<App>,
    asked: PageRequest,
    signed_in: SignedIn,
) -> Result<HttpResponse, Error> {
    let (account, now) = (signed_in.account.clone(), asked.now);
    let (forums, may_create) = app
        .db
        .read(move |c| {
            let forums = match account.is_owner {
                true => forum::all(c)?,
                false => forum::of_account(c, account.id)?,
            };
            let mut found = Vec::new();
            for forum in forums {
                let counters = counters::of_forum(c, forum.id, now)?;
                found.push((context::of(c, forum)?, counters));
            }
            Ok((found, account::may_create_forums(c, &account)?))
        })
        .await?;
    let t = Texts::html(asked.lang);
    pages::ok(&Home {
        forums: forums
            .iter()
            .map(|(whole, counters)| Entry::of(whole, counters, asked.lang, t))
            .collect(),
        may_create,
        is_owner: signed_in.account.is_owner,
        desk: Bar::new(&app, &signed_in),
        page: asked.frame(t.desk_home_title()),
    })
}

#[derive(Template)]
#[template(path = "desk/staff/home.html")]
struct Home {
    page: Frame,
    desk: Bar,
    forums: Vec<Entry>,
    may_create: bool,
    is_owner: bool,
}

struct Entry {
    address: String,
    title: String,
    facts: String,
    numbers: [String; 2],
    published: bool,
}

impl Entry {
    fn of(whole: &ForumContext, counters: &Counters, lang: Language, t: Texts) -> Entry {
        let forum = &whole.forum;
        let mut facts = vec![dates::date_range(lang, forum.starts_on, forum.ends_on)];
        facts.extend(
            whole
                .sites
                .iter()
                .map(|site| whole.site_name(site, lang).to_string()),
        );
        Entry {
            address: format!("/{}/desk/{}", lang.code(), forum.slug),
            title: whole.title(lang).to_string(),
            facts: facts.join(" · "),
            numbers: [
                t.desk_home_registered(counters.registered),
                t.desk_home_confirmed(counters.of(State::Confirmed)),
            ],
            published: forum.published,
        }
    }
}
