//! What the screens know and do. Pure: no clock, no terminal, no database.

mod ahead;
pub mod board;
pub mod card;
pub mod command;
mod edit;
mod filters;
pub mod form;
mod forms;
pub mod journal;
pub mod keymap;
pub mod layout;
pub mod marks;
pub mod message;
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
