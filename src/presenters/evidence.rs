//! What is on record about an item of the gates.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::evidence::{Evidence, Status};
use crate::strings::Strings;

/// One line.
#[must_use]
pub fn line(e: &Evidence, s: &Strings) -> String {
    let details = s.cli.gates.details(&s.facts, &s.programme, e);
    format!("  - {}: {details}", e.claim.item)
}

#[derive(Debug, Serialize)]
pub struct EvidenceJson<'a> {
    item: &'a str,
    status: Status,
    number: &'a str,
    issuer: &'a str,
    holder: &'a str,
    issued: Option<NaiveDate>,
    expires: Option<NaiveDate>,
    missing: &'a str,
    note: &'a str,
    on: NaiveDate,
    by: &'a str,
    verified: Option<VerifiedJson<'a>>,
}

#[derive(Debug, Serialize)]
struct VerifiedJson<'a> {
    by: &'a str,
    on: NaiveDate,
}

impl<'a> From<&'a Evidence> for EvidenceJson<'a> {
    fn from(e: &'a Evidence) -> Self {
        let c = &e.claim;
        Self {
            item: &c.item,
            status: c.status,
            number: &c.number,
            issuer: &c.issuer,
            holder: &c.holder,
            issued: c.issued,
            expires: c.expires,
            missing: &c.missing,
            note: &c.note,
            on: e.on,
            by: &e.by,
            verified: e
                .verified
                .as_ref()
                .map(|(by, on)| VerifiedJson { by, on: *on }),
        }
    }
}
