//! Small emblems for people who would rather not show their face. No faces on purpose: nobody's looks are guessed.

use rand::{Rng, rngs::SmallRng};

use super::{
    canvas::Canvas,
    colour::{BRICK, CHALK, CHESTNUT, Colour, INK, LINE, ROSE, SLATE, WOOD, YELLOW, rgb},
    shape::{Both, Disc, Oval, Point, Polygon, Ring, Slab, Stroke, Under},
};
use crate::chance::chance;

/// Width and height of a portrait, in pixels.
pub const PORTRAIT_SIDE: u32 = 256;

pub(crate) fn portrait_seed(person: usize) -> u64 {
    u64::try_from(person).unwrap_or(0) + 1
}

/// An abstract avatar as RGB8 rows, [`PORTRAIT_SIDE`] pixels wide and high.
pub fn portrait(seed: u64) -> Vec<u8> {
    let mut rng = chance("portrait picture", usize::try_from(seed).unwrap_or(usize::MAX));
    let mut canvas = Canvas::new(PORTRAIT_SIDE, PORTRAIT_SIDE);
    let grounds = [
        ROSE.lighter(0.25),
        YELLOW.lighter(0.35),
        INK.lighter(0.62),
        CHESTNUT.lighter(0.6),
        BRICK.lighter(0.35),
        LINE,
        SLATE.lighter(0.12),
    ];
    let ground = pick(&grounds, &mut rng);
    canvas.wash(|point| ground.mix(CHALK, 0.2 - point.y * 0.25));
    match rng.random_range(0..11) {
        0 => cat(&mut canvas, &mut rng),
        1 => summit(&mut canvas, &mut rng),
        2 => wheel(&mut canvas, &mut rng),
        3 => spool(&mut canvas, &mut rng),
        4 => sprout(&mut canvas, &mut rng),
        5 => cup(&mut canvas, &mut rng),
        6 => bird(&mut canvas, &mut rng),
        7 => boat(&mut canvas, &mut rng),
        8 => umbrella(&mut canvas, &mut rng),
        9 => hedgehog(&mut canvas, &mut rng),
        _ => leaf(&mut canvas, &mut rng),
    }
    canvas.into_rgb()
}

fn pick(inks: &[Colour], rng: &mut SmallRng) -> Colour {
    inks.get(rng.random_range(0..inks.len().max(1))).copied().unwrap_or(BRICK)
}

const HEART: Point = Point::new(0.5, 0.5);

fn cat(canvas: &mut Canvas, rng: &mut SmallRng) {
    let fur = pick(&[SLATE, BRICK.mix(YELLOW, 0.4), LINE.darker(0.35), CHALK], rng);
    let face = HEART.shifted(0.0, 0.08);
    for side in [-1.0, 1.0] {
        let ear = vec![
            face.shifted(side * 0.27, -0.08),
            face.shifted(side * 0.23, -0.36),
            face.shifted(side * 0.05, -0.2),
        ];
        canvas.paint(&Polygon(ear), fur);
        let inner = vec![
            face.shifted(side * 0.22, -0.12),
            face.shifted(side * 0.205, -0.27),
            face.shifted(side * 0.1, -0.2),
        ];
        canvas.paint(&Polygon(inner), ROSE);
    }
    canvas.paint(&Oval(face, 0.29, 0.25), fur);
    let ink = if fur == SLATE { YELLOW } else { SLATE };
    for side in [-0.11, 0.11] {
        canvas.paint(&Oval(face.shifted(side, -0.02), 0.034, 0.044), ink);
        canvas
            .paint(&Oval(face.shifted(side, -0.02), 0.011, 0.036), if fur == SLATE { SLATE } else { CHALK });
        for whisker in [-0.02, 0.02] {
            canvas.paint(
                &Stroke(
                    face.shifted(side * 0.9, 0.08 + whisker * 0.6),
                    face.shifted(side * 3.0, 0.075 + whisker * 2.2),
                    0.008,
                ),
                fur.mix(CHALK, 0.5).mix(SLATE, 0.2),
            );
        }
    }
    canvas.paint(
        &Polygon(vec![face.shifted(-0.026, 0.06), face.shifted(0.026, 0.06), face.shifted(0.0, 0.09)]),
        ROSE.mix(BRICK, 0.4),
    );
}

