//! The variables of what is said about blocks and emergencies.

use super::Scope;
use super::arguments::Args;
use super::names::case_code;
use crate::desk::abuse::Said;
use crate::desk::rules::civil;

impl Scope<'_> {
    pub(super) fn block(&self, said: &Said, args: &mut Args) {
        match said {
            Said::Blocked {
                until,
                reason,
                phone,
                appeal,
            } => {
                args.set("until", self.date_time(civil(*until)));
                args.set("reason", reason.id());
                args.set("phone", phone.clone());
                args.set("appeal", if appeal.is_some() { "made" } else { "open" });
                args.set("case", appeal.map(case_code).unwrap_or_default());
            }
            Said::Lifted => {}
            Said::StaffAppeal {
                case,
                until,
                reason,
                by,
            } => {
                args.set("case", case_code(*case));
                args.set("until", self.date_time(civil(*until)));
                args.set("reason", reason.id());
                args.set("by", by.clone());
            }
        }
    }

    /// The national numbers stand in the configuration; 119 and 110 are the same everywhere in Japan.
    pub(super) fn emergency(&self, args: &mut Args) {
        let person = &self.subject.rules.person;
        args.set("hotline", person.hotline.clone());
        args.set("foreign", person.hotline_foreign.clone());
    }

    /// The line below every refusal.
    pub(super) fn emergency_line(&self) -> String {
        let mut args = Args::new();
        self.emergency(&mut args);
        self.message("emergency-line", &args)
    }
}
