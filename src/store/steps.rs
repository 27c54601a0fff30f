//! Holds reading to its promise: the steps of SQLite's machine for a page, a total or a search do not grow with the
//! register.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use chrono::{DateTime, NaiveDate};
use uuid::Uuid;

use super::{Setup, Stamp, Store, project, row};
use crate::domain::attention::Reason;
use crate::domain::code::Code;
use crate::domain::list::{DecisionIs, Filter, From, Key, Sort};
use crate::domain::stage::{Decision, Stage};
use crate::register::{RegionEntry, Register, VillageEntry};

const N: u32 = 40;

/// So many regencies of 20 kecamatan of 20 villages, with names that recur and that share beginnings.
pub(super) fn made_up(regencies: usize) -> Register {
    let mut register = Register::default();
    let syllables = [
        "la", "ke", "kun", "ma", "nu", "mu", "tin", "ba", "ni", "fa", "tu", "si",
    ];
    for r in 0..regencies {
        let regency = format!("{:02}.{:02}", 11 + r / 50, 1 + r % 50);
        register.regencies.push(RegionEntry {
            name: format!("KABUPATEN {r}"),
            code: regency.clone(),
        });
        for k in 0..20 {
            let kecamatan = format!("{regency}.{:02}", k + 1);
            register.kecamatan.push(RegionEntry {
                name: format!("Kecamatan {k}"),
                code: kecamatan.clone(),
            });
            for v in 0..20 {
                let n = r * 400 + k * 20 + v;
                let name = [n % 12, n / 12 % 12, n / 144 % 12].map(|s| syllables[s]);
                register.villages.push(VillageEntry {
                    code: Code::parse(&format!("{kecamatan}.{}", 2001 + v)).unwrap(),
                    name: format!("{} {}", name.concat(), ["Utara", "Barat"][n % 2]),
                });
            }
        }
    }
    register
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
}

struct Counted {
    _folder: tempfile::TempDir,
    store: Store,
    steps: Arc<AtomicU64>,
    villages: u32,
}

impl Counted {
    fn new(regencies: usize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.db");
        let register = made_up(regencies);
        let stamp = Stamp {
            batch: Uuid::from_u128(1),
            actor: "maria".into(),
            now: DateTime::UNIX_EPOCH,
            today: day(),
        };
        let setup = Setup {
            register: &register,
            first: Vec::new(),
            stamp,
        };
        Store::create(&path, &setup).unwrap();
        let mut store = Store::open(&path, day()).unwrap();
        // Reasons of every frequency, in no order that a list has.
        let spread = |column: &str, one_of: u32, days: u32| {
            format!(
                "UPDATE summary SET {column} = {} + (ord * 7919 + {one_of}) % {days} - {days} / 2
                 WHERE (ord * 31 + {one_of}) % {one_of} = 0;",
                row::number(day())
            )
        };
        // Most villages stand in one cell and have no date; some cells hold a handful at the very end.
        store
            .conn
            .execute_batch(
                "UPDATE summary SET decision = 1, since = 730000 + ord % 7 WHERE ord % 3 = 0;
                 UPDATE summary SET decision = 2 + ord % 2, stage = 1 + ord % 4, since = 730000 WHERE ord % 5 = 0;
                 UPDATE summary SET former = 1 WHERE ord % 11 = 0;
                 UPDATE summary SET decision = 3, stage = 4, former = 2
                     WHERE ord > (SELECT max(ord) - 3 FROM summary);",
            )
            .unwrap();
        for (column, one_of, days) in [
            ("latest", 2, 800),
            ("next_due", 7, 100),
            ("warn_from", 40, 2_000),
            ("blocked_since", 150, 300),
            ("holds_3", 3, 900),
        ] {
            store
                .conn
                .execute_batch(&spread(column, one_of, days))
                .unwrap();
        }
        store
            .conn
            .execute_batch(
                "UPDATE summary SET since = since + ord * 31 % 10000 WHERE since < 740000;
                 UPDATE summary SET blocked_office = 'dinkes' WHERE blocked_since IS NOT NULL;",
            )
            .unwrap();
        project::count_all(&store.conn).unwrap();
        let steps = Arc::new(AtomicU64::new(0));
        let counter = Arc::clone(&steps);
        let count = move || {
            counter.fetch_add(1, Ordering::Relaxed);
            false
        };
        store.conn.progress_handler(1, Some(count)).unwrap();
        Self {
            _folder: folder,
            store,
            steps,
            villages: register.villages.len() as u32,
        }
    }

    fn steps(&self, work: impl Fn(&Store)) -> u64 {
        self.steps.store(0, Ordering::Relaxed);
        work(&self.store);
        self.steps.load(Ordering::Relaxed)
    }
}

/// Holds the large register's steps to the small one's: half as many more, and some for lists that are too short to
/// fill a page in the small one.
fn hold(what: &str, small: u64, large: u64) {
    let most = small * 3 / 2 + u64::from(N) * 80;
    assert!(small > 0, "{what}: nothing was counted");
    assert!(large <= most, "{what}: {small} steps, then {large}");
}

