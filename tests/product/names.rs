//! People found by name at the door and at the desk: whoever is typed by full name is first, however many share each
//! word; nothing is listed that resembles nothing; a name is found in each of its people's ways to write it.

use diesel::RunQueryDsl;
use hazir::inside::db::{Address, Connection, Database};
use hazir::inside::models::people::registration::folded_name;
use hazir::names;
use sha2::{Digest, Sha256};

use crate::support::door::Scanner;
use crate::support::stage::{DOOR, FORUM, Person, Stage, saved};

/// A stage with these people.
fn stage_with(names: impl IntoIterator<Item = String>) -> Stage {
    let stage = Stage::new();
    let file = stage.app.folder.path().join("named.csv");
    let mut list = String::from("name,email,country\n");
    for (number, name) in names.into_iter().enumerate() {
        list += &format!("{name},named-{number}@people.example,AZ\n");
    }
    std::fs::write(&file, list).unwrap();
    stage
        .app
        .hazir_says(&["import", FORUM, file.to_str().unwrap()]);
    stage
}

fn found(scanner: &Scanner, typed: &str) -> Vec<String> {
    let found = scanner.search(typed, DOOR);
    let name = |one: &serde_json::Value| one["name"].as_str().unwrap().to_owned();
    found.iter().map(name).collect()
}

/// A word that no other number gives, in letters.
fn word(number: usize) -> String {
    let syllables = ["ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu"];
    let digits = [
        number / 1000,
        number / 100 % 10,
        number / 10 % 10,
        number % 10,
    ];
    let word: String = digits.iter().map(|digit| syllables[*digit]).collect();
    format!("D{word}n")
}

#[test]
fn who_is_typed_by_full_name_is_first_however_many_share_each_word() {
    let firsts = (0..1600).map(|number| format!("Məmməd {}", word(number)));
    let lasts = (0..1600).map(|number| format!("{} Qasımov", word(1600 + number)));
    let both = (0..3).map(|_| "Məmməd Qasımov".to_owned());
    let stage = stage_with(firsts.chain(lasts).chain(both));
    let scanner = stage.scanner();
    for typed in [
        "Məmməd Qasımov",
        "qasimov mammad",
        "Мамед Касымов",
        "mammad gasim",
        "Mamedgasimov",
    ] {
        let found = found(&scanner, typed);
        assert!(found.len() >= 3, "{typed}: {found:?}");
        assert_eq!(found[..3], ["Məmməd Qasımov"; 3], "{typed}");
    }
}

#[test]
fn who_has_these_words_and_no_other_is_first_among_all_who_have_them_too() {
    let more = (0..1600).map(|number| format!("Ali Mamedov {}", word(number)));
    let stage = stage_with(more.chain((0..3).map(|_| "Mamedov Ali".to_owned())));
    let scanner = stage.scanner();
    let found = found(&scanner, "Ali Mamedov");
    assert_eq!(found[..3], ["Mamedov Ali"; 3], "{found:?}");
}

#[test]
fn nothing_is_listed_that_resembles_nothing() {
    let names = [
        "Sok Channary",
        "Kartikasari",
        "Ahmed Zahir",
        "Godfrey Lyimo",
        "Joe Kollie",
        "Farai Zvobwe",
    ];
    let stage = stage_with(names.map(str::to_owned));
    let scanner = stage.scanner();
    for typed in [
        "zzzqq", "zzz", "qqqq", "hjkl", "xkcdw", "zxcvb", "asdfgh", "kkqq", "щщщ", "12345",
    ] {
        assert!(
            found(&scanner, typed).is_empty(),
            "{typed}: {:?}",
            found(&scanner, typed)
        );
    }
    assert_eq!(found(&scanner, "sok")[0], "Sok Channary");
}

