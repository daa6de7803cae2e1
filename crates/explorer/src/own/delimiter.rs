//! Which sign separates the fields of a file.
//! Here because spreadsheets write commas, semicolons or tabs, by country and by way of copying.
//! Must not know: what the fields mean.

/// The sign that the first line with content holds most often outside quotes; a comma if it holds none.
pub(super) fn of(text: &str) -> u8 {
    let header = text
        .lines()
        .find(|line| !line.starts_with('#') && !line.trim().is_empty())
        .unwrap_or_default();
    let mut counts = [(b'\t', 0), (b';', 0), (b',', 0)];
    let mut quoted = false;
    for byte in header.bytes() {
        quoted ^= byte == b'"';
        if let Some((_, n)) = counts.iter_mut().find(|(sign, _)| *sign == byte && !quoted) {
            *n += 1;
        }
    }
    // The last of equals wins: the comma.
    let most = counts.iter().max_by_key(|(_, n)| *n);
    most.map_or(b',', |&(sign, _)| sign)
}
