//! The list of attendance.

use std::collections::BTreeMap;

use serde::Serialize;
use uuid::Uuid;

use super::Desk;
use super::which::{ANY, UNDER_WAY};
use crate::cli::fail::{Exit, Failure};
use crate::cli::find::{self, Need};
use crate::cli::out::Out;
use crate::cli::{recap, tree, write};
use crate::domain::code::Code;
use crate::domain::list::Place;
use crate::domain::occasion::{
    Attendance, Contact, Double, Element, Guest, Occasion, OccasionAct, Present, Sex, name_key,
};
use crate::domain::text;
use crate::presenters::occasion::GuestJson;
use crate::presenters::place::PlaceJson;
use crate::presenters::table::{self, Side::Left, Side::Right};
use crate::store::{OccasionRequest, Store};

/// Enters somebody who is there. Whoever comes first to an event on its day opens it.
pub(super) fn check_in(desk: Desk<'_>, out: &mut Out) -> Result<(), Failure> {
    let (args, ctx) = (desk.args, desk.ctx);
    let mut store = ctx.open()?;
    let held = desk.target(&store, UNDER_WAY, Need::Writing)?;
    let o = &held.occasion;
    let guest = Guest {
        name: args.words("name"),
        office: args.text("job").to_owned(),
        element: write::judged(args, ctx, "element", Element::parse)?,
        village: desk.from(&store)?,
        agency: args.text("agency").to_owned(),
        sex: write::judged(args, ctx, "sex", Sex::of)?,
        represents: args.text("represents").to_owned(),
    };
    let words = &ctx.strings.cli.occasions;
    let doubts: Vec<String> = o
        .doubles(&guest)
        .iter()
        .filter(|d| d.why != Double::SamePerson)
        .map(|d| words.perhaps_double(d.why, &d.present.guest.name))
        .collect();
    let at = desk.moment(o.day())?;
    let arrive = OccasionAct::Arrive {
        id: Uuid::now_v7(),
        guest,
        at,
        anyway: args.flag("anyway"),
    };
    let request = OccasionRequest {
        occasion: o.id,
        act: arrive,
        seen: None,
        contact: desk.contact(None),
    };
    desk.perform(&mut store, request, ctx.calendar_day(), doubts, out)
}

/// Corrects an entry; what is not named stays.
pub(super) fn amend(desk: Desk<'_>, out: &mut Out) -> Result<(), Failure> {
    let args = desk.args;
    let mut store = desk.ctx.open()?;
    let held = desk.target(&store, UNDER_WAY, Need::Writing)?;
    let present = desk.guest(&held.occasion)?.clone();
    let mut guest = present.guest;
    for (id, field) in [
        ("name", &mut guest.name),
        ("job", &mut guest.office),
        ("agency", &mut guest.agency),
        ("represents", &mut guest.represents),
    ] {
        if let Some(typed) = args.option(id) {
            typed.clone_into(field);
        }
    }
    if let Some(element) = args.option("element").and_then(Element::parse) {
        guest.element = element;
    }
    if let Some(sex) = args.option("sex").and_then(Sex::of) {
        guest.sex = sex;
    }
    match desk.from(&store)? {
        Some(village) => guest.village = Some(village),
        // Of an agency instead of a village.
        None if args.option("agency").is_some() => guest.village = None,
        None => {}
    }
    let known = store
        .contacts(held.occasion.id)
        .map_err(|e| desk.fail(&e))?;
    let request = OccasionRequest {
        occasion: held.occasion.id,
        act: OccasionAct::AmendGuest {
            id: present.id,
            guest,
        },
        seen: None,
        contact: desk.contact(known.get(&present.id)),
    };
    let changed = request.contact.is_some();
    let words = &desk.ctx.strings.cli.occasions;
    let remark = changed.then(|| words.contact_kept().to_owned());
    let remarks: Vec<String> = remark.into_iter().collect();
    desk.write(&mut store, &[request], &remarks, out)
}

/// Strikes out an entry that was a mistake.
pub(super) fn leave(desk: Desk<'_>, out: &mut Out) -> Result<(), Failure> {
    let mut store = desk.ctx.open()?;
    let held = desk.target(&store, UNDER_WAY, Need::Writing)?;
    let present = desk.guest(&held.occasion)?;
    let act = OccasionAct::WithdrawGuest {
        id: present.id,
        reason: desk.args.text("reason").to_owned(),
    };
    let remark = format!("  - {}", present.guest.name);
    desk.record(&mut store, held.occasion.id, vec![act], &[remark], out)
}

