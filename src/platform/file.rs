//! A file that the reader chose or dropped, as text.
//! Here because only the browser may open it, and only when asked.
//! Must not know: what the text means.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, Event, File, HtmlInputElement};

/// A larger file would fill a phone's memory.
const MAX_BYTES: f64 = 50e6;

/// A file of the reader's.
#[derive(Debug, Clone)]
pub struct Chosen(File);

/// The file of a field that changed, which then stands ready for the same file again.
pub fn chosen(event: &Event) -> Option<Chosen> {
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = field.files()?.get(0)?;
    field.set_value("");
    Some(Chosen(file))
}

/// The file that was dropped, if it was one.
pub fn dropped(event: &DragEvent) -> Option<Chosen> {
    event.data_transfer()?.files()?.get(0).map(Chosen)
}

impl Chosen {
    /// `Err` says in words why there is no text.
    pub async fn text(self) -> Result<String, String> {
        let name = self.0.name();
        if self.0.size() > MAX_BYTES {
            return Err(format!("{name} is larger than 50 MB."));
        }
        let text = JsFuture::from(self.0.text()).await;
        text.ok()
            .and_then(|text| text.as_string())
            .ok_or_else(|| format!("{name} could not be read."))
    }
}
