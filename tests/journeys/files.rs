//! Taking rows away in every format, and bringing rows of one's own.
//! Here because a file leaves this site, and a reader's own numbers must not: both are promises.
//! Must not know: how files are written; other programs read them.

use std::{collections::BTreeMap, env, fs, io::Cursor, path::PathBuf};

use calamine::{Data, Reader, Xlsx};
use serde_json::{Value, json};
use xtask::server::{Fault, SiteServer};

use crate::{
    driver::{Browser, Options},
    site,
};

const VIEW: &str = "/explore/?q=dendrite&sort=-lifespan_h";
/// What is shown, without the panels below it.
const SHOWN: &str = "document.querySelector('.table-region').innerHTML + location.href";
const ROW_IDS: &str =
    "[...document.querySelectorAll('.table-region tbody tr[id]')].map(row => row.id)";
const OWN_IDS: &str =
    "[...document.querySelectorAll('.table-region tr[data-own]')].map(row => row.id)";
const TOLD: &str = "document.querySelector('.own-data p.told').innerText";

fn opened(server: &SiteServer, browser: &Browser, path: &str, panel: &str) {
    site::open(browser, server, path);
    browser.bring_into_view(panel);
    browser.click(&format!("{panel} > summary"));
}

fn choose(browser: &Browser, css: &str, value: &str) {
    let chosen = browser.ask_with(
        "(e => { e.value = a[1]; e.dispatchEvent(new Event('change', { bubbles: true })); return e.value; })(document.querySelector(a[0]))",
        vec![json!(css), json!(value)],
    );
    assert_eq!(chosen, value);
}

/// The file of this kind, downloaded.
fn file(browser: &Browser, kind: &str, name: &str) -> Vec<u8> {
    choose(browser, ".download select", kind);
    browser.click(".download .primary");
    let path: PathBuf = browser.downloads().join(name);
    browser.wait(name, || match fs::read(&path) {
        Ok(bytes) if !bytes.is_empty() => Ok(bytes),
        other => Err(format!("{other:?}")),
    })
}

fn text(browser: &Browser, kind: &str, name: &str) -> String {
    String::from_utf8(file(browser, kind, name)).unwrap()
}

fn row_ids(browser: &Browser) -> Vec<String> {
    let ids = browser.ask(ROW_IDS);
    let ids = ids.as_array().unwrap().iter();
    ids.map(|id| id.as_str().unwrap().to_owned()).collect()
}

fn ids_of_csv(text: &str, separator: u8) -> Vec<String> {
    let mut file = csv::ReaderBuilder::new()
        .comment(Some(b'#'))
        .delimiter(separator)
        .from_reader(text.as_bytes());
    file.records()
        .map(|record| record.unwrap()[0].to_owned())
        .collect()
}

