//! Zinc electrodeposition on coated anodes: a cell (1-D) and a deposit (2-D) that share one `Case`.
//! Here because page, worker and command line must run the very same physics.
//! Must not know: a browser, a clock, a thread, a console, or any unit but SI.

pub mod affinity;
pub mod by_product;
pub mod case;
pub mod cell;
pub mod coating;
pub mod constants;
pub mod deposit;
pub mod dielectric;
pub mod electrolyte;
pub mod hash;
pub mod kinetics;
pub mod limits;
pub mod multigrid;
pub mod parameters;
pub mod phase_field;
pub mod programme;
pub mod stability;
pub mod transport;
pub mod validation;
