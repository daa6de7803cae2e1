//! The materials in columns, property by property, with what is the same folded away.
//! Here because a difference is only seen where the same thing stands at the same height.
//! Must not know: how the materials were chosen, which tests are alike.

use leptos::prelude::*;
use review::{Material, Named, Review};

use crate::{
    components::{
        condition::bounded,
        links::href,
        marks::source_note,
        material_name::material_name,
        quantities::{QUANTITIES, significant},
        rich_text::{citation, inlines},
        typeset::typeset,
    },
    services::table::type_label,
};

/// Something that every material has, as words to compare by and as it is shown.
struct Property {
    name: &'static str,
    words: fn(&Review, &Material) -> String,
    show: fn(&'static Review, &'static Material) -> AnyView,
}

const PROPERTIES: [Property; 8] = [
    Property {
        name: "Type",
        words: |_, material| type_label(material.kind).text,
        show: |_, material| type_label(material.kind).text.into_any(),
    },
    Property {
        name: "Family, our grouping",
        words: |review, material| family(review, material),
        show: |review, material| family(review, material).into_any(),
    },
    Property {
        name: "Characteristics, as printed",
        words: |_, material| sorted(&material.characteristics),
        show: |_, material| list(&material.characteristics),
    },
    Property {
        name: "Major functions, as printed",
        words: |_, material| sorted(&material.functions),
        show: |_, material| list(&material.functions),
    },
    Property {
        name: "Single functions, our grouping",
        words: |review, material| sorted(&functions(review, material)),
        show: |review, material| list(&functions(review, material)),
    },
    Property {
        name: "Tests and what follows from them",
        words: |review, material| {
            let rows = review.conditions_of(&material.id);
            let words = rows.map(|row| row.as_reported.clone());
            words.collect::<Vec<_>>().join("\n")
        },
        show: tests,
    },
    Property {
        name: "Source notes",
        words: |review, material| notes(review, material).join(" "),
        show: |review, material| {
            let ids = notes(review, material);
            if ids.is_empty() {
                return "None".into_any();
            }
            let marks = ids.into_iter().map(|id| {
                let mark = source_note(&id);
                view! { <span class="named-note">{id} {mark}</span> " " }
            });
            marks.collect_view().into_any()
        },
    },
    Property {
        name: "Reference, as printed",
        words: |_, material| material.reference_as_printed.to_string(),
        show: |_, material| citation(&[material.reference_as_printed]),
    },
];

