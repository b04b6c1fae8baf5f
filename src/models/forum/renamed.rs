//! A part of a forum is called otherwise from now on: what was written down under its old short name follows.

use diesel::prelude::*;
use serde_json::Value;
use url::form_urlencoded;

use crate::db::schema::{badge_layout, job, mailing, rehearsal, rehearsal_badge};
use crate::db::{Connection, Result};

/// What has a short name that lists of people ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Category,
    Site,
    Checkpoint,
}

impl Part {
    /// How a list's address calls it.
    fn field(self) -> &'static str {
        match self {
            Part::Category => "category",
            Part::Site => "site",
            Part::Checkpoint => "at",
        }
    }
}

/// Whom mailings and print jobs are for, on whose badges a box stands, and what test badges say.
pub fn carry(c: &mut Connection, forum_id: i64, part: Part, from: &str, to: &str) -> Result<()> {
    if from == to {
        return Ok(());
    }
    mailings(c, forum_id, part, from, to)?;
    print_jobs(c, forum_id, part, from, to)?;
    if part == Part::Category {
        layouts(c, forum_id, from, to)?;
        test_badges(c, forum_id, from, to)?;
    }
    Ok(())
}

fn mailings(c: &mut Connection, forum_id: i64, part: Part, from: &str, to: &str) -> Result<()> {
    let all: Vec<(i64, String)> = mailing::table
        .filter(mailing::forum_id.eq(forum_id))
        .select((mailing::id, mailing::whom))
        .load(c)?;
    for (id, whom) in all {
        if let Some(whom) = in_address(&whom, part, from, to) {
            diesel::update(mailing::table.find(id))
                .set(mailing::whom.eq(whom))
                .execute(c)?;
        }
    }
    Ok(())
}

/// The first line of a wish is a list's address.
fn print_jobs(c: &mut Connection, forum_id: i64, part: Part, from: &str, to: &str) -> Result<()> {
    let all: Vec<(i64, String)> = job::table
        .filter(job::forum_id.eq(forum_id))
        .select((job::id, job::wish))
        .load(c)?;
    for (id, wish) in all {
        let Some((list, form)) = wish.split_once('\n') else {
            continue;
        };
        if let Some(list) = in_address(list, part, from, to) {
            diesel::update(job::table.find(id))
                .set(job::wish.eq(format!("{list}\n{form}")))
                .execute(c)?;
        }
    }
    Ok(())
}

/// A list's address with the new name in place of the old; `None` where it does not ask for that.
fn in_address(address: &str, part: Part, from: &str, to: &str) -> Option<String> {
    let query = address.strip_prefix('?').unwrap_or(address);
    let pairs: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes())
        .into_owned()
        .collect();
    let asks = |(field, value): &(String, String)| field == part.field() && value == from;
    if !pairs.iter().any(asks) {
        return None;
    }
    let mut renamed = form_urlencoded::Serializer::new(String::new());
    for pair in &pairs {
        let value = if asks(pair) { to } else { &pair.1 };
        renamed.append_pair(&pair.0, value);
    }
    let mark = if query.len() < address.len() { "?" } else { "" };
    Some(format!("{mark}{}", renamed.finish()))
}

fn layouts(c: &mut Connection, forum_id: i64, from: &str, to: &str) -> Result<()> {
    let all: Vec<(i64, String)> = badge_layout::table
        .filter(badge_layout::forum_id.eq(forum_id))
        .select((badge_layout::id, badge_layout::layout))
        .load(c)?;
    for (id, layout) in all {
        if let Some(layout) = in_layout(&layout, from, to) {
            diesel::update(badge_layout::table.find(id))
                .set(badge_layout::layout.eq(layout))
                .execute(c)?;
        }
    }
    Ok(())
}

/// A layout's JSON with the new name wherever an element names its categories; `None` where none names that one.
fn in_layout(layout: &str, from: &str, to: &str) -> Option<String> {
    let mut layout: Value = serde_json::from_str(layout).ok()?;
    let mut found = false;
    for side in ["/front/elements", "/back/elements"] {
        let elements = layout.pointer_mut(side).and_then(Value::as_array_mut);
        let named = elements
            .into_iter()
            .flatten()
            .filter_map(|element| element.get_mut("categories")?.as_array_mut())
            .flatten();
        for category in named.filter(|category| **category == *from) {
            *category = to.into();
            found = true;
        }
    }
    found.then(|| layout.to_string())
}

fn test_badges(c: &mut Connection, forum_id: i64, from: &str, to: &str) -> Result<()> {
    let rehearsals = rehearsal::table
        .filter(rehearsal::forum_id.eq(forum_id))
        .select(rehearsal::id);
    let badges = rehearsal_badge::table
        .filter(rehearsal_badge::rehearsal_id.eq_any(rehearsals))
        .filter(rehearsal_badge::category.eq(from));
    diesel::update(badges)
        .set(rehearsal_badge::category.eq(to))
        .execute(c)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::models::forum::renamed::*;

    #[test]
    fn an_address_follows_where_it_asks_for_the_old_name() {
        let follow = |address| in_address(address, Part::Category, "press", "media");
        assert_eq!(
            follow("?q=press&category=press").as_deref(),
            Some("?q=press&category=media")
        );
        assert_eq!(follow("category=press").as_deref(), Some("category=media"));
        assert_eq!(follow("?site=press&category=pressed"), None);
    }

    #[test]
    fn a_layout_follows_on_both_sides() {
        let layout = r#"{"front":{"elements":[{"categories":["a","press"]},{}]},"back":{"elements":[{"categories":["press"]}]}}"#;
        let renamed = in_layout(layout, "press", "media").unwrap();
        assert!(!renamed.contains("press") && renamed.matches("media").count() == 2);
        assert_eq!(in_layout(layout, "other", "media"), None);
    }
}
