//! The made-up record: from a register, a seed and a day, what people did in every village over two years.
//!
//! Pure: the same three give the same record to the letter. Nothing here is true of any village.

use std::collections::HashMap;

use chrono::{DateTime, Days, FixedOffset, Months, NaiveDate, NaiveTime, Utc};
use uuid::{Builder, Uuid};

use super::dice::Dice;
use super::story::{self, Told};
use crate::domain::code::Code;
use crate::domain::stage::Decision;
use crate::register::Register;
use crate::store::{ActRequest, Stamp};

/// How long the record goes back.
const MONTHS: u32 = 24;
/// Of a hundred villages so many are not surveyed, undecided, chosen and designated; the rest is designated too.
const SHARES: [(Decision, usize); 4] = [
    (Decision::NotSurveyed, 20),
    (Decision::Undecided, 30),
    (Decision::Chosen, 15),
    (Decision::Designated, 35),
];
/// Of a hundred acts so many are entered days after they happened.
const LATE: i64 = 12;
/// The first minute of a working day, and how long an entry takes at most.
const MORNING: i64 = 8 * 60;
const MINUTES: i64 = 7;

/// Everything that was entered in the two years before `today`, in the order of entering, one batch for each act.
#[must_use]
pub fn record(
    register: &Register,
    seed: u64,
    today: NaiveDate,
    zone: FixedOffset,
) -> Vec<(Stamp, Vec<ActRequest>)> {
    let first = today
        .checked_sub_months(Months::new(MONTHS))
        .unwrap_or(today);
    // The day itself belongs to those who train.
    let last = today.pred_opt().unwrap_or(today);
    let mut dice = Dice::new(seed);
    let mut all = Vec::new();
    for (code, end) in ends(register, &mut dice) {
        let kecamatan = register
            .kecamatan
            .iter()
            .find(|k| k.code == code.kecamatan())
            .map_or("", |k| k.name.as_str());
        let mut own = Dice::new(dice.next());
        let told = story::tell(code, kecamatan, end, first..=last, &mut own);
        let told = entered(told, last, &mut own);
        all.extend(told.into_iter().map(|(day, told)| (day, code, told)));
    }
    // A village's own order stays.
    all.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)));
    stamped(all, zone, &mut dice)
}

/// What each village comes to, in the shares above.
fn ends<'r>(register: &'r Register, dice: &mut Dice) -> Vec<(&'r Code, Decision)> {
    let mut codes: Vec<&Code> = register.villages.iter().map(|v| &v.code).collect();
    dice.shuffle(&mut codes);
    let n = codes.len();
    let end = |at: usize| {
        let mut up_to = 0;
        let share = SHARES.iter().find(|(_, share)| {
            up_to += share;
            at * 100 < up_to * n
        });
        share.map_or(Decision::Designated, |(decision, _)| *decision)
    };
    let mut ends: Vec<_> = codes
        .into_iter()
        .enumerate()
        .map(|(at, code)| (code, end(at)))
        .collect();
    ends.sort_by_key(|(code, _)| *code);
    ends
}

/// When each act was entered: mostly on its day, sometimes late, never before one that happened earlier.
fn entered(mut told: Vec<Told>, last: NaiveDate, dice: &mut Dice) -> Vec<(NaiveDate, Told)> {
    told.sort_by_key(|t| t.on);
    let mut latest = NaiveDate::MIN;
    told.into_iter()
        .map(|told| {
            let lag = if dice.percent(LATE) {
                dice.between(2, 20)
            } else {
                0
            };
            latest = latest.max(after(told.on, lag)).min(last);
            (latest, told)
        })
        .collect()
}

/// Gives each act its moment, its actor and its batch.
fn stamped(
    all: Vec<(NaiveDate, &Code, Told)>,
    zone: FixedOffset,
    dice: &mut Dice,
) -> Vec<(Stamp, Vec<ActRequest>)> {
    let mut entries: HashMap<NaiveDate, i64> = HashMap::new();
    all.into_iter()
        .map(|(day, village, told)| {
            let n = entries.entry(day).or_default();
            let minute = MORNING + *n * MINUTES + dice.between(0, MINUTES - 1);
            *n += 1;
            let now = moment(day, minute.min(24 * 60 - 1), zone);
            let stamp = Stamp {
                batch: id(now, dice),
                actor: told.actor,
                now,
                today: day,
            };
            let request = ActRequest {
                village: village.clone(),
                act: told.act,
                on: told.on,
                seen: None,
            };
            (stamp, vec![request])
        })
        .collect()
}

/// A minute of a day in the programme's time zone.
pub(super) fn moment(day: NaiveDate, minute: i64, zone: FixedOffset) -> DateTime<Utc> {
    let there = day.and_time(NaiveTime::MIN) + chrono::Duration::minutes(minute);
    (there - chrono::Duration::seconds(zone.local_minus_utc().into())).and_utc()
}

/// A `UUIDv7` of a moment.
pub(super) fn id(at: DateTime<Utc>, dice: &mut Dice) -> Uuid {
    let millis = u64::try_from(at.timestamp_millis()).unwrap_or_default();
    let mut chance = [0; 10];
    let (most, rest) = chance.split_at_mut(8);
    most.copy_from_slice(&dice.next().to_le_bytes());
    rest.copy_from_slice(&dice.next().to_le_bytes()[..2]);
    Builder::from_unix_timestamp_millis(millis, &chance).into_uuid()
}

/// So many days later.
pub(super) fn after(day: NaiveDate, days: i64) -> NaiveDate {
    day.checked_add_days(Days::new(days.max(0).unsigned_abs()))
        .unwrap_or(day)
}

#[cfg(test)]
mod tests;
