//! Table 1 of the review as a table that the explorer can query.
//! Here because only here are both the review and the explorer known.
//! Must not know: how the table is shown.

use explorer::{Bound, Cell, Column, ColumnKind, Label, Quantity, Row, Table};
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
    let column = |id: &str, label: &str, unit: Option<&str>, kind| Column {
        id: id.to_owned(),
        label: label.to_owned(),
        unit: unit.map(str::to_owned),
        kind,
    };
    vec![
        column(MATERIAL, "Material", None, ColumnKind::Category),
        column(TYPE, "Type", None, ColumnKind::Category),
        column(
            CURRENT_DENSITY,
            "Current density",
            Some("mA cm⁻²"),
            ColumnKind::Number,
        ),
        column(
            AREAL_CAPACITY,
            "Areal capacity",
            Some("mA h cm⁻²"),
            ColumnKind::Number,
        ),
        column(LIFESPAN, "Lifespan", Some("h"), ColumnKind::Number),
        column(
            CHARACTERISTIC,
            "Characteristics",
            None,
            ColumnKind::Category,
        ),
        column(FUNCTION, "Major functions", None, ColumnKind::Category),
        column(REFERENCE, "Ref.", None, ColumnKind::Category),
    ]
}

fn row(material: &Material, condition: &Condition) -> Row {
    let number = |value, bound| Cell::Number(Quantity { value, bound });
    let lifespan_bound = if condition.lifespan_is_lower_bound {
        Bound::Lower
    } else {
        Bound::Exact
    };
    let reference = material.reference_as_printed.to_string();
    Row {
        id: condition.id.clone(),
        cells: vec![
            Cell::Labels(vec![label(&material.id, &material.label)]),
            Cell::Labels(vec![type_label(material.kind)]),
            number(condition.current_density_ma_cm2, Bound::Exact),
            number(condition.areal_capacity_mah_cm2, Bound::Exact),
            number(condition.lifespan_h, lifespan_bound),
            Cell::Labels(phrases(&material.characteristics)),
            Cell::Labels(phrases(&material.functions)),
            Cell::Labels(vec![label(&reference, &reference)]),
        ],
    }
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
