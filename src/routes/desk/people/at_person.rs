//! A request about one person of a forum, from somebody who may change registrations.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, HttpResponse};

use crate::desk::at_forum::{AtForum, ForForum};
use crate::desk::{Tab, person};
use crate::error::Error;
use crate::models::desk::account::Role;
use crate::models::people::registration::Registration;
use crate::pages;

/// Somebody who is signed in asks for something below `/{lang}/desk/{forum}/registrations/{person}`. Whether it may be
/// had is asked with `seeing` and `changing`.
pub(crate) struct ForPerson {
    forum: ForForum,
    public_id: String,
}

/// The person is of the forum, and may be changed.
pub(crate) struct AtPerson {
    pub at: AtForum,
    pub person: Registration,
}

impl ForPerson {
    /// For who may see people.
    pub(crate) async fn seeing(self) -> Result<(AtForum, String), Error> {
        let at = self.forum.at(Tab::Registrations).await?;
        Ok((at, self.public_id))
    }

    pub(crate) async fn changing(self) -> Result<AtPerson, Error> {
        let at = self
            .forum
            .at_least(Tab::Registrations, Role::Registrar)
            .await?;
        let person = person::find(&at, &self.public_id).await?;
        Ok(AtPerson { at, person })
    }
}

impl AtPerson {
    /// The person's page, or with `more` an address below it.
    pub(crate) fn address(&self, more: &str) -> String {
        let person = &self.person.public_id;
        self.at.address(&format!("/registrations/{person}{more}"))
    }

    /// Back to the person's page, which says what was done.
    pub(crate) fn done(&self, what: &str) -> HttpResponse {
        pages::see_other(&self.address(&format!("?done={what}")))
    }
}

impl FromRequest for ForPerson {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<ForPerson, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let forum = ForForum::from_request(request, payload);
        let public_id = request.match_info().get("person").map(str::to_string);
        Box::pin(async move {
            Ok(ForPerson {
                forum: forum.await?,
                public_id: public_id.ok_or(Error::NotFound)?,
            })
        })
    }
}
