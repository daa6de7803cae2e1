//! The columns of Table 1: printed ones, our groupings, and numbers derived from both.
//! Here because ids, units and formulas are stated once, for page, address and files.
//! Must not know: the review's rows.

use explorer::{Checklist, Column, ColumnKind, Quantity, Table};
use review::ZINC_VOLUMETRIC_CAPACITY_MAH_CM3;

pub const MATERIAL: &str = "material";
pub const TYPE: &str = "type";
pub const CHARACTERISTIC: &str = "characteristic";
pub const FUNCTION: &str = "function";
pub const CURRENT_DENSITY: &str = "current_density_ma_cm2";
pub const AREAL_CAPACITY: &str = "areal_capacity_mah_cm2";
pub const LIFESPAN: &str = "lifespan_h";
pub const REFERENCE: &str = "reference";
/// Our grouping after the review's sections.
pub const FAMILY: &str = "family";
/// The printed functions taken apart.
pub const SINGLE_FUNCTION: &str = "single_function";
/// Sections that discuss the material by name.
pub const SECTION: &str = "section";
/// Whether a source note concerns the row or its material.
pub const SOURCE_NOTE: &str = "source_note";
pub const HALF_CYCLE: &str = "half_cycle_h";
pub const N_CYCLES: &str = "n_cycles";
pub const CUMULATIVE_CAPACITY: &str = "cumulative_plated_capacity_mah_cm2";
pub const ZINC_PER_HALF_CYCLE: &str = "zinc_per_half_cycle_um";
pub const COMPLETENESS: &str = "n_reported";

/// What a reader would want to know of a test, and the column that reports it.
const CHECKLIST: [(&str, Option<&str>); 7] = [
    ("current density", Some(CURRENT_DENSITY)),
    ("areal capacity", Some(AREAL_CAPACITY)),
    ("lifespan", Some(LIFESPAN)),
    ("foil thickness", None),
    ("electrolyte", None),
    ("cell type", None),
    ("voltage cut-off", None),
];

/// What each row reports of what a fair comparison needs.
pub fn checklist() -> Checklist {
    Checklist::new(&CHECKLIST)
}

pub(super) fn printed() -> Vec<Column> {
    let category = |id, label| Column::new(id, label, ColumnKind::Category);
    let number = |id, label| Column::new(id, label, ColumnKind::Number).log();
    vec![
        category(MATERIAL, "Material"),
        category(TYPE, "Type").closed(),
        number(CURRENT_DENSITY, "Current density")
            .unit("mA cm⁻²")
            .above_zero(),
        number(AREAL_CAPACITY, "Areal capacity")
            .unit("mA h cm⁻²")
            .above_zero(),
        number(LIFESPAN, "Lifespan").unit("h").above_zero(),
        category(CHARACTERISTIC, "Characteristics"),
        category(FUNCTION, "Major functions"),
        category(REFERENCE, "Ref."),
        category(FAMILY, "Family")
            .hidden()
            .ours("our grouping, after the review's sections"),
        category(SINGLE_FUNCTION, "Single functions")
            .hidden()
            .ours("the printed functions taken apart"),
        category(SECTION, "Discussed in")
            .hidden()
            .ours("sections that name the material"),
        category(SOURCE_NOTE, "Source note")
            .hidden()
            .ours("whether a source note concerns the row or its material"),
    ]
}

/// Adds what follows from the printed numbers, own rows included. Rests between half-cycles are neglected.
pub(super) fn derived(table: Table) -> Table {
    let number = |id, label| Column::new(id, label, ColumnKind::Number).log();
    let table = table
        .derived(
            number(CUMULATIVE_CAPACITY, "Cumulative plated capacity").unit("mA h cm⁻²"),
            "current density × lifespan ÷ 2",
            |row| {
                let (current_density, lifespan) =
                    (row.number(CURRENT_DENSITY)?, row.number(LIFESPAN)?);
                current_density.times(lifespan)?.over(Quantity::exact(2.0))
            },
        )
        .derived(
            number(N_CYCLES, "Cycles").hidden(),
            "lifespan ÷ (2 × half-cycle)",
            |row| {
                let half_cycle = row
                    .number(AREAL_CAPACITY)?
                    .over(row.number(CURRENT_DENSITY)?)?;
                row.number(LIFESPAN)?
                    .over(half_cycle.times(Quantity::exact(2.0))?)
            },
        )
        .derived(
            number(HALF_CYCLE, "Half-cycle").unit("h").hidden(),
            "areal capacity ÷ current density",
            |row| {
                row.number(AREAL_CAPACITY)?
                    .over(row.number(CURRENT_DENSITY)?)
            },
        )
        .derived(
            number(ZINC_PER_HALF_CYCLE, "Zinc per half-cycle")
                .unit("µm")
                .hidden(),
            "areal capacity ÷ 5855 mA h cm⁻³, as a dense layer",
            |row| {
                row.number(AREAL_CAPACITY)?
                    .times(Quantity::exact(1e4))?
                    .over(Quantity::exact(ZINC_VOLUMETRIC_CAPACITY_MAH_CM3))
            },
        );
    checklist()
        .score(
            table,
            Column::new(COMPLETENESS, "Reported", ColumnKind::Number)
                .unit("of 7")
                .hidden(),
        )
        .with_column_after(CUMULATIVE_CAPACITY, LIFESPAN)
}
