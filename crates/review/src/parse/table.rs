//! Table 1: what the materials are (`materials.toml`) and how they were tested (`table1.csv`).
//! Here because both files describe one printed table.
//! Must not know: the prose.

use std::{collections::BTreeMap, path::Path};

use crate::{Condition, InterphaseType, Material};

use super::{
    diagnostic::nearest,
    fields::{self, Fields},
    ledger::{Kind, Ledger, Place},
    source::Source,
};

const TYPES: [(&str, InterphaseType); 2] = [
    (
        "functional-coating-layer",
        InterphaseType::FunctionalCoatingLayer,
    ),
    (
        "solid-electrolyte-interphase",
        InterphaseType::SolidElectrolyteInterphase,
    ),
];

/// Columns of `table1.csv`; those of numbers with their units.
const COLUMNS: [(&str, Option<&str>); 8] = [
    ("condition", None),
    ("material", None),
    ("current_density", Some("mA cm-2")),
    ("areal_capacity", Some("mA h cm-2")),
    ("lifespan", Some("h")),
    ("lifespan_is_lower_bound", None),
    ("as_reported", None),
    ("notes", None),
];

/// The materials in printed order.
pub(super) fn materials(content_dir: &Path, ledger: &mut Ledger) -> Vec<Material> {
    let Some(source) = Source::read(content_dir, "materials.toml", ledger) else {
        return Vec::new();
    };
    let all =
        |fields: &mut Fields<'_>, ledger: &mut Ledger| fields.tables("material", ledger, material);
    fields::with_document(&source, 0, &source.text, "materials file", ledger, all)
        .unwrap_or_default()
}

fn material(fields: &mut Fields<'_>, ledger: &mut Ledger) -> Material {
    let id = fields.text("id", ledger);
    ledger.give(Kind::Material, &id, &fields.place_of("id"));
    let reference_as_printed = fields.number("reference_as_printed", ledger);
    let reference_place = fields.place_of("reference_as_printed");
    // A missing number was reported as missing.
    if reference_as_printed > 0 {
        ledger.use_name(
            Kind::Reference,
            &reference_as_printed.to_string(),
            &reference_place,
        );
    }
    Material {
        id,
        as_printed: fields.text("as_printed", ledger),
        name: fields.inlines("name", ledger),
        label: fields.text("label", ledger),
        kind: interphase_type(fields, ledger),
        characteristics: fields
            .texts("characteristics", ledger)
            .into_iter()
            .map(|(text, _)| text)
            .collect(),
        functions: fields
            .texts("functions", ledger)
            .into_iter()
            .map(|(text, _)| text)
            .collect(),
        reference_as_printed,
        summary: fields.inlines("summary", ledger),
        sections: names(fields, "sections", Kind::Section, ledger),
        notes: names(fields, "notes", Kind::Note, ledger),
    }
}

fn interphase_type(fields: &mut Fields<'_>, ledger: &mut Ledger) -> InterphaseType {
    let typed = fields.text("type", ledger);
    if let Some((_, kind)) = TYPES.iter().find(|(name, _)| *name == typed) {
        return *kind;
    }
    // A missing type was reported as missing.
    if !typed.is_empty() {
        let suggestion = nearest(&typed, TYPES.iter().map(|(name, _)| *name));
        let message = format!("unknown interphase type \"{typed}\"");
        ledger.fault_suggesting(&fields.place_of("type"), message, suggestion);
    }
    InterphaseType::FunctionalCoatingLayer
}

fn names(
    fields: &mut Fields<'_>,
    key: &'static str,
    kind: Kind,
    ledger: &mut Ledger,
) -> Vec<String> {
    let listed = fields.texts(key, ledger);
    for (name, place) in &listed {
        ledger.use_name(kind, name, place);
    }
    listed.into_iter().map(|(name, _)| name).collect()
}

/// The test conditions in printed order.
pub(super) fn conditions(content_dir: &Path, ledger: &mut Ledger) -> Vec<Condition> {
    let Some(source) = Source::read(content_dir, "table1.csv", ledger) else {
        return Vec::new();
    };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(source.text.as_bytes());
    let mut out = Vec::new();
    let mut counts = BTreeMap::new();
    for (index, record) in reader.records().enumerate() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let line = error.position().map_or(1, |position| position.line());
                let place = Place {
                    line: u32::try_from(line).unwrap_or(1),
                    ..source.place(0)
                };
                ledger.fault(&place, format!("not a row of {} cells", COLUMNS.len()));
                continue;
            }
        };
        let line = record.position().map_or(1, |position| position.line());
        let place = Place {
            line: u32::try_from(line).unwrap_or(1),
            ..source.place(0)
        };
        if index == 0 {
            if !header(&record, &place, ledger) {
                return Vec::new();
            }
        } else {
            out.push(condition(&record, &place, &mut counts, ledger));
        }
    }
    out
}

