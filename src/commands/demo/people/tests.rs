use std::collections::BTreeSet;

use super::*;

fn both(n: usize) -> Vec<Person> {
    people(Which::Gsnp, n)
        .chain(people(Which::Ots, n))
        .collect()
}

fn countries(which: Which, n: usize) -> BTreeSet<&'static str> {
    people(which, n)
        .map(|person| person.country.code())
        .collect()
}

#[test]
fn as_many_as_asked_for_and_the_same_each_time() {
    for n in [0, 1, 2, 3, 10, 519, 520, 5_000] {
        let first = both(n);
        assert_eq!(first.len(), n);
        let again = both(n);
        assert!(
            first
                .iter()
                .zip(&again)
                .all(|(a, b)| a.email == b.email && a.name == b.name && a.state == b.state)
        );
    }
}

#[test]
fn all_countries_are_there() {
    assert_eq!(countries(Which::Gsnp, 520).len(), 116);
    assert_eq!(countries(Which::Ots, 520).len(), 8);
    assert!(countries(Which::Gsnp, 520).iter().all(|code| {
        Country::parse(code).is_some_and(|country| country.is_in(crate::values::Group::Nam))
    }));
}

#[test]
fn addresses_are_never_given_twice_and_lead_nowhere() {
    let people = both(20_000);
    let addresses: BTreeSet<&str> = people.iter().map(|person| person.email.as_str()).collect();
    assert_eq!(addresses.len(), people.len());
    for address in addresses {
        assert!(
            address.ends_with(".example") || address.ends_with(".example.org"),
            "{address}"
        );
        assert!(crate::values::Email::parse(address).is_ok(), "{address}");
    }
}

#[test]
fn names_are_whole_and_written_in_one_script_each() {
    for person in both(3_000) {
        let marks = ['_', '{', '=', '/'];
        let texts = [
            Some(&person.name),
            person.native_name.as_ref(),
            Some(&person.organisation),
            person.position.as_ref(),
        ];
        for text in texts.into_iter().flatten() {
            assert!(
                !text.contains(marks) && !text.is_empty() && !text.contains("  "),
                "{text}"
            );
        }
        if let Some(native) = person.native_name {
            assert!(!native.chars().any(|c| c.is_ascii_alphabetic()), "{native}");
        }
    }
}

#[test]
fn categories_states_and_arrivals_are_mixed() {
    let people = both(520);
    let share = |of: &dyn Fn(&Person) -> bool| people.iter().filter(|person| of(person)).count();
    for category in [
        "delegate",
        "head-of-delegation",
        "observer",
        "speaker",
        "guest",
        "media",
        "staff",
        "d8-delegate",
    ] {
        assert!(
            share(&|person| person.category == category) > 3,
            "{category}"
        );
    }
    for state in State::ALL {
        assert!(share(&|person| person.state == state) > 2, "{state:?}");
    }
    assert!(share(&|person| person.arrived) > 200);
    assert!(share(&|person| person.arrived && person.state != State::Confirmed) == 0);
    assert!(share(&|person| person.native_name.is_some()) > 150);
    assert!(share(&|person| !person.name.contains(' ')) > 0);
    assert!(share(&|person| person.access_needs.is_some() || person.food_needs.is_some()) > 20);
}
