//! What whoever only looks is not shown: names of persons, and free texts that may hold some. The same for the screens
//! and the commands.
//!
//! Every kind of event and every part of a village stands here by name, so that a new one has to decide.

use super::event::Event;
use super::follow::{Action, Blocker, Follow};
use super::makers::{Assistance, Channel, Makers, Producer};
use super::occasion::{Happening, Item, Occasion, Plan, TrackedPromise};
use super::people::PersonEvent;
use super::village::{Choice, FormerChoice, Potential, Village};

/// An event of the log; none where nothing else would be left of it.
#[must_use]
pub fn event(event: &Event) -> Option<Event> {
    let mut event = event.clone();
    match &mut event {
        Event::Noted(_) => return None,
        Event::PotentialRecorded(e) => e.note.clear(),
        Event::PotentialAmended(e) => e.note = None,
        Event::PotentialWithdrawn(e) => e.reason.clear(),
        Event::ProductChosen(e) => {
            // That there was one before stays.
            if let Some(why) = &mut e.replaces {
                why.clear();
            }
        }
        Event::ChoiceCancelled(e) => e.reason.clear(),
        Event::StageDeclared(e) => e.basis.clear(),
        Event::SoldRaw(e) => e.note.clear(),
        Event::EvidenceClaimed(e) => {
            e.holder.clear();
            e.note.clear();
        }
        Event::EvidenceVerified(e) => e.note.clear(),
        Event::EvidenceWithdrawn(e) => e.reason.clear(),
        Event::BlockerRaised(e) => e.note.clear(),
        Event::BlockerCleared(e) => e.how.clear(),
        Event::ActionPlanned(e) => e.who.clear(),
        Event::ActionClosed(e) => e.note.clear(),
        Event::ProducerRecorded(e) => e.business.head.clear(),
        Event::ProducerAmended(e) => e.business.head.clear(),
        Event::ProducerTurned(e) => e.reason.clear(),
        Event::ChannelClosed(e) => e.reason.clear(),
        Event::AssistanceEnded(e) => {
            e.handover.clear();
            e.note.clear();
        }
        Event::Occasion(e) => {
            if !happening(e) {
                return None;
            }
        }
        Event::Person(e) => person(e),
        // What it holds is not known.
        Event::Unknown { body, .. } => body.clear(),
        Event::DecreeRecorded(_)
        | Event::CategorySet(_)
        | Event::WorkersCounted(_)
        | Event::MonthRecorded(_)
        | Event::ChannelOpened(_)
        | Event::AssistanceBegun(_)
        | Event::View(_)
        | Event::Reverted(_) => {}
    }
    Some(event)
}

/// False where nothing would be left.
fn happening(happening: &mut Happening) -> bool {
    match happening {
        Happening::GuestArrived(_)
        | Happening::GuestAmended(_)
        | Happening::GuestWithdrawn(_)
        | Happening::ItemNoted(_)
        | Happening::AddendumMade(_) => return false,
        Happening::Planned(e) => plan(&mut e.plan),
        Happening::Amended(e) => plan(&mut e.plan),
        Happening::Cancelled(e) => e.reason.clear(),
        Happening::ItemSkipped(e) => e.reason.clear(),
        Happening::ItemDecided(e) => e.note.clear(),
        Happening::AgendaFrozen(_)
        | Happening::ItemAdded(_)
        | Happening::Opened(_)
        | Happening::ItemBegun(_)
        | Happening::ItemPostponed(_)
        | Happening::Closed(_)
        | Happening::Finalised(_) => {}
    }
    true
}

/// The name in the log stays: it stands before everything that this person does.
fn person(event: &mut PersonEvent) {
    match event {
        PersonEvent::Added(e) => e.called.clear(),
        PersonEvent::Turned(e) => e.reason.clear(),
        PersonEvent::Key(e) => e.key = e.key.without_comment(),
        PersonEvent::Role(_) | PersonEvent::Scope(_) | PersonEvent::KeyTaken(_) => {}
    }
}

fn plan(plan: &mut Plan) {
    for name in [&mut plan.opener, &mut plan.leader, &mut plan.minute_taker] {
        name.clear();
    }
    plan.invited.clear();
}

