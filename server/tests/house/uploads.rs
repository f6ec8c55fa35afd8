//! Forms with files: what they may bring, in what time, and what comes back when it is too much.

use crate::{
    browser::FROM_OURS,
    yard::{Yard, drawing, fields, file, part},
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

fn picture(bytes: &[u8]) -> Vec<u8> {
    file("picture", "p.png", bytes)
}

/// A form that is refused, and what was typed before the file comes back.
fn refused(yard: &Yard, parts: &[Vec<u8>], status: u16) -> String {
    let community = yard.fill("{club_id}");
    let mut body = [part("community", &community), part("title", "Un titre tapé")].concat();
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
    let page = refused(&yard, &[picture(&vec![b'a'; 13_000_000]), part("alt", "Une légende")], 422);
    assert!(page.contains("Cette image dépasse 12\u{a0}Mo") && page.contains("Une légende"), "{page}");
    let page = refused(&yard, &[picture(b"Bonjour")], 422);
    assert!(page.contains("pas pu être lue"), "{page}");
    // Texts share one budget.
    let third = "a".repeat(200_000);
    let page = refused(&yard, &[part("a", &third), part("b", &third), part("body", &third)], 413);
    assert!(page.contains("Le texte dépasse 512\u{a0}ko"), "{page}");
    let many: Vec<_> = (0..700).map(|n| part(&format!("pictures[{n}]"), "x")).collect();
    refused(&yard, &many, 422);
    // The seventh picture is not stored.
    let seven: Vec<_> = (0..7).map(|_| picture(&drawing())).collect();
    let page = refused(&yard, &seven, 422);
    assert_eq!(page.matches("][id]\"").count(), 6, "{page}");
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
    form.push_str(&"&x=1".repeat(700));
    let answer = yard.browser("member").ask("POST", "/?do=publish", &FROM_OURS, form.as_bytes()).unwrap();
    assert_eq!(answer.status, 422);
}

/// Who is not signed in is led to the door, whatever they send.
#[test]
fn nothing_is_taken_in_from_strangers() {
    let yard = Yard::open();
    let body = [part("body", &"a".repeat(2_000_000)), b"--x--\r\n".to_vec()].concat();
    let answer = yard.browser("nobody").ask("POST", "/?do=publish", &HEADERS, &body).unwrap();
    assert_eq!(answer.status, 303);
    assert_eq!(answer.header("location"), Some("/sign-in?next=/"));
}

/// An album that had thirty pictures, sent with thirty too many, again and again: each time it comes back with
/// all that was said of each.
#[test]
fn a_long_album_refused_again_and_again_keeps_what_was_said() {
    let yard = Yard::open();
    let thirty: Vec<_> = (0..30).map(|n| format!("01ARZ3NDEKTSV4RRFFQ69G5G{n:02}")).collect();
    let mut rows: Vec<(String, String)> = thirty.into_iter().map(|id| (id, String::new())).collect();
    for (n, (_, alt)) in rows.iter_mut().enumerate() {
        *alt = format!("Image numéro {n}.");
    }
    for (time, fresh) in [30, 30, 30, 0].into_iter().enumerate() {
        let mut parts = vec![part("kind", "album"), part("body", "Tout un été.")];
        for (n, (id, alt)) in rows.iter().enumerate() {
            let place = (n + 1).to_string();
            for (field, value) in [("id", id.as_str()), ("alt", alt.as_str()), ("place", place.as_str())] {
                parts.push(part(&format!("kept[{n}][{field}]"), value));
            }
        }
        parts.extend((0..fresh).map(|_| picture(&drawing())));
        let lines: Vec<_> = (0..fresh).map(|n| format!("Image numéro {}.", rows.len() + n)).collect();
        parts.push(part("alt", &lines.join("\n")));
        let page = refused(&yard, &parts, 422);
        let many = rows.len() + fresh;
        assert!(page.contains("Tout un été.") && page.contains("30 au plus"), "{time}: {page}");
        let before = rows.len();
        for n in before..many {
            // Its own field of the form: what comes before its value is its name.
            let (_, rest) = page.split_once(&format!("name=\"kept[{n}][id]\"")).unwrap();
            let id = rest.split('"').find(|piece| piece.len() == 26).unwrap().to_owned();
            rows.push((id, format!("Image numéro {n}.")));
        }
        assert_eq!(page.matches("][id]\"").count(), many, "{time}");
        for (_, alt) in &rows {
            assert!(page.contains(&format!("\"{alt}\"")), "{time}: {alt}");
        }
    }
}

/// A phone in a tunnel: half of the form came, then nothing. Takes as long as one waits for it.
#[test]
fn an_upload_that_falls_silent_is_told_and_keeps_the_text() {
    let yard = Yard::open();
    let body = [part("title", "Un titre tapé"), picture(b"\x89PNG")].concat();
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

/// What people take for a photograph, and what some would have us take for one.
#[test]
fn each_bad_picture_is_told_for_what_it_is() {
    let yard = Yard::open();
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec();
    let avif = b"\0\0\0\x18ftypavif\0\0\0\0avifmif1".to_vec();
    let mut bomb = drawing();
    bomb[16..24].copy_from_slice(&[0, 0, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF]);
    let crc = crc(&bomb[12..29]).to_be_bytes();
    bomb[29..33].copy_from_slice(&crc);
    let half = drawing()[..1000].to_vec();
    for (bytes, told) in [
        (heic, "au format HEIC"),
        (avif, "au format AVIF"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".to_vec(), "un fichier SVG"),
        (b"%PDF-1.7".to_vec(), "un fichier PDF"),
        (b"<!doctype html><script>alert(1)</script>".to_vec(), "pas pu être lue"),
        (b"PK\x03\x04".to_vec(), "pas pu être lue"),
        (bomb, "50 millions de pixels"),
        (half, "pas pu être lue"),
        (vec![], "Ce fichier est vide"),
    ] {
        let page = refused(&yard, &[picture(&bytes), part("alt", "Une légende")], 422);
        assert!(page.contains(told) && page.contains("Une légende"), "{told}\n{page}");
        assert!(page.contains("id=\"field-picture-error\""), "{told}: beside its field");
        assert!(!page.contains("][id]\""), "{told}: nothing was kept of it");
    }
}

/// CRC-32, as PNG has it.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |mut crc, byte| {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 };
        }
        crc
    })
}

