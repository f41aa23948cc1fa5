//! How the page of the audit log names what was done, by whom and to what.

use super::pages::Words;

/// What the object of a row is, which says where its page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Object {
    Visit,
    Waiting,
    Floor,
    /// A day of the calendar.
    Day,
    /// The list of an office and a day.
    List,
    Person,
    Device,
    Incident,
    Questions,
    Text,
    /// It has no page.
    Plain,
}

/// Everything that is ever written, by its id in the log: the words for it, and what it is done to.
pub(super) const ACTIONS: [(&str, &str, Object); 95] = [
    ("reserve", "staff-audit-reserve", Object::Visit),
    ("move", "staff-audit-move", Object::Visit),
    ("cancel", "staff-audit-cancel", Object::Visit),
    ("mark", "staff-audit-mark", Object::Visit),
    ("coming", "staff-audit-coming", Object::Visit),
    ("beyond-rules", "staff-audit-beyond-rules", Object::Visit),
    ("share", "staff-audit-share", Object::Visit),
    ("try-code", "staff-audit-try-code", Object::Plain),
    ("keep-checks", "staff-audit-keep-checks", Object::Plain),
    ("reminder-sent", "staff-audit-reminder-sent", Object::Visit),
    (
        "reminder-postponed",
        "staff-audit-reminder-postponed",
        Object::Visit,
    ),
    (
        "reminder-dropped",
        "staff-audit-reminder-dropped",
        Object::Visit,
    ),
    ("ask-renewal", "staff-audit-ask-renewal", Object::Plain),
    ("drop-renewal", "staff-audit-drop-renewal", Object::Plain),
    ("renewal-sent", "staff-audit-renewal-sent", Object::Plain),
    (
        "renewal-dropped",
        "staff-audit-renewal-dropped",
        Object::Plain,
    ),
    (
        "renewal-postponed",
        "staff-audit-renewal-postponed",
        Object::Plain,
    ),
    ("join-wait", "staff-audit-join-wait", Object::Waiting),
    ("save-wait", "staff-audit-save-wait", Object::Waiting),
    ("end-wait", "staff-audit-end-wait", Object::Plain),
    ("offer", "staff-audit-offer", Object::Plain),
    ("offer-told", "staff-audit-offer-told", Object::Plain),
    ("end-offer", "staff-audit-end-offer", Object::Plain),
    ("messages", "staff-audit-messages", Object::Plain),
    ("erase", "staff-audit-erase", Object::Plain),
    ("unreachable", "staff-audit-unreachable", Object::Plain),
    ("move-chat", "staff-audit-move-chat", Object::Plain),
    ("open-case", "staff-audit-open-case", Object::Plain),
    ("save-case", "staff-audit-save-case", Object::Plain),
    ("note-case", "staff-audit-note-case", Object::Plain),
    ("promise-call", "staff-audit-promise-call", Object::Plain),
    ("make-sheet", "staff-audit-make-sheet", Object::Plain),
    ("take-sheet", "staff-audit-take-sheet", Object::Plain),
    ("block", "staff-audit-block", Object::Plain),
    ("lift-block", "staff-audit-lift-block", Object::Plain),
    ("appeal", "staff-audit-appeal", Object::Plain),
    (
        "raise-incident",
        "staff-audit-raise-incident",
        Object::Incident,
    ),
    (
        "note-incident",
        "staff-audit-note-incident",
        Object::Incident,
    ),
    (
        "close-incident",
        "staff-audit-close-incident",
        Object::Incident,
    ),
    (
        "stop-messages",
        "staff-audit-stop-messages",
        Object::Incident,
    ),
    (
        "release-messages",
        "staff-audit-release-messages",
        Object::Incident,
    ),
    ("end-sessions", "staff-audit-end-sessions", Object::Incident),
    (
        "suspend-telegram",
        "staff-audit-suspend-telegram",
        Object::Incident,
    ),
    (
        "resume-telegram",
        "staff-audit-resume-telegram",
        Object::Plain,
    ),
    ("rate", "staff-audit-rate", Object::Plain),
    ("ask-visit", "staff-audit-ask-visit", Object::Plain),
    ("add-person", "staff-audit-add-person", Object::Plain),
    ("change-person", "staff-audit-change-person", Object::Plain),
    ("end-person", "staff-audit-end-person", Object::Plain),
    ("go-away", "staff-audit-go-away", Object::Plain),
    ("come-back", "staff-audit-come-back", Object::Plain),
    ("leave-inbox", "staff-audit-leave-inbox", Object::Plain),
    (
        "return-to-inbox",
        "staff-audit-return-to-inbox",
        Object::Plain,
    ),
    (
        "make-link-code",
        "staff-audit-make-link-code",
        Object::Plain,
    ),
    ("link-telegram", "staff-audit-link-telegram", Object::Plain),
    (
        "unlink-telegram",
        "staff-audit-unlink-telegram",
        Object::Plain,
    ),
    ("set-factor", "staff-audit-set-factor", Object::Plain),
    ("drop-factor", "staff-audit-drop-factor", Object::Plain),
    ("give-up", "staff-audit-give-up", Object::Plain),
    ("take-back", "staff-audit-take-back", Object::Plain),
    ("ticket-issue", "staff-audit-ticket-issue", Object::Plain),
    ("ticket-call", "staff-audit-ticket-call", Object::Plain),
    ("ticket-recall", "staff-audit-ticket-recall", Object::Plain),
    ("ticket-undo", "staff-audit-ticket-undo", Object::Plain),
    ("ticket-serve", "staff-audit-ticket-serve", Object::Plain),
    ("ticket-take", "staff-audit-ticket-take", Object::Plain),
    ("ticket-finish", "staff-audit-ticket-finish", Object::Plain),
    ("ticket-park", "staff-audit-ticket-park", Object::Plain),
    ("ticket-return", "staff-audit-ticket-return", Object::Plain),
    ("ticket-miss", "staff-audit-ticket-miss", Object::Plain),
    (
        "ticket-transfer",
        "staff-audit-ticket-transfer",
        Object::Plain,
    ),
    ("ticket-leave", "staff-audit-ticket-leave", Object::Plain),
    (
        "ticket-prioritise",
        "staff-audit-ticket-prioritise",
        Object::Plain,
    ),
    ("ticket-delay", "staff-audit-ticket-delay", Object::Plain),
    ("ticket-ready", "staff-audit-ticket-ready", Object::Plain),
    (
        "ticket-describe",
        "staff-audit-ticket-describe",
        Object::Plain,
    ),
    ("counter", "staff-audit-counter", Object::Floor),
    ("shortage", "staff-audit-shortage", Object::Plain),
    ("calendar", "staff-audit-calendar", Object::Day),
    ("print", "staff-audit-print", Object::List),
    ("set-password", "staff-audit-set-password", Object::Person),
    ("give-password", "staff-audit-give-password", Object::Person),
    ("lock-login", "staff-audit-lock-login", Object::Person),
    ("begin-session", "staff-audit-begin-session", Object::Person),
    ("end-session", "staff-audit-end-session", Object::Person),
    ("login-refused", "staff-audit-login-refused", Object::Person),
    ("proof-refused", "staff-audit-proof-refused", Object::Person),
    ("add-device", "staff-audit-add-device", Object::Device),
    ("remove-device", "staff-audit-remove-device", Object::Device),
    (
        "settle-misses",
        "staff-audit-settle-misses",
        Object::Questions,
    ),
    ("submit-text", "staff-audit-submit-text", Object::Text),
    ("approve-text", "staff-audit-approve-text", Object::Text),
    ("return-text", "staff-audit-return-text", Object::Text),
    ("prune", "staff-audit-prune", Object::Plain),
    ("cut-audit", "staff-audit-cut-audit", Object::Plain),
];

