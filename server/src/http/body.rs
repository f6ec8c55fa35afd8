//! What is sent to us, read within limits of size and of time.
//!
//! Who sends from a slow line may take minutes, as long as something comes. What was read before the
//! line was cut is kept: it goes back to who typed it.

use super::{House, said};
use axum::{
    body::{Body, BodyDataStream, Bytes},
    extract::{
        DefaultBodyLimit, FromRequest, Multipart, Request,
        multipart::{Field, MultipartError},
    },
    http::{HeaderMap, Method, header},
};
use bytes::BytesMut;
use domain::{
    Actor, Failure, Reason,
    feed::{ALBUM_MAX, FILES_MAX, FileKind, PostKind, ROWS_MAX, file_name},
    form::Fault,
};
use futures::{StreamExt, stream};
use services::media::MAX_BYTES as PICTURE_MAX;
use std::{
    fmt,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};
use tokio::{
    sync::{Semaphore, SemaphorePermit, oneshot},
    time::{Instant, timeout},
};

/// All the texts of a form.
pub const TEXT_MAX: usize = 512_000;
/// Fields of a form. The longest that anybody sends with reason is that of an album that was refused again and
/// again: each picture it came back with has four, each that comes now two (what it is, and where it is kept);
/// of its files, the names beside. The rest of it is a few dozen.
const FIELDS_MAX: usize = 4 * ROWS_MAX + 2 * ALBUM_MAX + 6 * FILES_MAX + 64;
/// A body of which nothing came for this long is given up.
const SILENCE: Duration = Duration::from_secs(20);
/// Time for a form without files, all in all.
const FORM_TIME: Duration = Duration::from_secs(120);
/// Time for a form with files: an album of thirty photographs at 2 Mbit/s.
const FILES_TIME: Duration = Duration::from_secs(1200);
/// What is too large is read on to here and dropped, so that its sender hears why: a browser that is
/// answered while it still sends takes that for a broken line. Only time, and little of it, is spent on
/// it; a film somebody took for a photograph comes to its end.
const DROPPED_MAX: usize = 5_000_000_000;
/// The same for somebody who is not signed in.
const STRANGERS_MAX: usize = 256_000_000;
/// Between two things found in a form with files: no head of a part is longer.
const HEAD_MAX: usize = 1 << 20;
/// Megabytes of pictures and files held at once, of all who send any.
static HELD: Semaphore = Semaphore::const_new(288);

/// Name and value, in the order of the form.
pub type Fields = Vec<(String, String)>;

/// What was read of a form, and why that is not all.
pub type Read = Result<Fields, (Fields, Failure)>;

/// Why a body was not read to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cut {
    Large,
    Slow,
    /// It goes on and on without a field.
    Nonsense,
}

impl fmt::Display for Cut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl std::error::Error for Cut {}

/// The request, and what ends when its body has come in, or has had its time.
pub fn followed(request: Request) -> (Request, impl Future<Output = ()>) {
    let most = match *request.method() {
        Method::POST if has_files(request.headers()) => FILES_TIME,
        Method::POST => FORM_TIME,
        _ => Duration::ZERO,
    };
    // Let go of with the body.
    let (on_its_way, came) = oneshot::channel::<()>();
    let request = request.map(|body| {
        if most.is_zero() {
            return body;
        }
        let body = (body.into_data_stream(), on_its_way);
        Body::from_stream(stream::unfold(body, |(mut body, on_its_way)| async move {
            let next = body.next().await?;
            Some((next, (body, on_its_way)))
        }))
    });
    let came = async move {
        let _ = timeout(most, came).await;
    };
    (request, came)
}

fn has_files(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("multipart/form-data"))
}

/// A body as it comes in.
struct Coming {
    stream: BodyDataStream,
    bytes: usize,
    time: Duration,
}

impl Coming {
    fn new(body: Body, bytes: usize, time: Duration) -> Coming {
        Coming { stream: body.into_data_stream(), bytes, time }
    }

    /// The next of it; `None` at its end.
    async fn next(&mut self) -> Result<Option<Bytes>, Cut> {
        let started = Instant::now();
        let next = timeout(SILENCE.min(self.time), self.stream.next()).await;
        self.time = self.time.saturating_sub(started.elapsed());
        match next {
            Ok(Some(Ok(bytes))) => {
                self.bytes = self.bytes.checked_sub(bytes.len()).ok_or(Cut::Large)?;
                Ok(Some(bytes))
            }
            Ok(None) => Ok(None),
            Ok(Some(Err(_))) | Err(_) => Err(Cut::Slow),
        }
    }
}

