//! The companion site: pages, widgets and services over the pure crates.
