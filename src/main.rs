//! Parses the command line, chooses a face, sets the exit code.
#![forbid(unsafe_code)]

use std::process::ExitCode;

fn main() -> ExitCode {
    ovop::cli::main()
}
