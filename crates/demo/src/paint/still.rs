//! Close up: woven cloth, posters, a shelf, a table seen from above.

use std::f64::consts::{PI, TAU};

use rand::{Rng, rngs::SmallRng};

use super::{
    canvas::{Canvas, noise, rounded},
    colour::{BRICK, CHALK, CHESTNUT, Colour, INK, INKS, LINE, ROSE, SLATE, WOOD, YELLOW, rgb},
    shape::{Both, Disc, Oval, Point, Polygon, Ring, Slab, Stroke},
};

fn pick(inks: &[Colour], rng: &mut SmallRng) -> Colour {
    inks.get(rng.random_range(0..inks.len().max(1))).copied().unwrap_or(BRICK)
}

fn at(inks: &[Colour], number: u32) -> Colour {
    let many = u32::try_from(inks.len()).unwrap_or(1).max(1);
    let place = usize::try_from(number % many).unwrap_or(0);
    inks.get(place).copied().unwrap_or(CHALK)
}

/// Threads over and under: plain weave or twill, with coloured stripes both ways.
pub(super) fn weave(canvas: &mut Canvas, rng: &mut SmallRng) {
    let pitch = [0.021, 0.028, 0.036].get(rng.random_range(0..3)).copied().unwrap_or(0.028);
    let pair = [pick(&INKS, rng), pick(&INKS, rng)];
    let stripes = |rng: &mut SmallRng| -> Vec<Colour> {
        let mut threads = Vec::new();
        while threads.len() < 28 {
            let inks = [CHALK, LINE, pair[0], pair[1], CHALK.mix(pair[0], 0.5)];
            let colour = pick(&inks, rng);
            threads.extend(std::iter::repeat_n(colour, rng.random_range(2..8)));
        }
        threads
    };
    let (warp, weft) = (stripes(rng), stripes(rng));
    let twill = rng.random_range(2..5_u32);
    let salt = rng.random_range(0..9999_u32);
    canvas.wash(|point| {
        let (across, down) = (point.x / pitch, point.y / pitch);
        let (column, row) = (rounded(across.floor()), rounded(down.floor()));
        let (x, y) = (across - across.floor() - 0.5, down - down.floor() - 0.5);
        let over = if twill == 2 { (column + row) % 2 == 0 } else { (column + row) % twill != 0 };
        let (colour, side, along, thread) =
            if over { (at(&warp, column), x, y, column) } else { (at(&weft, row), y, x, row + 5000) };
        // Round across the thread, sinking where it dives under the next one.
        let round = (1.0 - (side * 2.0).powi(2)).max(0.0).sqrt();
        let dive = if twill == 2 { (along * PI).cos() } else { 1.0 };
        let fibre = noise(rounded(along * 9.0 + side * 40.0 + 400.0) + thread * 131 + salt);
        let shade = (1.0 - round) * 0.62 + (1.0 - dive) * 0.3 + fibre * 0.07;
        colour.mix(SLATE, shade).mix(CHALK, (round * dive - 0.82).max(0.0) * 0.9)
    });
}

pub(super) fn poster(canvas: &mut Canvas, rng: &mut SmallRng) {
    let aspect = canvas.aspect();
    canvas.wash(|_| CHALK);
    let many = rng.random_range(3..6_u32);
    let margin = 0.06;
    let cell = (1.0 - margin * 2.0) / f64::from(many);
    let mut top = margin;
    while top + cell <= 1.0 - margin + 1e-9 {
        let mut left = (aspect - cell * ((aspect - margin * 2.0) / cell + 1e-9).floor()) / 2.0;
        while left + cell <= aspect - margin + 1e-6 {
            motif(canvas, left, top, cell, rng);
            left += cell;
        }
        top += cell;
    }
}

