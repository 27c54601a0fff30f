use super::*;
use crate::domain::code::Code;
use crate::domain::list::Place;

fn hits(names: &[&str]) -> Vec<Hit> {
    (0..)
        .zip(names)
        .map(|(ord, name)| Hit {
            place: Place {
                ord,
                code: Code::parse(&format!("53.21.11.{}", 2001 + ord)).unwrap(),
                name: (*name).into(),
                kecamatan: "Kobalima".into(),
                regency: "Kabupaten Malaka".into(),
            },
            exact: false,
        })
        .collect()
}

fn search(text: &str, names: &[&str]) -> Search {
    Search {
        input: Input::new(text.into()),
        hits: hits(names),
        at: None,
        tag: 1,
        answered: true,
    }
}

fn press(s: &mut Search, key: &str) -> Searched {
    s.key(Key::parse(key).unwrap())
}

#[test]
fn enter_picks_nothing_by_itself_where_two_fit() {
    let mut two = search("lakekun", &["Lakekun", "Lakekun Barat"]);
    assert!(matches!(press(&mut two, "Enter"), Searched::Stays));
    assert!(matches!(press(&mut two, "2"), Searched::Take(1)));
    let mut one = search("lakekun b", &["Lakekun Barat"]);
    assert!(matches!(press(&mut one, "Enter"), Searched::Take(0)));
}

#[test]
fn enter_on_an_unanswered_search_picks_nothing() {
    let mut s = search("lakekun b", &["Lakekun"]);
    s.answered = false;
    assert!(
        matches!(press(&mut s, "Enter"), Searched::Stays),
        "the hit is of an earlier text"
    );
}

#[test]
fn arrows_highlight_and_enter_takes_the_highlighted() {
    let mut s = search("lak", &["Lakekun", "Lakekun Barat", "Lakekun Utara"]);
    press(&mut s, "Down");
    press(&mut s, "Down");
    press(&mut s, "Down");
    press(&mut s, "Down");
    assert!(matches!(press(&mut s, "Enter"), Searched::Take(2)));
}

#[test]
fn a_digit_without_a_candidate_picks_nothing_and_in_a_code_it_is_typed() {
    let mut s = search("lak", &["Lakekun"]);
    assert!(matches!(press(&mut s, "7"), Searched::Stays));
    assert_eq!(s.input.value(), "lak");
    let mut code = search("53.2", &["Lakekun"]);
    assert!(matches!(press(&mut code, "1"), Searched::Look));
    assert_eq!(code.input.value(), "53.21");
}

#[test]
fn the_search_is_left_without_esc() {
    let mut s = search("", &[]);
    assert!(matches!(press(&mut s, "BS"), Searched::Close));
    assert!(matches!(
        press(&mut search("", &[]), "Enter"),
        Searched::Close
    ));
    let mut s = search("x", &[]);
    assert!(matches!(press(&mut s, "BS"), Searched::Look));
}

#[test]
fn the_palette_finds_a_command_in_either_language() {
    for (text, cmd) in [
        ("tanpa produk", Cmd::NoProduct),
        ("no product", Cmd::NoProduct),
        ("no-prod", Cmd::NoProduct),
        ("urungkan", Cmd::Undo),
        ("quit", Cmd::Quit),
    ] {
        let mut menu = Menu::new(true);
        for c in text.chars() {
            menu.key(
                Key::parse(&if c == ' ' {
                    "Space".to_string()
                } else {
                    c.to_string()
                })
                .unwrap(),
                None,
            );
        }
        assert_eq!(menu.commands().first().map(|c| c.cmd), Some(cmd), "{text}");
        assert!(matches!(menu.key(Key::parse("Enter").unwrap(), None), Chosen::Run(c) if c == cmd));
    }
}

#[test]
fn an_empty_palette_runs_nothing() {
    assert!(matches!(
        Menu::new(true).key(Key::parse("Enter").unwrap(), None),
        Chosen::Close
    ));
}

#[test]
fn help_is_walked_and_filtered() {
    let mut help = Menu::new(false);
    help.key(Key::parse("j").unwrap(), Some(Cmd::Down));
    assert_eq!(help.at, 1);
    assert!(matches!(
        help.key(Key::parse("q").unwrap(), Some(Cmd::Back)),
        Chosen::Close
    ));
    help.key(Key::parse("/").unwrap(), Some(Cmd::Search));
    help.key(Key::parse("q").unwrap(), Some(Cmd::Back));
    assert_eq!(
        help.input.value(),
        "q",
        "while filtering, letters are letters"
    );
}
