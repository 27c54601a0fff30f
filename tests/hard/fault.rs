//! A fault of the program itself: a panic, provoked from outside by a clock that stands before 1970, which the library of
//! dates takes for impossible.

use std::fs;

use crate::home::{Home, said};
use crate::shim;

#[test]
fn a_command_that_panics_leaves_a_report_and_a_sentence_and_ends_with_70() {
    for (lang, words) in [
        ("id", "kesalahan di dalam program"),
        ("en", "a fault in the program"),
    ] {
        let home = Home::new();
        let Some(around) = shim::clock(-86_400) else {
            return;
        };
        let told = said(
            home.command()
                .args(["status", "--lang", lang])
                .envs(around)
                .output()
                .unwrap(),
        );
        assert_eq!(told.code, 70, "{told:?}");
        assert_eq!(told.out, "", "{told:?}");
        assert!(told.err.contains(words), "{told:?}");
        assert_eq!(
            told.err.lines().count(),
            1,
            "no message of the panic beside it: {told:?}"
        );
        let report = told.err.trim_end().rsplit(": ").next().unwrap();
        let text = fs::read_to_string(report).unwrap();
        assert!(text.contains("before Unix epoch"), "{text}");
        assert!(!home.database().exists(), "nothing was made");
    }
}
