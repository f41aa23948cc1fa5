//! Who is at the other end of a request, as far as the network tells.

use std::convert::Infallible;
use std::net::{IpAddr, Ipv6Addr};

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;

use crate::config::Bounds;

/// The address of a connection's other end; `connections` puts it into each request.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub IpAddr);

/// By whom requests are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Caller {
    /// This machine or a trusted proxy speaks for itself, or a proxy does not say who is behind it. All of them count as
    /// one, with a wide limit.
    Inside,
    /// An IPv4 address, or the /64 of an IPv6 one: whoever has one address there has all of them.
    Address(IpAddr),
    /// Nothing is known. All of them count as one.
    Unknown,
}

const FORWARDED: &str = "x-forwarded-for";

impl Caller {
    /// Reads the caller of a request. What a proxy forwards is read from its end: the part before that anybody can write.
    pub fn of(peer: Option<IpAddr>, headers: &HeaderMap, bounds: &Bounds) -> Caller {
        let Some(peer) = peer else {
            return Caller::Unknown;
        };
        if !is_trusted(peer, bounds) {
            return Caller::Address(network(peer));
        }
        let lines = headers.get_all(FORWARDED);
        let mut hops = Vec::new();
        for line in lines {
            let Ok(line) = line.to_str() else {
                return Caller::Unknown;
            };
            hops.extend(line.split(',').map(str::trim));
        }
        for hop in hops.into_iter().rev() {
            match hop.parse::<IpAddr>() {
                Ok(address) if is_trusted(address, bounds) => {}
                Ok(address) => return Caller::Address(network(address)),
                Err(_) => return Caller::Unknown,
            }
        }
        Caller::Inside
    }
}

/// Whether what this address forwards is believed.
pub fn is_trusted(address: IpAddr, bounds: &Bounds) -> bool {
    bounds.trusted_proxies.contains(&address.to_canonical())
}

/// The part of an address that one subscriber has.
pub fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(six) => {
            let prefix = six.to_bits() >> 64 << 64;
            IpAddr::V6(Ipv6Addr::from_bits(prefix))
        }
        four => four,
    }
}

impl<S: Sync> FromRequestParts<S> for Caller {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Caller, Infallible> {
        let found = parts.extensions.get::<Caller>().copied();
        Ok(found.unwrap_or(Caller::Unknown))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn caller(peer: &str, forwarded: &[&'static str]) -> Caller {
        let mut headers = HeaderMap::new();
        for line in forwarded {
            headers.append(FORWARDED, HeaderValue::from_static(line));
        }
        let bounds = Bounds {
            trusted_proxies: vec!["127.0.0.1".parse().unwrap(), "10.0.0.7".parse().unwrap()],
            ..Bounds::default()
        };
        Caller::of(Some(peer.parse().unwrap()), &headers, &bounds)
    }

    fn address(text: &str) -> Caller {
        Caller::Address(text.parse().unwrap())
    }

    #[test]
    fn only_trusted_proxies_are_believed() {
        assert_eq!(
            caller("203.0.113.5", &["198.51.100.1"]),
            address("203.0.113.5")
        );
        assert_eq!(
            caller("127.0.0.1", &["198.51.100.1"]),
            address("198.51.100.1")
        );
        // The client wrote the first one itself.
        assert_eq!(
            caller("127.0.0.1", &["192.0.2.9, 198.51.100.1, 10.0.0.7"]),
            address("198.51.100.1")
        );
        assert_eq!(
            caller("10.0.0.7", &["192.0.2.9", "198.51.100.1"]),
            address("198.51.100.1")
        );
        assert_eq!(
            caller("127.0.0.1", &["192.0.2.9, nonsense"]),
            Caller::Unknown
        );
        assert_eq!(caller("127.0.0.1", &[]), Caller::Inside);
        assert_eq!(caller("::ffff:127.0.0.1", &[]), Caller::Inside);
        let nobody = Caller::of(None, &HeaderMap::new(), &Bounds::default());
        assert_eq!(nobody, Caller::Unknown);
    }

    #[test]
    fn six_counts_by_its_network() {
        assert_eq!(caller("2001:db8:1:2:3::4", &[]), address("2001:db8:1:2::"));
        assert_eq!(
            caller("2001:db8:1:2:ffff::", &[]),
            address("2001:db8:1:2::")
        );
        assert_ne!(caller("2001:db8:1:3::", &[]), address("2001:db8:1:2::"));
        assert_eq!(caller("::ffff:203.0.113.5", &[]), address("203.0.113.5"));
    }
}
