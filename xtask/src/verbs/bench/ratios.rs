//! One figure beside another: natively, in a browser, in plain JavaScript, in another program.
//! Here because a goal is a ratio, and each must be made of two figures of one run.
//! Must not know: how a figure is measured, which ratio is wanted.

use serde_json::{Value, json};

/// What a figure of the page's own JavaScript is called, after the name of ours.
const PLAIN_LOOP: &str = ", typed-array JavaScript";

pub fn unit(one: &Value) -> &str {
    one["unit"].as_str().unwrap_or_default()
}

pub fn is_same_figure(one: &Value, other: &Value) -> bool {
    one["name"] == other["name"] && one["n_cells"] == other["n_cells"]
}

/// How many times faster `one` is than `other`, which is in the same unit.
fn faster(program: &str, one: &Value, other: f64) -> Option<Value> {
    let value = one["value"].as_f64()?;
    let ratio = match unit(one) {
        "s⁻¹" => value / other,
        "s" | "ms" => other / value,
        _ => return None,
    };
    Some(json!({
        "program": program, "name": one["name"], "n_cells": one["n_cells"], "value": ratio, "unit": "1",
    }))
}

/// Above 1 where `these` are faster than `those`, figure by figure.
pub fn between(program: &str, these: &[Value], those: &[Value]) -> Vec<Value> {
    let ratio = |one: &Value| {
        let other = those.iter().find(|other| is_same_figure(one, other))?;
        faster(program, one, other["value"].as_f64()?)
    };
    these.iter().filter_map(ratio).collect()
}

/// The engine in a browser beside the same problem as a loop over typed arrays there.
pub fn to_javascript(browser: &[Value]) -> Vec<Value> {
    let ratio = |one: &Value| {
        let plain = format!("{}{PLAIN_LOOP}", one["name"].as_str()?);
        let is_plain =
            |other: &&Value| other["name"] == plain && other["n_cells"] == one["n_cells"];
        let other = browser.iter().find(is_plain)?;
        faster("browser / JavaScript", one, other["value"].as_f64()?)
    };
    browser.iter().filter_map(ratio).collect()
}

/// Explicit steps beside those of the peers, each of which names the figure that it is to be read beside.
pub fn to_peers(program: &str, ours: &[Value], peers: &[Value]) -> Vec<Value> {
    let ratio = |peer: &Value| {
        let is_beside =
            |one: &&Value| one["name"] == peer["beside"] && one["n_cells"] == peer["n_cells"];
        let other = peer["program"].as_str()?;
        faster(
            &format!("{program} / {other}"),
            ours.iter().find(is_beside)?,
            peer["cell_rates_per_s"].as_f64()?,
        )
    };
    peers.iter().filter_map(ratio).collect()
}
