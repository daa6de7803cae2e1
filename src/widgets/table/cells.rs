//! One row of Table 1 as the reader sees it.
//! Here because formulas, bounds and source notes need more than plain text.
//! Must not know: which rows are shown.

use explorer::{Cell, Row, Table};
use leptos::prelude::*;
use review::{Condition, Material, Review};

use crate::{
    components::rich_text::{citation, inlines, material as material_link, source_note},
    services::table::type_label,
};

/// The row at this index: of a condition, or of the reader's own.
pub fn row(review: &'static Review, table: &Table, index: usize) -> AnyView {
    let own = table.rows.get(index).filter(|row| row.is_own());
    if let Some(row) = own {
        return own_row(row);
    }
    let found = review.conditions.get(index).and_then(|condition| {
        review
            .material(&condition.material)
            .map(|material| (material, condition))
    });
    match found {
        Some((material, condition)) => full_row(material, condition).into_any(),
        None => ().into_any(),
    }
}

/// As printed ones, in plain text and marked.
fn own_row(row: &Row) -> AnyView {
    let text = |idx: usize| match row.cells.get(idx) {
        Some(Cell::Number(number)) => number.to_string(),
        Some(cell) => cell
            .labels()
            .iter()
            .map(|label| label.text.as_str())
            .collect::<Vec<_>>()
            .join("; "),
        None => String::new(),
    };
    view! {
        <tr id=row.id.clone() class="own" data-own="">
            <th scope="row">{text(0)} " " <span class="tag own-tag">"your row"</span></th>
            {(1..8).map(|idx| view! { <td>{text(idx)}</td> }).collect_view()}
        </tr>
    }
    .into_any()
}

fn full_row(material: &'static Material, condition: &'static Condition) -> impl IntoView {
    view! {
        <tr id=condition.id.clone() data-material=material.id.clone()>
            <th scope="row">{material_link(&material.id, inlines(&material.name))} {marks(&material.notes)}</th>
            <td>{type_label(material.kind).text}</td>
            <td class="number">{number(condition.current_density_ma_cm2)}</td>
            <td class="number">{number(condition.areal_capacity_mah_cm2)}</td>
            <td class="number">
                {condition
                    .lifespan_is_lower_bound
                    .then(|| view! { <span class="bound" aria-label="more than">">"</span> })}
                {number(condition.lifespan_h)} {marks(&condition.notes)}
            </td>
            <td>{material.characteristics.join("; ")}</td>
            <td>{material.functions.join("; ")}</td>
            <td>{citation(&[material.reference_as_printed])}</td>
        </tr>
    }
    .into_any()
}

fn marks(notes: &[String]) -> impl IntoView + use<> {
    notes.iter().map(|id| source_note(id)).collect_view()
}

/// As few digits as the value needs.
fn number(value: f64) -> String {
    format!("{value}")
}
