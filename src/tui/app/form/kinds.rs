//! What each form asks, and the act that its inputs make.

use chrono::NaiveDate;
use tui_input::Input;
use uuid::Uuid;

use super::makers;
use super::programme;
use super::value::{Pickable, Slot, Value};
use super::{Form, FormKind};
use crate::domain::act::{Act, Field, forums};
use crate::domain::event::{Forum, Group, Source};
use crate::domain::stage::Stage;
use crate::store::Card;
use crate::strings::Strings;
use crate::tui::app::command::Cmd;

impl FormKind {
    pub const ALL: [Self; 27] = [
        Self::RecordPotential,
        Self::AmendPotential,
        Self::WithdrawPotential,
        Self::Choose,
        Self::CancelChoice,
        Self::Decree,
        Self::Category,
        Self::StageForward,
        Self::StageBack,
        Self::SoldRaw,
        Self::Note,
        Self::Claim,
        Self::Verify,
        Self::WithdrawEvidence,
        Self::RaiseBlocker,
        Self::ClearBlocker,
        Self::PlanAction,
        Self::CloseAction,
        Self::AddProducer,
        Self::AmendProducer,
        Self::TurnProducer,
        Self::CountWorkers,
        Self::RecordMonth,
        Self::OpenChannel,
        Self::CloseChannel,
        Self::BeginAssistance,
        Self::EndAssistance,
    ];

    /// The command that opens it.
    #[must_use]
    pub fn cmd(self) -> Cmd {
        match self {
            Self::RecordPotential => Cmd::RecordPotential,
            Self::AmendPotential => Cmd::AmendPotential,
            Self::WithdrawPotential => Cmd::WithdrawPotential,
            Self::Choose => Cmd::Choose,
            Self::CancelChoice => Cmd::CancelChoice,
            Self::Decree => Cmd::Decree,
            Self::Category => Cmd::Category,
            Self::StageForward => Cmd::StageForward,
            Self::StageBack => Cmd::StageBack,
            Self::SoldRaw => Cmd::SoldRaw,
            Self::Note => Cmd::Note,
            Self::Claim => Cmd::Claim,
            Self::Verify => Cmd::Verify,
            Self::WithdrawEvidence => Cmd::WithdrawEvidence,
            Self::RaiseBlocker => Cmd::RaiseBlocker,
            Self::ClearBlocker => Cmd::ClearBlocker,
            Self::PlanAction => Cmd::PlanAction,
            Self::CloseAction => Cmd::CloseAction,
            Self::AddProducer => Cmd::AddProducer,
            Self::AmendProducer => Cmd::AmendProducer,
            Self::TurnProducer => Cmd::TurnProducer,
            Self::CountWorkers => Cmd::CountWorkers,
            Self::RecordMonth => Cmd::RecordMonth,
            Self::OpenChannel => Cmd::OpenChannel,
            Self::CloseChannel => Cmd::CloseChannel,
            Self::BeginAssistance => Cmd::BeginAssistance,
            Self::EndAssistance => Cmd::EndAssistance,
        }
    }

    /// The form that a command opens, if it opens one.
    #[must_use]
    pub fn of(cmd: Cmd) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.cmd() == cmd)
    }
}

