//! The table by keyboard alone, and by a finger on a phone.
//! Here because every control must be reachable, keep the focus and be large enough for either.
//! Must not know: what the explorer computes; addresses say what was chosen.

use fantoccini::key::Key;
use serde_json::json;

use crate::{driver::Browser, site};

const SHOWN: &str = "document.querySelector('.shown')?.innerText";
const QUERY: &str = "decodeURIComponent(location.search)";

fn focus_is_on(browser: &Browser, css: &str) {
    let is_there = browser.ask_with("document.activeElement.matches(a[0])", vec![json!(css)]);
    let outer = browser.ask("document.activeElement.outerHTML.slice(0, 160)");
    assert_eq!(is_there, true, "{css} has lost the focus to {outer}");
}

#[test]
fn keys_alone_filter_sort_open_compare_and_clear() {
    let server = site::at_root();
    let browser = Browser::open();
    browser.set_screen(1280, 900);
    site::open(&browser, &server, "/explore/");

    let family = "input[value=functional-coating-layer]";
    browser.tab_to(family, false);
    browser.press(&[Key::Space]);
    browser.wait_for(SHOWN, "35 of 45 conditions, 19 materials");
    focus_is_on(&browser, family);

    // Ten places a press, then single ones: 85 of 100 on the scale from 0.1 to 10.
    let thumb = "input[aria-label='Current density at least'][type=range]";
    browser.tab_to(thumb, false);
    let n_steps = browser.ask("history.length").as_u64();
    for _ in 0..8 {
        browser.press(&[Key::PageUp]);
    }
    browser.press(&[Key::Right; 5]);
    browser.wait_for(
        &format!("document.querySelector(\"{thumb}\").getAttribute('aria-valuetext')"),
        "5 mA cm⁻²",
    );
    browser.wait_for(SHOWN, "8 of 45 conditions, 8 materials");
    focus_is_on(&browser, thumb);
    // The whole way of the thumb is one step back.
    let n_steps = n_steps.map(|n_steps| n_steps + 1);
    assert_eq!(browser.ask("history.length").as_u64(), n_steps);

    // A bad value is refused with what would do, and nothing else is lost.
    let number = "input[aria-label='Lifespan at least'][type=text]";
    browser.tab_to(number, false);
    browser.type_into(":focus", "long");
    browser.press(&[Key::Enter]);
    browser.wait_for(
        "[...document.querySelectorAll('p.fault')].map(fault => fault.innerText).join('')",
        "“long” was not taken. Lifespan goes from 70 to 8000 h, the smaller limit first.",
    );
    assert_eq!(browser.ask(SHOWN), "8 of 45 conditions, 8 materials");
    browser.ask("document.activeElement.select()");
    browser.type_into(":focus", "200");
    browser.press(&[Key::Enter]);
    browser.wait_for(SHOWN, "6 of 45 conditions, 6 materials");
    browser.wait_for(
        "[...document.querySelectorAll('p.fault')].map(fault => fault.innerText).join('')",
        "",
    );

    let lifespan = "thead th:nth-child(5) .sort";
    browser.tab_to("thead th:nth-child(3) .sort", false);
    browser.press(&[Key::Enter]);
    browser.wait_for(QUERY, "?type=functional-coating-layer&current_density_ma_cm2=5..&lifespan_h=200..&sort=current_density_ma_cm2");
    browser.tab_to(lifespan, false);
    browser.press_with(Key::Shift, Key::Enter);
    browser.wait_for(
        &format!("{QUERY}.split('sort=')[1]"),
        "current_density_ma_cm2,lifespan_h",
    );
    focus_is_on(&browser, lifespan);
    let headings = browser.ask("[...document.querySelectorAll('th')].filter(head => head.ariaSort || /key/.test(head.textContent)).map(head => [head.ariaSort, head.querySelector('.sort').textContent.match(/key.*?ascending/)[0]])");
    assert_eq!(
        headings,
        json!([
            ["ascending", "key 1 of 2, ascending"],
            [null, "key 2 of 2, ascending"]
        ])
    );

    let opener = "tbody tr[id] .opener";
    browser.tab_to(opener, false);
    let row = browser.ask("document.activeElement.closest('tr').id");
    browser.press(&[Key::Enter]);
    browser.wait_for("document.activeElement.ariaExpanded", "true");
    browser.wait_for(&format!("{QUERY}.split('open=')[1]"), row.clone());
    let said = browser.text(".detail");
    for part in [
        "3 of 7 reported.",
        "electrolyte",
        "printed as",
        "Reference",
        "Its page",
        "assume",
    ] {
        assert!(said.contains(part), "“{part}” is missing from: {said}");
    }

    let compare = ".detail button[aria-pressed]";
    browser.tab_to(compare, false);
    browser.press(&[Key::Space]);
    browser.wait_for("document.querySelectorAll('.ranking').length", 2);
    focus_is_on(&browser, compare);
    assert_eq!(browser.ask("document.activeElement.ariaPressed"), "true");
    assert!(browser.count("tr.unlike .reason") > 0);

    browser.tab_to(".chips > .quiet", true);
    browser.press(&[Key::Enter]);
    browser.wait_for(SHOWN, "45 of 45 conditions, 26 materials");
    browser.reload();
    site::wait_for_takeover(&browser);
    browser.wait_for("document.querySelectorAll('.detail').length", 1);
    assert_eq!(browser.count(".ranking"), 2);
    assert_eq!(browser.complaints(), [""; 0]);
}

