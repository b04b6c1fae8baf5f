mod table;

use std::fmt;
use std::hash::{Hash, Hasher};

use serde::{Deserialize, Serialize};

use super::Language;
use table::{ROWS, Row};

/// A country or territory, by its ISO 3166-1 alpha-2 code; or `QN`, one of the codes ISO leaves to its
/// users, for the Turkish Republic of Northern Cyprus.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(into = "&'static str", try_from = "String")]
pub struct Country(&'static Row);

/// A region of the United Nations' M49 standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Region {
    Africa,
    Americas,
    Antarctica,
    Asia,
    Europe,
    Oceania,
}

/// What a country may be a member or an observer of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    /// Non-Aligned Movement, 121 members.
    Nam,
    NamObserver,
    /// Organization of Turkic States, 5 members.
    Ots,
    OtsObserver,
    /// Organisation of Islamic Cooperation, 57 members.
    Oic,
    /// D-8 Organization for Economic Cooperation, 9 members since Azerbaijan joined.
    D8,
    /// Group of 77, 134 members.
    G77,
    /// Least developed countries, 44.
    Ldc,
    /// Small island developing States, 39.
    Sids,
}

impl Country {
    /// Reads a code in any case.
    pub fn parse(code: &str) -> Option<Country> {
        let code = code.trim().to_ascii_uppercase();
        let place = ROWS
            .binary_search_by(|row| row.code.cmp(code.as_str()))
            .ok()?;
        Some(Country(&ROWS[place]))
    }

    /// All of them, by code, `QN` among them.
    pub fn all() -> impl Iterator<Item = Country> {
        ROWS.iter().map(Country)
    }

    pub fn code(self) -> &'static str {
        self.0.code
    }

    pub fn region(self) -> Region {
        self.0.region
    }

    /// People living there, 2024 or the newest figure; 0 where nobody lives for good.
    pub fn population(self) -> u64 {
        self.0.population
    }

    /// Of Hazir's languages the one most people there read; English where none is.
    pub fn language(self) -> Language {
        match self.code() {
            "AZ" => Language::Az,
            "TR" | "QN" => Language::Tr,
            "RU" | "BY" | "KZ" | "KG" | "UZ" | "TJ" | "TM" | "AM" | "MD" => Language::Ru,
            "DZ" | "BH" | "EG" | "IQ" | "JO" | "KW" | "LB" | "LY" | "MR" | "MA" | "OM" | "PS"
            | "QA" | "SA" | "SD" | "SY" | "TN" | "AE" | "YE" => Language::Ar,
            "FR" | "BE" | "BJ" | "BF" | "BI" | "CM" | "CF" | "TD" | "KM" | "CG" | "CD" | "CI"
            | "DJ" | "GA" | "GN" | "HT" | "LU" | "MG" | "ML" | "MC" | "NE" | "SN" | "TG" => {
                Language::Fr
            }
            _ => Language::En,
        }
    }

    pub fn groups(self) -> &'static [Group] {
        self.0.groups
    }

    pub fn is_in(self, group: Group) -> bool {
        self.0.groups.contains(&group)
    }
}

impl PartialEq for Country {
    fn eq(&self, other: &Country) -> bool {
        self.code() == other.code()
    }
}

impl Eq for Country {}

impl Hash for Country {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.code().hash(state);
    }
}

impl PartialOrd for Country {
    fn partial_cmp(&self, other: &Country) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Country {
    fn cmp(&self, other: &Country) -> std::cmp::Ordering {
        self.code().cmp(other.code())
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "Country({})", self.code())
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl AsRef<str> for Country {
    fn as_ref(&self) -> &str {
        self.code()
    }
}

impl From<Country> for &'static str {
    fn from(country: Country) -> &'static str {
        country.code()
    }
}

impl TryFrom<String> for Country {
    type Error = String;

    fn try_from(code: String) -> Result<Country, String> {
        Country::parse(&code).ok_or_else(|| format!("{code} is no country code"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn members(group: Group) -> usize {
        Country::all()
            .filter(|country| country.is_in(group))
            .count()
    }

    #[test]
    fn codes_are_read_in_any_case() {
        assert_eq!(Country::parse("az").map(Country::code), Some("AZ"));
        assert_eq!(Country::parse(" Tr ").map(Country::code), Some("TR"));
        assert_eq!(Country::parse("QN").map(Country::code), Some("QN"));
        assert_eq!(Country::parse("XX"), None);
        assert_eq!(Country::parse(""), None);
        assert_eq!(Country::parse("Azərbaycan"), None);
    }

    #[test]
    fn the_table_is_sorted_and_whole() {
        assert!(ROWS.is_sorted_by(|a, b| a.code < b.code));
        assert_eq!(ROWS.len(), 249 + 1);
    }

    #[test]
    fn groups_have_their_members() {
        use Group::*;
        let groups = [Nam, NamObserver, Ots, OtsObserver, Oic, D8, G77, Ldc, Sids];
        assert_eq!(groups.map(members), [121, 18, 5, 3, 57, 9, 134, 44, 39]);
    }

    #[test]
    fn a_country_knows_where_it_lies_and_what_it_belongs_to() {
        let azerbaijan = Country::parse("AZ").expect("a country");
        assert_eq!(azerbaijan.region(), Region::Asia);
        assert!(azerbaijan.population() > 10_000_000);
        assert!(
            [Group::Nam, Group::Ots, Group::D8]
                .iter()
                .all(|group| azerbaijan.is_in(*group))
        );
        let hungary = Country::parse("HU").expect("a country");
        assert_eq!(hungary.groups(), [Group::OtsObserver]);
    }

    #[test]
    fn json_holds_the_code() {
        let kenya = Country::parse("KE").expect("a country");
        assert_eq!(serde_json::to_string(&kenya).expect("JSON"), "\"KE\"");
        assert_eq!(
            serde_json::from_str::<Country>("\"ke\"").expect("a country"),
            kenya
        );
        assert!(serde_json::from_str::<Country>("\"Kenya\"").is_err());
    }
}