fn summit(canvas: &mut Canvas, rng: &mut SmallRng) {
    canvas.paint(&Disc(Point::new(rng.random_range(0.25..0.75), 0.3), 0.1), YELLOW);
    let rock = pick(&[INK, CHESTNUT, SLATE.lighter(0.2)], rng);
    for (x, y, wide, shade) in [(0.72, 0.42, 0.5, 0.25), (0.36, 0.26, 0.52, 0.0)] {
        let peak = Point::new(x, y);
        canvas.paint(
            &Polygon(vec![peak, Point::new(x + wide, 1.05), Point::new(x - wide, 1.05)]),
            rock.lighter(shade),
        );
        let (left, right) = (Point::new(x - wide, 1.05), Point::new(x + wide, 1.05));
        let snow = vec![
            peak,
            peak.towards(right, 0.22),
            peak.shifted(0.05, 0.12),
            peak.shifted(0.0, 0.19),
            peak.shifted(-0.05, 0.13),
            peak.towards(left, 0.2),
        ];
        canvas.paint(&Polygon(snow), CHALK);
    }
}

fn wheel(canvas: &mut Canvas, rng: &mut SmallRng) {
    let tyre = pick(&[SLATE, BRICK, CHESTNUT], rng);
    for spoke in 0..20 {
        canvas.paint(&Stroke(HEART, HEART.polar(f64::from(spoke) * 0.314, 0.32), 0.007), SLATE.lighter(0.3));
    }
    canvas.paint(&Ring(HEART, 0.33, 0.055), tyre);
    canvas.paint(&Ring(HEART, 0.29, 0.018), CHALK);
    canvas.paint(&Disc(HEART, 0.045), YELLOW);
    canvas.paint(&Disc(HEART, 0.018), SLATE);
}

fn spool(canvas: &mut Canvas, rng: &mut SmallRng) {
    let thread = pick(&[BRICK, INK, CHESTNUT, YELLOW], rng);
    canvas.paint(&Slab(HEART, 0.17, 0.22, 0.02), thread);
    for turn in 0..11 {
        let y = -0.2 + f64::from(turn) * 0.04;
        canvas.glaze(
            &Stroke(HEART.shifted(-0.17, y + 0.012), HEART.shifted(0.17, y - 0.012), 0.009),
            SLATE,
            0.3,
        );
    }
    for end in [-0.25, 0.25] {
        canvas.paint(&Slab(HEART.shifted(0.0, end), 0.23, 0.04, 0.02), WOOD.lighter(0.25));
    }
    let mut last = HEART.shifted(0.17, 0.12);
    for step in 1..20 {
        let share = f64::from(step) / 20.0;
        let next = HEART.shifted(0.17 + share * 0.3, 0.12 + (share * 9.0).sin() * 0.05 + share * 0.18);
        canvas.paint(&Stroke(last, next, 0.016), thread);
        last = next;
    }
}

fn sprout(canvas: &mut Canvas, rng: &mut SmallRng) {
    let pot = [(-0.15, 0.34), (0.15, 0.34), (0.19, 0.1), (-0.19, 0.1)];
    canvas.paint(&Stroke(HEART.shifted(0.0, 0.1), HEART.shifted(0.0, -0.25), 0.026), CHESTNUT.darker(0.2));
    for (side, y) in [(-1.0, 0.0), (1.0, -0.07), (-1.0, -0.15), (1.0, -0.21)] {
        let green = CHESTNUT.mix(rgb(0x9C, 0xC2, 0x70), rng.random_range(0.1..0.9));
        let root = HEART.shifted(0.0, y);
        for step in 0..9 {
            let share = f64::from(step) / 8.0;
            let size = 0.068 * (share * 3.0).sin().abs() + 0.012;
            canvas.paint(&Disc(root.shifted(side * share * 0.22, -share * 0.1), size), green);
        }
    }
    canvas.paint(&Polygon(pot.map(|(x, y)| HEART.shifted(x, y)).to_vec()), pick(&[BRICK, INK, CHALK], rng));
    canvas.paint(&Slab(HEART.shifted(0.0, 0.1), 0.215, 0.032, 0.012), WOOD);
}

