//! What a page says of the form before it. The form leads on to the page (303); the address carries a word for
//! what happened, and only words of ours become a sentence.

use crate::app::Asked;
use crate::desk::Notice;
use crate::forms::Typed;
use crate::i18n::Texts;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    Saved,
    /// Nothing in the form was different.
    Same,
    /// Somebody did it before.
    Already,
    Deleted,
    /// Something else stands on it, so that it stays.
    Used,
    /// The last of its kind.
    Last,
    AccessGiven,
    /// The role was given before; the mail went once more.
    AccessAgain,
    OwnAccess,
    LinkSent,
    /// So many mails went to new addresses lately.
    ManyLinks,
    LastOwner,
    LetterIssued,
    LetterRefused,
    LetterWithdrawn,
    /// Somebody else decided meanwhile.
    LetterDecided,
    TestSent,
    DraftSaved,
    Frozen,
    /// A mail says again what we say.
    OurWords,
    /// A test mail went to the own address.
    Tested,
    /// Who had old times was told the new ones.
    Told,
    TakenBack,
    /// A tick of a paper list counts no more.
    TickTakenBack,
    /// A test label waits for its printer.
    TestLabel,
    LabelDropped,
    /// A file was not kept with a form that was not done.
    FileAgain,
}

const WORDS: [(&str, Said); 27] = [
    ("saved", Said::Saved),
    ("same", Said::Same),
    ("already", Said::Already),
    ("deleted", Said::Deleted),
    ("used", Said::Used),
    ("last", Said::Last),
    ("given", Said::AccessGiven),
    ("given-again", Said::AccessAgain),
    ("own", Said::OwnAccess),
    ("sent", Said::LinkSent),
    ("many", Said::ManyLinks),
    ("last-owner", Said::LastOwner),
    ("issued", Said::LetterIssued),
    ("refused", Said::LetterRefused),
    ("withdrawn", Said::LetterWithdrawn),
    ("decided", Said::LetterDecided),
    ("test", Said::TestSent),
    ("draft", Said::DraftSaved),
    ("frozen", Said::Frozen),
    ("ours", Said::OurWords),
    ("tested", Said::Tested),
    ("told", Said::Told),
    ("taken-back", Said::TakenBack),
    ("tick", Said::TickTakenBack),
    ("test-label", Said::TestLabel),
    ("dropped", Said::LabelDropped),
    ("file", Said::FileAgain),
];

impl Said {
    /// `drawn` is the form as it was shown, if it was of something that was there.
    pub fn of_form(drawn: Option<&Typed>, form: &Typed) -> Said {
        Said::of_change(drawn.is_none_or(|drawn| !form.says_the_same_as(drawn)))
    }

    pub fn of_change(has_changed: bool) -> Said {
        match has_changed {
            true => Said::Saved,
            false => Said::Same,
        }
    }

    /// Of a button, which may be pressed on a page that is no longer so.
    pub fn once(self, has_done: bool) -> Said {
        match has_done {
            true => self,
            false => Said::Already,
        }
    }
}

/// The address of a page that is to say so.
pub fn saying(address: &str, said: Said) -> String {
    let word = WORDS.iter().find(|(_, other)| *other == said);
    format!("{address}?said={}", word.map_or("", |(word, _)| word))
}

/// What the address asks the page to say.
pub fn said(asked: &Asked, t: Texts) -> Option<Notice> {
    let (path, query) = asked.here.split_once('?')?;
    let word = query.strip_prefix("said=")?;
    let (_, said) = WORDS.iter().find(|(known, _)| *known == word)?;
    Some(match said {
        Said::Saved => Notice::good(t.desk_edit_saved()),
        Said::Same => Notice::warn(t.desk_person_same()),
        Said::Already => Notice::warn(t.desk_person_already()),
        Said::Deleted => Notice::good(t.desk_edit_deleted()),
        Said::Used => Notice::warn(used(path, t)?),
        Said::Last => Notice::warn(last(path, t)?),
        Said::AccessGiven => Notice::good(t.desk_access_given()),
        Said::AccessAgain => Notice::good(t.desk_access_again()),
        Said::OwnAccess => Notice::warn(t.desk_access_own()),
        Said::LinkSent => Notice::good(t.desk_accounts_sent()),
        Said::ManyLinks => Notice::warn(t.desk_accounts_many()),
        Said::LastOwner => Notice::warn(t.desk_accounts_last_owner()),
        Said::LetterIssued => Notice::good(t.letters_done_issued()),
        Said::LetterRefused => Notice::good(t.letters_done_refused()),
        Said::LetterWithdrawn => Notice::good(t.letters_done_withdrawn()),
        Said::LetterDecided => Notice::warn(t.letters_done_decided()),
        Said::TestSent => Notice::good(t.mailing_test_sent()),
        Said::DraftSaved => Notice::good(t.mailing_saved()),
        Said::Frozen => Notice::warn(t.mailing_frozen()),
        Said::OurWords => Notice::good(t.desk_wording_said_ours()),
        Said::Tested => Notice::good(t.desk_wording_said_tested()),
        Said::Told => Notice::good(t.desk_moved_said()),
        Said::TakenBack => Notice::good(t.badges_job_taken_back()),
        Said::TickTakenBack => Notice::good(t.paper_was_taken_back()),
        Said::TestLabel => Notice::good(t.printers_test_said()),
        Said::LabelDropped => Notice::good(t.printers_dropped()),
        Said::FileAgain => Notice::warn(t.desk_edit_file_again()),
    })
}

fn used(path: &str, t: Texts) -> Option<&'static str> {
    match path.split('/').nth(3)? {
        "sites" => Some(t.desk_sites_used()),
        "categories" => Some(t.desk_categories_used()),
        "checkpoints" => Some(t.desk_checkpoints_used()),
        _ => None,
    }
}

fn last(path: &str, t: Texts) -> Option<&'static str> {
    match path.split('/').nth(3)? {
        "sites" => Some(t.desk_sites_last()),
        "categories" => Some(t.desk_categories_last()),
        _ => None,
    }
}
