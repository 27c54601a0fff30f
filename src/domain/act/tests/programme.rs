//! Evidence, obstacles and promises have days of their own: nothing is said of them for a day before.

use rstest::rstest;

use super::*;
use crate::domain::event::{ActionPlanned, BlockerRaised, EvidenceClaimed};
use crate::domain::evidence::{Evidence, Status};
use crate::domain::follow::{Action, Blocker, Obstacle, Office, Outcome};

const ID: Uuid = Uuid::from_u128(5);

/// Chosen on the 2nd; on the 10th a claim, an obstacle and a promise were recorded.
fn village() -> Village {
    let mut village = with_choice(&["kopi"], 2);
    let choice = village.choice.as_mut().unwrap();
    choice.evidence.push(Evidence {
        claim: EvidenceClaimed::bare(ID, "nib", Status::Present),
        on: day(10),
        by: "ana".into(),
        verified: None,
    });
    village.follow.blockers.push(Blocker {
        raised: BlockerRaised {
            blocker: ID,
            obstacle: Obstacle::Capital,
            office: Office::Bank,
            note: String::new(),
        },
        since: day(10),
    });
    village.follow.actions.push(Action {
        planned: ActionPlanned {
            action: ID,
            what: "pinjaman".into(),
            office: Office::Bank,
            who: String::new(),
            due: day(15),
            item: None,
            from: None,
            after: None,
        },
        on: day(10),
        by: "ana".into(),
        closed: None,
    });
    village
}

fn verify() -> Act {
    let note = String::new();
    Act::Evidence(EvidenceAct::Verify { evidence: ID, note })
}

fn withdraw() -> Act {
    let reason = "salah".into();
    Act::Evidence(EvidenceAct::Withdraw {
        evidence: ID,
        reason,
    })
}

fn clear() -> Act {
    let how = "cair".into();
    Act::Follow(FollowAct::ClearBlocker { blocker: ID, how })
}

fn close() -> Act {
    Act::Follow(FollowAct::CloseAction {
        action: ID,
        outcome: Outcome::Done,
        note: String::new(),
    })
}

#[rstest]
#[case(verify())]
#[case(withdraw())]
#[case(clear())]
#[case(close())]
fn nothing_is_said_of_it_for_a_day_before(#[case] act: Act) {
    let village = village();
    let on = |d| act.check(&village, Kind::Desa, day(d), day(20));
    assert_eq!(on(9), Err(Refusal::BeforeRecorded { on: day(10) }));
    assert!(on(10).is_ok());
}

#[test]
fn a_late_claim_does_not_take_away_what_was_verified_after_it() {
    let mut village = village();
    village.choice.as_mut().unwrap().evidence[0].verified = Some(("dinkes".into(), day(14)));
    let claim = |item| {
        let claim = EvidenceClaimed::bare(Uuid::from_u128(6), item, Status::Applied);
        Act::Evidence(EvidenceAct::Claim(claim))
    };
    let on = |item, d| claim(item).check(&village, Kind::Desa, day(d), day(20));
    let since = Err(Refusal::VerifiedSince { on: day(14) });
    assert_eq!(on("nib", 12), since);
    assert!(on("nib", 14).is_ok());
    assert!(on("nib", 9).is_ok(), "the claim of the 10th comes after it");
    assert!(on("sop", 12).is_ok());
}
