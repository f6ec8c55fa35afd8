//! The life of a booking: who may take it from one status to the next.

use serde::{Deserialize, Serialize};

/// Where a booking is, in the words of the open standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum BookingStatus {
    WaitingConfirmation,
    Confirmed,
    Cancelled,
    /// The ride took place; nobody has attested it yet.
    CompletedPendingValidation,
    Validated,
}

impl BookingStatus {
    pub const ALL: [BookingStatus; 5] = [
        BookingStatus::WaitingConfirmation,
        BookingStatus::Confirmed,
        BookingStatus::Cancelled,
        BookingStatus::CompletedPendingValidation,
        BookingStatus::Validated,
    ];

    /// The word it is stored and exchanged under.
    pub fn word(self) -> &'static str {
        match self {
            BookingStatus::WaitingConfirmation => "WAITING_CONFIRMATION",
            BookingStatus::Confirmed => "CONFIRMED",
            BookingStatus::Cancelled => "CANCELLED",
            BookingStatus::CompletedPendingValidation => "COMPLETED_PENDING_VALIDATION",
            BookingStatus::Validated => "VALIDATED",
        }
    }

    /// A seat is held from the moment it is asked for, so that none is promised twice.
    pub fn holds_seat(self) -> bool {
        self != BookingStatus::Cancelled
    }
}

/// How a cancelled booking ended. The standard has one word for all four; people want to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ended {
    /// The driver said no.
    Declined,
    ByPassenger,
    /// The driver took back a confirmed seat.
    ByDriver,
    /// The whole ride was called off.
    WithRide,
}

/// One's side of a booking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Party {
    Driver,
    Passenger,
}

/// What a party does with a booking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    Confirm,
    Decline,
    Cancel,
}

/// Every way on; what is not here cannot be done.
const STEPS: [(BookingStatus, Party, Step, BookingStatus, Option<Ended>); 5] = {
    use BookingStatus::{Cancelled, Confirmed, WaitingConfirmation};
    [
        (WaitingConfirmation, Party::Driver, Step::Confirm, Confirmed, None),
        (WaitingConfirmation, Party::Driver, Step::Decline, Cancelled, Some(Ended::Declined)),
        (WaitingConfirmation, Party::Passenger, Step::Cancel, Cancelled, Some(Ended::ByPassenger)),
        (Confirmed, Party::Passenger, Step::Cancel, Cancelled, Some(Ended::ByPassenger)),
        (Confirmed, Party::Driver, Step::Cancel, Cancelled, Some(Ended::ByDriver)),
    ]
};

/// Where `step` by `party` takes a booking that is at `from`; `None` when they may not.
pub fn step(from: BookingStatus, party: Party, step: Step) -> Option<(BookingStatus, Option<Ended>)> {
    STEPS
        .iter()
        .find(|(status, who, what, ..)| (*status, *who, *what) == (from, party, step))
        .map(|(_, _, _, to, ended)| (*to, *ended))
}

/// Whether a person whose booking was cancelled may ask for the same ride again: only if it was
/// their own doing. A driver's no is not asked twice.
pub fn may_ask_again(ended: Option<Ended>) -> bool {
    ended == Some(Ended::ByPassenger)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Status × party × step, all thirty of them.
    #[test]
    fn every_step_of_every_party_from_every_status() {
        use BookingStatus::{Cancelled, Confirmed, WaitingConfirmation};
        for from in BookingStatus::ALL {
            for party in [Party::Driver, Party::Passenger] {
                for what in [Step::Confirm, Step::Decline, Step::Cancel] {
                    let expected = match (from, party, what) {
                        (WaitingConfirmation, Party::Driver, Step::Confirm) => Some((Confirmed, None)),
                        (WaitingConfirmation, Party::Driver, Step::Decline) => {
                            Some((Cancelled, Some(Ended::Declined)))
                        }
                        (WaitingConfirmation | Confirmed, Party::Passenger, Step::Cancel) => {
                            Some((Cancelled, Some(Ended::ByPassenger)))
                        }
                        (Confirmed, Party::Driver, Step::Cancel) => Some((Cancelled, Some(Ended::ByDriver))),
                        _ => None,
                    };
                    assert_eq!(step(from, party, what), expected, "{from:?} {party:?} {what:?}");
                }
            }
        }
    }

    #[test]
    fn only_a_passengers_own_cancellation_can_be_taken_back() {
        for ended in [None, Some(Ended::Declined), Some(Ended::ByDriver), Some(Ended::WithRide)] {
            assert!(!may_ask_again(ended), "{ended:?}");
        }
        assert!(may_ask_again(Some(Ended::ByPassenger)));
    }

    #[test]
    fn every_status_but_cancelled_holds_its_seat() {
        let free: Vec<_> = BookingStatus::ALL.into_iter().filter(|status| !status.holds_seat()).collect();
        assert_eq!(free, [BookingStatus::Cancelled]);
    }
}
