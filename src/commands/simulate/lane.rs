//! A lane's phone: it asks the running server as any device does, and notes how long each answer took.

use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use ureq::http::{Request, Response};
use ureq::{Agent, Body};
use uuid::Uuid;

use super::door::CHECKPOINT;
use crate::clock;
use crate::models::people::badge::Holder;
use crate::values::Secret;

const PATIENCE: Duration = Duration::from_secs(10);

/// A question is asked so often before the phone gives up.
const MOST_TRIES: u32 = 5;

const PAUSE: Duration = Duration::from_millis(500);

/// Letters that a volunteer types before looking at the list.
const LETTERS: usize = 3;

/// Scans that the API takes at once.
const MOST_SCANS: usize = 500;

/// What a phone noted.
#[derive(Debug, Default)]
pub(super) struct Notes {
    pub searches: Vec<Duration>,
    pub scans: Vec<Duration>,
    /// Answers that had to be asked for again.
    pub errors: usize,
    /// People found after three letters, and those for whom the whole name was typed.
    pub found_early: usize,
    pub found_late: usize,
    pub not_found: usize,
    pub admitted: usize,
    /// Verdicts other than admitted, as the server names them.
    pub others: Vec<String>,
}

pub(super) struct Lane {
    agent: Agent,
    server: String,
    bearer: String,
    pub notes: Notes,
}

#[derive(Clone, Copy)]
pub(super) enum Way {
    In,
    Out,
}

impl Lane {
    pub(super) fn new(server: &str, token: &Secret) -> Lane {
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(PATIENCE))
            .build()
            .new_agent();
        Lane {
            agent,
            server: server.to_owned(),
            bearer: format!("Bearer {}", token.as_str()),
            notes: Notes::default(),
        }
    }

    /// How many are inside at the simulated door.
    pub(super) fn count(&mut self) -> Result<usize, String> {
        let (answer, _) = self.get(&format!("/api/door/count?checkpoint={CHECKPOINT}"))?;
        Ok(answer["inside"].as_u64().unwrap_or_default() as usize)
    }

    /// Lets everybody out whom the simulation before let in.
    pub(super) fn empty(&mut self) -> Result<(), String> {
        let (answer, _) = self.get("/api/door/inside")?;
        let inside: Vec<Value> = answer["inside"].as_array().cloned().unwrap_or_default();
        let scans: Vec<Value> = inside
            .iter()
            .map(|one| scan(Way::Out, "registration", &one["registration"]))
            .collect();
        for some in scans.chunks(MOST_SCANS) {
            self.send(some)?;
        }
        Ok(())
    }

    /// Types what a volunteer hears: three letters, and the whole name where they do not bring the person up.
    pub(super) fn find(&mut self, person: &Holder) -> Result<(), String> {
        let letters: String = person.name.chars().take(LETTERS).collect();
        if self.search(&letters, person)? {
            self.notes.found_early += 1;
        } else if self.search(&person.name, person)? {
            self.notes.found_late += 1;
        } else {
            self.notes.not_found += 1;
        }
        Ok(())
    }

    fn search(&mut self, words: &str, person: &Holder) -> Result<bool, String> {
        let query = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("q", words)
            .append_pair("checkpoint", CHECKPOINT)
            .finish();
        let (answer, took) = self.get(&format!("/api/door/search?{query}"))?;
        self.notes.searches.push(took);
        let people = answer["people"].as_array().map_or(&[][..], Vec::as_slice);
        Ok(people
            .iter()
            .any(|found| found["registration"] == person.registration.as_str()))
    }

    pub(super) fn scan_badge(&mut self, person: &Holder) -> Result<(), String> {
        self.admit(&[scan(Way::In, "code", &json!(person.code))])
    }

    /// Lets people in who were found by name, each by a scan of their own.
    pub(super) fn scan_found(&mut self, people: &[Holder]) -> Result<(), String> {
        let of_person =
            |person: &Holder| scan(Way::In, "registration", &json!(person.registration));
        let scans: Vec<Value> = people.iter().map(of_person).collect();
        self.admit(&scans)
    }

    fn admit(&mut self, scans: &[Value]) -> Result<(), String> {
        let (results, took) = self.send(scans)?;
        self.notes.scans.push(took);
        for result in results {
            match result["verdict"].as_str() {
                Some("admitted") => self.notes.admitted += 1,
                Some(other) => self.notes.others.push(other.to_owned()),
                None => self.notes.others.push(result["error"].to_string()),
            }
        }
        Ok(())
    }

    fn send(&mut self, scans: &[Value]) -> Result<(Vec<Value>, Duration), String> {
        let body = json!({ "scans": scans }).to_string();
        let (answer, took) = self.ask("/api/door/scans", Some(&body))?;
        Ok((
            answer["results"].as_array().cloned().unwrap_or_default(),
            took,
        ))
    }

    fn get(&mut self, path: &str) -> Result<(Value, Duration), String> {
        self.ask(path, None)
    }

    /// The same question until there is an answer, as a phone does; how long the answer took that counted.
    fn ask(&mut self, path: &str, body: Option<&str>) -> Result<(Value, Duration), String> {
        let mut why = String::new();
        for _ in 0..MOST_TRIES {
            let began = Instant::now();
            match self.once(path, body) {
                Ok(LaneWord::Answer(answer)) => return Ok((answer, began.elapsed())),
                Ok(LaneWord::Wait(seconds)) => {
                    sleep(Duration::from_secs(seconds));
                    continue;
                }
                Ok(LaneWord::No(sentence)) => return Err(sentence),
                Err(error) => why = error.to_string(),
            }
            self.notes.errors += 1;
            sleep(PAUSE);
        }
        Err(format!(
            "The server at {} does not answer: {why}.",
            self.server
        ))
    }

    fn once(&self, path: &str, body: Option<&str>) -> Result<LaneWord, ureq::Error> {
        let address = format!("{}{path}", self.server);
        let request = Request::builder()
            .uri(address)
            .header("authorization", &self.bearer);
        let mut response = match body {
            None => self.agent.run(request.body(())?)?,
            Some(body) => {
                let request = request
                    .method("POST")
                    .header("content-type", "application/json");
                self.agent.run(request.body(body)?)?
            }
        };
        let text = response.body_mut().read_to_string()?;
        Ok(self.said(&response, &text))
    }

    fn said(&self, response: &Response<Body>, text: &str) -> LaneWord {
        let server = &self.server;
        match (response.status().as_u16(), serde_json::from_str(text)) {
            (200, Ok(answer)) => LaneWord::Answer(answer),
            (429, _) => {
                let header = response.headers().get("retry-after");
                let seconds = header.and_then(|header| header.to_str().ok()?.parse().ok());
                LaneWord::Wait(seconds.unwrap_or(1))
            }
            (401, _) => LaneWord::No(format!(
                "The server at {server} does not know the phones that were just made: it serves another database."
            )),
            (status, _) => LaneWord::No(format!("The server at {server} answered with {status}.")),
        }
    }
}

/// What came of one question.
enum LaneWord {
    Answer(Value),
    /// Too many questions: again after so many seconds.
    Wait(u64),
    No(String),
}

fn scan(way: Way, subject: &str, whom: &Value) -> Value {
    let direction = match way {
        Way::In => "in",
        Way::Out => "out",
    };
    json!({
        "id": Uuid::now_v7(),
        subject: whom,
        "checkpoint": CHECKPOINT,
        "direction": direction,
        "scanned_at": clock::rfc3339(clock::now()),
    })
}
