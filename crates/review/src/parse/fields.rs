//! One TOML table read field by field, each fault with its line.
//! Here because derived deserialisation stops at the first missing field and we report them all.
//! Must not know: which files and fields there are.

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::Inline;

use super::{
    diagnostic::nearest,
    ledger::{Ledger, Place},
    markdown,
    source::Source,
};

/// A TOML table that remembers which fields it was asked for.
pub(super) struct Fields<'a> {
    source: &'a Source,
    /// Where the TOML text begins in the file, in bytes.
    base: usize,
    table: &'a DeTable<'a>,
    place: Place,
    /// What the table describes: `material`.
    what: &'static str,
    asked: Vec<&'static str>,
}

/// Runs `read` on the table of a TOML text that starts at byte `base` of the file.
pub(super) fn with_document<T>(
    source: &Source,
    base: usize,
    text: &str,
    what: &'static str,
    ledger: &mut Ledger,
    read: impl FnOnce(&mut Fields<'_>, &mut Ledger) -> T,
) -> Option<T> {
    let (document, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let at = base + error.span().map_or(0, |span| span.start);
        ledger.fault(
            &source.place(at),
            format!("not valid TOML: {}", error.message()),
        );
    }
    if !errors.is_empty() {
        return None;
    }
    let mut fields = Fields {
        source,
        base,
        table: document.get_ref(),
        place: source.place(base),
        what,
        asked: Vec::new(),
    };
    let out = read(&mut fields, ledger);
    fields.refuse_unasked(ledger);
    Some(out)
}

impl<'a> Fields<'a> {
    /// Where the table begins.
    pub fn place(&self) -> Place {
        self.place.clone()
    }

    /// Where the field's value stands, or the table where there is none.
    pub fn place_of(&self, key: &str) -> Place {
        self.table
            .get(key)
            .map_or_else(|| self.place(), |value| self.at(value))
    }

    /// A required text that says something.
    pub fn text(&mut self, key: &'static str, ledger: &mut Ledger) -> String {
        let text = self.text_or_empty(key, ledger);
        if text.trim().is_empty()
            && self
                .table
                .get(key)
                .is_some_and(|value| value.get_ref().is_str())
        {
            ledger.fault(&self.place_of(key), format!("\"{key}\" is empty"));
        }
        text
    }

    /// A required text that may be empty.
    pub fn text_or_empty(&mut self, key: &'static str, ledger: &mut Ledger) -> String {
        self.required(key, ledger);
        self.optional_text(key, ledger).unwrap_or_default()
    }

    pub fn optional_text(&mut self, key: &'static str, ledger: &mut Ledger) -> Option<String> {
        let value = self.get(key)?;
        match value.get_ref() {
            DeValue::String(text) => Some(text.to_string()),
            other => self.wrong(key, value, "a text", other, ledger),
        }
    }

    /// A required text in the content's Markdown, one paragraph.
    pub fn inlines(&mut self, key: &'static str, ledger: &mut Ledger) -> Vec<Inline> {
        let text = self.text(key, ledger);
        let mut first = self.place_of(key);
        let opened = self
            .table
            .get(key)
            .map_or(0, |value| self.base + value.span().start);
        // TOML drops the line end right after the opening quotes.
        if self
            .source
            .text
            .get(opened..)
            .is_some_and(|rest| rest.starts_with("\"\"\"\n"))
        {
            first.line += 1;
        }
        markdown::inlines(&text, &first, ledger)
    }

    pub fn flag(&mut self, key: &'static str, ledger: &mut Ledger) -> bool {
        self.required(key, ledger);
        let Some(value) = self.get(key) else {
            return false;
        };
        match value.get_ref() {
            DeValue::Boolean(flag) => *flag,
            other => self
                .wrong(key, value, "true or false", other, ledger)
                .unwrap_or_default(),
        }
    }

    /// A required whole number.
    pub fn number(&mut self, key: &'static str, ledger: &mut Ledger) -> u16 {
        self.required(key, ledger);
        self.optional_number(key, ledger).unwrap_or_default()
    }

    pub fn optional_number(&mut self, key: &'static str, ledger: &mut Ledger) -> Option<u16> {
        let value = self.get(key)?;
        whole(value).or_else(|| self.wrong(key, value, "a whole number", value.get_ref(), ledger))
    }

    /// A required list of whole numbers with their places.
    pub fn numbers(&mut self, key: &'static str, ledger: &mut Ledger) -> Vec<(u16, Place)> {
        let items = self.list(key, ledger);
        let read =
            |value: &&Spanned<DeValue<'a>>| whole(value).map(|number| (number, self.at(value)));
        let numbers: Vec<_> = items.iter().filter_map(read).collect();
        if numbers.len() < items.len() {
            ledger.fault(
                &self.place_of(key),
                format!("\"{key}\" is to hold whole numbers only"),
            );
        }
        numbers
    }

    /// A required list of texts with their places.
    pub fn texts(&mut self, key: &'static str, ledger: &mut Ledger) -> Vec<(String, Place)> {
        let items = self.list(key, ledger);
        let read = |value: &&Spanned<DeValue<'a>>| {
            value
                .get_ref()
                .as_str()
                .map(|text| (text.to_owned(), self.at(value)))
        };
        let texts: Vec<_> = items.iter().filter_map(read).collect();
        if texts.len() < items.len() {
            ledger.fault(
                &self.place_of(key),
                format!("\"{key}\" is to hold texts only"),
            );
        }
        texts
    }

    /// A required list of texts in the content's Markdown, one paragraph each.
    pub fn inlines_list(&mut self, key: &'static str, ledger: &mut Ledger) -> Vec<Vec<Inline>> {
        let texts = self.texts(key, ledger);
        let set = |(text, place): &(String, Place)| markdown::inlines(text, place, ledger);
        texts.iter().map(set).collect()
    }

    /// A required list of rows, each a list of texts in the content's Markdown, with the row's place.
    pub fn inline_rows(
        &mut self,
        key: &'static str,
        ledger: &mut Ledger,
    ) -> Vec<(Vec<Vec<Inline>>, Place)> {
        let rows = self.list(key, ledger);
        let mut out = Vec::new();
        for row in rows {
            let place = self.at(row);
            let cells = row
                .get_ref()
                .as_array()
                .into_iter()
                .flat_map(|cells| cells.iter());
            let texts: Vec<_> = cells
                .filter_map(|cell| Some((cell.get_ref().as_str()?, self.at(cell))))
                .collect();
            let set = |(text, place): &(&str, Place)| markdown::inlines(text, place, ledger);
            out.push((texts.iter().map(set).collect(), place));
        }
        out
    }

    /// A required number with or without decimals.
    pub fn decimal(&mut self, key: &'static str, ledger: &mut Ledger) -> f64 {
        self.required(key, ledger);
        self.optional_decimal(key, ledger).unwrap_or_default()
    }

    /// A number with or without decimals, where there is one.
    pub fn optional_decimal(&mut self, key: &'static str, ledger: &mut Ledger) -> Option<f64> {
        let value = self.get(key)?;
        let read = match value.get_ref() {
            DeValue::Float(number) => number.as_str().parse().ok(),
            DeValue::Integer(number) => number.as_str().parse().ok(),
            _ => None,
        };
        read.or_else(|| self.wrong(key, value, "a number", value.get_ref(), ledger))
    }

    /// Runs `read` on the table of this name, where there is one.
    pub fn table<T>(
        &mut self,
        key: &'static str,
        ledger: &mut Ledger,
        read: impl FnOnce(&mut Fields<'_>, &mut Ledger) -> T,
    ) -> Option<T> {
        let value = self.get(key)?;
        let DeValue::Table(table) = value.get_ref() else {
            return self.wrong(key, value, "a table", value.get_ref(), ledger);
        };
        let mut fields = Fields {
            source: self.source,
            base: self.base,
            table,
            place: self.at(value),
            what: key,
            asked: Vec::new(),
        };
        let out = read(&mut fields, ledger);
        fields.refuse_unasked(ledger);
        Some(out)
    }

    /// Runs `read` on each table of an array of tables, which may be absent.
    pub fn tables<T>(
        &mut self,
        key: &'static str,
        ledger: &mut Ledger,
        mut read: impl FnMut(&mut Fields<'_>, &mut Ledger) -> T,
    ) -> Vec<T> {
        let mut out = Vec::new();
        let Some(value) = self.get(key) else {
            return out;
        };
        let entries = value
            .get_ref()
            .as_array()
            .into_iter()
            .flat_map(|array| array.iter());
        let tables: Vec<_> = entries
            .filter_map(|entry| Some((entry, entry.get_ref().as_table()?)))
            .collect();
        if tables.is_empty() {
            ledger.fault(
                &self.at(value),
                format!("\"{key}\" is to be written as [[{key}]] tables"),
            );
        }
        for (entry, table) in tables {
            let mut fields = Fields {
                source: self.source,
                base: self.base,
                table,
                place: self.at(entry),
                what: key,
                asked: Vec::new(),
            };
            out.push(read(&mut fields, ledger));
            fields.refuse_unasked(ledger);
        }
        out
    }

    fn list(&mut self, key: &'static str, ledger: &mut Ledger) -> Vec<&'a Spanned<DeValue<'a>>> {
        self.required(key, ledger);
        let Some(value) = self.get(key) else {
            return Vec::new();
        };
        match value.get_ref() {
            DeValue::Array(items) => items.iter().collect(),
            other => self
                .wrong(key, value, "a list", other, ledger)
                .unwrap_or_default(),
        }
    }

    fn get(&mut self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.asked.push(key);
        self.table.get(key)
    }

    fn at(&self, value: &Spanned<DeValue<'_>>) -> Place {
        self.source.place(self.base + value.span().start)
    }

    fn required(&self, key: &str, ledger: &mut Ledger) {
        if !self.table.contains_key(key) {
            ledger.fault(&self.place, format!("{} without \"{key}\"", self.what));
        }
    }

    fn wrong<T>(
        &self,
        key: &str,
        value: &Spanned<DeValue<'_>>,
        wanted: &str,
        found: &DeValue<'_>,
        ledger: &mut Ledger,
    ) -> Option<T> {
        let message = format!("\"{key}\" is to be {wanted}, not {}", found.type_str());
        ledger.fault(&self.at(value), message);
        None
    }

    fn refuse_unasked(&self, ledger: &mut Ledger) {
        for (key, _) in self.table.iter() {
            let name: &str = key.get_ref();
            if !self.asked.contains(&name) {
                let place = self.source.place(self.base + key.span().start);
                let message = format!("{} has no field \"{name}\"", self.what);
                ledger.fault_suggesting(&place, message, nearest(name, self.asked.iter().copied()));
            }
        }
    }
}

fn whole(value: &Spanned<DeValue<'_>>) -> Option<u16> {
    let integer = value.get_ref().as_integer()?;
    u16::from_str_radix(integer.as_str(), integer.radix()).ok()
}
