//! What the feed's first load weighs on the way to the browser.

use super::Scene;
use crate::{Outcome, browser::Browser, figures::number, html, report::Report};
use hyper::header;

pub async fn measure(scene: &Scene<'_>, report: &mut Report) -> Outcome {
    eprintln!("→ Weight of the feed's first load");
    let mut browser = scene.employee.browser().await?;
    let page = browser.page("/").await?;
    let files = html::files(&page);
    let kinds = [
        ("js_wasm_brotli_bytes", &files.code, true),
        ("css_brotli_bytes", &files.style, true),
        // Fonts are compressed inside; those named in the head are loaded at once.
        ("fonts_bytes", &files.fonts, false),
    ];
    if !files.code.iter().any(|path| path.ends_with(".wasm")) {
        return Err(format!("the home feed loads no WASM: {:?}", files.code));
    }
    for (name, paths, compressed) in kinds {
        let mut sum = 0;
        for path in paths {
            let weight = weigh(&mut browser, path, compressed).await?;
            eprintln!("  {path}: {weight} bytes");
            sum += weight;
        }
        report.line(name, number(sum), "bytes", paths.len());
    }
    Ok(())
}

/// Bytes of the body of a file as it travels.
async fn weigh(browser: &mut Browser, path: &str, compressed: bool) -> Outcome<usize> {
    let answer = browser.file(path).await?;
    let coding = answer.header(header::CONTENT_ENCODING).to_owned();
    if answer.status != 200 || answer.body.is_empty() || (compressed && coding != "br") {
        return Err(format!(
            "{path} answered {} with {} bytes, encoding {coding:?}",
            answer.status,
            answer.body.len()
        ));
    }
    Ok(answer.body.len())
}