/// A body without files, or the start of one that was cut, and why.
async fn start(body: Body) -> (BytesMut, Option<Cut>) {
    let mut coming = Coming::new(body, TEXT_MAX, FORM_TIME);
    let mut bytes = BytesMut::new();
    loop {
        match coming.next().await {
            Ok(Some(next)) => bytes.extend_from_slice(&next),
            Ok(None) => return (bytes, None),
            Err(cut) => return (bytes, Some(cut)),
        }
    }
}

/// A body without files.
pub async fn whole(body: Body) -> Result<Bytes, Failure> {
    match start(body).await {
        (bytes, None) => Ok(bytes.freeze()),
        (_, Some(cut)) => Err(failure(cut, TEXT_MAX)),
    }
}

fn failure(cut: Cut, limit: usize) -> Failure {
    match cut {
        Cut::Large => too_large(limit),
        Cut::Slow => Reason::Cut.into(),
        Cut::Nonsense => Reason::Form.into(),
    }
}

fn too_large(limit: usize) -> Failure {
    Reason::TooLarge { limit: bytes(limit) }.into()
}

fn bytes(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

/// The fields of a form. Pictures in it are stored first and become `pictures[0]`, `pictures[1]`…, files
/// (from a field named `file`) `files[0]`, `files[1]`…; only somebody who is signed in sends any: of
/// others' forms the texts are kept.
pub async fn form(house: &House, actor: Option<&Actor>, request: Request) -> Read {
    if has_files(request.headers()) {
        let read = with_files(house, actor, request).await;
        return match actor {
            Some(_) => read,
            None => Err((read.unwrap_or_else(|(fields, _)| fields), Reason::SignIn.into())),
        };
    }
    let (body, cut) = start(request.into_body()).await;
    if body.iter().filter(|byte| **byte == b'&').count() >= FIELDS_MAX {
        return Err((Vec::new(), Reason::Form.into()));
    }
    let fields = serde_urlencoded::from_bytes(&body);
    match cut {
        None => fields.map_err(|_| (Vec::new(), Reason::Form.into())),
        Some(cut) => Err((fields.unwrap_or_default(), failure(cut, TEXT_MAX))),
    }
}

async fn with_files(house: &House, actor: Option<&Actor>, request: Request) -> Read {
    let (parts, body) = request.into_parts();
    let watch = Watch::default();
    let (most, time) = if actor.is_some() { (DROPPED_MAX, FILES_TIME) } else { (STRANGERS_MAX, FORM_TIME) };
    let mut request = Request::from_parts(parts, watch.over(body, most, time));
    // The watch counts what comes.
    DefaultBodyLimit::apply(DefaultBodyLimit::disable(), &mut request);
    let Ok(mut form) = Multipart::from_request(request, &()).await else {
        return Err((Vec::new(), Reason::Form.into()));
    };
    let mut taken = Taken::default();
    let end = taken.all(house, actor, &mut form, &watch).await;
    match end.err().or_else(|| taken.fault()) {
        None => Ok(taken.fields),
        Some(failure) => Err((taken.fields, failure)),
    }
}

/// Looks after a body that something else takes apart.
#[derive(Clone, Default)]
struct Watch {
    cut: Arc<OnceLock<Cut>>,
    /// Bytes since the last thing found in it: what is being looked through is held in memory.
    searched: Arc<AtomicUsize>,
}

impl Watch {
    fn over(&self, body: Body, most: usize, time: Duration) -> Body {
        let coming = Coming::new(body, most, time);
        Body::from_stream(stream::unfold((coming, self.clone()), |(mut coming, watch)| async move {
            let next = coming.next().await.and_then(|next| {
                let more = next.as_ref().map_or(0, Bytes::len);
                let searched = watch.searched.fetch_add(more, Ordering::Relaxed) + more;
                if searched > HEAD_MAX { Err(Cut::Nonsense) } else { Ok(next) }
            });
            // Who takes it apart draws all there is before looking at any of it: from a fast line that
            // would be everything.
            tokio::task::yield_now().await;
            if let Err(cut) = next {
                let _ = watch.cut.set(cut);
            }
            Some((next.transpose()?, (coming, watch)))
        }))
    }

    fn found(&self) {
        self.searched.store(0, Ordering::Relaxed);
    }

    /// What went wrong, when taking the body apart did.
    fn failure(&self) -> Failure {
        failure(self.cut.get().copied().unwrap_or(Cut::Nonsense), ALBUM_MAX * PICTURE_MAX)
    }

    async fn chunk(&self, part: &mut Field<'_>) -> Result<Option<Bytes>, Failure> {
        self.heard(part.chunk().await)
    }

    fn heard<T>(&self, read: Result<T, MultipartError>) -> Result<T, Failure> {
        self.found();
        read.map_err(|_| self.failure())
    }
}

/// The field that files come in; pictures come in any other.
const FILE: &str = "file";

/// What was taken from a form with files.
#[derive(Default)]
struct Taken {
    fields: Fields,
    /// Bytes of text.
    text: usize,
    pictures: Count,
    files: Count,
    /// What is wrong with those that were not taken, each once: the form is read on, for its texts.
    faults: Vec<(String, Fault)>,
    /// A reason that is about no field.
    failure: Option<Failure>,
}

#[derive(Default)]
struct Count {
    /// Those that had something in them.
    came: usize,
    stored: usize,
}

/// What one file may be.
#[derive(Clone, Copy)]
struct Limits {
    document: bool,
    /// Bytes.
    heavy: usize,
    /// How many of its sort.
    many: usize,
}

impl Limits {
    /// The field that faults are told beside.
    fn field(self) -> &'static str {
        if self.document { FILE } else { "picture" }
    }

    fn too_heavy(self) -> Fault {
        let limit = bytes(self.heavy);
        if self.document { Fault::HeavyFile { limit } } else { Fault::Heavy { limit } }
    }
}

