//! A material's tests as a sheet: a column for each, printed numbers above, derived ones with their formulas below.
//! Here because a lifespan means little without its conditions and what follows from them.
//! Must not know: other materials.

use leptos::prelude::*;
use review::{Condition, Material, Review};

use crate::{
    components::{
        condition::{bounded, where_tested},
        links::href,
        marks::source_note,
        quantities::{QUANTITIES, Quantity, significant},
    },
    widgets::simulator::settings::SETTINGS,
};

pub fn sheet(review: &'static Review, material: &'static Material) -> AnyView {
    let rows: Vec<&Condition> = review.conditions_of(&material.id).collect();
    let line = |head: AnyView, cell: &dyn Fn(&Condition) -> AnyView| {
        let cells = rows.iter().map(|row| cell(row)).collect_view();
        view! { <tr data-material=material.id.clone()><th scope="row">{head}</th>{cells}</tr> }
    };
    let heads = rows.iter().enumerate().map(|(position, row)| {
        let name = format!("Test {}", position + 1);
        view! { <th scope="col" class="number" id=row.id.clone() tabindex="-1">{name}</th> }
    });
    let has_notes = rows.iter().any(|row| !row.notes.is_empty());
    let notes = has_notes.then(|| {
        line(view! { "Source notes" }.into_any(), &|row| {
            // A space between two notes lets a narrow cell break there.
            let marks = row.notes.iter().map(|id| view! { {named_note(id)} " " });
            let marks = marks.collect_view();
            view! { <td class="number words">{marks}</td> }.into_any()
        })
    });
    view! {
        <section id="tests" tabindex="-1" aria-labelledby="tests-title">
            <h2 id="tests-title">"Tests"</h2>
            <div class="sheet-region">
                <table class="sheet">
                    <caption>"Symmetric cells of Table 1. Rows tagged derived follow from the printed ones."</caption>
                    <thead>
                        <tr><th scope="col">"Quantity"</th>{heads.collect_view()}</tr>
                    </thead>
                    <tbody>
                        {line(
                            view! { "Cells of Table 1 " <span class="tag">"as printed"</span> }.into_any(),
                            &|row| view! { <td class="number words">{row.as_reported.clone()}</td> }.into_any(),
                        )}
                        {QUANTITIES.iter().map(|quantity| line(head(quantity), &|row| cell(quantity, row))).collect_view()}
                        {notes}
                        {line(view! { "Simulator" }.into_any(), &simulate)}
                    </tbody>
                </table>
            </div>
            <div class="specimen-text role">
                <p>
                    "In the formulas, rests between half-cycles are neglected, and a > before a lifespan stays before what follows from it. Zinc is counted as a dense layer, which takes 5855 mA h cm⁻³ (7.14 g cm⁻³ times 820 mA h g⁻¹)."
                </p>
                <p>
                    "The simulator runs our model at this current density and areal capacity. Thickness, conductivity and pinholes of the film are "
                    <span class="tag assumed">"assumed"</span>
                    " defaults and not those of this material, so it does not predict the lifespan."
                </p>
            </div>
        </section>
    }
    .into_any()
}

/// The same place on the page of a material without tests.
pub fn no_row() -> AnyView {
    view! {
        <section id="tests" tabindex="-1" aria-labelledby="tests-title">
            <h2 id="tests-title">"Tests"</h2>
            <p class="specimen-text">
                "Table 1 has no row for this material. What the text reports of its tests stands in the sentences below."
            </p>
        </section>
    }
    .into_any()
}

fn head(quantity: &Quantity) -> AnyView {
    let unit = (!quantity.unit.is_empty()).then(|| {
        view! { ", " <span class="unit">{quantity.unit}</span> }
    });
    let tag = quantity
        .is_derived
        .then(|| view! { " " <span class="tag derived">"derived"</span> });
    view! {
        <span class="quantity">{quantity.name}{unit}{tag}</span>
        <span class="formula" inner_html=quantity.formula></span>
    }
    .into_any()
}

fn cell(quantity: &Quantity, row: &Condition) -> AnyView {
    let found = (quantity.of)(row);
    let shown = significant(found.value, quantity.n_digits);
    view! {
        <td class="number">
            <data value=found.value.to_string()>{bounded(shown, found.is_lower_bound)}</data>
        </td>
    }
    .into_any()
}

fn named_note(id: &str) -> AnyView {
    view! { <span class="named-note">{id.to_owned()} {source_note(id)}</span> }.into_any()
}

/// The run of our model at this condition, or why there is none.
fn simulate(row: &Condition) -> AnyView {
    let wanted = [
        ("j", row.current_density_ma_cm2),
        ("q", row.areal_capacity_mah_cm2),
    ];
    let refused = wanted.iter().find_map(|(key, value)| {
        let setting = SETTINGS.iter().find(|setting| setting.key == *key)?;
        setting.check(*value).err()
    });
    let what = match refused {
        None => {
            let [(_, j), (_, q)] = wanted;
            let to = href(&format!("/simulate/?coating=coated&j={j}&q={q}"));
            let name = format!("Run our model at {}", where_tested(row));
            view! { <a href=to aria-label=name>"Run our model"</a> }.into_any()
        }
        Some(refusal) => {
            view! { <span class="out-of-range">"Out of its range. " {refusal.allowed}</span> }
                .into_any()
        }
    };
    view! { <td class="number words">{what}</td> }.into_any()
}
