//! What each key does in an entry.

use chrono::NaiveDate;
use rstest::rstest;
use uuid::Uuid;

use super::entry::{About, Asked, Asks, Doubt, Entry, Origin, State};
use super::fields::Problem;
use crate::domain::code::Code;
use crate::domain::list::Place;
use crate::domain::occasion::Double;
use crate::register::Hit;
use crate::tui::app::keymap::Key;

fn today() -> NaiveDate {
    "2026-11-24".parse().unwrap()
}

fn place(ord: u32, name: &str) -> Place {
    Place {
        ord,
        code: Code::parse(&format!("53.04.01.20{:02}", ord + 1)).unwrap(),
        name: name.to_owned(),
        kecamatan: "Lamaknen".to_owned(),
        regency: "Kabupaten Belu".to_owned(),
    }
}

/// Presses keys: letters, and names in angle brackets; the candidates are there at once.
fn press(entry: &mut Entry, script: &str, villages: &[&str]) -> Vec<Asked> {
    let mut asked = Vec::new();
    let mut rest = script;
    while let Some(c) = rest.chars().next() {
        let (name, after) = match rest.strip_prefix('<').and_then(|r| r.split_once('>')) {
            Some((name, after)) => (name.to_owned(), after),
            None => (c.to_string().replace(' ', "Space"), &rest[c.len_utf8()..]),
        };
        rest = after;
        let did = entry.key(Key::parse(&name).unwrap());
        if did == Asked::Look
            && let Some(finder) = entry.finder()
        {
            let names = (0..).zip(villages);
            let hits = names.map(|(n, name)| Hit {
                place: place(n, name),
                exact: false,
            });
            finder.hits = hits.collect();
            finder.answered = true;
        }
        if did != Asked::Stays && did != Asked::Look {
            asked.push(did);
        }
    }
    asked
}

fn arrival() -> Entry {
    Entry::arrival(Uuid::from_u128(1), Uuid::from_u128(2), None)
}

#[rstest]
// Enter takes the only candidate; letters go on by themselves; Enter on the button saves.
#[case("Maria<Enter>ful<Enter>kp<Enter>", &["Fulur"], "Fulur", "kades", "P")]
// Of two the number decides, and nothing else.
#[case("Maria<Enter>lak<Enter>2sl<Enter>", &["Lakekun", "Lakekun Barat"], "Lakekun Barat", "sekdes", "L")]
// 0 takes what is typed for an agency.
#[case("Maria<Enter>BPJS0jP<Enter>", &["Bauho"], "BPJS", "bpjs", "P")]
// A wrong letter is pressed over.
#[case("Maria<Enter>ful<Enter>k<Up>sl<Enter>", &["Fulur"], "Fulur", "sekdes", "L")]
fn a_person_is_entered_with_few_keys(
    #[case] script: &str,
    #[case] villages: &[&str],
    #[case] origin: &str,
    #[case] element: &str,
    #[case] sex: &str,
) {
    let mut entry = arrival();
    assert_eq!(press(&mut entry, script, villages), [Asked::Save]);
    let guest = entry.guest().unwrap();
    let from = match entry.origin().unwrap() {
        Origin::Village(place) => place.name.clone(),
        Origin::Agency(agency) => agency.clone(),
    };
    assert_eq!(
        (
            guest.name.as_str(),
            from.as_str(),
            guest.element.word(),
            guest.sex.word()
        ),
        ("Maria", origin, element, sex)
    );
}

#[rstest]
#[case("<Down>", Problem::Empty(Asks::Name))]
#[case("Maria<Enter>lak<Down>", Problem::Empty(Asks::Origin))]
#[case("Maria<Enter>lak1<Enter>", Problem::Empty(Asks::Element))]
#[case("Maria<Enter>lak1k<Enter>", Problem::Empty(Asks::Sex))]
#[case("Maria<Enter>lak1kp7abc", Problem::BadPhone)]
fn what_is_missing_is_named(#[case] script: &str, #[case] problem: Problem) {
    let mut entry = arrival();
    press(&mut entry, script, &["Lakekun", "Lakekun Barat"]);
    assert_eq!(entry.deed(None, false, today()).unwrap_err(), problem);
    assert!(problem.asks().is_some());
}

