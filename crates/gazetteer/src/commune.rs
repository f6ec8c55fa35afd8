//! What a commune is, and all of them.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::Point;

/// A commune as it stands in 2026.
#[derive(Clone, Debug, PartialEq)]
pub struct Commune {
    /// INSEE code, five characters, such as `"42218"` or `"2A004"`. Not a postcode.
    pub code: &'static str,
    /// As the INSEE spells it: `"L'Arbresle"`.
    pub name: &'static str,
    /// Five digits each, ascending, at least one. Neighbours may share one. Those
    /// of Paris, Lyon and Marseille are one for each arrondissement.
    pub postcodes: Vec<&'static str>,
    /// INSEE code of the department, `"69"`, `"2A"` or `"974"`; of the
    /// collectivity (`"988"`) where there is none.
    pub department: &'static str,
    /// Inhabitants, official figure.
    pub population: u32,
    /// Its centre or town hall, to 110 m; `None` where no source knows.
    pub point: Option<Point>,
    /// Names of the communes merged into this one, which people still use.
    pub former_names: Vec<&'static str>,
}

impl Commune {
    /// Name and first postcode, `"Saint-Étienne (42000)"`; [`crate::search()`]
    /// finds the commune back by it, first.
    pub fn label(&self) -> String {
        match self.postcodes.first() {
            Some(postcode) => format!("{} ({postcode})", self.name),
            None => self.name.to_owned(),
        }
    }
}

/// Every commune, the most populous first.
pub fn all() -> &'static [Commune] {
    &COMMUNES
}

/// The commune of an INSEE code. Municipal arrondissements (`"69383"`) are none.
pub fn by_code(insee: &str) -> Option<&'static Commune> {
    BY_CODE.get(insee).copied()
}

static COMMUNES: LazyLock<Vec<Commune>> = LazyLock::new(|| {
    let mut communes: Vec<Commune> = include_str!("../data/communes.tsv").lines().filter_map(parse).collect();
    communes.sort_by(|a, b| b.population.cmp(&a.population).then(a.code.cmp(b.code)));
    communes
});

static BY_CODE: LazyLock<HashMap<&'static str, &'static Commune>> =
    LazyLock::new(|| all().iter().map(|commune| (commune.code, commune)).collect());

/// A line of the data file: code, name, postcodes, population, longitude,
/// latitude, former names. A test counts that none is dropped.
fn parse(line: &'static str) -> Option<Commune> {
    let mut fields = line.split('\t');
    let code = fields.next()?;
    let name = fields.next()?;
    let postcodes = fields.next()?.split_whitespace().collect();
    let population = fields.next()?.parse().ok()?;
    let (lon, lat) = (fields.next()?, fields.next()?);
    let point = match (lon.parse(), lat.parse()) {
        (Ok(lon), Ok(lat)) => Some(Point { lon, lat }),
        _ => None,
    };
    let former_names = fields.next()?.split('|').filter(|name| !name.is_empty()).collect();
    let overseas = code.starts_with("97") || code.starts_with("98");
    let department = code.get(..if overseas { 3 } else { 2 })?;
    Some(Commune { code, name, postcodes, department, population, point, former_names })
}
