//! What each entry of the event desk asks, and the act that it makes.

use chrono::NaiveDate;
use uuid::Uuid;

use super::entry::{About, Asks, Entry, Finder, Origin, Slot, Value};
use super::talk::EventDeed;
use crate::domain::dates;
use crate::domain::list::Place;
use crate::domain::occasion::{Contact, Element, Guest, Plan, Sex, Sort};

/// The kinds of events, in the order of their letters.
pub const SORTS: [Sort; 4] = [
    Sort::Outreach,
    Sort::Deliberation,
    Sort::Training,
    Sort::Other,
];

/// The letters that pick, in the order of what they pick. They are the same in both languages: fingers learn them.
#[must_use]
pub fn letters(asks: Asks) -> &'static str {
    match asks {
        Asks::Element => "kspbugtldacovjmnwx",
        Asks::Sex => "lp",
        Asks::Sort => "smpl",
        _ => "",
    }
}

/// What keeps an entry from being saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    Empty(Asks),
    BadPhone,
    BadDay,
    BadTime,
    /// The plan that is changed has not been read yet.
    NotThere,
}

impl Problem {
    /// The input that it is about.
    #[must_use]
    pub fn asks(self) -> Option<Asks> {
        match self {
            Self::Empty(asks) => Some(asks),
            Self::BadPhone => Some(Asks::Phone),
            Self::BadDay => Some(Asks::Day),
            Self::BadTime => Some(Asks::Time),
            Self::NotThere => None,
        }
    }
}

impl Entry {
    /// Somebody comes. What is likely the same as with the one before is offered: from where, and the element where a
    /// village has several of it.
    #[must_use]
    pub fn arrival(event: Uuid, batch: Uuid, before: Option<&Self>) -> Self {
        let mut entry = Self::new(About::Arrival, event, batch, person());
        let Some(before) = before else {
            return entry;
        };
        if let Some(origin) = before.origin() {
            entry.fill(Asks::Origin, |v| found(v, origin.clone()));
        }
        if let Some(at) = before.letter(Asks::Element)
            && Element::ALL.get(at).is_some_and(|e| !e.is_single())
        {
            entry.fill(Asks::Element, |v| *v = Value::Letter(Some(at)));
        }
        for slot in &mut entry.slots {
            slot.offered = match &slot.value {
                Value::Find(finder) => finder.found.is_some(),
                Value::Letter(picked) => picked.is_some(),
                _ => false,
            };
        }
        entry
    }

    /// An entry of the list, to be corrected. A telephone number is not shown: what is typed takes its place.
    #[must_use]
    pub fn correction(
        event: Uuid,
        batch: Uuid,
        id: Uuid,
        guest: &Guest,
        village: Option<Place>,
    ) -> Self {
        let mut entry = Self::new(About::Correction(id), event, batch, person());
        let origin = match village {
            Some(place) => Origin::Village(place),
            None => Origin::Agency(guest.agency.clone()),
        };
        entry.fill(Asks::Origin, |v| found(v, origin));
        let (element, sex) = (guest.element as usize, guest.sex as usize);
        entry.fill(Asks::Element, |v| *v = Value::Letter(Some(element)));
        entry.fill(Asks::Sex, |v| *v = Value::Letter(Some(sex)));
        for (asks, text) in [
            (Asks::Name, &guest.name),
            (Asks::Office, &guest.office),
            (Asks::Represents, &guest.represents),
        ] {
            entry.fill(asks, |v| *v = Value::Text(text.clone().into()));
        }
        entry
    }

    /// A new event; `regions` are those whose villages can be expected, all of them first.
    #[must_use]
    pub fn new_event(id: Uuid, batch: Uuid, regions: Vec<(String, String)>, today: &str) -> Self {
        let mut slots = plan(regions);
        for slot in &mut slots {
            if slot.asks == Asks::Day {
                *slot = Slot::text(Asks::Day, today).offered();
            }
        }
        Self::new(About::NewEvent, id, batch, slots)
    }

    /// The plan of an event, to be changed.
    #[must_use]
    pub fn change(
        event: Uuid,
        batch: Uuid,
        regions: Vec<(String, String)>,
        was: &Plan,
        day: &str,
    ) -> Self {
        let mut entry = Self::new(About::ChangeEvent, event, batch, plan(regions));
        let sort = SORTS.iter().position(|s| *s == was.sort);
        entry.fill(Asks::Sort, |v| *v = Value::Letter(sort));
        let time = was.time.map(|t| t.format("%H.%M").to_string());
        for (asks, text) in [
            (Asks::Title, was.title.as_str()),
            (Asks::Day, day),
            (Asks::Time, time.as_deref().unwrap_or_default()),
            (Asks::Place, was.place.as_str()),
            (Asks::Organiser, was.organiser.as_str()),
            (Asks::Opener, was.opener.as_str()),
        ] {
            entry.fill(asks, |v| *v = Value::Text(text.to_owned().into()));
        }
        // A scope of several regions is left as it is: the commands know how to change it.
        match &was.scope[..] {
            [] => {}
            [one] => entry.fill(Asks::Scope, |v| {
                if let Value::Region(options, at) = v {
                    *at = options.iter().position(|o| o.0 == *one).unwrap_or(0);
                }
            }),
            _ => entry.slots.retain(|s| s.asks != Asks::Scope),
        }
        entry
    }

    fn fill(&mut self, asks: Asks, with: impl FnOnce(&mut Value)) {
        if let Some(slot) = self.slots.iter_mut().find(|s| s.asks == asks) {
            with(&mut slot.value);
        }
    }