fn cup(canvas: &mut Canvas, rng: &mut SmallRng) {
    let china = pick(&[BRICK, INK, CHESTNUT, CHALK], rng);
    canvas.paint(&Ring(HEART.shifted(0.24, 0.14), 0.09, 0.04), china.darker(0.1));
    canvas.paint(&Slab(HEART.shifted(0.0, 0.14), 0.23, 0.2, 0.09), china);
    canvas.paint(&Oval(HEART.shifted(0.0, -0.045), 0.23, 0.055), china.lighter(0.35));
    canvas.paint(&Oval(HEART.shifted(0.0, -0.04), 0.2, 0.04), rgb(0x5A, 0x36, 0x24));
    for plume in [-0.08, 0.0, 0.08] {
        for step in 0..16 {
            let share = f64::from(step) / 16.0;
            let at = HEART.shifted(plume + (share * 7.0 + plume * 20.0).sin() * 0.025, -0.13 - share * 0.22);
            canvas.glaze(&Disc(at, 0.02), CHALK, 0.6 * (1.0 - share));
        }
    }
}

fn bird(canvas: &mut Canvas, rng: &mut SmallRng) {
    let plumage = pick(&[INK, BRICK, CHESTNUT, SLATE.lighter(0.15)], rng);
    let body = HEART.shifted(-0.02, 0.06);
    canvas.paint(&Stroke(Point::new(-0.1, 0.83), Point::new(1.1, 0.79), 0.045), WOOD.darker(0.1));
    for leg in [-0.03, 0.05] {
        canvas.paint(
            &Stroke(body.shifted(leg, 0.2), body.shifted(leg + 0.01, 0.27), 0.016),
            YELLOW.darker(0.2),
        );
    }
    canvas.paint(
        &Polygon(vec![
            body.shifted(-0.12, 0.02),
            body.shifted(-0.42, 0.14),
            body.shifted(-0.36, 0.22),
            body.shifted(-0.05, 0.17),
        ]),
        plumage.darker(0.2),
    );
    canvas.paint(&Oval(body, 0.24, 0.21), plumage);
    canvas.paint(&Both(Oval(body, 0.24, 0.21), Disc(body.shifted(0.14, 0.12), 0.19)), YELLOW.lighter(0.3));
    canvas.paint(&Disc(body.shifted(0.16, -0.19), 0.135), plumage);
    canvas.paint(
        &Polygon(vec![body.shifted(0.27, -0.23), body.shifted(0.4, -0.18), body.shifted(0.27, -0.14)]),
        YELLOW.mix(BRICK, 0.35),
    );
    canvas.paint(&Disc(body.shifted(0.2, -0.22), 0.026), CHALK);
    canvas.paint(&Disc(body.shifted(0.205, -0.22), 0.014), SLATE);
    canvas.paint(&Oval(body.shifted(-0.07, 0.0), 0.15, 0.1), plumage.darker(0.25));
}

fn leaf(canvas: &mut Canvas, rng: &mut SmallRng) {
    let green = CHESTNUT.mix(YELLOW, rng.random_range(0.0..0.5));
    let stem = HEART.shifted(0.0, 0.36);
    canvas.paint(&Stroke(stem, HEART.shifted(0.0, 0.06), 0.022), CHESTNUT.darker(0.25));
    for finger in 0..7 {
        let angle = -1.57 + (f64::from(finger) - 3.0) * 0.52;
        let long = 0.37 - (f64::from(finger) - 3.0).abs() * 0.038;
        let root = HEART.shifted(0.0, 0.1);
        for step in 0..14 {
            let share = f64::from(step) / 13.0;
            let size = 0.062 * (share * 2.6).sin().abs() + 0.006;
            canvas.paint(
                &Disc(root.polar(angle, share * long), size),
                green.lighter(f64::from(finger % 2) * 0.12),
            );
        }
        canvas.glaze(&Stroke(root, root.polar(angle, long), 0.008), CHALK, 0.5);
    }
}

