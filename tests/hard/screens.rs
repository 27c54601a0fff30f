//! A record full of harmful texts on every screen, and harmful texts typed and pasted into every form.

use ovop::domain::text;
use ovop::store::Store;
use ovop::strings::Lang;
use ovop::tui::app::keymap::Keymap;
use ovop::tui::app::model::Model;
use ovop::tui::app::session::ThemeName;
use ovop::tui::run::{Clock, Harness, StoreWorker};

use crate::desk::{Desk, Face, now, today, wita};
use crate::home::Home;
use crate::poison::{MARK, POISON, harm, poisoned};

/// Everything that the cells hold, also what a terminal would put on top of another letter.
fn judge(face: &Face, what: &str) -> bool {
    let mut marked = String::new();
    for cell in &face.0.buffer().content {
        if let Some(harm) = harm(cell.symbol(), &[]) {
            panic!("{what}: {harm}:\n{}", face.screen());
        }
        marked += cell.symbol();
    }
    marked.contains(MARK)
}

fn on_poison(database: &std::path::Path, lang: Lang, size: (u16, u16)) -> Face {
    let clock = Clock::fixed(now(), wita());
    let then = now().with_timezone(&wita());
    let mut model = Model::new(
        lang,
        ThemeName::Dark,
        false,
        Keymap::new(&[]).unwrap(),
        then,
    );
    model.shared.session.training = true;
    let store = Store::open_training(database, today()).unwrap();
    let face = Harness::start(model, size, clock, move || {
        StoreWorker::of(store, "maria".into(), clock)
    });
    Face(face.unwrap())
}

/// Every key that opens something, alone and one after another, in the list and on the card of several villages.
#[test]
fn no_screen_shows_the_harm_of_a_poisoned_record() {
    let home = Home::new();
    let database = poisoned(&home);
    let keys: Vec<&str> = ovop::tui::app::command::all()
        .iter()
        .filter_map(|command| command.keys.first().copied())
        .filter(|key| key.chars().count() == 1 && *key != "q")
        .collect();
    assert!(keys.len() > 35, "{keys:?}");
    let mut marked = 0;
    for (lang, size, village) in [
        (Lang::Id, (80, 24), "53.04.01.2001"),
        (Lang::En, (140, 50), "53.04.01.2002"),
        (Lang::Id, (40, 12), "53.04.12.1001"),
    ] {
        let mut face = on_poison(&database, lang, size);
        {
            for key in &keys {
                for script in [
                    format!("<Esc><Esc><Esc>/{village}<Enter>{key}"),
                    "<Enter>".into(),
                    "<Down><Enter>".into(),
                ] {
                    face.burst(&script);
                    marked += usize::from(judge(&face, &format!("{size:?} {village} {script}")));
                    if face.ended() {
                        face = on_poison(&database, lang, size);
                    }
                }
            }
            // The long screens to their ends.
            for screen in ["1", "2", "3", "7", "<Esc><Esc>1<Enter>"] {
                for step in ["", "G", "<PgUp>", "l", "<Enter>", "<PgDn>", "G"] {
                    face.press(&format!("{screen}{step}"));
                    marked += usize::from(judge(&face, &format!("{screen}{step}")));
                }
            }
        }
    }
    println!("{marked} screens with a poisoned text on them");
    assert!(marked > 300, "{marked}");
}

/// Into every input of every form, by keys and by paste; then on to the end, and what the record holds.
#[test]
fn no_form_lets_harm_in() {
    let desk = Desk::chosen_on("2026-11-01");
    let forms: Vec<&str> = ovop::tui::app::command::all()
        .iter()
        .filter(|c| c.section == ovop::tui::app::command::Section::Acts)
        .filter_map(|command| command.keys.first().copied())
        .filter(|key| key.chars().count() == 1)
        .chain(["/", "f", ":", "D"])
        .collect();
    let typed: String = POISON
        .chars()
        .flat_map(|c| match c {
            // Angle brackets mean something to the script.
            '<' | '>' => None,
            c => Some(c),
        })
        .collect();
    let mut seen = 0;
    for form in forms {
        let mut face = desk.start(100, 30);
        face.press(form);
        for by_keys in [true, false, false, false] {
            if by_keys {
                face.burst(&typed);
            } else {
                face.0.paste(POISON).unwrap();
            }
            seen += usize::from(judge(&face, &format!("{form}, {by_keys}")));
            face.press("<Enter>");
            judge(&face, &format!("{form}, {by_keys}"));
        }
        face.burst("<Enter><Enter><Enter>");
        judge(&face, form);
    }
    // Those that take any text, to their end.
    for script in [
        "c{}<Enter><Enter><Enter>",
        "a{}<Enter>1<Enter>{}<Enter><Enter><Enter>",
    ] {
        let mut face = desk.start(100, 30);
        face.burst("<Esc><Esc>");
        face.burst(&script.replace("{}", &typed));
        judge(&face, script);
    }
    assert!(seen > 40, "{seen} screens showed what was typed");
    let store = Store::open(&desk.database, today()).unwrap();
    let mut kept = 0;
    for event in store.after(0).unwrap() {
        let body = event.event.body().unwrap();
        kept += usize::from(body.contains(MARK));
    }
    drop(store);
    // What stands in the file, not what reading makes of it.
    for file in ["ovop.db", "ovop.drafts.db"] {
        let path = desk.database.with_file_name(file);
        assert!(path.exists(), "{file}");
        for (table, text) in crate::entry::texts_of(&path) {
            assert!(
                text::is_clean(&text) && !text.contains("\\u"),
                "{file}, {table}: {text:?}"
            );
        }
    }
    println!("{seen} screens, {kept} events");
    assert!(kept >= 2, "{kept} events were written");
}
