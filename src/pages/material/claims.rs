//! Lifespans that the text claims for a material, each with what Table 1 says to it.
//! Here because text and table disagree in places, and a reader should see both before trusting either.
//! Must not know: how claim and row are compared; the review does that.

use leptos::prelude::*;
use review::{Claim, Fact, Review};

use crate::{
    components::{
        condition::{areal_capacity, condition_words, current_density, hours, verdict_words},
        places::in_section,
    },
    routes,
};

/// The claims, or nothing where the text makes none.
pub fn claims(review: &'static Review, material: &'static str) -> Option<AnyView> {
    let claims: Vec<_> = review
        .claims_about(material)
        .filter_map(|fact| Some(claim(review, fact, fact.claim.as_ref()?)))
        .collect();
    (!claims.is_empty()).then(|| {
        view! {
            <section class="specimen-text" aria-labelledby="claims-title">
                <h2 id="claims-title">"Claimed in the text"</h2>
                <ul class="claims">{claims}</ul>
            </section>
        }
        .into_any()
    })
}

fn claim(review: &'static Review, fact: &'static Fact, claim: &Claim) -> AnyView {
    let anchor = format!("fact-{}", fact.number);
    let stated_in = |section: &&review::Section| section.facts.contains(&fact.number);
    let section = review.sections.iter().find(stated_in).map(|section| {
        let to = in_section(section, Some(&anchor));
        view! { " Stated in " <a href=to>{routes::heading(section)}</a> "." }
    });
    let rows: Vec<_> = review
        .rows_for(fact)
        .map(|(row, verdict)| {
            let (class, word) = verdict_words(verdict);
            view! {
                <li class=class data-row=row.id.clone()>
                    <strong>{word}</strong>
                    <a href=format!("#{}", row.id)>{condition_words(row)}</a>
                </li>
            }
        })
        .collect();
    let silent = rows.is_empty().then(|| {
        view! { <p class="role">"No row of Table 1 has this lifespan or these conditions."</p> }
    });
    view! {
        <li data-fact=fact.number.to_string()>
            <p><strong>{claim_words(claim)}</strong> "." {section}</p>
            <ul>{rows}</ul>
            {silent}
        </li>
    }
    .into_any()
}

/// `1500 h at 10 mA cm⁻² and 5 mA h cm⁻²`; what the text leaves out is said to be left out.
fn claim_words(claim: &Claim) -> String {
    let bound = if claim.lifespan_is_lower_bound {
        "More than "
    } else {
        ""
    };
    let life = format!("{bound}{}", hours(claim.lifespan_h));
    let j = claim.current_density_ma_cm2.map(current_density);
    let c = claim.areal_capacity_mah_cm2.map(areal_capacity);
    match (j, c) {
        (Some(j), Some(c)) => format!("{life} at {j} and {c}"),
        (Some(j), None) => format!("{life} at {j}, areal capacity not given"),
        (None, Some(c)) => format!("{life} at {c}, current density not given"),
        (None, None) => format!("{life}, conditions not given"),
    }
}
