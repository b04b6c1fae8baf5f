/// The short name of a forum, site, category or checkpoint: in addresses, files and the door API.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slug(String);

/// Names that are addresses of ours: no forum may have one.
const RESERVED: [&str; 6] = ["desk", "door", "me", "api", "assets", "new"];

impl Slug {
    /// Lower-case letters, digits and single hyphens between them, at most 40 characters.
    pub fn parse(text: &str) -> Option<Slug> {
        let text = text.trim();
        let good = !text.is_empty()
            && text.len() <= 40
            && text
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
            && !text.starts_with('-')
            && !text.ends_with('-')
            && !text.contains("--");
        good.then(|| Slug(text.to_string()))
    }

    /// Whether a forum may not be called so.
    pub fn is_reserved(&self) -> bool {
        RESERVED.contains(&self.0.as_str())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}
