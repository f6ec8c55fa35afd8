//! Regular commutes offered on the carpool board.

/// A driver's regular trip from a commune to a workplace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commute {
    pub driver: usize,
    /// INSEE code; listed in [`super::Company::communes`].
    pub from_insee: String,
    /// Index into workplaces.
    pub to_workplace: usize,
    /// ISO weekdays, 1 = Monday, in order, without repeats.
    pub weekdays: Vec<u8>,
    /// Departure, local wall time `HH:MM`.
    pub departs_at: String,
    /// Expected arrival, local wall time `HH:MM`.
    pub arrives_at: String,
    /// The way back, `HH:MM`, when offered.
    pub returns_at: Option<String>,
    /// 1 to 4 free seats.
    pub seats: u8,
    pub note: Option<String>,
}
