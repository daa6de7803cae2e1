//! Pages of the materials, and the ways between them, the text, the notes, the terms and the references.
//! Here because a reader who follows a row into the text must be able to come back, for every material.
//! Must not know: how pages look.
#![cfg(feature = "ssr")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};

use companion::{
    content,
    prerender::{Site, page},
    routes::Route,
    settings::Settings,
};
use html5gum::{Token, Tokenizer};
use review::{Condition, Review, plain_text, sentences};

const SHELL: &str = "<!doctype html><html lang=\"en\"><head><!--head--></head><body><div id=\"app\"><!--app--></div></body></html>";

/// A page in the parts that these tests look at.
#[derive(Debug, Default)]
struct Page {
    ids: BTreeSet<String>,
    /// Links outside the notes to the page, with the `id` of the nearest list entry, term, section or row before them.
    links: Vec<(String, String)>,
    /// The `value` of each `<data>`, in order.
    data: Vec<f64>,
    materials_of_rows: Vec<String>,
    text: String,
}

impl Page {
    fn of(route: &Route) -> Self {
        let site = Site {
            base: String::new(),
            origin: None,
        };
        let html = page(SHELL, route, content::load().unwrap(), &site).unwrap();
        let (body, _notes) = html.split_once("Notes to this page").unwrap_or((&html, ""));
        let mut found = Self::default();
        let mut entry = String::new();
        for Ok(token) in Tokenizer::new(body) {
            match token {
                Token::StartTag(tag) => {
                    let get = |name: &str| {
                        let value = tag.attributes.get(name.as_bytes());
                        value.map(|value| String::from_utf8_lossy(value).into_owned())
                    };
                    if let Some(id) = get("id") {
                        if matches!(tag.name.as_slice(), b"li" | b"dt" | b"section") {
                            entry.clone_from(&id);
                        }
                        found.ids.insert(id);
                    }
                    match tag.name.as_slice() {
                        b"a" => found
                            .links
                            .extend(get("href").map(|to| (entry.clone(), to))),
                        b"data" => found
                            .data
                            .push(get("value").unwrap().parse().expect("a number")),
                        b"tr" => found.materials_of_rows.extend(get("data-material")),
                        _ => {}
                    }
                }
                Token::String(text) => {
                    let text = String::from_utf8_lossy(&text).replace('\u{202f}', " ");
                    found.text.push_str(&text);
                }
                _ => {}
            }
        }
        found
    }

    fn leads_to(&self, address: &str) -> bool {
        self.links.iter().any(|(_, to)| to == address)
    }

    /// Where the links of one entry lead.
    fn of_entry(&self, id: &str) -> Vec<&str> {
        let own = self.links.iter().filter(|(entry, _)| entry == id);
        own.map(|(_, to)| to.as_str()).collect()
    }
}

fn review() -> &'static Review {
    content::load().unwrap()
}

/// Ids of all materials: those of Table 1, then those of the text alone.
fn ids() -> Vec<&'static str> {
    let table = review().materials.iter().map(|material| &material.id);
    let text = review().text_materials.iter().map(|material| &material.id);
    table.chain(text).map(String::as_str).collect()
}

fn material_pages() -> BTreeMap<&'static str, Page> {
    let page = |id: &'static str| (id, Page::of(&Route::Material(id.to_owned())));
    ids().into_iter().map(page).collect()
}

fn section_pages() -> BTreeMap<String, Page> {
    let slugs = review().sections.iter().map(|section| section.slug.clone());
    slugs
        .map(|slug| (slug.clone(), Page::of(&Route::Section(slug))))
        .collect()
}

/// What the sheet shows of a test, from top to bottom.
fn numbers(row: &Condition) -> [f64; 7] {
    [
        row.current_density_ma_cm2,
        row.areal_capacity_mah_cm2,
        row.lifespan_h,
        row.half_cycle_h(),
        row.n_cycles().value,
        row.cumulative_plated_capacity_mah_cm2().value,
        row.zinc_per_half_cycle_um(),
    ]
}

