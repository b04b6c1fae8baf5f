/// What a file from outside is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Task {
    /// Its rows, as a list of people.
    List,
    /// Whether badges can carry it.
    Artwork,
    /// A small picture of such artwork.
    Thumbnail,
    /// Whether letters and certificates can carry it.
    PaperPicture,
}

/// What a child may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Limits {
    /// Bytes.
    pub memory: u64,
    /// Of computing.
    pub seconds: u64,
}

impl Task {
    pub(crate) const ALL: [Task; 4] = [
        Task::List,
        Task::Artwork,
        Task::Thumbnail,
        Task::PaperPicture,
    ];

    pub(crate) fn word(self) -> &'static str {
        match self {
            Task::List => "list",
            Task::Artwork => "artwork",
            Task::Thumbnail => "thumbnail",
            Task::PaperPicture => "paper-picture",
        }
    }

    pub(crate) fn parse(word: &str) -> Option<Task> {
        Task::ALL.into_iter().find(|task| task.word() == word)
    }

    /// For a file of so many bytes: a small one that takes long is not worth waiting for.
    pub(crate) fn limits(self, size: u64) -> Limits {
        match self {
            Task::List => Limits {
                memory: 72 << 20,
                seconds: 1 + (size >> 21),
            },
            Task::Artwork | Task::Thumbnail | Task::PaperPicture => Limits {
                memory: 144 << 20,
                seconds: 1 + (size >> 20),
            },
        }
    }

    /// Of the two that there are: the pixels of a picture take the memory of two lists.
    pub(super) fn turns(self) -> u32 {
        match self {
            Task::List => 1,
            Task::Artwork | Task::Thumbnail | Task::PaperPicture => 2,
        }
    }
}
