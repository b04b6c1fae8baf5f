//! Latin spellings of Turkic, Slavic, Arabic, South Asian, African and European names, brought to one.

/// What the letters of the whole name tell about how single ones are spoken.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Habits {
    /// `c` is j: Azerbaijani, Turkish.
    turkic: bool,
    /// `gy` is d, `j` is y, `s` is sh: Hungarian.
    hungarian: bool,
}

impl Habits {
    pub fn of(name: &str) -> Habits {
        let turkic = name
            .chars()
            .any(|c| matches!(c, 'ə' | 'Ə' | 'ğ' | 'Ğ' | 'ı' | 'İ' | 'ş' | 'Ş'));
        let hungarian = !turkic && looks_hungarian(name);
        Habits { turkic, hungarian }
    }
}

fn looks_hungarian(name: &str) -> bool {
    if name.contains(['ő', 'ű', 'Ő', 'Ű']) {
        return true;
    }
    let name = name.to_lowercase();
    let ends_in_gy = name.split_whitespace().any(|word| {
        ["agy", "egy", "ogy", "ugy", "ágy", "rgy"]
            .iter()
            .any(|end| word.ends_with(end))
    });
    let accents = name.contains(['á', 'é', 'í', 'ó', 'ö', 'ú', 'ü']);
    ends_in_gy
        || (accents
            && ["sz", "zs", "gy", "cs"]
                .iter()
                .any(|pair| name.contains(pair)))
}

pub(super) fn is_latin(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | 'ə')
}

pub(super) fn fold(word: &str, habits: Habits) -> String {
    spell(&letters(word, habits), habits)
}

/// The word with `c` as j, for names typed without the letters that would have told.
pub(super) fn fold_otherwise(word: &str, habits: Habits) -> Option<String> {
    if habits.turkic || !word.contains('c') {
        return None;
    }
    let otherwise = fold(
        word,
        Habits {
            turkic: true,
            hungarian: false,
        },
    );
    (otherwise != fold(word, habits)).then_some(otherwise)
}

/// Every letter as plain Latin ones.
fn letters(word: &str, habits: Habits) -> String {
    let mut plain = String::with_capacity(word.len() + 4);
    let mut rest = word.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            'c' if habits.turkic && rest.peek() != Some(&'h') => plain.push('j'),
            'c' if habits.hungarian && !matches!(rest.peek(), Some('s' | 'h')) => {
                plain.push_str("ts")
            }
            'j' if habits.hungarian => plain.push('y'),
            'g' if habits.hungarian && rest.peek() == Some(&'y') => {
                rest.next();
                plain.push('d');
            }
            'a'..='z' | '0'..='9' => plain.push(c),
            'ə' | 'ä' => plain.push('a'),
            'ı' => plain.push('i'),
            'ç' | 'č' | 'ć' => plain.push_str("ch"),
            'ş' | 'š' | 'ș' | 'ś' => plain.push_str("sh"),
            'ž' => plain.push('j'),
            'ţ' | 'ț' => plain.push_str("ts"),
            'æ' | 'œ' => plain.push('e'),
            _ => plain.extend(
                any_ascii::any_ascii(&c.to_string())
                    .chars()
                    .filter_map(letter),
            ),
        }
    }
    plain
}

fn letter(c: char) -> Option<char> {
    c.is_ascii_alphanumeric().then(|| c.to_ascii_lowercase())
}

/// Groups of letters that stand for one sound, longest first.
const GROUPS: [(&[u8], &[u8]); 24] = [
    (b"tsch", b"ch"),
    (b"dsch", b"j"),
    (b"shch", b"sh"),
    (b"chzh", b"j"),
    (b"dzh", b"j"),
    (b"tch", b"ch"),
    (b"sch", b"sh"),
    (b"aou", b"avu"),
    (b"chr", b"kr"),
    (b"chl", b"kl"),
    (b"kh", b"h"),
    (b"gh", b"g"),
    (b"ph", b"f"),
    (b"zh", b"j"),
    (b"dj", b"j"),
    (b"dz", b"z"),
    (b"ch", b"ch"),
    (b"ck", b"k"),
    (b"sz", b"s"),
    (b"zs", b"j"),
    (b"cs", b"ch"),
    (b"cz", b"ch"),
    (b"oo", b"u"),
    (b"ee", b"i"),
];

