use crate::clock::Moment;
use crate::models::doors::door::Door;
use crate::models::places::checkpoint::Ways;
use crate::models::places::way::Direction;
use crate::values::Language;

/// A checkpoint as a page names it.
pub(crate) struct Place {
    /// The lasting id, which no renaming changes: `C17`.
    pub id: String,
    pub slug: String,
    pub name: String,
    pub direction: Ways,
    pub chosen: bool,
}

/// Where a device stands and which way people pass it: its checkpoints, one of them chosen.
pub(crate) struct Stand {
    pub checkpoints: Vec<Place>,
    pub outwards: bool,
}

impl Stand {
    /// The checkpoint asked for; else the first that is open now; else the first.
    pub(crate) fn new(
        door: &Door,
        language: Language,
        asked: Option<&str>,
        outwards: bool,
        now: Moment,
    ) -> Stand {
        let all = &door.checkpoints;
        let chosen = all
            .iter()
            .position(|checkpoint| asked.is_some_and(|asked| checkpoint.is_meant_by(asked)))
            .or_else(|| all.iter().position(|checkpoint| checkpoint.is_open(now)))
            .unwrap_or(0);
        let checkpoints = all
            .iter()
            .enumerate()
            .map(|(number, checkpoint)| Place {
                id: format!("C{}", checkpoint.id),
                slug: checkpoint.slug.clone(),
                name: door.checkpoint_name(checkpoint, language).to_string(),
                direction: checkpoint.direction,
                chosen: number == chosen,
            })
            .collect();
        Stand {
            checkpoints,
            outwards,
        }
    }

    pub(crate) fn chosen(&self) -> Option<&Place> {
        self.checkpoints.iter().find(|place| place.chosen)
    }

    pub(crate) fn name(&self) -> &str {
        self.chosen().map_or("", |place| &place.name)
    }

    pub(crate) fn slug(&self) -> &str {
        self.chosen().map_or("", |place| &place.slug)
    }

    /// Whether any of the checkpoints is passed both ways, so that the page has to ask.
    pub(crate) fn both_ways(&self) -> bool {
        self.checkpoints
            .iter()
            .any(|place| place.direction == Ways::Both)
    }

    /// Whether people leave this way: the page's colour.
    pub(crate) fn leads_out(&self) -> bool {
        self.direction() == Direction::Out
    }

    /// The chosen checkpoint's only direction, or the one asked for where it has both.
    pub(crate) fn direction(&self) -> Direction {
        match (self.chosen().map(|place| place.direction), self.outwards) {
            (Some(Ways::In), _) => Direction::In,
            (Some(Ways::Out), _) | (_, true) => Direction::Out,
            (_, false) => Direction::In,
        }
    }
}
