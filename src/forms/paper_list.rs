//! Ticks of a paper list as they are typed: codes, each perhaps with a time, and one time for the rest.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};
use chrono_tz::Tz;

use super::checkpoint::zone_of;
use crate::clock::{self, Moment};
use crate::forms::{FieldErrors, Typed};
use crate::i18n::Texts;
use crate::models::forum::context::ForumContext;
use crate::models::places::checkpoint::Checkpoint;
use crate::values::{ShortCode, western_digit};

/// Codes in one form: more than stand on twenty pages.
const MOST: usize = 1_000;
/// Characters of a wrong word that are shown again.
const LONGEST: usize = 40;

/// A list as it was typed.
#[derive(Debug)]
pub(crate) struct Sheet {
    /// The day at the door: a list is good for one.
    pub day: NaiveDate,
    pub ticks: Vec<Typing>,
    pub faults: Vec<Fault>,
}

/// A code that can be a list's, and when its person came.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Typing {
    pub code: ShortCode,
    /// Counted from 1.
    pub line: usize,
    pub at: Moment,
}

/// What cannot be entered, and why.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Fault {
    pub line: usize,
    pub typed: String,
    pub why: Why,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Why {
    /// No list has such a code: something is mistyped.
    NoCode,
    /// Nobody of this forum has the code.
    Nobody,
    /// A time that follows no code, or that no clock shows.
    NoTime,
    /// The door was not open then.
    Closed,
    /// It is still to come.
    ToCome,
}

/// The form with the beginning of the door's day.
pub(crate) fn blank(door: &Checkpoint, whole: &ForumContext, now: Moment) -> Typed {
    let zone = zone_of(door.site_id, whole);
    Typed::default().with_time("at", Some(beginning(door, whole, now)), zone)
}

/// When the door opens; for one that is always open, when this day of the forum begins.
fn beginning(door: &Checkpoint, whole: &ForumContext, now: Moment) -> Moment {
    let zone = zone_of(door.site_id, whole);
    let site = whole
        .sites
        .iter()
        .find(|site| Some(site.id) == door.site_id);
    let (first, last) = match site {
        Some(site) => (site.starts_on, site.ends_on),
        None => (whole.forum.starts_on, whole.forum.ends_on),
    };
    door.opens_at.unwrap_or_else(|| {
        let today = clock::in_zone(zone, now).date();
        clock::local_day(zone, today.min(last).max(first))
    })
}

/// `None` where the form itself is wrong; what is wrong with single codes is told beside those that are right.
pub(crate) fn parse(
    form: &Typed,
    (door, whole): (&Checkpoint, &ForumContext),
    now: Moment,
    t: Texts,
    errors: &mut FieldErrors,
) -> Option<Sheet> {
    let hours = Hours {
        door,
        zone: zone_of(door.site_id, whole),
        now,
    };
    let rest = match form.time("at", hours.zone, t, errors) {
        Some(at) => at,
        None => beginning(door, whole, now),
    };
    match hours.refuse(rest) {
        Some(Why::ToCome) => errors.add("at", t.paper_at_to_come()),
        Some(_) => errors.add("at", t.paper_at_closed()),
        None => {}
    }
    let sheet = read(form.get("codes"), &hours, rest);
    if sheet.ticks.len() > MOST {
        errors.add("codes", t.paper_codes_many(MOST));
    } else if sheet.ticks.is_empty() && sheet.faults.is_empty() {
        errors.add("codes", t.paper_codes_missing());
    }
    errors.is_empty().then_some(sheet)
}

/// When people can have come in at a door.
struct Hours<'a> {
    door: &'a Checkpoint,
    zone: Tz,
    now: Moment,
}

