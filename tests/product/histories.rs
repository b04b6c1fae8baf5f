//! Random histories of a forum's people, against a model that shares no code with the registrar: states, places, the line,
//! the lines of history and the mails agree after each act. Now and then two acts are done at once, each in a session (on
//! PostgreSQL as by two programs): what comes of it is what one after the other would have made of it.
//!
//! `HAZIR_HISTORIES=100000 HAZIR_SEED=7 …/product histories` plays others, and more of them.

use std::collections::BTreeMap;
use std::path::Path;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, Nullable, Text};
use fastrand::Rng;
use hazir::clock;
use hazir::inside::db::{Address, Connection, Database as Tables};
use hazir::inside::mail::{Badge, Letterhead, Post};
use hazir::inside::models::forum::context::{self, ForumContext};
use hazir::inside::models::forum::{self, Approval, WalkIns, category};
use hazir::inside::models::people::event::{Actor, By};
use hazir::inside::models::people::registration::{
    self, Application, Applied, Corrected, Decided, Details, PageLink, Source,
};
use hazir::inside::models::people::standing::State;
use hazir::inside::values::{Code, Country, Email, Language, SealingKey};
use hazir::registrar::{self, Acts, Decision};

use crate::support::database::Database;

/// Histories that `tests/run` plays on each database.
const HISTORIES: u64 = 1_000;
const ACTS: u64 = 14;

// ---- the model ----

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    Nothing,
    Yes,
    Later,
    No,
}

#[derive(Debug, Clone)]
struct Person {
    category: usize,
    asks_desk: bool,
    word: Word,
    gone: bool,
    held: bool,
    /// When they came to stand in the line; the smaller, the earlier.
    waits: Option<u64>,
    events: usize,
}

impl Person {
    fn state(&self) -> State {
        match () {
            () if self.gone => State::Withdrawn,
            () if self.word == Word::No => State::Declined,
            () if self.word == Word::Later => State::Waitlisted,
            () if self.asks_desk && self.word != Word::Yes => State::Pending,
            () if self.held => State::Confirmed,
            () => State::Waitlisted,
        }
    }

    fn is_in_line(&self) -> bool {
        self.state() == State::Waitlisted && self.word != Word::Later
    }
}

#[derive(Debug, Clone, Default)]
struct Model {
    people: Vec<Person>,
    places: Option<i32>,
    quotas: [Option<i32>; 2],
    by_desk: [bool; 2],
    now: u64,
    /// Whom the last act told what.
    mails: Vec<(usize, String)>,
}

#[derive(Debug, Clone, Copy)]
enum Act {
    Register {
        category: usize,
        wanted: Option<State>,
    },
    Decide {
        person: usize,
        decision: Decision,
    },
    Move {
        person: usize,
        category: usize,
    },
    Places(Option<i32>),
    Quota {
        category: usize,
        places: Option<i32>,
    },
}

impl Model {
    fn taken(&self, category: Option<usize>) -> i32 {
        let holds = |one: &&Person| one.held && category.is_none_or(|of| one.category == of);
        i32::try_from(self.people.iter().filter(holds).count()).unwrap()
    }

    fn category_has_room(&self, category: usize) -> bool {
        self.quotas[category].is_none_or(|places| self.taken(Some(category)) < places)
    }

    fn has_room(&self, category: usize) -> bool {
        self.category_has_room(category)
            && self.places.is_none_or(|places| self.taken(None) < places)
    }

    fn next_in_line(&self) -> Option<usize> {
        let served = |(_, one): &(usize, &Person)| one.is_in_line() && self.has_room(one.category);
        let line = self.people.iter().enumerate().filter(served);
        line.min_by_key(|(_, one)| one.waits)
            .map(|(place, _)| place)
    }

