//! Who else is before the screens.

use super::Lang;

pub struct PresentWords {
    pub(super) lang: Lang,
}

impl PresentWords {
    #[must_use]
    pub fn nobody(&self) -> &'static str {
        self.lang.pick(
            "Tidak ada orang lain di layar sekarang.",
            "Nobody else is before the screens now.",
        )
    }

    /// One of the others: where they are, and when they last moved.
    #[must_use]
    pub fn line(&self, actor: &str, place: &str, time: &str, typing: bool) -> String {
        let typing = match typing {
            true => self.lang.pick(" (mengisi)", " (typing)"),
            false => "",
        };
        format!("{actor}{typing} {time}: {place}")
    }

    /// Under the name of a village.
    #[must_use]
    pub fn also_here(&self, names: &str) -> String {
        match self.lang {
            Lang::Id => format!("Sedang dibuka juga oleh {names}."),
            Lang::En => format!("Also open before {names}."),
        }
    }
}
