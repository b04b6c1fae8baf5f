//! Who works at the desk: accounts, passwords, signing in.

pub(crate) mod accounts;
pub(crate) mod hashing;
pub(crate) mod home;
pub(crate) mod made;
pub(crate) mod password;
pub(crate) mod password_link;
pub(crate) mod roles;
pub(crate) mod sign_in;
