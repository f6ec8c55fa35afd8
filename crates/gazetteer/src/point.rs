//! Places on the globe and how far apart they are.

/// A place: WGS 84 degrees, longitude first as in GeoJSON.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Degrees east, −180 to 180.
    pub lon: f64,
    /// Degrees north, −90 to 90.
    pub lat: f64,
}

/// Mean radius R₁ = (2a + b) / 3 of the GRS 80 ellipsoid, in kilometres
/// (Moritz 2000, "Geodetic Reference System 1980", Journal of Geodesy 74).
pub const EARTH_RADIUS_KM: f64 = 6371.0088;

/// Great circle between two points in kilometres, by the haversine formula;
/// within 0.5 % of the ellipsoid. A road is longer.
pub fn distance_km(a: Point, b: Point) -> f64 {
    let across = ((b.lat - a.lat).to_radians() / 2.0).sin();
    let along = ((b.lon - a.lon).to_radians() / 2.0).sin();
    let haversine = across * across + a.lat.to_radians().cos() * b.lat.to_radians().cos() * along * along;
    // Rounding may pass 1 between antipodes, where the arc sine ends.
    2.0 * EARTH_RADIUS_KM * haversine.min(1.0).sqrt().asin()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_distances() {
        let pole = Point { lon: 0.0, lat: 90.0 };
        let equator = Point { lon: 42.0, lat: 0.0 };
        let quarter = EARTH_RADIUS_KM * std::f64::consts::FRAC_PI_2;
        assert!((distance_km(pole, equator) - quarter).abs() < 1e-6);

        let antipode = Point { lon: -138.0, lat: 0.0 };
        assert!((distance_km(equator, antipode) - 2.0 * quarter).abs() < 1e-6);
        assert_eq!(distance_km(pole, pole), 0.0);

        let paris = Point { lon: 2.3522, lat: 48.8566 };
        let lyon = Point { lon: 4.8357, lat: 45.7640 };
        assert!((distance_km(paris, lyon) - 392.0).abs() < 1.0);
        assert_eq!(distance_km(paris, lyon), distance_km(lyon, paris));
    }
}
