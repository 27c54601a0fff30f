//! The screens: `app` decides, `view` draws, `run` is the only part that touches the world.

pub mod app;
mod big;
pub mod run;
mod text;
pub mod view;

use std::path::PathBuf;

use ratatui::Frame;

use self::app::keymap::Keymap;
use self::app::model::Model;
use self::app::msg::{Effect, Msg, Now};
use self::app::session::ThemeName;
use self::run::{Clock, Exit, RunError, Screens, Shelf, StoreWorker};
use crate::store::Store;
use crate::strings::Lang;

/// The screens of this program: the model, drawn by the view.
impl Screens for Model {
    fn update(&mut self, msg: Msg, now: &Now) -> Vec<Effect> {
        Self::update(self, msg, now)
    }

    fn dirty(&self) -> bool {
        self.shared.dirty
    }

    fn wants_minutes(&self) -> bool {
        self.shows_clock()
    }

    fn draw(&mut self, frame: &mut Frame<'_>) {
        view::draw(self, frame);
        self.shared.dirty = false;
    }
}

/// How the screens are to be started.
#[derive(Clone, Debug)]
pub struct Start {
    pub database: PathBuf,
    /// Who acts, as the log will name them.
    pub actor: String,
    /// They come in under a name, not as the account that they are.
    pub named: bool,
    pub lang: Lang,
    pub look: ThemeName,
    pub ascii: bool,
    /// The time, in the programme's time zone.
    pub clock: Clock,
    pub keymap: Keymap,
    /// Where papers go.
    pub shelf: Shelf,
    /// Started as sshd starts it for people who come in by a key.
    pub closed: bool,
    /// The database is a training database; every screen says so.
    pub training: bool,
    /// Nothing is to be recorded; every screen says so.
    pub view_only: bool,
}

/// Shows the screens until the person quits or the world ends them.
///
/// # Errors
/// When there is no fit terminal, or the database cannot be opened.
pub fn start(start: Start) -> Result<Exit, RunError> {
    let (clock, training) = (start.clock, start.training);
    let now = clock.now().with_timezone(&clock.zone());
    let mut model = Model::new(start.lang, start.look, start.ascii, start.keymap, now);
    model.shared.session.training = training;
    model.shared.session.view_only = start.view_only;
    model.shared.session.closed = start.closed;
    model
        .shared
        .session
        .letterhead
        .clone_from(&start.shelf.settings);
    let (database, actor, named) = (start.database, start.actor, start.named);
    let shelf = start.shelf;
    run::run(model, clock, move || {
        let open = if training {
            Store::open_training
        } else {
            Store::open
        };
        let store = open(&database, clock.today())?;
        let store = if named { store } else { store.by_account() };
        Ok(StoreWorker::of(store, actor, clock)?.with_shelf(shelf))
    })
}
