//! The words of the helpers around a visit.

use chrono::NaiveDate;

use super::arguments::Args;
use super::{Scope, number};
use crate::desk::care::{Have, Order, Permit, Pick, Said};
use crate::desk::documents::{self, Bearer, Item, Need, Proof, Visitor};
use crate::desk::expiring::Line;
use crate::desk::expiry::{Standing, Term};
use crate::desk::finder::{
    FOREIGN_PHONE, FOREIGN_PORTAL_PHONE, Finding, IMMIGRATION_PHONE, NATIONAL_PHONE,
};
use crate::desk::phrase::Phrase;
use crate::desk::renewal::Month;

const TICKED: [&str; 2] = ["☐", "☑"];

impl Scope<'_> {
    /// The variables of these phrases.
    pub(super) fn care(&self, said: &Said, args: &mut Args) {
        match said {
            Said::Resume
            | Said::ExpiryAsk
            | Said::AskPrinted
            | Said::AskIssued
            | Said::AskRenewed
            | Said::AskBirth
            | Said::AskStay
            | Said::AskBirthOrder
            | Said::DateUnclear
            | Said::DateImplausible => {}
            Said::AskPermit { end } => args.set("end", self.date_year(*end)),
            Said::AskOrder {
                day_first,
                month_first,
            } => {
                args.set("day-first", self.date_year(*day_first));
                args.set("month-first", self.date_year(*month_first));
            }
            Said::Expires(lines) => {
                let lines: Vec<String> = lines.iter().map(|line| self.line(line)).collect();
                args.set("lines", lines.join("\n\n"));
            }
            Said::RemindKept { kind, month } => {
                args.set("kind", kind.id());
                args.set("month", self.month(*month));
            }
            Said::RemindDropped { kind } | Said::RenewalDue { kind } => args.set("kind", kind.id()),
            Said::Find(_) => phones(args),
            Said::Found { finding, minutes } => {
                args.set("minutes", number(*minutes));
                self.found(finding, args);
            }
            Said::Elsewhere { phone, .. } => {
                phones(args);
                args.set("phone", phone.clone());
            }
            Said::AskVisitor { procedures } => args.set("procedures", self.procedures(procedures)),
            Said::Papers {
                procedures,
                visitor,
                list,
            } => {
                args.set("procedures", self.procedures(procedures));
                args.set("visitor", self.bare(visitor_id(*visitor)));
                let needs = documents::needs_for(procedures, *visitor);
                let list = list.iter().map(|(item, ticked)| self.tick(*item, *ticked));
                args.set("list", self.lines(list) + &self.ab(&needs));
            }
            Said::PapersComplete { perhaps } => {
                args.set("some", if perhaps.is_empty() { "no" } else { "yes" });
                let list = perhaps
                    .iter()
                    .map(|item| self.point(self.bare(item_id(*item))));
                args.set("perhaps", self.lines(list));
            }
            Said::PapersMissing { needs, phone } => {
                args.set("needs", self.needs(needs));
                args.set("phone", phone.clone());
            }
        }
    }

    /// The words on a button of the helpers.
    pub(super) fn care_label(&self, pick: &Pick, asked: &Phrase) -> String {
        let mut args = Args::new();
        let id = match pick {
            Pick::Expiry if matches!(asked, Phrase::Care(Said::Expires(_))) => {
                "choice-expiry-again"
            }
            Pick::Expiry => "choice-expiry",
            Pick::Have(Have::Printed) => "choice-have-printed",
            Pick::Have(Have::BirthAndIssue) => "choice-have-birth",
            Pick::Have(Have::PeriodOfStay) => "choice-have-stay",
            Pick::Renewed(true) => "choice-renewed",
            Pick::Renewed(false) => "choice-not-renewed",
            Pick::Permit(Permit::Granted) => "choice-permit-granted",
            Pick::Permit(Permit::Pending) => "choice-permit-pending",
            Pick::Permit(Permit::NotYet) => "choice-permit-not-yet",
            Pick::Order(order) => match (order, asked) {
                (Order::DayFirst, Phrase::Care(Said::AskOrder { day_first, .. })) => {
                    return self.date_year(*day_first);
                }
                (Order::MonthFirst, Phrase::Care(Said::AskOrder { month_first, .. })) => {
                    return self.date_year(*month_first);
                }
                (Order::DayFirst, _) => "choice-day-first",
                (Order::MonthFirst, _) => "choice-month-first",
            },
            Pick::Remind(kind, month) => {
                args.set("kind", kind.id());
                args.set("month", self.month(*month));
                "choice-remind"
            }
            Pick::Unremind(kind) => {
                args.set("kind", kind.id());
                "choice-unremind"
            }
            Pick::Finder => "choice-finder",
            Pick::Answer(answer) => answer.id(),
            Pick::BookFor(procedures) => {
                args.set("procedures", self.procedures(procedures));
                "choice-book-for"
            }
            Pick::Papers(_) => "choice-papers",
            Pick::Visitor(_, visitor) => visitor_id(*visitor),
            Pick::Tick(_, item) => {
                let is_ticked = matches!(asked, Phrase::Care(Said::Papers { list, .. })
                    if list.contains(&(*item, true)));
                return self.tick(*item, is_ticked);
            }
            Pick::Ticked(_) => "choice-ticked",
        };
        self.message(id, &args)
    }

    fn lines(&self, lines: impl Iterator<Item = String>) -> String {
        lines.collect::<Vec<_>>().join("\n")
    }

    fn tick(&self, item: Item, is_ticked: bool) -> String {
        let mark = TICKED[usize::from(is_ticked)];
        format!("{mark} {}", self.bare(item_id(item)))
    }

    fn point(&self, text: String) -> String {
        let mut args = Args::new();
        args.set("text", text);
        self.message("care-point", &args)
    }

    fn month(&self, month: Month) -> String {
        let mut args = Args::new();
        args.set("year", number(month.year));
        args.set("month", number(month.month));
        self.message("month-year", &args)
    }

    fn line(&self, line: &Line) -> String {
        let mut args = Args::new();
        let day = |args: &mut Args, name: &'static str, day: NaiveDate| {
            args.set(name, self.date_year(day));
        };
        let id = match line {
            Line::Card(term, standing) => {
                self.term(*term, *standing, &mut args);
                "expiry-card"
            }
            Line::Certificate(term, standing) => {
                self.term(*term, *standing, &mut args);
                "expiry-certificate"
            }
            Line::CertificateByPrint(term, standing) => {
                self.term(*term, *standing, &mut args);
                "expiry-certificate-by-print"
            }
            Line::CertificateWithCard => "expiry-certificate-with-card",
            Line::SignatureFrom(from) => {
                day(&mut args, "from", *from);
                "expiry-signature-from"
            }
            Line::InsuranceUntil(until) => {
                day(&mut args, "until", *until);
                "expiry-insurance-until"
            }
            Line::NearAgeLimit => "expiry-near-age-limit",
            Line::LeapDay => "expiry-leap-day",
            Line::StayGranted(end) => {
                day(&mut args, "end", *end);
                "expiry-stay-granted"
            }
            Line::StayPending { end, until } => {
                day(&mut args, "end", *end);
                day(&mut args, "until", *until);
                "expiry-stay-pending"
            }
            Line::StayNotYet(end) => {
                day(&mut args, "end", *end);
                "expiry-stay-not-yet"
            }
            Line::Guide => "expiry-guide",
            Line::StayOver(end) => {
                day(&mut args, "end", *end);
                "expiry-stay-over"
            }
        };
        self.message(id, &args)
    }

    fn term(&self, term: Term, standing: Standing, args: &mut Args) {
        args.set("end", self.date_year(term.end));
        args.set("from", self.date_year(term.from));
        let standing = match standing {
            Standing::Later => "later",
            Standing::Now => "now",
            Standing::Over => "over",
        };
        args.set("standing", standing);
    }

    fn found(&self, finding: &Finding, args: &mut Args) {
        let needs = documents::needs_for(&finding.procedures, finding.visitor);
        args.set("procedures", self.procedures(&finding.procedures));
        args.set("visitor", self.bare(visitor_id(finding.visitor)));
        args.set("documents", self.needs(&needs));
        let notes = finding.notes.iter();
        let mut own = Args::new();
        phones(&mut own);
        let notes = notes.map(|note| self.point(self.message(note.id(), &own)));
        args.set(
            "some",
            if finding.notes.is_empty() {
                "no"
            } else {
                "yes"
            },
        );
        args.set("notes", self.lines(notes));
    }

    fn needs(&self, needs: &[Need]) -> String {
        let points = needs.iter().map(|need| self.point(self.need(*need)));
        self.lines(points) + &self.ab(needs)
    }

    /// What the lists A and B are, where the needs speak of them.
    fn ab(&self, needs: &[Need]) -> String {
        let is_thing = |need: &Need| matches!(need, Need::Thing(_) | Need::Perhaps(_));
        if needs.iter().all(is_thing) {
            return String::new();
        }
        format!("\n\n{}", self.bare("papers-ab"))
    }

    fn need(&self, need: Need) -> String {
        let mut args = Args::new();
        let id = match need {
            // The name of the fee says whom it applies to.
            Need::Thing(item) | Need::Perhaps(item @ Item::Fee) => {
                return self.bare(item_id(item));
            }
            Need::Perhaps(item) => {
                args.set("item", self.bare(item_id(item)));
                "need-perhaps"
            }
            Need::Identity(bearer, proof) => {
                let bearer = match bearer {
                    Bearer::Holder => "holder",
                    Bearer::Companion => "companion",
                };
                let proof = match proof {
                    Proof::OneOfAny => "one-of-any",
                    Proof::OneWithPhoto => "one-with-photo",
                    Proof::OneOrTwo => "one-or-two",
                    Proof::TwoWithPhoto => "two-with-photo",
                };
                args.set("bearer", bearer);
                args.set("proof", proof);
                "need-identity"
            }
            Need::PostcardOrMore => "need-postcard-or-more",
            Need::PinsOrIdentity => "need-pins-or-identity",
            Need::HolderOrPhotoCertificate => "need-holder-or-photo-certificate",
        };
        self.message(id, &args)
    }
}

