//! What stands in a village's way, and what was promised to it.

use chrono::NaiveDate;

use super::Lang;
use crate::domain::follow::{Action, Blocker};
use crate::strings::facts::Facts;
use crate::strings::programme::Programme;

pub struct FollowWords {
    pub(super) lang: Lang,
}

impl FollowWords {
    #[must_use]
    pub fn blockers_head(&self) -> &'static str {
        self.lang.pick("Hambatan:", "Obstacles:")
    }

    /// An obstacle: what, who can open it, since when.
    #[must_use]
    pub fn blocker(&self, facts: &Facts, p: &Programme, b: &Blocker, today: NaiveDate) -> String {
        let (obstacle, office) = (p.obstacle(b.raised.obstacle), p.office(b.raised.office));
        let since = facts.day(b.since);
        let days = facts.days((today - b.since).num_days());
        let note = match b.raised.note.as_str() {
            "" => String::new(),
            note => format!("; {note}"),
        };
        match self.lang {
            Lang::Id => {
                format!("{obstacle}, dapat dibuka oleh {office}, sejak {since} ({days}){note}")
            }
            Lang::En => format!("{obstacle}, {office} can open it, since {since} ({days}){note}"),
        }
    }

    #[must_use]
    pub fn no_blocker(&self, asked: &str) -> String {
        match self.lang {
            Lang::Id => {
                format!("Tidak ada hambatan nomor \u{201c}{asked}\u{201d}; tidak ada yang diubah.")
            }
            Lang::En => {
                format!("There is no obstacle number \u{201c}{asked}\u{201d}; nothing was changed.")
            }
        }
    }

    #[must_use]
    pub fn actions_head(&self) -> &'static str {
        self.lang
            .pick("Rencana tindak lanjut (RTL):", "Open actions:")
    }

    #[must_use]
    pub fn closed_head(&self) -> &'static str {
        self.lang.pick("RTL yang sudah ditutup:", "Closed actions:")
    }

    /// A product, and nobody has promised anything.
    #[must_use]
    pub fn no_actions(&self) -> &'static str {
        self.lang.pick(
            "Rencana tindak lanjut (RTL): belum ada.",
            "Open actions: none. Plan the next one.",
        )
    }

    /// A promise: what, who, until when, and how late or how it ended.
    #[must_use]
    pub fn action(&self, facts: &Facts, p: &Programme, a: &Action, today: NaiveDate) -> String {
        let what = &a.planned.what;
        let item = match &a.planned.item {
            Some(item) => format!(" [{item}]"),
            None => String::new(),
        };
        let (by, due) = (self.by_whom(p, a), facts.day(a.planned.due));
        let state = match (&a.closed, a.overdue(today)) {
            (Some((outcome, on, note)), _) => {
                let note = match note.as_str() {
                    "" => String::new(),
                    note => format!("; {note}"),
                };
                format!(": {}, {}{note}", p.outcome(*outcome), facts.day(*on))
            }
            (None, Some(late)) => {
                let days = facts.days(late);
                match self.lang {
                    Lang::Id => format!(", LEWAT {days}"),
                    Lang::En => format!(", OVERDUE {days}"),
                }
            }
            (None, None) => String::new(),
        };
        match self.lang {
            Lang::Id => format!("{what}{item}: {by}, tenggat {due}{state}"),
            Lang::En => format!("{what}{item}: {by}, due {due}{state}"),
        }
    }

    /// The office, and the person where one was named.
    #[must_use]
    pub fn by_whom(&self, p: &Programme, a: &Action) -> String {
        let office = p.office(a.planned.office);
        match a.planned.who.as_str() {
            "" => office.to_owned(),
            who => format!("{office} ({who})"),
        }
    }

    #[must_use]
    pub fn no_action(&self, asked: &str) -> String {
        match self.lang {
            Lang::Id => {
                format!(
                    "Tidak ada RTL terbuka nomor \u{201c}{asked}\u{201d}; tidak ada yang diubah."
                )
            }
            Lang::En => format!(
                "There is no open action number \u{201c}{asked}\u{201d}; nothing was changed."
            ),
        }
    }

    #[must_use]
    pub fn promises_head(&self) -> [&'static str; 7] {
        self.lang.pick(
            [
                "Tenggat", "Lewat", "Kode", "Desa", "No.", "Pihak", "Tindakan",
            ],
            ["Due", "Late", "Code", "Village", "No.", "Office", "Action"],
        )
    }

    /// Under the promises: how many, and how many of them are late.
    #[must_use]
    pub fn listed(&self, all: usize, late: usize) -> String {
        match (self.lang, all) {
            (Lang::Id, _) => format!("{all} RTL terbuka, {late} lewat tenggat."),
            (Lang::En, 1) => format!("1 open action, {late} overdue."),
            (Lang::En, _) => format!("{all} open actions, {late} overdue."),
        }
    }
}
