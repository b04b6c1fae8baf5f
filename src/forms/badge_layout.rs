//! How a badge looks, box by box, as a plain form: fields are called after the row of their element, `f0.x`.

use serde_json::{Value, json};

use super::{Typed, given};
use crate::badges::{Element, Face, Fault, Kind, Layout, Paper};
use crate::i18n::Texts;

/// What an element of a form may be, as layouts write it.
const KINDS: [&str; 15] = [
    "name",
    "latin_name",
    "organisation",
    "position",
    "country",
    "category",
    "category_bar",
    "qr",
    "code",
    "title",
    "place",
    "dates",
    "pictograms",
    "artwork",
    "text",
];
/// In millimetres, then points and lines.
pub const NUMBERS: [&str; 7] = ["x", "y", "width", "height", "size", "least", "lines"];
pub const PAINTS: [&str; 7] = [
    "ink",
    "muted",
    "white",
    "brand",
    "on_brand",
    "category",
    "on_category",
];
pub const PAPERS: [&str; 6] = ["a6", "a7", "a5_folded", "cr80", "label", "own"];
/// Longest own text.
const LONGEST: usize = 300;
/// Rows a form may have.
const MOST_ROWS: usize = 150;

/// What to mend: the field, and a sentence.
#[derive(Debug, Clone, Default)]
pub struct LayoutErrors(Vec<(String, String)>);

impl LayoutErrors {
    pub fn add(&mut self, field: impl Into<String>, sentence: impl Into<String>) {
        self.0.push((field.into(), sentence.into()));
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(field, sentence)| (field.as_str(), sentence.as_str()))
    }

    pub fn get(&self, field: &str) -> Option<&str> {
        self.all()
            .find(|(other, _)| *other == field)
            .map(|(_, sentence)| sentence)
    }

    /// Whether something in a row is to be mended.
    pub fn is_in(&self, row: &str) -> bool {
        self.0
            .iter()
            .any(|(field, _)| field.split('.').next() == Some(row))
    }
}

/// The form as a layout fills it in, with what could stand on a badge and does not.
pub fn of(name: &str, layout: &Layout) -> Typed {
    let (width, height) = layout.paper.size();
    let form = Typed::default()
        .with("name", name)
        .with("paper", paper_word(layout.paper))
        .with("paper_width", short(width))
        .with("paper_height", short(height))
        .with_tick("has_back", layout.back.is_some());
    let form = face_of(form, "f", &layout.front, layout.paper);
    face_of(
        form,
        "b",
        layout.back.as_ref().unwrap_or(&Face::default()),
        layout.paper,
    )
}

fn face_of(form: Typed, side: &str, face: &Face, paper: Paper) -> Typed {
    let mut form = form.with(
        format!("{side}.background"),
        face.background.as_deref().unwrap_or_default(),
    );
    let standard = Layout::standard(paper);
    let has = |kind: &str| face.elements.iter().any(|one| word(one) == kind);
    let absent = KINDS
        .iter()
        .filter(|kind| ["text", "artwork"].contains(kind) || !has(kind));
    let spare = absent.map(|kind| {
        let like = standard
            .front
            .elements
            .iter()
            .find(|one| word(one) == *kind);
        (like.cloned().unwrap_or_else(|| blank(kind, paper)), false)
    });
    let own = face.elements.iter().map(|one| (one.clone(), true));
    for (place, (element, shown)) in own.chain(spare).enumerate() {
        form = element_of(form, &format!("{side}{place}"), &element, shown);
    }
    form
}

fn element_of(form: Typed, row: &str, element: &Element, shown: bool) -> Typed {
    let field = |name: &str| format!("{row}.{name}");
    let written = json!(element);
    let text = |name: &str| written[name].as_str().unwrap_or_default().to_owned();
    let area = element.area;
    let paint = text("paint");
    let own = paint.starts_with('#');
    let form = form
        .with("row", row)
        .with(field("kind"), word(element))
        .with_tick(&field("shown"), shown)
        .with(field("x"), short(area.x))
        .with(field("y"), short(area.y))
        .with(field("width"), short(area.width))
        .with(field("height"), short(area.height))
        .with(field("size"), short(element.size))
        .with(field("least"), short(element.least))
        .with(field("lines"), element.lines.to_string())
        .with_tick(&field("bold"), element.bold)
        .with(field("align"), text("align"))
        .with(field("anchor"), text("anchor"))
        .with(field("paint"), if own { "own" } else { &paint })
        .with(field("colour"), if own { &paint } else { "#12263a" })
        .with(field("text"), text("text"))
        .with(field("artwork"), text("artwork"));
    let categories = element.categories.iter();
    categories.fold(form, |form, slug| form.with(field("categories"), slug))
}

