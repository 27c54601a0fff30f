//! What each form of the meeting screen asks, and what it records.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use uuid::Uuid;

use super::ITEM_MINUTES;
use super::ask::View;
use super::form::{Entry, Kind, MeetForm, Name};
use super::goes_on;
use super::input::{Choice, Value};
use crate::domain::dates;
use crate::domain::event::ActionPlanned;
use crate::domain::evidence;
use crate::domain::follow::{Action, Office, Outcome};
use crate::domain::gate::RuleBook;
use crate::domain::occasion::{OccasionAct, Plan, Promise, Sort, Triage};
use crate::strings::{Lang, Strings};
use crate::tui::app::form::Saving;

fn entry(name: Name, value: Value) -> Entry {
    Entry { name, value }
}

fn text(name: Name) -> Entry {
    entry(name, Value::text(""))
}

/// A time as it is written beside others: `09.00`.
#[must_use]
pub fn hour(time: NaiveTime) -> String {
    time.format("%H.%M").to_string()
}

impl MeetForm {
    /// A form of a kind, empty; `fresh` becomes its batch.
    #[must_use]
    pub fn empty(kind: Kind, meeting: Uuid, lang: Lang, fresh: Uuid) -> Self {
        Self {
            kind,
            meeting,
            item: None,
            about: String::new(),
            entries: Vec::new(),
            at: 0,
            batch: fresh,
            seen: 0,
            saving: Saving::Typing,
            tried: false,
            reading: false,
            lang,
            promised: None,
            open: Vec::new(),
            offered: Default::default(),
            rest: Vec::new(),
            from: None,
            meanwhile: None,
            last: 0,
            touched: false,
        }
    }

    /// The form of a new meeting. Title and place are mostly those of the last one.
    #[must_use]
    pub fn new_meeting(like: Option<(&str, &str)>, lang: Lang, fresh: Uuid) -> Self {
        let s = Strings::of(lang);
        let (title, place) = like.unwrap_or((s.meeting.a_title(), ""));
        let mut form = Self::empty(Kind::New, fresh, lang, fresh);
        form.entries = vec![
            entry(Name::Sort, sorts(Sort::Review, s)),
            entry(Name::Title, Value::suggested(title)),
            entry(Name::Day, Value::day(s.screens.today_word, false)),
            text(Name::Time),
            entry(Name::Place, Value::suggested(place)),
            text(Name::Leader),
            text(Name::MinuteTaker),
            text(Name::Invited),
        ];
        // The sort is mostly right as it is.
        form.at = 1;
        form
    }

    /// A form about a meeting, an item of it, or a line of its agenda.
    #[must_use]
    pub fn of(kind: Kind, view: &View, today: NaiveDate, lang: Lang, fresh: Uuid) -> Self {
        let s = Strings::of(lang);
        let o = view.occasion();
        let mut form = Self::empty(kind, o.id, lang, fresh);
        form.seen = view.held.last_seq;
        form.last = u32::try_from(o.items.len()).unwrap_or(u32::MAX);
        form.about.clone_from(&o.plan.title);
        form.entries = match kind {
            Kind::New | Kind::Settle => Vec::new(),
            Kind::Amend => amend(&o.plan, s),
            Kind::Cancel | Kind::Skip => vec![text(Name::Reason)],
            Kind::Topic => vec![
                text(Name::Text),
                entry(Name::Minutes, Value::suggested(&ITEM_MINUTES.to_string())),
            ],
            Kind::Minutes => vec![entry(
                Name::Minutes,
                Value::suggested(&ITEM_MINUTES.to_string()),
            )],
            Kind::Freeze | Kind::Open | Kind::Close | Kind::Finalise => Vec::new(),
            Kind::Jump => vec![text(Name::Number)],
            Kind::Note => vec![text(Name::Note)],
            Kind::Addendum => vec![text(Name::Text)],
            Kind::Decide => {
                form.open = goes_on::open(view.promises());
                decide(&form.open, view, today, s)
            }
        };
        form
    }

