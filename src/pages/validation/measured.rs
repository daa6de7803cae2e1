//! What laboratories measured beside what the cell gives with nothing adjusted.
//! Here because a model that meets its closed forms may still miss a laboratory, and a reader must see by how much.
//! Must not know: what is simulated for a row.

use electrodeposition::parameters::parameter;
use leptos::prelude::*;
use review::Review;

use super::stamp;
use crate::{
    components::{
        cards::{Card, Cards},
        links::href,
        marks::material,
        material_name::material_name,
        rich_text::citation,
        typeset::typeset,
    },
    routes,
    services::{
        content::use_review,
        validation::{Measured, Run},
    },
    widgets::checks::number::{DIGITS_OF_ERROR, number, quantity},
};

/// Where the review retells a measurement.
struct Told {
    /// A word of the row's name.
    of: &'static str,
    material: &'static str,
    section: &'static str,
    reference: u16,
}

const TOLD: [Told; 4] = [
    Told {
        of: "ZrO2",
        material: "zro2",
        section: "inorganic-coatings",
        reference: 36,
    },
    Told {
        of: "CaCO3",
        material: "caco3",
        section: "inorganic-coatings",
        reference: 35,
    },
    Told {
        of: "ZnSe",
        material: "znse",
        section: "solid-electrolyte-interphases",
        reference: 56,
    },
    Told {
        of: "montmorillonite",
        material: "mmt-zn",
        section: "inorganic-coatings",
        reference: 40,
    },
];

fn told(row: &Measured) -> Option<&'static Told> {
    TOLD.iter().find(|told| row.name.contains(told.of))
}

/// The table under its heading, its links opening cards.
pub fn section(run: &Run<Measured>, cards: &mut Cards) -> AnyView {
    let review = use_review();
    for told in &TOLD {
        cards.add(Card::Cite(told.reference));
        cards.add(Card::Material(told.material.to_owned()));
    }
    let rows = run.rows.iter().map(|row| line(review, row));
    view! {
        <section id="measured" tabindex="-1" aria-labelledby="measured-title">
            <h2 id="measured-title">"Against measurement, unfitted"</h2>
            <p>
                "Nothing is adjusted for these rows, and none of them passes or fails. What a paper does not print, mostly the film’s thickness and conductivity, is assumed and the same for all; hot spots are switched off where a polarisation is asked for."
            </p>
            <p>
                "The simulation often misses, and a film’s ohmic drop is not the reason. Of the reported polarisations, those at 0.25 mA cm⁻² are 24 to 105 mV, which is 96 to 420 Ω cm² for a whole cell, far more than films of this kind would take if they conducted as assumed. What a cell shows there is mostly the resistance of the interface, and of that the review prints nothing. Where the simulated number is the larger one, the default kinetics are too slow for that surface. The last column says which exchange current density of zinc would meet the number by itself. "
                {spread(run)}
            </p>
            <table class="check-table measured-table" role="table" aria-labelledby="measured-title">
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">"Measurement, its source and what is assumed"</th>
                        <th scope="col" role="columnheader" class="number">"Reported"</th>
                        <th scope="col" role="columnheader" class="number">"Simulated"</th>
                        <th scope="col" role="columnheader" class="number">"Simulated over reported"</th>
                        <th scope="col" role="columnheader" class="number">"i" <sub>"0"</sub> " that would meet it"</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows.collect_view()}</tbody>
            </table>
            <p class="role">{stamp(run)} " By hand: " <code>"zinc-sim validate --unfitted"</code> "."</p>
        </section>
    }
    .into_any()
}

/// How far the needed exchange current densities lie apart, beside the default.
fn spread(run: &Run<Measured>) -> Option<String> {
    let needed = run.rows.iter().filter_map(|row| row.needed_i0_a_m2);
    let (least, most) = (needed.clone().reduce(f64::min)?, needed.reduce(f64::max)?);
    let default = parameter(I0)?.default;
    let said = |i0| quantity(i0, "A m⁻²", DIGITS_OF_ERROR);
    Some(format!(
        "They lie between {} and {}, a factor of {} apart; the default is {}. No single value meets them all.",
        said(least),
        said(most),
        number(most / least, DIGITS_OF_ERROR),
        said(default)
    ))
}

