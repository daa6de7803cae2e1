//! From a requested path to a file of the site, a redirect or a refusal.
//! Here apart from the network so that every rule can be tested as a function.
//! Must not know: sockets, headers, faults made on purpose.

use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;

/// What a path leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// A file, with the status to send it under (404 for the site's own error page).
    File { path: PathBuf, status: u16 },
    /// The same place with a slash at the end, so that relative links resolve.
    Redirect(String),
    /// No file at all.
    Fault(u16),
}

impl Found {
    pub fn status(&self) -> u16 {
        match self {
            Self::File { status, .. } | Self::Fault(status) => *status,
            Self::Redirect(_) => 308,
        }
    }
}

/// Finds `path` (as in the request line, without its query) in the site at `dist`, which was built for `base`.
pub fn find(dist: &Path, base: &str, path: &str) -> Found {
    let home = base.trim_end_matches('/');
    if path == home && !home.is_empty() {
        return Found::Redirect(format!("{home}/"));
    }
    let Some(inside) = path
        .strip_prefix(home)
        .and_then(|rest| rest.strip_prefix('/'))
    else {
        // Another site of the same host: this one's error page does not answer for it.
        return Found::Fault(404);
    };
    let Some(file) = inside_of(dist, inside) else {
        return Found::Fault(400);
    };
    if file.is_dir() {
        if !path.ends_with('/') {
            return Found::Redirect(format!("{path}/"));
        }
        let index = file.join("index.html");
        return if index.is_file() {
            served(index)
        } else {
            missing(dist)
        };
    }
    if file.is_file() && !path.ends_with('/') {
        served(file)
    } else {
        missing(dist)
    }
}

fn served(path: PathBuf) -> Found {
    Found::File { path, status: 200 }
}

fn missing(dist: &Path) -> Found {
    let page = dist.join("404.html");
    if page.is_file() {
        Found::File {
            path: page,
            status: 404,
        }
    } else {
        Found::Fault(404)
    }
}

/// The file a path names, or `None` when it is not text or would leave the folder.
fn inside_of(dist: &Path, path: &str) -> Option<PathBuf> {
    let decoded = percent_decode_str(path).decode_utf8().ok()?;
    let mut file = dist.to_owned();
    for part in decoded.split('/').filter(|part| !part.is_empty()) {
        if matches!(part, "." | "..") || part.contains(['\\', '\0', ':']) {
            return None;
        }
        file.push(part);
    }
    Some(file)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::fs;

    use super::*;

    fn site() -> tempfile::TempDir {
        let outer = tempfile::tempdir().unwrap();
        let dist = outer.path().join("dist");
        fs::create_dir_all(dist.join("table")).unwrap();
        fs::create_dir_all(dist.join("fonts")).unwrap();
        for name in [
            "index.html",
            "404.html",
            "table/index.html",
            "fonts/a b.woff2",
        ] {
            fs::write(dist.join(name), name).unwrap();
        }
        fs::write(outer.path().join("secret.txt"), "outside").unwrap();
        outer
    }

    fn file(dist: &Path, name: &str, status: u16) -> Found {
        Found::File {
            path: dist.join(name),
            status,
        }
    }

    #[test]
    fn paths_lead_to_files_at_the_root() {
        let outer = site();
        let dist = outer.path().join("dist");
        for (path, wanted) in [
            ("/", file(&dist, "index.html", 200)),
            ("/table/", file(&dist, "table/index.html", 200)),
            ("/table", Found::Redirect("/table/".to_owned())),
            ("/table/index.html", file(&dist, "table/index.html", 200)),
            ("/fonts/a%20b.woff2", file(&dist, "fonts/a b.woff2", 200)),
            ("/fonts/", file(&dist, "404.html", 404)),
            ("/index.html/", file(&dist, "404.html", 404)),
            ("/nowhere", file(&dist, "404.html", 404)),
        ] {
            assert_eq!(find(&dist, "/", path), wanted, "{path}");
        }
    }

    #[test]
    fn paths_lead_to_files_under_a_sub_path() {
        let outer = site();
        let dist = outer.path().join("dist");
        for (path, wanted) in [
            ("/some/repo/", file(&dist, "index.html", 200)),
            ("/some/repo", Found::Redirect("/some/repo/".to_owned())),
            (
                "/some/repo/table",
                Found::Redirect("/some/repo/table/".to_owned()),
            ),
            ("/some/repo/none", file(&dist, "404.html", 404)),
            ("/some/repository/", Found::Fault(404)),
            ("/table/", Found::Fault(404)),
            ("/", Found::Fault(404)),
        ] {
            assert_eq!(find(&dist, "/some/repo/", path), wanted, "{path}");
        }
    }

    #[test]
    fn no_path_leaves_the_folder() {
        let outer = site();
        let dist = outer.path().join("dist");
        for path in [
            "/../secret.txt",
            "/%2e%2e/secret.txt",
            "/table/..%2f..%2fsecret.txt",
            "/..%5csecret.txt",
            "/%00",
            "/%ff",
        ] {
            assert_eq!(find(&dist, "/", path), Found::Fault(400), "{path}");
        }
    }

    #[test]
    fn without_an_error_page_a_missing_file_is_still_not_found() {
        let outer = site();
        let dist = outer.path().join("dist");
        fs::remove_file(dist.join("404.html")).unwrap();
        assert_eq!(find(&dist, "/", "/nowhere"), Found::Fault(404));
    }
}
