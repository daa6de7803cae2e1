//! Who may know whom: the direction of dependencies, over the graph that cargo itself resolves.
//! Here because a solver and a table query stay pure only while something holds them so.
//! Must not know: what any crate does.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package, PackageId};

const SITE: &str = "zinc-interphase-companion";

/// Each crate of the workspace, and the others of the workspace it may depend on.
const MAY_KNOW: [(&str, &[&str]); 11] = [
    ("review", &[]),
    ("explorer", &[]),
    ("electrodeposition", &[]),
    ("worker-envelope", &[]),
    (
        "simulation-worker",
        &["electrodeposition", "worker-envelope"],
    ),
    ("table-files", &["explorer", "worker-envelope"]),
    ("physics-bench", &["electrodeposition"]),
    ("zinc-sim", &["electrodeposition", "physics-bench"]),
    ("explorer-bench", &["explorer"]),
    ("xtask", &["review", "explorer"]),
    (
        SITE,
        &[
            "review",
            "explorer",
            "electrodeposition",
            "simulation-worker",
            "table-files",
        ],
    ),
];

/// Crates that build natively and know nothing of a browser.
const PURE: [&str; 3] = ["review", "explorer", "electrodeposition"];

/// Beginnings of the names of crates that belong to the browser.
const WEB: [&str; 6] = [
    "leptos",
    "wasm-bindgen",
    "web-sys",
    "js-sys",
    "gloo",
    "wasm-streams",
];

/// Rooms of the site, and those that would turn the direction round if they were named there.
const ROOMS_MUST_NOT_KNOW: [(&str, &[&str]); 7] = [
    (
        "behaviours",
        &[
            "pages",
            "widgets",
            "components",
            "services",
            "draw",
            "plot",
            "routes",
        ],
    ),
    ("widgets", &["pages", "behaviours"]),
    ("components", &["pages", "widgets", "behaviours"]),
    (
        "services",
        &["pages", "widgets", "components", "behaviours"],
    ),
    (
        "plot",
        &["pages", "widgets", "components", "services", "behaviours"],
    ),
    (
        "draw",
        &["pages", "widgets", "components", "services", "behaviours"],
    ),
    (
        "platform",
        &[
            "pages",
            "widgets",
            "components",
            "services",
            "draw",
            "plot",
            "behaviours",
        ],
    ),
];

/// The only places that may call the browser's interfaces: beginnings of paths below `src/`.
const BROWSER_ROOMS: [&str; 5] = [
    "behaviours/",
    "platform/",
    "draw/",
    "plot/",
    "services/simulation",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn metadata() -> Metadata {
    MetadataCommand::new()
        .manifest_path(root().join("Cargo.toml"))
        .exec()
        .expect("cargo metadata runs")
}

fn package<'a>(metadata: &'a Metadata, name: &str) -> &'a Package {
    metadata
        .workspace_packages()
        .into_iter()
        .find(|package| package.name.as_str() == name)
        .unwrap_or_else(|| panic!("the workspace has no crate {name}"))
}

