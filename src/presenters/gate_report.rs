//! What a village's product has proved, what is missing, and what will run out.

use chrono::NaiveDate;
use serde::Serialize;

use super::evidence::EvidenceJson;
use super::licence::{self, LicenceJson};
use super::table::{self, Side};
use crate::domain::evidence::{self, Check, Renewal, Standing};
use crate::domain::gate::{Category, Follows, Item, Need, RuleBook, Rules};
use crate::domain::list::Place;
use crate::domain::month::Month;
use crate::domain::stage::Stage;
use crate::domain::village::Choice;
use crate::strings::Strings;

/// A product held against the rules of a day.
pub struct GateReport<'a> {
    place: &'a Place,
    choice: &'a Choice,
    rules: &'a Rules,
    day: NaiveDate,
}

impl<'a> GateReport<'a> {
    /// By the rules that hold on the day.
    #[must_use]
    pub fn on(place: &'a Place, choice: &'a Choice, day: NaiveDate) -> Self {
        let rules = RuleBook::shipped().on(day);
        Self {
            place,
            choice,
            rules,
            day,
        }
    }

    #[must_use]
    pub fn verified(&self) -> Option<Stage> {
        evidence::verified_stage(self.choice, self.rules, self.day)
    }

    fn goal(&self) -> Stage {
        evidence::goal(self.choice, self.rules, self.day)
    }

    /// The papers that must be thought of, the nearest end first.
    fn renewals(&self) -> Vec<(&'a Item, Renewal, NaiveDate)> {
        let known = self.choice.evidence.iter();
        let mut renewals: Vec<_> = known
            .filter_map(|e| {
                let item = self.rules.item(&e.claim.item)?;
                let (renewal, end) = evidence::renewal(e, item, self.day)?;
                Some((item, renewal, end))
            })
            .collect();
        renewals.sort_by_key(|(_, _, end)| *end);
        renewals
    }

    /// All of it: each stage with its items, what is missing, what runs out, and a step back where one is due.
    #[must_use]
    pub fn lines(&self, s: &Strings) -> Vec<String> {
        let (w, p, facts) = (&s.cli.gates, &s.programme, &s.facts);
        let mut lines = vec![
            w.checked(p, self.place, self.choice, self.rules),
            w.stages(facts, self.choice.stage, self.verified()),
        ];
        for stage in Stage::ALL {
            lines.push(w.stage(facts.stage(stage), self.rules.limits.of(stage)));
            let items = evidence::of_stage(self.choice, stage, self.rules, self.day);
            let rows: Vec<Vec<String>> = items.iter().map(|c| item_row(s, c)).collect();
            let rows = table::align(&rows, &[Side::Left; 4]);
            lines.extend(rows.iter().map(|row| format!("  {row}")));
        }
        lines.extend(self.missing(s));
        lines.extend(self.renewal_lines(s));
        let claims = self.choice.evidence.iter().map(|e| &e.claim);
        lines.extend(claims.flat_map(|c| licence::lines(self.place, c, s, self.day)));
        lines.extend(self.step_back(s));
        lines
    }

    /// What is missing up to the stage to prove next, numbered, each with the command that mends it.
    #[must_use]
    pub fn missing(&self, s: &Strings) -> Vec<String> {
        let (w, p) = (&s.cli.gates, &s.programme);
        let goal = s.facts.stage(self.goal());
        let missing = evidence::missing(self.choice, self.rules, self.day);
        if missing.is_empty() {
            return vec![w.nothing_missing(goal)];
        }
        let lines = missing.iter().enumerate().map(|(n, c)| {
            format!(
                "{:>3}. {}: {} ({}): {}",
                n + 1,
                c.item.id,
                p.item(c.item),
                p.standing(c.standing),
                self.mend(s, c)
            )
        });
        std::iter::once(w.missing(goal)).chain(lines).collect()
    }

    /// The command that brings an item further.
    fn mend(&self, s: &Strings, c: &Check<'_>) -> String {
        let (code, id) = (&self.place.code, &c.item.id);
        match (c.item.from, c.standing) {
            (Some(Follows::Decree), _) => format!("ovop decree {code} …"),
            (Some(Follows::Minutes), _) => s.cli.gates.no_minutes().to_owned(),
            (None, Standing::Claimed) => format!("ovop evidence verify {code} {id}"),
            (None, _) => format!("ovop evidence claim {code} {id}"),
        }
    }

    /// Papers that have ended, or must be renewed, with their end; each as one sentence.
    #[must_use]
    pub fn renewal_sentences(&self, s: &Strings) -> Vec<String> {
        let renewals = self.renewals().into_iter();
        renewals
            .map(|(item, renewal, end)| {
                let renewal = s.programme.renewal(renewal);
                s.cli.gates.renewal(&s.facts, &item.id, renewal, end)
            })
            .collect()
    }

