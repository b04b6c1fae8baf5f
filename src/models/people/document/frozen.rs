//! What stands on a paper, kept as it was when the paper was issued.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::i18n::listed;
use crate::models::forum::context::ForumContext;
use crate::models::forum::forum_image::Place;
use crate::models::forum_text::Owner;
use crate::models::people::registration::Registration;
use crate::values::Language;

/// What the person told for the letter alone. All but the name may be missing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Passport {
    /// As it stands in the passport.
    pub name: String,
    pub number: Option<String>,
    /// ISO alpha-2.
    pub nationality: Option<String>,
    pub born_on: Option<NaiveDate>,
    /// Where the letter is to be shown.
    pub consulate: Option<String>,
    pub employer: Option<String>,
}

/// Everything else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frozen {
    /// All that the public page says of the person: `A. H.`
    pub initials: String,
    /// On a certificate the name of the badge; on a letter the passport's stands alone.
    pub name: Option<String>,
    /// Beneath it, where it is in another script and the person told one.
    #[serde(default)]
    pub latin_name: Option<String>,
    pub position: Option<String>,
    pub first_day: NaiveDate,
    pub last_day: NaiveDate,
    /// On a certificate: the days on which the person was there.
    #[serde(default)]
    pub attended: Vec<NaiveDate>,
    /// Ids of the pictures: logo, signature, stamp.
    pub logo: Option<i64>,
    pub signature: Option<i64>,
    pub stamp: Option<i64>,
    /// The person's language, then the host's where that is another.
    pub sides: Vec<Side>,
}

/// The same paper in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Side {
    pub language: Language,
    pub forum: String,
    pub places: Vec<String>,
    pub category: String,
    pub host: String,
    pub address: String,
    pub signatory: String,
    pub function: String,
}

impl Frozen {
    /// The forum, the host and the person as they are now. `sites` are those the person comes to, empty for all.
    pub fn of(
        whole: &ForumContext,
        person: &Registration,
        language: Language,
        sites: &[i64],
        images: &[(Place, i64)],
        name: &str,
    ) -> Frozen {
        let image = |wanted| {
            let found = images.iter().find(|(place, _)| *place == wanted);
            found.map(|(_, id)| *id)
        };
        let host = whole.forum.languages().first().copied();
        let both = [Some(language), host.filter(|host| *host != language)];
        let own = || {
            let sites_of = whole.sites.iter();
            sites_of.filter(|site| sites.is_empty() || sites.contains(&site.id))
        };
        Frozen {
            initials: initials(name),
            name: None,
            latin_name: None,
            position: person.position.clone(),
            first_day: own()
                .map(|site| site.starts_on)
                .min()
                .unwrap_or(whole.forum.starts_on),
            last_day: own()
                .map(|site| site.ends_on)
                .max()
                .unwrap_or(whole.forum.ends_on),
            attended: Vec::new(),
            logo: image(Place::Logo),
            signature: image(Place::Signature),
            stamp: image(Place::Stamp),
            sides: both
                .into_iter()
                .flatten()
                .map(|language| side(whole, person, language, sites))
                .collect(),
        }
    }
}

fn side(whole: &ForumContext, person: &Registration, language: Language, sites: &[i64]) -> Side {
    let text = |field| whole.text(Owner::Forum, field, language).to_owned();
    let places = whole
        .sites
        .iter()
        .filter(|site| sites.is_empty() || sites.contains(&site.id))
        .map(|site| {
            let name = whole.site_name(site, language);
            let more = ["address", "city"]
                .map(|field| whole.text(Owner::Site(site.id), field, language))
                .into_iter()
                .filter(|text| !text.is_empty());
            let parts: Vec<&str> = std::iter::once(name).chain(more).collect();
            listed(language, &parts)
        });
    Side {
        language,
        forum: whole.title(language).to_owned(),
        places: places.collect(),
        category: whole.category_name(person.category_id, language).to_owned(),
        host: text("letter_host"),
        address: text("letter_address"),
        signatory: text("letter_signatory"),
        function: text("letter_function"),
    }
}

/// The first letters of the first and of the last word: what tells a holder from another and names nobody.
fn initials(name: &str) -> String {
    let mut words = name.split_whitespace();
    let letter = |word: &str| {
        let first = word.chars().find(|sign| sign.is_alphabetic())?;
        Some(format!("{}.", first.to_uppercase()))
    };
    let first = words.next().and_then(letter);
    let last = words.next_back().and_then(letter);
    let both: Vec<String> = first.into_iter().chain(last).collect();
    both.join(" ")
}

#[cfg(test)]
mod tests {
    use crate::models::people::document::frozen::initials;

    #[test]
    fn initials_name_nobody() {
        assert_eq!(initials("Aysel Həsənova"), "A. H.");
        assert_eq!(initials("jean-pierre de la Tour"), "J. T.");
        assert_eq!(initials("Suharto"), "S.");
        assert_eq!(initials("محمد علي"), "م. ع.");
        assert_eq!(initials("“Əli” 7"), "Ə.");
    }
}
