//! The charts over Table 1: drawn from the rows shown, linked with them both ways, taken away, and missed.
//! Here because points, rows and address meet only in a browser with the chart script.
//! Must not know: how charts are framed; the explorer itself says which rows a view has.

use std::fs;

use companion::{content, table};
use explorer::{Index, ViewQuery};
use fantoccini::key::Key;
use serde_json::{Value, json};
use xtask::server::{Fault, SiteServer};

use crate::{
    accessibility,
    driver::{Browser, Options},
    site,
};

const DRAWN: &str = "document.querySelector('.charts .chart.drawn') !== null";
/// The drawn mark of the row at this position in the table.
const MARK: &str = "(row => { const place = document.querySelector('.chart-place');
    const rows = place.data.at(-1).customdata;
    return [...place.querySelectorAll('.scatterlayer .point')].slice(-rows.length)[rows.lastIndexOf(row)]; })";
const ROW_IDS: &str =
    "[...document.querySelectorAll('.table-region tbody tr[id]')].map(row => row.id)";

fn with_chart(path: &str) -> (SiteServer, Browser) {
    let server = site::at_root();
    let browser = Browser::open();
    browser.set_screen(1200, 900);
    site::open(&browser, &server, path);
    near(&browser);
    browser.wait_for(DRAWN, true);
    (server, browser)
}

fn near(browser: &Browser) {
    browser.bring_into_view(".chart-stage");
}

fn row_idx(id: &str) -> usize {
    let rows = table::table_1(content::load().unwrap()).rows;
    rows.iter()
        .position(|row| row.id == id)
        .expect("a row of Table 1")
}

/// The middle of a row's mark in the view.
fn middle(browser: &Browser, id: &str) -> (f64, f64) {
    near(browser);
    let middle = browser.ask_with(
        &format!("(box => [box.x + box.width / 2, box.y + box.height / 2])({MARK}(a[0]).getBoundingClientRect())"),
        vec![json!(row_idx(id))],
    );
    (middle[0].as_f64().unwrap(), middle[1].as_f64().unwrap())
}

/// A place in the view by current density and lifespan.
fn place(browser: &Browser, current_density: f64, hours: f64) -> (f64, f64) {
    let place = browser.ask_with(
        "((x, y) => { const place = document.querySelector('.chart-place'); const layout = place._fullLayout;
            const box = place.querySelector('.nsewdrag').getBoundingClientRect();
            return [box.x + layout.xaxis.l2p(Math.log10(x)), box.y + layout.yaxis.l2p(Math.log10(y))]; })(a[0], a[1])",
        vec![json!(current_density), json!(hours)],
    );
    (place[0].as_f64().unwrap(), place[1].as_f64().unwrap())
}

fn strings(list: &Value) -> Vec<String> {
    let list = list.as_array().expect("a list").iter();
    list.map(|text| text.as_str().expect("text").to_owned())
        .collect()
}

#[test]
fn a_box_drawn_on_the_chart_filters_the_table_and_is_cleared_by_a_button() {
    let (_server, browser) = with_chart("/explore/");
    near(&browser);
    browser.drag(place(&browser, 4.3, 5000.0), place(&browser, 14.0, 400.0));
    browser.wait_for("location.search.includes('lifespan_h=')", true);
    let query = browser.ask("location.search");
    let table = table::table_1(content::load().unwrap());
    let (view, warnings) = ViewQuery::parse(query.as_str().unwrap(), &table, &[]);
    assert_eq!(warnings, []);
    // By eye: at 5 and 10 mA cm⁻², from 590 to >2100 h.
    let expected = [
        "znf2-coating-2",
        "zro2-2",
        "mmt-zn-2",
        "bto-2",
        "cop-cmc-2",
        "znse-2",
    ];
    let rows = Index::new(&table).view(&view).rows;
    let ids: Vec<&str> = rows
        .iter()
        .map(|&row| table.rows[row].id.as_str())
        .collect();
    assert_eq!(ids, expected, "{query}");
    browser.wait_for(ROW_IDS, json!(expected));
    // The chart says so too, the others stay as faint points, and the box is drawn.
    browser.wait_for(
        "document.querySelector('.chart-place').ariaLabel.includes(' 6 of 45 ')",
        true,
    );
    browser.wait_for("document.querySelectorAll('.shapelayer path').length", 1);
    assert_eq!(
        browser.ask("document.querySelector('.chart-place').data.at(-1).x.length"),
        45
    );
    browser.click(".chart-tools button:nth-of-type(2)");
    browser.wait_for("location.search", "");
    browser.wait_for(&format!("{ROW_IDS}.length"), 45);
    browser.back();
    browser.wait_for(ROW_IDS, json!(expected));
    assert_eq!(browser.complaints(), [""; 0]);
}

