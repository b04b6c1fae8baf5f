use crate::text_column;

text_column! {
    /// A language Hazir speaks.
    pub enum Language {
        En = "en",
        Az = "az",
        Ru = "ru",
        Tr = "tr",
        Ar = "ar",
        Fr = "fr",
    }
}

impl Language {
    /// BCP 47 code, as it stands in addresses and tables.
    pub fn code(self) -> &'static str {
        self.as_str()
    }

    /// Whether its readers read Latin letters before all others.
    pub fn is_written_in_latin(self) -> bool {
        !matches!(self, Language::Ru | Language::Ar)
    }

    /// What the language calls itself.
    pub fn autonym(self) -> &'static str {
        match self {
            Language::En => "English",
            Language::Az => "Azərbaycanca",
            Language::Ru => "Русский",
            Language::Tr => "Türkçe",
            Language::Ar => "العربية",
            Language::Fr => "Français",
        }
    }

    /// The `dir` attribute of a page in this language.
    pub fn direction(self) -> &'static str {
        match self {
            Language::Ar => "rtl",
            _ => "ltr",
        }
    }

    /// The best of ours for an `Accept-Language` header; English when none fits.
    pub fn accepted(header: &str) -> Language {
        let mut wishes: Vec<(f32, Language)> = header.split(',').filter_map(wish).collect();
        wishes.sort_by(|a, b| b.0.total_cmp(&a.0));
        wishes
            .first()
            .map_or(Language::En, |(_, language)| *language)
    }
}

/// One element of the header, such as `az-AZ;q=0.9`.
fn wish(element: &str) -> Option<(f32, Language)> {
    let (tag, parameters) = element.split_once(';').unwrap_or((element, ""));
    let primary = tag.trim().split('-').next()?.to_ascii_lowercase();
    let weight = match parameters.trim().strip_prefix("q=") {
        Some(q) => q.trim().parse().unwrap_or(0.0),
        None => 1.0,
    };
    let language = Language::parse(&primary)?;
    (weight > 0.0).then_some((weight, language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_s_first_wish_that_we_speak_is_taken() {
        assert_eq!(Language::accepted("az-AZ,az;q=0.9,en;q=0.8"), Language::Az);
        assert_eq!(
            Language::accepted("kk-KZ, ru;q=0.7, en;q=0.5"),
            Language::Ru
        );
        assert_eq!(Language::accepted("en;q=0.4,AR-eg;q=0.9"), Language::Ar);
        assert_eq!(Language::accepted("fr;q=0, tr;q=0.1"), Language::Tr);
    }

    #[test]
    fn english_is_what_remains() {
        for header in ["", "*", "de-DE,de", ";q=1", "fr;q=nonsense"] {
            assert_eq!(Language::accepted(header), Language::En);
        }
    }
}
