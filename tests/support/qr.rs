//! Reads QR codes with zbar, which shares nothing with what drew them.

use std::process::Command;

pub fn decode(picture: &[u8]) -> String {
    let file = tempfile::Builder::new().suffix(".png").tempfile().unwrap();
    std::fs::write(file.path(), picture).unwrap();
    let output = Command::new("zbarimg")
        .args(["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable"])
        .arg(file.path())
        .output()
        .expect("zbarimg is installed");
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(
        text.lines().count(),
        1,
        "one code in the picture: {text:?} {}",
        String::from_utf8_lossy(&output.stderr)
    );
    text.trim().to_owned()
}
