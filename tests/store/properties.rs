//! Whatever people do, in whatever order: what is kept follows from the log, the sums agree, undo restores, and the
//! pages of a list are the list.

use chrono::{NaiveDate, TimeDelta};
use ovop::domain::act::{Act, EvidenceAct, MakerAct};
use ovop::domain::attention::Reason;
use ovop::domain::event::{
    AssistanceBegun, AssistanceEnded, ChannelClosed, ChannelOpened, EvidenceClaimed, Group,
    MonthRecorded, ProducerRecorded, ProducerTurned, WorkersCounted,
};
use ovop::domain::evidence::Status;
use ovop::domain::follow::Office;
use ovop::domain::gate::Category;
use ovop::domain::list::{DecisionIs, Filter, From, Key, Region, Row, Sort, Summary, Tally};
use ovop::domain::makers::{Business, Form, Outlet};
use ovop::domain::month::Month;
use ovop::domain::quantity::Quantity;
use ovop::domain::stage::{Decision, Stage};
use ovop::domain::village::Village;
use ovop::store::{Stamp, Store};
use proptest::prelude::*;
use uuid::Uuid;

use super::support::*;

/// One thing that somebody does; acts that the rules refuse are part of life.
#[derive(Clone, Debug)]
pub enum Move {
    Act {
        village: usize,
        kind: u8,
        pick: u8,
        day: u32,
        actor: bool,
    },
    /// Several villages in one batch.
    Bulk {
        first: usize,
        pick: u8,
        day: u32,
    },
    Undo {
        actor: bool,
        redo: bool,
    },
    /// Takes back some earlier batch, whoever's it was.
    UndoAny {
        pick: u8,
    },
}

pub fn moves() -> impl Strategy<Value = Vec<Move>> {
    let act = (0..9_usize, 0..25_u8, any::<u8>(), 1..25_u32, any::<bool>());
    let act = act.prop_map(|(village, kind, pick, day, actor)| Move::Act {
        village,
        kind,
        pick,
        day,
        actor,
    });
    let bulk = (0..6_usize, any::<u8>(), 1..25_u32);
    let one = prop_oneof![
        12 => act,
        2 => bulk.prop_map(|(first, pick, day)| Move::Bulk { first, pick, day }),
        3 => (any::<bool>(), any::<bool>()).prop_map(|(actor, redo)| Move::Undo { actor, redo }),
        1 => any::<u8>().prop_map(|pick| Move::UndoAny { pick }),
    ];
    prop::collection::vec(one, 1..60)
}

pub struct Run {
    _db: Db,
    pub store: Store,
    batches: Vec<Uuid>,
    next: u128,
    /// How long after noon it is.
    pub later: TimeDelta,
}

impl Run {
    pub fn new() -> Self {
        let db = Db::small();
        let store = db.open();
        // Something to choose from, so that most acts are allowed.
        let mut run = Self {
            store,
            _db: db,
            batches: Vec::new(),
            next: 1,
            later: TimeDelta::zero(),
        };
        let all: Vec<_> = (0..7)
            .map(|n| request(n, potential(100 + n as u128, "kopi"), 2))
            .collect();
        run.store.act(&stamp(1_000_000, "ovop"), &all).unwrap();
        let all: Vec<_> = (0..4)
            .map(|n| request(n, choose(100 + n as u128, ""), 2))
            .collect();
        run.store.act(&stamp(1_000_001, "ovop"), &all).unwrap();
        run
    }

    fn stamp(&self, who: &str) -> Stamp {
        Stamp {
            now: noon() + self.later,
            ..stamp(self.next, who)
        }
    }

