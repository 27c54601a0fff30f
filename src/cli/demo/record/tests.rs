use std::collections::{BTreeSet, HashSet};

use super::super::SEED;
use super::*;
use crate::domain::act::Act;
use crate::domain::act::{EvidenceAct, FollowAct};
use crate::domain::event::Recorded;
use crate::domain::evidence::Status;
use crate::domain::follow::Outcome;
use crate::domain::makers::{Known, Workers};
use crate::domain::pirt;
use crate::domain::stage::Stage;
use crate::domain::text;
use crate::domain::village::Village;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
}

fn wita() -> FixedOffset {
    FixedOffset::east_opt(8 * 3600).unwrap()
}

fn all(seed: u64) -> Vec<(Stamp, Vec<ActRequest>)> {
    all_before(seed, today())
}

fn all_before(seed: u64, day: NaiveDate) -> Vec<(Stamp, Vec<ActRequest>)> {
    record(&Register::built_in().unwrap(), seed, day, wita())
}

/// The villages as the acts make them; an act that a rule refuses ends the test.
fn villages(all: Vec<(Stamp, Vec<ActRequest>)>) -> HashMap<Code, (Vec<Recorded>, Village)> {
    let mut villages: HashMap<Code, (Vec<Recorded>, Village)> = HashMap::new();
    for (seq, (stamp, requests)) in (1..).zip(all) {
        let [request] = &requests[..] else {
            panic!("one act a batch")
        };
        let (events, village) = villages.entry(request.village.clone()).or_default();
        let event = request
            .act
            .check(village, request.village.kind(), request.on, stamp.today)
            .unwrap_or_else(|why| {
                panic!(
                    "{} {}: {:?}: {why:?}",
                    request.village, request.on, request.act
                )
            });
        events.push(Recorded {
            seq,
            id: stamp.batch,
            stream: request.village.to_string(),
            event,
            occurred_on: request.on,
            recorded_at: stamp.now,
            actor: stamp.actor,
            origin: Uuid::nil(),
            batch: stamp.batch,
        });
        *village = Village::fold(events);
    }
    villages
}

#[test]
fn every_act_passes_its_checks_and_has_its_effect_whatever_the_seed_and_the_day() {
    let leap_day = NaiveDate::from_ymd_opt(2028, 2, 29).unwrap();
    for seed in 0..20 {
        let day = leap_day - Days::new(71 * seed);
        let villages = villages(all_before(seed, day));
        assert_eq!(villages.len(), 208, "every village is touched");
        for (code, (_, village)) in villages {
            assert_eq!((village.ineffective, village.unknown), (0, 0), "{code}");
        }
    }
}

#[test]
fn the_villages_stand_in_the_shares_that_were_meant() {
    let mut counts = [0; 4];
    let mut stages = [0; 4];
    let (mut former, mut blocked, mut raw) = (0, 0, 0);
    for (_, (_, village)) in villages(all(SEED)) {
        counts[village.decision() as usize] += 1;
        if let Some(stage) = village.stage() {
            stages[stage as usize - 1] += 1;
        }
        former += usize::from(!village.former.is_empty());
        blocked += usize::from(!village.follow.blockers.is_empty());
        raw += usize::from(village.sells_raw());
    }
    assert_eq!(counts, [42, 62, 32, 72]);
    assert!(stages.iter().all(|n| *n >= 8), "{stages:?}");
    for some in [former, blocked, raw] {
        assert!((8..=120).contains(&some), "{former} {blocked} {raw}");
    }
}

#[test]
fn the_same_seed_and_day_give_the_same_record_and_another_seed_another() {
    let said = |seed| format!("{:?}", all(seed));
    assert_eq!(said(SEED), said(SEED));
    assert_ne!(said(SEED), said(2));
}