/// Every crate that is compiled into `package`, itself included; build scripts and tests are left out.
fn compiled_into(metadata: &Metadata, package: &PackageId) -> BTreeSet<String> {
    let graph = metadata
        .resolve
        .as_ref()
        .expect("cargo metadata resolves the graph");
    let nodes: BTreeMap<_, _> = graph.nodes.iter().map(|node| (&node.id, node)).collect();
    let mut seen = BTreeSet::from([package]);
    let mut open = vec![package];
    while let Some(id) = open.pop() {
        for dependency in &nodes[id].deps {
            let is_normal = dependency
                .dep_kinds
                .iter()
                .any(|kind| kind.kind == DependencyKind::Normal);
            if is_normal && seen.insert(&dependency.pkg) {
                open.push(&dependency.pkg);
            }
        }
    }
    seen.into_iter()
        .map(|id| metadata[id].name.to_string())
        .collect()
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
    {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The source files below `src/`, by their path there, without their comments.
fn site_sources() -> Vec<(String, String)> {
    let src = root().join("src");
    let mut found = Vec::new();
    sources(&src, &mut found);
    assert!(!found.is_empty(), "src/ holds no source");
    found
        .into_iter()
        .map(|path| {
            let name = path
                .strip_prefix(&src)
                .unwrap()
                .to_string_lossy()
                .replace('\\', "/");
            let text = fs::read_to_string(&path).unwrap();
            let code: Vec<_> = text
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .collect();
            (name, code.join("\n"))
        })
        .collect()
}

#[test]
fn crates_know_only_those_below_them() {
    let metadata = metadata();
    let members: BTreeSet<_> = metadata
        .workspace_packages()
        .into_iter()
        .map(|package| package.name.to_string())
        .collect();
    let ruled: BTreeSet<_> = MAY_KNOW
        .iter()
        .map(|(name, _)| (*name).to_owned())
        .collect();
    assert_eq!(
        members, ruled,
        "every crate of the workspace has its rule here, and every rule its crate"
    );
    for (name, may_know) in MAY_KNOW {
        for dependency in &package(&metadata, name).dependencies {
            // Tests may reach further, for example to the server that journeys run against.
            if dependency.kind == DependencyKind::Development || dependency.path.is_none() {
                continue;
            }
            assert!(
                may_know.contains(&dependency.name.as_str()),
                "{name} depends on {}",
                dependency.name
            );
        }
    }
}

#[test]
fn pure_crates_are_built_without_any_web_crate() {
    let metadata = metadata();
    for name in PURE {
        let compiled = compiled_into(&metadata, &package(&metadata, name).id);
        assert!(
            compiled.contains(name) && compiled.len() > 1,
            "{name}: {compiled:?}"
        );
        let web: Vec<_> = compiled
            .iter()
            .filter(|dependency| WEB.iter().any(|web| dependency.starts_with(web)))
            .collect();
        assert!(web.is_empty(), "{name} is built with {web:?}");
    }
    // The same search does find them where they belong.
    let site = compiled_into(&metadata, &package(&metadata, SITE).id);
    for web in ["leptos", "web-sys", "wasm-bindgen"] {
        assert!(site.contains(web), "{web} was not found in the site itself");
    }
}

#[test]
fn rooms_know_only_those_below_them() {
    let sources = site_sources();
    for (room, forbidden) in ROOMS_MUST_NOT_KNOW {
        for (name, code) in sources
            .iter()
            .filter(|(name, _)| name.starts_with(&format!("{room}/")))
        {
            for other in forbidden {
                assert!(
                    !code.contains(&format!("crate::{other}")),
                    "src/{name} knows {other}"
                );
            }
        }
    }
}

#[test]
fn the_browser_is_called_only_from_its_rooms() {
    let outside: Vec<_> = site_sources()
        .into_iter()
        .filter(|(name, code)| {
            code.contains("web_sys") && !BROWSER_ROOMS.iter().any(|room| name.starts_with(room))
        })
        .map(|(name, _)| name)
        .collect();
    assert!(outside.is_empty(), "web_sys is named in {outside:?}");
}

#[test]
fn versions_are_locked_where_tools_must_agree() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let lock = fs::read_to_string(root().join("Cargo.lock"))
        .expect("Cargo.lock is part of the repository");
    let ignored = fs::read_to_string(root().join(".gitignore")).unwrap_or_default();
    assert!(
        !ignored.contains("Cargo.lock"),
        ".gitignore hides Cargo.lock"
    );
    let pinned = manifest
        .lines()
        .find_map(|line| line.strip_prefix("wasm-bindgen = \"="))
        .and_then(|rest| rest.split('"').next())
        .expect("wasm-bindgen is pinned with `=`, because its command-line tool must be the same version");
    let locked = format!("name = \"wasm-bindgen\"\nversion = \"{pinned}\"\n");
    assert!(
        lock.contains(&locked),
        "Cargo.lock does not hold wasm-bindgen {pinned}"
    );
}

/// A sheet whose name carries the hash of its content may be kept for ever, and the hosts are told so.
#[test]
fn every_hashed_sheet_has_its_cache_rule() {
    let shell = fs::read_to_string(root().join("index.html")).unwrap();
    let headers = fs::read_to_string(root().join("public/_headers")).unwrap();
    let sheets: Vec<_> = shell
        .lines()
        .filter(|line| line.contains("rel=\"css\""))
        .filter_map(|line| {
            line.split("href=\"")
                .nth(1)?
                .split(".css")
                .next()?
                .rsplit('/')
                .next()
        })
        .collect();
    assert!(sheets.len() > 10, "{sheets:?}");
    for sheet in sheets {
        assert!(
            headers.contains(&format!("\n/{sheet}-*\n")),
            "public/_headers has no rule for {sheet}"
        );
    }
}

/// A worker's files keep their names when their content changes, so none may fit a rule for what is kept for ever.
#[test]
fn no_worker_is_kept_for_ever() {
    let shell = fs::read_to_string(root().join("index.html")).unwrap();
    let headers = fs::read_to_string(root().join("public/_headers")).unwrap();
    let kept: Vec<_> = headers
        .lines()
        .filter_map(|line| line.strip_suffix("-*")?.strip_prefix('/'))
        .collect();
    let workers: Vec<_> = shell
        .split("<link")
        .filter(|link| link.contains("data-type=\"worker\""))
        .filter_map(|link| link.split("data-bin=\"").nth(1)?.split('"').next())
        .collect();
    assert!(workers.len() > 1 && kept.len() > 10, "{workers:?} {kept:?}");
    for worker in workers {
        let fits = kept
            .iter()
            .find(|kept| worker.starts_with(&format!("{kept}-")));
        assert_eq!(fits, None, "{worker} would be kept for ever");
    }
}
