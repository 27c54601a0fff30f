//! The command line: every command, argument and option, with its help in the language asked for.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Arg, ArgAction, Command, value_parser};

use super::{usage, values};
use crate::config::THEMES;
use crate::strings::Strings;
use crate::strings::cli::help::{Options, Shape};

mod bulk;
mod makers;
mod occasion;
mod paper;
mod people;
mod programme;
mod view;

/// The word that `--format` takes for a table of comma-separated values.
pub const CSV: &str = "csv";

/// The command line without any command: its options alone.
#[must_use]
pub fn bare(strings: &Strings) -> Command {
    Command::new("ovop")
        .version(env!("CARGO_PKG_VERSION"))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .args(global(strings))
}

/// The whole command line.
#[must_use]
pub fn command(strings: &Strings) -> Command {
    let (c, o, s) = (
        &strings.cli.commands,
        &strings.cli.options,
        &strings.cli.shape,
    );
    let tree = bare(strings)
        .about(c.ovop)
        .after_help(usage::exit_codes(strings))
        .subcommands([
            past(new("status", c.status).args([region(o, s), json(o)]), o, s),
            list(strings),
            past(
                new("show", c.show)
                    .alias("lihat")
                    .args([village(o, s).num_args(1..), json(o)]),
                o,
                s,
            ),
            potential(strings),
            choose(strings),
            new("cancel", c.cancel).alias("batal").args([
                village(o, s),
                reason(o.cancel_reason, s).required(true),
                on(o.on, s),
                json(o),
            ]),
            new("decree", c.decree).alias("sk").args([
                village(o, s),
                positional("number", s.number, o.decree),
                on(o.decree_on, s),
                json(o),
            ]),
            new("stage", c.stage).alias("tahap").args([
                village(o, s),
                positional("stage", s.stage, o.stage)
                    .value_parser(values::stages(strings.lang))
                    .ignore_case(true),
                option("basis", s.text, o.basis)
                    .alias("dasar")
                    .required(true),
                on(o.on, s),
                json(o),
            ]),
            new("raw", c.raw).alias("mentah").args([
                village(o, s),
                positional("raw", s.yes_no, o.raw)
                    .value_parser(values::yes_no(strings.lang))
                    .ignore_case(true),
                option("note", s.text, o.note).alias("catatan"),
                on(o.on, s),
                json(o),
            ]),
            new("note", c.note).alias("catat").args([
                village(o, s),
                positional("text", s.text, o.note_text).num_args(1..),
                on(o.on, s),
                json(o),
            ]),
        ])
        .subcommands(programme::commands(strings))
        .subcommands(makers::commands(strings))
        .subcommands(occasion::commands(strings))
        .subcommand(view::command(strings))
        .subcommand(bulk::command(strings))
        .subcommand(paper::command(strings))
        .subcommands(people::commands(strings))
        .subcommands([
            new("undo", c.undo).alias("urungkan").args([
                positional("batch", s.batch, o.batch).required(false),
                flag("redo", o.redo)
                    .alias("kembalikan")
                    .conflicts_with("batch"),
                flag("yes", o.yes).alias("ya"),
                flag("dry-run", o.dry_run).alias("coba"),
                json(o),
            ]),
            log(strings),
            new("moved", c.moved).alias("bergerak").args([
                option("since", s.date, o.since)
                    .alias("sejak")
                    .required(true),
                option("until", s.date, o.until).alias("sampai"),
                region(o, s),
                json(o),
            ]),
            new("init", c.init).alias("buat").args([
                flag("bare", o.bare).alias("kosong"),
                file(option("folder", s.folder, o.init_folder)),
                option("group", s.group, o.init_group)
                    .alias("kelompok")
                    .requires("folder"),
            ]),
            new("demo", c.demo).alias("latihan").args([
                on(o.demo_on, s),
                option("keep", s.file, o.keep)
                    .alias("simpan")
                    .value_parser(value_parser!(PathBuf)),
                positional("command", s.command_word, o.demo_command)
                    .value_parser(value_parser!(OsString))
                    .required(false)
                    .num_args(1..)
                    .trailing_var_arg(true)
                    .allow_hyphen_values(true),
            ]),
            new("doctor", c.doctor)
                .alias("periksa")
                .args([flag("rebuild", o.rebuild).alias("hitung-ulang"), json(o)]),
            new("keys", c.keys)
                .alias("tombol")
                .args([flag("markdown", o.markdown).conflicts_with("json"), json(o)]),
            new("manual", c.manual)
                .alias("panduan")
                .arg(positional("page", s.page, o.page).required(false)),
            new("completions", c.completions).alias("pelengkapan").arg(
                positional("shell", s.shell, o.shell)
                    .value_parser(values::words(["bash", "zsh", "fish"])),
            ),
            new("man", c.man),
            new("help", c.help).alias("bantuan").arg(
                positional("command", s.command_word, o.help_command)
                    .num_args(1..)
                    .required(false),
            ),
        ]);
    usage::dress(tree, strings)
}

