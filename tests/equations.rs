//! The page of equations against the tree: code, tests and validation rows that it names exist, and no row is left out.
//! Here because a name that leads nowhere would look like a proof.
//! Must not know: what an equation says, how its page looks.
#![cfg(feature = "ssr")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{collections::BTreeSet, fs, path::Path};

use companion::{content, equations, prerender, routes::Route};
use electrodeposition::validation::{cases, slow_cases};
use review::Equation;

fn read(path: &str) -> Option<String> {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).ok()
}

fn every(look: impl Fn(&Equation) -> Vec<String>) {
    let found = equations::load().unwrap();
    let faults: Vec<_> = found
        .all()
        .flat_map(|one| {
            look(one)
                .into_iter()
                .map(|fault| format!("{}: {fault}", one.id))
        })
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What is wrong with `electrodeposition::limits::Separator::sand_time_s`: no such file, or no such item in it.
fn fault_of_code(path: &str) -> Option<String> {
    let parts: Vec<&str> = path.split("::").collect();
    let (name, below) = parts.split_first()?;
    // The longest beginning that is a file; the rest are items in it.
    let file_of = |n_modules: usize| {
        let modules = below[..n_modules].join("/");
        let paths = [
            format!("crates/{name}/src/{modules}.rs"),
            format!("crates/{name}/src/{modules}/mod.rs"),
        ];
        paths.iter().find_map(|path| read(path))
    };
    let found = (1..=below.len())
        .rev()
        .find_map(|n_modules| Some((n_modules, file_of(n_modules)?)));
    let Some((n_modules, source)) = found else {
        return Some(format!("{path}: no such module"));
    };
    let declared = |item: &str| {
        ["fn", "struct", "enum", "trait", "const", "static"]
            .iter()
            .any(|kind| {
                let start = format!("{kind} {item}");
                source.match_indices(&start).any(|(at, _)| {
                    let next = source[at + start.len()..].chars().next();
                    next.is_some_and(|c| !c.is_alphanumeric() && c != '_')
                })
            })
    };
    let absent = below[n_modules..].iter().find(|item| !declared(item))?;
    Some(format!("{path}: no item \"{absent}\""))
}

/// What is wrong with `crates/x/tests/y.rs::a_test`.
fn fault_of_test(path: &str) -> Option<String> {
    let Some((file, name)) = path.split_once("::") else {
        return Some(format!("{path}: names no test in a file"));
    };
    let Some(source) = read(file) else {
        return Some(format!("{path}: no such file"));
    };
    let Some(at) = source.find(&format!("fn {name}()")) else {
        return Some(format!("{path}: no such function"));
    };
    let before = source[..at].trim_end_matches(' ');
    let attributes = before
        .lines()
        .rev()
        .take_while(|line| line.trim().starts_with('#'));
    let is_test = attributes.into_iter().any(|line| line.trim() == "#[test]");
    (!is_test).then(|| format!("{path}: is no test"))
}

#[test]
fn every_named_piece_of_code_exists() {
    every(|one| {
        assert!(!one.code.is_empty(), "{} names no code", one.id);
        one.code
            .iter()
            .filter_map(|path| fault_of_code(path))
            .collect()
    });
}

#[test]
fn every_named_test_exists() {
    every(|one| {
        one.tests
            .iter()
            .filter_map(|path| fault_of_test(path))
            .collect()
    });
}

/// The looks above must be able to fail.
#[test]
fn names_that_lead_nowhere_are_found() {
    for (path, said) in [
        ("electrodeposition::limit::Separator", "no such module"),
        (
            "electrodeposition::limits::Separators",
            "no item \"Separators\"",
        ),
        (
            "electrodeposition::limits::Separator::sand",
            "no item \"sand\"",
        ),
    ] {
        let fault = fault_of_code(path).expect(path);
        assert!(fault.ends_with(said), "{fault}");
    }
    for (path, said) in [
        ("crates/electrodeposition/tests/cells.rs::x", "no such file"),
        (
            "crates/electrodeposition/tests/cell.rs::salt_is_lost",
            "no such function",
        ),
        ("crates/zinc-sim/src/main.rs::main", "is no test"),
    ] {
        let fault = fault_of_test(path).expect(path);
        assert!(fault.ends_with(said), "{fault}");
    }
}

#[test]
fn every_named_row_is_a_validation_case_and_every_case_is_named() {
    let rows: BTreeSet<&str> = cases().chain(slow_cases()).map(|case| case.name).collect();
    every(|one| {
        let unknown = one
            .validation
            .iter()
            .filter(|name| !rows.contains(name.as_str()));
        unknown
            .map(|name| format!("no validation case \"{name}\""))
            .collect()
    });
    let found = equations::load().unwrap();
    let named: BTreeSet<&str> = found
        .all()
        .flat_map(|one| one.validation.iter().map(String::as_str))
        .collect();
    let left_out: Vec<_> = rows.difference(&named).collect();
    println!("{} rows of validation, {} named", rows.len(), named.len());
    assert!(left_out.is_empty(), "no equation names {left_out:?}");
}

#[test]
fn the_page_shows_every_formula_symbol_and_number() {
    let shell = "<html lang=\"en\"><head><!--head--></head><body><!--app--></body></html>";
    let site = prerender::Site {
        base: String::new(),
        origin: None,
    };
    let review = content::load().unwrap();
    let page = prerender::page(shell, &Route::Equations, review, &site).unwrap();
    // Below them stand the notes, one of which holds the review's own equation.
    let (page, _) = page.split_once("class=\"cards\"").unwrap();
    let found = equations::load().unwrap();
    let (mut n_formulas, mut n_symbols) = (0, 0);
    for one in found.all() {
        n_formulas += one.formulas.len();
        n_symbols += one.symbols.len();
        let number = found.number_of(&one.id).unwrap();
        assert!(page.contains(&format!("({number})")), "{}", one.id);
        assert!(page.contains(&format!("id=\"{}\"", one.id)), "{}", one.id);
    }
    let count = |wanted: &str| page.matches(wanted).count();
    println!(
        "{} equations, {n_formulas} formulas, {n_symbols} symbols, {} kB",
        found.all().count(),
        page.len() / 1000
    );
    assert_eq!(count("<math"), n_formulas + n_symbols);
    assert_eq!(count("data-copy="), found.all().count());
    // Each row of validation that an equation names leads to that row; its page holds the anchor.
    let n_rows: usize = found.all().map(|one| one.validation.len()).sum();
    let links: Vec<&str> = page
        .split("href=\"/simulate/validation/#")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert_eq!(links.len(), n_rows);
    let validation = prerender::page(shell, &Route::Validation, review, &site).unwrap();
    for link in links {
        assert!(validation.contains(&format!("id=\"{link}\"")), "{link}");
    }
    for row in electrodeposition::parameters::parameters() {
        assert!(
            page.contains(&format!("id=\"{}\"", row.path)),
            "{}",
            row.path
        );
    }
}