fn motif(canvas: &mut Canvas, left: f64, top: f64, cell: f64, rng: &mut SmallRng) {
    let grounds =
        [CHALK, LINE, YELLOW.lighter(0.55), ROSE.lighter(0.4), INK.lighter(0.75), CHESTNUT.lighter(0.7)];
    let square = || Slab::between(left, top, left + cell, top + cell);
    canvas.paint(&square(), pick(&grounds, rng));
    let (ink, second) = (pick(&INKS, rng), pick(&INKS, rng));
    let corner = Point::new(
        if rng.random_bool(0.5) { left } else { left + cell },
        if rng.random_bool(0.5) { top } else { top + cell },
    );
    let heart = Point::new(left + cell / 2.0, top + cell / 2.0);
    match rng.random_range(0..8) {
        0 | 1 => {
            canvas.paint(&Both(square(), Disc(corner, cell)), ink);
            canvas.paint(&Both(square(), Disc(corner, cell * 0.5)), second);
        }
        2 => {
            canvas.paint(&Disc(heart, cell * 0.5), ink);
            canvas.paint(&Disc(heart, cell * 0.22), second);
        }
        3 => canvas.paint(&Both(square(), Disc(Point::new(heart.x, corner.y), cell * 0.5)), ink),
        4 => {
            let far = Point::new(left + left + cell - corner.x, corner.y);
            let under = Point::new(corner.x, top + top + cell - corner.y);
            canvas.paint(&Polygon(vec![corner, far, under]), ink);
        }
        5 => {
            for bar in 0..4 {
                let y = top + cell * (f64::from(bar) + 0.5) / 4.0;
                canvas.paint(&Slab::between(left, y - cell * 0.06, left + cell, y + cell * 0.06), ink);
            }
        }
        6 => {
            for radius in [1.0, 0.76, 0.52, 0.28] {
                let colour = if radius == 1.0 || radius == 0.52 { ink } else { second.lighter(0.55) };
                canvas.paint(&Both(square(), Disc(corner, cell * radius)), colour);
            }
        }
        _ => {
            for across in 0..4 {
                for down in 0..4 {
                    let dot = Point::new(
                        left + cell * (f64::from(across) + 0.5) / 4.0,
                        top + cell * (f64::from(down) + 0.5) / 4.0,
                    );
                    canvas.paint(&Disc(dot, cell * 0.075), ink);
                }
            }
        }
    }
}

pub(super) fn shelf(canvas: &mut Canvas, rng: &mut SmallRng) {
    let aspect = canvas.aspect();
    let wall = pick(&[ROSE.lighter(0.5), INK.lighter(0.72), CHESTNUT.lighter(0.7), YELLOW.lighter(0.6)], rng);
    canvas.wash(|point| wall.mix(SLATE, point.y * 0.06));
    canvas.glow(Point::new(aspect * 0.2, 0.0), 0.9, CHALK, 0.55);
    for (board, plant) in [(0.46, false), (0.88, true)] {
        canvas.glaze(&Slab::between(0.06, board + 0.02, aspect - 0.04, board + 0.075), SLATE, 0.16);
        let mut x = 0.13;
        let stop = aspect - rng.random_range(0.42..0.56);
        while x < stop {
            x += book(canvas, x, board, rng);
        }
        if plant {
            leaves(canvas, Point::new(aspect - 0.3, board), rng);
        } else {
            mug(canvas, Point::new(aspect - 0.33, board), pick(&[BRICK, INK, CHALK], rng));
            let lying = Point::new(aspect - 0.17, board);
            for (row, colour) in [(0.0, CHESTNUT), (1.0, YELLOW), (2.0, ROSE)] {
                canvas.paint(
                    &Slab(
                        lying.shifted(row * 0.006, -0.018 - row * 0.034),
                        0.085 - row * 0.008,
                        0.016,
                        0.004,
                    ),
                    colour,
                );
            }
        }
        canvas.paint(&Slab::between(0.05, board, aspect - 0.05, board + 0.034), WOOD);
        canvas.glaze(&Slab::between(0.05, board, aspect - 0.05, board + 0.01), CHALK, 0.25);
    }
}

