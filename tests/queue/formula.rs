//! The usual formula for comparison: configured minutes for everybody, divided by the open counters, in the order of the
//! line. It knows neither who is being served nor how long visits really last.

use chrono::{DateTime, Utc};
use madoguchi::desk::procedure::Procedure;
use madoguchi::desk::queue::line::Line;
use madoguchi::desk::queue::ticket::{Origin, Ticket};
use madoguchi::desk::rules::Rules;

/// Minutes until a ticket that joins this line is called.
pub fn wait(rules: &Rules, line: &Line, ticket: &Ticket, now: DateTime<Utc>) -> f64 {
    let minutes = |p: &Procedure| f64::from(rules.minutes(&[*p], 1));
    let mean = Procedure::ALL.iter().map(minutes).sum::<f64>() / 7.0;
    let open = line.counters.iter().filter(|c| c.clerk().is_some()).count();
    #[expect(clippy::cast_precision_loss, reason = "some counters")]
    let step = mean / (open.max(1) as f64);
    let since = |at: DateTime<Utc>| (at - now).num_seconds() as f64 / 60.0;
    let mut booked = Vec::new();
    let mut others = Vec::new();
    for other in line.waiting().chain([ticket]) {
        match other.origin {
            Origin::Booked {
                due, late: false, ..
            } => booked.push((since(due), other.id)),
            _ => others.push((since(other.order_at), other.id)),
        }
    }
    booked.sort_by(|a, b| a.0.total_cmp(&b.0));
    others.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut booked, mut others) = (booked.into_iter().peekable(), others.into_iter().peekable());
    // People with a reservation count as due two minutes early.
    let mut clock = 2.0;
    let mut estimate = step;
    loop {
        let is_due = booked.peek().is_some_and(|(due, _)| clock >= *due);
        let next = if is_due { booked.next() } else { others.next() };
        match next {
            Some((_, id)) if id == ticket.id => return estimate.floor(),
            Some(_) => {
                clock += step;
                estimate += step;
            }
            None => match booked.peek() {
                None => return estimate,
                Some((due, id)) if *id == ticket.id => return (clock.max(*due)).ceil(),
                // Nobody is due: time moves on.
                Some((due, _)) => {
                    let on = (*due - clock).max(step);
                    clock += on;
                    estimate += on;
                }
            },
        }
    }
}