/// A picture that is also an archive and a page: it is drawn again, and nothing else of it is kept.
#[test]
fn a_picture_that_is_something_else_too_is_only_a_picture() {
    let yard = Yard::open();
    let mut both = drawing();
    both.extend_from_slice(b"<script>alert(1)</script>PK\x03\x04secret.txtPK\x05\x06");
    assert_eq!(yard.publish_file("member", &both).status, 303);
    let feed = yard.call("member", "community_feed", "community={club_id}").text();
    let feed: serde_json::Value = serde_json::from_str(&feed).unwrap();
    let id = feed["items"][0]["it"]["post"]["pictures"][0]["id"].as_str().unwrap().to_owned();
    for width in [160, 480, 960, 1600] {
        let shown = yard.browser("member").get(&format!("/media/{id}/{width}")).unwrap();
        assert_eq!(shown.status, 200);
        for trace in [&b"script"[..], b"PK\x03\x04", b"secret"] {
            assert!(!shown.body.windows(trace.len()).any(|window| window == trace), "{width}");
        }
    }
}

#[test]
fn a_file_is_saved_and_never_shown() {
    let yard = Yard::open();
    let answer = yard.browser("member").get(&yard.fill("/files/{file}")).unwrap();
    assert_eq!((answer.status, answer.body.as_slice()), (200, &b"km;lieu\n5;Parc\n"[..]));
    for (name, value) in [
        ("content-type", "text/csv"),
        ("content-length", "15"),
        ("x-content-type-options", "nosniff"),
        ("content-disposition", "attachment; filename=\"Plan.csv\"; filename*=UTF-8''Plan.csv"),
    ] {
        assert_eq!(answer.header(name), Some(value), "{name}");
    }
    let policy = answer.header("content-security-policy").unwrap();
    assert!(policy.contains("sandbox") && policy.contains("default-src 'none'"), "{policy}");
    assert!(answer.header("cache-control").unwrap().contains("private"));
    let whole = yard.browser("member").ask("HEAD", &yard.fill("/files/{file}"), &[], b"").unwrap();
    assert_eq!((whole.status, whole.header("content-length")), (200, Some("15")));
}

