//! Shapes, as signed distances: negative inside, in units of the sheet's height.

#[derive(Clone, Copy, Debug)]
pub(super) struct Point {
    pub x: f64,
    pub y: f64,
}

impl Point {
    pub(super) const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    pub(super) fn to(self, other: Self) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }

    pub(super) fn shifted(self, x: f64, y: f64) -> Self {
        Self::new(self.x + x, self.y + y)
    }

    pub(super) fn towards(self, other: Self, share: f64) -> Self {
        Self::new(self.x + (other.x - self.x) * share, self.y + (other.y - self.y) * share)
    }

    /// At this angle (radians, clockwise from the right) and distance.
    pub(super) fn polar(self, angle: f64, distance: f64) -> Self {
        self.shifted(angle.cos() * distance, angle.sin() * distance)
    }
}

/// Where a shape can be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Area {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Area {
    pub(super) const EVERYWHERE: Self = Self { left: 0.0, top: 0.0, right: 99.0, bottom: 1.0 };

    pub(super) fn around(centre: Point, reach: f64) -> Self {
        Self {
            left: centre.x - reach,
            top: centre.y - reach,
            right: centre.x + reach,
            bottom: centre.y + reach,
        }
    }
}

pub(super) trait Shape {
    fn area(&self) -> Area;
    fn distance(&self, point: Point) -> f64;
}

/// A disc: centre, radius.
pub(super) struct Disc(pub Point, pub f64);

impl Shape for Disc {
    fn area(&self) -> Area {
        Area::around(self.0, self.1)
    }

    fn distance(&self, point: Point) -> f64 {
        self.0.to(point) - self.1
    }
}

/// A circle drawn with a pen: centre, radius, thickness.
pub(super) struct Ring(pub Point, pub f64, pub f64);

impl Shape for Ring {
    fn area(&self) -> Area {
        Area::around(self.0, self.1 + self.2)
    }

    fn distance(&self, point: Point) -> f64 {
        (self.0.to(point) - self.1).abs() - self.2 / 2.0
    }
}

/// Centre, half width, half height. The distance is near enough at the edge.
pub(super) struct Oval(pub Point, pub f64, pub f64);

impl Shape for Oval {
    fn area(&self) -> Area {
        Area::around(self.0, self.1.max(self.2))
    }

    fn distance(&self, point: Point) -> f64 {
        let scaled = ((point.x - self.0.x) / self.1).hypot((point.y - self.0.y) / self.2);
        (scaled - 1.0) * self.1.min(self.2)
    }
}

/// A brush stroke: from, to, thickness.
pub(super) struct Stroke(pub Point, pub Point, pub f64);

impl Shape for Stroke {
    fn area(&self) -> Area {
        let reach = self.2;
        Area {
            left: self.0.x.min(self.1.x) - reach,
            top: self.0.y.min(self.1.y) - reach,
            right: self.0.x.max(self.1.x) + reach,
            bottom: self.0.y.max(self.1.y) + reach,
        }
    }

    fn distance(&self, point: Point) -> f64 {
        let (x, y) = (self.1.x - self.0.x, self.1.y - self.0.y);
        let length = (x * x + y * y).max(1e-12);
        let along = (((point.x - self.0.x) * x + (point.y - self.0.y) * y) / length).clamp(0.0, 1.0);
        self.0.towards(self.1, along).to(point) - self.2 / 2.0
    }
}

/// A rounded box: centre, half width, half height, corner.
pub(super) struct Slab(pub Point, pub f64, pub f64, pub f64);

impl Slab {
    pub(super) fn between(left: f64, top: f64, right: f64, bottom: f64) -> Self {
        let centre = Point::new((left + right) / 2.0, (top + bottom) / 2.0);
        Self(centre, (right - left) / 2.0, (bottom - top) / 2.0, 0.0)
    }
}

impl Shape for Slab {
    fn area(&self) -> Area {
        Area {
            left: self.0.x - self.1,
            top: self.0.y - self.2,
            right: self.0.x + self.1,
            bottom: self.0.y + self.2,
        }
    }

    fn distance(&self, point: Point) -> f64 {
        let x = (point.x - self.0.x).abs() - self.1 + self.3;
        let y = (point.y - self.0.y).abs() - self.2 + self.3;
        x.max(0.0).hypot(y.max(0.0)) + x.max(y).min(0.0) - self.3
    }
}

/// Any polygon, by its corners.
pub(super) struct Polygon(pub Vec<Point>);

impl Shape for Polygon {
    fn area(&self) -> Area {
        let start = Area { left: 99.0, top: 99.0, right: -99.0, bottom: -99.0 };
        self.0.iter().fold(start, |area, corner| Area {
            left: area.left.min(corner.x),
            top: area.top.min(corner.y),
            right: area.right.max(corner.x),
            bottom: area.bottom.max(corner.y),
        })
    }

    fn distance(&self, point: Point) -> f64 {
        let next = self.0.iter().cycle().skip(1);
        let mut inside = false;
        let mut nearest = f64::MAX;
        for (from, to) in self.0.iter().zip(next) {
            nearest = nearest.min(Stroke(*from, *to, 0.0).distance(point));
            let crosses = (from.y > point.y) != (to.y > point.y);
            if crosses && point.x < (to.x - from.x) * (point.y - from.y) / (to.y - from.y) + from.x {
                inside = !inside;
            }
        }
        if inside { -nearest } else { nearest }
    }
}

/// Everything under a line: the line, and its highest point.
pub(super) struct Under<F>(pub F, pub f64);

impl<F: Fn(f64) -> f64> Shape for Under<F> {
    fn area(&self) -> Area {
        Area { top: self.1, ..Area::EVERYWHERE }
    }

    fn distance(&self, point: Point) -> f64 {
        self.0(point.x) - point.y
    }
}

/// The part of the first that is also in the second.
pub(super) struct Both<A, B>(pub A, pub B);

impl<A: Shape, B: Shape> Shape for Both<A, B> {
    fn area(&self) -> Area {
        self.0.area()
    }

    fn distance(&self, point: Point) -> f64 {
        self.0.distance(point).max(self.1.distance(point))
    }
}

/// The first with the second cut out.
pub(super) struct Without<A, B>(pub A, pub B);

impl<A: Shape, B: Shape> Shape for Without<A, B> {
    fn area(&self) -> Area {
        self.0.area()
    }

    fn distance(&self, point: Point) -> f64 {
        self.0.distance(point).max(-self.1.distance(point))
    }
}