/// Erases telephone numbers and NIK.
pub(super) fn forget(desk: Desk<'_>, out: &mut Out) -> Result<(), Failure> {
    let mut store = desk.ctx.open()?;
    let held = desk.target(&store, ANY, Need::Writing)?;
    let words = &desk.ctx.strings.cli.occasions;
    let guest = if desk.args.flag("all") {
        None
    } else if desk.args.words("guest").is_empty() {
        return Err(Failure::new(Exit::Usage, words.forget_whom()));
    } else {
        Some(desk.guest(&held.occasion)?.id)
    };
    let done = store
        .forget_contacts(&desk.ctx.actor, held.occasion.id, guest)
        .map_err(|e| desk.fail(&e))?;
    if desk.args.json() {
        return out.json(&ForgottenJson {
            people: done.people,
            everywhere: done.everywhere,
        });
    }
    out.line(&words.forgotten(done.people))?;
    if done.people > 0 && !done.everywhere {
        out.line(words.not_everywhere())?;
    }
    Ok(())
}

#[derive(Serialize)]
struct ForgottenJson {
    people: usize,
    everywhere: bool,
}

/// Somebody on the list, as it is shown.
struct Line<'a> {
    number: usize,
    present: &'a Present,
    place: Option<Place>,
    contact: Contact,
}

/// Who is there.
pub(super) fn present(desk: Desk<'_>, out: &mut Out) -> Result<(), Failure> {
    let (args, ctx) = (desk.args, desk.ctx);
    let words = &ctx.strings.cli.occasions;
    let phones = args.flag("phones");
    if phones && ctx.looks_only()? {
        return Err(ctx.phones_hidden());
    }
    let store = ctx.view()?;
    let held = desk.target(&store, ANY, Need::Reading)?;
    let o = &held.occasion;
    let only = desk.from(&store)?;
    let mut contacts = BTreeMap::new();
    if phones {
        contacts = store.contacts(o.id).map_err(|e| ctx.fail(&e))?;
    }
    let mut lines = Vec::new();
    for (n, present) in o.guests.iter().enumerate() {
        let village = present.guest.village.as_ref();
        if only.is_some() && only.as_ref() != village {
            continue;
        }
        let place = match village {
            Some(code) => desk.place(&store, code)?,
            None => None,
        };
        lines.push(Line {
            number: n + 1,
            present,
            place,
            contact: contacts.remove(&present.id).unwrap_or_default(),
        });
    }
    if args.json() {
        let guests = lines.iter().map(|l| {
            let at = desk.clock(l.present.at);
            let contact = phones.then_some(&l.contact);
            GuestJson::of(l.number, l.present, l.place.as_ref(), at, contact)
        });
        return out.json(&guests.collect::<Vec<_>>());
    }
    if args.option("format") == Some(tree::CSV) {
        return csv(desk, &lines, phones, out);
    }
    if lines.is_empty() {
        return out.line(words.nobody());
    }
    for line in text_lines(desk, &lines, phones) {
        out.line(&line)?;
    }
    let total = Attendance::of(o, &[]).total;
    out.line(&words.present_total(total))
}

fn text_lines(desk: Desk<'_>, lines: &[Line<'_>], phones: bool) -> Vec<String> {
    let s = desk.ctx.strings;
    let mut head: Vec<String> = s.cli.occasions.present_head().map(str::to_owned).to_vec();
    if phones {
        head.extend(s.cli.occasions.contact_head().map(str::to_owned));
    }
    let mut sides = vec![Right, Left, Left, Left, Left, Right, Left];
    sides.extend([Left, Left]);
    sides.truncate(head.len());
    let rows = lines.iter().map(|line| {
        let guest = &line.present.guest;
        let origin = match &line.place {
            Some(p) => format!("{} ({})", p.name, p.kecamatan),
            None => guest.agency.clone(),
        };
        let mut row = vec![
            line.number.to_string(),
            // Whoever only looks is shown no names.
            match guest.name.as_str() {
                "" => s.reception.hidden().to_owned(),
                name => name.to_owned(),
            },
            guest.sex.word().to_owned(),
            s.occasions.element(guest.element).to_owned(),
            origin,
            desk.clock(line.present.at),
            match guest.represents.as_str() {
                "" => guest.office.clone(),
                who => s.cli.occasions.represents(&guest.office, who),
            },
        ];
        if phones {
            row.extend([line.contact.phone.clone(), line.contact.nik.clone()]);
        }
        row
    });
    table::align(
        &std::iter::once(head).chain(rows).collect::<Vec<_>>(),
        &sides,
    )
}

fn csv(desk: Desk<'_>, lines: &[Line<'_>], phones: bool, out: &mut Out) -> Result<(), Failure> {
    let mut head = vec![
        "number",
        "name",
        "office",
        "element",
        "sex",
        "code",
        "village",
        "kecamatan",
        "agency",
        "represents",
        "at",
    ];
    if phones {
        head.extend(["phone", "nik"]);
    }
    let rows = lines.iter().map(|line| {
        let guest = &line.present.guest;
        let place = |of: fn(&Place) -> String| line.place.as_ref().map(of).unwrap_or_default();
        let mut row = vec![
            line.number.to_string(),
            guest.name.clone(),
            guest.office.clone(),
            guest.element.word().to_owned(),
            guest.sex.word().to_owned(),
            place(|p| p.code.to_string()),
            place(|p| p.name.clone()),
            place(|p| p.kecamatan.clone()),
            guest.agency.clone(),
            guest.represents.clone(),
            desk.clock(line.present.at),
        ];
        if phones {
            row.extend([line.contact.phone.clone(), line.contact.nik.clone()]);
        }
        row
    });
    recap::csv(desk.ctx, out, &[], &head, rows)
}

