//! Badges on paper: names of many scripts, printed by the program and read back by programs that share nothing with it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use unicode_normalization::UnicodeNormalization;

use crate::support::reader::assert_for_everyone;
use crate::support::stage::{FORUM, Stage};

/// As the person writes it, in Latin letters, country.
const GALLERY: &[(&str, &str, &str)] = &[
    (
        "Ələkbərova Gülçöhrə İsmayıl qızı",
        "Alakbarova Gulchohra",
        "AZ",
    ),
    ("Şükrü Çağrı Öztürkoğlu", "Sukru Cagri Ozturkoglu", "TR"),
    ("Oʻktamxon Gʻulomjonova", "Oktamxon Gulomjonova", "UZ"),
    ("Gözel Ýazmyradowa-Ňuryýewa", "Gozel Yazmyradowa", "TM"),
    (
        "Szentgyörgyi-Fekete Őzike Tünde",
        "Ozike Szentgyorgyi",
        "HU",
    ),
    ("Nguyễn Thị Hồng Phượng", "Nguyen Thi Hong Phuong", "VN"),
    (
        "Әлихан Бөкейханұлы Қазыбекбиев",
        "Alikhan Kazybekbiyev",
        "KZ",
    ),
    ("Айгүл Өмүрбекова Ыйман кызы", "Aigul Omurbekova", "KG"),
    (
        "Щербакова-Объедкова Юлия Ёлкина",
        "Yulia Shcherbakova",
        "RU",
    ),
    ("Її Ґжицька", "Yii Gzhytska", "UA"),
    ("Αθηνά Παπαδοπούλου-Ζαχαρίου", "Athina Papadopoulou", "GR"),
    (
        "محمد بن عبد الرحمن الأنصاري",
        "Muhammad ibn Abd al-Rahman",
        "SA",
    ),
    ("لالا", "Lala", "EG"),
    ("پژمان گیلانی‌نژاد", "Pezhman Gilaninejad", "IR"),
    ("ڈاکٹر چوہدری ظفر اللہ ٹھاکر", "Chaudhry Zafarullah", "PK"),
    ("شێرکۆ بێکەس", "Sherko Bekas", "IQ"),
    ("ئابدۇرېھىم ئۆتكۈر", "Abdurehim Otkur", "CN"),
    ("יעל בן־דוד", "Yael Ben-David", "IL"),
    ("श्रीमती लक्ष्मी क्षेत्रपाल", "Lakshmi Kshetrapal", "IN"),
    ("ज्ञानेन्द्र श्रेष्ठ", "Gyanendra Shrestha", "NP"),
    ("শেখ মুহাম্মদ আব্দুর রহমান চৌধুরী", "Sheikh Abdur Rahman", "BD"),
    ("ஸ்ரீனிவாசன் கிருஷ்ணமூர்த்தி", "Srinivasan Krishnamurthy", "LK"),
    ("వేంకటేశ్వర్లు శ్రీరామమూర్తి", "Venkateswarlu", "IN"),
    ("ಶ್ರೀನಿವಾಸ ಕೃಷ್ಣಮೂರ್ತಿ", "Shrinivasa Krishnamurthy", "IN"),
    ("ശ്രീകുമാരൻ തമ്പി", "Sreekumaran Thampi", "IN"),
    ("હર્ષદભાઈ પટેલ", "Harshadbhai Patel", "IN"),
    ("ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ ਢਿੱਲੋਂ", "Gurpreet Singh Dhillon", "IN"),
    ("ଶ୍ରୀକାନ୍ତ ମହାପାତ୍ର", "Srikanta Mahapatra", "IN"),
    ("ක්‍රිෂ්ණා ප්‍රේමදාස", "Krishna Premadasa", "LK"),
    ("ศิริพงษ์ เจริญสุขน้ำทิพย์", "Siriphong Charoensuk", "TH"),
    ("ສົມສະຫວາດ ແກ້ວບົວລະພາ", "Somsavat Keobouapha", "LA"),
    ("សុភ័ក្ត្រ ខៀវសំផន", "Sopheak Khieu", "KH"),
    ("ဒေါ်အောင်ဆန်းစုကြည်", "Daw Aung San Su", "MM"),
    ("ዶክተር ተወልደብርሃን ገብረእግዚአብሔር", "Tewolde Berhan", "ET"),
    ("ნინო ჭავჭავაძე", "Nino Chavchavadze", "GE"),
    ("Հովհաննես Թումանյան", "Hovhannes Tumanyan", "AM"),
    ("བསྟན་འཛིན་རྒྱ་མཚོ", "Tenzin Gyatso", "BT"),
    ("ޢަބްދުﷲ ޔާމީން", "Abdulla Yameen", "MV"),
    ("ⵎⵓⵃⵎⵎⴰⴷ", "Mohammed", "MA"),
    ("ߛߋߞߎ ߕߎߙߋ", "Sekou Toure", "GN"),
    ("张伟", "Zhang Wei", "CN"),
    ("陳建國", "Chen Chien-kuo", "CN"),
    ("山田 さくら", "Yamada Sakura", "JP"),
    ("김민준", "Kim Min-jun", "KR"),
    ("李 Lee محمد", "Lee Muhammad", "MY"),
    ("O", "O", "JP"),
    (
        "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschafers",
        "Wolfeschlegelsteinhausen",
        "DE",
    ),
    (
        "Muhammad Abdurrahman Wahid Hasyim Asyʼari Sastrowardoyo Kusumaningrat Wiryo",
        "Muhammad Abdurrahman Wahid",
        "ID",
    ),
];

