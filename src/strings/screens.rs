//! Placeholder of the area.

pub struct Screens {}
pub const ID: Screens = Screens {};
pub const EN: Screens = Screens {};
