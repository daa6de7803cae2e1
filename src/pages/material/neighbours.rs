//! Materials beside this one: before and after it, and those tested under the same conditions.
//! Here because one specimen is understood by its neighbours in the cabinet.
//! Must not know: what stands on their pages.

use leptos::prelude::*;
use review::{Condition, Material, Review, TextMaterial};

use crate::components::{
    condition::{bounded, where_tested},
    links::href,
    marks::material,
    material_name::material_name,
};
use crate::widgets::compare::choice;

/// Rows of other materials at the conditions of this one's.
pub fn alike(
    review: &'static Review,
    material: &'static str,
) -> impl Iterator<Item = &'static Condition> {
    review
        .conditions_of(material)
        .flat_map(|row| review.tested_alike(row))
}

pub fn tested_alike(review: &'static Review, this: &'static Material) -> AnyView {
    let mut alone = Vec::new();
    let mut tables = Vec::new();
    for row in review.conditions_of(&this.id) {
        match review.tested_alike(row).next() {
            Some(_) => tables.push(others(review, row)),
            None => alone.push(where_tested(row)),
        }
    }
    let alone = (!alone.is_empty()).then(|| {
        view! { <p>{format!("Nothing else in Table 1 was tested at {}.", alone.join(", nor at "))}</p> }
    });
    let caution = (!tables.is_empty()).then(|| {
        view! {
            <p class="role">
                "In printed order. Table 1 does not say whether foil, electrolyte and end of test were the same, so this is no ranking."
            </p>
        }
    });
    view! {
        <section class="specimen-text" aria-labelledby="alike-title">
            <h2 id="alike-title">"Tested at the same condition"</h2>
            {caution}
            <div class="alike">{tables}</div>
            {alone}
            {side_by_side(review, this)}
        </section>
    }
    .into_any()
}

fn others(review: &'static Review, row: &'static Condition) -> AnyView {
    let line = |other: &'static Condition| {
        let id = &other.material;
        let life = bounded(other.lifespan_h.to_string(), other.lifespan_is_lower_bound);
        view! {
            <tr data-material=id.clone()>
                <th scope="row">{material(id, material_name(id).into_any())}</th>
                <td class="number">{life}</td>
            </tr>
        }
    };
    view! {
        <table>
            <caption>{format!("At {}", where_tested(row))}</caption>
            <thead>
                <tr>
                    <th scope="col">"Material"</th>
                    <th scope="col" class="number">"Lifespan, h"</th>
                </tr>
            </thead>
            <tbody>{review.tested_alike(row).map(line).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// Links to this material beside others: each that was tested alike, and any other.
fn side_by_side(review: &'static Review, this: &'static Material) -> AnyView {
    let mut others: Vec<&str> = Vec::new();
    for row in alike(review, &this.id) {
        if !others.contains(&row.material.as_str()) {
            others.push(&row.material);
        }
    }
    let links = others.into_iter().map(|other| {
        let to = href(&choice::address(&[this.id.as_str(), other]));
        view! { <li><a href=to>"with " {material_name(other)}</a></li> }
    });
    let any = href(&choice::address(&[this.id.as_str()]));
    view! {
        <p class="side-by-side-title">"Compare side by side:"</p>
        <ul class="side-by-side">
            {links.collect_view()}
            <li><a href=any>"with materials of your choice"</a></li>
        </ul>
    }
    .into_any()
}

/// Before and after, in Table 1's printed order.
pub fn in_table(review: &'static Review, this: &Material) -> AnyView {
    let all = review.materials.iter();
    let all: Vec<&str> = all.map(|found| found.id.as_str()).collect();
    before_and_after(&all, &this.id, "Previous and next material of Table 1")
}

/// Before and after, among those of the text alone.
pub fn in_text(review: &'static Review, this: &TextMaterial) -> AnyView {
    let all = review.text_materials.iter();
    let all: Vec<&str> = all.map(|found| found.id.as_str()).collect();
    before_and_after(
        &all,
        &this.id,
        "Previous and next material of the text alone",
    )
}

fn before_and_after(all: &[&str], this: &str, name: &'static str) -> AnyView {
    let position = all.iter().position(|id| *id == this).unwrap_or_default();
    let link = |at: Option<usize>, rel: &'static str, word: &'static str| {
        let id = *all.get(at?)?;
        let to = href(&format!("/materials/{id}/"));
        Some(view! {
            <a rel=rel href=to>
                <span class="direction">{word}</span>
                {material_name(id)}
            </a>
        })
    };
    view! {
        <nav class="neighbours" aria-label=name>
            {link(position.checked_sub(1), "prev", "Previous")}
            {link(Some(position + 1), "next", "Next")}
        </nav>
        <p class="specimen-all"><a href=href("/materials/")>"All materials"</a></p>
    }
    .into_any()
}
