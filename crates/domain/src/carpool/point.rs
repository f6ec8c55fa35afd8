//! Places on the globe and how far apart they are.

use serde::{Deserialize, Serialize};

/// The centre of a commune or of a workplace: WGS 84 degrees, longitude first as in GeoJSON.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// Degrees east, −180 to 180.
    pub lon: f64,
    /// Degrees north, −90 to 90.
    pub lat: f64,
}

/// Mean radius R₁ of the GRS 80 ellipsoid, in metres (Moritz 2000, "Geodetic Reference System
/// 1980", Journal of Geodesy 74).
const EARTH_RADIUS_METRES: f64 = 6_371_008.8;

/// Great circle in metres, by the haversine formula: within 0.5 % of the ellipsoid.
pub fn great_circle_metres(a: Point, b: Point) -> f64 {
    let across = ((b.lat - a.lat).to_radians() / 2.0).sin();
    let along = ((b.lon - a.lon).to_radians() / 2.0).sin();
    let haversine = across * across + a.lat.to_radians().cos() * b.lat.to_radians().cos() * along * along;
    // Rounding may pass 1 between antipodes, where the arc sine ends.
    2.0 * EARTH_RADIUS_METRES * haversine.min(1.0).sqrt().asin()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn from_paris_to_lyon() {
        let paris = Point { lon: 2.3522, lat: 48.8566 };
        let lyon = Point { lon: 4.8357, lat: 45.7640 };
        assert!((great_circle_metres(paris, lyon) - 392_000.0).abs() < 1_000.0);
        assert_eq!(great_circle_metres(lyon, lyon), 0.0);
    }
}
