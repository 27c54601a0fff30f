//! Working the summaries out anew: when they are wrong, and when the rules that they follow have changed.
//!
//! All summaries follow one version of the rules, whose name stands in `meta`. Whoever opens the database or writes to
//! it on a day on which another version holds works all of them out anew first, in the same transaction.

use chrono::{Datelike, NaiveDate};
use rusqlite::{Connection, TransactionBehavior};

use super::error::{Error, InnerError};
use super::{Store, migrate, occasion, people, project, row};
use crate::domain::code::Code;
use crate::domain::gate::{RuleBook, Rules};
use crate::domain::list::Summary;
use crate::domain::village::Village;

/// From which day (year, month, day) each shipped version of the rules holds, the oldest first. To read the rules
/// themselves takes as long as opening a database, so that is left until they are needed.
const VERSIONS: &[((i32, u32, u32), &str)] = &[((2025, 5, 27), "2025-1")];

impl Store {
    /// Works the summary of every village, all totals and the lines of all occasions out anew from the log, by the rules
    /// that hold today. Returns how many summaries and lines were wrong. It is for whoever may record, and for the owner.
    ///
    /// # Errors
    /// [`Error::Refused`] when it is not for this person to do, or if the database cannot be read or written.
    pub fn rebuild(&mut self, actor: &str, today: NaiveDate) -> Result<usize, Error> {
        let owner = self.owner;
        self.write(|conn| {
            people::may_rebuild(conn, actor, owner)?;
            rebuild(conn, today)
        })
    }
}

/// The version of the rules that holds on a day, as [`RuleBook::on`] would say.
fn version_on(day: NaiveDate) -> &'static str {
    let day = (day.year(), day.month(), day.day());
    let later = VERSIONS.partition_point(|(since, _)| *since <= day);
    VERSIONS
        .get(later.saturating_sub(1))
        .map_or("", |(_, version)| version)
}

/// At the opening: works the summaries out anew if they follow other rules than those of today. Of several programs
/// that open the database at once, one does.
///
/// Where only newer programs may write, it leaves them as they are: this program can still read.
pub(super) fn at_opening(
    conn: &mut Connection,
    training: bool,
    kept: &str,
    today: NaiveDate,
) -> Result<(), InnerError> {
    if kept == version_on(today) {
        return Ok(());
    }
    let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    match migrate::fence(&transaction, training) {
        Err(InnerError::Newer { .. }) => return Ok(()),
        fenced => fenced?,
    }
    keep_up(&transaction, today)?;
    transaction.commit()?;
    Ok(())
}

/// Inside a write: works the summaries out anew if they follow other rules than those of today.
pub(super) fn keep_up(conn: &Connection, today: NaiveDate) -> Result<(), InnerError> {
    let mut statement = conn.prepare_cached("SELECT rules = ?1 FROM meta")?;
    let same: bool = statement.query_row([version_on(today)], |row| row.get(0))?;
    if !same {
        rebuild(conn, today)?;
    }
    Ok(())
}

pub(super) fn rebuild(conn: &Connection, today: NaiveDate) -> Result<usize, InnerError> {
    let wrong = wrong(conn, RuleBook::shipped().on(today))?;
    for village in &wrong {
        row::put_summary(conn, village.ord, &village.summary, village.last_seq)?;
    }
    project::count_all(conn)?;
    let occasions = occasion::kept::rebuild(conn)?;
    let people = people::rebuild(conn)?;
    set_version(conn, today)?;
    Ok(wrong.len() + occasions + people)
}

/// Notes that the summaries follow the rules of a day.
pub(super) fn set_version(conn: &Connection, day: NaiveDate) -> Result<(), InnerError> {
    conn.execute("UPDATE meta SET rules = ?1", [version_on(day)])?;
    Ok(())
}

/// A village whose summary is wrong, with the right one.
pub(super) struct Wrong {
    ord: u32,
    pub code: Code,
    summary: Summary,
    last_seq: i64,
}

/// The villages whose summary does not say what the log says under these rules.
pub(super) fn wrong(conn: &Connection, rules: &Rules) -> Result<Vec<Wrong>, InnerError> {
    let sql = format!(
        "SELECT s.ord, v.code, s.last_seq, {} FROM summary s JOIN village v USING (ord) ORDER BY s.ord",
        row::SUMMARY
    );
    let mut statement = conn.prepare(&sql)?;
    let mut rows = statement.query([])?;
    let mut wrong = Vec::new();
    while let Some(found) = rows.next()? {
        // A summary that cannot even be read is wrong too.
        let kept = row::summary(found, 3).ok();
        let kept_seq: i64 = found.get(2)?;
        let code: String = found.get(1)?;
        let code =
            Code::parse(&code).map_err(|e| InnerError::Damaged(format!("village {}", e.0)))?;
        let events = row::stream(conn, code.as_str())?;
        let summary = Summary::of(&Village::fold(&events), rules);
        let last_seq = events.last().map_or(0, |e| e.seq);
        if kept.as_ref() != Some(&summary) || kept_seq != last_seq {
            wrong.push(Wrong {
                ord: found.get(0)?,
                code,
                summary,
                last_seq,
            });
        }
    }
    Ok(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_versions_are_those_of_the_shipped_rules() {
        let from = NaiveDate::from_ymd_opt(2020, 1, 1).unwrap();
        for day in from.iter_days().take(20 * 366) {
            assert_eq!(
                version_on(day),
                RuleBook::shipped().on(day).version,
                "{day}"
            );
        }
    }
}