#[test]
fn point_and_row_light_each_other_and_a_pressed_point_leads_to_its_row() {
    let (_server, browser) = with_chart("/explore/");
    let (x, y) = middle(&browser, "polyimide-1");
    browser.move_mouse(x, y);
    browser.wait_for(
        "[...document.querySelectorAll('tr.pointed[id]')].map(row => row.id)",
        json!(["polyimide-1"]),
    );
    browser.wait_for("document.querySelector('.hoverlayer')?.textContent.includes('4 mA cm⁻², 2 mA h cm⁻², 300 h') ?? false", true);
    browser.click_at(x, y);
    browser.wait_for("document.activeElement.id", "polyimide-1");
    // The page may scroll there smoothly.
    browser.wait_for(
        "(box => box.top >= 0 && box.top < innerHeight)(document.activeElement.getBoundingClientRect())",
        true,
    );
    // And back: the pointer on a row, then the focus in one.
    let lit = format!("{MARK}({}).classList.contains('lit')", row_idx("zif-8-2"));
    browser.bring_into_view("#zif-8-2");
    browser.hover("#zif-8-2 td");
    browser.wait_for(&lit, true);
    browser.run_script("document.querySelector('#caco3-1 a').focus()");
    browser.wait_for(
        &format!("{MARK}({}).classList.contains('lit')", row_idx("caco3-1")),
        true,
    );
    browser.wait_for(&lit, false);
    assert_eq!(browser.complaints(), [""; 0]);
}

#[test]
fn conditions_that_stand_at_one_place_are_all_within_reach() {
    let (_server, browser) = with_chart("/explore/");
    let (x, y) = middle(&browser, "mmt-zn-1");
    browser.move_mouse(x, y);
    browser.click_at(x, y);
    browser.wait_for("document.querySelectorAll('.chart-here li').length", 3);
    assert!(
        browser
            .text(".chart-here")
            .starts_with("3 conditions stand here:")
    );
    let of_row = ".chart-here [data-row=nafion-zn-x-2]";
    browser.run_script(&format!("document.querySelector('{of_row}').focus()"));
    browser.wait_for(
        &format!(
            "{MARK}({}).classList.contains('lit')",
            row_idx("nafion-zn-x-2")
        ),
        true,
    );
    browser.press(&[Key::Enter]);
    browser.wait_for("document.activeElement.id", "nafion-zn-x-2");
}

#[test]
fn the_chart_is_chosen_by_keys_and_stands_in_the_address() {
    let (_server, browser) = with_chart("/explore/?type=solid-electrolyte-interphase");
    browser.run_script("document.querySelector('.chart-switch input:checked').focus()");
    browser.press(&[Key::Right]);
    browser.wait_for(
        "location.search",
        "?type=solid-electrolyte-interphase&chart=ranking",
    );
    browser.wait_for("document.querySelectorAll('.barlayer .point').length", 10);
    browser.wait_for("document.querySelector('.chart-caption').innerText.startsWith('This is an order of printed numbers and no ranking')", true);
    browser.click(".chart-switch:nth-of-type(2) label:nth-of-type(2) input");
    browser.wait_for(
        "location.search",
        "?type=solid-electrolyte-interphase&chart=ranking-by-capacity",
    );
    // A change of view keeps the chart, and so does a new visit.
    browser.reload();
    site::wait_for_takeover(&browser);
    browser.wait_for(
        "document.querySelector('.charts').dataset.chart",
        "ranking-by-capacity",
    );
    browser.wait_for(
        "[...document.querySelectorAll('.chart-switch input:checked')].length",
        2,
    );
    site::open(
        &browser,
        &_server,
        "/explore/?near=current_density_ma_cm2:10&rank=lifespan_h&chart=ranking",
    );
    near(&browser);
    browser.wait_for(
        "document.querySelector('.chart-caption').innerText.startsWith('Ranked: 9 conditions')",
        true,
    );
    site::open(&browser, &_server, "/explore/?chart=pie");
    browser.wait_for(
        "document.querySelector('.charts .notice')?.innerText.includes('“pie”') ?? false",
        true,
    );
    assert_eq!(browser.count(".table-widget .notice"), 1);
}

