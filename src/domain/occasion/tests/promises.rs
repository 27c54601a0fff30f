//! Three meetings in a row: no promise is lost, and none is counted twice.

use std::collections::HashSet;

use super::*;
use crate::domain::event::{ActionClosed, ActionPlanned};
use crate::domain::follow::{Office, Outcome};

/// The three meetings, and their days.
const MEETINGS: [(u128, u32); 3] = [(101, 3), (102, 12), (103, 24)];

struct Promised(Follow);

impl Promised {
    fn plan(&mut self, id: u128, on: u32, due: u32, meeting: u128, after: Option<u128>) {
        let event = Event::ActionPlanned(ActionPlanned {
            action: Uuid::from_u128(id),
            what: format!("janji {id}"),
            office: if id.is_multiple_of(2) {
                Office::Health
            } else {
                Office::Trade
            },
            who: String::new(),
            due: day(due),
            item: None,
            from: (meeting > 0).then(|| Uuid::from_u128(meeting)),
            after: after.map(Uuid::from_u128),
        });
        assert!(self.0.take(&event, day(on), "maria"));
    }

    fn close(&mut self, id: u128, on: u32, outcome: Outcome) {
        let event = Event::ActionClosed(ActionClosed {
            action: Uuid::from_u128(id),
            outcome,
            note: String::new(),
        });
        assert!(self.0.take(&event, day(on), "maria"));
    }

    /// The promises as the n-th meeting is shown them on a day: the first promise of each chain, and its fate.
    fn shown(&self, n: usize, on: u32) -> Promises {
        let earlier: HashSet<Uuid> = MEETINGS[..n]
            .iter()
            .map(|(id, _)| Uuid::from_u128(*id))
            .collect();
        let last = n
            .checked_sub(1)
            .map(|last| (Uuid::from_u128(MEETINGS[last].0), day(MEETINGS[last].1)));
        let this = Uuid::from_u128(MEETINGS[n].0);
        let all = chains(&self.0, Some(&village(1)), day(on));
        Promises::of(all, &earlier, last, this, day(on))
    }

    fn fates(&self, n: usize, on: u32) -> Vec<(u128, PromiseStatus)> {
        let shown = self.shown(n, on);
        let mut fates: Vec<_> = shown
            .all
            .iter()
            .map(|k| (k.chain.links[0].planned.action.as_u128(), k.status))
            .collect();
        fates.sort_by_key(|(id, _)| *id);
        fates
    }
}

fn story() -> Promised {
    let mut all = Promised(Follow::default());
    // Promised at the first meeting.
    for id in 1..=6 {
        all.plan(id, 3, 10, 101, None);
    }
    all.plan(7, 4, 8, 0, None); // at no meeting
    all.close(1, 8, Outcome::Done);
    all.close(2, 9, Outcome::HandedOn);
    all.plan(20, 9, 20, 0, Some(2));
    all.close(3, 10, Outcome::Partly);
    all.plan(30, 10, 22, 0, Some(3));
    all.close(4, 11, Outcome::Failed);
    // At the second meeting: one is handed on, one is new.
    all.close(5, 12, Outcome::HandedOn);
    all.plan(50, 12, 20, 102, Some(5));
    all.plan(8, 12, 30, 102, None);
    // Until the third.
    all.close(20, 19, Outcome::Done);
    all.close(50, 20, Outcome::Partly);
    all.plan(51, 20, 28, 0, Some(50));
    all
}

#[test]
fn each_promise_is_told_once_at_each_meeting_until_it_ends() {
    let all = story();
    assert_eq!(all.fates(0, 3), [], "nothing was promised before the first");
    assert_eq!(
        all.fates(1, 12),
        [
            (1, PromiseStatus::Kept),
            (2, PromiseStatus::HandedOn),
            (3, PromiseStatus::Partly),
            (4, PromiseStatus::Failed),
            (5, PromiseStatus::HandedOn),
            (6, PromiseStatus::Late(2)),
        ]
    );
    assert_eq!(
        all.fates(2, 24),
        [
            (2, PromiseStatus::Kept),
            (3, PromiseStatus::Late(2)),
            (5, PromiseStatus::Partly),
            (6, PromiseStatus::Late(14)),
            (8, PromiseStatus::Open),
        ],
        "what ended before the second meeting is not told again; what is open is, however old"
    );
}

#[test]
fn a_past_meeting_shows_what_was_so_on_its_day() {
    let mut all = story();
    let then = all.fates(1, 12);
    all.close(6, 24, Outcome::Done);
    assert_eq!(all.fates(1, 12), then);
    assert_eq!(all.fates(2, 24)[3], (6, PromiseStatus::Kept));
}

#[test]
fn the_offices_add_up_to_the_whole() {
    let shown = story().shown(2, 24);
    let total = shown.total();
    let by_office = shown.by_office();
    let sum: u32 = by_office.iter().map(|(_, n)| n.all()).sum();
    assert_eq!((total.all(), sum), (5, 5));
    assert_eq!(
        (total.kept, total.late, total.partly, total.open),
        (1, 2, 1, 1)
    );
    assert_eq!(total.rate(), Some(25), "one of four whose day has come");
}
