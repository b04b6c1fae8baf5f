//! The two forums as they were announced.

use super::{Category, Checkpoint, Plan, Session, Site};
use crate::commands::demo::people::Which;
use crate::models::forum::{Approval, WalkIns};

pub(crate) const PLANS: [Plan; 2] = [GSNP, OTS];

const GSNP: Plan = Plan {
    which: Which::Gsnp,
    slug: "gsnp-2025",
    brand: "#0e5a5f",
    contact: "desk@gsnp.example",
    languages: "en,az,ru,tr,ar,fr",
    approval: Approval::AtOnce,
    walk_ins: WalkIns::Confirmed,
    offers_qn: false,
    days: 2,
    sites: &[site("baku", 0, 1)],
    sessions: &[
        session("welcome", "baku", 0, (8, 30), (10, 0)),
        session("opening", "baku", 0, (10, 0), (11, 0)),
        session("addresses", "baku", 0, (11, 30), (13, 0)),
        session("discussion", "baku", 0, (14, 30), (16, 0)),
        session("bandung", "baku", 0, (16, 30), (18, 0)),
        session("d8", "baku", 1, (10, 0), (12, 0)),
        session("founding", "baku", 1, (14, 0), (16, 0)),
    ],
    categories: &[
        category("delegate", "#0e5a5f", true),
        category("head-of-delegation", "#5b2a86", false),
        category("d8-delegate", "#1d4f91", false),
        category("observer", "#4a5a6a", false),
        category("speaker", "#8a4b00", false),
        category("guest", "#7a2e5d", false),
        category("media", "#a11b1b", false),
        category("staff", "#12263a", false),
    ],
    checkpoints: &[
        checkpoint("hall-day-1", "baku", 0, &[]),
        checkpoint("hall-day-2", "baku", 1, &[]),
        checkpoint(
            "d8-meeting",
            "baku",
            1,
            &["d8-delegate", "head-of-delegation", "speaker", "staff"],
        ),
    ],
    texts: [include_str!("gsnp-2025.txt"), include_str!("both.txt")],
};

const OTS: Plan = Plan {
    which: Which::Ots,
    slug: "ots-2025",
    brand: "#1d4f91",
    contact: "desk@ots-forum.example",
    languages: "az,tr,en,ru,ar,fr",
    approval: Approval::ByDesk,
    walk_ins: WalkIns::Pending,
    offers_qn: true,
    days: 2,
    sites: &[site("baku", 0, 0), site("nakhchivan", 1, 1)],
    sessions: &[
        session("stands", "baku", 0, (9, 0), (10, 0)),
        session("opening", "baku", 0, (10, 0), (11, 0)),
        session("zangezur", "baku", 0, (11, 30), (13, 0)),
        session("kazakh", "baku", 0, (14, 30), (16, 0)),
        session("culture", "baku", 0, (19, 0), (21, 0)),
        session("arrival", "nakhchivan", 1, (11, 0), (12, 0)),
        session("statement", "nakhchivan", 1, (14, 0), (16, 0)),
    ],
    categories: &[
        category("delegate", "#1d4f91", true),
        category("head-of-delegation", "#5b2a86", false),
        category("speaker", "#8a4b00", false),
        category("guest", "#7a2e5d", true),
        category("media", "#a11b1b", true),
        category("staff", "#12263a", false),
    ],
    checkpoints: &[
        checkpoint("baku-day-1", "baku", 0, &[]),
        checkpoint("nakhchivan-day-2", "nakhchivan", 1, &[]),
    ],
    texts: [include_str!("ots-2025.txt"), include_str!("both.txt")],
};

const fn site(slug: &'static str, first_day: u64, last_day: u64) -> Site {
    Site {
        slug,
        first_day,
        last_day,
    }
}

const fn session(
    key: &'static str,
    site: &'static str,
    day: u64,
    from: (u32, u32),
    to: (u32, u32),
) -> Session {
    Session {
        key,
        site,
        day,
        from,
        to,
    }
}

const fn category(slug: &'static str, colour: &'static str, on_form: bool) -> Category {
    Category {
        slug,
        colour,
        on_form,
    }
}

const fn checkpoint(
    slug: &'static str,
    site: &'static str,
    day: u64,
    categories: &'static [&'static str],
) -> Checkpoint {
    Checkpoint {
        slug,
        site,
        day,
        categories,
    }
}