#[test]
fn each_bad_file_is_told_for_what_it_is() {
    let yard = Yard::open();
    let heavy = [b"a".repeat(25_000_001)].concat();
    let six: Vec<_> = (0..6).map(|n| file("file", &format!("{n}.txt"), n.to_string().as_bytes())).collect();
    for (parts, told) in [
        (vec![file("file", "a.exe", b"MZ")], "ne peut pas être joint"),
        (vec![file("file", "a.svg", b"<svg/>")], "ne peut pas être joint"),
        (vec![file("file", "a.pdf", b"<!doctype html>")], "pas celui que son nom annonce"),
        (vec![file("file", "a.docx", b"PK\x03\x04")], "pas celui que son nom annonce"),
        (vec![file("file", "vide.txt", b"")], "Ce fichier est vide"),
        (vec![file("file", "a.txt", &heavy)], "Ce fichier dépasse 25\u{a0}Mo"),
        (six, "5 au plus"),
    ] {
        let page = refused(&yard, &parts, 422);
        assert!(page.contains(told), "{told}\n{page}");
        assert!(page.contains("id=\"field-file-error\""), "{told}: beside its field");
    }
    // Both faults are told at once, and what was good is kept, by its name.
    let good = file("file", "Bon.txt", b"bon");
    let page = refused(&yard, &[good, file("file", "a.exe", b"MZ"), picture(b"Bonjour")], 422);
    assert!(page.contains("ne peut pas être joint") && page.contains("pas pu être lue"), "{page}");
    assert!(page.contains("Bon.txt") && page.contains("name=\"held[0][id]\""), "{page}");
}

/// An edit that is refused keeps what was typed, the pictures there are, and the one that just came.
#[test]
fn a_refused_edit_keeps_its_pictures() {
    let yard = Yard::open();
    let (post, id) = (yard.fill("{pictured}"), yard.fill("{picture}"));
    let edit = |revision: &str, title: &str| {
        let parts = [
            part("post", &post),
            part("revision", revision),
            part("title", title),
            part("kept[0][id]", &id),
            part("kept[0][alt]", "Le parc au printemps"),
            part("kept[0][place]", "1"),
            picture(&drawing()),
            part("alt", "La grille"),
        ];
        yard.upload("member", &format!("/posts/{post}/edit?do=edit_post"), &parts)
    };
    let refused = edit("0", &"x".repeat(200));
    assert_eq!(refused.status, 422);
    let page = refused.text();
    assert_eq!(page.matches("][id]\"").count(), 2, "{page}");
    assert!(page.contains("Le parc au printemps") && page.contains("La grille"), "{page}");
    let done = edit("0", "Le parc");
    assert_eq!(done.status, 303, "{}", done.text());
    let page = yard.browser("animator").get(&format!("/posts/{post}")).unwrap().text();
    assert!(page.contains("alt=\"Le parc au printemps\"") && page.contains("alt=\"La grille\""), "{page}");
}

/// Four gigabytes, a film taken for a photograph: read to its end, dropped on the way, told.
#[test]
fn an_upload_far_too_large_is_told_and_keeps_the_text() {
    const MEGABYTES: usize = 4_100;
    let yard = Yard::open();
    let head = b"--x\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"film.mov\"\r\n\r\n";
    let before = [part("title", "Un titre tapé"), head.to_vec()].concat();
    let after = b"\r\n--x--\r\n";
    let length = before.len() + MEGABYTES * 1_000_000 + after.len();
    let session = yard.browser("member").cookies.get("session").unwrap().clone();
    let request = format!(
        "POST /?do=publish HTTP/1.1\r\nhost: x\r\ncookie: session={session}\r\nconnection: close\r\n\
         sec-fetch-site: same-origin\r\naccept: text/html\r\n\
         content-type: multipart/form-data; boundary=x\r\ncontent-length: {length}\r\n\r\n"
    );
    let mut stream = TcpStream::connect(yard.serving.address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
    stream.write_all(&[request.as_bytes(), &before].concat()).unwrap();
    let megabyte = vec![b'a'; 1_000_000];
    for _ in 0..MEGABYTES {
        stream.write_all(&megabyte).unwrap();
    }
    stream.write_all(after).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 422"), "{answer}");
    assert!(answer.contains("dépasse 12\u{a0}Mo") && answer.contains("Un titre tapé"), "{answer}");
    let peak = yard.serving.peak();
    assert!(peak < 400, "{peak} MiB: it is not held in memory");
}
