//! The built site as a list of files with their sizes.
//! Here apart so that the budget is compared without touching a disk.
//! Must not know: what is allowed.

use std::{fs, io::Write, path::Path};

use anyhow::{Context, Result, ensure};
use brotli::{CompressorWriter, enc::BrotliEncoderParams};
use serde::Serialize;

/// What static hosts use for files compressed ahead of time.
const BROTLI_QUALITY: i32 = 11;
const BUFFER_BYTES: usize = 1 << 16;

/// One file, its name relative to the site with forward slashes.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub struct Measured {
    pub name: String,
    pub raw: usize,
    pub brotli: usize,
}

/// Every file, and the text of the pages, in which references are looked for.
#[derive(Debug, Default)]
pub struct Site {
    pub files: Vec<Measured>,
    pub pages: Vec<(String, String)>,
}

pub fn site(dist: &Path) -> Result<Site> {
    ensure!(
        dist.join("index.html").is_file(),
        "{} has no index.html; run `cargo xtask build` first",
        dist.display()
    );
    let mut site = Site::default();
    visit(dist, "", &mut site)?;
    site.files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(site)
}

fn visit(folder: &Path, prefix: &str, site: &mut Site) -> Result<()> {
    for entry in
        fs::read_dir(folder).with_context(|| format!("could not list {}", folder.display()))?
    {
        let path = entry?.path();
        let name = format!(
            "{prefix}{}",
            path.file_name().unwrap_or_default().to_string_lossy()
        );
        if path.is_dir() {
            visit(&path, &format!("{name}/"), site)?;
            continue;
        }
        let bytes = fs::read(&path).with_context(|| format!("could not read {name}"))?;
        site.files.push(Measured {
            name: name.clone(),
            raw: bytes.len(),
            brotli: compressed(&bytes)?,
        });
        if name.ends_with(".html") {
            site.pages
                .push((name, String::from_utf8_lossy(&bytes).into_owned()));
        }
    }
    Ok(())
}

fn compressed(bytes: &[u8]) -> Result<usize> {
    let parameters = BrotliEncoderParams {
        quality: BROTLI_QUALITY,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut writer = CompressorWriter::with_params(Vec::new(), BUFFER_BYTES, &parameters);
    writer.write_all(bytes)?;
    Ok(writer.into_inner().len())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn files_are_measured_raw_and_compressed() {
        let dist = tempfile::tempdir().unwrap();
        fs::create_dir(dist.path().join("table")).unwrap();
        fs::write(dist.path().join("index.html"), "zinc ".repeat(1000)).unwrap();
        fs::write(dist.path().join("table/a.css"), "").unwrap();
        let site = site(dist.path()).unwrap();
        let names: Vec<_> = site.files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names, ["index.html", "table/a.css"]);
        assert_eq!(site.files[0].raw, 5000);
        assert!(
            site.files[0].brotli > 5 && site.files[0].brotli < 50,
            "{:?}",
            site.files[0]
        );
        assert_eq!(site.pages.len(), 1);
    }

    #[test]
    fn a_folder_that_is_no_site_is_refused() {
        assert!(site(tempfile::tempdir().unwrap().path()).is_err());
    }
}
