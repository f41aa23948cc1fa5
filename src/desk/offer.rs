//! Days and times for the booking form: what was wished, what is possible, what is offered instead.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::booking::{self, drop_hold};
use super::calendar::{Closed, Hours};
use super::choice::Choice;
use super::dates::{DayWish, TimeWish};
use super::decide::Desk;
use super::phrase::{Phrase, Visit};
use super::rules::Office;
use super::slots::{Search, Share, Span, counters};
use super::talk::{Form, Purpose, Range};

/// How many days are offered at once.
const DAYS_SHOWN: usize = 6;
/// How many times are offered at once.
const TIMES_SHOWN: usize = 8;

/// What is offered now, and where the next page begins.
pub struct Page<T> {
    pub list: Vec<T>,
    pub next: Option<T>,
}

/// Takes the wished day and time into the form; what cannot be is said at once and not kept.
pub fn fill_when(desk: &mut Desk<'_>, form: &mut Form) {
    let when = desk.heard.when.clone();
    match when.day {
        Some(DayWish::On(day)) => {
            if form.day != Some(day) {
                drop_hold(desk, form);
            }
            form.soonest = false;
            booking::set_day(form, day);
        }
        Some(DayWish::Between(from, to)) => {
            drop_hold(desk, form);
            form.day = None;
            form.time = None;
            form.days_from = Some(from.max(desk.today()));
            if to < desk.today() {
                desk.say(Phrase::DayPast { day: to }, Vec::new());
                form.days_from = None;
            }
        }
        Some(DayWish::Soonest) => {
            drop_hold(desk, form);
            form.time = None;
            form.days_from = None;
            form.day = None;
            form.soonest = true;
        }
        Some(DayWish::Impossible) => desk.say(Phrase::DayImpossible, Vec::new()),
        None => {}
    }
    match when.time {
        Some(TimeWish::At(time)) => {
            drop_hold(desk, form);
            form.time = Some(time);
            form.range = None;
        }
        Some(TimeWish::Between(from, to)) => {
            drop_hold(desk, form);
            form.time = None;
            form.range = Some(Range { from, to });
            form.times_from = None;
        }
        Some(TimeWish::Impossible) => desk.say(Phrase::TimeImpossible, Vec::new()),
        None => {}
    }
}

/// A day that cannot be is explained and forgotten; the days after it are offered.
pub fn settle_day(desk: &mut Desk<'_>, form: &mut Form) {
    let is_ready = !form.procedures.is_empty() && form.office.is_some();
    // "As soon as possible" waits until it is known where and what for.
    if form.soonest && is_ready {
        form.soonest = false;
        form.day = days(desk, form).list.first().copied();
    }
    let Some(day) = form.day else { return };
    if !is_ready {
        explain_closed(desk, form, day);
        return;
    }
    if explain_closed(desk, form, day) {
        return;
    }
    if free(desk, form, day).is_empty() {
        let has_seats = has_counters(desk, form, day);
        if has_seats && form.purpose == Purpose::New {
            form.full_day = Some(day);
        }
        let phrase = if !has_seats {
            Phrase::DayClosed {
                day,
                why: super::calendar::Closed::Special,
            }
        } else if day == desk.today() {
            Phrase::DayOver { day }
        } else {
            Phrase::DayFull { day }
        };
        desk.say(phrase, Vec::new());
        forget_day(form, day);
    }
}

/// Says why a day is out of the question, whatever the procedure.
fn explain_closed(desk: &mut Desk<'_>, form: &mut Form, day: NaiveDate) -> bool {
    let today = desk.today();
    let window = desk.window(form);
    let (first, last) = (window.first_day(today), window.last_day(today));
    let last_open = last_open_day(desk, form);
    let most = desk.rules.booking.day_reservations_max;
    let phrase = if day < today {
        Phrase::DayPast { day }
    } else if day < first {
        Phrase::DayTooSoon { day, first }
    } else if day > last {
        Phrase::DayTooFar {
            day,
            last: last_open,
        }
    } else if let Err(why) = hours(desk, form, day) {
        Phrase::DayClosed { day, why }
    } else if reservations_on(desk, form, day) >= usize::from(most) {
        Phrase::DayLimit { day, most }
    } else {
        return false;
    };
    desk.say(phrase, Vec::new());
    forget_day(form, day);
    if day > last || day < today {
        form.days_from = None;
    }
    true
}

/// How many reservations the resident has on a day, beside the one that is being moved.
fn reservations_on(desk: &Desk<'_>, form: &Form, day: NaiveDate) -> usize {
    let others = desk.view.reservations.iter();
    let others = others.filter(|r| form.purpose != Purpose::Change(r.id));
    others.filter(|r| r.span.day == day).count()
}

