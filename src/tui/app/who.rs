//! Who looks at the screens, as far as roles hold: a small sign, and what a viewer is told.

use super::command::{self, Cmd};
use super::model::{Model, Tone};
use super::msg::Effect;
use crate::domain::people::{Denial, DenialReason, Person, Role};
use crate::store::Batch;

/// Who somebody is to the record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Who {
    /// By this the log calls them.
    pub name: String,
    /// Absent where no roles hold, and for the owner of the database, who is not on its list.
    pub person: Option<Person>,
    /// Whom a viewer is sent to.
    pub ask: Vec<String>,
    /// Turned off while the screens were open.
    pub shut_out: Option<Denial>,
}

impl Who {
    fn is_viewer(&self) -> bool {
        self.person.as_ref().is_some_and(|p| p.role == Role::Viewer)
    }
}

impl Model {
    /// What was done, and that the file of keys is to be written anew where keys are concerned.
    pub(super) fn with_keys(&self, said: String, batch: &Batch) -> String {
        if batch.changes_keys() {
            format!("{said} {}", self.strings().cli.people.write_keys())
        } else {
            said
        }
    }

    /// Nothing is to be recorded: the screens were opened so, or this person is a viewer.
    #[must_use]
    pub fn looks_only(&self) -> bool {
        self.view_only || self.is_viewer()
    }

    pub(super) fn is_viewer(&self) -> bool {
        self.who.as_ref().is_some_and(Who::is_viewer)
    }

    /// The name and role, where roles hold.
    #[must_use]
    pub fn who_sign(&self) -> Option<String> {
        let who = self.who.as_ref()?;
        let person = who.person.as_ref()?;
        let role = self.strings().facts.role(person.role);
        Some(format!("{}, {role}", who.name))
    }

    /// It is known who this is, or has become.
    pub(super) fn who_came(&mut self, who: Who) -> Vec<Effect> {
        if let Some(why) = &who.shut_out {
            self.say(self.strings().facts.denied(why), Tone::Trouble);
        }
        self.who = Some(who);
        Vec::new()
    }

    /// What a viewer is told who wants to record something; nothing for everybody else.
    pub(super) fn told_as_viewer(&self, cmd: Cmd) -> Option<String> {
        let who = self.who.as_ref().filter(|who| who.is_viewer())?;
        (command::of(cmd).records() && !self.view_only).then(|| {
            self.strings().facts.denied(&Denial {
                reason: DenialReason::Viewer,
                ask: who.ask.clone(),
            })
        })
    }
}
