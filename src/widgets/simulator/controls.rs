//! The settings: each with its unit, its limits and where its default comes from.
//! Here because a slider without a typed value, a unit and a source is a toy.
//! Must not know: what a setting does to the run.

use electrodeposition::parameters::Tag;
use leptos::prelude::*;

use super::{
    preset_choice::PresetChoice,
    settings::{SETTINGS, Setting, Surface},
    state::SimulatorState,
};
use crate::components::takeover::use_taken_over;

/// Positions of a slider, for either scale.
const TRACK: f64 = 200.0;

#[component]
pub fn Controls(state: SimulatorState) -> impl IntoView {
    let taken_over = use_taken_over();
    let rows = |coating_only: bool| {
        SETTINGS
            .iter()
            .enumerate()
            .filter(move |(_, setting)| setting.coating_only == coating_only)
            .map(|(index, setting)| view! { <Row state=state index=index setting=setting /> })
            .collect_view()
    };
    let coated = move || state.settings.get().surface == Surface::Coated;
    view! {
        <form class="settings" aria-label="Settings" on:submit=|event| event.prevent_default()>
            <PresetChoice state=state />
            <fieldset disabled=move || !taken_over.get()>
                <legend>"Surface"</legend>
                <div class="surfaces">
                    <SurfaceChoice state=state surface=Surface::Bare name="Bare zinc" />
                    <SurfaceChoice state=state surface=Surface::Coated name="Coated zinc" />
                </div>
            </fieldset>
            <fieldset disabled=move || !taken_over.get()>
                <legend>"Operation and metal"</legend>
                {rows(false)}
            </fieldset>
            <fieldset disabled=move || !taken_over.get() || !coated()>
                <legend>"Coating"</legend>
                {rows(true)}
                <p class="hint">{move || if coated() { "With a conformality of 1 the film moves with the metal; with 0 it stays and metal grows through it. It is open at pinholes. Cracks and repair need a conformality above 0." } else { "Choose coated zinc to set these." }}</p>
            </fieldset>
        </form>
    }
    .into_any()
}

#[component]
fn SurfaceChoice(state: SimulatorState, surface: Surface, name: &'static str) -> impl IntoView {
    view! {
        <label class="check">
            <input
                type="radio"
                name="surface"
                prop:checked=move || state.settings.get().surface == surface
                checked=surface == Surface::default()
                on:change=move |_| {
                    state.set(super::settings::Settings { surface, ..state.settings.get_untracked() });
                }
            />
            <span>{name}</span>
        </label>
    }
    .into_any()
}

/// A slider, a box for typing, and the setting's provenance.
#[component]
fn Row(state: SimulatorState, index: usize, setting: &'static Setting) -> impl IntoView {
    let Some(row) = setting.parameter() else {
        return ().into_any();
    };
    let value = Memo::new(move |_| state.settings.get().values[index]);
    let draft = RwSignal::new(None::<f64>);
    let (refusal, set_refusal) = signal(None);
    let scale = Scale::of(setting);
    let take = move |wanted: Result<f64, String>| {
        draft.set(None);
        let checked =
            wanted.and_then(|wanted| setting.check(wanted).map_err(|refusal| refusal.to_string()));
        match checked {
            Ok(number) => {
                set_refusal.set(None);
                let mut next = state.settings.get_untracked();
                next.values[index] = number;
                state.set(next);
            }
            Err(reason) => set_refusal.set(Some(reason)),
        }
    };
    let unit = if row.display_unit == "1" {
        ""
    } else {
        row.display_unit
    };
    let id = format!("setting-{}", setting.key);
    let shown = move || draft.get().unwrap_or_else(|| value.get());
    let preset_tag = Memo::new(move |_| state.settings.get().tag_of(index));
    let word = move || preset_tag.get().map_or(row.tag.word(), |tag| tag.word());
    let tag_class = move || {
        if word() == Tag::Assumed.word() {
            "tag assumed"
        } else {
            "tag"
        }
    };
    let source = move || match preset_tag.get() {
        Some(_) => "this preset’s; its page says why",
        None => row.source,
    };
    view! {
        <div class="setting">
            <label for=id.clone()>{row.name}</label>
            <input
                type="range"
                aria-label=format!("{}, slider", row.name)
                aria-valuetext=move || format!("{} {unit}", shown())
                min="0"
                max=TRACK.to_string()
                step="1"
                prop:value=move || scale.position(shown()).to_string()
                value=scale.position(setting.default).to_string()
                on:input=move |event| draft.set(event_target_value(&event).parse().ok().map(|at| scale.value(at)))
                on:change=move |event| {
                    take(event_target_value(&event).parse().map(|at| scale.value(at)).map_err(|_| "not a number".to_owned()));
                }
            />
            <input
                type="number"
                id=id
                step="any"
                min=setting.min.to_string()
                max=setting.max.to_string()
                prop:value=move || shown().to_string()
                value=setting.default.to_string()
                on:change=move |event| {
                    let text = event_target_value(&event);
                    take(text.parse().map_err(|_| format!("“{text}” is not a number")));
                }
            />
            <span class="unit">{unit}</span>
            <span class=tag_class title=source>{word}</span>
            <span class="refusal" role="alert">{refusal}</span>
        </div>
    }
    .into_any()
}

/// From a setting's range to positions on its track and back.
#[derive(Debug, Clone, Copy)]
struct Scale {
    min: f64,
    max: f64,
    log: bool,
    whole: bool,
}

impl Scale {
    fn of(setting: &Setting) -> Self {
        Self {
            min: setting.min,
            max: setting.max,
            // A film's thickness is asked for over three decades, though zero is allowed in the model.
            log: setting.min > 0.0 && setting.max / setting.min >= 50.0,
            whole: setting.parameter().is_some_and(|row| row.integer),
        }
    }

    fn position(self, value: f64) -> f64 {
        let part = if self.log {
            (value / self.min).ln() / (self.max / self.min).ln()
        } else {
            (value - self.min) / (self.max - self.min)
        };
        (part * TRACK).round().clamp(0.0, TRACK)
    }

    /// Two significant digits: a slider promises no more.
    fn value(self, position: f64) -> f64 {
        let part = position / TRACK;
        let value = if self.log {
            self.min * (self.max / self.min).powf(part)
        } else {
            self.min + (self.max - self.min) * part
        };
        if self.whole {
            value.round()
        } else {
            two_digits(value).clamp(self.min, self.max)
        }
    }
}

fn two_digits(value: f64) -> f64 {
    format!("{value:.1e}").parse().unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_of_every_track_are_the_limits_of_its_setting() {
        for setting in &SETTINGS {
            let scale = Scale::of(setting);
            assert_eq!(scale.value(0.0), setting.min, "{}", setting.key);
            assert_eq!(scale.value(TRACK), setting.max, "{}", setting.key);
            assert_eq!(scale.position(setting.min), 0.0);
            assert_eq!(scale.position(setting.max), TRACK);
        }
    }

    #[test]
    fn a_slider_gives_two_digits_at_most() {
        assert_eq!(two_digits(0.123_456), 0.12);
        assert_eq!(two_digits(47.3), 47.0);
    }
}
