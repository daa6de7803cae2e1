//! Materials and rows of Table 1 as documents.
//! Here because a material is looked for by formula, by name, by what it is made of and by its numbers.
//! Must not know: sections, notes and other apparatus.

use review::{Condition, Inline, Material, Review, TextMaterial};

use super::{
    sentences,
    typeset::{self, typeset},
};
use crate::{
    routes::Route,
    services::{
        search::document::{Document, Kind, Passage},
        table::type_label,
    },
};

/// What is longer describes a material and does not name it.
const MAX_NAME_WORDS: usize = 4;

pub fn collect(review: &Review) -> Vec<Document> {
    let table = review.materials.iter().map(|one| of_table(review, one));
    let text = review.text_materials.iter().map(|one| of_text(review, one));
    let rows = review.conditions.iter().filter_map(|condition| {
        let material = review.material(&condition.material)?;
        Some(row(material, condition))
    });
    table.chain(text).chain(rows).collect()
}

fn of_table(review: &Review, material: &Material) -> Document {
    let mut found = page(
        review,
        &material.id,
        &material.label,
        &material.name,
        &material.summary,
    );
    found.aliases.push(material.as_printed.clone());
    tidy(&mut found.aliases, &material.label);
    found.passages.push(Passage::new(format!(
        "{}. {}. {}.",
        type_label(material.kind).text,
        material.characteristics.join("; "),
        material.functions.join("; ")
    )));
    found
}

fn of_text(review: &Review, material: &TextMaterial) -> Document {
    page(
        review,
        &material.id,
        &material.label,
        &material.name,
        &material.summary,
    )
}

fn page(review: &Review, id: &str, label: &str, name: &[Inline], summary: &[Inline]) -> Document {
    let mut aliases = vec![typeset(name)];
    // An id such as `silver` is a word; one such as `zn3-po4-2-4h2o` only repeats the formula.
    if id.bytes().all(|byte| byte.is_ascii_lowercase()) {
        aliases.push(id.to_owned());
    }
    let passages = sentences(review, summary);
    aliases.extend(passages.first().and_then(|first| spelt_out(&first.text)));
    tidy(&mut aliases, label);
    Document {
        kind: Kind::Material,
        title: typeset::label(label, name),
        within: String::new(),
        path: Route::Material(id.to_owned()).path(),
        anchor: String::new(),
        aliases,
        passages,
    }
}

/// Each name once, whichever way it is set.
fn tidy(aliases: &mut Vec<String>, label: &str) {
    let mut seen = vec![explorer::fold(label)];
    aliases.retain(|alias| {
        let folded = explorer::fold(alias);
        let is_new = !seen.contains(&folded);
        seen.push(folded);
        is_new
    });
}

/// The name in words with which a summary begins: `Montmorillonite, a layered …`.
fn spelt_out(summary: &str) -> Option<String> {
    let (name, _) = summary.split_once([',', ':'])?;
    let name = ["A ", "An "]
        .iter()
        .find_map(|article| name.strip_prefix(article))
        .unwrap_or(name);
    (name.split_whitespace().count() <= MAX_NAME_WORDS).then(|| name.to_owned())
}

fn row(material: &Material, condition: &Condition) -> Document {
    let bound = if condition.lifespan_is_lower_bound {
        ">"
    } else {
        ""
    };
    let (current, capacity, hours) = (
        condition.current_density_ma_cm2,
        condition.areal_capacity_mah_cm2,
        condition.lifespan_h,
    );
    Document {
        kind: Kind::Row,
        title: format!(
            "{}: {bound}{hours}\u{202f}h at {current}\u{202f}mA\u{202f}cm⁻², {capacity}\u{202f}mA\u{202f}h\u{202f}cm⁻²",
            typeset::label(&material.label, &material.name)
        ),
        within: String::new(),
        path: Route::Explore.path(),
        anchor: condition.id.clone(),
        aliases: Vec::new(),
        passages: vec![Passage::new(format!(
            "Lifespan {bound}{hours}\u{202f}h, current density {current}\u{202f}mA\u{202f}cm⁻², areal capacity \
             {capacity}\u{202f}mA\u{202f}h\u{202f}cm⁻², reference {} as printed.",
            material.reference_as_printed
        ))],
    }
}
