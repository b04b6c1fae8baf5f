//! A picture that the desk brings: tried in a child of the program before it is kept.

use std::io::{Read, Seek};

use serde::de::DeserializeOwned;

use super::upload::Upload;
use crate::app::App;
use crate::error::Error;
use crate::i18n::{Texts, number};
use crate::opening::{ChildOutput, Ended, Task};
use crate::press::{DEEPEST, MOST_FILTERS, MOST_NODES, MOST_PIXELS, Refused};
use crate::threads::behind;

/// A picture that can be drawn.
pub(crate) struct Tried<T> {
    pub bytes: Vec<u8>,
    /// What the child found out about it.
    pub found: T,
}

/// Why a picture is not kept.
#[derive(Debug, Clone, Copy)]
pub(crate) enum NotKept {
    Refused(Refused),
    /// Drawing it took too much, or was not possible.
    Ended(Ended),
}

/// Tries a picture.
pub(crate) async fn tried<T: DeserializeOwned + Send + 'static>(
    app: &App,
    task: Task,
    upload: Upload,
) -> Result<Result<Tried<T>, NotKept>, Error> {
    if upload.is_too_large() {
        return Ok(Err(NotKept::Refused(Refused::TooLarge)));
    }
    let mut file = upload.file;
    let same = file.try_clone().map_err(Error::broken)?;
    let said = app.opening.open(task, same, told::<T>).await;
    let found = match said {
        Ok(Ok(found)) => found,
        Ok(Err(refused)) => return Ok(Err(NotKept::Refused(refused))),
        Err(ended) => return Ok(Err(NotKept::Ended(ended))),
    };
    let bytes = behind(move || {
        let mut bytes = Vec::new();
        file.rewind()?;
        file.read_to_end(&mut bytes).map(|_| bytes)
    });
    let bytes = bytes.await.map_err(Error::broken)?.map_err(Error::broken)?;
    Ok(Ok(Tried { bytes, found }))
}

fn told<T: DeserializeOwned>(said: &mut ChildOutput) -> Option<Result<T, Refused>> {
    serde_json::from_reader(said).ok()
}

impl NotKept {
    /// With the limit and the place.
    pub(crate) fn sentence(self, t: Texts) -> String {
        let most = |amount: u64| number(t.language(), amount);
        match self {
            NotKept::Refused(Refused::Unknown) => t.badges_artwork_unknown().to_owned(),
            NotKept::Refused(Refused::TooLarge) => t.badges_artwork_large().to_owned(),
            NotKept::Refused(Refused::Pixels(pixels)) => {
                t.file_pixels(pixels.width, pixels.height, most(MOST_PIXELS))
            }
            NotKept::Refused(Refused::TooDeep { line }) => t.file_deep(line, DEEPEST),
            NotKept::Refused(Refused::Elements) => t.file_elements(most(MOST_NODES.into())),
            NotKept::Refused(Refused::Filters { line }) => t.file_filters(line, MOST_FILTERS),
            NotKept::Refused(Refused::Broken) | NotKept::Ended(Ended::Broken) => {
                t.badges_artwork_broken().to_owned()
            }
            NotKept::Ended(Ended::TooMuch { megabytes }) => t.file_drawing_memory(megabytes),
            NotKept::Ended(Ended::TooLong { seconds }) => t.file_drawing_time(seconds),
            NotKept::Ended(Ended::NotNow) => t.file_not_now().to_owned(),
        }
    }
}
