use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use actix_web::HttpResponse;
use actix_web::http::header::{self, ContentEncoding};
use actix_web::web::{self, Bytes};
use futures_util::future::{Either, select};
use futures_util::stream;
use serde_json::{Map, Value, json};
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::time::{Instant, timeout_at};

use super::caller::{Caller, Key};
use crate::app::{App, News, OpenLine};
use crate::error::Error;
use crate::models::doors::passage::Passage;
use crate::models::doors::presence;
use crate::models::doors::verdict::Verdict;
use crate::values::LastingId;
use crate::{clock, db};

/// A line that says nothing for longer is taken for dead by what stands between; and whether the device is still
/// paired is asked as often, however much there is to say.
const SAYS_SOMETHING: Duration = Duration::from_secs(15);

/// `GET /api/door/events`: what happens at the device's checkpoints, as it happens (server-sent events). One line
/// that is open costs a phone less than asking every second, passes every proxy, and comes back by itself.
pub(crate) async fn show(app: web::Data<App>, key: Key) -> Result<HttpResponse, Error> {
    let key = Arc::new(key);
    let news = app.live.watch();
    let counted = count(&app, key.clone()).await?.ok_or(Error::NotPaired)?;
    let first = event(&[], counts(&counted.inside));
    let mut checkpoints: Vec<i64> = counted.inside.into_keys().collect();
    checkpoints.sort_unstable();
    let line = Line {
        open: app.lines.open(counted.device_id),
        checkpoints,
        app,
        key,
        news,
        asks_at: Instant::now() + SAYS_SOMETHING,
    };
    let said = stream::unfold((Some(line), Some(first)), |(line, first)| async move {
        match (line, first) {
            (line, Some(first)) => Some((Ok::<Bytes, Infallible>(first), (line, None))),
            (Some(line), None) => {
                let (said, line) = line.next().await?;
                Some((Ok(said), (line, None)))
            }
            (None, None) => None,
        }
    });
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/event-stream"))
        .insert_header(ContentEncoding::Identity)
        .insert_header(("X-Accel-Buffering", "no"))
        .streaming(said))
}

/// A device, and how many are inside where it stands, by the checkpoint's id.
struct Counted {
    device_id: i64,
    inside: HashMap<i64, i64>,
}

/// `None` when no valid device has this key.
async fn count(app: &App, key: Arc<Key>) -> db::Result<Option<Counted>> {
    app.db
        .read(move |c| {
            let Some(caller) = Caller::find(c, &key, clock::now())? else {
                return Ok(None);
            };
            let mut inside = HashMap::new();
            for checkpoint in caller.checkpoints {
                let count = presence::count_inside(c, checkpoint.id)?;
                inside.insert(checkpoint.id, count);
            }
            let device_id = caller.device.id;
            Ok(Some(Counted { device_id, inside }))
        })
        .await
}

fn counts(inside: &HashMap<i64, i64>) -> Map<String, Value> {
    inside
        .iter()
        .map(|(checkpoint, inside)| {
            (
                LastingId::Checkpoint(*checkpoint).to_string(),
                json!(inside),
            )
        })
        .collect()
}

/// One device's open line.
struct Line {
    open: OpenLine,
    app: web::Data<App>,
    key: Arc<Key>,
    checkpoints: Vec<i64>,
    news: Receiver<Arc<News>>,
    /// When the device is looked at again.
    asks_at: Instant,
}

impl Line {
    /// The next thing to say, and the line unless that was the last; none: the program is about to stop, or the device
    /// has newer lines enough.
    async fn next(mut self) -> Option<(Bytes, Option<Line>)> {
        loop {
            let app = self.app.clone();
            let ended = Box::pin(select(
                Box::pin(app.live.closed()),
                Box::pin(self.open.ended()),
            ));
            let silent = Box::pin(timeout_at(self.asks_at, self.news.recv()));
            let heard = match select(ended, silent).await {
                Either::Left(_) => return None,
                Either::Right((heard, _)) => heard,
            };
            match heard {
                Ok(Ok(news)) => {
                    let said = news.said_to(&self.checkpoints, || self.of_mine(&news));
                    if let Some(said) = said {
                        return Some((said, Some(self)));
                    }
                }
                Ok(Err(RecvError::Closed)) => return None,
                // Too much at once, or long not asked: how things stand now.
                Ok(Err(RecvError::Lagged(_))) | Err(_) => return Some(self.anew().await),
            }
        }
    }

    /// What of the news happened at this device's checkpoints.
    fn of_mine(&self, news: &News) -> Option<Bytes> {
        let is_mine = |passage: &&Passage| self.checkpoints.contains(&passage.checkpoint_id);
        let passages: Vec<&Passage> = news.passages.iter().filter(is_mine).collect();
        let inside = passages.iter().filter_map(|passage| {
            let inside = news.inside.get(&passage.checkpoint_id)?;
            Some((
                LastingId::Checkpoint(passage.checkpoint_id).to_string(),
                json!(inside),
            ))
        });
        (!passages.is_empty()).then(|| event(&passages, inside.collect()))
    }

    async fn anew(mut self) -> (Bytes, Option<Line>) {
        self.asks_at = Instant::now() + SAYS_SOMETHING;
        match count(&self.app, self.key.clone()).await {
            Ok(Some(counted)) => (event(&[], counts(&counted.inside)), Some(self)),
            Ok(None) => (Bytes::from_static(b"event: unpaired\ndata: {}\n\n"), None),
            // A database that is away is not this line's end.
            Err(_) => (Bytes::from_static(b": still here\n\n"), Some(self)),
        }
    }
}

fn event(passages: &[&Passage], inside: Map<String, Value>) -> Bytes {
    let passages: Vec<Value> = passages.iter().map(|passage| told(passage)).collect();
    let data = json!({ "passages": passages, "inside": inside });
    Bytes::from(format!("data: {data}\n\n"))
}

fn told(passage: &Passage) -> Value {
    json!({
        "id": passage.scan_id,
        "registration": passage.registration,
        "checkpoint": passage.checkpoint,
        "checkpoint_id": LastingId::Checkpoint(passage.checkpoint_id).to_string(),
        "direction": passage.direction,
        "verdict": passage.verdict.map_or("undone", Verdict::as_str),
        "at": clock::rfc3339(passage.scanned_at),
        "device": passage.device,
    })
}
