//! `ovop keys`: the keys of the screens, for people, for machines and for the manual.

use serde_json::{Value, json};

use super::context::{Args, Context};
use super::fail::Failure;
use super::out::Out;
use super::table::{self, Side};
use crate::strings::Strings;

/// What the table says of one command of the screens.
#[derive(Clone, Debug, PartialEq, Eq)]
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
        return out.text(&markdown(&rows(ctx.strings), ctx.strings));
    }
    let rows = with_settings(rows(ctx.strings), ctx);
    if args.json() {
        return out.json(&rows.iter().map(json_row).collect());
    }
    let mut section = "";
    for (row, line) in rows.iter().zip(text(&rows)) {
        if row.section != section {
            section = &row.section;
            out.line(&format!("{section}:"))?;
        }
        out.line(&format!("  {line}"))?;
    }
    Ok(())
}

/// Every command of the screens, in the order of its registry.
#[must_use]
pub fn rows(strings: &Strings) -> Vec<KeyRow> {
    // To be connected to the registry of the screens' commands.
    let _ = strings;
    Vec::new()
}

/// The rows with the keys that the settings give.
fn with_settings(mut rows: Vec<KeyRow>, ctx: &Context) -> Vec<KeyRow> {
    for setting in &ctx.settings.keys {
        let (name, keys) = &setting.value;
        for row in rows.iter_mut().filter(|row| row.name == *name) {
            row.keys.clone_from(keys);
        }
    }
    rows
}

fn text(rows: &[KeyRow]) -> Vec<String> {
    let cells: Vec<Vec<String>> = rows
        .iter()
        .map(|row| vec![row.keys.join("  "), row.name.clone(), row.help.clone()])
        .collect();
    table::align(&cells, &[Side::Left; 3])
}

fn json_row(row: &KeyRow) -> Value {
    json!({
        "name": row.name,
        "section": row.section,
        "label": row.label,
        "help": row.help,
        "keys": row.keys,
    })
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
