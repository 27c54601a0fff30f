//! What an occasion is: `new`, `change`, `cancel`.

use chrono::NaiveDate;
use uuid::Uuid;

use super::Desk;
use super::which::{TO_COME, UNDER_WAY};
use crate::cli::fail::{Exit, Failure};
use crate::cli::find::{self, Need};
use crate::cli::out::Out;
use crate::cli::undo::short;
use crate::domain::dates;
use crate::domain::occasion::{OccasionAct, Plan, Sort};
use crate::domain::text;
use crate::store::Store;

/// Plans an occasion, or enters one that has taken place.
pub(super) fn new(desk: Desk<'_>, out: &mut Out) -> Result<(), Failure> {
    let mut store = desk.ctx.open()?;
    let (args, ctx) = (desk.args, desk.ctx);
    let day = desk.day(args.text("on"))?;
    let sort = match desk.face.meetings {
        true => Sort::Review,
        false => Sort::Outreach,
    };
    let empty = Plan::bare(sort, args.words("title"), day);
    let mut plan = desk.plan(&store, empty)?;
    let mut remarks = Vec::new();
    if plan.sort.is_meeting() && args.option("follows").is_none() {
        let last = store
            .goes_on_with(&plan, &[], None)
            .map_err(|e| ctx.fail(&e))?;
        plan.follows = last.as_ref().map(|b| b.id);
        plan.follows_by_default = true;
        remarks.extend(last.map(|b| ctx.strings.cli.occasions.goes_on_with(&desk.line(&b))));
    }
    let id = Uuid::now_v7();
    remarks.push(ctx.strings.cli.occasions.its_id(&short(id)));
    desk.record(&mut store, id, vec![OccasionAct::Plan(plan)], &remarks, out)
}

/// Changes a plan; what is not named stays.
pub(super) fn change(desk: Desk<'_>, out: &mut Out) -> Result<(), Failure> {
    let mut store = desk.ctx.open()?;
    let held = desk.target(&store, UNDER_WAY, Need::Writing)?;
    let mut plan = held.occasion.plan.clone();
    if let Some(title) = desk.args.option("title") {
        title.clone_into(&mut plan.title);
    }
    if let Some(typed) = desk.args.option("on") {
        plan.day = desk.day(typed)?;
    }
    let plan = desk.plan(&store, plan)?;
    let id = held.occasion.id;
    desk.record(&mut store, id, vec![OccasionAct::Amend(plan)], &[], out)
}

/// Records that an occasion does not take place.
pub(super) fn cancel(desk: Desk<'_>, out: &mut Out) -> Result<(), Failure> {
    let mut store = desk.ctx.open()?;
    let held = desk.target(&store, TO_COME, Need::Writing)?;
    let reason = desk.args.text("reason").to_owned();
    let act = OccasionAct::Cancel { reason };
    desk.record(&mut store, held.occasion.id, vec![act], &[], out)
}

impl Desk<'_> {
    /// A day to come, or one that has passed.
    fn day(&self, typed: &str) -> Result<NaiveDate, Failure> {
        match dates::parse_due(typed, self.ctx.today) {
            Ok(day) => Ok(day),
            Err(_) => self.ctx.day(Some(typed)),
        }
    }

    /// A plan with what the command line says of it.
    fn plan(&self, store: &Store, mut plan: Plan) -> Result<Plan, Failure> {
        let args = self.args;
        for (id, field) in [
            ("place", &mut plan.place),
            ("organiser", &mut plan.organiser),
            ("opener", &mut plan.opener),
            ("leader", &mut plan.leader),
            ("minute-taker", &mut plan.minute_taker),
            ("invitation", &mut plan.invitation),
            ("basis", &mut plan.basis),
            ("funds", &mut plan.funds),
        ] {
            if let Some(typed) = args.option(id) {
                typed.clone_into(field);
            }
        }
        if let Some(typed) = args.option("time") {
            plan.time = Some(self.time(typed)?);
        }
        if let Some(sort) = args.option("sort").and_then(Sort::parse) {
            plan.sort = sort;
        }
        let invited = args.list("invited");
        if !invited.is_empty() {
            plan.invited = invited.into_iter().map(str::to_owned).collect();
        }
        if let Some(typed) = args.option("scope") {
            plan.scope = self.scope(store, typed)?;
        }
        if let Some(typed) = args.option("follows") {
            plan.follows = match typed {
                "-" => None,
                typed => Some(self.finder().named(store, typed)?.id),
            };
            plan.follows_by_default = false;
        }
        Ok(plan)
    }

    /// Codes of regions and villages.
    fn scope(&self, store: &Store, typed: &str) -> Result<Vec<String>, Failure> {
        let mut codes: Vec<String> = Vec::new();
        for name in typed.split(';').map(str::trim).filter(|n| !n.is_empty()) {
            let regions = store.find_region(name).map_err(|e| self.fail(&e))?;
            let key = text::search_key(name);
            let is_exact = |r: &&crate::domain::list::Region| {
                let full = text::search_key(&r.name);
                full == key || full.ends_with(&key) || text::search_key(&r.code) == key
            };
            let exact: Vec<_> = regions.iter().filter(is_exact).collect();
            let code = match exact.as_slice() {
                [one] => one.code.clone(),
                [] => find::village(self.ctx, store, name, Need::Writing)?
                    .code
                    .to_string(),
                _ => {
                    return Err(find::region(self.ctx, store, name)
                        .err()
                        .unwrap_or_else(|| Failure::new(Exit::Ambiguous, text::clean_line(name))));
                }
            };
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
        Ok(codes)
    }
}
