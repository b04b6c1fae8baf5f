//! How often somebody may ask. Many delegates share one address (a hotel, a ministry), so the limit
//! of an address is wide; what one person or one account may cause is narrow.

use std::net::IpAddr;
use std::num::NonZeroU32;

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::error::Error;

pub struct Limits {
    /// Registrations from one address: two thousand at once, then one a second. Their mails are fewer
    /// (`models::stranger_mail`).
    registrations: DefaultKeyedRateLimiter<IpAddr>,
    /// Sign-ins from one address: thirty at once, then one in ten seconds.
    sign_ins: DefaultKeyedRateLimiter<IpAddr>,
    /// Sign-ins into one account, wherever from: ten at once, then one in thirty seconds.
    account_sign_ins: DefaultKeyedRateLimiter<String>,
    /// Guesses at secret links and pairing links from one address.
    guesses: DefaultKeyedRateLimiter<IpAddr>,
    /// Names a door looks for: three hundred at once, then ten a second.
    searches: DefaultKeyedRateLimiter<i64>,
    /// Labels that a door's browser draws: sixty at once, then one in two seconds.
    labels: DefaultKeyedRateLimiter<i64>,
    /// Walk-ins, lost badges, labels, notes and scans undone by a device: two hundred at once, then one a second.
    acts: DefaultKeyedRateLimiter<i64>,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            registrations: RateLimiter::keyed(every(1, 2000)),
            sign_ins: RateLimiter::keyed(every(10, 30)),
            account_sign_ins: RateLimiter::keyed(every(30, 10)),
            guesses: RateLimiter::keyed(every(5, 100)),
            labels: RateLimiter::keyed(every(2, 60)),
            acts: RateLimiter::keyed(every(1, 200)),
            searches: RateLimiter::keyed(
                Quota::per_second(NonZeroU32::MIN.saturating_add(9))
                    .allow_burst(NonZeroU32::MIN.saturating_add(299)),
            ),
        }
    }
}

impl Limits {
    pub fn registration(&self, from: Option<IpAddr>) -> Result<(), Error> {
        check(&self.registrations, from)
    }

    pub fn sign_in(&self, from: Option<IpAddr>, account: &str) -> Result<(), Error> {
        check(&self.sign_ins, from)?;
        self.account_sign_ins
            .check_key(&account.to_lowercase())
            .map_err(|_| Error::TooMany)
    }

    pub fn guess(&self, from: Option<IpAddr>) -> Result<(), Error> {
        check(&self.guesses, from)
    }

    /// A device that is lost does not copy the list of people by asking for every name.
    pub fn search(&self, device_id: i64) -> Result<(), Error> {
        self.searches
            .check_key(&device_id)
            .map_err(|_| Error::TooMany)
    }

    /// Each takes a part of a second of a core.
    pub fn label(&self, device_id: i64) -> Result<(), Error> {
        self.labels
            .check_key(&device_id)
            .map_err(|_| Error::TooMany)
    }

    /// Some of them send mail: a device that is lost does not send it without end.
    pub fn acts(&self, device_id: i64, count: usize) -> Result<(), Error> {
        let count = u32::try_from(count).ok().and_then(NonZeroU32::new);
        match self
            .acts
            .check_key_n(&device_id, count.unwrap_or(NonZeroU32::MIN))
        {
            Ok(Ok(())) => Ok(()),
            _ => Err(Error::TooMany),
        }
    }

    /// Forgets who has been quiet, so that the tables do not grow.
    pub fn forget_the_quiet(&self) {
        self.registrations.retain_recent();
        self.sign_ins.retain_recent();
        self.account_sign_ins.retain_recent();
        self.guesses.retain_recent();
        self.searches.retain_recent();
        self.labels.retain_recent();
        self.acts.retain_recent();
    }
}

/// `burst` at once, then one in so many seconds.
fn every(seconds: u64, burst: u32) -> Quota {
    let burst = NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN);
    Quota::with_period(std::time::Duration::from_secs(seconds))
        .map_or(Quota::per_second(burst), |quota| quota.allow_burst(burst))
}

/// This machine itself (an operator's script, a test) is not limited.
fn check(limiter: &DefaultKeyedRateLimiter<IpAddr>, from: Option<IpAddr>) -> Result<(), Error> {
    match from {
        None => Ok(()),
        Some(ip) => limiter.check_key(&network(ip)).map_err(|_| Error::TooMany),
    }
}

/// One household has 2^64 addresses of IPv6: its network counts as one.
pub(super) fn network(ip: IpAddr) -> IpAddr {
    match ip {
        IpAddr::V4(_) => ip,
        IpAddr::V6(ip) => {
            let s = ip.segments();
            IpAddr::V6(std::net::Ipv6Addr::new(s[0], s[1], s[2], s[3], 0, 0, 0, 0))
        }
    }
}
