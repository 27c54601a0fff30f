use super::*;

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

const NEWER: &str = r#"
version = "2026-1"
since = 2026-07-01
item = []
[limits]
potensi = 60
diolah = 60
dikemas = 60
dipasarkan = 60
tanpa-produk = 60
data-lama = 90
tanpa-penjualan = 90
"#;

#[test]
fn the_shipped_rules_can_be_read_and_every_stage_asks_for_something_of_every_category() {
    let book = RuleBook::shipped();
    let rules = book.on(day(2026, 11, 24));
    assert_eq!(rules.version, "2025-1");
    for category in Category::ALL {
        // A service is not packed: at that stage everything only applies if it applies.
        for stage in Stage::ALL
            .into_iter()
            .filter(|s| (category, *s) != (Category::Services, Stage::Packaged))
        {
            assert!(
                rules
                    .asked(stage, category)
                    .any(|(_, need)| need == Need::Required),
                "{category:?} {stage:?}"
            );
        }
    }
    let permit = rules.item("izin-edar").unwrap();
    assert_eq!(permit.need(Category::ProcessedFood), Need::Required);
    assert_eq!(
        permit.need(Category::Craft),
        Need::NotAsked,
        "a weaver needs no food licence"
    );
}

#[test]
fn the_rules_of_a_day_are_those_that_held_then() {
    let shipped = include_str!("../../../assets/gates/2025-05-27.toml");
    let book = RuleBook::parse(&[NEWER, shipped]).unwrap();
    assert_eq!(book.on(day(2026, 6, 30)).version, "2025-1");
    assert_eq!(book.on(day(2026, 7, 1)).version, "2026-1");
    assert_eq!(
        book.on(day(2020, 1, 1)).version,
        "2025-1",
        "before the first version the first holds"
    );
}

#[test]
fn faults_in_rules_are_named() {
    let shipped = include_str!("../../../assets/gates/2025-05-27.toml");
    let twice = shipped.replace("id = \"sop\"", "id = \"nib\"");
    assert_eq!(
        RuleBook::parse(&[&twice]),
        Err(BadRules::Twice("nib".into()))
    );
    let unknown = shipped.replace("from = \"minutes\"", "form = \"minutes\"");
    assert!(
        matches!(RuleBook::parse(&[&unknown]), Err(BadRules::Syntax(why)) if why.contains("form"))
    );
    assert_eq!(RuleBook::parse(&[]), Err(BadRules::None));
}