/// What was typed as a layout; `None` when a field cannot be read. Rules are asked for too.
pub fn parse(form: &Typed, t: Texts, errors: &mut LayoutErrors) -> Option<(String, Layout)> {
    let name = given(form.get("name"));
    match &name {
        None => errors.add("name", t.badges_layout_name_missing()),
        Some(name) if name.chars().count() > 80 => errors.add("name", t.form_too_long(80)),
        Some(_) => {}
    }
    let paper = paper(form);
    if paper.is_none() {
        errors.add("paper", t.badges_fault_paper());
    }
    let front = face(form, "f", t, errors);
    let back = match form.ticked("has_back") {
        true => Some(face(form, "b", t, errors)?),
        false => None,
    };
    let layout = Layout {
        paper: paper?,
        front: front?,
        back,
    };
    if errors.is_empty() {
        check(form, &layout, t, errors);
    }
    Some((name.unwrap_or_default(), layout))
}

/// The paper alone, for a form that is to begin again.
pub fn paper(form: &Typed) -> Option<Paper> {
    let edge = |field: &str| number(form.get(field));
    Some(match form.get("paper") {
        "a6" => Paper::A6,
        "a7" => Paper::A7,
        "a5_folded" => Paper::A5Folded,
        "cr80" => Paper::Cr80,
        "label" => Paper::Label {
            height: edge("paper_height")?,
        },
        "own" => Paper::Own {
            width: edge("paper_width")?,
            height: edge("paper_height")?,
        },
        _ => return None,
    })
}

/// The rows of a side, in their order.
pub fn rows<'a>(form: &'a Typed, side: &str) -> Vec<&'a str> {
    let of_side = |row: &&str| {
        row.strip_prefix(side).is_some_and(|place| {
            !place.is_empty() && place.bytes().all(|sign| sign.is_ascii_digit())
        })
    };
    form.all("row").take(MOST_ROWS).filter(of_side).collect()
}

fn shown<'a>(form: &'a Typed, side: &str) -> Vec<&'a str> {
    let all = rows(form, side).into_iter();
    all.filter(|row| form.ticked(&format!("{row}.shown")))
        .collect()
}

fn face(form: &Typed, side: &str, t: Texts, errors: &mut LayoutErrors) -> Option<Face> {
    let mut elements = Vec::new();
    let mut all = true;
    for row in shown(form, side) {
        match element(form, row, t, errors) {
            Some(element) => elements.push(element),
            None => all = false,
        }
    }
    all.then(|| Face {
        background: given(form.get(&format!("{side}.background"))),
        elements,
    })
}

fn element(form: &Typed, row: &str, t: Texts, errors: &mut LayoutErrors) -> Option<Element> {
    let field = |name: &str| form.get(&format!("{row}.{name}"));
    let mut numbers = [0.0_f32; NUMBERS.len()];
    for (place, name) in NUMBERS.iter().enumerate() {
        match number(field(name)) {
            Some(number) => numbers[place] = number,
            None => {
                let what = kind_word(field("kind"), t);
                errors.add(format!("{row}.{name}"), t.badges_fault_number(what));
                return None;
            }
        }
    }
    let [x, y, width, height, size, least, lines] = numbers;
    let paint = match field("paint") {
        "own" => field("colour"),
        paint => paint,
    };
    let categories: Vec<&str> = form.all(&format!("{row}.categories")).collect();
    let text: String = field("text").trim().chars().take(LONGEST).collect();
    let written = json!({
        "kind": field("kind"),
        "text": text,
        "artwork": field("artwork"),
        "area": { "x": x, "y": y, "width": width, "height": height },
        "size": size,
        "least": least,
        "lines": lines.clamp(1.0, 20.0) as usize,
        "bold": form.ticked(&format!("{row}.bold")),
        "align": field("align"),
        "anchor": field("anchor"),
        "paint": paint,
        "categories": categories,
    });
    let read = serde_json::from_value(written).ok();
    if read.is_none() {
        errors.add(format!("{row}.x"), t.desk_edit_choice_missing());
    }
    read
}

