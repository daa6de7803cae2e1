//! A hundred thousand rows of the reader's own: seen, ordered, filtered, scrolled to their end and removed.
//! Here because a table that long is another table: only what is in sight is drawn.
//! Must not know: how fast it is; `cargo xtask bench explorer` measures that.

use serde_json::json;

use crate::{driver::Browser, site};

const N_OWN: usize = 100_000;
/// Rows on the page: those in sight and some above and below.
const N_DRAWN: &str = "document.querySelectorAll('.table-region tbody tr[id]').length";
const LIFESPAN: &str = "thead th:nth-child(5) .sort";
const FIRST: &str = "document.querySelector('.table-region tbody tr[id]')?.id";

fn brought() -> (xtask::server::SiteServer, Browser) {
    let server = site::at_root();
    let browser = Browser::open();
    site::open(&browser, &server, "/explore/");
    browser.bring_into_view(".own-data");
    browser.click(".own-data > summary");
    browser.run_script(&format!("let csv = 'material,current_density_ma_cm2,lifespan_h\\n';
        for (let row = 1; row <= {N_OWN}; row++) csv += `Film n${{row}}n,${{1 + row % 9}},${{row}}\\n`;
        const list = new DataTransfer(); list.items.add(new File([csv], 'rows.csv'));
        const field = document.querySelector('.own-data input[type=file]'); field.files = list.files;
        field.dispatchEvent(new Event('change', {{ bubbles: true }}));"));
    browser.wait_for(
        "document.querySelector('.own-data p.told').innerText",
        "100000 rows were added.",
    );
    browser.wait_for(
        "document.querySelector('.table-region table').getAttribute('aria-rowcount')",
        "100046",
    );
    (server, browser)
}

fn is_short(browser: &Browser) {
    let n_drawn = browser.ask(N_DRAWN).as_u64().unwrap();
    assert!((10..80).contains(&n_drawn), "{n_drawn} rows on the page");
}

#[test]
fn a_hundred_thousand_rows_are_scrolled_ordered_filtered_and_removed() {
    let (_server, browser) = brought();
    is_short(&browser);
    assert_eq!(browser.ask(FIRST), "indium-1", "Table 1 comes first");

    browser.run_script("document.querySelector('.table-region').scrollTop = 1e9");
    browser.wait_for("document.getElementById('own-100000') !== null", true);
    is_short(&browser);
    let last = browser.text("#own-100000");
    assert!(
        last.contains("Film n100000n") && last.contains("your row"),
        "{last}"
    );
    assert_eq!(
        browser.ask("document.getElementById('own-100000').getAttribute('aria-rowindex')"),
        "100046"
    );

    // The chart draws some of the rows, and each leads to its place in the table, drawn or not.
    browser.bring_into_view(".charts .behind");
    browser.click(".charts .behind > summary");
    let link = ".charts .behind tbody tr:nth-child(300) a";
    browser.wait_for(&format!("document.querySelector('{link}') !== null"), true);
    let row = browser.ask(&format!(
        "document.querySelector('{link}').closest('tr').dataset.row"
    ));
    assert_eq!(
        browser.ask_with("document.getElementById(a[0]) === null", vec![row.clone()]),
        true
    );
    browser.bring_into_view(link);
    browser.click(link);
    browser.wait_for("document.activeElement.id", row);
    is_short(&browser);

    // A gap is last whichever way a column is ordered, and ties stand in the table's order.
    browser.bring_into_view(LIFESPAN);
    browser.click(LIFESPAN);
    browser.wait_for(FIRST, "own-1");
    browser.click(LIFESPAN);
    browser.wait_for(FIRST, "own-100000");
    is_short(&browser);

    browser.type_into(".table-widget input[type=search]", "film n9999");
    let found: Vec<String> = (99_990..100_000)
        .rev()
        .chain([9999])
        .map(|row| format!("own-{row}"))
        .collect();
    browser.wait_for(
        "[...document.querySelectorAll('.table-region tbody tr[id]')].map(row => row.id)",
        json!(found),
    );

    browser.bring_into_view(".own-data .remove-all");
    browser.click(".own-data .remove-all");
    browser.wait_for(N_DRAWN, json!(0));
    assert_eq!(browser.complaints(), [""; 0]);
}