#[test]
fn every_format_holds_the_rows_shown_and_nothing_changes_on_the_page() {
    let server = site::at_root();
    let browser = Browser::open();
    opened(&server, &browser, VIEW, ".download");
    browser.wait_for(
        "document.querySelector('th[aria-sort]')?.getAttribute('aria-sort')",
        "descending",
    );
    let shown = row_ids(&browser);
    assert!((1..45).contains(&shown.len()), "{shown:?}");
    let before = browser.ask(SHOWN);

    let csv = text(&browser, "csv", "table-1.csv");
    assert_eq!(ids_of_csv(&csv, b','), shown);
    let link = site::address(&server, VIEW);
    for part in [
        "https://doi.org/",
        "CC BY 4.0",
        "text “dendrite”",
        "sorted by Lifespan descending",
        &link,
        "version: 0.1.0",
        "lifespan_h",
    ] {
        assert!(csv.contains(part), "{part} is missing from\n{csv}");
    }
    assert_eq!(
        ids_of_csv(&text(&browser, "tsv", "table-1.tsv"), b'\t'),
        shown
    );

    let json: Value = serde_json::from_str(&text(&browser, "json", "table-1.json")).unwrap();
    let ids: Vec<_> = json["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids, shown);
    assert_eq!(json["about"]["link"], json!(link));

    let markdown = text(&browser, "md", "table-1.md");
    assert_eq!(
        markdown
            .lines()
            .filter(|line| line.starts_with('|'))
            .count(),
        shown.len() + 2
    );
    assert!(markdown.contains("Lifespan (h)"));
    let latex = text(&browser, "tex", "table-1.tex");
    assert!(
        latex.contains("\\toprule") && latex.contains("% link: "),
        "{latex}"
    );

    let workbook = file(&browser, "xlsx", "table-1.xlsx");
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(workbook)).unwrap();
    let sheet = workbook.worksheet_range("Table").unwrap();
    let ids: Vec<String> = sheet.rows().skip(1).map(|row| row[0].to_string()).collect();
    assert_eq!(ids, shown);
    assert!(
        sheet
            .rows()
            .skip(1)
            .all(|row| row.iter().any(|cell| matches!(cell, Data::Float(_))))
    );

    let bibtex = text(&browser, "bib", "table-1-references.bib");
    let entries: Vec<(String, String, BTreeMap<String, String>)> =
        serde_bibtex::from_str(&bibtex).unwrap();
    let whole = fs::read_to_string(
        PathBuf::from(env::var_os("SITE_ROOT_DIST").unwrap()).join("cite/references.bib"),
    )
    .unwrap();
    let all: Vec<(String, String, BTreeMap<String, String>)> =
        serde_bibtex::from_str(&whole).unwrap();
    assert!(!entries.is_empty() && entries.len() < all.len());
    assert!(
        entries.iter().all(|entry| all.contains(entry)),
        "as they stand in the site's own bibliography"
    );

    assert_eq!(browser.ask(SHOWN), before);
    assert_eq!(browser.complaints(), [""; 0]);
}

#[test]
fn the_whole_table_holds_more_than_is_shown() {
    let server = site::at_root();
    let browser = Browser::open();
    opened(&server, &browser, VIEW, ".download");
    browser.click(".download .extent label:last-child input");
    let csv = text(&browser, "csv", "table-1.csv");
    assert_eq!(ids_of_csv(&csv, b',').len(), 45);
    assert!(
        csv.contains("filter: none") && csv.contains("half_cycle_h"),
        "{csv}"
    );
}

#[test]
fn text_is_copied_or_handed_over_to_be_copied_by_hand() {
    let server = site::at_root();
    let browser = Browser::open();
    browser.before_each_page("Object.defineProperty(navigator, 'clipboard', { value: { writeText: text => { window.copied = text; return window.refuses ? Promise.reject() : Promise.resolve(); } } });");
    opened(&server, &browser, VIEW, ".download");
    choose(&browser, ".download select", "md");
    let copy = ".download .actions button:nth-of-type(2)";
    browser.click(copy);
    browser.wait_for(
        "document.querySelector('.download .told').innerText.startsWith('Copied, ')",
        true,
    );
    assert!(
        browser
            .ask("window.copied")
            .as_str()
            .unwrap()
            .starts_with("| Material")
    );
    browser.run_script("window.refuses = true");
    browser.click(copy);
    browser.wait_for(
        "document.querySelector('.by-hand textarea')?.value === window.copied",
        true,
    );
    choose(&browser, ".download select", "xlsx");
    browser.wait_for(
        "document.querySelector('.download .actions button:nth-of-type(2)').hidden",
        true,
    );
}

#[test]
fn a_worker_that_does_not_come_is_said_and_trying_again_heals() {
    for (part, fault, status) in [
        ("file-worker_loader.js", Fault::NotFound, 404),
        ("file-worker_bg.wasm", Fault::ServerError, 500),
    ] {
        let server = site::at_root();
        server.fail(part, fault);
        let browser = Browser::open();
        opened(&server, &browser, VIEW, ".download");
        browser.click(".download .primary");
        browser.wait_for(
            &format!("(document.querySelector('.download .failure p')?.innerText ?? '').endsWith('the host answered {status}')"),
            true,
        );
        assert_eq!(
            browser.ask(
                "document.querySelector('.download .failure').closest('[role=alert]') !== null"
            ),
            true
        );
        server.heal();
        browser.click(".download .failure button");
        let path = browser.downloads().join("table-1.csv");
        browser.wait("the file", || fs::read(&path));
        browser.wait_for("document.querySelectorAll('.download .failure').length", 0);
    }
}

