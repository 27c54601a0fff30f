//! R8, *Notula*: what was said and decided, item by item.

use super::super::document::{Block, Document, Signatures};
use super::super::office::{Office, official};
use super::super::report::responsible;
use super::{Meeting, or_dots, pairs, sentence, zone_word};
use crate::domain::follow::Action;
use crate::domain::occasion::{Item, Remark};

/// The record of a meeting.
#[must_use]
pub fn record(office: &Office<'_>, m: &Meeting<'_>) -> Document {
    let o = m.occasion;
    let mut blocks = vec![Block::Pairs(head(office, m)), heading("Pembukaan")];
    let opener = match o.plan.opener.as_str() {
        "" => String::new(),
        _ if office.public => String::new(),
        opener => format!(" oleh {opener}"),
    };
    let zone = zone_word(m.zone);
    let word = if o.plan.sort.is_meeting() {
        "Rapat"
    } else {
        "Kegiatan"
    };
    blocks.push(Block::Paragraph(format!(
        "{word} dibuka pukul {} {zone}{opener}.",
        m.beginning()
    )));
    if !office.public {
        said(m, &o.notes, &mut blocks);
    }
    if let Some(before) = &m.before {
        blocks.push(heading("Tindak lanjut rapat sebelumnya"));
        let day = official().facts.day(before.day);
        let kept = Meeting::kept(before);
        blocks.push(Block::Paragraph(format!("Rapat {day}: {kept}.")));
        let offices = before.promises.by_office().into_iter().map(|(of, n)| {
            let of = official().programme.office(of);
            format!("{of}: {} selesai dari {}", n.kept, n.all())
        });
        blocks.push(Block::Bullets(offices.collect()));
    }
    for item in &o.items {
        discussed(office, m, item, &mut blocks);
    }
    let triaged = m.triaged();
    if !triaged.is_empty() {
        blocks.push(heading("Kesimpulan"));
        let decided = o.items.iter().filter(|i| i.decision.is_some()).count();
        blocks.push(Block::Paragraph(format!(
            "{} dari {} butir agenda diputuskan: {triaged}. Rencana tindak lanjut: {} janji.",
            super::figure(decided),
            super::figure(o.items.len()),
            o.items
                .iter()
                .map(|i| m.promises_of(i).len())
                .sum::<usize>(),
        )));
    }
    blocks.push(heading("Penutup"));
    blocks.push(Block::Paragraph(format!(
        "{word} ditutup pukul {} {zone}.",
        m.end()
    )));
    blocks.push(Block::Signatures(Box::new(Signatures {
        place_and_day: office.place_and(o.day()),
        left: Some(office.person(&o.plan.leader, &format!("Pimpinan {},", m.sort_word()))),
        right: office.person(&o.plan.minute_taker, "Notulis,"),
        ..Signatures::default()
    })));
    let title = vec!["Notula".into(), m.title()];
    let mut doc = Document {
        blocks,
        ..m.document(office, title, true)
    };
    m.addenda(&mut doc);
    doc
}

fn heading(text: &str) -> Block {
    Block::Heading(text.to_owned())
}

fn head(office: &Office<'_>, m: &Meeting<'_>) -> Vec<(String, String)> {
    let plan = &m.occasion.plan;
    let mut head = pairs([
        ("Acara", plan.title.clone()),
        ("Hari/tanggal", m.day()),
        ("Pukul", m.hours()),
        ("Tempat", or_dots(&plan.place)),
    ]);
    let known = [
        ("Penyelenggara", &plan.organiser),
        ("Dasar", &plan.basis),
        ("Undangan", &plan.invitation),
    ];
    let known = known.into_iter().filter(|(_, value)| !value.is_empty());
    head.extend(known.map(|(name, value)| (name.to_owned(), value.clone())));
    if !office.public {
        head.extend(pairs([
            ("Pimpinan", or_dots(&plan.leader)),
            ("Notulis", or_dots(&plan.minute_taker)),
        ]));
    }
    let (here, expected) = m.here().villages();
    let villages = if expected > 0 {
        format!("; desa terwakili {here} dari {expected}")
    } else {
        String::new()
    };
    head.push(("Peserta".into(), format!("{}{villages}", m.persons())));
    head
}

/// What was said, each with its time.
fn said(m: &Meeting<'_>, notes: &[Remark], blocks: &mut Vec<Block>) {
    if !notes.is_empty() {
        blocks.push(Block::Bullets(lines_of(m, notes).collect()));
    }
}

fn lines_of<'a>(m: &'a Meeting<'_>, notes: &'a [Remark]) -> impl Iterator<Item = String> + 'a {
    notes.iter().map(|n| m.said_at(n))
}

fn discussed(office: &Office<'_>, m: &Meeting<'_>, item: &Item, blocks: &mut Vec<Block>) {
    blocks.push(Block::Heading(format!(
        "{}. {}",
        item.number,
        m.topic(item)
    )));
    let village = item.topic.village.as_ref();
    let known = village.and_then(|code| Some((m.place(code)?, m.villages.get(code)?)));
    if let Some((place, village)) = known {
        let told = official().sentence(place, village, m.occasion.day());
        blocks.push(Block::Paragraph(told));
    }
    let mut lines = Vec::new();
    if !office.public {
        lines.extend(lines_of(m, &item.notes));
    }
    let decision = m.decision(item);
    let decision = if decision.is_empty() {
        "belum ada".into()
    } else {
        decision
    };
    lines.push(format!("Keputusan: {}", sentence(&decision)));
    let promised = |a: &&Action| {
        let due = official().facts.day(a.planned.due);
        let who = responsible(office, a);
        format!("Tindak lanjut: {}: {who}, tenggat {due}.", a.planned.what)
    };
    lines.extend(m.promises_of(item).iter().map(promised));
    blocks.push(Block::Bullets(lines));
}