#[test]
fn the_numbers_behind_are_a_table_that_keys_reach() {
    let (_server, browser) = with_chart("/explore/?material=zif-8");
    browser.run_script("document.querySelector('.behind summary').focus()");
    browser.press(&[Key::Enter]);
    browser.wait_for("document.querySelector('.behind').open", true);
    let cells = browser.ask("[...document.querySelectorAll('.behind tbody tr')].map(row => [...row.cells].map(cell => cell.innerText).join('|'))");
    assert_eq!(
        strings(&cells),
        ["ZIF-8|2|1|1200|1200", "ZIF-8|2|2|700|700"]
    );
    // The region that scrolls, then the first name.
    browser.press(&[Key::Tab, Key::Tab]);
    browser.wait_for("document.activeElement.getAttribute('href')", "#zif-8-1");
    browser.wait_for(
        &format!("{MARK}({}).classList.contains('lit')", row_idx("zif-8-1")),
        true,
    );
    browser.press(&[Key::Enter]);
    browser.wait_for("document.activeElement.id", "zif-8-1");
    assert_eq!(
        browser.ask("document.querySelector('.chart-place').getAttribute('role')"),
        "img"
    );
}

#[test]
fn a_saved_picture_holds_its_source_and_the_address_of_the_view() {
    let (server, browser) = with_chart("/explore/?type=solid-electrolyte-interphase&chart=ranking");
    browser.click(".charts .chart-tools:not([hidden]) button:nth-of-type(2)");
    let text = browser.wait("the picture", || {
        let mut files = fs::read_dir(browser.downloads()).unwrap().flatten();
        let found = files.find(|file| file.path().extension().is_some_and(|e| e == "svg"));
        let file = found.ok_or("no file yet".to_owned())?;
        let name = file.file_name().to_string_lossy().into_owned();
        assert!(name.starts_with("table-1-ranking-10-of-45-20"), "{name}");
        let text = fs::read_to_string(file.path()).map_err(|error| error.to_string())?;
        if text.contains("</svg>") {
            Ok(text)
        } else {
            Err("it is being written".to_owned())
        }
    });
    for part in [
        "Lifespan of each condition",
        "10 of 45 conditions of Table 1. Type: Solid electrolyte interphase.",
        "https://doi.org/10.1039/D1NR06058A",
        "Zinc Interphase Companion",
        "Artificial SEI",
    ] {
        assert!(text.contains(part), "{part} is missing");
    }
    let link = site::address(
        &server,
        "/explore/?type=solid-electrolyte-interphase&amp;chart=ranking",
    );
    assert!(text.contains(&format!("\"{link}\"")), "{link} is missing");
    browser.click(".charts .chart-tools:not([hidden]) button:nth-of-type(1)");
    browser.wait("a PNG", || {
        let mut files = fs::read_dir(browser.downloads()).unwrap().flatten();
        let found = files.find(|file| file.path().extension().is_some_and(|e| e == "png"));
        let bytes = fs::read(found.ok_or("no file yet".to_owned())?.path());
        let bytes = bytes.map_err(|error| error.to_string())?;
        if bytes.starts_with(b"\x89PNG") && bytes.len() > 20_000 {
            Ok(())
        } else {
            Err(format!("{} bytes", bytes.len()))
        }
    });
    assert_eq!(browser.text(".charts .fault"), "");
    assert_eq!(browser.complaints(), [""; 0]);
}

