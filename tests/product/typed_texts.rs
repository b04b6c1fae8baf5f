//! What a phone's keyboard, its contacts, its dictation and its password manager put into a form: each is taken as it
//! was meant, or the sentence beside the field shows what is wrong with it.

use std::collections::BTreeMap;

use crate::support::Page;
use crate::support::stage::{FORUM, Person, Stage, fill, saved};

/// What becomes of an input.
enum Becomes {
    /// It is kept, as this.
    Kept(&'static str),
    /// It comes back with a sentence in which this stands.
    Explained(&'static str),
}

use Becomes::{Explained, Kept};

/// (language of the page, field, what is in it, what becomes of it)
type Row = (&'static str, &'static str, &'static str, Becomes);

const NAMES: &[Row] = &[
    ("en", "name", " Aysel Mammadova ", Kept("Aysel Mammadova")),
    (
        "en",
        "name",
        "Aysel\u{a0}Mammadova",
        Kept("Aysel Mammadova"),
    ),
    ("en", "name", "Aysel  \t Mammadova", Kept("Aysel Mammadova")),
    (
        "en",
        "name",
        "Aysel\u{3000}Mammadova",
        Kept("Aysel Mammadova"),
    ),
    (
        "en",
        "name",
        "Aysel\u{2009}Mammadova\u{202f}",
        Kept("Aysel Mammadova"),
    ),
    (
        "en",
        "name",
        "\u{feff}Aysel Mammadova",
        Kept("Aysel Mammadova"),
    ),
    (
        "en",
        "name",
        "Ay\u{200b}sel Mammadova",
        Kept("Aysel Mammadova"),
    ),
    (
        "en",
        "name",
        "Ay\u{ad}sel Mammadova",
        Kept("Aysel Mammadova"),
    ),
    ("en", "name", "Aysel\nMammadova", Kept("Aysel Mammadova")),
    (
        "en",
        "name",
        "Aysel\r\nMammadova\r\n",
        Kept("Aysel Mammadova"),
    ),
    (
        "en",
        "name",
        "Aysel\u{2028}Mammadova",
        Kept("Aysel Mammadova"),
    ),
    (
        "en",
        "name",
        "Aysel Mammadova\u{fffc}",
        Kept("Aysel Mammadova"),
    ),
    (
        "en",
        "name",
        "Aysel\u{7f} Mammadova\u{1}",
        Kept("Aysel Mammadova"),
    ),
    (
        "en",
        "name",
        "ＡＹＳＥＬ　Ｍａｍｍａｄｏｖａ",
        Kept("AYSEL Mammadova"),
    ),
    (
        "en",
        "name",
        "Jose\u{301} Garci\u{301}a",
        Kept("José García"),
    ),
    (
        "en",
        "name",
        "Mary-Jane O’Dowd, Jr.",
        Kept("Mary-Jane O’Dowd, Jr."),
    ),
    ("en", "name", "Cher", Kept("Cher")),
    ("en", "name", "U", Kept("U")),
    (
        "az",
        "name",
        "Şəhla Ağayeva-Əliyeva",
        Kept("Şəhla Ağayeva-Əliyeva"),
    ),
    (
        "az",
        "name",
        "S\u{327}əhla Ag\u{306}ayeva",
        Kept("Şəhla Ağayeva"),
    ),
    ("az", "name", "İSMAYIL IŞIQ", Kept("İSMAYIL IŞIQ")),
    ("tr", "name", "Işıl İpek\u{200f}", Kept("Işıl İpek")),
    ("ru", "name", "Юлия Чёрная", Kept("Юлия Чёрная")),
    (
        "ru",
        "name",
        "Юлия Че\u{308}рныи\u{306}",
        Kept("Юлия Чёрный"),
    ),
    ("ru", "name", "\u{200e}Анна Ким\u{200e}", Kept("Анна Ким")),
    (
        "ar",
        "name",
        "\u{200f}فاطمة الزهراء\u{200f}",
        Kept("فاطمة الزهراء"),
    ),
    ("ar", "name", "\u{202b}محمد علي\u{202c}", Kept("محمد علي")),
    (
        "ar",
        "name",
        "\u{2067}ليلى\u{2069} حسن\u{61c}",
        Kept("ليلى حسن"),
    ),
    (
        "ar",
        "name",
        "علی رضایی\u{200c}نژاد",
        Kept("علی رضایی\u{200c}نژاد"),
    ),
    ("ar", "name", "سارة\u{200d} أحمد", Kept("سارة أحمد")),
    ("fr", "name", "Anne\u{a0}Lefèvre", Kept("Anne Lefèvre")),
    ("fr", "name", "Noe\u{308}l D’Arc", Kept("Noël D’Arc")),
    (
        "en",
        "name",
        "क\u{94d}\u{200d}षमा शर\u{94d}मा",
        Kept("क\u{94d}\u{200d}षमा शर\u{94d}मा"),
    ),
    ("en", "name", "王\u{3000}伟", Kept("王 伟")),
    ("en", "name", "", Explained("appear on the badge")),
    (
        "en",
        "name",
        "\u{3164}\u{2800}",
        Explained("appear on the badge"),
    ),
    (
        "az",
        "name",
        "\u{200b}\u{200f} \u{feff}",
        Explained("bejdə görünəcəyi"),
    ),
    ("ru", "name", "12345", Explained("хотя бы одна буква")),
    ("tr", "name", "---", Explained("en az bir harf")),
    ("ar", "name", "\u{200f}\u{200e}", Explained("كتابة الاسم")),
    ("fr", "name", "☺ ☺", Explained("au moins une lettre")),
    ("en", "native_name", "\u{202b}شهلا\u{202c}", Kept("شهلا")),
    (
        "en",
        "organisation",
        "Xəzər\u{a0}Universiteti \u{200e}",
        Kept("Xəzər Universiteti"),
    ),
    (
        "en",
        "organisation",
        "北京大学（深圳）",
        Kept("北京大学（深圳）"),
    ),
    (
        "en",
        "position",
        "Head\u{a0}of\tOffice\u{200b}",
        Kept("Head of Office"),
    ),
];

const PHONES: &[Row] = &[
    ("en", "phone", "", Kept("")),
    (
        "en",
        "phone",
        "+994 50 123 45 67",
        Kept("+994 50 123 45 67"),
    ),
    ("en", "phone", "+994501234567", Kept("+994501234567")),
    (
        "en",
        "phone",
        "00994 50 123-45-67",
        Kept("00994 50 123-45-67"),
    ),
    ("en", "phone", "(050) 123 45 67", Kept("(050) 123 45 67")),
    ("en", "phone", "tel:+994501234567", Kept("+994501234567")),
    (
        "en",
        "phone",
        "TEL: +994 50 123 45 67",
        Kept("+994 50 123 45 67"),
    ),
    (
        "en",
        "phone",
        "\u{202a}+994 50 123 45 67\u{202c}",
        Kept("+994 50 123 45 67"),
    ),
    (
        "en",
        "phone",
        "\u{2066}+994 50 123 45 67\u{2069}",
        Kept("+994 50 123 45 67"),
    ),
    (
        "en",
        "phone",
        "+994\u{a0}50\u{a0}123\u{a0}45\u{a0}67",
        Kept("+994 50 123 45 67"),
    ),
    (
        "en",
        "phone",
        "+994\u{2009}50 123–45–67",
        Kept("+994 50 123-45-67"),
    ),
    (
        "en",
        "phone",
        "+994 50 123‑45‑67",
        Kept("+994 50 123-45-67"),
    ),
    (
        "en",
        "phone",
        "+994 50 123−45−67",
        Kept("+994 50 123-45-67"),
    ),
    (
        "en",
        "phone",
        "＋９９４　５０１２３４５６７",
        Kept("+994 501234567"),
    ),
    (
        "en",
        "phone",
        "+1 (212) 555.0100",
        Kept("+1 (212) 555.0100"),
    ),
    ("en", "phone", "+49/30/1234567", Kept("+49/30/1234567")),
    (
        "en",
        "phone",
        "+994 50 123 45 67,",
        Kept("+994 50 123 45 67"),
    ),
    (
        "ar",
        "phone",
        "+٩٩٤ ٥٠ ١٢٣ ٤٥ ٦٧",
        Kept("+994 50 123 45 67"),
    ),
    (
        "ar",
        "phone",
        "\u{200f}٠٥٠ ١٢٣ ٤٥ ٦٧",
        Kept("050 123 45 67"),
    ),
    ("ar", "phone", "+۹۸ ۲۱ ۱۲۳۴ ۵۶۷۸", Kept("+98 21 1234 5678")),
    ("en", "phone", "+९१ ९८७६५ ४३२१०", Kept("+91 98765 43210")),
    (
        "fr",
        "phone",
        "+33\u{202f}6\u{202f}12\u{202f}34\u{202f}56\u{202f}78",
        Kept("+33 6 12 34 56 78"),
    ),
    ("en", "phone", "+994 50 123 45 67 ext. 12", Explained("“e”")),
    ("en", "phone", "call me", Explained("“c”")),
    ("az", "phone", "yoxdur", Explained("“y”")),
    ("ru", "phone", "+7 495 123-45-67 доб. 12", Explained("«д»")),
    ("tr", "phone", "0532 123 45 67 #2", Explained("“#”")),
    ("ar", "phone", "لا يوجد", Explained("«ل»")),
    (
        "fr",
        "phone",
        "+33 6 12 34 56 78 ; +33 1 23 45 67 89",
        Explained("« ; »"),
    ),
    ("en", "phone", "1234", Explained("too short")),
    (
        "en",
        "phone",
        "+994 50 123 45 67 +994 55 765 43 21",
        Explained("one number only"),
    ),
    ("ru", "phone", "+", Explained("слишком короткий")),
];

const ADDRESSES: &[Row] = &[
    (
        "en",
        "email",
        " one.1@people.example ",
        Kept("one.1@people.example"),
    ),
    (
        "en",
        "email",
        "One.2@People.Example",
        Kept("One.2@People.Example"),
    ),
    (
        "en",
        "email",
        "one.3@people.example\u{200b}",
        Kept("one.3@people.example"),
    ),
    (
        "en",
        "email",
        "\u{202a}one.4@people.example\u{202c}",
        Kept("one.4@people.example"),
    ),
    (
        "en",
        "email",
        "\u{feff}one.5@people.example\u{200e}",
        Kept("one.5@people.example"),
    ),
    (
        "en",
        "email",
        "one.6@people.example\n",
        Kept("one.6@people.example"),
    ),
    (
        "en",
        "email",
        "mailto:one.7@people.example",
        Kept("one.7@people.example"),
    ),
    (
        "en",
        "email",
        "MAILTO:one.8@people.example?subject=Forum",
        Kept("one.8@people.example"),
    ),
    (
        "en",
        "email",
        "Aysel Mammadova <one.9@people.example>",
        Kept("one.9@people.example"),
    ),
    (
        "en",
        "email",
        "<one.10@people.example>",
        Kept("one.10@people.example"),
    ),
    (
        "en",
        "email",
        "\"one.11@people.example\"",
        Kept("one.11@people.example"),
    ),
    (
        "en",
        "email",
        "one.12@people.example.",
        Kept("one.12@people.example"),
    ),
    (
        "en",
        "email",
        "one.13@people.example;",
        Kept("one.13@people.example"),
    ),
    (
        "ru",
        "email",
        "«one.14@people.example»,",
        Kept("one.14@people.example"),
    ),
    (
        "en",
        "email",
        "one.15＠people．example",
        Kept("one.15@people.example"),
    ),
    (
        "en",
        "email",
        "ｏｎｅ.16@people.example",
        Kept("one.16@people.example"),
    ),
    (
        "en",
        "email",
        "one.17@people。example",
        Kept("one.17@people.example"),
    ),
    (
        "ar",
        "email",
        "one.١٨@people.example",
        Kept("one.18@people.example"),
    ),
    (
        "en",
        "email",
        "one+forum.19@people.example",
        Kept("one+forum.19@people.example"),
    ),
    (
        "en",
        "email",
        "o'brien.20@people.example",
        Kept("o'brien.20@people.example"),
    ),
    (
        "en",
        "email",
        "o’brien.21@people.example",
        Kept("o'brien.21@people.example"),
    ),
    (
        "en",
        "email",
        "one‑22@people.example",
        Kept("one-22@people.example"),
    ),
    (
        "en",
        "email",
        "one_23@people-house.example",
        Kept("one_23@people-house.example"),
    ),
    (
        "tr",
        "email",
        "one.24@türkçe.example",
        Kept("one.24@türkçe.example"),
    ),
    (
        "ru",
        "email",
        "one.25@почта.example",
        Kept("one.25@почта.example"),
    ),
    (
        "ar",
        "email",
        "one.26@\u{200f}مثال.إختبار",
        Kept("one.26@مثال.إختبار"),
    ),
    ("en", "email", "", Explained("the confirmation goes there")),
    (
        "en",
        "email",
        "\u{200b}",
        Explained("the confirmation goes there"),
    ),
    (
        "en",
        "email",
        "aysel.people.example",
        Explained("“aysel.people.example”"),
    ),
    (
        "az",
        "email",
        "aysel people.example",
        Explained("“aysel people.example”"),
    ),
    (
        "en",
        "email",
        "aysel @people.example",
        Explained("aysel␣@people.example"),
    ),
    (
        "ru",
        "email",
        "aysel@people. example",
        Explained("aysel@people.␣example"),
    ),
    (
        "fr",
        "email",
        "aysel mammadova@people.example",
        Explained("aysel␣mammadova@people.example"),
    ),
    (
        "en",
        "email",
        "aysel@",
        Explained("The part after the @ is missing"),
    ),
    (
        "tr",
        "email",
        "@people.example",
        Explained("@ işaretinden önceki bölüm eksik"),
    ),
    (
        "en",
        "email",
        "aysel@people",
        Explained("“people” after the @"),
    ),
    ("ar", "email", "aysel@people", Explained("«people»")),
    (
        "en",
        "email",
        "aysel@@people.example",
        Explained("two @ signs"),
    ),
    (
        "en",
        "email",
        "a@people.example, b@people.example",
        Explained("Write one address only"),
    ),
    (
        "fr",
        "email",
        "a@people.example b@people.example",
        Explained("deux signes @"),
    ),
    ("az", "email", "şəhla@people.example", Explained("“ş”")),
    ("tr", "email", "ışıl@people.example", Explained("“ı”")),
    (
        "ru",
        "email",
        "\u{430}nna@people.example",
        Explained("«\u{430}»"),
    ),
    ("ar", "email", "سارة@people.example", Explained("«س»")),
    ("fr", "email", "noël@people.example", Explained("« ë »")),
    ("en", "email", "aysel,m@people.example", Explained("“,”")),
    (
        "en",
        "email",
        "aysel(at)people@people.example",
        Explained("“(”"),
    ),
    (
        "en",
        "email",
        "aysel..m@people.example",
        Explained("aysel..m@people.example"),
    ),
    (
        "ru",
        "email",
        ".aysel@people.example",
        Explained(".aysel@people.example"),
    ),
    ("en", "email", "aysel@127.0.0.1", Explained("“127.0.0.1”")),
    ("en", "email", "aysel@[127.0.0.1]", Explained("“[”")),
    ("en", "email", "aysel@people!.example", Explained("“!”")),
];

const NEEDS: &[Row] = &[
    (
        "en",
        "access_needs",
        "a ramp\r\na seat\r\n",
        Kept("a ramp\na seat"),
    ),
    (
        "en",
        "access_needs",
        "a ramp\ra seat",
        Kept("a ramp\na seat"),
    ),
    (
        "ar",
        "access_needs",
        "\u{feff}مقعد\u{0}\r\n\r\nمنحدر",
        Kept("مقعد\n\nمنحدر"),
    ),
    ("en", "food_needs", "no\u{a0}nuts\u{200b}", Kept("no nuts")),
    (
        "en",
        "food_needs",
        "\u{2066}no milk\u{2069}\r\n",
        Kept("no milk"),
    ),
];

#[test]
fn whatever_a_phone_puts_into_the_form_is_kept_as_it_was_meant_or_explained() {
    let stage = Stage::new();
    let all = || {
        let rows = NAMES.iter().chain(PHONES).chain(ADDRESSES).chain(NEEDS);
        rows.enumerate()
    };
    assert!(all().count() >= 120);
    let mut wrong = Vec::new();
    for (number, row) in all() {
        wrong.extend(sent(&stage, number, row).err());
    }
    let people: BTreeMap<String, BTreeMap<String, String>> = stage
        .list(FORUM)
        .into_iter()
        .map(|person| (person["position"].clone(), person))
        .collect();
    for (number, (_, field, typed, becomes)) in all() {
        let Kept(meant) = becomes else { continue };
        let person = people.get(&of(number, field, meant));
        let kept = person.map(|person| person[*field].trim_start_matches('\'').to_owned());
        if kept.as_deref() != Some(meant) {
            wrong.push(format!("{field} {typed:?} was kept as {kept:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// By what a row's person is found again: nobody else's position.
fn of(number: usize, field: &str, meant: &str) -> String {
    match field {
        "position" => meant.to_owned(),
        _ => format!("number {number}"),
    }
}

/// Sends one input in a form that is right otherwise; says what was answered against what becomes of it.
fn sent(stage: &Stage, number: usize, row: &Row) -> Result<(), String> {
    let (language, field, typed, becomes) = row;
    let browser = stage.app.browser();
    let form = browser
        .open(&format!("/{language}/{FORUM}/register"))
        .form();
    let person = Person::new(
        &format!("Delegate Number{number}"),
        &format!("delegate-{number}@people.example"),
    );
    let form = fill(form, &person)
        .fill("position", &format!("number {number}"))
        .fill(field, typed);
    let page = browser.post(&form);
    let said = said(&page, field);
    match becomes {
        Kept(_) if page.status == 303 => Ok(()),
        Kept(_) => Err(format!(
            "{field} {typed:?} was refused with {}: {said} {:?}",
            page.status,
            page.words("#question")
        )),
        Explained(piece) if page.status == 422 && said.contains(piece) => {
            match page.form().value(field) == *typed {
                true => Ok(()),
                false => Err(format!("{field} {typed:?} came back otherwise")),
            }
        }
        Explained(piece) => Err(format!(
            "{field} {typed:?} was answered {}: {said}, not {piece}",
            page.status
        )),
    }
}

/// The sentence beside a field, without the marks around what it quotes.
fn said(page: &Page, field: &str) -> String {
    let words = page.words(&format!("#{field}-error")).join(" ");
    words.replace(['\u{2068}', '\u{2069}'], "")
}

#[test]
fn a_domain_that_only_looks_like_another_raises_the_question_that_a_slip_raises() {
    let stage = Stage::new();
    for (typed, meant) in [
        ("a1@gmial.com", "a1@gmail.com"),
        ("a2@gm\u{430}il.com", "a2@gmail.com"),
        ("a3@gmaıl.com", "a3@gmail.com"),
        ("a4@GMAİL.COM", "a4@gmail.com"),
        ("a5@\u{443}\u{430}hoo.com", "a5@yahoo.com"),
        ("a6@peo\u{440}le.example", "a6@people.example"),
    ] {
        let browser = stage.app.browser();
        let form = stage.filled(&Person::new("Aysel", typed));
        let asked = browser.post(&form);
        let question = asked.words("#question").join(" ");
        assert!(question.contains(meant), "{typed}: {question}");
        // Sent as it is, it is right.
        saved(browser.post(&asked.form()));
    }
}

#[test]
fn days_and_times_are_read_as_people_write_them_in_the_language_of_the_page() {
    let stage = Stage::new();
    let settings = |language: &str| format!("/{language}/desk/{FORUM}/settings");
    for (language, typed) in [
        ("en", "2027-04-28"),
        ("en", "28.04.2027"),
        ("en", "28 April 2027"),
        ("en", "April 28, 2027"),
        ("az", "28 aprel 2027"),
        ("ru", "28 апреля 2027 г."),
        ("tr", "28 Nisan 2027"),
        ("ar", "٢٨/٤/٢٠٢٧"),
        ("ar", "28 أبريل 2027"),
        ("fr", "28 avril 2027"),
        ("fr", "２８－０４－２０２７"),
    ] {
        let form = stage.desk.open(&settings(language)).form();
        let form = form.fill("starts_on", typed).fill("ends_on", "2027-05-02");
        saved(stage.desk.post(&form));
        let form = stage.desk.open(&settings("en")).form();
        assert_eq!(form.value("starts_on"), "2027-04-28", "{typed}");
        saved(stage.desk.post(&form.fill("starts_on", "2027-04-01")));
    }
    for (language, typed, piece) in [
        (
            "en",
            "31.02.2027",
            "“31.02.2027” as a date. Write it like this: 28 April 2027",
        ),
        ("ru", "завтра", "«завтра»"),
        ("ar", "٣١/٢/٢٠٢٧", "«٣١/٢/٢٠٢٧»"),
    ] {
        let form = stage.desk.open(&settings(language)).form();
        let page = stage.desk.post(&form.fill("starts_on", typed));
        assert_eq!(page.status, 422, "{typed}");
        let why = said(&page, "starts_on");
        assert!(why.contains(piece), "{typed}: {why}");
        assert_eq!(page.form().value("starts_on"), typed);
    }
}

#[test]
fn the_desk_finds_people_by_any_part_of_an_address_and_a_door_does_not() {
    let stage = Stage::new();
    for (name, email) in [
        ("Aysel", "rare.flower@people.example"),
        ("Murad", "info@türkçe.example"),
        ("Leyla", "desk_100%@people.example"),
    ] {
        saved(
            stage
                .app
                .browser()
                .post(&stage.filled(&Person::new(name, email))),
        );
    }
    let found = |typed: &str| {
        let query: String = url::form_urlencoded::byte_serialize(typed.as_bytes()).collect();
        let list = stage
            .desk
            .open(&format!("/en/desk/{FORUM}/registrations?q={query}"));
        list.words("tbody th a")
    };
    for (typed, name) in [
        ("rare.flower@people.example", "Aysel"),
        ("RARE.FLOWER@", "Aysel"),
        ("re.flow", "Aysel"),
        ("\u{200f}flower@peo", "Aysel"),
        ("türkçe", "Murad"),
        ("o@türk", "Murad"),
        ("xn--trke-2oa7j", "Murad"),
        ("info@t", "Murad"),
        ("desk_100%", "Leyla"),
    ] {
        assert_eq!(found(typed), [name], "{typed}");
    }
    for nobody in ["%", "___", "wer@peoplx", "türkce"] {
        assert!(found(nobody).is_empty(), "{nobody}");
    }
    let door = stage.scanner();
    for typed in [
        "rare.flower@people.example",
        "flower@people",
        "türkçe",
        "＠people",
    ] {
        let people = door.search(typed, crate::support::stage::DOOR);
        assert!(people.is_empty(), "{typed}: {people:?}");
    }
}

#[test]
fn the_cells_of_a_list_are_cleaned_as_the_form_is() {
    let stage = Stage::new();
    let list = "\u{feff}Name,E\u{200b}mail,country,phone,organisation,position\n\
        \u{200f}Aysel\u{a0}Mammadova,mailto:aysel@people.example,\u{200e}Azerbaijan\u{a0},+٩٩٤ ٥٠ ١٢٣ ٤٥ ٦٧,Xəzər\u{3000}QHT,Head\u{200b}\n\
        Jose\u{301},jose＠people．example, fr ,tel:+33612345678,\u{3164},\n";
    let file = stage.app.folder.path().join("list.csv");
    std::fs::write(&file, list).unwrap();
    stage
        .app
        .hazir_says(&["import", FORUM, file.to_str().unwrap()]);
    let mut people = stage.list(FORUM);
    people.sort_by_key(|person| person["email"].clone());
    let of =
        |number: usize, columns: [&str; 6]| columns.map(|column| people[number][column].clone());
    let columns = [
        "name",
        "email",
        "country",
        "phone",
        "organisation",
        "position",
    ];
    assert_eq!(
        of(0, columns),
        [
            "Aysel Mammadova",
            "aysel@people.example",
            "AZ",
            "+994 50 123 45 67",
            "Xəzər QHT",
            "Head"
        ]
    );
    assert_eq!(
        of(1, columns),
        ["José", "jose@people.example", "FR", "+33612345678", "", ""]
    );
}
