//! Which language a name in Latin letters is written in, as far as its letters tell.

/// What the letters of the whole name tell about how single ones are spoken.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Habits {
    /// `c` is j: Azerbaijani, Turkish.
    pub turkic: bool,
    /// `gy` is d, `j` is y, `s` is sh: Hungarian.
    pub hungarian: bool,
    /// `ç` is s: Portuguese, French.
    pub romance: bool,
    /// `c` is ts, `đ` is j: Serbian, Croatian, Bosnian.
    pub slavic: bool,
    /// `c` is the throat's sound that others leave out, `x` is h: Somali.
    pub somali: bool,
    /// `c` is ts, `q` is ch, `x` is sh: Chinese.
    pub chinese: bool,
}

impl Habits {
    pub(super) fn of(name: &str) -> Habits {
        let mut habits = Habits::default();
        if name.is_ascii() {
            let name = name.to_ascii_lowercase();
            habits.somali = looks_somali(&name);
            habits.chinese = looks_chinese(&name);
            habits.hungarian = looks_hungarian(&name);
            return habits;
        }
        for c in name.chars() {
            match c {
                'ə' | 'Ə' | 'ğ' | 'Ğ' | 'ı' | 'İ' | 'ş' | 'Ş' => habits.turkic = true,
                'š' | 'ž' | 'č' | 'ć' | 'Š' | 'Ž' | 'Č' | 'Ć' => habits.slavic = true,
                'ã' | 'õ' | 'ê' | 'è' | 'à' | 'ô' | 'Ã' | 'Õ' | 'Ê' | 'È' | 'À' | 'Ô' => {
                    habits.romance = true
                }
                _ => {}
            }
        }
        if !habits.turkic && !habits.slavic {
            habits.hungarian = looks_hungarian(name);
            habits.romance |= !habits.hungarian && looks_portuguese(name);
        }
        habits
    }
}

/// Gonçalo, Lourenço, Mendonça: Turkish has these letters in that order hardly ever.
fn looks_portuguese(name: &str) -> bool {
    ["nçal", "enço", "onça", "ança", "aço", "eição"]
        .iter()
        .any(|part| name.contains(part))
}

/// Cabdi, Maxamed, Jaamac, Xirsi.
fn looks_somali(name: &str) -> bool {
    let mut words = name.split_whitespace();
    words.clone().any(|word| word.starts_with("cabd"))
        || (words.any(|word| {
            word.starts_with(['c', 'x']) && !word.starts_with("ch") && !word.starts_with("cl")
        }) && ["aa", "uu", "axa", "axm", "xir", "xas", "xus"]
            .iter()
            .any(|part| name.contains(part)))
}

/// Whether all of it are syllables of Mandarin as the People's Republic writes them, some such as no others write.
fn looks_chinese(name: &str) -> bool {
    let telling = name.contains(['q', 'x']) || name.contains("zh");
    telling
        && name
            .split(|c: char| !c.is_ascii_alphabetic())
            .all(|word| are_syllables(word.as_bytes()))
}

fn are_syllables(word: &[u8]) -> bool {
    word.is_empty()
        || (1..=word.len().min(6))
            .any(|end| is_syllable(&word[..end]) && are_syllables(&word[end..]))
}

fn is_syllable(letters: &[u8]) -> bool {
    let initial = match letters {
        [b'z' | b'c' | b's', b'h', ..] => 2,
        [b'a' | b'e' | b'o', ..] => 0,
        [b'i' | b'u' | b'v', ..] => return false,
        _ => 1,
    };
    let (initial, last) = letters.split_at(initial);
    match initial {
        [b'j' | b'q' | b'x'] => is_one_of(last, "i ia ie iao iu ian in iang ing iong u ue uan un"),
        [b'y'] => is_one_of(last, "a ao an ang e ou ong i in ing u ue uan un"),
        [b'w'] => is_one_of(last, "a o ai ei an en ang eng u"),
        [b'z' | b'c' | b's' | b'r', ..] => is_one_of(
            last,
            "a e i ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
        ),
        [b'g' | b'k' | b'h'] => is_one_of(
            last,
            "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
        ),
        [b'b' | b'p' | b'm' | b'f' | b'd' | b't' | b'n' | b'l'] => is_one_of(
            last,
            "a o e ai ei ao ou an en ang eng ong i ia ie iao iu ian in iang ing u uo ui uan un ue",
        ),
        [] => is_one_of(last, "a e o ai ei ao ou an en ang er"),
        _ => false,
    }
}

fn is_one_of(last: &[u8], all: &str) -> bool {
    all.split(' ').any(|one| one.as_bytes() == last)
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
