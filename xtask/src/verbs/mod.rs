//! One file for each verb of `cargo xtask`.
//! Here so that a verb is found by its name.
//! Must not know: how options are typed.

pub mod bench;
pub mod build;
pub mod check;
pub mod fuzz;
pub mod prerender;
pub mod random_cases;
pub mod screenshots;
pub mod serve;
pub mod setup;
pub mod size;
pub mod sweep_test;
pub mod test;
pub mod validation;
pub mod vendor;
