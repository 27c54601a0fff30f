//! The state of the screens.

use chrono::{DateTime, FixedOffset};

use super::keymap::Keymap;
use super::layout::Pane;
use super::screens::{Screen, Screens};
use super::session::ThemeName;
use super::shared::Shared;
use super::window::Window;
use crate::domain::list::{Place, Row, Summary};
use crate::store::Card;
use crate::strings::Lang;

/// Everything the screens know.
#[derive(Debug)]
pub struct Model {
    pub shared: Shared,
    pub screens: Screens,
}

impl Model {
    #[must_use]
    pub fn new(
        lang: Lang,
        theme: ThemeName,
        ascii: bool,
        keymap: Keymap,
        now: DateTime<FixedOffset>,
    ) -> Self {
        Self {
            shared: Shared::new(lang, theme, ascii, keymap, now),
            screens: Screens::new(now),
        }
    }

    /// The screen that is seen.
    #[must_use]
    pub fn screen(&self) -> &dyn Screen {
        self.screens.get(self.shared.screen)
    }

    /// Lets the screen that is seen do something.
    pub(super) fn on_screen<T>(
        &mut self,
        work: impl FnOnce(&mut dyn Screen, &mut Shared) -> T,
    ) -> T {
        work(self.screens.get_mut(self.shared.screen), &mut self.shared)
    }

    /// The list of the present screen, else that of the first.
    #[must_use]
    pub fn list(&self) -> &Window {
        let list = self.screen().list();
        list.unwrap_or(self.screens.villages.window())
    }

    fn target_row(&self) -> Option<&Row> {
        self.screen().list()?.current()
    }

    /// The village that acts are about: the one under the cursor.
    #[must_use]
    pub fn target(&self) -> Option<&Place> {
        self.target_row().map(|r| &r.place)
    }

    #[must_use]
    pub fn target_summary(&self) -> Option<&Summary> {
        self.target_row().map(|r| &r.summary)
    }

    /// The card, when it is the card of the village under the cursor.
    #[must_use]
    pub fn shown_card(&self) -> Option<&Card> {
        let target = self.target()?;
        self.shared
            .card
            .last
            .as_ref()
            .filter(|c| c.place.code == target.code)
    }

    #[must_use]
    pub fn card_is_seen(&self) -> bool {
        self.shared.areas().pane(Pane::Card).is_some()
    }
}
