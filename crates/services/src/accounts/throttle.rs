//! How often one may try a password.
//!
//! Tries are counted by account and network together, and by network alone; never by account
//! alone, or anybody could lock anybody out. A network where somebody signed in before does not
//! count against them, so that a neighbour's mischief does not either. On a browser they signed in on
//! before (see [`super::browsers`]) their tries are counted apart, whoever else tries what and where,
//! and whatever this memory forgot.

use super::browsers::Mark;
use domain::Reason;
use jiff::Timestamp;
use quick_cache::sync::Cache;
use std::{
    collections::HashMap,
    hash::{BuildHasher, Hash, RandomState},
    net::{IpAddr, Ipv6Addr},
    sync::{Mutex, PoisonError},
};

/// Eight wrong passwords in a row for one account from one network, then one a minute.
const OF_PAIR: Rate = Rate { every: 60_000, burst: 8 };
/// The same for one account from one browser that is known for it.
const OF_BROWSER: Rate = OF_PAIR;
/// Sixty wrong passwords in a row from one network, whatever the accounts, then one in two seconds.
const OF_NETWORK: Rate = Rate { every: 2_000, burst: 60 };
/// Entries kept of each; about 4 MiB in all.
const MOST: usize = 20_000;

pub(crate) struct Throttle {
    keys: RandomState,
    tries: Mutex<Tries>,
    /// Who signed in from where.
    acquainted: Cache<Pair, ()>,
}

#[derive(Default)]
struct Tries {
    pairs: Buckets<Pair>,
    networks: Buckets<Network>,
    browsers: Buckets<Mark>,
}

/// A hash of the account's address (no address is kept), and where it is tried from.
type Pair = (u64, Network);

/// An IPv4 address, or the /64 an IPv6 customer is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Network(IpAddr);

impl Network {
    fn of(address: IpAddr) -> Self {
        match address.to_canonical() {
            IpAddr::V6(v6) => {
                let prefix = u128::from(v6) & !u128::from(u64::MAX);
                Network(Ipv6Addr::from(prefix).into())
            }
            v4 => Network(v4),
        }
    }
}

/// One try that was let through.
pub(crate) struct Try {
    pair: Pair,
    /// It counts against the network too.
    stranger: bool,
    /// It counts against this browser, and nothing else.
    mark: Option<Mark>,
}

impl Default for Throttle {
    fn default() -> Self {
        Throttle { keys: RandomState::new(), tries: Mutex::default(), acquainted: Cache::new(MOST) }
    }
}

impl Throttle {
    /// Lets a try through, counted until [`Throttle::succeeded`] or [`Throttle::spared`], or says
    /// how long to wait. `mark` is the browser's, when it is known for this account.
    pub(crate) fn attempt(
        &self,
        email: &str,
        address: IpAddr,
        mark: Option<Mark>,
        now: Timestamp,
    ) -> Result<Try, Reason> {
        let network = Network::of(address);
        let pair = (self.keys.hash_one(email), network);
        let now = now.as_millisecond();
        let stranger = self.acquainted.get(&pair).is_none();
        let mut tries = self.tries.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = mark {
            tries.browsers.take(known, OF_BROWSER, now)?;
            return Ok(Try { pair, stranger: false, mark });
        }
        if stranger {
            tries.networks.take(network, OF_NETWORK, now)?;
        }
        if let Err(refused) = tries.pairs.take(pair, OF_PAIR, now) {
            if stranger {
                tries.networks.give_back(&network, OF_NETWORK);
            }
            return Err(refused);
        }
        Ok(Try { pair, stranger, mark })
    }

    /// The password was right: the tries before it are forgiven.
    pub(crate) fn succeeded(&self, done: Try) {
        let mut tries = self.tries.lock().unwrap_or_else(PoisonError::into_inner);
        match done.mark {
            Some(known) => tries.browsers.full_at.remove(&known),
            None => tries.pairs.full_at.remove(&done.pair),
        };
        if done.stranger {
            tries.networks.give_back(&done.pair.1, OF_NETWORK);
        }
        drop(tries);
        self.acquainted.insert(done.pair, ());
    }

    /// No password was checked: the try does not count.
    pub(crate) fn spared(&self, done: Try) {
        let mut tries = self.tries.lock().unwrap_or_else(PoisonError::into_inner);
        match done.mark {
            Some(known) => tries.browsers.give_back(&known, OF_BROWSER),
            None => tries.pairs.give_back(&done.pair, OF_PAIR),
        }
        if done.stranger {
            tries.networks.give_back(&done.pair.1, OF_NETWORK);
        }
    }
}

/// `burst` at once, then one `every` so many milliseconds.
#[derive(Clone, Copy)]
struct Rate {
    every: i64,
    burst: i64,
}

/// Buckets of tries (generic cell rate algorithm, ITU-T I.371): for each key, when its bucket will
/// be full again, in milliseconds since the epoch. A key that is not there has a full one.
struct Buckets<K> {
    full_at: HashMap<K, i64>,
}

