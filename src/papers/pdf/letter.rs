//! The letter of confirmation: A4 upright, what it says in both languages, the person's data once between the
//! labels of both.

use super::marks::{self, SIGNED_HEIGHT, halves};
use super::said::{days, on_both};
use crate::i18n::{Texts, country_name, dates};
use crate::models::people::document::Side;
use crate::papers::pdf::{Pages, Paper};
use crate::press::flow::{Cell, Column, Flow, Sheet};
use crate::press::{Align, Ink, Part, Role, Style, Typesetter};

/// Narrow margins: both languages are to stand on one page.
const SHEET: Sheet = Sheet {
    margin: 16.0,
    ..Sheet::A4
};

pub(super) fn pages(paper: &Paper, letters: &mut Typesetter) -> Pages {
    // What stands outside the running text is set apart from it.
    let mut aside = letters.sister();
    let mut flow = Flow::new(letters, SHEET, paper.is_rtl());
    let margin = SHEET.margin;
    let head = marks::head(flow.page(), &mut aside, paper, margin);
    flow.gap(head - flow.y());
    flow.rule(Ink::PETROL, 0.5);
    flow.gap(4.0);
    let end = number(&mut flow, &mut aside, paper);
    flow.gap(end - flow.y() + 4.0);
    for side in &paper.frozen.sides {
        says(&mut flow, side);
    }
    flow.gap(1.0);
    table(&mut flow, paper);
    flow.gap(5.0);
    flow.keep(SIGNED_HEIGHT);
    let y = flow.y();
    marks::signed(flow.page(), &mut aside, paper, margin, y);
    let (pages, _) = flow.finish(|page, all| match all {
        1 => String::new(),
        _ => format!("{} · {page}/{all}", paper.number),
    });
    pages
}

/// Number and date in each language; where they end.
fn number(flow: &mut Flow, aside: &mut Typesetter, paper: &Paper) -> f32 {
    let (sheet, y) = (SHEET, flow.y());
    let halves = halves(sheet.width, sheet.margin, 80.0, paper.is_rtl());
    let mut end = y;
    for (side, half) in paper.frozen.sides.iter().zip(halves) {
        let language = side.language;
        let number = Texts::of(language).letter_number(&paper.number);
        let date = dates::date(language, paper.issued_on);
        let lines = [
            (number.as_str(), 10.0, true, Ink::INK),
            (date.as_str(), 10.0, false, Ink::INK),
        ];
        flow.page()
            .begin(Part::said_in(Role::Group, language.code()));
        end = end.max(marks::stack(flow.page(), aside, half, y, &lines));
        flow.page().end();
    }
    end
}

fn says(flow: &mut Flow, side: &Side) {
    let t = Texts::of(side.language);
    let heading = Style::running(13.0, true, Align::Start);
    let text = Style::running(10.0, false, Align::Start);
    flow.said_in(Some(side.language.code()));
    flow.heading(t.letter_title(), &heading, Ink::INK);
    flow.gap(1.0);
    flow.paragraph(&t.letter_body(&side.forum), &text, Ink::INK);
    flow.gap(1.0);
    flow.paragraph(t.letter_purpose(), &text, Ink::INK);
    flow.said_in(None);
    flow.gap(3.0);
}

fn table(flow: &mut Flow, paper: &Paper) {
    let column = |share, align| Column {
        head: String::new(),
        share,
        align,
    };
    let sides = &paper.frozen.sides;
    let mut columns = vec![column(1.0, Align::Start), column(1.7, Align::Start)];
    if sides.len() > 1 {
        columns = vec![
            column(1.0, Align::Start),
            column(1.5, Align::Centre),
            column(1.0, Align::End),
        ];
    }
    let rows = rows(paper).into_iter().map(|(label, value)| {
        let mut cells: Vec<Cell> = sides
            .iter()
            .map(|side| Cell::Head {
                text: label(Texts::of(side.language)).to_owned(),
                language: side.language.code(),
            })
            .collect();
        cells.insert(1.min(cells.len()), Cell::Strong(value));
        cells
    });
    flow.table(&columns, rows.collect::<Vec<_>>(), 9.0);
}

type Label = fn(Texts) -> &'static str;

/// What there is to tell of the person and of the forum.
fn rows(paper: &Paper) -> Vec<(Label, String)> {
    let (frozen, passport) = (&paper.frozen, paper.passport.clone().unwrap_or_default());
    let sides = &frozen.sides;
    let country =
        |code: &String| on_both(sides, |side| country_name(side.language, code).to_owned());
    let date = |day| on_both(sides, |side| dates::date(side.language, day));
    let forum_days: Vec<_> = frozen
        .first_day
        .iter_days()
        .take_while(|day| *day <= frozen.last_day)
        .collect();
    let all: [(Label, Option<String>); 10] = [
        (Texts::letter_row_name, Some(passport.name.clone())),
        (Texts::letter_row_passport, passport.number.clone()),
        (
            Texts::letter_row_nationality,
            passport.nationality.as_ref().map(country),
        ),
        (Texts::letter_row_born, passport.born_on.map(date)),
        (Texts::letter_row_employer, passport.employer.clone()),
        (Texts::letter_row_position, frozen.position.clone()),
        (
            Texts::letter_row_category,
            Some(on_both(sides, |side| side.category.clone())),
        ),
        (
            Texts::letter_row_dates,
            Some(on_both(sides, |side| days(side.language, &forum_days))),
        ),
        (
            Texts::letter_row_place,
            Some(on_both(sides, |side| side.places.join(" · "))),
        ),
        (Texts::letter_row_consulate, passport.consulate.clone()),
    ];
    all.into_iter()
        .filter_map(|(label, value)| Some((label, value.filter(|value| !value.is_empty())?)))
        .collect()
}
