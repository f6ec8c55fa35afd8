//! Pages that answer well, badly, slowly, without end, or lead where nobody may go: small servers on
//! this machine, by doors that know them.

use super::*;
use futures::future::BoxFuture;
use reqwest::Url;
use std::{
    collections::BTreeMap,
    net::SocketAddr,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Instant,
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

/// Names of this test's own stand for servers of its own; everything else is as outside.
#[derive(Default)]
struct Street(BTreeMap<String, SocketAddr>);

impl Doors for Street {
    fn open<'a>(&'a self, url: &'a Url) -> BoxFuture<'a, Result<Vec<SocketAddr>, Nowhere>> {
        let known = url.host_str().and_then(|host| self.0.get(host)).copied();
        match known.filter(|_| doors::usual_port(url).is_some()) {
            Some(address) => Box::pin(async move { Ok(vec![address]) }),
            None => doors::Public.open(url),
        }
    }
}

/// What a server does with somebody who asked for a path.
type Act = dyn Fn(String, TcpStream) -> BoxFuture<'static, ()> + Send + Sync;

async fn server(act: Arc<Act>) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let act = act.clone();
            tokio::spawn(async move {
                let mut asked = Vec::new();
                let mut piece = [0; 1024];
                while !asked.windows(4).any(|end| end == b"\r\n\r\n") {
                    match stream.read(&mut piece).await {
                        Ok(read @ 1..) => asked.extend_from_slice(&piece[..read]),
                        _ => return,
                    }
                }
                act(String::from_utf8_lossy(&asked).into_owned(), stream).await;
            });
        }
    });
    address
}

fn answer(status: &str, headers: &str, body: &[u8]) -> Vec<u8> {
    let head =
        format!("HTTP/1.1 {status}\r\n{headers}content-length: {}\r\nconnection: close\r\n\r\n", body.len());
    [head.as_bytes(), body].concat()
}

const HTML: &str = "content-type: text/html; charset=utf-8\r\n";
const PAGE: &[u8] = b"<title>Une page</title><meta property='og:image' content='/image'>";

/// A house with one server, called `page.test`, that answers each path in its way.
async fn house(act: impl Fn(&str) -> Vec<u8> + Send + Sync + 'static) -> Links {
    street(Arc::new(move |asked, mut stream| {
        let path = asked.split(' ').nth(1).unwrap_or_default().to_owned();
        let bytes = act(&path);
        Box::pin(async move {
            let _ = stream.write_all(&bytes).await;
            let _ = stream.shutdown().await;
        })
    }))
    .await
}

async fn street(act: Arc<Act>) -> Links {
    let address = server(act).await;
    let names = ["page.test", "other.test"].map(|name| (name.to_owned(), address));
    Links { doors: Arc::new(Street(names.into())), time: Duration::from_millis(1500) }
}

#[tokio::test]
async fn a_page_is_told_with_its_picture() {
    let links = house(|path| match path {
        "/image" => answer("200 OK", "content-type: image/png\r\n", b"pixels"),
        _ => answer("200 OK", HTML, PAGE),
    })
    .await;
    let found = links.look("http://page.test/").await.unwrap();
    assert_eq!((found.said.title.as_str(), found.picture.as_deref()), ("Une page", Some(&b"pixels"[..])));
}

#[tokio::test]
async fn three_redirections_are_followed_and_no_more() {
    let links = house(|path| {
        let step: usize = path.trim_start_matches('/').parse().unwrap_or(9);
        match step {
            0 => answer("200 OK", HTML, PAGE),
            9 => answer("302 Found", "location: http://page.test/9\r\n", b""),
            _ => answer("302 Found", &format!("location: http://other.test/{}\r\n", step - 1), b""),
        }
    })
    .await;
    assert!(links.look("http://page.test/3").await.is_ok());
    assert!(links.look("http://page.test/4").await.is_err());
    assert!(links.look("http://page.test/9").await.is_err(), "a loop");
}

