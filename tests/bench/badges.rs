//! How long badges take to print, how much memory they want and how large they are. `cargo bench --bench badges`.
#![allow(clippy::unwrap_used)]

use std::time::Instant;

use hazir::badges::{
    self, Artwork, BadgeFace, Category, ForumFace, Imposition, Item, Job, Layout, Paper, Pictogram,
    Sign,
};
use hazir::clock;
use hazir::inside::press::pdf::{About, Promise};
use hazir::inside::press::{Fonts, Ink};
use hazir::inside::values::Code;

/// Given and family names in the scripts that such a forum sees.
const GIVEN: [&str; 14] = [
    "Gülçöhrə",
    "Әлихан",
    "محمد",
    "ज्ञानेन्द्र",
    "শেখ",
    "ศิริพงษ์",
    "ተወልደ",
    "ნინო",
    "Maria",
    "Οδυσσέας",
    "יעל",
    "Somsavat",
    "வேலு",
    "Юлия",
];
const FAMILY: [&str; 16] = [
    "Ələkbərova",
    "Қазыбекбиев",
    "الأنصاري",
    "श्रेष्ठ",
    "চৌধুরী",
    "เจริญสุข",
    "ገብረእግዚአብሔር",
    "ჭავჭავაძე",
    "da Silva Santos",
    "Παπαδόπουλος",
    "בן־דוד",
    "Keobouapha",
    "கிருஷ்ணமூர்த்தி",
    "Щербакова",
    "Öztürkoğlu",
    "van der Merwe",
];
const COUNTRIES: [&str; 8] = [
    "Azərbaycan",
    "Qazaxıstan",
    "Misir",
    "Nepal",
    "Banqladeş",
    "Tailand",
    "Efiopiya",
    "Gürcüstan",
];

/// People, longest time in seconds, as the issue asks.
const RUNS: [(usize, f64); 2] = [(1_000, 2.0), (5_000, 10.0)];
const MOST_MEMORY: f64 = 150.0;
const MOST_BYTES: usize = 6 * 1024;

fn main() {
    let mut met = true;
    for (people, most) in RUNS {
        let began = Instant::now();
        let file = print(people);
        let took = began.elapsed().as_secs_f64();
        let (memory, each) = (peak_memory(), file / people);
        println!(
            "{people} badges: {took:.2} s (at most {most}), {memory:.0} MB (at most {MOST_MEMORY}), {each} bytes each (at most {MOST_BYTES})"
        );
        met &= took < most && memory < MOST_MEMORY && each < MOST_BYTES;
    }
    println!(
        "{}",
        if met {
            "all within what was asked"
        } else {
            "not within what was asked"
        }
    );
    std::process::exit(i32::from(!met));
}

/// The size of the file.
fn print(people: usize) -> usize {
    let forum = ForumFace {
        title: "Solidarity Forum of NGOs of the Organization of Turkic States".to_owned(),
        place: "Bakı · Naxçıvan".to_owned(),
        dates: "24–25 noyabr 2025".to_owned(),
        brand: Ink::PETROL,
    };
    let about = About {
        title: forum.title.clone(),
        language: "az".to_owned(),
        rtl: false,
        author: "Hazir".to_owned(),
        made_at: clock::now(),
        promise: Promise::Universal,
    };
    let items = (0..people).map(|number| Item::Badge(Box::new(person(number))));
    let layout = Layout::standard(Paper::A6);
    let job = Job {
        fonts: &Fonts::new(None),
        layout: &layout,
        forum: &forum,
        artwork: &Artwork::new(),
        imposition: Imposition::default(),
        about: &about,
    };
    let printed = badges::pdf(&job, items, |_| {});
    let printed = printed.unwrap();
    assert_eq!((printed.badges, printed.missing.len()), (people, 0));
    printed.file.len()
}

fn person(number: usize) -> BadgeFace {
    let name = format!("{} {}", GIVEN[number % 14], FAMILY[(number / 14) % 16]);
    BadgeFace {
        latin_name: (!name.is_ascii()).then(|| format!("Latin Form {number}")),
        name,
        position: format!("Head of department {}", number % 40),
        organisation: format!(
            "Association for Solidarity and Cooperation No. {}",
            number % 900
        ),
        country: COUNTRIES[number % 8].to_owned(),
        category: Category {
            slug: "delegate".to_owned(),
            word: "Nümayəndə".to_owned(),
            colour: Ink(0x0b, 0x6b, 0x3a),
        },
        code: Code::from_bytes(
            (number as u128)
                .wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835)
                .to_be_bytes(),
        ),
        symbol_says: format!("QR {number}"),
        pictograms: vec![
            Pictogram {
                sign: Sign::Day,
                label: "24".to_owned(),
            },
            Pictogram {
                sign: Sign::Day,
                label: "25".to_owned(),
            },
            Pictogram {
                sign: Sign::City,
                label: "Bakı".to_owned(),
            },
        ],
    }
}

/// The most that was ever resident, in MB.
fn peak_memory() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    let kilobytes = line
        .and_then(|line| line.split_whitespace().nth(1))
        .and_then(|number| number.parse::<f64>().ok());
    kilobytes.unwrap_or(0.0) / 1024.0
}
