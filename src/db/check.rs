//! What may be wrong with a database before anything is served from it. Changes nothing.

use diesel::connection::{SimpleConnection, TransactionManager};
use diesel::prelude::*;
use diesel::sql_types::Text;

use super::{Address, Connection, clocks, health, migrations, shape};

/// Each fault as a sentence.
pub(crate) fn faults(address: &Address) -> Vec<String> {
    // Opening a SQLite file that is not there would make it.
    if !address.exists() {
        return Vec::new();
    }
    let way = address.fault();
    let found = match address.connect() {
        Err(error) => vec![error.to_string()],
        Ok(mut connection) => found(&mut connection),
    };
    way.into_iter().chain(found).collect()
}

fn found(c: &mut Connection) -> Vec<String> {
    [damage(c), tables(c), try_to_save(c).err(), clocks::apart(c)]
        .into_iter()
        .flatten()
        .collect()
}

/// Whether a SQLite file is whole; PostgreSQL looks after itself.
fn damage(c: &mut Connection) -> Option<String> {
    #[derive(QueryableByName)]
    struct Line {
        #[diesel(sql_type = Text)]
        quick_check: String,
    }
    if matches!(c, Connection::Postgres(_)) {
        return None;
    }
    let found: QueryResult<Line> = diesel::sql_query("PRAGMA quick_check(1)").get_result(c);
    match found {
        Ok(line) if line.quick_check == "ok" => None,
        Ok(line) => Some(format!(
            "The database file is damaged: {}. Restore a backup.",
            line.quick_check
        )),
        Err(error) => Some(format!("The database file cannot be read: {error}.")),
    }
}

/// Tables of an older version are no fault: the next start brings them up to date.
fn tables(c: &mut Connection) -> Option<String> {
    if let Err(sentence) = migrations::refuse_a_newer(c) {
        return Some(sentence);
    }
    if migrations::are_pending(c) {
        return None;
    }
    match shape::differences(c) {
        Ok(differences) if differences.is_empty() => None,
        Ok(differences) => Some(shape::sentence(&differences)),
        Err(sentence) => Some(sentence),
    }
}

fn try_to_save(c: &mut Connection) -> Result<(), String> {
    match migrations::are_pending(c) {
        false => health::try_to_save(c),
        true => try_to_make_a_table(c),
    }
}

/// Before the first start there is no table to write into.
fn try_to_make_a_table(c: &mut Connection) -> Result<(), String> {
    let attempt = "CREATE TABLE hazir_check (id BIGINT)";
    let made = Connection::begin_transaction(c)
        .and_then(|()| c.batch_execute(attempt))
        .and_then(|()| Connection::rollback_transaction(c));
    made.map_err(|error| format!("Nothing can be saved: {error}."))
}