/// The hours of a day at the office of the form, or in general while none is chosen.
fn hours(desk: &Desk<'_>, form: &Form, day: NaiveDate) -> Result<Hours, Closed> {
    match &form.office {
        Some(office) => desk.rules.calendar.hours_at(office, day),
        None => desk.rules.calendar.hours(day),
    }
}

/// Whether the office opens any counter on a day the city is open.
fn has_counters(desk: &Desk<'_>, form: &Form, day: NaiveDate) -> bool {
    let office = form.office.as_ref().and_then(|id| desk.rules.office(id));
    let hours = hours(desk, form, day);
    office.zip(hours.ok()).is_some_and(|(office, hours)| {
        let is_staffed = |time| counters(desk.rules, office, day, time) > 0;
        let bands = office.weekday.iter().map(|band| band.from);
        let mut times = bands.chain([hours.opens]);
        times.any(|time| time < hours.closes && is_staffed(time.max(hours.opens)))
    })
}

fn forget_day(form: &mut Form, day: NaiveDate) {
    form.day = None;
    form.days_from = Some(day);
}

/// A time that cannot be is explained and forgotten; the nearest ones are offered.
pub fn settle_time(desk: &mut Desk<'_>, form: &mut Form) {
    let (Some(day), Some(time)) = (form.day, form.time) else {
        return;
    };
    if form.procedures.is_empty() || form.office.is_none() {
        return;
    }
    if free(desk, form, day)
        .iter()
        .any(|span| span.start().time() == time)
    {
        refuse_double(desk, form, day.and_time(time));
        return;
    }
    let Ok(hours) = hours(desk, form, day) else {
        return;
    };
    let minutes = i64::from(desk.rules.minutes(&form.procedures, form.people));
    let fits = time >= hours.opens && time + TimeDelta::minutes(minutes) <= hours.closes;
    let steps = i64::from(super::slots::CELL_MINUTES);
    let on_grid = i64::from(chrono::Timelike::minute(&time)) % steps == 0;
    let phrase = if fits && !on_grid {
        Phrase::TimeSteps {
            minutes: super::slots::CELL_MINUTES,
        }
    } else if fits {
        Phrase::TimeFull { time }
    } else {
        Phrase::TimeOutside {
            opens: hours.opens,
            closes: hours.closes,
        }
    };
    desk.say(phrase, Vec::new());
    form.time = None;
    drop_hold(desk, form);
    // The nearest times first: from an hour before the wish.
    let back = if on_grid {
        TimeDelta::hours(1)
    } else {
        TimeDelta::minutes(steps)
    };
    form.times_from = fits.then(|| time.overflowing_sub_signed(back).0);
}

/// Nobody is at two counters at the same time: a time within another visit of theirs is said and forgotten.
fn refuse_double(desk: &mut Desk<'_>, form: &mut Form, start: NaiveDateTime) {
    let minutes = desk.rules.minutes(&form.procedures, form.people);
    let end = start + TimeDelta::minutes(i64::from(minutes));
    let own = desk.view.resident.id;
    let mut others = desk.view.reservations.iter();
    let double = others.find(|r| {
        let ends = r.start() + TimeDelta::minutes(i64::from(r.span.minutes()));
        let is_moved = form.purpose == Purpose::Change(r.id);
        r.resident == own && !is_moved && r.start() < end && start < ends
    });
    if let Some(double) = double {
        let start = double.start();
        desk.say(Phrase::TimeDouble { start }, Vec::new());
        form.time = None;
        drop_hold(desk, form);
    }
}

/// Asks for a day, or says that none is free.
pub fn ask_day(desk: &mut Desk<'_>, form: &Form) {
    let page = days(desk, form);
    let last = last_open_day(desk, form);
    if page.list.is_empty() && form.days_from.is_some() {
        // Nothing from there on: offer from the beginning.
        let form = Form {
            days_from: None,
            ..form.clone()
        };
        if !days(desk, &form).list.is_empty() {
            ask_day(desk, &form);
            return;
        }
    }
    if page.list.is_empty() {
        let phone = desk.phone();
        desk.say(Phrase::NoneFree { last, phone }, none_free_choices(form));
        return;
    }
    let mut choices: Vec<Choice> = page.list.iter().map(|day| Choice::Day(*day)).collect();
    choices.extend(page.next.map(Choice::DaysFrom));
    let can_add = form.procedures.len() < usize::from(desk.rules.booking.procedures_max);
    if can_add && form.purpose == Purpose::New && desk.rules.offices_for(&form.procedures).len() < 2
    {
        choices.push(Choice::AddProcedure);
    }
    if desk.rules.offices_for(&form.procedures).len() < 2 || form.purpose != Purpose::New {
        choices.push(Choice::CountPeople);
    }
    choices.extend(form.full_day.map(Choice::WaitDay));
    choices.extend([Choice::Back, Choice::Stop]);
    let minutes = desk.rules.minutes(&form.procedures, form.people);
    let moving = match form.purpose {
        Purpose::New => None,
        Purpose::Change(id) => desk.view.reservations.iter().find(|r| r.id == id),
    };
    let phrase = match (&form.office, moving) {
        (_, Some(old)) if form.days_from.is_none() => Phrase::AskDayChange {
            old: Visit::of(old),
            last,
        },
        (Some(office), None) if form.days_from.is_none() => Phrase::AskDay {
            procedures: form.procedures.clone(),
            people: form.people,
            office: office.clone(),
            minutes,
            last,
        },
        _ => Phrase::AskDayAgain { last },
    };
    desk.say_instead(phrase, choices);
}

