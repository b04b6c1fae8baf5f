//! Where somebody stands: what was said of them, whether they have a place, and the state that follows from both.

use diesel::prelude::*;

use crate::db::schema::standing;
use crate::text_column;

text_column! {
    /// What a registration comes to. The schema has the same rule.
    pub enum State {
        Pending = "pending",
        Confirmed = "confirmed",
        Waitlisted = "waitlisted",
        Declined = "declined",
        Withdrawn = "withdrawn",
    }
}

text_column! {
    /// Whose yes is asked for.
    pub enum Asks {
        Nobody = "nobody",
        Delegation = "delegation",
        Desk = "desk",
        Both = "both",
    }
}

text_column! {
    /// What somebody said whose yes is asked for.
    pub enum Word {
        Nothing = "nothing",
        Yes = "yes",
        /// Neither yes nor no: the person waits until it is another word. Only the desk says it.
        Later = "later",
        No = "no",
    }
}

text_column! {
    pub enum Place {
        None = "none",
        /// Counts as taken until its hour.
        Offered = "offered",
        Held = "held",
    }
}

/// Everything that a state follows from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable, Selectable, AsChangeset)]
#[diesel(table_name = standing)]
#[diesel(treat_none_as_null = true)]
pub struct Standing {
    pub asks: Asks,
    pub said_delegation: Word,
    pub said_desk: Word,
    pub gone: bool,
    pub place: Place,
    /// The forum's turn at which the place was given.
    pub placed_turn: Option<i64>,
    /// The forum's turn since when somebody stands in the line for a place.
    pub waits_turn: Option<i64>,
}

impl Standing {
    /// Of somebody who came by themselves or was brought, before anybody said anything.
    pub fn asking(asks: Asks) -> Standing {
        Standing {
            asks,
            said_delegation: Word::Nothing,
            said_desk: Word::Nothing,
            gone: false,
            place: Place::None,
            placed_turn: None,
            waits_turn: None,
        }
    }

    /// Of somebody of whom it is said what they come to, whatever was asked: a place is given after.
    pub fn said_to_be(asks: Asks, state: State) -> Standing {
        let mut stands = Standing::asking(asks);
        match state {
            State::Confirmed => stands.said_desk = Word::Yes,
            State::Pending => stands.asks = Asks::Desk,
            State::Waitlisted if asks != Asks::Nobody => stands.said_desk = Word::Later,
            State::Waitlisted => {}
            State::Declined => stands.said_desk = Word::No,
            State::Withdrawn => stands.gone = true,
        }
        stands
    }

    pub fn state(&self) -> State {
        if self.gone {
            return State::Withdrawn;
        }
        if self.said_delegation == Word::No || self.said_desk == Word::No {
            return State::Declined;
        }
        if self.said_desk == Word::Later {
            return State::Waitlisted;
        }
        if self.lacks_a_yes() {
            return State::Pending;
        }
        match self.place {
            Place::Held => State::Confirmed,
            Place::None | Place::Offered => State::Waitlisted,
        }
    }

    pub fn lacks_a_yes(&self) -> bool {
        let asks_delegation = matches!(self.asks, Asks::Delegation | Asks::Both);
        let asks_desk = matches!(self.asks, Asks::Desk | Asks::Both);
        (asks_delegation && self.said_delegation != Word::Yes)
            || (asks_desk && self.said_desk != Word::Yes)
    }

    /// Whether a place is all that is missing: whoever the desk has set aside does not stand in the line.
    pub fn is_in_line(&self) -> bool {
        self.state() == State::Waitlisted && self.said_desk != Word::Later
    }

    /// Whether they may have the place that they have.
    fn may_keep_place(&self) -> bool {
        match (self.place, self.state()) {
            (Place::None, _) => true,
            (_, State::Confirmed) => true,
            // The place waits for a yes that was needed anew.
            (Place::Held, State::Pending) => true,
            (Place::Offered, _) => self.is_in_line(),
            (Place::Held, _) => false,
        }
    }

    /// What follows from what was said: a place that they may not keep is given back, one that is new is theirs from this
    /// turn of the forum on, and who lacks nothing but a place stands in the line, since this turn if not before.
    pub fn settle(&mut self, turn: i64) {
        if !self.may_keep_place() {
            self.place = Place::None;
        }
        let since = |before: Option<i64>, is_so: bool| is_so.then(|| before.unwrap_or(turn));
        self.placed_turn = since(self.placed_turn, self.place != Place::None);
        self.waits_turn = since(self.waits_turn, self.is_in_line());
    }

    /// The same for somebody who is new, whose turn is given last.
    pub fn begin_at(&mut self, turn: i64) {
        self.placed_turn = None;
        self.waits_turn = None;
        self.settle(turn);
    }
}

#[cfg(test)]
mod tests {
    use diesel::sql_types::{Bool, Text};

    use crate::db;
    use crate::models::people::standing::*;

    #[derive(QueryableByName)]
    struct Rule {
        #[diesel(sql_type = Text)]
        sql: String,
    }

    #[derive(QueryableByName)]
    struct Answer {
        #[diesel(sql_type = Bool)]
        yes: bool,
    }

    fn all() -> Vec<Standing> {
        let mut all = Vec::new();
        for asks in Asks::ALL {
            for said_delegation in Word::ALL {
                for said_desk in Word::ALL {
                    for place in Place::ALL {
                        for gone in [false, true] {
                            all.push(Standing {
                                said_delegation,
                                said_desk,
                                gone,
                                place,
                                ..Standing::asking(asks)
                            });
                        }
                    }
                }
            }
        }
        all
    }

    /// The first of the schema's rules between the columns.
    fn rule(c: &mut db::Connection) -> String {
        let table: Rule =
            diesel::sql_query("SELECT sql FROM sqlite_master WHERE name = 'registration'")
                .get_result(c)
                .unwrap();
        let from = table.sql.find("state = CASE").unwrap();
        let until = table.sql[from..].find(" END").unwrap() + " END".len();
        table.sql[from..from + until].to_owned()
    }

    #[test]
    fn the_schema_and_the_program_agree_on_every_state_there_can_be() {
        let mut c = db::in_memory().unwrap();
        let rule = rule(&mut c);
        for stands in all() {
            let asked = format!(
                "SELECT {rule} AS yes FROM (SELECT '{}' AS state, '{}' AS asks, '{}' AS said_delegation,
                    '{}' AS said_desk, {} AS gone, '{}' AS place, TRUE AS answered)",
                stands.state().as_str(),
                stands.asks.as_str(),
                stands.said_delegation.as_str(),
                stands.said_desk.as_str(),
                stands.gone,
                stands.place.as_str(),
            );
            let answer: Answer = diesel::sql_query(asked).get_result(&mut c).unwrap();
            assert!(answer.yes, "{stands:?} is {:?}", stands.state());
        }
    }

    #[test]
    fn whoever_is_settled_holds_a_place_only_where_they_may_and_stands_in_the_line_only_where_they_lack_one()
     {
        for mut stands in all() {
            stands.settle(7);
            let state = stands.state();
            assert_eq!(stands.placed_turn.is_some(), stands.place != Place::None);
            assert_eq!(stands.waits_turn.is_some(), stands.is_in_line());
            if stands.place == Place::Held {
                assert!(
                    matches!(state, State::Confirmed | State::Pending),
                    "{stands:?}"
                );
            }
            if state == State::Waitlisted {
                assert_eq!(stands.is_in_line(), stands.said_desk != Word::Later);
            }
        }
    }
}
