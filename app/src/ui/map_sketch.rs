//! Where a ride goes, without a map service.

use domain::Lang;
use leptos::prelude::*;

use super::texts;

/// A place on Earth, in degrees, and its name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spot {
    pub lon: f64,
    pub lat: f64,
    pub label: String,
}

impl Spot {
    pub fn new(lon: f64, lat: f64, label: impl Into<String>) -> Self {
        Self { lon, lat, label: label.into() }
    }
}

/// Size of the drawing, and what is kept clear around it, in its own units.
const WIDTH: f64 = 320.0;
const HEIGHT: f64 = 170.0;
const MARGIN: f64 = 30.0;
/// No closer than this many units a kilometre, so that neighbours do not look far apart.
const CLOSEST: f64 = 60.0;
/// Kilometres in a degree of latitude: the mean meridian, 40,008 km / 360.
const KM_PER_DEGREE: f64 = 111.13;

/// A sketch to scale: the departure as a zone of `radius_km`, since homes are not shown, the stops,
/// and the destination. The names stand below, so that it reads without being seen.
#[component]
pub fn MapSketch(
    lang: Lang,
    departure: Spot,
    #[prop(optional)] radius_km: f64,
    #[prop(optional)] stops: Vec<Spot>,
    arrival: Spot,
) -> impl IntoView {
    let sheet = Sheet::around(&departure, radius_km, &stops, &arrival);
    let on_sheet = |spot: &Spot| sheet.place(spot);
    let (from_x, from_y) = on_sheet(&departure);
    let (to_x, to_y) = on_sheet(&arrival);
    let path = std::iter::once(&departure)
        .chain(&stops)
        .chain(std::iter::once(&arrival))
        .map(on_sheet)
        .map(|(x, y)| format!("{x:.1} {y:.1}"))
        .collect::<Vec<_>>()
        .join("L");
    let dots = stops
        .iter()
        .map(on_sheet)
        .map(|(x, y)| view! { <circle class="map-stop" cx=format!("{x:.1}") cy=format!("{y:.1}") r="4.5" /> })
        .collect_view();
    let bar = scale_bar(sheet.scale);
    let bar_width = bar * sheet.scale;
    let label = format!(
        "{}: {}. {}: {}.",
        texts::departure_area(lang),
        departure.label,
        texts::arrival(lang),
        arrival.label
    );
    let stop_lines = stops
        .into_iter()
        .map(|stop| view! { <li><span class="map-key" data-kind="stop"></span>{stop.label}</li> })
        .collect_view();
    view! {
        <figure class="map-sketch">
            <svg viewBox=format!("0 0 {WIDTH:.0} {HEIGHT:.0}") role="img" aria-label=label>
                <path class="map-grid" d=grid(bar_width) />
                <circle
                    class="map-zone"
                    cx=format!("{from_x:.1}")
                    cy=format!("{from_y:.1}")
                    r=format!("{:.1}", (radius_km * sheet.scale).max(9.0))
                />
                <path class="map-route" d=format!("M{path}") />
                <circle class="map-departure" cx=format!("{from_x:.1}") cy=format!("{from_y:.1}") r="3.5" />
                {dots}
                <path
                    class="map-arrival"
                    transform=format!("translate({to_x:.1} {to_y:.1})")
                    d="M0 1C-5 -5 -8 -8.500 -8 -13a8 8 0 0 1 16 0C8 -8.500 5 -5 0 1Z"
                />
                <path class="map-scale" d=format!("M10 {0:.0}v5h{bar_width:.1}v-5", HEIGHT - 13.0) />
                <text x="13" y=format!("{:.0}", HEIGHT - 12.0)>{super::figure(lang, bar)}" km"</text>
            </svg>
            <figcaption>
                <ul class="map-legend">
                    <li>
                        <span class="map-key" data-kind="departure"></span>
                        <span>{texts::departure_area(lang)}" "<b>{departure.label}</b></span>
                    </li>
                    {stop_lines}
                    <li>
                        <span class="map-key" data-kind="arrival"></span>
                        <span>{texts::arrival(lang)}" "<b>{arrival.label}</b></span>
                    </li>
                </ul>
            </figcaption>
        </figure>
    }
}

/// Equirectangular around the middle of what is shown: exact enough for a commute.
struct Sheet {
    middle_lon: f64,
    middle_lat: f64,
    /// Units of the drawing a kilometre.
    scale: f64,
}

impl Sheet {
    fn around(departure: &Spot, radius_km: f64, stops: &[Spot], arrival: &Spot) -> Self {
        let spots = || std::iter::once(departure).chain(stops).chain(std::iter::once(arrival));
        let middle = |of: fn(&Spot) -> f64| {
            let low = spots().map(of).fold(f64::INFINITY, f64::min);
            let high = spots().map(of).fold(f64::NEG_INFINITY, f64::max);
            (low + high) / 2.0
        };
        let mut sheet = Self { middle_lon: middle(|s| s.lon), middle_lat: middle(|s| s.lat), scale: 1.0 };
        let reach = |of: fn((f64, f64)) -> f64| {
            let zone = of(sheet.offset(departure)).abs() + radius_km;
            spots().map(|spot| of(sheet.offset(spot)).abs()).fold(zone, f64::max).max(0.1)
        };
        let across = (WIDTH / 2.0 - MARGIN) / reach(|(x, _)| x);
        let along = (HEIGHT / 2.0 - MARGIN) / reach(|(_, y)| y);
        sheet.scale = across.min(along).min(CLOSEST);
        sheet
    }

    /// Kilometres east and south of the middle.
    fn offset(&self, spot: &Spot) -> (f64, f64) {
        let east = (spot.lon - self.middle_lon) * self.middle_lat.to_radians().cos() * KM_PER_DEGREE;
        let south = (self.middle_lat - spot.lat) * KM_PER_DEGREE;
        (east, south)
    }

    fn place(&self, spot: &Spot) -> (f64, f64) {
        let (east, south) = self.offset(spot);
        (WIDTH / 2.0 + east * self.scale, HEIGHT / 2.0 + south * self.scale)
    }
}

/// The longest round distance that takes less than a quarter of the width.
fn scale_bar(scale: f64) -> f64 {
    let rounds = [100.0, 50.0, 20.0, 10.0, 5.0, 2.0, 1.0, 0.5];
    rounds.into_iter().find(|km| km * scale <= WIDTH / 4.0).unwrap_or(0.5)
}

/// Lines as far apart as the scale bar is long.
fn grid(step: f64) -> String {
    let mut lines = String::new();
    let step = step.max(20.0);
    let mut at = 10.0;
    while at < WIDTH {
        lines.push_str(&format!("M{at:.1} 0V{HEIGHT:.0}"));
        at += step;
    }
    at = HEIGHT - 8.0;
    while at > 0.0 {
        lines.push_str(&format!("M0 {at:.1}H{WIDTH:.0}"));
        at -= step;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{HEIGHT, Sheet, Spot, WIDTH};

    #[test]
    fn everything_stays_on_the_sheet() {
        let grenoble = Spot::new(5.7245, 45.1885, "Grenoble");
        for other in [
            Spot::new(5.59, 45.36, "Voiron"),
            Spot::new(5.7245, 45.1885, "ici"),
            Spot::new(-4.49, 48.39, "Brest"),
        ] {
            let sheet = Sheet::around(&other, 2.0, &[], &grenoble);
            for (x, y) in [sheet.place(&grenoble), sheet.place(&other)] {
                assert!((0.0..=WIDTH).contains(&x) && (0.0..=HEIGHT).contains(&y), "{x} {y}");
            }
        }
    }
}
