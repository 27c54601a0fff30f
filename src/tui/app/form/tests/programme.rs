//! The forms about evidence, obstacles and promises.

use rstest::rstest;

use super::*;
use crate::domain::act::{EvidenceAct, FollowAct};
use crate::domain::event::EvidenceClaimed;
use crate::domain::evidence::{Evidence, Standing, Status};
use crate::domain::follow::{Obstacle, Office};
use crate::domain::pirt::Doubt;
use crate::tui::app::command::{self, Cmd};

fn evidence(item: &str, status: Status) -> Evidence {
    Evidence {
        claim: EvidenceClaimed {
            evidence: Uuid::from_u128(item.len() as u128),
            item: item.into(),
            status,
            number: "lama 1".into(),
            issuer: "Dinas Kesehatan".into(),
            holder: "KUB Sinar".into(),
            issued: Some(day(3)),
            expires: None,
            missing: String::new(),
            note: String::new(),
        },
        on: day(4),
        by: "ana".into(),
        verified: None,
    }
}

/// A village whose food has been chosen, with what is known of its evidence.
fn food(known: Vec<Evidence>) -> Card {
    let mut card = desa(&["kopi"], true);
    let choice = card.village.choice.as_mut().unwrap();
    choice.category = Category::ProcessedFood;
    choice.evidence = known;
    card
}

fn options(form: &Form, field: Field) -> Vec<Pickable> {
    let slot = form.slots.iter().find(|s| s.field == field).unwrap();
    let Value::Pick { options, .. } = &slot.value else {
        panic!("{field:?} is typed")
    };
    options.clone()
}

fn items(form: &Form) -> Vec<(&str, Standing)> {
    let slot = form.slots.iter().find(|s| s.field == Field::Item).unwrap();
    let Value::Pick { options, .. } = &slot.value else {
        panic!()
    };
    let all = options.iter().filter_map(|o| match o {
        Pickable::Item(Some((item, standing))) => Some((item.id.as_str(), *standing)),
        _ => None,
    });
    all.collect()
}

fn claimed(form: &Form) -> EvidenceClaimed {
    match form.act(day(20)) {
        Act::Evidence(EvidenceAct::Claim(claim)) => claim,
        other => panic!("{other:?}"),
    }
}

/// A claim, with letters typed where the item is picked.
fn claim_of(card: Card, letters: &str) -> Form {
    let mut form = open(FormKind::Claim, card);
    press(&mut form, letters);
    form
}

#[test]
fn every_form_is_opened_by_a_command_of_its_own() {
    for kind in FormKind::ALL {
        assert_eq!(FormKind::of(kind.cmd()), Some(kind));
    }
    let others = command::all()
        .iter()
        .filter(|c| FormKind::of(c.cmd).is_none());
    assert_eq!(others.count() + FormKind::ALL.len(), command::all().len());
    assert_eq!(FormKind::of(Cmd::Quit), None);
}

#[test]
fn what_is_missing_comes_first_and_what_follows_by_itself_is_not_asked() {
    let mut nib = evidence("nib", Status::Present);
    nib.verified = Some(("yosef".into(), day(5)));
    let form = open(
        FormKind::Claim,
        food(vec![evidence("sop", Status::Present), nib]),
    );
    let items = items(&form);
    assert_eq!(items[0], ("bahan-baku", Standing::Missing));
    let at = |id: &str| items.iter().position(|(i, _)| *i == id);
    assert!(at("catatan-bulanan") < at("sop"), "claimed after missing");
    assert!(
        at("sop") < at("calon-pembeli"),
        "required before supporting"
    );
    assert_eq!(items.last(), Some(&("nib", Standing::Verified)));
    assert_eq!((at("sk"), at("berita-acara")), (None, None));
}

#[test]
fn not_halal_is_an_answer_for_halal_alone() {
    let statuses = |letters| options(&claim_of(food(vec![]), letters), Field::Status);
    let not_halal = Pickable::Status(Status::NotHalal);
    assert!(!statuses("").contains(&not_halal));
    let form = claim_of(food(vec![]), "ss");
    assert_eq!(claimed(&form).item, "halal");
    assert!(statuses("ss").contains(&not_halal));
}

#[test]
fn a_claim_starts_from_what_was_said_before() {
    let form = claim_of(food(vec![evidence("nib", Status::Applied)]), "n");
    let claim = claimed(&form);
    assert_eq!(
        (claim.item.as_str(), claim.status, claim.number.as_str()),
        ("nib", Status::Applied, "lama 1")
    );
    assert_eq!((claim.issued, claim.expires), (Some(day(3)), None));
    assert_eq!(
        claim.evidence,
        Uuid::from_u128(99),
        "it is a claim of its own"
    );
}

