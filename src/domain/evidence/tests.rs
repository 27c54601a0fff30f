use std::sync::atomic::{AtomicU64, Ordering};

use super::*;
use crate::domain::event::{Forum, Group};
use crate::domain::gate::{Category, RuleBook};
use crate::domain::list::Summary;
use crate::domain::makers::MonthRecorded;
use crate::domain::month::Month;
use crate::domain::village::{Decree, Village};
use proptest::prelude::*;

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

fn today() -> NaiveDate {
    day(2026, 11, 24)
}

fn choice(category: Category) -> Choice {
    Choice {
        potential: Uuid::nil(),
        product: "kopi bubuk".into(),
        group: Group::Food,
        category,
        forum: Forum::VillageDeliberation,
        minutes: "02/BA/2025".into(),
        on: day(2025, 11, 1),
        decree: Some(Decree {
            number: "07/2025".into(),
            on: day(2025, 11, 9),
        }),
        stage: Stage::Packaged,
        stage_since: day(2026, 1, 1),
        steps: vec![],
        evidence: vec![],
        makers: crate::domain::makers::Makers::default(),
    }
}

/// Each with an id of its own.
fn claim(item: &str, status: Status) -> EvidenceClaimed {
    static CLAIMS: AtomicU64 = AtomicU64::new(1);
    EvidenceClaimed::bare(
        Uuid::from_u128(CLAIMS.fetch_add(1, Ordering::Relaxed).into()),
        item,
        status,
    )
}

fn put(choice: &mut Choice, claim: EvidenceClaimed, verified: Option<NaiveDate>) {
    let id = claim.evidence;
    assert!(choice.take_evidence(&Event::EvidenceClaimed(claim), day(2026, 1, 5), "pld"));
    if let Some(on) = verified {
        let event = Event::EvidenceVerified(EvidenceVerified {
            evidence: id,
            item: String::new(),
            note: String::new(),
        });
        assert!(choice.take_evidence(&event, on, "dinkes"));
    }
}

fn verify_stage(choice: &mut Choice, stage: Stage, rules: &Rules) {
    let items: Vec<String> = rules
        .asked(stage, choice.category)
        .filter(|(i, need)| *need == Need::Required && i.from.is_none())
        .map(|(i, _)| i.id.clone())
        .collect();
    for item in items {
        put(choice, claim(&item, Status::Present), Some(day(2026, 1, 6)));
    }
}

#[test]
fn a_stage_is_verified_up_to_where_everything_required_is() {
    let book = RuleBook::shipped();
    let rules = book.on(today());
    let mut c = choice(Category::ProcessedFood);
    assert_eq!(
        verified_stage(&c, rules, today()),
        None,
        "the raw material is not known"
    );
    verify_stage(&mut c, Stage::Potential, rules);
    assert_eq!(verified_stage(&c, rules, today()), Some(Stage::Potential));
    verify_stage(&mut c, Stage::Packaged, rules);
    assert_eq!(
        verified_stage(&c, rules, today()),
        Some(Stage::Potential),
        "a gap below holds what is above"
    );
    verify_stage(&mut c, Stage::Processed, rules);
    assert_eq!(verified_stage(&c, rules, today()), Some(Stage::Packaged));
}

#[test]
fn a_claim_is_no_verification() {
    let book = RuleBook::shipped();
    let rules = book.on(today());
    let mut c = choice(Category::Craft);
    put(&mut c, claim("bahan-baku", Status::Present), None);
    let check = of_stage(&c, Stage::Potential, rules, today())
        .into_iter()
        .find(|k| k.item.id == "bahan-baku")
        .unwrap();
    assert_eq!((check.standing, check.blocks()), (Standing::Claimed, true));
}

#[test]
fn minutes_and_decree_follow_from_the_record() {
    let book = RuleBook::shipped();
    let rules = book.on(today());
    let mut c = choice(Category::Craft);
    c.decree = None;
    let missing: Vec<&str> = missing(&c, rules, today())
        .iter()
        .map(|k| k.item.id.as_str())
        .collect();
    assert!(
        missing.contains(&"sk") && !missing.contains(&"berita-acara"),
        "{missing:?}"
    );
}

