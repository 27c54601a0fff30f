//! What a person may do to a village's record, and what is checked before it goes into the log.
//!
//! The screens and the commands both come through [`Act::check`], so the rules stand once.

use chrono::NaiveDate;
use uuid::Uuid;

use super::code::Kind;
use super::event::{
    ChoiceCancelled, DecreeRecorded, Event, Forum, Group, Noted, PotentialAmended,
    PotentialRecorded, PotentialWithdrawn, ProductChosen, SoldRaw, Source, StageDeclared,
};
use super::stage::Stage;
use super::text;
use super::village::Village;

/// Longest name or number, in characters.
pub const MAX_LINE: usize = 80;
/// Longest note or reason, in characters.
pub const MAX_NOTE: usize = 2_000;
/// No act can lie before this day: the programme's villages have no older records worth dating by the day.
pub const EARLIEST_YEAR: i32 = 2000;

/// One act of a person on one village, as asked for. [`Act::check`] turns it into an event or refuses it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    RecordPotential {
        id: Uuid,
        name: String,
        group: Group,
        source: Source,
        note: String,
    },
    AmendPotential {
        potential: Uuid,
        name: String,
        group: Group,
        note: String,
        confirmed: bool,
    },
    WithdrawPotential {
        potential: Uuid,
        reason: String,
    },
    Choose {
        potential: Uuid,
        /// Empty: the potential's own name.
        product: String,
        forum: Forum,
        minutes: String,
        /// Needed when an earlier choice is replaced.
        reason: String,
    },
    CancelChoice {
        reason: String,
    },
    RecordDecree {
        number: String,
    },
    DeclareStage {
        to: Stage,
        basis: String,
    },
    SoldRaw {
        raw: bool,
        note: String,
    },
    Note {
        text: String,
    },
}

/// The input that a refusal is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    Name,
    Group,
    Source,
    Note,
    Potential,
    Product,
    Forum,
    Minutes,
    Reason,
    Number,
    Stage,
    Basis,
    Text,
    Raw,
    Confirmed,
    Date,
}

/// Why an act cannot be done. `strings` says it in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    Empty(Field),
    TooLong {
        field: Field,
        max: usize,
    },
    /// The day lies after today.
    FutureDate {
        today: NaiveDate,
    },
    TooEarly {
        year: i32,
    },
    /// Nothing about a product can be older than its choice.
    BeforeChoice {
        on: NaiveDate,
    },
    NoPotential,
    UnknownPotential,
    SamePotential {
        name: String,
    },
    NothingChanged,
    NoChoice,
    SameProduct {
        product: String,
    },
    /// An earlier choice is replaced and no reason is given.
    ReplacementNeedsReason {
        product: String,
    },
    /// A kelurahan holds no musyawarah desa; a desa no rapat kelurahan.
    ForumOfOtherKind {
        forum: Forum,
        kind: Kind,
    },
    SameStage {
        stage: Stage,
    },
    SameRawSale {
        raw: bool,
    },
}

impl Refusal {
    /// The input to look at, when the refusal is about one.
    #[must_use]
    pub fn field(&self) -> Option<Field> {
        match self {
            Self::Empty(field) | Self::TooLong { field, .. } => Some(*field),
            Self::FutureDate { .. } | Self::TooEarly { .. } | Self::BeforeChoice { .. } => {
                Some(Field::Date)
            }
            Self::NoPotential | Self::UnknownPotential | Self::SameProduct { .. } => {
                Some(Field::Potential)
            }
            Self::SamePotential { .. } => Some(Field::Name),
            Self::ReplacementNeedsReason { .. } => Some(Field::Reason),
            Self::ForumOfOtherKind { .. } => Some(Field::Forum),
            Self::SameStage { .. } => Some(Field::Stage),
            Self::SameRawSale { .. } => Some(Field::Raw),
            Self::NothingChanged | Self::NoChoice => None,
        }
    }
}

/// The forums that fit a village of this kind.
pub fn forums(kind: Kind) -> impl Iterator<Item = Forum> {
    Forum::ALL.into_iter().filter(move |f| fits(*f, kind))
}

fn fits(forum: Forum, kind: Kind) -> bool {
    match forum {
        Forum::VillageDeliberation => kind == Kind::Desa,
        Forum::WardMeeting => kind == Kind::Kelurahan,
        Forum::RegencyAppointment => true,
    }
}

