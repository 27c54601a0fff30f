//! What every command knows: the settings, the language, who acts, and which day it is.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};
use clap::ArgMatches;
use uuid::Uuid;

use super::fail::{Exit, Failure};
use super::place;
use crate::config::Settings;
use crate::domain::{dates, text};
use crate::store::{Error, Stamp, Store};
use crate::strings::Strings;
use crate::tui::run::Clock;

/// One start of the program.
pub struct Context {
    pub settings: Settings,
    pub strings: &'static Strings,
    /// The Unix account.
    pub actor: String,
    pub now: DateTime<Utc>,
    /// The day in the programme's time zone.
    pub today: NaiveDate,
    /// The time for the screens, which stay.
    pub clock: Clock,
    /// On made-up data: only a training database is made or opened, and every output says so.
    pub training: bool,
}

impl Context {
    #[must_use]
    pub fn new(settings: Settings) -> Self {
        let now = Utc::now();
        Self {
            strings: Strings::of(settings.lang.value),
            actor: account(),
            now,
            today: now.with_timezone(&settings.utc_offset.value).date_naive(),
            clock: settings.utc_offset.value.into(),
            settings,
            training: false,
        }
    }

    /// A stamp with a batch of its own.
    #[must_use]
    pub fn stamp(&self) -> Stamp {
        Stamp {
            batch: Uuid::now_v7(),
            actor: self.actor.clone(),
            now: self.now,
            today: self.today,
        }
    }

    /// Opens the database, which is made first when it is missing.
    ///
    /// # Errors
    /// As [`place::ready`], and what opening finds.
    pub fn open(&self) -> Result<Store, Failure> {
        let path = place::ready(self)?;
        self.open_at(&path)
    }

    /// Opens a database that is there: a record, or in a training a training database.
    ///
    /// # Errors
    /// What opening finds.
    pub fn open_at(&self, path: &Path) -> Result<Store, Failure> {
        let open = if self.training {
            Store::open_training
        } else {
            Store::open
        };
        open(path, self.today).map_err(|e| self.fail(&e))
    }

    /// The failure that a store's error is, in words.
    #[must_use]
    pub fn fail(&self, error: &Error) -> Failure {
        Failure::store(error, self.strings)
    }

    /// The day an option names; today without one.
    ///
    /// # Errors
    /// When the text is no date.
    pub fn day(&self, typed: Option<&str>) -> Result<NaiveDate, Failure> {
        match typed {
            None => Ok(self.today),
            Some(typed) => dates::parse(typed, self.today).map_err(|why| {
                let why = self.strings.facts.bad_date(why);
                Failure::new(Exit::Usage, format!("{}: {why}", text::clean_line(typed)))
            }),
        }
    }

    /// The day to come that an option names.
    ///
    /// # Errors
    /// When the text is no date.
    pub fn due(&self, typed: &str) -> Result<NaiveDate, Failure> {
        dates::parse_due(typed, self.today).map_err(|why| {
            let why = self.strings.facts.bad_due(why);
            Failure::new(Exit::Usage, format!("{}: {why}", text::clean_line(typed)))
        })
    }
}

/// The account by its uid: the environment's `USER` can say anything.
fn account() -> String {
    let uid = uzers::get_current_uid();
    uzers::get_user_by_uid(uid)
        .map(|user| text::clean_line(&user.name().to_string_lossy()))
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| format!("uid:{uid}"))
}

/// The arguments of one command.
#[derive(Clone, Copy)]
pub struct Args<'a>(pub &'a ArgMatches);

impl<'a> Args<'a> {
    /// The text of an option or argument that may be absent.
    #[must_use]
    pub fn option(self, id: &str) -> Option<&'a str> {
        self.0
            .try_get_one::<String>(id)
            .ok()
            .flatten()
            .map(String::as_str)
    }

    /// The text of an argument that the command line cannot do without.
    #[must_use]
    pub fn text(self, id: &str) -> &'a str {
        self.option(id).unwrap_or_default()
    }

    /// The words of an argument that takes several, as one text: a shell on the other side of ssh takes quotes away.
    #[must_use]
    pub fn words(self, id: &str) -> String {
        let words: Vec<&str> = match self.0.try_get_many::<String>(id) {
            Ok(Some(words)) => words.map(String::as_str).collect(),
            _ => Vec::new(),
        };
        words.join(" ")
    }

    /// The words of an argument that takes several, as they came.
    #[must_use]
    pub fn os_words(self, id: &str) -> Vec<OsString> {
        match self.0.try_get_many::<OsString>(id) {
            Ok(Some(words)) => words.cloned().collect(),
            _ => Vec::new(),
        }
    }

    #[must_use]
    pub fn flag(self, id: &str) -> bool {
        self.0
            .try_get_one::<bool>(id)
            .ok()
            .flatten()
            .copied()
            .unwrap_or_default()
    }

    #[must_use]
    pub fn number(self, id: &str) -> Option<u32> {
        self.0.try_get_one::<u32>(id).ok().flatten().copied()
    }

    #[must_use]
    pub fn path(self, id: &str) -> Option<PathBuf> {
        self.0.try_get_one::<PathBuf>(id).ok().flatten().cloned()
    }

    #[must_use]
    pub fn json(self) -> bool {
        self.flag("json")
    }
}