    /// The form about one item.
    #[must_use]
    pub fn of_item(
        kind: Kind,
        item: u32,
        view: &View,
        today: NaiveDate,
        lang: Lang,
        fresh: Uuid,
    ) -> Self {
        let mut form = Self::of(kind, view, today, lang, fresh);
        form.item = Some(item);
        if let Some(found) = view.occasion().item(item) {
            form.about = view.topic_name(&found.topic);
        }
        form
    }

    /// The office that is picked.
    #[must_use]
    pub fn office(&self) -> Option<Office> {
        Office::parse(self.picked(Name::Office)?)
    }

    #[must_use]
    pub fn triage(&self) -> Option<Triage> {
        Triage::parse(self.picked(Name::Triage)?)
    }

    /// The plan as it is filled in.
    #[must_use]
    pub fn plan(&self, before: Option<&Plan>, today: NaiveDate) -> Option<Plan> {
        let empty = Plan::bare(Sort::Review, String::new(), today);
        let mut plan = before.cloned().unwrap_or(empty);
        plan.sort = Sort::parse(self.picked(Name::Sort)?)?;
        plan.day = self.day(Name::Day, today)?;
        plan.time = dates::parse_time(self.typed(Name::Time));
        for (name, field) in [
            (Name::Title, &mut plan.title),
            (Name::Place, &mut plan.place),
            (Name::Leader, &mut plan.leader),
            (Name::MinuteTaker, &mut plan.minute_taker),
            (Name::Organiser, &mut plan.organiser),
            (Name::Opener, &mut plan.opener),
            (Name::Invitation, &mut plan.invitation),
            (Name::Basis, &mut plan.basis),
            (Name::Funds, &mut plan.funds),
        ] {
            if self.value(name).is_some() {
                self.typed(name).clone_into(field);
            }
        }
        let invited = self.typed(Name::Invited).split(';').map(str::trim);
        let invited = invited.filter(|i| !i.is_empty()).map(str::to_owned);
        plan.invited = invited.collect();
        Some(plan)
    }

    /// The act that a form about a meeting or its item makes; none for those that only change what is seen.
    #[must_use]
    pub fn act(&self, view: &View, at: DateTime<Utc>, today: NaiveDate) -> Option<OccasionAct> {
        let text = |name| self.typed(name).to_owned();
        Some(match self.kind {
            Kind::Amend => OccasionAct::Amend(self.plan(Some(&view.occasion().plan), today)?),
            Kind::Cancel => OccasionAct::Cancel {
                reason: text(Name::Reason),
            },
            Kind::Open => OccasionAct::Open { at },
            Kind::Close => OccasionAct::Close { at },
            Kind::Finalise => OccasionAct::Finalise { at },
            Kind::Skip => OccasionAct::Skip {
                item: self.item?,
                at,
                reason: text(Name::Reason),
            },
            Kind::Note => OccasionAct::Note {
                item: self.item,
                at,
                text: text(Name::Note),
            },
            Kind::Addendum => OccasionAct::Addendum {
                text: text(Name::Text),
                at,
            },
            Kind::Decide => OccasionAct::Decide {
                item: self.item?,
                triage: self.triage()?,
                note: text(Name::Note),
                at,
                promises: self.promise(today).into_iter().collect(),
            },
            Kind::New | Kind::Topic | Kind::Minutes | Kind::Freeze | Kind::Jump | Kind::Settle => {
                return None;
            }
        })
    }

