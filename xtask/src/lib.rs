//! Everything a person types for this project, and the static server its browser journeys use.
//! Here as a library so that tests reach the parts; `main.rs` only parses and prints.
//! Must not know: what is on the site's pages.

pub mod cli;
mod paths;
mod process;
mod quality;
pub mod server;
mod tools;
mod verbs;
mod webdriver;
