//! One page of a list: head, rows with room to tick, foot.

use chrono_tz::Tz;

use super::plan::{Item, LETTER, Plan, ROW};
use crate::clock;
use crate::i18n::{Texts, country_name, dates};
use crate::models::doors::paper_list::Listed;
use crate::models::forum::context::ForumContext;
use crate::press::flow::A4;
use crate::press::{Align, Area, HeadOf, Ink, Outline, Page, Part, Role, Style, Typesetter};
use crate::values::{Language, is_latin};

const MARGIN: f32 = 12.0;
/// Where the rows begin.
const TOP: f32 = 37.0;
const FOOT: f32 = A4.1 - 11.0;
const TICK: f32 = 4.8;
const HAIRLINE: Ink = Ink(0xc9, 0xce, 0xd3);
const BAND: Ink = Ink(0xee, 0xea, 0xe0);

/// Where a column begins, from the side from which is read, and how wide it is.
struct Column {
    x: f32,
    width: f32,
}

const fn column(x: f32, width: f32) -> Column {
    Column { x, width }
}

const BOX: Column = column(0.0, 8.0);
const TIME: Column = column(8.0, 18.0);
const CODE: Column = column(26.0, 20.0);
const NAME: Column = column(46.0, 55.0);
const ORGANISATION: Column = column(101.0, 42.0);
const COUNTRY: Column = column(143.0, 22.0);
const CATEGORY: Column = column(165.0, 21.0);
const ALL: Column = column(0.0, 186.0);
const COLUMNS: u32 = 7;

/// What stands on every page of a door's list.
pub(super) struct Head {
    pub forum: String,
    pub door: String,
    /// The site's name.
    pub place: Option<String>,
    pub day: String,
    pub people: String,
    /// When the list was made.
    pub made: String,
    pub zone: Tz,
}

