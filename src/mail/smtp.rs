//! Mail to a server, by SMTP.

mod courier;
mod server;

pub(super) use courier::SmtpCourier;
pub(super) use server::Server;

#[cfg(test)]
pub(super) mod tests;
