//! What is read from English, and from languages that share its grammar.

use super::tests::check;
use crate::desk::language::Language;

#[test]
fn days_in_english() {
    check(
        Language::En,
        &[
            ("today", "12-01 -"),
            ("Tomorrow please", "12-02 -"),
            ("tmrw", "12-02 -"),
            ("the day after tomorrow", "12-03 -"),
            ("Monday", "12-07 -"),
            ("Tue", "12-08 -"),
            ("tues", "12-08 -"),
            ("thurs", "12-03 -"),
            ("on Sat", "12-05 -"),
            ("next Tue", "12-08 -"),
            ("next Wednesday", "12-09 -"),
            ("Wednesday next week", "12-09 -"),
            ("this Friday", "12-04 -"),
            ("this Tuesday", "12-08 -"),
            ("next week", "12-07..12-13 -"),
            ("sometime next week, maybe Thursday", "12-10 -"),
            ("this week", "12-01..12-06 -"),
            ("early next week", "12-07..12-09 -"),
            ("the weekend", "12-05..12-06 -"),
            ("next weekend", "12-12..12-13 -"),
            ("next month", "2027-01-01..2027-01-31 -"),
            ("end of the month", "12-25..12-31 -"),
            ("early next month", "2027-01-01..2027-01-10 -"),
            ("in 3 days", "12-04 -"),
            ("in two weeks", "12-15 -"),
            ("a week from now", "12-08 -"),
            ("3 days later", "12-04 -"),
            ("within 3 days", "12-01..12-04 -"),
            ("tue/wed", "12-08 -"),
            ("a week from Tuesday", "12-15 -"),
            ("move it from Monday to Wednesday", "12-02 -"),
            ("by Friday", "12-01..12-04 -"),
            ("Monday to Wednesday", "12-07..12-09 -"),
            ("between Monday and Wednesday", "12-07..12-09 -"),
            ("not Monday, Wednesday", "12-02 -"),
            ("Tuesday doesn't work", "- -"),
        ],
    );
}

#[test]
fn dates_in_english() {
    check(
        Language::En,
        &[
            ("Dec 5", "12-05 -"),
            ("Dec. 5", "12-05 -"),
            ("December 5th", "12-05 -"),
            ("5 December", "12-05 -"),
            ("5th of Dec", "12-05 -"),
            ("the 5th", "12-05 -"),
            ("the 5th please", "12-05 -"),
            ("the 5th of next month", "2027-01-05 -"),
            ("december fifth", "12-05 -"),
            ("December twenty first", "12-21 -"),
            ("12/5", "12-05 -"),
            ("25/12", "12-25 -"),
            ("2026-12-05", "12-05 -"),
            ("12/5/2026", "12-05 -"),
            ("Tuesday, December 8", "12-08 -"),
            ("Saturday the 5th", "12-05 -"),
            ("December 5, 2026 at 10am", "12-05 10:00"),
            ("Dec 5-10", "12-05..12-10 -"),
            ("Dec 5 to Dec 10", "12-05..12-10 -"),
            ("from the 5th to the 10th", "12-05..12-10 -"),
            ("January", "2027-01-01..2027-01-31 -"),
            ("mid-December", "12-11..12-20 -"),
            ("the third of December", "12-03 -"),
            ("late December", "12-21..12-31 -"),
            ("May 7", "2027-05-07 -"),
            ("in March", "2027-03-01..2027-03-31 -"),
            ("Feb 30", "! -"),
            ("13/45", "! -"),
            ("asap", "soon -"),
            ("as soon as possible", "soon -"),
            ("what is the earliest I can come?", "soon -"),
            ("soonest", "soon -"),
            ("first available", "soon -"),
            ("12月5日の10時", "12-05 10:00"),
            ("明日", "12-02 -"),
        ],
    );
}