fn none_free_choices(form: &Form) -> Vec<Choice> {
    let wait = (form.purpose == Purpose::New).then_some(Choice::WaitAny);
    let mut choices: Vec<Choice> = wait.into_iter().collect();
    choices.extend([Choice::Back, Choice::Stop]);
    choices
}

/// The last day that can be reserved and is not closed.
fn last_open_day(desk: &Desk<'_>, form: &Form) -> NaiveDate {
    let (today, last) = (desk.today(), desk.window(form).last_day(desk.today()));
    let open = |day: &NaiveDate| desk.rules.calendar.hours(*day).is_ok();
    std::iter::successors(Some(last), NaiveDate::pred_opt)
        .take_while(|day| *day >= today)
        .find(open)
        .unwrap_or(last)
}

/// Asks for a time of the chosen day.
pub fn ask_time(desk: &mut Desk<'_>, form: &Form) {
    let (Some(day), Some(office)) = (form.day, form.office.clone()) else {
        return;
    };
    let mut form = form.clone();
    let mut wait = None;
    if let Some(range) = form.range
        && times(desk, &form).list.is_empty()
    {
        if let Ok(hours) = hours(desk, &form, day) {
            let (from, to) = (range.from.max(hours.opens), range.to.min(hours.closes));
            let phrase = if from < to {
                wait = Some(Choice::WaitDay(day)).filter(|_| form.purpose == Purpose::New);
                Phrase::NoTimeInRange { from, to }
            } else {
                Phrase::TimeOutside {
                    opens: hours.opens,
                    closes: hours.closes,
                }
            };
            desk.say(phrase, Vec::new());
        }
        form.range = None;
    }
    if times(desk, &form).list.is_empty() {
        form.times_from = None;
    }
    let page = times(desk, &form);
    let mut choices: Vec<Choice> = page.list.iter().map(|time| Choice::Time(*time)).collect();
    choices.extend(page.next.map(Choice::TimesFrom));
    choices.extend(wait);
    choices.extend([Choice::Back, Choice::Stop]);
    let quiet = quiet(desk, &form, &page.list);
    let phrase = if form.times_from.is_some() {
        Phrase::AskTimeAgain { day, quiet }
    } else {
        Phrase::AskTime { office, day, quiet }
    };
    desk.say_instead(phrase, choices);
}

/// The free days to offer from where the form stands.
#[must_use]
pub fn days(desk: &Desk<'_>, form: &Form) -> Page<NaiveDate> {
    let from = form.days_from.unwrap_or_else(|| desk.today());
    let found =
        with_search(desk, form, |search| search.days(from, DAYS_SHOWN + 1)).unwrap_or_default();
    let mut list: Vec<NaiveDate> = found.into_iter().map(|(day, _)| day).collect();
    if let Some(range) = form.range {
        list.retain(|day| {
            free(desk, form, *day)
                .iter()
                .any(|span| in_range(span, range))
        });
    }
    let next = list.get(DAYS_SHOWN).copied();
    list.truncate(DAYS_SHOWN);
    Page { list, next }
}

/// The free times to offer of the form's day. A page holds the round times first: every half hour when there are many.
#[must_use]
pub fn times(desk: &Desk<'_>, form: &Form) -> Page<NaiveTime> {
    let Some(day) = form.day else {
        return Page {
            list: Vec::new(),
            next: None,
        };
    };
    let spans = free(desk, form, day);
    let from = form.times_from.unwrap_or(NaiveTime::MIN);
    let fits = |span: &&Span| {
        span.start().time() >= from && form.range.is_none_or(|range| in_range(span, range))
    };
    let all: Vec<NaiveTime> = spans
        .iter()
        .filter(fits)
        .map(|span| span.start().time())
        .collect();
    let minute = |time: &NaiveTime| chrono::Timelike::minute(time);
    let sparse: Vec<NaiveTime> = if all.len() > TIMES_SHOWN && form.times_from.is_none() {
        all.iter()
            .copied()
            .filter(|time| minute(time) % 30 == 0)
            .collect()
    } else {
        all.clone()
    };
    let mut list = if sparse.is_empty() { all } else { sparse };
    if form.times_from.is_none() && list.len() > TIMES_SHOWN {
        let levelled = levelled(desk, form, &list);
        // The wish is open: the quiet hours first, and the whole day, from its beginning, behind "more".
        if !list.starts_with(&levelled) {
            let next = list.first().copied();
            let list = levelled;
            return Page { list, next };
        }
    }
    let next = list.get(TIMES_SHOWN).copied();
    list.truncate(TIMES_SHOWN);
    Page { list, next }
}

