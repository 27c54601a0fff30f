use chrono::TimeDelta;
use proptest::prelude::*;
use rstest::rstest;

use super::*;
use crate::domain::code::Code;
use crate::domain::gate::RuleBook;
use crate::domain::list::{Filter, Key, Place, Summary, Worded};
use crate::domain::village::Village;

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
}

fn rules() -> &'static Rules {
    RuleBook::shipped().on(day())
}

/// A packaged coffee in a kelurahan that waits for the health office and has no promise.
fn row() -> Row {
    let mut summary = Summary::of(&Village::default(), rules());
    summary.decision = Decision::Chosen;
    summary.stage = Some(Stage::Packaged);
    summary.product = Some("Kopi Bubuk".into());
    summary.since = Some(day() - TimeDelta::days(100));
    summary.latest = Some(day() - TimeDelta::days(20));
    summary.category = Some(Category::ProcessedFood);
    summary.blocked = Some((Office::Health, day() - TimeDelta::days(3)));
    summary.offices = vec![Office::Health, Office::Bumdes];
    summary.holds_until = [Some(NaiveDate::MAX), Some(NaiveDate::MAX), None, None];
    Row {
        place: Place {
            ord: 0,
            code: Code::parse("53.21.05.1001").unwrap(),
            name: "Kota Baru".into(),
            kecamatan: "Rinhat".into(),
            regency: "Kabupaten Malaka".into(),
        },
        summary,
        key: Key { value: 0, ord: 0 },
    }
}

/// A village of which nothing is known.
fn unknown() -> Row {
    let mut row = row();
    row.summary = Summary::of(&Village::default(), rules());
    row
}

fn shows(text: &str, row: &Row) -> bool {
    Query::parse(text).unwrap().matches(row, rules(), day())
}

#[rstest]
#[case("", true, true)]
#[case("tahap:dikemas", true, false)]
#[case("TAHAP=Dikemas", true, false)]
#[case("tahap<dikemas", false, false)]
#[case("tahap<=dikemas", true, false)]
#[case("stage>processed", true, false)]
#[case("tahap:diolah,dikemas", true, false)]
#[case("!tahap:dikemas", false, true)]
#[case("terbukti:diolah", true, false)]
#[case("terbukti<dikemas", true, false)]
#[case("umur>99", true, false)]
#[case("umur>100", false, false)]
#[case("umur>=100", true, false)]
#[case("!umur>99", false, true)]
#[case("data<21", true, false)]
#[case("data<20", false, false)]
#[case("k2", true, false)]
#[case("k0,k2", true, true)]
#[case("lewat,hambat", true, false)]
#[case("produk:k0,k2", true, true)]
#[case("produk:belum", false, true)]
#[case("rtl", false, false)]
#[case("!rtl", true, true)]
#[case("tanpa-rtl", true, false)]
#[case("hambat kantor:dinkes", true, false)]
#[case("kantor:bumdes", true, false)]
#[case("kantor:pmd", false, false)]
#[case("kantor:pmd,dinkes", true, false)]
#[case("jenis:kelurahan", true, true)]
#[case("kind:village", false, false)]
#[case("kategori:olahan", true, false)]
#[case("mentah", false, false)]
#[case("kec:53.21.05 kopi", true, false)]
#[case("kab:53.04", false, false)]
#[case("kotabaru", true, true)]
#[case("\"kota baru\"", true, true)]
#[case("\"macet\"", false, false)] // in quotes it is a text
#[case("teh,kopi", true, false)]
fn a_filter_shows_what_it_says(
    #[case] text: &str,
    #[case] coffee: bool,
    #[case] nothing_known: bool,
) {
    assert_eq!(shows(text, &row()), coffee, "{text}");
    assert_eq!(shows(text, &unknown()), nothing_known, "{text}");
}

#[rstest]
#[case("k1 tahp<dikemas", "tahp", Some("tahap"))]
#[case("kantor:dinkess", "dinkess", Some("dinkes"))]
#[case("tahap:potensi,dikmas", "dikmas", Some("dikemas"))]
#[case("warna:merah", "warna", None)]
#[case(":x", ":x", None)]
#[case("umur>lama", "lama", None)]
#[case("umur>-5", "-5", None)]
#[case("umur>999999", "999999", None)]
#[case("kopi umur>", "umur>", None)]
#[case("kec:rinhat, k1", "kec:rinhat,", None)]
#[case("jenis<desa", "jenis<desa", None)]
#[case("tahap<diolah,dikemas", "dikemas", None)]
#[case("umur:1,2", "2", None)]
#[case("k1 \"kopi", "\"kopi", None)]
#[case("k1 !", "!", None)]
#[case("kopi ...", "...", None)]
#[case("kopi,macet", "macet", None)]
#[case("macet,k0", "macet", None)]
fn a_word_that_cannot_be_read_is_pointed_at(
    #[case] text: &str,
    #[case] word: &str,
    #[case] meant: Option<&str>,
) {
    let bad = Query::parse(text).unwrap_err();
    assert_eq!(&text[bad.span], word, "{text}");
    let near = match bad.wrong {
        Wrong::UnknownField { near, .. } | Wrong::UnknownValue { near, .. } => near,
        _ => None,
    };
    assert_eq!(near, meant, "{text}");
}

/// Texts near the language: its words, signs and quotes in any order.
fn near_the_language() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "kec",
        "tahap",
        "umur",
        "rtl",
        "macet",
        "k1",
        "dikemas",
        "kopi",
        "Io Kufeu",
        "90",
        ":",
        "<",
        "<=",
        ">",
        "=",
        "!",
        ",",
        "\"",
        " ",
        "  ",
        "é",
        "\u{202e}",
        "produk:belum",
        "kantor:dinkes",
    ]);
    prop::collection::vec(pieces, 0..14).prop_map(|all| all.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_or_pointed_into(text in prop_oneof![near_the_language(), any::<String>()]) {
        match Query::parse(&text) {
            Ok(query) => {
                let written = query.to_string();
                prop_assert_eq!(Query::parse(&written), Ok(query), "{} as {}", text, written);
            }
            // That the bounds lie between characters, `get` tells.
            Err(bad) => prop_assert!(text.get(bad.span.clone()).is_some_and(|w| !w.is_empty()), "{} {:?}", text, bad),
        }
    }
}

#[test]
fn what_was_picked_and_what_was_typed_become_one_text_that_means_the_same() {
    let typed = "umur>90 !rtl";
    let filter = Filter {
        region: Some("53.21.05".into()),
        decision: Some(DecisionIs::WithoutProduct),
        stage: Some(Stage::Packaged),
        reason: Some((Reason::Stuck, day())),
        query: Some(Worded {
            text: typed.into(),
            query: Query::parse(typed).unwrap(),
            day: day(),
        }),
    };
    let text = in_words(&filter, Some((Level::Kecamatan, "Malaka Barat")));
    assert_eq!(
        text,
        "kec:\"Malaka Barat\" produk:belum tahap:dikemas alasan:macet umur>90 !rtl"
    );
    assert_eq!(Query::parse(&text).unwrap().to_string(), text);
    assert_eq!(in_words(&Filter::default(), None), "");
}
