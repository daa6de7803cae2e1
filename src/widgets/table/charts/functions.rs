//! Which material of the rows shown is said to do what.
//! Here because the printed functions, taken apart, are a table of yes and nothing.
//! Must not know: colours, the chart script.

use std::collections::BTreeMap;

use explorer::{Table, TableView};
use review::Named;

use super::point::{Point, shown_points};
use crate::services::table::SINGLE_FUNCTION;

/// Materials beyond this are not drawn; the table behind the chart has all.
pub const MAX_MATERIALS: usize = 60;

#[derive(Debug, Clone)]
pub struct Functions {
    /// Every function of the table, also those without a mark.
    pub names: Vec<String>,
    /// In the view's order.
    pub materials: Vec<Material>,
}

#[derive(Debug, Clone)]
pub struct Material {
    /// Its first row in the view.
    pub first: Point,
    pub n_rows: usize,
    /// Positions in `names`, ascending.
    pub functions: Vec<usize>,
}

impl Functions {
    pub fn of(table: &Table, view: &TableView, families: &[Named]) -> Self {
        let column_idx = table.column_idx(SINGLE_FUNCTION);
        let all = column_idx.map(|idx| table.labels(idx)).unwrap_or_default();
        let mut materials: Vec<Material> = Vec::new();
        let mut places: BTreeMap<(String, usize), usize> = BTreeMap::new();
        for point in shown_points(table, view, families) {
            // A reader's own row is no row of the review's material, even with its name.
            let place = places.entry((point.material.clone(), point.mark));
            let n_known = materials.len();
            if let Some(known) = materials.get_mut(*place.or_insert(n_known)) {
                known.n_rows += 1;
                continue;
            }
            let own = column_idx.map(|idx| table.cell(point.row_idx, idx).labels());
            let own = own.unwrap_or_default();
            let is_own = |idx: &usize| own.iter().any(|label| label.id == all[*idx].id);
            let functions: Vec<usize> = (0..all.len()).filter(is_own).collect();
            materials.push(Material {
                first: point,
                n_rows: 1,
                functions,
            });
        }
        Self {
            names: all.into_iter().map(|label| label.text.clone()).collect(),
            materials,
        }
    }

    /// The materials that are drawn.
    pub fn drawn(&self) -> &[Material] {
        &self.materials[..self.materials.len().min(MAX_MATERIALS)]
    }

    pub fn n_marks(&self) -> usize {
        self.materials
            .iter()
            .map(|material| material.functions.len())
            .sum()
    }

    /// What a material is said to do, in words.
    pub fn of_material(&self, material: &Material) -> String {
        let names: Vec<&str> = material
            .functions
            .iter()
            .map(|&idx| self.names[idx].as_str())
            .collect();
        if names.is_empty() {
            "not reported".to_owned()
        } else {
            names.join("; ")
        }
    }
}
