//! Who works at the desk: accounts, passwords, signing in.

pub mod accounts;
pub mod hashing;
pub mod home;
pub mod made;
pub mod password;
pub mod password_link;
pub mod roles;
pub mod sign_in;