/// Checks the day of an act by itself.
///
/// # Errors
/// [`Refusal::FutureDate`] or [`Refusal::TooEarly`].
pub fn check_day(on: NaiveDate, today: NaiveDate) -> Result<(), Refusal> {
    use chrono::Datelike;
    if on > today {
        return Err(Refusal::FutureDate { today });
    }
    if on.year() < EARLIEST_YEAR {
        return Err(Refusal::TooEarly {
            year: EARLIEST_YEAR,
        });
    }
    Ok(())
}

fn line(field: Field, value: &str) -> Result<String, Refusal> {
    limited(field, text::clean_line(value), MAX_LINE)
}

fn passage(field: Field, value: &str) -> Result<String, Refusal> {
    limited(field, text::clean_line(value), MAX_NOTE)
}

fn limited(field: Field, value: String, max: usize) -> Result<String, Refusal> {
    if value.chars().count() > max {
        return Err(Refusal::TooLong { field, max });
    }
    Ok(value)
}

fn needed(field: Field, value: String) -> Result<String, Refusal> {
    if value.is_empty() {
        return Err(Refusal::Empty(field));
    }
    Ok(value)
}

impl Act {
    /// Turns the act into the event that goes into the log.
    ///
    /// # Errors
    /// The [`Refusal`] that says which input is wrong and why; nothing is written then.
    pub fn check(
        &self,
        village: &Village,
        kind: Kind,
        on: NaiveDate,
        today: NaiveDate,
    ) -> Result<Event, Refusal> {
        check_day(on, today)?;
        match self {
            Self::RecordPotential {
                id,
                name,
                group,
                source,
                note,
            } => {
                let name = needed(Field::Name, line(Field::Name, name)?)?;
                different_name(village, None, &name)?;
                Ok(Event::PotentialRecorded(PotentialRecorded {
                    potential: *id,
                    name,
                    group: *group,
                    source: source.clone(),
                    note: passage(Field::Note, note)?,
                }))
            }
            Self::AmendPotential {
                potential,
                name,
                group,
                note,
                confirmed,
            } => {
                let now = village
                    .potential(*potential)
                    .ok_or(Refusal::UnknownPotential)?;
                let name = needed(Field::Name, line(Field::Name, name)?)?;
                let note = passage(Field::Note, note)?;
                different_name(village, Some(*potential), &name)?;
                let amended = PotentialAmended {
                    potential: *potential,
                    name: (name != now.name).then_some(name),
                    group: (*group != now.group).then_some(*group),
                    note: (note != now.note).then_some(note),
                    confirmed: *confirmed && !now.confirmed,
                };
                if amended.name.is_none()
                    && amended.group.is_none()
                    && amended.note.is_none()
                    && !amended.confirmed
                {
                    return Err(Refusal::NothingChanged);
                }
                Ok(Event::PotentialAmended(amended))
            }
            Self::WithdrawPotential { potential, reason } => {
                village
                    .potential(*potential)
                    .ok_or(Refusal::UnknownPotential)?;
                Ok(Event::PotentialWithdrawn(PotentialWithdrawn {
                    potential: *potential,
                    reason: needed(Field::Reason, passage(Field::Reason, reason)?)?,
                }))
            }
            Self::Choose {
                potential,
                product,
                forum,
                minutes,
                reason,
            } => choose(
                village, kind, on, *potential, product, *forum, minutes, reason,
            ),
            Self::CancelChoice { reason } => {
                after_choice(village, on)?;
                Ok(Event::ChoiceCancelled(ChoiceCancelled {
                    reason: needed(Field::Reason, passage(Field::Reason, reason)?)?,
                }))
            }
            Self::RecordDecree { number } => {
                after_choice(village, on)?;
                Ok(Event::DecreeRecorded(DecreeRecorded {
                    number: needed(Field::Number, line(Field::Number, number)?)?,
                }))
            }
            Self::DeclareStage { to, basis } => {
                let choice = after_choice(village, on)?;
                if choice.stage == *to {
                    return Err(Refusal::SameStage { stage: *to });
                }
                Ok(Event::StageDeclared(StageDeclared {
                    to: *to,
                    basis: needed(Field::Basis, passage(Field::Basis, basis)?)?,
                }))
            }
            Self::SoldRaw { raw, note } => {
                if village.sold_raw.as_ref().is_some_and(|s| s.raw == *raw) {
                    return Err(Refusal::SameRawSale { raw: *raw });
                }
                Ok(Event::SoldRaw(SoldRaw {
                    raw: *raw,
                    note: passage(Field::Note, note)?,
                }))
            }
            Self::Note { text } => Ok(Event::Noted(Noted {
                text: needed(Field::Text, passage(Field::Text, text)?)?,
            })),
        }
    }
}

