//! How a badge looks, box by box, as a plain form: fields are called after the row of their element, `f0.x`.

mod read;

use serde_json::{Value, json};

use super::Typed;
use crate::badges::{Element, Face, Kind, Layout, Paper};
use crate::i18n::Texts;

pub(crate) use read::errors::LayoutErrors;
pub(crate) use read::{paper, parse, rows};

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
pub(crate) const NUMBERS: [&str; 7] = ["x", "y", "width", "height", "size", "least", "lines"];
pub(crate) const PAINTS: [&str; 7] = [
    "ink",
    "muted",
    "white",
    "brand",
    "on_brand",
    "category",
    "on_category",
];
pub(crate) const PAPERS: [&str; 6] = ["a6", "a7", "a5_folded", "cr80", "label", "own"];
/// The form as a layout fills it in, with what could stand on a badge and does not.
pub(crate) fn of(name: &str, layout: &Layout) -> Typed {
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

/// What an element is called.
pub(crate) fn kind_word(kind: &str, t: Texts) -> &'static str {
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

/// To a hundredth, without noughts that say nothing.
fn short(number: f32) -> String {
    let text = format!("{number:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
