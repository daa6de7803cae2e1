//! Which tests of the materials were made under like conditions, pair by pair, and why the others were not.
//! Here because two lifespans may only be set side by side where current and charge were alike.
//! Must not know: the rule itself; it is the explorer's, as in the table.

use explorer::{Comparison, DEFAULT_FACTOR, Likeness, Table};
use leptos::prelude::*;
use review::{Condition, Material, Review};

use crate::{
    components::condition::condition_words,
    services::table::{AREAL_CAPACITY, CURRENT_DENSITY, printed},
};

/// Two tests of different materials.
struct Pair {
    words: String,
    /// None where they are alike.
    reasons: Vec<String>,
}

pub fn likeness(review: &'static Review, chosen: &[&'static Material]) -> Option<AnyView> {
    if chosen.len() < 2 {
        return None;
    }
    let (alike, unlike): (Vec<_>, Vec<_>) = pairs(review, chosen)
        .into_iter()
        .partition(|pair| pair.reasons.is_empty());
    let (n_alike, n_unlike) = (alike.len(), unlike.len());
    let none = alike
        .is_empty()
        .then(|| view! { <p>"No two of these tests are alike."</p> });
    let alike = alike
        .into_iter()
        .map(|pair| view! { <li>{pair.words}</li> });
    let unlike = unlike.into_iter().map(|pair| {
        view! {
            <li>
                {pair.words} <span class="reason">{format!("Not alike: {}.", pair.reasons.join("; "))}</span>
            </li>
        }
    });
    let unlike = unlike.collect_view();
    Some(
        view! {
            <section class="likeness" aria-labelledby="likeness-title">
                <h2 id="likeness-title">"Which tests may be set side by side"</h2>
                <p>
                    {format!(
                        "Two tests are called alike here if their current densities and their areal capacities each differ by no more than a factor of {DEFAULT_FACTOR}. Table 1 does not say whether foil, electrolyte and end of test were the same, so this is no ranking.",
                    )}
                </p>
                <h3>{format!("Alike: {n_alike} of {} pairs", n_alike + n_unlike)}</h3>
                {none}
                <ul class="alike-pairs">{alike.collect_view()}</ul>
                {(n_unlike > 0)
                    .then(|| {
                        view! {
                            <details class="panel">
                                <summary>{format!("Not alike: {n_unlike} pairs, with reasons")}</summary>
                                <ul class="unlike-pairs">{unlike}</ul>
                            </details>
                        }
                    })}
            </section>
        }
        .into_any(),
    )
}

fn pairs(review: &Review, chosen: &[&Material]) -> Vec<Pair> {
    let table = printed(review);
    let tests = |material: &Material| -> Vec<(usize, &Condition)> {
        let rows = review.conditions.iter().enumerate();
        rows.filter(|(_, row)| row.material == material.id)
            .collect()
    };
    let mut pairs = Vec::new();
    for (place, first) in chosen.iter().enumerate() {
        for second in &chosen[place + 1..] {
            for (this_idx, this) in tests(first) {
                for (other_idx, other) in tests(second) {
                    pairs.push(Pair {
                        words: format!(
                            "{}, {} – {}, {}",
                            first.label,
                            condition_words(this),
                            second.label,
                            condition_words(other)
                        ),
                        reasons: reasons(&table, this_idx, other_idx),
                    });
                }
            }
        }
    }
    pairs
}

/// Why the second of two rows is not like the first; nothing where it is.
fn reasons(table: &Table, first: usize, second: usize) -> Vec<String> {
    let columns = [CURRENT_DENSITY, AREAL_CAPACITY];
    match Comparison::with_row(table, first, &columns, DEFAULT_FACTOR) {
        Err(error) => vec![error.to_string()],
        Ok(comparison) => match comparison.likeness(table, second) {
            Likeness::Alike => Vec::new(),
            Likeness::Outside(reasons) => reasons.iter().map(ToString::to_string).collect(),
        },
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::pairs;
    use crate::services::content;

    /// Every pair of the whole table, against the two numbers themselves.
    #[test]
    fn alike_means_within_a_factor_of_two_in_both_numbers() {
        let review = content::load().unwrap();
        let materials: Vec<_> = review.materials.iter().collect();
        let found = pairs(review, &materials);
        let ratio = |a: f64, b: f64| (a / b).max(b / a);
        let mut n_alike = 0;
        let mut n_pairs = 0;
        for (place, first) in materials.iter().enumerate() {
            for second in &materials[place + 1..] {
                for a in review.conditions_of(&first.id) {
                    for b in review.conditions_of(&second.id) {
                        n_pairs += 1;
                        let j = ratio(a.current_density_ma_cm2, b.current_density_ma_cm2);
                        let c = ratio(a.areal_capacity_mah_cm2, b.areal_capacity_mah_cm2);
                        n_alike += usize::from(j < 2.0 + 1e-9 && c < 2.0 + 1e-9);
                    }
                }
            }
        }
        let n_found = found.iter().filter(|pair| pair.reasons.is_empty()).count();
        println!("{n_found} of {n_pairs} pairs are alike");
        assert_eq!((found.len(), n_found), (n_pairs, n_alike));
        assert!(n_alike > 20 && n_alike < n_pairs);
    }
}
