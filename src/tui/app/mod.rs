//! What the screens know and do. Pure: no clock, no terminal, no database.

mod ahead;
pub mod card;
pub mod command;
mod edit;
pub mod form;
pub mod keymap;
pub mod layout;
pub mod marks;
pub mod model;
pub mod msg;
pub mod overlay;
pub mod regions;
mod run;
mod update;
pub mod window;
