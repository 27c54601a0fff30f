//! What the screens know and do. Pure: no clock, no terminal, no database.

mod ahead;
pub mod board;
pub mod bulk;
pub mod card;
pub mod command;
mod edit;
mod failures;
pub mod filterline;
mod filters;
pub mod form;
mod forms;
pub mod journal;
pub mod keymap;
pub mod layout;
pub mod marked;
pub mod marks;
pub mod model;
mod moves;
pub mod msg;
pub mod overlay;
pub mod past;
pub mod reasons;
pub mod regions;
pub mod resume;
mod run;
mod update;
pub mod window;
