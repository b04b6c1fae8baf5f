//! Passwords are hashed beside the requests, as many at once as there are cores: a flood of sign-ins
//! waits in line and takes neither the memory nor the time of everybody else.

use std::sync::LazyLock;

use tokio::sync::Semaphore;

use crate::error::Error;
use crate::threads::behind;

static AT_ONCE: LazyLock<Semaphore> = LazyLock::new(|| {
    Semaphore::new(std::thread::available_parallelism().map_or(1, |cores| cores.get()))
});

/// Runs a piece of work that hashes a password.
pub(crate) async fn hashing<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Error> {
    let turn = AT_ONCE.acquire().await.map_err(Error::broken)?;
    behind(move || {
        // The turn ends with the work, not with the request that asked for it.
        let _turn = turn;
        work()
    })
    .await
    .map_err(Error::broken)
}