    fn play(&mut self, act: Act) {
        self.now += 1;
        let before: Vec<Option<State>> = self.people.iter().map(|one| Some(one.state())).collect();
        self.mails.clear();
        let mut desk = BTreeMap::new();
        match act {
            Act::Register { category, wanted } => {
                self.register(category, wanted);
            }
            Act::Decide { person, decision } => {
                if self.decide(person, decision) {
                    desk.insert(person, decision);
                }
            }
            Act::Move { person, category } => self.shift(person, category),
            Act::Places(places) => self.places = places,
            Act::Quota { category, places } => self.quotas[category] = places,
        }
        if !matches!(act, Act::Register { .. }) {
            while let Some(next) = self.next_in_line() {
                self.people[next].held = true;
                self.people[next].waits = None;
                self.people[next].events += 1;
            }
        }
        for (place, one) in self.people.iter().enumerate() {
            let was = before.get(place).copied().flatten();
            let is = one.state();
            if was != Some(is) {
                let kind = match (was, is, desk.get(&place)) {
                    (None, State::Confirmed, _) => "confirmed",
                    (_, State::Confirmed, Some(Decision::Confirm)) => "approved",
                    (Some(State::Waitlisted), State::Confirmed, _) => "place_freed",
                    (_, State::Confirmed, _) => "confirmed",
                    (_, other, _) => other.as_str(),
                };
                self.mails.push((place, kind.to_owned()));
            }
        }
    }

    fn register(&mut self, category: usize, wanted: Option<State>) {
        let mut new = Person {
            category,
            asks_desk: self.by_desk[category] || wanted == Some(State::Pending),
            word: match wanted {
                Some(State::Confirmed) => Word::Yes,
                _ => Word::Nothing,
            },
            gone: false,
            held: false,
            waits: None,
            events: 1,
        };
        if new.is_in_line() {
            new.held = self.has_room(category) && self.next_in_line().is_none();
            new.waits = (!new.held).then_some(self.now);
        }
        self.people.push(new);
    }

    /// `false` where nothing is changed.
    fn decide(&mut self, person: usize, decision: Decision) -> bool {
        let room = self.has_room(self.people[person].category);
        let (now, one) = (self.now, &mut self.people[person]);
        let to = match decision {
            Decision::Confirm => State::Confirmed,
            Decision::Decline => State::Declined,
            Decision::Waitlist => State::Waitlisted,
            Decision::Withdraw => State::Withdrawn,
        };
        if one.state() == to || one.gone || (decision == Decision::Confirm && !room) {
            return false;
        }
        match decision {
            Decision::Confirm => (one.word, one.held) = (Word::Yes, true),
            Decision::Decline => one.word = Word::No,
            Decision::Waitlist => one.word = Word::Later,
            Decision::Withdraw => one.gone = true,
        }
        one.settle(now);
        true
    }

    fn shift(&mut self, person: usize, category: usize) {
        let (now, asks, room) = (
            self.now,
            self.by_desk[category],
            self.category_has_room(category),
        );
        let one = &mut self.people[person];
        if one.category == category || (one.held && !room) {
            return;
        }
        let was_ready = one.held || one.is_in_line();
        one.category = category;
        one.asks_desk = asks;
        if was_ready && one.asks_desk && one.word != Word::Yes {
            one.word = Word::Yes;
        }
        one.settle(now);
    }
}

impl Person {
    fn settle(&mut self, now: u64) {
        self.events += 1;
        if !matches!(self.state(), State::Confirmed | State::Pending) {
            self.held = false;
        }
        self.waits = match self.is_in_line() {
            true => self.waits.or(Some(now)),
            false => None,
        };
    }
}

// ---- the product ----

struct Product {
    tables: Vec<Tables>,
    letterhead: Letterhead,
    whole: ForumContext,
    /// In the order in which they came.
    people: Vec<i64>,
    heard: i64,
    seed: u64,
}

#[derive(QueryableByName, Debug)]
struct Row {
    #[diesel(sql_type = BigInt)]
    id: i64,
    #[diesel(sql_type = Text)]
    state: String,
    #[diesel(sql_type = Nullable<BigInt>)]
    waits_turn: Option<i64>,
    #[diesel(sql_type = BigInt)]
    events: i64,
}

#[derive(QueryableByName)]
struct Mail {
    #[diesel(sql_type = BigInt)]
    id: i64,
    #[diesel(sql_type = BigInt)]
    registration_id: i64,
    #[diesel(sql_type = Text)]
    kind: String,
}

#[derive(QueryableByName)]
struct Taken {
    #[diesel(sql_type = Nullable<BigInt>)]
    category_id: Option<i64>,
    #[diesel(sql_type = Nullable<Integer>)]
    places: Option<i32>,
    #[diesel(sql_type = Integer)]
    taken: i32,
}

/// What can be seen of either.
#[derive(Debug, PartialEq, Eq)]
struct Seen {
    /// State and lines of history of each.
    people: Vec<(State, usize)>,
    line: Vec<usize>,
    /// Of the forum and its categories: places, and how many are taken.
    places: Vec<(Option<i32>, i32)>,
    mails: Vec<(usize, String)>,
}

