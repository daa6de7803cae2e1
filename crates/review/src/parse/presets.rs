//! Presets of the simulator: `presets/<id>.toml`.
//! Here because every number in them is to say where it comes from, and a printed one must be found in the text.
//! Must not know: which paths and ranges the simulator has; whoever knows them passes a check in.

use std::{fs, path::Path};

use crate::{
    Inline, Material, Preset, PresetFault, PresetMaterial, PresetTag, PresetValue, Printed, gives,
    plain_text,
    sentence::{each_paragraph, sentences},
};

use super::{
    apparatus::one_of,
    diagnostic::nearest,
    fields::{self, Fields},
    ledger::{Kind, Ledger, Place},
    markdown,
    section::SectionFile,
    source::Source,
};

/// A preset with the places that faults found later name.
pub(super) struct PresetFile {
    pub preset: Preset,
    place: Place,
    pair: Place,
    values: Vec<ValuePlaces>,
    characteristics: Vec<(String, Place)>,
    functions: Vec<(String, Place)>,
}

struct ValuePlaces {
    path: Place,
    value: Place,
    printed: Place,
}

/// All presets in the order of their numbers. Without a folder there are none.
pub(super) fn read_all(content_dir: &Path, ledger: &mut Ledger) -> Vec<PresetFile> {
    let mut names: Vec<String> = fs::read_dir(content_dir.join("presets"))
        .into_iter()
        .flatten()
        .filter_map(Result::ok)
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".toml"))
        .collect();
    names.sort();
    let mut files: Vec<PresetFile> = Vec::new();
    for name in &names {
        let Some(file) = read(content_dir, name, ledger) else {
            continue;
        };
        let taken = |other: &&PresetFile| other.preset.number == file.preset.number;
        if let Some(other) = files.iter().find(taken) {
            let (number, other) = (file.preset.number, &other.preset.id);
            let message = format!("the number {number} is that of the preset \"{other}\" too");
            ledger.fault(&file.place, message);
        }
        files.push(file);
    }
    files.sort_by_key(|file| file.preset.number);
    check_pairs(&files, ledger);
    files
}

/// A pair is one from either side.
fn check_pairs(files: &[PresetFile], ledger: &mut Ledger) {
    for file in files {
        let named = file.preset.pair.as_deref();
        let other = files
            .iter()
            .find(|other| Some(other.preset.id.as_str()) == named);
        // An unknown preset is reported with all unknown names.
        if let Some(other) = other
            && (other.preset.id == file.preset.id
                || other.preset.pair.as_ref() != Some(&file.preset.id))
        {
            let message = format!("\"{}\" is not paired with this preset", other.preset.id);
            ledger.fault(&file.pair, message);
        }
    }
}

fn read(content_dir: &Path, name: &str, ledger: &mut Ledger) -> Option<PresetFile> {
    let source = Source::read(content_dir, &format!("presets/{name}"), ledger)?;
    let file = fields::with_document(&source, 0, &source.text, "preset", ledger, words)?;
    if format!("{}.toml", file.preset.id) != name {
        let message = format!("the id \"{}\" is not the file's name", file.preset.id);
        ledger.fault(&file.place, message);
    }
    Some(file)
}

fn words(fields: &mut Fields<'_>, ledger: &mut Ledger) -> PresetFile {
    let id = fields.text("id", ledger);
    ledger.give(Kind::Preset, &id, &fields.place_of("id"));
    let (values, value_places) = fields
        .tables("values", ledger, value)
        .into_iter()
        .unzip::<_, _, Vec<PresetValue>, Vec<_>>();
    for (index, (value, places)) in values.iter().zip(&value_places).enumerate() {
        if values
            .iter()
            .take(index)
            .any(|other| other.path == value.path)
        {
            let message = format!("\"{}\" is given twice", value.path);
            ledger.fault(&places.path, message);
        }
    }
    let pair = fields.optional_text("pair", ledger);
    if let Some(other) = &pair {
        ledger.use_name(Kind::Preset, other, &fields.place_of("pair"));
    }
    let characteristics = fields.texts("characteristics", ledger);
    let functions = fields.texts("functions", ledger);
    let bare = |texts: &[(String, Place)]| texts.iter().map(|(text, _)| text.clone()).collect();
    PresetFile {
        place: fields.place(),
        pair: fields.place_of("pair"),
        preset: Preset {
            id,
            number: fields.number("number", ledger),
            pair,
            title: fields.text("title", ledger),
            brief: fields.inlines("brief", ledger),
            lever: fields.inlines("lever", ledger),
            cannot_show: fields.inlines("cannot_show", ledger),
            values,
            materials: fields.tables("materials", ledger, material),
            characteristics: bare(&characteristics),
            functions: bare(&functions),
        },
        values: value_places,
        characteristics,
        functions,
    }
}

