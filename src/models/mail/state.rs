//! How far a message is on its way.

use crate::text_column;

text_column! {
    /// How far it has come.
    pub enum State {
        Queued = "queued",
        Sending = "sending",
        /// The mail server has taken it.
        Accepted = "accepted",
        Refused = "refused",
        /// Tried for as long as we try.
        Failed = "failed",
        /// Taken, and come back.
        Returned = "returned",
    }
}