#[test]
fn without_the_script_the_still_picture_follows_the_filters_and_a_retry_heals() {
    let server = site::at_root();
    server.fail("plotly", Fault::NotFound);
    let browser = Browser::open();
    site::open(&browser, &server, "/explore/?material=zif-8");
    near(&browser);
    browser.wait_for("document.querySelector('.charts .failure')?.innerText.startsWith('The chart script did not load.') ?? false", true);
    assert_eq!(
        browser.ask("document.querySelector('.charts .failure').getAttribute('role')"),
        "alert"
    );
    assert_eq!(
        browser.ask("getComputedStyle(document.querySelector('.chart-still')).display"),
        "block"
    );
    browser.wait_for(
        "document.querySelectorAll('.chart-still [data-row]:not(.left-out)').length",
        2,
    );
    assert_eq!(browser.count(".chart-still [data-row]"), 45);
    browser.click(".behind summary");
    browser.wait_for("document.querySelectorAll('.behind tbody tr').length", 2);
    assert_eq!(browser.count(".table-region tbody tr[id]"), 2);
    // A picture cannot be saved either, and says why.
    browser.click(".charts .chart-tools:last-of-type button");
    browser.wait_for("document.querySelector('.charts .fault').innerText.startsWith('The chart script did not load.')", true);
    server.heal();
    browser.click(".charts .failure button");
    browser.wait_for(DRAWN, true);
    assert_eq!(
        browser.ask("getComputedStyle(document.querySelector('.chart-still')).display"),
        "none"
    );
}

#[test]
fn without_scripts_and_on_paper_the_still_picture_is_shown() {
    let server = site::at_root();
    let browser = Options::default().without_scripts().open();
    browser.go(&site::address(&server, "/explore/"));
    let seen = "(box => box.width > 200 && box.height > 200)(document.querySelector('.chart-still svg').getBoundingClientRect())";
    assert_eq!(browser.ask(seen), true);
    assert_eq!(browser.count(".chart-still [data-row]"), 45);
    drop(browser);
    let (_server, browser) = with_chart("/explore/?chart=functions");
    browser.show_as_print(true);
    assert_eq!(browser.ask(seen), true);
    assert_eq!(
        browser.ask("getComputedStyle(document.querySelector('.charts .chart')).display"),
        "none"
    );
}

#[test]
fn a_finger_scrolls_until_it_is_told_to_draw_and_taps_a_point() {
    let server = site::at_root();
    let browser = Browser::open();
    browser.set_screen(390, 800);
    browser.devtools(
        "Emulation.setTouchEmulationEnabled",
        &json!({ "enabled": true, "maxTouchPoints": 1 }),
    );
    site::open(&browser, &server, "/explore/");
    near(&browser);
    browser.wait_for(DRAWN, true);
    let mode = "document.querySelector('.chart-tools button').ariaPressed";
    assert_eq!(browser.ask(mode), "false");
    assert_eq!(
        browser.ask("document.querySelector('.chart-place')._fullLayout.dragmode"),
        false
    );
    let (x, y) = middle(&browser, "polyimide-1");
    browser.tap_at(x, y);
    browser.wait_for("document.activeElement.id", "polyimide-1");
    near(&browser);
    browser.click(".chart-tools button");
    browser.wait_for(mode, "true");
    browser.wait_for(
        "document.querySelector('.chart-place')._fullLayout.dragmode",
        "select",
    );
}

#[test]
fn colours_follow_the_theme() {
    let (_server, browser) = with_chart("/explore/");
    let fill = format!("{MARK}({}).style.fill", row_idx("polyimide-1"));
    browser.set_theme("light");
    browser.wait_for(&fill, "rgb(0, 121, 90)");
    browser.set_theme("dark");
    browser.wait_for(&fill, "rgb(47, 196, 155)");
}

#[test]
fn axe_finds_nothing_in_any_chart() {
    let mut faults = Vec::new();
    for path in [
        "/explore/",
        "/explore/?chart=ranking",
        "/explore/?chart=functions",
    ] {
        let (_server, browser) = with_chart(path);
        browser.click(".behind summary");
        for (width, theme) in [(360, "light"), (1440, "dark")] {
            browser.set_screen(width, 900);
            browser.set_theme(theme);
            let found = accessibility::faults(&browser);
            faults.extend(
                found
                    .iter()
                    .map(|fault| format!("{path} {width} {theme}: {fault}")),
            );
        }
        assert_eq!(
            browser.ask(
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
            ),
            true
        );
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
