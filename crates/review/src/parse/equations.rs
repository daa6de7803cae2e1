//! Equations of the simulator: `equations/symbols.toml` and one file a group beside it.
//! Here because a formula that cannot be set, or a letter without a unit, must stop the build.
//! Must not know: what the simulator computes; whoever knows its parameters passes their paths in.

use std::{fs, path::Path};

use crate::{Equation, EquationGroup, Equations, Formula, Origin, PresetTag, Symbol};

use super::{
    apparatus::one_of,
    diagnostic::nearest,
    equation::{self, Setting},
    fields::{self, Fields},
    ledger::{Kind, Ledger, Place},
    source::Source,
};

const FOLDER: &str = "equations";
const SYMBOLS: &str = "symbols.toml";
/// The tag of what an equation gives.
const COMPUTED: &str = "computed";

/// All equations, their groups in the order of their numbers. Without a folder there are none.
/// `parameters` holds the paths of all numbers of a case, where somebody knows them.
pub(super) fn read_all(
    content_dir: &Path,
    parameters: Option<&[&'static str]>,
    ledger: &mut Ledger,
) -> Equations {
    let mut names: Vec<String> = fs::read_dir(content_dir.join(FOLDER))
        .into_iter()
        .flatten()
        .filter_map(Result::ok)
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".toml"))
        .collect();
    names.sort();
    if names.is_empty() {
        return Equations::default();
    }
    let symbols = Source::read(content_dir, &format!("{FOLDER}/{SYMBOLS}"), ledger)
        .and_then(|source| {
            let what = "symbols file";
            fields::with_document(&source, 0, &source.text, what, ledger, |fields, ledger| {
                fields.tables("symbol", ledger, |fields, ledger| {
                    symbol(fields, parameters, ledger)
                })
            })
        })
        .unwrap_or_default();
    let mut groups: Vec<EquationGroup> = Vec::new();
    for name in names.iter().filter(|name| *name != SYMBOLS) {
        let Some(source) = Source::read(content_dir, &format!("{FOLDER}/{name}"), ledger) else {
            continue;
        };
        let read = fields::with_document(&source, 0, &source.text, "equations file", ledger, group);
        let Some((group, place)) = read else {
            continue;
        };
        if let Some(other) = groups.iter().find(|other| other.number == group.number) {
            let message = format!(
                "the number {} is that of the group \"{}\" too",
                group.number, other.id
            );
            ledger.fault(&place, message);
        }
        groups.push(group);
    }
    groups.sort_by_key(|group| group.number);
    let equations = Equations {
        groups,
        symbols: symbols.iter().map(|(symbol, _)| symbol.clone()).collect(),
    };
    for (symbol, place) in &symbols {
        let is_used = |one: &Equation| one.symbols.contains(&symbol.id);
        if !symbol.id.is_empty() && !equations.all().any(is_used) {
            let message = format!("no equation uses the symbol \"{}\"", symbol.id);
            ledger.fault(place, message);
        }
    }
    equations
}

fn symbol(
    fields: &mut Fields<'_>,
    parameters: Option<&[&'static str]>,
    ledger: &mut Ledger,
) -> (Symbol, Place) {
    let id = fields.text("id", ledger);
    ledger.give(Kind::Symbol, &id, &fields.place_of("id"));
    let latex = fields.text("latex", ledger);
    let mathml = equation::mathml(&latex, Setting::Inline, &fields.place_of("latex"), ledger);
    let parameter = fields.optional_text("parameter", ledger);
    let origin = match parameter {
        Some(path) => {
            let known = parameters.unwrap_or_default();
            if parameters.is_some() && !known.contains(&path.as_str()) {
                let message = format!("the simulator has no parameter \"{path}\"");
                let suggestion = nearest(&path, known.iter().copied());
                ledger.fault_suggesting(&fields.place_of("parameter"), message, suggestion);
            }
            Origin::Parameter(path)
        }
        None => named(fields, ledger),
    };
    let symbol = Symbol {
        id,
        mathml: mathml.unwrap_or_default(),
        origin,
    };
    (symbol, fields.place())
}

/// A symbol that is no parameter says itself what it is.
fn named(fields: &mut Fields<'_>, ledger: &mut Ledger) -> Origin {
    let name = fields.inlines("name", ledger);
    let unit = fields.inlines("unit", ledger);
    let word = fields.text("tag", ledger);
    if word == COMPUTED {
        let by = fields.optional_text("by", ledger);
        if let Some(id) = &by {
            ledger.use_name(Kind::Formula, id, &fields.place_of("by"));
        }
        return Origin::Computed { name, unit, by };
    }
    let tags = PresetTag::ALL.map(|tag| (tag.word(), Some(tag)));
    let known = [tags.as_slice(), &[(COMPUTED, None)]].concat();
    let tag = one_of("tag", &word, &known, &fields.place_of("tag"), ledger).flatten();
    Origin::Fixed {
        name,
        unit,
        value: fields.inlines("value", ledger),
        tag: tag.unwrap_or(PresetTag::Assumed),
        source: fields.inlines("source", ledger),
    }
}

fn group(fields: &mut Fields<'_>, ledger: &mut Ledger) -> (EquationGroup, Place) {
    let id = fields.text("id", ledger);
    ledger.give(Kind::Formula, &id, &fields.place_of("id"));
    let group = EquationGroup {
        id,
        number: fields.number("number", ledger),
        title: fields.text("title", ledger),
        lead: fields.inlines("lead", ledger),
        equations: fields.tables("equation", ledger, one),
    };
    (group, fields.place_of("number"))
}

fn one(fields: &mut Fields<'_>, ledger: &mut Ledger) -> Equation {
    let id = fields.text("id", ledger);
    ledger.give(Kind::Formula, &id, &fields.place_of("id"));
    let formulas = fields
        .texts("latex", ledger)
        .into_iter()
        .filter_map(|(latex, place)| {
            let mathml = equation::mathml(&latex, Setting::Display, &place, ledger)?;
            Some(Formula { latex, mathml })
        })
        .collect();
    let symbols = fields.texts("symbols", ledger);
    for (index, (symbol, place)) in symbols.iter().enumerate() {
        ledger.use_name(Kind::Symbol, symbol, place);
        if symbols[..index].iter().any(|(other, _)| other == symbol) {
            let message = format!("the symbol \"{symbol}\" is named twice");
            ledger.fault(place, message);
        }
    }
    let code = words(fields, "code", ledger);
    let (tests, validation) = (
        words(fields, "tests", ledger),
        words(fields, "validation", ledger),
    );
    if tests.is_empty() && validation.is_empty() {
        let message =
            format!("nothing holds the equation \"{id}\": name a test or a validation row");
        ledger.fault(&fields.place(), message);
    }
    Equation {
        id,
        title: fields.text("title", ledger),
        formulas,
        says: fields.inlines("says", ledger),
        symbols: symbols.into_iter().map(|(symbol, _)| symbol).collect(),
        source: fields.inlines("source", ledger),
        code,
        tests,
        validation,
    }
}

fn words(fields: &mut Fields<'_>, key: &'static str, ledger: &mut Ledger) -> Vec<String> {
    let texts = fields.texts(key, ledger);
    texts.into_iter().map(|(text, _)| text).collect()
}
