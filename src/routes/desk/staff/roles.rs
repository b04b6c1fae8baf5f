//! What the roles are called, and what each may do.

use crate::i18n::Texts;
use crate::models::desk::account::Role;

/// The roles that can be given at a forum; an owner has every forum.
const GIVEN: [Role; 4] = [Role::Organizer, Role::Registrar, Role::Viewer, Role::Door];

pub(crate) fn parse(text: &str) -> Option<Role> {
    Role::parse(text).filter(|role| GIVEN.contains(role))
}

/// Short name, what it is called, what it may do.
pub(crate) fn choices(t: Texts) -> Vec<(&'static str, &'static str, &'static str)> {
    let choice = |role: Role| (role.as_str(), name(role, t), may(role, t));
    GIVEN.into_iter().map(choice).collect()
}

pub(crate) fn name(role: Role, t: Texts) -> &'static str {
    match role {
        Role::Owner => t.desk_role_owner(),
        Role::Organizer => t.desk_role_organizer(),
        Role::Registrar => t.desk_role_registrar(),
        Role::Viewer => t.desk_role_viewer(),
        Role::Door => t.desk_role_door(),
    }
}

fn may(role: Role, t: Texts) -> &'static str {
    match role {
        Role::Owner => t.desk_role_owner_may(),
        Role::Organizer => t.desk_role_organizer_may(),
        Role::Registrar => t.desk_role_registrar_may(),
        Role::Viewer => t.desk_role_viewer_may(),
        Role::Door => t.desk_role_door_may(),
    }
}
