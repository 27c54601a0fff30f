//! A database as at the first start, a fixed day, and the screens on it.

use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use ovop::domain::act::Act;
use ovop::domain::code::Code;
use ovop::domain::event::Forum;
use ovop::domain::list::Sort;
use ovop::domain::view::ViewAct;
use ovop::register::{Register, known};
use ovop::store::{ActRequest, Card, Session, Setup, Stamp, Store};
use ovop::strings::Lang;
use ovop::tui::app::keymap::Keymap;
use ovop::tui::app::model::Model;
use ovop::tui::app::session::ThemeName;
use ovop::tui::run::{Clock, Harness, Shelf, StoreWorker};
use tempfile::TempDir;
use uuid::Uuid;

pub const TODAY: &str = "2026-11-24";

/// 24 November 2026, 10.00 WITA.
pub fn now() -> DateTime<Utc> {
    "2026-11-24T02:00:00Z".parse().unwrap()
}

pub fn today() -> NaiveDate {
    TODAY.parse().unwrap()
}

pub fn wita() -> FixedOffset {
    FixedOffset::east_opt(8 * 3600).unwrap()
}

pub struct Desk {
    _folder: TempDir,
    pub database: PathBuf,
}

impl Desk {
    /// As at the first start: the whole register, the known products.
    pub fn new() -> Self {
        Self::with(|register| known::potentials(register, today()).unwrap())
    }

    pub fn with(
        first: impl Fn(&Register) -> Vec<(Code, ovop::domain::event::Event, NaiveDate)>,
    ) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("ovop.db");
        let register = Register::built_in().unwrap();
        let setup = Setup {
            register: &register,
            first: first(&register),
            stamp: stamp("ovop"),
        };
        Store::create(&database, &setup).unwrap();
        Self {
            _folder: folder,
            database,
        }
    }

    /// On a copy of a database.
    pub fn of(database: &Path) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let copy = folder.path().join("ovop.db");
        std::fs::write(&copy, std::fs::read(database).unwrap()).unwrap();
        Self {
            _folder: folder,
            database: copy,
        }
    }

    /// Kewar (53.04.01.2001) has chosen its first potential on that day; the others of its kecamatan have chosen nothing.
    pub fn chosen_on(day: &str) -> Self {
        let desk = Self::new();
        let kewar = "53.04.01.2001";
        let choose = Act::Choose {
            potential: desk.card(kewar).village.potentials[0].id,
            product: String::new(),
            forum: Forum::VillageDeliberation,
            minutes: String::new(),
            reason: String::new(),
        };
        desk.act("yosef", kewar, day, choose);
        desk
    }

    pub fn start(&self, columns: u16, rows: u16) -> Face {
        self.start_as("maria", Lang::Id, ThemeName::Dark, columns, rows)
    }

    pub fn start_as(
        &self,
        actor: &str,
        lang: Lang,
        look: ThemeName,
        columns: u16,
        rows: u16,
    ) -> Face {
        self.start_at(now(), actor, lang, look, (columns, rows))
    }

    /// The same screens at ten in the morning of another day.
    pub fn start_on(&self, day: &str, columns: u16, rows: u16) -> Face {
        let then = format!("{day}T02:00:00Z").parse().unwrap();
        self.start_at(then, "maria", Lang::Id, ThemeName::Dark, (columns, rows))
    }

    /// The screens as a training shows them.
    pub fn training(&self, lang: Lang, columns: u16, rows: u16) -> Face {
        let mut model = model(now(), lang, ThemeName::Dark);
        model.shared.session.training = true;
        self.start_model(model, now(), "maria", (columns, rows))
    }

    /// The screens as `--view` starts them.
    pub fn viewing(&self, columns: u16, rows: u16) -> Face {
        let mut model = model(now(), Lang::Id, ThemeName::Dark);
        model.shared.session.view_only = true;
        self.start_model(model, now(), "tamu", (columns, rows))
    }

    /// Screens that put papers into a folder; `closed` as sshd starts them for people who come in by a key.
    pub fn with_folder(
        &self,
        folder: Option<&Path>,
        closed: bool,
        lang: Lang,
        size: (u16, u16),
    ) -> Face {
        let mut model = model(now(), lang, ThemeName::Dark);
        model.shared.session.closed = closed;
        let shelf = Shelf {
            folder: folder.map(Path::to_owned),
            ..Shelf::default()
        };
        let clock = Clock::fixed(now(), wita());
        let database = self.database.clone();
        let face = Harness::start(model, size, clock, move || {
            let worker = StoreWorker::open(&database, "maria".into(), clock)?;
            Ok(worker.with_shelf(shelf))
        });
        Face(face.unwrap())
    }

    /// Screens whose borders are plain ASCII.
    pub fn start_plain(&self, columns: u16, rows: u16) -> Face {
        let mut model = model(now(), Lang::Id, ThemeName::Dark);
        model.shared.session.ascii = true;
        self.start_model(model, now(), "maria", (columns, rows))
    }

    fn start_at(
        &self,
        now: DateTime<Utc>,
        actor: &str,
        lang: Lang,
        look: ThemeName,
        size: (u16, u16),
    ) -> Face {
        self.start_model(model(now, lang, look), now, actor, size)
    }

    /// Screens whose program will have ended when others start: dropped, they are a lost line.
    pub fn start_to_be_lost(&self, columns: u16, rows: u16) -> Face {
        let mut child = std::process::Command::new("true").spawn().unwrap();
        let session = Session::of_process(i32::try_from(child.id()).unwrap());
        child.wait().unwrap();
        let clock = Clock::fixed(now(), wita());
        let database = self.database.clone();
        let model = model(now(), Lang::Id, ThemeName::Dark);
        let face = Harness::start(model, (columns, rows), clock, move || {
            let worker = StoreWorker::open(&database, "maria".into(), clock)?;
            Ok(worker.in_session(session))
        });
        Face(face.unwrap())
    }

    fn start_model(&self, model: Model, now: DateTime<Utc>, actor: &str, size: (u16, u16)) -> Face {
        let clock = Clock::fixed(now, wita());
        let (database, actor) = (self.database.clone(), actor.to_owned());
        let face = Harness::start(model, size, clock, move || {
            StoreWorker::open(&database, actor, clock)
        });
        Face(face.unwrap())
    }

    /// Saves a view beside the screens.
    pub fn save_view(&self, actor: &str, name: &str, filter: &str, shared: bool) {
        let act = ViewAct::Save {
            name: name.to_owned(),
            filter: filter.to_owned(),
            sort: Sort::default(),
            shared,
        };
        let mut store = Store::open(&self.database, today()).unwrap();
        store.view_act(&stamp(actor), &act).unwrap();
    }

    /// Acts beside the screens, as another person would.
    pub fn act(&self, actor: &str, village: &str, on: &str, act: Act) {
        let request = ActRequest {
            village: Code::parse(village).unwrap(),
            act,
            on: on.parse().unwrap(),
            seen: None,
        };
        open(&self.database).act(&stamp(actor), &[request]).unwrap();
    }

    pub fn card(&self, village: &str) -> Card {
        open(&self.database)
            .card(&Code::parse(village).unwrap())
            .unwrap()
            .unwrap()
    }

    pub fn events(&self) -> i64 {
        open(&self.database).last_seq().unwrap()
    }
}

