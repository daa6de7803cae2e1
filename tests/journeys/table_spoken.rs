//! The table as a screen reader gets it, and what axe finds with everything open.
//! Here because counts, keys, bounds and reasons must be heard as well as seen.
//! Must not know: how it looks.
//!
//! The expected text is `tests/spoken-table.txt`. When it changes on purpose, read the new one that the test prints,
//! as if hearing it, before it is put there.

use std::{collections::BTreeMap, env, fs};

use serde_json::{Value, json};

use crate::{driver::Browser, site};

const EXPECTED: &str = include_str!("../spoken-table.txt");
// Without the phrases that Table 1 prints for functions: here it is told how cells are heard, not what they say.
const VIEW: &str = "/explore/?material=g-c3n4,mmt-zn&lifespan_h=..1200&sort=-lifespan_h,current_density_ma_cm2&near=areal_capacity_mah_cm2:5,current_density_ma_cm2:10&hide=function";

/// The nodes of the browser's accessibility tree below those that fit, one a line, indented.
fn spoken(tree: &Value, roots: impl Fn(&Value) -> bool) -> String {
    let nodes = tree["nodes"].as_array().expect("a tree");
    let by_id: BTreeMap<&str, &Value> = nodes
        .iter()
        .filter_map(|node| Some((node["nodeId"].as_str()?, node)))
        .collect();
    let mut out = String::new();
    for root in nodes.iter().filter(|node| roots(node)) {
        speak(root, &by_id, 0, &mut out);
    }
    out
}

fn speak(node: &Value, by_id: &BTreeMap<&str, &Value>, depth: usize, out: &mut String) {
    let role = node["role"]["value"].as_str().unwrap_or_default();
    let name = node["name"]["value"].as_str().unwrap_or_default().trim();
    let silent = node["ignored"] == true
        || matches!(role, "none" | "generic" | "InlineTextBox")
        || (role == "StaticText" && name.is_empty());
    let mut inner = depth;
    if !silent {
        let states: Vec<String> = node["properties"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|state| {
                let word = state["name"].as_str()?;
                let value = &state["value"]["value"];
                let said = matches!(word, "checked" | "expanded" | "pressed" | "disabled")
                    && *value != json!(false)
                    || word == "expanded";
                said.then(|| format!(" [{word} {value}]").replace('"', ""))
            })
            .collect();
        out.push_str(&format!(
            "{}{role} “{name}”{}\n",
            "  ".repeat(depth),
            states.concat()
        ));
        inner += 1;
        // The parts of a named word are the word again.
        if matches!(role, "StaticText" | "link" | "button" | "image" | "mark") {
            return;
        }
    }
    for child in node["childIds"].as_array().into_iter().flatten() {
        if let Some(child) = child.as_str().and_then(|id| by_id.get(id)) {
            speak(child, by_id, inner, out);
        }
    }
}

#[test]
fn a_filtered_table_is_heard_as_expected() {
    let server = site::at_root();
    let browser = Browser::open();
    browser.set_screen(1280, 900);
    site::open(&browser, &server, VIEW);
    browser.wait_for(
        "document.querySelector('.shown')?.innerText",
        "4 of 45 conditions, 2 materials",
    );
    browser.devtools("Accessibility.enable", &json!({}));
    let tree = browser.devtools("Accessibility.getFullAXTree", &json!({}));
    let heard = spoken(&tree, |node| {
        let role = node["role"]["value"].as_str();
        let name = node["name"]["value"].as_str().unwrap_or_default();
        (role == Some("table") && name.starts_with("Table 1"))
            || (role == Some("status") && node["ignored"] == false)
    });
    // Which key comes first is no matter of sight alone.
    let sorted = browser.ask("[...document.querySelectorAll('th[aria-sort]')].map(head => [head.className, head.ariaSort])");
    assert_eq!(sorted, json!([["number key", "descending"]]));
    assert_eq!(heard.trim(), EXPECTED.trim(), "heard:\n{heard}");
}

const RUN_AXE: &str = "axe.run(document, { iframes: false, resultTypes: ['violations'] }).then(result =>
    result.violations.map(found => found.id + ': ' + found.nodes.map(node =>
        node.target.join(' ') + ' (' + node.any.concat(node.all).map(check => check.message).join('; ') + ')').slice(0, 4).join(', ')))";

#[test]
fn axe_finds_nothing_with_everything_open() {
    let axe = env::var_os("AXE_CORE").expect("AXE_CORE is set by `cargo xtask test`");
    let axe = fs::read_to_string(axe).expect("axe-core is installed");
    let server = site::at_root();
    let browser = Browser::open();
    let view = "/explore/?q=zn&lifespan_h=..3000&group=family&show=n_cycles,n_reported&sort=type,-lifespan_h&near=areal_capacity_mah_cm2:1,current_density_ma_cm2:1&rank=lifespan_h,n_cycles&open=znf2-coating-1,bto-2&colour=red";
    let mut faults = Vec::new();
    for (width, drawer) in [(1440, false), (360, false), (360, true)] {
        browser.set_screen(width, 800);
        site::open(&browser, &server, view);
        browser.wait_for("document.querySelectorAll('.detail').length", 2);
        browser.run_script(
            "document.querySelectorAll('.facet, .disclosure').forEach(part => part.open = true)",
        );
        browser.run_script("document.querySelectorAll('.facet .quiet:not([hidden])').forEach(more => more.click())");
        if drawer {
            browser.run_script(
                "document.querySelectorAll('.disclosure').forEach(part => part.open = false)",
            );
            browser.click(".filters-door");
            browser.wait_for("document.querySelector('.filters').matches(':modal')", true);
        }
        browser.run_script(&axe);
        for theme in ["light", "dark"] {
            browser.set_theme(theme);
            let Value::Array(found) = browser.settle(RUN_AXE) else {
                panic!("axe gave no answer");
            };
            faults.extend(
                found
                    .iter()
                    .map(|fault| format!("{width} px {theme} drawer {drawer}: {fault}")),
            );
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
