//! Signs that say how far something is proved, the same wherever it is shown. Plain characters of one column, so that
//! no terminal and no reader of lines takes them for something else.

use crate::domain::evidence::Standing;
use crate::domain::stage::Stage;

/// A stage: the left half says declared, the right half verified; `##` is both.
#[must_use]
pub fn stage(stage: Stage, declared: Stage, verified: Option<Stage>) -> &'static str {
    match (stage <= declared, Some(stage) <= verified) {
        (true, true) => "[##]",
        (true, false) => "[+.]",
        (false, true) => "[.#]",
        (false, false) => "[..]",
    }
}

/// An item of the gates.
#[must_use]
pub fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Missing => "[..]",
        Standing::Claimed => "[+.]",
        Standing::Verified => "[##]",
        Standing::Expired => "[!!]",
        Standing::Waived => "[--]",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declared_and_verified_stages_differ_at_a_glance() {
        let bar = |declared, verified| Stage::ALL.map(|s| stage(s, declared, verified)).join(" ");
        assert_eq!(
            bar(Stage::Packaged, Some(Stage::Processed)),
            "[##] [##] [+.] [..]"
        );
        assert_eq!(bar(Stage::Potential, None), "[+.] [..] [..] [..]");
        assert_eq!(
            bar(Stage::Potential, Some(Stage::Processed)),
            "[##] [.#] [..] [..]"
        );
    }
}
