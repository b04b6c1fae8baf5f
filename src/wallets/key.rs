use ring::rand::SystemRandom;
use ring::signature::{KeyPair, RSA_PKCS1_SHA256, RsaKeyPair};
use rustls::pki_types::PrivateKeyDer;
use rustls::pki_types::pem::PemObject;

/// An RSA key that signs as both wallets want it: PKCS #1 with SHA-256.
pub(super) struct Key(RsaKeyPair);

impl Key {
    /// Reads PEM, PKCS #8 or PKCS #1; `None` for anything else, such as a key with a password.
    pub(super) fn parse(pem: &[u8]) -> Option<Key> {
        let pair = match PrivateKeyDer::from_pem_slice(pem).ok()? {
            PrivateKeyDer::Pkcs8(key) => RsaKeyPair::from_pkcs8(key.secret_pkcs8_der()),
            PrivateKeyDer::Pkcs1(key) => RsaKeyPair::from_der(key.secret_pkcs1_der()),
            _ => return None,
        };
        pair.ok().map(Key)
    }

    pub(super) fn sign(&self, text: &[u8]) -> Result<Vec<u8>, String> {
        let mut signature = vec![0; self.0.public().modulus_len()];
        self.0
            .sign(
                &RSA_PKCS1_SHA256,
                &SystemRandom::new(),
                text,
                &mut signature,
            )
            .map_err(|_| "the wallet's key does not sign".to_owned())?;
        Ok(signature)
    }

    /// The public half, as a certificate holds it.
    pub(super) fn public(&self) -> &[u8] {
        self.0.public_key().as_ref()
    }
}
