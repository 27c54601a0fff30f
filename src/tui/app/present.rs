//! Who else is before the screens now, and on which village.

use chrono::{DateTime, Utc};

use super::layout::ScreenId;
use super::model::Model;
use super::msg::Effect;
use super::overlay::{Item, Overlay, Pick, Picked};
use super::toast::Tone;
use crate::domain::list::Place;
use crate::strings::Strings;

/// Another connection that runs now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Present {
    pub actor: String,
    /// When it last moved or typed.
    pub at: DateTime<Utc>,
    pub screen: ScreenId,
    /// The village under its cursor.
    pub village: Option<Place>,
    /// Something is half typed there.
    pub typing: bool,
}

/// What a screen is called.
#[must_use]
pub fn label(screen: ScreenId, s: &Strings) -> &'static str {
    let c = &s.commands;
    match screen {
        ScreenId::Villages => c.villages.label,
        ScreenId::Board => c.board.label,
        ScreenId::Attention => c.attention.label,
        ScreenId::Meeting => c.meeting.screen.label,
        ScreenId::Events => c.desk.events.label,
        ScreenId::Log => c.journal.label,
    }
}

impl Model {
    /// Offers who else is here; picking one goes to the village that they look at.
    pub(super) fn show_present(&mut self) -> Vec<Effect> {
        let s = self.shared.strings();
        if self.shared.others.is_empty() {
            self.shared.say(s.present.nobody().to_owned(), Tone::Plain);
            return Vec::new();
        }
        let items = self
            .shared
            .others
            .iter()
            .zip('1'..='9')
            .map(|(other, key)| Item {
                key: Some(key),
                label: self.present_words(other),
                picked: Picked::Village(other.village.as_ref().map(|p| (p.ord, p.code.clone()))),
            });
        self.shared.overlay = Some(Overlay::Pick(Pick {
            title: |s| s.pick_present,
            items: items.collect(),
            at: 0,
        }));
        Vec::new()
    }

    /// `yosef (typing) 10.05: Kewar (Lamaknen)`.
    fn present_words(&self, other: &Present) -> String {
        let s = self.shared.strings();
        let place = match &other.village {
            Some(place) => format!("{} ({})", place.name, place.kecamatan),
            None => label(other.screen, s).to_owned(),
        };
        let time = self.shared.time_of(other.at);
        s.present.line(&other.actor, &place, &time, other.typing)
    }

    /// Who else has the village on the card under the cursor, as a sentence.
    pub(super) fn also_here(&self) -> Option<String> {
        let code = &self.target()?.code;
        let here = |p: &&Present| p.village.as_ref().is_some_and(|v| v.code == *code);
        let mut names: Vec<&str> = Vec::new();
        for other in self.shared.others.iter().filter(here) {
            if !names.contains(&other.actor.as_str()) {
                names.push(&other.actor);
            }
        }
        (!names.is_empty()).then(|| self.shared.strings().present.also_here(&names.join(", ")))
    }
}
