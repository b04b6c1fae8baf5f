//! A QR symbol as what it is: dark modules on a square.

use std::sync::Arc;

/// A run of dark modules that lie side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    pub x: u16,
    pub y: u16,
    pub length: u16,
}

/// The dark modules of a symbol, without the white around it; cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Symbol {
    /// Modules along an edge.
    pub side: u16,
    runs: Arc<[Run]>,
}

impl Symbol {
    /// A symbol of dark modules, row by row.
    pub fn new(side: usize, is_dark: impl Fn(usize, usize) -> bool) -> Symbol {
        let mut runs = Vec::new();
        for y in 0..side {
            let mut x = 0;
            while x < side {
                let length = (x..side).take_while(|&x| is_dark(x, y)).count();
                if length > 0 {
                    runs.push(Run {
                        x: x as u16,
                        y: y as u16,
                        length: length as u16,
                    });
                }
                x += length + 1;
            }
        }
        Symbol {
            side: side as u16,
            runs: runs.into(),
        }
    }

    pub fn runs(&self) -> &[Run] {
        &self.runs
    }

    pub fn is_dark(&self, x: u16, y: u16) -> bool {
        self.runs
            .iter()
            .any(|run| run.y == y && (run.x..run.x + run.length).contains(&x))
    }
}