#[test]
fn a_paper_that_ran_out_takes_the_stage_with_it_on_that_day() {
    let book = RuleBook::shipped();
    let rules = book.on(today());
    let mut c = choice(Category::ProcessedFood);
    for stage in [Stage::Potential, Stage::Processed, Stage::Packaged] {
        verify_stage(&mut c, stage, rules);
    }
    let mut permit = claim("izin-edar", Status::Present);
    permit.issued = Some(day(2021, 12, 1));
    put(&mut c, permit, Some(day(2026, 1, 6)));
    // Five years from its issue, by the rules.
    assert_eq!(
        verified_stage(&c, rules, day(2026, 12, 1)),
        Some(Stage::Packaged)
    );
    assert_eq!(
        verified_stage(&c, rules, day(2026, 12, 2)),
        Some(Stage::Processed)
    );
    let evidence = c
        .evidence
        .iter()
        .find(|e| e.claim.item == "izin-edar")
        .unwrap();
    let item = rules.item("izin-edar").unwrap();
    let at = |d| renewal(evidence, item, d).map(|r| r.0);
    assert_eq!(at(day(2026, 2, 28)), None);
    assert_eq!(
        at(day(2026, 3, 1)),
        Some(Renewal::Soon),
        "nine months before"
    );
    assert_eq!(at(day(2026, 6, 1)), Some(Renewal::Due), "six months before");
    assert_eq!(at(day(2026, 12, 2)), Some(Renewal::Expired));
}

#[test]
fn expired_evidence_suggests_the_stage_below_and_only_while_it_is_declared() {
    let book = RuleBook::shipped();
    let rules = book.on(today());
    let mut c = choice(Category::ProcessedFood);
    let mut permit = claim("izin-edar", Status::Present);
    permit.expires = Some(day(2026, 11, 23));
    put(&mut c, permit, Some(day(2026, 1, 6)));
    assert_eq!(
        step_back(&c, rules, day(2026, 11, 23)),
        None,
        "its last day"
    );
    let back = step_back(&c, rules, today()).unwrap();
    let expired: Vec<&str> = back.expired.iter().map(|k| k.item.id.as_str()).collect();
    assert_eq!(
        (back.to, &expired[..]),
        (Stage::Processed, &["izin-edar"][..])
    );
    c.stage = Stage::Processed;
    assert_eq!(step_back(&c, rules, today()), None, "already below");
}

#[test]
fn an_end_is_no_later_than_the_rules_let_it_be() {
    let book = RuleBook::shipped();
    let item = book.on(today()).item("izin-edar").unwrap();
    let ends = |issued, expires| {
        let mut permit = claim("izin-edar", Status::Present);
        (permit.issued, permit.expires) = (issued, expires);
        let mut c = choice(Category::ProcessedFood);
        put(&mut c, permit, None);
        c.evidence[0].ends(item)
    };
    let issued = Some(day(2024, 1, 1));
    assert_eq!(ends(issued, Some(day(2031, 11, 24))), Some(day(2029, 1, 1)));
    assert_eq!(ends(issued, Some(day(2026, 1, 1))), Some(day(2026, 1, 1)));
    assert_eq!(
        ends(None, Some(day(2031, 11, 24))),
        Some(day(2031, 11, 24)),
        "nobody knows since when"
    );
}

#[test]
fn a_paper_without_a_window_is_warned_of_a_month_before_and_one_not_asked_for_never() {
    let book = RuleBook::shipped();
    let rules = book.on(today());
    let of = |category, item: &str| {
        let mut paper = claim(item, Status::Present);
        paper.expires = Some(day(2027, 3, 31));
        let mut c = choice(category);
        put(&mut c, paper, None);
        let at = |d| renewal(&c.evidence[0], rules.item(item).unwrap(), d).map(|r| r.0);
        let from = warn_from(&c, rules);
        (
            from,
            [
                at(day(2027, 2, 27)),
                at(day(2027, 2, 28)),
                at(day(2027, 3, 31)),
            ],
        )
    };
    assert_eq!(
        of(Category::Craft, "merek"),
        (
            Some(day(2027, 2, 28)),
            [None, Some(Renewal::Soon), Some(Renewal::Soon)]
        )
    );
    assert_eq!(of(Category::Services, "izin-edar").0, None);
}

