//! The reader's choice of light, dark or the system's theme.
//! Here because the choice is a preference of the reader and nobody else's.
//! Must not know: any colour.

use leptos::prelude::*;

use crate::platform::{self, theme::ThemeChanges};

const THEMES: [(&str, &str); 3] = [("", "System"), ("light", "Light"), ("dark", "Dark")];

/// A select that sets the theme at once and remembers it where storage allows.
#[component]
pub fn ThemeChoice() -> impl IntoView {
    let changes = expect_context::<ThemeChanges>();
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
            <select on:change=move |event| choose(&event_target_value(&event), changes)>{options}</select>
        </label>
    }
    .into_any()
}

fn choose(theme: &str, changes: ThemeChanges) {
    platform::store("theme", theme);
    platform::set_root_attribute("data-theme", theme);
    changes.tell();
}