/// The inputs of a form on a village, the date last.
pub(super) fn slots(kind: FormKind, card: &Card, today: NaiveDate, s: &Strings) -> Vec<Slot> {
    let potentials = || {
        let all = card.village.potentials.iter();
        all.map(|p| Pickable::Potential {
            id: p.id,
            name: p.name.clone(),
        })
        .collect()
    };
    let groups = || Group::ALL.map(Pickable::Group).to_vec();
    let group_at = |g: Group| Group::ALL.iter().position(|x| *x == g).unwrap_or(0);
    let stage = card.village.stage().unwrap_or(Stage::Potential);
    let mut slots = match kind {
        FormKind::RecordPotential => vec![
            Slot::text(Field::Name, ""),
            Slot::pick(Field::Group, groups(), 0),
            Slot::text(Field::Note, ""),
        ],
        FormKind::AmendPotential => {
            let first = card.village.potentials.first();
            let (confirmed, at) = yes_no(first.is_some_and(|p| p.confirmed));
            vec![
                Slot::pick(Field::Potential, potentials(), 0),
                Slot::text(Field::Name, first.map_or("", |p| &p.name)),
                Slot::pick(
                    Field::Group,
                    groups(),
                    first.map_or(0, |p| group_at(p.group)),
                ),
                Slot::text(Field::Note, first.map_or("", |p| &p.note)),
                Slot::pick(Field::Confirmed, confirmed, at),
            ]
        }
        FormKind::WithdrawPotential => vec![
            Slot::pick(Field::Potential, potentials(), 0),
            Slot::text(Field::Reason, ""),
        ],
        FormKind::Choose => {
            let forums = forums(card.place.kind()).map(Pickable::Forum).collect();
            let mut slots = vec![
                Slot::pick(Field::Potential, potentials(), 0),
                Slot::pick(Field::Forum, forums, 0),
                Slot::text(Field::Minutes, ""),
                Slot::text(Field::Product, ""),
            ];
            if card.village.choice.is_some() {
                slots.push(Slot::text(Field::Reason, ""));
            }
            slots
        }
        FormKind::CancelChoice => vec![Slot::text(Field::Reason, "")],
        FormKind::Decree => vec![Slot::text(Field::Number, "")],
        FormKind::StageForward => vec![
            Slot::pick(Field::Stage, stages(|t| t > stage), 0),
            Slot::text(Field::Basis, ""),
        ],
        FormKind::StageBack => {
            let lower = stages(|t| t < stage);
            let nearest = lower.len().saturating_sub(1);
            vec![
                Slot::pick(Field::Stage, lower, nearest),
                Slot::text(Field::Basis, ""),
            ]
        }
        FormKind::SoldRaw => {
            let (options, at) = yes_no(!card.village.sells_raw());
            vec![
                Slot::pick(Field::Raw, options, at),
                Slot::text(Field::Note, ""),
            ]
        }
        FormKind::Note => vec![Slot::text(Field::Text, "")],
        FormKind::Category => programme::category(card),
        FormKind::Claim => programme::claim(card, today),
        FormKind::Verify => programme::verify(card, today),
        FormKind::WithdrawEvidence => programme::withdraw(card, today),
        FormKind::RaiseBlocker => programme::raise_blocker(),
        FormKind::ClearBlocker => programme::clear_blocker(card),
        FormKind::PlanAction => programme::plan_action(card, today, s),
        FormKind::CloseAction => programme::close_action(card),
        FormKind::AddProducer
        | FormKind::AmendProducer
        | FormKind::TurnProducer
        | FormKind::CountWorkers
        | FormKind::RecordMonth
        | FormKind::OpenChannel
        | FormKind::CloseChannel
        | FormKind::BeginAssistance
        | FormKind::EndAssistance => makers::slots(kind, card, today, s),
    };
    // What is said of a month happened in it.
    if kind != FormKind::RecordMonth {
        slots.push(Slot::day(Field::Date, s.screens.today_word));
    }
    slots
}

fn stages(fits: impl Fn(Stage) -> bool) -> Vec<Pickable> {
    let all = Stage::ALL.into_iter();
    all.filter(|t| fits(*t)).map(Pickable::Stage).collect()
}

fn yes_no(yes: bool) -> (Vec<Pickable>, usize) {
    (
        vec![Pickable::Yes(true), Pickable::Yes(false)],
        usize::from(!yes),
    )
}