impl Model {
    fn seen(&self) -> Seen {
        let mut line: Vec<usize> = (0..self.people.len())
            .filter(|place| self.people[*place].waits.is_some())
            .collect();
        line.sort_by_key(|place| self.people[*place].waits);
        let mut mails = self.mails.clone();
        mails.sort();
        Seen {
            people: self
                .people
                .iter()
                .map(|one| (one.state(), one.events))
                .collect(),
            line,
            places: vec![
                (self.places, self.taken(None)),
                (self.quotas[0], self.taken(Some(0))),
                (self.quotas[1], self.taken(Some(1))),
            ],
            mails,
        }
    }
}

fn details(category_id: i64, number: usize) -> Details {
    Details {
        name: format!("Delegate Number{number}"),
        native_name: None,
        phone: None,
        country: Country::parse("AZ").unwrap(),
        organisation: None,
        position: None,
        category_id,
        language: Language::En,
        access_needs: None,
        food_needs: None,
        sites: Vec::new(),
    }
}

impl Product {
    fn new(tables: &[Tables], letterhead: &Letterhead, seed: u64, model: &Model) -> Product {
        let settings = forum_settings(seed, model);
        let by_desk = model.by_desk;
        let quotas = model.quotas;
        let whole = tables[0]
            .write_now(move |c| {
                let id = forum::create(c, &settings, clock::now())?.expect("a free address");
                for (position, slug) in ["delegate", "speaker"].into_iter().enumerate() {
                    let settings = category::Settings {
                        slug: slug.into(),
                        colour: "#224466".into(),
                        approval: Some(match by_desk[position] {
                            true => Approval::ByDesk,
                            false => Approval::AtOnce,
                        }),
                        quota: quotas[position],
                        on_form: true,
                        position: i32::try_from(position).unwrap(),
                    };
                    category::create(c, id, &settings)?;
                }
                let forum = forum::by_id(c, id)?;
                context::of(c, forum)
            })
            .unwrap();
        Product {
            tables: tables.to_vec(),
            letterhead: letterhead.clone(),
            whole,
            people: Vec::new(),
            heard: 0,
            seed,
        }
    }

    /// Does an act in one of the sessions.
    fn play(&self, session: usize, act: Act, number: usize, model: &Model) {
        let (letterhead, whole, people) = (
            self.letterhead.clone(),
            self.whole.clone(),
            self.people.clone(),
        );
        let (seed, model) = (self.seed, model.clone());
        self.tables[session]
            .write_now(move |c| {
                let by = By {
                    actor: Actor::Account(1),
                    now: clock::now(),
                };
                let url = "https://hazir.example/".parse().unwrap();
                let post = Post {
                    letterhead: &letterhead,
                    public_url: &url,
                    whole: &whole,
                };
                match act {
                    Act::Places(places) => {
                        let mut settings = forum_settings(seed, &model);
                        settings.capacity = places;
                        assert!(forum::update(c, whole.forum.id, &settings, by.now)?);
                    }
                    Act::Quota { category, places } => {
                        let one = &whole.categories[category];
                        let settings = category::Settings {
                            slug: one.slug.clone(),
                            colour: one.colour.clone(),
                            approval: one.approval,
                            quota: places,
                            on_form: one.on_form,
                            position: one.position,
                        };
                        assert!(category::update(c, whole.forum.id, one.id, &settings)?);
                    }
                    _ => {}
                }
                registrar::write(c, &whole, Some(post), by, |acts| {
                    act_of(acts, act, number, &whole, &people, &letterhead)
                })
            })
            .unwrap();
    }

