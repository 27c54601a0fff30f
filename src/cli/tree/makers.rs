//! The commands on producers, workers, months, channels and assistance.

use clap::builder::PossibleValuesParser;
use clap::{Arg, Command};

use super::{CSV, flag, json, new, on, option, past, positional, reason, region, village};
use crate::cli::values;
use crate::domain::makers::{Form, Outlet};
use crate::strings::Strings;

/// They come after those on promises.
pub fn commands(strings: &Strings) -> [Command; 5] {
    [
        producer(strings),
        workers(strings),
        month(strings),
        channel(strings),
        assist(strings),
    ]
}

fn group(name: &'static str, about: &'static str, alias: &'static str) -> Command {
    new(name, about).alias(alias).subcommand_required(true)
}

/// A table for all villages.
fn recap(about: &'static str, strings: &Strings) -> Command {
    let (o, s) = (&strings.cli.options, &strings.cli.shape);
    let list = new("list", about).alias("daftar").args([
        region(o, s),
        option("format", s.form, o.format)
            .alias("bentuk")
            .value_parser(values::words(["text", CSV]))
            .conflicts_with("json"),
        json(o),
    ]);
    past(list, o, s)
}

fn producer(strings: &Strings) -> Command {
    let (h, o, s) = (
        &strings.cli.maker_help,
        &strings.cli.options,
        &strings.cli.shape,
    );
    let which = || positional("producer", h.value_producer, h.producer_which);
    let said = || -> Vec<Arg> {
        vec![
            option("form", s.kind, h.producer_form)
                .aliases(["jenis"])
                .value_parser(PossibleValuesParser::new(
                    Form::ALL.iter().map(|f| f.word()),
                )),
            option("head", s.name, h.head).alias("ketua"),
            option("men", s.count, h.men).alias("laki"),
            option("women", s.count, h.women).alias("perempuan"),
            option("produced", s.date, h.produced).alias("produksi"),
            on(o.on, s),
            json(o),
        ]
    };
    let turn = |name, about, alias| {
        new(name, about).alias(alias).args([
            village(o, s),
            which(),
            reason(h.why_stop, s).required(true),
            on(o.on, s),
            json(o),
        ])
    };
    group("producer", h.producer, "produsen").subcommands([
        new("add", h.producer_add)
            .alias("tambah")
            .args([village(o, s), positional("name", s.name, h.producer_name)])
            .args(said()),
        new("amend", h.producer_amend)
            .alias("perbaiki")
            .args([
                village(o, s),
                which(),
                option("name", s.name, o.new_name).alias("nama"),
            ])
            .args(said()),
        turn("stop", h.producer_stop, "berhenti"),
        turn("resume", h.producer_resume, "lanjut"),
    ])
}

fn workers(strings: &Strings) -> Command {
    let (h, o, s) = (
        &strings.cli.maker_help,
        &strings.cli.options,
        &strings.cli.shape,
    );
    group("workers", h.workers, "pekerja").subcommands([
        new("count", h.workers_count).alias("hitung").args([
            village(o, s),
            option("men", s.count, h.men).alias("laki").required(true),
            option("women", s.count, h.women)
                .alias("perempuan")
                .required(true),
            option("work", s.count, h.work).alias("tk"),
            option("health", s.count, h.health).alias("jkn"),
            on(h.checked_on, s),
            json(o),
        ]),
        recap(h.workers_list, strings),
    ])
}

fn month(strings: &Strings) -> Command {
    let (h, o, s) = (
        &strings.cli.maker_help,
        &strings.cli.options,
        &strings.cli.shape,
    );
    group("month", h.month, "bulan").subcommands([
        new("add", h.month_add).alias("catat").args([
            village(o, s),
            positional("month", h.value_month, h.month_which),
            option("volume", s.count, h.volume),
            option("unit", s.text, h.unit).alias("satuan"),
            option("turnover", s.count, h.turnover).alias("omzet"),
            option("channel", h.value_channel, h.month_channel).alias("kanal"),
            option("producer", h.value_producer, h.month_producer).alias("produsen"),
            json(o),
        ]),
        recap(h.month_list, strings),
    ])
}

fn channel(strings: &Strings) -> Command {
    let (h, o, s) = (
        &strings.cli.maker_help,
        &strings.cli.options,
        &strings.cli.shape,
    );
    group("channel", h.channel, "kanal").subcommands([
        new("open", h.channel_open).alias("buka").args([
            village(o, s),
            positional("outlet", h.value_outlet, h.outlet).value_parser(PossibleValuesParser::new(
                Outlet::ALL.iter().map(|x| x.word()),
            )),
            option("name", s.name, h.outlet_name).alias("nama"),
            on(o.on, s),
            json(o),
        ]),
        new("close", h.channel_close).alias("akhiri").args([
            village(o, s),
            positional("channel", h.value_channel, h.channel_which),
            reason(h.why_stop, s).required(true),
            on(o.on, s),
            json(o),
        ]),
    ])
}

fn assist(strings: &Strings) -> Command {
    let (h, o, s) = (
        &strings.cli.maker_help,
        &strings.cli.options,
        &strings.cli.shape,
    );
    group("assist", h.assist, "dampingi").subcommands([
        new("begin", h.assist_begin).alias("mulai").args([
            village(o, s),
            positional("what", s.text, h.assist_what),
            option("office", s.office, h.assist_office)
                .alias("pihak")
                .value_parser(values::offices()),
            flag("waiting", h.waiting).alias("menunggu"),
            on(o.on, s),
            json(o),
        ]),
        new("end", h.assist_end).alias("selesai").args([
            village(o, s),
            positional("number", s.count, h.assist_number),
            option("handover", s.number, h.handover).alias("bast"),
            option("note", s.text, o.note).alias("catatan"),
            on(o.on, s),
            json(o),
        ]),
        recap(h.assist_list, strings),
    ])
}