/// What was done, in words; an id of a later version stands for itself.
pub(super) fn action(t: &Words<'_>, what: &str) -> String {
    let found = ACTIONS.iter().find(|(id, _, _)| *id == what);
    found.map_or_else(|| what.to_owned(), |(_, words, _)| t(words))
}

/// Who did it: the name of a clerk, a resident by number, or the desk.
pub(super) fn actor(t: &Words<'_>, who: &str) -> String {
    match who.split_once(':') {
        Some(("clerk", name)) => name.to_owned(),
        Some(("resident", id)) => format!("{} {id}", t("staff-audit-resident")),
        _ if who == "desk" => t("staff-audit-desk"),
        _ => who.to_owned(),
    }
}

/// The page of an object, where there is one.
pub(super) fn page(what: &str, subject: &str) -> Option<String> {
    let (_, _, object) = ACTIONS.iter().find(|(id, _, _)| *id == what)?;
    let at = |path: &str, fields: &[(&str, &str)]| Some(super::address(path, fields));
    match object {
        Object::Visit => at(
            &format!("/staff/visit/{}", subject.parse::<i64>().ok()?),
            &[],
        ),
        Object::Waiting => at("/staff/waiting", &[]),
        Object::Floor => at("/staff/floor", &[("office", subject.split('/').next()?)]),
        Object::Day => at("/staff/calendar", &[]),
        Object::List => {
            let (office, day) = subject.split_once('/')?;
            at("/staff/day", &[("office", office), ("day", day)])
        }
        Object::Person => at("/staff/people", &[]),
        Object::Device => at("/staff/devices", &[]),
        Object::Incident => {
            let id: i64 = subject.strip_prefix("incident/")?.parse().ok()?;
            at(&format!("/staff/incident/{id}"), &[])
        }
        Object::Questions => at("/review/questions", &[]),
        Object::Text => at(&format!("/review/text/{subject}"), &[]),
        Object::Plain => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_lead_to_their_pages() {
        let leads = |what: &str, subject: &str, to: Option<&str>| {
            assert_eq!(page(what, subject).as_deref(), to, "{what} {subject}");
        };
        leads("move", "17", Some("/staff/visit/17"));
        leads("move", "javascript:x", None);
        leads("counter", "main/2", Some("/staff/floor?office=main"));
        let list = "/staff/day?office=main&day=2026-12-01";
        leads("print", "main/2026-12-01", Some(list));
        leads(
            "approve-text",
            "parking/ja",
            Some("/review/text/parking/ja"),
        );
        leads("note-incident", "incident/3", Some("/staff/incident/3"));
        leads("note-incident", "3", None);
        leads("erase", "3", None);
        leads("of a later version", "3", None);
    }

    #[test]
    fn nothing_is_named_twice() {
        let ids: std::collections::BTreeSet<&str> = ACTIONS.iter().map(|(id, _, _)| *id).collect();
        assert_eq!(ids.len(), ACTIONS.len());
        for (id, words, _) in ACTIONS {
            assert_eq!(words, format!("staff-audit-{id}"));
        }
    }
}
