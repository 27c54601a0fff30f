//! The inputs of one line as they are kept for a lost line: a filter, and the name of a view.

use serde::{Deserialize, Serialize};
use tui_input::Input;
use uuid::Uuid;

use super::filterline::FilterLine;
use super::model::Model;
use super::msg::Effect;
use super::overlay::Overlay;
use super::views::ViewName;
use crate::domain::list::Sort;

/// What is typed in such an input.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum KeptLine {
    Filter {
        text: String,
    },
    ViewName {
        text: String,
        /// What the list showed then, in the filter language.
        filter: String,
        /// The word of the order.
        sort: String,
        shared: bool,
        /// The act's own id, so that what was sent before the line was lost is not done again.
        batch: Uuid,
    },
}

impl KeptLine {
    /// What it would record, by its own id: a filter records nothing, and is as good as a place.
    #[must_use]
    pub fn batch(&self) -> Option<Uuid> {
        match self {
            Self::Filter { .. } => None,
            Self::ViewName { batch, .. } => Some(*batch),
        }
    }

    /// It is for a view that others see too; nothing for a filter.
    #[must_use]
    pub fn is_shared(&self) -> Option<bool> {
        match self {
            Self::Filter { .. } => None,
            Self::ViewName { shared, .. } => Some(*shared),
        }
    }
}

impl Model {
    /// What is worth keeping of the line that is typed in; nothing while nothing was typed.
    pub(super) fn line_to_keep(&self) -> Option<KeptLine> {
        match &self.shared.overlay {
            Some(Overlay::Filter(line)) => {
                let text = line.input.value();
                let in_force = self.screens.villages.filter().query.as_ref();
                let as_before = in_force.is_some_and(|w| w.text == text);
                (!text.trim().is_empty() && !as_before).then(|| KeptLine::Filter {
                    text: text.to_owned(),
                })
            }
            Some(Overlay::ViewName(name)) => {
                let text = name.input.value();
                (!text.trim().is_empty()).then(|| KeptLine::ViewName {
                    text: text.to_owned(),
                    filter: name.filter.clone(),
                    sort: name.sort.word().to_owned(),
                    shared: name.shared,
                    batch: name.batch,
                })
            }
            _ => None,
        }
    }

    /// Opens the line again, as it was typed.
    pub(super) fn back_to_line(&mut self, kept: KeptLine) -> Vec<Effect> {
        match kept {
            KeptLine::Filter { text } => {
                let mut line = FilterLine::with(Input::new(text));
                self.renew_line(&mut line);
                self.shared.overlay = Some(Overlay::Filter(line));
            }
            KeptLine::ViewName {
                text,
                filter,
                sort,
                shared,
                batch,
            } => {
                self.shared.overlay = Some(Overlay::ViewName(ViewName {
                    input: Input::new(text),
                    filter,
                    sort: Sort::parse(&sort).unwrap_or_default(),
                    shared,
                    wrong: None,
                    batch,
                    sent: false,
                }));
            }
        }
        vec![Effect::Settle]
    }
}
