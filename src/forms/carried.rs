//! What a browser sent, kept so that it can be sent once more: in the page that says why it was not done.

use url::form_urlencoded;

use super::field_name;
use crate::i18n::Texts;

/// Fields of a form that asks for a sign-in and carries another form with it. They come first in it.
const EMAIL: &str = "sign_in_email";
const PASSWORD: &str = "sign_in_password";
const TOKEN: &str = "sign_in_token";

/// More fields than any form of ours has: a body has room for a quarter of a million.
const MOST_FIELDS: usize = 20_000;

/// A form as it was sent. Passwords are in none.
#[derive(Debug, Clone, Default)]
pub(crate) struct Carried {
    pub fields: Vec<Field>,
    /// Whether there was a password, which has to be typed again.
    pub had_password: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct Field {
    pub name: String,
    pub value: String,
}

/// What was typed to sign in.
#[derive(Debug, Clone, Default)]
pub(crate) struct TypedSignIn {
    pub email: String,
    pub password: String,
    pub token: String,
}

impl Carried {
    pub(crate) fn read(body: &[u8]) -> Carried {
        let mut carried = Carried::default();
        for (name, value) in form_urlencoded::parse(body).take(MOST_FIELDS) {
            match name.contains("password") {
                true => carried.had_password = true,
                false => carried.fields.push(Field {
                    name: name.into_owned(),
                    value: value.into_owned(),
                }),
            }
        }
        carried
    }

    /// With another token in the field of this name.
    pub(crate) fn with_token(mut self, field: &str, token: String) -> Carried {
        self.fields.retain(|one| one.name != field);
        self.fields.push(Field {
            name: field.to_owned(),
            value: token,
        });
        self
    }

    /// What people call a field.
    pub(crate) fn label(&self, field: &Field, t: &Texts) -> String {
        field_name(&field.name, *t)
    }

    /// What a person typed or chose, for them to look over.
    pub(crate) fn shown(&self) -> impl Iterator<Item = &Field> {
        let tokens = ["token", "page", "version", "was"];
        self.fields.iter().filter(move |field| {
            !tokens.contains(&field.name.as_str()) && !field.value.trim().is_empty()
        })
    }
}

/// The sign-in that came with another form, and that form by itself.
pub(crate) fn apart(body: &[u8]) -> Option<(TypedSignIn, Vec<u8>)> {
    if !body.starts_with(TOKEN.as_bytes()) {
        return None;
    }
    let mut typed = TypedSignIn::default();
    let mut rest = form_urlencoded::Serializer::new(String::new());
    for (name, value) in form_urlencoded::parse(body) {
        match name.as_ref() {
            EMAIL => typed.email = value.into_owned(),
            PASSWORD => typed.password = value.into_owned(),
            TOKEN => typed.token = value.into_owned(),
            _ => {
                rest.append_pair(&name, &value);
            }
        }
    }
    Some((typed, rest.finish().into_bytes()))
}
