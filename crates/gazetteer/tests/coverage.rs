//! That the data is whole and in its place.

use gazetteer::{ATTRIBUTIONS, Point, all, distance_km, fold, search};

#[test]
fn every_commune_is_read() {
    let lines = include_str!("../data/communes.tsv").lines().count();
    assert_eq!(lines, 34_964);
    assert_eq!(all().len(), lines);
    for commune in all() {
        assert_eq!(commune.code.len(), 5);
        assert!(!commune.postcodes.is_empty(), "{}", commune.name);
        assert!(commune.postcodes.iter().all(|p| p.len() == 5), "{}", commune.name);
        assert!(fold(commune.name).is_ascii(), "{}", commune.name);
    }
}

/// Measured when the data was made; a rebuild that loses any of it must explain itself.
#[test]
fn population_located() {
    let share = |in_scope: fn(&str) -> bool| {
        let (mut found, mut people) = (0, 0);
        for commune in all().iter().filter(|commune| in_scope(commune.department)) {
            people += commune.population;
            found += commune.point.map_or(0, |_| commune.population);
        }
        f64::from(found) / f64::from(people)
    };
    assert_eq!(all().iter().filter(|commune| commune.point.is_some()).count(), 34_757);
    let everywhere = share(|_| true);
    let mainland = share(|department| department.len() == 2);
    let around = share(|department| ["69", "42", "38", "01"].contains(&department));
    println!("located: {everywhere:.5} everywhere, {mainland:.5} mainland, {around:.5} around");
    assert!((everywhere - 0.994_89).abs() < 0.000_01);
    assert!(mainland > 0.999);
    assert!(around > 0.999);
}

#[test]
fn points_lie_in_france() {
    for commune in all().iter().filter(|commune| commune.department.len() == 2) {
        if let Some(Point { lon, lat }) = commune.point {
            let inside = (-5.2..9.6).contains(&lon) && (41.3..51.1).contains(&lat);
            assert!(inside, "{} {lon} {lat}", commune.label());
        }
    }
}

/// Approximate town centres, independent of the sources of the data.
#[test]
fn towns_are_where_they_should_be() {
    for (query, lon, lat) in [
        ("Lyon", 4.835, 45.758),
        ("Villeurbanne", 4.880, 45.767),
        ("Saint-Étienne", 4.387, 45.440),
        ("Bron", 4.911, 45.738),
        ("Vénissieux", 4.886, 45.698),
        ("Caluire-et-Cuire", 4.847, 45.795),
        ("Oullins-Pierre-Bénite", 4.807, 45.714),
        ("Tassin-la-Demi-Lune", 4.780, 45.764),
        ("Givors", 4.769, 45.590),
        ("Vienne", 4.875, 45.524),
        ("Villefranche-sur-Saône", 4.719, 45.989),
        ("L'Arbresle", 4.617, 45.835),
        ("Rive-de-Gier", 4.616, 45.529),
        ("Saint-Chamond", 4.513, 45.474),
        ("Bourgoin-Jallieu", 5.274, 45.586),
        ("Meyzieu", 5.003, 45.767),
        ("Décines-Charpieu", 4.959, 45.769),
        ("Écully", 4.778, 45.774),
        ("Saint-Priest 69800", 4.944, 45.697),
        ("Mornant", 4.672, 45.619),
        ("Brignais", 4.754, 45.674),
        ("Paris", 2.352, 48.857),
        ("Marseille", 5.370, 43.296),
        ("Bordeaux", -0.579, 44.838),
        ("Lille", 3.058, 50.629),
        ("Brest", -4.486, 48.390),
        ("Ajaccio", 8.738, 41.926),
        ("Saint-Denis 97400", 55.448, -20.879),
    ] {
        let expected = Point { lon, lat };
        let found = search(query, 1).first().and_then(|commune| commune.point);
        let off = found.map(|point| distance_km(point, expected));
        assert!(off.is_some_and(|km| km < 5.0), "{query}: {off:?} km off");
    }
}

#[test]
fn sources_are_named() {
    assert_eq!(ATTRIBUTIONS.len(), 3);
    for source in ATTRIBUTIONS {
        assert!(!source.title.is_empty() && !source.author.is_empty());
        assert!(!source.licence.is_empty() && source.url.starts_with("https://"));
    }
}
