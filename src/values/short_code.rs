//! The short code of a person on a paper list: read from paper by a tired eye, typed by a tired hand.

use std::fmt;

use super::western_digit;

/// No two that look alike in print (no 0 O, 1 I L, 5 S), no vowels that make words. As many as a prime, so that the
/// check character finds what it has to.
const SYMBOLS: [char; BASE as usize] = [
    '2', '3', '4', '6', '7', '8', '9', 'C', 'D', 'F', 'H', 'J', 'K', 'M', 'N', 'P', 'Q', 'R', 'T',
    'V', 'W', 'X', 'Y',
];
const BASE: u64 = 23;
/// Characters before the check character. The shortest are enough for 279,841 registrations; then codes grow.
const LENGTHS: [u32; 3] = [4, 5, 6];
/// Neighbours in the table get codes that look nothing alike. No multiple of 23.
const STRIDE: u64 = 172_951;
const START: u64 = 61_803;
/// What a code's weighed characters come to, so that `22222` is none.
const CHECK: u64 = 7;

/// Five characters, the last of which checks the others: one that is mistyped, or two that changed places, make a
/// code that is nobody's. It is made from the registration's own number, so that nothing has to be given out or kept:
/// every list of a forum, printed today or tomorrow, names a person by the same code, also who came last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ShortCode {
    registration_id: u64,
}

impl ShortCode {
    pub fn of(registration_id: i64) -> ShortCode {
        ShortCode {
            registration_id: registration_id.unsigned_abs(),
        }
    }

    /// Reads a code as it was typed: any case, western digits or not, Z for 2, B for 8, G for 6, and the Cyrillic
    /// letters that look like ours. `None` if it can be no list's.
    pub fn parse(text: &str) -> Option<ShortCode> {
        let symbols: Vec<u64> = text.chars().map(symbol).collect::<Option<_>>()?;
        let length = u32::try_from(symbols.len()).ok()?.checked_sub(1)?;
        if !LENGTHS.contains(&length) || weighed(&symbols) != CHECK {
            return None;
        }
        let (_, payload) = symbols.split_last()?;
        let value = payload.iter().fold(0, |value, digit| value * BASE + digit);
        let size = BASE.pow(length);
        let place = (value + size - START % size) % size * inverse(length) % size;
        Some(ShortCode {
            registration_id: place + before(length),
        })
    }

    /// The row that it names, in whatever forum it is.
    pub fn registration_id(self) -> i64 {
        i64::try_from(self.registration_id).unwrap_or(i64::MAX)
    }
}

impl fmt::Display for ShortCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let length = LENGTHS
            .into_iter()
            .find(|length| self.registration_id < before(length + 1))
            .unwrap_or(LENGTHS[LENGTHS.len() - 1]);
        let size = BASE.pow(length);
        let place = (self.registration_id - before(length)) % size;
        let mut value = (place * STRIDE + START) % size;
        let mut symbols = vec![0; length as usize];
        for digit in symbols.iter_mut().rev() {
            *digit = value % BASE;
            value /= BASE;
        }
        symbols.push(0);
        let check = (BASE + CHECK - weighed(&symbols)) % BASE;
        if let Some(last) = symbols.last_mut() {
            *last = check;
        }
        symbols
            .iter()
            .try_for_each(|digit| write!(f, "{}", SYMBOLS[*digit as usize]))
    }
}

/// How many registrations have a shorter code.
fn before(length: u32) -> u64 {
    let shorter = LENGTHS.into_iter().filter(|other| *other < length);
    shorter.map(|length| BASE.pow(length)).sum()
}

/// Every place weighs differently, and the check character one: a single mistake changes the sum, and so do two
/// characters that changed places.
fn weighed(symbols: &[u64]) -> u64 {
    let weights = 1..=symbols.len() as u64;
    let weighed = symbols
        .iter()
        .rev()
        .zip(weights)
        .map(|(digit, weight)| digit * weight);
    weighed.sum::<u64>() % BASE
}

/// What undoes the stride among codes of a length.
fn inverse(length: u32) -> u64 {
    let size = BASE.pow(length);
    let (mut power, mut base, mut left) = (1, STRIDE % size, size / BASE * (BASE - 1) - 1);
    while left > 0 {
        if left % 2 == 1 {
            power = power * base % size;
        }
        base = base * base % size;
        left /= 2;
    }
    power
}

fn symbol(typed: char) -> Option<u64> {
    let meant = match western_digit(typed).to_uppercase().next()? {
        'Z' => '2',
        'B' | 'В' => '8',
        'G' => '6',
        'С' => 'C',
        'Н' => 'H',
        'К' => 'K',
        'М' => 'M',
        'Р' => 'P',
        'Т' => 'T',
        'Х' => 'X',
        'У' => 'Y',
        other => other,
    };
    SYMBOLS
        .iter()
        .position(|symbol| *symbol == meant)
        .map(|place| place as u64)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn spelt(id: i64) -> String {
        ShortCode::of(id).to_string()
    }

    #[test]
    fn a_code_is_the_same_for_ever() {
        // Lists lie about on paper: should this fail, it is the code that is wrong.
        let spelt: Vec<String> = [1, 2, 3, 5_000, 279_840, 279_841, 7_000_000]
            .map(spelt)
            .into();
        let known = [
            "V9RQK", "HJQCK", "3QNXP", "DWDMX", "MVWJN", "283V4F", "MFWRDPD",
        ];
        assert_eq!(spelt, known);
    }

    #[test]
    fn every_registration_has_a_code_of_its_own() {
        let mut seen = HashSet::new();
        for id in (1..300_000).chain(6_716_180..6_716_190) {
            let code = spelt(id);
            assert_eq!(
                ShortCode::parse(&code).map(ShortCode::registration_id),
                Some(id),
                "{code}"
            );
            assert!(seen.insert(code));
        }
    }

    #[test]
    fn one_mistake_is_nobody_s_code() {
        for id in [1, 77, 4_999, 279_841] {
            let right: Vec<char> = spelt(id).chars().collect();
            for place in 0..right.len() {
                for wrong in SYMBOLS.iter().filter(|symbol| **symbol != right[place]) {
                    let mut typed = right.clone();
                    typed[place] = *wrong;
                    assert_eq!(ShortCode::parse(&String::from_iter(&typed)), None);
                }
                for other in 0..place {
                    let mut typed = right.clone();
                    typed.swap(place, other);
                    let typed = String::from_iter(&typed);
                    assert!(typed == spelt(id) || ShortCode::parse(&typed).is_none());
                }
            }
        }
    }

    #[test]
    fn read_however_it_was_typed() {
        let id = (1..)
            .find(|id| {
                let code = spelt(*id);
                code.contains('2') && code.contains('K') && code.contains('8')
            })
            .unwrap();
        let code = spelt(id);
        for typed in [
            code.to_lowercase(),
            code.replace('2', "z"),
            code.replace('8', "b"),
            code.replace('K', "к"),
            code.replace('8', "٨"),
        ] {
            assert_eq!(ShortCode::parse(&typed), Some(ShortCode::of(id)), "{typed}");
        }
        for typed in ["", "2", "22222", "9:42", "Əliyev", "KKKKKKKKKKKKKKK"] {
            assert_eq!(ShortCode::parse(typed), None, "{typed}");
        }
    }
}
