//! A display equation: LaTeX to MathML at build time, with its number and a reading in plain text.
//! Here because a page should show equations without a script, and read them aloud sensibly.
//! Must not know: the text around the equation.

use pulldown_latex::{Parser, RenderConfig, Storage, config::DisplayMode, push_mathml};

use crate::Block;

use super::{
    diagnostic::nearest,
    ledger::{Ledger, Place},
};

/// An `[[equation]]` entry of a section's front matter.
#[derive(Debug)]
pub(super) struct EquationLabel {
    pub id: String,
    pub number: Option<String>,
    /// How the equation reads in plain text.
    pub text: String,
    pub place: Place,
}

/// The block for `$$latex$$ {#id}`, where `mark` is what follows the formula.
pub(super) fn block(
    latex: &str,
    mark: &str,
    place: &Place,
    labels: &[EquationLabel],
    ledger: &mut Ledger,
) -> Option<Block> {
    let Some(id) = mark
        .strip_prefix("{#")
        .and_then(|rest| rest.strip_suffix('}'))
    else {
        ledger.fault(
            place,
            "an equation is followed by its id: $$ ... $$ {#eq-1}",
        );
        return None;
    };
    let Some(label) = labels.iter().find(|label| label.id == id) else {
        let message =
            format!("unknown equation \"{id}\": the front matter has no [[equation]] with this id");
        ledger.fault_suggesting(
            place,
            message,
            nearest(id, labels.iter().map(|label| label.id.as_str())),
        );
        return None;
    };
    Some(Block::Equation {
        id: label.id.clone(),
        number: label.number.clone(),
        mathml: mathml(latex, Setting::Display, place, ledger)?,
        text: label.text.clone(),
    })
}

/// Where a formula stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Setting {
    /// In a line of its own.
    Display,
    /// In a line of text.
    Inline,
}

/// LaTeX as MathML; what cannot be set is a fault.
pub(super) fn mathml(
    latex: &str,
    setting: Setting,
    place: &Place,
    ledger: &mut Ledger,
) -> Option<String> {
    let storage = Storage::new();
    // The renderer writes errors into its output; they are looked for first, so that none reaches a reader.
    if let Some(error) = Parser::new(latex, &storage).find_map(Result::err) {
        // Below its first line the parser draws the place, which a line of diagnostics has no room for.
        let said = error.to_string();
        let said = said.lines().next().unwrap_or_default();
        ledger.fault(
            place,
            format!("this formula is not LaTeX that can be set: {said}"),
        );
        return None;
    }
    let storage = Storage::new();
    let config = RenderConfig {
        display_mode: match setting {
            Setting::Display => DisplayMode::Block,
            Setting::Inline => DisplayMode::Inline,
        },
        ..RenderConfig::default()
    };
    let mut out = String::new();
    match push_mathml(&mut out, Parser::new(latex, &storage), config) {
        Ok(()) => Some(out),
        Err(error) => {
            ledger.fault(place, format!("this formula could not be set: {error}"));
            None
        }
    }
}