#[allow(clippy::too_many_arguments)] // the fields of one act, taken apart
fn choose(
    village: &Village,
    kind: Kind,
    on: NaiveDate,
    potential: Uuid,
    product: &str,
    forum: Forum,
    minutes: &str,
    reason: &str,
) -> Result<Event, Refusal> {
    if village.potentials.is_empty() {
        return Err(Refusal::NoPotential);
    }
    let chosen = village
        .potential(potential)
        .ok_or(Refusal::UnknownPotential)?;
    let product = line(Field::Product, product)?;
    let product = if product.is_empty() {
        chosen.name.clone()
    } else {
        product
    };
    if !fits(forum, kind) {
        return Err(Refusal::ForumOfOtherKind { forum, kind });
    }
    let reason = passage(Field::Reason, reason)?;
    let replaces = match &village.choice {
        None => None,
        Some(now) if on < now.on => return Err(Refusal::BeforeChoice { on: now.on }),
        Some(now) if now.product == product && now.potential == potential => {
            return Err(Refusal::SameProduct { product });
        }
        Some(now) if reason.is_empty() => {
            return Err(Refusal::ReplacementNeedsReason {
                product: now.product.clone(),
            });
        }
        Some(_) => Some(reason),
    };
    Ok(Event::ProductChosen(ProductChosen {
        potential,
        product,
        group: chosen.group,
        forum,
        minutes: line(Field::Minutes, minutes)?,
        replaces,
    }))
}

fn after_choice(village: &Village, on: NaiveDate) -> Result<&super::village::Choice, Refusal> {
    let choice = village.choice.as_ref().ok_or(Refusal::NoChoice)?;
    if on < choice.on {
        return Err(Refusal::BeforeChoice { on: choice.on });
    }
    Ok(choice)
}

