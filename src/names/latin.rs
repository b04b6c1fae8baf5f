//! Latin spellings of Turkic, Slavic, Arabic, South Asian, African and European names, brought to one.

use super::habits::Habits;

pub(super) fn is_latin(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | 'ə')
}

pub(super) fn fold(word: &str, habits: Habits) -> String {
    spell(&letters(word, habits), habits)
}

/// The other ways in which the word may be meant, for names typed without the letters that would have told.
pub(super) fn fold_otherwise(word: &str, habits: Habits) -> Vec<String> {
    let mut others = Vec::new();
    if word.contains('c') && !habits.turkic && !habits.chinese {
        let turkic = Habits {
            turkic: true,
            ..Habits::default()
        };
        others.push(fold(word, turkic));
        let slavic = Habits {
            slavic: true,
            ..Habits::default()
        };
        others.push(match word.strip_suffix("ic") {
            Some(before) => fold(&before.replace('z', "zh"), slavic) + "ich",
            None => fold(word, slavic),
        });
    }
    // The soft g of Turkish only lengthens the vowel before it.
    if word.contains('ğ') {
        others.push(fold(&word.replace('ğ', ""), habits));
    }
    if word.contains('ç') && !habits.turkic {
        let romance = !habits.romance;
        others.push(fold(word, Habits { romance, ..habits }));
    }
    if let Some(usual) = usual_korean(word) {
        others.push(usual.to_owned());
    }
    let first = fold(word, habits);
    others.retain(|other| *other != first);
    others.dedup();
    others
}

/// Korean family names are spelt in more ways than they are spoken.
fn usual_korean(word: &str) -> Option<&'static str> {
    Some(match word {
        "yi" | "ri" | "rhee" | "rhi" => "li",
        "pak" | "bak" => "park",
        "gim" => "kim",
        "choe" => "choi",
        "jeong" | "chung" | "cheong" => "jung",
        "roh" | "no" => "noh",
        "ryu" | "ryoo" | "you" => "yu",
        "im" | "rim" => "lim",
        "paik" | "paek" => "baek",
        "gang" => "kang",
        _ => return None,
    })
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
            'c' if (habits.slavic || habits.chinese) && rest.peek() != Some(&'h') => {
                plain.push_str("ts")
            }
            'c' if habits.somali && rest.peek() != Some(&'h') => {}
            'q' if habits.chinese => plain.push_str("ch"),
            'x' if habits.chinese => plain.push_str("sh"),
            'x' if habits.somali => plain.push('h'),
            'ç' if habits.romance => plain.push('s'),
            // Vietnamese has it only at the start of a word.
            'đ' if habits.slavic || !plain.is_empty() => plain.push('j'),
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
            _ => plain.push_str(&self::plain(c)),
        }
    }
    plain
}

/// Any letter of any script as a table has it.
pub(super) fn plain(c: char) -> String {
    let mut letters = any_ascii::any_ascii(c.encode_utf8(&mut [0; 4])).to_ascii_lowercase();
    letters.retain(|c| c.is_ascii_alphanumeric());
    letters
}

/// Groups of letters that stand for one sound, longest first.
const GROUPS: [(&[u8], &[u8]); 27] = [
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
    (b"chm", b"hm"),
    (b"chd", b"hd"),
    (b"cht", b"ht"),
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
            // Wade and Giles write so what Pinyin writes with x.
            b'h' if out.is_empty() && rest.get(1) == Some(&b's') => {
                push_all(&mut out, b"sh");
                2
            }
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
    const KS: [&[u8]; 5] = [b"alex", b"felix", b"rox", b"nix", b"phoenix"];
    let chinese = at == 0
        && matches!(
            word,
            [b'x', b'i', b'a' | b'n' | b'o' | b'u' | b'e', ..]
                | [b'x', b'u' | b'i']
                | [b'x', b'u', b'e' | b'a', ..]
        );
    let max =
        word.starts_with(b"max") && at == 2 && matches!(word.get(3), None | Some(b'i' | b'w'));
    let portuguese =
        at + 1 < word.len() && (word[..at].ends_with(b"ei") || word[..at].ends_with(b"ai"));
    if chinese || portuguese {
        push_all(out, b"sh");
    } else if max
        || KS.iter().any(|part| word[..=at].ends_with(part))
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