/// What is wrong with each side, said at the field where it is mended.
fn check(form: &Typed, layout: &Layout, t: Texts, errors: &mut LayoutErrors) {
    if let Err(faults) = layout.check()
        && faults.contains(&Fault::NoSymbol)
    {
        errors.add("paper", t.badges_fault_no_qr());
    }
    for (side, face) in [("f", Some(&layout.front)), ("b", layout.back.as_ref())] {
        let Some(face) = face else {
            continue;
        };
        let alone = Layout {
            paper: layout.paper,
            front: face.clone(),
            back: None,
        };
        for fault in alone.check().err().unwrap_or_default() {
            tell(form, side, face, &fault, t, errors);
        }
    }
}

fn tell(form: &Typed, side: &str, face: &Face, fault: &Fault, t: Texts, errors: &mut LayoutErrors) {
    let rows = shown(form, side);
    let of = |place: usize| {
        let row = rows.get(place.saturating_sub(1)).copied().unwrap_or(side);
        (row, kind_word(form.get(&format!("{row}.kind")), t))
    };
    match *fault {
        Fault::NoSymbol => {}
        Fault::Paper if side == "b" => {}
        Fault::Paper => errors.add("paper", t.badges_fault_paper()),
        Fault::TooMany => errors.add("paper", t.badges_fault_many()),
        Fault::SmallSymbol(least) => {
            let place = face.elements.iter().position(|one| {
                one.kind == Kind::Qr && one.area.width.min(one.area.height) < least
            });
            let (row, _) = of(place.unwrap_or(0) + 1);
            errors.add(
                format!("{row}.width"),
                t.badges_fault_small_qr(short(least)),
            );
        }
        Fault::CrowdedSymbol(place) => {
            let (row, what) = of(place);
            errors.add(format!("{row}.x"), t.badges_fault_crowded(what));
        }
        Fault::Outside(place) => {
            let (row, what) = of(place);
            errors.add(format!("{row}.x"), t.badges_fault_outside(what));
        }
        Fault::Letters(place) => {
            let (row, what) = of(place);
            errors.add(format!("{row}.size"), t.badges_fault_letters(what));
        }
    }
}

/// What an element is called.
pub fn kind_word(kind: &str, t: Texts) -> &'static str {
    match kind {
        "name" => t.desk_person_name(),
        "latin_name" => t.badges_kind_latin_name(),
        "organisation" => t.desk_person_organisation(),
        "position" => t.desk_person_position(),
        "country" => t.desk_people_country(),
        "category" => t.desk_people_category(),
        "category_bar" => t.badges_kind_category_bar(),
        "qr" => t.badges_kind_qr(),
        "code" => t.badges_kind_code(),
        "title" => t.badges_kind_title(),
        "place" => t.desk_people_site(),
        "dates" => t.badges_kind_dates(),
        "pictograms" => t.badges_kind_pictograms(),
        "artwork" => t.badges_kind_artwork(),
        "text" => t.badges_kind_text(),
        "band" => t.badges_kind_band(),
        _ => t.badges_kind_panel(),
    }
}

fn blank(kind: &str, paper: Paper) -> Element {
    let (width, height) = paper.size();
    let kind = match kind {
        "text" => Kind::Text {
            text: String::new(),
        },
        "artwork" => Kind::Artwork {
            artwork: String::new(),
        },
        "latin_name" => Kind::LatinName,
        "position" => Kind::Position,
        "pictograms" => Kind::Pictograms,
        "dates" => Kind::Dates,
        "place" => Kind::Place,
        "organisation" => Kind::Organisation,
        "country" => Kind::Country,
        "category_bar" => Kind::CategoryBar,
        "category" => Kind::Category,
        "title" => Kind::Title,
        "code" => Kind::Code,
        "qr" => Kind::Qr,
        _ => Kind::Name,
    };
    let edge = (width * 0.1).round();
    let area = crate::badges::area(edge, (height * 0.4).round(), width - 2.0 * edge, 10.0);
    Element::new(kind, area)
}

fn word(element: &Element) -> String {
    match json!(element.kind).get("kind") {
        Some(Value::String(word)) => word.clone(),
        _ => String::new(),
    }
}

fn paper_word(paper: Paper) -> &'static str {
    match paper {
        Paper::A6 => "a6",
        Paper::A7 => "a7",
        Paper::A5Folded => "a5_folded",
        Paper::Cr80 => "cr80",
        Paper::Label { .. } => "label",
        Paper::Own { .. } => "own",
    }
}

/// A number as typed, with a point or a comma.
fn number(typed: &str) -> Option<f32> {
    let number: f32 = typed.trim().replace(',', ".").parse().ok()?;
    (number.is_finite() && number.abs() < 10_000.0).then_some(number)
}

/// To a hundredth, without noughts that say nothing.
fn short(number: f32) -> String {
    let text = format!("{number:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
