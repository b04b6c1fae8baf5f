//! What a device's own pages need to know: its forum, its checkpoints, and the words for them.

use crate::db::{Connection, Result};
use crate::models::devices::device::Device;
use crate::models::forum;
use crate::models::forum::context::{self, ForumContext};
use crate::models::forum_text::Owner;
use crate::models::places::checkpoint::{self, Checkpoint};
use crate::models::places::site::Site;
use crate::models::printing::print_order;
use crate::values::{Language, LastingId};

pub(crate) struct Door {
    pub device: Device,
    pub whole: ForumContext,
    /// The checkpoints the device serves, in the forum's order.
    pub checkpoints: Vec<Checkpoint>,
    /// What the printer is called where its labels come out.
    pub printer: Option<String>,
}

pub(crate) fn of_device(c: &mut Connection, device: Device) -> Result<Door> {
    let forum = forum::by_id(c, device.forum_id)?;
    Ok(Door {
        checkpoints: checkpoint::of_device(c, device.id)?,
        whole: context::of(c, forum)?,
        printer: print_order::name_of_printer(c, &device)?,
        device,
    })
}

impl Door {
    /// By its short name or its lasting id.
    pub(crate) fn checkpoint(&self, text: &str) -> Option<&Checkpoint> {
        self.checkpoints
            .iter()
            .find(|checkpoint| checkpoint.is_meant_by(text))
    }

    pub(crate) fn checkpoint_name<'a>(
        &'a self,
        checkpoint: &'a Checkpoint,
        language: Language,
    ) -> &'a str {
        let owner = Owner::Checkpoint(checkpoint.id);
        match self.whole.text(owner, "name", language) {
            "" => &checkpoint.slug,
            name => name,
        }
    }

    /// The name of the category of that short name or lasting id.
    pub(crate) fn category_name<'a>(&'a self, called: &'a str, language: Language) -> &'a str {
        let mut categories = self.whole.categories.iter();
        let found =
            categories.find(|one| LastingId::Category(one.id).is_meant_by(called, &one.slug));
        match found {
            Some(category) => self.whole.category_name(category.id, language),
            None => called,
        }
    }

    /// The name of the site of that short name or lasting id.
    pub(crate) fn site_name<'a>(&'a self, called: &'a str, language: Language) -> &'a str {
        let mut sites = self.whole.sites.iter();
        match sites.find(|site| LastingId::Site(site.id).is_meant_by(called, &site.slug)) {
            Some(site) => self.whole.site_name(site, language),
            None => called,
        }
    }

    /// The zone of the checkpoint's site, or else of the forum.
    pub(crate) fn zone(&self, checkpoint: &Checkpoint) -> chrono_tz::Tz {
        self.whole
            .sites
            .iter()
            .find(|site| Some(site.id) == checkpoint.site_id)
            .map_or_else(|| self.whole.forum.zone(), Site::zone)
    }
}