#[test]
fn no_list_and_no_total_grows_with_the_register() {
    let (small, large) = (Counted::new(5), Counted::new(100));
    assert_eq!((small.villages, large.villages), (2_000, 40_000));
    let decisions = Decision::ALL
        .map(DecisionIs::Exactly)
        .into_iter()
        .chain([DecisionIs::WithoutProduct, DecisionIs::OnceClosed])
        .map(Some)
        .chain([None]);
    let mut filters = Vec::new();
    for decision in decisions {
        for stage in Stage::ALL.map(Some).into_iter().chain([None]) {
            for region in [None, Some("11.03".into()), Some("11.03.07".into())] {
                filters.push(Filter {
                    region,
                    decision,
                    stage,
                    reason: None,
                    query: None,
                });
            }
        }
    }
    assert_eq!(filters.len(), 7 * 5 * 3);
    for filter in &filters {
        let total = |c: &Counted| {
            c.steps(|store| {
                store.count(filter).unwrap();
            })
        };
        hold(&format!("total, {filter:?}"), total(&small), total(&large));
        for sort in Sort::CHOICES {
            let middle = |c: &Counted| {
                let around = From::Around(c.villages / 2);
                let page = c.store.page(filter, sort, around, 1).unwrap();
                let nowhere = Key { value: 0, ord: 0 };
                page.rows.first().map_or(nowhere, |row| row.key)
            };
            for name in ["start", "end", "after", "before", "around"] {
                let page = |c: &Counted| {
                    let from = match name {
                        "start" => From::Start,
                        "end" => From::End,
                        "after" => From::After(middle(c)),
                        "before" => From::Before(middle(c)),
                        _ => From::Around(c.villages / 2),
                    };
                    c.steps(|store| drop(store.page(filter, sort, from, N).unwrap()))
                };
                let what = format!("{name}, {sort:?}, {filter:?}");
                hold(&what, page(&small), page(&large));
            }
        }
    }
}

/// Lists and counts by a reason may grow with the villages that it holds for, within bounds.
#[test]
fn no_list_by_a_reason_walks_through_the_register() {
    let large = Counted::new(100);
    // To look at every village would take at least three steps for each.
    let most = 80_000;
    let counts = large.store.reason_counts(None, day()).unwrap();
    for (reason, n) in Reason::ALL.into_iter().zip(counts) {
        assert!(n > 100, "{reason:?} holds for {n} villages alone");
        for region in [None, Some("11.03"), Some("11.03.07")] {
            let filter = Filter {
                region: region.map(str::to_owned),
                reason: Some((reason, day())),
                ..Filter::default()
            };
            let counting = large.steps(|store| {
                store.count(&filter).unwrap();
            });
            let at_most = match region {
                None => 5 * u64::from(n) + 400,
                // 20 for each village of a regency.
                Some(_) => 8_000,
            };
            assert!(
                (1..=at_most).contains(&counting),
                "{counting} to count {n}, {filter:?}"
            );
            for sort in Sort::CHOICES {
                let page = |from| large.store.page(&filter, sort, from, N).unwrap();
                let middle = page(From::Around(large.villages / 2)).rows;
                let middle = middle
                    .first()
                    .map_or(Key { value: 0, ord: 0 }, |row| row.key);
                for from in [
                    From::Start,
                    From::End,
                    From::After(middle),
                    From::Before(middle),
                    From::Around(large.villages / 2),
                ] {
                    let steps = large.steps(|_| drop(page(from)));
                    assert!(
                        (1..=most).contains(&steps),
                        "{steps}, {from:?}, {sort:?}, {filter:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn no_search_grows_with_the_register() {
    let large = Counted::new(100);
    // Candidates are capped, so that a common beginning costs the same from some thousand villages on. To look at
    // every village would take at least three steps for each.
    let most = 40_000;
    for typed in [
        "l",
        "lake",
        "lakekun utara",
        "lakeknu",
        "utara",
        "11.03",
        "1103072001",
        "zzzz",
    ] {
        let steps = large.steps(|store| drop(store.search(typed, 20).unwrap()));
        assert!((1..most).contains(&steps), "{typed}: {steps}");
    }
    for typed in ["kab", "kecamatan 3", "11.03", "zzz"] {
        let steps = large.steps(|store| drop(store.find_region(typed).unwrap()));
        assert!((1..most).contains(&steps), "{typed}: {steps}");
    }
}

#[test]
fn a_large_register_forgives_a_typing_error_through_its_indexes() {
    let large = Counted::new(100);
    for typed in ["lakekun utra", "lakekun utaraa", "lakkeun utara", "lakeknu"] {
        let hits = large.store.search(typed, 300).unwrap();
        let found = hits.iter().any(|hit| hit.place.name.starts_with("lakekun"));
        assert!(found, "{typed}: {hits:?}");
    }
}
