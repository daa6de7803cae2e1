//! What a drawing may be made of, and that its parts are those the words name.
//! Here because a drawing is put into pages as it stands: it must hold no script, colour or address.
//! Must not know: what is drawn.

use roxmltree::{Document, Node};

use crate::Figure;

use super::{diagnostic::nearest, ledger::Ledger, source::Source};

const ELEMENTS: &[&str] = &[
    "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan",
];

/// Shape and place only; how things look is for the style sheet, through classes.
const ATTRIBUTES: &[&str] = &[
    "viewBox",
    "class",
    "id",
    "data-part",
    "d",
    "x",
    "y",
    "x1",
    "y1",
    "x2",
    "y2",
    "cx",
    "cy",
    "r",
    "rx",
    "ry",
    "width",
    "height",
    "points",
    "transform",
];

/// Adds a fault for each thing that a drawing may not have, and for each part that only words or only drawing have.
pub(super) fn check(svg: &Source, figure: &Figure, ledger: &mut Ledger) {
    let document = match Document::parse(&svg.text) {
        Ok(document) => document,
        Err(error) => {
            let line = error.pos().row.saturating_sub(1);
            let start = svg.text.split_inclusive('\n').take(line as usize);
            let place = svg.place(start.map(str::len).sum());
            ledger.fault(&place, format!("not well-formed: {error}"));
            return;
        }
    };
    let mut drawn = Vec::new();
    for node in document.descendants().filter(Node::is_element) {
        let place = svg.place(node.range().start);
        let name = node.tag_name().name();
        if !ELEMENTS.contains(&name) {
            let suggestion = nearest(name, ELEMENTS.iter().copied());
            let message = format!("a drawing holds no <{name}>");
            ledger.fault_suggesting(&place, message, suggestion);
        }
        for attribute in node.attributes() {
            let bare = matches!(attribute.name(), "fill" | "stroke") && attribute.value() == "none";
            if !bare && !ATTRIBUTES.contains(&attribute.name()) {
                let message = format!(
                    "a drawing has no {}=\"{}\": shapes take their looks from classes",
                    attribute.name(),
                    attribute.value()
                );
                ledger.fault(&place, message);
            }
        }
        if let Some(part) = node.attribute("data-part") {
            if !figure.parts.iter().any(|known| known.id == part) {
                let known = figure.parts.iter().map(|known| known.id.as_str());
                let message = format!("no [[part]] says what \"{part}\" is");
                ledger.fault_suggesting(&place, message, nearest(part, known));
            }
            drawn.push(part);
        }
    }
    for part in &figure.parts {
        let n_drawn = drawn.iter().filter(|id| **id == part.id).count();
        if n_drawn != 1 {
            let message = format!(
                "the part \"{}\" is drawn {n_drawn} times instead of once",
                part.id
            );
            ledger.fault(&svg.place(0), message);
        }
    }
}
