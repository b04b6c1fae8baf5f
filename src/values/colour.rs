/// A colour of a forum's own, as `#0e5a5f`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colour(String);

impl Colour {
    /// Six hexadecimal digits, with or without `#`.
    pub fn parse(text: &str) -> Option<Colour> {
        let digits = text.trim().trim_start_matches('#');
        let good = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        good.then(|| Colour(format!("#{}", digits.to_ascii_lowercase())))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// White or ink, whichever stands out more on it (contrast after WCAG 2.2).
    pub fn text_on_it(&self) -> &'static str {
        let brightness = self.luminance();
        let on_white = 1.05 / (brightness + 0.05);
        let on_ink = (brightness + 0.05) / (INK_LUMINANCE + 0.05);
        if on_white >= on_ink {
            "#ffffff"
        } else {
            "#12263a"
        }
    }

    /// How much the text on it stands out; 4.5 is what WCAG 2.2 asks for.
    pub fn contrast_of_text(&self) -> f64 {
        let brightness = self.luminance() + 0.05;
        (1.05 / brightness).max(brightness / (INK_LUMINANCE + 0.05))
    }

    /// Relative luminance after WCAG 2.2, 0 to 1.
    fn luminance(&self) -> f64 {
        let channel = |at: usize| {
            let value = u8::from_str_radix(&self.0[at..at + 2], 16).unwrap_or(0);
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }
}

/// Of `#12263a`.
const INK_LUMINANCE: f64 = 0.0188;