fn model(now: DateTime<Utc>, lang: Lang, look: ThemeName) -> Model {
    let then = now.with_timezone(&wita());
    Model::new(lang, look, false, Keymap::new(&[]).unwrap(), then)
}

fn open(path: &Path) -> Store {
    Store::open(path, today()).unwrap()
}

fn stamp(actor: &str) -> Stamp {
    Stamp {
        batch: Uuid::now_v7(),
        actor: actor.into(),
        now: now(),
        today: today(),
    }
}

/// The screens under a script.
pub struct Face(pub Harness<Model>);

impl Face {
    pub fn press(&mut self, script: &str) -> &mut Self {
        self.0.keys(script).unwrap();
        self
    }

    /// Keys that arrive together, as over a slow line.
    pub fn burst(&mut self, script: &str) -> &mut Self {
        self.0.burst(script).unwrap();
        self
    }

    /// Until others' doings are told.
    pub fn waits(&mut self) -> &mut Self {
        self.0.wait_for_others().unwrap();
        self
    }

    pub fn screen(&self) -> String {
        self.0.screen()
    }

    /// What the screen says, white space folded: sentences may be broken over lines.
    pub fn words(&self) -> String {
        let screen = self.screen();
        let whole = screen.lines();
        // Panes stand side by side: a sentence may go on below itself in one of them.
        let left = screen
            .lines()
            .map(|l| l.split('\u{2502}').next().unwrap_or(l));
        let right = screen
            .lines()
            .map(|l| l.split('\u{2502}').next_back().unwrap_or(l));
        let lines = whole.chain(left).chain(right);
        lines
            .flat_map(str::split_whitespace)
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[track_caller]
    pub fn shows(&self, text: &str) -> &Self {
        assert!(
            self.words().contains(text),
            "{text:?} is not on the screen:\n{}",
            self.screen()
        );
        self
    }

    #[track_caller]
    pub fn hides(&self, text: &str) -> &Self {
        assert!(
            !self.words().contains(text),
            "{text:?} is on the screen:\n{}",
            self.screen()
        );
        self
    }

    /// The line under the cursor of the list.
    pub fn line(&self) -> String {
        let screen = self.screen();
        let list = screen
            .lines()
            .skip(2)
            .map(|l| l.split('\u{2502}').next_back().unwrap_or(l).to_owned());
        list.filter(|l| l.starts_with('>'))
            .collect::<Vec<_>>()
            .join("|")
    }

    pub fn ended(&self) -> bool {
        self.0.has_ended()
    }
}
