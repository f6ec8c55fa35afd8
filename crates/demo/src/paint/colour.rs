//! The palette of the house, and mixing.

/// Linear mixing in sRGB is enough for flat paint. Channels go from 0 to 255.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Colour {
    pub red: f64,
    pub green: f64,
    pub blue: f64,
}

pub(super) const CHALK: Colour = rgb(0xFB, 0xFA, 0xF6);
pub(super) const LINE: Colour = rgb(0xE4, 0xE0, 0xD8);
pub(super) const SLATE: Colour = rgb(0x1E, 0x25, 0x30);
pub(super) const BRICK: Colour = rgb(0xB5, 0x47, 0x2E);
pub(super) const CHESTNUT: Colour = rgb(0x2C, 0x6B, 0x4F);
pub(super) const YELLOW: Colour = rgb(0xF2, 0xC1, 0x4E);
pub(super) const INK: Colour = rgb(0x2F, 0x5D, 0x9B);
pub(super) const WOOD: Colour = rgb(0x8A, 0x5A, 0x3C);
pub(super) const ROSE: Colour = rgb(0xE3, 0xA3, 0x8A);

/// Those that sit well side by side.
pub(super) const INKS: [Colour; 6] = [BRICK, CHESTNUT, YELLOW, INK, SLATE, ROSE];

pub(super) const fn rgb(red: u8, green: u8, blue: u8) -> Colour {
    Colour { red: channel(red), green: channel(green), blue: channel(blue) }
}

/// `f64::from` is not const; a byte is the sum of its bits.
const fn channel(byte: u8) -> f64 {
    let mut value = 0.0;
    let mut weight = 1.0;
    let mut rest = byte;
    while rest > 0 {
        if rest & 1 == 1 {
            value += weight;
        }
        weight *= 2.0;
        rest >>= 1;
    }
    value
}

impl Colour {
    /// This colour at 0, the other at 1.
    pub(super) fn mix(self, other: Self, share: f64) -> Self {
        let share = share.clamp(0.0, 1.0);
        Self {
            red: self.red + (other.red - self.red) * share,
            green: self.green + (other.green - self.green) * share,
            blue: self.blue + (other.blue - self.blue) * share,
        }
    }

    pub(super) fn lighter(self, share: f64) -> Self {
        self.mix(CHALK, share)
    }

    pub(super) fn darker(self, share: f64) -> Self {
        self.mix(SLATE, share)
    }
}
