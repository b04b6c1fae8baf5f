//! What the program writes is for nobody else on its machine: files 0600, folders 0700, whatever it was started with.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use rustix::fs::Mode;

/// What others may do with a file: read, write, run it, by group or at all.
const OTHERS: u32 = 0o077;
/// What a public file may be: read by all.
const PUBLIC_FILE: u32 = 0o644;
const PUBLIC_FOLDER: u32 = 0o755;

/// From now on nobody else can open what this program and its children make.
pub(crate) fn keep_files_private() {
    rustix::process::umask(Mode::RWXG | Mode::RWXO);
}

/// Closes a file that was made when the program did not look after that. What is not there, or somebody else's, stays
/// as it is; `hazir check` says so.
pub(crate) fn close(file: &Path) {
    if let Some(mode) = mode(file)
        && mode & OTHERS != 0
    {
        let closed = fs::set_permissions(file, fs::Permissions::from_mode(mode & !OTHERS));
        if closed.is_ok() {
            tracing::info!(file = %file.display(), "closed a file that others could open");
        }
    }
}

/// Opens to everybody what is no secret and may be needed by the program as another user.
pub(crate) fn publish(path: &Path) -> std::io::Result<()> {
    let mode = match path.is_dir() {
        true => PUBLIC_FOLDER,
        false => PUBLIC_FILE,
    };
    fs::set_permissions(path, fs::Permissions::from_mode(mode))
}

/// That others on this machine can open it; a sentence. `None` also where there is nothing.
pub(crate) fn fault(path: &Path) -> Option<String> {
    let open = mode(path)? & OTHERS;
    (open != 0).then(|| {
        let right = match path.is_dir() {
            true => "700",
            false => "600",
        };
        format!(
            "{} can be opened by others on this machine; close it with chmod {right}.",
            path.display()
        )
    })
}

/// The same of a folder, and of the first file in it that others can open. Behind a folder that is closed nothing is open.
pub(crate) fn folder_faults(folder: &Path) -> Vec<String> {
    let Some(open) = fault(folder) else {
        return Vec::new();
    };
    let first = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .find_map(|file: PathBuf| fault(&file));
    std::iter::once(open).chain(first).collect()
}

fn mode(path: &Path) -> Option<u32> {
    Some(fs::metadata(path).ok()?.permissions().mode() & 0o777)
}
