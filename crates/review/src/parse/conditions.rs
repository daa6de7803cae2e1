//! How Table 1's materials were tested: `table1.csv`.
//! Here because these numbers are what the explorer shows, and each must be what was printed.
//! Must not know: materials beyond their ids.

use std::{collections::BTreeMap, path::Path};

use crate::Condition;

use super::{
    csv_file::{self, Column, Row},
    ledger::{Kind, Ledger, Place},
};

const COLUMNS: [Column; 8] = [
    ("condition", None),
    ("material", None),
    ("current_density", Some("mA cm-2")),
    ("areal_capacity", Some("mA h cm-2")),
    ("lifespan", Some("h")),
    ("lifespan_is_lower_bound", None),
    ("as_reported", None),
    ("notes", None),
];

/// The test conditions in printed order.
pub(super) fn read(content_dir: &Path, ledger: &mut Ledger) -> Vec<Condition> {
    let rows = csv_file::rows(content_dir, "table1.csv", &COLUMNS, ledger);
    let mut counts = BTreeMap::new();
    rows.iter()
        .map(|row| condition(row, &mut counts, ledger))
        .collect()
}

fn condition(row: &Row, counts: &mut BTreeMap<String, u32>, ledger: &mut Ledger) -> Condition {
    let place = &row.place;
    let (id, material) = (row.cell(0), row.cell(1));
    ledger.use_name(Kind::Material, material, place);
    ledger.give(Kind::Condition, id, place);
    let count = counts.entry(material.to_owned()).or_default();
    *count += 1;
    let expected = format!("{material}-{count}");
    if id != expected {
        let message = format!("condition \"{id}\" is not named after its material and place");
        ledger.fault_suggesting(place, message, Some(expected));
    }
    let mut number =
        |index: usize| positive_number(row.cell(index), COLUMNS[index].0, place, ledger);
    let (current_density_ma_cm2, areal_capacity_mah_cm2, lifespan_h) =
        (number(2), number(3), number(4));
    let lifespan_is_lower_bound = row.cell(5) == "true";
    if !["true", "false"].contains(&row.cell(5)) {
        let message = format!(
            "\"{}\" in column \"{}\" is neither true nor false",
            row.cell(5),
            COLUMNS[5].0
        );
        ledger.fault(place, message);
    }
    let condition = Condition {
        id: id.to_owned(),
        material: material.to_owned(),
        current_density_ma_cm2,
        areal_capacity_mah_cm2,
        lifespan_h,
        lifespan_is_lower_bound,
        as_reported: row.cell(6).to_owned(),
        notes: row.cell(7).split_whitespace().map(str::to_owned).collect(),
    };
    for note in &condition.notes {
        ledger.use_name(Kind::Note, note, place);
    }
    if !agrees_with_print(&condition) {
        let printed = &condition.as_reported;
        ledger.fault(
            place,
            format!(
                "the numbers of \"{id}\" are not those of its cells as printed (\"{printed}\")"
            ),
        );
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
            let message = format!("\"{cell}\" in column \"{column}\" is not a positive number");
            ledger.fault_suggesting(place, message, suggestion);
            // Never leaves this crate: the fault withholds the review.
            f64::NAN
        }
    }
}

/// Whether `10, 45 >1000` says what the columns say; a cell that did not parse was reported already.
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
