//! Whatever bytes come from outside, the answer is a sentence and no breakage: valid ones, spoilt in a thousand ways.

use std::time::{Duration, Instant};

use fastrand::Rng;
use ureq::http;

use super::support::App;
use super::support::Browser;
use super::support::jobs::settled;
use super::support::page::Page;
use super::support::stage::{DOOR, FORUM, Person, Stage};

/// How long each reader is tried.
const TRIED_FOR: Duration = Duration::from_secs(4);
/// Within which each answer comes, beside other tests.
const SOON: Duration = Duration::from_secs(30);

/// Pieces that mean something to one reader or another.
const PIECES: &[&[u8]] = &[
    b"\"",
    b"'",
    b"{",
    b"}",
    b"[",
    b"]",
    b"<",
    b">",
    b"</",
    b"&",
    b";",
    b",",
    b":",
    b"=",
    b"\0",
    b"\r\n\r\n",
    b"\n",
    b"\\",
    b"\\u0000",
    b"\\ud800",
    b"-",
    b"1e999",
    b"99999999999999999999",
    b"null",
    b"\xff",
    b"\xe2\x80\xae",
    b"\xf0\x9f\x91\x8d",
    b"%00",
    b"%",
    b"+",
    b"PK\x01\x02",
    b"&#x0;",
    b"<!ENTITY",
    b"--part",
    b"Content-Type: message/rfc822\n\n",
];

/// Spoils some bytes: the same seed spoils them the same way.
fn spoilt(bytes: &[u8], random: &mut Rng) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..random.usize(1..8) {
        let at = random.usize(..=bytes.len());
        let to = (at + random.usize(..40)).min(bytes.len());
        match random.u8(..6) {
            0 => drop(bytes.splice(at..at, random.choice(PIECES).unwrap().iter().copied())),
            1 => drop(bytes.drain(at..to)),
            2 => {
                let again = bytes[at..to].repeat(random.usize(1..200));
                drop(bytes.splice(at..at, again));
            }
            3 => bytes.truncate(at),
            4 => bytes[at..to]
                .iter_mut()
                .for_each(|byte| *byte = random.u8(..)),
            _ => bytes[at..to]
                .iter_mut()
                .for_each(|byte| *byte ^= 1 << random.u8(..8)),
        }
    }
    bytes
}

/// Sends spoilt bytes again and again.
fn try_spoilt(seeds: &[Vec<u8>], send: impl Fn(Vec<u8>) -> Page, is_right: impl Fn(&Page) -> bool) {
    let began = Instant::now();
    let mut seed = 0;
    while began.elapsed() < TRIED_FOR {
        seed += 1;
        let mut random = Rng::with_seed(seed);
        let bytes = spoilt(random.choice(seeds).unwrap(), &mut random);
        let sent = Instant::now();
        let answer = send(bytes.clone());
        let took = sent.elapsed();
        assert!(
            is_right(&answer) && took < SOON,
            "seed {seed} of {:?}: {} after {took:?}: {}",
            String::from_utf8_lossy(&bytes[..bytes.len().min(2_000)]),
            answer.status,
            answer.text()
        );
    }
    assert!(seed > 10, "only {seed} were tried");
}

#[test]
fn lists_however_spoilt_are_read_or_refused_in_a_sentence() {
    let stage = Stage::new();
    stage.badge(&Person::number(1));
    let seeds = ["csv", "xlsx", "json"].map(|format| {
        let address = format!("/en/desk/{FORUM}/registrations.{format}");
        stage.desk.get(&address).body
    });
    let form = stage
        .desk
        .open(&format!("/en/desk/{FORUM}/import"))
        .form_to("/import");
    let form = form.press("check", "yes");
    let send = |bytes: Vec<u8>| {
        let answer = stage.desk.post(&form.clone().attach("list", &bytes));
        settled(&stage.desk, answer)
    };
    try_spoilt(&seeds, send, |page| {
        page.status == 200 || (page.status == 422 && !page.sentence().is_empty())
    });
}