/// Pastes into the field of own rows and adds them.
fn paste(browser: &Browser, csv: &str) {
    let pasted = browser.ask_with(
        "(e => { e.value = a[0]; e.dispatchEvent(new Event('input', { bubbles: true })); return e.value; })(document.querySelector('.own-data .drop textarea'))",
        vec![json!(csv)],
    );
    assert_eq!(pasted, csv);
    browser.click(".own-data .drop .primary");
}

const TWO_GOOD_ONE_BAD: &str = "Material,Current density,Lifespan (h)\nMy film,1,>900\nMy other film,quick,3\nMy third film,0.5,1200\n";

#[test]
fn own_rows_are_added_marked_exported_and_removed_and_a_bad_line_is_named() {
    let server = site::at_root();
    let browser = Options::default().noting_traffic().open();
    opened(&server, &browser, "/explore/", ".own-data");
    paste(&browser, TWO_GOOD_ONE_BAD);
    browser.wait_for(TOLD, "2 rows were added; 1 line was left out:");
    let fault = browser.text(".own-faults tbody tr");
    for part in [
        "3",
        "Current density",
        "“quick”",
        "a number above zero such as 1.5",
    ] {
        assert!(fault.contains(part), "{part}: {fault}");
    }
    browser.wait_for(OWN_IDS, json!(["own-1", "own-2"]));
    assert!(
        browser
            .text(".table-region tr[data-own]")
            .contains("your row")
    );
    assert_eq!(row_ids(&browser).len(), 47);

    browser.bring_into_view(".download");
    browser.click(".download > summary");
    let csv = text(&browser, "csv", "table-1.csv");
    let marked: Vec<_> = csv
        .lines()
        .filter(|line| line.starts_with("own-"))
        .collect();
    assert_eq!(marked.len(), 2);
    assert!(
        marked.iter().all(|line| line.ends_with(",own")),
        "{marked:?}"
    );

    browser.click(".own-rows tbody tr:first-child button");
    browser.wait_for(OWN_IDS, json!(["own-2"]));
    assert!(
        browser
            .text(".table-region tr[data-own]")
            .contains("My third film")
    );
    browser.click(".own-data .remove-all");
    browser.wait_for(OWN_IDS, json!([]));
    browser.wait_for("document.querySelectorAll('.own-rows').length", 0);
    assert_eq!(row_ids(&browser).len(), 45);
    // Nothing was kept, and nothing of it was sent.
    assert_eq!(browser.ask("localStorage.getItem('own-rows')"), Value::Null);
    let log = browser.log("performance");
    let sent = log
        .iter()
        .filter_map(|entry| entry["message"].as_str())
        .filter(|message| message.contains("Network.requestWillBeSent"));
    let sent: Vec<_> = sent.collect();
    assert!(
        sent.iter()
            .any(|message| message.contains("file-worker_bg.wasm"))
    );
    for message in sent {
        assert!(
            !message.contains("third") && !message.contains("\"POST\""),
            "{message}"
        );
    }
}

#[test]
fn a_file_a_drop_the_template_and_a_typed_row_are_read() {
    let server = site::at_root();
    let browser = Browser::open();
    opened(&server, &browser, "/explore/", ".own-data");
    let template = browser.settle("fetch(document.querySelector('.own-data .drop .role a').href).then(answer => answer.text())");
    let by_file = "(text => { const list = new DataTransfer(); list.items.add(new File([text], 'rows.csv', { type: 'text/csv' }));
        const field = document.querySelector('.own-data input[type=file]'); field.files = list.files;
        field.dispatchEvent(new Event('change', { bubbles: true })); })(a[0])";
    browser.ask_with(by_file, vec![template.clone()]);
    browser.wait_for(TOLD, "2 rows were added.");
    let by_drop = "(text => { const list = new DataTransfer(); list.items.add(new File([text], 'rows.csv'));
        document.querySelector('.own-data .drop').dispatchEvent(new DragEvent('drop', { dataTransfer: list, bubbles: true, cancelable: true })); })(a[0])";
    browser.ask_with(by_drop, vec![template]);
    browser.wait_for("document.querySelectorAll('.own-rows tbody tr').length", 4);
    let names = ["My cell", "2", "1", "350"];
    for (place, value) in names.iter().enumerate() {
        browser.type_into(
            &format!(".typed .field:nth-of-type({}) input", place + 1),
            value,
        );
    }
    browser.click(".typed .check input");
    browser.click(".typed button");
    browser.wait_for("document.querySelectorAll('.own-rows tbody tr').length", 5);
    let last = browser.text(".own-rows tbody tr:last-child");
    assert!(last.contains("My cell") && last.contains(">350"), "{last}");
    browser.wait_for(&format!("{OWN_IDS}.length"), 5);
}

