use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::web;

use super::kept::Kept;
use super::places::Places;
use crate::app::client;
use crate::error::Error;

/// Requests under way of one address. Behind a proxy all connections are the proxy's: there it is the address it names.
pub(super) async fn hold_place(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let places = request.app_data::<web::Data<Places>>();
    let place = places.and_then(|places| places.take(client(request.request())));
    let Some(place) = place else {
        let (request, _) = request.into_parts();
        return Ok(ServiceResponse::from_err(Error::TooMany, request));
    };
    let response = next.call(request).await?;
    Ok(response.map_body(|_, body| Kept::new(body, place).boxed()))
}
