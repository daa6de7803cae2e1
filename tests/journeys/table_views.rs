//! Groups, ranges with bounds, found words, details and the comparison, as the page shows them.
//! Here because what the engine knows of a row must reach the reader in words.
//! Must not know: how it is computed; the explorer says what to expect.

use companion::{
    content,
    table::{CURRENT_DENSITY, PAGE_KEYS, table_1},
};
use explorer::{RowCells, ViewQuery};
use serde_json::json;

use crate::{driver::Browser, site};

const SHOWN: &str = "document.querySelector('.shown')?.innerText";

fn open(browser: &Browser, server: &xtask::server::SiteServer, query: &str) {
    browser.set_screen(1280, 900);
    site::open(browser, server, &format!("/explore/?{query}"));
}

#[test]
fn groups_gather_rows_and_filters_survive_the_switch() {
    let server = site::at_root();
    let browser = Browser::open();
    open(&browser, &server, "type=functional-coating-layer");
    browser.wait_for(SHOWN, "35 of 45 conditions, 19 materials");
    assert_eq!(browser.count("tr.group"), 0);
    let choose = |group: &str| {
        browser.ask_with(
            "(list => { list.value = a[0]; list.dispatchEvent(new Event('change', { bubbles: true })); })(document.querySelector('.groups select'))",
            vec![json!(group)],
        );
    };
    choose("material");
    browser.wait_for("document.querySelectorAll('tr.group').length", 19);
    assert_eq!(browser.ask(SHOWN), "35 of 45 conditions, 19 materials");
    assert_eq!(browser.text("tr.group"), "In 2 conditions");
    choose("family");
    browser.wait_for("document.querySelectorAll('tr.group').length", 6);
    assert_eq!(browser.text("tr.group"), "Metal layer 5 conditions");
    choose("");
    browser.wait_for("document.querySelectorAll('tr.group').length", 0);
    assert_eq!(browser.count("tbody tr[id]"), 35);
    // A column of several labels puts a row into several groups, and its id stays one.
    open(&browser, &server, "group=single_function");
    browser.wait_for("document.querySelectorAll('tr.group').length > 10", true);
    assert_eq!(browser.count("tbody tr[id]"), 45);
    assert!(browser.count("tbody tr[data-material]") > 60);
}

#[test]
fn bounds_that_may_lie_outside_a_range_are_marked() {
    let server = site::at_root();
    let browser = Browser::open();
    let query = "lifespan_h=..1200";
    open(&browser, &server, query);
    let table = table_1(content::load().unwrap());
    let (parsed, _) = ViewQuery::parse(query, &table, &PAGE_KEYS);
    let view = explorer::view(&table, &parsed);
    browser.wait_for(
        "document.querySelectorAll('tbody tr[id]').length",
        view.rows.len(),
    );
    let wanted: Vec<&str> = view
        .rows
        .iter()
        .filter(|row| view.is_uncertain(**row))
        .map(|row| table.rows[*row].id.as_str())
        .collect();
    assert!(wanted.len() > 3, "{wanted:?}");
    let marked = "[...document.querySelectorAll('tbody tr[id]')].filter(row => /may be outside/.test(row.innerText)).map(row => row.id)";
    assert_eq!(browser.ask(marked), json!(wanted));
}

#[test]
fn found_words_are_marked_also_inside_formulas() {
    let server = site::at_root();
    let browser = Browser::open();
    open(&browser, &server, "q=zn2");
    browser.wait_for("document.querySelectorAll('tbody mark').length > 4", true);
    let marks = browser.ask("[...new Set([...document.querySelectorAll('tbody td')].filter(cell => cell.querySelector('mark')).map(cell => cell.innerHTML.match(/<mark>.*<\\/mark>/)[0].replace(/<!.*?>/g, '')))]");
    let marks = marks.to_string();
    assert!(
        marks.contains("<mark>Zn</mark><sup><mark>2</mark>+</sup>"),
        "{marks}"
    );
}

