//! What a page says of the form before it. The form leads on to the page (303); the address carries a word for
//! what happened, and only words of ours become a sentence.

use crate::app::PageRequest;
use crate::desk::Notice;
use crate::forms::Typed;
use crate::i18n::Texts;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoticeWord {
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

const WORDS: [(&str, NoticeWord); 27] = [
    ("saved", NoticeWord::Saved),
    ("same", NoticeWord::Same),
    ("already", NoticeWord::Already),
    ("deleted", NoticeWord::Deleted),
    ("used", NoticeWord::Used),
    ("last", NoticeWord::Last),
    ("given", NoticeWord::AccessGiven),
    ("given-again", NoticeWord::AccessAgain),
    ("own", NoticeWord::OwnAccess),
    ("sent", NoticeWord::LinkSent),
    ("many", NoticeWord::ManyLinks),
    ("last-owner", NoticeWord::LastOwner),
    ("issued", NoticeWord::LetterIssued),
    ("refused", NoticeWord::LetterRefused),
    ("withdrawn", NoticeWord::LetterWithdrawn),
    ("decided", NoticeWord::LetterDecided),
    ("test", NoticeWord::TestSent),
    ("draft", NoticeWord::DraftSaved),
    ("frozen", NoticeWord::Frozen),
    ("ours", NoticeWord::OurWords),
    ("tested", NoticeWord::Tested),
    ("told", NoticeWord::Told),
    ("taken-back", NoticeWord::TakenBack),
    ("tick", NoticeWord::TickTakenBack),
    ("test-label", NoticeWord::TestLabel),
    ("dropped", NoticeWord::LabelDropped),
    ("file", NoticeWord::FileAgain),
];

impl NoticeWord {
    /// `drawn` is the form as it was shown, if it was of something that was there.
    pub(crate) fn of_form(drawn: Option<&Typed>, form: &Typed) -> NoticeWord {
        NoticeWord::of_change(drawn.is_none_or(|drawn| !form.says_the_same_as(drawn)))
    }

    pub(crate) fn of_change(has_changed: bool) -> NoticeWord {
        match has_changed {
            true => NoticeWord::Saved,
            false => NoticeWord::Same,
        }
    }

    /// Of a button, which may be pressed on a page that is no longer so.
    pub(crate) fn once(self, has_done: bool) -> NoticeWord {
        match has_done {
            true => self,
            false => NoticeWord::Already,
        }
    }
}

/// The address of a page that is to say so.
pub(crate) fn saying(address: &str, said: NoticeWord) -> String {
    let word = WORDS.iter().find(|(_, other)| *other == said);
    format!("{address}?said={}", word.map_or("", |(word, _)| word))
}

/// What the address asks the page to say.
pub(crate) fn said(asked: &PageRequest, t: Texts) -> Option<Notice> {
    let (path, query) = asked.here.split_once('?')?;
    let word = query.strip_prefix("said=")?;
    let (_, said) = WORDS.iter().find(|(known, _)| *known == word)?;
    Some(match said {
        NoticeWord::Saved => Notice::good(t.desk_edit_saved()),
        NoticeWord::Same => Notice::warn(t.desk_person_same()),
        NoticeWord::Already => Notice::warn(t.desk_person_already()),
        NoticeWord::Deleted => Notice::good(t.desk_edit_deleted()),
        NoticeWord::Used => Notice::warn(used(path, t)?),
        NoticeWord::Last => Notice::warn(last(path, t)?),
        NoticeWord::AccessGiven => Notice::good(t.desk_access_given()),
        NoticeWord::AccessAgain => Notice::good(t.desk_access_again()),
        NoticeWord::OwnAccess => Notice::warn(t.desk_access_own()),
        NoticeWord::LinkSent => Notice::good(t.desk_accounts_sent()),
        NoticeWord::ManyLinks => Notice::warn(t.desk_accounts_many()),
        NoticeWord::LastOwner => Notice::warn(t.desk_accounts_last_owner()),
        NoticeWord::LetterIssued => Notice::good(t.letters_done_issued()),
        NoticeWord::LetterRefused => Notice::good(t.letters_done_refused()),
        NoticeWord::LetterWithdrawn => Notice::good(t.letters_done_withdrawn()),
        NoticeWord::LetterDecided => Notice::warn(t.letters_done_decided()),
        NoticeWord::TestSent => Notice::good(t.mailing_test_sent()),
        NoticeWord::DraftSaved => Notice::good(t.mailing_saved()),
        NoticeWord::Frozen => Notice::warn(t.mailing_frozen()),
        NoticeWord::OurWords => Notice::good(t.desk_wording_said_ours()),
        NoticeWord::Tested => Notice::good(t.desk_wording_said_tested()),
        NoticeWord::Told => Notice::good(t.desk_moved_said()),
        NoticeWord::TakenBack => Notice::good(t.badges_job_taken_back()),
        NoticeWord::TickTakenBack => Notice::good(t.paper_was_taken_back()),
        NoticeWord::TestLabel => Notice::good(t.printers_test_said()),
        NoticeWord::LabelDropped => Notice::good(t.printers_dropped()),
        NoticeWord::FileAgain => Notice::warn(t.desk_edit_file_again()),
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
