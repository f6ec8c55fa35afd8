//! Places things in time: working hours mostly, nights for those who work at night.

use rand::{Rng, rngs::SmallRng};

use crate::Present;

pub(super) const DAY: i64 = 24 * 60;
/// History goes back 26 weeks.
pub(super) const HISTORY_DAYS: u32 = 26 * 7;

/// Hours at which people write, each as often as they do.
const HOURS: [i64; 24] =
    [7, 8, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13, 13, 14, 14, 15, 16, 16, 17, 17, 18, 20];
const NIGHT_HOURS: [i64; 6] = [22, 23, 1, 2, 3, 4];

pub(super) struct Calendar {
    weekday: i64,
    /// Minutes since Monday 0 h of the present week.
    now: i64,
}

impl Calendar {
    pub(super) fn new(present: Present) -> Self {
        let weekday = i64::from(present.weekday.clamp(1, 7)) - 1;
        let minute = i64::from(present.minute).clamp(0, DAY - 1);
        Self { weekday, now: weekday * DAY + minute }
    }

    /// Minutes ago of a likely moment to write, about `age_days` before the present.
    pub(super) fn writing(&self, age_days: f64, night: bool, rng: &mut SmallRng) -> u32 {
        let days = whole(age_days);
        let mut day = self.weekday - days;
        for _ in 0..7 {
            if weekend(day) && rng.random_range(0..100) < 88 {
                day -= day.rem_euclid(7) - 4;
            }
            let minute = minute_of_day(night, rng);
            let ago = self.now - (day * DAY + minute);
            if ago >= 20 {
                return u32::try_from(ago).unwrap_or(u32::MAX);
            }
            // Today, but later than now: earlier today if the house is awake, else the day before.
            let awake = self.now - day * DAY - 6 * 60;
            if awake > 45 {
                return u32::try_from(rng.random_range(20..awake)).unwrap_or(20);
            }
            day -= 1;
        }
        20
    }

    /// Whether people sleep at that moment.
    pub(super) fn asleep(&self, minutes_ago: i64) -> bool {
        let hour = (self.now - minutes_ago).rem_euclid(DAY) / 60;
        !(6..22).contains(&hour)
    }

    /// Days until the next such ISO weekday, then as many more weeks; never today.
    pub(super) fn ahead(&self, iso: u8, weeks: i32) -> i32 {
        let gap = (i64::from(iso) - 1 - self.weekday).rem_euclid(7);
        i32::try_from(if gap == 0 { 7 } else { gap }).unwrap_or(7) + 7 * weeks
    }

    /// Days since the last such ISO weekday and as many more weeks, as a negative offset; never today.
    pub(super) fn back(&self, iso: u8, weeks: i32) -> i32 {
        let gap = (self.weekday - i64::from(iso) + 1).rem_euclid(7);
        -i32::try_from(if gap == 0 { 7 } else { gap }).unwrap_or(7) - 7 * weeks
    }
}

fn minute_of_day(night: bool, rng: &mut SmallRng) -> i64 {
    let hours: &[i64] = if night { &NIGHT_HOURS } else { &HOURS };
    let hour = hours.get(rng.random_range(0..hours.len())).copied();
    hour.unwrap_or(9) * 60 + rng.random_range(0..60)
}

fn weekend(day: i64) -> bool {
    day.rem_euclid(7) >= 5
}

/// Whole days of an age, counted down: ages are small, and compared rather than cast.
fn whole(age_days: f64) -> i64 {
    (0..=i64::from(HISTORY_DAYS) + 7)
        .zip(0_u32..)
        .take_while(|(_, day)| f64::from(*day) <= age_days)
        .last()
        .map_or(0, |(day, _)| day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::chance;

    #[test]
    fn events_never_fall_today() {
        for weekday in 1..=7 {
            let calendar = Calendar::new(Present { weekday, minute: 600 });
            for iso in 1..=7 {
                assert!((1..=7).contains(&calendar.ahead(iso, 0)));
                assert!((-7..=-1).contains(&calendar.back(iso, 0)));
                let landed = (i32::from(weekday) + calendar.ahead(iso, 2) - 1).rem_euclid(7) + 1;
                assert_eq!(landed, i32::from(iso));
                let landed = (i32::from(weekday) + calendar.back(iso, 2) - 1).rem_euclid(7) + 1;
                assert_eq!(landed, i32::from(iso));
            }
        }
    }

    #[test]
    fn writing_is_always_past() {
        let mut rng = chance("calendar", 0);
        for weekday in 1..=7 {
            for minute in [0, 5, 400, 630, 1439] {
                let calendar = Calendar::new(Present { weekday, minute });
                for age in 0..40_u32 {
                    assert!(calendar.writing(f64::from(age), age % 9 == 0, &mut rng) >= 20);
                }
            }
        }
    }
}