const I0: &str = "kinetics.exchange_current_density_a_m2";

fn line(review: &'static Review, row: &Measured) -> AnyView {
    let simulated = match (row.simulated, &row.failure) {
        (Some(simulated), _) => shown(simulated, &row.unit),
        (None, failure) => format!("no number: {}", failure.as_deref().unwrap_or("unknown")),
    };
    let ratio = row.simulated.map_or_else(
        || "–".to_owned(),
        |simulated| number(simulated / row.reported, DIGITS_OF_ERROR),
    );
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <span class="name">{typeset(&row.name, &[])}</span>
                <span class="about">{source(review, row)}</span>
                <span class="about">
                    <span class="tag assumed">"assumed"</span>
                    " "
                    {row.assumed.clone()}
                </span>
            </th>
            <td class="number" role="cell" data-label="Reported">{shown(row.reported, &row.unit)}</td>
            <td class="number" role="cell" data-label="Simulated">{simulated}</td>
            <td class="number" role="cell" data-label="Simulated over reported">{ratio}</td>
            <td class="number" role="cell" data-label="Exchange current density that would meet it">{needed(row)}</td>
        </tr>
    }
    .into_any()
}

/// `ZrO₂ in 3.1.1 Inorganic coatings [36]; …`
fn source(review: &'static Review, row: &Measured) -> AnyView {
    let Some(told) = told(row) else {
        return row.source.clone().into_any();
    };
    let name = material_name(told.material).map(|name| material(told.material, name.into_any()));
    let section = review.section(told.section).map(|section| {
        let to = href(&format!("/read/{}/", section.slug));
        view! { " in " <a href=to>{routes::heading(section)}</a> }
    });
    view! { {name} {section} " " {citation(&[told.reference])} "; printed in: " {row.source.clone()} }
        .into_any()
}

fn needed(row: &Measured) -> String {
    match (row.needed_i0_a_m2, row.i0_sought) {
        (Some(i0), _) => quantity(i0, "A m⁻²", DIGITS_OF_ERROR),
        (None, true) => "none in its range".to_owned(),
        (None, false) => "not looked for".to_owned(),
    }
}

/// Hours for lives and per cent for efficiencies; the rest as in the other tables.
fn shown(value: f64, unit: &str) -> String {
    const DIGITS: usize = 4;
    match unit {
        "s" => format!("{}\u{202f}h", number(value / 3600.0, DIGITS)),
        "1" => format!("{}\u{202f}%", number(value * 100.0, DIGITS)),
        unit => quantity(value, unit, DIGITS),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use electrodeposition::validation::unfitted;

    use super::*;
    use crate::services::{content, validation::kept};

    #[test]
    fn every_measurement_is_told_in_a_section_that_cites_its_reference() {
        let review = content::load().unwrap();
        let rows = &kept().unwrap().unfitted.rows;
        assert_eq!(rows.len(), unfitted().count());
        for row in rows {
            let told = told(row).unwrap();
            let citing = review.sections_with(review::Mark::Reference(told.reference));
            assert!(
                citing
                    .iter()
                    .any(|(section, _)| section.slug == told.section),
                "{}",
                row.name
            );
            assert!(review.material(told.material).is_some());
        }
    }

    #[test]
    fn the_resistances_named_are_those_of_the_polarisations_named() {
        // 0.25 mA cm⁻² in A cm⁻².
        let current = 0.25e-3;
        let rows = &kept().unwrap().unfitted.rows;
        let at_it = rows
            .iter()
            .filter(|row| row.unit == "V" && row.name.contains("0.25 mA cm⁻²"));
        let ohm_cm2 = at_it.map(|row| row.reported / current).map(f64::round);
        let ohm_cm2: Vec<f64> = ohm_cm2.collect();
        assert_eq!(ohm_cm2, [96.0, 320.0, 420.0]);
    }
}
