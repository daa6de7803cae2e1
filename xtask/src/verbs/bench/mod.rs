//! `bench`: our parts beside other people's programs, in one run.
//! Here because a figure means something only beside another one from the same machine and minute.
//! Must not know: how each part is measured.

mod explorer;
mod in_browser;
mod physics;
mod ratios;

use anyhow::Result;

use crate::cli::{BenchArgs, Measured};

pub fn run(args: &BenchArgs, offline: bool) -> Result<()> {
    match args.what {
        Measured::Explorer => explorer::run(args.json, offline),
        Measured::Physics => physics::run(args.json, offline),
    }
}
