//! The command that makes papers.

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Command, value_parser};

use super::{flag, new, option, past, positional, region, village};
use crate::cli::paper::{MINUTES_IN_FULL, Name};
use crate::cli::values;
use crate::config::Sheet;
use crate::papers::form::Form;
use crate::strings::{Lang, Strings};

/// Most rows that an attendance list has room for beyond the villages.
const MOST_ROWS: i64 = 1000;

pub fn command(strings: &Strings) -> Command {
    let (c, o, s) = (
        &strings.cli.commands,
        &strings.cli.options,
        &strings.cli.shape,
    );
    let names = Name::ALL.map(|name| {
        let [en, id] = name.words();
        let (first, other) = match strings.lang {
            Lang::Id => (id, en),
            Lang::En => (en, id),
        };
        let value = PossibleValue::new(first).alias(other);
        match name {
            Name::Minutes => value.alias(MINUTES_IN_FULL),
            _ => value,
        }
    });
    past(
        new("paper", c.paper).aliases(["kertas", "dokumen"]).args([
            positional("paper", s.paper, o.paper)
                .value_parser(PossibleValuesParser::new(names))
                .required(false),
            village(o, s).num_args(1..).required(false),
            region(o, s),
            option("office", s.office, o.office_filter)
                .alias("pihak")
                .value_parser(values::offices()),
            option("meeting", s.number, o.paper_meeting)
                .alias("rapat")
                .conflicts_with("event"),
            option("event", s.name, o.paper_event).alias("acara"),
            flag("blank", o.paper_blank).alias("kosong"),
            flag("phones", o.paper_phones)
                .alias("telepon")
                .conflicts_with("blank"),
            option("rows", s.count, o.paper_rows)
                .alias("baris")
                .value_parser(value_parser!(u32).range(0..=MOST_ROWS)),
            option("format", s.form, o.paper_format)
                .alias("bentuk")
                .value_parser(values::words(Form::WORDS)),
            option("output", s.file, o.paper_output)
                .short('o')
                .alias("ke")
                .value_parser(value_parser!(PathBuf)),
            flag("force", o.paper_force).alias("ganti"),
            option("size", s.sheet, o.paper_size)
                .alias("ukuran")
                .value_parser(values::words(Sheet::WORDS)),
        ]),
        o,
        s,
    )
}
