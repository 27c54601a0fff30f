//! The commands on saved views.

use clap::Command;

use super::{filters, flag, json, new, option, positional};
use crate::cli::values;
use crate::strings::Strings;

pub fn command(strings: &Strings) -> Command {
    let (c, o, s) = (
        &strings.cli.commands,
        &strings.cli.options,
        &strings.cli.shape,
    );
    let name = || positional("view-name", s.name, o.view_name).num_args(1..);
    new("view", c.view)
        .alias("tampilan")
        .subcommand_required(true)
        .subcommands([
            new("list", c.view_list).alias("daftar").arg(json(o)),
            new("save", c.view_save)
                .alias("simpan")
                .arg(name())
                .args(filters(strings))
                .args([
                    option("sort", s.order, o.sort)
                        .alias("urut")
                        .value_parser(values::orders(strings.lang)),
                    flag("shared", o.view_shared).alias("bersama"),
                    json(o),
                ]),
            new("remove", c.view_remove)
                .alias("hapus")
                .args([name(), json(o)]),
        ])
}
