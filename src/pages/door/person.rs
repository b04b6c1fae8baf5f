use super::looks::look;
use crate::clock::{self, Moment};
use crate::i18n::{self, Texts};
use crate::models::doors::door::Door;
use crate::models::doors::found::Found;
use crate::models::doors::scan::Person;
use crate::models::people::standing::State;
use crate::models::places::checkpoint::Checkpoint;
use crate::values::{Language, LatinName};

/// A person as the door's pages show them.
pub(crate) struct PersonView {
    pub registration: String,
    pub name: String,
    /// What stands beneath a name in another script.
    pub latin: Option<String>,
    pub native_name: Option<String>,
    pub organisation: Option<String>,
    pub country: String,
    pub category: String,
    /// Size of the name: `s`, `m`, `l` or `xl`.
    pub fit: &'static str,
    /// What the row of a search says below the name.
    pub facts: Vec<String>,
    /// Whether there is a badge that a label could show.
    pub can_print: bool,
    /// Whether, by what is known now, this person may pass in, and out.
    pub may_enter: bool,
    pub may_leave: bool,
}

pub(crate) fn person(door: &Door, t: Texts, person: Person) -> PersonView {
    let language = t.language();
    let latin = latin(t, &person.name, person.native_name.as_deref());
    let is_another = |native: &String| *native != person.name && Some(native) != latin.as_ref();
    PersonView {
        fit: fit(&person.name),
        country: i18n::country_name(language, &person.country).to_string(),
        category: door.category_name(&person.category, language).to_string(),
        native_name: person.native_name.filter(is_another),
        latin,
        registration: person.registration,
        name: person.name,
        organisation: person.organisation,
        facts: Vec::new(),
        can_print: false,
        may_enter: false,
        may_leave: false,
    }
}

impl PersonView {
    pub(crate) fn found(
        door: &Door,
        t: Texts,
        found: Found,
        at: Option<&Checkpoint>,
        now: Moment,
    ) -> Self {
        let state = found.person.state;
        let is_inside = found.first.is_some();
        let arrived = found.first.zip(at).map(|(first, checkpoint)| {
            t.door_found_arrived(time(door, t, checkpoint, first.at, now))
        });
        let mut view = person(door, t, found.person);
        view.can_print = state == State::Confirmed;
        view.may_enter = view.can_print && !is_inside && found.refusal.is_none();
        view.may_leave = is_inside;
        let refused = found.refusal.filter(|_| !is_inside);
        view.facts = [
            (state != State::Confirmed).then(|| state_name(t, state).to_string()),
            refused.map(|verdict| look(t, verdict).word.to_string()),
            arrived,
            view.organisation.clone(),
            Some(view.country.clone()),
            Some(view.category.clone()),
        ]
        .into_iter()
        .flatten()
        .collect();
        view
    }
}

/// The Latin form of a name in another script, for a reader of Latin letters; marked where it is a transliteration of
/// ours. `texts.js` does the same.
pub(crate) fn latin(t: Texts, name: &str, native_name: Option<&str>) -> Option<String> {
    // Readers of these scripts compare a passport's Latin letters with the name as it stands.
    if matches!(t.language(), Language::Ar | Language::Ru) {
        return None;
    }
    let latin = LatinName::beneath(name, native_name)?;
    Some(match latin.is_ours {
        true => t.door_latin_is_ours(latin.name),
        false => latin.name,
    })
}

/// Time of day at the checkpoint; with its date where that is not today's.
pub(crate) fn time(
    door: &Door,
    t: Texts,
    checkpoint: &Checkpoint,
    at: Moment,
    now: Moment,
) -> String {
    let local = |moment| clock::in_zone(door.zone(checkpoint), moment);
    if local(at).date() == local(now).date() {
        i18n::dates::time(t.language(), local(at).time())
    } else {
        day_time(door, t, checkpoint, at)
    }
}

/// Date and time of day at the checkpoint.
pub(super) fn day_time(door: &Door, t: Texts, checkpoint: &Checkpoint, at: Moment) -> String {
    i18n::dates::day_time(t.language(), clock::in_zone(door.zone(checkpoint), at))
}

pub(super) fn state_name(t: Texts, state: State) -> &'static str {
    match state {
        State::Pending => t.state_pending(),
        State::Confirmed => t.state_confirmed(),
        State::Waitlisted => t.state_waitlisted(),
        State::Declined => t.state_declined(),
        State::Withdrawn => t.state_withdrawn(),
    }
}

/// The larger a name, the smaller its letters; `verdict-screen.js` does the same.
fn fit(name: &str) -> &'static str {
    let letters = name.chars().count();
    let longest = name
        .split([' ', '-'])
        .map(|word| word.chars().count())
        .max()
        .unwrap_or(0);
    match (letters, longest) {
        (..=18, ..=10) => "s",
        (..=36, ..=14) => "m",
        (..=60, ..=20) => "l",
        _ => "xl",
    }
}