    /// Who is entered, as far as that is known.
    ///
    /// # Errors
    /// What is missing.
    pub fn guest(&self) -> Result<Guest, Problem> {
        let name = self.text(Asks::Name).trim();
        if name.is_empty() {
            return Err(Problem::Empty(Asks::Name));
        }
        let (village, agency) = match self.origin() {
            None => return Err(Problem::Empty(Asks::Origin)),
            Some(Origin::Village(place)) => (Some(place.code.clone()), String::new()),
            Some(Origin::Agency(agency)) => (None, agency.clone()),
        };
        let element = self.letter(Asks::Element);
        let element = element.ok_or(Problem::Empty(Asks::Element))?;
        let sex = self.letter(Asks::Sex).ok_or(Problem::Empty(Asks::Sex))?;
        Ok(Guest {
            name: name.to_owned(),
            office: self.text(Asks::Office).to_owned(),
            element: Element::ALL[element],
            village,
            agency,
            sex: Sex::ALL[sex],
            represents: self.text(Asks::Represents).to_owned(),
        })
    }

    fn contact(&self) -> Result<Option<Contact>, Problem> {
        let phone = self.text(Asks::Phone).trim();
        if phone.is_empty() {
            return Ok(None);
        }
        let contact = Contact {
            phone: phone.to_owned(),
            nik: String::new(),
        };
        contact.checked().map(Some).map_err(|_| Problem::BadPhone)
    }

    /// The act to send; `was` is the plan that is changed.
    ///
    /// # Errors
    /// What stands in its way.
    pub fn deed(
        &self,
        was: Option<&Plan>,
        anyway: bool,
        today: NaiveDate,
    ) -> Result<EventDeed, Problem> {
        Ok(match self.about {
            About::Arrival => EventDeed::Arrive {
                id: self.batch,
                guest: self.guest()?,
                contact: self.contact()?,
                anyway,
            },
            About::Correction(id) => EventDeed::Correct {
                id,
                guest: self.guest()?,
                contact: self.contact()?,
            },
            About::NewEvent => EventDeed::Plan(self.planned(&blank(today), today)?),
            About::ChangeEvent => {
                let was = was.ok_or(Problem::NotThere)?;
                EventDeed::Change(self.planned(was, today)?)
            }
        })
    }

    fn planned(&self, was: &Plan, today: NaiveDate) -> Result<Plan, Problem> {
        let sort = self.letter(Asks::Sort).ok_or(Problem::Empty(Asks::Sort))?;
        let title = self.text(Asks::Title).trim();
        if title.is_empty() {
            return Err(Problem::Empty(Asks::Title));
        }
        let time = match self.text(Asks::Time).trim() {
            "" => None,
            typed => Some(dates::parse_time(typed).ok_or(Problem::BadTime)?),
        };
        let scope = match self.value(Asks::Scope) {
            Some(Value::Region(options, at)) => match options.get(*at) {
                Some((code, _)) if !code.is_empty() => vec![code.clone()],
                _ => Vec::new(),
            },
            _ => was.scope.clone(),
        };
        Ok(Plan {
            sort: SORTS[sort],
            title: title.to_owned(),
            day: self.day(today).ok_or(Problem::BadDay)?,
            time,
            place: self.text(Asks::Place).to_owned(),
            organiser: self.text(Asks::Organiser).to_owned(),
            opener: self.text(Asks::Opener).to_owned(),
            scope,
            ..was.clone()
        })
    }

    /// What stands in the way of saving now.
    #[must_use]
    pub fn problem(&self, today: NaiveDate) -> Option<Problem> {
        self.deed(Some(&blank(today)), false, today).err()
    }
}

fn found(value: &mut Value, origin: Origin) {
    *value = Value::Find(Finder {
        found: Some(origin),
        ..Finder::default()
    });
}

fn person() -> Vec<Slot> {
    vec![
        Slot::text(Asks::Name, ""),
        Slot::new(Asks::Origin, Value::Find(Finder::default())),
        Slot::new(Asks::Element, Value::Letter(None)),
        Slot::new(Asks::Sex, Value::Letter(None)),
        Slot::text(Asks::Office, ""),
        Slot::text(Asks::Represents, ""),
        Slot::text(Asks::Phone, ""),
    ]
}

fn plan(regions: Vec<(String, String)>) -> Vec<Slot> {
    vec![
        Slot::new(Asks::Sort, Value::Letter(None)),
        Slot::text(Asks::Title, ""),
        Slot::text(Asks::Day, ""),
        Slot::text(Asks::Time, ""),
        Slot::text(Asks::Place, ""),
        Slot::text(Asks::Organiser, ""),
        Slot::text(Asks::Opener, ""),
        Slot::new(Asks::Scope, Value::Region(regions, 0)),
    ]
}

fn blank(day: NaiveDate) -> Plan {
    Plan::bare(Sort::Outreach, String::new(), day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_is_picked_by_a_letter_has_one_of_its_own() {
        for (asks, n) in [
            (Asks::Element, Element::ALL.len()),
            (Asks::Sex, Sex::ALL.len()),
            (Asks::Sort, SORTS.len()),
        ] {
            let all = letters(asks);
            assert_eq!(all.len(), n, "{asks:?}");
            let different: std::collections::BTreeSet<char> = all.chars().collect();
            assert_eq!(different.len(), n, "{asks:?}");
        }
        assert!(SORTS.iter().all(|s| !s.is_meeting()));
        assert_eq!(Sort::ALL.iter().filter(|s| !s.is_meeting()).count(), 4);
    }
}
