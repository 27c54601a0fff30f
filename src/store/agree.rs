//! Holds the lists that are read through indexes to the words of the domain: whatever the summaries say, a list is all
//! villages for which [`Filter::matches`], in order, and its count is their number.

use chrono::{DateTime, NaiveDate, TimeDelta};
use proptest::prelude::*;
use rusqlite::TransactionBehavior;
use uuid::Uuid;

use super::steps::made_up;
use super::{Setup, Stamp, Store, project, row};
use crate::domain::attention::Reason;
use crate::domain::follow::Office;
use crate::domain::gate::{Category, RuleBook};
use crate::domain::list::{DecisionIs, Filter, From, Key, Row, Sort, Summary, Worded};
use crate::domain::query::Query;
use crate::domain::stage::{Decision, Stage};

/// The day that most lists are asked for.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
}

/// Often as far from today as a limit of the rules, or a day more or less.
fn some_day() -> impl Strategy<Value = NaiveDate> {
    let limits = &RuleBook::shipped().on(today()).limits;
    let stages = Stage::ALL.map(|stage| limits.of(stage)).into_iter();
    let spans: Vec<i64> = stages.chain([limits.data_lama, 0]).collect();
    let near = (prop::sample::select(spans), -1..=1_i64);
    let ago = prop_oneof![
        3 => near.prop_map(|(limit, more)| limit + more),
        1 => -600..600_i64,
    ];
    ago.prop_map(|days| today() - TimeDelta::days(days))
}

fn perhaps_a_day() -> impl Strategy<Value = Option<NaiveDate>> {
    prop::option::of(some_day())
}

/// What the fold could give: a stage only with a choice, and no stage is verified longer than those below it.
fn some_summary() -> impl Strategy<Value = Summary> {
    let until = prop_oneof![
        2 => Just(None),
        3 => some_day().prop_map(Some),
        1 => Just(Some(NaiveDate::MAX)),
    ];
    let product = (
        prop::sample::select(&Decision::ALL[2..]),
        prop::sample::select(&Stage::ALL),
        prop::sample::select(&Category::ALL),
        prop::array::uniform4(until),
        perhaps_a_day(),
    );
    let known = (0..3_u32, 0..2_u32, perhaps_a_day(), perhaps_a_day());
    let office = || prop::sample::select(Office::ALL);
    let blocked = prop::option::of((office(), office(), some_day()));
    let follow = (blocked, perhaps_a_day());
    (prop::option::of(product), known, follow).prop_map(|(product, known, follow)| {
        let (potentials, former, since, latest) = known;
        let mut summary = Summary {
            decision: Decision::ALL[usize::from(potentials > 0)],
            stage: None,
            product: None,
            potentials,
            first_potential: (potentials > 0).then(|| "kopi".to_owned()),
            since,
            latest,
            sells_raw: potentials == 2,
            former,
            category: None,
            holds_until: [None; 4],
            blocked: follow.0.map(|(first, _, since)| (first, since)),
            offices: follow
                .0
                .map_or_else(Vec::new, |(first, second, _)| vec![first, second]),
            next_due: follow.1,
            warn_from: None,
        };
        if let Some((decision, stage, category, mut until, warn_from)) = product {
            until.sort_unstable();
            until.reverse();
            summary.decision = decision;
            summary.stage = Some(stage);
            summary.product = Some("kopi bubuk".into());
            summary.category = Some(category);
            summary.holds_until = until;
            summary.warn_from = warn_from;
        }
        summary
    })
}

struct Kept {
    _folder: tempfile::TempDir,
    store: Store,
    /// Every village in the order of the register, with its name as it is sorted by.
    villages: Vec<(Row, String)>,
}

impl Kept {
    /// 2,000 villages with these summaries in turns, so that some cells hold few of them and some many.
    fn new(summaries: &[Summary]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.db");
        let register = made_up(5);
        let stamp = Stamp {
            batch: Uuid::from_u128(1),
            actor: "maria".into(),
            now: DateTime::UNIX_EPOCH,
            today: today(),
        };
        let setup = Setup {
            register: &register,
            first: Vec::new(),
            stamp,
        };
        Store::create(&path, &setup).unwrap();
        let mut store = Store::open(&path, today()).unwrap();
        let write = store
            .conn
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .unwrap();
        for ord in 0..2_000_u32 {
            let at = ord.wrapping_mul(2_654_435_761) >> 16;
            let summary = &summaries[at as usize % summaries.len()];
            row::put_summary(&write, ord, summary, 0).unwrap();
        }
        project::count_all(&write).unwrap();
        write.commit().unwrap();
        let all = store
            .page(&Filter::default(), Sort::Register, From::Start, 9_999)
            .unwrap();
        let villages = all.rows.into_iter().map(|row| {
            let name = row.place.name.to_lowercase();
            (row, name)
        });
        Self {
            villages: villages.collect(),
            store,
            _folder: folder,
        }
    }

