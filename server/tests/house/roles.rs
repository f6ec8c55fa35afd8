//! The columns of the access tables, and the rows that stand there often.
//!
//! Two communities: one that is listed and that one is admitted to (the closed one), and an unlisted one
//! of the animator, the second animator and the sponsor.

/// Statuses, a column each.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Not signed in.
    pub nobody: u16,
    /// Of the company, in no community.
    pub employee: u16,
    /// Of another company; their stay in the closed community has been ended.
    pub partner: u16,
    /// Of another company, in the closed community until a last day.
    pub guest: u16,
    /// Was a member of the closed community, and left it.
    pub former: u16,
    /// Of the closed community.
    pub member: u16,
    /// Of both.
    pub animator: u16,
    /// Of both, and of the company like any other.
    pub sponsor: u16,
    /// The community manager, in neither.
    pub manager: u16,
    /// The administrator, in neither.
    pub admin: u16,
}

impl Row {
    pub const fn all(status: u16) -> Row {
        Row {
            nobody: status,
            employee: status,
            partner: status,
            guest: status,
            former: status,
            member: status,
            animator: status,
            sponsor: status,
            manager: status,
            admin: status,
        }
    }

    /// Whose column it is, and the status.
    pub fn columns(&self) -> [(&'static str, u16); 10] {
        [
            ("nobody", self.nobody),
            ("employee", self.employee),
            ("partner", self.partner),
            ("guest", self.guest),
            ("former", self.former),
            ("member", self.member),
            ("animator", self.animator),
            ("sponsor", self.sponsor),
            ("manager", self.manager),
            ("admin", self.admin),
        ]
    }

    pub const fn signed_in(self, status: u16) -> Row {
        Row { nobody: self.nobody, ..Row::all(status) }
    }

    /// Everybody but partners.
    pub const fn company(self, status: u16) -> Row {
        Row { member: status, ..self.outside(status).steering(status) }
    }

    /// The people of the company who do not belong to the closed community.
    pub const fn outside(self, status: u16) -> Row {
        Row { employee: status, former: status, ..self }
    }

    /// Those who belong to the closed community.
    pub const fn within(self, status: u16) -> Row {
        Row { guest: status, member: status, animator: status, sponsor: status, ..self }
    }

    /// Those who answer for both communities: their team, and whoever looks after all of them.
    pub const fn steering(self, status: u16) -> Row {
        Row { animator: status, sponsor: status, ..self.managers(status) }
    }

    pub const fn managers(self, status: u16) -> Row {
        Row { manager: status, admin: status, ..self }
    }
}

pub const EVERYBODY: Row = Row::all(200);
pub const NOWHERE: Row = Row::all(404);
/// Whoever is signed in; others are led to the front door.
pub const SIGNED_IN: Row = Row { nobody: 302, ..EVERYBODY };
/// There is no such page, or it is not of this kind: whoever is signed in learns nothing.
pub const HIDDEN: Row = Row { nobody: 302, ..NOWHERE };
/// People of the company: for partners there is no such page.
pub const COMPANY: Row = HIDDEN.company(200);
/// What the company sees of the closed community; of partners, those who belong to it.
pub const LISTED: Row = Row { partner: 404, ..SIGNED_IN };
/// Of a community that one reads by belonging to it.
pub const INSIDE: Row = LISTED.outside(403);
/// What its team and managers do there.
pub const STEERING: Row = Row { guest: 403, member: 403, ..INSIDE };
/// What the member wrote there.
pub const AUTHOR: Row = Row { member: 200, ..STEERING.steering(403) };
/// Within, where those outside do not learn that there is such a thing.
pub const WITHIN: Row = INSIDE.outside(404);
/// Of the unlisted community: those outside never learn that it is there.
pub const UNLISTED: Row = HIDDEN.steering(200);
pub const MANAGERS: Row = HIDDEN.managers(200);
/// The member's alone.
pub const OWN: Row = Row { member: 200, ..HIDDEN };
/// A community that the member proposed: theirs, and of those who answer.
pub const PROPOSED: Row = Row { member: 200, ..MANAGERS };
