//! What is true of a village, worked out from what happened: events, the fold, the two axes, the acts.
//!
//! Pure: no files, no database, no terminal, and no clock. Time comes in as an argument.

pub mod act;
pub mod attention;
pub mod code;
pub mod dates;
pub mod event;
pub mod evidence;
pub mod fit;
pub mod follow;
pub mod gate;
pub mod list;
pub mod makers;
pub mod month;
pub mod occasion;
pub mod past;
pub mod people;
pub mod pirt;
pub mod quantity;
pub mod query;
pub mod redaction;
pub mod stage;
pub mod text;
pub mod view;
pub mod village;
mod words;
