//! What the screens know and do. Pure: no clock, no terminal, no database.

pub mod msg;
