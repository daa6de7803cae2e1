//! Markdown to blocks and inlines, with every link, citation and fact mark noted in the ledger.
//! Here because prose in section files and short texts in TOML files use one notation.
//! Must not know: front matter, which names exist.

use std::{iter::Peekable, ops::Range, vec};

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag};

use crate::{Block, Inline, plain_text};

use super::{
    equation::{self, EquationLabel},
    ledger::{Kind, Ledger, Name, Place},
    links,
    source::newlines,
    typography::typeset,
};

type Events<'t> = Peekable<vec::IntoIter<(Event<'t>, Range<usize>)>>;

/// Blocks of a section's body that starts at `first`.
pub(super) fn blocks(
    text: &str,
    first: &Place,
    labels: &[EquationLabel],
    ledger: &mut Ledger,
) -> Vec<Block> {
    let mut reader = Reader::new(text, first, labels, ledger);
    let mut out = Vec::new();
    while reader.events.peek().is_some() {
        out.extend(reader.blocks());
    }
    out
}

/// The inlines of a text of one paragraph that starts at `first`.
pub(super) fn inlines(text: &str, first: &Place, ledger: &mut Ledger) -> Vec<Inline> {
    let mut found = blocks(text, first, &[], ledger);
    match (found.pop(), found.is_empty()) {
        (Some(Block::Paragraph(inlines)), true) => inlines,
        (None, _) => Vec::new(),
        _ => {
            ledger.fault(first, "this text is to be one paragraph");
            Vec::new()
        }
    }
}

struct Reader<'t, 'l> {
    events: Events<'t>,
    text: &'t str,
    first: &'l Place,
    labels: &'l [EquationLabel],
    ledger: &'l mut Ledger,
}

impl<'t, 'l> Reader<'t, 'l> {
    fn new(
        text: &'t str,
        first: &'l Place,
        labels: &'l [EquationLabel],
        ledger: &'l mut Ledger,
    ) -> Self {
        let options = Options::ENABLE_MATH
            | Options::ENABLE_TABLES
            | Options::ENABLE_SMART_PUNCTUATION
            | Options::ENABLE_HEADING_ATTRIBUTES;
        let events: Vec<_> = Parser::new_ext(text, options).into_offset_iter().collect();
        Reader {
            events: events.into_iter().peekable(),
            text,
            first,
            labels,
            ledger,
        }
    }

    fn place(&self, at: &Range<usize>) -> Place {
        Place {
            file: self.first.file.clone(),
            line: self.first.line + newlines(self.text, at.start),
        }
    }

    /// Blocks up to the end of the surrounding one, which is consumed.
    fn blocks(&mut self) -> Vec<Block> {
        let mut out = Vec::new();
        while let Some((event, at)) = self.events.next_if(|(event, _)| opens_block(event)) {
            let place = self.place(&at);
            match event {
                Event::Start(Tag::Paragraph) => out.extend(self.paragraph(&place)),
                Event::Start(Tag::Heading { level, id, .. }) => {
                    out.push(self.heading(level, id.as_deref(), &place))
                }
                Event::Start(Tag::BlockQuote(_)) => out.push(Block::Quote(self.blocks())),
                Event::Start(Tag::List(start)) => out.push(self.list(start.is_some())),
                Event::Start(Tag::Table(_)) => out.push(self.table()),
                Event::Start(Tag::HtmlBlock) => {
                    self.ledger
                        .fault(&place, "raw HTML is not part of the content's notation");
                    self.skip();
                }
                Event::Start(_) => {
                    self.ledger.fault(
                        &place,
                        "only paragraphs, headings, lists, tables and quotations can stand here",
                    );
                    self.skip();
                }
                _ => self
                    .ledger
                    .fault(&place, "a rule is not part of the content's notation"),
            }
        }
        match self.events.peek() {
            // A tight list item holds its text without a paragraph around it.
            Some((event, _)) if !matches!(event, Event::End(_)) => {
                let loose = self
                    .inlines_while(|event| !matches!(event, Event::End(_)) && !opens_block(event));
                out.push(Block::Paragraph(loose));
                out.extend(self.blocks());
            }
            _ => {
                self.events.next();
            }
        }
        out
    }

    fn paragraph(&mut self, place: &Place) -> Option<Block> {
        if let Some((Event::DisplayMath(latex), _)) = self
            .events
            .next_if(|(event, _)| matches!(event, Event::DisplayMath(_)))
        {
            let label = plain_text(&self.inlines());
            let block = equation::block(&latex, label.trim(), place, self.labels, self.ledger);
            if let Some(Block::Equation { id, .. }) = &block {
                self.give_anchor(id, place);
                self.ledger.give(Kind::Equation, id, place);
            }
            return block;
        }
        if let Some((Event::Start(Tag::Image { dest_url, .. }), _)) = self
            .events
            .next_if(|(event, _)| matches!(event, Event::Start(Tag::Image { .. })))
        {
            return self.figure(&dest_url, place);
        }
        Some(Block::Paragraph(self.inlines()))
    }

