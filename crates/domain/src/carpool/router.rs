//! How far and how long by car.

use super::{Point, point::great_circle_metres};

/// A stretch driven without a stop.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Leg {
    pub metres: i64,
    pub seconds: i64,
}

/// Tells the road between two places. [`Estimate`] knows no road; a service that does (OSRM,
/// Valhalla) can stand in its place.
pub trait Router {
    fn leg(&self, from: Point, to: Point) -> Leg;
}

/// A guess without a map, to be called an estimate wherever it is shown.
///
/// Distance: great circle × 1.3, the usual ratio of road to crow in Europe (1.2 to 1.4 from one
/// region to another). Time: five minutes to leave and to stop, then a minute a kilometre; that
/// makes 40 km/h over 10 km, 45 over 15, 51 over 30, and tends to 60. Both are assumptions of ours,
/// not measurements.
#[derive(Clone, Copy, Debug, Default)]
pub struct Estimate;

const ROAD_FACTOR: f64 = 1.3;
const STOP_SECONDS: i64 = 5 * 60;
const SECONDS_PER_KM: i64 = 60;

impl Router for Estimate {
    fn leg(&self, from: Point, to: Point) -> Leg {
        let metres = whole(great_circle_metres(from, to) * ROAD_FACTOR);
        if metres == 0 {
            return Leg::default();
        }
        Leg { metres, seconds: STOP_SECONDS + metres * SECONDS_PER_KM / 1_000 }
    }
}

/// The nearest whole number; a cast is the only way there is, and saturates where we want it to.
#[expect(clippy::as_conversions, reason = "no other conversion from f64 exists; saturation is meant")]
fn whole(number: f64) -> i64 {
    number.round() as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_commute_takes_what_commutes_take() {
        let givors = Point { lon: 4.7699, lat: 45.5847 };
        let lyon = Point { lon: 4.8351, lat: 45.7580 };
        let leg = Estimate.leg(givors, lyon);
        assert!((24_000..28_000).contains(&leg.metres), "{leg:?}");
        assert!((29 * 60..33 * 60).contains(&leg.seconds), "{leg:?}");
        assert_eq!(Estimate.leg(lyon, lyon), Leg::default());
    }
}
