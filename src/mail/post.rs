//! From a registration to the finished mail in the outbox, in the transaction that makes its news true.

use url::Url;

use crate::clock::Moment;
use crate::db::{Connection, Result};
use crate::i18n::listed;
use crate::mail::{Badge, Delegate, ForumFacts, Letterhead, News, SiteFacts, to_delegate};
use crate::models::forum::context::ForumContext;
use crate::models::forum_text::Owner;
use crate::models::mail::message;
use crate::models::people::event::{self, What};
use crate::models::people::registration::{self, Registration};
use crate::models::people::standing::State;
use crate::models::people::{badge, timetable};
use crate::models::places::site::Site;
use crate::values::{Email, Language};

/// What writing to the delegates of a forum takes.
#[derive(Clone, Copy)]
pub struct Post<'a> {
    pub letterhead: &'a Letterhead,
    pub public_url: &'a Url,
    pub whole: &'a ForumContext,
}

impl Post<'_> {
    /// Tells a delegate, at the address of the registration.
    pub fn tell(
        &self,
        c: &mut Connection,
        registration: &Registration,
        badge: Option<&Badge>,
        news: News,
        now: Moment,
    ) -> Result<()> {
        match &registration.email {
            Some(email) => self.tell_at(c, email, registration, badge, news, now),
            None => Ok(()),
        }
    }

    /// Tells once more how the registration stands, with the badge where there is one.
    pub fn tell_again(
        &self,
        c: &mut Connection,
        registration: &Registration,
        now: Moment,
    ) -> Result<()> {
        let badge = match registration.state {
            State::Confirmed => badge::current_code(c, registration.id)?,
            _ => None,
        };
        let words = match registration.state {
            State::Declined => event::last_reason(c, registration.id, What::Declined)?,
            _ => None,
        };
        let news = match registration.state {
            State::Confirmed => News::BadgeAgain,
            State::Pending => News::Pending,
            State::Waitlisted => News::Waitlisted,
            State::Declined => News::Declined {
                words: words.as_deref(),
            },
            State::Withdrawn => News::Withdrawn,
        };
        let badge = badge.as_ref().map(Badge::of);
        self.tell(c, registration, badge.as_ref(), news, now)
    }

    /// Tells it at another address: an old one, or a new one not yet confirmed.
    pub fn tell_at(
        &self,
        c: &mut Connection,
        address: &str,
        registration: &Registration,
        badge: Option<&Badge>,
        news: News,
        now: Moment,
    ) -> Result<()> {
        let Ok(to) = Email::parse(address) else {
            return Ok(());
        };
        let language = registration.language;
        let link = registration.link.open(self.letterhead.key())?;
        // Where there is one place, nobody names it.
        let sites = match self.whole.sites.len() {
            0 | 1 => Vec::new(),
            _ => registration::sites(c, registration.id)?,
        };
        let sharing = registration::sharing(c, self.whole.forum.id, &to)?;
        let mail = to_delegate(
            self.letterhead,
            Delegate {
                to: &to,
                language,
                name: &registration.name,
                needs_latin_name: registration.needs_latin_name(),
                organisation: registration.organisation.as_deref().unwrap_or_default(),
                category: self.whole.category_name(registration.category_id, language),
                country: &registration.country,
                public_id: &registration.public_id,
                link: &self.address(&format!("/{}/me/{}", language.code(), link)),
                badge,
                sharing,
                forum: &self.facts(&sites, language),
                own: news
                    .occasion()
                    .and_then(|occasion| self.whole.wordings.get(occasion, language)),
            },
            news,
        );
        let outgoing = mail.outgoing(Some(self.whole.forum.id), Some(registration.id));
        message::queue(c, &outgoing, now)
    }

    /// The forum as a mail names it; `sites` are those the person comes to, empty for all.
    pub fn facts(&self, sites: &[i64], language: Language) -> ForumFacts {
        let forum = &self.whole.forum;
        ForumFacts {
            slug: forum.slug.clone(),
            title: self.whole.title(language).to_string(),
            sites: self
                .whole
                .sites
                .iter()
                .filter(|site| sites.is_empty() || sites.contains(&site.id))
                .map(|site| self.site_facts(site, language))
                .collect(),
            page: self.address(&format!("/{}/{}", language.code(), forum.slug)),
            contact: forum.contact.clone(),
        }
    }

    fn site_facts(&self, site: &Site, language: Language) -> SiteFacts {
        let name = self.whole.site_name(site, language);
        let details = ["address", "city"]
            .map(|field| self.whole.text(Owner::Site(site.id), field, language))
            .into_iter()
            .filter(|text| !text.is_empty());
        let place: Vec<&str> = std::iter::once(name).chain(details).collect();
        SiteFacts {
            slug: site.slug.clone(),
            place: listed(language, &place),
            zone: site.zone(),
            first_day: site.starts_on,
            last_day: site.ends_on,
            hours: timetable::hours(self.whole, site),
            id: site.id,
            moved_at: site.moved_at,
            days_told: usize::try_from(site.days_told).unwrap_or_default(),
        }
    }

    pub(crate) fn address(&self, path: &str) -> String {
        format!("{}{path}", self.public_url.as_str().trim_end_matches('/'))
    }
}
