//! What stands on which page of a list: rows are all equally high, so that the pages are counted before one is drawn.

use std::ops::Range;

use crate::models::doors::paper_list::Listed;
use crate::printing::pile;

/// Room for rows on a page, and what a row and a letter's heading take of it, in millimetres.
pub(super) const ROOM: f32 = 244.0;
pub(super) const ROW: f32 = 9.0;
pub(super) const LETTER: f32 = 10.0;

/// What stands on a page, from the top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Item {
    Letter(String),
    /// By the place in the list.
    Person(usize),
}

pub(super) struct Plan {
    pub pages: Vec<Vec<Item>>,
}

/// A letter's heading has a row below it, and comes again on a new page. Nobody's list is one page that says so.
pub(super) fn plan(people: &[Listed]) -> Plan {
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
    /// The pages whose last row is one of these, where so many rows come before the list. A page is of one file.
    pub(super) fn pages_ending_in(
        &self,
        rows: &Range<usize>,
        before: usize,
    ) -> impl Iterator<Item = usize> {
        let is_of_them = move |number: &usize| rows.contains(&(before + self.last_row(*number)));
        (0..self.pages.len()).filter(is_of_them)
    }

    /// Of a page; nobody's page ends where it begins.
    fn last_row(&self, number: usize) -> usize {
        let last = self.pages[number].iter().rev().find_map(|item| match item {
            Item::Person(place) => Some(*place),
            Item::Letter(_) => None,
        });
        last.unwrap_or_default()
    }

    /// First and last letter of a page: `A – C`.
    pub(super) fn range(&self, number: usize) -> String {
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
    use crate::printing::paper_list::plan::*;

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
    fn every_page_is_of_one_file_and_no_file_is_empty() {
        let keys: Vec<String> = (0..400).map(|number| format!("a{number:03}")).collect();
        let plan = laid_out(keys.iter().map(String::as_str));
        for most in [30, 100, 399, 400, 401] {
            let files =
                (0..400_usize.div_ceil(most)).map(|number| number * most..(number + 1) * most);
            let pages: Vec<Vec<usize>> = files
                .map(|rows| plan.pages_ending_in(&rows, 0).collect())
                .collect();
            assert!(pages.iter().all(|pages| !pages.is_empty()), "{most}");
            assert_eq!(
                pages.concat(),
                (0..plan.pages.len()).collect::<Vec<_>>(),
                "{most}"
            );
        }
        // What comes behind another list begins where that one ends.
        assert_eq!(plan.pages_ending_in(&(0..1_000), 1_000).count(), 0);
        assert_eq!(
            plan.pages_ending_in(&(1_000..2_000), 1_000).count(),
            plan.pages.len()
        );
    }

    #[test]
    fn nobody_is_a_page_too() {
        let plan = laid_out(std::iter::empty());
        assert_eq!((plan.pages.len(), plan.range(0).as_str()), (1, ""));
    }
}
