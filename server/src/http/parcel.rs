//! A community with its pictures and files in one archive, for those who answer for it.
//!
//! The archive is made while it is sent: nothing of it lies on the disk, and little in memory.

use super::{
    House,
    export::{Opened, Rest, open},
};
use axum::{
    body::Body,
    extract::{Path, Request, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use domain::id::PostId;
use futures::stream;
use services::media::Whole;
use std::{
    fs::File,
    io::{self, BufWriter, Write},
    time::Duration,
};
use tokio::{
    runtime::Handle,
    sync::{Semaphore, mpsc},
    time::timeout,
};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// Archives made at once: each has a thread for as long as somebody takes it in.
static PACKING: Semaphore = Semaphore::const_new(4);
/// Who takes in nothing for so long has gone.
const SILENCE: Duration = Duration::from_secs(60);
/// Pieces on their way; a slow line holds the packing up.
const PIECES: usize = 4;
const PIECE: usize = 128 * 1024;
/// Pictures and files asked for at once.
const BATCH: usize = 50;

/// The text of [`super::export`] and what was posted with it.
pub async fn community(State(house): State<House>, Path(slug): Path<String>, request: Request) -> Response {
    let Opened { name, first, rest } = match open(&house, slug, request).await {
        Ok(opened) => opened,
        Err(status) => return status.into_response(),
    };
    let Ok(turn) = PACKING.try_acquire() else {
        return (StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, "60")]).into_response();
    };
    let rest = rest.packed();
    let (pieces, coming) = mpsc::channel(PIECES);
    let (runtime, named) = (Handle::current(), name.clone());
    tokio::task::spawn_blocking(move || {
        let _turn = turn;
        let pipe = Pipe { runtime: runtime.clone(), pieces: pieces.clone() };
        if let Err(error) = pack(&named, &first, rest, pipe) {
            // The line is cut: what was sent is not all.
            runtime.block_on(sent(&pieces, Err(error)));
        }
    });
    let body = stream::unfold(coming, |mut coming| async move { Some((coming.recv().await?, coming)) });
    let headers = [
        (header::CONTENT_TYPE, "application/zip".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.zip\"")),
    ];
    (headers, Body::from_stream(body)).into_response()
}

/// The text first, then pictures and files in a folder for each post. Blocks.
fn pack(name: &str, first: &str, mut rest: Rest, pipe: Pipe) -> io::Result<()> {
    let runtime = pipe.runtime.clone();
    let mut archive = ZipWriter::new_stream(BufWriter::with_capacity(PIECE, pipe));
    // Pictures and office documents are packed already.
    let entry = SimpleFileOptions::default().compression_method(CompressionMethod::Stored).large_file(true);
    archive.start_file(format!("{name}.md"), entry)?;
    archive.write_all(first.as_bytes())?;
    while let Some(text) = runtime.block_on(rest.part()).map_err(io::Error::other)? {
        archive.write_all(text.as_bytes())?;
    }
    for batch in rest.beside().chunks(BATCH) {
        let media: Vec<_> = batch.iter().map(|(.., media)| *media).collect();
        let found = runtime.block_on(rest.whole(&media)).map_err(io::Error::other)?;
        for (post, place, media) in batch {
            // Taken off since its post was read.
            let Some(whole) = found.iter().find(|whole| whole.media == *media) else { continue };
            match File::open(&whole.path) {
                Ok(mut file) => {
                    archive.start_file(called(*post, *place, whole), entry)?;
                    io::copy(&mut file, &mut archive)?;
                }
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(error),
            }
        }
    }
    archive.finish()?.flush()
}

/// The name of a file was made plain when it was taken in; its number keeps two of a name apart.
fn called(post: PostId, place: usize, whole: &Whole) -> String {
    match &whole.name {
        Some(name) => format!("{post}/{place} {name}"),
        None => {
            let ending = whole.path.extension().and_then(|ending| ending.to_str()).unwrap_or("jpg");
            format!("{post}/{place}.{ending}")
        }
    }
}

/// Whether the piece was taken in.
async fn sent(pieces: &mpsc::Sender<io::Result<Bytes>>, piece: io::Result<Bytes>) -> bool {
    matches!(timeout(SILENCE, pieces.send(piece)).await, Ok(Ok(())))
}

/// From the thread that packs to who takes it in.
struct Pipe {
    runtime: Handle,
    pieces: mpsc::Sender<io::Result<Bytes>>,
}

impl Write for Pipe {
    fn write(&mut self, piece: &[u8]) -> io::Result<usize> {
        match self.runtime.block_on(sent(&self.pieces, Ok(Bytes::copy_from_slice(piece)))) {
            true => Ok(piece.len()),
            false => Err(io::ErrorKind::BrokenPipe.into()),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::called;
    use domain::id::{MediaId, PostId};
    use services::media::Whole;

    #[test]
    fn each_has_a_name_of_its_own_in_the_folder_of_its_post() {
        let whole = |name: Option<&str>| Whole {
            media: MediaId::new(1_u128.into()),
            path: "files/ab/abcd-1600.webp".into(),
            name: name.map(str::to_owned),
        };
        let post: PostId = "01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap();
        assert_eq!(called(post, 2, &whole(None)), "01ARZ3NDEKTSV4RRFFQ69G5FAV/2.webp");
        let file = called(post, 3, &whole(Some("Plan d’accès.pdf")));
        assert_eq!(file, "01ARZ3NDEKTSV4RRFFQ69G5FAV/3 Plan d’accès.pdf");
    }
}