    pub fn go(&mut self, one: &Move) {
        self.next += 1;
        let who = |actor: bool| if actor { "maria" } else { "yosef" };
        match *one {
            Move::Act {
                village: n,
                kind,
                pick,
                day,
                actor,
            } => {
                let before = self.summaries();
                let act = self.act(n, kind, pick);
                let stamp = self.stamp(who(actor));
                let Ok(done) = self.store.act(&stamp, &[request(n, act, day)]) else {
                    assert_eq!(self.summaries(), before, "a refused act leaves no trace");
                    return;
                };
                self.batches.push(done.batch);
                if pick % 4 == 0 {
                    self.back_and_forth(&before, done.batch, who(actor));
                }
            }
            Move::Bulk { first, pick, day } => {
                let requests: Vec<_> = (first..first + 4)
                    .filter_map(|n| {
                        let potential = self.potentials(n).first().copied()?;
                        let reason = format!("alasan {pick}");
                        Some(request(n, choose(potential.as_u128(), &reason), day))
                    })
                    .collect();
                if let Ok(done) = {
                    let stamp = self.stamp("maria");
                    self.store.act(&stamp, &requests)
                } {
                    self.batches
                        .extend((!done.events.is_empty()).then_some(done.batch));
                }
            }
            Move::Undo { actor, redo } => {
                if let Some(batch) = self.store.last_act(who(actor), redo).unwrap() {
                    let done = self.store.undo(&self.stamp(who(actor)), batch.id);
                    self.batches.push(done.unwrap().batch);
                }
            }
            Move::UndoAny { pick } => {
                if let Some(batch) = self
                    .batches
                    .get(usize::from(pick) % self.batches.len().max(1))
                {
                    let done = self.store.undo(&self.stamp("maria"), *batch);
                    self.batches.extend(done.ok().map(|done| done.batch));
                }
            }
        }
    }

    /// Undo restores to the letter, and so does redo; both are what the person is offered.
    fn back_and_forth(&mut self, before: &[Summary], batch: Uuid, who: &str) {
        let after = self.summaries();
        let offered = self.store.last_act(who, false).unwrap().unwrap();
        assert_eq!(offered.id, batch);
        self.next += 1;
        let undone = self.store.undo(&self.stamp(who), batch).unwrap();
        assert_eq!(self.summaries(), before);
        let offered = self.store.last_act(who, true).unwrap().unwrap();
        assert_eq!(offered.id, undone.batch);
        self.next += 1;
        self.store.undo(&self.stamp(who), undone.batch).unwrap();
        assert_eq!(self.summaries(), after);
    }

    fn potentials(&self, n: usize) -> Vec<Uuid> {
        let card = self.store.card(&village(n)).unwrap().unwrap();
        card.village.potentials.iter().map(|p| p.id).collect()
    }

    fn act(&self, n: usize, kind: u8, pick: u8) -> Act {
        let known = self.potentials(n);
        let picked = known.get(usize::from(pick) % known.len().max(1));
        let picked = picked.copied().unwrap_or(Uuid::nil());
        let text = format!("teks {pick}");
        match kind {
            0 => potential(self.next, &format!("produk {pick}")),
            1 => Act::AmendPotential {
                potential: picked,
                name: text,
                group: Group::ALL[usize::from(pick) % 9],
                note: String::new(),
                confirmed: pick > 99,
            },
            2 => Act::WithdrawPotential {
                potential: picked,
                reason: text,
            },
            3 => choose(picked.as_u128(), &text),
            4 => Act::CancelChoice { reason: text },
            5 => Act::RecordDecree { number: text },
            6 | 7 => declare(Stage::ALL[usize::from(pick) % 4]),
            8 => Act::SoldRaw {
                raw: pick > 99,
                note: text,
            },
            _ => self.act_on_product(n, kind, pick),
        }
    }

