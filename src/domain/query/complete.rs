//! What a filter that is being typed can go on with.

use super::words::{self, Field};
use crate::domain::attention::Reason;

/// Most that is offered: it is read at a glance.
const MOST: usize = 6;

/// How the text may go on: each is the whole text with its last word completed. `names` are the regions, and whether
/// each is a kecamatan.
#[must_use]
pub fn complete(text: &str, names: &[(&str, bool)]) -> Vec<String> {
    // A name in quotes may have spaces.
    let mut quoted_now = false;
    let mut start = 0;
    for (at, c) in text.char_indices() {
        match c {
            '"' => quoted_now = !quoted_now,
            c if c.is_whitespace() && !quoted_now => start = at + c.len_utf8(),
            _ => {}
        }
    }
    let (before, word) = text.split_at(start);
    let (negation, word) = match word.strip_prefix('!') {
        Some(rest) => ("!", rest),
        None => ("", word),
    };
    let ends = match word.find([':', '<', '>', '=']) {
        Some(at) => {
            let field = Field::parse(&word[..at].to_lowercase());
            let values_at = word[at..]
                .find(|c: char| !matches!(c, ':' | '<' | '>' | '='))
                .map_or(word.len(), |i| at + i);
            let last = word[values_at..]
                .rfind(',')
                .map_or(values_at, |i| values_at + i + 1);
            field.map_or_else(Vec::new, |field| {
                let typed = word[last..].trim_start_matches('"').to_lowercase();
                values(field, names)
                    .into_iter()
                    .filter(|v| v.to_lowercase().starts_with(&typed) && v.to_lowercase() != typed)
                    .map(|v| format!("{}{}", &word[..last], quoted(&v)))
                    .collect()
            })
        }
        None if word.is_empty() => Vec::new(),
        None => {
            let typed = word.to_lowercase();
            let fields = Field::ALL.iter().map(|f| format!("{}:", f.word()));
            let alone = [
                words::PROMISE,
                words::RAW,
                "hambat",
                "k0",
                "k1",
                "k2",
                "k3",
                "k4",
            ]
            .into_iter()
            .chain(Reason::ALL.map(Reason::word))
            .map(str::to_owned);
            fields
                .chain(alone)
                .filter(|w| w.starts_with(&typed) && *w != typed)
                .collect()
        }
    };
    ends.into_iter()
        .take(MOST)
        .map(|end| format!("{before}{negation}{end}"))
        .collect()
}

fn values(field: Field, names: &[(&str, bool)]) -> Vec<String> {
    let regions = |kecamatan: bool| {
        let fits = names.iter().filter(move |(_, k)| *k == kecamatan);
        fits.map(|(name, _)| (*name).to_owned()).collect()
    };
    match field {
        Field::Kecamatan => regions(true),
        Field::Regency => regions(false),
        _ => field.values().into_iter().map(str::to_owned).collect(),
    }
}

fn quoted(value: &str) -> String {
    if value.contains(char::is_whitespace) {
        format!("\"{value}\"")
    } else {
        value.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::query::Query;

    const NAMES: [(&str, bool); 4] = [
        ("Kabupaten Malaka", false),
        ("Rinhat", true),
        ("Malaka Barat", true),
        ("Malaka Tengah", true),
    ];

    #[test]
    fn fields_values_and_regions_are_completed() {
        let ends = |text| complete(text, &NAMES);
        assert_eq!(ends("ka"), ["kab:", "kantor:", "kategori:"]);
        assert_eq!(ends("macet !rt"), ["macet !rtl"]);
        assert_eq!(
            ends("kec:mal"),
            ["kec:\"Malaka Barat\"", "kec:\"Malaka Tengah\""]
        );
        assert_eq!(ends("kec:\"malaka t"), ["kec:\"Malaka Tengah\""]);
        assert_eq!(
            ends("kec:\"Malaka Barat\" mac"),
            ["kec:\"Malaka Barat\" macet"]
        );
        assert_eq!(ends("tahap<dik"), ["tahap<dikemas"]);
        assert_eq!(ends("jenis:desa,kel"), ["jenis:desa,kelurahan"]);
        assert_eq!(ends("umur>"), Vec::<String>::new());
        assert_eq!(ends(""), Vec::<String>::new());
        assert_eq!(ends("rtl "), Vec::<String>::new());
    }

    #[test]
    fn whatever_is_offered_as_a_value_can_be_read() {
        for field in Field::ALL {
            for end in complete(&format!("{}:", field.word()), &NAMES) {
                assert!(Query::parse(&end).is_ok(), "{end}");
            }
        }
    }
}
