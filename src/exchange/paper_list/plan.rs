//! What stands on which page of a list: rows are all equally high, so that the pages are counted before one is drawn.

use crate::exchange::pile;
use crate::models::paper_list::Listed;

/// Room for rows on a page, and what a row and a letter's heading take of it, in millimetres.
pub const ROOM: f32 = 244.0;
pub const ROW: f32 = 9.0;
pub const LETTER: f32 = 10.0;

/// What stands on a page, from the top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    Letter(String),
    /// By the place in the list.
    Person(usize),
}

pub struct Plan {
    pub pages: Vec<Vec<Item>>,
}

/// A letter's heading has a row below it, and comes again on a new page. Nobody's list is one page that says so.
pub fn plan(people: &[Listed]) -> Plan {
    let keys = people.iter().map(|one| one.sort_key.as_str());
    laid_out(keys)
}

fn laid_out<'a>(sort_keys: impl Iterator<Item = &'a str>) -> Plan {
    let (mut pages, mut page, mut y) = (Vec::new(), Vec::new(), 0.0);
    let mut last: Option<String> = None;
    for (place, key) in sort_keys.enumerate() {
        let letter = pile::letter(key);
        let is_new = last.as_ref() != Some(&letter);
        let height = if is_new { LETTER + ROW } else { ROW };
        let fits = y + height <= ROOM;
        if !fits {
            pages.push(std::mem::take(&mut page));
            y = 0.0;
        }
        if is_new || !fits {
            page.push(Item::Letter(letter.clone()));
            y += LETTER;
            last = Some(letter);
        }
        page.push(Item::Person(place));
        y += ROW;
    }
    pages.push(page);
    Plan { pages }
}

impl Plan {
    /// First and last letter of a page: `A – C`.
    pub fn range(&self, number: usize) -> String {
        let mut letters = self.pages[number].iter().filter_map(|item| match item {
            Item::Letter(letter) => Some(letter.as_str()),
            Item::Person(_) => None,
        });
        match (letters.next(), letters.next_back()) {
            (Some(first), Some(last)) => format!("{first} – {last}"),
            (Some(only), None) => only.to_owned(),
            (None, _) => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_come_again_on_new_pages_and_never_stand_alone() {
        let keys: Vec<String> = (0..29)
            .map(|number| format!("a{number}"))
            .chain((0..40).map(|number| format!("b{number}")))
            .collect();
        let plan = laid_out(keys.iter().map(String::as_str));
        assert_eq!(plan.pages.len(), 3);
        for page in &plan.pages {
            assert!(matches!(page.first(), Some(Item::Letter(_))));
            assert!(matches!(page.last(), Some(Item::Person(_))));
        }
        let people = plan.pages.iter().flatten();
        let people = people.filter(|item| matches!(item, Item::Person(_)));
        assert_eq!(people.count(), 69);
        let ranges = [0, 1, 2].map(|page| plan.range(page));
        assert_eq!(ranges, ["A", "A – B", "B"]);
    }

    #[test]
    fn nobody_is_a_page_too() {
        let plan = laid_out(std::iter::empty());
        assert_eq!((plan.pages.len(), plan.range(0).as_str()), (1, ""));
    }
}
