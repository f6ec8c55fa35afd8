//! The communes of France with their postcodes and where they are, embedded.
//!
//! So that a person picks home or work from a list while no address ever
//! leaves the house. Knows nothing of I/O, accounts or carpools.
//!
//! 34,964 communes, metropolitan and overseas; 34,757 of them, where 99.49 %
//! of the population lives, have a [`Point`]. The others, most of them in the
//! Pacific, can be found and chosen but have `point: None`: whoever needs a
//! distance must ask the person for a pin. The figures are asserted in
//! `tests/coverage.rs`; `tools/README.md` tells how the data is made.
//!
//! ```
//! let found = gazetteer::search("st etienne", 5);
//! let labels: Vec<_> = found.iter().map(|commune| commune.label()).collect();
//! assert_eq!(labels.first().map(String::as_str), Some("Saint-Étienne (42000)"));
//! ```

mod attribution;
mod commune;
mod fold;
mod point;
mod search;

pub use attribution::{ATTRIBUTIONS, Attribution};
pub use commune::{Commune, all, by_code};
pub use fold::fold;
pub use point::{EARTH_RADIUS_KM, Point, distance_km};
pub use search::search;
