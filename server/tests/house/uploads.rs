//! Forms with files: what they may bring, in what time, and what comes back when it is too much.

use crate::{
    browser::FROM_OURS,
    yard::{Yard, drawing, fields},
};
use std::{
    io::{Read, Write},
    net::TcpStream,
    time::{Duration, Instant},
};

const HEADERS: [(&str, &str); 3] = [
    ("content-type", "multipart/form-data; boundary=x"),
    ("sec-fetch-site", "same-origin"),
    ("accept", "text/html"),
];

fn text(name: &str, value: &str) -> Vec<u8> {
    format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").into_bytes()
}

fn file(bytes: &[u8]) -> Vec<u8> {
    let head = b"--x\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"p.png\"\r\n\r\n";
    [head, bytes, b"\r\n"].concat()
}

/// A form that is refused, and what was typed before the file comes back.
fn refused(yard: &Yard, parts: &[Vec<u8>], status: u16) -> String {
    let community = yard.fill("{club_id}");
    let mut body = [text("community", &community), text("title", "Un titre tapé")].concat();
    body.extend(parts.concat());
    body.extend(b"--x--\r\n");
    let answer = yard.browser("member").ask("POST", "/?do=publish", &HEADERS, &body).unwrap();
    let page = answer.text();
    assert_eq!(answer.status, status, "{page}");
    assert!(page.contains("Un titre tapé"), "{page}");
    page
}

#[test]
fn what_is_too_much_is_told_and_what_was_typed_comes_back() {
    let yard = Yard::open();
    // A picture that is too heavy is told as such, and what comes after it is read.
    let page = refused(&yard, &[file(&vec![b'a'; 13_000_000]), text("alt", "Une légende")], 422);
    assert!(page.contains("Cette image dépasse 12\u{a0}Mo") && page.contains("Une légende"), "{page}");
    let page = refused(&yard, &[file(b"Bonjour")], 422);
    assert!(page.contains("pas pu être lue"), "{page}");
    // Texts share one budget.
    let third = "a".repeat(200_000);
    let page = refused(&yard, &[text("a", &third), text("b", &third), text("body", &third)], 413);
    assert!(page.contains("Le texte dépasse 512\u{a0}ko"), "{page}");
    let many: Vec<_> = (0..300).map(|n| text(&format!("pictures[{n}]"), "x")).collect();
    refused(&yard, &many, 422);
    // The seventh picture is not stored.
    let seven: Vec<_> = (0..7).map(|_| file(&drawing())).collect();
    let page = refused(&yard, &seven, 422);
    assert_eq!(page.matches("name=\"kept[").count(), 6, "{page}");
    assert!(page.contains("6 au plus"), "{page}");
    // Nothing but the head of a part, without end.
    let endless = [b"--x\r\nContent-Disposition: ".to_vec(), vec![b'a'; 3_000_000]].concat();
    refused(&yard, &[endless], 422);
}

#[test]
fn plain_forms_have_a_number_of_fields_too() {
    let yard = Yard::open();
    let community = yard.fill("{club_id}");
    let mut form = fields(&[("community", &community), ("body", "Bonjour")]);
    form.push_str(&"&x=1".repeat(300));
    let answer = yard.browser("member").ask("POST", "/?do=publish", &FROM_OURS, form.as_bytes()).unwrap();
    assert_eq!(answer.status, 422);
}

/// Who is not signed in is led to the door, whatever they send.
#[test]
fn nothing_is_taken_in_from_strangers() {
    let yard = Yard::open();
    let body = [text("body", &"a".repeat(2_000_000)), b"--x--\r\n".to_vec()].concat();
    let answer = yard.browser("nobody").ask("POST", "/?do=publish", &HEADERS, &body).unwrap();
    assert_eq!(answer.status, 303);
    assert_eq!(answer.header("location"), Some("/sign-in?next=/"));
}

/// A phone in a tunnel: half of the form came, then nothing. Takes as long as one waits for it.
#[test]
fn an_upload_that_falls_silent_is_told_and_keeps_the_text() {
    let yard = Yard::open();
    let body = [text("title", "Un titre tapé"), file(b"\x89PNG")].concat();
    let session = yard.browser("member").cookies.get("session").unwrap().clone();
    let head = format!(
        "POST /?do=publish HTTP/1.1\r\nhost: x\r\ncookie: session={session}\r\nconnection: close\r\n\
         sec-fetch-site: same-origin\r\naccept: text/html\r\n\
         content-type: multipart/form-data; boundary=x\r\ncontent-length: 5000000\r\n\r\n"
    );
    let mut stream = TcpStream::connect(yard.serving.address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
    let sent = Instant::now();
    stream.write_all(&[head.as_bytes(), &body].concat()).unwrap();
    let mut answer = String::new();
    let _ = stream.read_to_string(&mut answer);
    assert!(sent.elapsed() < Duration::from_secs(40), "{:?}", sent.elapsed());
    assert!(answer.starts_with("HTTP/1.1 400"), "{answer}");
    assert!(answer.contains("s’est coupée") && answer.contains("Un titre tapé"), "{answer}");
}
