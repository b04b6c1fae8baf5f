//! What our own tests and benches look at inside the program, under the names that it has there; for nobody else.

pub mod db {
    pub use crate::db::{Address, Connection, Database, Result};

    pub mod schema {
        pub use crate::db::schema::{account, checkpoint, mailing_recipient};
    }
}

pub mod mail {
    pub use crate::mail::{Badge, Letterhead, Post, reports};
}

pub mod mailings {
    pub use crate::mailings::mailing;
}

pub mod models {
    pub use crate::models::forum;

    pub mod desk {
        pub use crate::models::desk::sign_in;
    }

    pub mod devices {
        pub use crate::models::devices::device;
    }

    pub mod doors {
        pub use crate::models::doors::{found, roster};
    }

    pub mod people {
        pub use crate::models::people::registration;

        pub mod event {
            pub use crate::models::people::event::{Actor, By};
        }

        pub mod registrations {
            pub use crate::models::people::registrations::Filter;
        }

        pub mod standing {
            pub use crate::models::people::standing::State;
        }
    }

    pub mod returned {
        pub mod delivery_report {
            pub use crate::models::returned::delivery_report::Action;
        }
    }
}

pub mod press {
    pub use crate::press::{Fonts, Ink};

    pub mod pdf {
        pub use crate::press::pdf::{About, Promise};
    }
}

pub mod values {
    pub use crate::values::{Code, Country, Email, Language, SealingKey, Secret, ShortCode};
}
