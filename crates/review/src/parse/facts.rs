//! The review's numbered statements (`facts.toml`): what each is given for and which numbers it holds.
//! Here because a marked sentence is held against its statement, and a claimed lifespan against Table 1.
//! Must not know: the sentences.

use std::path::Path;

use crate::{Claim, Fact, plain_text};

use super::{
    apparatus::records,
    fields::Fields,
    ledger::{Kind, Ledger},
    typography::typeset,
};

/// The statements in the order of their numbers.
pub(super) fn read(content_dir: &Path, ledger: &mut Ledger) -> Vec<Fact> {
    let mut facts = records(content_dir, "facts.toml", "fact", ledger, fact);
    facts.sort_by_key(|fact| fact.number);
    facts
}

fn fact(fields: &mut Fields<'_>, ledger: &mut Ledger) -> Fact {
    let number = fields.number("number", ledger);
    ledger.give(Kind::Fact, &number.to_string(), &fields.place_of("number"));
    let references = fields.numbers("references", ledger);
    for (reference, place) in &references {
        ledger.use_name(Kind::Reference, &reference.to_string(), place);
    }
    let materials = fields.texts("materials", ledger);
    for (material, place) in &materials {
        ledger.use_name(Kind::Material, material, place);
    }
    let quantities = fields.texts("quantities", ledger);
    Fact {
        number,
        references: references.into_iter().map(|(number, _)| number).collect(),
        quantities: quantities
            .iter()
            .map(|(typed, _)| plain_text(&typeset(typed)))
            .collect(),
        materials: materials.into_iter().map(|(id, _)| id).collect(),
        claim: fields.table("claim", ledger, claim),
    }
}

fn claim(fields: &mut Fields<'_>, ledger: &mut Ledger) -> Claim {
    let material = fields.text("material", ledger);
    ledger.use_name(Kind::Material, &material, &fields.place_of("material"));
    Claim {
        material,
        lifespan_h: fields.decimal("lifespan_h", ledger),
        lifespan_is_lower_bound: fields.flag("lifespan_is_lower_bound", ledger),
        current_density_ma_cm2: fields.optional_decimal("current_density_ma_cm2", ledger),
        areal_capacity_mah_cm2: fields.optional_decimal("areal_capacity_mah_cm2", ledger),
    }
}
