use super::*;
use crate::domain::act::Act;
use crate::domain::code::Code;
use crate::domain::event::{Event, Forum, Group, Source};
use crate::domain::gate::Category;
use crate::domain::list::Place;
use crate::domain::stage::Stage;
use crate::domain::village::{Choice, Potential, Village};
use crate::strings::Lang;

fn day(d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, d).unwrap()
}

fn card(code: &str, potentials: &[&str], chosen: bool) -> Card {
    let potentials: Vec<Potential> = (1..)
        .zip(potentials)
        .map(|(n, name)| Potential {
            id: Uuid::from_u128(n),
            name: (*name).into(),
            group: Group::Craft,
            source: Source::Field,
            confirmed: false,
            note: format!("catatan {name}"),
            since: day(1),
        })
        .collect();
    let choice = chosen.then(|| Choice {
        potential: Uuid::from_u128(1),
        product: potentials[0].name.clone(),
        group: Group::Craft,
        category: Category::Craft,
        forum: Forum::VillageDeliberation,
        minutes: String::new(),
        on: day(2),
        decree: None,
        stage: Stage::Processed,
        stage_since: day(2),
        steps: vec![],
        evidence: vec![],
        makers: crate::domain::makers::Makers::default(),
    });
    Card {
        place: Place {
            ord: 0,
            code: Code::parse(code).unwrap(),
            name: "Kewar".into(),
            kecamatan: "Lamaknen".into(),
            regency: "Kabupaten Belu".into(),
        },
        village: Village {
            potentials,
            choice,
            ..Village::default()
        },
        last_seq: 7,
    }
}

fn desa(potentials: &[&str], chosen: bool) -> Card {
    card("53.04.01.2001", potentials, chosen)
}

fn open(kind: FormKind, card: Card) -> Form {
    Form::open(kind, card, day(20), Lang::Id, Uuid::from_u128(99))
}

/// Types words: single characters type themselves, names in angle brackets are keys.
fn press(form: &mut Form, script: &str) -> Outcome {
    let mut last = Outcome::Stays;
    let mut rest = script;
    while let Some(c) = rest.chars().next() {
        let (name, after) = match (c, rest.find('>')) {
            ('<', Some(end)) => (&rest[1..end], &rest[end + 1..]),
            _ => rest.split_at(c.len_utf8()),
        };
        last = form.key(Key::parse(name).unwrap());
        rest = after;
    }
    last
}

#[test]
fn a_potential_is_recorded_with_printable_keys_and_enter() {
    let mut form = open(FormKind::RecordPotential, desa(&[], false));
    assert_eq!(
        press(
            &mut form,
            "madu hutan<Enter>5<Enter>panen musim hujan<Enter><Enter>"
        ),
        Outcome::Stays
    );
    assert!(form.on_buttons());
    assert_eq!(press(&mut form, "<Enter>"), Outcome::Save);
    let request = form.request(day(20)).unwrap();
    assert_eq!((request.on, request.seen), (day(20), Some(7)));
    let Act::RecordPotential {
        name, group, note, ..
    } = request.act
    else {
        panic!()
    };
    assert_eq!(
        (name.as_str(), group, note.as_str()),
        ("madu hutan", Group::Forest, "panen musim hujan")
    );
}

#[test]
fn what_is_wrong_is_known_at_every_key() {
    let mut form = open(FormKind::RecordPotential, desa(&["kopi"], false));
    assert_eq!(
        form.problem(day(20)),
        Some(Problem::Refused(Refusal::Empty(Field::Name)))
    );
    press(&mut form, "Kopi");
    assert_eq!(
        form.problem(day(20)),
        Some(Problem::Refused(Refusal::SamePotential {
            name: "kopi".into()
        }))
    );
    press(&mut form, " bubuk");
    assert_eq!(form.problem(day(20)), None);
    press(&mut form, "<Enter><Enter><Enter>besok");
    assert_eq!(
        form.problem(day(20)),
        Some(Problem::BadDate(Field::Date, BadDate::Form))
    );
    assert_eq!(form.request(day(20)).map(|d| d.on), None);
    press(&mut form, "<C-u>2 minggu lalu");
    assert_eq!(form.request(day(20)).unwrap().on, day(6));
}

#[test]
fn a_clean_form_closes_and_a_typed_one_warns_first() {
    let mut form = open(FormKind::Note, desa(&[], false));
    assert_eq!(press(&mut form, "<Esc>"), Outcome::Close);
    let mut form = open(FormKind::Note, desa(&[], false));
    assert_eq!(press(&mut form, "rapat<Esc>"), Outcome::Stays);
    assert!(matches!(form.saving, Saving::Warned));
    press(&mut form, " ditunda");
    assert!(
        matches!(form.saving, Saving::Typing),
        "typing on takes the warning away"
    );
    assert_eq!(
        form.act(day(20)),
        Act::Note {
            text: "rapat ditunda".into()
        }
    );
    press(&mut form, "<Esc>");
    assert_eq!(press(&mut form, "<Esc>"), Outcome::Close);
}