#[test]
fn rows_are_kept_only_where_the_reader_asks_and_never_in_a_frame() {
    let server = site::at_root();
    let browser = Browser::open();
    opened(&server, &browser, "/explore/", ".own-data");
    paste(&browser, TWO_GOOD_ONE_BAD);
    browser.wait_for(&format!("{OWN_IDS}.length"), 2);
    browser.click(".own-data .keep input");
    browser.wait_for(
        "localStorage.getItem('own-rows')?.includes('My film')",
        true,
    );
    browser.reload();
    site::wait_for_takeover(&browser);
    browser.wait_for(&format!("{OWN_IDS}.length"), 2);
    site::open(&browser, &server, "/embed/table/");
    assert_eq!(browser.count(".own-data .keep"), 0);
    browser.linger(600);
    assert_eq!(browser.count("tr[data-own]"), 0);
    opened(&server, &browser, "/explore/", ".own-data");
    browser.wait_for(
        "document.querySelector('.own-data .keep input').checked",
        true,
    );
    browser.click(".own-data .keep input");
    browser.wait_for("localStorage.getItem('own-rows')", Value::Null);
}

/// A hundred thousand lines, stopped half-way: the page stays as it was, and the next order is carried out.
#[test]
fn a_long_read_shows_how_far_it_is_and_can_be_cancelled() {
    let server = site::at_root();
    let browser = Browser::open();
    opened(&server, &browser, "/explore/", ".own-data");
    browser.run_script("let csv = 'material,current_density_ma_cm2,lifespan_h\\n';
        for (let row = 0; row < 190000; row++) csv += `Film ${row},${1 + row % 9},${100 + row}\\n`;
        const list = new DataTransfer(); list.items.add(new File([csv], 'rows.csv'));
        const field = document.querySelector('.own-data input[type=file]'); field.files = list.files;
        window.seen = [];
        new MutationObserver(() => {
            const bar = document.querySelector('.own-data progress');
            if (bar) window.seen.push(bar.getAttribute('value'));
            if (bar?.hasAttribute('value') && bar.max > 1000) document.querySelector('.own-data .at-work button').click();
        }).observe(document.querySelector('.own-data'), { subtree: true, childList: true, attributes: true, characterData: true });
        field.dispatchEvent(new Event('change', { bubbles: true }));");
    browser.wait_for("window.seen.some(value => value !== null) && document.querySelector('.own-data .at-work') === null", true);
    browser.linger(1500);
    assert_eq!(browser.count(".table-region tr[data-own]"), 0);
    paste(&browser, TWO_GOOD_ONE_BAD);
    browser.wait_for(&format!("{OWN_IDS}.length"), 2);
}

#[test]
fn axe_finds_nothing_in_the_open_panels() {
    let axe = env::var_os("AXE_CORE").expect("AXE_CORE is set by `cargo xtask test`");
    let axe = fs::read_to_string(axe).expect("axe-core is installed");
    let server = site::at_root();
    let browser = Browser::open();
    opened(&server, &browser, "/explore/", ".own-data");
    browser.run_script("document.querySelector('.download').open = true");
    paste(&browser, TWO_GOOD_ONE_BAD);
    browser.wait_for(&format!("{OWN_IDS}.length"), 2);
    browser.run_script(&axe);
    let mut faults = Vec::new();
    for (width, height) in [(360, 740), (1440, 900)] {
        browser.set_screen(width, height);
        for theme in ["light", "dark"] {
            browser.set_theme(theme);
            let found = browser.settle("axe.run(document.querySelector('.files'), { resultTypes: ['violations'] }).then(result => result.violations.map(found => found.id + ': ' + found.nodes.map(node => node.target.join(' ')).slice(0, 4).join(', ')))");
            let Value::Array(found) = found else {
                panic!("axe gave no answer");
            };
            faults.extend(
                found
                    .iter()
                    .map(|fault| format!("{theme} {width} px: {fault}")),
            );
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