/// A forum whose confirmed delegates are the gallery.
fn gallery() -> Stage {
    let stage = Stage::new();
    let mut csv = String::from("name,native_name,email,country,organisation,position,state\n");
    for (number, (own, latin, country)) in GALLERY.iter().enumerate() {
        csv += &format!(
            "{latin},{own},person{number}@people.example,{country},Həmrəylik Assosiasiyası,Sədr,confirmed\n"
        );
    }
    let file = stage.app.folder.path().join("gallery.csv");
    std::fs::write(&file, csv).unwrap();
    let said = stage
        .app
        .hazir_says(&["import", FORUM, file.to_str().unwrap()]);
    assert!(said.contains(&GALLERY.len().to_string()), "{said}");
    stage
}

fn printed(stage: &Stage, options: &[&str]) -> PathBuf {
    let name = format!("badges{}.pdf", options.join("").replace('/', ""));
    let file = stage.app.folder.path().join(name);
    let order = ["badges", FORUM, "--output", file.to_str().unwrap()];
    let said = stage.app.hazir_says(&[&order, options].concat());
    assert!(
        said.starts_with(&format!("{} badges", GALLERY.len())),
        "{said}"
    );
    assert!(!said.contains("no font"), "{said}");
    file
}

fn tool(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output();
    let output = output.unwrap_or_else(|error| panic!("{program}: {error}"));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program} {arguments:?}: {said}");
    String::from_utf8(output.stdout).unwrap()
}

/// Letters alone, each in its one form: what two programs agree on however they break lines and mark directions.
fn letters(text: &str) -> String {
    let marks = |sign: &char| {
        !sign.is_whitespace()
            && !matches!(sign, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.nfkc().filter(marks).collect()
}

/// N'Ko and the vowels of Thaana are unknown to poppler as running from right to left: there the letters count alone.
fn is_on(page: &str, name: &str) -> bool {
    let name = letters(name);
    let unordered = name
        .chars()
        .any(|sign| matches!(sign, '\u{780}'..='\u{7ff}'));
    match unordered {
        true => name.chars().all(|sign| page.contains(sign)),
        false => page.contains(&name),
    }
}

/// Every code in the pictures, and how often it was read.
fn codes(pictures: &[PathBuf]) -> BTreeMap<String, usize> {
    let mut codes = BTreeMap::new();
    for picture in pictures {
        let read = tool(
            "zbarimg",
            &[
                "--quiet",
                "--raw",
                "-Sdisable",
                "-Sqrcode.enable",
                picture.to_str().unwrap(),
            ],
        );
        for read in read.lines() {
            // Once: a code may itself begin with these letters.
            let code = read.strip_prefix("HZ").unwrap_or(read);
            *codes.entry(code.to_owned()).or_insert(0) += 1;
        }
    }
    codes
}

/// Every page at 150 dots an inch, or of each this one of eight parts of an A4 sheet.
fn pictures(pdf: &Path, cell: Option<u32>) -> Vec<PathBuf> {
    const WIDTH: u32 = 438;
    const HEIGHT: u32 = 620;
    let stem = pdf.with_extension(cell.map_or("whole".into(), |cell| format!("cell{cell}")));
    let mut arguments: Vec<String> = ["-r", "150", "-png"].map(str::to_owned).to_vec();
    if let Some(cell) = cell {
        let part = [
            ("-x", cell % 4 * WIDTH),
            ("-y", cell / 4 * HEIGHT),
            ("-W", WIDTH),
            ("-H", HEIGHT),
        ];
        arguments.extend(
            part.iter()
                .flat_map(|(flag, size)| [(*flag).to_owned(), size.to_string()]),
        );
    }
    arguments.extend([pdf, &stem].map(|path| path.to_str().unwrap().to_owned()));
    tool(
        "pdftoppm",
        &arguments.iter().map(String::as_str).collect::<Vec<_>>(),
    );
    let name = stem.file_name().unwrap().to_str().unwrap().to_owned() + "-";
    let entries = std::fs::read_dir(pdf.parent().unwrap()).unwrap();
    let mut pictures: Vec<PathBuf> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.file_name()
                .unwrap()
                .to_str()
                .unwrap()
                .starts_with(&name)
        })
        .collect();
    pictures.sort();
    pictures
}

