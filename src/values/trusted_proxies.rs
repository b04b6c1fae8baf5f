//! The proxies whose word on who asks is believed: their own addresses, or networks of them.

use std::net::IpAddr;
use std::str::FromStr;

/// Where nothing else is said, a proxy on this machine is believed.
const OF_THIS_MACHINE: [&str; 2] = ["127.0.0.0/8", "::1"];

/// Whose `Forwarded` and `X-Forwarded-For` count.
#[derive(Debug, Clone)]
pub(crate) struct TrustedProxies {
    networks: Vec<Network>,
    /// The operator named them; else they are those of this machine.
    pub are_named: bool,
}

impl TrustedProxies {
    /// Reads addresses and networks between commas, or `none`. The error is a sentence.
    pub(crate) fn parse(text: Option<&str>) -> Result<TrustedProxies, String> {
        let Some(text) = text else {
            return Ok(TrustedProxies::default());
        };
        let named = text.split([',', ' ']).filter(|one| !one.is_empty());
        let networks = match text {
            "none" => Vec::new(),
            _ => named.map(str::parse).collect::<Result<_, _>>()?,
        };
        Ok(TrustedProxies {
            networks,
            are_named: true,
        })
    }

    pub(crate) fn trusts(&self, ip: IpAddr) -> bool {
        let ip = ip.to_canonical();
        self.networks.iter().any(|network| network.holds(ip))
    }

    /// Whether some proxy on this machine is believed.
    pub(crate) fn trusts_this_machine(&self) -> bool {
        self.networks
            .iter()
            .any(|network| network.address.is_loopback())
    }
}

impl Default for TrustedProxies {
    fn default() -> TrustedProxies {
        let networks = OF_THIS_MACHINE.iter().filter_map(|one| one.parse().ok());
        TrustedProxies {
            networks: networks.collect(),
            are_named: false,
        }
    }
}

/// `10.0.0.0/8`, or one address.
#[derive(Debug, Clone, Copy)]
struct Network {
    address: IpAddr,
    /// So many of its first bits are the network's.
    bits: u32,
}

impl Network {
    fn holds(&self, ip: IpAddr) -> bool {
        match (self.address, ip) {
            (IpAddr::V4(own), IpAddr::V4(ip)) => {
                (own.to_bits() ^ ip.to_bits()).leading_zeros() >= self.bits
            }
            (IpAddr::V6(own), IpAddr::V6(ip)) => {
                (own.to_bits() ^ ip.to_bits()).leading_zeros() >= self.bits
            }
            _ => false,
        }
    }
}

impl FromStr for Network {
    type Err = String;

    fn from_str(text: &str) -> Result<Network, String> {
        let (address, bits) = match text.split_once('/') {
            Some((address, bits)) => (address, Some(bits)),
            None => (text, None),
        };
        let fault = || {
            format!(
                "The trusted proxy {text:?} is neither an address nor a network, such as 10.0.0.7 or 10.0.0.0/8."
            )
        };
        let address: IpAddr = address.parse().map_err(|_| fault())?;
        let most = if address.is_ipv4() { 32 } else { 128 };
        let bits = bits.map_or(Ok(most), str::parse).map_err(|_| fault())?;
        match bits <= most {
            true => Ok(Network { address, bits }),
            false => Err(fault()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trusts(proxies: Option<&str>, ip: &str) -> bool {
        let proxies = TrustedProxies::parse(proxies).expect("they are proxies");
        proxies.trusts(ip.parse().expect("an address"))
    }

    #[test]
    fn a_network_holds_its_addresses_and_no_others() {
        for (proxies, ip) in [
            (None, "127.0.0.1"),
            (None, "::1"),
            (None, "::ffff:127.0.0.1"),
            (Some("10.0.0.0/8"), "10.255.1.2"),
            (Some("192.0.2.7"), "192.0.2.7"),
            (Some("192.0.2.7, fd00::/8"), "fd12::1"),
            (Some("0.0.0.0/0"), "203.0.113.9"),
        ] {
            assert!(trusts(proxies, ip), "{proxies:?} {ip}");
        }
        for (proxies, ip) in [
            (None, "10.0.0.1"),
            (Some("none"), "127.0.0.1"),
            (Some("10.0.0.0/8"), "11.0.0.1"),
            (Some("10.0.0.0/8"), "127.0.0.1"),
            (Some("192.0.2.7"), "192.0.2.8"),
            (Some("0.0.0.0/0"), "2001:db8::1"),
        ] {
            assert!(!trusts(proxies, ip), "{proxies:?} {ip}");
        }
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for text in ["proxy.example", "10.0.0.0/33", "10.0.0.0/", "10.0.0/8"] {
            assert!(TrustedProxies::parse(Some(text)).is_err(), "{text}");
        }
    }
}