/// One book standing on `board`; gives the room it takes.
fn book(canvas: &mut Canvas, x: f64, board: f64, rng: &mut SmallRng) -> f64 {
    let (wide, tall) = (rng.random_range(0.026..0.062), rng.random_range(0.19..0.33));
    let colour = pick(&INKS, rng).lighter(rng.random_range(0.0..0.3));
    let lean = if rng.random_bool(0.12) { rng.random_range(0.03..0.07) } else { 0.0 };
    let spine = [(0.0, 0.0), (wide, 0.0), (wide + lean, -tall), (lean, -tall)];
    let foot = Point::new(x, board);
    let corner = |(dx, dy): (f64, f64)| foot.shifted(dx, dy);
    canvas.paint(&Polygon(spine.map(corner).to_vec()), colour);
    canvas.glaze(
        &Polygon(
            [(wide * 0.8, 0.0), (wide, 0.0), (wide + lean, -tall), (wide * 0.8 + lean, -tall)]
                .map(corner)
                .to_vec(),
        ),
        SLATE,
        0.22,
    );
    let band = if colour == SLATE { YELLOW } else { CHALK };
    for share in [0.14, 0.2, 0.82] {
        let y = -tall * share;
        canvas.glaze(
            &Stroke(corner((wide * 0.18 + lean * share, y)), corner((wide * 0.78 + lean * share, y)), 0.006),
            band,
            0.75,
        );
    }
    if rng.random_bool(0.3) {
        canvas.paint(
            &Slab(corner((wide * 0.48 + lean * 0.5, -tall * 0.5)), wide * 0.26, tall * 0.13, 0.004),
            band,
        );
    }
    if rng.random_bool(0.22) {
        canvas.paint(
            &Stroke(
                corner((wide * 0.5 + lean, -tall)),
                corner((wide * 0.5 + lean + 0.004, -tall - 0.024)),
                0.011,
            ),
            BRICK,
        );
    }
    wide + lean + 0.004
}

fn mug(canvas: &mut Canvas, foot: Point, colour: Colour) {
    canvas.paint(&Ring(foot.shifted(0.052, -0.052), 0.027, 0.012), colour.darker(0.1));
    canvas.paint(&Slab(foot.shifted(0.0, -0.054), 0.05, 0.054, 0.012), colour);
    canvas.glaze(&Slab(foot.shifted(0.03, -0.054), 0.018, 0.05, 0.01), SLATE, 0.14);
    for steam in [-0.015, 0.015] {
        for step in 0..10 {
            let share = f64::from(step) / 10.0;
            let point = foot.shifted(steam + (share * 7.0).sin() * 0.008, -0.13 - share * 0.09);
            canvas.glaze(&Disc(point, 0.008), CHALK, 0.34 * (1.0 - share));
        }
    }
}

fn leaves(canvas: &mut Canvas, foot: Point, rng: &mut SmallRng) {
    let pot = [(-0.055, 0.0), (0.055, 0.0), (0.072, -0.11), (-0.072, -0.11)];
    for leaf in 0..13 {
        let angle = -1.57 + (f64::from(leaf) - 6.0) * 0.2 + rng.random_range(-0.08..0.08);
        let root = foot.shifted(0.0, -0.1);
        let tip = root.polar(angle, rng.random_range(0.13..0.25));
        let green = CHESTNUT.mix(rgb(0x8F, 0xB8, 0x6A), rng.random_range(0.0..0.8));
        canvas.paint(&Stroke(root, tip, 0.006), CHESTNUT.darker(0.2));
        for (share, size) in [(0.55, 0.018), (0.8, 0.026), (1.0, 0.021)] {
            canvas.paint(&Disc(root.towards(tip, share), size), green);
        }
    }
    canvas.paint(&Polygon(pot.map(|(x, y)| foot.shifted(x, y)).to_vec()), BRICK);
    canvas.paint(&Slab(foot.shifted(0.0, -0.108), 0.08, 0.014, 0.004), BRICK.darker(0.15));
}

