//! The reader's choice of light, dark or the system's theme.
//! Here because the choice is a preference of the reader and nobody else's.
//! Must not know: any colour.

use leptos::prelude::*;

use crate::{components::takeover::use_taken_over, platform};

const THEMES: [(&str, &str); 3] = [("", "System"), ("light", "Light"), ("dark", "Dark")];

/// A select that sets the theme at once and remembers it where storage allows.
#[component]
pub fn ThemeChoice() -> impl IntoView {
    let taken_over = use_taken_over();
    // Without scripts there is nothing to choose: the page follows the system.
    view! { {move || taken_over.get().then(choice)} }.into_any()
}

fn choice() -> impl IntoView {
    let current = platform::stored("theme").unwrap_or_default();
    let options = THEMES.map(|(value, name)| {
        view! {
            <option value=value selected=value == current>
                {name}
            </option>
        }
    });
    view! {
        <label class="theme-choice">
            "Theme "
            <select on:change=move |event| choose(&event_target_value(&event))>{options}</select>
        </label>
    }
    .into_any()
}

fn choose(theme: &str) {
    platform::store("theme", theme);
    platform::set_root_attribute("data-theme", theme);
    platform::theme::tell_chosen();
}