fn boat(canvas: &mut Canvas, rng: &mut SmallRng) {
    let sea = pick(&[INK, CHESTNUT, SLATE.lighter(0.15)], rng);
    let sail = pick(&[BRICK, YELLOW, CHALK], rng);
    let mast = HEART.shifted(-0.02, 0.14);
    canvas.paint(&Stroke(mast, mast.shifted(0.0, -0.5), 0.02), WOOD.darker(0.2));
    canvas.paint(
        &Polygon(vec![mast.shifted(0.025, -0.06), mast.shifted(0.025, -0.48), mast.shifted(0.29, -0.06)]),
        sail,
    );
    canvas.paint(
        &Polygon(vec![mast.shifted(-0.025, -0.06), mast.shifted(-0.025, -0.4), mast.shifted(-0.2, -0.06)]),
        sail.lighter(0.3),
    );
    let hull = [(-0.3, 0.0), (0.34, 0.0), (0.24, 0.15), (-0.2, 0.15)];
    canvas.paint(&Polygon(hull.map(|(x, y)| mast.shifted(x, y)).to_vec()), WOOD);
    canvas.paint(&Under(|x: f64| 0.76 + (x * 16.0).sin() * 0.018, 0.7), sea);
    canvas.paint(&Under(|x: f64| 0.86 + (x * 13.0 + 2.0).sin() * 0.016, 0.8), sea.darker(0.25));
}

fn umbrella(canvas: &mut Canvas, rng: &mut SmallRng) {
    let cloth = pick(&[BRICK, INK, CHESTNUT, YELLOW], rng);
    let hub = HEART.shifted(0.0, 0.06);
    canvas.paint(&Stroke(hub.shifted(0.0, -0.36), hub.shifted(0.0, 0.27), 0.024), WOOD.darker(0.2));
    canvas.paint(
        &Both(Ring(hub.shifted(0.055, 0.27), 0.055, 0.026), Slab::between(0.4, hub.y + 0.27, 0.8, 1.0)),
        WOOD.darker(0.2),
    );
    let dome = || Both(Disc(hub, 0.34), Slab::between(0.0, 0.0, 1.0, hub.y));
    canvas.paint(&dome(), cloth);
    canvas.paint(&Both(dome(), Oval(hub, 0.13, 0.34)), cloth.lighter(0.28));
    for scallop in [-0.235, 0.0, 0.235] {
        let width = if scallop == 0.0 { 0.13 } else { 0.105 };
        canvas.paint(&Oval(hub.shifted(scallop, 0.004), width, 0.036), SLATE.mix(cloth, 0.45));
    }
    for _ in 0..16 {
        let drop = Point::new(rng.random_range(0.04..0.96), rng.random_range(0.03..0.3));
        if drop.to(hub) > 0.4 {
            canvas.glaze(&Stroke(drop, drop.shifted(-0.012, 0.05), 0.012), INK.lighter(0.3), 0.7);
        }
    }
}

fn hedgehog(canvas: &mut Canvas, rng: &mut SmallRng) {
    let body = HEART.shifted(0.04, 0.12);
    let quills = pick(&[WOOD.darker(0.3), SLATE, BRICK.darker(0.35)], rng);
    for ring in 0..3 {
        let reach = 0.2 + f64::from(ring) * 0.045;
        for quill in 0..17 {
            let angle = 3.3 + f64::from(quill) * 0.2 + f64::from(ring) * 0.09;
            let root = body.polar(angle, reach);
            canvas.paint(
                &Stroke(root, root.polar(angle + 0.3, 0.09), 0.018),
                quills.lighter(f64::from(ring) * 0.13),
            );
        }
    }
    canvas.paint(&Both(Disc(body, 0.25), Slab::between(0.0, 0.0, 1.0, body.y + 0.14)), quills);
    let face = body.shifted(-0.2, 0.06);
    canvas.paint(&Oval(body.shifted(-0.02, 0.13), 0.24, 0.07), ROSE.mix(WOOD, 0.4));
    canvas.paint(
        &Polygon(vec![face.shifted(0.09, -0.14), face.shifted(0.12, 0.1), face.shifted(-0.17, 0.05)]),
        ROSE.mix(WOOD, 0.3),
    );
    canvas.paint(&Disc(face.shifted(-0.165, 0.045), 0.028), SLATE);
    canvas.paint(&Disc(face.shifted(0.015, -0.02), 0.021), SLATE);
    canvas.paint(&Disc(face.shifted(0.009, -0.026), 0.007), CHALK);
    for foot in [-0.14, 0.1] {
        canvas.paint(&Oval(body.shifted(foot, 0.2), 0.045, 0.022), WOOD.darker(0.2));
    }
}
