//! One answer, and what a person sees on it.

use scraper::{ElementRef, Html, Selector};
use ureq::http::HeaderMap;

use super::form::Form;

pub struct Page {
    pub status: u16,
    pub address: url::Url,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Page {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|error| panic!("{}: {error}: {}", self.address, self.text()))
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    /// Where a redirect leads.
    pub fn location(&self) -> Option<url::Url> {
        if !(300..400).contains(&self.status) {
            return None;
        }
        Some(self.address.join(self.header("location")).unwrap())
    }

    /// The words of `main`, with single spaces.
    pub fn sentence(&self) -> String {
        let words = self.words("main").join(" ");
        if words.is_empty() {
            self.words("body").join(" ")
        } else {
            words
        }
    }

    /// The words of each element the selector finds.
    pub fn words(&self, selector: &str) -> Vec<String> {
        self.each(selector, words)
    }

    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        self.each(selector, |found| {
            found.attr(name).unwrap_or_default().to_owned()
        })
    }

    pub fn has(&self, selector: &str) -> bool {
        !self.each(selector, |_| ()).is_empty()
    }

    /// The first link whose address holds `part`.
    pub fn link(&self, part: &str) -> String {
        let links = self.attributes("a[href], link[href]", "href");
        links
            .iter()
            .find(|link| link.contains(part))
            .unwrap_or_else(|| panic!("no link with {part} on {}: {links:?}", self.address))
            .clone()
    }

    /// The form that posts to this page's own address.
    pub fn form(&self) -> Form {
        self.form_to(self.address.path())
    }

    /// The form whose address ends so.
    pub fn form_to(&self, end: &str) -> Form {
        let forms = self.forms();
        let said: Vec<String> = forms.iter().map(|form| form.action.clone()).collect();
        let fits = |form: &Form| {
            self.address
                .join(&form.action)
                .unwrap()
                .path()
                .ends_with(end)
        };
        forms.into_iter().find(fits).unwrap_or_else(|| {
            panic!(
                "no form to {end} on {}, but {said:?}: {}",
                self.address,
                self.sentence()
            )
        })
    }

    pub fn forms(&self) -> Vec<Form> {
        self.each("form", |form| Form::read(form, &self.address))
    }

    fn each<T>(&self, selector: &str, read: impl Fn(ElementRef) -> T) -> Vec<T> {
        let html = Html::parse_document(&self.text());
        let selector = Selector::parse(selector).unwrap();
        html.select(&selector).map(read).collect()
    }
}

pub fn words(element: ElementRef) -> String {
    let text: String = element.text().collect::<Vec<_>>().join(" ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