    /// Acts on what proves the stage, on obstacles and promises.
    fn act_on_product(&self, n: usize, kind: u8, pick: u8) -> Act {
        let card = self.store.card(&village(n)).unwrap().unwrap();
        let some = |ids: Vec<Uuid>| match ids.len() {
            0 => 0,
            len => ids[usize::from(pick) % len].as_u128(),
        };
        let evidence = card.village.choice.iter().flat_map(|c| &c.evidence);
        let evidence = some(evidence.map(|e| e.claim.evidence).collect());
        let follow = &card.village.follow;
        match kind {
            9 => Act::Evidence(EvidenceAct::SetCategory {
                category: Category::ALL[usize::from(pick) % 4],
            }),
            10 | 11 => {
                let items = &rules().items;
                let days = |n: u64| nov(1) + chrono::Days::new(n);
                claimed(EvidenceClaimed {
                    status: Status::ALL[usize::from(pick) % 7],
                    issued: pick.is_multiple_of(3).then(|| nov(1)),
                    expires: pick.is_multiple_of(2).then(|| days(u64::from(pick) * 3)),
                    ..claim(self.next, &items[usize::from(pick) % items.len()].id)
                })
            }
            12 => verify(evidence),
            13 => withdraw(evidence),
            14 => blocker(
                self.next,
                Office::ALL[usize::from(pick) % Office::ALL.len()],
            ),
            15 => cleared(some(
                follow.blockers.iter().map(|b| b.raised.blocker).collect(),
            )),
            16 => plan(self.next, nov(1) + chrono::Days::new(u64::from(pick))),
            17 => closed(some(
                follow.actions.iter().map(|a| a.planned.action).collect(),
            )),
            _ => Act::Makers(self.act_on_makers(&card.village, kind, pick)),
        }
    }

    /// Acts on who makes and sells the product, and who helps.
    fn act_on_makers(&self, village: &Village, kind: u8, pick: u8) -> MakerAct {
        let makers = village.choice.as_ref().map(|c| &c.makers);
        let n = usize::from(pick);
        let producer = makers.and_then(|m| m.producers.get(n % m.producers.len().max(1)));
        let channel = makers.and_then(|m| m.channels.get(n % m.channels.len().max(1)));
        let (producer, channel) = (producer.map(|p| p.id), channel.map(|c| c.id));
        let help = makers.and_then(|m| m.assistance.get(n % m.assistance.len().max(1)));
        let fresh = Uuid::from_u128(self.next);
        match kind {
            18 => MakerAct::RecordProducer(ProducerRecorded {
                producer: fresh,
                business: Business {
                    name: format!("kelompok {pick}"),
                    form: Form::ALL[n % Form::ALL.len()],
                    head: String::new(),
                    men: pick.is_multiple_of(2).then_some(u32::from(pick)),
                    women: None,
                    produced: None,
                },
            }),
            19 => MakerAct::TurnProducer(ProducerTurned {
                producer: producer.unwrap_or(fresh),
                active: pick > 99,
                reason: "alasan".into(),
            }),
            20 => MakerAct::CountWorkers(WorkersCounted {
                men: u32::from(pick),
                women: 2,
                work: pick.is_multiple_of(3).then_some(2),
                health: None,
            }),
            21 => MakerAct::RecordMonth(MonthRecorded {
                month: Month::of(nov(1)).back(u32::from(pick % 5)),
                volume: Some(Quantity::whole(u64::from(pick / 3))),
                unit: "kg".into(),
                turnover: None,
                channel: channel.filter(|_| pick > 99),
                producer: producer.filter(|_| pick > 50),
            }),
            22 if pick > 99 => MakerAct::CloseChannel(ChannelClosed {
                channel: channel.unwrap_or(fresh),
                reason: "alasan".into(),
            }),
            22 => MakerAct::OpenChannel(ChannelOpened {
                channel: fresh,
                outlet: Outlet::ALL[n % Outlet::ALL.len()],
                name: String::new(),
            }),
            23 => MakerAct::BeginAssistance(AssistanceBegun {
                assistance: help.map_or(fresh, |a| a.id),
                office: Office::Province,
                what: "alat".into(),
                waiting: help.is_none(),
            }),
            _ => MakerAct::EndAssistance(AssistanceEnded {
                assistance: help.map_or(fresh, |a| a.id),
                handover: String::new(),
                note: String::new(),
            }),
        }
    }