    fn see(&mut self) -> Seen {
        let (forum_id, heard) = (self.whole.forum.id, self.heard);
        let (rows, mails, taken) = self.tables[0]
            .read_now(|c| {
                Ok((
                    rows(c, forum_id)?,
                    mails(c, forum_id, heard)?,
                    taken(c, forum_id)?,
                ))
            })
            .unwrap();
        for row in &rows {
            if !self.people.contains(&row.id) {
                self.people.push(row.id);
            }
        }
        self.heard = mails.iter().map(|mail| mail.id).max().unwrap_or(heard);
        let place = |id: i64| self.people.iter().position(|one| *one == id).unwrap();
        let mut line: Vec<&Row> = rows.iter().filter(|row| row.waits_turn.is_some()).collect();
        line.sort_by_key(|row| (row.waits_turn, row.id));
        let mut told: Vec<(usize, String)> = mails
            .iter()
            .map(|mail| (place(mail.registration_id), mail.kind.clone()))
            .collect();
        told.sort();
        let of = |category: Option<i64>| {
            let one = taken.iter().find(|one| one.category_id == category);
            one.map(|one| (one.places, one.taken)).unwrap()
        };
        let categories = &self.whole.categories;
        Seen {
            people: rows
                .iter()
                .map(|row| {
                    (
                        State::parse(&row.state).unwrap(),
                        usize::try_from(row.events).unwrap(),
                    )
                })
                .collect(),
            line: line.into_iter().map(|row| place(row.id)).collect(),
            places: vec![
                of(None),
                of(Some(categories[0].id)),
                of(Some(categories[1].id)),
            ],
            mails: told,
        }
    }
}

fn forum_settings(seed: u64, model: &Model) -> forum::Settings {
    let day = clock::now().date();
    forum::Settings {
        slug: format!("history-{seed}"),
        zone: "UTC".into(),
        starts_on: day,
        ends_on: day,
        opens_at: None,
        closes_at: None,
        capacity: model.places,
        approval: Approval::AtOnce,
        languages: "en".into(),
        brand: None,
        contact: None,
        offers_qn: false,
        published: false,
        walk_ins: WalkIns::No,
        strict_doors: false,
        asks_after: None,
    }
}

fn act_of(
    acts: &mut Acts,
    act: Act,
    number: usize,
    whole: &ForumContext,
    people: &[i64],
    letterhead: &Letterhead,
) -> hazir::inside::db::Result<()> {
    match act {
        Act::Register { category, wanted } => {
            let badge = Badge::of(&Code::random());
            let application = Application {
                details: details(whole.categories[category].id, number),
                email: Email::parse(&format!("delegate-{number}@people.example")).ok(),
                source: Source::Desk,
                form_id: None,
                invite_again: None,
                link: PageLink::random(letterhead.key()),
                code: badge.code().clone(),
                state: wanted,
                is_another: false,
                registered_at: clock::now(),
            };
            let now = application.registered_at;
            let applied = acts.register(&application, &badge, |_| Ok(Some(now)))?;
            assert!(matches!(applied, Applied::New(_)));
        }
        Act::Decide { person, decision } => {
            let _: Decided = acts.decide(people[person], decision, None)?;
        }
        Act::Move { person, category } => {
            let before = registration::by_id(acts.c, people[person])?;
            let mut moved = details(whole.categories[category].id, 0);
            moved.name = before.name;
            let _: Corrected = acts.correct(people[person], &moved)?;
        }
        Act::Places(_) | Act::Quota { .. } => {
            acts.serve_line()?;
        }
    }
    Ok(())
}

fn rows(c: &mut Connection, forum_id: i64) -> hazir::inside::db::Result<Vec<Row>> {
    diesel::sql_query(
        "SELECT id, state, waits_turn, (SELECT COUNT(*) FROM registration_event
            WHERE registration_event.registration_id = registration.id) AS events
         FROM registration WHERE forum_id = $1 ORDER BY id",
    )
    .bind::<BigInt, _>(forum_id)
    .load(c)
}

fn mails(c: &mut Connection, forum_id: i64, after: i64) -> hazir::inside::db::Result<Vec<Mail>> {
    diesel::sql_query(
        "SELECT id, registration_id, kind FROM message WHERE forum_id = $1 AND id > $2 ORDER BY id",
    )
    .bind::<BigInt, _>(forum_id)
    .bind::<BigInt, _>(after)
    .load(c)
}

fn taken(c: &mut Connection, forum_id: i64) -> hazir::inside::db::Result<Vec<Taken>> {
    diesel::sql_query("SELECT category_id, COALESCE(next_places, places) AS places, taken FROM quota WHERE forum_id = $1")
        .bind::<BigInt, _>(forum_id)
        .load(c)
}

// ---- the play ----

