//! The form for a visit: what, for how many, where and on which day; and the times that are free then. It serves new
//! reservations and those that move.

use chrono::{NaiveDate, NaiveTime, TimeDelta, Timelike};
use maud::{Markup, html};

use super::pages::{self, Told, Words};
use super::{Clerk, Fields, Web, terms};
use crate::app::AppError;
use crate::channels::web::page::html_lang;
use crate::desk::clerk::{OrderRefusal, Wish};
use crate::desk::language::Language;
use crate::desk::mask::mask;
use crate::desk::procedure::Procedure;
use crate::desk::reservation::Reservation;
use crate::desk::rights::Right;
use crate::desk::rules::{OfficeId, Rules};
use crate::desk::slots::Span;
use crate::ids::ReservationId;

/// The longest reason for leaving the rules aside.
const REASON_CHARS_MAX: usize = 100;

/// What a clerk asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    pub(super) office: OfficeId,
    pub(super) day: NaiveDate,
    pub(super) procedures: Vec<Procedure>,
    pub(super) people: u8,
    pub(super) language: Language,
    /// Whether the rules are left aside, and why.
    pub(super) beyond: bool,
    pub(super) reason: String,
}

impl Asked {
    /// Reads the fields; what is missing is the first office, today, one person, Japanese.
    pub(super) fn read(
        fields: &Fields,
        rules: &Rules,
        clerk: &Clerk,
        today: NaiveDate,
    ) -> Option<Asked> {
        // One that nobody knows makes the whole list void, so that nothing is done by half.
        let procedures = fields.all("procedure").into_iter().map(Procedure::from_id);
        let procedures: Option<Vec<Procedure>> = procedures.collect();
        let mut procedures = procedures.unwrap_or_default();
        procedures.sort_unstable();
        procedures.dedup();
        let reason: String = fields
            .get("reason")
            .chars()
            .take(REASON_CHARS_MAX)
            .collect();
        let language = Language::from_tag(fields.get("language"));
        Some(Asked {
            office: match OfficeId::read(fields.get("office")) {
                Some(named) => named,
                None => super::office(rules, clerk, Right::Book, fields)?.id.clone(),
            },
            day: match fields.get("day") {
                "" => today,
                // Whatever is no day is refused like a day that is over.
                _ => fields.day("day").unwrap_or_default(),
            },
            procedures,
            people: match fields.get("people") {
                "" => 1,
                // Whatever is no number is refused as no possible number of people.
                text => text.parse().unwrap_or(0),
            },
            language: language.unwrap_or(Language::Ja),
            beyond: fields.get("beyond") == "1",
            reason: mask(&reason).text,
        })
    }

    /// What a reservation has now.
    pub(super) fn of(reservation: &Reservation, language: Language) -> Asked {
        Asked {
            office: reservation.span.office.clone(),
            day: reservation.span.day,
            procedures: reservation.procedures.clone(),
            people: reservation.people,
            language,
            beyond: false,
            reason: String::new(),
        }
    }

    pub(super) fn wish(&self, time: NaiveTime) -> Wish {
        Wish {
            office: self.office.clone(),
            procedures: self.procedures.clone(),
            people: self.people,
            start: self.day.and_time(time),
        }
    }

    /// The reason for leaving the rules aside, where they are.
    pub(super) fn reason(&self) -> Option<String> {
        self.beyond.then(|| self.reason.clone())
    }

    /// The fields as an address or a form carries them on.
    pub(super) fn fields(&self) -> Vec<(&'static str, String)> {
        let mut fields = vec![
            ("office", self.office.to_string()),
            ("day", terms::iso(self.day)),
            ("people", self.people.to_string()),
            ("language", self.language.tag().to_owned()),
        ];
        fields.extend(
            self.procedures
                .iter()
                .map(|p| ("procedure", p.id().to_owned())),
        );
        if self.beyond {
            fields.push(("beyond", "1".to_owned()));
            fields.push(("reason", self.reason.clone()));
        }
        fields
    }