#[test]
fn a_name_is_found_with_gaps_and_without_with_vowel_marks_and_in_its_other_alphabet() {
    let pairs = [
        ("AbdulRahman Khalil", "Abdul Rahman Khalil"),
        ("Əli Məmmədzadə", "ƏliMəmmədzadə"),
        ("ParkJisung", "Park Ji-sung"),
        ("Nguyễn Văn An", "NGUYENVANAN"),
        ("عبدالعزيز الناصري", "عبد العزيز الناصري"),
        ("محمد رضا کریمی", "محمدرضا کریمی"),
        ("خديجة سعيد", "خَدِيجَةُ سَعِيد"),
        ("דָּוִד בֶּן־גּוּרְיוֹן", "דוד בן גוריון"),
        ("Đorđe Jovanović", "Ђорђе Јовановић"),
        ("Ғулом Ўринбоев", "Gʻulom Oʻrinboyev"),
        ("Җәмилә Гыйләҗева", "Cämilä Ğiläcewa"),
        ("ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ", "گرپریت سنگھ"),
        ("Tinhinan Ameziane", "ⵜⵉⵏⵀⵉⵏⴰⵏ ⴰⵎⴻⵣⵉⴰⵏⴻ"),
        ("张晓明", "张 晓明"),
    ];
    let stage = stage_with(pairs.map(|(name, _)| name.to_owned()));
    let scanner = stage.scanner();
    for (name, typed) in pairs {
        assert_eq!(
            found(&scanner, typed).first().map(String::as_str),
            Some(name),
            "{typed}"
        );
    }
}

#[test]
fn a_database_whose_names_were_read_by_older_rules_is_read_anew_at_the_start() {
    let mut stage = Stage::new();
    for name in ["Şəbnəm Hüseynova", "Rəşad Həsənov"] {
        stage.register(&Person::new(name, OFFICE));
    }
    stage.app.stop();
    let database = Database::open(&Address::parse(&stage.app.database.address()).unwrap()).unwrap();
    database
        .write_now(|c| {
            diesel::sql_query("DELETE FROM search_key").execute(c)?;
            // The second stands where the first belongs, as older rules may have had it.
            let hers = folded(c, "Şəbnəm Hüseynova")?;
            fold(c, "Şəbnəm Hüseynova", "by older rules")?;
            fold(c, "Rəşad Həsənov", &hers)?;
            diesel::sql_query("UPDATE search_rules SET version = 0").execute(c)
        })
        .unwrap();
    drop(database);
    stage.app.run();
    let scanner = stage.scanner();
    assert_eq!(found(&scanner, "shabnam")[0], "Şəbnəm Hüseynova");
    assert_eq!(found(&scanner, "hasanov rashad")[0], "Rəşad Həsənov");
    // Each is known by name behind the address, and nobody is taken for the other.
    for name in ["Shabnam Huseynova", "HASANOV Rəşad"] {
        let again = stage.filled(&Person::new(name, OFFICE));
        saved(stage.app.browser().post(&again));
    }
    assert_eq!(stage.list(FORUM).len(), 2);
}

const OFFICE: &str = "office@people.example";

#[derive(diesel::QueryableByName)]
struct Folded {
    #[diesel(sql_type = diesel::sql_types::Text)]
    person_key: String,
}

fn folded(c: &mut Connection, name: &str) -> hazir::inside::db::Result<String> {
    let asked = format!("SELECT person_key FROM registration WHERE name = '{name}'");
    let row: Folded = diesel::sql_query(asked).get_result(c)?;
    Ok(row.person_key)
}

fn fold(c: &mut Connection, name: &str, folded: &str) -> hazir::inside::db::Result<usize> {
    let set = format!("UPDATE registration SET person_key = '{folded}' WHERE name = '{name}'");
    diesel::sql_query(set).execute(c)
}

/// Names in many scripts, and as people type them.
const SAMPLES: &str = concat!(
    include_str!("../bench/names/heard.txt"),
    include_str!("../bench/names/alphabets.txt"),
);

#[test]
fn whoever_changes_how_names_are_read_gives_the_rules_another_number() {
    let mut digest = Sha256::new();
    for name in SAMPLES.split(['\n', '|']).map(str::trim) {
        digest.update(format!(
            "{:?} {}",
            names::keys(name, None),
            folded_name(name)
        ));
    }
    let digest = data_encoding::HEXLOWER.encode(&digest.finalize()[..8]);
    assert_eq!(
        (names::VERSION, digest.as_str()),
        (2, "39953e6d046a6bff"),
        "databases keep what was read in names: where these rules were changed, count VERSION in src/names/mod.rs on, and \
         note both here (the digest alone where only the samples were)"
    );
}
