//! Secrets that open a door: random, shown once, stored as a hash only.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};

/// Bytes of chance in a token.
const BYTES: usize = 32;

/// A new token: 256 bits of the system's randomness, 43 characters that stand in an address.
pub(crate) fn fresh() -> String {
    URL_SAFE_NO_PAD.encode(rand::random::<[u8; BYTES]>())
}

/// What the store keeps of a token: its SHA-256, in hexadecimal. `None` when it cannot be one of
/// ours. Chance needs no salt: 256 bits are not guessed from their hash.
pub(crate) fn hash(token: &str) -> Option<String> {
    let bytes = URL_SAFE_NO_PAD.decode(token).ok()?;
    if bytes.len() != BYTES {
        return None;
    }
    Some(Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_looks_like_a_token_is_hashed() {
        let token = fresh();
        assert_eq!(token.len(), 43);
        assert_ne!(token, fresh());
        assert_eq!(hash(&token).unwrap().len(), 64);
        for other in ["", "abc", "é", &format!("{token}A")] {
            assert_eq!(hash(other), None, "{other}");
        }
    }
}
