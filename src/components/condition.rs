//! A test condition in words and a lifespan in figures, the bound kept.
//! Here because cards, material pages and their index must say a test alike.
//! Must not know: where it is said.

use leptos::prelude::*;
use review::{Condition, Verdict};

/// `more than 500 h at 1 mA cm⁻² and 1 mA h cm⁻²`.
pub fn condition_words(row: &Condition) -> String {
    let bound = if row.lifespan_is_lower_bound {
        "more than "
    } else {
        ""
    };
    format!("{bound}{} h at {}", row.lifespan_h, where_tested(row))
}

/// `1 mA cm⁻² and 1 mA h cm⁻²`.
pub fn where_tested(row: &Condition) -> String {
    format!(
        "{} mA cm⁻² and {} mA h cm⁻²",
        row.current_density_ma_cm2, row.areal_capacity_mah_cm2
    )
}

/// A value with `>` hanging before it where it is only a lower bound.
pub fn bounded(value: String, is_lower_bound: bool) -> AnyView {
    let bound = is_lower_bound
        .then(|| view! { <span class="bound" role="img" aria-label="more than">">"</span> });
    view! { {bound} {value} }.into_any()
}

/// What a row says to a claim: the class of its line and the words before it.
pub fn verdict_words(verdict: Verdict) -> (&'static str, &'static str) {
    match verdict {
        Verdict::Supports => ("verdict supports", "Supports it: "),
        Verdict::Contradicts => ("verdict contradicts", "Disagrees: "),
    }
}
