//! The review as typed, checked data.
//! Here because prose, table, references and notes must agree before a reader sees any of them.
//! Must not know: the web, the explorer, the physics.

mod codec;
mod derived;
mod equation;
mod fact;
mod figure;
mod lookup;
mod model;
#[cfg(feature = "parse")]
mod parse;
mod places;
mod preset;
mod sentence;
mod specimen;
mod typography;

pub use codec::{DecodeError, EncodeError, decode, decode_equations, encode};
pub use derived::{Derived, ZINC_VOLUMETRIC_CAPACITY_MAH_CM3};
pub use equation::{Equation, EquationGroup, Equations, Formula, Origin, Symbol};
pub use fact::{Claim, Fact, Verdict};
pub use figure::{Figure, FigureData, FigurePart};
pub use lookup::plain_text;
pub use model::*;
#[cfg(feature = "parse")]
pub use parse::{Content, Diagnostic, parse, parse_with};
pub use places::{Mark, Place};
pub use preset::{Preset, PresetFault, PresetMaterial, PresetTag, PresetValue, Printed};
pub use sentence::{Sentence, fact_anchor, facts, gives, paragraph_anchor, sentences};
pub use typography::{Script, scripts};
