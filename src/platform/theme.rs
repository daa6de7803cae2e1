//! The colours in force, and knowing when they change.
//! Here because canvas and charts cannot read style sheets by themselves.
//! Must not know: what is painted.

use gloo_events::EventListener;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The page's own event, because the choice is one widget and the pictures are others.
const CHOSEN: &str = "companion-theme";

/// Tells every widget of the page that the reader chose another theme.
pub fn tell_chosen() {
    if let Some(window) = web_sys::window()
        && let Ok(event) = web_sys::Event::new(CHOSEN)
    {
        let _ = window.dispatch_event(&event);
    }
}

/// Counts changes of the theme, so that what is painted can follow.
#[derive(Debug, Clone, Copy)]
pub struct ThemeChanges(RwSignal<u32>);

impl ThemeChanges {
    /// Listens to the system and to the page from now on.
    pub fn provide() {
        let changes = RwSignal::new(0);
        provide_context(Self(changes));
        Effect::new(move |_| {
            let Some(window) = web_sys::window() else {
                return;
            };
            let on_page = EventListener::new(&window, CHOSEN, move |_| changes.update(|n| *n += 1));
            let system = ["(prefers-color-scheme: dark)", "(forced-colors: active)"].map(|wish| {
                let query = window.match_media(wish).ok().flatten()?;
                let listener =
                    EventListener::new(&query, "change", move |_| changes.update(|n| *n += 1));
                Some((query, listener))
            });
            let kept = StoredValue::new_local(Some((on_page, system)));
            on_cleanup(move || kept.dispose());
        });
    }

    /// Runs the caller again when the theme changes.
    pub fn track(self) {
        self.0.track();
    }
}

/// A colour token such as `--color-text` as the browser computes it now: `rgb(28, 36, 41)`.
/// An element is asked because a custom property alone is handed back unresolved.
pub fn colour(token: &str) -> Option<String> {
    let document = super::document()?;
    let probe = document
        .create_element("span")
        .ok()?
        .dyn_into::<HtmlElement>()
        .ok()?;
    probe
        .style()
        .set_property("color", &format!("var({token})"))
        .ok()?;
    // A browser that forces colours would answer with one colour for all; the tokens know what is forced.
    probe
        .style()
        .set_property("forced-color-adjust", "none")
        .ok()?;
    probe.set_hidden(true);
    let body = document.body()?;
    body.append_child(&probe).ok()?;
    let computed = web_sys::window()
        .and_then(|window| window.get_computed_style(&probe).ok().flatten())
        .and_then(|style| style.get_property_value("color").ok());
    probe.remove();
    computed.filter(|colour| !colour.is_empty())
}

/// Red, green and blue of a computed colour.
pub fn rgb(computed: &str) -> Option<[u8; 3]> {
    let inside = computed.split_once('(')?.1.split_once(')')?.0;
    let mut parts = inside
        .split([',', ' ', '/'])
        .filter(|part| !part.is_empty());
    let mut next = || {
        parts
            .next()?
            .trim()
            .parse::<f64>()
            .ok()
            .map(|part| part.round() as u8)
    };
    Some([next()?, next()?, next()?])
}

#[cfg(test)]
mod tests {
    use super::rgb;

    #[test]
    fn computed_colours_are_read_with_commas_or_spaces() {
        let cases = [
            ("rgb(28, 36, 41)", Some([28, 36, 41])),
            ("rgb(28 36 41 / 0.5)", Some([28, 36, 41])),
            ("rgba(0, 0, 0, 0)", Some([0, 0, 0])),
            ("teal", None),
            ("rgb(1, 2)", None),
        ];
        for (computed, expected) in cases {
            assert_eq!(rgb(computed), expected, "{computed}");
        }
    }
}