#[test]
fn unlike_rows_say_why_and_only_alike_ones_are_ranked() {
    let server = site::at_root();
    let browser = Browser::open();
    let query = "near=areal_capacity_mah_cm2:1,current_density_ma_cm2:1&within=1.5&rank=lifespan_h,cumulative_plated_capacity_mah_cm2";
    open(&browser, &server, query);
    let table = table_1(content::load().unwrap());
    let (parsed, _) = ViewQuery::parse(query, &table, &PAGE_KEYS);
    let rows: Vec<usize> = (0..45).collect();
    let comparison = parsed.comparison.unwrap();
    let (alike, outside) = explorer::split(&table, &comparison, &rows);
    assert!(alike.len() > 5 && outside.len() > 5);
    browser.wait_for(
        "document.querySelectorAll('tr.unlike').length",
        outside.len(),
    );
    assert_eq!(browser.count("tbody tr[id]"), 45, "no row is taken away");
    for (row, reasons) in &outside {
        let id = &table.rows[*row].id;
        let said = browser.text(&format!("[id='{id}'] .reason"));
        let reasons: Vec<String> = reasons.iter().map(ToString::to_string).collect();
        assert_eq!(said, format!("Not alike: {}", reasons.join("; ")));
    }
    let said = browser.text(".comparison [role=status]");
    assert!(
        said.starts_with(&format!(
            "{} of 45 conditions shown lie within a factor of 1.5",
            alike.len()
        )),
        "{said}"
    );
    assert!(
        said.contains(&format!(
            "{} of the rows were tested under other conditions and cannot be ranked",
            outside.len()
        )),
        "{said}"
    );
    let rankings = explorer::rank(&table, &comparison, &alike, &parsed.rank).unwrap();
    for (position, ranking) in rankings.iter().enumerate() {
        let places = format!(
            "[...document.querySelectorAll('.ranking')[{position}].querySelectorAll('tbody tr')].map(row => row.cells[0].innerText.replace(', shared', '').trim())"
        );
        let wanted: Vec<String> = ranking.ranked.iter().map(ToString::to_string).collect();
        assert_eq!(browser.ask(&places), json!(wanted));
    }
    // Ranks without a condition are refused in words.
    open(&browser, &server, "rank=lifespan_h");
    browser.wait_for(
        "/are not ranked/.test(document.querySelector('.table-widget .notice')?.innerText)",
        true,
    );
    assert_eq!(browser.count(".ranking"), 0);
}

#[test]
fn every_row_leads_into_the_simulator_or_says_why_not() {
    let server = site::at_root();
    let browser = Browser::open();
    let table = table_1(content::load().unwrap());
    let ids: Vec<&str> = table.rows.iter().map(|row| row.id.as_str()).collect();
    open(&browser, &server, &format!("open={}", ids.join(",")));
    browser.wait_for("document.querySelectorAll('.detail').length", 45);
    let runs = browser.ask("[...document.querySelectorAll('.detail-actions')].map(place => place.querySelector('a')?.getAttribute('href') ?? place.innerText)");
    let mut n_runs = 0;
    for (row_idx, run) in runs.as_array().unwrap().iter().enumerate() {
        let run = run.as_str().unwrap();
        if let Some(query) = run.strip_prefix("/simulate/?") {
            let (settings, refusals) = companion::settings::Settings::parse(query);
            assert_eq!(refusals, []);
            let j = RowCells::new(&table, row_idx)
                .number(CURRENT_DENSITY)
                .unwrap();
            assert_eq!(settings.values[0], j.value);
            n_runs += 1;
        } else {
            assert!(
                run.contains("The simulator cannot run this condition."),
                "{run}"
            );
        }
    }
    // Only capacities below 0.1 and above 20 mA h cm⁻² lie beyond the model.
    assert_eq!(n_runs, 42);
    // Each printed row carries its material's detail.
    assert_eq!(browser.count(".carried"), 45);
    // A row that does not exist is named.
    open(&browser, &server, "open=gold-1");
    browser.wait_for("/“gold-1” is not a value of open/.test(document.querySelector('.table-widget .notice')?.innerText)", true);
}

#[test]
fn derived_columns_say_their_formula_on_focus_and_by_pointing() {
    let server = site::at_root();
    let browser = Browser::open();
    open(&browser, &server, "");
    let tag = "thead a[data-card=column-cumulative_plated_capacity_mah_cm2]";
    browser.bring_into_view(tag);
    browser.hover(tag);
    browser.wait_for(
        "/current density × lifespan ÷ 2/.test(document.querySelector('.open-card')?.innerText)",
        true,
    );
}

/// 600 px of height are enough for a frame: filters closed, first rows in sight.
#[test]
fn a_frame_shows_rows_at_once_and_its_filters_in_a_drawer() {
    let server = site::at_root();
    let browser = Browser::open();
    for width in [360, 800, 1200] {
        browser.set_screen(width, 600);
        site::open(&browser, &server, "/embed/table/");
        assert_eq!(
            browser.ask("document.querySelector('.filters').checkVisibility()"),
            false
        );
        browser.click(".filters-door");
        browser.wait_for("document.querySelector('.filters').matches(':modal')", true);
        browser.click(".drawer-end .primary");
        browser.wait_for(
            "document.querySelector('.filters').matches(':modal')",
            false,
        );
    }
}
