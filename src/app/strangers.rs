use std::net::IpAddr;

use super::limits::network;
use crate::app::App;
use crate::models::mail::stranger_mail::Asker;

/// What the marks of networks are made for.
const NETWORK: &str = "network";

impl App {
    /// Who causes a mail, as its limits know them. Behind a proxy that names nobody all are one.
    pub(crate) fn asker(&self, from: Option<IpAddr>) -> Asker {
        let network = match from {
            Some(ip) => network(ip).to_string(),
            None => "this machine".to_owned(),
        };
        Asker {
            network: self.forms.mark(NETWORK, &network),
            limits: self.stranger_mail,
        }
    }
}
