//! `ovop paper`: papers to print, to send, or to go on writing in.

mod meeting;

use std::io::{self, IsTerminal as _};
use std::path::Path;

use super::context::{Args, Context};
use super::fail::{Exit, Failure};
use super::find::{self, Need};
use super::out::Out;
use super::{attention, list, place, show};
use crate::config::Sheet;
use crate::domain::follow;
use crate::domain::list::{DecisionIs, Filter, Region, Sort};
use crate::papers::document::Document;
use crate::papers::form::Form;
use crate::papers::office::{Office, marks, official};
use crate::papers::{self, gather, report, village, write};
use crate::presenters::table::{self, Side};
use crate::store::Store;
use crate::strings::Strings;

/// The papers there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    Card,
    Gaps,
    FollowUp,
    Recap,
    NoProduct,
    Attendance,
    List,
    Attention,
    Agenda,
    Minutes,
    Record,
    Report,
}

/// The minutes by the name that stands on them; short they are `ba`.
pub const MINUTES_IN_FULL: &str = "berita-acara";

impl Name {
    pub const ALL: [Self; 12] = [
        Self::Card,
        Self::Gaps,
        Self::FollowUp,
        Self::Recap,
        Self::NoProduct,
        Self::Attendance,
        Self::List,
        Self::Attention,
        Self::Agenda,
        Self::Minutes,
        Self::Record,
        Self::Report,
    ];

    /// The word on the command line, in English and in Indonesian; both are read everywhere.
    #[must_use]
    pub fn words(self) -> [&'static str; 2] {
        match self {
            Self::Card => ["card", "kartu"],
            Self::Gaps => ["gaps", "kekurangan"],
            Self::FollowUp => ["follow-up", "matriks-rtl"],
            Self::Recap => ["recap", "rekap"],
            Self::NoProduct => ["no-product", "tanpa-produk"],
            Self::Attendance => ["attendance", "daftar-hadir"],
            Self::List => ["list", "daftar"],
            Self::Attention => ["attention", "perhatian"],
            Self::Agenda => ["agenda", "agenda"],
            Self::Minutes => ["minutes", "ba"],
            Self::Record => ["notes", "notula"],
            Self::Report => ["report", "laporan"],
        }
    }

    fn parse(word: &str) -> Option<Self> {
        if word == MINUTES_IN_FULL {
            return Some(Self::Minutes);
        }
        Self::ALL.into_iter().find(|n| n.words().contains(&word))
    }

    /// About one village, which must be named.
    fn of_village(self) -> bool {
        matches!(self, Self::Card | Self::Gaps)
    }

    /// About one meeting or event, which must be named.
    fn of_occasion(self) -> bool {
        matches!(
            self,
            Self::Agenda | Self::Minutes | Self::Record | Self::Report
        )
    }

    /// Printed in Indonesian whatever language is spoken.
    fn is_official(self) -> bool {
        self.of_occasion()
            || matches!(
                self,
                Self::FollowUp | Self::Recap | Self::NoProduct | Self::Attendance
            )
    }
}

/// Lists the papers, or makes one.
///
/// # Errors
/// When the village or region is not found or not clear, the database fails, or the file is there or cannot be written.
pub fn run(args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    let Some(name) = args.option("paper").and_then(Name::parse) else {
        return names(ctx).iter().try_for_each(|line| out.line(line));
    };
    let w = &ctx.strings.cli.papers;
    let target = args.words("village");
    if name.of_village() == target.is_empty() {
        let text = if target.is_empty() {
            w.needs_village
        } else {
            w.no_village_here
        };
        return Err(Failure::new(Exit::Usage, text));
    }
    let occasion = meeting::asked(args).is_some();
    let may_be = name.of_occasion() || matches!(name, Name::FollowUp | Name::Attendance);
    let wrong = match (occasion, name.of_occasion()) {
        (false, true) => Some(w.needs_occasion),
        (true, _) if !may_be => Some(w.no_occasion_here),
        (true, _) if args.option("region").is_some() || args.option("office").is_some() => {
            Some(w.no_region_here)
        }
        (false, _) if args.flag("phones") || args.flag("blank") => Some(w.needs_occasion),
        _ => None,
    };
    if let Some(text) = wrong {
        return Err(Failure::new(Exit::Usage, text));
    }
    let file = args.path("output");
    let form = form(args, file.as_deref());
    if form == Form::Docx && file.is_none() && io::stdout().is_terminal() {
        return Err(Failure::new(Exit::Usage, w.docx_to_terminal));
    }
    let strings = if name.is_official() {
        official()
    } else {
        ctx.strings
    };
    let doc = document((name, form), &target, args, ctx, strings)?;
    let bytes = form
        .render(&doc, strings)
        .map_err(|e| Failure::new(Exit::Internal, e.to_string()))?;
    match file {
        None => out.raw(&bytes),
        Some(path) => {
            save(&path, &bytes, args.flag("force"), ctx)?;
            out.aside(&w.written(&path.display().to_string()));
            Ok(())
        }
    }
}

fn names(ctx: &Context) -> Vec<String> {
    let w = &ctx.strings.cli.papers;
    let rows: Vec<Vec<String>> = std::iter::once([w.head_name, "", w.head_what].map(str::to_owned))
        .chain(Name::ALL.map(|name| {
            let [en, id] = name.words();
            [
                en.to_owned(),
                id.to_owned(),
                w.about(name as usize).to_owned(),
            ]
        }))
        .map(|row| row.to_vec())
        .collect();
    table::align(&rows, &[Side::Left; 3])
}

