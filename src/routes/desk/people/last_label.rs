//! What became of the label that was wanted last for a person.

use crate::app::PageRequest;
use crate::desk::words::When;
use crate::i18n::Texts;
use crate::models::forum::context::ForumContext;
use crate::models::printing::order_state::State;
use crate::models::printing::print_order::Last;
use crate::routes::desk::printing::printers::trouble_words;

/// What became of the label that was wanted last.
pub(crate) struct LabelView {
    pub tone: &'static str,
    pub word: String,
    pub why: Option<&'static str>,
    pub when: When,
}

impl LabelView {
    pub(crate) fn of(
        last: &Last,
        whole: &ForumContext,
        asked: &PageRequest,
        t: Texts,
    ) -> LabelView {
        let printer = last.printer.as_deref();
        let (tone, word) = match (last.state, printer) {
            (State::Waiting, printer) => (
                "warn",
                t.printers_label_waiting(printer.unwrap_or_default()),
            ),
            (State::Sent, Some(printer)) => ("good", t.printers_label_printed(printer)),
            (State::Sent, None) => ("good", t.printers_label_opened().to_owned()),
            (State::Failed, _) => ("bad", t.printers_label_failed().to_owned()),
            (State::Dropped, _) => ("", t.printers_label_dropped().to_owned()),
        };
        LabelView {
            tone,
            word,
            why: last.trouble.map(|trouble| trouble_words(trouble, t)),
            when: When::of(last.ordered_at, whole.forum.zone(), asked.lang),
        }
    }
}