    /// A figure stands alone in its paragraph, and what it shows is in its own file.
    fn figure(&mut self, target: &str, place: &Place) -> Option<Block> {
        let inside = plain_text(&self.inlines());
        let beside = plain_text(&self.inlines());
        let Some(id) = target.strip_prefix("figure:") else {
            self.ledger
                .fault(place, "a picture is one of ours: ![](figure:id)");
            return None;
        };
        if !inside.is_empty() || !beside.is_empty() {
            self.ledger.fault(
                place,
                "a figure stands in a paragraph of its own, with nothing between its brackets",
            );
        }
        self.ledger.use_name(Kind::Figure, id, place);
        self.ledger.shown_figures.push(Name {
            kind: Kind::Figure,
            text: id.to_owned(),
            place: place.clone(),
        });
        Some(Block::Figure(id.to_owned()))
    }

    fn table(&mut self) -> Block {
        let mut lines = Vec::new();
        while self
            .events
            .next_if(|(event, _)| matches!(event, Event::Start(Tag::TableHead | Tag::TableRow)))
            .is_some()
        {
            let mut cells = Vec::new();
            while self
                .events
                .next_if(|(event, _)| matches!(event, Event::Start(Tag::TableCell)))
                .is_some()
            {
                cells.push(self.inlines());
            }
            self.events.next();
            lines.push(cells);
        }
        self.events.next();
        let header = if lines.is_empty() {
            Vec::new()
        } else {
            lines.remove(0)
        };
        Block::Table {
            header,
            rows: lines,
        }
    }

    fn heading(&mut self, level: HeadingLevel, id: Option<&str>, place: &Place) -> Block {
        let text = self.inlines();
        let id = id.map_or_else(|| anchor(&plain_text(&text)), str::to_owned);
        self.give_anchor(&id, place);
        if level == HeadingLevel::H1 {
            self.ledger.fault(
                place,
                "headings begin with ##, because the section's title is the first",
            );
        }
        Block::Heading {
            level: level as u8,
            id,
            text,
        }
    }

    fn give_anchor(&mut self, id: &str, place: &Place) {
        let file = place.file.file_name().unwrap_or_default().to_string_lossy();
        self.ledger
            .give(Kind::Anchor, &format!("{file}#{id}"), place);
    }

    fn list(&mut self, ordered: bool) -> Block {
        let mut items = Vec::new();
        while self
            .events
            .next_if(|(event, _)| matches!(event, Event::Start(Tag::Item)))
            .is_some()
        {
            items.push(self.blocks());
        }
        self.events.next();
        Block::List { ordered, items }
    }

    /// Inlines up to the end of the surrounding element, which is consumed.
    fn inlines(&mut self) -> Vec<Inline> {
        let out = self.inlines_while(|event| !matches!(event, Event::End(_)));
        self.events.next();
        out
    }

    fn inlines_while(&mut self, belongs: impl Fn(&Event<'_>) -> bool) -> Vec<Inline> {
        let mut out = Vec::new();
        let mut raw = String::new();
        while let Some((event, at)) = self.events.next_if(|(event, _)| belongs(event)) {
            match event {
                Event::Text(piece) => raw.push_str(&piece),
                Event::SoftBreak | Event::HardBreak => raw.push(' '),
                other => {
                    out.extend(typeset(&std::mem::take(&mut raw)));
                    let place = self.place(&at);
                    out.extend(self.inline(other, &place));
                }
            }
        }
        out.extend(typeset(&raw));
        out
    }

    fn inline(&mut self, event: Event<'_>, place: &Place) -> Option<Inline> {
        match event {
            Event::Code(code) => Some(Inline::Code(code.into_string())),
            Event::Start(Tag::Emphasis) => Some(Inline::Emphasis(self.inlines())),
            Event::Start(Tag::Strong) => Some(Inline::Strong(self.inlines())),
            Event::Start(Tag::Link { dest_url, .. }) => {
                let text = self.inlines();
                links::link(&dest_url, text, place, self.ledger)
            }
            Event::InlineHtml(html) => {
                self.ledger.fault(
                    place,
                    format!("raw HTML ({html}) is not part of the content's notation"),
                );
                None
            }
            Event::Start(_) => {
                self.ledger
                    .fault(place, "this element is not part of the content's notation");
                self.skip();
                None
            }
            _ => {
                self.ledger.fault(
                    place,
                    "a formula stands in a paragraph of its own, between $$ and $$",
                );
                None
            }
        }
    }

    /// Passes over the rest of an element whose start was just taken.
    fn skip(&mut self) {
        let mut depth = 1_u32;
        while depth > 0 {
            match self.events.next() {
                Some((Event::Start(_), _)) => depth += 1,
                Some((Event::End(_), _)) => depth -= 1,
                Some(_) => {}
                None => return,
            }
        }
    }
}

fn opens_block(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => !matches!(
            tag,
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
        ),
        Event::Rule => true,
        _ => false,
    }
}

/// `Design levers` to `design-levers`.
fn anchor(title: &str) -> String {
    let words = title
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    words
        .map(str::to_ascii_lowercase)
        .collect::<Vec<_>>()
        .join("-")
}
