//! The order in which badges come off the printer, and the piles they fall into.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::i18n::country_name;
use crate::models::forum::context::ForumContext;
use crate::models::printing::wearer::{Initial, Queued};
use crate::names;
use crate::values::Language;

/// How the desk lays badges out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) enum Order {
    #[default]
    Name,
    Organisation,
    Country,
    Category,
}

impl Order {
    pub(crate) const ALL: [Order; 4] = [
        Order::Name,
        Order::Organisation,
        Order::Country,
        Order::Category,
    ];

    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Order::Name => "name",
            Order::Organisation => "organisation",
            Order::Country => "country",
            Order::Category => "category",
        }
    }

    pub(crate) fn parse(text: &str) -> Option<Order> {
        Order::ALL.into_iter().find(|order| order.as_str() == text)
    }
}

/// Badges that lie together.
pub(crate) struct Pile {
    /// What its divider says; none: there is no divider.
    pub title: Option<String>,
    pub people: Vec<Queued>,
}

impl Pile {
    pub(crate) fn whole(people: Vec<Queued>) -> Pile {
        Pile {
            title: None,
            people,
        }
    }
}

/// People who stand by name, put into this order. Who has no organisation comes last.
pub(crate) fn sort(people: &mut [Queued], order: Order, whole: &ForumContext, language: Language) {
    people.sort_by_cached_key(|one| (place(one, order, whole, language), one.sort_key.clone()));
}

/// People who stand in that order, pile by pile.
pub(crate) fn piles(
    people: Vec<Queued>,
    order: Order,
    whole: &ForumContext,
    language: Language,
) -> Vec<Pile> {
    let mut piles: Vec<Pile> = Vec::new();
    let mut last = None;
    for one in people {
        let key = match order {
            Order::Name => letter(&one.sort_key),
            order => place(&one, order, whole, language).1,
        };
        if last.as_ref() != Some(&key) {
            piles.push(Pile {
                title: Some(title(&one, order, whole, language)),
                people: Vec::new(),
            });
            last = Some(key);
        }
        if let Some(pile) = piles.last_mut() {
            pile.people.push(one);
        }
    }
    piles
}

/// How many names begin with each letter, in order.
pub(crate) fn by_letter(initials: &[Initial]) -> Vec<(String, usize)> {
    let mut letters: BTreeMap<String, usize> = BTreeMap::new();
    for one in initials {
        let people = usize::try_from(one.people).unwrap_or(usize::MAX);
        *letters.entry(letter(&one.initial)).or_default() += people;
    }
    letters.into_iter().collect()
}

fn place(one: &Queued, order: Order, whole: &ForumContext, language: Language) -> (bool, String) {
    match order {
        Order::Name => (false, String::new()),
        Order::Organisation => match &one.organisation {
            Some(name) => (false, names::sort_key(name)),
            None => (true, String::new()),
        },
        Order::Country => (false, names::sort_key(country_name(language, &one.country))),
        Order::Category => {
            let all = whole.categories.iter();
            let place = all
                .take_while(|category| category.id != one.category_id)
                .count();
            (false, format!("{place:04}"))
        }
    }
}

fn title(one: &Queued, order: Order, whole: &ForumContext, language: Language) -> String {
    match order {
        Order::Name => letter(&one.sort_key),
        Order::Organisation => one.organisation.clone().unwrap_or_else(|| "–".to_owned()),
        Order::Country => country_name(language, &one.country).to_owned(),
        Order::Category => whole.category_name(one.category_id, language).to_owned(),
    }
}

/// The letter under which a name is looked for, whatever script it is written in.
pub(crate) fn letter(sort_key: &str) -> String {
    let first = sort_key.chars().next();
    first.map_or_else(|| "#".to_owned(), |first| first.to_uppercase().to_string())
}