#[test]
fn every_page_has_its_tests_as_printed_with_the_numbers_that_the_review_derives() {
    let pages = material_pages();
    assert_eq!(pages.len(), 32);
    let mut n_rows = 0;
    for (id, page) in &pages {
        assert!(page.ids.contains("tests"), "{id}");
        let rows: Vec<&Condition> = review().conditions_of(id).collect();
        n_rows += rows.len();
        let mut expected = Vec::new();
        for line in 0..7 {
            expected.extend(rows.iter().map(|row| numbers(row)[line]));
        }
        assert_eq!(page.data, expected, "{id}");
        for row in &rows {
            assert!(page.ids.contains(&row.id), "{id} has no {}", row.id);
            assert!(page.text.contains(&row.as_reported), "{}", row.id);
        }
        let own = page.materials_of_rows.iter().filter(|of| of == id).count();
        assert_eq!(own >= 7, !rows.is_empty(), "{id}: {own} rows name it");
        if rows.is_empty() {
            assert!(page.text.contains("Table 1 has no row"), "{id}");
        } else {
            for word in ["derived", "as printed", "5855 mA h cm⁻³"] {
                assert!(page.text.contains(word), "{id} does not say {word}");
            }
        }
    }
    assert_eq!(n_rows, 45);
}

/// A bound of the lifespan is a bound of cycles and plated capacity too, and of nothing else.
#[test]
fn a_bound_is_carried_to_what_follows_from_it() {
    let site = Site {
        base: String::new(),
        origin: None,
    };
    for material in &review().materials {
        let route = Route::Material(material.id.clone());
        let html = page(SHELL, &route, review(), &site).unwrap();
        let sheet = html.split_once("class=\"sheet\"").unwrap().1;
        let sheet = sheet.split_once("</table>").unwrap().0;
        let n_shown = sheet.matches("class=\"bound\"").count();
        let rows = review().conditions_of(&material.id);
        let n_bounds = rows.filter(|row| row.lifespan_is_lower_bound).count();
        assert_eq!(n_shown, 3 * n_bounds, "{}", material.id);
    }
}

#[test]
fn row_leads_to_sentences_and_each_sentence_leads_back() {
    let sections = section_pages();
    let mut n_named = 0;
    for (id, page) in material_pages() {
        let sentences = review().sentences_about(id);
        n_named += usize::from(review().material(id).is_some() && !sentences.is_empty());
        for sentence in &sentences {
            let to = format!("/read/{}/#{}", sentence.section, sentence.anchor);
            assert!(page.leads_to(&to), "{id} does not lead to {to}");
            let section = &sections[sentence.section];
            assert!(section.ids.contains(&sentence.anchor), "{to} is no place");
            let back = format!("/materials/{id}/");
            assert!(section.leads_to(&back), "{to} does not lead to {back}");
        }
        if sentences.is_empty() {
            assert!(page.text.contains("No sentence of our text"), "{id}");
        }
    }
    println!("{n_named} of 26 materials are named in the text");
    assert!(n_named >= 10, "{n_named}");
}

#[test]
fn every_claim_stands_beside_the_rows_that_answer_it() {
    let pages = material_pages();
    let mut n_answers = 0;
    for fact in &review().facts {
        let Some(claim) = &fact.claim else { continue };
        let page = &pages[claim.material.as_str()];
        let fragment = format!("/#fact-{}", fact.number);
        let stated = page.links.iter().any(|(_, to)| to.ends_with(&fragment));
        assert!(stated, "fact {} is not on its page", fact.number);
        for (row, _) in review().rows_for(fact) {
            assert!(page.leads_to(&format!("#{}", row.id)), "{}", row.id);
            n_answers += 1;
        }
    }
    assert!(n_answers > 8, "{n_answers}");
    // Text and table disagree on this one.
    for word in ["Disagrees", "2500 h at 5 mA cm⁻² and 1 mA h cm⁻²"] {
        assert!(pages["znf2-coating"].text.contains(word), "{word}");
    }
}

