//! What comes in from a hostile or broken world: harmful characters by every way in, and whatever else can be typed.

mod disk;
mod entry;
mod fault;
mod fuzz;
mod install;
mod io;
mod outlet;
mod poison;
mod screens;
mod shim;
mod starve;

#[allow(dead_code, reason = "shared with the tests of the screens")]
#[path = "../screens/support.rs"]
mod desk;
#[allow(dead_code, reason = "shared with the tests of the commands")]
#[path = "../commands/support.rs"]
mod home;
