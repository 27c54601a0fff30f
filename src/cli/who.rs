//! Who acts, and whether they may come in: `--as`, and `ovop whoami`.

use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use serde::Serialize;

use super::context::{Args, Context};
use super::fail::{Exit, Failure};
use super::out::Out;
use super::place::{self, shown};
use crate::domain::act::Refusal;
use crate::domain::people::{Denial, DenialReason, Permission, Role, is_name};
use crate::store::{Access, Error, Store};

impl Context {
    /// The same for the person that `--as` names, if it names one.
    ///
    /// # Errors
    /// When that is no name.
    pub fn acting_as(mut self, name: Option<&str>) -> Result<Self, Failure> {
        let Some(name) = name else {
            return Ok(self);
        };
        if !is_name(name) {
            let text = self.strings.cli.people.bad_name(&shown(Path::new(name)));
            return Err(Failure::new(Exit::Usage, text));
        }
        name.clone_into(&mut self.actor);
        self.named = true;
        Ok(self)
    }

    /// Refuses a name given by `--as` where the account could not do everything anyway: only the account that owns the
    /// database may say for whom it acts, since it could write into the file itself. Everybody else is who their account
    /// says.
    ///
    /// # Errors
    /// [`Exit::Refused`].
    pub fn name_is_safe(&self, database: &Path) -> Result<(), Failure> {
        if !self.named {
            return Ok(());
        }
        let owner = std::fs::metadata(database).map(|m| m.uid());
        match owner {
            Ok(owner) if owner == rustix::process::geteuid().as_raw() => Ok(()),
            // What cannot be looked at is told when it is opened.
            Err(_) => Ok(()),
            Ok(_) => {
                let text = self.strings.cli.people.not_the_owner(&shown(database));
                Err(Failure::new(Exit::Refused, text))
            }
        }
    }

    /// As whom this person comes in.
    ///
    /// # Errors
    /// [`Exit::Refused`] for whoever is not on the list or was turned off.
    pub fn admitted(&self, store: &Store) -> Result<Access, Failure> {
        store.admit(&self.actor).map_err(|e| self.fail(&e))
    }

    /// Refuses whoever only looks, before anything is asked of them.
    ///
    /// # Errors
    /// [`Exit::Refused`], naming who may record.
    pub fn may_record(&self, store: &Store) -> Result<(), Failure> {
        match self.admitted(store)? {
            Access::Person(person) if person.role == Role::Viewer => {
                let people = store.people().map_err(|e| self.fail(&e))?;
                Err(self.denied(people.denial(DenialReason::Viewer, &Permission::Common)))
            }
            _ => Ok(()),
        }
    }

    /// Whether personal data stays hidden, if they may come in at all: with `--view`, and for viewers.
    ///
    /// # Errors
    /// As [`Context::admitted`].
    pub fn only_looks(&self, store: &Store) -> Result<bool, Failure> {
        let access = self.admitted(store)?;
        let is_viewer = matches!(access, Access::Person(p) if p.role == Role::Viewer);
        Ok(self.view_only || is_viewer)
    }

    /// The same before the database is open.
    ///
    /// # Errors
    /// What opening the database finds.
    pub fn looks_only(&self) -> Result<bool, Failure> {
        Ok(self.view_only || self.record()?.is_redacted())
    }

    /// That telephone numbers are not shown, to whoever only looks.
    #[must_use]
    pub fn phones_hidden(&self) -> Failure {
        let words = &self.strings.cli.occasions;
        Failure::new(Exit::Refused, words.phones_hidden(self.view_only))
    }

    fn denied(&self, why: Denial) -> Failure {
        self.fail(&Error::Refused(Refusal::Denied(why)))
    }
}

#[derive(Serialize)]
struct WhoJson<'a> {
    name: &'a str,
    called: Option<&'a str>,
    named_by: &'static str,
    standing: &'static str,
    role: Option<Role>,
    scope: &'a [String],
    database: &'a str,
}

/// `ovop whoami`: the name in the log, the role, and where it holds.
///
/// # Errors
/// What opening the database finds.
pub fn whoami(args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    let store = ctx.view()?;
    let access = ctx.admitted(&store)?;
    let (words, facts) = (&ctx.strings.cli.people, &ctx.strings.facts);
    let path = shown(&place::path(ctx)?);
    if args.json() {
        let person = match &access {
            Access::Person(person) => Some(person),
            _ => None,
        };
        return out.json(&WhoJson {
            name: &ctx.actor,
            called: person.map(|p| p.called.as_str()),
            named_by: if ctx.named { "--as" } else { "account" },
            standing: match &access {
                Access::Alone => "alone",
                Access::Owner => "owner",
                Access::Person(_) => "person",
            },
            role: person.map(|p| p.role),
            scope: person.map(|p| p.scope.as_slice()).unwrap_or_default(),
            database: &path,
        });
    }
    out.line(&words.who(&ctx.actor, ctx.named, ctx.closed))?;
    match access {
        Access::Alone => out.line(words.alone())?,
        Access::Owner => out.line(words.owner())?,
        Access::Person(person) => {
            out.line(&words.in_role(facts.role(person.role)))?;
            out.line(words.may(person.role))?;
            if !person.scope.is_empty() {
                let places = super::user::places(ctx, &store, &person.scope)?;
                out.line(&words.scope(&places))?;
            }
        }
    }
    out.line(&words.database(&path))
}
