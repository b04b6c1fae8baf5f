use crate::clock::Moment;
use crate::i18n::Texts;
use crate::models::forum::Stage;
use crate::models::forum::context::ForumContext;
use crate::pages::local;
use crate::values::Language;

/// Where a forum's registration stands, in words.
pub(crate) struct RegistrationStage {
    /// Whether the form may be sent.
    pub open: bool,
    /// Open, but for the waiting list.
    pub full: bool,
    /// "Registration is open"
    pub word: &'static str,
    /// How the word is coloured: good, warn, or not at all.
    pub tone: &'static str,
    /// "Until 20 April 2025, 18:00 (Baku time, UTC+4)"; empty where no moment is set.
    pub moment: String,
}

impl RegistrationStage {
    pub(crate) fn of(whole: &ForumContext, lang: Language, now: Moment) -> RegistrationStage {
        let (t, forum) = (Texts::html(lang), &whole.forum);
        let stage = forum.stage(now);
        let open = stage == Stage::Open;
        let full = open && forum.is_full();
        let (word, tone) = match stage {
            Stage::NotYet(_) => (t.forum_not_yet(), "warn"),
            Stage::Closed => (t.forum_closed(), ""),
            Stage::Open if full => (t.forum_full(), "warn"),
            Stage::Open => (t.forum_open(), "good"),
        };
        let at = |moment| local(whole, lang, forum.zone(), moment);
        let moment = match (stage, forum.closes_at) {
            (Stage::NotYet(opens), _) => {
                let (moment, zone) = at(opens);
                t.forum_opens(moment, zone)
            }
            (Stage::Open, Some(closes)) => {
                let (moment, zone) = at(closes);
                t.forum_until(moment, zone)
            }
            (Stage::Closed, Some(closes)) => {
                let (moment, zone) = at(closes);
                t.forum_closed_since(moment, zone)
            }
            (_, None) => String::new(),
        };
        RegistrationStage {
            open,
            full,
            word,
            tone,
            moment,
        }
    }
}
