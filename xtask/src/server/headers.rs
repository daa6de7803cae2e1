//! The headers each file is sent with: its type, and how long a reader may keep it.
//! Here because a wrong type stops WebAssembly and a wrong age shows old pages.
//! Must not know: which files the site has.

use std::path::Path;

use mime_guess::{Mime, mime};

/// Digits of a hash in a file name: Trunk writes 64 bits without leading zeros, so that one name in sixteen is shorter.
const HASH_DIGITS: std::ops::RangeInclusive<usize> = 12..=16;

/// Headers for a file of the site.
pub fn for_file(path: &Path, status: u16) -> Vec<(&'static str, String)> {
    vec![
        ("Content-Type", content_type(path)),
        ("Cache-Control", cache_control(path, status).to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
    ]
}

fn content_type(path: &Path) -> String {
    let guessed: Mime = mime_guess::from_path(path).first_or_octet_stream();
    let textual = guessed.type_() == mime::TEXT
        || matches!(guessed.subtype().as_str(), "javascript" | "json" | "xml")
        || matches!(
            guessed.suffix().map(|suffix| suffix.as_str()),
            Some("xml" | "json")
        );
    if textual && guessed.get_param(mime::CHARSET).is_none() {
        format!("{guessed}; charset=utf-8")
    } else {
        guessed.to_string()
    }
}

/// A name that changes with the content may be kept for ever; anything else is asked for again.
fn cache_control(path: &Path, status: u16) -> &'static str {
    if status == 200 && is_hashed(path) {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    }
}

/// `site-0123456789abcdef_bg.wasm`: a hash between separators.
fn is_hashed(path: &Path) -> bool {
    let name = path
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default();
    name.split(['-', '_', '.']).skip(1).any(|part| {
        HASH_DIGITS.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_types_are_what_browsers_insist_on() {
        for (name, wanted) in [
            ("index.html", "text/html; charset=utf-8"),
            ("site.js", "text/javascript; charset=utf-8"),
            ("site_bg.wasm", "application/wasm"),
            ("base.css", "text/css; charset=utf-8"),
            ("a.woff2", "font/woff2"),
            ("icon.svg", "image/svg+xml; charset=utf-8"),
            ("table1.csv", "text/csv; charset=utf-8"),
            ("data.json", "application/json; charset=utf-8"),
            ("sitemap.xml", "text/xml; charset=utf-8"),
            ("robots.txt", "text/plain; charset=utf-8"),
            ("LICENSE", "application/octet-stream"),
        ] {
            assert_eq!(content_type(Path::new(name)), wanted, "{name}");
        }
    }

    #[test]
    fn only_hashed_names_are_kept_for_ever() {
        for (name, hashed) in [
            ("site-0123456789abcdef.js", true),
            ("site-0123456789abcdef_bg.wasm", true),
            ("base-a1b2c3d4e5f60718.css", true),
            // Trunk leaves leading zeros out.
            ("site-c7258172099b4ca.js", true),
            ("plotly-basic-3.7.0.min.js", false),
            ("index.html", false),
            ("site-0123456789abcdeg.js", false),
            ("0123456789abcdef.js", false),
        ] {
            assert_eq!(is_hashed(Path::new(name)), hashed, "{name}");
        }
        assert_eq!(
            cache_control(Path::new("site-0123456789abcdef.js"), 404),
            "no-cache"
        );
    }
}
