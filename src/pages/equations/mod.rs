//! Every equation that the simulator solves, and the table of its numbers.
//! Here because a model whose equations must be read out of code cannot be judged.
//! Must not know: how content files are written, how anything is computed.

mod law;
mod parameters;

use leptos::prelude::*;
use review::{EquationGroup, Equations};

use crate::{
    components::{cards::Cards, links::href, rich_text::inlines},
    services::equations,
};

#[component]
pub fn EquationsPage() -> impl IntoView {
    match equations::load() {
        Ok(found) => page(found),
        Err(error) => view! { <p role="alert">{error.to_string()}</p> }.into_any(),
    }
}

fn page(found: &'static Equations) -> AnyView {
    let mut cards = Cards::default();
    for group in &found.groups {
        cards.inlines(&group.lead);
        for one in &group.equations {
            cards.inlines(&one.says);
            cards.inlines(&one.source);
        }
    }
    let groups = found.groups.iter().map(|group| chapter(found, group));
    let (n_equations, n_groups) = (found.all().count(), found.groups.len());
    view! {
        <article class="prose equations">
            <h1>"Equations of the simulator"</h1>
            <p class="lead">
                {format!("{n_equations} equations in {n_groups} chapters: all that ")}
                <a href=href("/simulate/")>"the simulator"</a>
                " solves, in the form in which its code solves it."
            </p>
            <p>
                "Each equation says in words what it means, and lists every symbol with its unit and where its number comes from, its own source, the code that computes it, and the tests and validation rows that hold it. A number tagged "
                <span class="tag assumed">"assumed"</span>
                " was measured by nobody for this system. Symbols of a case lead to "
                <a href="#parameters">"the table of its numbers"</a>
                ". What holds an equation shows that the code computes it, not that zinc obeys it: "
                <a href="#missing">"much is left out"</a> "."
            </p>
            <nav aria-label="Equations" class="equation-list">
                <h2>"Contents"</h2>
                <ol>
                    {found.groups.iter().map(contents).collect_view()}
                    <li><a href="#missing">"What is not in the equations"</a></li>
                    <li><a href="#parameters">"The numbers of a case"</a></li>
                </ol>
            </nav>
            {groups.collect_view()}
            {missing()}
            {parameters::table()}
            {cards.view()}
        </article>
    }
    .into_any()
}

fn contents(group: &EquationGroup) -> AnyView {
    let entries = group.equations.iter().map(|one| {
        view! { <li><a href=format!("#{}", one.id)>{one.title.clone()}</a></li> }
    });
    view! {
        <li>
            <a href=format!("#{}", group.id)>{group.title.clone()}</a>
            <ol>{entries.collect_view()}</ol>
        </li>
    }
    .into_any()
}

fn chapter(found: &'static Equations, group: &'static EquationGroup) -> AnyView {
    let title = format!("{}. {}", group.number, group.title);
    view! {
        <section aria-labelledby=group.id.clone()>
            <h2 id=group.id.clone() tabindex="-1">{title}</h2>
            <p>{inlines(&group.lead)}</p>
            {group.equations.iter().map(|one| law::law(found, one)).collect_view()}
        </section>
    }
    .into_any()
}

/// What a reader may look for in vain.
fn missing() -> AnyView {
    view! {
        <section aria-labelledby="missing">
            <h2 id="missing" tabindex="-1">"What is not in the equations"</h2>
            <ul>
                <li>
                    "Rates from binding energies. What zinc affinity does is an assumption put in, the optimum with it; nobody knows by how much it changes nuclei and the way of zinc along the surface."
                </li>
                <li>
                    "Ion pairs, activities beyond one coefficient, and a transference number that changes with concentration."
                </li>
                <li>
                    "Benefits of permittivity. A direct current does not see it; only a time of its transient is read out."
                </li>
                <li>
                    "Layers of a film that bend with it, salt that falls through a film with a thickness in the picture of the deposit, bubbles, drying, soft shorts, and crystals thin as plates."
                </li>
                <li>
                    "By-products, dead zinc and short circuits of the cell in the picture of the deposit, and the deposit’s shape in the cell: the two models share numbers and laws, not states."
                </li>
            </ul>
        </section>
    }
    .into_any()
}
