use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// Bounds of the histogram of answering times, in seconds.
const BOUNDS: [f64; 8] = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0];

/// What the program counts of itself since it started.
#[derive(Default)]
pub(crate) struct Metrics {
    /// By the first digit of the status, 1 to 5.
    answers: [AtomicU64; 5],
    within: [AtomicU64; BOUNDS.len()],
    microseconds: AtomicU64,
    scans: AtomicU64,
    connections: AtomicU64,
}

impl Metrics {
    pub(crate) fn answered(&self, status: u16, took: Duration) {
        let class = usize::from(status / 100).clamp(1, 5) - 1;
        self.answers[class].fetch_add(1, Ordering::Relaxed);
        self.microseconds
            .fetch_add(took.as_micros() as u64, Ordering::Relaxed);
        for (bound, count) in BOUNDS.iter().zip(&self.within) {
            if took.as_secs_f64() <= *bound {
                count.fetch_add(1, Ordering::Relaxed);
            }
        }
    }

    pub(crate) fn scanned(&self, scans: usize) {
        self.scans.fetch_add(scans as u64, Ordering::Relaxed);
    }

    pub(crate) fn connected(&self) {
        self.connections.fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn disconnected(&self) {
        self.connections.fetch_sub(1, Ordering::Relaxed);
    }

    /// Prometheus' text format. `waiting` is the number of messages in the outbox.
    pub(crate) fn render(&self, waiting: i64) -> String {
        let mut text = String::from(
            "# HELP hazir_requests_total Requests answered.\n# TYPE hazir_requests_total counter\n",
        );
        let mut all = 0;
        for (index, count) in self.answers.iter().enumerate() {
            let count = count.load(Ordering::Relaxed);
            all += count;
            text += &format!(
                "hazir_requests_total{{status=\"{}xx\"}} {count}\n",
                index + 1
            );
        }
        text += "# HELP hazir_request_seconds Time from request to answer.\n# TYPE hazir_request_seconds histogram\n";
        for (bound, count) in BOUNDS.iter().zip(&self.within) {
            let count = count.load(Ordering::Relaxed);
            text += &format!("hazir_request_seconds_bucket{{le=\"{bound}\"}} {count}\n");
        }
        let seconds = self.microseconds.load(Ordering::Relaxed) as f64 / 1e6;
        text += &format!("hazir_request_seconds_bucket{{le=\"+Inf\"}} {all}\n");
        text +=
            &format!("hazir_request_seconds_sum {seconds}\nhazir_request_seconds_count {all}\n");
        let scans = self.scans.load(Ordering::Relaxed);
        text += &format!(
            "# HELP hazir_scans_total Scans received.\n# TYPE hazir_scans_total counter\nhazir_scans_total {scans}\n"
        );
        let connections = self.connections.load(Ordering::Relaxed);
        text += &format!(
            "# HELP hazir_connections Connections that are open.\n# TYPE hazir_connections gauge\nhazir_connections {connections}\n"
        );
        text += &format!(
            "# HELP hazir_outbox_waiting Messages that wait to be sent.\n# TYPE hazir_outbox_waiting gauge\nhazir_outbox_waiting {waiting}\n"
        );
        text
    }
}