#[test]
fn what_has_ended_is_claimed_with_a_new_number_and_new_days() {
    let mut old = evidence("nib", Status::Present);
    old.claim.expires = Some(day(10));
    let form = claim_of(food(vec![old]), "n");
    assert_eq!(items(&form)[5], ("nib", Standing::Expired));
    let claim = claimed(&form);
    assert_eq!((claim.number.as_str(), claim.issued), ("", None));
    assert_eq!(claim.holder, "KUB Sinar");
}

#[rstest]
#[case("", "", Ok((None, None)))]
#[case("3/11", "", Ok((Some("2026-11-03"), None)))]
#[case("3/12", "3/12", Ok((Some("2025-12-03"), Some("2026-12-03"))))]
#[case("", "5 tahun", Ok((None, Some("2031-11-20"))))]
#[case("", "2020-01-31", Ok((None, Some("2020-01-31"))))]
#[case("kapan", "", Err(Field::Issued))]
#[case("", "31/2", Err(Field::Expires))]
#[case("2026-11-10", "2026-11-09", Err(Field::Expires))]
fn days_on_papers_may_be_left_out(
    #[case] issued: &str,
    #[case] expires: &str,
    #[case] read: Result<(Option<&str>, Option<&str>), Field>,
) {
    let mut form = open(FormKind::Claim, food(vec![]));
    press(&mut form, "<Enter><Enter><Enter><Enter><Enter>");
    press(&mut form, &format!("{issued}<Enter>{expires}<Enter>"));
    match read {
        Ok((issued, expires)) => {
            let claim = claimed(&form);
            let text = |d: Option<NaiveDate>| d.map(|d| d.to_string());
            assert_eq!(text(claim.issued).as_deref(), issued);
            assert_eq!(text(claim.expires).as_deref(), expires);
            assert_eq!(form.problem(day(20)), None);
        }
        Err(field) => assert_eq!(form.problem(day(20)).and_then(|p| p.field()), Some(field)),
    }
}

#[rstest]
#[case("2155304010012-30", 0)]
#[case("9155304010012-30", 1)]
#[case("215", 1)]
#[case("MD 867031001234", 0)]
#[case("bpom ri md 867031001234", 0)]
#[case("sedang diurus", 0)]
fn a_licence_is_doubted_and_never_refused(#[case] number: &str, #[case] doubts: usize) {
    let mut form = claim_of(food(vec![]), "s");
    assert_eq!(claimed(&form).item, "izin-edar");
    press(&mut form, "<Enter><Enter>");
    press(&mut form, number);
    let said = form.licence(day(20)).map_or(0, |(_, doubts)| doubts.len());
    assert_eq!(said, doubts, "{number}");
    assert_eq!(form.problem(day(20)), None);
}

#[test]
fn a_licence_is_compared_with_the_day_on_which_it_ends() {
    let mut form = open(FormKind::Claim, food(vec![]));
    while claimed(&form).item != "izin-edar" {
        press(&mut form, "s");
    }
    press(
        &mut form,
        "<Enter><Enter>2155304010012-30<Enter><Enter><Enter><Enter>30/11/2029",
    );
    let (_, doubts) = form.licence(day(20)).unwrap();
    assert_eq!(doubts, [Doubt::OtherYear { year: 2030 }]);
}

