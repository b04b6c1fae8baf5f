use std::sync::LazyLock;

use sha2::{Digest, Sha256};

use crate::i18n;
use crate::pages::assets;

/// What the scan page is made of beside its scripts and sentences.
const TEMPLATES: [&str; 3] = [
    include_str!("../../../templates/door/frame.html"),
    include_str!("../../../templates/door/parts.html"),
    include_str!("../../../templates/door/scan.html"),
];

static VERSION: LazyLock<String> = LazyLock::new(|| {
    let mut digest = Sha256::new_with_prefix(assets::checksum());
    TEMPLATES.iter().for_each(|part| digest.update(part));
    digest.update(i18n::CHECKSUM.to_le_bytes());
    data_encoding::HEXLOWER.encode(&digest.finalize()[..4])
});

/// A short name of the scan page as this program gives it: another one where page, scripts or sentences differ.
pub(crate) fn version() -> &'static str {
    &VERSION
}
