//! What happens to people, as it stands in the log.

use serde::{Deserialize, Serialize};

use super::{Key, Role};

/// Defines the kinds: one line a kind, with its body and its name in the log.
macro_rules! kinds {
    ($($variant:ident($body:ident) = $kind:literal;)*) => {
        /// One thing that happened to a person.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum PersonEvent {
            $($variant($body),)*
        }

        impl PersonEvent {
            /// The names of all kinds that this version writes.
            pub const KINDS: &[&str] = &[$($kind,)*];

            /// The name of the kind in the log.
            #[must_use]
            pub fn kind(&self) -> &'static str {
                match self { $(Self::$variant(_) => $kind,)* }
            }

            /// Whom it is about.
            #[must_use]
            pub fn name(&self) -> &str {
                match self { $(Self::$variant(e) => &e.name,)* }
            }

            /// The body as JSON, for the log.
            ///
            /// # Errors
            /// Only if serde cannot write the body; the types here always can.
            pub fn body(&self) -> Result<String, serde_json::Error> {
                match self { $(Self::$variant(e) => serde_json::to_string(e),)* }
            }

            /// Reads an event of the log; none when the kind or the body is another.
            #[must_use]
            pub fn read(kind: &str, body: &str) -> Option<Self> {
                match kind {
                    $($kind => serde_json::from_str(body).ok().map(Self::$variant),)*
                    _ => None,
                }
            }
        }
    };
}

kinds! {
    Added(PersonAdded) = "person.added";
    Role(RoleGiven) = "person.role";
    Scope(ScopeSet) = "person.scope";
    Turned(PersonTurned) = "person.turned";
    Key(KeyGiven) = "person.key";
    KeyTaken(KeyTaken) = "person.key-taken";
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonAdded {
    pub name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub called: String,
    pub role: Role,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scope: Vec<String>,
}

/// The role from now on, with the scope that goes with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleGiven {
    pub name: String,
    pub role: Role,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scope: Vec<String>,
}

/// The whole scope from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScopeSet {
    pub name: String,
    pub scope: Vec<String>,
}

/// Somebody was turned off, or on again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonTurned {
    pub name: String,
    pub active: bool,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyGiven {
    pub name: String,
    pub key: Key,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyTaken {
    pub name: String,
    /// As `ssh-keygen -l` shows it: `SHA256:…`
    pub fingerprint: String,
}
