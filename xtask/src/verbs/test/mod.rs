//! `test`: everything needed, then the three rings, then one table of what passed.
//! Here because a newcomer and a build server type the same command.
//! Must not know: what any test is about.

mod rings;
mod summary;

use anyhow::{Result, bail};

use super::build;
use crate::tools::{Need, Toolbox};
use summary::Summary;

pub fn run(offline: bool) -> Result<()> {
    let needs = [&build::NEEDS[..], &[Need::Browser]].concat();
    let toolbox = Toolbox::ready(&needs, offline)?;
    let mut summary = Summary::default();
    for ring in rings::ALL {
        println!("\n== {}", ring.name);
        summary.time(ring.name, || (ring.run)(&toolbox));
    }
    println!("\n{summary}");
    if summary.is_green() {
        Ok(())
    } else {
        bail!("not every ring is green");
    }
}
