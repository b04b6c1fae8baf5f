//! XLSX, and what calls itself so.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::{HostileFile, refused, refused_somehow, taken};

const TYPES: &str = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>"#;
const RELATIONS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const WORKBOOK: &str = r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="People" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const SHEETS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
/// The second format is a date, the third a date with its time.
const STYLES: &str = r#"<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/></cellXfs></styleSheet>"#;
const HEADER: &str = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c><c r="B1" t="inlineStr"><is><t>email</t></is></c><c r="C1" t="inlineStr"><is><t>country</t></is></c></row>"#;

/// A workbook, part by part.
struct Workbook(Vec<(String, Vec<u8>)>);

impl Workbook {
    /// Whose one sheet holds these rows.
    fn of(rows: &str) -> Workbook {
        let sheet = format!(
            r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
        );
        let parts = [
            ("[Content_Types].xml", TYPES.to_owned()),
            ("_rels/.rels", RELATIONS.to_owned()),
            ("xl/workbook.xml", WORKBOOK.to_owned()),
            ("xl/_rels/workbook.xml.rels", SHEETS.to_owned()),
            ("xl/styles.xml", STYLES.to_owned()),
            ("xl/worksheets/sheet1.xml", sheet),
        ];
        Workbook(
            parts
                .map(|(name, part)| (name.to_owned(), part.into_bytes()))
                .into(),
        )
    }

    /// With another part, or another in its place.
    fn with(mut self, name: &str, part: impl Into<Vec<u8>>) -> Workbook {
        self.0.retain(|(other, _)| other != name);
        self.0.push((name.to_owned(), part.into()));
        self
    }

    fn packed(&self) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(1));
        for (name, part) in &self.0 {
            zip.start_file(name.as_str(), options).unwrap();
            zip.write_all(part).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }
}

