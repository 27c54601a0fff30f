//! Placeholder of the area.

pub struct Cli {}
pub const ID: Cli = Cli {};
pub const EN: Cli = Cli {};