/// A village without heads of producers, holders of papers, who promised, notes and reasons.
pub fn village(village: &mut Village) {
    let Village {
        potentials,
        choice: chosen,
        former,
        sold_raw,
        follow: followed,
        notes,
        latest: _,
        decided_since: _,
        ineffective: _,
        unknown: _,
    } = village;
    notes.clear();
    for Potential { note, .. } in potentials {
        note.clear();
    }
    if let Some(sale) = sold_raw {
        sale.note.clear();
    }
    if let Some(chosen) = chosen {
        choice(chosen);
    }
    for FormerChoice {
        choice: chosen,
        reason,
        until: _,
        replaced_by: _,
    } in former
    {
        choice(chosen);
        reason.clear();
    }
    follow(followed);
}

fn choice(choice: &mut Choice) {
    let Choice {
        steps,
        evidence,
        makers: made,
        potential: _,
        product: _,
        group: _,
        category: _,
        forum: _,
        minutes: _,
        on: _,
        decree: _,
        stage: _,
        stage_since: _,
    } = choice;
    for step in steps {
        step.basis.clear();
    }
    for evidence in evidence {
        evidence.claim.holder.clear();
        evidence.claim.note.clear();
    }
    makers(made);
}

fn makers(makers: &mut Makers) {
    let Makers {
        producers,
        channels,
        assistance,
        workers: _,
        months: _,
        latest: _,
    } = makers;
    for Producer {
        business, stopped, ..
    } in producers
    {
        business.head.clear();
        if let Some((_, reason)) = stopped {
            reason.clear();
        }
    }
    for Channel { ended, .. } in channels {
        if let Some((_, reason)) = ended {
            reason.clear();
        }
    }
    for Assistance { ended, .. } in assistance {
        if let Some(ended) = ended {
            ended.handover.clear();
            ended.note.clear();
        }
    }
}

fn follow(follow: &mut Follow) {
    let Follow { blockers, actions } = follow;
    for Blocker { raised, since: _ } in blockers {
        raised.note.clear();
    }
    actions.iter_mut().for_each(action);
}

fn action(action: &mut Action) {
    let Action {
        planned,
        closed,
        on: _,
        by: _,
    } = action;
    planned.who.clear();
    if let Some((_, _, note)) = closed {
        note.clear();
    }
}

/// An occasion without the names of those who lead it, are invited, and are there, and without what was noted.
pub fn occasion(occasion: &mut Occasion) {
    let Occasion {
        plan: planned,
        items,
        mover,
        cancelled,
        notes,
        guests,
        addenda,
        follow: promised,
        id: _,
        phase: _,
        number: _,
        order: _,
        current: _,
        began: _,
        opened: _,
        closed: _,
        finalised: _,
        ineffective: _,
        unknown: _,
    } = occasion;
    plan(planned);
    *mover = None;
    if let Some(reason) = cancelled {
        reason.clear();
    }
    notes.clear();
    addenda.clear();
    for Item {
        notes, decision, ..
    } in items
    {
        notes.clear();
        if let Some(ruling) = decision {
            ruling.note.clear();
        }
    }
    for present in guests {
        let guest = &mut present.guest;
        for text in [&mut guest.name, &mut guest.office, &mut guest.represents] {
            text.clear();
        }
    }
    follow(promised);
}