impl Form {
    /// The act that is typed now. A day that cannot be read is left out; [`Form::problem`] names it.
    #[must_use]
    pub fn act(&self, today: NaiveDate) -> Act {
        match self.kind {
            FormKind::RecordPotential => Act::RecordPotential {
                id: self.fresh,
                name: self.text_of(Field::Name),
                group: self.picked_group(),
                source: Source::Field,
                note: self.text_of(Field::Note),
            },
            FormKind::AmendPotential => Act::AmendPotential {
                potential: self.picked_potential(),
                name: self.text_of(Field::Name),
                group: self.picked_group(),
                note: self.text_of(Field::Note),
                confirmed: self.picked_yes(Field::Confirmed),
            },
            FormKind::WithdrawPotential => Act::WithdrawPotential {
                potential: self.picked_potential(),
                reason: self.text_of(Field::Reason),
            },
            FormKind::Choose => Act::Choose {
                potential: self.picked_potential(),
                product: self.text_of(Field::Product),
                forum: match self.picked(Field::Forum) {
                    Some(Pickable::Forum(f)) => *f,
                    _ => Forum::RegencyAppointment,
                },
                minutes: self.text_of(Field::Minutes),
                reason: self.text_of(Field::Reason),
            },
            FormKind::CancelChoice => Act::CancelChoice {
                reason: self.text_of(Field::Reason),
            },
            FormKind::Decree => Act::RecordDecree {
                number: self.text_of(Field::Number),
            },
            FormKind::StageForward | FormKind::StageBack => Act::DeclareStage {
                to: match self.picked(Field::Stage) {
                    Some(Pickable::Stage(t)) => *t,
                    _ => Stage::Potential,
                },
                basis: self.text_of(Field::Basis),
            },
            FormKind::SoldRaw => Act::SoldRaw {
                raw: self.picked_yes(Field::Raw),
                note: self.text_of(Field::Note),
            },
            FormKind::Note => Act::Note {
                text: self.text_of(Field::Text),
            },
            FormKind::Category
            | FormKind::Claim
            | FormKind::Verify
            | FormKind::WithdrawEvidence => Act::Evidence(self.evidence_act(today)),
            FormKind::RaiseBlocker
            | FormKind::ClearBlocker
            | FormKind::PlanAction
            | FormKind::CloseAction => Act::Follow(self.follow_act(today)),
            FormKind::AddProducer
            | FormKind::AmendProducer
            | FormKind::TurnProducer
            | FormKind::CountWorkers
            | FormKind::RecordMonth
            | FormKind::OpenChannel
            | FormKind::CloseChannel
            | FormKind::BeginAssistance
            | FormKind::EndAssistance => Act::Makers(self.maker_act(today)),
        }
    }

    fn picked_potential(&self) -> Uuid {
        match self.picked(Field::Potential) {
            Some(Pickable::Potential { id, .. }) => *id,
            _ => Uuid::nil(),
        }
    }

    fn picked_yes(&self, field: Field) -> bool {
        self.picked(field) == Some(&Pickable::Yes(true))
    }

    fn picked_group(&self) -> Group {
        match self.picked(Field::Group) {
            Some(Pickable::Group(g)) => *g,
            _ => Group::Other,
        }
    }

    /// What one village is missing is not what the others are missing: a promise for many is about none of its items,
    /// unless one is picked.
    pub(in crate::tui::app) fn about_no_item(&mut self) {
        let Some(slot) = self.slots.iter_mut().find(|s| s.field == Field::Item) else {
            return;
        };
        let before = slot.value.picked().cloned();
        if let Value::Pick { options, at } = &mut slot.value
            && let Some(none) = options.iter().position(|o| *o == Pickable::Item(None))
        {
            *at = none;
            self.follow_pick(Field::Item, before.as_ref());
        }
    }

    /// Where villages stand at different stages, any stage may be the one declared.
    pub(in crate::tui::app) fn offer_every_stage(&mut self) {
        for slot in &mut self.slots {
            if let (Field::Stage, Value::Pick { options, at }) = (slot.field, &mut slot.value) {
                let first = options.get(*at).cloned();
                *options = Stage::ALL.map(Pickable::Stage).to_vec();
                // What is next for the first village, not the lowest of all.
                *at = options
                    .iter()
                    .position(|o| first.as_ref() == Some(o))
                    .unwrap_or(options.len() - 1);
            }
        }
    }

    /// What follows from another pick: the inputs that start from what was picked.
    pub(super) fn follow_pick(&mut self, field: Field, before: Option<&Pickable>) {
        match (self.kind, field) {
            (FormKind::AmendPotential, Field::Potential) => self.fill_from_potential(),
            (FormKind::AmendProducer, Field::Producer) => self.fill_from_producer(),
            (FormKind::BeginAssistance, Field::Assistance) => self.ask_of_new_assistance(),
            (FormKind::Claim, Field::Item) => self.fill_from_evidence(),
            (FormKind::PlanAction, Field::Item) => self.fill_from_item(before),
            _ => {}
        }
    }

    /// An amendment starts from what the picked potential says now.
    fn fill_from_potential(&mut self) {
        let Some(p) = self
            .card
            .village
            .potential(self.picked_potential())
            .cloned()
        else {
            return;
        };
        for slot in &mut self.slots {
            match (&slot.field, &mut slot.value) {
                (Field::Name, value) => *value = Value::Text(Input::new(p.name.clone())),
                (Field::Note, value) => *value = Value::Text(Input::new(p.note.clone())),
                (Field::Group, Value::Pick { at, .. }) => {
                    *at = Group::ALL.iter().position(|g| *g == p.group).unwrap_or(0);
                }
                (Field::Confirmed, Value::Pick { at, .. }) => *at = usize::from(!p.confirmed),
                _ => {}
            }
        }
    }
}
