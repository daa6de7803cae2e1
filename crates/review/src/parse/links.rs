//! What a Markdown link means here: a citation, a material, a term, a section, a note, a fact or an address.
//! Here because the link is the only notation content uses for everything that points elsewhere.
//! Must not know: whether what it points to exists; that is checked once all files are read.

use crate::Inline;

use super::{
    diagnostic::nearest,
    ledger::{FactAt, Kind, Ledger, Place},
};

const SCHEMES: &[&str] = &[
    "cite", "material", "term", "section", "figure", "equation", "note", "fact", "https", "mailto",
];

/// The inline for `[text](target)`; `None` after a fault that leaves nothing to show.
pub(super) fn link(
    target: &str,
    text: Vec<Inline>,
    place: &Place,
    ledger: &mut Ledger,
) -> Option<Inline> {
    if target.starts_with('/') {
        let path = target.split(['?', '#']).next().unwrap_or(target);
        ledger.use_name(Kind::Page, path, place);
        return Some(Inline::Link {
            href: target.to_owned(),
            text,
        });
    }
    let (scheme, rest) = target.split_once(':').unwrap_or(("", target));
    let bare = matches!(scheme, "cite" | "note" | "fact");
    if bare != text.is_empty() && SCHEMES.contains(&scheme) {
        let rule = if bare {
            "takes no text"
        } else {
            "needs a text"
        };
        ledger.fault(
            place,
            format!("the link \"{target}\" {rule} between its brackets"),
        );
    }
    match scheme {
        "cite" => cite(rest, place, ledger),
        "fact" => fact(rest, place, ledger),
        "note" => {
            ledger.use_name(Kind::Note, rest, place);
            Some(Inline::Note(rest.to_owned()))
        }
        "material" => {
            ledger.use_name(Kind::Material, rest, place);
            Some(Inline::Material {
                id: rest.to_owned(),
                text,
            })
        }
        "term" => {
            ledger.use_name(Kind::Term, rest, place);
            Some(Inline::Term {
                id: rest.to_owned(),
                text,
            })
        }
        "section" => {
            ledger.use_name(Kind::Section, rest, place);
            Some(Inline::SectionLink {
                slug: rest.to_owned(),
                text,
            })
        }
        "figure" => {
            ledger.use_name(Kind::Figure, rest, place);
            Some(Inline::FigureLink {
                id: rest.to_owned(),
                text,
            })
        }
        "equation" => {
            ledger.use_name(Kind::Equation, rest, place);
            Some(Inline::EquationLink {
                id: rest.to_owned(),
                text,
            })
        }
        "https" | "http" | "mailto" => Some(Inline::Link {
            href: target.to_owned(),
            text,
        }),
        _ => {
            let message =
                format!("the link \"{target}\" is neither an address nor a known kind of mark");
            let suggestion =
                nearest(scheme, SCHEMES.iter().copied()).map(|scheme| format!("{scheme}:{rest}"));
            ledger.fault_suggesting(place, message, suggestion);
            None
        }
    }
}

fn cite(list: &str, place: &Place, ledger: &mut Ledger) -> Option<Inline> {
    let mut numbers = Vec::new();
    for part in list.split(',') {
        match part.trim().parse::<u16>() {
            Ok(number) => {
                ledger.use_name(Kind::Reference, &number.to_string(), place);
                numbers.push(number);
            }
            Err(_) => ledger.fault(place, format!("\"{part}\" is not a reference number")),
        }
    }
    (!numbers.is_empty()).then_some(Inline::Cite(numbers))
}

fn fact(id: &str, place: &Place, ledger: &mut Ledger) -> Option<Inline> {
    match id.parse::<u16>() {
        Ok(fact) => {
            ledger.marked_facts.push(FactAt {
                fact,
                place: place.clone(),
            });
            Some(Inline::Fact(fact))
        }
        Err(_) => {
            ledger.fault(place, format!("\"{id}\" is not a fact number"));
            None
        }
    }
}
