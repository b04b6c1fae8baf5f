//! CSV and JSON.

use super::{HostileFile, refused, refused_somehow};

const HEADER: &str = "name,email,country\n";

pub fn all() -> Vec<HostileFile> {
    [tables(), objects(), costly()]
        .into_iter()
        .flatten()
        .collect()
}

/// What takes longest.
pub fn costly() -> Vec<HostileFile> {
    let row = format!("{}1\n", "1,".repeat(199));
    vec![
        refused_somehow(
            "fills three million cells",
            &["3,000,000 filled cells. At row 15001", "longer than"],
            format!(
                "name,email,country{}\n{}",
                ",x".repeat(197),
                row.repeat(15_001)
            ),
        ),
        refused_somehow(
            "has two hundred thousand and one objects",
            &["200,000 rows", "longer than"],
            format!(
                "[{}{{\"name\":\"z\"}}]",
                "{\"name\":\"a\"},".repeat(200_000)
            ),
        ),
    ]
}

fn tables() -> Vec<HostileFile> {
    let mut quotes = HEADER.to_owned();
    quotes.push_str(&"\"".repeat(18 << 20));
    let long = "x".repeat(32_768);
    let categories: String = (0..200)
        .map(|n| format!("A,a{n}@b.example,AZ,c{n}\n"))
        .collect();
    vec![
        refused("is empty", "Choose a file", ""),
        refused(
            "is larger than is taken",
            "larger than 20 MB",
            vec![b'a'; (20 << 20) + 1],
        ),
        refused(
            "opens a quotation mark and never closes it",
            "Row 2, column A: a cell may hold 32,767",
            format!("{HEADER}\"Anna{}", ",a@b.example,AZ\n".repeat(500_000)),
        ),
        refused(
            "is quotation marks for eighteen megabytes",
            "Row 2, column A",
            quotes,
        ),
        refused(
            "is commas for nineteen megabytes",
            "no people",
            vec![b','; 19 << 20],
        ),
        refused(
            "is line ends for nineteen megabytes",
            "no people",
            vec![b'\n'; 19 << 20],
        ),
        refused(
            "is carriage returns for nineteen megabytes",
            "no people",
            vec![b'\r'; 19 << 20],
        ),
        refused(
            "is one line of nineteen megabytes",
            "Row 1, column A",
            vec![b'a'; 19 << 20],
        ),
        refused(
            "has two hundred thousand and one rows",
            "200,000 rows. This one goes on from row 200002",
            format!("{HEADER}{}", "a,b,c\n".repeat(200_001)),
        ),
        refused(
            "has two hundred and one columns",
            "In row 1 something is in column GS",
            format!("name,email,country{}\n", ",x".repeat(198)),
        ),
        refused(
            "hides a cell beyond nineteen million commas",
            "something is in column",
            format!("{HEADER}a{}b", ",".repeat(19_000_000)),
        ),
        refused(
            "has a cell as long as a book",
            "Row 2, column C",
            format!("{HEADER}a,b@c.example,{long}"),
        ),
        refused(
            "brings two hundred categories",
            "50 new categories. At row",
            format!("name,email,country,category\n{categories}"),
        ),
        refused(
            "is not UTF-8",
            "not UTF-8",
            b"name,email,country\n\xff\xfe,a,b".to_vec(),
        ),
        refused(
            "is UTF-16",
            "not UTF-8",
            "name,email\n"
                .encode_utf16()
                .fold(vec![0xff, 0xfe], |mut bytes, unit| {
                    bytes.extend(unit.to_le_bytes());
                    bytes
                }),
        ),
        refused(
            "is a byte order mark and nothing else",
            "no people",
            b"\xef\xbb\xbf".to_vec(),
        ),
        refused(
            "has zero bytes in its cells",
            "not taken",
            format!("{HEADER}\0\0,\0@\0,\0\0\n"),
        ),
        refused("is zeros for a megabyte", "column A", vec![0; 1 << 20]),
        refused(
            "names a country that there is not, five thousand times",
            "5,000 rows were not taken",
            format!("{HEADER}{}", "Anna,a@b.example,Atlantis\n".repeat(5_000)),
        ),
    ]
}

fn objects() -> Vec<HostileFile> {
    let keys: String = (0..500_000).map(|n| format!("\"k{n}\":1,")).collect();
    vec![
        refused(
            "nests a million lists",
            "line 1, column",
            "[".repeat(1 << 20),
        ),
        refused(
            "nests a million objects",
            "Row 2: “a” holds a list or an object",
            format!("[{}", "{\"a\":".repeat(1 << 20)),
        ),
        refused(
            "has a list where a name belongs",
            "Row 2: “name” holds",
            r#"[{"name":[1,2]}]"#,
        ),
        refused(
            "has an object where a name belongs",
            "Row 3: “name” holds",
            r#"[{"name":"a"},{"name":{"first":"b"}}]"#,
        ),
        refused(
            "breaks off",
            "cannot be read from line 2",
            "[{\"name\":\"Anna\",\n\"ema",
        ),
        refused(
            "is a list of numbers",
            "must be a list of objects",
            "[1,2,3]",
        ),
        refused(
            "goes on behind its end",
            "cannot be read from line 1, column 15",
            r#"[{"name":"a"}]]"#,
        ),
        refused(
            "has half a million names of columns",
            "200 columns. In row 2 something is in column k200",
            format!("[{{{keys}\"end\":1}}]"),
        ),
        refused(
            "has a column whose name is a megabyte",
            "columns are missing",
            format!("[{{\"{}\":1}}]", "k".repeat(1 << 20)),
        ),
        refused(
            "has a number beyond all numbers",
            "cannot be read from line 1",
            r#"[{"name":1e999999}]"#,
        ),
        refused(
            "has half of a letter",
            "cannot be read from line 1",
            r#"[{"name":"\ud800"}]"#,
        ),
        refused(
            "says one thing two hundred thousand times",
            "columns are missing",
            format!("[{{{}\"name\":1}}]", "\"name\":1,".repeat(200_000)),
        ),
        refused(
            "has a text as long as a book",
            "Row 2, column name",
            format!("[{{\"name\":\"{}\"}}]", "x".repeat(1 << 20)),
        ),
        refused("is an empty list", "no people", "[]"),
    ]
}
