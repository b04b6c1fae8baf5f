//! What a door's page tells of itself, as JSON.

use serde_json::Value;

use crate::clock::{self, Moment};
use crate::models::devices::device_status::{Camera, DeviceStatus, HeldBack};
use crate::models::places::way::Direction;

/// Characters of a version.
const LONGEST_VERSION: usize = 40;

/// Checkpoints of which one device tells.
const MOST_HELD_BACK: usize = 100;

/// What a device tells.
pub(crate) struct Told {
    pub status: DeviceStatus,
    /// None where it does not tell those who came in from those who went out.
    pub held_back: Option<Vec<HeldBack>>,
}

/// What the body means, or the sentence that says what is wrong with it.
pub(crate) fn parse(body: &Value, now: Moment) -> Result<Told, &'static str> {
    Ok(Told {
        status: status(body, now)?,
        held_back: held_back(body)?,
    })
}

fn status(body: &Value, now: Moment) -> Result<DeviceStatus, &'static str> {
    let queue = body.get("queue").and_then(Value::as_u64);
    let queue = queue.and_then(|count| i32::try_from(count).ok());
    let version = body.get("version").and_then(Value::as_str);
    let version = version.filter(|text| {
        (1..=LONGEST_VERSION).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_graphic())
    });
    Ok(DeviceStatus {
        queue: Some(queue.ok_or("Say in queue how many scans wait to be sent.")?),
        version: Some(
            version
                .ok_or("Say in version which version runs: 1 to 40 letters and digits.")?
                .to_string(),
        ),
        battery: battery(body)?,
        charging: charging(body)?,
        camera: camera(body)?,
        alone_since: alone_since(body, now)?,
        told_at: Some(now),
        direction: direction(body)?,
    })
}

fn direction(body: &Value) -> Result<Option<Direction>, &'static str> {
    said(body, "direction")
        .map(|value| {
            let known = value.as_str().and_then(Direction::parse);
            known.ok_or("The direction is \"in\", \"out\" or null.")
        })
        .transpose()
}

fn held_back(body: &Value) -> Result<Option<Vec<HeldBack>>, &'static str> {
    const WRONG: &str = "Say in held_back, for each checkpoint, how many \"in\" and \"out\" wait: [{\"checkpoint\": \"C17\", \"in\": 4, \"out\": 1}].";
    let one = |value: &Value| {
        let many = |field: &str| i32::try_from(value.get(field)?.as_u64()?).ok();
        Some(HeldBack {
            checkpoint: value.get("checkpoint")?.as_str()?.to_string(),
            entries: many("in")?,
            exits: many("out")?,
        })
    };
    said(body, "held_back")
        .map(|value| {
            let all = value.as_array().filter(|all| all.len() <= MOST_HELD_BACK);
            let all = all.and_then(|all| all.iter().map(one).collect());
            all.ok_or(WRONG)
        })
        .transpose()
}

fn battery(body: &Value) -> Result<Option<i32>, &'static str> {
    let Some(value) = said(body, "battery") else {
        return Ok(None);
    };
    let level = value.as_f64().filter(|level| (0.0..=1.0).contains(level));
    let level = level.ok_or("The battery is a number from 0 to 1, or null.")?;
    Ok(Some((level * 100.0).round() as i32))
}

fn charging(body: &Value) -> Result<Option<bool>, &'static str> {
    said(body, "charging")
        .map(|value| value.as_bool().ok_or("Charging is true, false or null."))
        .transpose()
}

fn camera(body: &Value) -> Result<Option<Camera>, &'static str> {
    said(body, "camera")
        .map(|value| {
            let known = value.as_str().and_then(Camera::parse);
            known.ok_or("The camera is one of works, stalled, refused, none, not_ready, or null.")
        })
        .transpose()
}

/// A device's clock may be ahead of ours.
fn alone_since(body: &Value, now: Moment) -> Result<Option<Moment>, &'static str> {
    said(body, "since_alone")
        .map(|value| {
            let at = value.as_str().and_then(clock::parse_rfc3339);
            at.map(|at| at.min(now))
                .ok_or("A time in since_alone is written as RFC 3339, or null.")
        })
        .transpose()
}

/// A field that is there and not null.
fn said<'a>(body: &'a Value, field: &str) -> Option<&'a Value> {
    body.get(field).filter(|value| !value.is_null())
}