#[test]
fn a_renewal_under_way_takes_nothing_from_the_paper_that_holds() {
    let book = RuleBook::shipped();
    let rules = book.on(today());
    let mut c = choice(Category::ProcessedFood);
    for stage in [Stage::Potential, Stage::Processed, Stage::Packaged] {
        verify_stage(&mut c, stage, rules);
    }
    let known = c.evidence.len();
    for (status, more) in [
        (Status::Applied, 1),
        (Status::PapersMissing, 1),
        (Status::Refused, 1),
        (Status::Present, 0),
    ] {
        let before = verified_stage(&c, rules, today());
        put(&mut c, claim("izin-edar", status), None);
        assert_eq!(c.evidence.len(), known + more, "{status:?}");
        if status.is_under_way() {
            assert_eq!(verified_stage(&c, rules, today()), before, "{status:?}");
            assert_eq!(before, Some(Stage::Packaged));
        }
    }
    assert_eq!(
        verified_stage(&c, rules, today()),
        Some(Stage::Processed),
        "the new paper is to be verified like the old one"
    );
}

#[test]
fn a_marketed_product_of_which_no_sale_is_known_for_long_is_suggested_a_step_back() {
    let book = RuleBook::shipped();
    let rules = book.on(today());
    let mut c = choice(Category::Craft);
    c.stage = Stage::Marketed;
    let back = |c: &Choice, d| step_back(c, rules, d).map(|b| (b.to, b.unsold_since));
    assert_eq!(back(&c, today()), None, "no data is no zero");
    let month = |on, turnover| MonthRecorded {
        month: Month::of(on),
        volume: None,
        unit: String::new(),
        turnover: Some(turnover),
        channel: None,
        producer: None,
    };
    c.makers.months = vec![month(day(2026, 4, 9), 500_000), month(day(2026, 6, 9), 0)];
    let april = Some((Stage::Packaged, Some(Month::of(day(2026, 4, 9)))));
    // 180 days after the end of April.
    assert_eq!(back(&c, day(2026, 10, 27)), None);
    assert_eq!(back(&c, day(2026, 10, 28)), april);
    c.stage_since = day(2026, 11, 1);
    assert_eq!(back(&c, today()), None, "declared since");
    c.stage_since = day(2026, 1, 1);
    c.stage = Stage::Packaged;
    assert_eq!(back(&c, today()), None, "not said to be sold");
}

#[test]
fn halal_has_complete_answers_besides_a_certificate() {
    let book = RuleBook::shipped();
    let rules = book.on(today());
    for (status, standing) in [
        (Status::Present, Standing::Verified),
        (Status::NotHalal, Standing::Verified),
        (Status::NotRequired, Standing::Waived),
        (Status::Applied, Standing::Missing),
        (Status::Refused, Standing::Missing),
    ] {
        let mut c = choice(Category::ProcessedFood);
        put(&mut c, claim("halal", status), Some(day(2026, 1, 6)));
        let check = of_stage(&c, Stage::Packaged, rules, today())
            .into_iter()
            .find(|k| k.item.id == "halal")
            .unwrap();
        assert_eq!(check.standing, standing, "{status:?}");
    }
    let mut c = choice(Category::ProcessedFood);
    put(
        &mut c,
        claim("nib", Status::NotHalal),
        Some(day(2026, 1, 6)),
    );
    let check = of_stage(&c, Stage::Processed, rules, today())
        .into_iter()
        .find(|k| k.item.id == "nib")
        .unwrap();
    assert_eq!(
        check.standing,
        Standing::Missing,
        "\"not halal\" answers only the question of halal"
    );
}

