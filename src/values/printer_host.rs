use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// The name or address of a printer in the network, as an organizer types it. Whether it may be reached is asked of
/// each address that the name leads to, just before the line is opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PrinterHost(String);

/// Where programs in other people's data centres ask for the secrets of their machine, beside 169.254.169.254, which
/// is link-local: Amazon by IPv6, Azure, Oracle, Alibaba.
const METADATA: [IpAddr; 4] = [
    IpAddr::V6(Ipv6Addr::new(0xfd00, 0xec2, 0, 0, 0, 0, 0, 0x254)),
    IpAddr::V4(Ipv4Addr::new(168, 63, 129, 16)),
    IpAddr::V4(Ipv4Addr::new(192, 0, 0, 192)),
    IpAddr::V4(Ipv4Addr::new(100, 100, 100, 200)),
];

impl PrinterHost {
    /// A host name, or an address with or without brackets; no port, no path.
    pub(crate) fn parse(text: &str) -> Option<PrinterHost> {
        let text = text.trim();
        let bare = text
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'))
            .unwrap_or(text);
        if let Ok(address) = bare.parse::<IpAddr>() {
            return Some(PrinterHost(address.to_string()));
        }
        let is_label = |label: &str| {
            (1..=63).contains(&label.len())
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label
                    .chars()
                    .all(|sign| sign.is_ascii_alphanumeric() || sign == '-')
        };
        let name = text.trim_end_matches('.');
        let is_name = name.len() <= 253 && name.split('.').all(is_label);
        is_name.then(|| PrinterHost(name.to_ascii_lowercase()))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// The address, where that is what was typed.
    pub(crate) fn address(&self) -> Option<IpAddr> {
        self.0.parse().ok()
    }
}

/// Whether a label may be sent there. Printers stand in private networks, so those are open; what answers at the
/// machine itself, beside it on the line, or to many at once is no label printer of the forum's.
///
/// `this_machine`: people reach the program at a loopback address, as in a demo or a test. Then who uses it sits at
/// this machine and could open the port without us; behind a public address nobody must be led to what listens
/// inside.
pub(crate) fn may_print_at(address: IpAddr, port: u16, this_machine: bool) -> bool {
    let address = address.to_canonical();
    if address.is_loopback() {
        return this_machine;
    }
    is_printers_port(port) && !is_off_limits(address)
}

/// The ports on which label printers take what they print as it comes: 9100 and its neighbours for further
/// printers of one print server, 6101 of mobile ones. 515 is not among them: there a printer wants to be spoken to
/// in another language first.
fn is_printers_port(port: u16) -> bool {
    matches!(port, 9100..=9109 | 6101)
}

fn is_off_limits(address: IpAddr) -> bool {
    if METADATA.contains(&address) || address.is_unspecified() || address.is_multicast() {
        return true;
    }
    match address {
        // 0.0.0.0/8 is "this network"; from 240 on nothing is given out, 255.255.255.255 is everybody.
        IpAddr::V4(ip) => ip.is_link_local() || ip.octets()[0] == 0 || ip.octets()[0] >= 240,
        IpAddr::V6(ip) => is_link_local(ip) || within(ip).is_some_and(is_closed_within),
    }
}

fn is_link_local(ip: Ipv6Addr) -> bool {
    // fe80::/10, and fec0::/10, which meant as much before.
    ip.segments()[0] & 0xff80 == 0xfe80
}

/// The address of IPv4 to which gateways translate this one: ::/96, 64:ff9b::/96 and 2002::/16.
fn within(ip: Ipv6Addr) -> Option<Ipv4Addr> {
    let parts = ip.segments();
    let of = |high: u16, low: u16| Ipv4Addr::from((u32::from(high) << 16) | u32::from(low));
    match parts {
        [0, 0, 0, 0, 0, 0, high, low] | [0x64, 0xff9b, 0, 0, 0, 0, high, low] => {
            Some(of(high, low))
        }
        [0x2002, high, low, ..] => Some(of(high, low)),
        _ => None,
    }
}

fn is_closed_within(ip: Ipv4Addr) -> bool {
    ip.is_loopback() || is_off_limits(IpAddr::V4(ip))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn may(address: &str, port: u16, this_machine: bool) -> bool {
        may_print_at(address.parse().unwrap(), port, this_machine)
    }

    #[test]
    fn printers_of_private_networks_are_reached_on_their_own_ports_alone() {
        for address in [
            "192.168.1.40",
            "10.0.0.7",
            "172.16.3.3",
            "fd12::7",
            "198.51.100.7",
        ] {
            assert!(may(address, 9100, false), "{address}");
            assert!(may(address, 6101, true), "{address}");
            for port in [22, 80, 443, 515, 5432, 6379, 9110] {
                assert!(!may(address, port, true), "{address} {port}");
            }
        }
    }

    #[test]
    fn no_address_leads_to_the_machine_its_neighbours_or_everybody() {
        for address in [
            "169.254.169.254",
            "169.254.0.9",
            "0.0.0.0",
            "0.1.2.3",
            "224.0.0.251",
            "239.1.1.1",
            "255.255.255.255",
            "240.0.0.1",
            "fe80::1",
            "febf::1",
            "fec0::1",
            "ff02::1",
            "::",
            "::ffff:169.254.169.254",
            "64:ff9b::a9fe:a9fe",
            "2002:a9fe:a9fe::1",
            "64:ff9b::7f00:1",
            "::127.0.0.1",
            "fd00:ec2::254",
            "168.63.129.16",
            "100.100.100.200",
            "192.0.0.192",
        ] {
            assert!(!may(address, 9100, true), "{address}");
        }
    }

    #[test]
    fn this_machine_is_open_to_those_who_sit_at_it() {
        for address in ["127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1"] {
            assert!(may(address, 40_123, true), "{address}");
            assert!(!may(address, 9100, false), "{address}");
        }
    }

    #[test]
    fn a_host_is_a_name_or_an_address() {
        for (typed, kept) in [
            (" Zebra-1.door.example. ", "zebra-1.door.example"),
            ("192.168.1.40", "192.168.1.40"),
            ("[fd12::7]", "fd12::7"),
        ] {
            let host = PrinterHost::parse(typed).unwrap();
            assert_eq!(host.as_str(), kept);
        }
        for typed in [
            "",
            "a b",
            "http://printer",
            "printer:9100",
            "a/b",
            "user@host",
            "-x",
            "a..b",
            "[::1",
            "é",
        ] {
            assert_eq!(PrinterHost::parse(typed), None, "{typed}");
        }
    }
}
