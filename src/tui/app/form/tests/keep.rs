//! A form is the same again after it was kept.

use super::*;
use crate::domain::event::BlockerRaised;
use crate::domain::follow::{Blocker, Obstacle, Office};

fn through_json(form: &Form) -> KeptForm {
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
    card
}

#[test]
fn what_was_typed_and_picked_is_there_again_in_every_form() {
    for kind in FormKind::ALL {
        let mut form = open(kind, busy());
        press(&mut form, "2<Enter>abu-abu<Enter>3<Enter>satu");
        let kept = through_json(&form);
        assert_eq!(kept.cmd(), Some(kind.cmd()), "{kind:?}");
        let mut again = Form::open(kind, busy(), day(20), Lang::Id, Uuid::from_u128(7));
        assert!(again.refill(&kept), "{kind:?}");
        assert_eq!(again.batch, form.batch, "{kind:?}");
        assert_eq!(again.act(day(20)), form.act(day(20)), "{kind:?}");
        assert_eq!(again.at, form.at, "{kind:?}");
        assert_eq!(again.kept(), form.kept(), "{kind:?}");
    }
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
fn an_untouched_form_is_not_kept() {
    assert_eq!(open(FormKind::Note, busy()).kept(), None);
}
