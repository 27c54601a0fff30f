//! `ovop keys`: the keys of the screens, for people, for machines and for the manual.

use serde::Serialize;

use super::context::{Args, Context};
use super::fail::{Exit, Failure};
use super::out::Out;
use crate::config::Origin;
use crate::domain::text;
use crate::presenters::table::{self, Side};
use crate::strings::Strings;
use crate::tui::app::command;
use crate::tui::app::keymap::{KeyProblem, Keymap};

/// What the table says of one command of the screens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KeyRow {
    /// As the settings name it: `undo`.
    pub name: String,
    pub section: String,
    pub label: String,
    pub help: String,
    /// Those that work by default.
    pub keys: Vec<String>,
}

/// Shows the keys that hold; for the manual, those that everybody has.
///
/// # Errors
/// When the output fails.
pub fn run(args: Args<'_>, ctx: &Context, out: &mut Out) -> Result<(), Failure> {
    if args.flag("markdown") {
        // The manual shows what everybody has, whatever this account has set.
        let map = default_map().map_err(|p| Failure::new(Exit::Failed, p.say(ctx.strings)))?;
        return out.text(&markdown(&rows(&map, ctx.strings), ctx.strings));
    }
    let rows = rows(&map(ctx)?, ctx.strings);
    if args.json() {
        return out.json(&rows);
    }
    let mut section = "";
    for (row, line) in rows.iter().zip(lines(&rows)) {
        if row.section != section {
            section = &row.section;
            out.line(&format!("{section}:"))?;
        }
        out.line(&format!("  {line}"))?;
    }
    Ok(())
}

/// Every command of the screens, in the order of its registry, with the keys of a map.
#[must_use]
pub fn rows(map: &Keymap, strings: &Strings) -> Vec<KeyRow> {
    command::all()
        .iter()
        .map(|command| KeyRow {
            name: command.name.to_owned(),
            section: command.section_title(strings).to_owned(),
            label: command.label(strings).to_owned(),
            help: command.help(strings).to_owned(),
            keys: map
                .all(command.cmd)
                .iter()
                .map(ToString::to_string)
                .collect(),
        })
        .collect()
}

/// The keys that everybody has.
///
/// # Errors
/// Never: the registry's own keys fit together, which a test keeps so.
pub fn default_map() -> Result<Keymap, KeyProblem> {
    Keymap::new(&[])
}

/// The keys of this account: the registry's, and those that the settings add.
///
/// # Errors
/// When the settings name a command that is not there, a key that is none, or one that is taken.
pub fn map(ctx: &Context) -> Result<Keymap, Failure> {
    let added: Vec<(String, Vec<String>)> =
        ctx.settings.keys.iter().map(|k| k.value.clone()).collect();
    Keymap::new(&added).map_err(|problem| {
        let origin = ctx
            .settings
            .keys
            .iter()
            .find(|k| k.value.0 == problem.command())
            .map(|k| &k.origin);
        let file = match origin {
            Some(Origin::File(path)) => format!("{}: ", text::safe(&path.display().to_string())),
            _ => String::new(),
        };
        Failure::new(Exit::Usage, format!("{file}{}", problem.say(ctx.strings)))
    })
}

fn lines(rows: &[KeyRow]) -> Vec<String> {
    let cells: Vec<Vec<String>> = rows
        .iter()
        .map(|row| vec![row.keys.join("  "), row.name.clone(), row.help.clone()])
        .collect();
    table::align(&cells, &[Side::Left; 3])
}

/// The table of the manual's page on keys.
#[must_use]
pub fn markdown(rows: &[KeyRow], strings: &Strings) -> String {
    let [keys, name, what] = strings.cli.words.keys_head();
    let mut out = format!("| {keys} | {name} | {what} |\n| --- | --- | --- |\n");
    for row in rows {
        let keys: Vec<String> = row.keys.iter().map(|k| code(k)).collect();
        let (keys, name) = (keys.join(" "), code(&row.name));
        out += &format!("| {keys} | {name} | {} |\n", row.help.replace('|', "\\|"));
    }
    out
}

/// A key as Markdown code that a table can hold.
fn code(text: &str) -> String {
    if text == "|" {
        return "`\\|`".into();
    }
    format!("`{text}`")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::strings::Lang;

    #[test]
    fn the_manuals_table_has_a_line_for_each_command() {
        let row = |name: &str, keys: &[&str]| KeyRow {
            name: name.into(),
            section: "Umum".into(),
            label: name.into(),
            help: format!("Melakukan {name}"),
            keys: keys.iter().map(|k| (*k).into()).collect(),
        };
        let table = markdown(
            &[row("undo", &["u"]), row("quit", &["q", "|"])],
            Strings::of(Lang::Id),
        );
        assert_eq!(
            table,
            "| Tombol | Perintah | Guna |\n| --- | --- | --- |\n\
             | `u` | `undo` | Melakukan undo |\n| `q` `\\|` | `quit` | Melakukan quit |\n"
        );
    }
}
