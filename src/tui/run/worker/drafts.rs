//! The drafts of a session: what it has half typed, and what earlier ones left.

use uuid::Uuid;

use super::StoreWorker;
use crate::store::{AbandonedDraft, Drafts, Error};
use crate::tui::app::msg::Answer;
use crate::tui::app::resume::{Found, Kept};

impl StoreWorker {
    /// The drafts beside the database, opened when they are first needed.
    fn drafts(&mut self) -> Result<&mut Drafts, Error> {
        let drafts = match self.drafts.take() {
            Some(drafts) => drafts,
            None => Drafts::open(self.store.path(), self.session)?,
        };
        Ok(self.drafts.insert(drafts))
    }

    /// What other sessions of this person have left. What no program works on any more becomes this session's at once.
    pub(super) fn abandoned_draft(&mut self) -> Result<Answer, Error> {
        let actor = self.actor.clone();
        let drafts = self.drafts()?;
        let Some(left) = drafts.abandoned(&actor)? else {
            return Ok(Answer::AbandonedDraft(None));
        };
        if !left.alive && !drafts.take_over(left.session)? {
            return Ok(Answer::AbandonedDraft(None));
        }
        self.found(&left)
    }

    /// Goes on with what a living session has.
    pub(super) fn take_over(&mut self, session: Uuid) -> Result<Answer, Error> {
        let actor = self.actor.clone();
        let drafts = self.drafts()?;
        let left = drafts
            .abandoned(&actor)?
            .filter(|left| left.session == session);
        match left {
            Some(left) if drafts.take_over(session)? => self.found(&AbandonedDraft {
                alive: false,
                ..left
            }),
            _ => Ok(Answer::AbandonedDraft(None)),
        }
    }

    fn found(&self, left: &AbandonedDraft) -> Result<Answer, Error> {
        // Another version may have kept it in another form; then there is nothing to go back to.
        let Ok(kept) = serde_json::from_str::<Kept>(&left.body) else {
            return Ok(Answer::AbandonedDraft(None));
        };
        let saved = match kept.batch() {
            Some(batch) => self.store.batch(batch)?.is_some(),
            None => false,
        };
        Ok(Answer::AbandonedDraft(Some(Box::new(Found {
            session: left.session,
            kept,
            at: left.kept_at,
            alive: left.alive,
            saved,
        }))))
    }

    pub(super) fn keep(&mut self, kept: Option<&Kept>) -> Result<Answer, Error> {
        let (actor, now) = (self.actor.clone(), self.clock.now());
        let Some(kept) = kept else {
            // What was never opened holds nothing of this session.
            if let Some(drafts) = &mut self.drafts {
                drafts.clear()?;
            }
            return Ok(Answer::Kept { taken: false });
        };
        let drafts = self.drafts()?;
        let body = serde_json::to_string(kept).unwrap_or_default();
        let is_held = drafts.keep(&actor, now, kept.is_work(), &body)?;
        Ok(Answer::Kept { taken: !is_held })
    }
}
