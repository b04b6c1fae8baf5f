//! A detached signature after RFC 5652, with the time of signing in it.

use cms::cert::{CertificateChoices, IssuerAndSerialNumber};
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{
    CertificateSet, EncapsulatedContentInfo, SignedData, SignerIdentifier, SignerInfo, SignerInfos,
};
use sha2::{Digest, Sha256};
use std::time::Duration;
use x509_cert::attr::{Attribute, Attributes};
use x509_cert::der::asn1::{Any, Null, ObjectIdentifier, OctetString, SetOfVec, UtcTime};
use x509_cert::der::{self, Encode, Tagged};
use x509_cert::spki::AlgorithmIdentifierOwned;

use super::identity::Identity;
use crate::clock::Moment;

const DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.1");
const SIGNED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");
const CONTENT_TYPE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.3");
const MESSAGE_DIGEST: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.4");
const SIGNING_TIME: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.5");
const RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");
const SHA_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.1");

/// The signature of a text that stands beside it, with the certificates that verify it.
pub(super) fn detached(identity: &Identity, text: &[u8], now: Moment) -> Result<Vec<u8>, String> {
    let failed = |error: der::Error| format!("a pass cannot be signed: {error}");
    let attributes = attributes(text, now).map_err(failed)?;
    let signature = identity.key.sign(&attributes.to_der().map_err(failed)?)?;
    signed(identity, attributes, &signature).map_err(failed)
}

/// What is signed: that it is data, its checksum, and when.
fn attributes(text: &[u8], now: Moment) -> der::Result<Attributes> {
    let seconds = u64::try_from(now.and_utc().timestamp()).unwrap_or(0);
    SetOfVec::try_from(vec![
        attribute(CONTENT_TYPE, &DATA)?,
        attribute(
            MESSAGE_DIGEST,
            &OctetString::new(Sha256::digest(text).as_slice())?,
        )?,
        attribute(
            SIGNING_TIME,
            &UtcTime::from_unix_duration(Duration::from_secs(seconds))?,
        )?,
    ])
}

fn attribute(
    oid: ObjectIdentifier,
    value: &(impl Tagged + der::EncodeValue),
) -> der::Result<Attribute> {
    Ok(Attribute {
        oid,
        values: SetOfVec::try_from(vec![Any::encode_from(value)?])?,
    })
}

fn signed(identity: &Identity, attributes: Attributes, signature: &[u8]) -> der::Result<Vec<u8>> {
    let certificate = &identity.certificate.tbs_certificate;
    let signer = SignerInfo {
        version: CmsVersion::V1,
        sid: SignerIdentifier::IssuerAndSerialNumber(IssuerAndSerialNumber {
            issuer: certificate.issuer.clone(),
            serial_number: certificate.serial_number.clone(),
        }),
        digest_alg: algorithm(SHA_256)?,
        signed_attrs: Some(attributes),
        signature_algorithm: algorithm(RSA)?,
        signature: OctetString::new(signature)?,
        unsigned_attrs: None,
    };
    let certificates = [&identity.certificate, &identity.issuer]
        .map(|certificate| CertificateChoices::Certificate(certificate.clone()));
    let signed = SignedData {
        version: CmsVersion::V1,
        digest_algorithms: SetOfVec::try_from(vec![algorithm(SHA_256)?])?,
        encap_content_info: EncapsulatedContentInfo {
            econtent_type: DATA,
            econtent: None,
        },
        certificates: Some(CertificateSet(SetOfVec::try_from(certificates.to_vec())?)),
        crls: None,
        signer_infos: SignerInfos(SetOfVec::try_from(vec![signer])?),
    };
    ContentInfo {
        content_type: SIGNED_DATA,
        content: Any::encode_from(&signed)?,
    }
    .to_der()
}

fn algorithm(oid: ObjectIdentifier) -> der::Result<AlgorithmIdentifierOwned> {
    Ok(AlgorithmIdentifierOwned {
        oid,
        parameters: Some(Any::encode_from(&Null)?),
    })
}