#[test]
fn doubts_neighbours_and_runs_are_on_the_page() {
    let pages = material_pages();
    for (id, page) in &pages {
        for note in review().notes_about(id) {
            let to = format!("/source-notes/#{}", note.id);
            assert!(page.leads_to(&to), "{id} does not lead to {}", note.id);
        }
        for row in review().conditions_of(id) {
            for other in review().tested_alike(row) {
                let to = format!("/materials/{}/", other.material);
                assert!(page.leads_to(&to), "{id} does not lead to {to}");
            }
            let (j, q) = (row.current_density_ma_cm2, row.areal_capacity_mah_cm2);
            let run = format!("/simulate/?coating=coated&j={j}&q={q}");
            // The range of q in the README.
            let runs = (0.1..=20.0).contains(&q);
            assert_eq!(page.leads_to(&run), runs, "{}: {run}", row.id);
        }
    }
    for pair in review().materials.windows(2) {
        let [one, next] = pair else { continue };
        assert!(pages[one.id.as_str()].leads_to(&format!("/materials/{}/", next.id)));
        assert!(pages[next.id.as_str()].leads_to(&format!("/materials/{}/", one.id)));
    }
}

/// A preset, why, whose its numbers are and the runs at the material's own tests; or that none is close.
#[test]
fn every_page_names_the_closest_preset_with_its_reason_or_says_that_none_is_close() {
    let pages = material_pages();
    let mut n_close = 0;
    for (id, page) in &pages {
        assert!(page.ids.contains("preset"), "{id}");
        let presets = review().presets.iter();
        let named: Vec<_> = presets
            .filter(|preset| page.leads_to(&format!("/simulate/presets/#{}", preset.id)))
            .collect();
        let none = page
            .text
            .contains("is close: no preset names this material");
        let [preset] = named.as_slice() else {
            assert!(named.is_empty() && none, "{id}: {}", named.len());
            assert!(page.leads_to("/simulate/presets/"), "{id}");
            continue;
        };
        n_close += 1;
        assert!(!none, "{id}");
        assert!(page.text.contains(", because "), "{id}");
        let whose = ["not this material’s", "Reported for another, "];
        assert!(whose.iter().any(|words| page.text.contains(words)), "{id}");
        // Every run of the preset keeps to the simulator's rules and to one of the material's tests.
        let runs: Vec<_> = page
            .links
            .iter()
            .filter_map(|(_, to)| to.strip_prefix("/simulate/?preset="))
            .collect();
        assert!(!runs.is_empty(), "{id}");
        for run in &runs {
            let (settings, refusals) = Settings::parse(&format!("preset={run}"));
            assert_eq!(refusals, [], "{id}");
            assert_eq!(
                settings.preset.map(|preset| preset.id),
                Some(preset.id.as_str())
            );
            let (j, q) = (settings.values[0], settings.values[1]);
            let tested = review()
                .conditions_of(id)
                .any(|row| (row.current_density_ma_cm2, row.areal_capacity_mah_cm2) == (j, q));
            assert!(tested || runs.len() == 1, "{id}: {run}");
        }
    }
    println!(
        "{n_close} of {} materials have a closest preset",
        pages.len()
    );
    assert!((10..pages.len()).contains(&n_close), "{n_close}");
    let mmt = &pages["mmt-zn"].text;
    for words in [
        "Film of high transference number, because transference number",
        "Reported for this very material: Zn²⁺ transference number in the coating, coating ionic conductivity.",
        ", and not this material’s: coating thickness, salt diffusivity in the coating.",
    ] {
        assert!(mmt.contains(words), "{words} is not in {mmt}");
    }
    let zif = &pages["zif-8"].text;
    for words in [
        "because Table 1 prints “Well-ordered nano channels and N species” as a characteristic and “enhancing Zn2+ transport kinetics” as a function.",
        "Reported for another, MMT-Zn: Zn²⁺ transference number",
    ] {
        assert!(zif.contains(words), "{words} is not in {zif}");
    }
}