    /// The address of the same wish on another day.
    fn on(&self, path: &str, day: NaiveDate) -> String {
        let other = Asked {
            day,
            ..self.clone()
        };
        let fields = other.fields();
        let mut fields: Vec<(&str, &str)> = fields
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        fields.push(("look", "1"));
        super::address(path, &fields)
    }

    /// Why no times are looked for.
    pub(super) fn fault(&self, t: &Words<'_>, rules: &Rules, clerk: &Clerk) -> Option<Told> {
        let refusal = |refusal: OrderRefusal| Some(terms::refusal(t, &refusal));
        if self.procedures.is_empty() {
            return refusal(OrderRefusal::NoProcedures);
        }
        let Some(office) = rules.office(&self.office) else {
            return refusal(OrderRefusal::UnknownOffice);
        };
        // Nor is anybody sent to an office at which the clerk does not work.
        if !clerk.may_at(Right::Book, &office.id) {
            return Some(Told::problem(t("staff-door-not-here"), "#office"));
        }
        let not_there = self
            .procedures
            .iter()
            .filter(|p| !office.procedures.contains(p));
        let not_there: Vec<Procedure> = not_there.copied().collect();
        if !not_there.is_empty() {
            return refusal(OrderRefusal::NotThere(not_there));
        }
        let most = rules.booking.people_max;
        if self.people == 0 || self.people > most {
            return refusal(OrderRefusal::People { most });
        }
        if self.beyond && !clerk.may_at(Right::BeyondRules, &office.id) {
            return refusal(OrderRefusal::NotAllowed);
        }
        if self.beyond && self.reason.is_empty() {
            return Some(Told::problem(t("staff-desk-reason-needed"), "#reason"));
        }
        match rules.calendar.hours_at(&office.id, self.day) {
            Err(why) => refusal(OrderRefusal::Closed(why)),
            Ok(_) => None,
        }
    }
}

/// The free times for what is asked.
pub(super) async fn times(
    web: &Web,
    asked: &Asked,
    moving: Option<ReservationId>,
) -> Result<Vec<Span>, AppError> {
    let wish = asked.wish(NaiveTime::MIN);
    web.app.free_times(wish, moving, asked.beyond).await
}

/// The form and the times below it.
#[derive(Clone, Copy)]
pub(super) struct WishPage<'a> {
    /// Where the form leads.
    pub(super) action: &'a str,
    pub(super) asked: &'a Asked,
    pub(super) rules: &'a Rules,
    pub(super) clerk: &'a Clerk,
    pub(super) today: NaiveDate,
    /// The times that are free; unset while nobody has asked.
    pub(super) times: Option<&'a [Span]>,
    pub(super) chosen: Option<NaiveTime>,
}