#[test]
fn only_what_is_complete_and_not_verified_is_offered_to_be_verified() {
    let mut done = evidence("tempat", Status::Present);
    done.verified = Some(("yosef".into(), day(5)));
    let form = open(
        FormKind::Verify,
        food(vec![
            evidence("nib", Status::Applied),
            evidence("kelompok", Status::Present),
            done,
            evidence("halal", Status::NotHalal),
        ]),
    );
    let names: Vec<String> = options(&form, Field::Evidence)
        .iter()
        .map(|o| match o {
            Pickable::Evidence(e, _) => e.claim.item.clone(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(names, ["kelompok", "halal"]);
}

/// From the first obstacle, letters jump and j and k step.
#[rstest]
#[case("", Obstacle::RawMaterial)]
#[case("m", Obstacle::Capital)]
#[case("mm", Obstacle::Quality)]
#[case("mmm", Obstacle::AwaitingAid)]
#[case("mmmm", Obstacle::Capital)]
#[case("M", Obstacle::Capital)]
#[case("b", Obstacle::Disaster)]
#[case("z", Obstacle::RawMaterial)]
#[case("j", Obstacle::Continuity)]
#[case("mk", Obstacle::Premises)]
#[case("k", Obstacle::RawMaterial)]
#[case("9", Obstacle::PermitBpom)]
fn letters_jump_in_long_lists(#[case] keys: &str, #[case] obstacle: Obstacle) {
    let mut form = open(FormKind::RaiseBlocker, desa(&[], false));
    press(&mut form, keys);
    let Act::Follow(FollowAct::RaiseBlocker(raised)) = form.act(day(20)) else {
        panic!()
    };
    assert_eq!(raised.obstacle, obstacle);
}

fn planned(form: &Form) -> crate::domain::event::ActionPlanned {
    match form.act(day(20)) {
        Act::Follow(FollowAct::PlanAction(planned)) => planned,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_promise_starts_from_the_first_thing_missing_and_follows_the_pick() {
    let mut form = open(FormKind::PlanAction, food(vec![]));
    let first = planned(&form);
    assert_eq!(first.item.as_deref(), Some("bahan-baku"));
    assert!(first.what.starts_with("lengkapi: bahan baku"));
    press(&mut form, "j");
    let second = planned(&form);
    assert_eq!(second.item.as_deref(), Some("berita-acara"));
    assert_eq!(second.what, "lengkapi: berita acara pemilihan produk");
    press(&mut form, "h");
    assert_eq!(
        (planned(&form).item, planned(&form).what),
        (None, String::new())
    );
    // Words that somebody typed stay.
    press(&mut form, "<Enter>beli botol<Up>1");
    assert_eq!(planned(&form).what, "beli botol");
    assert_eq!(planned(&form).item.as_deref(), Some("bahan-baku"));
}

#[test]
fn what_is_promised_already_comes_last_and_what_is_claimed_is_to_be_verified() {
    let mut card = food(vec![evidence("bahan-baku", Status::Present)]);
    let form = open(FormKind::PlanAction, card.clone());
    assert!(planned(&form).what.starts_with("verifikasi: bahan baku"));
    card.village
        .follow
        .actions
        .push(crate::domain::follow::Action {
            planned: crate::domain::event::ActionPlanned {
                due: day(30),
                ..planned(&form)
            },
            on: day(6),
            by: "ana".into(),
            closed: None,
        });
    let form = open(FormKind::PlanAction, card);
    assert_eq!(planned(&form).item.as_deref(), Some("berita-acara"));
}

#[rstest]
#[case("2mg", Ok("2026-12-04"))]
#[case("30/11", Ok("2026-11-30"))]
#[case("jumat", Ok("2026-11-27"))]
#[case("besok", Ok("2026-11-21"))]
#[case("2026-12-01", Ok("2026-12-01"))]
#[case("", Err(Problem::BadDate(Field::Due, BadDate::Empty)))]
#[case("segera", Err(Problem::BadDate(Field::Due, BadDate::Form)))]
#[case("2026-11-01", Err(Problem::Refused(Refusal::DueBeforeMade { on: day(20) })))]
fn a_promise_needs_a_day_to_come(#[case] typed: &str, #[case] read: Result<&str, Problem>) {
    let mut form = open(FormKind::PlanAction, desa(&[], false));
    press(&mut form, "periksa tempat<Enter>ddd<Enter><Enter>");
    press(&mut form, typed);
    match read {
        Ok(due) => {
            let request = form.request(day(20)).unwrap();
            let Act::Follow(FollowAct::PlanAction(planned)) = request.act else {
                panic!()
            };
            assert_eq!(planned.due.to_string(), due);
            assert_eq!(planned.office, Office::Health);
        }
        Err(problem) => {
            assert_eq!(form.problem(day(20)), Some(problem));
            assert!(form.request(day(20)).is_none());
        }
    }
}

#[test]
fn what_is_picked_stays_picked_when_the_village_changed_meanwhile() {
    let mut form = open(
        FormKind::Verify,
        food(vec![
            evidence("nib", Status::Present),
            evidence("sop-lama", Status::Present),
        ]),
    );
    press(&mut form, "2");
    form.renew(food(vec![evidence("sop-lama", Status::Present)]), day(20));
    let Act::Evidence(EvidenceAct::Verify { evidence, .. }) = form.act(day(20)) else {
        panic!()
    };
    assert_eq!(evidence, Uuid::from_u128("sop-lama".len() as u128));
    form.renew(food(vec![]), day(20));
    assert_eq!(
        form.problem(day(20)),
        Some(Problem::Refused(Refusal::UnknownEvidence))
    );
}
