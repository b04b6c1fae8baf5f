//! Who asks, and what became of it: doors come first, and a page that fails says only what is known.

use std::cell::Cell;
use std::rc::Rc;

/// Whose turn it is. Each lane has connections of its own, so that no queue at the desk reaches the doors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Lane {
    /// Somebody stands at a door.
    Doors,
    /// Everybody else.
    #[default]
    Desk,
}

/// What a request has brought into the database so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Saved {
    #[default]
    Nothing,
    /// At least a part of it, or nobody knows.
    Perhaps,
}

struct Course {
    lane: Lane,
    saved: Cell<Saved>,
}

tokio::task_local! {
    static COURSE: Rc<Course>;
}

/// Does the work of one request in its lane, and says what it has saved.
pub(crate) async fn follow<T>(lane: Lane, work: impl Future<Output = T>) -> (T, Saved) {
    let course = Rc::new(Course {
        lane,
        saved: Cell::default(),
    });
    let done = COURSE.scope(course.clone(), work).await;
    (done, course.saved.get())
}

/// The lane of the request under way, where there is one.
pub(super) fn current() -> Option<Lane> {
    COURSE.try_with(|course| course.lane).ok()
}

/// From now on the request under way may not say that nothing was saved.
pub(super) fn note_saved() {
    let _ = COURSE.try_with(|course| course.saved.set(Saved::Perhaps));
}
