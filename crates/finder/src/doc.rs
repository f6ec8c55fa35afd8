//! One document, as the index takes it.

use sha2::{Digest, Sha256};

/// A document: what it says, and what decides who may find it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Doc {
    /// Comes back when it is found; another document of the same name takes its place.
    pub name: Vec<u8>,
    /// The name of what it stands under, and goes with.
    pub under: Option<Vec<u8>>,
    /// Another one when its text changed.
    pub version: u64,
    /// Who may find it holds one of these keys.
    pub places: Vec<u64>,
    pub author: Option<u64>,
    /// Milliseconds since the epoch.
    pub at: u64,
    /// The sorts of things it is among.
    pub sorts: Vec<&'static str>,
    pub title: String,
    pub body: String,
}

impl Doc {
    pub fn key(&self) -> u64 {
        digest(&self.name)
    }
}

/// A name short enough for a column. Two alike among millions: less likely than one in a million.
pub fn digest(bytes: &[u8]) -> u64 {
    Sha256::digest(bytes).iter().take(8).fold(0, |digest, byte| (digest << 8) | u64::from(*byte))
}
