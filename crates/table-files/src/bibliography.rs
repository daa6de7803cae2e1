//! Some entries of a BibTeX file, as they stand in it.
//! Here because the site writes its bibliography once, and whoever wants a part of it must get the same entries.
//! Must not know: fields of an entry, which table the numbers are from.

/// The entries of these references in the order of the numbers, below a head that says what is missing.
///
/// # Errors
/// If the file holds none of them.
pub fn chosen(file: &str, references: &[u16], head: &[String]) -> Result<String, String> {
    let entries = entries(file);
    let of = |number: &u16| {
        entries
            .iter()
            .find(|entry| number_of(entry) == Some(*number))
            .copied()
    };
    let found: Vec<&str> = references.iter().filter_map(of).collect();
    if found.is_empty() {
        return Err(
            "none of these references could be identified, so none can be cited".to_owned(),
        );
    }
    let missing: Vec<String> = references
        .iter()
        .filter(|number| of(number).is_none())
        .map(ToString::to_string)
        .collect();
    let mut text = String::new();
    for line in head {
        text += &comment(line);
    }
    if !missing.is_empty() {
        text += &comment(&format!(
            "left out, because they could not be identified: {}",
            missing.join(", ")
        ));
    }
    for entry in found {
        text.push('\n');
        text += entry.trim_end();
        text.push('\n');
    }
    Ok(text)
}

/// Outside an entry, BibTeX reads nothing but `@`.
fn comment(line: &str) -> String {
    format!(
        "% {}\n",
        line.replace(['\r', '\n'], " ").replace('@', "(at)")
    )
}

/// Each from its `@` at the beginning of a line to the next one.
fn entries(file: &str) -> Vec<&str> {
    let starts = file
        .match_indices('@')
        .map(|(at, _)| at)
        .filter(|&at| at == 0 || file[..at].ends_with('\n'));
    let mut starts: Vec<usize> = starts.collect();
    starts.push(file.len());
    starts
        .windows(2)
        .filter_map(|ends| file.get(ends[0]..ends[1]))
        .collect()
}

/// 12 of `@article{zhao2019-ref12,`.
fn number_of(entry: &str) -> Option<u16> {
    let (_, rest) = entry.split_once('{')?;
    let (key, _) = rest.split_once(',')?;
    key.trim().rsplit_once("ref")?.1.parse().ok()
}
