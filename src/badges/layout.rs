//! A badge's layout as data: what stands where, in millimetres. An organizer changes it without a developer.

use serde::{Deserialize, Serialize};

use crate::press::{Align, Area, Ink};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Layout {
    pub paper: Paper,
    pub front: Face,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub back: Option<Face>,
}

/// What a badge is printed on.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    /// 105 x 148 mm.
    A6,
    /// 74 x 105 mm.
    A7,
    /// A5 across, folded to A6: back and front beside each other.
    A5Folded,
    /// A card of 85.6 x 54 mm.
    Cr80,
    /// A label 62 mm wide, as long as wished.
    Label {
        height: f32,
    },
    Own {
        width: f32,
        height: f32,
    },
}

/// One side of a badge.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Face {
    /// Artwork beneath everything, by its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub background: Option<String>,
    /// Later ones lie on top.
    pub elements: Vec<Element>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Element {
    #[serde(flatten)]
    pub kind: Kind,
    pub area: Area,
    /// The size that is wished for, in points.
    #[serde(default = "usual_size")]
    pub size: f32,
    /// The size below which rather a long word is broken.
    #[serde(default = "usual_least")]
    pub least: f32,
    #[serde(default = "usual_lines")]
    pub lines: usize,
    #[serde(default)]
    pub bold: bool,
    #[serde(default)]
    pub align: Align,
    #[serde(default)]
    pub anchor: Anchor,
    #[serde(default)]
    pub paint: Paint,
    /// The categories on whose badges it stands, by short name; none: on all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<String>,
}

/// What an element shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Kind {
    /// The name in the person's own script, and the Latin form beneath where there is one.
    Name,
    /// The Latin form alone.
    LatinName,
    Organisation,
    Position,
    Country,
    /// The category's word.
    Category,
    /// An area in the category's colour.
    CategoryBar,
    Qr,
    /// The code, to be typed.
    Code,
    Title,
    Place,
    Dates,
    Pictograms,
    Artwork {
        artwork: String,
    },
    Text {
        text: String,
    },
    /// An area in the element's colour.
    Panel,
    /// The woven band.
    Band,
}

/// Where in its box a text stands that does not fill it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Anchor {
    Top,
    #[default]
    Middle,
    Bottom,
}

/// A colour by its part, or one's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Paint {
    #[default]
    Ink,
    Muted,
    White,
    /// The forum's colour.
    Brand,
    /// What is read well on the forum's colour.
    OnBrand,
    Category,
    OnCategory,
    Own(Ink),
}

fn usual_size() -> f32 {
    12.0
}

fn usual_least() -> f32 {
    7.0
}

fn usual_lines() -> usize {
    2
}

impl Paper {
    /// Width and height of one face.
    pub fn size(self) -> (f32, f32) {
        match self {
            Paper::A6 | Paper::A5Folded => (105.0, 148.0),
            Paper::A7 => (74.0, 105.0),
            Paper::Cr80 => (85.6, 54.0),
            Paper::Label { height } => (62.0, height),
            Paper::Own { width, height } => (width, height),
        }
    }

    /// The smallest QR symbol that a phone reads at arm's length from it.
    pub fn least_symbol(self) -> f32 {
        match self {
            Paper::Cr80 | Paper::Label { .. } => 22.0,
            _ => 30.0,
        }
    }

    /// Whether back and front are one sheet.
    pub fn is_folded(self) -> bool {
        self == Paper::A5Folded
    }
}

impl Element {
    pub fn new(kind: Kind, area: Area) -> Element {
        Element {
            kind,
            area,
            size: usual_size(),
            least: usual_least(),
            lines: usual_lines(),
            bold: false,
            align: Align::Centre,
            anchor: Anchor::Middle,
            paint: Paint::Ink,
            categories: Vec::new(),
        }
    }

    /// Sizes from, at least, and lines.
    pub fn sized(self, size: f32, least: f32, lines: usize) -> Element {
        Element {
            size,
            least,
            lines,
            ..self
        }
    }

    pub fn bold(self) -> Element {
        Element { bold: true, ..self }
    }

    pub fn align(self, align: Align) -> Element {
        Element { align, ..self }
    }

    pub fn anchor(self, anchor: Anchor) -> Element {
        Element { anchor, ..self }
    }

    pub fn paint(self, paint: Paint) -> Element {
        Element { paint, ..self }
    }

    /// Whether it stands on badges of a category.
    pub fn is_for(&self, category: &str) -> bool {
        self.categories.is_empty() || self.categories.iter().any(|own| own == category)
    }
}

impl TryFrom<String> for Paint {
    type Error = String;

    fn try_from(text: String) -> Result<Paint, String> {
        Ok(match text.as_str() {
            "ink" => Paint::Ink,
            "muted" => Paint::Muted,
            "white" => Paint::White,
            "brand" => Paint::Brand,
            "on_brand" => Paint::OnBrand,
            "category" => Paint::Category,
            "on_category" => Paint::OnCategory,
            own => Paint::Own(Ink::parse(own).ok_or_else(|| format!("{own:?} is no colour"))?),
        })
    }
}

impl From<Paint> for String {
    fn from(paint: Paint) -> String {
        match paint {
            Paint::Ink => "ink".to_owned(),
            Paint::Muted => "muted".to_owned(),
            Paint::White => "white".to_owned(),
            Paint::Brand => "brand".to_owned(),
            Paint::OnBrand => "on_brand".to_owned(),
            Paint::Category => "category".to_owned(),
            Paint::OnCategory => "on_category".to_owned(),
            Paint::Own(Ink(red, green, blue)) => format!("#{red:02x}{green:02x}{blue:02x}"),
        }
    }
}
