//! A row by hand: material, current density, areal capacity, lifespan.
//! Here because one cell that a reader tested yesterday is not worth a file.
//! Must not know: which numbers are allowed; the row is read as a CSV of one line.

use leptos::prelude::*;

use super::state::Own;
use crate::services::table::{AREAL_CAPACITY, CURRENT_DENSITY, LIFESPAN, MATERIAL};

#[component]
pub fn Typed(own: Own) -> impl IntoView {
    let fields = [(); 4].map(|()| RwSignal::new(String::new()));
    let is_bound = RwSignal::new(false);
    let [material, current_density, areal_capacity, lifespan] = fields;
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let values = fields.map(|field| field.get_untracked().trim().to_owned());
        if values.iter().all(String::is_empty) {
            own.say("Fill at least one field.".to_owned());
            return;
        }
        own.read(line(&values, is_bound.get_untracked()));
        // The material and conditions stay: the next row often differs in one number.
        lifespan.set(String::new());
    };
    view! {
        <form class="typed" aria-label="Type a row" on:submit=add>
            <p class="typed-title">"Or type a row"</p>
            {field("Material", "", "text", material)}
            {field("Current density", "mA cm⁻²", "decimal", current_density)}
            {field("Areal capacity", "mA h cm⁻²", "decimal", areal_capacity)}
            {field("Lifespan", "h", "decimal", lifespan)}
            <label class="check">
                <input type="checkbox" prop:checked=is_bound on:change=move |event| is_bound.set(event_target_checked(&event)) />
                <span>"still alive then (>)"</span>
            </label>
            <button type="submit">"Add this row"</button>
        </form>
    }
    .into_any()
}

fn field(
    name: &'static str,
    unit: &'static str,
    mode: &'static str,
    value: RwSignal<String>,
) -> AnyView {
    let unit = (!unit.is_empty()).then(|| view! { <span class="unit">{unit}</span> });
    view! {
        <label class="field">
            <span>{name} " " {unit}</span>
            <input
                type="text"
                inputmode=mode
                autocomplete="off"
                prop:value=value
                on:input=move |event| value.set(event_target_value(&event))
            />
        </label>
    }
    .into_any()
}

/// A header line and one line of values.
fn line(values: &[String; 4], is_bound: bool) -> String {
    let [material, current_density, areal_capacity, lifespan] = values;
    let sign = if is_bound && !lifespan.is_empty() {
        ">"
    } else {
        ""
    };
    // A semicolon would make two materials of one, and a leading # a comment.
    let material = material.replace(';', ",");
    let row = [
        quoted(&material),
        quoted(current_density),
        quoted(areal_capacity),
        quoted(&format!("{sign}{lifespan}")),
    ];
    format!(
        "{MATERIAL},{CURRENT_DENSITY},{AREAL_CAPACITY},{LIFESPAN}\n{}\n",
        row.join(",")
    )
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use explorer::own::read_csv;

    use super::line;
    use crate::services::{content, table};

    #[test]
    fn a_typed_row_is_read_as_it_was_meant() {
        let Ok(review) = content::load() else {
            panic!("the content decodes");
        };
        let printed = table::printed(review);
        let typed = [
            "# \"my\" film, thick".to_owned(),
            "0.5".to_owned(),
            String::new(),
            "1200".to_owned(),
        ];
        let own = read_csv(&line(&typed, true), &printed);
        assert_eq!(own.n_faults, 0, "{:?}", own.faults);
        let cells = &own.rows[0].cells;
        assert_eq!(cells[0].labels()[0].text, "# \"my\" film, thick");
        assert_eq!(
            cells[2]
                .number()
                .map(|number| number.to_string())
                .as_deref(),
            Some("0.5")
        );
        assert_eq!(
            cells[4]
                .number()
                .map(|number| number.to_string())
                .as_deref(),
            Some(">1200")
        );
        let wrong = [
            "x".to_owned(),
            "fast".to_owned(),
            "-1".to_owned(),
            String::new(),
        ];
        let own = read_csv(&line(&wrong, true), &printed);
        assert_eq!((own.rows.len(), own.n_faults), (0, 2), "{:?}", own.faults);
    }
}
