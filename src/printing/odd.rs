//! The names that a layout has to stand up to: the longest and shortest of a forum, and one of each kind of letters.

use super::badges::face;
use crate::badges::BadgeFace;
use crate::db::{Connection, Result};
use crate::models::forum::context::ForumContext;
use crate::models::people::registration::{PageLink, Registration};
use crate::models::people::standing::State;
use crate::models::printing::wearer::{self, Extreme};
use crate::values::{Code, Language};

/// Names in letters of their own that are looked through.
const LOOKED_THROUGH: i64 = 300;
/// Faces in all.
const MOST: usize = 9;

/// Names of nobody, for a forum that has nobody yet.
const INVENTED: [(&str, Option<&str>, &str, &str); 4] = [
    (
        "Aygün Məmmədova-Şıxəliyeva",
        None,
        "Ümid Gənclər Təşkilatı",
        "AZ",
    ),
    ("Li", Some("李"), "Bridge", "CN"),
    (
        "Abdulrahman bin Khalid al-Mansouri",
        Some("عبد الرحمن بن خالد المنصوري"),
        "International Federation of Associations for Water, Soil and Forests of the Southern Hemisphere",
        "OM",
    ),
    (
        "Nurlan Bektur uulu",
        Some("Нурлан Бектур уулу"),
        "Ala-Too",
        "KG",
    ),
];

/// Faces for a preview, with a code that no door knows.
pub(crate) fn faces(
    c: &mut Connection,
    whole: &ForumContext,
    language: Language,
) -> Result<Vec<BadgeFace>> {
    let forum_id = whole.forum.id;
    let mut people: Vec<Registration> = Vec::new();
    for which in [
        Extreme::LongestName,
        Extreme::ShortestName,
        Extreme::LongestOrganisation,
    ] {
        people.extend(wearer::extreme(c, forum_id, which)?);
    }
    let mut seen = Vec::new();
    for person in wearer::in_own_letters(c, forum_id, LOOKED_THROUGH)? {
        let letters = person.native_name.as_deref().and_then(letters);
        if letters.is_some_and(|letters| !seen.contains(&letters)) {
            seen.extend(letters);
            people.push(person);
        }
    }
    let mut known = Vec::new();
    people.retain(|person| !known.contains(&person.id) && (known.push(person.id), true).1);
    people.truncate(MOST);
    if people.is_empty() {
        return Ok(invented(whole, language));
    }
    let of = |person: &Registration| face(whole, language, person, code(), &[]);
    Ok(people.iter().map(of).collect())
}

fn invented(whole: &ForumContext, language: Language) -> Vec<BadgeFace> {
    let categories = whole.categories.iter().map(|category| category.id).cycle();
    let all = INVENTED.iter().zip(categories);
    all.map(
        |(&(name, native_name, organisation, country), category_id)| {
            let person = Registration {
                id: 0,
                public_id: String::new(),
                forum_id: whole.forum.id,
                category_id,
                name: name.to_owned(),
                native_name: native_name.map(str::to_owned),
                email: None,
                phone: None,
                country: country.to_owned(),
                organisation: Some(organisation.to_owned()),
                position: None,
                language,
                access_needs: None,
                food_needs: None,
                state: State::Confirmed,
                link: PageLink::of_nobody(),
                form_id: None,
                registered_at: whole.forum.created_at,
                updated_at: whole.forum.created_at,
                invite_again: None,
                opened_at: None,
                person_key: String::new(),
                twin: 0,
            };
            face(whole, language, &person, code(), &[])
        },
    )
    .collect()
}

fn code() -> Code {
    Code::from_bytes([0x5a; 16])
}

/// Which letters a name is written in, as far as a preview cares; `None` for Latin ones.
fn letters(name: &str) -> Option<u32> {
    let first = name.chars().find(|sign| sign.is_alphabetic())?;
    match u32::from(first) {
        ..0x370 | 0x1e00..0x1f00 => None,
        0x400..0x530 => Some(0x400),
        0x600..0x780 | 0xfb50..0xff00 => Some(0x600),
        0x2e80..0xfb00 => Some(0x4e00),
        other => Some(other >> 7),
    }
}