#[test]
fn the_next_person_begins_where_the_one_before_came_from() {
    let mut first = arrival();
    press(&mut first, "Maria<Enter>ful<Enter>gp<Enter>", &["Fulur"]);
    let mut next = Entry::arrival(first.event, Uuid::from_u128(3), Some(&first));
    assert!(!next.is_touched());
    press(&mut next, "Yosef<Enter><Enter><Enter>l", &[]);
    let guest = next.guest().unwrap();
    assert_eq!(guest.village, first.guest().unwrap().village);
    assert_eq!(guest.element.word(), "kelompok");
    // What is typed takes the place of what is offered; of heads a village has one, so that the head's is not.
    let mut head = arrival();
    press(&mut head, "Maria<Enter>ful<Enter>kp<Enter>", &["Fulur"]);
    let mut next = Entry::arrival(head.event, Uuid::from_u128(4), Some(&head));
    assert_eq!(next.letter(Asks::Element), None);
    press(&mut next, "Yosef<Enter>kew<Enter>", &["Kewar"]);
    assert!(matches!(next.origin(), Some(Origin::Village(p)) if p.name == "Kewar"));
}

#[test]
fn in_doubt_only_an_answer_goes_on() {
    let mut entry = arrival();
    let id = Uuid::from_u128(9);
    let why = Double::SamePerson;
    for (key, answer) in [
        ("1", Asked::Another),
        ("2", Asked::Same),
        ("3", Asked::Correct(id)),
        ("q", Asked::Back),
        ("<Esc>", Asked::Back),
    ] {
        entry.state = State::Doubtful(vec![Doubt { id, why }]);
        assert_eq!(press(&mut entry, "x<Enter>", &[]), []);
        assert_eq!(press(&mut entry, key, &[]), [answer]);
    }
}

#[test]
fn with_something_typed_esc_asks_once() {
    assert_eq!(press(&mut arrival(), "<Esc>", &[]), [Asked::Close]);
    let mut entry = arrival();
    assert_eq!(press(&mut entry, "M<Esc>", &[]), []);
    assert_eq!(entry.state, State::Warned);
    assert_eq!(press(&mut entry, "<Esc>", &[]), [Asked::Close]);
    assert_eq!(entry.text(Asks::Name), "M");
}

#[test]
fn what_is_kept_fills_an_entry_again() {
    let mut entry = arrival();
    press(&mut entry, "Maria<Enter>ful<Enter>kp5Penjabat", &["Fulur"]);
    let kept = entry.kept().unwrap();
    let text = serde_json::to_string(&kept).unwrap();
    let kept = serde_json::from_str(&text).unwrap();
    let mut again = Entry::arrival(entry.event, Uuid::from_u128(7), None);
    again.refill(&kept);
    assert_eq!(again.guest(), entry.guest());
    assert_eq!(
        (again.batch, again.at, again.about),
        (entry.batch, 4, About::Arrival)
    );
    assert_eq!(again.kept(), Some(kept));
    assert_eq!(arrival().kept(), None, "nothing was typed");
}

#[test]
fn a_new_event_is_of_today_and_for_all_until_something_else_is_said() {
    let regions = vec![
        (String::new(), "semua".to_owned()),
        ("53.04".to_owned(), "Kabupaten Belu".to_owned()),
        ("53.04.01".to_owned(), "Lamaknen".to_owned()),
    ];
    let id = Uuid::from_u128(1);
    let mut entry = Entry::new_event(id, Uuid::from_u128(2), regions, "hari ini");
    press(
        &mut entry,
        "pKemasan<Enter><Enter>9.30<Enter>Aula<Enter><Enter><Enter>",
        &[],
    );
    let plan = |entry: &Entry| match entry.deed(None, false, today()) {
        Ok(super::EventDeed::Plan(plan)) => plan,
        other => panic!("{other:?}"),
    };
    let made = plan(&entry);
    assert_eq!(
        (made.day, made.sort.word(), made.scope.len()),
        (today(), "pelatihan", 0)
    );
    assert_eq!(made.time.unwrap().to_string(), "09:30:00");
    press(&mut entry, "l", &[]);
    assert_eq!(plan(&entry).scope, ["53.04.01"]);
    // The first letter takes the place of the day that stands there.
    press(&mut entry, "<Enter>3besok", &[]);
    assert_eq!(plan(&entry).day.to_string(), "2026-11-25");
    press(&mut entry, "x", &[]);
    assert_eq!(entry.deed(None, false, today()), Err(Problem::BadDay));
}
