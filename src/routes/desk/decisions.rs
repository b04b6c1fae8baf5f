use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::web::{self, Bytes};

use super::{ForPerson, SignedIn};
use crate::app::App;
use crate::clock::Moment;
use crate::db::{self, Connection};
use crate::error::Error;
use crate::forms;
use crate::mail::{Badge, News, Post};
use crate::models::account::Role;
use crate::models::event::Actor;
use crate::models::registration::{self, Decided, State};
use crate::models::whole::Whole;
use crate::values::Code;

/// Longest words that go out with a "no", in characters.
const LONGEST_WORDS: usize = 1000;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    Confirm,
    Decline,
    Waitlist,
    Withdraw,
}

/// `POST .../registrations/{person}/confirm`
pub async fn confirm(wanted: ForPerson, body: Bytes) -> Result<HttpResponse, Error> {
    answer(Decision::Confirm, wanted, body).await
}

/// `POST .../registrations/{person}/decline`
pub async fn decline(wanted: ForPerson, body: Bytes) -> Result<HttpResponse, Error> {
    answer(Decision::Decline, wanted, body).await
}

/// `POST .../registrations/{person}/waitlist`
pub async fn waitlist(wanted: ForPerson, body: Bytes) -> Result<HttpResponse, Error> {
    answer(Decision::Waitlist, wanted, body).await
}

/// `POST .../registrations/{person}/withdraw`
pub async fn withdraw(wanted: ForPerson, body: Bytes) -> Result<HttpResponse, Error> {
    answer(Decision::Withdraw, wanted, body).await
}

async fn answer(decision: Decision, wanted: ForPerson, body: Bytes) -> Result<HttpResponse, Error> {
    let there = wanted.to_change().await?;
    let form = there.at.read(&body)?;
    let t = there.at.t;
    // To the person, with a "no".
    let typed = form.get("words");
    let words = forms::given_lines(typed);
    let length = words.as_ref().map_or(0, |words| words.chars().count());
    if length > LONGEST_WORDS {
        let why = t.form_too_long(LONGEST_WORDS);
        return there.refused(why, typed.to_string()).await;
    }
    let at = &there.at;
    let decider = Decider::new(&at.app, &at.signed_in, &at.whole, at.asked.now);
    let id = there.person.id;
    let decided = decider.decide(&at.signed_in, decision, id, words).await?;
    at.app.outbox.ring();
    let why = match decided {
        Decided::Done(_, promoted) => {
            let said = format!("{}&up={}", decision.as_str(), promoted.len());
            return Ok(there.done(&said));
        }
        Decided::Already => return Ok(there.done("already")),
        Decided::Full => t.desk_person_full(),
        Decided::NotFrom(_) => t.desk_person_not_from(),
    };
    there.refused(why, typed.to_string()).await
}

impl Decision {
    fn as_str(self) -> &'static str {
        match self {
            Decision::Confirm => "confirmed",
            Decision::Decline => "declined",
            Decision::Waitlist => "waitlisted",
            Decision::Withdraw => "withdrawn",
        }
    }
}

/// Decides over a registration and tells those whom it concerns, in one transaction.
pub struct Decider {
    app: web::Data<App>,
    whole: Arc<Whole>,
    actor: Actor,
    now: Moment,
}

impl Decider {
    pub fn new(
        app: &web::Data<App>,
        signed_in: &SignedIn,
        whole: &Arc<Whole>,
        now: Moment,
    ) -> Decider {
        Decider {
            app: app.clone(),
            whole: whole.clone(),
            actor: Actor::Account(signed_in.account.id),
            now,
        }
    }

    /// The outbox is to be rung afterwards.
    pub async fn decide(
        self,
        signed_in: &SignedIn,
        decision: Decision,
        id: i64,
        words: Option<String>,
    ) -> Result<Decided, Error> {
        let badge = Badge::of(&Code::random());
        let (app, forum_id) = (self.app.clone(), self.whole.forum.id);
        let may = |role| role >= Role::Registrar;
        let decided = signed_in
            .write(&app, forum_id, may, move |c| {
                let decided = self.decided(c, decision, id, &badge, words.as_deref())?;
                if let Decided::Done(person, promoted) = &decided {
                    let post = self.post();
                    let news = news(decision, words.as_deref());
                    let badge = (decision == Decision::Confirm).then_some(&badge);
                    post.tell(c, person, badge, news, self.now)?;
                    for promotion in promoted {
                        let badge = Badge::of(&promotion.code);
                        let person = &promotion.registration;
                        post.tell(c, person, Some(&badge), News::PlaceFreed, self.now)?;
                    }
                }
                Ok(decided)
            })
            .await?;
        Ok(decided)
    }

    fn decided(
        &self,
        c: &mut Connection,
        decision: Decision,
        id: i64,
        badge: &Badge,
        words: Option<&str>,
    ) -> db::Result<Decided> {
        let (actor, now) = (self.actor, self.now);
        match decision {
            Decision::Confirm => registration::confirm(c, id, badge.code(), actor, now),
            Decision::Decline => registration::decline(c, id, words, actor, now),
            Decision::Waitlist => registration::waitlist(c, id, None, actor, now),
            Decision::Withdraw => registration::withdraw(c, id, None, actor, now),
        }
    }

    fn post(&self) -> Post<'_> {
        Post {
            letterhead: &self.app.letterhead,
            public_url: &self.app.public_url,
            whole: &self.whole,
        }
    }
}

fn news(decision: Decision, words: Option<&str>) -> News<'_> {
    match decision {
        Decision::Confirm => News::Approved,
        Decision::Decline => News::Declined { words },
        Decision::Waitlist => News::Waitlisted,
        Decision::Withdraw => News::Withdrawn,
    }
}

/// What a person in a state is told when told again.
pub fn news_again(state: State) -> News<'static> {
    match state {
        State::Confirmed => News::BadgeAgain,
        State::Pending => News::Pending,
        State::Waitlisted => News::Waitlisted,
        State::Declined => News::Declined { words: None },
        State::Withdrawn => News::Withdrawn,
    }
}
