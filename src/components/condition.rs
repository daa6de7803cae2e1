//! A test condition in words and a lifespan in figures, the bound kept.
//! Here because cards, material pages and their index must say a test alike.
//! Must not know: where it is said.

use leptos::prelude::*;
use review::Condition;
#[cfg(feature = "ssr")]
use review::Verdict;

/// `more than 500 h at 1 mA cm⁻² and 1 mA h cm⁻²`.
pub fn condition_words(row: &Condition) -> String {
    let bound = if row.lifespan_is_lower_bound {
        "more than "
    } else {
        ""
    };
    format!("{bound}{} at {}", hours(row.lifespan_h), where_tested(row))
}

/// `1 mA cm⁻² and 1 mA h cm⁻²`.
pub fn where_tested(row: &Condition) -> String {
    let (j, c) = (row.current_density_ma_cm2, row.areal_capacity_mah_cm2);
    format!("{} and {}", current_density(j), areal_capacity(c))
}

/// A number keeps to its unit with narrow spaces that do not break, as in the text.
pub fn hours(lifespan_h: f64) -> String {
    format!("{lifespan_h}\u{202f}h")
}

pub fn current_density(ma_cm2: f64) -> String {
    format!("{ma_cm2}\u{202f}mA\u{202f}cm⁻²")
}

pub fn areal_capacity(mah_cm2: f64) -> String {
    format!("{mah_cm2}\u{202f}mA\u{202f}h\u{202f}cm⁻²")
}

/// A value with `>` hanging before it where it is only a lower bound.
pub fn bounded(value: String, is_lower_bound: bool) -> AnyView {
    let bound = is_lower_bound
        .then(|| view! { <span class="bound" role="img" aria-label="more than">">"</span> });
    view! { {bound} {value} }.into_any()
}

/// What a row says to a claim: the class of its line and the words before it.
#[cfg(feature = "ssr")]
pub fn verdict_words(verdict: Verdict) -> (&'static str, &'static str) {
    match verdict {
        Verdict::Supports => ("verdict supports", "Supports it: "),
        Verdict::Contradicts => ("verdict contradicts", "Disagrees: "),
    }
}