/// As asked for, else as the file's ending says, else text.
fn form(args: Args<'_>, file: Option<&Path>) -> Form {
    if let Some(asked) = args.option("format").and_then(Form::parse) {
        return asked;
    }
    let ending = file.and_then(Path::extension).and_then(|e| e.to_str());
    ending.and_then(Form::parse).unwrap_or(Form::Text)
}

fn document(
    (name, form): (Name, Form),
    target: &str,
    args: Args<'_>,
    ctx: &Context,
    s: &'static Strings,
) -> Result<Document, Failure> {
    let papers = &ctx.settings.papers;
    let asked = args.option("size").and_then(Sheet::parse);
    let office = Office {
        papers,
        sheet: asked.or(papers.size).unwrap_or_default(),
        printed: ctx.calendar_day(),
        day: ctx.today,
        public: form == Form::WhatsApp,
        marks: marks(s, ctx.training, ctx.seen),
    };
    let store = ctx.view()?;
    if name.of_village() {
        let place = find::village(ctx, &store, target, Need::Reading)?;
        let card = show::card(ctx, &store, &place)?;
        let make = match name {
            Name::Gaps => village::gap_card,
            _ => village::card,
        };
        return Ok(make(&office, &card.place, &card.village, s));
    }
    if let Some(asked) = meeting::asked(args) {
        return meeting::document(name, asked, args, ctx, (&store, &office));
    }
    of_region(name, args, ctx, (&store, s), &office)
}

fn of_region(
    name: Name,
    args: Args<'_>,
    ctx: &Context,
    (store, s): (&Store, &'static Strings),
    office: &Office<'_>,
) -> Result<Document, Failure> {
    let region = args
        .option("region")
        .map(|typed| find::region(ctx, store, typed))
        .transpose()?;
    let code = region.as_ref().map(|r| r.code.clone());
    let title = named(region.as_ref(), store, ctx)?;
    let all = Filter {
        region: code.clone(),
        ..Filter::default()
    };
    Ok(match name {
        Name::FollowUp => {
            let of = args.option("office").and_then(follow::Office::parse);
            let villages = gather::promising(store, &all, of).map_err(|e| ctx.fail(&e))?;
            report::matrix(office, &title, &villages, of)
        }
        Name::Recap => {
            let counted = gather::counted(store, code.as_deref(), ctx.today);
            report::recap(office, &counted.map_err(|e| ctx.fail(&e))?)
        }
        Name::NoProduct => {
            let filter = Filter {
                decision: Some(DecisionIs::WithoutProduct),
                ..all
            };
            let rows = list::rows(ctx, store, &filter, Sort::Register)?;
            report::without_product(office, &title, &rows)
        }
        Name::Attendance => {
            // Without a region nobody is expected by name: a list for whoever comes.
            let rows = match region {
                Some(_) => list::rows(ctx, store, &all, Sort::Register)?,
                None => Vec::new(),
            };
            let places: Vec<_> = rows.into_iter().map(|row| row.place).collect();
            let more = args
                .number("rows")
                .unwrap_or(if places.is_empty() { 25 } else { 5 });
            let title = if places.is_empty() {
                String::new()
            } else {
                title
            };
            report::attendance(office, &title, &places, more as usize)
        }
        Name::Attention => {
            let tally = store.tally(code.as_deref()).map_err(|e| ctx.fail(&e))?;
            let counts = attention::counts(ctx, store, code.as_deref())?;
            papers::list::attention(office, region.map(|_| title).as_deref(), &tally, &counts, s)
        }
        // The others never come here.
        _ => {
            let rows = list::rows(ctx, store, &all, Sort::Register)?;
            papers::list::villages(office, &[], &rows, s)
        }
    })
}

/// The region as a paper names it, a kecamatan with its regency; all of them without one.
fn named(region: Option<&Region>, store: &Store, ctx: &Context) -> Result<String, Failure> {
    let regencies = store.regencies().map_err(|e| ctx.fail(&e))?;
    Ok(match region {
        None => {
            let names: Vec<&str> = regencies.iter().map(|r| r.name.as_str()).collect();
            // A whole country's regencies are no title.
            if names.len() <= 3 {
                names.join(", ")
            } else {
                ctx.strings.cli.papers.for_all.to_owned()
            }
        }
        Some(region) if region.is_kecamatan() => {
            let regency = regencies.iter().find(|r| region.code.starts_with(&r.code));
            match regency {
                Some(regency) => format!("Kecamatan {}, {}", region.name, regency.name),
                None => format!("Kecamatan {}", region.name),
            }
        }
        Some(region) => region.name.clone(),
    })
}

fn save(path: &Path, bytes: &[u8], force: bool, ctx: &Context) -> Result<(), Failure> {
    let w = &ctx.strings.cli.papers;
    let written = if ctx.closed {
        let Some(folder) = &ctx.settings.files.value else {
            let text = ctx.strings.cli.door.no_files();
            return Err(Failure::new(Exit::Refused, text));
        };
        match write::file_inside(folder, path, bytes, force) {
            Err(write::Unwritten::Outside) => {
                let (path, folder) = (place::shown(path), place::shown(folder));
                let text = ctx.strings.cli.door.outside(&path, &folder);
                return Err(Failure::new(Exit::Refused, text));
            }
            Err(write::Unwritten::Failed(e)) => Err(e),
            Ok(()) => Ok(()),
        }
    } else {
        write::file(path, bytes, force)
    };
    written.map_err(|e| {
        let name = path.display().to_string();
        let text = if e.kind() == io::ErrorKind::AlreadyExists {
            w.there_already(&name)
        } else {
            w.not_written(&name, &e.to_string())
        };
        Failure::new(Exit::Failed, text)
    })
}
