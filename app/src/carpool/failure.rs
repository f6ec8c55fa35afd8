//! How this room's refusals read.

use domain::{Lang, carpool::CarpoolError};

texts! {
    full: "Il ne reste plus de place sur ce trajet.", "No seat is left on this ride.";
    gone: "Ce trajet est déjà parti.", "This ride has left already.";
    cancelled: "Ce trajet est annulé.", "This ride has been called off.";
    own_ride: "C’est votre propre trajet.", "This is your own ride.";
    booking_state: "Cette réservation a changé entre-temps. Regardez où elle en est.",
        "This booking has changed meanwhile. See where it stands.";
}

pub fn sentence(lang: Lang, error: &CarpoolError) -> &'static str {
    match error {
        CarpoolError::Full => full(lang),
        CarpoolError::Gone => gone(lang),
        CarpoolError::Cancelled => cancelled(lang),
        CarpoolError::OwnRide => own_ride(lang),
        CarpoolError::BookingState => booking_state(lang),
    }
}