/// Plain letters with every sound spelt one way and nothing doubled.
pub(super) fn spell(plain: &str, habits: Habits) -> String {
    let word = plain.as_bytes();
    let mut out: Vec<u8> = Vec::with_capacity(word.len() + 2);
    let mut at = 0;
    while at < word.len() {
        let rest = &word[at..];
        if let Some((from, to)) = group(rest) {
            push_all(&mut out, to);
            at += from;
            continue;
        }
        at += match rest[0] {
            b'q' => after_q(rest, &mut out),
            b'g' => after_g(rest, habits, &mut out),
            b'o' if rest.get(1) == Some(&b'u') => after_ou(rest, &mut out),
            b'b' if out.is_empty() && rest.get(1) == Some(&b'h') => one_of_two(b'b', &mut out),
            b'j' if rest.get(1) == Some(&b'h') => one_of_two(b'j', &mut out),
            b'x' => after_x(word, at, &mut out),
            b'c' => single(if softens(rest.get(1)) { b's' } else { b'k' }, &mut out),
            b'w' => after_w(rest, &mut out),
            b'y' => after_y(rest, &mut out),
            other => single(other, &mut out),
        };
    }
    String::from_utf8(out).unwrap_or_default()
}

fn group(rest: &[u8]) -> Option<(usize, &'static [u8])> {
    let second = *rest.get(1)?;
    if !matches!(
        second,
        b'c' | b's' | b'h' | b'z' | b'j' | b'k' | b'o' | b'e'
    ) {
        return None;
    }
    GROUPS
        .iter()
        .find(|(from, _)| rest.starts_with(from))
        .map(|(from, to)| (from.len(), *to))
}

fn push_all(out: &mut Vec<u8>, letters: &[u8]) {
    for letter in letters {
        single(*letter, out);
    }
}

fn single(letter: u8, out: &mut Vec<u8>) -> usize {
    if out.last() != Some(&letter) {
        out.push(letter);
    }
    1
}

fn one_of_two(letter: u8, out: &mut Vec<u8>) -> usize {
    single(letter, out) + 1
}

/// `qu` before e and i is k (Enrique); Chinese `qi` before n, a and u is ch; any other q is k.
fn after_q(rest: &[u8], out: &mut Vec<u8>) -> usize {
    match rest {
        [b'q', b'u', b'e' | b'i', ..] => one_of_two(b'k', out),
        [b'q', b'i', b'n' | b'u', ..] if out.is_empty() => {
            push_all(out, b"ch");
            1
        }
        _ => single(b'k', out),
    }
}

/// Spanish and French `gue`, `gui` are g; Turkish ones are not.
fn after_g(rest: &[u8], habits: Habits, out: &mut Vec<u8>) -> usize {
    match rest {
        [b'g', b'u', b'e' | b'i', ..] if !habits.turkic => one_of_two(b'g', out),
        _ => single(b'g', out),
    }
}

/// `Ouattara` begins with v, `Youssef` has u.
fn after_ou(rest: &[u8], out: &mut Vec<u8>) -> usize {
    let consonant = out.is_empty() && rest.get(2).is_some_and(|next| is_vowel(*next));
    one_of_two(if consonant { b'v' } else { b'u' }, out)
}

/// Uzbek and Azerbaijani x is kh; in Alexander and Max it is ks; Chinese initial x is sh.
fn after_x(word: &[u8], at: usize, out: &mut Vec<u8>) -> usize {
    const KS: [&[u8]; 8] = [
        b"alex", b"max", b"felix", b"rox", b"nixon", b"dixon", b"phoenix", b"teix",
    ];
    let chinese = at == 0
        && matches!(
            word,
            [b'x', b'i', b'a' | b'n' | b'o' | b'u' | b'e', ..]
                | [b'x', b'u' | b'i']
                | [b'x', b'u', b'e' | b'a', ..]
        );
    if chinese {
        push_all(out, b"sh");
    } else if KS.iter().any(|part| word[..=at].ends_with(part))
        || (at + 1 == word.len() && at >= 2 && matches!(word[at - 1], b'e' | b'i'))
    {
        push_all(out, b"ks");
    } else {
        single(b'h', out);
    }
    1
}

/// A consonant before a vowel, the end of a diphthong elsewhere (Kyaw, Newton).
fn after_w(rest: &[u8], out: &mut Vec<u8>) -> usize {
    let before_vowel = rest
        .get(1)
        .is_some_and(|next| is_vowel(*next) || *next == b'y');
    let after_vowel = out.last().is_some_and(|last| is_vowel(*last));
    single(
        if after_vowel && !before_vowel {
            b'u'
        } else {
            b'v'
        },
        out,
    )
}

/// Aliyev and Aliev, Yesim and Esim, Lyuba and Luba, Myrat and Mirat are written alike.
fn after_y(rest: &[u8], out: &mut Vec<u8>) -> usize {
    let next = rest.get(1).copied().filter(|next| is_vowel(*next));
    let last = out.last().copied();
    let between = last.is_some_and(is_vowel);
    match next {
        Some(_) if last == Some(b'i') => 1,
        Some(b'e') if last.is_none() || between => 1,
        Some(b'u') if last.is_some() && !between => 1,
        Some(_) => single(b'y', out),
        None => single(b'i', out),
    }
}

fn softens(next: Option<&u8>) -> bool {
    matches!(next, Some(b'e' | b'i' | b'y'))
}

pub(super) fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}
