//! A form is the same again after it was kept.

use super::*;
use crate::domain::event::BlockerRaised;
use crate::domain::follow::{Blocker, Obstacle, Office};
use crate::domain::makers::{
    Assistance, Business, Channel, Form, Makers, Outlet, Producer, Workers,
};

fn through_json(form: &super::Form) -> KeptForm {
    let kept = serde_json::to_string(&form.kept().unwrap()).unwrap();
    serde_json::from_str(&kept).unwrap()
}

fn busy() -> Card {
    let mut card = desa(&["kopi", "madu", "tais"], true);
    card.village.follow.blockers.push(Blocker {
        raised: BlockerRaised {
            blocker: Uuid::from_u128(5),
            obstacle: Obstacle::Capital,
            office: Office::Bank,
            note: String::new(),
        },
        since: day(3),
    });
    if let Some(choice) = &mut card.village.choice {
        choice.makers = making();
    }
    card
}

/// Two of each that can be picked: producers, channels, assistance, and a month and workers to start from.
fn making() -> Makers {
    let on = day(3);
    let ids = [11, 12].map(Uuid::from_u128);
    Makers {
        producers: ids
            .map(|id| Producer {
                id,
                business: Business {
                    name: format!("KWT {id}"),
                    form: Form::Group,
                    head: String::new(),
                    men: None,
                    women: Some(4),
                    produced: None,
                },
                since: on,
                stopped: None,
                latest: on,
            })
            .into(),
        workers: Some(Workers {
            men: 3,
            women: 11,
            on,
            work: None,
            health: None,
        }),
        months: Vec::new(),
        channels: ids
            .map(|id| Channel {
                id,
                outlet: Outlet::Shop,
                name: id.to_string(),
                since: on,
                ended: None,
            })
            .into(),
        assistance: ids
            .map(|id| Assistance {
                id,
                office: Office::Bank,
                what: "QRIS".into(),
                since: on,
                waiting: true,
                ended: None,
            })
            .into(),
        latest: Some(on),
    }
}

#[test]
fn what_was_typed_and_picked_is_there_again_in_every_form() {
    for kind in FormKind::ALL {
        let mut form = open(kind, busy());
        press(&mut form, "2<Enter>abu-abu<Enter>3<Enter>satu");
        let kept = through_json(&form);
        assert_eq!(kept.cmd(), Some(kind.cmd()), "{kind:?}");
        let mut again = super::Form::open(kind, busy(), day(20), Lang::Id, Uuid::from_u128(7));
        assert!(again.refill(&kept), "{kind:?}");
        assert_eq!(again.batch, form.batch, "{kind:?}");
        assert_eq!(again.act(day(20)), form.act(day(20)), "{kind:?}");
        assert_eq!(again.at, form.at, "{kind:?}");
        assert_eq!(again.kept(), form.kept(), "{kind:?}");
    }
}

#[test]
fn of_an_assistance_that_waits_or_a_new_one_the_right_inputs_are_there_again() {
    let mut form = open(FormKind::BeginAssistance, busy());
    press(&mut form, "3<Enter><Enter>alat tenun");
    let mut again = open(FormKind::BeginAssistance, busy());
    assert!(again.refill(&through_json(&form)));
    assert_eq!(again.text_of(Field::Help), "alat tenun");
    again.renew(busy(), day(20));
    assert_eq!(again.text_of(Field::Help), "alat tenun");
    assert_eq!(again.act(day(20)), form.act(day(20)));
    press(&mut form, "<Up><Up>1");
    form.renew(busy(), day(20));
    let fields: Vec<Field> = form.slots.iter().map(|s| s.field).collect();
    assert_eq!(fields, [Field::Assistance, Field::Date]);
}

#[test]
fn what_was_only_suggested_is_still_replaced_by_the_first_letter() {
    let mut form = open(FormKind::RecordMonth, busy());
    press(&mut form, "<Enter>5");
    let mut again = open(FormKind::RecordMonth, busy());
    assert!(again.refill(&through_json(&form)));
    press(&mut again, "<Up>okt");
    assert_eq!(again.text_of(Field::Month), "okt");
}

#[test]
fn an_amendment_keeps_its_own_words_and_not_those_of_the_potential() {
    let mut form = open(FormKind::AmendPotential, busy());
    press(&mut form, "2<Enter><C-u>madu lebah");
    let mut again = open(FormKind::AmendPotential, busy());
    assert!(again.refill(&through_json(&form)));
    assert_eq!(again.text_of(Field::Name), "madu lebah");
}

#[test]
fn a_pick_that_is_gone_is_said_and_stands_under_the_cursor() {
    let mut form = open(FormKind::ClearBlocker, busy());
    press(&mut form, "<Enter>dibantu bank");
    let kept = through_json(&form);
    let mut card = busy();
    card.village.follow.blockers[0].raised.blocker = Uuid::from_u128(6);
    let mut again = open(FormKind::ClearBlocker, card);
    assert!(!again.refill(&kept));
    assert_eq!(again.slots[again.at].field, Field::Blocker);
}

#[test]
fn the_names_of_inputs_leave_room_for_what_is_typed() {
    for s in [Lang::Id, Lang::En].map(Strings::of) {
        for slot in FormKind::ALL
            .into_iter()
            .flat_map(|k| open(k, busy()).slots)
        {
            let name = s.facts.field(slot.field);
            assert!(name.chars().count() <= 12, "{name}");
        }
    }
}

#[test]
fn an_untouched_form_is_not_kept() {
    assert_eq!(open(FormKind::Note, busy()).kept(), None);
}