#[test]
fn pictures_however_spoilt_are_kept_or_refused_in_a_sentence() {
    let stage = Stage::new();
    let person = stage.register(&Person::number(1));
    let png = stage
        .app
        .browser()
        .get(&format!("{}/badge.png", person.page))
        .body;
    let badges = format!("/en/desk/{FORUM}/badges");
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg' width='90' height='60'><filter id='f'><feGaussianBlur stdDeviation='2'/></filter>\
        <g filter='url(#f)' opacity='.5'><circle cx='30' cy='30' r='20'/><text x='5' y='50'>Hello</text></g><use href='#f'/></svg>".to_vec();
    let pdf = stage.desk.get(&format!("{badges}/queues.pdf?desks=1")).body;
    let form = stage.desk.open(&badges).form_to("/artwork");
    let send = |bytes: Vec<u8>| stage.desk.post(&form.clone().attach("picture", &bytes));
    try_spoilt(&[svg, pdf, png], send, |page| {
        matches!(page.status, 303 | 422)
    });
}

/// Sends a body as it is.
fn post(browser: &Browser, address: &str, headers: &[(&str, &str)], body: Vec<u8>) -> Page {
    let mut request = http::Request::post(browser.absolute(address).as_str());
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    browser.send(request, body)
}

/// A sentence in JSON, or what became of it; a device that does too much is told to wait.
fn is_json(page: &Page) -> bool {
    matches!(page.status, 200 | 400 | 422 | 429)
        && serde_json::from_slice::<serde_json::Value>(&page.body).is_ok()
}

#[test]
fn returned_mail_however_spoilt_is_read_or_left() {
    const TOKEN: &str = "a token that nobody guesses";
    let mut app = App::prepare();
    app.set("HAZIR_MAIL_REPORT_TOKEN", TOKEN);
    app.run();
    let report = "From: MAILER-DAEMON@mail.example\nMIME-Version: 1.0\n\
        Content-Type: multipart/report; report-type=delivery-status; boundary=\"part\"\n\n\
        --part\nContent-Type: message/delivery-status\n\n\
        Final-Recipient: rfc822; anna@people.example\nAction: failed\nStatus: 5.2.2\n\
        Diagnostic-Code: smtp; 552 =?utf-8?B?ZnVsbA==?=\n    and will stay so\n\
        --part\nContent-Type: message/rfc822\n\nMessage-ID: <1@hazir.example>\nSubject: =?utf-8?Q?Your_place?=\n\nHello\n--part--\n";
    let json = r#"{"message_id":"1@hazir.example","action":"failed","status":"5.1.1","text":"no"}"#;
    let browser = app.browser();
    let bearer = format!("Bearer {TOKEN}");
    let send = |bytes: Vec<u8>| {
        let kind = match bytes.starts_with(b"{") {
            true => "application/json",
            false => "message/rfc822",
        };
        let headers = [("authorization", bearer.as_str()), ("content-type", kind)];
        post(&browser, "/api/mail/reports", &headers, bytes)
    };
    let zero = report
        .replace("1@hazir", "1\0@hazir")
        .replace("anna@", "anna\0@");
    assert_eq!(send(zero.into_bytes()).status, 200);
    try_spoilt(&[report.into(), json.into()], send, is_json);
}

#[test]
fn scans_and_acts_however_spoilt_are_answered_one_by_one() {
    let stage = Stage::new();
    let code = stage.badge(&Person::number(1));
    let said = stage
        .app
        .hazir_says(&["device", "add", FORUM, "--checkpoint", DOOR]);
    let token = said
        .lines()
        .find_map(|line| line.strip_prefix("bearer token: "))
        .unwrap();
    let bearer = format!("Bearer {token}");
    let scans = format!(
        r#"{{"scans":[{{"id":"0197a000-0000-7000-8000-000000000001","code":"{code}","checkpoint":"{DOOR}","direction":"in","scanned_at":"2025-04-28T05:01:02Z"}},
        {{"id":"0197a000-0000-7000-8000-000000000002","code":"{code}","checkpoint":"{DOOR}","direction":"out","scanned_at":"2025-04-28T05:01:02Z","told":"admitted"}}]}}"#
    );
    let acts = format!(
        r#"{{"language":"az","acts":[{{"id":"0197a000-0000-7000-8000-000000000003","do":"walk_in","name":"Anna","email":"anna@people.example","country":"AZ","checkpoint":"{DOOR}","done_at":"2025-04-28T05:01:02Z"}},
        {{"id":"0197a000-0000-7000-8000-000000000004","do":"note","words":"late","done_at":"2025-04-28T05:01:02Z"}}]}}"#
    );
    let browser = stage.app.browser();
    let headers = [
        ("authorization", bearer.as_str()),
        ("content-type", "application/json"),
    ];
    for (address, seed) in [("/api/door/scans", scans), ("/api/door/acts", acts)] {
        let send = |bytes: Vec<u8>| post(&browser, address, &headers, bytes);
        try_spoilt(&[seed.into_bytes()], send, is_json);
    }
}

#[test]
fn forms_however_spoilt_are_taken_or_come_back() {
    let stage = Stage::new();
    let layout = format!("/en/desk/{FORUM}/badges/layouts/new");
    let register = stage.filled(&Person::number(1));
    let forms = [
        (stage.app.browser(), register),
        (
            stage.desk.clone(),
            stage.desk.open(&layout).form().fill("name", "Spoilt"),
        ),
    ];
    for (browser, form) in forms {
        let body = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(form.pairs())
            .finish();
        let address = form.action.clone();
        let origin = url::Url::parse(stage.app.address())
            .unwrap()
            .origin()
            .ascii_serialization();
        let headers = [
            ("content-type", "application/x-www-form-urlencoded"),
            ("origin", origin.as_str()),
            ("sec-fetch-site", "same-origin"),
        ];
        let send = |bytes: Vec<u8>| post(&browser, &address, &headers, bytes);
        try_spoilt(&[body.into_bytes()], send, |page| page.status < 500);
    }
}
