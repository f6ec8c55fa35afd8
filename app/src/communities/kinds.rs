//! How kinds, ways in and roles are named and drawn.

use super::texts as t;
use domain::{
    Lang,
    actor::Role,
    community::{Hue, Kind, Stage},
    policy::Admission,
};

pub(super) fn kind(lang: Lang, kind: Kind) -> &'static str {
    match kind {
        Kind::Interest => t::interest(lang),
        Kind::Practice => t::practice(lang),
        Kind::Project => t::project(lang),
        Kind::Transversal => t::transversal(lang),
        Kind::Geographic => t::geographic(lang),
        Kind::OffWork => t::off_work(lang),
        Kind::Federation => t::federation(lang),
    }
}

/// What belongs under a kind, for who has to choose one.
pub(super) fn kind_hint(lang: Lang, kind: Kind) -> &'static str {
    match kind {
        Kind::Interest => t::interest_hint(lang),
        Kind::Practice => t::practice_hint(lang),
        Kind::Project => t::project_hint(lang),
        Kind::Transversal => t::transversal_hint(lang),
        Kind::Geographic => t::geographic_hint(lang),
        Kind::OffWork => t::off_work_hint(lang),
        Kind::Federation => t::federation_hint(lang),
    }
}

pub fn icon(kind: Kind) -> &'static str {
    match kind {
        Kind::Interest => "sparkles",
        Kind::Practice => "wrench",
        Kind::Project => "target",
        Kind::Transversal => "sprout",
        Kind::Geographic => "map-pin",
        Kind::OffWork => "coffee",
        Kind::Federation => "network",
    }
}

pub(super) fn hue(lang: Lang, hue: Hue) -> &'static str {
    match hue {
        Hue::Brique => t::brique(lang),
        Hue::Marronnier => t::marronnier(lang),
        Hue::EncreBleue => t::encre_bleue(lang),
        Hue::CraieJaune => t::craie_jaune(lang),
        Hue::Prune => t::prune(lang),
        Hue::Canard => t::canard(lang),
        Hue::Olive => t::olive(lang),
        Hue::Ardoise => t::ardoise(lang),
    }
}

pub(super) fn admission(lang: Lang, admission: Admission) -> &'static str {
    match admission {
        Admission::Open => t::open(lang),
        Admission::OnRequest => t::on_request(lang),
        Admission::ByInvitation => t::by_invitation(lang),
    }
}

pub(super) fn admission_hint(lang: Lang, admission: Admission) -> &'static str {
    match admission {
        Admission::Open => t::open_hint(lang),
        Admission::OnRequest => t::on_request_hint(lang),
        Admission::ByInvitation => t::by_invitation_hint(lang),
    }
}

/// A stage worth saying; an active community says nothing of it.
pub(super) fn stage(lang: Lang, stage: Stage) -> Option<&'static str> {
    match stage {
        Stage::Draft => Some(t::draft(lang)),
        Stage::Proposed => Some(t::proposed(lang)),
        Stage::Launching => Some(t::launching(lang)),
        Stage::Active => None,
        Stage::Dormant => Some(t::dormant(lang)),
        Stage::Archived => Some(t::archived(lang)),
    }
}

/// What `data-stage` says to the style sheet.
pub(super) fn stage_word(stage: Stage) -> Option<&'static str> {
    match stage {
        Stage::Dormant => Some("dormant"),
        Stage::Archived => Some("archived"),
        _ => None,
    }
}

/// What a person is in a community, said of them; an ordinary member says nothing.
pub(super) fn role(lang: Lang, role: Role) -> Option<&'static str> {
    match role {
        Role::Animator => Some(t::animates(lang)),
        Role::Sponsor => Some(t::sponsors(lang)),
        Role::Member | Role::Requested => None,
    }
}

/// The same, said to them.
pub(super) fn my_role(lang: Lang, role: Role) -> &'static str {
    match role {
        Role::Animator => t::you_animate(lang),
        Role::Sponsor => t::you_sponsor(lang),
        Role::Member => t::you_are_in(lang),
        Role::Requested => t::you_asked(lang),
    }
}