/// A server that stands for what is inside: it has to stay unasked.
#[tokio::test]
async fn nobody_is_led_inside() {
    let asked = Arc::new(AtomicUsize::new(0));
    let counting = asked.clone();
    let inside = server(Arc::new(move |_, mut stream| {
        counting.fetch_add(1, Ordering::SeqCst);
        Box::pin(async move {
            let _ = stream.write_all(&answer("200 OK", HTML, b"<title>Secret</title>")).await;
        })
    }))
    .await;
    let port = inside.port();
    for to in [
        format!("http://127.0.0.1:{port}/"),
        format!("http://0x7f000001:{port}/"),
        format!("http://2130706433:{port}/"),
        format!("http://localhost:{port}/"),
        format!("http://[::ffff:127.0.0.1]:{port}/"),
        "http://127.0.0.1/".into(),
        "http://[::1]/".into(),
        "http://0x7f000001/".into(),
        "http://169.254.169.254/latest/meta-data/".into(),
        "http://10.0.0.1/".into(),
        "file:///etc/passwd".into(),
        "gopher://127.0.0.1/".into(),
        "//127.0.0.1/".into(),
        String::new(),
    ] {
        let header = format!("location: {to}\r\n");
        let links = house(move |_| answer("302 Found", &header, b"")).await;
        assert!(links.look("http://page.test/").await.is_err(), "{to}");
        let page = format!("<title>Une page</title><meta property='og:image' content='{to}'>");
        let links = house(move |_| answer("200 OK", HTML, page.as_bytes())).await;
        let found = links.look("http://page.test/").await.unwrap();
        assert!(to.is_empty() || found.picture.is_none(), "{to}");
        assert!(to.is_empty() || Links::public().look(&to).await.is_err(), "{to}");
    }
    assert_eq!(asked.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn a_page_without_end_is_read_at_its_beginning() {
    let act = |start: &'static [u8]| -> Arc<Act> {
        Arc::new(move |_, mut stream| {
            Box::pin(async move {
                let head = format!("HTTP/1.1 200 OK\r\n{HTML}connection: close\r\n\r\n");
                let _ = stream.write_all(&[head.as_bytes(), start].concat()).await;
                while stream.write_all(&[b' '; 8192]).await.is_ok() {}
            })
        })
    };
    let started = Instant::now();
    let links = street(act(b"<title>Sans fin</title>")).await;
    assert_eq!(links.look("http://page.test/").await.unwrap().said.title, "Sans fin");
    assert!(street(act(b"<p>")).await.look("http://page.test/").await.is_err());
    assert!(started.elapsed() < Duration::from_secs(5));
}

#[tokio::test]
async fn a_page_that_drips_is_given_up() {
    let act: Arc<Act> = Arc::new(|_, mut stream| {
        Box::pin(async move {
            let head =
                format!("HTTP/1.1 200 OK\r\n{HTML}content-length: 1000000\r\n\r\n<title>Lente</title>");
            let _ = stream.write_all(head.as_bytes()).await;
            while stream.write_all(b" ").await.is_ok() {
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        })
    });
    let silent: Arc<Act> = Arc::new(|_, stream| {
        Box::pin(async move {
            tokio::time::sleep(Duration::from_secs(60)).await;
            drop(stream);
        })
    });
    for act in [act, silent] {
        let started = Instant::now();
        assert!(street(act).await.look("http://page.test/").await.is_err());
        assert!(started.elapsed() < Duration::from_secs(4), "{:?}", started.elapsed());
    }
}

#[tokio::test]
async fn what_is_packed_lies_or_fails_is_no_page() {
    let heavy = vec![b'x'; PICTURE_MAX + 1];
    let cases: Vec<(&str, Vec<u8>)> = vec![
        ("a bomb", answer("200 OK", &format!("{HTML}content-encoding: gzip\r\n"), b"\x1f\x8b\x08\0\0\0\0\0")),
        ("no page", answer("200 OK", "content-type: application/pdf\r\n", PAGE)),
        ("no type", answer("200 OK", "", PAGE)),
        ("pixels called a page", answer("200 OK", HTML, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")),
        ("an error", answer("500 Internal Server Error", HTML, PAGE)),
        ("no answer", b"SSH-2.0-OpenSSH_9.2\r\n".to_vec()),
        ("nothing", Vec::new()),
        ("a redirection to nowhere", answer("302 Found", "", b"")),
    ];
    for (what, bytes) in cases {
        let links = house(move |_| bytes.clone()).await;
        assert!(links.look("http://page.test/").await.is_err(), "{what}");
    }
    let links = house(move |path| match path {
        "/image" => answer("200 OK", "content-type: image/jpeg\r\n", &heavy),
        _ => answer("200 OK", HTML, PAGE),
    })
    .await;
    let found = links.look("http://page.test/").await.unwrap();
    assert!(found.picture.is_none(), "too heavy, and the words stay");
}

/// What may be otherwise another time is asked again; what is refused by a rule is not.
#[tokio::test]
async fn what_passes_is_told_from_what_stays() {
    for (bytes, missed) in [
        (answer("503 Service Unavailable", HTML, PAGE), Missed::NotNow),
        (answer("429 Too Many Requests", HTML, PAGE), Missed::NotNow),
        (Vec::new(), Missed::NotNow),
        (answer("404 Not Found", HTML, PAGE), Missed::NotAtAll),
        (answer("200 OK", "content-type: application/pdf\r\n", PAGE), Missed::NotAtAll),
        (answer("200 OK", HTML, b"<p>Rien"), Missed::NotAtAll),
        (answer("302 Found", "location: http://10.0.0.1/\r\n", b""), Missed::NotAtAll),
    ] {
        let told = String::from_utf8_lossy(&bytes).into_owned();
        let links = house(move |_| bytes.clone()).await;
        assert_eq!(links.look("http://page.test/").await, Err(missed), "{told}");
    }
    for never in ["http://127.0.0.1/", "http://[::1]/", "http://page.test:8080/", "ftp://page.test/", "x"] {
        assert_eq!(Links::public().look(never).await, Err(Missed::NotAtAll), "{never}");
    }
    // Nobody listens there.
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let names = BTreeMap::from([("page.test".to_owned(), listener.local_addr().unwrap())]);
    drop(listener);
    let links = Links { doors: Arc::new(Street(names)), time: Duration::from_millis(1500) };
    assert_eq!(links.look("http://page.test/").await, Err(Missed::NotNow));
}

#[tokio::test]
async fn a_page_learns_nothing_of_who_asks() {
    let heard = Arc::new(Mutex::new(Vec::new()));
    let hearing = heard.clone();
    let links = street(Arc::new(move |asked, mut stream| {
        hearing.lock().unwrap().push(asked.clone());
        let bytes = match asked.starts_with("GET /image") {
            true => answer("200 OK", "content-type: image/png\r\n", b"x"),
            false => answer("200 OK", &format!("{HTML}set-cookie: a=b\r\n"), PAGE),
        };
        Box::pin(async move {
            let _ = stream.write_all(&bytes).await;
        })
    }))
    .await;
    links.look("http://page.test/secret?q=1").await.unwrap();
    let heard = heard.lock().unwrap().join("\n").to_lowercase();
    assert!(heard.contains("get /image") && heard.contains("accept-encoding: identity"), "{heard}");
    for leak in ["cookie", "referer", "authorization"] {
        assert!(!heard.contains(leak), "{heard}");
    }
}
