//! Accounts: the rules of passwords and of signing in.

use crate::form::Fault;
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

/// Stems that start most of the guesses made against French and English accounts.
const COMMON: [&str; 16] = [
    "azerty", "qwerty", "motdepasse", "password", "123456", "bonjour", "soleil", "doudou", "marseille",
    "loulou", "chocolat", "welcome", "letmein", "iloveyou", "preau", "préau",
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
            !local.is_empty() && local.len() <= 64 && host.contains('.') && !host.starts_with('.')
                && !host.ends_with('.') && !host.contains('@') && !host.contains("..")
        });
    if plausible { Ok(email) } else { Err(Fault::Email) }
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
    fn addresses_are_lowercased_and_checked() {
        assert_eq!(email(" Zoe@Exemple.FR "), Ok("zoe@exemple.fr".into()));
        for bad in ["zoe", "zoe@", "@x.fr", "a b@x.fr", "a@b", "a@b..c", "a@b@c.fr"] {
            assert_eq!(email(bad), Err(Fault::Email), "{bad}");
        }
    }
}