    /// The same as a list under its head; nothing without one.
    #[must_use]
    pub fn renewal_lines(&self, s: &Strings) -> Vec<String> {
        let renewals = self.renewal_sentences(s);
        if renewals.is_empty() {
            return Vec::new();
        }
        let lines = renewals.iter().map(|line| format!("  - {line}"));
        std::iter::once(s.cli.gates.renewals().to_owned())
            .chain(lines)
            .collect()
    }

    fn step_back(&self, s: &Strings) -> Option<String> {
        let back = evidence::step_back(self.choice, self.rules, self.day)?;
        let w = &s.cli.gates;
        let expired: Vec<&str> = back.expired.iter().map(|c| c.item.id.as_str()).collect();
        let basis = match back.unsold_since {
            Some(month) => s.programme.unsold(&s.makers.month(month)),
            None => w.expired_basis(&expired.join(", ")),
        };
        let (code, to) = (&self.place.code, back.to.word());
        let command = format!("ovop stage {code} {to} --basis \"{basis}\"");
        Some(w.step_back(s.facts.stage(back.to), &basis, &command))
    }

    #[must_use]
    pub fn json(&self) -> GateReportJson<'a> {
        let stages = Stage::ALL.into_iter().map(|stage| {
            let items = evidence::of_stage(self.choice, stage, self.rules, self.day);
            StageJson {
                stage,
                limit: self.rules.limits.of(stage),
                items: items.into_iter().map(CheckJson::from).collect(),
            }
        });
        let claims = self.choice.evidence.iter().map(|e| &e.claim);
        let renewals = self.renewals().into_iter();
        let back = evidence::step_back(self.choice, self.rules, self.day);
        GateReportJson {
            product: &self.choice.product,
            category: self.choice.category,
            rules: &self.rules.version,
            declared_stage: self.choice.stage,
            verified_stage: self.verified(),
            stages: stages.collect(),
            goal: self.goal(),
            missing: self.missing_json(),
            renewals: renewals
                .map(|(item, renewal, ends)| RenewalJson {
                    item: &item.id,
                    renewal,
                    ends,
                })
                .collect(),
            numbers: claims
                .filter_map(|c| licence::json(self.place, c, self.day))
                .collect(),
            step_back: back.map(|back| StepBackJson {
                to: back.to,
                expired: back.expired.iter().map(|c| c.item.id.as_str()).collect(),
                unsold_since: back.unsold_since,
            }),
        }
    }

    #[must_use]
    pub fn missing_json(&self) -> Vec<MissingJson<'a>> {
        let missing = evidence::missing(self.choice, self.rules, self.day);
        let missing = missing.into_iter().map(|c| MissingJson {
            item: &c.item.id,
            standing: c.standing,
        });
        missing.collect()
    }
}

/// How an item stands and weighs, its word, and what is on record of it.
fn item_row(s: &Strings, c: &Check<'_>) -> Vec<String> {
    let p = &s.programme;
    let label = match c.evidence {
        Some(e) => format!(
            "{}: {}",
            p.item(c.item),
            s.cli.gates.details(&s.facts, p, e)
        ),
        None => p.item(c.item).to_owned(),
    };
    vec![
        p.standing(c.standing).to_owned(),
        p.need(c.need).to_owned(),
        c.item.id.clone(),
        label,
    ]
}

#[derive(Debug, Serialize)]
pub struct GateReportJson<'a> {
    product: &'a str,
    category: Category,
    /// The version.
    rules: &'a str,
    declared_stage: Stage,
    verified_stage: Option<Stage>,
    stages: Vec<StageJson<'a>>,
    goal: Stage,
    missing: Vec<MissingJson<'a>>,
    renewals: Vec<RenewalJson<'a>>,
    numbers: Vec<LicenceJson<'a>>,
    step_back: Option<StepBackJson<'a>>,
}

#[derive(Debug, Serialize)]
struct StageJson<'a> {
    stage: Stage,
    limit: i64,
    items: Vec<CheckJson<'a>>,
}

#[derive(Debug, Serialize)]
struct CheckJson<'a> {
    item: &'a str,
    need: Need,
    standing: Standing,
    evidence: Option<EvidenceJson<'a>>,
}

impl<'a> From<Check<'a>> for CheckJson<'a> {
    fn from(c: Check<'a>) -> Self {
        Self {
            item: &c.item.id,
            need: c.need,
            standing: c.standing,
            evidence: c.evidence.map(EvidenceJson::from),
        }
    }
}

#[derive(Debug, Serialize)]
pub struct MissingJson<'a> {
    item: &'a str,
    standing: Standing,
}

#[derive(Debug, Serialize)]
struct RenewalJson<'a> {
    item: &'a str,
    renewal: Renewal,
    ends: NaiveDate,
}

#[derive(Debug, Serialize)]
struct StepBackJson<'a> {
    to: Stage,
    expired: Vec<&'a str>,
    unsold_since: Option<Month>,
}
