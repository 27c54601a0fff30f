//! The command that does one thing to many villages.

use clap::Command;

use super::{filters, flag, json, new, on, option, positional};
use crate::cli::values;
use crate::strings::Strings;

pub fn command(strings: &Strings) -> Command {
    let (c, o, s) = (
        &strings.cli.commands,
        &strings.cli.options,
        &strings.cli.shape,
    );
    let office = |help| {
        option("office", s.office, help)
            .alias("pihak")
            .value_parser(values::offices())
            .required(true)
    };
    let note = || option("note", s.text, o.note).alias("catatan");
    let acts = [
        new("action", c.action_plan).alias("rtl").args([
            positional("what", s.text, o.what),
            office(o.action_office),
            option("due", s.due, o.due).alias("tenggat").required(true),
            option("who", s.name, o.who).alias("siapa"),
            option("item", s.item, o.action_item).alias("bukti"),
        ]),
        new("blocker", c.blocker_add).alias("hambatan").args([
            positional("obstacle", s.obstacle, o.obstacle).value_parser(values::obstacles()),
            office(o.blocker_office),
            note(),
        ]),
        new("note", c.note)
            .alias("catat")
            .arg(positional("text", s.text, o.note_text).num_args(1..)),
        new("category", c.category)
            .alias("kategori")
            .arg(positional("category", s.category, o.category).value_parser(values::categories())),
        new("stage", c.stage).alias("tahap").args([
            positional("to-stage", s.stage, o.stage)
                .value_parser(values::stages(strings.lang))
                .ignore_case(true),
            option("basis", s.text, o.basis)
                .alias("dasar")
                .required(true),
        ]),
        new("raw", c.raw).alias("mentah").args([
            positional("raw", s.yes_no, o.raw)
                .value_parser(values::yes_no(strings.lang))
                .ignore_case(true),
            note(),
        ]),
    ];
    new("bulk", c.bulk)
        .alias("serentak")
        .subcommand_required(true)
        .subcommands(acts.map(|act| act.args(which(strings)).args([on(o.on, s), json(o)])))
}

/// For which villages, or all of them, and whether it is to be done.
fn which(strings: &Strings) -> impl Iterator<Item = clap::Arg> {
    let o = &strings.cli.options;
    let more = [
        flag("all", o.all_villages).alias("semua"),
        flag("yes", o.yes_write).alias("ya"),
    ];
    villages(strings).chain(more)
}

/// Villages: named ones, or a filter as `list` has it.
pub(super) fn villages(strings: &Strings) -> impl Iterator<Item = clap::Arg> {
    let (o, s) = (&strings.cli.options, &strings.cli.shape);
    let named = option("villages", s.villages, o.villages).alias("desa");
    std::iter::once(named).chain(filters(strings))
}