fn different_name(village: &Village, except: Option<Uuid>, name: &str) -> Result<(), Refusal> {
    let key = text::search_key(name);
    match village
        .potentials
        .iter()
        .find(|p| Some(p.id) != except && text::search_key(&p.name) == key)
    {
        Some(same) => Err(Refusal::SamePotential {
            name: same.name.clone(),
        }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::village::{Choice, Potential};

    fn day(d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2025, 11, d).unwrap()
    }

    fn with_potentials(names: &[&str]) -> Village {
        Village {
            potentials: names
                .iter()
                .enumerate()
                .map(|(i, name)| Potential {
                    id: Uuid::from_u128(i as u128 + 1),
                    name: (*name).into(),
                    group: Group::Craft,
                    source: Source::Field,
                    confirmed: true,
                    note: String::new(),
                    since: day(1),
                })
                .collect(),
            ..Village::default()
        }
    }

    fn with_choice(names: &[&str], on: u32) -> Village {
        let mut village = with_potentials(names);
        village.choice = Some(Choice {
            potential: Uuid::from_u128(1),
            product: names[0].into(),
            group: Group::Craft,
            forum: Forum::VillageDeliberation,
            minutes: String::new(),
            on: day(on),
            decree: None,
            stage: Stage::Processed,
            stage_since: day(on),
            steps: vec![],
        });
        village
    }

    fn choose_first(forum: Forum, reason: &str) -> Act {
        Act::Choose {
            potential: Uuid::from_u128(1),
            product: String::new(),
            forum,
            minutes: String::new(),
            reason: reason.into(),
        }
    }

    fn check(act: &Act, village: &Village) -> Result<Event, Refusal> {
        act.check(village, Kind::Desa, day(20), day(20))
    }

    #[test]
    fn a_potential_needs_a_name_that_the_village_does_not_have_yet() {
        let record = |name: &str| Act::RecordPotential {
            id: Uuid::from_u128(9),
            name: name.into(),
            group: Group::Food,
            source: Source::Field,
            note: String::new(),
        };
        let village = with_potentials(&["Kopi Arabika"]);
        assert_eq!(
            check(&record("  "), &village),
            Err(Refusal::Empty(Field::Name))
        );
        assert_eq!(
            check(&record("kopi-arabika"), &village),
            Err(Refusal::SamePotential {
                name: "Kopi Arabika".into()
            })
        );
        assert_eq!(
            check(&record(&"x".repeat(81)), &village),
            Err(Refusal::TooLong {
                field: Field::Name,
                max: 80
            })
        );
        assert!(check(&record("madu"), &village).is_ok());
    }

    #[test]
    fn a_choice_needs_a_potential_and_a_forum_of_its_kind() {
        assert_eq!(
            check(
                &choose_first(Forum::VillageDeliberation, ""),
                &Village::default()
            ),
            Err(Refusal::NoPotential)
        );
        let village = with_potentials(&["kopi"]);
        assert_eq!(
            choose_first(Forum::VillageDeliberation, "").check(
                &village,
                Kind::Kelurahan,
                day(20),
                day(20)
            ),
            Err(Refusal::ForumOfOtherKind {
                forum: Forum::VillageDeliberation,
                kind: Kind::Kelurahan
            })
        );
        assert!(
            choose_first(Forum::WardMeeting, "")
                .check(&village, Kind::Kelurahan, day(20), day(20))
                .is_ok()
        );
    }

    #[test]
    fn replacing_a_product_needs_a_reason() {
        let village = with_choice(&["kopi", "madu"], 5);
        let replace = |reason: &str| Act::Choose {
            potential: Uuid::from_u128(2),
            product: String::new(),
            forum: Forum::VillageDeliberation,
            minutes: String::new(),
            reason: reason.into(),
        };
        assert_eq!(
            check(&choose_first(Forum::VillageDeliberation, "x"), &village),
            Err(Refusal::SameProduct {
                product: "kopi".into()
            })
        );
        assert_eq!(
            check(&replace(" "), &village),
            Err(Refusal::ReplacementNeedsReason {
                product: "kopi".into()
            })
        );
        let Ok(Event::ProductChosen(chosen)) = check(&replace("panen gagal"), &village) else {
            panic!()
        };
        assert_eq!(
            (chosen.product.as_str(), chosen.replaces.as_deref()),
            ("madu", Some("panen gagal"))
        );
    }

    #[test]
    fn nothing_about_a_product_is_older_than_its_choice_or_in_the_future() {
        let village = with_choice(&["kopi"], 15);
        let act = Act::DeclareStage {
            to: Stage::Packaged,
            basis: "label".into(),
        };
        assert_eq!(
            act.check(&village, Kind::Desa, day(14), day(20)),
            Err(Refusal::BeforeChoice { on: day(15) })
        );
        assert_eq!(
            act.check(&village, Kind::Desa, day(21), day(20)),
            Err(Refusal::FutureDate { today: day(20) })
        );
        assert_eq!(
            act.check(
                &village,
                Kind::Desa,
                NaiveDate::from_ymd_opt(1999, 1, 1).unwrap(),
                day(20)
            ),
            Err(Refusal::TooEarly { year: 2000 })
        );
        assert!(act.check(&village, Kind::Desa, day(15), day(20)).is_ok());
    }

    #[test]
    fn a_stage_moves_either_way_on_a_basis_and_never_to_itself() {
        let village = with_choice(&["kopi"], 5);
        let to = |to, basis: &str| {
            check(
                &Act::DeclareStage {
                    to,
                    basis: basis.into(),
                },
                &village,
            )
        };
        assert_eq!(
            to(Stage::Processed, "x"),
            Err(Refusal::SameStage {
                stage: Stage::Processed
            })
        );
        assert_eq!(to(Stage::Marketed, ""), Err(Refusal::Empty(Field::Basis)));
        assert!(to(Stage::Potential, "kelompok bubar").is_ok());
        assert!(to(Stage::Marketed, "sudah dijual di NTT Mart").is_ok());
        assert_eq!(
            check(
                &Act::DeclareStage {
                    to: Stage::Packaged,
                    basis: "x".into()
                },
                &with_potentials(&["kopi"])
            ),
            Err(Refusal::NoChoice)
        );
    }

    #[test]
    fn an_amendment_that_changes_nothing_is_refused() {
        let village = with_potentials(&["kopi"]);
        let amend = |name: &str, confirmed| Act::AmendPotential {
            potential: Uuid::from_u128(1),
            name: name.into(),
            group: Group::Craft,
            note: String::new(),
            confirmed,
        };
        assert_eq!(
            check(&amend("kopi", true), &village),
            Err(Refusal::NothingChanged)
        );
        let Ok(Event::PotentialAmended(e)) = check(&amend("Kopi", false), &village) else {
            panic!("a change of case is a change")
        };
        assert_eq!((e.name.as_deref(), e.group), (Some("Kopi"), None));
    }

    #[test]
    fn control_characters_never_reach_the_log() {
        let Ok(Event::Noted(note)) = check(
            &Act::Note {
                text: "a\u{1b}[31mb\u{202e}c\n d".into(),
            },
            &Village::default(),
        ) else {
            panic!()
        };
        assert_eq!(note.text, "a[31mbc d");
    }
}