impl Hours<'_> {
    fn refuse(&self, at: Moment) -> Option<Why> {
        match () {
            _ if at > self.now => Some(Why::ToCome),
            _ if !self.door.is_open(at) => Some(Why::Closed),
            _ => None,
        }
    }

    /// A time on the day of `rest`, or in the night after it where the door is open past midnight.
    fn at(&self, time: NaiveTime, rest: Moment) -> Option<Moment> {
        let day = clock::in_zone(self.zone, rest).date();
        let moment = |day: NaiveDate| {
            let local: NaiveDateTime = day.and_time(time);
            clock::from_zone(self.zone, local).ok()
        };
        let same = moment(day)?;
        let next = || moment(day.checked_add_days(Days::new(1))?);
        match self.door.is_open(same) {
            true => Some(same),
            false => next().filter(|at| self.door.is_open(*at)).or(Some(same)),
        }
    }
}

/// Codes in any number of lines, a time after a code being that person's.
fn read(text: &str, hours: &Hours, rest: Moment) -> Sheet {
    let mut sheet = Sheet {
        day: clock::in_zone(hours.zone, rest).date(),
        ticks: Vec::new(),
        faults: Vec::new(),
    };
    for (number, line) in text.lines().enumerate() {
        read_line(line, number + 1, hours, rest, &mut sheet);
    }
    sheet
}

fn read_line(line: &str, number: usize, hours: &Hours, rest: Moment, sheet: &mut Sheet) {
    let mut words = words(line).peekable();
    while let Some(word) = words.next() {
        let fault = |why| Fault {
            line: number,
            typed: word.chars().take(LONGEST).collect(),
            why,
        };
        if looks_like_time(word) {
            sheet.faults.push(fault(Why::NoTime));
            continue;
        }
        let own = words.next_if(|next| looks_like_time(next));
        let Some(code) = ShortCode::parse(word) else {
            sheet.faults.push(fault(Why::NoCode));
            continue;
        };
        let at = match own {
            None => Ok(rest),
            Some(own) => own_time(own, hours, rest),
        };
        match at {
            Ok(at) => sheet.ticks.push(Typing {
                code,
                line: number,
                at,
            }),
            Err(why) => sheet.faults.push(Fault {
                typed: format!("{word} {}", own.unwrap_or_default()),
                ..fault(why)
            }),
        }
    }
}

fn own_time(typed: &str, hours: &Hours, rest: Moment) -> Result<Moment, Why> {
    let time = time(typed).ok_or(Why::NoTime)?;
    let at = hours.at(time, rest).ok_or(Why::NoTime)?;
    hours.refuse(at).map_or(Ok(at), Err)
}

/// What stands between blanks and commas, without the dashes and dots around it.
fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|sign: char| sign.is_whitespace() || matches!(sign, ',' | ';' | '،' | '؛' | '|'))
        .map(|word| word.trim_matches(|sign: char| !sign.is_alphanumeric()))
        .filter(|word| !word.is_empty())
}

/// Digits in two groups, or up to four of them: no code is so short.
fn looks_like_time(word: &str) -> bool {
    let parts = parts(word);
    let digits = |part: &String| {
        !part.is_empty() && part.len() <= 4 && part.chars().all(|sign| sign.is_ascii_digit())
    };
    parts.len() <= 2 && parts.iter().all(digits)
}

/// `9:42`, `09.42`, `9h42`, `942`
fn time(word: &str) -> Option<NaiveTime> {
    let parts = parts(word);
    let (hour, minute) = match parts.as_slice() {
        [hour, minute] if minute.len() == 2 => (hour.as_str(), minute.as_str()),
        [both] if both.len() >= 3 => both.split_at(both.len() - 2),
        _ => return None,
    };
    NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0)
}

