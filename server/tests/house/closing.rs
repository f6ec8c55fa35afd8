//! The house told to close: at once, in good order, whoever is inside.

use crate::{
    process::{Serving, serve},
    yard::Yard,
};
use std::{
    io::{Read, Write},
    net::TcpStream,
    time::{Duration, Instant},
};

/// Stops it as a service manager does; it has three seconds, and nothing to complain of.
fn closes_well(serving: &mut Serving) {
    let asked = Instant::now();
    assert!(serving.stop().success());
    assert!(asked.elapsed() < Duration::from_secs(3), "{:?}", asked.elapsed());
    let log = serving.log();
    assert!(!log.contains("WARN") && !log.contains("ERROR"), "{log}");
}

#[test]
fn an_open_stream_does_not_hold_the_house() {
    let mut yard = Yard::open();
    let browser = yard.browser("member");
    let mut stream = TcpStream::connect(yard.serving.address).unwrap();
    let topic = yard.fill("/live?topics=feed:{club_id}");
    let session = browser.cookies.get("session").unwrap();
    let request = format!("GET {topic} HTTP/1.1\r\nhost: x\r\ncookie: session={session}\r\n\r\n");
    stream.write_all(request.as_bytes()).unwrap();
    let mut line = [0; 15];
    stream.read_exact(&mut line).unwrap();
    assert_eq!(&line, b"HTTP/1.1 200 OK");
    closes_well(&mut yard.serving);
    stream.read_to_end(&mut Vec::new()).unwrap();
}

#[test]
fn a_full_house_closes_too() {
    let folder = tempfile::tempdir().unwrap();
    let arguments = ["--max-connections", "16"];
    let mut serving = serve(&folder.path().join("data"), folder.path(), &arguments);
    let inside: Vec<_> = (0..16).map(|_| TcpStream::connect(serving.address).unwrap()).collect();
    // One more waits at the door, so that all seats are taken when it is told.
    let waiting = TcpStream::connect(serving.address).unwrap();
    std::thread::sleep(Duration::from_millis(300));
    closes_well(&mut serving);
    drop((inside, waiting));
}