/// Which expected villages are not there.
pub(super) fn absent(desk: Desk<'_>, out: &mut Out) -> Result<(), Failure> {
    let (args, ctx) = (desk.args, desk.ctx);
    let words = &ctx.strings.cli.occasions;
    let store = ctx.view()?;
    let held = desk.target(&store, ANY, Need::Reading)?;
    let expected = store.expected(&held.occasion).map_err(|e| ctx.fail(&e))?;
    let codes: Vec<Code> = expected.iter().map(|p| p.code.clone()).collect();
    let here = Attendance::of(&held.occasion, &codes);
    let absent: Vec<&Place> = here
        .kecamatan
        .iter()
        .flat_map(|k| &k.absent)
        .filter_map(|code| expected.iter().find(|p| p.code == *code))
        .collect();
    if args.json() {
        return out.json(&absent.into_iter().map(PlaceJson::from).collect::<Vec<_>>());
    }
    if args.option("format") == Some(tree::CSV) {
        let rows = absent.iter().map(|p| {
            vec![
                p.code.to_string(),
                p.name.clone(),
                p.kecamatan.clone(),
                p.regency.clone(),
            ]
        });
        let head = ["code", "name", "kecamatan", "kabupaten"];
        return recap::csv(ctx, out, &[], &head, rows);
    }
    for kecamatan in &here.kecamatan {
        let of: Vec<&&Place> = absent
            .iter()
            .filter(|p| p.code.kecamatan() == kecamatan.code)
            .collect();
        let Some(first) = of.first() else { continue };
        let names: Vec<&str> = of.iter().map(|p| p.name.as_str()).collect();
        let all = kecamatan.present.len() + of.len();
        out.line(&words.absent_of(&first.kecamatan, of.len(), all, &names.join(", ")))?;
    }
    let (present, of) = here.villages();
    out.line(&words.villages_here(present, of))
}

impl Desk<'_> {
    /// The village on the command line.
    fn from(&self, store: &Store) -> Result<Option<Code>, Failure> {
        let typed = self.args.option("from");
        let found = typed.map(|t| find::village(self.ctx, store, t, Need::Writing));
        Ok(found.transpose()?.map(|place| place.code))
    }

    /// How to reach the guest from now on; none where the command line says nothing of it.
    fn contact(&self, known: Option<&Contact>) -> Option<Contact> {
        let (phone, nik) = (self.args.option("phone"), self.args.option("nik"));
        if phone.is_none() && nik.is_none() {
            return None;
        }
        Some(known.cloned().unwrap_or_default().corrected(phone, nik))
    }

    /// Somebody on the list, by the number there or by name.
    fn guest<'a>(&self, o: &'a Occasion) -> Result<&'a Present, Failure> {
        let typed = self.args.words("guest");
        let words = &self.ctx.strings.cli.occasions;
        if let Ok(n) = typed.trim().parse::<usize>()
            && let Some(present) = n.checked_sub(1).and_then(|at| o.guests.get(at))
        {
            return Ok(present);
        }
        let asked = text::clean_line(&typed);
        let key = name_key(&typed);
        let fits = |whole: bool| -> Vec<(usize, &Present)> {
            let fit = |p: &Present| {
                let name = name_key(&p.guest.name);
                !key.is_empty() && (name == key || (!whole && name.contains(&key)))
            };
            let all = o.guests.iter().enumerate();
            all.filter(|(_, p)| fit(p)).collect()
        };
        let mut found = fits(true);
        if found.is_empty() {
            found = fits(false);
        }
        match found.as_slice() {
            [(_, one)] => Ok(one),
            [] => Err(Failure::new(Exit::NotFound, words.no_guest(&asked))),
            several => {
                let lines = several
                    .iter()
                    .map(|(n, p)| format!("{:>4}. {}", n + 1, p.guest.name));
                let head = self.ctx.strings.cli.words.several(&asked);
                let text: Vec<String> = std::iter::once(head).chain(lines).collect();
                Err(Failure::new(Exit::Ambiguous, text.join("\n")))
            }
        }
    }

    /// A moment as the clock on the wall shows it.
    pub(super) fn clock(&self, at: chrono::DateTime<chrono::Utc>) -> String {
        let zone = &self.ctx.settings.utc_offset.value;
        at.with_timezone(zone).format("%H.%M").to_string()
    }
}