#[test]
fn what_is_required_is_not_waved_away_by_saying_that_it_is_not() {
    let rules = RuleBook::shipped().on(today());
    let mut c = choice(Category::ProcessedFood);
    for stage in Stage::ALL {
        verify_stage(&mut c, stage, rules);
    }
    assert_eq!(verified_stage(&c, rules, today()), Some(Stage::Marketed));
    let day = Some(day(2026, 1, 7));
    put(&mut c, claim("nib", Status::NotRequired), day);
    assert_eq!(verified_stage(&c, rules, today()), Some(Stage::Potential));
    let village = Village {
        choice: Some(c.clone()),
        ..Village::default()
    };
    let summary = Summary::of(&village, rules);
    assert_eq!(summary.verified(today()), Some(Stage::Potential));
    let missing: Vec<&str> = missing(&c, rules, today())
        .iter()
        .map(|k| k.item.id.as_str())
        .collect();
    assert_eq!(missing, ["nib"]);
    // Where the rules ask only if it applies, it is the answer.
    let mut fresh = choice(Category::Fresh);
    put(&mut fresh, claim("tempat", Status::NotRequired), day);
    let standing = of_stage(&fresh, Stage::Processed, rules, today())
        .into_iter()
        .find(|k| k.item.id == "tempat")
        .map(|k| k.standing);
    assert_eq!(standing, Some(Standing::Waived));
}

#[test]
fn a_new_claim_takes_the_place_of_the_old_and_is_unverified() {
    let mut c = choice(Category::Craft);
    put(&mut c, claim("nib", Status::Present), None);
    put(&mut c, claim("nib", Status::Applied), None);
    assert_eq!(c.evidence.len(), 1);
    assert_eq!(
        (c.evidence[0].claim.status, &c.evidence[0].verified),
        (Status::Applied, &None)
    );
    let gone = Event::EvidenceVerified(EvidenceVerified {
        evidence: Uuid::nil(),
        item: String::new(),
        note: String::new(),
    });
    assert!(
        !c.take_evidence(&gone, today(), "x"),
        "the claim it speaks of is not there any more"
    );
}

proptest! {
    /// The verified stage rises and falls exactly with the required evidence, whatever the category and the order.
    #[test]
    fn the_verified_stage_is_the_longest_run_of_stages_without_a_gap(
        category in prop::sample::select(Category::ALL.to_vec()),
        present in prop::collection::vec(any::<bool>(), 40),
        decree in any::<bool>(),
    ) {
        let book = RuleBook::shipped();
        let rules = book.on(today());
        let mut c = choice(category);
        if !decree {
            c.decree = None;
        }
        for (item, there) in rules.items.iter().zip(&present) {
            if *there && item.from.is_none() {
                let mut claim = claim(&item.id, Status::Present);
                claim.issued = Some(day(2026, 1, 2));
                put(&mut c, claim, Some(day(2026, 1, 6)));
            }
        }
        let whole = |stage: Stage| rules.items.iter().zip(&present).all(|(item, there)| {
            item.stage != stage || item.need(category) != Need::Required
                || match item.from { Some(Follows::Decree) => decree, Some(Follows::Minutes) => true, None => *there }
        });
        let expected = Stage::ALL.into_iter().take_while(|s| whole(*s)).last();
        prop_assert_eq!(verified_stage(&c, rules, today()), expected);
        // What lists keep says the same, on any day.
        let village = Village { choice: Some(c.clone()), ..Village::default() };
        let summary = Summary::of(&village, rules);
        for ahead in [0, 30, 400, 4000] {
            let later = today() + chrono::Days::new(ahead);
            prop_assert_eq!(summary.verified(later), verified_stage(&c, rules, later), "{}", later);
        }
        let goal = expected.map_or(Stage::Potential, |s| s.next().unwrap_or(s)).max(c.stage);
        let nothing_missing = Stage::ALL.into_iter().filter(|s| *s <= goal).all(whole);
        prop_assert_eq!(missing(&c, rules, today()).is_empty(), nothing_missing);
    }
}