#[test]
fn every_name_of_the_gallery_is_printed_and_can_be_copied() {
    let stage = gallery();
    let pdf = printed(&stage, &[]);
    tool("qpdf", &["--check", pdf.to_str().unwrap()]);
    assert_for_everyone(&std::fs::read(&pdf).unwrap());
    let text = tool("pdftotext", &[pdf.to_str().unwrap(), "-"]);
    let pages: Vec<String> = text.split('\u{c}').map(letters).collect();
    let lost: Vec<&str> = GALLERY
        .iter()
        .filter(|(own, ..)| !pages.iter().any(|page| is_on(page, own)))
        .map(|(own, ..)| *own)
        .collect();
    if let Ok(folder) = std::env::var("HAZIR_GALLERY") {
        std::fs::copy(&pdf, Path::new(&folder).join("gallery.pdf")).unwrap();
    }
    assert!(lost.is_empty(), "cannot be copied: {lost:#?}");
    let about = tool("pdfinfo", &[pdf.to_str().unwrap()]);
    assert!(about.contains("A forum for tests"), "{about}");
}

#[test]
fn every_code_is_read_from_the_print_alone_and_on_a_sheet() {
    let stage = gallery();
    let expected: Vec<String> = stage
        .list(FORUM)
        .iter()
        .map(|row| row["badge"].clone())
        .collect();
    assert_eq!(expected.len(), GALLERY.len());
    for (options, pages) in [
        (&[][..], GALLERY.len()),
        (
            &["--layout", "a7", "--sheet", "a4"],
            GALLERY.len().div_ceil(8),
        ),
        (&["--layout", "cr80"], GALLERY.len()),
        (&["--layout", "label"], GALLERY.len()),
    ] {
        let pdf = printed(&stage, options);
        assert_for_everyone(&std::fs::read(&pdf).unwrap());
        let whole = pictures(&pdf, None);
        assert_eq!(whole.len(), pages, "{options:?}");
        // Of eight codes in one picture zbar overlooks one in a hundred; each is read for itself, as it is cut out.
        let read = match options.contains(&"--sheet") {
            true => codes(
                &(0..8)
                    .flat_map(|cell| pictures(&pdf, Some(cell)))
                    .collect::<Vec<_>>(),
            ),
            false => codes(&whole),
        };
        let missing: Vec<&String> = expected
            .iter()
            .filter(|code| read.get(*code) != Some(&1))
            .collect();
        assert!(
            missing.is_empty(),
            "{options:?}: {} of {} not read",
            missing.len(),
            expected.len()
        );
    }
}

#[test]
fn a_layout_without_a_code_to_scan_is_refused_in_a_sentence() {
    let stage = Stage::new();
    let file = stage.app.folder.path().join("layout.json");
    let layout = r#"{"paper": "a6", "front": {"elements": [{"kind": "qr", "area": {"x": 10, "y": 10, "width": 20, "height": 20}}]}}"#;
    std::fs::write(&file, layout).unwrap();
    let output = stage.app.hazir(&[
        "badges",
        FORUM,
        "--output",
        "none.pdf",
        "--layout",
        file.to_str().unwrap(),
    ]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("at least 30 mm"), "{said}");
}
