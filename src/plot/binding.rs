//! The three calls of Plotly.js that the site makes, each with its refusal.
//! Here because a chart that cannot be drawn is a message, never a crash.
//! Must not know: how the script was loaded.

use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use super::Figure;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Plotly, js_name = react, catch)]
    fn plotly_react(element: &HtmlElement, figure: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = Plotly, js_name = purge, catch)]
    fn plotly_purge(element: &HtmlElement) -> Result<(), JsValue>;
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the chart could not be drawn: {0}")]
pub struct PlotError(String);

impl From<JsValue> for PlotError {
    fn from(value: JsValue) -> Self {
        let reason = value
            .dyn_ref::<js_sys::Error>()
            .map(|error| String::from(error.message()))
            .or_else(|| value.as_string());
        Self(reason.unwrap_or_else(|| "the chart script gave no reason".to_owned()))
    }
}

/// Draws the figure, or changes the one drawn before into it.
pub fn react(element: &HtmlElement, figure: &Figure) -> Result<(), PlotError> {
    let figure = js_sys::JSON::parse(figure.json())?;
    plotly_react(element, &figure)?;
    Ok(())
}

/// Gives back what the script holds for this element.
pub fn purge(element: &HtmlElement) {
    // An element that was never drawn on has nothing to give back, and says so by refusing.
    let _ = plotly_purge(element);
}
