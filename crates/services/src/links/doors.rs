//! Where a request may go: to the public web, by its usual doors.
//!
//! A name is resolved here, every address it has is looked at, and the request goes to those very
//! addresses: a name that answers differently a moment later changes nothing.

use futures::future::BoxFuture;
use reqwest::Url;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use url::Host;

/// Says where the request for an address goes. Tests have doors of their own.
pub trait Doors: Send + Sync {
    /// The places that answer for `url`; none when it may not be asked.
    fn open<'a>(&'a self, url: &'a Url) -> BoxFuture<'a, Result<Vec<SocketAddr>, Nowhere>>;
}

/// Nobody says where a name leads, now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nowhere;

/// The web as the system's resolver knows it.
pub(super) struct Public;

impl Doors for Public {
    fn open<'a>(&'a self, url: &'a Url) -> BoxFuture<'a, Result<Vec<SocketAddr>, Nowhere>> {
        Box::pin(async move {
            let Some(port) = usual_port(url) else { return Ok(Vec::new()) };
            let found: Vec<IpAddr> = match url.host() {
                Some(Host::Ipv4(address)) => vec![address.into()],
                Some(Host::Ipv6(address)) => vec![address.into()],
                Some(Host::Domain(name)) => match tokio::net::lookup_host((name, port)).await {
                    Ok(found) => found.map(|address| address.ip()).collect(),
                    Err(_) => return Err(Nowhere),
                },
                None => Vec::new(),
            };
            // One that is not public makes the name suspect: none of it is asked.
            if !found.iter().copied().all(is_public) {
                return Ok(Vec::new());
            }
            Ok(found.into_iter().map(|address| SocketAddr::new(address, port)).collect())
        })
    }
}

/// 80 and 443, each with its own scheme, and nobody's name or password.
pub(super) fn usual_port(url: &Url) -> Option<u16> {
    let usual = match url.scheme() {
        "http" => 80,
        "https" => 443,
        _ => return None,
    };
    let anonymous = url.username().is_empty() && url.password().is_none();
    (anonymous && url.port_or_known_default() == Some(usual)).then_some(usual)
}

/// Whether an address belongs to the public network (IANA's registries of special-purpose addresses,
/// RFC 6890 and after): not this machine, not this company, not a cloud's own services, not many at
/// once. Addresses that carry another inside (mapped, translated, 6to4, Teredo) are not asked.
pub(super) fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    !matches!(
        (a, b, c),
        (0 | 10 | 127, ..)
            | (100, 64..=127, _)
            | (169, 254, _)
            | (172, 16..=31, _)
            | (192, 0, 0 | 2)
            | (192, 31, 196)
            | (192, 52, 193)
            | (192, 88, 99)
            | (192, 168, _)
            | (192, 175, 48)
            | (198, 18..=19, _)
            | (198, 51, 100)
            | (203, 0, 113)
            | (224..=255, ..)
    )
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let [a, b, ..] = address.segments();
    // Global unicast is 2000::/3; within it, 2001::/23 is for protocols, 2001:db8::/32 and 3fff::/20 for
    // books, 2002::/16 carries IPv4.
    (0x2000..=0x3FFF).contains(&a)
        && !(a == 0x2001 && b < 0x0200)
        && !(a == 0x2001 && b == 0x0DB8)
        && a != 0x2002
        && !(a == 0x3FFF && b < 0x1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_public_addresses_are_asked() {
        for public in
            ["93.184.215.14", "8.8.8.8", "100.63.0.1", "172.32.0.1", "2606:4700::1111", "2a01:e0a::1"]
        {
            assert!(is_public(public.parse().unwrap()), "{public}");
        }
        for private in [
            "0.0.0.0",
            "10.0.0.1",
            "100.64.0.1",
            "100.127.255.255",
            "127.0.0.1",
            "127.255.255.254",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.192",
            "192.0.2.1",
            "192.88.99.1",
            "192.168.1.1",
            "198.18.0.1",
            "198.51.100.1",
            "203.0.113.1",
            "224.0.0.1",
            "239.255.255.250",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:127.0.0.1",
            "::ffff:8.8.8.8",
            "::7f00:1",
            "64:ff9b::7f00:1",
            "64:ff9b:1::1",
            "100::1",
            "2001::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "3fff::1",
            "fc00::1",
            "fd00:ec2::254",
            "fe80::1",
            "fec0::1",
            "ff02::1",
        ] {
            assert!(!is_public(private.parse().unwrap()), "{private}");
        }
    }

    #[tokio::test]
    async fn an_address_written_otherwise_is_the_same_address() {
        for crafted in [
            "http://127.0.0.1/",
            "http://0x7f000001/",
            "http://2130706433/",
            "http://017700000001/",
            "http://127.1/",
            "http://0/",
            "http://[::1]/",
            "http://[::ffff:127.0.0.1]/",
            "http://[::ffff:7f00:1]/",
            "http://169.254.169.254/latest/meta-data/",
            "http://[fd00:ec2::254]/",
            "http://①②⑦.0.0.1/",
            "http://localhost/",
            "http://localhost./",
            "http://8.8.8.8:8080/",
            "https://8.8.8.8:80/",
            "http://8.8.8.8:443/",
            "http://user@8.8.8.8/",
            "http://user:password@8.8.8.8/",
            "ftp://8.8.8.8/",
        ] {
            let url = Url::parse(crafted).unwrap();
            assert_eq!(Public.open(&url).await.unwrap_or_default(), Vec::<SocketAddr>::new(), "{crafted}");
        }
        let open = Url::parse("https://8.8.8.8/").unwrap();
        assert_eq!(Public.open(&open).await, Ok(vec![SocketAddr::from(([8, 8, 8, 8], 443))]));
    }
}
