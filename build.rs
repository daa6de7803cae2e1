//! Turns content/ into compact assets, the whole review and the simulator's equations for the native renderer, and Table 1
//! with the presets' numbers for the browser, and writes down the frames of plots.
//! Here because bad content must stop the build, with file and line, and never reach a reader.
//! Must not know: how anything is shown.

use std::{env, fs, path::Path};

use review::{Content, EncodeError, Preset, PresetValue, Review, Section};

#[path = "src/plot/frames.rs"]
mod frames;
#[path = "src/services/validation/kept.rs"]
mod kept_validation;
#[path = "src/plot/marks.rs"]
mod marks;
#[path = "src/services/presets/check.rs"]
mod preset_check;

fn main() {
    println!("cargo::rerun-if-changed=content");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=CITATION.cff");
    println!("cargo::rerun-if-changed=src/plot/frames.rs");
    println!("cargo::rerun-if-changed=src/services/presets/check.rs");
    println!("cargo::rerun-if-changed=src/plot/marks.rs");
    println!("cargo::rerun-if-changed=src/services/validation/kept.rs");
    println!("cargo::rerun-if-changed={}", kept_validation::FILE);
    check_kept_validation();
    release_date();
    save("voltage-plot.json", frames::voltage().as_bytes());
    let parameters = preset_check::paths();
    match review::parse_with(
        Path::new("content"),
        &preset_check::check,
        Some(&parameters),
    ) {
        Ok(Content { review, equations }) => {
            save_frames(&review);
            write("review.bin", review::encode(&review));
            write("equations.bin", review::encode(&equations));
            write("table.bin", review::encode(&for_widgets(review)));
        }
        Err(diagnostics) => {
            for diagnostic in &diagnostics {
                println!("cargo::error={diagnostic}");
            }
        }
    }
}

/// The page of validation is written from a file that a program wrote, and a merge may have mangled.
fn check_kept_validation() {
    let read = fs::read_to_string(kept_validation::FILE);
    let text = match read {
        Ok(text) => text,
        Err(error) => {
            println!("cargo::error={}: {error}", kept_validation::FILE);
            return;
        }
    };
    for fault in kept_validation::Kept::parse(&text)
        .err()
        .into_iter()
        .flatten()
    {
        println!("cargo::error={fault}");
    }
}

/// The charts of Table 1, whose legends name the families.
fn save_frames(review: &Review) {
    let families: Vec<&str> = review.families.iter().map(|named| &*named.label).collect();
    for (name, frame) in [
        ("lifespan-plot.json", frames::lifespan(&families)),
        ("ranking-plot.json", frames::ranking(&families)),
        ("functions-plot.json", frames::functions(&families)),
    ] {
        save(name, frame.as_bytes());
    }
}

/// Tells the site the day from which citations of it are dated: CITATION.cff has it, and a build asks no clock.
fn release_date() {
    let name = "date-released: ";
    let date = fs::read_to_string("CITATION.cff").ok().and_then(|file| {
        Some(
            file.lines()
                .find_map(|line| line.strip_prefix(name))?
                .to_owned(),
        )
    });
    match date {
        Some(date) if is_day(&date) => println!("cargo::rustc-env=RELEASE_DATE={date}"),
        _ => println!("cargo::error=CITATION.cff: a line `{name}2026-01-31` is missing"),
    }
}

/// `2026-01-31`.
fn is_day(text: &str) -> bool {
    let parts: Vec<_> = text.split('-').collect();
    parts.iter().map(|part| part.len()).eq([4, 2, 2])
        && parts.concat().bytes().all(|byte| byte.is_ascii_digit())
}

/// What the widgets show: the prose around the table stays in the pages, and its sections keep their names only.
fn for_widgets(whole: Review) -> Review {
    let sections = whole.sections.into_iter();
    Review {
        sections: sections.map(heading_alone).collect(),
        references: Vec::new(),
        glossary: Vec::new(),
        source_notes: Vec::new(),
        text_materials: Vec::new(),
        facts: Vec::new(),
        figures: Vec::new(),
        presets: whole.presets.into_iter().map(numbers_alone).collect(),
        ..whole
    }
}

/// A section's name without its text.
fn heading_alone(section: Section) -> Section {
    Section {
        description: String::new(),
        facts: Vec::new(),
        coverage: String::new(),
        brief: Vec::new(),
        blocks: Vec::new(),
        ..section
    }
}

/// What the simulator needs of a preset: the words around its numbers stay in the pages.
fn numbers_alone(preset: Preset) -> Preset {
    let bare = |value: PresetValue| PresetValue {
        printed: None,
        material: None,
        reason: Vec::new(),
        ..value
    };
    Preset {
        pair: None,
        brief: Vec::new(),
        lever: Vec::new(),
        cannot_show: Vec::new(),
        values: preset.values.into_iter().map(bare).collect(),
        materials: Vec::new(),
        characteristics: Vec::new(),
        functions: Vec::new(),
        ..preset
    }
}

fn write(name: &str, encoded: Result<Vec<u8>, EncodeError>) {
    match encoded {
        Ok(bytes) => save(name, &bytes),
        Err(error) => println!("cargo::error=could not encode {name}: {error}"),
    }
}

fn save(name: &str, bytes: &[u8]) {
    let written = env::var("OUT_DIR")
        .map_err(|error| error.to_string())
        .and_then(|out| {
            fs::write(Path::new(&out).join(name), bytes).map_err(|error| error.to_string())
        });
    if let Err(reason) = written {
        println!("cargo::error=could not write {name}: {reason}");
    }
}