fn log(strings: &Strings) -> Command {
    let (o, s) = (&strings.cli.options, &strings.cli.shape);
    let log = new("log", strings.cli.commands.log).alias("jejak").args([
        village(o, s).num_args(1..).required(false),
        option("by", s.actor, o.by).alias("oleh"),
        option("kind", s.kind, o.kind)
            .alias("jenis")
            .value_parser(values::kinds()),
        option("from", s.date, o.from).alias("sejak"),
        option("to", s.date, o.to).alias("sampai"),
        option("last", s.count, o.last)
            .alias("akhir")
            .value_parser(value_parser!(u32).range(1..)),
        json(o),
    ]);
    past(log, o, s)
}

/// What a list of villages can be filtered by.
fn filters(strings: &Strings) -> [Arg; 7] {
    let (o, s) = (&strings.cli.options, &strings.cli.shape);
    [
        region(o, s),
        option("decision", s.decision, o.decision)
            .alias("keputusan")
            .value_parser(values::decisions())
            .ignore_case(true),
        flag("no-product", o.no_product)
            .alias("tanpa-produk")
            .conflicts_with("decision"),
        option("stage", s.stage, o.stage_filter)
            .alias("tahap")
            .value_parser(values::stages(strings.lang))
            .ignore_case(true),
        option("filter", s.text, o.filter).alias("saring"),
        option("saved", s.name, o.saved).alias("tampilan"),
        option("reason", s.reason, o.reason_filter)
            .alias("alasan")
            .value_parser(values::reasons()),
    ]
}

fn list(strings: &Strings) -> Command {
    let (o, s) = (&strings.cli.options, &strings.cli.shape);
    let list = new("list", strings.cli.commands.list)
        .alias("daftar")
        .args(filters(strings))
        .args([
            option("sort", s.order, o.sort)
                .alias("urut")
                .value_parser(values::orders(strings.lang)),
            option("format", s.form, o.format)
                .alias("bentuk")
                .value_parser(values::words(["text", CSV]))
                .conflicts_with("json"),
            json(o),
        ]);
    past(list, o, s)
}

fn potential(strings: &Strings) -> Command {
    let (c, o, s) = (
        &strings.cli.commands,
        &strings.cli.options,
        &strings.cli.shape,
    );
    let group = || {
        option("group", s.group, o.group)
            .alias("kelompok")
            .value_parser(values::groups())
    };
    let note = || option("note", s.text, o.note).alias("catatan");
    new("potential", c.potential)
        .alias("potensi")
        .subcommand_required(true)
        .subcommands([
            new("add", c.potential_add).alias("tambah").args([
                village(o, s),
                positional("name", s.name, o.potential_name),
                group(),
                note(),
                option("source", s.address, o.source).alias("sumber"),
                option("source-date", s.date, o.source_date)
                    .alias("tanggal-sumber")
                    .requires("source"),
                on(o.on, s),
                json(o),
            ]),
            new("amend", c.potential_amend).alias("perbaiki").args([
                village(o, s),
                positional("potential", s.potential, o.potential),
                option("name", s.name, o.new_name).alias("nama"),
                group(),
                note(),
                flag("confirm", o.confirm).alias("pastikan"),
                on(o.on, s),
                json(o),
            ]),
            new("withdraw", c.potential_withdraw).alias("tarik").args([
                village(o, s),
                positional("potential", s.potential, o.potential),
                reason(o.withdraw_reason, s).required(true),
                on(o.on, s),
                json(o),
            ]),
        ])
}

