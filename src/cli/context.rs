//! What every command knows: the settings, the language, who acts, and which day it is.

use std::ffi::OsString;
use std::ops::Deref;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};
use clap::ArgMatches;
use uuid::Uuid;

use super::fail::{Exit, Failure};
use super::place;
use crate::config::Settings;
use crate::domain::dates::BadDate;
use crate::domain::past::{self, Seen};
use crate::domain::{dates, text};
use crate::store::{Error, Past, Stamp, Store};
use crate::strings::Strings;
use crate::tui::run::Clock;

/// One start of the program.
pub struct Context {
    pub settings: Settings,
    pub strings: &'static Strings,
    /// The Unix account, or the person that `--as` names.
    pub actor: String,
    /// By `--as`.
    pub named: bool,
    /// Started as sshd starts it: nothing of the server's files can be named but what lies in the folder for them.
    pub closed: bool,
    /// Asked for at the other end of ssh: nothing is written, whatever the command.
    pub reading: bool,
    pub now: DateTime<Utc>,
    /// The day in the programme's time zone; for a view of a past day, that day: ages and limits are counted to it.
    pub today: NaiveDate,
    /// The past day that is to be seen.
    pub seen: Option<Seen>,
    /// The time for the screens, which stay.
    pub clock: Clock,
    /// Nothing is to be written, and no telephone number shown.
    pub view_only: bool,
    /// On made-up data: only a training database is made or opened, and every output says so.
    pub training: bool,
}

/// What a command that only reads reads from.
pub enum View {
    Now(Store),
    Past(Past),
}

impl Deref for View {
    type Target = Store;

    fn deref(&self) -> &Store {
        match self {
            Self::Now(store) => store,
            Self::Past(past) => past,
        }
    }
}

impl Context {
    #[must_use]
    pub fn new(settings: Settings) -> Self {
        let now = Utc::now();
        Self {
            strings: Strings::of(settings.lang.value),
            actor: account(),
            named: false,
            closed: false,
            reading: false,
            now,
            today: now.with_timezone(&settings.utc_offset.value).date_naive(),
            seen: None,
            clock: settings.utc_offset.value.into(),
            settings,
            view_only: false,
            training: false,
        }
    }

    /// The same for a look at the record alone, if that is asked for.
    #[must_use]
    pub fn viewing(mut self, view_only: bool) -> Self {
        self.view_only = view_only;
        self
    }

    /// The same as sshd starts it, if it does.
    #[must_use]
    pub fn closed(mut self, closed: bool) -> Self {
        self.closed = closed;
        self
    }

    /// The same for the past day that the command line asks to see, if it does.
    ///
    /// # Errors
    /// When the text is no date, or the day has not come yet.
    pub fn seen_as(mut self, args: Args<'_>) -> Result<Self, Failure> {
        let Some(typed) = args.option("as-of") else {
            return Ok(self);
        };
        let day = self.past_day(typed)?;
        self.today = day;
        self.seen = Some(Seen {
            day,
            known_then: args.flag("known-then"),
        });
        Ok(self)
    }

    /// The day by the clock.
    #[must_use]
    pub fn calendar_day(&self) -> NaiveDate {
        let zone = &self.settings.utc_offset.value;
        self.now.with_timezone(zone).date_naive()
    }

    /// A day up to today that somebody wrote.
    ///
    /// # Errors
    /// When the text is no date, or the day has not come yet.
    pub fn past_day(&self, typed: &str) -> Result<NaiveDate, Failure> {
        let day = self.day(Some(typed))?;
        if day > self.calendar_day() {
            let day = self.strings.facts.short_day(day);
            let text = self.strings.cli.past.not_yet(&day);
            return Err(Failure::new(Exit::Usage, text));
        }
        Ok(day)
    }

    /// The last moment of a day in the programme's time zone.
    #[must_use]
    pub fn end_of(&self, day: NaiveDate) -> DateTime<Utc> {
        past::end_of(day, self.settings.utc_offset.value)
    }

    /// A stamp with a batch of its own.
    #[must_use]
    pub fn stamp(&self) -> Stamp {
        Stamp {
            batch: Uuid::now_v7(),
            actor: self.actor.clone(),
            now: self.now,
            today: self.calendar_day(),
        }
    }

    /// Opens the database to write, which is made first when it is missing.
    ///
    /// # Errors
    /// As [`place::ready`], and what opening finds; [`Exit::Refused`] where the record is only to be looked at.
    pub fn open(&self) -> Result<Store, Failure> {
        self.may_write()?;
        let store = self.record()?;
        self.may_record(&store)?;
        Ok(store)
    }

    /// Whether this start of the program writes at all, whoever it is.
    ///
    /// # Errors
    /// [`Exit::Refused`] where the record is only to be looked at.
    pub fn may_write(&self) -> Result<(), Failure> {
        let text = match (self.view_only, self.reading) {
            (true, _) => self.strings.cli.faults.view_only().to_owned(),
            (false, true) => self.strings.cli.door.only_reading(""),
            (false, false) => return Ok(()),
        };
        Err(Failure::new(Exit::Refused, text))
    }

    /// Opens the database to read it as it is now, also where a past day is to be seen.
    ///
    /// # Errors
    /// As [`Context::open`].
    pub fn record(&self) -> Result<Store, Failure> {
        let path = place::ready(self)?;
        let store = self.open_at(&path)?;
        let looks_only = self.only_looks(&store)?;
        Ok(store.redacted(looks_only))
    }

    /// Opens the database to read, on the past day that is to be seen if there is one.
    ///
    /// # Errors
    /// As [`Context::open`].
    pub fn view(&self) -> Result<View, Failure> {
        let store = self.record()?;
        let Some(seen) = self.seen else {
            return Ok(View::Now(store));
        };
        let known = seen.known_then.then(|| self.end_of(seen.day));
        let past = store.past(seen.day, known).map_err(|e| self.fail(&e))?;
        Ok(View::Past(past))
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
        self.name_is_safe(path)?;
        let store = open(path, self.calendar_day()).map_err(|e| self.fail(&e))?;
        // Whoever comes in under a name is no owner.
        Ok(if self.named {
            store
        } else {
            store.by_account()
        })
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

    /// The day to come that an option names, counted from the day on which it was promised.
    ///
    /// # Errors
    /// When the text is no date.
    pub fn due(&self, typed: &str, from: NaiveDate) -> Result<NaiveDate, Failure> {
        dates::parse_due(typed, from).map_err(|why| self.bad_due(typed, why))
    }

    /// The end of a paper that an option names, counted from its issue.
    ///
    /// # Errors
    /// When the text is no date.
    pub fn end(&self, typed: &str, issued: NaiveDate) -> Result<NaiveDate, Failure> {
        dates::parse_end(typed, issued, self.today).map_err(|why| self.bad_due(typed, why))
    }

    fn bad_due(&self, typed: &str, why: BadDate) -> Failure {
        let why = self.strings.facts.bad_due(why);
        Failure::new(Exit::Usage, format!("{}: {why}", text::clean_line(typed)))
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

    /// The texts of an option that can be repeated.
    #[must_use]
    pub fn list(self, id: &str) -> Vec<&'a str> {
        match self.0.try_get_many::<String>(id) {
            Ok(Some(texts)) => texts.map(String::as_str).collect(),
            _ => Vec::new(),
        }
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