impl<K> Default for Buckets<K> {
    fn default() -> Self {
        Buckets { full_at: HashMap::new() }
    }
}

impl<K: Eq + Hash> Buckets<K> {
    fn take(&mut self, key: K, rate: Rate, now: i64) -> Result<(), Reason> {
        let full_at = self.full_at.get(&key).copied().unwrap_or(now).max(now) + rate.every;
        let wait = full_at - now - rate.burst * rate.every;
        if wait > 0 {
            let seconds = u64::try_from(wait).unwrap_or_default().div_ceil(1000);
            return Err(Reason::Throttled { seconds });
        }
        if self.full_at.len() >= MOST {
            self.make_room(now);
        }
        self.full_at.insert(key, full_at);
        Ok(())
    }

    fn give_back(&mut self, key: &K, rate: Rate) {
        if let Some(full_at) = self.full_at.get_mut(key) {
            *full_at -= rate.every;
        }
    }

    /// Drops the full buckets and, if they are too few, the fuller half.
    fn make_room(&mut self, now: i64) {
        self.full_at.retain(|_, full_at| *full_at > now);
        if self.full_at.len() < MOST / 2 {
            return;
        }
        let mut times: Vec<i64> = self.full_at.values().copied().collect();
        let middle = times.len() / 2;
        let (_, median, _) = times.select_nth_unstable(middle);
        let median = *median;
        let mut kept = 0;
        self.full_at.retain(|_, full_at| {
            let keep = *full_at >= median && kept < MOST / 2;
            kept += usize::from(keep);
            keep
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::ToSpan;

    const OFFICE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(192, 0, 2, 1));
    const ELSEWHERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(198, 51, 100, 7));

    fn start() -> Timestamp {
        "2026-11-23T07:30:00Z".parse().unwrap()
    }

    /// Wrong passwords until refused, at most `most`.
    fn fail(throttle: &Throttle, email: &str, address: IpAddr, most: usize) -> usize {
        (0..most).take_while(|_| throttle.attempt(email, address, None, start()).is_ok()).count()
    }

    #[test]
    fn wrong_passwords_slow_down_one_account_from_one_network() {
        let throttle = Throttle::default();
        assert_eq!(fail(&throttle, "zoe@exemple.fr", OFFICE, 20), 8);
        let refused = throttle.attempt("zoe@exemple.fr", OFFICE, None, start()).err();
        assert_eq!(refused, Some(Reason::Throttled { seconds: 60 }));
        assert!(throttle.attempt("zoe@exemple.fr", ELSEWHERE, None, start()).is_ok(), "from home");
        assert!(throttle.attempt("luc@exemple.fr", OFFICE, None, start()).is_ok(), "a colleague");
        let later = start() + 60.seconds();
        assert!(throttle.attempt("zoe@exemple.fr", OFFICE, None, later).is_ok());
        assert!(throttle.attempt("zoe@exemple.fr", OFFICE, None, later).is_err());
    }

    #[test]
    fn a_network_that_tries_many_accounts_is_slowed_down_except_for_its_regulars() {
        let throttle = Throttle::default();
        let known = throttle.attempt("zoe@exemple.fr", OFFICE, None, start()).unwrap();
        throttle.succeeded(known);
        let tried = (0..100).filter(|n| fail(&throttle, &format!("{n}@exemple.fr"), OFFICE, 1) == 1).count();
        assert_eq!(tried, 60);
        assert!(throttle.attempt("luc@exemple.fr", OFFICE, None, start()).is_err(), "a stranger there");
        assert!(throttle.attempt("zoe@exemple.fr", OFFICE, None, start()).is_ok(), "a regular");
        assert!(throttle.attempt("luc@exemple.fr", ELSEWHERE, None, start()).is_ok());
    }

    #[test]
    fn a_right_password_forgives() {
        let throttle = Throttle::default();
        assert_eq!(fail(&throttle, "zoe@exemple.fr", OFFICE, 7), 7);
        throttle.succeeded(throttle.attempt("zoe@exemple.fr", OFFICE, None, start()).unwrap());
        assert_eq!(fail(&throttle, "zoe@exemple.fr", OFFICE, 20), 8);
    }

    #[test]
    fn an_ipv6_customer_is_one_network() {
        let of = |text: &str| Network::of(text.parse().unwrap());
        assert_eq!(of("2001:db8:1:2::1"), of("2001:db8:1:2:ffff::9"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        assert_eq!(of("::ffff:192.0.2.1"), of("192.0.2.1"));
    }

    #[test]
    fn memory_is_bounded() {
        let mut buckets = Buckets::default();
        for key in 0..3 * MOST {
            buckets.take(key, OF_PAIR, 0).unwrap();
        }
        assert!(buckets.full_at.len() <= MOST);
    }
}
