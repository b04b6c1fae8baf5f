/// A language Hazir speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    En,
    Az,
    Ru,
    Tr,
    Ar,
    Fr,
}

impl Language {
    pub const ALL: [Language; 6] = [
        Language::En,
        Language::Az,
        Language::Ru,
        Language::Tr,
        Language::Ar,
        Language::Fr,
    ];

    /// BCP 47 code, as it stands in addresses and tables.
    pub fn code(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Az => "az",
            Language::Ru => "ru",
            Language::Tr => "tr",
            Language::Ar => "ar",
            Language::Fr => "fr",
        }
    }

    pub fn parse(code: &str) -> Option<Language> {
        Language::ALL
            .into_iter()
            .find(|language| language.code() == code)
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