fn value(fields: &mut Fields<'_>, ledger: &mut Ledger) -> (PresetValue, ValuePlaces) {
    let word = fields.text("tag", ledger);
    let known = PresetTag::ALL.map(|tag| (tag.word(), tag));
    let tag = one_of("tag", &word, &known, &fields.place_of("tag"), ledger);
    let places = ValuePlaces {
        path: fields.place_of("path"),
        value: fields.place_of("value"),
        printed: fields.place_of("printed"),
    };
    let printed = (tag == Some(PresetTag::Review)).then(|| printed(fields, ledger));
    let reason = match tag {
        Some(PresetTag::Review) => optional_inlines(fields, "reason", ledger),
        _ => fields.inlines("reason", ledger),
    };
    let material = fields.optional_text("material", ledger);
    if let Some(id) = &material {
        ledger.use_name(Kind::Material, id, &fields.place_of("material"));
    }
    let value = PresetValue {
        path: fields.text("path", ledger),
        value: fields.decimal("value", ledger),
        tag: tag.unwrap_or(PresetTag::Assumed),
        printed,
        material,
        reason,
    };
    (value, places)
}

fn printed(fields: &mut Fields<'_>, ledger: &mut Ledger) -> Printed {
    let section = fields.text("section", ledger);
    ledger.use_name(Kind::Section, &section, &fields.place_of("section"));
    let references = fields.numbers("references", ledger);
    for (number, place) in &references {
        ledger.use_name(Kind::Reference, &number.to_string(), place);
    }
    Printed {
        quantity: fields.inlines("printed", ledger),
        section,
        references: references.into_iter().map(|(number, _)| number).collect(),
    }
}

fn optional_inlines(
    fields: &mut Fields<'_>,
    key: &'static str,
    ledger: &mut Ledger,
) -> Vec<Inline> {
    let text = fields.optional_text(key, ledger);
    let place = fields.place_of(key);
    text.map_or_else(Vec::new, |text| markdown::inlines(&text, &place, ledger))
}

fn material(fields: &mut Fields<'_>, ledger: &mut Ledger) -> PresetMaterial {
    let id = fields.text("id", ledger);
    ledger.use_name(Kind::Material, &id, &fields.place_of("id"));
    PresetMaterial {
        id,
        because: fields.inlines("because", ledger),
    }
}

/// Holds presets against the text, against Table 1, and against whatever `of_simulator` knows.
pub(super) fn check(
    files: &[PresetFile],
    sections: &[SectionFile],
    materials: &[Material],
    of_simulator: &dyn Fn(&Preset) -> Vec<PresetFault>,
    ledger: &mut Ledger,
) {
    for file in files {
        for (value, places) in file.preset.values.iter().zip(&file.values) {
            if let Some(printed) = &value.printed {
                check_printed(printed, sections, &places.printed, ledger);
            }
        }
        let of_table = |words: fn(&Material) -> &Vec<String>| {
            let all = materials.iter().flat_map(words);
            all.map(String::as_str).collect::<Vec<_>>()
        };
        let characteristics = of_table(|material| &material.characteristics);
        check_words(
            "characteristic",
            &file.characteristics,
            &characteristics,
            ledger,
        );
        let functions = of_table(|material| &material.functions);
        check_words("function", &file.functions, &functions, ledger);
        for fault in of_simulator(&file.preset) {
            let places = fault.value.and_then(|index| file.values.get(index));
            let path = fault.value.and_then(|index| file.preset.values.get(index));
            let suggestion =
                path.and_then(|value| nearest(&value.path, fault.known_paths.iter().copied()));
            let place = match places {
                Some(places) if !fault.known_paths.is_empty() => &places.path,
                Some(places) => &places.value,
                None => &file.place,
            };
            ledger.fault_suggesting(place, fault.message, suggestion);
        }
    }
}

/// What is said to be printed stands in a sentence of that section, in a paragraph with those references.
fn check_printed(printed: &Printed, sections: &[SectionFile], place: &Place, ledger: &mut Ledger) {
    let Some(file) = sections
        .iter()
        .find(|file| file.section.slug == printed.section)
    else {
        // An unknown section was reported where it is named.
        return;
    };
    let quantity = plain_text(&printed.quantity);
    let mut found = false;
    for block in &file.section.blocks {
        each_paragraph(block, &mut |paragraph| {
            let cites = |number: &u16| {
                let mut all = paragraph.iter();
                all.any(|inline| matches!(inline, Inline::Cite(cited) if cited.contains(number)))
            };
            found |= printed.references.iter().all(cites)
                && sentences(paragraph)
                    .iter()
                    .any(|sentence| gives(sentence, &quantity));
        });
    }
    if printed.references.is_empty() {
        ledger.fault(place, "a printed number needs a reference");
    } else if !found {
        let (section, references) = (&printed.section, &printed.references);
        let message =
            format!("no paragraph of \"{section}\" gives \"{quantity}\" and cites {references:?}");
        ledger.fault(place, message);
    }
}

fn check_words(what: &str, listed: &[(String, Place)], printed: &[&str], ledger: &mut Ledger) {
    for (words, place) in listed {
        if !printed.contains(&words.as_str()) {
            let message = format!("Table 1 prints no {what} \"{words}\"");
            ledger.fault_suggesting(place, message, nearest(words, printed.iter().copied()));
        }
    }
}
