//! The made-up evidence of a product: what is claimed and verified for each stage that it reached.

use chrono::{Datelike, Months, NaiveDate};

use super::goods::{self, Good};
use super::story::{Role, Story};
use crate::domain::act::{Act, EvidenceAct};
use crate::domain::event::EvidenceClaimed;
use crate::domain::evidence::Status;
use crate::domain::gate::{Category, Item, Need, RuleBook};
use crate::domain::stage::Stage;

/// Months a food licence holds.
const LICENCE: Months = Months::new(60);

/// Claims and verifies items of the gates for the stages reached, and begins on the next one. How carefully differs
/// from village to village. Gives who holds the papers.
pub(super) fn collect(
    story: &mut Story<'_>,
    good: &Good,
    category: Category,
    stages: &[(Stage, NaiveDate)],
) -> &'static str {
    let care = story
        .dice
        .pick(&[100, 99, 95, 70])
        .copied()
        .unwrap_or_default();
    let holder = story.dice.word(&goods::HOLDERS);
    // That it is not halal is known from the beginning.
    if let Some((_, day)) = stages.first().filter(|_| good.pork) {
        let claim = claim(story, good, "halal", holder, *day);
        verify_perhaps(story, claim, *day, care);
    }
    let known = |item: &Item| item.from.is_some() || good.pork && item.id == "halal";
    for (stage, day) in stages {
        for (item, need) in RuleBook::shipped().on(*day).asked(*stage, category) {
            let chance = match need {
                Need::Required => care,
                Need::IfApplies => 25,
                Need::Supporting => 30,
                Need::NotAsked => 0,
            };
            // What follows from minutes and decree is not claimed.
            if !known(item) && story.dice.percent(chance) {
                let on = story.later(*day, 0, 40);
                let claim = claim(story, good, &item.id, holder, on);
                verify_perhaps(story, claim, on, care);
            }
        }
    }
    let Some((stage, day)) = stages.last() else {
        return holder;
    };
    let Some(next) = stage.next() else {
        return holder;
    };
    for (item, need) in RuleBook::shipped().on(*day).asked(next, category) {
        if need == Need::Required && !known(item) && story.dice.percent(30) {
            let on = story.later(*day, 10, 90);
            let mut claim = claim(story, good, &item.id, holder, on);
            let under_way = [
                Status::Applied,
                Status::PapersMissing,
                Status::NotBegun,
                Status::Refused,
            ];
            if let Some(status) = story.dice.pick(&under_way) {
                claim = EvidenceClaimed {
                    holder: claim.holder,
                    ..EvidenceClaimed::bare(claim.evidence, &item.id, *status)
                };
                if *status == Status::PapersMissing {
                    claim.missing = story.dice.word(&goods::MISSING).to_owned();
                }
            }
            story.say(
                on,
                Role::Companion,
                Act::Evidence(EvidenceAct::Claim(claim)),
            );
        }
    }
    holder
}

fn verify_perhaps(story: &mut Story<'_>, claim: EvidenceClaimed, on: NaiveDate, care: i64) {
    let complete = matches!(
        claim.status,
        Status::Present | Status::NotRequired | Status::NotHalal
    );
    let evidence = claim.evidence;
    story.say(
        on,
        Role::Companion,
        Act::Evidence(EvidenceAct::Claim(claim)),
    );
    if complete
        && story.dice.percent(care)
        && let Some(day) = story.happens(on, 1, 45)
    {
        let note = story
            .dice
            .word(&["", "asli dilihat", "dilihat di tempat"])
            .to_owned();
        let act = EvidenceAct::Verify { evidence, note };
        story.say(day, Role::Senior, Act::Evidence(act));
    }
}

/// What is said of an item that is there.
fn claim(
    story: &mut Story<'_>,
    good: &Good,
    item: &str,
    holder: &str,
    on: NaiveDate,
) -> EvidenceClaimed {
    let mut claim = EvidenceClaimed::bare(story.new_id(on), item, Status::Present);
    match item {
        "nib" => {
            claim.number = format!("1{}", story.dice.digits(12));
            claim.issuer = "OSS".into();
        }
        "izin-edar" => licence(story, good, &mut claim, on),
        "halal" => halal(story, good, &mut claim),
        "merek" => claim.number = format!("IDM{}", story.dice.digits(9)),
        // The numbers of goods made in Indonesia begin so.
        "barcode" => claim.number = format!("899{}", story.dice.digits(10)),
        "qris" => claim.issuer = "Bank NTT".into(),
        "bahan-baku" => claim.note = "cukup untuk sedikitnya lima tahun".into(),
        "kapasitas" => claim.note = format!("{} bungkus sebulan", story.dice.between(4, 40) * 10),
        "kelompok" => {
            let (women, men) = (story.dice.between(3, 15), story.dice.between(0, 8));
            claim.note = format!("{women} perempuan, {men} laki-laki");
        }
        _ => {}
    }
    let is_paper = matches!(
        item,
        "nib" | "izin-edar" | "halal" | "merek" | "barcode" | "qris"
    );
    if is_paper {
        claim.holder = holder.to_owned();
    }
    claim
}

/// A home-industry licence. Some were there before the programme and end about now.
fn licence(story: &mut Story<'_>, good: &Good, claim: &mut EvidenceClaimed, on: NaiveDate) {
    let near_end = story.last - chrono::Duration::days(story.dice.between(-300, 100));
    let old = near_end > on && story.dice.percent(45);
    let expires = if old {
        near_end
    } else {
        on.checked_add_months(LICENCE).unwrap_or(on)
    };
    claim.issued = expires.checked_sub_months(LICENCE);
    claim.expires = Some(expires);
    claim.issuer = "DPMPTSP".into();
    // Plastic, the kind of food, the region, the numbers of product and producer, the year of its end.
    claim.number = format!(
        "2{}{}{:02}{:04}-{:02}",
        good.food,
        story.code.regency().replace('.', ""),
        story.dice.between(1, 5),
        story.dice.between(1, 300),
        expires.year() % 100
    );
}

fn halal(story: &mut Story<'_>, good: &Good, claim: &mut EvidenceClaimed) {
    if good.pork {
        claim.status = Status::NotHalal;
        claim.note = "mengandung babi, ditandai pada label".into();
        return;
    }
    match story.dice.between(0, 99) {
        n if n < 50 => {
            claim.issuer = "BPJPH".into();
            claim.number = format!("ID53{}", story.dice.digits(15));
        }
        n if n < 70 => {
            claim.status = Status::NotRequired;
            claim.note = "bahan alam tanpa campuran".into();
        }
        n if n < 85 => {
            claim.status = Status::PapersMissing;
            claim.missing = story.dice.word(&goods::MISSING).to_owned();
        }
        _ => claim.status = Status::Applied,
    }
}
