//! Placeholder of the area.

pub struct Trouble {}
pub const ID: Trouble = Trouble {};
pub const EN: Trouble = Trouble {};
