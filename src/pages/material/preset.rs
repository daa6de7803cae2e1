//! The preset of the simulator that is closest to a material, why, and what of it is not the material's.
//! Here because a reader who wants to see a material at work must learn at once that no run is one.
//! Must not know: the rule by which a preset is closest.

use electrodeposition::parameters::parameter;
use leptos::prelude::*;
use review::{Condition, Preset, PresetValue, Review};

use crate::{
    components::{
        condition::where_tested, links::href, material_name::material_name, rich_text::inlines,
    },
    services::presets::{
        self,
        closest::{Closest, Reason, closest},
    },
    widgets::simulator::{
        quantity::in_sentence,
        settings::{SETTINGS, Settings},
    },
};

/// Paths of how a cell is run; the material's own tests take their place.
const OPERATION: &str = "operation.";

const RULE: &str = "The rule: a preset is close to a material that it names, and otherwise to one of which Table 1 prints a \
                    characteristic or, failing that, a function that the preset is about; the more of them, the closer. Between \
                    equals the test nearest in current density and areal capacity decides, on logarithmic scales.";

pub fn closest_preset(review: &'static Review, material: &'static str) -> AnyView {
    let what = closest(review, material).map_or_else(none, |found| some(review, material, &found));
    view! {
        <section class="specimen-text" id="preset" tabindex="-1" aria-labelledby="preset-title">
            <h2 id="preset-title">"The closest preset"</h2>
            {what}
            <p class="role">{RULE}</p>
        </section>
    }
    .into_any()
}

fn none() -> AnyView {
    view! {
        <p>
            "None of " <a href=href("/simulate/presets/")>"the simulator’s presets"</a>
            " is close: no preset names this material, and none is about what Table 1 prints of it."
        </p>
    }
    .into_any()
}

fn some(review: &'static Review, material: &'static str, found: &Closest<'static>) -> AnyView {
    let preset = found.preset;
    let to = href(&format!("/simulate/presets/#{}", preset.id));
    let equals = (found.n_equals > 0).then(|| {
        let n = found.n_equals + 1;
        match found.nearest {
            Some(row) => format!(
                " Of {n} presets that fit alike it is the nearest to a test, that at {}.",
                where_tested(row)
            ),
            None => format!(" Of {n} presets that fit alike it is the first."),
        }
    });
    view! {
        <p>
            <a href=to>{preset.title.clone()}</a> ", because " {because(&found.reason)} "." {equals}
        </p>
        {whose(material, &preset.values)}
        {runs(review, material, preset)}
    }
    .into_any()
}

fn because(reason: &Reason<'static>) -> AnyView {
    let (characteristics, functions) = match reason {
        Reason::Named(words) => return inlines(words),
        Reason::Printed {
            characteristics,
            functions,
        } => (quoted(characteristics), quoted(functions)),
    };
    let words = match (characteristics, functions) {
        (Some(words), None) => format!("Table 1 prints {words} as a characteristic"),
        (None, Some(words)) => format!("Table 1 prints {words} as a function"),
        (words, also) => format!(
            "Table 1 prints {} as a characteristic and {} as a function",
            words.unwrap_or_default(),
            also.unwrap_or_default()
        ),
    };
    words.into_any()
}

fn quoted(words: &[&str]) -> Option<String> {
    let quoted: Vec<_> = words.iter().map(|words| format!("“{words}”")).collect();
    (!quoted.is_empty()).then(|| quoted.join(" and "))
}

/// Which numbers of the film are the material's own, which another's, and which nobody's.
fn whose(this: &str, values: &'static [PresetValue]) -> AnyView {
    let mut own = Vec::new();
    let mut assumed = Vec::new();
    let mut others: Vec<(&str, Vec<String>)> = Vec::new();
    for value in values {
        let row = parameter(&value.path).filter(|_| !value.path.starts_with(OPERATION));
        match (row, value.material.as_deref()) {
            (None, _) => {}
            (Some(row), Some(id)) if id == this => own.push(in_sentence(row.name)),
            (Some(row), None) => assumed.push(in_sentence(row.name)),
            (Some(row), Some(id)) => match others.iter_mut().find(|(other, _)| *other == id) {
                Some((_, names)) => names.push(in_sentence(row.name)),
                None => others.push((id, vec![in_sentence(row.name)])),
            },
        }
    }
    let own = (!own.is_empty())
        .then(|| view! { <li>"Reported for this very material: " {own.join(", ")} "."</li> });
    let others = others
        .into_iter()
        .map(|(id, names)| {
            view! { <li>"Reported for another, " {material_name(id)} ": " {names.join(", ")} "."</li> }
        })
        .collect_view();
    let assumed = (!assumed.is_empty()).then(|| {
        view! {
            <li>
                <span class="tag assumed">"assumed"</span>
                ", and not this material’s: " {assumed.join(", ")} "."
            </li>
        }
    });
    view! { <ul>{own} {others} {assumed}</ul> }.into_any()
}

/// The preset at the material's own tests, where the simulator goes so far.
fn runs(review: &'static Review, material: &'static str, preset: &'static Preset) -> AnyView {
    let base = Settings::of(presets::preset(&preset.id));
    let rows: Vec<_> = review.conditions_of(material).collect();
    let links = rows
        .iter()
        .filter_map(|row| {
            let to = href(&format!("/simulate/?{}", at(base, row)?.encode()));
            Some(view! { <li><a href=to>{format!("Run it at {}", where_tested(row))}</a></li> })
        })
        .collect::<Vec<_>>();
    if links.is_empty() {
        let why = if rows.is_empty() {
            "at its own current density and areal capacity"
        } else {
            "at its own current density and areal capacity; the tests of this material are beyond the simulator"
        };
        let to = href(&format!("/simulate/?{}", base.encode()));
        return view! { <p><a href=to>"Run it"</a> " " {why} "."</p> }.into_any();
    }
    view! { <ul>{links}</ul> }.into_any()
}

/// The settings at a test's current density and areal capacity; nothing where one is out of range.
fn at(mut settings: Settings, row: &Condition) -> Option<Settings> {
    let wanted = [
        ("j", row.current_density_ma_cm2),
        ("q", row.areal_capacity_mah_cm2),
    ];
    for (key, value) in wanted {
        let index = SETTINGS.iter().position(|setting| setting.key == key)?;
        settings.values[index] = SETTINGS[index].check(value).ok()?;
    }
    Some(settings)
}
