//! The problems as the page of the measurement calls them.
//! Here because a browser's clock is in the page.
//! Must not know: what is timed, how figures are kept.

use electrodeposition::phase_field::{Nucleus, ShrinkingDisc};
use wasm_bindgen::prelude::*;

use physics_bench::{
    FieldSolve, Plating, ProblemError, half_cycle, hourly_cycles, plating_with_facets,
    plating_with_pinholes,
};

fn told(error: ProblemError) -> JsError {
    JsError::new(&error.to_string())
}

/// Explicit Allen-Cahn steps on n × n cells.
#[wasm_bindgen]
#[derive(Debug)]
pub struct PageNucleus(Nucleus);

#[wasm_bindgen]
impl PageNucleus {
    #[wasm_bindgen(constructor)]
    pub fn new(n: usize) -> Self {
        Self(Nucleus::new(1.0, n))
    }

    pub fn step(&mut self) {
        self.0.step();
    }

    pub fn solid_fraction(&self) -> f64 {
        self.0.solid_fraction()
    }
}

/// Explicit steps of a shrinking disc on n × n cells; n is a multiple of 64.
#[wasm_bindgen]
#[derive(Debug)]
pub struct PageDisc(ShrinkingDisc);

#[wasm_bindgen]
impl PageDisc {
    #[wasm_bindgen(constructor)]
    pub fn new(n: usize) -> Self {
        Self(ShrinkingDisc::new(n / ShrinkingDisc::SIDE_UNIT))
    }

    pub fn advance(&mut self, n_steps: u32) {
        self.0.advance(n_steps);
    }

    pub fn mean(&self) -> f64 {
        self.0.mean()
    }
}

#[wasm_bindgen]
#[derive(Debug)]
pub struct PageField(FieldSolve);

#[wasm_bindgen]
impl PageField {
    #[wasm_bindgen(constructor)]
    pub fn new(n: usize) -> Self {
        Self(FieldSolve::new(n))
    }

    pub fn cycle(&mut self) {
        self.0.cycle();
    }

    pub fn solve(&mut self) -> u32 {
        self.0.solve()
    }

    pub fn top_potential(&self) -> f64 {
        self.0.top_potential()
    }
}

#[wasm_bindgen]
#[derive(Debug)]
pub struct PagePlating(Plating);

#[wasm_bindgen]
impl PagePlating {
    pub fn with_pinholes(n: usize) -> Result<Self, JsError> {
        plating_with_pinholes(n).map(Self).map_err(told)
    }

    pub fn with_facets(n: usize) -> Result<Self, JsError> {
        plating_with_facets(n).map(Self).map_err(told)
    }

    /// One step; whether the run goes on.
    pub fn step(&mut self) -> Result<bool, JsError> {
        self.0.step().map_err(told)
    }
}

#[wasm_bindgen]
pub fn cell_half_cycle() -> Result<f64, JsError> {
    half_cycle().map_err(told)
}

#[wasm_bindgen]
pub fn cell_hourly_cycles(n_cycles: u32) -> Result<u32, JsError> {
    hourly_cycles(n_cycles).map_err(told)
}
