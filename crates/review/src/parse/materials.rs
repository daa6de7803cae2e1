//! Materials: what Table 1 prints (`table1-materials.csv`), what we say of those (`materials.toml`), and those that only
//! the text describes (`text-materials.toml`).
//! Here because print and our words are kept apart in content and joined for the reader.
//! Must not know: test conditions, prose.

use std::path::Path;

use crate::{InterphaseType, Material, TextMaterial};

use super::{
    apparatus::records,
    csv_file::{self, Column, Row},
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

const COLUMNS: [Column; 6] = [
    ("material", None),
    ("as_printed", None),
    ("type", None),
    ("characteristics", None),
    ("functions", None),
    ("reference", None),
];

/// The materials in printed order.
pub(super) fn read(content_dir: &Path, ledger: &mut Ledger) -> Vec<Material> {
    let rows = csv_file::rows(content_dir, "table1-materials.csv", &COLUMNS, ledger);
    let mut materials: Vec<Material> = rows.iter().map(|row| printed(row, ledger)).collect();
    let described = describe(content_dir, &mut materials, ledger);
    for (row, material) in rows.iter().zip(&materials) {
        if !described.contains(&material.id) {
            ledger.fault(
                &row.place,
                format!("materials.toml does not describe \"{}\"", material.id),
            );
        }
    }
    materials
}

fn printed(row: &Row, ledger: &mut Ledger) -> Material {
    let place = &row.place;
    let list = |index: usize| row.cell(index).split("; ").map(str::to_owned).collect();
    give(row.cell(0), place, ledger);
    let kind = TYPES
        .iter()
        .find(|(name, _)| *name == row.cell(2))
        .map(|(_, kind)| *kind);
    if kind.is_none() {
        let suggestion = nearest(row.cell(2), TYPES.iter().map(|(name, _)| *name));
        ledger.fault_suggesting(
            place,
            format!("unknown interphase type \"{}\"", row.cell(2)),
            suggestion,
        );
    }
    let reference_as_printed = row.cell(5).parse::<u16>().ok();
    ledger.use_name(Kind::Reference, row.cell(5), place);
    Material {
        id: row.cell(0).to_owned(),
        as_printed: row.cell(1).to_owned(),
        name: Vec::new(),
        label: String::new(),
        kind: kind.unwrap_or(InterphaseType::FunctionalCoatingLayer),
        characteristics: list(3),
        functions: list(4),
        reference_as_printed: reference_as_printed.unwrap_or_default(),
        family: String::new(),
        single_functions: Vec::new(),
        summary: Vec::new(),
        sections: Vec::new(),
        notes: Vec::new(),
    }
}

/// Fills in what is ours and returns the ids that `materials.toml` describes.
fn describe(content_dir: &Path, materials: &mut [Material], ledger: &mut Ledger) -> Vec<String> {
    let Some(source) = Source::read(content_dir, "materials.toml", ledger) else {
        return Vec::new();
    };
    let all = |fields: &mut Fields<'_>, ledger: &mut Ledger| {
        fields.tables("material", ledger, |fields, ledger| {
            description(fields, materials, ledger)
        })
    };
    fields::with_document(&source, 0, &source.text, "file", ledger, all).unwrap_or_default()
}

fn description(fields: &mut Fields<'_>, materials: &mut [Material], ledger: &mut Ledger) -> String {
    let id = fields.text("id", ledger);
    let place = fields.place_of("id");
    let name = fields.inlines("name", ledger);
    let label = fields.text("label", ledger);
    let summary = fields.inlines("summary", ledger);
    let family = fields.text("family", ledger);
    ledger.use_name(Kind::Family, &family, &fields.place_of("family"));
    let functions = names(fields, "single_functions", Kind::Function, ledger);
    let sections = names(fields, "sections", Kind::Section, ledger);
    let notes = names(fields, "notes", Kind::Note, ledger);
    ledger.use_name(Kind::Material, &id, &place);
    if let Some(material) = materials.iter_mut().find(|material| material.id == id) {
        if !material.label.is_empty() {
            ledger.fault(&place, format!("material \"{id}\" is described twice"));
        }
        (material.name, material.label, material.summary) = (name, label, summary);
        (material.sections, material.notes) = (sections, notes);
        (material.family, material.single_functions) = (family, functions);
    }
    id
}

/// The materials that Table 1 leaves out, in the order of the file.
pub(super) fn text_alone(content_dir: &Path, ledger: &mut Ledger) -> Vec<TextMaterial> {
    records(
        content_dir,
        "text-materials.toml",
        "material",
        ledger,
        |fields, ledger| {
            let id = fields.text("id", ledger);
            give(&id, &fields.place_of("id"), ledger);
            let references = fields.numbers("references", ledger);
            for (number, place) in &references {
                ledger.use_name(Kind::Reference, &number.to_string(), place);
            }
            TextMaterial {
                id,
                name: fields.inlines("name", ledger),
                label: fields.text("label", ledger),
                references: references.into_iter().map(|(number, _)| number).collect(),
                summary: fields.inlines("summary", ledger),
                sections: names(fields, "sections", Kind::Section, ledger),
                notes: names(fields, "notes", Kind::Note, ledger),
            }
        },
    )
}

/// A material has a page of its own.
fn give(id: &str, place: &Place, ledger: &mut Ledger) {
    ledger.give(Kind::Material, id, place);
    ledger.give(Kind::Page, &format!("/materials/{id}/"), place);
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
