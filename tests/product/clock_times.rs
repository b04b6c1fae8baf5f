//! Clock times stay what people wrote, in whatever zone they turn out to be; and what stands on other days than it
//! should is said.

use crate::support::form::Form;
use crate::support::stage::{FORUM, Stage, saved};

fn at(path: &str) -> String {
    format!("/en/desk/{FORUM}{path}")
}

fn set(stage: &Stage, path: &str, fields: &[(&str, &str)]) {
    let form = stage.desk.open(&at(path)).form();
    let filled = fields
        .iter()
        .fold(form, |form: Form, (field, value)| form.fill(field, value));
    saved(stage.desk.post(&filled));
}

fn times(stage: &Stage, path: &str, fields: [&str; 2]) -> [String; 2] {
    let form = stage.desk.open(&at(path)).form();
    fields.map(|field| form.value(field))
}

const HOURS: [(&str, &str); 2] = [
    ("opens_at", "2031-04-28T08:00"),
    ("closes_at", "2031-04-28T18:30"),
];

fn door(stage: &Stage, slug: &str, more: &[(&str, &str)]) -> String {
    let all = [&HOURS[..], more, &[("slug", slug), ("name.en", slug)][..]].concat();
    set(stage, "/checkpoints/new", &all);
    let list = stage.desk.open(&at("/checkpoints"));
    let newest = list.attributes("td.does a", "href").pop().unwrap();
    newest.strip_prefix(&at("")).unwrap().to_owned()
}

#[test]
fn in_another_zone_sessions_and_doors_keep_the_times_that_were_written() {
    let stage = Stage::new();
    let session = [
        ("title.en", "Opening"),
        ("starts_at", "2031-04-28T09:00"),
        ("ends_at", "2031-04-28T18:00"),
    ];
    set(&stage, "/sessions/new", &session);
    let at_site = door(&stage, "at-site", &[("site", "1")]);
    let of_session = door(&stage, "of-session", &[("session", "1"), ("site", "1")]);
    let nowhere = door(&stage, "nowhere", &[("site", "")]);
    let hours = HOURS.map(|(_, time)| time.to_owned());

    set(&stage, "/sites/1", &[("zone", "America/New_York")]);
    let starts = times(&stage, "/sessions/1", ["starts_at", "ends_at"]);
    assert_eq!(starts, ["2031-04-28T09:00", "2031-04-28T18:00"]);
    for path in [&at_site, &of_session, &nowhere] {
        assert_eq!(
            times(&stage, path, ["opens_at", "closes_at"]),
            hours,
            "{path}"
        );
    }
    let opening = [
        ("opens_at", "2031-01-02T10:00"),
        ("closes_at", "2031-03-02T10:00"),
    ];
    set(&stage, "/settings", &opening);
    set(&stage, "/settings", &[("zone", "Asia/Tokyo")]);
    for path in [&at_site, &of_session, &nowhere] {
        assert_eq!(
            times(&stage, path, ["opens_at", "closes_at"]),
            hours,
            "{path}"
        );
    }
    let opening = opening.map(|(_, time)| time.to_owned());
    assert_eq!(
        times(&stage, "/settings", ["opens_at", "closes_at"]),
        opening
    );
}

#[test]
fn a_time_that_the_new_clocks_skip_is_an_hour_later() {
    let stage = Stage::new();
    let session = [
        ("title.en", "Night watch"),
        ("starts_at", "2031-03-30T02:30"),
        ("ends_at", "2031-03-30T05:00"),
    ];
    set(&stage, "/sessions/new", &session);
    set(&stage, "/sites/1", &[("zone", "Europe/Berlin")]);
    let times = times(&stage, "/sessions/1", ["starts_at", "ends_at"]);
    assert_eq!(times, ["2031-03-30T03:30", "2031-03-30T05:00"]);
}

#[test]
fn what_stands_outside_its_days_is_said_where_it_was_saved_and_until_it_is_mended() {
    let stage = Stage::new();
    let forum = [("starts_on", "2031-04-28"), ("ends_on", "2031-04-29")];
    let says = |path: &str, words: &str| {
        let warned = stage.desk.open(&at(path)).words(".notice.warn li");
        warned.iter().any(|sentence| sentence.contains(words))
    };
    set(&stage, "/settings", &forum);
    let of_the_site = "outside the days of the forum";
    assert!(says("/settings", of_the_site), "the site has its old days");
    set(&stage, "/sites/1", &forum);
    assert!(!says("/settings", of_the_site) && !says("/sites", of_the_site));

    let session = [
        ("title.en", "Late panel"),
        ("starts_at", "2031-04-29T22:00"),
        ("ends_at", "2031-04-30T00:00"),
    ];
    set(&stage, "/sessions/new", &session);
    assert!(
        !says("/sessions", "Late panel"),
        "midnight ends the day before"
    );
    set(&stage, "/sessions/1", &[("ends_at", "2031-04-30T01:00")]);
    assert!(says("/sessions", "Late panel"));

    let path = door(&stage, "bus", &[("site", "1")]);
    assert!(!says("/checkpoints", "bus"));
    let bus = [
        ("opens_at", "2031-05-02T08:00"),
        ("closes_at", "2031-05-02T09:00"),
    ];
    set(&stage, &path, &bus);
    assert!(says("/checkpoints", "bus"));
}
