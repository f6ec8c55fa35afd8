//! Which picture formats are read, and what the others are called, so that a refusal says what to do.

use domain::form::Fault;
use image::ImageFormat;

/// The format of a picture we read; one we do not is told by its name.
pub(super) fn read(bytes: &[u8]) -> Result<ImageFormat, Fault> {
    match image::guess_format(bytes) {
        Ok(format @ (ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP | ImageFormat::Gif)) => {
            Ok(format)
        }
        _ => Err(name(bytes).map_or(Fault::Picture, |name| Fault::Format { name: name.to_owned() })),
    }
}

/// What people may take for a picture and send. AVIF and HEIC are boxes of the ISO media file format,
/// whose first one names its brand (ISO/IEC 14496-12, 4.3; ISO/IEC 23008-12, 10.2; AVIF 1.1, 6).
fn name(bytes: &[u8]) -> Option<&'static str> {
    if bytes.get(4..8) == Some(b"ftyp") {
        let brands = bytes.get(8..40.min(bytes.len()))?;
        let has = |brand: &[u8]| brands.chunks(4).any(|found| found == brand);
        return Some(match () {
            () if has(b"avif") || has(b"avis") => "AVIF",
            () if has(b"heic") || has(b"heix") || has(b"hevc") || has(b"heim") || has(b"heis") => "HEIC",
            () if has(b"mif1") || has(b"msf1") => "HEIF",
            () => "MP4",
        });
    }
    let start = bytes.get(..512.min(bytes.len()))?;
    let text = String::from_utf8_lossy(start).to_ascii_lowercase();
    let signatures: [(&[u8], &str); 7] = [
        (b"II*\0", "TIFF"),
        (b"MM\0*", "TIFF"),
        (b"BM", "BMP"),
        (b"%PDF-", "PDF"),
        (b"\0\0\x01\0", "ICO"),
        (b"8BPS", "PSD"),
        (b"\xFF\x0A", "JPEG XL"),
    ];
    if let Some((_, name)) = signatures.iter().find(|(signature, _)| bytes.starts_with(signature)) {
        return Some(name);
    }
    text.contains("<svg").then_some("SVG")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_that_is_not_read_is_told_by_its_name() {
        let named = |bytes: &[u8]| match read(bytes) {
            Err(Fault::Format { name }) => name,
            other => format!("{other:?}"),
        };
        for (bytes, name) in [
            (&b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"[..], "HEIC"),
            (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", "HEIC"),
            (b"\0\0\0\x18ftypavif\0\0\0\0avifmif1", "AVIF"),
            (b"\0\0\0\x18ftypmif1\0\0\0\0mif1mia1", "HEIF"),
            (b"\0\0\0\x18ftypisom\0\0\0\0isomiso2", "MP4"),
            (b"II*\0\x08\0\0\0", "TIFF"),
            (b"BM\x46\0\0\0\0\0\0\0", "BMP"),
            (b"<?xml version='1.0'?><SVG onload='x'/>", "SVG"),
            (b"%PDF-1.7", "PDF"),
        ] {
            assert_eq!(named(bytes), name);
        }
        for nothing in [&b""[..], b"Bonjour", b"\0\0\0\x18ftyp"] {
            let answer = read(nothing);
            assert!(matches!(answer, Err(Fault::Picture | Fault::Format { .. })), "{answer:?}");
        }
    }
}