impl Taken {
    async fn all(
        &mut self,
        house: &House,
        actor: Option<&Actor>,
        form: &mut Multipart,
        watch: &Watch,
    ) -> Result<(), Failure> {
        while let Some(part) = watch.heard(form.next_field().await)? {
            let name = part.name().unwrap_or_default().to_owned();
            self.text += name.len();
            if part.file_name().is_none() {
                self.text_field(name, part, watch).await?;
            } else if let Err(refused) = self.upload(house, actor, &name, part, watch).await? {
                self.refuse(refused);
            }
        }
        Ok(())
    }

    fn refuse(&mut self, refused: Failure) {
        if refused.reason != Reason::Form || refused.fields.is_empty() {
            self.failure.get_or_insert(refused);
            return;
        }
        for fault in refused.fields {
            if !self.faults.contains(&fault) {
                self.faults.push(fault);
            }
        }
    }

    /// What was wrong, after the end; first of all why there is no more of it.
    fn fault(&mut self) -> Option<Failure> {
        let faults = std::mem::take(&mut self.faults);
        let beside = (!faults.is_empty()).then(|| Failure { fields: faults, ..Reason::Form.into() });
        self.failure.take().or(beside)
    }

    /// An album has more pictures than another post. Its form says what it is before it sends them;
    /// how many there are in the end is counted again by who takes them up.
    fn limits(&self, house: &House, field: &str) -> Limits {
        if field == FILE {
            return Limits { document: true, heavy: house.ctx.file_limit(), many: FILES_MAX };
        }
        let kind = self.fields.iter().rfind(|(name, _)| name == "kind");
        let kind = kind.and_then(|(_, kind)| PostKind::read(kind).ok()).unwrap_or_default();
        Limits { document: false, heavy: PICTURE_MAX, many: kind.pictures_max() }
    }

    fn put(&mut self, name: String, value: String) -> Result<(), Failure> {
        if self.fields.len() >= FIELDS_MAX {
            return Err(Reason::Form.into());
        }
        self.fields.push((name, value));
        Ok(())
    }

    async fn text_field(&mut self, name: String, mut part: Field<'_>, watch: &Watch) -> Result<(), Failure> {
        let mut text = Vec::new();
        let end = loop {
            match watch.chunk(&mut part).await {
                Ok(None) => break Ok(()),
                Ok(Some(chunk)) if self.text + chunk.len() > TEXT_MAX => break Err(too_large(TEXT_MAX)),
                Ok(Some(chunk)) => {
                    self.text += chunk.len();
                    text.extend_from_slice(&chunk);
                }
                Err(failure) => break Err(failure),
            }
        };
        self.put(name, String::from_utf8_lossy(&text).into_owned())?;
        end
    }

