//! The choice of a preset, and where its numbers come from.
//! Here because a run with a name is soon believed to be that of a material, and few of its numbers are printed.
//! Must not know: why a preset has a number; the page of presets says that.

use electrodeposition::parameters::parameter;
use leptos::prelude::*;
use review::PresetTag;

use super::{
    quantity::{displayed, in_sentence, unit},
    settings::Settings,
    state::SimulatorState,
};
use crate::{
    components::{links::href, takeover::use_taken_over},
    services::presets,
};

/// The page of all presets.
const PAGE: &str = "/simulate/presets/";

#[component]
pub fn PresetChoice(state: SimulatorState) -> impl IntoView {
    let taken_over = use_taken_over();
    let chosen = move || state.settings.get().preset.map_or("", |preset| preset.id);
    let options = presets::all()
        .iter()
        .map(|preset| view! { <option value=preset.id>{preset.title}</option> })
        .collect_view();
    let base = href(PAGE);
    let link = move || match state.settings.get().preset {
        Some(_) => "Why these numbers",
        None => "About the presets",
    };
    view! {
        <fieldset disabled=move || !taken_over.get()>
            <legend>"Preset"</legend>
            <select
                id="preset"
                aria-label="Preset"
                aria-describedby="preset-note"
                prop:value=chosen
                on:change=move |event| state.set(Settings::of(presets::preset(&event_target_value(&event))))
            >
                <option value="">"None: the simulator’s own numbers"</option>
                {options}
            </select>
            <p class="hint" id="preset-note">
                {move || note(&state.settings.get())}
                " "
                <a href=move || format!("{base}#{}", chosen()).trim_end_matches('#').to_owned()>{link}</a>
            </p>
        </fieldset>
    }
    .into_any()
}

/// Which numbers of the preset come from where, and which hold no longer.
fn note(settings: &Settings) -> String {
    let Some(preset) = settings.preset else {
        return "Nearly all numbers are assumed or chosen, as their tags say.".to_owned();
    };
    let (kept, changed): (Vec<_>, Vec<_>) = preset
        .values
        .iter()
        .filter_map(|value| Some((value, parameter(&value.path)?)))
        .partition(|(value, _)| settings.keeps(value));
    let mut parts = Vec::new();
    for (tag, words) in [
        (PresetTag::Review, "From the review: "),
        (PresetTag::Literature, "Published elsewhere: "),
        (PresetTag::Derived, "Derived: "),
        (PresetTag::Assumed, "Assumed: "),
        (PresetTag::Chosen, "Chosen for the run: "),
    ] {
        let of_tag = kept.iter().filter(|(value, _)| value.tag == tag);
        let numbers = of_tag.map(|(value, row)| {
            let unit = unit(row);
            let shown = displayed(value.value, row);
            format!("{} {shown} {unit}", in_sentence(row.name))
                .trim_end()
                .to_owned()
        });
        parts.extend(sentence(words, numbers.collect()));
    }
    let names = changed.iter().map(|(_, row)| in_sentence(row.name));
    parts.extend(sentence("No longer the preset’s: ", names.collect()));
    parts.join(" ")
}

fn sentence(words: &str, list: Vec<String>) -> Option<String> {
    (!list.is_empty()).then(|| format!("{words}{}.", list.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_note_says_where_numbers_come_from_and_which_the_reader_changed() {
        let note_of = |address: &str| note(&Settings::parse(address).0);
        assert_eq!(
            note_of("preset=thin-conductive-film"),
            "From the review: coating thickness 0.064 µm, current density 1 mA cm⁻², areal capacity 1 mA h cm⁻². \
             Published elsewhere: coating ionic conductivity 80.2 mS cm⁻¹."
        );
        let said = note_of("preset=high-transference-film&d=2&j=1");
        assert!(
            said.starts_with("From the review: Zn²⁺ transference number in the coating 0.82, "),
            "{said}"
        );
        assert!(
            said.contains("salt diffusivity in the coating 0.36 × 10⁻¹⁰ m² s⁻¹."),
            "{said}"
        );
        assert!(
            said.ends_with("No longer the preset’s: coating thickness, current density."),
            "{said}"
        );
        assert_eq!(
            note_of("preset=hydrophobic-film&coating=bare&q=2&j=1"),
            "No longer the preset’s: water activity at the metal, coating thickness, coating ionic conductivity, \
             current density, areal capacity."
        );
        assert!(!note_of("coating=coated").contains("review"));
    }
}
