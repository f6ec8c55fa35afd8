//! Accounts: the rules of passwords, of inviting and of coming in.

mod device;

pub use device::device;

use crate::{
    Actor, Lang,
    actor::OrgRole,
    form::{Fault, Reader},
    id::PersonId,
    person::{CommuneForm, LINE_MAX, NAME_MAX},
};
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountError {
    /// Wrong address or wrong password; we do not say which.
    Credentials,
    /// The invitation was used, withdrawn, or is too old.
    InvitationOver,
    /// The house is set up already.
    AlreadySetUp,
    /// The link to choose a new password was used or is too old.
    ResetOver,
}

/// NIST SP 800-63B asks for 8 at least where a second factor is used and 15 without; we take 12
/// and refuse the guessable.
pub const PASSWORD_MIN: usize = 12;
/// Long enough for any phrase, short enough not to be a way to keep the server busy.
pub const PASSWORD_MAX: usize = 256;

/// Whether a password may be chosen; `own` are words of the person's (name, address).
pub fn password(password: &str, own: &[&str]) -> Result<(), Fault> {
    let length = password.chars().count();
    if length == 0 {
        return Err(Fault::Required);
    }
    if length < PASSWORD_MIN {
        return Err(Fault::TooShort { min: PASSWORD_MIN });
    }
    if length > PASSWORD_MAX {
        return Err(Fault::TooLong { max: PASSWORD_MAX });
    }
    let folded = password.to_lowercase();
    let distinct = folded.chars().collect::<std::collections::BTreeSet<_>>().len();
    let leans_on = |word: &str| {
        word.chars().count() >= 4
            && folded.contains(&word.to_lowercase())
            && length < word.chars().count() + 8
    };
    if distinct < 5 || COMMON.iter().any(|word| leans_on(word)) || own.iter().any(|word| leans_on(word)) {
        return Err(Fault::Guessable);
    }
    Ok(())
}

/// The words of a person that a password may not lean on: their name and its parts, what stands
/// before the `@` of their address and its parts.
pub fn own_words<'a>(name: &'a str, email: &'a str) -> Vec<&'a str> {
    let local = email.split('@').next().unwrap_or_default();
    let parts = name.split([' ', '-', '’', '\'']).chain(local.split(['.', '-', '_', '+']));
    [name, local].into_iter().chain(parts).collect()
}

/// Stems that start most of the guesses made against French and English accounts.
const COMMON: [&str; 16] = [
    "azerty",
    "qwerty",
    "motdepasse",
    "password",
    "123456",
    "bonjour",
    "soleil",
    "doudou",
    "marseille",
    "loulou",
    "chocolat",
    "welcome",
    "letmein",
    "iloveyou",
    "preau",
    "préau",
];

/// An address, trimmed and in lower case, if it looks like one.
pub fn email(text: &str) -> Result<String, Fault> {
    let email = text.trim().to_lowercase();
    if email.is_empty() {
        return Err(Fault::Required);
    }
    let plausible = email.len() <= 254
        && !email.chars().any(|c| c.is_whitespace() || c.is_control())
        && email.split_once('@').is_some_and(|(local, host)| {
            !local.is_empty()
                && local.len() <= 64
                && host.contains('.')
                && !host.starts_with('.')
                && !host.ends_with('.')
                && !host.contains('@')
                && !host.contains("..")
        });
    if plausible { Ok(email) } else { Err(Fault::Email) }
}

/// Days an invitation may be accepted.
pub const INVITATION_DAYS: i64 = 14;
/// Days a session lasts without a visit.
pub const SESSION_IDLE_DAYS: i64 = 30;
/// Days after which a session ends, visits or not: twelve months.
pub const SESSION_LONGEST_DAYS: i64 = 365;

/// Hours a link to choose a new password may be used.
pub const RESET_HOURS: i64 = 24;

/// Who is called, as their invitation shows it to them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    pub name: String,
    pub email: String,
    pub lang: Lang,
}

/// What a person chooses on the way in. All but the password may stay empty.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Join {
    pub password: String,
    /// Typed again; not asked for where the password can be shown.
    pub password_again: Option<String>,
    /// A language's tag; French when empty.
    pub lang: String,
    /// A workplace's id.
    pub workplace: String,
    pub commune: CommuneForm,
}

