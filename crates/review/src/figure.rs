//! A figure of our own: a drawing whose parts can be pointed at, its words, and its numbers where the review prints any.
//! Here because a drawing, its text alternative and its table are one thing to a reader who cannot see it.
//! Must not know: how it is shown, which section shows it.

use serde::{Deserialize, Serialize};

use crate::Inline;

/// A drawing with its apparatus.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// Stable id: `caco3`.
    pub id: String,
    /// From 1 on, in the order in which sections show them.
    pub number: u16,
    pub title: String,
    /// The review's figure whose subject this covers: `Fig. 3a–c`.
    pub subject: String,
    pub caption: Vec<Inline>,
    /// The drawing in words.
    pub alternative: String,
    /// Ids of the discrepancies that concern what is drawn.
    pub notes: Vec<String>,
    /// What can be pointed at, each a group `data-part` of the drawing.
    pub parts: Vec<FigurePart>,
    /// Printed numbers behind the drawing.
    pub data: Option<FigureData>,
    /// The drawing: one checked `<svg>` element that names no colour and nothing outside itself.
    pub svg: String,
}

/// A part of a drawing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FigurePart {
    /// As in `data-part`.
    pub id: String,
    /// Accessible name.
    pub label: String,
    pub text: Vec<Inline>,
}

/// The numbers of a figure as a small table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FigureData {
    pub caption: Vec<Inline>,
    pub columns: Vec<Vec<Inline>>,
    /// Each as long as `columns`.
    pub rows: Vec<Vec<Vec<Inline>>>,
}
