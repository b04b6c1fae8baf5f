use std::path::Path;

use chrono::DateTime;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use x509_cert::Certificate;
use x509_cert::der::Decode;
use x509_cert::der::asn1::ObjectIdentifier;

use crate::clock::Moment;
use crate::wallets::key::Key;

const USER_ID: ObjectIdentifier = ObjectIdentifier::new_unwrap("0.9.2342.19200300.100.1.1");
const ORGANISATION: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.10");
const ORGANISATIONAL_UNIT: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.11");

/// Who signs passes, as Apple's certificate names them.
pub(super) struct Identity {
    pub certificate: Certificate,
    /// Apple's own (WWDR) that the certificate comes from.
    pub issuer: Certificate,
    pub key: Key,
    pub pass_type: String,
    pub team: String,
    pub organisation: Option<String>,
    pub valid_until: Moment,
}

impl Identity {
    pub(super) fn read(folder: &Path) -> Result<Identity, String> {
        let certificate = certificate(&folder.join("certificate.pem"))?;
        let issuer = self::certificate(&folder.join("wwdr.pem"))?;
        let key = key(&folder.join("key.pem"))?;
        let facts = &certificate.tbs_certificate;
        if facts.subject_public_key_info.subject_public_key.raw_bytes() != key.public() {
            return Err(wrong(folder, "certificate.pem is not the one of key.pem"));
        }
        if facts.issuer != issuer.tbs_certificate.subject {
            return Err(wrong(folder, "certificate.pem was not issued by wwdr.pem"));
        }
        let named = |attribute, what: &str| {
            named(&certificate, attribute)
                .ok_or_else(|| wrong(folder, &format!("certificate.pem names no {what}")))
        };
        let seconds = facts.validity.not_after.to_unix_duration().as_secs();
        let until = i64::try_from(seconds).ok();
        Ok(Identity {
            pass_type: named(USER_ID, "pass type")?,
            team: named(ORGANISATIONAL_UNIT, "team")?,
            organisation: self::named(&certificate, ORGANISATION),
            valid_until: until
                .and_then(|seconds| DateTime::from_timestamp(seconds, 0))
                .map(|moment| moment.naive_utc())
                .ok_or_else(|| wrong(folder, "certificate.pem says not until when it is valid"))?,
            certificate,
            issuer,
            key,
        })
    }
}

fn certificate(file: &Path) -> Result<Certificate, String> {
    let found = CertificateDer::from_pem_slice(&contents(file)?).ok();
    found
        .and_then(|der| Certificate::from_der(&der).ok())
        .ok_or_else(|| wrong(file, "no certificate in PEM is in it"))
}

fn key(file: &Path) -> Result<Key, String> {
    Key::parse(&contents(file)?)
        .ok_or_else(|| wrong(file, "no RSA key in PEM and without a password is in it"))
}

fn contents(file: &Path) -> Result<Vec<u8>, String> {
    std::fs::read(file).map_err(|error| wrong(file, &error.to_string()))
}

/// An attribute of the person or body the certificate is for.
fn named(certificate: &Certificate, attribute: ObjectIdentifier) -> Option<String> {
    let parts = certificate.tbs_certificate.subject.0.iter();
    let found = parts
        .flat_map(|part| part.0.iter())
        .find(|part| part.oid == attribute)?;
    String::from_utf8(found.value.value().to_vec()).ok()
}

fn wrong(place: &Path, what: &str) -> String {
    format!("Apple Wallet: {}: {what}.", place.display())
}