fn any_act(rng: &mut Rng, people: usize) -> Act {
    let category = rng.usize(0..2);
    let places = |rng: &mut Rng| (rng.u8(0..4) > 0).then(|| rng.i32(0..5));
    let person = |rng: &mut Rng| rng.usize(0..people);
    match rng.u8(0..14) {
        0..=4 => Act::Register {
            category,
            wanted: match rng.u8(0..4) {
                0 => Some(State::Confirmed),
                1 => Some(State::Pending),
                _ => None,
            },
        },
        5..=9 if people > 0 => Act::Decide {
            person: person(rng),
            decision: *rng
                .choice(&[
                    Decision::Confirm,
                    Decision::Decline,
                    Decision::Waitlist,
                    Decision::Withdraw,
                ])
                .unwrap(),
        },
        10 | 11 if people > 0 => Act::Move {
            person: person(rng),
            category,
        },
        12 => Act::Places(places(rng)),
        13 => Act::Quota {
            category,
            places: places(rng),
        },
        _ => Act::Register {
            category,
            wanted: None,
        },
    }
}

fn play(tables: &[Tables], letterhead: &Letterhead, seed: u64) {
    let mut rng = Rng::with_seed(seed);
    let mut model = Model {
        places: (rng.u8(0..4) > 0).then(|| rng.i32(0..4)),
        quotas: [(); 2].map(|()| (rng.u8(0..3) == 0).then(|| rng.i32(0..3))),
        by_desk: [(); 2].map(|()| rng.u8(0..3) == 0),
        ..Model::default()
    };
    let mut product = Product::new(tables, letterhead, seed, &model);
    let mut told = vec![format!("{model:?}")];
    for number in 0..ACTS {
        let number = usize::try_from(number).unwrap() * 2;
        let one = any_act(&mut rng, model.people.len());
        let other = any_act(&mut rng, model.people.len());
        // Two newcomers at once have numbers of their own by who came first, which is not known beforehand.
        let at_once = rng.u8(0..4) == 0
            && !matches!((one, other), (Act::Register { .. }, Act::Register { .. }));
        told.push(format!(
            "{one:?}{}",
            if at_once {
                format!(" and {other:?}")
            } else {
                String::new()
            }
        ));
        let mut may_be = Vec::new();
        if at_once {
            for (first, second) in [(one, other), (other, one)] {
                let mut after = model.clone();
                after.play(first);
                let mails = after.mails.clone();
                after.play(second);
                after.mails.extend(mails);
                may_be.push(after);
            }
            let (product, model) = (&product, &model);
            std::thread::scope(|scope| {
                scope.spawn(|| product.play(0, one, number, model));
                scope.spawn(|| product.play(1, other, number + 1, model));
            });
        } else {
            product.play(rng.usize(0..2), one, number, &model);
            let mut after = model.clone();
            after.play(one);
            may_be.push(after);
        }
        let seen = product.see();
        let is_it = may_be.iter().position(|after| after.seen() == seen);
        let Some(is_it) = is_it else {
            let model: Vec<Seen> = may_be.iter().map(Model::seen).collect();
            panic!(
                "HAZIR_SEED={seed} HAZIR_HISTORIES=1\n{}\nproduct {seen:#?}\nmodel {model:#?}",
                told.join("\n")
            );
        };
        model = may_be.swap_remove(is_it);
    }
}

fn letterhead() -> Letterhead {
    let url = "https://hazir.example/".parse().unwrap();
    Letterhead::new(
        Some("Hazir <forum@hazir.example>"),
        &url,
        SealingKey::random(),
    )
    .unwrap()
}

#[test]
fn whatever_is_done_in_whatever_order_the_forum_stands_as_the_rules_say() {
    let number =
        |name: &str, usual: u64| std::env::var(name).map_or(usual, |text| text.parse().unwrap());
    let first = number("HAZIR_SEED", u64::from(fastrand::u32(..)));
    let histories = number("HAZIR_HISTORIES", HISTORIES);
    println!("HAZIR_SEED={first}");
    let folder = tempfile::tempdir().unwrap();
    let database = Database::create(Path::new(folder.path()));
    let address = Address::parse(&database.address()).unwrap();
    let tables = [(); 2].map(|()| Tables::open(&address).unwrap());
    tables[0]
        .write_now(|c| {
            diesel::sql_query(
                "INSERT INTO account (id, email, email_folded, is_owner, created_at)
                 VALUES (1, 'desk@desk.example', 'desk@desk.example', TRUE, '2026-01-01 00:00:00')",
            )
            .execute(c)
        })
        .unwrap();
    let letterhead = letterhead();
    for seed in first..first + histories {
        play(&tables, &letterhead, seed);
    }
}
