//! How often somebody may ask. Many delegates share one address (a hotel, a ministry), so the limit
//! of an address is wide; what one person or one account may cause is narrow.

mod keyed;

use std::net::IpAddr;
use std::num::NonZeroU32;

use governor::Quota;

use crate::error::Error;
use keyed::Keyed;

pub(crate) struct Limits {
    /// Registrations from one address: two thousand at once, then one a second. Their mails are fewer
    /// (`models::mail::stranger_mail`).
    registrations: Keyed<IpAddr>,
    /// Sign-ins from one address: thirty at once, then one in ten seconds.
    sign_ins: Keyed<IpAddr>,
    /// Sign-ins from a browser in which somebody has signed in to that account before: ten at once, then one in ten
    /// seconds.
    known_browsers: Keyed<String>,
    /// First sign-ins into one account from one address: three at once, then one a minute. Whoever guesses from
    /// elsewhere takes none of them.
    first_sign_ins: Keyed<(String, Option<IpAddr>)>,
    /// Further sign-ins into one account, wherever from: ten at once, then one in five seconds.
    account_sign_ins: Keyed<String>,
    /// Guesses at secret links and pairing links from one address.
    guesses: Keyed<IpAddr>,
    /// Names a door looks for: three hundred at once, then ten a second.
    searches: Keyed<i64>,
    /// Labels that a door's browser draws: sixty at once, then one in two seconds.
    labels: Keyed<i64>,
    /// Walk-ins, lost badges, labels, notes and scans undone by a device: two hundred at once, then one a second.
    acts: Keyed<i64>,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            registrations: Keyed::new(every(1, 2000)),
            sign_ins: Keyed::new(every(10, 30)),
            known_browsers: Keyed::new(every(10, 10)),
            first_sign_ins: Keyed::new(every(60, 3)),
            account_sign_ins: Keyed::new(every(5, 10)),
            guesses: Keyed::new(every(5, 100)),
            labels: Keyed::new(every(2, 60)),
            acts: Keyed::new(every(1, 200)),
            searches: Keyed::new(
                Quota::per_second(NonZeroU32::MIN.saturating_add(9))
                    .allow_burst(NonZeroU32::MIN.saturating_add(299)),
            ),
        }
    }
}

impl Limits {
    pub(crate) fn registration(&self, from: Option<IpAddr>) -> Result<(), Error> {
        check(&self.registrations, from)
    }

    /// Binds who guesses, and not the owner of the account: a flood of wrong passwords from elsewhere stops neither a
    /// browser that signed in here before, nor who comes from an address of their own for the first time.
    pub(crate) fn sign_in(&self, attempt: &Attempt) -> Result<(), LimitedBy> {
        if let Some(browser) = &attempt.known_browser {
            let is_allowed = self.known_browsers.allows(browser);
            return is_allowed.then_some(()).ok_or(LimitedBy::Browser);
        }
        check(&self.sign_ins, attempt.from).map_err(|_| LimitedBy::Network)?;
        let Some(account) = &attempt.account else {
            return Ok(());
        };
        let first = (account.clone(), attempt.from.map(network));
        let is_allowed =
            self.first_sign_ins.allows(&first) || self.account_sign_ins.allows(account);
        is_allowed.then_some(()).ok_or(LimitedBy::Account)
    }

    pub(crate) fn guess(&self, from: Option<IpAddr>) -> Result<(), Error> {
        check(&self.guesses, from)
    }

    /// A device that is lost does not copy the list of people by asking for every name.
    pub(crate) fn search(&self, device_id: i64) -> Result<(), Error> {
        check_device(&self.searches, device_id)
    }

    /// Each takes a part of a second of a core.
    pub(crate) fn label(&self, device_id: i64) -> Result<(), Error> {
        check_device(&self.labels, device_id)
    }

    /// Some of them send mail: a device that is lost does not send it without end.
    pub(crate) fn acts(&self, device_id: i64, count: usize) -> Result<(), Error> {
        let count = u32::try_from(count).ok().and_then(NonZeroU32::new);
        let count = count.unwrap_or(NonZeroU32::MIN);
        let is_allowed = self.acts.allows_many(&device_id, count);
        is_allowed.then_some(()).ok_or(Error::TooMany)
    }

