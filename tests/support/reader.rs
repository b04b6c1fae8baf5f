//! Other people's readers of what we write: Python's mail parser, a calendar library of its own, a checker of PDF.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

/// A calendar file, as its readers see it.
pub fn calendar(file: &[u8]) -> Value {
    let read = ask("read_calendar.py", file);
    assert_eq!(read["errors"], serde_json::json!([]), "{read}");
    read
}

/// A mail, as Python's own parser sees it.
pub fn letter(raw: &[u8]) -> Value {
    ask("read_letter.py", raw)
}

/// That a PDF is PDF/UA-1, as a checker of its own sees it.
pub fn assert_for_everyone(pdf: &[u8]) {
    let faults = ask("check_pdf.py", pdf);
    assert_eq!(faults, serde_json::json!([]), "the PDF is not for everyone");
}

fn ask(script: &str, input: &[u8]) -> Value {
    let script = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/support")
        .join(script);
    let mut python = Command::new(super::tools().join("python/bin/python"))
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    python.stdin.take().unwrap().write_all(input).unwrap();
    let output = python.wait_with_output().unwrap();
    assert!(output.status.success(), "the reader gave up");
    serde_json::from_slice(&output.stdout).unwrap()
}
