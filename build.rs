//! Turns content/ into two compact assets: the whole review for the native renderer, Table 1 alone for the browser.
//! Here because bad content must stop the build, with file and line, and never reach a reader.
//! Must not know: how anything is shown.

use std::{env, fs, path::Path};

use review::Review;

fn main() {
    println!("cargo::rerun-if-changed=content");
    println!("cargo::rerun-if-changed=build.rs");
    match review::parse(Path::new("content")) {
        Ok(checked) => {
            write("review.bin", &checked);
            write("table.bin", &table_alone(checked));
        }
        Err(diagnostics) => {
            for diagnostic in &diagnostics {
                println!("cargo::error={diagnostic}");
            }
        }
    }
}

/// What the widgets show: the prose around the table stays in the pages.
fn table_alone(whole: Review) -> Review {
    Review {
        sections: Vec::new(),
        references: Vec::new(),
        glossary: Vec::new(),
        source_notes: Vec::new(),
        text_materials: Vec::new(),
        facts: Vec::new(),
        figures: Vec::new(),
        ..whole
    }
}

fn write(name: &str, review: &Review) {
    let written = review::encode(review)
        .map_err(|error| error.to_string())
        .and_then(|bytes| {
            let out = env::var("OUT_DIR").map_err(|error| error.to_string())?;
            fs::write(Path::new(&out).join(name), bytes).map_err(|error| error.to_string())
        });
    if let Err(reason) = written {
        println!("cargo::error=could not write {name}: {reason}");
    }
}
