//! Gates: what must be proved for each stage, by category of product, in dated versions.
//!
//! A village is judged on a day by the rules of that day, so a change of the rules never rewrites history.

use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::event::Group;
use super::stage::Stage;

/// The categories for which the gates differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Category {
    #[serde(rename = "olahan")]
    ProcessedFood,
    #[serde(rename = "kriya")]
    Craft,
    #[serde(rename = "segar")]
    Fresh,
    #[serde(rename = "jasa")]
    Services,
}

impl Category {
    pub const ALL: [Self; 4] = [
        Self::ProcessedFood,
        Self::Craft,
        Self::Fresh,
        Self::Services,
    ];

    /// The word in the log and on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::ProcessedFood => "olahan",
            Self::Craft => "kriya",
            Self::Fresh => "segar",
            Self::Services => "jasa",
        }
    }

    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        Self::ALL.into_iter().find(|c| c.word() == text)
    }

    /// The category a product of this group falls into until somebody says otherwise. The programme wants harvests
    /// processed, so crops, livestock and fish count as food to be processed.
    #[must_use]
    pub fn of_group(group: Group) -> Self {
        match group {
            Group::Craft => Self::Craft,
            Group::Services => Self::Services,
            Group::Crops
            | Group::Estate
            | Group::Livestock
            | Group::Sea
            | Group::Forest
            | Group::Food
            | Group::Other => Self::ProcessedFood,
        }
    }
}

/// How much an item weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all(serialize = "kebab-case"))]
pub enum Need {
    #[serde(rename(deserialize = "W"))]
    Required,
    /// Required once somebody says that it applies.
    #[serde(rename(deserialize = "K"))]
    IfApplies,
    #[serde(rename(deserialize = "S"))]
    Supporting,
    #[serde(rename(deserialize = "-"))]
    NotAsked,
}

/// From what an item follows by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Follows {
    /// The number of the minutes of the choice.
    Minutes,
    /// The decree.
    Decree,
}

/// One thing that proves a stage.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Item {
    /// The word in the log and on the command line: `izin-edar`.
    pub id: String,
    pub stage: Stage,
    /// In Indonesian and in English.
    pub label: [String; 2],
    /// By [`Category`].
    need: [Need; 4],
    #[serde(default)]
    pub from: Option<Follows>,
    /// Answers that are complete although nothing was issued.
    #[serde(default)]
    pub answers: Vec<super::evidence::Status>,
    /// Months a paper holds at most.
    #[serde(default)]
    pub valid_months: Option<u32>,
    /// Months before its end at which the renewal must be filed.
    #[serde(default)]
    pub renew_months: Option<u32>,
    /// Months before its end at which to warn first.
    #[serde(default)]
    pub warn_months: Option<u32>,
    /// The day from which the law asks for it.
    #[serde(default)]
    pub duty_from: Option<Day>,
}

impl Item {
    #[must_use]
    pub fn need(&self, category: Category) -> Need {
        self.need[category as usize]
    }
}

/// Days after which something has stood too long.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Limits {
    potensi: i64,
    diolah: i64,
    dikemas: i64,
    dipasarkan: i64,
    /// Without a chosen product.
    pub tanpa_produk: i64,
    /// Since the last thing known of a village.
    pub data_lama: i64,
    /// Since the last sale of a marketed product.
    pub tanpa_penjualan: i64,
}

impl Limits {
    /// Days a product may stand in a stage.
    #[must_use]
    pub fn of(&self, stage: Stage) -> i64 {
        match stage {
            Stage::Potential => self.potensi,
            Stage::Processed => self.diolah,
            Stage::Packaged => self.dikemas,
            Stage::Marketed => self.dipasarkan,
        }
    }
}

/// One version of the rules.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Rules {
    pub version: String,
    since: Day,
    pub limits: Limits,
    #[serde(rename = "item")]
    pub items: Vec<Item>,
}

impl Rules {
    #[must_use]
    pub fn since(&self) -> NaiveDate {
        self.since.0
    }

    #[must_use]
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items.iter().find(|i| i.id == id)
    }

    /// The items of a stage that a category is asked for, in the order of the rules.
    pub fn asked(&self, stage: Stage, category: Category) -> impl Iterator<Item = (&Item, Need)> {
        self.items
            .iter()
            .filter(move |i| i.stage == stage)
            .map(move |i| (i, i.need(category)))
            .filter(|(_, need)| *need != Need::NotAsked)
    }
}

/// All versions of the rules, oldest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleBook(Vec<Rules>);

/// Why a file of rules cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadRules {
    #[error("{0}")]
    Syntax(String),
    #[error("item {0} stands twice")]
    Twice(String),
    #[error("there are no rules")]
    None,
}

impl RuleBook {
    /// The rules as shipped, in `assets/gates`.
    ///
    /// Were they unreadable, there would be none, and nothing would be verified; a test reads them.
    #[must_use]
    pub fn shipped() -> &'static Self {
        static SHIPPED: OnceLock<RuleBook> = OnceLock::new();
        SHIPPED.get_or_init(|| {
            Self::parse(&[include_str!("../../assets/gates/2025-05-27.toml")])
                .unwrap_or_else(|_| Self(Vec::new()))
        })
    }

    /// Reads versions of the rules from the texts of their files.
    ///
    /// # Errors
    /// [`BadRules`], with what is wrong and where.
    pub fn parse(files: &[&str]) -> Result<Self, BadRules> {
        let mut versions = Vec::new();
        for text in files {
            let rules: Rules = toml::from_str(text).map_err(|e| BadRules::Syntax(e.to_string()))?;
            for (i, item) in rules.items.iter().enumerate() {
                if rules.items[..i].iter().any(|other| other.id == item.id) {
                    return Err(BadRules::Twice(item.id.clone()));
                }
            }
            versions.push(rules);
        }
        versions.sort_by_key(Rules::since);
        if versions.is_empty() {
            return Err(BadRules::None);
        }
        Ok(Self(versions))
    }

    /// The rules that held on a day; before the first version, the first.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> &Rules {
        static NONE: Rules = Rules {
            version: String::new(),
            since: Day(NaiveDate::MIN),
            limits: Limits {
                potensi: i64::MAX,
                diolah: i64::MAX,
                dikemas: i64::MAX,
                dipasarkan: i64::MAX,
                tanpa_produk: i64::MAX,
                data_lama: i64::MAX,
                tanpa_penjualan: i64::MAX,
            },
            items: Vec::new(),
        };
        let later = self.0.partition_point(|r| r.since() <= day);
        self.0.get(later.saturating_sub(1)).unwrap_or(&NONE)
    }
}

/// A TOML date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day(pub NaiveDate);

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: serde::Deserializer<'de>>(de: D) -> Result<Self, D::Error> {
        let value = toml::value::Datetime::deserialize(de)?;
        let bad = || serde::de::Error::custom("a day such as 2025-05-27 is needed");
        let date = value.date.ok_or_else(bad)?;
        NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
            .filter(|d| d.year() >= 2000)
            .map(Self)
            .ok_or_else(bad)
    }
}

#[cfg(test)]
mod tests;