    /// Forgets who has been quiet.
    pub(crate) fn forget_the_quiet(&self) {
        self.registrations.forget_the_quiet();
        self.sign_ins.forget_the_quiet();
        self.known_browsers.forget_the_quiet();
        self.first_sign_ins.forget_the_quiet();
        self.account_sign_ins.forget_the_quiet();
        self.guesses.forget_the_quiet();
        self.searches.forget_the_quiet();
        self.labels.forget_the_quiet();
        self.acts.forget_the_quiet();
    }
}

/// Somebody who tries to sign in.
pub(crate) struct Attempt {
    /// `None` for this machine itself.
    pub from: Option<IpAddr>,
    /// The address of the account as it is folded everywhere; `None` where what was typed is no address, which is
    /// nobody's account.
    pub account: Option<String>,
    /// What tells one browser from another in which somebody signed in to this very account before.
    pub known_browser: Option<String>,
}

/// Whose limit was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LimitedBy {
    Browser,
    Network,
    Account,
}

/// `burst` at once, then one in so many seconds.
fn every(seconds: u64, burst: u32) -> Quota {
    let burst = NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN);
    Quota::with_period(std::time::Duration::from_secs(seconds))
        .map_or(Quota::per_second(burst), |quota| quota.allow_burst(burst))
}

/// This machine itself (an operator's script, a test) is not limited.
fn check(limiter: &Keyed<IpAddr>, from: Option<IpAddr>) -> Result<(), Error> {
    let is_allowed = from.is_none_or(|ip| limiter.allows(&network(ip)));
    is_allowed.then_some(()).ok_or(Error::TooMany)
}

fn check_device(limiter: &Keyed<i64>, device_id: i64) -> Result<(), Error> {
    let is_allowed = limiter.allows(&device_id);
    is_allowed.then_some(()).ok_or(Error::TooMany)
}

/// One household has 2^64 addresses of IPv6: its network counts as one.
pub(crate) fn network(ip: IpAddr) -> IpAddr {
    match ip {
        IpAddr::V4(_) => ip,
        IpAddr::V6(ip) => {
            let s = ip.segments();
            IpAddr::V6(std::net::Ipv6Addr::new(s[0], s[1], s[2], s[3], 0, 0, 0, 0))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attempt(from: &str, account: &str, known_browser: Option<&str>) -> Attempt {
        Attempt {
            from: Some(from.parse().expect("an address")),
            account: Some(account.into()),
            known_browser: known_browser.map(str::to_owned),
        }
    }

    #[test]
    fn a_flood_from_elsewhere_locks_out_neither_a_known_browser_nor_a_new_address() {
        let limits = Limits::default();
        for number in 0..30 {
            let from = format!("198.51.100.{number}");
            for _ in 0..5 {
                let _ = limits.sign_in(&attempt(&from, "owner@desk.example", None));
            }
        }
        let of_flood = attempt("198.51.100.1", "owner@desk.example", None);
        assert_eq!(limits.sign_in(&of_flood), Err(LimitedBy::Account));
        let new = attempt("203.0.113.5", "owner@desk.example", None);
        let known = attempt("198.51.100.1", "owner@desk.example", Some("browser"));
        for owner in [new, known] {
            assert_eq!(limits.sign_in(&owner), Ok(()));
        }
    }

    #[test]
    fn who_guesses_from_one_address_is_stopped_whatever_accounts_they_name() {
        let limits = Limits::default();
        let all = (0..40).map(|number| {
            let account = format!("person-{number}@desk.example");
            limits.sign_in(&attempt("203.0.113.7", &account, None))
        });
        let allowed = all.filter(Result::is_ok).count();
        assert!((30..33).contains(&allowed), "{allowed}");
    }

    #[test]
    fn a_known_browser_guesses_no_faster() {
        let limits = Limits::default();
        let all =
            (0..40).map(|_| limits.sign_in(&attempt("203.0.113.7", "a@b.example", Some("x"))));
        let allowed = all.filter(Result::is_ok).count();
        assert!((10..13).contains(&allowed), "{allowed}");
    }
}
