//! A form as a browser without JavaScript holds it: filled in by what each field is for, hidden fields kept.

use scraper::{ElementRef, Selector};

use super::page::words;

#[derive(Clone)]
pub struct Form {
    pub action: String,
    pub method: String,
    multipart: bool,
    controls: Vec<Control>,
    files: Vec<(String, String, Vec<u8>)>,
}

#[derive(Clone)]
struct Control {
    name: String,
    token: String,
    kind: Kind,
    value: String,
    on: bool,
}

#[derive(Clone, PartialEq)]
enum Kind {
    Text,
    Choice(Vec<String>),
    Tick,
    Button,
    File,
}

impl Form {
    pub fn read(form: ElementRef, page: &url::Url) -> Form {
        let action = page
            .join(form.attr("action").unwrap_or(page.as_str()))
            .unwrap();
        let all = Selector::parse("input, select, textarea, button").unwrap();
        Form {
            action: action.to_string(),
            method: form.attr("method").unwrap_or("get").to_lowercase(),
            multipart: form.attr("enctype") == Some("multipart/form-data"),
            controls: form.select(&all).filter_map(Control::read).collect(),
            files: Vec::new(),
        }
    }

    /// Types into the field with this `autocomplete` token, or else of this name; chooses, in a select or among radios.
    pub fn fill(mut self, field: &str, value: &str) -> Form {
        let name = self.name_of(field);
        let mut found = false;
        for control in self
            .controls
            .iter_mut()
            .filter(|control| control.name == name)
        {
            match &control.kind {
                Kind::Text => (control.value, control.on, found) = (value.into(), true, true),
                Kind::Choice(options) => {
                    assert!(
                        options.iter().any(|option| option == value),
                        "{field} has no {value:?} but {options:?}"
                    );
                    (control.value, control.on, found) = (value.into(), true, true);
                }
                Kind::Tick => {
                    control.on = control.value == value;
                    found |= control.on;
                }
                Kind::Button | Kind::File => {}
            }
        }
        assert!(
            found,
            "{field} cannot be {value:?} in the form to {}",
            self.action
        );
        self
    }

    /// Chooses in the selects of one name, one after the other.
    pub fn fill_in_order(mut self, field: &str, values: &[&str]) -> Form {
        let fields = self.controls.iter_mut().filter(|one| one.name == field);
        for (control, value) in fields.zip(values) {
            control.value = (*value).into();
        }
        self
    }

    pub fn tick(mut self, field: &str) -> Form {
        let control = self
            .controls
            .iter_mut()
            .find(|control| control.kind == Kind::Tick && control.name == field);
        control
            .unwrap_or_else(|| panic!("nothing to tick called {field}"))
            .on = true;
        self
    }

    /// Ticks every box of this name.
    pub fn tick_all(mut self, field: &str) -> Form {
        self.controls
            .iter_mut()
            .filter(|control| control.kind == Kind::Tick && control.name == field)
            .for_each(|control| control.on = true);
        self
    }

    pub fn untick(mut self, field: &str) -> Form {
        self.controls
            .iter_mut()
            .filter(|control| control.kind == Kind::Tick && control.name == field)
            .for_each(|control| control.on = false);
        self
    }

    /// Says what the page does not offer, as somebody does who writes the request by hand.
    pub fn forge(mut self, name: &str, value: &str) -> Form {
        self.controls.retain(|control| control.name != name);
        self.controls.push(Control {
            name: name.into(),
            token: String::new(),
            kind: Kind::Text,
            value: value.into(),
            on: true,
        });
        self
    }

    /// The same, sent to another address.
    pub fn sent_to(mut self, address: &str) -> Form {
        self.action = address.into();
        self
    }

    /// Presses the button of this name and value.
    pub fn press(mut self, name: &str, value: &str) -> Form {
        let button = self.controls.iter_mut().find(|control| {
            control.kind == Kind::Button && control.name == name && control.value == value
        });
        button
            .unwrap_or_else(|| panic!("no button {name}={value}"))
            .on = true;
        self
    }

    /// Presses Enter in a field: a browser takes the form's first button.
    pub fn enter(mut self) -> Form {
        let mut buttons = self
            .controls
            .iter_mut()
            .filter(|control| control.kind == Kind::Button);
        buttons.next().expect("a button").on = true;
        self
    }

    pub fn attach(mut self, file: &str, bytes: &[u8]) -> Form {
        let control = self
            .controls
            .iter()
            .find(|control| control.kind == Kind::File)
            .expect("a field for a file");
        self.files
            .push((control.name.clone(), file.into(), bytes.to_vec()));
        self
    }

