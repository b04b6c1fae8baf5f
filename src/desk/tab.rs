//! The pages of a forum's desk, and the rooms they are in: few enough to be found on a phone.

use crate::i18n::Texts;
use crate::models::desk::account::Role;

/// What somebody is busy with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Room {
    Overview,
    People,
    Mail,
    Print,
    Doors,
    Forum,
}

impl Room {
    pub(crate) const ALL: [Room; 6] = [
        Room::Overview,
        Room::People,
        Room::Mail,
        Room::Print,
        Room::Doors,
        Room::Forum,
    ];

    /// Its pages, in their order.
    pub(crate) fn tabs(self) -> &'static [Tab] {
        match self {
            Room::Overview => &[Tab::Overview],
            Room::People => &[Tab::Registrations, Tab::Letters],
            Room::Mail => &[Tab::Messages, Tab::Mailings, Tab::Wording],
            Room::Print => &[Tab::Badges, Tab::Paper, Tab::Printers],
            Room::Doors => &[Tab::Checkpoints, Tab::Devices, Tab::NotEntered],
            Room::Forum => &[
                Tab::Settings,
                Tab::Sites,
                Tab::Sessions,
                Tab::Categories,
                Tab::Texts,
                Tab::People,
            ],
        }
    }

    /// A room of one page is called as that page is.
    pub(crate) fn name(self, t: Texts) -> &'static str {
        match self {
            Room::Overview => Tab::Overview.name(t),
            Room::People => t.desk_room_people(),
            Room::Mail => t.desk_room_mail(),
            Room::Print => t.desk_room_print(),
            Room::Doors => t.desk_room_doors(),
            Room::Forum => t.desk_room_forum(),
        }
    }
}

/// A page of a forum's desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tab {
    Overview,
    Registrations,
    Badges,
    Paper,
    Messages,
    Mailings,
    Letters,
    Sites,
    Sessions,
    Categories,
    Checkpoints,
    Devices,
    NotEntered,
    Printers,
    Texts,
    Wording,
    Settings,
    People,
}

impl Tab {
    pub(crate) fn room(self) -> Room {
        let mut rooms = Room::ALL.into_iter();
        let own = rooms.find(|room| room.tabs().contains(&self));
        own.unwrap_or(Room::Overview)
    }

    /// Who may open it.
    pub(crate) fn least(self) -> Role {
        match self {
            Tab::Overview | Tab::Devices => Role::Door,
            Tab::Registrations | Tab::Paper | Tab::Messages | Tab::Letters | Tab::NotEntered => {
                Role::Viewer
            }
            Tab::Badges => Role::Registrar,
            _ => Role::Organizer,
        }
    }

    pub(crate) fn path(self) -> &'static str {
        match self {
            Tab::Overview => "",
            Tab::Registrations => "/registrations",
            Tab::Badges => "/badges",
            Tab::Paper => "/paper",
            Tab::Messages => "/messages",
            Tab::Mailings => "/mailings",
            Tab::Letters => "/letters",
            Tab::Sites => "/sites",
            Tab::Sessions => "/sessions",
            Tab::Categories => "/categories",
            Tab::Checkpoints => "/checkpoints",
            Tab::Devices => "/devices",
            Tab::NotEntered => "/not-entered",
            Tab::Printers => "/printers",
            Tab::Texts => "/texts",
            Tab::Wording => "/wording",
            Tab::Settings => "/settings",
            Tab::People => "/people",
        }
    }

    pub(crate) fn name(self, t: Texts) -> &'static str {
        match self {
            Tab::Overview => t.desk_tab_overview(),
            Tab::Registrations => t.desk_tab_registrations(),
            Tab::Badges => t.badges_title(),
            Tab::Paper => t.paper_title(),
            Tab::Messages => t.desk_tab_messages(),
            Tab::Mailings => t.desk_tab_mailings(),
            Tab::Letters => t.letters_tab(),
            Tab::Sites => t.desk_tab_sites(),
            Tab::Sessions => t.desk_tab_sessions(),
            Tab::Categories => t.desk_tab_categories(),
            Tab::Checkpoints => t.desk_tab_checkpoints(),
            Tab::Devices => t.desk_tab_devices(),
            Tab::NotEntered => t.desk_kept_title(),
            Tab::Printers => t.printers_title(),
            Tab::Texts => t.desk_tab_texts(),
            Tab::Wording => t.desk_tab_wording(),
            Tab::Settings => t.desk_tab_settings(),
            Tab::People => t.desk_tab_people(),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::desk::tab::*;

    #[test]
    fn every_page_is_in_a_room() {
        // A page whose room forgets it would be said to be in the overview.
        for tab in [
            Tab::Letters,
            Tab::Wording,
            Tab::Printers,
            Tab::Devices,
            Tab::People,
        ] {
            assert_ne!(tab.room(), Room::Overview, "{tab:?}");
        }
    }
}
