//! The deposit's window on a canvas: metal, film, pinholes, electrolyte.
//! Here because one pixel per cell, scaled by the browser, is fast enough and exact.
//! Must not know: time, voltage, controls.

use simulation_worker::Picture;
use wasm_bindgen::{Clamped, JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ImageData};

use crate::platform::theme::{colour, rgb};

type Rgb = [u8; 3];

/// The colour tokens in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    metal: Rgb,
    film: Rgb,
    pinhole: Rgb,
    electrolyte: Rgb,
}

impl Palette {
    /// Reads the tokens; `None` where the browser computes no colours.
    pub fn current() -> Option<Self> {
        let token = |name| rgb(&colour(name)?);
        Some(Self {
            metal: token("--color-metal")?,
            film: token("--color-film")?,
            pinhole: token("--color-hot")?,
            electrolyte: token("--color-electrolyte")?,
        })
    }
}

/// Paints the window, foil at the bottom.
pub fn paint(
    canvas: &HtmlCanvasElement,
    picture: &Picture,
    palette: &Palette,
) -> Result<(), JsValue> {
    if picture.n_x == 0 || picture.n_y == 0 {
        return Ok(());
    }
    canvas.set_width(picture.n_x);
    canvas.set_height(picture.n_y);
    let context = canvas
        .get_context("2d")?
        .and_then(|context| context.dyn_into::<CanvasRenderingContext2d>().ok())
        .ok_or_else(|| JsValue::from_str("this browser offers no 2-D canvas"))?;
    let pixels = pixels(picture, palette);
    let image =
        ImageData::new_with_u8_clamped_array_and_sh(Clamped(&pixels), picture.n_x, picture.n_y)?;
    context.put_image_data(&image, 0.0, 0.0)
}

/// Red, green, blue and opacity of every cell, top row first as a canvas wants it.
fn pixels(picture: &Picture, palette: &Palette) -> Vec<u8> {
    let width = picture.n_x as usize;
    let rows = picture
        .metal
        .chunks_exact(width)
        .zip(picture.mask.chunks_exact(width))
        .rev();
    rows.flat_map(|(metal, mask)| metal.iter().zip(mask))
        .flat_map(|(metal, mask)| {
            let beside = match *mask {
                Picture::FILM => palette.film,
                Picture::PINHOLE => palette.pinhole,
                _ => palette.electrolyte,
            };
            let [r, g, b] = mix(beside, palette.metal, *metal);
            [r, g, b, 255]
        })
        .collect()
}

/// `part` of 255 of `over`, the rest of `under`.
fn mix(under: Rgb, over: Rgb, part: u8) -> Rgb {
    let part = u16::from(part);
    std::array::from_fn(|channel| {
        let blended = u16::from(under[channel]) * (255 - part) + u16::from(over[channel]) * part;
        (blended / 255) as u8
    })
}

#[cfg(test)]
mod tests {
    use simulation_worker::Picture;

    use super::{Palette, pixels};

    const PALETTE: Palette = Palette {
        metal: [100, 100, 100],
        film: [0, 200, 0],
        pinhole: [200, 0, 0],
        electrolyte: [0, 0, 200],
    };

    #[test]
    fn the_foil_is_painted_at_the_bottom() {
        let picture = Picture {
            n_x: 2,
            n_y: 2,
            metal: vec![255, 255, 0, 0],
            mask: vec![
                Picture::OPEN,
                Picture::OPEN,
                Picture::FILM,
                Picture::PINHOLE,
            ],
        };
        let expected = [
            [0, 200, 0, 255],
            [200, 0, 0, 255],
            [100, 100, 100, 255],
            [100, 100, 100, 255],
        ]
        .concat();
        assert_eq!(pixels(&picture, &PALETTE), expected);
    }

    #[test]
    fn a_cell_half_full_is_half_way_between() {
        let picture = Picture {
            n_x: 1,
            n_y: 1,
            metal: vec![51],
            mask: vec![Picture::OPEN],
        };
        assert_eq!(pixels(&picture, &PALETTE), [20, 20, 180, 255]);
    }
}