pub fn sheet(
    review: &'static Review,
    chosen: &[&'static Material],
    shows_same: RwSignal<bool>,
) -> AnyView {
    if chosen.is_empty() {
        return view! { <p>"No material is chosen yet."</p> }.into_any();
    }
    let same: Vec<bool> = PROPERTIES
        .iter()
        .map(|property| is_same(review, chosen, property))
        .collect();
    let n_same = same.iter().filter(|is_same| **is_same).count();
    // The names, and a line for each property that is not folded away.
    let n_lines = move || 1 + PROPERTIES.len() - if shows_same.get() { 0 } else { n_same };
    let style = {
        let n = chosen.len();
        move || format!("--n-materials: {n}; --n-lines: {}", n_lines())
    };
    let is_alone = chosen.len() == 1;
    let columns = chosen
        .iter()
        .map(|material| column(review, material, &same, is_alone, shows_same));
    let columns = columns.collect_view();
    let fold = (n_same > 0).then(|| {
        let words = move || {
            let (verb, n) = (if shows_same.get() { "Fold" } else { "Show" }, n_same);
            format!("{verb} what is the same ({n})")
        };
        view! {
            <button
                type="button"
                class="fold"
                aria-expanded=move || shows_same.get().to_string()
                aria-controls="compare-sheet"
                on:click=move |_| shows_same.update(|shows| *shows = !*shows)
            >
                {words}
            </button>
        }
    });
    let hint =
        is_alone.then(|| view! { <p class="notice">"Add a material to compare it with."</p> });
    view! {
        {hint}
        {fold}
        <div class="compare-sheet" id="compare-sheet" style=style>
            {columns}
        </div>
        <div class="formulas">
            <p class="role">
                "In the derived numbers, rests between half-cycles are neglected, and a > before a lifespan stays before what follows from it."
            </p>
            <ul>{formulas()}</ul>
        </div>
    }
    .into_any()
}

/// How each derived number follows from the printed ones.
fn formulas() -> AnyView {
    let derived = QUANTITIES.iter().filter(|quantity| quantity.is_derived);
    let lines = derived.map(|quantity| {
        view! { <li>{quantity.name} " " <span class="formula" inner_html=quantity.formula></span></li> }
    });
    lines.collect_view().into_any()
}

fn is_same(review: &Review, chosen: &[&'static Material], property: &Property) -> bool {
    let mut words = chosen
        .iter()
        .map(|material| (property.words)(review, material));
    let first = words.next();
    chosen.len() > 1 && words.all(|other| Some(other) == first)
}

fn column(
    review: &'static Review,
    material: &'static Material,
    same: &[bool],
    is_alone: bool,
    shows_same: RwSignal<bool>,
) -> AnyView {
    let to = href(&format!("/materials/{}/", material.id));
    let lines = PROPERTIES.iter().zip(same).map(|(property, &is_same)| {
        let mark = (!is_alone).then(|| mark(is_same));
        view! {
            <div class="property" hidden=move || is_same && !shows_same.get()>
                <dt>{property.name} " " {mark}</dt>
                <dd>{(property.show)(review, material)}</dd>
            </div>
        }
    });
    view! {
        <article data-material=material.id.clone()>
            <div class="compare-name">
                <h2>
                    <a class="material" href=to data-card=format!("material-{}", material.id)>
                        {material_name(&material.id)}
                    </a>
                </h2>
                <p class="role">{inlines(&material.summary)}</p>
            </div>
            <dl>{lines.collect_view()}</dl>
        </article>
    }
    .into_any()
}

fn mark(is_same: bool) -> AnyView {
    if is_same {
        view! { <span class="mark same">"= same"</span> }.into_any()
    } else {
        view! { <span class="mark differs">"≠ differs"</span> }.into_any()
    }
}

/// Each test with its printed numbers and those that follow, one under the other.
fn tests(review: &'static Review, material: &'static Material) -> AnyView {
    let rows = review.conditions_of(&material.id).enumerate();
    let tests = rows.map(|(place, row)| {
        let lines = QUANTITIES.iter().map(|quantity| {
            let found = (quantity.of)(row);
            let shown = significant(found.value, quantity.n_digits);
            let tag = quantity.is_derived.then(|| view! { " " <span class="tag derived">"derived"</span> });
            view! {
                <tr>
                    <th scope="row">{quantity.name} " " <span class="unit">{quantity.unit}</span> {tag}</th>
                    <td class="number">{bounded(shown, found.is_lower_bound)}</td>
                </tr>
            }
        });
        view! {
            <table class="test">
                <caption>{format!("Test {}", place + 1)}</caption>
                <tbody>{lines.collect_view()}</tbody>
            </table>
        }
    });
    tests.collect_view().into_any()
}

fn list(phrases: &[String]) -> AnyView {
    if phrases.is_empty() {
        return "None".into_any();
    }
    let items = phrases
        .iter()
        .map(|phrase| view! { <li>{typeset(phrase, &[])}</li> });
    view! { <ul>{items.collect_view()}</ul> }.into_any()
}

/// The order in which phrases are printed is no difference.
fn sorted(phrases: &[String]) -> String {
    let mut phrases: Vec<String> = phrases.iter().map(|phrase| phrase.to_lowercase()).collect();
    phrases.sort();
    phrases.join("\n")
}

fn family(review: &Review, material: &Material) -> String {
    named(&review.families, std::slice::from_ref(&material.family)).join(", ")
}

fn functions(review: &Review, material: &Material) -> Vec<String> {
    named(&review.functions, &material.single_functions)
}

fn named(names: &[Named], ids: &[String]) -> Vec<String> {
    let found = names.iter().filter(|name| ids.contains(&name.id));
    found.map(|name| name.label.clone()).collect()
}

/// Of the material and of its rows, each once.
fn notes(review: &Review, material: &Material) -> Vec<String> {
    let of_rows = review
        .conditions_of(&material.id)
        .flat_map(|row| &row.notes);
    let mut notes: Vec<String> = Vec::new();
    for id in material.notes.iter().chain(of_rows) {
        if !notes.contains(id) {
            notes.push(id.clone());
        }
    }
    notes
}
