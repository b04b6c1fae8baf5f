//! Files from outside are opened by a child of this program, two at a time.
//!
//! The readers count rows, columns, pixels and depth themselves, and so can say where a file is too large. That is not
//! enough: a library may ask for half a terabyte before it has shown a single cell, and an allocation that fails or a
//! stack that is full ends the whole program, doors and all. A process has limits that no library can forget, and
//! ends alone.

mod child;
mod ended;
mod task;
mod turns;

use std::fs::File;
use std::io::{self, BufReader, Seek};
use std::path::PathBuf;
use std::process::{ChildStdout, Command, Stdio};

pub(crate) use child::{STACK, confine};
pub(crate) use ended::Ended;
pub(crate) use task::{Limits, Task};
pub(crate) use turns::Turns;

/// What the child says, as it comes.
pub(crate) type ChildOutput = BufReader<ChildStdout>;

/// Has a child open a file; `read` makes something of what it says, or nothing where that was not whole. It takes as
/// long as the child: not for a worker of the web.
pub(crate) fn open<T>(
    task: Task,
    file: File,
    read: impl FnOnce(&mut ChildOutput) -> Option<T>,
) -> Result<T, Ended> {
    opened(task, file, read).unwrap_or_else(|error| {
        tracing::error!(%error, "a file from outside could not be opened");
        Err(Ended::NotNow)
    })
}

fn opened<T>(
    task: Task,
    mut file: File,
    read: impl FnOnce(&mut ChildOutput) -> Option<T>,
) -> io::Result<Result<T, Ended>> {
    file.rewind()?;
    let size = file.metadata()?.len();
    // It needs none of our settings, and shall know none of our secrets.
    let mut child = Command::new(program()?)
        .args(["open", task.word(), &size.to_string()])
        .env_clear()
        .stdin(file)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let said = child.stdout.take().map(BufReader::new);
    let read = said.and_then(|mut said| read(&mut said));
    let status = child.wait()?;
    Ok(match Ended::of(status, task.limits(size)) {
        None => read.ok_or(Ended::Broken),
        Some(ended) => Err(ended),
    })
}

/// This program, also after its file was replaced by a newer one.
fn program() -> io::Result<PathBuf> {
    match cfg!(target_os = "linux") {
        true => Ok(PathBuf::from("/proc/self/exe")),
        false => std::env::current_exe(),
    }
}