impl WishPage<'_> {
    pub(super) fn form(&self, t: &Words<'_>, with_language: bool) -> Markup {
        let asked = self.asked;
        html! {
            form class="wish" method="get" action=(self.action) {
                input type="hidden" name="look" value="1";
                fieldset id="procedures" class="checks" {
                    legend { (t("staff-desk-procedures")) }
                    @for (n, procedure) in self.rules.procedures().into_iter().enumerate() {
                        label {
                            input type="checkbox" name="procedure" value=(procedure.id())
                                autofocus[n == 0 && with_language && self.times.is_none()]
                                checked[asked.procedures.contains(&procedure)];
                            " " (terms::procedure(t, procedure))
                        }
                    }
                }
                div class="row" {
                    div class="field" {
                        label for="people" { (t("staff-desk-people")) }
                        select id="people" name="people" {
                            @for people in 1..=self.rules.booking.people_max {
                                option value=(people) selected[people == asked.people] { (terms::people(t, people)) }
                            }
                        }
                    }
                    div class="field" {
                        label for="office" { (t("staff-desk-office")) }
                        select id="office" name="office" {
                            (pages::office_options(self.rules, self.clerk, Right::Book, Some(&asked.office)))
                        }
                    }
                    div class="field" {
                        label for="day" { (t("staff-desk-day")) }
                        input id="day" name="day" type="date" required
                            min=(terms::iso(self.today)) value=(terms::iso(asked.day));
                    }
                    @if with_language { (self.language(t)) }
                }
                @if self.clerk.may_at(Right::BeyondRules, &asked.office) { (self.beyond(t)) }
                button class="solid" accesskey="f" { (t("staff-desk-find-times")) }
            }
        }
    }

    fn language(&self, t: &Words<'_>) -> Markup {
        html! {
            div class="field" {
                label for="language" { (t("staff-desk-language")) }
                select id="language" name="language" {
                    @for language in &self.rules.languages {
                        option value=(language.tag()) lang=(html_lang(language.tag()))
                            selected[*language == self.asked.language] { (language.endonym()) }
                    }
                }
            }
        }
    }

    fn beyond(&self, t: &Words<'_>) -> Markup {
        html! {
            fieldset class="beyond" {
                legend { (t("staff-desk-supervisor")) }
                label {
                    input type="checkbox" name="beyond" value="1" checked[self.asked.beyond];
                    " " (t("staff-desk-beyond"))
                }
                div class="field" {
                    label for="reason" { (t("staff-desk-beyond-reason")) }
                    input id="reason" name="reason" maxlength=(REASON_CHARS_MAX) autocomplete="off"
                        value=(self.asked.reason);
                }
            }
        }
    }

    /// The free times by the hour, as part of the form that books; where there are none, the days around.
    pub(super) fn times(&self, t: &Words<'_>, spans: &[Span]) -> Markup {
        let minutes = self
            .rules
            .minutes(&self.asked.procedures, self.asked.people);
        html! {
            fieldset id="times" class="times" tabindex="-1" {
                legend { (t("staff-desk-free-times")) " " (terms::day(self.asked.day)) }
                p class="hint" { (minutes) (t("staff-desk-minutes-hint")) }
                @for (n, hour) in spans.chunk_by(is_same_hour).enumerate() {
                    (self.hour(t, hour, n == 0))
                }
            }
        }
    }

    fn hour(&self, t: &Words<'_>, spans: &[Span], is_first: bool) -> Markup {
        let hour = spans.first().map_or(0, |span| span.start().hour());
        html! {
            fieldset class="hour" {
                legend { (hour) (t("staff-desk-hour-unit")) }
                @for (n, span) in spans.iter().enumerate() {
                    @let time = span.start().time();
                    label class="time" {
                        input type="radio" name="start" value=(terms::time(time)) required
                            autofocus[is_first && n == 0 && self.chosen.is_none()]
                            checked[self.chosen == Some(time)];
                        " " (terms::time(time))
                    }
                }
            }
        }
    }

    pub(super) fn none_free(&self, t: &Words<'_>) -> Markup {
        html! { p class="notice" id="times" role="status" { (terms::day(self.asked.day)) (t("staff-desk-none-free")) } }
    }

    /// The same wish on the days around.
    pub(super) fn days_around(&self, t: &Words<'_>) -> Markup {
        let asked = self.asked;
        let before = asked.day - TimeDelta::days(1);
        let next = |day: &NaiveDate| self.rules.calendar.hours_at(&asked.office, *day).is_ok();
        let after: Vec<NaiveDate> = asked
            .day
            .iter_days()
            .skip(1)
            .take(14)
            .filter(next)
            .take(3)
            .collect();
        html! {
            nav class="days" aria-label=(t("staff-desk-other-days")) {
                @if before >= self.today {
                    a href=(asked.on(self.action, before)) rel="prev" { (terms::day(before)) }
                }
                @for day in after { a href=(asked.on(self.action, day)) { (terms::day(day)) } }
            }
        }
    }
}

fn is_same_hour(one: &Span, other: &Span) -> bool {
    one.start().hour() == other.start().hour()
}

/// The chosen time of a form.
pub(super) fn start(form: &Fields) -> Option<NaiveTime> {
    NaiveTime::parse_from_str(form.get("start"), "%H:%M").ok()
}
