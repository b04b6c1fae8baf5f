use std::fs::File;
use std::sync::Arc;

use tokio::sync::Semaphore;

use super::{ChildOutput, Ended, Task, open};
use crate::threads::behind;

/// Files that are opened at the same time in the whole program.
const TOGETHER: usize = 2;

/// Who may open a file next: whoever came first.
#[derive(Clone)]
pub(crate) struct Turns(Arc<Semaphore>);

impl Default for Turns {
    fn default() -> Turns {
        Turns(Arc::new(Semaphore::new(TOGETHER)))
    }
}

impl Turns {
    /// Opens a file once it is its turn, and not in a worker of the web.
    pub(crate) async fn open<T: Send + 'static>(
        &self,
        task: Task,
        file: File,
        read: impl FnOnce(&mut ChildOutput) -> Option<T> + Send + 'static,
    ) -> Result<T, Ended> {
        let turn = self.0.clone().acquire_many_owned(task.turns()).await;
        // The turn lasts as long as the child, also where nobody waits for the answer any more.
        let opening = behind(move || {
            let opened = open(task, file, read);
            drop(turn);
            opened
        });
        opening.await.unwrap_or(Err(Ended::NotNow))
    }

    /// The same on a thread that may wait.
    pub(crate) fn open_now<T>(
        &self,
        task: Task,
        file: File,
        read: impl FnOnce(&mut ChildOutput) -> Option<T>,
    ) -> Result<T, Ended> {
        let turn = self.0.clone().acquire_many_owned(task.turns());
        let _turn = match tokio::runtime::Builder::new_current_thread().build() {
            Ok(waiting) => waiting.block_on(turn),
            Err(_) => return Err(Ended::NotNow),
        };
        open(task, file, read)
    }
}
