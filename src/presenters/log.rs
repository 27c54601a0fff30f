//! An event of the log.

use chrono::{NaiveDate, SecondsFormat};
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use crate::domain::event::Recorded;
use crate::domain::redaction;

#[derive(Debug, Serialize)]
pub struct EventJson<'a> {
    seq: i64,
    id: Uuid,
    village: &'a str,
    kind: &'a str,
    body: Value,
    occurred_on: NaiveDate,
    recorded_at: String,
    actor: &'a str,
    batch: Uuid,
}

impl<'a> From<&'a Recorded> for EventJson<'a> {
    fn from(e: &'a Recorded) -> Self {
        let body = e.event.body().unwrap_or_default();
        Self {
            seq: e.seq,
            id: e.id,
            village: &e.stream,
            kind: e.event.kind(),
            // A body that this version cannot read may be no JSON: then it is a text.
            body: serde_json::from_str(&body).unwrap_or(Value::String(body)),
            occurred_on: e.occurred_on,
            recorded_at: e.recorded_at.to_rfc3339_opts(SecondsFormat::Secs, true),
            actor: &e.actor,
            batch: e.batch,
        }
    }
}

/// Events; for whoever only looks (`redacted`) without personal data, and without a body where nothing else would be left
/// of it.
#[must_use]
pub fn events_json<'a>(
    events: impl IntoIterator<Item = &'a Recorded>,
    redacted: bool,
) -> Vec<EventJson<'a>> {
    let json = |e: &'a Recorded| {
        let all = EventJson::from(e);
        if !redacted {
            return all;
        }
        let shown = redaction::event(&e.event).map(|event| Recorded { event, ..e.clone() });
        let body = shown.map_or(Value::Null, |e| EventJson::from(&e).body);
        EventJson { body, ..all }
    };
    events.into_iter().map(json).collect()
}
