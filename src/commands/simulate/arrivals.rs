//! Who comes when, and what a volunteer has to do for them. The same seed gives the same morning.

use fastrand::Rng;

/// How people come: a sixth of them early, two thirds towards the opening, a sixth late.
#[derive(Debug, Clone, Copy)]
pub(super) struct Curve {
    pub people: usize,
    /// Before the opening, in which two thirds come.
    pub minutes: f64,
    pub buses: usize,
    pub bus_size: usize,
    /// The people of a bus are served one by one.
    pub one_by_one: bool,
}

/// What a volunteer does, in seconds, and for whom.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pace {
    /// Share of people who have no badge with them.
    pub by_name: f64,
    /// Find the badge, greet.
    pub badge: f64,
    /// Ask for the name, find it, greet.
    pub name: f64,
    /// Tick one of a delegation.
    pub tick: f64,
}

/// What happens at a lane: one person, or a bus that is let in together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Visit {
    /// Seconds after the opening; before it, less than none.
    pub at: f64,
    pub people: usize,
    /// Number of the first of them, in the order in which people come.
    pub first: usize,
    pub by_name: bool,
    /// Seconds until the first person's turn is over.
    pub lookup: f64,
    /// Seconds for each person of a bus after that.
    pub each: f64,
}

impl Curve {
    pub(super) fn in_the_peak(&self) -> usize {
        self.people * 2 / 3
    }

    pub(super) fn by_bus(&self) -> usize {
        self.buses * self.bus_size
    }
}

/// Everybody, in the order in which they come.
pub(super) fn visits(curve: &Curve, pace: &Pace, seed: u64) -> Vec<Visit> {
    let mut rng = Rng::with_seed(seed);
    let mut arrivals = alone(curve, &mut rng);
    for bus in buses(curve, &mut rng) {
        match curve.one_by_one {
            true => arrivals.extend(vec![(bus, 1); curve.bus_size]),
            false => arrivals.push((bus, curve.bus_size)),
        }
    }
    arrivals.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut first = 0;
    let numbered = arrivals.into_iter().map(|(at, people)| {
        let visit = visit(at, people, first, pace, &mut rng);
        first += people;
        visit
    });
    numbered.collect()
}

/// When those come who come by themselves.
fn alone(curve: &Curve, rng: &mut Rng) -> Vec<(f64, usize)> {
    let span = curve.minutes * 60.0;
    let early = (curve.people - curve.in_the_peak()) / 2;
    let peak = curve.in_the_peak() - curve.by_bus();
    let late = curve.people - curve.in_the_peak() - early;
    let mut times = Vec::with_capacity(early + peak + late);
    times.extend((0..early).map(|_| -span - span * rng.f64()));
    times.extend((0..peak).map(|_| -span + span * peaked(rng.f64())));
    times.extend((0..late).map(|_| span * rng.f64()));
    times.into_iter().map(|at| (at, 1)).collect()
}

/// When buses come: one in each equal part of the time before the opening.
fn buses(curve: &Curve, rng: &mut Rng) -> Vec<f64> {
    let span = curve.minutes * 60.0;
    let part = span / curve.buses.max(1) as f64;
    (0..curve.buses)
        .map(|bus| -span + part * (bus as f64 + rng.f64()))
        .collect()
}

/// An even share turned into one that is highest when two thirds of the time are over.
fn peaked(even: f64) -> f64 {
    const HIGHEST: f64 = 2.0 / 3.0;
    match even < HIGHEST {
        true => (even * HIGHEST).sqrt(),
        false => 1.0 - ((1.0 - even) * (1.0 - HIGHEST)).sqrt(),
    }
}

fn visit(at: f64, people: usize, first: usize, pace: &Pace, rng: &mut Rng) -> Visit {
    let by_name = people > 1 || rng.f64() < pace.by_name;
    let usual = if by_name { pace.name } else { pace.badge };
    // One volunteer is quick, one person cannot find the badge: from half as long to one and a half times.
    let lookup = usual * (0.5 + rng.f64());
    Visit {
        at,
        people,
        first,
        by_name,
        lookup,
        each: if people > 1 { pace.tick } else { 0.0 },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CURVE: Curve = Curve {
        people: 500,
        minutes: 30.0,
        buses: 5,
        bus_size: 40,
        one_by_one: false,
    };
    const PACE: Pace = Pace {
        by_name: 0.35,
        badge: 4.0,
        name: 9.0,
        tick: 1.5,
    };

    #[test]
    fn a_seed_is_a_morning() {
        assert_eq!(visits(&CURVE, &PACE, 7), visits(&CURVE, &PACE, 7));
        assert_ne!(visits(&CURVE, &PACE, 7), visits(&CURVE, &PACE, 8));
    }

    #[test]
    fn everybody_comes_once_and_two_thirds_of_them_in_the_half_hour_before_the_opening() {
        let visits = visits(&CURVE, &PACE, 1);
        let mut next = 0;
        for visit in &visits {
            assert_eq!(visit.first, next);
            next += visit.people;
        }
        assert_eq!(next, 500);
        let peak = visits
            .iter()
            .filter(|visit| (-1800.0..0.0).contains(&visit.at));
        assert_eq!(peak.map(|visit| visit.people).sum::<usize>(), 333);
        assert_eq!(visits.iter().filter(|visit| visit.people == 40).count(), 5);
    }

    #[test]
    fn people_of_a_bus_stand_in_line_together_where_they_are_let_in_one_by_one() {
        let curve = Curve {
            one_by_one: true,
            ..CURVE
        };
        let visits = visits(&curve, &PACE, 1);
        assert_eq!(visits.len(), 500);
        let together = visits.windows(2).filter(|two| two[0].at == two[1].at);
        assert_eq!(together.count(), 5 * 39);
    }
}