fn parts(word: &str) -> Vec<String> {
    let western: String = word.chars().map(western_digit).collect();
    western
        .split([':', '.', 'h', 'H', '٫'])
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn door(opens: Option<&str>, closes: Option<&str>) -> Checkpoint {
        let moment = |text: &str| clock::parse_rfc3339(text).unwrap();
        Checkpoint {
            id: 1,
            forum_id: 1,
            site_id: None,
            slug: "main".to_owned(),
            opens_at: opens.map(moment),
            closes_at: closes.map(moment),
            direction: crate::models::places::checkpoint::Ways::Both,
            capacity: None,
            position: 1,
            session_id: None,
            kind: crate::models::places::checkpoint::Kind::Attendance,
        }
    }

    /// Typed in Baku on the day after, the rest at nine.
    fn typed(text: &str, door: &Checkpoint) -> Sheet {
        let moment = |text: &str| clock::parse_rfc3339(text).unwrap();
        let hours = Hours {
            door,
            zone: chrono_tz::Asia::Baku,
            now: moment("2025-04-29T18:00:00+04:00"),
        };
        read(text, &hours, moment("2025-04-28T09:00:00+04:00"))
    }

    /// Who came when, by the door's own clock.
    fn ticks(sheet: &Sheet) -> Vec<(i64, String)> {
        let zone = chrono_tz::Asia::Baku;
        let tick = |typing: &Typing| {
            let local = clock::in_zone(zone, typing.at).format("%d %H:%M");
            (typing.code.registration_id(), local.to_string())
        };
        sheet.ticks.iter().map(tick).collect()
    }

    fn whys(sheet: &Sheet) -> Vec<(usize, &str, Why)> {
        let why = |fault: &'_ Fault| (fault.line, fault.why);
        let all = sheet.faults.iter();
        all.map(|fault| (why(fault).0, fault.typed.as_str(), fault.why))
            .collect()
    }

    #[test]
    fn codes_are_typed_in_any_number_of_lines_with_and_without_times() {
        let [one, two, three] = [1, 2, 3].map(|id| ShortCode::of(id).to_string());
        let lower = three.to_lowercase();
        let text = format!("{one} 9:42, {two}\r\n\r\n  {lower} – ١٠٫٠٥;");
        let sheet = typed(&text, &door(None, None));
        assert!(sheet.faults.is_empty(), "{:?}", sheet.faults);
        let at = |id, time: &str| (id, format!("28 {time}"));
        assert_eq!(
            ticks(&sheet),
            [at(1, "09:42"), at(2, "09:00"), at(3, "10:05")]
        );
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        for (written, time) in [
            ("9:42", (9, 42)),
            ("09.42", (9, 42)),
            ("9h42", (9, 42)),
            ("942", (9, 42)),
            ("0000", (0, 0)),
        ] {
            assert_eq!(
                super::time(written),
                NaiveTime::from_hms_opt(time.0, time.1, 0)
            );
            assert!(looks_like_time(written));
        }
        for wrong in ["25:00", "9:4", "9:75", "42"] {
            assert_eq!(super::time(wrong), None, "{wrong}");
        }
        assert!(!looks_like_time(&ShortCode::of(1).to_string()));
        assert!(!looks_like_time("23467"));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line_and_spoils_nothing_else() {
        let [one, two] = [1, 2].map(|id| ShortCode::of(id).to_string());
        let text = format!("{one}\nQQQQQ 9:30 {two}\n9:15 {one} 9:99");
        let sheet = typed(&text, &door(None, None));
        let late = format!("{one} 9:99");
        assert_eq!(
            whys(&sheet),
            [
                (2, "QQQQQ", Why::NoCode),
                (3, "9:15", Why::NoTime),
                (3, late.as_str(), Why::NoTime),
            ]
        );
        assert_eq!(ticks(&sheet).len(), 2);
    }

    #[test]
    fn a_time_is_one_at_which_the_door_was_open() {
        let one = ShortCode::of(1).to_string();
        let evening = door(
            Some("2025-04-28T08:30:00+04:00"),
            Some("2025-04-29T02:00:00+04:00"),
        );
        let sheet = typed(&format!("{one} 0:30 {one} 7:00"), &evening);
        assert_eq!(ticks(&sheet), [(1, "29 00:30".to_owned())]);
        assert_eq!(sheet.faults[0].why, Why::Closed);

        let open = door(Some("2025-04-29T08:00:00+04:00"), None);
        let sheet = typed(&format!("{one} 19:00"), &open);
        assert_eq!(sheet.faults[0].why, Why::ToCome);
    }
}