    /// Stores one picture or file. The outer error ends the reading, the inner one is about this one.
    async fn upload(
        &mut self,
        house: &House,
        actor: Option<&Actor>,
        field: &str,
        mut part: Field<'_>,
        watch: &Watch,
    ) -> Result<Result<(), Failure>, Failure> {
        let Some(actor) = actor else {
            while watch.chunk(&mut part).await?.is_some() {}
            return Ok(Ok(()));
        };
        let limits = self.limits(house, field);
        let named = part.file_name().unwrap_or_default().to_owned();
        let (bytes, _held) = match self.file(limits, &named, part, watch).await? {
            Ok(Some(file)) => file,
            Ok(None) => return Ok(Ok(())),
            Err(refused) => return Ok(Err(refused)),
        };
        self.put(said::FILE.to_owned(), said::digest(&bytes))?;
        if let Err(full) = services::media::has_room(&house.ctx, actor).await {
            return Ok(Err(full.failure()));
        }
        let stored = if limits.document {
            services::media::store_document(&house.ctx, actor, &named, bytes).await
        } else {
            services::media::store(&house.ctx, actor, bytes).await
        };
        match stored {
            Ok(media) => {
                let (count, name) = if limits.document {
                    (&mut self.files, "files")
                } else {
                    (&mut self.pictures, "pictures")
                };
                let place = count.stored;
                count.stored += 1;
                let name = format!("{name}[{place}]");
                if let Some(kind) = FileKind::of_name(&named).filter(|_| limits.document) {
                    // So that a form that is refused shows what it has already.
                    self.put(format!("file_names[{place}]"), file_name(&named, kind))?;
                }
                self.put(name, media.to_string())?;
                Ok(Ok(()))
            }
            Err(error) => Ok(Err(error.failure())),
        }
    }

    /// One file and its share of the memory; `None` when no file was chosen. One that is refused is
    /// read to its end and dropped.
    async fn file(
        &mut self,
        limits: Limits,
        named: &str,
        mut part: Field<'_>,
        watch: &Watch,
    ) -> Result<Result<Option<(Bytes, Held)>, Failure>, Failure> {
        let mut bytes = BytesMut::new();
        let mut held = Held::default();
        let mut refused = None;
        let mut came = false;
        while let Some(chunk) = watch.chunk(&mut part).await? {
            let count = if limits.document { &mut self.files } else { &mut self.pictures };
            if !came && !chunk.is_empty() {
                came = true;
                count.came += 1;
            }
            if refused.is_none() {
                refused = if count.came > limits.many {
                    Some(fault(limits.field(), Fault::TooMany { max: limits.many }))
                } else if bytes.len() + chunk.len() > limits.heavy {
                    Some(fault(limits.field(), limits.too_heavy()))
                } else {
                    held.grow(bytes.len() + chunk.len()).err()
                };
            }
            match refused {
                None => bytes.extend_from_slice(&chunk),
                // What was kept of it is let go of at once.
                Some(_) => (bytes, held) = Default::default(),
            }
        }
        Ok(match refused {
            Some(refused) => Err(refused),
            // Nothing chosen has no name; something chosen that is empty has one.
            None if bytes.is_empty() && named.is_empty() => Ok(None),
            None if bytes.is_empty() => Err(fault(limits.field(), Fault::EmptyFile)),
            None => Ok(Some((bytes.freeze(), held))),
        })
    }
}

fn fault(field: &str, fault: Fault) -> Failure {
    Failure { fields: vec![(field.to_owned(), fault)], ..Failure::from(Reason::Form) }
}

/// A share of the memory for pictures.
#[derive(Default)]
struct Held(Option<SemaphorePermit<'static>>);

impl Held {
    /// Holds room for `bytes`; when others hold it all, this one comes back later.
    fn grow(&mut self, bytes: usize) -> Result<(), Failure> {
        let held = self.0.as_ref().map_or(0, SemaphorePermit::num_permits);
        let more = ((bytes >> 20) + 1).saturating_sub(held);
        if more == 0 {
            return Ok(());
        }
        let more = HELD.try_acquire_many(u32::try_from(more).unwrap_or(u32::MAX));
        let more = more.map_err(|_| Reason::Throttled { seconds: 10 })?;
        match &mut self.0 {
            Some(held) => held.merge(more),
            none => *none = Some(more),
        }
        Ok(())
    }
}