/// Whether every column is there, in order and in its unit.
fn header(record: &csv::StringRecord, place: &Place, ledger: &mut Ledger) -> bool {
    let before = ledger.diagnostics.len();
    for (index, (name, unit)) in COLUMNS.iter().enumerate() {
        let wanted = unit.map_or_else(|| (*name).to_owned(), |unit| format!("{name} ({unit})"));
        let found = record.get(index).unwrap_or_default();
        if found == wanted {
            continue;
        }
        let message = match (unit, found.split_once(" (")) {
            (Some(_), None) if found == *name => format!("column \"{name}\" states no unit"),
            (Some(unit), Some((stem, _))) if stem == *name => {
                format!("column \"{name}\" is to be in {unit}")
            }
            _ => format!("column {} is \"{found}\"", index + 1),
        };
        ledger.fault_suggesting(place, message, Some(wanted));
    }
    ledger.diagnostics.len() == before
}

fn condition(
    record: &csv::StringRecord,
    place: &Place,
    counts: &mut BTreeMap<String, u32>,
    ledger: &mut Ledger,
) -> Condition {
    let cell = |index: usize| record.get(index).unwrap_or_default().trim();
    let material = cell(1).to_owned();
    ledger.use_name(Kind::Material, &material, place);
    let count = counts.entry(material.clone()).or_default();
    *count += 1;
    let (id, expected) = (cell(0), format!("{material}-{count}"));
    ledger.give(Kind::Condition, id, place);
    if id != expected {
        let message = format!("condition \"{id}\" is not named after its material and place");
        ledger.fault_suggesting(place, message, Some(expected));
    }
    let mut number = |index: usize| positive_number(cell(index), COLUMNS[index].0, place, ledger);
    let (current_density_ma_cm2, areal_capacity_mah_cm2, lifespan_h) =
        (number(2), number(3), number(4));
    let lifespan_is_lower_bound = match cell(5) {
        "true" => true,
        "false" => false,
        other => {
            ledger.fault(
                place,
                format!("\"lifespan_is_lower_bound\" is to be true or false, not \"{other}\""),
            );
            false
        }
    };
    let condition = Condition {
        id: id.to_owned(),
        material,
        current_density_ma_cm2,
        areal_capacity_mah_cm2,
        lifespan_h,
        lifespan_is_lower_bound,
        as_reported: cell(6).to_owned(),
        notes: cell(7).split_whitespace().map(str::to_owned).collect(),
    };
    for note in &condition.notes {
        ledger.use_name(Kind::Note, note, place);
    }
    if !agrees_with_print(&condition) {
        let message = format!(
            "the numbers of \"{id}\" are not those of its cells as printed (\"{}\")",
            cell(6)
        );
        ledger.fault(place, message);
    }
    condition
}

fn positive_number(cell: &str, column: &str, place: &Place, ledger: &mut Ledger) -> f64 {
    match cell.parse::<f64>() {
        Ok(number) if number.is_finite() && number > 0.0 => number,
        _ => {
            let corrected = cell.replace(',', ".");
            let suggestion = corrected
                .parse::<f64>()
                .is_ok_and(|number| number > 0.0)
                .then_some(corrected);
            ledger.fault_suggesting(
                place,
                format!("\"{cell}\" in column \"{column}\" is not a positive number"),
                suggestion,
            );
            // Stands in until the build stops.
            f64::NAN
        }
    }
}

/// Whether `10, 45 >1000` says what the columns say; cells that did not parse were reported already.
fn agrees_with_print(condition: &Condition) -> bool {
    let printed = condition
        .as_reported
        .split(|c: char| c.is_whitespace() || ",>".contains(c));
    let printed: Vec<f64> = printed.filter_map(|word| word.parse().ok()).collect();
    let stated = [
        condition.current_density_ma_cm2,
        condition.areal_capacity_mah_cm2,
        condition.lifespan_h,
    ];
    let same = |(a, b): (&f64, &f64)| b.is_nan() || a == b;
    printed.len() == stated.len()
        && printed.iter().zip(&stated).all(same)
        && condition.as_reported.contains('>') == condition.lifespan_is_lower_bound
}
