//! From the bytes somebody sent to pictures we made.

use super::format;
use domain::form::Fault;
use image::{
    DynamicImage, ExtendedColorType, GenericImageView, ImageDecoder, ImageEncoder, ImageError, ImageFormat,
    ImageReader, ImageResult, Limits, RgbImage,
    codecs::{jpeg::JpegEncoder, webp::WebPEncoder},
    imageops::FilterType,
    metadata::Orientation,
};
use std::io::Cursor;

/// Largest file taken in.
pub const MAX_BYTES: usize = 12_000_000;
/// Largest picture taken in, in pixels: looked up in its header, before anything is unpacked.
pub const MAX_PIXELS: u64 = 50_000_000;
/// Unpacked, at 8 bits a channel, the largest picture is 200 MB: deeper ones have to be smaller.
const MAX_UNPACKED: u64 = 200_000_000;
/// A side longer than this is a mistake or a trap.
const MAX_SIDE: u32 = 30_000;

/// Widths kept of a picture, in pixels: a phone, a phone with a fine screen, a desktop.
pub const WIDTHS: [u32; 3] = [480, 960, 1600];
/// Side of the square cut from the middle, for faces and thumbnails.
pub const SQUARE: u32 = 160;
/// Of what is taller than a scroll, this many times its width is kept.
const TALLEST: u32 = 3;

/// JPEG quality: above, files grow faster than pictures improve.
const QUALITY: u8 = 82;
/// A colour profile larger than this costs more than it brings.
const PROFILE_MAX: usize = 4096;

/// A picture at the sizes we keep, smallest first.
#[derive(Debug)]
pub(super) struct Prints {
    pub(super) mime: &'static str,
    /// Of the largest.
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) files: Vec<Print>,
}

#[derive(Debug)]
pub(super) struct Print {
    /// The size it answers for: [`SQUARE`] or one of [`WIDTHS`].
    pub(super) size: u32,
    pub(super) bytes: Vec<u8>,
}

/// How many pixels the header tells of, if it is that of a picture we take in.
pub(super) fn pixels(bytes: &[u8]) -> Result<u64, Fault> {
    let decoder = decoder(bytes)?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels == 0 {
        return Err(Fault::Picture);
    }
    let fits = pixels <= MAX_PIXELS && width.max(height) <= MAX_SIDE && decoder.total_bytes() <= MAX_UNPACKED;
    if fits { Ok(pixels) } else { Err(Fault::Wide { megapixels: MAX_PIXELS / 1_000_000 }) }
}

fn decoder(bytes: &[u8]) -> Result<impl ImageDecoder + '_, Fault> {
    if bytes.len() > MAX_BYTES {
        return Err(Fault::Heavy { limit: u64::try_from(MAX_BYTES).unwrap_or(u64::MAX) });
    }
    let format = format::read(bytes)?;
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(2 * MAX_UNPACKED);
    reader.limits(limits);
    reader.into_decoder().map_err(|error| match error {
        ImageError::Limits(_) => Fault::Wide { megapixels: MAX_PIXELS / 1_000_000 },
        _ => Fault::Picture,
    })
}

/// Draws `bytes` again at the sizes we keep. Slow: not for the async threads.
pub(super) fn print(bytes: &[u8]) -> Result<Prints, Fault> {
    pixels(bytes)?;
    let drawn = format::read(bytes)? != ImageFormat::Jpeg;
    let mut decoder = decoder(bytes)?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten().filter(|profile| is_small_rgb(profile));
    let image = DynamicImage::from_decoder(decoder).map_err(|_| Fault::Picture)?;
    let largest = largest(on_paper(image), orientation);
    let (width, height) = largest.dimensions();
    let mut prints = Prints { mime: "image/jpeg", width, height, files: Vec::new() };
    // Screenshots and drawings are smaller without loss; photographs are not.
    let lossless = drawn && {
        let (webp, jpeg) = (webp(&largest, profile.as_deref()), jpeg(&largest, profile.as_deref()));
        matches!((webp, jpeg), (Ok(webp), Ok(jpeg)) if webp.len() < jpeg.len())
    };
    if lossless {
        prints.mime = "image/webp";
    }
    let mut keep = |size: u32, image: &RgbImage| -> Result<(), Fault> {
        let bytes = if lossless { webp(image, profile.as_deref()) } else { jpeg(image, profile.as_deref()) };
        prints.files.push(Print { size, bytes: bytes.map_err(|_| Fault::Picture)? });
        Ok(())
    };
    keep(SQUARE, &square(&largest))?;
    for size in WIDTHS {
        if size >= width {
            keep(size, &largest)?;
            break;
        }
        let scaled = u64::from(height) * u64::from(size) / u64::from(width);
        keep(size, &scale(&largest, size, u32::try_from(scaled).unwrap_or(1).max(1)))?;
    }
    Ok(prints)
}

