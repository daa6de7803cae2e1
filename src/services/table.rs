//! Table 1 of the review as a table that the explorer can query.
//! Here because only here are both the review and the explorer known.
//! Must not know: how the table is shown.

use explorer::{Cell, Column, ColumnKind, Label, Quantity, Row, Table};
use review::{Condition, InterphaseType, Material, Review};

pub const MATERIAL: &str = "material";
pub const TYPE: &str = "type";
pub const CHARACTERISTIC: &str = "characteristic";
pub const FUNCTION: &str = "function";
pub const CURRENT_DENSITY: &str = "current_density_ma_cm2";
pub const AREAL_CAPACITY: &str = "areal_capacity_mah_cm2";
pub const LIFESPAN: &str = "lifespan_h";
pub const REFERENCE: &str = "reference";

/// One row per test condition, in printed order; row ids are condition ids.
pub fn table_1(review: &Review) -> Table {
    Table {
        columns: columns(),
        rows: review
            .conditions
            .iter()
            .filter_map(|condition| {
                review
                    .material(&condition.material)
                    .map(|material| row(material, condition))
            })
            .collect(),
    }
}

/// How a family of interphases is named in addresses and on the page.
pub fn type_label(kind: InterphaseType) -> Label {
    match kind {
        InterphaseType::FunctionalCoatingLayer => {
            label("functional-coating-layer", "Functional coating layer")
        }
        InterphaseType::SolidElectrolyteInterphase => label(
            "solid-electrolyte-interphase",
            "Solid electrolyte interphase",
        ),
    }
}

fn columns() -> Vec<Column> {
    let category = |id, label| Column::new(id, label, ColumnKind::Category);
    let number = |id, label| Column::new(id, label, ColumnKind::Number).log();
    vec![
        category(MATERIAL, "Material"),
        category(TYPE, "Type").closed(),
        number(CURRENT_DENSITY, "Current density").unit("mA cm⁻²"),
        number(AREAL_CAPACITY, "Areal capacity").unit("mA h cm⁻²"),
        number(LIFESPAN, "Lifespan").unit("h"),
        category(CHARACTERISTIC, "Characteristics"),
        category(FUNCTION, "Major functions"),
        category(REFERENCE, "Ref."),
    ]
}

fn row(material: &Material, condition: &Condition) -> Row {
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
        ],
    )
}

fn label(id: &str, text: &str) -> Label {
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
