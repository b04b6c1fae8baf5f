use std::io::{self, Read, Write};
use std::{process, thread};

use crate::commands::Failure;
use crate::lists::reading;
use crate::opening::{STACK, Task, confine};
use crate::papers::pdf;
use crate::press::{self, Refused};

/// Opens a file that somebody brought, as a child of the running program: it comes by standard input, and standard
/// output says what is in it.
pub(super) fn run(task: &str, size: u64) -> Result<(), Failure> {
    let task = Task::parse(task)
        .ok_or_else(|| Failure::Usage("There is no such thing to open a file for.".to_owned()))?;
    let broken = |error: io::Error| Failure::Failed(format!("The file cannot be opened: {error}."));
    confine(task.limits(size)).map_err(broken)?;
    let reader = thread::Builder::new().stack_size(STACK);
    let reader = reader.spawn(move || open(task, size)).map_err(broken)?;
    match reader.join() {
        Ok(opened) => opened.map_err(broken),
        // Its own words are of no use to anybody who sees the page.
        Err(_) => process::exit(1),
    }
}

fn open(task: Task, size: u64) -> io::Result<()> {
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    io::stdin().lock().take(size).read_to_end(&mut bytes)?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    match task {
        Task::List => reading::tell(&bytes, &mut out)?,
        Task::Artwork => tell(&mut out, &press::tried(bytes))?,
        Task::PaperPicture => tell(&mut out, &pdf::picture_kind(bytes))?,
        Task::Thumbnail => out.write_all(&press::thumbnail(bytes).unwrap_or_default())?,
    }
    out.flush()
}

fn tell<T: serde::Serialize>(out: &mut impl Write, found: &Result<T, Refused>) -> io::Result<()> {
    serde_json::to_writer(out, found).map_err(io::Error::from)
}