/// Each number of each preset stands on their page with its tag, its source or its reason.
#[test]
fn the_page_of_presets_has_every_number_with_its_source() {
    let page = Page::of(&Route::Presets);
    let mut n_numbers = 0;
    for preset in &review().presets {
        assert!(page.ids.contains(&preset.id), "{}", preset.id);
        assert!(
            page.leads_to(&format!("/simulate/?preset={}", preset.id)),
            "{}",
            preset.id
        );
        for value in &preset.values {
            n_numbers += 1;
            // Citations that follow a sentence are no part of its text.
            if let Some(reason) = sentences(&value.reason).first() {
                let reason = plain_text(reason).replace('\u{202f}', " ");
                assert!(page.text.contains(&reason), "{}: {reason}", preset.id);
            }
            if let Some(printed) = &value.printed {
                let quantity = plain_text(&printed.quantity).replace('\u{202f}', " ");
                let said = format!("Printed as {quantity}");
                assert!(page.text.contains(&said), "{}: {said}", preset.id);
                let links = page.of_entry(&preset.id);
                for number in &printed.references {
                    let to = format!("/references/#ref-{number}");
                    assert!(
                        links.contains(&to.as_str()),
                        "{} does not cite {number}",
                        preset.id
                    );
                }
            }
        }
    }
    assert!(n_numbers > 30, "{n_numbers}");
}

#[test]
fn the_index_lists_all_with_their_longest_printed_lifespan() {
    let page = Page::of(&Route::Materials);
    for id in ids() {
        assert!(page.leads_to(&format!("/materials/{id}/")), "{id}");
    }
    for line in [
        "2 testslongest >1000 h at 1 mA cm⁻² and 0.25 mA h cm⁻² and again at 10 mA cm⁻² and 45 mA h cm⁻²",
        "1 testlongest 300 h at 4 mA cm⁻² and 2 mA h cm⁻²",
        "No test in Table 1",
    ] {
        assert!(page.text.contains(line), "{line} is not in {}", page.text);
    }
}

#[test]
fn notes_terms_and_references_lead_to_every_place_in_the_text() {
    let notes = Page::of(&Route::SourceNotes);
    for note in &review().source_notes {
        let links = notes.of_entry(&note.id);
        for place in review().places_of_note(&note.id) {
            let to = match &place {
                review::Place::Text { section, anchor } => {
                    let anchor = anchor.as_ref().map(|anchor| format!("#{anchor}"));
                    format!("/read/{}/{}", section.slug, anchor.unwrap_or_default())
                }
                review::Place::Figure(id) => {
                    let section = review().section_of_figure(id).unwrap();
                    format!("/read/{}/#fig-{id}", section.slug)
                }
                review::Place::Material(id) => format!("/materials/{id}/"),
                review::Place::Row(row) => format!("/materials/{}/#{}", row.material, row.id),
                review::Place::Term(id) => format!("/glossary/#{id}"),
                review::Place::Note(id) => format!("/source-notes/#{id}"),
            };
            assert!(links.contains(&to.as_str()), "{} not at {to}", note.id);
        }
    }
    let first = |mark| -> Vec<String> {
        let sections = review().sections_with(mark).into_iter();
        let address = |(section, anchors): (&review::Section, Vec<String>)| {
            let anchor = anchors.first().map(|anchor| format!("#{anchor}"));
            format!("/read/{}/{}", section.slug, anchor.unwrap_or_default())
        };
        sections.map(address).collect()
    };
    let glossary = Page::of(&Route::Glossary);
    for term in &review().glossary {
        let links = glossary.of_entry(&term.id);
        for to in first(review::Mark::Term(&term.id)) {
            assert!(links.contains(&to.as_str()), "{} not at {to}", term.id);
        }
    }
    let references = Page::of(&Route::References);
    for reference in &review().references {
        let links = references.of_entry(&format!("ref-{}", reference.number));
        for to in first(review::Mark::Reference(reference.number)) {
            assert!(
                links.contains(&to.as_str()),
                "{} not at {to}",
                reference.number
            );
        }
        for material in &review().materials {
            let to = format!("/materials/{}/", material.id);
            assert_eq!(
                links.contains(&to.as_str()),
                material.reference_as_printed == reference.number,
                "{} at {to}",
                reference.number
            );
        }
    }
}