#[test]
fn it_is_entered_in_order_within_two_years_before_the_day_by_made_up_accounts() {
    let all = all(SEED);
    let first = NaiveDate::from_ymd_opt(2024, 11, 24).unwrap();
    let mut ids = HashSet::new();
    let mut last = DateTime::<Utc>::MIN_UTC;
    for (stamp, requests) in &all {
        assert!(stamp.now >= last && ids.insert(stamp.batch));
        last = stamp.now;
        assert_eq!(stamp.now.with_timezone(&wita()).date_naive(), stamp.today);
        assert!(first <= requests[0].on && requests[0].on <= stamp.today && stamp.today < today());
        let actor = &stamp.actor;
        let made_up = ["pld-", "pd-"].iter().any(|p| actor.starts_with(p));
        assert!(made_up || actor == "koordinator", "{actor}");
    }
    let late = all.iter().filter(|(s, d)| d[0].on < s.today).count();
    assert!(late > 50, "{late} late entries");
}

#[test]
fn everything_that_the_screens_can_show_occurs() {
    let mut statuses = BTreeSet::new();
    let mut outcomes = BTreeSet::new();
    let (mut back, mut expiring, mut overdue, mut open, mut replaced) = (0, 0, 0, 0, 0);
    let [
        mut made,
        mut zero,
        mut gaps,
        mut sold,
        mut helped,
        mut insured,
    ] = [0; 6];
    for (_, (_, village)) in villages(all(SEED)) {
        for former in &village.former {
            replaced += usize::from(former.replaced_by.is_some());
        }
        for action in &village.follow.actions {
            outcomes.extend(action.closed.as_ref().map(|(o, ..)| o.word()));
            open += usize::from(action.is_open());
            overdue += usize::from(action.overdue(today()).is_some());
        }
        let Some(choice) = village.choice else {
            continue;
        };
        let makers = &choice.makers;
        for known in makers.year(today()) {
            made += usize::from(known == Known::Made);
            zero += usize::from(known == Known::Zero);
            gaps += usize::from(known == Known::NoData);
        }
        sold += makers.channels.len();
        helped += makers.assistance.len();
        let checked = |w: &Workers| w.work.is_some() && w.health.is_some();
        insured += usize::from(makers.workers.as_ref().is_some_and(checked));
        back += choice.steps.iter().filter(|s| s.to < s.from).count();
        for evidence in &choice.evidence {
            statuses.insert(evidence.claim.status.word());
            let soon = today() + Days::new(180);
            expiring += usize::from(evidence.claim.expires.is_some_and(|e| e < soon));
        }
        if choice.product == "se'i babi" {
            let halal = choice.evidence.iter().find(|e| e.claim.item == "halal");
            assert!(halal.is_none_or(|e| e.claim.status != Status::Present));
        }
    }
    for status in Status::ALL {
        let occurs = statuses.contains(status.word());
        assert!(occurs || status == Status::Refused, "{}", status.word());
    }
    assert_eq!(outcomes.len(), Outcome::ALL.len());
    for (what, n) in [
        ("steps back", back),
        ("licences near their end", expiring),
        ("promises overdue", overdue),
        ("promises open", open - overdue),
        ("choices replaced", replaced),
        ("months in which something was made", made),
        ("months in which nothing was made", zero),
        ("months of which nothing is known", gaps),
        ("channels", sold),
        ("assistance", helped),
        ("workers checked at both insurances", insured),
    ] {
        assert!(n >= 2, "{what}: {n}");
    }
}

#[test]
fn licences_read_as_licences_and_texts_are_clean() {
    let mut licences = 0;
    for (_, requests) in all(SEED) {
        let ActRequest { village, act, .. } = &requests[0];
        match act {
            Act::Evidence(EvidenceAct::Claim(claim))
                if claim.item == "izin-edar" && claim.status == Status::Present =>
            {
                licences += 1;
                let doubts = pirt::doubts(
                    &claim.number,
                    village.regency(),
                    claim.expires,
                    claim.issued.unwrap(),
                );
                assert_eq!(doubts, [], "{}", claim.number);
            }
            Act::Note { text } => assert!(text::is_clean(text)),
            Act::Follow(FollowAct::PlanAction(planned)) => assert!(planned.due >= requests[0].on),
            Act::DeclareStage { to, basis } => {
                assert!(!basis.is_empty() && Stage::ALL.contains(to));
            }
            _ => {}
        }
    }
    assert!(licences > 5, "{licences}");
}