/// A password to be had from now on, and, where the form asks, the same typed again.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewPassword {
    pub password: String,
    pub password_again: Option<String>,
}

impl NewPassword {
    /// Reads the fields `password` and `password_again`; `own` are words of the person's.
    pub fn read(&self, form: &mut Reader, own: &[&str]) {
        form.take("password", password(&self.password, own), ());
        if self.password_again.as_ref().is_some_and(|again| *again != self.password) {
            form.fault("password_again", Fault::Mismatch);
        }
    }
}

/// Another password in place of the current one.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangePassword {
    pub current: String,
    pub new: NewPassword,
}

/// The first day of the house: its name, and who looks after it.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetUp {
    pub organisation: String,
    pub name: String,
    pub email: String,
    pub password: String,
    pub lang: String,
}

/// Somebody to invite, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invite {
    pub email: String,
    pub name: String,
    /// An [`OrgRole`]'s word; an employee when empty.
    pub role: String,
    /// A partner's own company.
    pub company: String,
}

/// The same, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guest {
    pub email: String,
    pub name: String,
    pub role: OrgRole,
    pub company: String,
}

impl Invite {
    /// Reads the fields `email`, `name`, `role` and `company`; `by` may only give some roles.
    pub fn read(&self, form: &mut Reader, by: &Actor) -> Guest {
        let role =
            if self.role.is_empty() { Some(OrgRole::Employee) } else { OrgRole::from_word(&self.role) };
        let role = role.filter(|role| may_give(by, *role)).ok_or(Fault::Choice);
        let guest = Guest {
            email: form.take("email", email(&self.email), String::new()),
            name: form.text("name", &self.name, 1, NAME_MAX),
            role: form.take("role", role, OrgRole::Employee),
            company: String::new(),
        };
        let asked = usize::from(guest.role == OrgRole::Partner);
        let company = form.text("company", &self.company, asked, LINE_MAX);
        Guest { company: if asked == 1 { company } else { String::new() }, ..guest }
    }
}

/// Whether `actor` may call people in and see who was called.
pub fn may_invite(actor: &Actor) -> bool {
    actor.is_manager()
}

/// Whether `actor` may call somebody in as `role`: nobody makes their own superior.
pub fn may_give(actor: &Actor, role: OrgRole) -> bool {
    may_invite(actor) && (role != OrgRole::Administrator || actor.is_administrator())
}

/// Whether `actor` may give `person`, of that role, a link to choose a new password: nobody gets into
/// the account of their superior this way, nor past their own password.
pub fn may_reset(actor: &Actor, person: PersonId, role: OrgRole) -> bool {
    actor.person != person && may_give(actor, role)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_are_long_and_not_the_first_guess() {
        for (text, verdict) in [
            ("", Err(Fault::Required)),
            ("court", Err(Fault::TooShort { min: 12 })),
            ("aaaaaaaaaaaa", Err(Fault::Guessable)),
            ("motdepasse2026", Err(Fault::Guessable)),
            ("camille.renard1", Err(Fault::Guessable)),
            ("trois pommes sous le préau", Ok(())),
            ("camille cueille des pommes", Ok(())),
        ] {
            assert_eq!(password(text, &["camille.renard", "Camille"]), verdict, "{text}");
        }
    }

    #[test]
    fn a_password_leans_on_no_part_of_a_name() {
        let own = own_words("Zoé Lebrun-Mbaye", "zoe.lebrun@exemple.fr");
        for bad in ["zoe.lebrun26!", "xxLEBRUN-2026", "Zoé Lebrun-Mbaye!"] {
            assert_eq!(password(bad, &own), Err(Fault::Guessable), "{bad}");
        }
        assert_eq!(password("trois pommes et un vélo", &own), Ok(()));
    }

    #[test]
    fn addresses_are_lowercased_and_checked() {
        assert_eq!(email(" Zoe@Exemple.FR "), Ok("zoe@exemple.fr".into()));
        for bad in ["zoe", "zoe@", "@x.fr", "a b@x.fr", "a@b", "a@b..c", "a@b@c.fr"] {
            assert_eq!(email(bad), Err(Fault::Email), "{bad}");
        }
    }
}
