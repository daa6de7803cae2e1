//! A test condition of Table 1 as a row.
//! Here because ids in addresses come from the review's ids and printed phrases, and must never change.
//! Must not know: derived columns.

use explorer::{Cell, Label, Quantity, Row};
use review::{Condition, Material, Named, Review};

use super::type_label;

/// In printed order.
pub(super) fn printed(review: &Review) -> Vec<Row> {
    review
        .conditions
        .iter()
        .filter_map(|condition| {
            review
                .material(&condition.material)
                .map(|material| row(review, material, condition))
        })
        .collect()
}

fn row(review: &Review, material: &Material, condition: &Condition) -> Row {
    let exact = |value| Cell::Number(Quantity::exact(value));
    let lifespan = if condition.lifespan_is_lower_bound {
        Quantity::above(condition.lifespan_h)
    } else {
        Quantity::exact(condition.lifespan_h)
    };
    let reference = material.reference_as_printed.to_string();
    Row::printed(
        &condition.id,
        vec![
            Cell::Labels(vec![label(&material.id, &material.label)]),
            Cell::Labels(vec![type_label(material.kind)]),
            exact(condition.current_density_ma_cm2),
            exact(condition.areal_capacity_mah_cm2),
            Cell::Number(lifespan),
            Cell::Labels(phrases(&material.characteristics)),
            Cell::Labels(phrases(&material.functions)),
            Cell::Labels(vec![label(&reference, &reference)]),
            Cell::Labels(named(
                std::slice::from_ref(&material.family),
                &review.families,
            )),
            Cell::Labels(named(&material.single_functions, &review.functions)),
            Cell::Labels(sections(review, material)),
            Cell::Labels(vec![source_note(material, condition)]),
        ],
    )
}

fn sections(review: &Review, material: &Material) -> Vec<Label> {
    let found = material
        .sections
        .iter()
        .filter_map(|slug| review.section(slug));
    found
        .map(|section| {
            label(
                &section.slug,
                &format!("{} {}", section.number, section.title),
            )
        })
        .collect()
}

fn source_note(material: &Material, condition: &Condition) -> Label {
    if material.notes.is_empty() && condition.notes.is_empty() {
        label("no", "None")
    } else {
        label("yes", "Has one")
    }
}

fn named(ids: &[String], names: &[Named]) -> Vec<Label> {
    names
        .iter()
        .filter(|name| ids.contains(&name.id))
        .map(|name| label(&name.id, &name.label))
        .collect()
}

pub(super) fn label(id: &str, text: &str) -> Label {
    Label {
        id: id.to_owned(),
        text: text.to_owned(),
    }
}

/// Phrases as labels; two that differ only in case or spacing are one.
fn phrases(phrases: &[String]) -> Vec<Label> {
    phrases
        .iter()
        .map(|text| label(&slug(text), text))
        .collect()
}

/// `Zn2+ ion conductive` as `zn2-ion-conductive`.
fn slug(text: &str) -> String {
    text.split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect::<Vec<_>>()
        .join("-")
}
