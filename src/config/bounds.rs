//! How much the web takes from one conversation, one address, and all of them.

use std::net::IpAddr;

use serde::Deserialize;

/// Limits against floods and slow connections, each with its unit in the name.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Bounds {
    /// The proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// So many requests one address may make at once, and so many a minute in the long run; IPv6 counts by /64.
    pub address_burst_requests: u32,
    pub address_requests_per_minute: u32,
    pub address_conversations_per_hour: u32,
    /// The same for all requests together that come from this machine or a trusted proxy and name no other address.
    pub inside_burst_requests: u32,
    pub inside_requests_per_minute: u32,
    pub inside_conversations_per_hour: u32,
    /// The headers of a request must be there within this time, and a quiet connection is closed after it …
    pub header_seconds: u16,
    /// … and all of it read and answered within this one. Streams are answered once they begin.
    pub request_seconds: u16,
    /// Open connections. Beyond it the one that has been quiet the longest is closed.
    pub connections_max: u32,
    pub address_connections_max: u32,
    /// Open pages that are told what is new.
    pub streams_max: u32,
    pub address_streams_max: u32,
    pub conversation_streams_max: u32,
}

impl Default for Bounds {
    fn default() -> Bounds {
        Bounds {
            trusted_proxies: vec![
                IpAddr::from([127, 0, 0, 1]),
                IpAddr::from([0, 0, 0, 0, 0, 0, 0, 1]),
            ],
            address_burst_requests: 300,
            address_requests_per_minute: 900,
            address_conversations_per_hour: 60,
            inside_burst_requests: 10_000,
            inside_requests_per_minute: 20_000,
            inside_conversations_per_hour: 5_000,
            header_seconds: 20,
            request_seconds: 30,
            connections_max: 800,
            address_connections_max: 100,
            streams_max: 600,
            address_streams_max: 60,
            conversation_streams_max: 6,
        }
    }
}

impl Bounds {
    pub(super) fn check(&self) -> Result<(), String> {
        let numbers = [
            ("address_burst_requests", self.address_burst_requests),
            (
                "address_requests_per_minute",
                self.address_requests_per_minute,
            ),
            (
                "address_conversations_per_hour",
                self.address_conversations_per_hour,
            ),
            ("inside_burst_requests", self.inside_burst_requests),
            (
                "inside_requests_per_minute",
                self.inside_requests_per_minute,
            ),
            (
                "inside_conversations_per_hour",
                self.inside_conversations_per_hour,
            ),
            ("header_seconds", u32::from(self.header_seconds)),
            ("request_seconds", u32::from(self.request_seconds)),
            ("connections_max", self.connections_max),
            ("address_connections_max", self.address_connections_max),
            ("streams_max", self.streams_max),
            ("address_streams_max", self.address_streams_max),
            ("conversation_streams_max", self.conversation_streams_max),
        ];
        for (name, value) in numbers {
            super::at_least(&format!("web.bounds.{name}"), value, 1)?;
        }
        if self.streams_max >= self.connections_max {
            return Err(format!(
                "web.bounds.streams_max is {}; write less than connections_max, so that open pages leave room",
                self.streams_max
            ));
        }
        Ok(())
    }
}