fn choose(strings: &Strings) -> Command {
    let (o, s) = (&strings.cli.options, &strings.cli.shape);
    new("choose", strings.cli.commands.choose)
        .alias("pilih")
        .args([
            village(o, s),
            positional("potential", s.potential, o.potential),
            option("forum", s.forum, o.forum)
                .value_parser(values::forums())
                .ignore_case(true)
                .required(true),
            on(o.chosen_on, s).required(true),
            option("minutes", s.number, o.minutes).alias("ba"),
            option("product", s.name, o.product).alias("produk"),
            reason(o.replace_reason, s),
            json(o),
        ])
}

/// The options that every command takes. `--help` comes first, so that it is found.
fn global(strings: &Strings) -> Vec<Arg> {
    let (o, s, people) = (
        &strings.cli.options,
        &strings.cli.shape,
        &strings.cli.people_help,
    );
    [
        Arg::new("help")
            .short('h')
            .long("help")
            .action(ArgAction::Help)
            .help(o.help),
        file(option("db", s.file, o.db)),
        option("lang", s.lang, o.lang)
            .alias("bahasa")
            .value_parser(values::words(["id", "en"])),
        file(option("config", s.file, o.config)),
        file(option("register", s.folder, o.register)),
        option("theme", s.theme, o.theme)
            .alias("tema")
            .value_parser(values::words(THEMES)),
        flag("ascii", o.ascii),
        flag("view", o.view).alias("lihat"),
        option("as", people.value_name, people.act_as).alias("sebagai"),
    ]
    .into_iter()
    .map(|arg| arg.global(true).help_heading(s.global))
    .chain([Arg::new("version")
        .short('V')
        .long("version")
        .action(ArgAction::Version)
        .help(o.version)
        .help_heading(s.global)])
    .collect()
}

fn file(arg: Arg) -> Arg {
    arg.value_parser(value_parser!(PathBuf))
}

fn new(name: &'static str, about: &'static str) -> Command {
    Command::new(name).about(about)
}

fn positional(id: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(id)
        .value_name(value)
        .help(help)
        .required(true)
        .hide_possible_values(true)
}

fn option(id: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(id)
        .long(id)
        .value_name(value)
        .help(help)
        .hide_possible_values(true)
}

fn flag(id: &'static str, help: &'static str) -> Arg {
    Arg::new(id).long(id).help(help).action(ArgAction::SetTrue)
}

fn village(o: &Options, s: &Shape) -> Arg {
    positional("village", s.village, o.village)
}

fn region(o: &Options, s: &Shape) -> Arg {
    option("region", s.region, o.region).aliases(["kec", "wilayah"])
}

/// A command that can show a past day.
fn past(command: Command, o: &Options, s: &Shape) -> Command {
    command.args([
        option("as-of", s.date, o.as_of).alias("per"),
        flag("known-then", o.known_then)
            .alias("diketahui-saat-itu")
            .requires("as-of"),
    ])
}

fn json(o: &Options) -> Arg {
    flag("json", o.json)
}

fn on(help: &'static str, s: &Shape) -> Arg {
    option("on", s.date, help).alias("tanggal")
}

fn reason(help: &'static str, s: &Shape) -> Arg {
    option("reason", s.reason, help).alias("alasan")
}
