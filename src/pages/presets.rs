//! All presets of the simulator, each number with its source.
//! Here because a run with a name is soon believed, and few of its numbers are printed anywhere.
//! Must not know: how a preset reaches the simulator.

use electrodeposition::{
    coating::Film,
    limits::Separator,
    parameters::{Parameter, parameter, parameters},
};
use leptos::prelude::*;
use review::{Preset, PresetTag, PresetValue, Printed, Review};

use crate::{
    components::{
        cards::{Card, Cards},
        links::href,
        marks::material,
        material_name::material_name,
        rich_text::{citation, inlines},
    },
    routes,
    services::{
        content::use_review,
        presets::{self, closest::closest},
    },
    widgets::simulator::quantity::{displayed, in_sentence, unit},
};

#[component]
pub fn Presets() -> impl IntoView {
    let review = use_review();
    let mut cards = Cards::default();
    for preset in &review.presets {
        add_cards(review, preset, &mut cards);
    }
    let contents = review.presets.iter().map(|preset| {
        let to = format!("#{}", preset.id);
        view! { <li><a href=to>{preset.title.clone()}</a></li> }
    });
    let presets = review.presets.iter().map(|found| preset(review, found));
    view! {
        <article class="prose presets">
            <h1>"Presets of the simulator"</h1>
            <p class="lead">
                "Runs with a name. Each shows one lever of the review, and each number says where it comes from. No preset is a model of a material."
            </p>
            <p>
                <span class="tag">"review"</span> " is printed in the review, "
                <span class="tag">"literature"</span> " in another paper, "
                <span class="tag assumed">"assumed"</span> " was measured by nobody for this system, and "
                <span class="tag">"chosen"</span>
                " says how the run is operated. What a preset does not name is "
                <a href=href("/simulate/equations/#parameters")>"the simulator’s own default"</a> ", mostly assumed. "
                <a href=href("/simulate/equations/")>"The equations"</a> " say what each number does."
            </p>
            <p>
                "What the models behind them were held against, and how far they miss: "
                <a href=href("/simulate/validation/")>"how the simulator is checked"</a> "."
            </p>
            <ul>{contents.collect_view()}</ul>
            {presets.collect_view()}
            {cards.view()}
        </article>
    }
    .into_any()
}

fn add_cards(review: &Review, preset: &Preset, cards: &mut Cards) {
    cards.inlines(&preset.brief);
    cards.inlines(&preset.lever);
    cards.inlines(&preset.cannot_show);
    for value in &preset.values {
        cards.inlines(&value.reason);
        if let Some(printed) = &value.printed {
            for number in &printed.references {
                cards.add(Card::Cite(*number));
            }
        }
        if let Some(id) = &value.material {
            cards.add(Card::Material(id.clone()));
        }
    }
    for id in closest_to(review, preset) {
        cards.add(Card::Material(id.to_owned()));
    }
}

fn preset(review: &'static Review, preset: &'static Preset) -> AnyView {
    let title = format!("{}-title", preset.id);
    let to = href(&format!("/simulate/?preset={}", preset.id));
    let rows = preset
        .values
        .iter()
        .filter_map(|value| Some(row(review, value, parameter(&value.path)?)))
        .collect_view();
    view! {
        <section class="preset" id=preset.id.clone() tabindex="-1" aria-labelledby=title.clone()>
            <h2 id=title.clone()>{preset.title.clone()}</h2>
            <p>{inlines(&preset.brief)}</p>
            <p><a href=to aria-label=format!("Open in the simulator: {}", preset.title)>"Open in the simulator"</a></p>
            {compare_with(review, preset)}
            <h3>"Lever"</h3>
            <p>{inlines(&preset.lever)}</p>
            <h3>"Numbers"</h3>
            <dl class="preset-numbers">{rows} {follows(preset)}</dl>
            <h3>"What it cannot show"</h3>
            <p>{inlines(&preset.cannot_show)}</p>
            {closest_materials(review, preset)}
        </section>
    }
    .into_any()
}

fn row(review: &'static Review, value: &'static PresetValue, row: &'static Parameter) -> AnyView {
    let shown = displayed(value.value, row).to_string();
    let source = value
        .printed
        .as_ref()
        .map(|printed| view! { {source(review, printed, value.material.as_deref())} " " });
    line(
        row.name,
        shown,
        &unit(row),
        value.tag,
        view! { {source} {inlines(&value.reason)} }.into_any(),
    )
}