    /// What the field of this token or name holds now.
    pub fn value(&self, field: &str) -> String {
        let name = self.name_of(field);
        let control = self
            .controls
            .iter()
            .find(|control| control.name == name && control.on);
        control
            .map(|control| control.value.clone())
            .unwrap_or_default()
    }

    pub fn has(&self, field: &str) -> bool {
        self.controls
            .iter()
            .any(|control| control.token == field || control.name == field)
    }

    /// What a select of this token or name offers.
    pub fn options(&self, field: &str) -> Vec<String> {
        let name = self.name_of(field);
        let choices = self.controls.iter().filter(|one| one.name == name);
        let offered = choices.filter_map(|control| match &control.kind {
            Kind::Choice(options) => Some(options.clone()),
            _ => None,
        });
        offered.flatten().collect()
    }

    /// What a browser sends of it.
    pub fn pairs(&self) -> Vec<(String, String)> {
        let sent = |control: &&Control| {
            control.on && !control.name.is_empty() && control.kind != Kind::File
        };
        self.controls
            .iter()
            .filter(sent)
            .map(|control| (control.name.clone(), control.value.clone()))
            .collect()
    }

    /// The body and its kind.
    pub fn encode(&self) -> (String, Vec<u8>) {
        if !self.multipart {
            let body = url::form_urlencoded::Serializer::new(String::new())
                .extend_pairs(self.pairs())
                .finish();
            return (
                "application/x-www-form-urlencoded".into(),
                body.into_bytes(),
            );
        }
        let edge = "----hazir-test-edge";
        let mut body = Vec::new();
        for (name, value) in self.pairs() {
            body.extend(
                format!(
                    "--{edge}\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
                )
                .bytes(),
            );
        }
        for (name, file, bytes) in &self.files {
            let head = format!(
                "content-disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\ncontent-type: application/octet-stream"
            );
            body.extend(format!("--{edge}\r\n{head}\r\n\r\n").bytes());
            body.extend(bytes);
            body.extend(b"\r\n");
        }
        body.extend(format!("--{edge}--\r\n").bytes());
        (format!("multipart/form-data; boundary={edge}"), body)
    }

    /// The names of the fields one can type into.
    pub fn text_fields(&self) -> Vec<String> {
        let texts = self
            .controls
            .iter()
            .filter(|control| control.kind == Kind::Text);
        texts.map(|control| control.name.clone()).collect()
    }

    fn name_of(&self, field: &str) -> String {
        let by_token = self.controls.iter().find(|control| control.token == field);
        let control =
            by_token.or_else(|| self.controls.iter().find(|control| control.name == field));
        let known: Vec<&str> = self
            .controls
            .iter()
            .map(|control| control.name.as_str())
            .collect();
        control
            .unwrap_or_else(|| {
                panic!(
                    "no field {field} in the form to {}, but {known:?}",
                    self.action
                )
            })
            .name
            .clone()
    }
}

impl Control {
    fn read(element: ElementRef) -> Option<Control> {
        if element.attr("disabled").is_some() {
            return None;
        }
        let token = element
            .attr("autocomplete")
            .unwrap_or_default()
            .split(' ')
            .next_back()
            .unwrap_or_default();
        let mut control = Control {
            name: element.attr("name").unwrap_or_default().into(),
            token: token.into(),
            kind: Kind::Text,
            value: element.attr("value").unwrap_or_default().into(),
            on: true,
        };
        match (
            element.value().name(),
            element.attr("type").unwrap_or("text"),
        ) {
            ("textarea", _) => control.value = element.text().collect(),
            ("select", _) => control.choose(element),
            ("input", "checkbox" | "radio") => {
                control.kind = Kind::Tick;
                control.on = element.attr("checked").is_some();
                if element.attr("value").is_none() {
                    control.value = "on".into();
                }
            }
            ("input", "file") => control.kind = Kind::File,
            ("button", _) | ("input", "submit" | "image" | "button" | "reset") => {
                (control.kind, control.on) = (Kind::Button, false)
            }
            _ => {}
        }
        Some(control)
    }

    fn choose(&mut self, select: ElementRef) {
        let option = Selector::parse("option").unwrap();
        let value = |option: &ElementRef| {
            option
                .attr("value")
                .map(str::to_owned)
                .unwrap_or_else(|| words(*option))
        };
        let chosen = select
            .select(&option)
            .find(|option| option.attr("selected").is_some());
        self.value = chosen
            .or_else(|| select.select(&option).next())
            .as_ref()
            .map(value)
            .unwrap_or_default();
        self.kind = Kind::Choice(
            select
                .select(&option)
                .map(|option| value(&option))
                .collect(),
        );
    }
}
