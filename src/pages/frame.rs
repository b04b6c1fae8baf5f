use super::assets;
use crate::i18n::{self, Texts};
use crate::values::Language;

/// What every page has around it.
pub(crate) struct Frame {
    pub t: Texts,
    pub lang: Language,
    pub title: String,
    /// The stylesheet with a forum's own colour.
    pub brand_css: Option<String>,
    /// Address behind the language, query included: `/gsnp-2025/register`.
    here: String,
}

impl Frame {
    pub(crate) fn new(lang: Language, here: &str, title: impl Into<String>) -> Frame {
        Frame {
            t: Texts::html(lang),
            lang,
            title: title.into(),
            brand_css: None,
            here: here.to_string(),
        }
    }

    /// With the colour a forum chose for itself, as `#0e5a5f`.
    pub(crate) fn branded(mut self, colour: Option<&str>) -> Frame {
        self.brand_css = colour.map(assets::brand_address);
        self
    }

    /// This page in every language: own name, address, code, whether it is the present one.
    pub(crate) fn languages(&self) -> Vec<(&'static str, String, &'static str, bool)> {
        Language::ALL
            .into_iter()
            .map(|language| {
                let address = format!("/{}{}", language.code(), self.here);
                (
                    language.autonym(),
                    address,
                    language.code(),
                    language == self.lang,
                )
            })
            .collect()
    }

    /// An address in this page's language: `page.at("/desk")` is `/az/desk`.
    pub(crate) fn at(&self, path: &str) -> String {
        format!("/{}{path}", self.lang.code())
    }

    /// This page's own address: where its form is posted to.
    pub(crate) fn here(&self) -> String {
        self.at(&self.here)
    }

    /// This page's own address without its query.
    pub(crate) fn path(&self) -> String {
        let path = self.here.split('?').next().unwrap_or_default();
        self.at(path)
    }

    /// What stands after a label.
    pub(crate) fn colon(&self) -> &'static str {
        i18n::colon(self.lang)
    }

    pub(crate) fn css(&self) -> String {
        assets::address("hazir.css")
    }

    pub(crate) fn asset(&self, name: &str) -> String {
        assets::address(name)
    }
}
