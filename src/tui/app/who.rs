//! Who looks at the screens, as far as roles hold.

use crate::domain::people::{Denial, Person, Role};

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
    /// Looks at everything and records nothing.
    #[must_use]
    pub fn is_viewer(&self) -> bool {
        self.person.as_ref().is_some_and(|p| p.role == Role::Viewer)
    }
}