/// `Printed as 3.93 mS cm⁻¹ for MMT-Zn in 3.1.1 Inorganic coatings [40].`
fn source(
    review: &'static Review,
    printed: &'static Printed,
    reported_for: Option<&str>,
) -> AnyView {
    let of = reported_for.and_then(|id| {
        let name = material(id, material_name(id)?.into_any());
        Some(view! { " for " {name} })
    });
    let section = review.section(&printed.section).map(|section| {
        let to = href(&format!("/read/{}/", section.slug));
        view! { " in " <a href=to>{routes::heading(section)}</a> }
    });
    view! {
        "Printed as " {inlines(&printed.quantity)} {of} {section} " " {citation(&printed.references)} "."
    }
    .into_any()
}

fn line(name: &'static str, value: String, unit: &str, tag: PresetTag, why: AnyView) -> AnyView {
    let class = match tag {
        PresetTag::Assumed => "tag assumed",
        PresetTag::Derived => "tag derived",
        _ => "tag",
    };
    let unit = (!unit.is_empty())
        .then(|| view! { "\u{202f}" <span class="unit">{unit.replace(' ', "\u{202f}")}</span> });
    view! {
        <div>
            <dt>{name}</dt>
            <dd class="number">{value}{unit}</dd>
            <dd><span class=class>{tag.word()}</span> " " {why}</dd>
        </div>
    }
    .into_any()
}

/// The other of a pair, and the numbers in which the two differ.
fn compare_with(review: &'static Review, preset: &'static Preset) -> Option<AnyView> {
    let other = review.preset(preset.pair.as_ref()?)?;
    let (case, with) = (
        &presets::preset(&preset.id)?.case,
        &presets::preset(&other.id)?.case,
    );
    let differences: Vec<String> = parameters()
        .filter_map(|row| {
            let [here, there] = [case.get(row.path)?, with.get(row.path)?];
            let shown = |si| displayed(si, row);
            (here != there).then(|| {
                let unit = unit(row);
                let text = format!(
                    "{} {} against {} {unit}",
                    in_sentence(row.name),
                    shown(here),
                    shown(there)
                );
                text.trim_end().to_owned()
            })
        })
        .collect();
    let to = href(&format!("/simulate/?preset={}", other.id));
    Some(
        view! {
            <p class="role">
                "Compare with " <a href=format!("#{}", other.id)>{other.title.clone()}</a> " ("
                <a href=to>"open it" <span class="visually-hidden">" in the simulator: " {other.title.clone()}</span></a> "). The two differ in "
                {differences.join("; ")} "."
            </p>
        }
        .into_any(),
    )
}

/// What follows from a preset's numbers and the simulator's defaults: the film's resistance and price, the limit.
fn follows(preset: &Preset) -> Option<AnyView> {
    let case = &presets::preset(&preset.id)?.case;
    let current_a_m2 = case.operation.current_density_a_m2;
    let film = Film::of(case).map(|film| {
        let resistance_ohm_m2 = film.layer.resistance_ohm_m2();
        let price_mv = current_a_m2 * resistance_ohm_m2 * 1e3;
        view! {
            {line(
                "Resistance of the film",
                rounded(resistance_ohm_m2 * 1e4),
                "Ω cm²",
                PresetTag::Derived,
                "Thickness over conductivity.".into_any(),
            )}
            {line(
                "Voltage it takes",
                rounded(price_mv),
                "mV",
                PresetTag::Derived,
                "Current density times that resistance, on each coated electrode.".into_any(),
            )}
        }
    });
    let limit = current_a_m2 / Separator::of(case).limiting_current_a_m2();
    Some(
        view! {
            {film}
            {line(
                "Current over limiting current",
                rounded(limit),
                "",
                PresetTag::Derived,
                "From concentration, diffusivity, transference number and separator; all but what stands above are the simulator’s defaults."
                    .into_any(),
            )}
        }
        .into_any(),
    )
}

/// Two significant digits: no more is known of what it follows from.
fn rounded(value: f64) -> String {
    let two: f64 = format!("{value:.1e}").parse().unwrap_or(value);
    two.to_string()
}

/// Ids of the materials whose closest preset this is.
fn closest_to<'a>(review: &'a Review, preset: &Preset) -> Vec<&'a str> {
    let table = review.materials.iter().map(|found| found.id.as_str());
    let text = review.text_materials.iter().map(|found| found.id.as_str());
    let is_closest =
        |id: &&str| closest(review, id).is_some_and(|found| found.preset.id == preset.id);
    table.chain(text).filter(is_closest).collect()
}

fn closest_materials(review: &'static Review, preset: &'static Preset) -> Option<AnyView> {
    let links = closest_to(review, preset)
        .into_iter()
        .enumerate()
        .filter_map(|(position, id)| {
            let name = material(id, material_name(id)?.into_any());
            Some(view! { {(position > 0).then_some(", ")} {name} })
        })
        .collect::<Vec<_>>();
    (!links.is_empty()).then(|| {
        view! {
            <p class="role">"The closest preset to " {links} ", by the rule that their pages state."</p>
        }
        .into_any()
    })
}
