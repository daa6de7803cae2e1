//! The numbers of a case: symbol, default, range, tag and source of each, as the simulator has them.
//! Here because an equation is only as good as the numbers that go into it.
//! Must not know: which equation uses which number.

use electrodeposition::{
    case::Case,
    parameters::{Parameter, Tag, parameters},
};
use leptos::prelude::*;

use crate::widgets::simulator::quantity::{displayed, in_sentence, unit};

/// Name, unit and origin of a symbol that is a number of a case.
pub fn as_symbol(row: Option<&'static Parameter>) -> (AnyView, AnyView, AnyView) {
    let Some(row) = row else {
        // The build has looked: every path exists.
        return (().into_any(), ().into_any(), ().into_any());
    };
    let unit = match row.unit {
        "1" => ().into_any(),
        si => view! { ", " <span class="unit">{si}</span> }.into_any(),
    };
    let origin = view! {
        <a href=format!("#{}", row.path)>{default_of(row)}</a> " " {tagged(row.tag)}
    };
    (in_sentence(row.name).into_any(), unit, origin.into_any())
}

/// `200 µm`, from the case that nobody has changed.
fn default_of(row: &Parameter) -> String {
    let value = Case::default().get(row.path).unwrap_or_default();
    shown(value, row)
}

fn shown(si: f64, row: &Parameter) -> String {
    let number = displayed(si, row);
    let plain = number == 0.0 || (1e-3..1e6).contains(&number.abs());
    let text = if plain {
        number.to_string()
    } else {
        scientific(number)
    };
    let unit = unit(row);
    let gap = if unit.is_empty() { "" } else { "\u{202f}" };
    format!("{text}{gap}{}", unit.replace(' ', "\u{202f}"))
}

/// `1e-7` as it is printed.
fn scientific(number: f64) -> String {
    let text = format!("{number:e}");
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let raised: String = exponent
        .chars()
        .map(|digit| match digit {
            '-' => '⁻',
            '1' => '¹',
            '2' => '²',
            '3' => '³',
            digit => digit
                .to_digit(10)
                .and_then(|value| char::from_u32(0x2070 + value))
                .unwrap_or(digit),
        })
        .collect();
    match mantissa {
        "1" => format!("10{raised}"),
        _ => format!("{mantissa} × 10{raised}"),
    }
}

fn tagged(tag: Tag) -> AnyView {
    let class = match tag {
        Tag::Assumed => "tag assumed",
        Tag::Derived => "tag derived",
        _ => "tag",
    };
    view! { <span class=class>{tag.word()}</span> }.into_any()
}

/// Every number that a case holds, one paragraph each, which needs no wide table on a narrow screen.
pub fn table() -> AnyView {
    view! {
        <section aria-labelledby="parameters">
            <h2 id="parameters" tabindex="-1">"The numbers of a case"</h2>
            <p>
                "Each with its symbol, default, allowed range, and where the default comes from. The simulator’s page shows some of them as sliders; the command line takes them all, by the name in the last line."
            </p>
            <dl class="parameters">{parameters().map(line).collect_view()}</dl>
        </section>
    }
    .into_any()
}

fn line(row: &'static Parameter) -> AnyView {
    let symbol = (row.symbol != "–").then(|| view! { " " <i>{row.symbol}</i> });
    let range = format!("{} to {}", shown(row.min, row), shown(row.max, row));
    view! {
        <div id=row.path tabindex="-1">
            <dt>{row.name} {symbol}</dt>
            <dd class="number">{default_of(row)}</dd>
            <dd class="origin">
                {tagged(row.tag)} " " {row.source} ". Allowed: " {range} ". " <code>{row.path}</code>
            </dd>
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use electrodeposition::parameters::parameter;

    use super::*;

    #[test]
    fn numbers_are_shown_in_the_simulators_units() {
        let of = |path, si| parameter(path).map(|row| shown(si, row));
        let wanted = [
            ("cell.separator_thickness_m", 2e-4, "200\u{202f}µm"),
            ("kinetics.cathodic_alpha_z", 0.5, "0.5"),
            (
                "hydrogen.exchange_current_density_a_m2",
                1e-6,
                "10⁻⁷\u{202f}mA\u{202f}cm⁻²",
            ),
            ("run.seed", 9_007_199_254_740_992.0, "9.00719925474 × 10¹⁵"),
        ];
        for (path, si, text) in wanted {
            assert_eq!(of(path, si).as_deref(), Some(text), "{path}");
        }
    }
}
