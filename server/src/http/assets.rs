//! The browser's files: read once at start, served from memory, compressed beforehand, under
//! addresses that change with their content.

use super::compress::accepts;
use app::visit::AssetPaths;
use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use sha2::{Digest, Sha256};
use std::{collections::HashMap, io, path::Path, sync::Arc};

pub struct Assets {
    files: HashMap<String, Asset>,
    paths: Arc<AssetPaths>,
}

struct Asset {
    bytes: Bytes,
    brotli: Option<Bytes>,
    mime: HeaderValue,
    tag: HeaderValue,
    /// Reached by an address that holds its hash: kept for good.
    immutable: bool,
}

impl Assets {
    /// Reads the folder that `make assets` wrote.
    pub fn read(folder: &Path) -> io::Result<Assets> {
        let mut files = HashMap::new();
        read_folder(folder, "", &mut files)?;
        let mut assets = Assets { files, paths: Arc::default() };
        let paths = AssetPaths {
            // The second names are those that `cargo leptos` gives.
            css: assets.first(["/main.css", "/pkg/preau.css"]),
            js: assets.immutable("/pkg/preau.js"),
            wasm: assets.first(["/pkg/preau_bg.wasm", "/pkg/preau.wasm"]),
            icons: "/icons.svg".into(),
            fonts: assets.fonts(),
        };
        assets.paths = Arc::new(paths);
        Ok(assets)
    }

    pub fn paths(&self) -> Arc<AssetPaths> {
        self.paths.clone()
    }

    fn fonts(&self) -> Vec<String> {
        let mut fonts: Vec<_> = self.files.keys().filter(|path| path.ends_with(".woff2")).cloned().collect();
        fonts.sort();
        fonts.truncate(2);
        fonts
    }

    /// The one of two files that is there, as [`Assets::immutable`].
    fn first(&mut self, paths: [&str; 2]) -> String {
        let [usual, other] = paths;
        let path =
            if self.files.contains_key(other) && !self.files.contains_key(usual) { other } else { usual };
        self.immutable(path)
    }

    /// Makes the file reachable by an address with its hash in it, and gives that address.
    fn immutable(&mut self, path: &str) -> String {
        let Some(asset) = self.files.get(path) else { return path.to_owned() };
        let hash: String =
            asset.tag.to_str().unwrap_or_default().trim_matches('"').chars().take(12).collect();
        let hashed = match path.rsplit_once('.') {
            Some((stem, extension)) => format!("{stem}.{hash}.{extension}"),
            None => format!("{path}.{hash}"),
        };
        let asset = Asset {
            bytes: asset.bytes.clone(),
            brotli: asset.brotli.clone(),
            mime: asset.mime.clone(),
            tag: asset.tag.clone(),
            immutable: true,
        };
        self.files.insert(hashed.clone(), asset);
        hashed
    }

    /// The file at `path`, if there is one.
    pub fn answer(&self, path: &str, headers: &HeaderMap) -> Option<Response> {
        let asset = self.files.get(path)?;
        let mut response = if headers.get(header::IF_NONE_MATCH) == Some(&asset.tag) {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            match asset.brotli.as_ref().filter(|_| accepts(headers, "br")) {
                Some(brotli) => {
                    let mut response = Body::from(brotli.clone()).into_response();
                    response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
                    response
                }
                None => Body::from(asset.bytes.clone()).into_response(),
            }
        };
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, asset.mime.clone());
        headers.insert(header::ETAG, asset.tag.clone());
        headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
        let keep = match (asset.immutable, path.starts_with("/fonts/")) {
            (true, _) | (_, true) => "public, max-age=31536000, immutable",
            _ => "public, max-age=3600",
        };
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
        Some(response)
    }
}

fn read_folder(folder: &Path, prefix: &str, files: &mut HashMap<String, Asset>) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}/{name}");
        if entry.file_type()?.is_dir() {
            read_folder(&entry.path(), &path, files)?;
        } else if !name.ends_with(".br") && !name.starts_with('.') {
            let bytes = std::fs::read(entry.path())?;
            let compressed = entry.path().with_file_name(format!("{name}.br"));
            let brotli = std::fs::read(compressed).ok().map(Bytes::from);
            files.insert(path, asset(&name, bytes, brotli)?);
        }
    }
    Ok(())
}

fn asset(name: &str, bytes: Vec<u8>, brotli: Option<Bytes>) -> io::Result<Asset> {
    let hash: String = Sha256::digest(&bytes).iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    let mime = match name.rsplit('.').next() {
        Some("webmanifest") => "application/manifest+json".to_owned(),
        Some("js") => "text/javascript; charset=utf-8".to_owned(),
        Some("css") => "text/css; charset=utf-8".to_owned(),
        Some("txt") => "text/plain; charset=utf-8".to_owned(),
        _ => mime_guess::from_path(name).first_or_octet_stream().to_string(),
    };
    Ok(Asset {
        bytes: Bytes::from(bytes),
        brotli,
        mime: HeaderValue::from_str(&mime).map_err(io::Error::other)?,
        tag: HeaderValue::from_str(&format!("\"{hash}\"")).map_err(io::Error::other)?,
        immutable: false,
    })
}
