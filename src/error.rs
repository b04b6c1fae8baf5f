//! How a request fails. A form's mistake and a rule's "no" are no errors: they are pages.

use std::fmt;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};

use crate::db;

#[derive(Debug)]
pub(crate) enum Error {
    /// The database broke, or is away.
    Database(db::Error),
    /// Something else broke; the cause is for the log alone.
    Broken(String),
    /// No such page, or none for who asks.
    NotFound,
    /// A delegate's link that opens no page: cut off in a mail, or guessed.
    LostLink,
    /// A delegate's link that opens no badge: the person has none, or none any more.
    NoBadge,
    /// Signed in, but without the right.
    Forbidden,
    /// Not signed in: to the sign-in page, and back afterwards.
    SignIn,
    /// A form that did not come from our own page, or from one grown too old.
    NotOurForm,
    /// A body that is not what its headers say.
    NotUnderstood,
    /// An address that takes other methods: these.
    OtherMethod(&'static str),
    /// A body of another kind, or packed in another way, than the address takes.
    OtherType,
    /// A body that came too slowly to be waited for.
    TooSlow,
    /// Asked too often.
    TooMany,
    /// The device behind a door page or a door request is not, or no longer, paired.
    NotPaired,
}

impl Error {
    pub(crate) fn broken(cause: impl fmt::Display) -> Error {
        Error::Broken(cause.to_string())
    }

    /// Whether what was to be saved may be saved nevertheless.
    pub(crate) fn is_outcome_unknown(&self) -> bool {
        matches!(self, Error::Database(error) if db::is_outcome_unknown(error))
    }
}

impl From<db::Error> for Error {
    fn from(error: db::Error) -> Error {
        match error {
            db::Error::NotFound => Error::NotFound,
            error => Error::Database(error),
        }
    }
}

impl From<askama::Error> for Error {
    fn from(error: askama::Error) -> Error {
        Error::broken(error)
    }
}

/// For the log: what broke, never whose data it was. A database's message may quote a row, so
/// only its kind is told.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Database(error @ db::Error::DatabaseError(kind, information)) => {
                write!(f, "database: {kind:?}")?;
                if let Some(state) = db::sqlstate(error) {
                    write!(f, " ({state})")?;
                }
                match information.table_name() {
                    Some(table) => write!(f, " in {table}"),
                    None if db::speaks_of_no_row(error) => write!(f, ": {}", information.message()),
                    None => Ok(()),
                }
            }
            Error::Database(db::Error::DeserializationError(cause)) => {
                write!(f, "database: {cause}")
            }
            Error::Database(_) => f.write_str("database: a query could not be built or read"),
            Error::Broken(cause) => f.write_str(cause),
            Error::NotFound => f.write_str("not found"),
            Error::LostLink => f.write_str("no such link"),
            Error::NoBadge => f.write_str("no badge"),
            Error::Forbidden => f.write_str("forbidden"),
            Error::SignIn => f.write_str("not signed in"),
            Error::NotOurForm => f.write_str("not our form"),
            Error::NotUnderstood => f.write_str("not understood"),
            Error::OtherMethod(_) => f.write_str("another method"),
            Error::OtherType => f.write_str("another type"),
            Error::TooSlow => f.write_str("the body came too slowly"),
            Error::TooMany => f.write_str("too many requests"),
            Error::NotPaired => f.write_str("not paired"),
        }
    }
}

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        match self {
            Error::Database(_) | Error::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
            Error::NotFound | Error::LostLink | Error::NoBadge => StatusCode::NOT_FOUND,
            Error::Forbidden | Error::NotOurForm => StatusCode::FORBIDDEN,
            Error::SignIn => StatusCode::SEE_OTHER,
            Error::NotUnderstood => StatusCode::BAD_REQUEST,
            Error::OtherMethod(_) => StatusCode::METHOD_NOT_ALLOWED,
            Error::OtherType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Error::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Error::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Error::NotPaired => StatusCode::UNAUTHORIZED,
        }
    }

    /// An empty answer: `server::answers` puts the page, or the JSON, of the person's language into it.
    fn error_response(&self) -> HttpResponse {
        HttpResponse::new(self.status_code())
    }
}
