//! Which desk hands out which letters, so that no queue is longer than it must be.

use super::sheet::divider;
use crate::press::{Page, Typesetter};

/// What one desk hands out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Desk {
    pub first: String,
    pub last: String,
    pub people: usize,
}

/// Shares letters, each with how many people it has and in the order of the list, among so many desks that the
/// longest queue is as short as can be. A letter is never parted; with fewer letters than desks, some stay free.
pub fn queue_letters(counts: &[(String, usize)], desks: usize) -> Vec<Desk> {
    let counts: Vec<&(String, usize)> = counts.iter().filter(|(_, people)| *people > 0).collect();
    if counts.is_empty() || desks == 0 {
        return Vec::new();
    }
    let all: usize = counts.iter().map(|(_, people)| people).sum();
    let largest = counts.iter().map(|(_, people)| *people).max().unwrap_or(0);
    let (mut least, mut most) = (largest.max(all.div_ceil(desks)), all);
    while least < most {
        let middle = (least + most) / 2;
        match shared(&counts, middle).len() <= desks {
            true => most = middle,
            false => least = middle + 1,
        }
    }
    shared(&counts, least)
}

/// Desk after desk, each as full as it may be.
fn shared(counts: &[&(String, usize)], most: usize) -> Vec<Desk> {
    let mut desks: Vec<Desk> = Vec::new();
    for (letter, people) in counts {
        match desks.last_mut() {
            Some(desk) if desk.people + people <= most => {
                desk.last.clone_from(letter);
                desk.people += people;
            }
            _ => desks.push(Desk {
                first: letter.clone(),
                last: letter.clone(),
                people: *people,
            }),
        }
    }
    desks
}

/// The page that hangs over a desk, A4 across. `people` says how many they are, in the reader's language.
pub fn queue_sheet(letters: &mut Typesetter, desk: &Desk, people: &str) -> Page {
    let large = match desk.first == desk.last {
        true => desk.first.clone(),
        false => format!("{} – {}", desk.first, desk.last),
    };
    divider(letters, &large, people, 297.0, 210.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(people: &[usize]) -> Vec<(String, usize)> {
        let letters = ('A'..='Z').map(String::from);
        letters.zip(people.iter().copied()).collect()
    }

    #[test]
    fn desks_get_numbers_as_equal_as_letters_allow() {
        let desks = queue_letters(&counts(&[30, 10, 10, 20, 15, 15]), 3);
        let people: Vec<usize> = desks.iter().map(|desk| desk.people).collect();
        assert_eq!(people, [40, 30, 30]);
        assert_eq!(
            (desks[1].first.as_str(), desks[1].last.as_str()),
            ("C", "D")
        );
    }

    #[test]
    fn nobody_is_left_out_however_many_desks_there_are() {
        for desks in 1..10 {
            let shared = queue_letters(&counts(&[5, 0, 90, 1, 1, 3]), desks);
            assert!(shared.len() <= desks);
            assert_eq!(shared.iter().map(|desk| desk.people).sum::<usize>(), 100);
        }
        assert!(queue_letters(&[], 4).is_empty());
    }
}
