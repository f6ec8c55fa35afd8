//! The moment the demonstration is loaded, as far as the calendar matters.

/// Local weekday and time (Europe/Paris) that every offset in a company counts from.
/// Knowing it lets posts fall in working hours and the lunch run on a Thursday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Present {
    /// ISO weekday, 1 = Monday to 7 = Sunday.
    pub weekday: u8,
    /// Minutes since local midnight, 0 to 1439.
    pub minute: u16,
}

impl Default for Present {
    /// Tuesday, 10 h 30.
    fn default() -> Self {
        Self { weekday: 2, minute: 10 * 60 + 30 }
    }
}
