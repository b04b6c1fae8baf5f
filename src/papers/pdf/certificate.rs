//! The certificate of attendance: A4 across, to be hung on a wall.

use super::marks::{self, SIGNED_HEIGHT};
use super::said::{TextIn, days, each, from_the_left};
use crate::i18n::{Texts, dates};
use crate::models::people::document::Side;
use crate::papers::pdf::Paper;
use crate::press::{Align, Area, Ink, Outline, Page, Part, Role, Style, Typesetter};

const WIDTH: f32 = 297.0;
const HEIGHT: f32 = 210.0;
const MARGIN: f32 = 24.0;

pub(super) fn page(paper: &Paper, letters: &mut Typesetter) -> Page {
    let mut page = Page::new(WIDTH, HEIGHT);
    frame(&mut page);
    let frozen = &paper.frozen;
    let signed_at = HEIGHT - MARGIN - SIGNED_HEIGHT + 4.0;
    let mut y = marks::head(&mut page, letters, paper, MARGIN) + 9.0;
    for (place, side) in frozen.sides.iter().enumerate() {
        let size = if place == 0 { 26.0 } else { 16.0 };
        let title = Texts::of(side.language).certificate_title();
        let language = side.language.code();
        page.begin(Part::said_in(Role::Heading(1), language));
        y = centred(&mut page, letters, title, (size, true, Ink::PETROL), y);
        page.end();
    }
    let style = Style {
        bold: true,
        size: 34.0,
        least: 14.0,
        lines: 2,
        align: Align::Centre,
    };
    let name = frozen.name.as_deref().unwrap_or_default();
    let block = letters.fit(name, &style, WIDTH - 2.0 * MARGIN, 24.0);
    let height = block.height;
    page.text(block, MARGIN, y + 5.0, Ink::INK);
    y += height + 10.0;
    let is_read = |side: &Side| side.language.is_written_in_latin();
    if let Some(latin) = frozen
        .latin_name
        .as_deref()
        .filter(|_| frozen.sides.iter().any(is_read))
    {
        y = centred(&mut page, letters, latin, (16.0, false, Ink::INK), y - 3.0) + 2.0;
    }
    for side in &frozen.sides {
        let t = Texts::of(side.language);
        let text = t.certificate_body(&side.forum);
        let language = side.language.code();
        page.begin(Part::said_in(Role::Paragraph, language));
        y = centred(&mut page, letters, &text, (13.0, false, Ink::INK), y) + 1.0;
        page.end();
    }
    let when = each(&frozen.sides, |side| {
        let places = side.places.join(" · ");
        format!("{} · {places}", days(side.language, &frozen.attended))
    });
    y += 2.0;
    below_each_other(&mut page, letters, &when, (11.0, true, Ink::INK), y);
    let number = each(&frozen.sides, |side| {
        let number = from_the_left(side, &paper.number);
        let number = Texts::of(side.language).letter_number(&number);
        format!("{number} · {}", dates::date(side.language, paper.issued_on))
    });
    let y = signed_at + 26.0;
    below_each_other(&mut page, letters, &number, (8.5, false, Ink::MUTED), y);
    marks::signed(&mut page, letters, paper, MARGIN, signed_at);
    page
}

/// The same in each language; where it ends.
fn below_each_other(
    page: &mut Page,
    letters: &mut Typesetter,
    all: &[TextIn],
    style: (f32, bool, Ink),
    mut y: f32,
) -> f32 {
    for said in all {
        page.begin(Part::said_in(Role::Paragraph, said.language.code()));
        y = centred(page, letters, &said.text, style, y) + 0.5;
        page.end();
    }
    y
}

/// Text across the page; where it ends.
fn centred(
    page: &mut Page,
    letters: &mut Typesetter,
    text: &str,
    (size, bold, ink): (f32, bool, Ink),
    y: f32,
) -> f32 {
    let style = Style::running(size, bold, Align::Centre);
    let block = letters.paragraph(text, &style, WIDTH - 2.0 * MARGIN);
    let end = y + block.height;
    page.text(block, MARGIN, y, ink);
    end
}

fn frame(page: &mut Page) {
    let around = |edge: f32| Area::new(edge, edge, WIDTH - 2.0 * edge, HEIGHT - 2.0 * edge);
    page.stroke(Outline::rectangle(around(9.0)), Ink::PETROL, 1.2);
    page.stroke(Outline::rectangle(around(11.5)), Ink::SAFFRON, 0.4);
}
