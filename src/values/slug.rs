/// The short name of a forum, site, category or checkpoint: in addresses, files and the door API.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Slug(String);

/// Names that are addresses of ours, public or at the desk: no forum may have one.
const RESERVED: [&str; 13] = [
    "accounts",
    "api",
    "assets",
    "check",
    "desk",
    "door",
    "forums",
    "me",
    "new",
    "password",
    "sign-in",
    "sign-out",
    "unsubscribe",
];
const LONGEST: usize = 40;

impl Slug {
    /// Lower-case letters, digits and single hyphens between them, at most 40 characters.
    pub(crate) fn parse(text: &str) -> Option<Slug> {
        let text = text.trim();
        let good = !text.is_empty()
            && text.len() <= LONGEST
            && text
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
            && !text.starts_with('-')
            && !text.ends_with('-')
            && !text.contains("--");
        good.then(|| Slug(text.to_string()))
    }

    /// A short name made from words of any script: "Mətbuat girişi" is `metbuat-girisi`.
    pub(crate) fn from_words(words: &str) -> Option<Slug> {
        let latin = any_ascii::any_ascii(words).to_ascii_lowercase();
        let mut slug = String::new();
        for word in latin.split(|c: char| !c.is_ascii_alphanumeric()) {
            let room = LONGEST.saturating_sub(slug.len() + 1);
            if word.is_empty() || room == 0 {
                continue;
            }
            if !slug.is_empty() {
                slug.push('-');
            }
            slug.extend(word.chars().take(room));
        }
        Slug::parse(&slug)
    }

    /// Whether a forum may not be called so.
    pub(crate) fn is_reserved(&self) -> bool {
        RESERVED.contains(&self.0.as_str())
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_name_is_made_from_words_of_any_script() {
        let made = |words| Slug::from_words(words).map(|slug| slug.0);
        assert_eq!(
            made("Head of delegation").as_deref(),
            Some("head-of-delegation")
        );
        assert_eq!(made("Mətbuat girişi!").as_deref(), Some("metbuat-girisi"));
        assert_eq!(made("Зал 1").as_deref(), Some("zal-1"));
        assert_eq!(made("…"), None);
        assert!(made(&"very long words ".repeat(9)).is_some_and(|slug| slug.len() <= LONGEST));
    }
}
