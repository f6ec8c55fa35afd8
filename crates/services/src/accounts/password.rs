//! Passwords: hashed with Argon2id, off the async threads, a few at a time.

use crate::{
    Context, bind,
    db::Id,
    error::{Error, Result},
};
use argon2::{
    Algorithm, Argon2, Params, PasswordHash, PasswordHasher, PasswordVerifier, Version,
    password_hash::SaltString,
};
use domain::{Reason, id::PersonId};
use std::sync::Arc;
use tokio::sync::{Semaphore, TryAcquireError};

/// OWASP's first choice for Argon2id (Password Storage Cheat Sheet): 19 MiB, two passes, one lane.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// Hashes that may wait for their turn; beyond, people are asked to come back.
const QUEUE: usize = 64;

/// Checked in place of the hash of nobody, so that an unknown address takes as long as a known one.
/// No password has it.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$cHJlYXVuJ2VzdHBhcw$\
     AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Turns at the hashing: half of the cores, so that pages go on while people sign in.
pub(crate) struct Passwords {
    turns: Arc<Semaphore>,
    queue: Arc<Semaphore>,
}

impl Default for Passwords {
    fn default() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Passwords {
            turns: Arc::new(Semaphore::new(cores.div_ceil(2))),
            queue: Arc::new(Semaphore::new(QUEUE)),
        }
    }
}

impl Passwords {
    /// Whether `password` is the one of `hash`; as slow for nobody's.
    pub(crate) async fn verify(&self, password: &str, hash: Option<&str>) -> Result<bool> {
        let hash = hash.unwrap_or(NOBODY).to_owned();
        let password = password.to_owned();
        self.work(move || {
            let hash = PasswordHash::new(&hash).map_err(Error::broken)?;
            Ok(argon2()?.verify_password(password.as_bytes(), &hash).is_ok())
        })
        .await
    }

    async fn hash(&self, password: &str) -> Result<String> {
        let password = password.to_owned();
        self.work(move || {
            let salt = SaltString::encode_b64(&rand::random::<[u8; 16]>()).map_err(Error::broken)?;
            let hash = argon2()?.hash_password(password.as_bytes(), &salt).map_err(Error::broken)?;
            Ok(hash.to_string())
        })
        .await
    }

    async fn work<T: Send + 'static>(&self, work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
        let _place = match self.queue.try_acquire() {
            Ok(place) => place,
            Err(TryAcquireError::NoPermits) => return Err(Reason::Throttled { seconds: 5 }.into()),
            Err(closed) => return Err(Error::broken(closed)),
        };
        // The turn moves into the work: a request that is dropped does not free it early.
        let turn = self.turns.clone().acquire_owned().await.map_err(Error::broken)?;
        let work = move || {
            let _turn = turn;
            work()
        };
        tokio::task::spawn_blocking(work).await.map_err(Error::broken)?
    }
}

fn argon2() -> Result<Argon2<'static>> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(Error::broken)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// What is stored of `password`: a PHC string, with a salt of its own.
pub async fn hash_password(ctx: &Context, password: &str) -> Result<String> {
    ctx.caches().passwords.hash(password).await
}

/// Gives `person` this password, whatever it is; their sessions stay.
pub async fn set_password(ctx: &Context, person: PersonId, password: &str) -> Result<()> {
    let hash = hash_password(ctx, password).await?;
    ctx.write("UPDATE $person SET password = $hash RETURN NONE;", bind! { person: Id(person), hash }).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_known_by_its_hash_and_nobody_has_any() {
        let passwords = Passwords::default();
        let hash = passwords.hash("trois pommes").await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(passwords.verify("trois pommes", Some(&hash)).await.unwrap());
        assert!(!passwords.verify("quatre pommes", Some(&hash)).await.unwrap());
        assert!(!passwords.verify("trois pommes", None).await.unwrap());
        assert_ne!(hash, passwords.hash("trois pommes").await.unwrap());
    }

    #[tokio::test]
    async fn too_many_at_once_are_asked_to_come_back() {
        let passwords = Passwords::default();
        let _turns =
            passwords.turns.acquire_many(u32::try_from(passwords.turns.available_permits()).unwrap()).await;
        let _queue = passwords.queue.acquire_many(u32::try_from(QUEUE).unwrap()).await;
        let refusal = passwords.verify("x", None).await.unwrap_err().failure();
        assert_eq!(refusal.reason, Reason::Throttled { seconds: 5 });
    }
}
