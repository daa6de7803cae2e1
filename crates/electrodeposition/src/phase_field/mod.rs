//! Benchmark problems of the phase-field community (PFHub, usnistgov/pfhub), solved here, and one with a closed form.
//! Here because others have published numbers for them, which nobody has for a coated zinc anode.
//! Must not know: zinc, cases, the deposit's sharp front; only its multigrid is used.
//!
//! Problem statements: usnistgov/pfhub, `benchmarks/benchmark3.ipynb`, `benchmark6-hackathon.ipynb`,
//! `benchmark7.ipynb` and `benchmark8.ipynb`; papers: Jokisaari et al. 2017, Comput. Mater. Sci. 126, 139, and 2018,
//! 149, 336; Wu et al. 2021, 193, 110371. All quantities are in the problems' own units.

mod charged_spinodal;
mod dendrite;
mod disc;
mod field;
mod heun;
mod lanes;
mod manufactured;
mod nucleus;
mod stripes;

pub use charged_spinodal::{ChargedSpinodal, SpinodalError};
pub use dendrite::Dendrite;
pub use disc::ShrinkingDisc;
pub use manufactured::Manufactured;
pub use nucleus::Nucleus;
