//! Which file is wanted: its format, and how much of the table.
//! Here because the order to the worker, the file's name and the choices on the page must agree.
//! Must not know: how a file is written or handed over.

use explorer::{Format, Table, TableView, ViewQuery};
use table_files::FileFormat;

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Table(FileFormat),
    /// BibTeX of the references of the rows.
    References,
}

const fn text(format: Format) -> Kind {
    Kind::Table(FileFormat::Text(format))
}

/// Every kind, by the word in the form and what it is for.
pub const KINDS: [(&str, Kind, &str); 7] = [
    (
        "csv",
        text(Format::Csv),
        "CSV, for programs and spreadsheets",
    ),
    (
        "xlsx",
        Kind::Table(FileFormat::Workbook),
        "Excel workbook (XLSX)",
    ),
    ("tsv", text(Format::Tsv), "TSV, with tabs"),
    ("json", text(Format::Json), "JSON"),
    ("md", text(Format::Markdown), "Markdown table"),
    ("tex", text(Format::Latex), "LaTeX table (booktabs)"),
    ("bib", Kind::References, "BibTeX of the references"),
];

impl Kind {
    /// The kind of this word, otherwise the first.
    pub fn read(word: &str) -> Self {
        let found = KINDS.iter().find(|(known, ..)| *known == word);
        found.map_or(KINDS[0].1, |(_, kind, _)| *kind)
    }

    /// What people paste somewhere else.
    pub fn can_be_copied(self) -> bool {
        matches!(
            self,
            Self::References
                | Self::Table(FileFormat::Text(
                    Format::Csv | Format::Markdown | Format::Latex
                ))
        )
    }

    pub fn file_name(self) -> String {
        match self {
            Self::Table(format) => format!("table-1.{}", format.extension()),
            Self::References => "table-1-references.bib".to_owned(),
        }
    }

    pub fn media_type(self) -> &'static str {
        match self {
            Self::Table(format) => format.media_type(),
            Self::References => "application/x-bibtex;charset=utf-8",
        }
    }
}

/// How much of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// Rows and columns as shown.
    Shown,
    /// Rows as shown, with every column.
    RowsShown,
    Everything,
}

impl Extent {
    pub const ALL: [Self; 3] = [Self::Shown, Self::RowsShown, Self::Everything];

    pub fn words(self) -> &'static str {
        match self {
            Self::Shown => "What is shown",
            Self::RowsShown => "The rows shown, with every column",
            Self::Everything => "The whole table",
        }
    }

    /// Rows and columns by position, in the order of the file.
    pub fn of(
        self,
        table: &Table,
        query: &ViewQuery,
        view: &TableView,
    ) -> (Vec<usize>, Vec<usize>) {
        let rows = match self {
            Self::Everything => (0..table.rows.len()).collect(),
            _ => view.rows.clone(),
        };
        let columns = match self {
            Self::Shown => query.columns(table),
            // The reader's own order, hidden ones among them.
            Self::RowsShown => query.arranged(table),
            Self::Everything => (0..table.columns.len()).collect(),
        };
        (rows, columns)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::services::{content, table};

    #[test]
    fn a_kind_is_read_back_from_its_word_and_names_its_file() {
        for (word, kind, _) in KINDS {
            assert_eq!(Kind::read(word), kind);
            assert!(kind.file_name().ends_with(&format!(".{word}")));
        }
        assert_eq!(Kind::read("docx"), KINDS[0].1);
    }

    #[test]
    fn each_extent_holds_what_it_says() {
        let Ok(review) = content::load() else {
            panic!("the content decodes");
        };
        let table = table::table_1(review);
        let (query, _) = ViewQuery::parse("q=zif-8&sort=-lifespan_h&hide=type", &table, &[]);
        let view = explorer::view(&table, &query);
        let sizes = Extent::ALL.map(|extent| {
            let (rows, columns) = extent.of(&table, &query, &view);
            (rows.len(), columns.len())
        });
        let n_columns = table.columns.len();
        let n_shown = table.columns.iter().filter(|column| column.shown).count();
        assert_eq!(sizes, [(2, n_shown - 1), (2, n_columns), (45, n_columns)]);
    }
}
