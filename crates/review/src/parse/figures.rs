//! Figures: `figures/<id>.toml` with the words and `figures/<id>.svg` with the drawing.
//! Here because a drawing and what is said of its parts must agree.
//! Must not know: what a drawing may contain; which section shows it.

use std::{fs, path::Path};

use crate::{Figure, FigureData, FigurePart};

use super::{
    drawing,
    fields::{self, Fields},
    ledger::{Kind, Ledger, Place},
    source::Source,
};

/// All figures, numbered in the order in which `ledger` knows them shown. Without a folder there are none.
pub(super) fn read_all(content_dir: &Path, ledger: &mut Ledger) -> Vec<Figure> {
    let mut names: Vec<String> = fs::read_dir(content_dir.join("figures"))
        .into_iter()
        .flatten()
        .filter_map(Result::ok)
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".toml"))
        .collect();
    names.sort();
    let mut figures: Vec<Figure> = names
        .iter()
        .filter_map(|name| read(content_dir, name, ledger))
        .collect();
    figures.sort_by_key(|figure| figure.number);
    figures
}

fn read(content_dir: &Path, name: &str, ledger: &mut Ledger) -> Option<Figure> {
    let source = Source::read(content_dir, &format!("figures/{name}"), ledger)?;
    let svg_name = format!("figures/{}", name.replace(".toml", ".svg"));
    let svg = Source::read(content_dir, &svg_name, ledger)?;
    let place = source.place(0);
    let read = |fields: &mut Fields<'_>, ledger: &mut Ledger| words(fields, ledger);
    let mut figure = fields::with_document(&source, 0, &source.text, "figure", ledger, read)?;
    if format!("{}.toml", figure.id) != name {
        ledger.fault(
            &place,
            format!("the id \"{}\" is not the file's name", figure.id),
        );
    }
    drawing::check(&svg, &figure, ledger);
    figure.number = number(&figure.id, &place, ledger);
    figure.svg = svg.text.trim().to_owned();
    Some(figure)
}

fn words(fields: &mut Fields<'_>, ledger: &mut Ledger) -> Figure {
    let id = fields.text("id", ledger);
    ledger.give(Kind::Figure, &id, &fields.place_of("id"));
    let notes = fields.texts("notes", ledger);
    for (note, place) in &notes {
        ledger.use_name(Kind::Note, note, place);
    }
    Figure {
        id,
        number: 0,
        title: fields.text("title", ledger),
        subject: fields.text("subject", ledger),
        caption: fields.inlines("caption", ledger),
        alternative: fields.text("alternative", ledger),
        notes: notes.into_iter().map(|(note, _)| note).collect(),
        parts: fields.tables("part", ledger, |fields, ledger| FigurePart {
            id: fields.text("id", ledger),
            label: fields.text("label", ledger),
            text: fields.inlines("text", ledger),
        }),
        data: fields.table("data", ledger, data),
        svg: String::new(),
    }
}

fn data(fields: &mut Fields<'_>, ledger: &mut Ledger) -> FigureData {
    let caption = fields.inlines("caption", ledger);
    let columns = fields.inlines_list("columns", ledger);
    let rows = fields.inline_rows("rows", ledger);
    for (row, place) in &rows {
        if row.len() != columns.len() {
            let message = format!("{} cells below {} columns", row.len(), columns.len());
            ledger.fault(place, message);
        }
    }
    FigureData {
        caption,
        columns,
        rows: rows.into_iter().map(|(row, _)| row).collect(),
    }
}

/// The figure's place among those shown; a figure is shown once.
fn number(id: &str, place: &Place, ledger: &mut Ledger) -> u16 {
    let shown: Vec<usize> = ledger
        .shown_figures
        .iter()
        .enumerate()
        .filter_map(|(index, name)| (name.text == id).then_some(index))
        .collect();
    if shown.len() != 1 {
        let message = format!(
            "the figure \"{id}\" is shown {} times instead of once",
            shown.len()
        );
        ledger.fault(place, message);
    }
    shown
        .first()
        .and_then(|index| u16::try_from(index + 1).ok())
        .unwrap_or_default()
}