    fn summaries(&self) -> Vec<Summary> {
        let page = self
            .store
            .page(&Filter::default(), Sort::Register, From::Start, 99);
        page.unwrap()
            .rows
            .into_iter()
            .map(|row| row.summary)
            .collect()
    }
}

fn filters() -> Vec<Filter> {
    let decisions = Decision::ALL.map(DecisionIs::Exactly).into_iter();
    let decisions = decisions.chain([DecisionIs::WithoutProduct, DecisionIs::OnceClosed]);
    let decisions: Vec<_> = decisions.map(Some).chain([None]).collect();
    let mut all = Vec::new();
    for region in [None, Some("53.04"), Some("53.21.11"), Some("99.99")] {
        for decision in &decisions {
            for stage in Stage::ALL.map(Some).into_iter().chain([None]) {
                all.push(Filter {
                    region: region.map(String::from),
                    decision: *decision,
                    stage,
                    reason: None,
                    query: None,
                });
            }
        }
        for reason in Reason::ALL {
            for day in [nov(10), nov(30), nov(30) + chrono::Days::new(400)] {
                all.push(Filter {
                    region: region.map(String::from),
                    reason: Some((reason, day)),
                    ..Filter::default()
                });
            }
        }
    }
    all
}

/// The list as it must be, worked out from every village's card by the rules' own words.
fn expected(cards: &[(Row, String)], filter: &Filter, sort: Sort) -> Vec<String> {
    let mut rows: Vec<_> = cards
        .iter()
        .filter(|(row, _)| filter.matches(&row.place.code, &row.summary, rules()))
        .collect();
    rows.sort_by_key(|(row, name)| {
        let kecamatan = row.place.code.kecamatan().to_owned();
        let decision = row.summary.decision;
        let undated = row.summary.since.is_none();
        let ord = row.place.ord;
        match sort {
            Sort::Register => (String::new(), 0, None, ord),
            Sort::Name => (name.clone(), 0, None, ord),
            Sort::Age => (String::new(), i64::from(undated), row.summary.since, ord),
            Sort::Attention => (kecamatan, decision as i64, None, ord),
        }
    });
    rows.into_iter()
        .map(|(row, _)| row.place.code.to_string())
        .collect()
}

fn codes(rows: &[Row]) -> Vec<String> {
    rows.iter().map(|row| row.place.code.to_string()).collect()
}

/// Reads a list in pages of `n` from its beginning, or from its end backwards.
fn read(store: &Store, filter: &Filter, sort: Sort, n: u32, forward: bool) -> Vec<Row> {
    let mut all: Vec<Row> = Vec::new();
    let mut from = if forward { From::Start } else { From::End };
    loop {
        let page = store.page(filter, sort, from, n).unwrap();
        assert!(page.rows.len() <= n as usize);
        let near = if forward { page.at_start } else { page.at_end };
        assert_eq!(near, all.is_empty(), "only the first page begins the list");
        let (last, next): (bool, Option<Key>) = if forward {
            (page.at_end, page.rows.last().map(|row| row.key))
        } else {
            (page.at_start, page.rows.first().map(|row| row.key))
        };
        all = if forward {
            all.into_iter().chain(page.rows).collect()
        } else {
            page.rows.into_iter().chain(all).collect()
        };
        from = match next {
            Some(key) if !last && forward => From::After(key),
            Some(key) if !last => From::Before(key),
            _ => return all,
        };
    }
}

pub fn sums_agree(store: &Store) {
    let total = store.tally(None).unwrap();
    let mut regencies = Tally::default();
    for regency in store.regencies().unwrap() {
        let mut kecamatan = Tally::default();
        for region in store.kecamatan(&regency.code).unwrap() {
            add(&mut kecamatan, &region.tally);
        }
        assert_eq!(kecamatan, regency.tally, "{}", regency.name);
        assert_eq!(store.tally(Some(&regency.code)).unwrap(), regency.tally);
        add(&mut regencies, &regency.tally);
    }
    assert_eq!(regencies, total);
    assert_eq!(total.villages(), 9);
}

