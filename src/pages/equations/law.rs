//! One equation: its formulas, its words, its symbols, and what stands behind it.
//! Here because a reader asks of each the same six questions, in the same order.
//! Must not know: the other equations, but for their numbers.

use electrodeposition::parameters::parameter;
use leptos::prelude::*;
use review::{Equation, Equations, Formula, Inline, Origin, PresetTag, Symbol};

use super::parameters;
use crate::{
    components::{copy::copy_button, links::href, rich_text::inlines},
    services::validation::{anchor_of, kept},
};

/// Formulas longer than this, in letters that show, are wider than a phone and scroll in their own region.
const FITS_A_PHONE: usize = 22;

pub fn law(found: &'static Equations, one: &'static Equation) -> AnyView {
    let number = found.number_of(&one.id).unwrap_or_default();
    let title = format!("{}-title", one.id);
    let copied = format!("LaTeX of equation {number}, {}", one.title);
    let last = one.formulas.len().saturating_sub(1);
    let formulas = one.formulas.iter().enumerate().map(|(index, formula)| {
        let number = (index == last).then(|| number.clone());
        displayed(formula, number, &one.title)
    });
    let symbols = one.symbols.iter().filter_map(|id| found.symbol(id));
    view! {
        <section class="law" id=one.id.clone() tabindex="-1" aria-labelledby=title.clone()>
            <div class="headed">
                <h3 id=title.clone()>{one.title.clone()}</h3>
                <a
                    class="anchor"
                    href=format!("#{}", one.id)
                    data-copy-link
                    aria-label=format!("Link to “{}”", one.title)
                >
                    <span aria-hidden="true">"#"</span>
                </a>
            </div>
            {formulas.collect_view()}
            <p>{inlines(&one.says)}</p>
            <dl class="symbols">{symbols.map(|symbol| line(found, one, symbol)).collect_view()}</dl>
            <dl class="behind">
                <dt>"Source"</dt>
                <dd>{inlines(&one.source)}</dd>
            </dl>
            {held(one)}
            <p class="law-actions">{copy_button("LaTeX", &copied, one.latex())}</p>
        </section>
    }
    .into_any()
}

fn displayed(formula: &Formula, number: Option<String>, title: &str) -> AnyView {
    // Only what may scroll needs to be reached by keys.
    let reached = (letters(&formula.latex) > FITS_A_PHONE).then_some("0");
    let name = reached.map(|_| format!("Formula of “{title}”"));
    view! {
        <div class="equation">
            <div
                class="equation-body"
                tabindex=reached
                role=reached.map(|_| "group")
                aria-label=name
                inner_html=formula.mathml.clone()
            ></div>
            {number.map(|number| view! { <span class="equation-number">{format!("({number})")}</span> })}
        </div>
    }
    .into_any()
}

/// How many letters and signs of a formula show side by side, nearly: commands count as one, brackets not at all.
fn letters(latex: &str) -> usize {
    let mut count = 0;
    let mut in_command = false;
    for letter in latex.chars() {
        if letter == '\\' {
            in_command = true;
            count += 1;
        } else if in_command && letter.is_ascii_alphabetic() {
        } else {
            in_command = false;
            count += usize::from(!" {}_^&".contains(letter));
        }
    }
    count
}

fn line(found: &'static Equations, one: &Equation, symbol: &'static Symbol) -> AnyView {
    let (name, unit, origin) = match &symbol.origin {
        Origin::Parameter(path) => parameters::as_symbol(parameter(path)),
        Origin::Computed { name, unit, by } => (
            inlines(name),
            units(unit),
            by.as_ref()
                .and_then(|id| given_by(found, one, id))
                .unwrap_or_else(|| ().into_any()),
        ),
        Origin::Fixed {
            name,
            unit,
            value,
            tag,
            source,
        } => (
            inlines(name),
            units(unit),
            view! { <span class="number">{inlines(value)}</span> " " {tagged(*tag)} " " {inlines(source)} }
                .into_any(),
        ),
    };
    view! {
        <div>
            <dt inner_html=symbol.mathml.clone()></dt>
            <dd>{name} {unit}</dd>
            <dd class="origin">{origin}</dd>
        </div>
    }
    .into_any()
}

fn given_by(found: &Equations, one: &Equation, id: &str) -> Option<AnyView> {
    if one.id == id {
        return Some("given here".into_any());
    }
    let number = found.number_of(id)?;
    Some(view! { "computed: " <a href=format!("#{id}")>{format!("({number})")}</a> }.into_any())
}

/// `, m s⁻¹`; nothing where there is no unit.
fn units(unit: &[Inline]) -> AnyView {
    if review::plain_text(unit) == "1" {
        return ().into_any();
    }
    view! { ", " <span class="unit">{inlines(unit)}</span> }.into_any()
}

pub fn tagged(tag: PresetTag) -> AnyView {
    let class = match tag {
        PresetTag::Assumed => "tag assumed",
        PresetTag::Derived => "tag derived",
        _ => "tag",
    };
    view! { <span class=class>{tag.word()}</span> }.into_any()
}

fn listed(name: &'static str, paths: &'static [String]) -> Option<AnyView> {
    let lines = paths
        .iter()
        .map(|path| view! { <li><code>{breakable(path)}</code></li> });
    (!paths.is_empty())
        .then(|| view! { <dt>{name}</dt> <dd><ul>{lines.collect_view()}</ul></dd> }.into_any())
}

/// A long path that may be broken after its signs, and is copied as it stands.
fn breakable(path: &'static str) -> AnyView {
    let pieces = path.split_inclusive(['/', ':', '_']);
    pieces
        .map(|piece| view! { {piece} <wbr /> })
        .collect_view()
        .into_any()
}

/// What computes it and what checks that, folded away: whoever reads the physics scrolls past paths otherwise.
fn held(one: &'static Equation) -> AnyView {
    let counted = |count: usize, one: &str, many: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        _ => Some(format!("{count} {many}")),
    };
    let parts = [
        counted(one.code.len(), "place in the code", "places in the code"),
        counted(one.tests.len(), "test", "tests"),
        counted(
            one.validation.len(),
            "row of validation",
            "rows of validation",
        ),
    ];
    let summary = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    view! {
        <details class="held">
            <summary>{summary}</summary>
            <dl class="behind">
                {listed("Code", &one.code)} {listed("Tests", &one.tests)} {rows(&one.validation)}
            </dl>
        </details>
    }
    .into_any()
}

fn rows(names: &'static [String]) -> Option<AnyView> {
    let page = href("/simulate/validation/");
    let lines = names.iter().map(|name| {
        // The build has refused a kept file with faults, and a test that every name is a row's.
        let anchor = kept().ok().and_then(|kept| anchor_of(kept, name));
        let line = match anchor {
            Some(anchor) => {
                view! { <a href=format!("{page}#{anchor}")>{name.clone()}</a> }.into_any()
            }
            None => name.clone().into_any(),
        };
        view! { <li>{line}</li> }
    });
    (!names.is_empty()).then(|| {
        view! { <dt>"Validation"</dt> <dd><ul>{lines.collect_view()}</ul></dd> }.into_any()
    })
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn commands_count_as_one_letter_and_brackets_as_none() {
        assert_eq!(letters(r"R_\mathrm{c} = \frac{d}{\sigma}"), 7);
        assert_eq!(letters(""), 0);
    }
}