fn text(at: &str, text: &str) -> String {
    format!(r#"<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>"#)
}

fn row(number: u32, cells: &str) -> String {
    format!(r#"<row r="{number}">{cells}</row>"#)
}

fn sheet(rows: &str) -> Vec<u8> {
    Workbook::of(rows).packed()
}

/// A sheet under the header of a list.
fn under_header(rows: &str) -> Vec<u8> {
    sheet(&format!("{HEADER}{rows}"))
}

pub fn with_a_word_in_the_last_cell() -> Vec<u8> {
    under_header(&row(1_048_576, &text("XFD1048576", "far")))
}

pub fn with_a_stray_blank_and_a_date() -> Vec<u8> {
    let header = HEADER.replace(
        "</row>",
        &format!(
            "{}{}</row>",
            text("D1", "position"),
            text("E1", "organisation")
        ),
    );
    let person = [
        text("A2", "Aysel Quliyeva"),
        text("B2", "aysel@people.example"),
        text("C2", "AZ"),
        r#"<c r="D2" s="1"><v>36527</v></c><c r="E2" s="2"><v>36525.7708333333</v></c>"#.to_owned(),
    ]
    .concat();
    sheet(
        &[
            header,
            row(2, &person),
            row(1_048_576, &text("XFD1048576", " ")),
        ]
        .concat(),
    )
}

/// What takes longest, or most.
pub fn costly() -> Vec<HostileFile> {
    let strings = format!(
        "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{}</sst>",
        "<si/>".repeat(10_000_000)
    );
    let attributes: String = (0..400_000).map(|n| format!(" a{n}=\"\"")).collect();
    let cells = "<row>".to_owned() + &"<c><v>1</v></c>".repeat(200) + "</row>";
    vec![
        refused_somehow(
            "has ten million shared texts, all of them empty",
            &["more than 72 MB of memory", "longer than"],
            Workbook::of(HEADER)
                .with("xl/sharedStrings.xml", strings)
                .packed(),
        ),
        refused_somehow(
            "unpacks to more than it says",
            &[
                "larger than 64 MB: “xl/worksheets/sheet1.xml”",
                "neither CSV",
            ],
            lying(&sheet(&format!("{HEADER}{}", " ".repeat(70 << 20)))),
        ),
        refused_somehow(
            "fills four million cells",
            &["3,000,000 filled cells", "longer than"],
            under_header(&cells.repeat(20_000)),
        ),
        refused_somehow(
            "has a cell with four hundred thousand attributes",
            &["longer than", "columns are missing"],
            sheet(&row(1, &format!("<c r=\"A1\"{attributes}><v>1</v></c>"))),
        ),
    ]
}

pub fn all() -> Vec<HostileFile> {
    [cells(), archives(), costly()]
        .into_iter()
        .flatten()
        .collect()
}

fn cells() -> Vec<HostileFile> {
    let person = [
        text("A2", "Anna"),
        text("B2", "anna@people.example"),
        text("C2", "AZ"),
    ]
    .concat();
    let dimension = String::from_utf8(
        Workbook::of(&format!("{HEADER}{}", row(2, &person)))
            .0
            .remove(5)
            .1,
    )
    .unwrap()
    .replace(
        "<sheetData>",
        "<dimension ref=\"A1:XFD1048576\"/><sheetData>",
    );
    let many: String = (2..=200_002).map(|n| row(n, "<c><v>1</v></c>")).collect();
    let shared = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(32_000));
    let repeated: String = (2..402)
        .map(|n| row(n, &"<c t=\"s\"><v>0</v></c>".repeat(3)))
        .collect();
    vec![
        taken("has a blank in the last cell of the last row",
            under_header(&[row(2, &person), row(1_048_576, &text("XFD1048576", " "))].concat())),
        refused("has a word in the last cell of the last row", "In row 1048576 something is in column XFD",
            with_a_word_in_the_last_cell()),
        taken("says it is as large as a sheet can be", Workbook::of("").with("xl/worksheets/sheet1.xml", dimension).packed()),
        refused_somehow("has two hundred thousand and one rows", &["200,000 rows", "longer than"], under_header(&many)),
        refused_somehow("says one long text again and again", &["32 MB of text. At row", "longer than"],
            Workbook::of(&format!("{HEADER}{repeated}")).with("xl/sharedStrings.xml", shared).packed()),
        refused("goes back to an earlier row", "Row 2 comes after a later one",
            under_header(&[row(9, &text("A9", "a")), row(2, &text("A2", "b"))].concat())),
        refused("has a cell as long as a book", "Row 2, column A", under_header(&row(2, &text("A2", &"x".repeat(40_000))))),
        refused("has a cell with an address beyond all sheets", "neither CSV", under_header(&row(2, &text("ZZZZZZZZZZZZZZ2", "x")))),
        refused("has a row with a number beyond all numbers", "neither CSV", under_header("<row r=\"99999999999999999999\"><c><v>1</v></c></row>")),
        refused("asks for a shared text that is not there", "neither CSV", under_header(&row(2, "<c r=\"A2\" t=\"s\"><v>4000000000</v></c>"))),
        refused_somehow("has a date at the end of all time", &["not taken", "neither CSV"], under_header(&row(2, "<c r=\"A2\" s=\"1\"><v>1e300</v></c>"))),
        refused_somehow("has a date before all time", &["not taken", "neither CSV"], under_header(&row(2, "<c r=\"A2\" s=\"1\"><v>-1e300</v></c>"))),
        refused("nests its cells a hundred thousand deep", "neither CSV", under_header(&"<row><c><is>".repeat(100_000))),
        refused("breaks off within a row", "neither CSV", Workbook::of("").with("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row><c").packed()),
        refused("has no sheet", "no people", Workbook::of("").with("xl/workbook.xml", WORKBOOK.replace("<sheet name=\"People\" sheetId=\"1\" r:id=\"rId1\"/>", "")).packed()),
        refused("is an empty sheet", "no people", sheet("")),
        refused("asks for a file of the machine", "neither CSV",
            Workbook::of(HEADER).with("xl/_rels/workbook.xml.rels", SHEETS.replace("worksheets/sheet1.xml", "../../../../etc/passwd")).packed()),
        refused_somehow("declares a file of the machine as a text", &["columns are missing", "neither CSV"],
            Workbook::of(&row(1, "<c r=\"A1\" t=\"s\"><v>0</v></c>")).with("xl/sharedStrings.xml",
                "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><sst><si><t>a&f;b</t></si></sst>").packed()),
        refused_somehow("laughs a billion times", &["columns are missing", "neither CSV"],
            Workbook::of(&row(1, "<c r=\"A1\" t=\"s\"><v>0</v></c>")).with("xl/sharedStrings.xml", laughs("sst", "<si><t>a&l9;</t></si>")).packed()),
    ]
}

/// Entities that each name the one before ten times.
pub fn laughs(root: &str, content: &str) -> String {
    let entities: String = (1..10)
        .map(|n| format!("<!ENTITY l{n} \"{}\">", format!("&l{};", n - 1).repeat(10)))
        .collect();
    format!("<!DOCTYPE {root} [<!ENTITY l0 \"ha\">{entities}]><{root}>{content}</{root}>")
}

fn archives() -> Vec<HostileFile> {
    let whole = under_header("");
    let mut parts = Workbook::of(HEADER);
    for n in 0..2_000 {
        parts = parts.with(&format!("xl/media/{n}.xml"), "");
    }
    let mut encrypted = whole.clone();
    // The flag of a password, in the first local header and in the directory.
    encrypted[6] |= 1;
    let directory = directory_of(&encrypted);
    encrypted[directory + 8] |= 1;
    let mut compound = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    compound.resize(6_000, 0);
    vec![
        refused("is cut off in the middle", "neither CSV", &whole[..whole.len() / 2]),
        refused("is two letters that say archive", "neither CSV", "PK"),
        refused("is an archive of noise", "neither CSV", [b"PK\x03\x04".to_vec(), (0..1 << 20).map(|n: u32| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect()].concat()),
        refused("consists of two thousand and six parts", "2,000 parts", parts.packed()),
        refused("has a password", "neither CSV", encrypted),
        refused("is an archive of something else", "neither CSV", Workbook(vec![("notes.txt".into(), b"hello".to_vec())]).packed()),
        refused("is a spreadsheet of the old kind", "XLS or ODS", compound),
        refused("is a spreadsheet of another maker that repeats a row a million times", "XLS or ODS",
            Workbook(vec![("mimetype".into(), b"application/vnd.oasis.opendocument.spreadsheet".to_vec()),
                ("content.xml".into(), b"<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>".to_vec())]).packed()),
        refused("says that its directory has a billion entries", "neither CSV", billion(&whole)),
    ]
}

/// Where the archive's directory begins.
fn directory_of(zip: &[u8]) -> usize {
    zip.windows(4)
        .position(|four| four == b"PK\x01\x02")
        .unwrap()
}

/// The directory says of every part that it is a hundred bytes large.
fn lying(zip: &[u8]) -> Vec<u8> {
    let mut zip = zip.to_vec();
    let mut at = directory_of(&zip);
    while zip[at..].starts_with(b"PK\x01\x02") {
        zip[at + 24..at + 28].copy_from_slice(&100_u32.to_le_bytes());
        let length =
            |from: usize| usize::from(u16::from_le_bytes([zip[at + from], zip[at + from + 1]]));
        at += 46 + length(28) + length(30) + length(32);
    }
    zip
}

/// The end of the directory promises more than there is.
fn billion(zip: &[u8]) -> Vec<u8> {
    let mut zip = zip.to_vec();
    let end = zip
        .windows(4)
        .rposition(|four| four == b"PK\x05\x06")
        .unwrap();
    zip[end + 8..end + 12].copy_from_slice(&[0xff, 0xff, 0xff, 0xff]);
    zip[end + 12..end + 16].copy_from_slice(&[0xff, 0xff, 0xff, 0x7f]);
    zip
}
