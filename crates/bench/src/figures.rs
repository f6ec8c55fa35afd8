//! From measured times to figures.

use std::time::Duration;

/// Times of single requests.
#[derive(Clone, Debug, Default)]
pub struct Times(Vec<Duration>);

impl Times {
    pub fn push(&mut self, time: Duration) {
        self.0.push(time);
    }

    pub fn extend(&mut self, times: Times) {
        self.0.extend(times.0);
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The time that `percent` of the requests did not exceed (nearest rank), in milliseconds.
    pub fn percentile(&self, percent: usize) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        let rank = (sorted.len() * percent).div_ceil(100).max(1);
        sorted.get(rank - 1).copied().map(millis).unwrap_or_default()
    }

    pub fn median(&self) -> f64 {
        self.percentile(50)
    }
}

pub fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// A count as a number to divide by.
pub fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::from(u32::MAX), f64::from)
}

/// `count` things in `time`, per second.
pub fn per_second(count: usize, time: Duration) -> f64 {
    number(count) / time.as_secs_f64().max(f64::MIN_POSITIVE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn times(millis: impl IntoIterator<Item = u64>) -> Times {
        Times(millis.into_iter().map(Duration::from_millis).collect())
    }

    fn told(times: &Times, percent: usize) -> String {
        format!("{:.1}", times.percentile(percent))
    }

    #[test]
    fn percentiles_are_times_that_were_measured() {
        let hundred = times((1..=100).rev());
        assert_eq!(told(&hundred, 50), "50.0");
        assert_eq!(told(&hundred, 99), "99.0");
        assert_eq!(told(&times([7]), 99), "7.0");
        assert_eq!(told(&times([1, 2, 3, 4, 5]), 50), "3.0");
        assert_eq!(told(&times([]), 50), "0.0");
    }
}
