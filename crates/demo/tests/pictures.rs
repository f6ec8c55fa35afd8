//! Pictures are the right size, always the same, and not all alike.

use std::collections::BTreeSet;

use demo::{PORTRAIT_SIDE, Scale, Scene, company, picture, portrait};

#[test]
fn the_same_seed_paints_the_same_picture() {
    for scene in Scene::ALL {
        let painted = picture(scene.seed(3), 60, 40);
        assert_eq!(painted.len(), 60 * 40 * 3);
        assert_eq!(painted, picture(scene.seed(3), 60, 40));
        assert_eq!(Scene::of(scene.seed(3)), scene);
    }
}

#[test]
fn pictures_differ() {
    let painted: BTreeSet<Vec<u8>> = (0..48).map(|seed| picture(seed, 60, 40)).collect();
    assert_eq!(painted.len(), 48);
    let faces: BTreeSet<Vec<u8>> = (1..60).map(portrait).collect();
    assert!(faces.len() > 50);
}

#[test]
fn odd_sizes_are_painted_too() {
    assert_eq!(picture(u64::MAX, 1, 1).len(), 3);
    assert_eq!(picture(7, 0, 0).len(), 3);
    assert_eq!(picture(5, 3, 301).len(), 3 * 301 * 3);
    let side = usize::try_from(PORTRAIT_SIDE).unwrap();
    assert_eq!(portrait(0).len(), side * side * 3);
}

#[test]
fn posted_pictures_are_painted_at_their_size() {
    let company = company(Scale::default());
    let shown = company.posts.iter().find_map(|post| post.picture.as_ref()).unwrap();
    let bytes = u64::from(shown.width) * u64::from(shown.height) * 3;
    assert_eq!(u64::try_from(picture(shown.seed, shown.width, shown.height).len()).unwrap(), bytes);
}