#[test]
fn columns_are_hidden_and_moved_by_keys_without_losing_the_focus() {
    let server = site::at_root();
    let browser = Browser::open();
    browser.set_screen(1280, 900);
    site::open(&browser, &server, "/explore/");
    let names = "[...document.querySelectorAll('thead .sort > span:first-child')].map(name => name.innerText)";
    browser.tab_to(".columns > summary", false);
    browser.press(&[Key::Enter, Key::Tab, Key::Tab, Key::Tab, Key::Tab]);
    focus_is_on(&browser, ".columns li:nth-child(2) input");
    browser.press(&[Key::Space]);
    browser.wait_for(&format!("{names}.includes('Type')"), false);
    focus_is_on(&browser, ".columns li:nth-child(2) input");
    browser.tab_to("#later-lifespan_h", false);
    browser.press(&[Key::Enter]);
    browser.wait_for(
        &format!("{names}.slice(3, 5)"),
        json!(["Cumulative plated capacity", "Lifespan"]),
    );
    browser.wait_for("document.activeElement.id", "later-lifespan_h");
    browser.press_with(Key::Shift, Key::Tab);
    browser.press(&[Key::Enter]);
    browser.wait_for(
        &format!("{names}.slice(3, 5)"),
        json!(["Lifespan", "Cumulative plated capacity"]),
    );
    browser.wait_for("document.activeElement.id", "earlier-lifespan_h");
    assert_eq!(browser.ask(QUERY), "?hide=type");
}

#[test]
fn a_finger_filters_sorts_and_opens_at_360_pixels() {
    let server = site::at_root();
    let browser = Browser::open();
    browser.set_screen(360, 740);
    site::open(&browser, &server, "/explore/");
    // Material, current density, capacity and lifespan are in sight without scrolling sideways.
    let seen = "(row => [...row.querySelectorAll('th, .key')].map(cell => cell.getBoundingClientRect()).every(box => box.width > 60 && box.left >= 0 && box.right <= 360))(document.querySelector('tbody tr[id]'))";
    browser.bring_into_view("tbody tr[id]");
    assert_eq!(browser.ask(seen), true);
    let sideways = "(box => [box.scrollWidth <= box.clientWidth, document.documentElement.scrollWidth <= 360])(document.querySelector('.table-region'))";
    assert_eq!(browser.ask(sideways), json!([true, true]));

    browser.bring_into_view(".filters-door");
    assert_eq!(
        browser.ask("document.querySelector('.filters').checkVisibility()"),
        false
    );
    browser.tap(".filters-door");
    browser.wait_for("document.querySelector('.filters').matches(':modal')", true);
    assert_eq!(
        browser.ask("document.activeElement.closest('.filters') !== null"),
        true
    );
    browser.tap(".facet input[value=solid-electrolyte-interphase]");
    browser.wait_for(
        "document.querySelector('.drawer-end .primary').innerText",
        "Show 10 conditions",
    );
    let box_height =
        browser.ask("document.querySelector('.filters .check').getBoundingClientRect().height");
    assert!(box_height.as_f64() >= Some(44.0), "{box_height}");
    browser.tap(".drawer-end .primary");
    browser.wait_for(
        "document.querySelector('.filters').matches(':modal')",
        false,
    );
    focus_is_on(&browser, ".filters-door");
    assert_eq!(browser.text(".filters-door"), "Filters (1)");
    // Esc closes it too.
    browser.tap(".filters-door");
    browser.wait_for("document.querySelector('.filters').matches(':modal')", true);
    browser.press(&[Key::Escape]);
    browser.wait_for(
        "document.querySelector('.filters').matches(':modal')",
        false,
    );

    browser.bring_into_view("thead th:nth-child(1) .sort");
    browser.tap("thead th:nth-child(1) .sort");
    browser.wait_for(
        "new URLSearchParams(location.search).get('sort')",
        "material",
    );
    browser.bring_into_view("thead th:nth-child(3) .also");
    browser.tap("thead th:nth-child(3) .also");
    browser.wait_for(
        "new URLSearchParams(location.search).get('sort')",
        "material,current_density_ma_cm2",
    );
    browser.bring_into_view("tbody tr[id] .opener");
    browser.tap("tbody tr[id] .opener");
    browser.wait_for("document.querySelectorAll('.detail').length", 1);
    assert_eq!(browser.ask(sideways), json!([true, true]));
    browser.bring_into_view(".chip");
    browser.tap(".chip");
    browser.wait_for(SHOWN, "45 of 45 conditions, 26 materials");
    assert_eq!(browser.complaints(), [""; 0]);
}
