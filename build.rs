//! Turns content/ into one compact asset that the page embeds.
//! Here because bad content must stop the build, with file and line, and never reach a reader.
//! Must not know: how anything is shown.

use std::{env, fs, path::Path};

fn main() {
    println!("cargo::rerun-if-changed=content");
    println!("cargo::rerun-if-changed=build.rs");
    match review::parse(Path::new("content")) {
        Ok(checked) => write(&checked),
        Err(diagnostics) => {
            for diagnostic in &diagnostics {
                println!("cargo::error={diagnostic}");
            }
        }
    }
}

fn write(checked: &review::Review) {
    let written = review::encode(checked)
        .map_err(|error| error.to_string())
        .and_then(|bytes| {
            let out = env::var("OUT_DIR").map_err(|error| error.to_string())?;
            fs::write(Path::new(&out).join("review.bin"), bytes).map_err(|error| error.to_string())
        });
    if let Err(reason) = written {
        println!("cargo::error=could not write the encoded content: {reason}");
    }
}
