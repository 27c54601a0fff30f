use super::*;

/// What an act on that day takes along, and whether in a batch of its own.
fn taken(log: &Log, act: &OccasionAct, on: u32) -> Option<(OccasionAct, bool)> {
    let implied = act.implies(&log.now().unwrap(), None, day(on));
    implied.map(|i| (i.act, i.apart))
}

fn planned(sort: Sort) -> Log {
    let mut log = Log::default();
    log.act(OccasionAct::Plan(Plan { sort, ..plan() })).unwrap();
    log
}

fn arrival(name: &str) -> OccasionAct {
    OccasionAct::Arrive {
        id: Uuid::from_u128(50),
        guest: guest(name, 1, Element::Head),
        at: at(5),
        anyway: false,
    }
}

#[test]
fn a_meeting_that_opens_on_another_day_is_planned_anew_for_it() {
    let log = planned(Sort::Review);
    let open = OccasionAct::Open { at: at(0) };
    for on in [23, 25] {
        let plan = Plan {
            day: day(on),
            ..plan()
        };
        let amended = Some((OccasionAct::Amend(plan), false));
        assert_eq!(taken(&log, &open, on), amended);
    }
    assert_eq!(taken(&log, &open, 24), None);
    assert_eq!(taken(&planned(Sort::Outreach), &open, 25), None, "an event");
}

#[test]
fn the_first_who_comes_on_its_day_opens_an_event_unless_the_entry_is_refused() {
    let mut log = planned(Sort::Outreach);
    let opened = Some((OccasionAct::Open { at: at(5) }, true));
    assert_eq!(taken(&log, &arrival("Maria Bere"), 24), opened);
    assert_eq!(taken(&log, &arrival("Maria Bere"), 25), opened);
    assert_eq!(taken(&log, &arrival("Maria Bere"), 23), None, "too early");
    assert_eq!(taken(&log, &arrival(" "), 24), None, "without a name");
    let contact = Contact {
        phone: "12x".into(),
        nik: String::new(),
    };
    let o = log.now().unwrap();
    let implied = arrival("Maria Bere").implies(&o, Some(&contact), day(24));
    assert_eq!(implied, None, "with a number that is none");
    let meeting = planned(Sort::Review);
    assert_eq!(taken(&meeting, &arrival("Maria Bere"), 24), None);
    log.act(OccasionAct::Open { at: at(0) }).unwrap();
    assert_eq!(taken(&log, &arrival("Maria Bere"), 24), None, "it is open");
}

#[test]
fn an_event_that_nobody_opened_is_opened_with_its_end() {
    let mut log = planned(Sort::Outreach);
    let close = OccasionAct::Close { at: at(90) };
    let opened = Some((OccasionAct::Open { at: at(90) }, false));
    assert_eq!(taken(&log, &close, 24), opened);
    assert_eq!(taken(&planned(Sort::Review), &close, 24), None, "a meeting");
    log.act(OccasionAct::Open { at: at(0) }).unwrap();
    assert_eq!(taken(&log, &close, 24), None);
}

#[test]
fn a_corrected_number_keeps_what_else_is_known() {
    let contact = |phone: &str, nik: &str| Contact {
        phone: phone.into(),
        nik: nik.into(),
    };
    let known = contact("0812", "53");
    assert_eq!(
        known.clone().corrected(Some("0813"), None),
        contact("0813", "53")
    );
    assert_eq!(known.clone().corrected(None, Some("")), contact("0812", ""));
    assert_eq!(known.clone().corrected(None, None), known);
}
