//! Repeatable chance: every subject has its own stream, so that editing one thing does not reshuffle the others.

use rand::{SeedableRng, rngs::SmallRng};

/// A generator for the `number`-th thing called `subject`. The name is folded with FNV-1a (64 bits,
/// offset 0xcbf29ce484222325, prime 0x100000001b3).
pub(crate) fn chance(subject: &str, number: usize) -> SmallRng {
    let number = u64::try_from(number).unwrap_or(u64::MAX);
    let folded = subject.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    SmallRng::seed_from_u64(folded ^ number.wrapping_mul(0x9e37_79b9_7f4a_7c15))
}
