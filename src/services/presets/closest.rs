//! Which preset is closest to a material, by a rule that the page states.
//! Here because a material's page leads to a run of the model, and must say why to this one.
//! Must not know: how the reason is worded.
//!
//! A preset is close to a material that it names, with a reason; failing that, to one whose printed characteristics, and
//! then functions, it lists. The more of them, the closer. Between equals the nearest test of the material decides, by
//! the distance of the logarithms of current density and areal capacity; then the order of the presets.

use electrodeposition::case::Case;
use review::{Condition, Inline, Preset, Review};

/// The closest preset and how it was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Closest<'a> {
    pub preset: &'a Preset,
    pub reason: Reason<'a>,
    /// Other presets with a reason as good.
    pub n_equals: usize,
    /// The material's test nearest to the preset's current density and areal capacity.
    pub nearest: Option<&'a Condition>,
}

/// Why a preset is close.
#[derive(Debug, Clone, PartialEq)]
pub enum Reason<'a> {
    /// The preset names the material: the rest of a sentence that begins with "because".
    Named(&'a [Inline]),
    /// Words of Table 1 that the preset is about.
    Printed {
        characteristics: Vec<&'a str>,
        functions: Vec<&'a str>,
    },
}

impl Reason<'_> {
    /// The larger, the better.
    fn weight(&self) -> (bool, usize, usize) {
        match self {
            Self::Named(_) => (true, 0, 0),
            Self::Printed {
                characteristics,
                functions,
            } => (false, characteristics.len(), functions.len()),
        }
    }
}

/// The preset closest to a material of Table 1 or of the text alone, or `None` where no preset has anything to do with it.
pub fn closest<'a>(review: &'a Review, material: &str) -> Option<Closest<'a>> {
    let reasons = review
        .presets
        .iter()
        .filter_map(|preset| Some((preset, reason(review, preset, material)?)));
    let mut best: Vec<(&Preset, Reason<'_>)> = Vec::new();
    for (preset, reason) in reasons {
        match best.first().map(|(_, other)| other.weight()) {
            Some(weight) if weight > reason.weight() => {}
            Some(weight) if weight == reason.weight() => best.push((preset, reason)),
            _ => best = vec![(preset, reason)],
        }
    }
    let n_equals = best.len().checked_sub(1)?;
    let rows: Vec<&Condition> = review
        .conditions
        .iter()
        .filter(|row| row.material == material)
        .collect();
    let measured = best.into_iter().map(|(preset, reason)| {
        let distances = rows.iter().map(|row| (distance(preset, row), *row));
        let nearest = distances.min_by(|a, b| a.0.total_cmp(&b.0));
        (nearest, preset, reason)
    });
    let far = |nearest: &Option<(f64, _)>| nearest.map_or(f64::INFINITY, |(distance, _)| distance);
    let (nearest, preset, reason) = measured.min_by(|a, b| far(&a.0).total_cmp(&far(&b.0)))?;
    Some(Closest {
        preset,
        reason,
        n_equals,
        nearest: nearest.map(|(_, row)| row),
    })
}

fn reason<'a>(review: &'a Review, preset: &'a Preset, id: &str) -> Option<Reason<'a>> {
    if let Some(named) = preset.materials.iter().find(|named| named.id == id) {
        return Some(Reason::Named(&named.because));
    }
    let material = review.material(id)?;
    // Table 1 begins a list with a capital and goes on without.
    let same = |one: &String, other: &String| one.eq_ignore_ascii_case(other);
    let listed = |printed: &'a [String], listed: &[String]| -> Vec<&'a str> {
        let is_listed = |words: &&String| listed.iter().any(|other| same(words, other));
        let both = printed.iter().filter(is_listed);
        both.map(String::as_str).collect()
    };
    let characteristics = listed(&material.characteristics, &preset.characteristics);
    let functions = listed(&material.functions, &preset.functions);
    (!characteristics.is_empty() || !functions.is_empty()).then_some(Reason::Printed {
        characteristics,
        functions,
    })
}

/// |ln J/J'| + |ln Q/Q'| between a preset and a test.
fn distance(preset: &Preset, row: &Condition) -> f64 {
    let default = Case::default().operation;
    let of = |path: &str, default: f64| {
        let mut values = preset.values.iter();
        let stated = values.find(|value| value.path == path);
        stated.map_or(default, |value| value.value)
    };
    let current_a_m2 = of(
        "operation.current_density_a_m2",
        default.current_density_a_m2,
    );
    let charge_c_m2 = of("operation.areal_charge_c_m2", default.areal_charge_c_m2);
    let current = row.current_density_ma_cm2 * 10.0 / current_a_m2;
    let charge = row.areal_capacity_mah_cm2 * 3.6e4 / charge_c_m2;
    current.ln().abs() + charge.ln().abs()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::services::content;

    fn found(id: &str) -> Option<(&'static str, bool, usize, Option<&'static str>)> {
        closest(content::load().unwrap(), id).map(|closest| {
            (
                closest.preset.id.as_str(),
                matches!(closest.reason, Reason::Named(_)),
                closest.n_equals,
                closest.nearest.map(|row| row.id.as_str()),
            )
        })
    }

    #[test]
    fn a_name_counts_before_words_and_a_characteristic_before_functions() {
        // Table 1 prints of it "Zn2+ ion conductive", which is another preset's.
        assert_eq!(
            found("mmt-zn"),
            Some(("high-transference-film", true, 0, Some("mmt-zn-2")))
        );
        // A characteristic of one preset, functions of two.
        assert_eq!(
            found("zif-8"),
            Some(("high-transference-film", false, 0, Some("zif-8-2")))
        );
        // A characteristic of one, a function of another.
        let mixed = found("znf2-zn5-co3-2-oh-6-organic");
        assert_eq!(mixed.map(|found| found.0), Some("thin-conductive-film"));
        // Table 1 prints of it a function that is another preset's.
        let repaired = "zn12-so4-3-cl3-oh-15-5h2o-znso3-zns";
        assert_eq!(
            found(repaired),
            Some((
                "self-repairing-film",
                true,
                0,
                Some("zn12-so4-3-cl3-oh-15-5h2o-znso3-zns-1")
            ))
        );
        assert_eq!(
            found("kaolin"),
            Some(("high-transference-film", true, 0, None))
        );
    }

    #[test]
    fn between_equals_the_nearest_test_decides_and_moving_it_changes_the_choice() {
        // 10 and 5 is the very condition of one preset, 1 and 1 that of the other: the printed order stands.
        assert_eq!(
            found("bto"),
            Some(("thin-conductive-film", false, 1, Some("bto-1")))
        );
        let mut review = content::load().unwrap().clone();
        for row in &mut review.conditions {
            if row.id == "bto-1" {
                row.current_density_ma_cm2 = 5.0;
            }
        }
        let moved = closest(&review, "bto").unwrap();
        assert_eq!(moved.preset.id, "high-transference-film");
        assert_eq!(moved.nearest.unwrap().id, "bto-2");
    }

    #[test]
    fn a_material_that_no_preset_has_to_do_with_has_none() {
        for id in ["indium", "pa", "sn-zhc", "nothing"] {
            assert_eq!(found(id), None, "{id}");
        }
    }

    #[test]
    fn bare_zinc_is_close_to_no_material() {
        let review = content::load().unwrap();
        let table = review.materials.iter().map(|material| &material.id);
        let text = review.text_materials.iter().map(|material| &material.id);
        for id in table.chain(text) {
            let bare = found(id).is_some_and(|found| found.0.starts_with("bare"));
            assert!(!bare, "{id}");
        }
    }
}