pub(super) struct Sheet<'a> {
    letters: &'a mut Typesetter,
    whole: &'a ForumContext,
    head: &'a Head,
    language: Language,
    page: Page,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(
        letters: &'a mut Typesetter,
        whole: &'a ForumContext,
        head: &'a Head,
        language: Language,
    ) -> Sheet<'a> {
        Sheet {
            letters,
            whole,
            head,
            language,
            page: Page::new(A4.0, A4.1),
        }
    }

    /// A page of the list, its number counted from 0.
    pub(super) fn page(&mut self, plan: &Plan, number: usize, people: &[Listed]) -> Page {
        self.head(&plan.range(number), number == 0);
        self.page.begin(Part::new(Role::Table));
        self.columns();
        let mut y = TOP;
        for item in &plan.pages[number] {
            match item {
                Item::Letter(letter) => {
                    self.letter(letter, y);
                    y += LETTER;
                }
                Item::Person(place) => {
                    self.person(&people[*place], y);
                    y += ROW;
                }
            }
        }
        self.page.end();
        if people.is_empty() {
            let nobody = self.t().paper_nobody();
            self.text(nobody, &ALL, (y + 4.0, 8.0), (12.0, false), Ink::INK);
        }
        self.foot(number + 1, plan.pages.len());
        std::mem::take(&mut self.page)
    }

    fn t(&self) -> Texts {
        Texts::of(self.language)
    }

    /// Once it is read; on later pages it is there for the eye.
    fn head(&mut self, range: &str, is_first: bool) {
        const SAYS: Column = column(0.0, 150.0);
        const RANGE: Column = column(150.0, 36.0);
        let head = self.head;
        if !is_first {
            self.page.begin(Part::new(Role::Furniture));
        }
        self.text(&head.forum, &SAYS, (9.0, 5.0), (9.0, false), Ink::MUTED);
        self.page.begin(Part::new(Role::Heading(1)));
        self.text(&head.door, &SAYS, (13.5, 8.0), (16.0, true), Ink::INK);
        self.page.end();
        let mut about = vec![head.day.as_str()];
        about.extend(head.place.as_deref());
        about.push(&head.people);
        let about = about.join(" · ");
        self.text(&about, &SAYS, (21.5, 5.0), (9.5, false), Ink::INK);
        self.set(
            range,
            &RANGE,
            (10.0, 13.0),
            (26.0, true),
            Align::End,
            Ink::INK,
        );
        if !is_first {
            self.page.end();
        }
    }

    fn columns(&mut self) {
        let t = self.t();
        self.page.begin(Part::new(Role::Row));
        for (column, word) in [
            (&BOX, t.paper_in()),
            (&TIME, t.paper_time()),
            (&CODE, t.paper_code()),
            (&NAME, t.desk_person_name()),
            (&ORGANISATION, t.desk_person_organisation()),
            (&COUNTRY, t.desk_people_country()),
            (&CATEGORY, t.desk_people_category()),
        ] {
            self.page.begin(Part::new(Role::head(HeadOf::Column)));
            self.text(word, column, (TOP - 6.5, 5.5), (8.0, true), Ink::MUTED);
            self.page.end();
        }
        self.page.end();
        self.rule(TOP, Ink::INK, 0.4);
    }

    fn letter(&mut self, letter: &str, y: f32) {
        let band = self.area(&ALL, y + 1.0, LETTER - 1.0);
        self.page.rectangle(band, BAND);
        const LETTERS: Column = column(1.0, 40.0);
        self.page.begin(Part::new(Role::Row));
        self.page.begin(Part::new(Role::Head {
            of: HeadOf::Row,
            across: COLUMNS,
        }));
        self.text(
            letter,
            &LETTERS,
            (y + 1.0, LETTER - 1.0),
            (20.0, true),
            Ink::INK,
        );
        self.page.end();
        self.page.end();
    }

    fn person(&mut self, one: &Listed, y: f32) {
        self.page.begin(Part::new(Role::Row));
        self.tick(one, y);
        let code = one.code().to_string();
        self.page.begin(Part::new(Role::Cell));
        self.text(&code, &CODE, (y, ROW), (12.0, true), Ink::INK);
        self.page.end();
        self.page.begin(Part::new(Role::head(HeadOf::Row)));
        let (name, beneath) = names(one);
        match beneath.is_empty() {
            true => self.text(&name, &NAME, (y, ROW), (10.5, true), Ink::INK),
            false => {
                // Lines of some scripts are high; what the two share is white.
                self.text(&name, &NAME, (y + 0.2, 5.2), (10.5, true), Ink::INK);
                self.text(&beneath, &NAME, (y + 4.2, 4.9), (7.5, false), Ink::MUTED);
            }
        }
        self.page.end();
        let whole = self.whole;
        let organisation = one.organisation.as_deref().unwrap_or_default();
        let category = whole.category_name(one.category_id, self.language);
        for (column, words) in [
            (&ORGANISATION, organisation),
            (&COUNTRY, country_name(self.language, &one.country)),
            (&CATEGORY, category),
        ] {
            self.page.begin(Part::new(Role::Cell));
            self.text(words, column, (y, ROW), (8.0, false), Ink::INK);
            self.page.end();
        }
        self.page.end();
        self.rule(y + ROW, HAIRLINE, 0.15);
    }

    /// The box, and a line for the time; who is inside already is ticked, with the time.
    fn tick(&mut self, one: &Listed, y: f32) {
        let top = y + (ROW - TICK) / 2.0;
        let square = self.area(&column(1.0, TICK), top, TICK);
        self.page.begin(Part::new(Role::Cell));
        if one.inside_since.is_some() {
            let says = self.t().paper_in().to_owned();
            self.page.begin(Part::new(Role::Figure(says)));
            let points = [(0.18, 0.52), (0.42, 0.78), (0.85, 0.2)];
            let points = points.map(|(x, y)| (square.x + x * TICK, square.y + y * TICK));
            self.page.stroke(Outline::open(&points), Ink::INK, 0.6);
            self.page.end();
        }
        self.page.stroke(Outline::rectangle(square), Ink::INK, 0.35);
        self.page.end();
        self.page.begin(Part::new(Role::Cell));
        self.time(one, y);
        self.page.end();
    }

    fn time(&mut self, one: &Listed, y: f32) {
        let Some(since) = one.inside_since else {
            let line = self.area(&column(TIME.x, TIME.width - 4.0), y + ROW - 2.0, 0.0);
            let ends = ((line.x, line.y), (line.right(), line.y));
            self.page.dashed(ends.0, ends.1, Ink::MUTED, 0.15);
            return;
        };
        let local = clock::in_zone(self.head.zone, since);
        let time = dates::time(self.language, local.time());
        self.text(&time, &TIME, (y, ROW), (9.0, false), Ink::INK);
    }

    fn foot(&mut self, number: usize, all: usize) {
        const SAYS: Column = column(0.0, 146.0);
        const NUMBER: Column = column(146.0, 40.0);
        self.rule(FOOT - 1.5, Ink::INK, 0.2);
        let t = self.t();
        let says = format!("{} · {}", self.head.made, t.paper_how());
        if number > 1 {
            self.page.begin(Part::new(Role::Furniture));
        }
        self.text(&says, &SAYS, (FOOT, 5.0), (7.5, false), Ink::MUTED);
        if number == 1 {
            self.page.begin(Part::new(Role::Furniture));
        }
        let page = t.paper_page(number, all);
        self.set(
            &page,
            &NUMBER,
            (FOOT, 5.0),
            (9.0, true),
            Align::End,
            Ink::INK,
        );
        self.page.end();
    }

    fn text(
        &mut self,
        text: &str,
        column: &Column,
        place: (f32, f32),
        letters: (f32, bool),
        ink: Ink,
    ) {
        self.set(text, column, place, letters, Align::Start, ink);
    }

    /// As large as it goes, in the middle of its height; in a list a column has one side, whatever script stands in it.
    fn set(
        &mut self,
        text: &str,
        column: &Column,
        (top, height): (f32, f32),
        (size, bold): (f32, bool),
        align: Align,
        ink: Ink,
    ) {
        const GAP: f32 = 1.5;
        if text.is_empty() {
            return;
        }
        let style = Style {
            bold,
            size,
            least: size * 0.65,
            lines: 2,
            align: match (align == Align::End, self.is_rtl()) {
                (false, false) | (true, true) => Align::Left,
                _ => Align::Right,
            },
        };
        let area = self.area(column, top, height);
        let (x, width) = match self.is_rtl() {
            true => (area.x + GAP, area.width - GAP),
            false => (area.x, area.width - GAP),
        };
        let block = self.letters.fit(text, &style, width, height);
        let y = top + (height - block.height) / 2.0;
        self.page.text(block, x, y, ink);
    }

    fn rule(&mut self, y: f32, ink: Ink, width: f32) {
        self.page.line((MARGIN, y), (A4.0 - MARGIN, y), ink, width);
    }

    /// A column's part of the page, mirrored where is read from the right.
    fn area(&self, column: &Column, top: f32, height: f32) -> Area {
        let x = match self.is_rtl() {
            true => A4.0 - MARGIN - column.x - column.width,
            false => MARGIN + column.x,
        };
        Area::new(x, top, column.width, height)
    }

    fn is_rtl(&self) -> bool {
        self.language.direction() == "rtl"
    }
}

/// The name by which the list is sorted, and beneath it the name in the person's own letters. Where no Latin form was
/// given, the letters stand beneath by which the name is found.
fn names(one: &Listed) -> (String, String) {
    let own = one.native_name.as_deref().unwrap_or_default().trim();
    let beneath = match is_latin(&one.name) {
        true if own != one.name => own.to_owned(),
        true => String::new(),
        false if !own.is_empty() && is_latin(own) => own.to_owned(),
        false => capitals(&one.sort_key),
    };
    (one.name.clone(), beneath)
}

fn capitals(sort_key: &str) -> String {
    let capital = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().map(|letter| letter.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    };
    let words: Vec<String> = sort_key.split(' ').map(capital).collect();
    words.join(" ")
}