/// What became of a promise, without who made it.
pub fn promise(kept: &mut TrackedPromise) {
    kept.chain.links.iter_mut().for_each(action);
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::domain::event::Recorded;

    const SECRET: &str = "Maria Bere";

    /// A body of each kind whose free texts name somebody.
    const BODIES: [(&str, &str); 22] = [
        (
            "potential.recorded",
            r#"{"potential":"I","name":"kopi","group":"perkebunan","source":{"type":"field"},"note":"S"}"#,
        ),
        ("potential.amended", r#"{"potential":"I","note":"S"}"#),
        ("potential.withdrawn", r#"{"potential":"I","reason":"S"}"#),
        (
            "product.chosen",
            r#"{"potential":"I","product":"kopi","group":"perkebunan","forum":"musyawarah-desa","replaces":"S"}"#,
        ),
        ("choice.cancelled", r#"{"reason":"S"}"#),
        ("stage.declared", r#"{"to":"diolah","basis":"S"}"#),
        ("sold-raw", r#"{"raw":true,"note":"S"}"#),
        (
            "evidence.claimed",
            r#"{"evidence":"I","item":"x","status":"ada","holder":"S","note":"S"}"#,
        ),
        ("evidence.verified", r#"{"evidence":"I","note":"S"}"#),
        ("evidence.withdrawn", r#"{"evidence":"I","reason":"S"}"#),
        (
            "blocker.raised",
            r#"{"blocker":"I","obstacle":"modal","office":"kecamatan","note":"S"}"#,
        ),
        ("blocker.cleared", r#"{"blocker":"I","how":"S"}"#),
        (
            "action.planned",
            r#"{"action":"I","what":"x","office":"kecamatan","who":"S","due":"2026-12-01"}"#,
        ),
        (
            "action.closed",
            r#"{"action":"I","outcome":"selesai","note":"S"}"#,
        ),
        (
            "producer.recorded",
            r#"{"producer":"I","business":{"name":"KUB","form":"kelompok","head":"S"}}"#,
        ),
        (
            "producer.turned",
            r#"{"producer":"I","active":false,"reason":"S"}"#,
        ),
        ("channel.closed", r#"{"channel":"I","reason":"S"}"#),
        (
            "assistance.ended",
            r#"{"assistance":"I","handover":"S","note":"S"}"#,
        ),
        ("occasion.cancelled", r#"{"reason":"S"}"#),
        (
            "person.turned",
            r#"{"name":"siti","active":false,"reason":"S"}"#,
        ),
        ("note", r#"{"text":"S"}"#),
        ("of.another.version", r#"{"who":"S"}"#),
    ];

    fn read(kind: &str, body: &str) -> Event {
        let id = "00000000-0000-7000-8000-000000000001";
        Event::read(
            kind,
            &body
                .replace("\"I\"", &format!("\"{id}\""))
                .replace("\"S\"", &format!("\"{SECRET}\"")),
        )
    }

    #[test]
    fn no_free_text_of_an_event_is_shown_to_whoever_only_looks() {
        for (kind, body) in BODIES {
            let open = read(kind, body);
            assert!(open.body().unwrap().contains(SECRET), "{kind}");
            let is_unknown = matches!(open, Event::Unknown { .. });
            assert_eq!(is_unknown, kind == "of.another.version", "{kind}: {body}");
            if let Some(redacted) = event(&open) {
                assert!(
                    !redacted.body().unwrap().contains(SECRET),
                    "{kind}: {redacted:?}"
                );
            }
        }
    }

    #[test]
    fn no_free_text_of_a_village_is_shown_to_whoever_only_looks() {
        let wanted = [
            "potential.recorded",
            "product.chosen",
            "stage.declared",
            "sold-raw",
            "blocker.raised",
            "action.planned",
            "action.closed",
            "producer.recorded",
            "producer.turned",
            "evidence.claimed",
            "note",
        ];
        let day: NaiveDate = "2026-11-24".parse().unwrap();
        let of = |kind: &&str| *BODIES.iter().find(|(k, _)| k == kind).unwrap();
        let events: Vec<Recorded> = (1..)
            .zip(&wanted)
            .map(|(seq, kind)| {
                let (kind, body) = of(kind);
                let body = body.replace(r#","replaces":"S""#, "");
                Recorded {
                    seq,
                    id: uuid::Uuid::from_u128(seq as u128),
                    stream: "53.04.01.2001".into(),
                    event: read(kind, &body),
                    occurred_on: day,
                    recorded_at: "2026-11-24T02:00:00Z".parse().unwrap(),
                    actor: "maria".into(),
                    batch: uuid::Uuid::from_u128(seq as u128),
                    origin: uuid::Uuid::nil(),
                }
            })
            .collect();
        let mut folded = Village::fold(&events);
        let said = format!("{folded:?}");
        assert!(said.matches(SECRET).count() >= 10, "{said}");
        village(&mut folded);
        let said = format!("{folded:?}");
        assert!(!said.contains(SECRET), "{said}");
    }
}
