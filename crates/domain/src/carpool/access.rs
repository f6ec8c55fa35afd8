//! Who sees what of the carpool board.

use crate::{actor::Actor, id::PersonId, policy::Verdict};
use serde::{Deserialize, Serialize};

/// The board is the company's own: for partners it does not exist.
///
/// A partner is admitted to named communities, while a ride tells where and when colleagues travel.
pub fn enter(actor: &Actor) -> Verdict {
    if actor.is_partner() { Verdict::Hidden } else { Verdict::Allowed }
}

/// What a person is to a ride.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    Driver,
    /// Has a confirmed seat.
    Passenger,
    /// Has asked and waits, or asked once.
    Asked,
    Onlooker,
}

/// Whether `reader` is told that `passenger` has a seat: the driver sees every booking, each person
/// their own, and those who travel together each other. Whoever merely asked does not learn who is
/// aboard, or asking would be a way to find out.
pub fn sees_booking(standing: Standing, reader: PersonId, passenger: PersonId, confirmed: bool) -> bool {
    standing == Standing::Driver || reader == passenger || (standing == Standing::Passenger && confirmed)
}

/// Whether `reader` is told where `passenger` gets in and out: a commune, which may be their home's.
/// The driver has to know; fellow passengers do not.
pub fn sees_stops(standing: Standing, reader: PersonId, passenger: PersonId) -> bool {
    standing == Standing::Driver || reader == passenger
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Lang, actor::OrgRole};
    use ulid::Ulid;

    #[test]
    fn the_board_is_hidden_from_partners_only() {
        for role in OrgRole::ALL {
            let person = PersonId::new(Ulid::nil());
            let actor = Actor { person, role, ..Actor::stranger(Lang::Fr) };
            let expected = if role == OrgRole::Partner { Verdict::Hidden } else { Verdict::Allowed };
            assert_eq!(enter(&actor), expected, "{role:?}");
        }
    }

    #[test]
    fn only_those_concerned_see_a_booking() {
        let (reader, other) = (PersonId::new(Ulid::from(1_u128)), PersonId::new(Ulid::from(2_u128)));
        for (standing, passenger, confirmed, booking, stops) in [
            (Standing::Driver, other, false, true, true),
            (Standing::Driver, other, true, true, true),
            (Standing::Passenger, other, true, true, false),
            (Standing::Passenger, other, false, false, false),
            (Standing::Passenger, reader, true, true, true),
            (Standing::Asked, other, true, false, false),
            (Standing::Asked, reader, false, true, true),
            (Standing::Onlooker, other, true, false, false),
        ] {
            assert_eq!(sees_booking(standing, reader, passenger, confirmed), booking, "{standing:?}");
            assert_eq!(sees_stops(standing, reader, passenger), stops, "{standing:?}");
        }
    }
}