#[test]
fn without_esc_a_form_is_left_from_its_buttons() {
    let mut form = open(FormKind::Note, desa(&[], false));
    press(&mut form, "q");
    assert_eq!(
        form.act(day(20)),
        Act::Note { text: "q".into() },
        "in a text q is a letter"
    );
    press(&mut form, "<Enter><Enter>q");
    assert!(matches!(form.saving, Saving::Warned));
    assert_eq!(press(&mut form, "q"), Outcome::Close);
}

#[test]
fn a_kelurahan_is_offered_its_own_forums() {
    let form = open(FormKind::Choose, card("53.04.12.1001", &["tenun"], false));
    let Value::Pick { options, .. } = &form.slots[1].value else {
        panic!()
    };
    assert_eq!(
        options,
        &[
            Pickable::Forum(Forum::WardMeeting),
            Pickable::Forum(Forum::RegencyAppointment)
        ]
    );
}

#[test]
fn a_replacement_asks_for_its_reason() {
    let mut form = open(FormKind::Choose, desa(&["kopi", "madu"], true));
    press(&mut form, "2");
    assert_eq!(
        form.problem(day(20)),
        Some(Problem::Refused(Refusal::ReplacementNeedsReason {
            product: "kopi".into()
        }))
    );
    let problem = form.problem(day(20)).unwrap();
    form.go_to_problem(&problem);
    press(&mut form, "panen gagal");
    assert_eq!(form.problem(day(20)), None);
    let first = open(FormKind::Choose, desa(&["kopi"], false));
    assert!(
        first.slots.iter().all(|s| s.field != Field::Reason),
        "a first choice replaces nothing"
    );
}

#[test]
fn an_amendment_starts_from_what_is_there() {
    let mut form = open(FormKind::AmendPotential, desa(&["kopi", "madu"], false));
    press(&mut form, "2");
    let Act::AmendPotential { name, note, .. } = form.act(day(20)) else {
        panic!()
    };
    assert_eq!((name.as_str(), note.as_str()), ("madu", "catatan madu"));
}

#[test]
fn stages_offered_are_those_ahead_or_behind() {
    let stages = |kind| {
        let form = open(kind, desa(&["kopi"], true));
        let Value::Pick { options, at } = &form.slots[0].value else {
            panic!()
        };
        (options.clone(), options[*at].clone())
    };
    let (ahead, first) = stages(FormKind::StageForward);
    assert_eq!(
        ahead,
        [
            Pickable::Stage(Stage::Packaged),
            Pickable::Stage(Stage::Marketed)
        ]
    );
    assert_eq!(
        first,
        Pickable::Stage(Stage::Packaged),
        "one step is what is meant most often"
    );
    assert_eq!(
        stages(FormKind::StageBack).1,
        Pickable::Stage(Stage::Potential)
    );
}

#[test]
fn a_conflict_asks_whose_word_stands_and_loses_nothing() {
    let mut form = open(FormKind::Note, desa(&[], false));
    press(&mut form, "milik saya");
    form.saving = Saving::Conflict(Box::new(Recorded {
        seq: 9,
        id: Uuid::nil(),
        stream: "53.04.01.2001".into(),
        event: Event::Unknown {
            kind: "x".into(),
            body: "{}".into(),
        },
        occurred_on: day(3),
        recorded_at: chrono::DateTime::UNIX_EPOCH,
        actor: "yosef".into(),
        origin: Uuid::nil(),
        batch: Uuid::nil(),
    }));
    assert_eq!(press(&mut form, "x"), Outcome::Stays);
    assert_eq!(
        form.act(day(20)),
        Act::Note {
            text: "milik saya".into()
        }
    );
    assert_eq!(press(&mut form, "2"), Outcome::TakeTheirs);
    assert_eq!(press(&mut form, "1"), Outcome::KeepMine);
}

#[test]
fn pasted_text_becomes_one_clean_line() {
    let mut form = open(FormKind::Note, desa(&[], false));
    form.paste("baris satu\nbaris\u{1b}[31m dua\r\n");
    assert_eq!(
        form.act(day(20)),
        Act::Note {
            text: "baris satu baris[31m dua".into()
        }
    );
}

#[test]
fn every_form_says_its_problem_in_both_languages() {
    for kind in [
        FormKind::RecordPotential,
        FormKind::WithdrawPotential,
        FormKind::CancelChoice,
        FormKind::Decree,
        FormKind::StageForward,
        FormKind::Note,
    ] {
        // The chosen potential cannot be withdrawn at all: that is another problem.
        let form = open(kind, desa(&["kopi"], kind != FormKind::WithdrawPotential));
        let problem = form.problem(day(20)).unwrap();
        let [id, en] = [Lang::Id, Lang::En].map(|l| problem.say(Strings::of(l)));
        assert!(
            id.starts_with("Isi ") && en.starts_with("Fill in "),
            "{kind:?}: {id} / {en}"
        );
    }
}

mod keep;
mod programme;