#[test]
fn times_in_english() {
    check(
        Language::En,
        &[
            ("2pm", "- 14:00"),
            ("2 pm", "- 14:00"),
            ("2:30 p.m.", "- 14:30"),
            ("14:00", "- 14:00"),
            ("10.30am", "- 10:30"),
            ("half past ten", "- 10:30"),
            ("quarter past ten", "- 10:15"),
            ("quarter to three", "- 14:45"),
            ("at ten thirty", "- 10:30"),
            ("noon", "- 12:00"),
            ("12pm", "- 12:00"),
            ("morning", "- ..12:00"),
            ("in the afternoon", "- 12:00.."),
            ("evening", "- 16:00.."),
            ("after 3", "- 15:00.."),
            ("after 3pm", "- 15:00.."),
            ("before noon", "- ..12:00"),
            ("between 10 and 12", "- 10:00..12:00"),
            ("from 10 to 12", "- 10:00..12:00"),
            ("10 to 11am", "- 10:00..11:00"),
            ("3 - 5 pm", "- 15:00..17:00"),
            ("at three", "- 15:00"),
            ("no later than 3pm", "- ..15:00"),
            ("later than 3", "- 15:00.."),
            ("2-4pm", "- 14:00..16:00"),
            ("10am-12pm", "- 10:00..12:00"),
            ("10am to 1pm", "- 10:00..13:00"),
            ("around 2", "- 14:00"),
            ("first thing", "- ..10:00"),
            ("at 3", "- 15:00"),
            ("10 o'clock", "- 10:00"),
            ("10 o’clock", "- 10:00"),
            ("3 in the afternoon", "- 15:00"),
            ("3pm or later", "- 15:00.."),
            ("13:75", "- !"),
            ("25 o'clock", "- !"),
            ("tomorrow morning at 10", "12-02 10:00"),
            ("next tuesday at three", "12-08 15:00"),
            ("Tue at 3 please", "12-08 15:00"),
            ("at 3 on Friday", "12-04 15:00"),
            ("this afternoon", "12-01 12:00.."),
            ("tonight", "12-01 16:00.."),
            ("not in the morning", "- -"),
        ],
    );
}

#[test]
fn no_day_and_no_time_in_english() {
    let texts = [
        "I am 15 years old",
        "a 4-digit PIN",
        "3 months",
        "it takes 3 months",
        "may I come?",
        "I may be late",
        "may 5 people come?",
        "option 2 may be better",
        "I sat down",
        "the sun",
        "one second",
        "the second one",
        "the 2nd floor",
        "march on",
        "H7K3-M9QX",
        "K-4827",
        "0120-95-0178",
        "3",
        "10",
        "three",
        "two of us",
        "good morning",
        "good afternoon",
        "open 24/7",
        "2/3 of the documents",
        "2 or 3 documents",
        "200 yen",
        "it costs 1,000 yen",
        "last Tuesday",
        "every Monday",
        "I was born on May 5, 1990",
        "at 3 counters",
        "after 3 attempts",
        "16:9",
        "3:1",
        "about 2 weeks",
        "is my card valid for 10 years?",
        "at 5 times",
        "my number card",
        "what documents do I need",
        "2-3 people",
        "",
    ];
    let table: Vec<(&str, &str)> = texts.into_iter().map(|text| (text, "- -")).collect();
    check(Language::En, &table);
}

#[test]
fn other_languages() {
    check(
        Language::Vi,
        &[
            ("5/12", "12-05 -"),
            ("ngày 5/12 lúc 14h30", "12-05 14:30"),
            ("12/25", "12-25 -"),
            ("thu 3", "- -"),
            ("10:30", "- 10:30"),
        ],
    );
    check(
        Language::Fil,
        &[
            ("may 3 anak ako", "- -"),
            ("2 at 3", "- -"),
            ("Disyembre", "- -"),
        ],
    );
    check(
        Language::Es,
        &[("mar 5", "- -"), ("5-12 a las 14:00", "12-05 14:00")],
    );
    check(Language::Th, &[("๕/๑๒/๒๕๖๙", "12-05 -")]);
    check(Language::Ne, &[("१२/५", "12-05 -")]);
    check(Language::PtBr, &[("5/12 às 14h", "12-05 14:00")]);
    check(
        Language::ZhHans,
        &[("12月5日", "12-05 -"), ("明日", "12-02 -")],
    );
}
