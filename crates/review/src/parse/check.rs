//! Whether everything fits together: names used exist, ids are unique, facts are each stated once.
//! Here because none of this can be known before all files are read.
//! Must not know: file formats.

use std::path::PathBuf;

use super::{
    diagnostic::nearest,
    ledger::{FactAt, Kind, Ledger, Name, Place},
    section::SectionFile,
};

/// The review's statements are numbered 1 to 105.
const LAST_FACT: u16 = 105;

/// Addresses of the site that are not sections.
const PAGES: &[&str] = &[
    "/",
    "/read/",
    "/read/all/",
    "/materials/",
    "/figures/",
    "/search/",
    "/cite/",
    "/explore/",
    "/simulate/",
    "/simulate/presets/",
    "/simulate/equations/",
    "/simulate/validation/",
    "/references/",
    "/glossary/",
    "/source-notes/",
    "/teach/",
    "/about/",
    "/embed/",
    "/embed/table/",
    "/embed/simulator/",
];

/// Adds a fault for each thing that does not fit.
pub(super) fn check(sections: &[SectionFile], ledger: &mut Ledger) {
    give_pages(ledger);
    find_duplicates(ledger);
    find_unknown(ledger);
    check_claims(ledger);
    for section in sections {
        check_marks(section, ledger);
    }
}

fn give_pages(ledger: &mut Ledger) {
    let place = Place {
        file: PathBuf::new(),
        line: 1,
    };
    for page in PAGES {
        ledger.give(Kind::Page, page, &place);
    }
}

fn find_duplicates(ledger: &mut Ledger) {
    let given = std::mem::take(&mut ledger.given);
    for (index, name) in given.iter().enumerate() {
        // Two sections of one slug are one fault, not two.
        let first = given[..index]
            .iter()
            .find(|other| same(name, other) && name.kind != Kind::Page);
        if let Some(first) = first {
            let Place { file, line } = &first.place;
            let message = format!(
                "duplicate {} \"{}\" (first at {}:{line})",
                name.kind.label(),
                name.text,
                file.display()
            );
            ledger.fault(&name.place, message);
        }
    }
    ledger.given = given;
}

fn same(a: &Name, b: &Name) -> bool {
    a.kind == b.kind && a.text == b.text
}

fn find_unknown(ledger: &mut Ledger) {
    let used = std::mem::take(&mut ledger.used);
    for name in &used {
        if ledger.given.iter().any(|given| same(given, name)) {
            continue;
        }
        let candidates = ledger
            .given
            .iter()
            .filter(|given| given.kind == name.kind)
            .map(|given| given.text.as_str());
        // A number is not like another number.
        let suggestion = if name.kind == Kind::Reference {
            None
        } else {
            nearest(&name.text, candidates)
        };
        let message = format!("unknown {} \"{}\"", name.kind.label(), name.text);
        ledger.fault_suggesting(&name.place, message, suggestion);
    }
    ledger.used = used;
}

/// The front matters divide the facts among the sections, with none left over.
fn check_claims(ledger: &mut Ledger) {
    let claimed = std::mem::take(&mut ledger.claimed_facts);
    for (index, FactAt { fact, place }) in claimed.iter().enumerate() {
        if !(1..=LAST_FACT).contains(fact) {
            ledger.fault(place, format!("fact {fact} is outside 1 to {LAST_FACT}"));
        } else if let Some(first) = claimed[..index].iter().find(|other| other.fact == *fact) {
            let Place { file, line } = &first.place;
            ledger.fault(
                place,
                format!(
                    "fact {fact} is already claimed at {}:{line}",
                    file.display()
                ),
            );
        }
    }
    for fact in (1..=LAST_FACT).filter(|fact| !claimed.iter().any(|claim| claim.fact == *fact)) {
        let place = claimed.last().map(|claim| claim.place.clone());
        if let Some(place) = place {
            ledger.fault(&place, format!("fact {fact} is claimed by no section"));
        }
    }
    ledger.claimed_facts = claimed;
}

/// A written section states each of its facts once and no other; an unwritten one states none.
fn check_marks(file: &SectionFile, ledger: &mut Ledger) {
    let marked: Vec<FactAt> = ledger
        .marked_facts
        .iter()
        .filter(|mark| mark.place.file == file.place.file)
        .cloned()
        .collect();
    let section = &file.section;
    for (index, mark) in marked.iter().enumerate() {
        let FactAt { fact, place } = mark;
        if !section.facts.contains(fact) {
            ledger.fault(
                place,
                format!("fact {fact} is marked here but not listed in the front matter"),
            );
        } else if !section.written {
            ledger.fault(
                place,
                format!("fact {fact} is marked in a section that is not yet written"),
            );
        } else if marked[..index].iter().any(|other| other.fact == *fact) {
            ledger.fault(place, format!("fact {fact} is marked twice"));
        }
    }
    if section.written {
        for fact in section
            .facts
            .iter()
            .filter(|fact| !marked.iter().any(|mark| mark.fact == **fact))
        {
            ledger.fault(
                &file.place,
                format!("no sentence is marked as stating fact {fact}"),
            );
        }
    }
}
