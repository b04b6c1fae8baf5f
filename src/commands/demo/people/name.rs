//! Names put together as people of a country are named.

use fastrand::Rng;

use super::table::{self, Culture, Piece, Whose};

/// A person's name as on the badge, and in the own script where all of its pieces have a form there.
pub(super) struct Name {
    pub latin: String,
    pub native: Option<String>,
    /// Given and family name, or what stands for one, as an address is made of them.
    pub short: [&'static str; 2],
}

impl Name {
    pub(super) fn of(culture: &Culture, woman: bool, rng: &mut Rng) -> Option<Name> {
        let whose = if woman { Whose::Women } else { Whose::Men };
        let orders = culture.orders.iter();
        let orders: Vec<_> = orders
            .filter(|order| order.0 == Whose::Anyone || order.0 == whose)
            .collect();
        let (_, order) = rng.choice(orders)?;
        let given = *rng.choice(if woman { &culture.women } else { &culture.men })?;
        let mut fathers: Vec<Piece> = culture
            .men
            .iter()
            .copied()
            .filter(|father| *father != given)
            .collect();
        rng.shuffle(&mut fathers);
        let families = rng.choose_multiple(&culture.families, 2);
        let family = |at: usize| families.get(at).map(|forms| forms[usize::from(woman)]);
        let mut pieces: Vec<Piece> = Vec::with_capacity(4);
        for part in order.split(' ') {
            pieces.push(match part {
                "{g}" => given,
                "{s}" => family(0)?,
                "{t}" => family(1)?,
                "{p}" => *fathers.first()?,
                "{q}" => *fathers.get(1)?,
                literal => table::piece(literal),
            });
        }
        let last = if order.contains("{s}") {
            family(0)?
        } else {
            *pieces.last()?
        };
        Some(Name {
            latin: together(pieces.iter().map(|piece| Some(piece.latin)), " ")?,
            native: together(
                pieces.iter().map(|piece| piece.native),
                if culture.joined { "" } else { " " },
            ),
            short: [given.latin, last.latin],
        })
    }
}

fn together<'a>(pieces: impl Iterator<Item = Option<&'a str>>, between: &str) -> Option<String> {
    let pieces: Option<Vec<&str>> = pieces.collect();
    Some(spaced(&pieces?.join(between)))
}

pub(super) fn spaced(text: &str) -> String {
    text.replace('_', " ")
}
