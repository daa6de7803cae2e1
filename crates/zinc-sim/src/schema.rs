//! The parameter table as JSON Schema.
//! Here because editors, workflows and other programs read ranges in that form.
//! Must not know: anything that is not in the table.

use anyhow::Context;
use electrodeposition::parameters::{Parameter, STEP_LIMITS, parameters};
use serde_json::{Map, Value, json};

use crate::failure::Failure;
use crate::output;

/// Prints the schema of a case.
pub fn print() -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(&schema()).context("cannot write the schema")?;
    output::print(&(text + "\n"))
}

fn schema() -> Value {
    let mut tables: Map<String, Value> = Map::new();
    for row in parameters() {
        let Some((table, field)) = row.path.split_once('.') else {
            continue;
        };
        let entry = tables.entry(table).or_insert_with(
            || json!({ "type": "object", "additionalProperties": false, "properties": {} }),
        );
        entry["properties"][field] = property(row);
    }
    tables["operation"]["properties"]["steps"] = steps();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Case of zinc-sim",
        "description": "Every field is optional and in SI units; what is not given takes its default.",
        "type": "object",
        "additionalProperties": false,
        "properties": tables,
    })
}

/// The programme: a list of steps.
fn steps() -> Value {
    let mut fields: Map<String, Value> = STEP_LIMITS
        .iter()
        .map(|limit| {
            let field = json!({
                "title": limit.name,
                "type": "number",
                "minimum": limit.min,
                "maximum": limit.max,
                "x-unit": limit.unit,
            });
            (limit.field.to_owned(), field)
        })
        .collect();
    fields.insert(
        "kind".to_owned(),
        json!({ "enum": ["plate", "strip", "rest"] }),
    );
    json!({
        "title": "Programme",
        "description": "Steps of the working electrode, in place of plating and stripping in turn.",
        "type": "array",
        "maxItems": 100,
        "default": [],
        "items": {
            "type": "object",
            "additionalProperties": false,
            "required": ["kind"],
            "properties": fields,
        },
    })
}

fn property(row: &Parameter) -> Value {
    let number = |value: f64| {
        if row.integer {
            json!(value as u64)
        } else {
            json!(value)
        }
    };
    let mut property = json!({
        "title": row.name,
        "description": format!("{} ({}). {}: {}.", row.name, row.symbol, row.tag.word(), row.source),
        "type": if row.integer { "integer" } else { "number" },
        "minimum": number(row.min),
        "maximum": number(row.max),
        "x-symbol": row.symbol,
        "x-unit": row.unit,
        "x-display-unit": row.display_unit,
        "x-display-factor": row.display_factor,
        "x-log-scale": row.log_scale,
        "x-tag": row.tag.word(),
        "x-source": row.source,
    });
    // The conductivity of a film has no default: zero stands for "not given".
    if (row.min..=row.max).contains(&row.default) {
        property["default"] = number(row.default);
    }
    property
}
