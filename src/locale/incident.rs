//! The variables of what is said about incidents.

use super::Scope;
use super::arguments::Args;
use crate::desk::incident::{Act, Kind, Said};
use crate::desk::rules::civil;

impl Scope<'_> {
    pub(super) fn incident(&self, said: &Said, args: &mut Args) {
        match said {
            Said::Paused { phone } => args.set("phone", phone.clone()),
            Said::StaffRaised {
                incident,
                is_frozen,
                page,
            } => {
                args.set("incident", format!("J-{}", incident.id));
                args.set("kind", self.bare(incident_kind_id(incident.kind)));
                args.set("by", incident.raised_by.clone());
                args.set("at", self.date_time(civil(incident.raised_at)));
                let office = incident.office.as_ref().map(|id| self.office(id));
                let office = office.unwrap_or_else(|| self.bare("staff-incident-no-office"));
                args.set("office", office);
                args.set("frozen", if *is_frozen { "yes" } else { "no" });
                let way = match page {
                    Some(page) => page.clone(),
                    None => self.bare("staff-incident-on-the-pages"),
                };
                args.set("page", way);
            }
            Said::StaffActed { incident, act, by } => {
                args.set("incident", format!("J-{incident}"));
                args.set("by", by.clone());
                args.set(
                    "act",
                    match act {
                        Act::Freeze { .. } => "freeze",
                        Act::Thaw => "thaw",
                        Act::Revoke(_) => "revoke",
                        Act::Close => "close",
                    },
                );
            }
        }
    }
}

/// What a kind of incident is called.
const fn incident_kind_id(kind: Kind) -> &'static str {
    match kind {
        Kind::Leak => "staff-incident-leak",
        Kind::Loss => "staff-incident-loss",
        Kind::Damage => "staff-incident-damage",
        Kind::Threat => "staff-incident-threat",
        Kind::Outage => "staff-incident-outage",
        Kind::Other => "staff-incident-other",
    }
}
