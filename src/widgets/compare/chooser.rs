//! The materials chosen, each removable, and a list to add others from.
//! Here because whoever came for one comparison soon wants the next.
//! Must not know: what is shown of a material.

use leptos::{html, prelude::*};

use super::choice::{Choice, MAX_MATERIALS, address};
use crate::{
    components::{links::href, material_name::material_name, takeover::use_taken_over},
    platform,
    services::content::use_review,
};

#[component]
pub fn Chooser(choice: Memo<Choice>, show: Callback<Vec<String>>) -> impl IntoView {
    let review = use_review();
    let taken_over = use_taken_over();
    let list = NodeRef::<html::Select>::new();
    let base = StoredValue::new(href(""));
    let is_full = move || choice.with(|choice| choice.materials.len() == MAX_MATERIALS);
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(id) = list.get_untracked().map(|list| list.value()) else {
            return;
        };
        let mut materials = choice.with_untracked(|choice| choice.materials.clone());
        if !id.is_empty() && !materials.contains(&id) && materials.len() < MAX_MATERIALS {
            materials.push(id);
            show.run(materials);
        }
    };
    let options = move || {
        let is_open = |id: &String| choice.with(|choice| !choice.materials.contains(id));
        let open = review
            .materials
            .iter()
            .filter(|material| is_open(&material.id));
        open.map(|material| {
            view! { <option value=material.id.clone()>{material.label.clone()}</option> }
        })
        .collect_view()
    };
    let link = move || {
        let origin = if taken_over.get() {
            platform::origin()
        } else {
            None
        };
        let to = choice.with(|choice| address(&choice.materials));
        base.with_value(|base| format!("{}{base}{to}", origin.unwrap_or_default()))
    };
    view! {
        <form class="chooser" aria-label="Choose materials" on:submit=add>
            <fieldset disabled=move || !taken_over.get()>
                <legend class="visually-hidden">"Materials side by side"</legend>
                <p class="role" hidden=move || choice.with(|choice| !choice.is_example)>
                    "An example: one compound, laid on as a coating and formed in the cell. Choose your own materials here."
                </p>
                <ol class="chosen">{move || chosen(choice, show, list)}</ol>
                <div class="actions">
                    <label class="field">
                        <span>"Add a material, up to four"</span>
                        <select node_ref=list disabled=is_full>{options}</select>
                    </label>
                    <button type="submit" disabled=is_full>"Add"</button>
                    <button type="button" data-copy=link>"Copy the link"</button>
                </div>
            </fieldset>
        </form>
    }
    .into_any()
}

fn chosen(
    choice: Memo<Choice>,
    show: Callback<Vec<String>>,
    list: NodeRef<html::Select>,
) -> AnyView {
    let materials = choice.with(|choice| choice.materials.clone());
    let lines = materials.iter().map(|id| {
        let others: Vec<String> = materials
            .iter()
            .filter(|other| *other != id)
            .cloned()
            .collect();
        let label = use_review()
            .material(id)
            .map(|material| material.label.clone());
        let name = format!("Remove {}", label.unwrap_or_default());
        // The button goes with its material: the focus moves to where others can be added.
        let remove = move |_| {
            show.run(others.clone());
            // A full list takes the focus only once it is open again.
            platform::at_next_paint(move || {
                if let Some(Some(list)) = list.try_get_untracked() {
                    let _ = list.focus();
                }
            });
        };
        view! {
            <li>
                <span>{material_name(id)}</span>
                <button type="button" class="chip" aria-label=name on:click=remove>
                    <span aria-hidden="true">"×"</span>
                </button>
            </li>
        }
    });
    lines.collect_view().into_any()
}
