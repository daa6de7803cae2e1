//! Journeys through the built site in a real browser, one file each.
//! Here because what a reader can do is only shown by doing it.
//! Must not know: how the site is built; `cargo xtask test` builds it and says where it lies.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod accessibility;
mod cards;
mod charts;
mod compare;
mod driver;
mod embeds;
mod figures;
mod files;
mod files_long;
mod keyboard;
mod own_host;
mod print;
mod reading;
mod search;
mod simulator;
mod simulator_faults;
mod site;
mod sub_path;
mod table;
mod table_address;
mod table_by_hand;
mod table_spoken;
mod table_views;
mod takeover;
mod validation;
