//! Who else is before the screens: the other living sessions that keep their place beside the record.

use super::StoreWorker;
use crate::store::{Drafts, Error, OtherSession, Store};
use crate::tui::app::msg::Answer;
use crate::tui::app::present::Present;
use crate::tui::app::resume::Kept;

/// Whoever is killed or loses the line changes nothing in the file: while somebody is here, every so many looks it is
/// asked whether they still are.
const LOOKS: u32 = 5;

impl StoreWorker {
    /// Who else is here, if that has changed since it was last told.
    pub(super) fn present_news(&mut self) -> Option<Answer> {
        let drafts = self.drafts.as_mut()?;
        self.looks = self.looks.wrapping_add(1);
        let again = !self.present.is_empty() && self.looks.is_multiple_of(LOOKS);
        if !drafts.moved().unwrap_or(false) && !again {
            return None;
        }
        let now = present(drafts, &self.store).ok()?;
        if now == self.present {
            return None;
        }
        self.present.clone_from(&now);
        Some(Answer::Present(now))
    }
}

/// The other sessions, the latest first.
///
/// # Errors
/// If the drafts or the record cannot be read.
pub fn present(drafts: &Drafts, store: &Store) -> Result<Vec<Present>, Error> {
    let mut all = Vec::new();
    for OtherSession { actor, at, body } in drafts.other_sessions()? {
        // Another version may keep its place in another form: then only the person is known.
        let Ok(kept) = serde_json::from_str::<Kept>(&body) else {
            continue;
        };
        let village = match kept.village() {
            Some(code) => store.place(code)?,
            None => None,
        };
        all.push(Present {
            actor,
            at,
            screen: kept.screen(),
            village,
            typing: kept.is_work(),
        });
    }
    Ok(all)
}