/// The numbers beside the reasons add up, and each is as long as the list that it opens.
pub fn reasons_agree(store: &Store, day: NaiveDate) {
    let of = |region: Option<&str>| store.reason_counts(region, day).unwrap();
    let sum = |regions: &[Region]| {
        let mut sum = [0; 9];
        for region in regions {
            for (sum, n) in sum.iter_mut().zip(of(Some(&region.code))) {
                *sum += n;
            }
        }
        sum
    };
    let stuck = |region: Option<&str>| store.stuck(region, day).unwrap();
    let sum_stuck = |regions: &[Region]| {
        let mut sum = [0; 5];
        for region in regions {
            for (sum, n) in sum.iter_mut().zip(stuck(Some(&region.code))) {
                *sum += n;
            }
        }
        sum
    };
    let regencies = store.regencies().unwrap();
    for regency in &regencies {
        let kecamatan = store.kecamatan(&regency.code).unwrap();
        assert_eq!(sum_stuck(&kecamatan), stuck(Some(&regency.code)));
        assert_eq!(sum(&kecamatan), of(Some(&regency.code)), "{}", regency.name);
    }
    assert_eq!(sum(&regencies), of(None));
    assert_eq!(sum_stuck(&regencies), stuck(None));
    let [_, stages @ ..] = stuck(None);
    assert_eq!(stages.iter().sum::<u32>(), of(None)[Reason::Stuck as usize]);
    for (reason, n) in Reason::ALL.into_iter().zip(of(None)) {
        let filter = Filter {
            reason: Some((reason, day)),
            ..Filter::default()
        };
        assert_eq!(store.count(&filter).unwrap(), n, "{reason:?}");
        let list = read(store, &filter, Sort::Age, 4, true);
        assert_eq!(list.len(), n as usize, "{reason:?}");
    }
}

fn add(sum: &mut Tally, part: &Tally) {
    for (sum, part) in sum.decisions.iter_mut().zip(part.decisions) {
        *sum += part;
    }
    for (sum, part) in sum.stages.iter_mut().zip(part.stages) {
        *sum += part;
    }
}

pub fn lists_agree(store: &Store) {
    let all = store
        .page(&Filter::default(), Sort::Register, From::Start, 99)
        .unwrap();
    let cards: Vec<_> = all
        .rows
        .into_iter()
        .map(|mut row| {
            let card = store.card(&row.place.code).unwrap().unwrap();
            row.summary = Summary::of(&card.village, rules());
            let name = row.place.name.to_lowercase();
            (row, name)
        })
        .collect();
    for filter in filters() {
        for sort in Sort::CHOICES {
            let expected = expected(&cards, &filter, sort);
            let forward = read(store, &filter, sort, 2, true);
            assert_eq!(codes(&forward), expected, "{sort:?}, {filter:?}");
            let backward = read(store, &filter, sort, 3, false);
            assert_eq!(backward, forward, "{sort:?}, {filter:?}");
            assert_eq!(store.count(&filter).unwrap() as usize, expected.len());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 20,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn whatever_people_do_the_numbers_follow_from_the_log(moves in moves()) {
        let mut run = Run::new();
        for one in &moves {
            run.go(one);
        }
        let health = run.store.check(nov(30)).unwrap();
        prop_assert!(health.is_sound(), "{health:?}");
        prop_assert_eq!(run.store.rebuild("maria", nov(30)).unwrap(), 0);
        sums_agree(&run.store);
        for days in [0, 30, 400] {
            reasons_agree(&run.store, nov(10) + chrono::Days::new(days));
        }
        lists_agree(&run.store);
    }
}
