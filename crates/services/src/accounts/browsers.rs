//! Browsers that people have signed in on, so that others' mischief does not lock them out there.
//!
//! A browser keeps a mark for each account that signed in on it: chance, and the house's signature
//! of that chance and the account's address (OWASP calls them device cookies). A mark opens nothing.
//! All it does is count tries on that account from that browser apart from everybody else's.

use super::token;
use crate::{
    Context, bind,
    db::Id,
    error::{Error, Result},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use domain::id::PersonId;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use tokio::sync::OnceCell;

/// Accounts a browser is known for; the last to sign in are kept.
const MOST: usize = 5;
/// Bytes of chance, and of signature.
const HALF: usize = 15;

/// A mark that the house signed for one account.
pub(crate) type Mark = [u8; 2 * HALF];

/// What marks are signed with: read once.
#[derive(Default)]
pub(crate) struct Browsers {
    key: OnceCell<String>,
}

const KEY: &str = "
IF !record::exists(secret:browsers) { CREATE secret:browsers SET key = $fresh RETURN NONE };
SELECT VALUE key FROM secret:browsers;
";

async fn signer(ctx: &Context) -> Result<Hmac<Sha256>> {
    let read = || async {
        let mut rows = ctx.write(KEY, bind! { fresh: token::fresh() }).await?;
        rows.one::<String>(2)?.ok_or_else(|| Error::broken("a key that was made and is not"))
    };
    let key = ctx.caches().browsers.key.get_or_try_init(read).await?;
    Hmac::new_from_slice(key.as_bytes()).map_err(Error::broken)
}

/// The mark among `marks` that was made for the account of this address.
pub(super) async fn known(ctx: &Context, marks: &str, email: &str) -> Result<Option<Mark>> {
    let marks = read(marks);
    if marks.is_empty() {
        return Ok(None);
    }
    let signer = signer(ctx).await?;
    let ours = |mark: &Mark| {
        let (chance, signature) = mark.split_at(HALF);
        signer.clone().chain_update(chance).chain_update(email).verify_truncated_left(signature).is_ok()
    };
    Ok(marks.into_iter().find(ours))
}

/// What the browser keeps once `person` has signed in on it: `marks`, with theirs before the others.
pub async fn remember_browser(ctx: &Context, person: PersonId, marks: &str) -> Result<String> {
    let email = "SELECT VALUE email FROM $person";
    let email = ctx.db().row::<String>(email, bind! { person: Id(person) }).await?;
    let email = email.ok_or_else(|| Error::broken("a session of nobody"))?;
    let mine = match known(ctx, marks, &email).await? {
        Some(mine) => mine,
        None => make(&signer(ctx).await?, &email),
    };
    let others = read(marks).into_iter().filter(|other| *other != mine);
    let kept = std::iter::once(mine).chain(others).take(MOST);
    Ok(kept.map(|mark| URL_SAFE_NO_PAD.encode(mark)).collect::<Vec<_>>().join("."))
}

fn make(signer: &Hmac<Sha256>, email: &str) -> Mark {
    let chance: [u8; HALF] = rand::random();
    let signature = signer.clone().chain_update(chance).chain_update(email).finalize().into_bytes();
    let mut bytes = chance.into_iter().chain(signature);
    std::array::from_fn(|_| bytes.next().unwrap_or_default())
}

/// The marks of a cookie; what is none of ours is left out.
fn read(marks: &str) -> Vec<Mark> {
    let mark = |text: &str| URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok();
    marks.split('.').take(MOST).filter_map(mark).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Yard, email};

    #[tokio::test]
    async fn a_browser_is_known_for_those_who_signed_in_on_it() {
        let yard = Yard::open().await;
        let (zoe, luc) = (yard.employee("Zoé").await, yard.employee("Luc").await);
        let marks = remember_browser(&yard.ctx, zoe.person, "").await.unwrap();
        let mark = known(&yard.ctx, &marks, &email("Zoé")).await.unwrap();
        assert!(mark.is_some());
        assert_eq!(known(&yard.ctx, &marks, &email("Luc")).await.unwrap(), None);
        assert_eq!(remember_browser(&yard.ctx, zoe.person, &marks).await.unwrap(), marks);

        let both = remember_browser(&yard.ctx, luc.person, &marks).await.unwrap();
        assert_eq!(known(&yard.ctx, &both, &email("Zoé")).await.unwrap(), mark);
        assert!(known(&yard.ctx, &both, &email("Luc")).await.unwrap().is_some());
        let elsewhere = remember_browser(&yard.ctx, zoe.person, "").await.unwrap();
        assert_ne!(elsewhere, marks, "each browser has its own");
    }

    #[tokio::test]
    async fn what_we_did_not_sign_is_nobodys_mark() {
        let yard = Yard::open().await;
        let zoe = yard.employee("Zoé").await;
        let marks = remember_browser(&yard.ctx, zoe.person, "").await.unwrap();
        let altered = marks.replace(&marks[..1], if marks.starts_with('A') { "B" } else { "A" });
        for forged in ["", "....", "é", &altered, &marks[1..], &URL_SAFE_NO_PAD.encode([0; 30])] {
            assert_eq!(known(&yard.ctx, forged, &email("Zoé")).await.unwrap(), None, "{forged}");
        }
        let another = Yard::open().await;
        assert_eq!(known(&another.ctx, &marks, &email("Zoé")).await.unwrap(), None, "another house's");
    }

    #[tokio::test]
    async fn five_people_share_a_browser_and_the_sixth_takes_the_place_of_the_first() {
        let yard = Yard::open().await;
        let mut marks = String::new();
        for actor in yard.crowd(6).await {
            marks = remember_browser(&yard.ctx, actor.person, &marks).await.unwrap();
        }
        assert_eq!(marks.split('.').count(), 5);
        assert!(known(&yard.ctx, &marks, &email("Personne 000")).await.unwrap().is_none());
        assert!(known(&yard.ctx, &marks, &email("Personne 001")).await.unwrap().is_some());
    }
}
