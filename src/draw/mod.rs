//! Pictures painted pixel by pixel.
//! Here because a deposit is a field, not a shape a style sheet knows.
//! Must not know: where the field comes from, or any colour but the tokens.

pub mod deposit;