    fn promise(&self, today: NaiveDate) -> Option<Promise> {
        if !self.promises_something() {
            return None;
        }
        let earlier = self.goes_on_with();
        Some(Promise {
            planned: ActionPlanned {
                action: self.batch,
                what: self.typed(Name::What).to_owned(),
                office: self.office()?,
                who: self.stands(Name::Who),
                due: self.day(Name::Due, today)?,
                item: earlier.and_then(|(a, _)| a.planned.item.clone()),
                from: None,
                after: earlier.map(|(a, _)| a.planned.action),
            },
            ended: earlier.map_or(Outcome::HandedOn, |(_, ended)| ended),
        })
    }
}

fn sorts(now: Sort, s: &Strings) -> Value {
    let letters = s.meeting.sort_letters();
    let meetings = [Sort::Review, Sort::Coordination];
    let choices = meetings
        .into_iter()
        .zip(letters)
        .map(|(sort, letter)| Choice {
            letter: Some(letter),
            ..Choice::new(sort.word(), s.occasions.sort(sort))
        });
    Value::letters(choices.collect(), meetings.iter().position(|m| *m == now))
}

fn amend(plan: &Plan, s: &Strings) -> Vec<Entry> {
    let day = s.facts.short_day(plan.day);
    let time = plan.time.map(hour).unwrap_or_default();
    let of = |name, value: &str| entry(name, Value::text(value));
    vec![
        entry(Name::Sort, sorts(plan.sort, s)),
        of(Name::Title, &plan.title),
        entry(Name::Day, Value::day(&day, false)),
        of(Name::Time, &time),
        of(Name::Place, &plan.place),
        of(Name::Leader, &plan.leader),
        of(Name::MinuteTaker, &plan.minute_taker),
        of(Name::Invited, &plan.invited.join("; ")),
        of(Name::Organiser, &plan.organiser),
        of(Name::Opener, &plan.opener),
        of(Name::Invitation, &plan.invitation),
        of(Name::Basis, &plan.basis),
        of(Name::Funds, &plan.funds),
    ]
}

fn decide(open: &[Action], view: &View, today: NaiveDate, s: &Strings) -> Vec<Entry> {
    let letters = s.meeting.triage_letters();
    let triages = Triage::ALL.iter().zip(letters).map(|(t, letter)| Choice {
        letter: Some(letter),
        ..Choice::new(t.word(), s.occasions.triage(*t))
    });
    let mut entries = vec![entry(Name::Triage, Value::letters(triages.collect(), None))];
    if !open.is_empty() {
        entries.push(goes_on::which(open, Some(0), s));
    }
    entries.extend([
        entry(Name::What, Value::fragment(to_mend(view, today, s), true)),
        entry(Name::Office, Value::fragment(offices(s), false)),
        entry(Name::Who, Value::fragment(persons(view, s), true)),
        entry(Name::Due, Value::day("", true)),
        text(Name::Note),
    ]);
    entries
}

/// All offices, by name.
pub(super) fn offices(s: &Strings) -> Vec<Choice> {
    let offices = Office::ALL.iter();
    let offices = offices.map(|o| Choice::new(o.word(), s.programme.office(*o)));
    offices.collect()
}

/// What is missing, as things to do.
fn to_mend(view: &View, today: NaiveDate, s: &Strings) -> Vec<Choice> {
    let choice = view
        .slide
        .as_ref()
        .and_then(|s| s.card.village.choice.as_ref());
    let rules = RuleBook::shipped().on(today);
    let missing = choice.map_or_else(Vec::new, |c| evidence::missing(c, rules, today));
    let words = missing.iter().map(|check| {
        let words = s.programme.mend_item(check.item, check.standing);
        Choice::new(&check.item.id, &words)
    });
    words.collect()
}

/// Who is there, by name.
pub(super) fn persons(view: &View, s: &Strings) -> Vec<Choice> {
    let guests = view.occasion().guests.iter();
    let named = guests.map(|g| {
        let from = if g.guest.agency.is_empty() {
            s.occasions.element(g.guest.element)
        } else {
            &g.guest.agency
        };
        Choice::new(&format!("{} {from}", g.guest.name), &g.guest.name)
    });
    named.collect()
}
