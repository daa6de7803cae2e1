//! The query of this page's address: read, followed through Back and Forward, and changed without leaving the page.
//! Here because the state of every widget is its address.
//! Must not know: what a query means.

use gloo_events::EventListener;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// A handle to copy into closures.
#[derive(Debug, Clone, Copy)]
pub struct Address(RwSignal<String>);

impl Address {
    /// Follows the address from the takeover on; until then the query is empty, as when the page was prerendered.
    pub fn provide() {
        let query = RwSignal::new(String::new());
        provide_context(Self(query));
        Effect::new(move |_| {
            query.set(current());
            if let Some(window) = web_sys::window() {
                let listener =
                    EventListener::new(&window, "popstate", move |_| query.set(current()));
                let kept = StoredValue::new_local(Some(listener));
                on_cleanup(move || kept.dispose());
            }
        });
    }

    /// What stands after the question mark.
    pub fn query(self) -> ReadSignal<String> {
        self.0.read_only()
    }

    /// Shows another query: as a step that Back undoes, or in place.
    pub fn show(self, query: &str, in_place: bool) {
        if let Some(window) = web_sys::window() {
            let path = window.location().pathname().unwrap_or_default();
            let address = if query.is_empty() {
                path
            } else {
                format!("{path}?{query}")
            };
            let changed = window.history().and_then(|history| {
                if in_place {
                    history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
                } else {
                    history.push_state_with_url(&JsValue::NULL, "", Some(&address))
                }
            });
            // A frame may forbid its history; the widget still shows what was asked for.
            if changed.is_err() {
                leptos::logging::warn!("this frame does not let its address change");
            }
        }
        self.0.set(query.to_owned());
    }
}

/// The address from context.
pub fn use_address() -> Address {
    expect_context::<Address>()
}

fn current() -> String {
    web_sys::window()
        .and_then(|window| window.location().search().ok())
        .map(|search| search.trim_start_matches('?').to_owned())
        .unwrap_or_default()
}

/// The pairs of a query that have one of these keys, as they stand in it.
pub fn kept(query: &str, keys: &[&str]) -> String {
    query
        .split('&')
        .filter(|pair| keys.contains(&pair.split('=').next().unwrap_or_default()))
        .collect::<Vec<_>>()
        .join("&")
}

/// Two queries as one.
pub fn joined(first: &str, second: &str) -> String {
    match (first, second) {
        ("", other) | (other, "") => other.to_owned(),
        (first, second) => format!("{first}&{second}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{joined, kept};

    #[test]
    fn the_frames_own_keys_survive_a_change_of_view() {
        let cases = [
            ("", "", ""),
            ("q=zinc", "type=x", "q=zinc"),
            ("q=zinc", "theme=dark&q=a", "q=zinc&theme=dark"),
            ("", "theme=dark", "theme=dark"),
        ];
        for (next, now, expected) in cases {
            assert_eq!(joined(next, &kept(now, &["theme"])), expected);
        }
    }
}
