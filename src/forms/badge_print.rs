//! Which badges are to be printed, and how they are to lie.

use super::list_query::ListQuery;
use super::{Typed, given};

/// What a job of printing was asked for, as typed: the list's own filters and the choices of the form.
#[derive(Debug, Clone)]
pub(crate) struct Wish {
    pub list: ListQuery,
    /// Public id, where one badge is wanted.
    pub person: Option<String>,
    pub unprinted: bool,
    /// Id of a layout of the forum's own.
    pub layout: Option<i64>,
    pub order: String,
    pub dividers: bool,
    /// `a4`, `a3`, or one a page.
    pub sheet: String,
}

impl Wish {
    /// `list` is the query of the address, `form` what was chosen on the page.
    pub(crate) fn of(list: &str, form: &Typed) -> Wish {
        let query = Typed::read(list.as_bytes());
        Wish {
            list: super::parse(list.as_bytes()),
            person: given(query.get("person")),
            unprinted: form.has("which", "unprinted"),
            layout: form.get("layout").parse().ok(),
            order: form.get("order").to_owned(),
            dividers: form.ticked("dividers"),
            sheet: form.get("sheet").to_owned(),
        }
    }

    /// As it is kept with the job: the address's query, then the form's, without its token.
    pub(crate) fn kept(list: &str, form: &Typed) -> String {
        let mut kept = url::form_urlencoded::Serializer::new(String::new());
        for field in ["which", "layout", "order", "dividers", "sheet"] {
            for value in form.all(field) {
                kept.append_pair(field, value);
            }
        }
        format!("{list}\n{}", kept.finish())
    }

    pub(crate) fn read(kept: &str) -> Wish {
        let (list, form) = kept.split_once('\n').unwrap_or(("", kept));
        Wish::of(list, &Typed::read(form.as_bytes()))
    }
}
