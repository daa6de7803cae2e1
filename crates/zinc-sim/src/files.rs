//! Files of a run.
//! Here because every verb opens its tables in the same way.
//! Must not know: what is in them.

use std::fs::File;
use std::io::BufWriter;
use std::path::Path;

use anyhow::Context;

/// A table to write into the folder.
pub fn csv_file(out: &Path, name: &str) -> anyhow::Result<csv::Writer<BufWriter<File>>> {
    let file = File::create(out.join(name))
        .with_context(|| format!("cannot write {name} in {}", out.display()))?;
    Ok(csv::Writer::from_writer(BufWriter::new(file)))
}
