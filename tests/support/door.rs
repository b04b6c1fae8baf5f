//! A scanner without a browser: the door API, by bearer token.

use serde_json::{Value, json};
use ureq::http;

use super::{Browser, Page};

#[derive(Clone)]
pub struct Scanner {
    browser: Browser,
    token: String,
}

impl Scanner {
    pub fn new(browser: Browser, token: &str) -> Scanner {
        Scanner {
            browser,
            token: token.into(),
        }
    }

    /// The same scanner, where the program listens now.
    pub fn on(&self, browser: Browser) -> Scanner {
        Scanner {
            browser,
            token: self.token.clone(),
        }
    }

    /// One scan of a badge, now, inwards: its result.
    pub fn scan(&self, code: &str, checkpoint: &str) -> Value {
        self.send(&[scan(code, checkpoint)]).remove(0)
    }

    pub fn send(&self, scans: &[Value]) -> Vec<Value> {
        let page = self.post(&json!({ "scans": scans }));
        assert_eq!(page.status, 200, "{}", page.text());
        page.json()["results"].as_array().unwrap().clone()
    }

    /// What a door does beside scanning: one act, with an id and a time of its own unless it has them.
    pub fn act(&self, act: Value) -> Value {
        self.act_together(vec![act]).remove(0)
    }

    /// Several acts in one request; what became of each.
    pub fn act_together(&self, acts: Vec<Value>) -> Vec<Value> {
        let whole = |act: Value| {
            let mut whole = json!({ "id": uuid::Uuid::now_v7(), "done_at": hazir::clock::rfc3339(hazir::clock::now()) });
            let fields = act.as_object().unwrap().clone();
            whole.as_object_mut().unwrap().extend(fields);
            whole
        };
        let acts: Vec<Value> = acts.into_iter().map(whole).collect();
        let body = json!({ "language": "en", "acts": acts })
            .to_string()
            .into_bytes();
        let page = self.browser.send(self.to("/api/door/acts"), body);
        assert_eq!(page.status, 200, "{}", page.text());
        page.json()["results"].as_array().unwrap().clone()
    }

    pub fn inside(&self, checkpoint: &str) -> i64 {
        let page = self.get(&format!("/api/door/count?checkpoint={checkpoint}"));
        page.json()["inside"].as_i64().unwrap()
    }

    pub fn post(&self, body: &Value) -> Page {
        self.post_raw(body.to_string().into_bytes())
    }

    pub fn post_raw(&self, body: Vec<u8>) -> Page {
        self.browser.send(self.scans(), body)
    }

    /// For callers who expect the program to die under them.
    pub fn try_post(&self, body: &Value) -> Option<Page> {
        self.browser
            .try_send(self.scans(), body.to_string().into_bytes())
            .ok()
    }

    /// How the device says that it is.
    pub fn tell(&self, status: &Value) -> Page {
        let address = self.browser.absolute("/api/door/status");
        let request =
            http::Request::post(address.as_str()).header("content-type", "application/json");
        let body = status.to_string().into_bytes();
        self.browser.send(self.signed(request), body)
    }

    fn scans(&self) -> http::request::Builder {
        self.to("/api/door/scans")
    }

    fn to(&self, address: &str) -> http::request::Builder {
        let address = self.browser.absolute(address);
        self.signed(
            http::Request::post(address.as_str()).header("content-type", "application/json"),
        )
    }

    pub fn get(&self, address: &str) -> Page {
        let address = self.browser.absolute(address);
        self.browser.send(
            self.signed(http::Request::get(address.as_str())),
            Vec::new(),
        )
    }

    pub fn search(&self, words: &str, checkpoint: &str) -> Vec<Value> {
        let mut address = self.browser.absolute("/api/door/search");
        address
            .query_pairs_mut()
            .append_pair("q", words)
            .append_pair("checkpoint", checkpoint);
        let page = self.get(address.as_str());
        assert_eq!(page.status, 200, "{}", page.text());
        page.json()["people"].as_array().unwrap().clone()
    }

    /// The events at this scanner's checkpoints, as they come in; the first says how many are inside.
    pub fn listen(&self) -> Events {
        let address = self.browser.absolute("/api/door/events");
        let lines = self
            .browser
            .stream(self.signed(http::Request::get(address.as_str())));
        let (heard, events) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                let data = line.strip_prefix("data: ").map(str::to_owned);
                if data.is_some_and(|data| heard.send(data).is_err()) {
                    return;
                }
            }
        });
        Events(events)
    }

    fn signed(&self, request: http::request::Builder) -> http::request::Builder {
        if self.token.is_empty() {
            request
        } else {
            request.header("authorization", format!("Bearer {}", self.token))
        }
    }
}

pub struct Events(std::sync::mpsc::Receiver<String>);

impl Events {
    /// The next event; none when the line ended or was silent for so long.
    pub fn within(&self, patience: std::time::Duration) -> Option<Value> {
        let data = self.0.recv_timeout(patience).ok()?;
        Some(serde_json::from_str(&data).unwrap())
    }
}

/// A scan inwards, taken now, with an id of its own.
pub fn scan(code: &str, checkpoint: &str) -> Value {
    json!({ "id": uuid::Uuid::now_v7(), "code": code, "checkpoint": checkpoint, "direction": "in", "scanned_at": hazir::clock::rfc3339(hazir::clock::now()) })
}