/// National telephone numbers that some of the questions and notes name.
fn phones(args: &mut Args) {
    args.set("national", NATIONAL_PHONE);
    args.set("foreign", FOREIGN_PHONE);
    args.set("portal", FOREIGN_PORTAL_PHONE);
    args.set("immigration", IMMIGRATION_PHONE);
}

fn visitor_id(visitor: Visitor) -> &'static str {
    match visitor {
        Visitor::Myself => "visitor-myself",
        Visitor::Guardian => "visitor-guardian",
        Visitor::Proxy => "visitor-proxy",
    }
}

#[must_use]
pub fn item_id(item: Item) -> &'static str {
    match item {
        Item::NoticePostcard => "item-notice-postcard",
        Item::ProxyPostcard => "item-proxy-postcard",
        Item::Card => "item-card",
        Item::OldCard => "item-old-card",
        Item::TsuchiCard => "item-tsuchi-card",
        Item::JukiCard => "item-juki-card",
        Item::ResidenceCard => "item-residence-card",
        Item::ApplicationForm => "item-application-form",
        Item::Photo => "item-photo",
        Item::Pin => "item-pin",
        Item::SignaturePin => "item-signature-pin",
        Item::SealedAnswer => "item-sealed-answer",
        Item::Account => "item-account",
        Item::Fee => "item-fee",
        Item::GuardianProof => "item-guardian-proof",
        Item::ReasonProof => "item-reason-proof",
        Item::PhotoCertificate => "item-photo-certificate",
        Item::IdA => "item-id-a",
        Item::IdASecond => "item-id-a-second",
        Item::IdB => "item-id-b",
        Item::IdBSecond => "item-id-b-second",
        Item::CompanionIdA => "item-companion-id-a",
        Item::CompanionIdASecond => "item-companion-id-a-second",
        Item::CompanionIdB => "item-companion-id-b",
        Item::CompanionIdBSecond => "item-companion-id-b-second",
    }
}