/// Those of many times at which the fewest people usually come, in the order of the day.
fn levelled(desk: &Desk<'_>, form: &Form, list: &[NaiveTime]) -> Vec<NaiveTime> {
    let level = |time: &NaiveTime| level(desk, form, *time) / LEVEL_STEP;
    let mut list: Vec<(u16, NaiveTime)> = list.iter().map(|time| (level(time), *time)).collect();
    list.sort_unstable();
    list.truncate(TIMES_SHOWN);
    let mut list: Vec<NaiveTime> = list.into_iter().map(|(_, time)| time).collect();
    list.sort_unstable();
    list
}

/// The time at which the fewest people usually come, the earliest of several.
#[must_use]
pub fn quietest(desk: &Desk<'_>, form: &Form) -> Option<NaiveTime> {
    let list = times(desk, form).list;
    list.into_iter()
        .min_by_key(|time| (level(desk, form, *time) / LEVEL_STEP, *time))
}

/// Differences in how full the hours are below this, in thousandths, are no reason to leave the order of the day.
const LEVEL_STEP: u16 = 200;

fn level(desk: &Desk<'_>, form: &Form, time: NaiveTime) -> u16 {
    let asked = form.day.zip(form.office.as_ref());
    let level = asked.and_then(|(day, office)| {
        let grid = with_search(desk, form, |search| search.grid(day))??;
        let levels = &desk.view.book.levels;
        Some(levels.level(office, day.and_time(time), &grid))
    });
    level.unwrap_or(0)
}

/// Those of the offered times that are usually quiet.
fn quiet(desk: &Desk<'_>, form: &Form, list: &[NaiveTime]) -> Vec<NaiveTime> {
    let Some((day, office)) = form.day.zip(form.office.as_ref()) else {
        return Vec::new();
    };
    let Some(grid) = with_search(desk, form, |search| search.grid(day)).flatten() else {
        return Vec::new();
    };
    let levels = &desk.view.book.levels;
    let is_quiet = |time: &&NaiveTime| levels.is_quiet(office, day.and_time(**time), &grid);
    let quiet: Vec<NaiveTime> = list.iter().filter(is_quiet).copied().collect();
    // Where everything is quiet there is nothing to say.
    if quiet.len() == list.len() {
        Vec::new()
    } else {
        quiet
    }
}

fn in_range(span: &Span, range: Range) -> bool {
    let start = span.start().time();
    range.from <= start && start < range.to
}

/// The free place at exactly this start.
#[must_use]
pub fn span_at(desk: &Desk<'_>, form: &Form, day: NaiveDate, time: NaiveTime) -> Option<Span> {
    free(desk, form, day)
        .into_iter()
        .find(|span| span.start().time() == time)
}

/// Whether the very seats of a span are free for this form.
#[must_use]
pub fn is_free(desk: &Desk<'_>, form: &Form, span: &Span) -> bool {
    free(desk, form, span.day).contains(span)
}

fn free(desk: &Desk<'_>, form: &Form, day: NaiveDate) -> Vec<Span> {
    with_search(desk, form, |search| search.free(day)).unwrap_or_default()
}

/// Asks the book on behalf of the form: its own hold and the place it is moving count as free.
fn with_search<T>(desk: &Desk<'_>, form: &Form, ask: impl FnOnce(&Search<'_>) -> T) -> Option<T> {
    let office: &Office = desk.rules.office(form.office.as_ref()?)?;
    let moving = match form.purpose {
        Purpose::New => None,
        Purpose::Change(id) => desk
            .view
            .reservations
            .iter()
            .find(|r| r.id == id)
            .map(|r| &r.span),
    };
    // Once a hold has ended its seat may be somebody else's.
    let held = form.hold.as_ref().filter(|hold| hold.until > desk.now);
    let held = held.map(|hold| &hold.span);
    let own: Vec<&Span> = moving.into_iter().chain(held).collect();
    let minutes = desk.rules.minutes(&form.procedures, form.people);
    let search = Search {
        rules: desk.rules,
        book: desk.view.book,
        now: desk.now,
        office,
        minutes,
        window: desk.window(form),
        share: Share::Bookable,
        own: &own,
    };
    Some(ask(&search))
}