    fn expected(&self, filter: &Filter, sort: Sort) -> Vec<u32> {
        let (_, day) = filter.reason.unwrap_or((Reason::NoProduct, today()));
        let rules = RuleBook::shipped().on(day);
        let shown = |row: &&(Row, String)| {
            let (row, _) = *row;
            let in_words = |w: &Worded| w.query.matches(row, rules, w.day);
            filter.matches(&row.place.code, &row.summary, rules)
                && filter.query.as_ref().is_none_or(in_words)
        };
        let mut rows: Vec<_> = self.villages.iter().filter(shown).collect();
        rows.sort_by_key(|(row, name)| {
            let kecamatan = row.place.code.kecamatan();
            let decision = row.summary.decision as i64;
            let since = row.summary.since;
            match sort {
                Sort::Register => ("", 0, None),
                Sort::Name => (name.as_str(), 0, None),
                Sort::Age => ("", i64::from(since.is_none()), since),
                Sort::Attention => (kecamatan, decision, None),
            }
        });
        rows.into_iter().map(|(row, _)| row.place.ord).collect()
    }

    fn read(&self, filter: &Filter, sort: Sort, from: From, n: u32) -> Vec<Row> {
        self.store.page(filter, sort, from, n).unwrap().rows
    }

    fn agrees(&self, filter: &Filter, sort: Sort, cut: usize) {
        let expected = self.expected(filter, sort);
        let what = format!("{sort:?}, {filter:?}");
        let all = self.read(filter, sort, From::Start, 9_999);
        assert_eq!(ords(&all), expected, "{what}");
        assert_eq!(
            ords(&self.read(filter, sort, From::End, 9_999)),
            expected,
            "{what}"
        );
        assert_eq!(
            self.store.count(filter).unwrap() as usize,
            expected.len(),
            "{what}"
        );
        let Some(key) = all.get(cut % all.len().max(1)).map(|row| row.key) else {
            return;
        };
        self.agrees_around(filter, sort, key, &expected);
    }

    /// The pages before and after a line of the list.
    fn agrees_around(&self, filter: &Filter, sort: Sort, key: Key, expected: &[u32]) {
        let at = expected.iter().position(|ord| *ord == key.ord).unwrap();
        let after = self.read(filter, sort, From::After(key), 7);
        let end = expected.len().min(at + 8);
        assert_eq!(
            ords(&after),
            expected[at + 1..end],
            "after {key:?}, {filter:?}"
        );
        let before = self.read(filter, sort, From::Before(key), 7);
        assert_eq!(
            ords(&before),
            expected[at.saturating_sub(7)..at],
            "before {key:?}, {filter:?}"
        );
    }
}

fn ords(rows: &[Row]) -> Vec<u32> {
    rows.iter().map(|row| row.place.ord).collect()
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 12,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_list_by_a_reason_is_every_village_that_it_holds_for(
        summaries in prop_oneof![
            prop::collection::vec(some_summary(), 1..5),
            prop::collection::vec(some_summary(), 5..60),
        ],
        day in prop_oneof![4 => Just(today()), 1 => some_day()],
        decision in prop::option::of(prop_oneof![
            prop::sample::select(&Decision::ALL).prop_map(DecisionIs::Exactly),
            Just(DecisionIs::WithoutProduct),
            Just(DecisionIs::OnceClosed),
        ]),
        stage in prop::option::of(prop::sample::select(&Stage::ALL)),
        cut in any::<prop::sample::Index>(),
    ) {
        let kept = Kept::new(&summaries);
        let written: Vec<_> = kept.villages.iter().map(|(row, _)| &row.summary).collect();
        prop_assert!(written.iter().all(|s| summaries.contains(s)), "each comes back as it was written");
        for region in [None, Some("11.03"), Some("11.03.07"), Some("99.99")] {
            let counts = kept.store.reason_counts(region, day).unwrap();
            for (reason, n) in Reason::ALL.into_iter().zip(counts) {
                let whole = Filter {
                    region: region.map(str::to_owned),
                    reason: Some((reason, day)),
                    ..Filter::default()
                };
                prop_assert_eq!(kept.expected(&whole, Sort::Register).len(), n as usize, "{:?}", whole);
                let part = Filter { decision, stage, ..whole.clone() };
                for sort in Sort::CHOICES {
                    kept.agrees(&whole, sort, cut.index(2_000));
                    kept.agrees(&part, sort, cut.index(2_000));
                }
            }
        }
    }

    #[test]
    fn a_list_by_a_filter_in_words_is_every_village_that_fits_it(
        summaries in prop::collection::vec(some_summary(), 5..60),
        text in prop::sample::select(&FILTERS),
        stage in prop::option::of(prop::sample::select(&Stage::ALL)),
        cut in any::<prop::sample::Index>(),
    ) {
        let kept = Kept::new(&summaries);
        for region in [None, Some("11.03"), Some("11.03.07")] {
            let filter = Filter {
                region: region.map(str::to_owned),
                stage,
                query: Some(Worded {
                    text: text.to_owned(),
                    query: Query::parse(text).unwrap(),
                    day: today(),
                }),
                ..Filter::default()
            };
            prop_assert_eq!(
                kept.expected(&filter, Sort::Register).len(),
                kept.store.count(&filter).unwrap() as usize,
                "{:?}",
                filter
            );
            for sort in Sort::CHOICES {
                kept.agrees(&filter, sort, cut.index(2_000));
            }
        }
    }
}

/// Regions stand in them by their codes, as after they were found.
const FILTERS: [&str; 12] = [
    "kec:11.03.07",
    "!kec:11.03.07 umur>90",
    "kab:11.03 tahap<dikemas",
    "k1,k2 data>180",
    "!produk:belum !rtl",
    "tahap>=diolah terbukti<diolah",
    "!tahap:dikemas",
    "macet,lewat",
    "kantor:dinkes,bank-ntt hambat",
    "jenis:kelurahan",
    "mentah kategori:kriya",
    "a !e",
];