pub(super) fn table(canvas: &mut Canvas, rng: &mut SmallRng) {
    let aspect = canvas.aspect();
    let check = pick(&[BRICK, INK, CHESTNUT], rng).lighter(0.45);
    canvas.wash(|point| {
        let line = |at: f64| (at / 0.1).floor().rem_euclid(2.0) < 0.5;
        let share = f64::from(u8::from(line(point.x))) * 0.5 + f64::from(u8::from(line(point.y))) * 0.5;
        CHALK.mix(check, share * 0.62)
    });
    let spots = [(0.17, 0.27), (0.5, 0.22), (0.83, 0.28), (0.2, 0.76), (0.52, 0.8), (0.82, 0.74)];
    for (x, y) in spots {
        let plate =
            Point::new(aspect * x + rng.random_range(-0.02..0.02), y + rng.random_range(-0.015..0.015));
        setting(canvas, plate, rng);
    }
    let board = Point::new(aspect * 0.5, 0.51);
    canvas.glaze(&Slab(board.shifted(0.012, 0.016), 0.2, 0.075, 0.03), SLATE, 0.25);
    canvas.paint(&Slab(board, 0.2, 0.075, 0.03), WOOD.lighter(0.3));
    canvas.paint(&Oval(board, 0.16, 0.048), rgb(0xC6, 0x86, 0x47));
    for cut in [-0.09, -0.045, 0.0, 0.045, 0.09] {
        canvas.paint(
            &Stroke(board.shifted(cut - 0.012, 0.026), board.shifted(cut + 0.016, -0.026), 0.009),
            rgb(0xEE, 0xCF, 0x99),
        );
    }
    for x in [0.34, 0.68] {
        let cup = Point::new(aspect * x, 0.5 + rng.random_range(-0.05..0.05));
        let colour = pick(&[BRICK, INK, YELLOW, CHESTNUT], rng);
        canvas.glaze(&Disc(cup.shifted(0.012, 0.016), 0.055), SLATE, 0.25);
        canvas.paint(&Stroke(cup, cup.polar(rng.random_range(0.0..6.2), 0.075), 0.018), colour.darker(0.12));
        canvas.paint(&Disc(cup, 0.053), colour);
        canvas.paint(&Disc(cup, 0.042), rgb(0x5A, 0x36, 0x24));
        canvas.glaze(&Disc(cup.shifted(-0.012, -0.012), 0.014), CHALK, 0.35);
    }
}

fn setting(canvas: &mut Canvas, plate: Point, rng: &mut SmallRng) {
    canvas.glaze(&Disc(plate.shifted(0.014, 0.02), 0.128), SLATE, 0.22);
    canvas.paint(&Disc(plate, 0.128), CHALK);
    canvas.paint(&Ring(plate, 0.117, 0.008), pick(&[INK, BRICK, CHESTNUT, YELLOW], rng));
    canvas.glaze(&Disc(plate, 0.086), LINE, 0.6);
    for _ in 0..rng.random_range(10..17) {
        let bite = plate.polar(rng.random_range(0.0..TAU), rng.random_range(0.0..0.062));
        let food = pick(&[YELLOW, BRICK, CHESTNUT.lighter(0.25), ROSE, rgb(0xE8, 0x9C, 0x3F)], rng);
        canvas.paint(&Oval(bite, rng.random_range(0.01..0.022), rng.random_range(0.009..0.017)), food);
    }
    for (side, prongs) in [(-0.168, true), (0.168, false)] {
        let top = plate.shifted(side, -0.085);
        canvas.paint(&Stroke(top, plate.shifted(side, 0.09), 0.009), LINE.darker(0.3));
        if prongs {
            for tine in [-0.01, 0.0, 0.01] {
                canvas.paint(
                    &Stroke(top.shifted(tine, -0.03), top.shifted(tine, 0.012), 0.0045),
                    LINE.darker(0.3),
                );
            }
        } else {
            canvas.paint(&Oval(top.shifted(0.003, -0.005), 0.009, 0.042), LINE.darker(0.22));
        }
    }
}
