//! A browser without a screen: keeps cookies, follows what it is told to, and sends what browsers send.

use std::time::Duration;

use ureq::http;

use super::form::Form;
use super::page::Page;

#[derive(Clone)]
pub struct Browser {
    agent: ureq::Agent,
    home: url::Url,
    headers: Vec<(String, String)>,
}

impl Browser {
    pub fn new(home: &str) -> Browser {
        let agent = ureq::Agent::config_builder()
            .max_redirects(0)
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(120)))
            .build()
            .new_agent();
        Browser {
            agent,
            home: home.parse().unwrap(),
            headers: Vec::new(),
        }
    }

    /// One more header with every request.
    pub fn with(mut self, name: &str, value: &str) -> Browser {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// The answer as it comes, a redirect too.
    pub fn get(&self, address: &str) -> Page {
        let request = http::Request::get(self.absolute(address).as_str());
        self.send(request.header("sec-fetch-site", "none"), Vec::new())
    }

    /// Follows redirects to a page that has to be there.
    pub fn open(&self, address: &str) -> Page {
        let page = self.follow(self.get(address));
        assert_eq!(page.status, 200, "{address}: {}", page.sentence());
        page
    }

    /// Sends the form as a browser without JavaScript does: the answer as it comes.
    pub fn post(&self, form: &Form) -> Page {
        let mut address = self.absolute(&form.action);
        if form.method == "get" {
            address.query_pairs_mut().clear().extend_pairs(form.pairs());
            return self.get(address.as_str());
        }
        let (request, body) = self.posting(form);
        self.send(request, body)
    }

    fn posting(&self, form: &Form) -> (http::request::Builder, Vec<u8>) {
        let (kind, body) = form.encode();
        let request = http::Request::post(self.absolute(&form.action).as_str())
            .header("content-type", kind)
            .header("origin", self.home.origin().ascii_serialization())
            .header("sec-fetch-site", "same-origin");
        (request, body)
    }

    /// Sends the form and goes where the answer leads.
    pub fn submit(&self, form: &Form) -> Page {
        self.follow(self.post(form))
    }

    pub fn send(&self, request: http::request::Builder, body: Vec<u8>) -> Page {
        self.try_send(request, body)
            .unwrap_or_else(|error| panic!("{error}"))
    }

    /// The lines of an answer that does not end.
    pub fn stream(
        &self,
        request: http::request::Builder,
    ) -> impl Iterator<Item = std::io::Result<String>> + Send + 'static {
        let answer = self.agent.run(request.body(()).unwrap()).unwrap();
        assert_eq!(answer.status(), 200);
        std::io::BufRead::lines(std::io::BufReader::new(answer.into_body().into_reader()))
    }

    /// For callers who expect the program to die under them.
    pub fn try_send(
        &self,
        mut request: http::request::Builder,
        body: Vec<u8>,
    ) -> Result<Page, ureq::Error> {
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        let request = request.body(body)?;
        let address = request.uri().to_string().parse().unwrap();
        let bare = request.method() == http::Method::GET;
        let mut answer = if bare {
            self.agent.run(request.map(|_| ()))?
        } else {
            self.agent.run(request)?
        };
        let body = answer
            .body_mut()
            .with_config()
            .limit(512 << 20)
            .read_to_vec()?;
        Ok(Page {
            status: answer.status().as_u16(),
            address,
            headers: answer.headers().clone(),
            body,
        })
    }

    pub fn try_get(&self, address: &str) -> Option<Page> {
        self.try_send(
            http::Request::get(self.absolute(address).as_str()),
            Vec::new(),
        )
        .ok()
    }

    pub fn try_post(&self, form: &Form) -> Option<Page> {
        let (request, body) = self.posting(form);
        self.try_send(request, body).ok()
    }

    pub fn follow(&self, mut page: Page) -> Page {
        for _ in 0..5 {
            match page.location() {
                Some(address) => page = self.get(address.as_str()),
                None => return page,
            }
        }
        panic!("redirects without end at {}", page.address);
    }

    /// The cookies it holds now, as it sends them.
    pub fn cookies(&self) -> String {
        let jar = self.agent.cookie_jar_lock();
        let pairs: Vec<String> = jar
            .iter()
            .map(|cookie| format!("{}={}", cookie.name(), cookie.value()))
            .collect();
        pairs.join("; ")
    }

    /// An address of this installation, whatever host the text named.
    pub fn absolute(&self, address: &str) -> url::Url {
        self.home.join(address).unwrap()
    }
}
