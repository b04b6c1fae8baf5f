use std::sync::Arc;

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, ring, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{ClientConfig, DigitallySignedStruct, Error, RootCertStore, SignatureScheme};
use tokio_postgres_rustls::MakeRustlsConnect;
use url::Url;

/// How far the server's certificate is trusted, after libpq's `sslmode`: `prefer` and `require`
/// encrypt, `verify-full` also checks the certificate against the machine's authorities
/// (and those in the file that SSL_CERT_FILE names).
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verification {
    None,
    Full,
}

impl Verification {
    /// Takes `sslmode=verify-full` out of the address, for the driver does not know the word.
    pub(crate) fn take_from(url: &mut Url) -> Result<Verification, String> {
        let mut verification = Verification::None;
        let mut pairs: Vec<(String, String)> = url.query_pairs().into_owned().collect();
        for (key, value) in &mut pairs {
            if key == "sslmode" {
                match value.as_str() {
                    "disable" | "prefer" | "require" => {}
                    "verify-full" => {
                        verification = Verification::Full;
                        *value = "require".into();
                    }
                    other => {
                        return Err(format!(
                            "The PostgreSQL address says sslmode={other}; it can be disable, prefer, require or verify-full."
                        ));
                    }
                }
            }
        }
        if !pairs.is_empty() {
            url.query_pairs_mut().clear().extend_pairs(pairs);
        }
        Ok(verification)
    }
}

pub(super) fn connector(verification: Verification) -> Result<MakeRustlsConnect, String> {
    let provider = Arc::new(ring::default_provider());
    let builder = ClientConfig::builder_with_provider(provider.clone())
        .with_safe_default_protocol_versions()
        .map_err(|error| error.to_string())?;
    let config = match verification {
        Verification::None => builder
            .dangerous()
            .with_custom_certificate_verifier(Arc::new(AnyCertificate(provider)))
            .with_no_client_auth(),
        Verification::Full => builder
            .with_root_certificates(authorities()?)
            .with_no_client_auth(),
    };
    Ok(MakeRustlsConnect::new(config))
}

fn authorities() -> Result<RootCertStore, String> {
    let mut store = RootCertStore::empty();
    store.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    if store.is_empty() {
        return Err("This machine has no certificate authorities (package ca-certificates), so sslmode=verify-full cannot work.".into());
    }
    Ok(store)
}

/// What `sslmode=require` promises in libpq: nobody listens in, but nothing is said of who answers.
#[derive(Debug)]
struct AnyCertificate(Arc<CryptoProvider>);

impl ServerCertVerifier for AnyCertificate {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls12_signature(
            message,
            certificate,
            signed,
            &self.0.signature_verification_algorithms,
        )
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls13_signature(
            message,
            certificate,
            signed,
            &self.0.signature_verification_algorithms,
        )
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.signature_verification_algorithms.supported_schemes()
    }
}
