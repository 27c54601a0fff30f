//! `ovop manual`: the manual's pages, in the program itself.

use super::context::{Args, Context};
use super::fail::{Exit, Failure};
use super::out::Out;
use crate::domain::text;
use crate::strings::Lang;

/// One page in both languages.
pub struct Page {
    pub name: &'static str,
    /// Its name in Indonesian.
    pub nama: &'static str,
    id: &'static str,
    en: &'static str,
}

macro_rules! page {
    ($name:literal, $nama:literal) => {
        Page {
            name: $name,
            nama: $nama,
            id: include_str!(concat!("../../assets/manual/id/", $name, ".md")),
            en: include_str!(concat!("../../assets/manual/en/", $name, ".md")),
        }
    };
}

/// The pages in the order of reading.
pub const PAGES: [Page; 12] = [
    page!("start", "mulai"),
    page!("screens", "layar"),
    page!("keys", "tombol"),
    page!("commands", "perintah"),
    page!("meetings", "rapat"),
    page!("chair", "ketua"),
    page!("recorder", "notulis"),
    page!("events", "acara"),
    page!("gates", "gerbang"),
    page!("data", "data"),
    page!("server", "server"),
    page!("trouble", "masalah"),
];

impl Page {
    #[must_use]
    pub fn text(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Id => self.id,
            Lang::En => self.en,
        }
    }

    fn title(&self, lang: Lang) -> &'static str {
        let first = self.text(lang).lines().next().unwrap_or_default();
        first.trim_start_matches(['#', ' '])
    }

    fn called(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Id => self.nama,
            Lang::En => self.name,
        }
    }
}

/// Shows a page of the manual, or which pages there are.
///
/// # Errors
/// When there is no such page, or the output fails.
pub fn run(args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    let lang = ctx.strings.lang;
    let words = &ctx.strings.cli.words;
    let Some(asked) = args.option("page") else {
        out.line(words.manual_head())?;
        return contents(lang).iter().try_for_each(|line| out.line(line));
    };
    let wanted = asked.trim().to_lowercase();
    match PAGES.iter().find(|p| p.name == wanted || p.nama == wanted) {
        Some(page) => out.text(page.text(lang)),
        None => {
            let head = words.no_page(&text::clean_line(asked));
            let text = format!("{head}\n{}", contents(lang).join("\n"));
            Err(Failure::new(Exit::NotFound, text))
        }
    }
}

fn contents(lang: Lang) -> Vec<String> {
    PAGES
        .iter()
        .map(|page| {
            format!(
                "  ovop manual {:<9} {}",
                page.called(lang),
                page.title(lang)
            )
        })
        .collect()
}
