use std::hash::{BuildHasher, Hash, RandomState};
use std::marker::PhantomData;
use std::num::NonZeroU32;

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

/// Most rows of one table, however many ask: a few megabytes.
const ROWS: u64 = 1 << 17;

/// A limit of its own for everybody with the same key. Kept by a row that the key's hash names, so that no flood of new
/// keys takes memory; who shares a row with somebody cannot be known from outside, and seldom does.
pub(super) struct Keyed<K> {
    limiter: DefaultKeyedRateLimiter<u32>,
    hasher: RandomState,
    keys: PhantomData<fn(&K)>,
}

impl<K: Hash> Keyed<K> {
    pub(super) fn new(quota: Quota) -> Keyed<K> {
        Keyed {
            limiter: RateLimiter::keyed(quota),
            hasher: RandomState::new(),
            keys: PhantomData,
        }
    }

    pub(super) fn allows(&self, key: &K) -> bool {
        self.limiter.check_key(&self.row(key)).is_ok()
    }

    pub(super) fn allows_many(&self, key: &K, count: NonZeroU32) -> bool {
        matches!(self.limiter.check_key_n(&self.row(key), count), Ok(Ok(())))
    }

    /// Who has been quiet for long enough has their whole limit again, with or without a row.
    pub(super) fn forget_the_quiet(&self) {
        self.limiter.retain_recent();
        self.limiter.shrink_to_fit();
    }

    fn row(&self, key: &K) -> u32 {
        u32::try_from(self.hasher.hash_one(key) % ROWS).unwrap_or(0)
    }
}
