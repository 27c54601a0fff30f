//! Meetings and events as a list, and one of them in words.

use super::Desk;
use super::which::ANY;
use crate::cli::fail::Failure;
use crate::cli::find::Need;
use crate::cli::out::Out;
use crate::cli::undo::short;
use crate::cli::{recap, tree};
use crate::domain::code::Code;
use crate::domain::occasion::{Attendance, Brief, Item, Occasion, Pace, Phase, Remark};
use crate::presenters::occasion::{BriefJson, OccasionJson};
use crate::presenters::table::{self, Side::Left, Side::Right};
use crate::store::Store;

const LAST: u32 = 20;

/// The occasions, the newest first.
pub(super) fn list(desk: Desk<'_>, out: &mut Out) -> Result<(), Failure> {
    let (args, ctx) = (desk.args, desk.ctx);
    let store = ctx.view()?;
    let wanted = args.option("phase");
    let phase = wanted.and_then(|w| Phase::ALL.into_iter().find(|p| p.word() == w));
    let all = desk
        .finder()
        .briefs(&store, phase, args.number("last").unwrap_or(LAST))?;
    if args.json() {
        let all = all.iter().map(BriefJson::from);
        return out.json(&all.collect::<Vec<_>>());
    }
    if args.option("format") == Some(tree::CSV) {
        let head = [
            "id", "sort", "title", "place", "day", "number", "phase", "items", "decided",
            "promises", "men", "women",
        ];
        let rows = all.iter().map(|b| {
            vec![
                b.id.to_string(),
                b.sort.word().to_owned(),
                b.title.clone(),
                b.place.clone(),
                b.day.to_string(),
                b.number.map_or_else(String::new, |n| n.to_string()),
                b.phase.word().to_owned(),
                b.items.to_string(),
                b.decided.to_string(),
                b.promises.to_string(),
                b.here.men.to_string(),
                b.here.women.to_string(),
            ]
        });
        return recap::csv(ctx, out, &[], &head, rows);
    }
    let (s, words) = (ctx.strings, &ctx.strings.cli.occasions);
    if all.is_empty() {
        return out.line(words.none_yet(desk.face.meetings));
    }
    let meetings = desk.face.meetings;
    let head = words.list_head(meetings).map(str::to_owned).to_vec();
    let rows = all.iter().map(|b| {
        let middle = if meetings {
            format!("{}/{}", b.decided, b.items)
        } else {
            s.occasions.sort(b.sort).to_owned()
        };
        vec![
            b.number.map_or_else(|| "-".into(), |n| n.to_string()),
            s.facts.short_day(b.day),
            s.occasions.phase(b.phase).to_owned(),
            middle,
            b.here.all().to_string(),
            b.title.clone(),
            short(b.id),
        ]
    });
    let rows: Vec<Vec<String>> = std::iter::once(head).chain(rows).collect();
    let sides = [
        Left,
        Left,
        Left,
        if meetings { Right } else { Left },
        Right,
        Left,
        Left,
    ];
    for line in table::align(&rows, &sides) {
        out.line(&line)?;
    }
    Ok(())
}

/// One occasion with all that is known of it but the names of those who are there.
pub(super) fn run(desk: Desk<'_>, out: &mut Out) -> Result<(), Failure> {
    let ctx = desk.ctx;
    let store = ctx.view()?;
    let held = desk.target(&store, ANY, Need::Reading)?;
    let o = &held.occasion;
    let expected = store.expected(o).map_err(|e| ctx.fail(&e))?;
    let codes: Vec<Code> = expected.into_iter().map(|p| p.code).collect();
    let here = Attendance::of(o, &codes);
    if desk.args.json() {
        let made = store
            .promises_made(o, ctx.today)
            .map_err(|e| ctx.fail(&e))?;
        let brief = Brief::of(o);
        return out.json(&OccasionJson::of(o, &brief, &here, made.total()));
    }
    for line in desk.lines(&store, o, &here)? {
        out.line(&line)?;
    }
    Ok(())
}

impl Desk<'_> {
    fn lines(
        &self,
        store: &Store,
        o: &Occasion,
        here: &Attendance,
    ) -> Result<Vec<String>, Failure> {
        let (s, words) = (self.ctx.strings, &self.ctx.strings.cli.occasions);
        let (plan, w) = (&o.plan, &s.occasions);
        let number = o.number.map_or_else(String::new, |n| format!(" {n}"));
        let mut lines = vec![
            format!("{} ({}{number})", plan.title, w.sort(plan.sort)),
            words.when(
                &s.facts.day(o.day()),
                plan.time.map(|t| t.format("%H.%M").to_string()),
                &plan.place,
            ),
        ];
        let mut state = w.phase(o.phase).to_owned();
        if let Some(reason) = o.cancelled.as_deref().filter(|r| !r.is_empty()) {
            state = format!("{state}: {reason}");
        }
        if o.phase == Phase::Open && o.current.is_some() {
            let pace = Pace::of(o, self.ctx.now);
            state = format!("{state}, {}", words.pace(pace));
        }
        lines.push(state);
        let texts = [
            &plan.organiser,
            &plan.opener,
            &plan.leader,
            &plan.minute_taker,
            &plan.invitation,
            &plan.basis,
            &plan.funds,
        ];
        for (label, text) in words.plan_labels().into_iter().zip(texts) {
            if !text.is_empty() {
                lines.push(format!("{label}: {text}"));
            }
        }
        if !plan.invited.is_empty() {
            lines.push(format!("{}: {}", words.invited(), plan.invited.join("; ")));
        }
        if !o.items.is_empty() {
            lines.push(words.agenda_head().to_owned());
        }
        for number in &o.order {
            if let Some(item) = o.item(*number) {
                let topic = self.topic(store, &item.topic)?;
                let is_current = o.current.is_some_and(|(c, _)| c == *number);
                lines.extend(self.item_lines(item, &topic, is_current));
            }
        }
        if !o.notes.is_empty() {
            lines.push(words.notes_head().to_owned());
        }
        lines.extend(o.notes.iter().map(|n| format!("  - {}", said(n))));
        let (present, of) = here.villages();
        lines.push(words.present_total(here.total));
        lines.push(words.villages_here(present, of));
        for (element, count) in &here.elements {
            lines.push(format!("  {}: {}", w.element(*element), count.all()));
        }
        for a in &o.addenda {
            let day = s.facts.short_day(a.on);
            lines.push(words.addendum(a.number, &day, &a.by, &a.text));
        }
        Ok(lines)
    }

    fn item_lines(&self, item: &Item, topic: &str, is_current: bool) -> Vec<String> {
        let (s, words) = (self.ctx.strings, &self.ctx.strings.cli.occasions);
        let mark = if is_current { '>' } else { ' ' };
        let minutes = words.minutes(item.seconds / 60, i64::from(item.topic.minutes));
        let state = match (&item.decision, item.handled) {
            (Some(ruling), _) => s.occasions.triage(ruling.triage),
            (None, handled) => words.handled(handled),
        };
        let mut lines = vec![format!(
            "{mark}{:>3}. {topic}: {state} ({minutes})",
            item.number
        )];
        if let Some(ruling) = &item.decision
            && !ruling.note.is_empty()
        {
            lines.push(format!("      {}", ruling.note));
        }
        if !item.actions.is_empty() {
            lines.push(format!("      {}", words.promised(item.actions.len())));
        }
        lines.extend(item.notes.iter().map(|n| format!("      - {}", said(n))));
        lines
    }
}

fn said(remark: &Remark) -> String {
    format!("{} ({})", remark.text, remark.by)
}
