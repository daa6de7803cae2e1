//! Table 1 in the margin of a section: where its materials stand among all, and their rows.
//! Here because a sentence about a material and its tests should be seen together.
//! Must not know: pointing; `behaviours::light` lights what belongs together.

use std::collections::BTreeSet;

use leptos::prelude::*;
use review::{Condition, Review, Section};

use super::{condition::bounded, links::href, marks::material, rich_text::inlines};

/// Range of current density of the picture, mA cm⁻², and of lifespan, h: whole decades around Table 1.
const CURRENT_DENSITY_MA_CM2: (f64, f64) = (0.1, 10.0);
const LIFESPAN_H: (f64, f64) = (10.0, 10_000.0);
const WIDTH: f64 = 220.0;
const HEIGHT: f64 = 190.0;
const LEFT: f64 = 46.0;
const RIGHT: f64 = 12.0;
const TOP: f64 = 10.0;
const BOTTOM: f64 = 40.0;

/// The margin; nothing where the section names no material of Table 1.
pub fn table_1(review: &'static Review, section: &'static Section) -> Option<AnyView> {
    let named: BTreeSet<&str> = review
        .materials
        .iter()
        .filter(|material| {
            let sentences = review.sentences_about(&material.id);
            sentences
                .iter()
                .any(|sentence| sentence.section == section.slug)
        })
        .map(|material| material.id.as_str())
        .collect();
    if named.is_empty() {
        return None;
    }
    let rows = review
        .conditions
        .iter()
        .filter(|row| named.contains(row.material.as_str()))
        .filter_map(|row| Some((row, review.material(&row.material)?)))
        .map(|(row, found)| {
            view! {
                <tr data-material=row.material.clone()>
                    <th scope="row">{material(&found.id, inlines(&found.name))}</th>
                    <td class="number">{row.current_density_ma_cm2.to_string()}</td>
                    <td class="number">{row.areal_capacity_mah_cm2.to_string()}</td>
                    <td class="number">{bounded(row.lifespan_h.to_string(), row.lifespan_is_lower_bound)}</td>
                </tr>
            }
        })
        .collect_view();
    Some(
        view! {
            <aside class="margin" aria-label="Table 1 beside this section">
                <h2>"In Table 1"</h2>
                {picture(review, &named)}
                <table class="margin-rows">
                    <caption class="visually-hidden">"Tests of the materials named in this section"</caption>
                    <thead>
                        <tr>
                            <th scope="col">"Material"</th>
                            <th scope="col" class="number">"mA cm⁻²"</th>
                            <th scope="col" class="number">"mA h cm⁻²"</th>
                            <th scope="col" class="number">"h"</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
                <p><a href=href("/explore/")>"The whole table"</a></p>
            </aside>
        }
        .into_any(),
    )
}

/// All 45 conditions as points on logarithmic axes; those of the section stand out. The rows beside it say the same.
fn picture(review: &'static Review, named: &BTreeSet<&str>) -> AnyView {
    let (faint, strong): (Vec<&Condition>, Vec<&Condition>) = review
        .conditions
        .iter()
        .partition(|row| !named.contains(row.material.as_str()));
    let points = |rows: Vec<&'static Condition>, class: &'static str| {
        rows.into_iter().map(|row| point(row, class)).collect_view()
    };
    let x_ticks = [0.1, 1.0, 10.0].map(|value: f64| {
        let x = x(value).to_string();
        view! {
            <line class="grid-line" x1=x.clone() x2=x.clone() y1=TOP.to_string() y2=(HEIGHT - BOTTOM).to_string() />
            <text class="tick" x=x y=(HEIGHT - BOTTOM + 14.0).to_string() text-anchor="middle">{value.to_string()}</text>
        }
    });
    let y_ticks = [10.0, 100.0, 1000.0, 10_000.0].map(|value: f64| {
        let y = y(value);
        view! {
            <line class="grid-line" x1=LEFT.to_string() x2=(WIDTH - RIGHT).to_string() y1=y.to_string() y2=y.to_string() />
            <text class="tick" x=(LEFT - 4.0).to_string() y=(y + 4.0).to_string() text-anchor="end">{value.to_string()}</text>
        }
    });
    view! {
        <svg class="points" viewBox=format!("0 0 {WIDTH} {HEIGHT}") aria-hidden="true">
            {x_ticks} {y_ticks}
            <text class="tick" x=((LEFT + WIDTH - RIGHT) / 2.0).to_string() y=(HEIGHT - 8.0).to_string() text-anchor="middle">
                "Current density, mA cm⁻²"
            </text>
            <text class="tick" transform=format!("translate(10 {}) rotate(-90)", (TOP + HEIGHT - BOTTOM) / 2.0) text-anchor="middle">
                "Lifespan, h"
            </text>
            {points(faint, "point")} {points(strong, "point named")}
        </svg>
    }
    .into_any()
}

/// A point; a lower bound points upwards.
fn point(row: &'static Condition, class: &'static str) -> AnyView {
    let (x, y) = (x(row.current_density_ma_cm2), y(row.lifespan_h));
    let shape = if row.lifespan_is_lower_bound {
        format!("M{} {}l4.5 8h-9z", x, y - 6.0)
    } else {
        format!("M{} {}a4 4 0 1 0 8 0a4 4 0 1 0-8 0z", x - 4.0, y)
    };
    view! { <path class=class data-material=row.material.clone() d=shape /> }.into_any()
}

fn x(current_density_ma_cm2: f64) -> f64 {
    LEFT + along(current_density_ma_cm2, CURRENT_DENSITY_MA_CM2) * (WIDTH - LEFT - RIGHT)
}

fn y(lifespan_h: f64) -> f64 {
    TOP + (1.0 - along(lifespan_h, LIFESPAN_H)) * (HEIGHT - TOP - BOTTOM)
}

/// Where a value lies between two others, by its logarithm, from 0 to 1.
fn along(value: f64, (from, to): (f64, f64)) -> f64 {
    (value / from).log10() / (to / from).log10()
}