/// A profile that fits what we write: red, green and blue (ICC.1:2022, 7.2.6, bytes 16 to 19).
fn is_small_rgb(profile: &[u8]) -> bool {
    profile.len() <= PROFILE_MAX && profile.get(16..20) == Some(b"RGB ")
}

/// What is transparent stands on white, as on paper.
fn on_paper(image: DynamicImage) -> DynamicImage {
    if !image.color().has_alpha() {
        return image;
    }
    let mut image = image.into_rgba8();
    for pixel in image.pixels_mut() {
        let [.., alpha] = pixel.0;
        let [channels @ .., opaque] = &mut pixel.0;
        for channel in channels {
            let blended = u16::from(*channel) * u16::from(alpha) + 255 * u16::from(255 - alpha);
            *channel = u8::try_from((blended + 127) / 255).unwrap_or(u8::MAX);
        }
        *opaque = u8::MAX;
    }
    image.into()
}

/// The largest size we keep, the right way up.
fn largest(image: DynamicImage, orientation: Orientation) -> RgbImage {
    let turned = matches!(
        orientation,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    );
    let (width, height) = image.dimensions();
    let most = WIDTHS.into_iter().max().unwrap_or(SQUARE);
    let (across, down) = if turned { (most * TALLEST, most) } else { (most, most * TALLEST) };
    let (new_width, new_height) = fit(width, height, across, down);
    // A coarse average first: the fine filter over 50 million pixels takes seconds.
    let image =
        if width / 2 > new_width * 2 { image.thumbnail_exact(new_width * 2, new_height * 2) } else { image };
    let image = image.into_rgb8();
    let image = if image.dimensions() == (new_width, new_height) {
        image
    } else {
        scale(&image, new_width, new_height)
    };
    let mut image = DynamicImage::from(image);
    image.apply_orientation(orientation);
    image.into_rgb8()
}

/// The largest size within `across` × `down` of the same shape; never larger than it was.
fn fit(width: u32, height: u32, across: u32, down: u32) -> (u32, u32) {
    let (w, h) = (u64::from(width), u64::from(height));
    let (across, down) = (u64::from(across).min(w), u64::from(down).min(h));
    // Whichever side binds first.
    let (new_w, new_h) = if across * h <= down * w { (across, across * h / w) } else { (down * w / h, down) };
    let side = |n: u64| u32::try_from(n).unwrap_or(1).max(1);
    (side(new_w), side(new_h))
}

fn scale(image: &RgbImage, width: u32, height: u32) -> RgbImage {
    image::imageops::resize(image, width, height, FilterType::CatmullRom)
}

/// The middle of a picture.
fn square(image: &RgbImage) -> RgbImage {
    let (width, height) = image.dimensions();
    let side = width.min(height);
    let middle =
        image::imageops::crop_imm(image, (width - side) / 2, (height - side) / 2, side, side).to_image();
    let kept = side.min(SQUARE);
    if side == kept { middle } else { scale(&middle, kept, kept) }
}

fn jpeg(image: &RgbImage, profile: Option<&[u8]>) -> ImageResult<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, QUALITY);
    encode_profile(&mut encoder, profile);
    encoder.write_image(image.as_raw(), image.width(), image.height(), ExtendedColorType::Rgb8)?;
    Ok(bytes)
}

fn webp(image: &RgbImage, profile: Option<&[u8]>) -> ImageResult<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut encoder = WebPEncoder::new_lossless(&mut bytes);
    encode_profile(&mut encoder, profile);
    encoder.write_image(image.as_raw(), image.width(), image.height(), ExtendedColorType::Rgb8)?;
    Ok(bytes)
}

/// Without its profile a picture shows in slightly other colours: no reason to refuse it.
fn encode_profile(encoder: &mut impl ImageEncoder, profile: Option<&[u8]>) {
    if let Some(profile) = profile {
        let _ = encoder.set_icc_profile(profile.to_vec());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_keep_the_shape_and_never_grow() {
        for (from, to) in [
            ((3200, 1600), (1600, 800)),
            ((400, 300), (400, 300)),
            ((1000, 12_000), (400, 4800)),
            ((30_000, 1), (1600, 1)),
            ((1, 30_000), (1, 4800)),
        ] {
            assert_eq!(fit(from.0, from.1, 1600, 4800), to, "{from:?}");
        }
    }
}
