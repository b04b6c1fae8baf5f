//! Keys as Apple and Google give them, made by openssl; and passes read by Python and openssl, which share nothing with
//! what made them.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value, json};

pub const PASS_TYPE: &str = "pass.example.forum";
pub const TEAM: &str = "ABCDE12345";
pub const ISSUER: &str = "3388000000012345678";

/// A folder as `--apple-wallet` wants it, whose certificate is valid for so many days.
pub fn apple_keys(folder: &Path, days: u32) -> PathBuf {
    let keys = folder.join("apple");
    std::fs::create_dir_all(&keys).unwrap();
    let days = days.to_string();
    let subject = format!("/UID={PASS_TYPE}/CN=Pass Type ID: {PASS_TYPE}/OU={TEAM}/O=A house/C=AZ");
    openssl(
        &keys,
        &[
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "900",
            "-subj",
            "/CN=Authority",
            "-keyout",
            "authority.key",
            "-out",
            "wwdr.pem",
        ],
    );
    openssl(
        &keys,
        &[
            "req",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-subj",
            &subject,
            "-keyout",
            "key.pem",
            "-out",
            "request.pem",
        ],
    );
    openssl(
        &keys,
        &[
            "x509",
            "-req",
            "-in",
            "request.pem",
            "-CA",
            "wwdr.pem",
            "-CAkey",
            "authority.key",
            "-CAcreateserial",
            "-days",
            &days,
            "-out",
            "certificate.pem",
        ],
    );
    keys
}

/// A service account's file with the issuer's number in it.
pub fn google_keys(folder: &Path) -> PathBuf {
    openssl(folder, &["genrsa", "-out", "google.key", "2048"]);
    openssl(
        folder,
        &[
            "rsa",
            "-in",
            "google.key",
            "-pubout",
            "-out",
            "google.public",
        ],
    );
    let file = folder.join("google.json");
    let account = json!({
        "type": "service_account",
        "client_email": "desk@example.iam.example",
        "private_key": std::fs::read_to_string(folder.join("google.key")).unwrap(),
        "issuer_id": ISSUER,
    });
    std::fs::write(&file, account.to_string()).unwrap();
    file
}

/// A `.pkpass`, unpacked.
pub struct Pass {
    folder: tempfile::TempDir,
}

impl Pass {
    pub fn open(archive: &[u8]) -> Pass {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("archive"), archive).unwrap();
        let files = folder.path().join("files");
        let output = Command::new("python3")
            .args(["-m", "zipfile", "-e"])
            .args([&folder.path().join("archive"), &files])
            .output()
            .unwrap();
        assert!(output.status.success(), "{output:?}");
        Pass { folder }
    }

    pub fn content(&self) -> Value {
        self.json("pass.json")
    }

    /// Every file that is in it stands in the manifest with its checksum, and nothing else does.
    pub fn assert_whole(&self) {
        let manifest = self.json("manifest.json");
        let listed: Vec<String> = manifest.as_object().unwrap().keys().cloned().collect();
        let mut files: Vec<String> = std::fs::read_dir(self.files())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| !matches!(name.as_str(), "manifest.json" | "signature"))
            .collect();
        files.sort();
        assert_eq!(files, listed);
        for name in files {
            let said = openssl(&self.files(), &["dgst", "-sha1", "-r", &name]);
            let checksum = String::from_utf8(said.stdout).unwrap();
            assert!(
                checksum.starts_with(manifest[&name].as_str().unwrap()),
                "{name}: {checksum}"
            );
        }
    }

    /// Whether the signature is one of the manifest, by a certificate of this authority.
    pub fn is_signed(&self, authority: &Path) -> bool {
        let authority = authority.to_str().unwrap();
        let arguments = [
            "smime",
            "-verify",
            "-inform",
            "DER",
            "-in",
            "signature",
            "-content",
            "manifest.json",
            "-CAfile",
            authority,
            "-purpose",
            "any",
        ];
        try_openssl(&self.files(), &arguments).status.success()
    }

    /// What is in the signature, in words.
    pub fn signature(&self) -> String {
        let arguments = [
            "cms",
            "-cmsout",
            "-print",
            "-inform",
            "DER",
            "-in",
            "signature",
        ];
        String::from_utf8(openssl(&self.files(), &arguments).stdout).unwrap()
    }

    pub fn falsify(&self) {
        std::fs::write(self.files().join("manifest.json"), "{}").unwrap();
    }

    fn json(&self, name: &str) -> Value {
        serde_json::from_slice(&std::fs::read(self.files().join(name)).unwrap()).unwrap()
    }

    fn files(&self) -> PathBuf {
        self.folder.path().join("files")
    }
}

/// The claims of a token whose signature fits the key in this folder.
pub fn claims(token: &str, folder: &Path) -> Value {
    let (signed, signature) = token.rsplit_once('.').unwrap();
    let decode = |text: &str| {
        data_encoding::BASE64URL_NOPAD
            .decode(text.as_bytes())
            .unwrap()
    };
    std::fs::write(folder.join("signed"), signed).unwrap();
    std::fs::write(folder.join("signature"), decode(signature)).unwrap();
    openssl(
        folder,
        &[
            "dgst",
            "-sha256",
            "-verify",
            "google.public",
            "-signature",
            "signature",
            "signed",
        ],
    );
    let (head, claims) = signed.split_once('.').unwrap();
    let head: Value = serde_json::from_slice(&decode(head)).unwrap();
    assert_eq!(head["alg"], "RS256");
    serde_json::from_slice(&decode(claims)).unwrap()
}

fn openssl(folder: &Path, arguments: &[&str]) -> Output {
    let output = try_openssl(folder, arguments);
    assert!(output.status.success(), "openssl {arguments:?}: {output:?}");
    output
}

fn try_openssl(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new("openssl");
    command
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap()
}
