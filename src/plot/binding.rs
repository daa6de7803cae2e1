//! The calls of Plotly.js that the site makes, each with its refusal, and what the reader does to a drawn chart.
//! Here because a chart that cannot be drawn is a message, never a crash.
//! Must not know: how the script was loaded, what a chart shows.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

use super::Figure;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Plotly, js_name = react, catch)]
    fn plotly_react(element: &HtmlElement, figure: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = Plotly, js_name = purge, catch)]
    fn plotly_purge(element: &HtmlElement) -> Result<(), JsValue>;

    #[wasm_bindgen(js_namespace = Plotly, js_name = downloadImage, catch)]
    fn plotly_download(figure: &JsValue, options: &JsValue) -> Result<Promise, JsValue>;

    /// An element that has been drawn on.
    type Drawn;
    #[wasm_bindgen(method, catch)]
    fn on(this: &Drawn, event: &str, call: &Function) -> Result<(), JsValue>;
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

/// What a reader does to a chart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Gesture {
    /// The pointer rests on the point of this row.
    Over(usize),
    Left,
    Pressed(usize),
    /// A box was drawn: limits along each axis, in the axes' units.
    Brushed {
        x: [f64; 2],
        y: [f64; 2],
    },
}

/// Calls back as long as it is kept.
pub type Listeners = [Closure<dyn FnMut(JsValue)>; 4];

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

/// Tells what is done to the chart on this element, which has been drawn.
pub fn listen(
    element: &HtmlElement,
    tell: impl Fn(Gesture) + Copy + 'static,
) -> Result<Listeners, PlotError> {
    type Reading = fn(&JsValue) -> Option<Gesture>;
    let readings: [(&str, Reading); 4] = [
        ("plotly_hover", |event| row(event).map(Gesture::Over)),
        ("plotly_unhover", |_| Some(Gesture::Left)),
        ("plotly_click", |event| row(event).map(Gesture::Pressed)),
        ("plotly_selected", |event| {
            let range = get(event, "range")?;
            let limits = |axis| {
                let limits = Array::from(&get(&range, axis)?);
                Some([limits.get(0).as_f64()?, limits.get(1).as_f64()?])
            };
            let (x, y) = (limits("x")?, limits("y")?);
            Some(Gesture::Brushed { x, y })
        }),
    ];
    let drawn: &Drawn = element.unchecked_ref();
    let listeners = readings.map(|(event, read)| {
        let call = Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
            if let Some(gesture) = read(&event) {
                tell(gesture);
            }
        });
        (event, call)
    });
    for (event, call) in &listeners {
        drawn.on(event, call.as_ref().unchecked_ref())?;
    }
    Ok(listeners.map(|(_, call)| call))
}

/// The number that the first point of an event carries.
fn row(event: &JsValue) -> Option<usize> {
    let point = Array::from(&get(event, "points")?).get(0);
    let row = get(&point, "customdata")?.as_f64()?;
    Some(row as usize)
}

fn get(value: &JsValue, key: &str) -> Option<JsValue> {
    let found = Reflect::get(value, &key.into()).ok()?;
    (!found.is_undefined() && !found.is_null()).then_some(found)
}

/// Lights the last mark of the figure's last trace that stands for this row, and no other.
pub fn light(element: &Element, rows: &[usize], lit: Option<usize>) {
    let Ok(marks) = element.query_selector_all(".scatterlayer .point") else {
        return;
    };
    let first = marks.length().saturating_sub(rows.len() as u32);
    let place = lit.and_then(|lit| rows.iter().rposition(|row| *row == lit));
    for index in first..marks.length() {
        if let Some(mark) = marks
            .item(index)
            .and_then(|node| node.dyn_into::<Element>().ok())
        {
            let wanted = place.is_some_and(|place| index == first + place as u32);
            // A mark that takes no class stays as dark as the others.
            let _ = mark.class_list().toggle_with_force("lit", wanted);
        }
    }
}

/// Hands the figure over as a file; `options` are the script's, as JSON.
pub async fn download(figure: &Figure, options: &str) -> Result<(), PlotError> {
    let figure = js_sys::JSON::parse(figure.json())?;
    let options = js_sys::JSON::parse(options)?;
    wasm_bindgen_futures::JsFuture::from(plotly_download(&figure, &options)?).await?;
    Ok(())
}
