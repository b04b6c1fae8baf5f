//! What a device told of itself, in words: each with a mark, so that colour alone says nothing.

use chrono::TimeDelta;

use crate::clock::Moment;
use crate::i18n::Texts;
use crate::models::devices::device::Device;
use crate::models::devices::device_status::{Camera, DeviceStatus};
use crate::pages::door::version;

/// A page that is open tells of itself every two minutes.
pub(crate) const SILENT: TimeDelta = TimeDelta::minutes(5);
/// In percent.
const LOW_BATTERY: i32 = 20;

pub(crate) struct Sign {
    /// `good`, `warn`, `bad`, or nothing.
    pub tone: &'static str,
    pub mark: &'static str,
    pub text: String,
}

impl Sign {
    fn new(tone: &'static str, text: impl Into<String>) -> Sign {
        let mark = match tone {
            "good" => "✓",
            "warn" => "▲",
            "bad" => "✕",
            _ => "·",
        };
        Sign {
            tone,
            mark,
            text: text.into(),
        }
    }
}

/// Nothing for a device that may not scan any more: what it told is past.
pub(crate) fn signs(
    device: &Device,
    status: Option<&DeviceStatus>,
    now: Moment,
    t: Texts,
) -> Vec<Sign> {
    let Some(status) = status.filter(|_| device.is_valid(now)) else {
        return Vec::new();
    };
    let is_silent = device.last_seen_at.is_none_or(|seen| now - seen > SILENT);
    let parts = [
        status.queue.map(|count| queue(count, is_silent, t)),
        status.camera.map(|known| camera(known, t)),
        status.battery.map(|percent| battery(percent, status, t)),
        status.version.as_deref().map(|known| page(known, t)),
    ];
    parts.into_iter().flatten().collect()
}

/// How long ago, in words.
pub(crate) fn ago(moment: Moment, now: Moment, t: Texts) -> String {
    let gone = now - moment;
    match (gone.num_minutes(), gone.num_hours(), gone.num_days()) {
        (..=0, _, _) => t.desk_devices_ago_now().to_string(),
        (minutes @ 1..60, _, _) => t.desk_devices_ago_minutes(minutes),
        (_, hours @ 1..24, _) => t.desk_devices_ago_hours(hours),
        (_, _, days) => t.desk_devices_ago_days(days),
    }
}

fn queue(count: i32, is_silent: bool, t: Texts) -> Sign {
    match (count, is_silent) {
        (0, _) => Sign::new("good", t.desk_devices_queue_none()),
        (count, true) => Sign::new("bad", t.desk_devices_silent(count)),
        (count, false) => Sign::new("warn", t.desk_devices_queue(count)),
    }
}

fn camera(camera: Camera, t: Texts) -> Sign {
    match camera {
        Camera::Works => Sign::new("good", t.desk_devices_camera_works()),
        Camera::Stalled => Sign::new("bad", t.desk_devices_camera_stalled()),
        Camera::Refused => Sign::new("bad", t.desk_devices_camera_refused()),
        Camera::None => Sign::new("", t.desk_devices_camera_none()),
        Camera::NotReady => Sign::new("warn", t.desk_devices_camera_not_ready()),
    }
}

fn battery(percent: i32, status: &DeviceStatus, t: Texts) -> Sign {
    match status.charging {
        Some(true) => Sign::new("good", t.desk_devices_battery_charging(percent)),
        _ if percent < LOW_BATTERY => Sign::new("warn", t.desk_devices_battery_low(percent)),
        _ => Sign::new("good", t.desk_devices_battery(percent)),
    }
}

fn page(known: &str, t: Texts) -> Sign {
    match known == version() {
        true => Sign::new("good", t.desk_devices_page_new()),
        false => Sign::new("warn", t.desk_devices_page_old()),
    }
}
