//! What to bring for a procedure, as things that can be ticked off, and whether that is enough.
//!
//! Which papers prove who somebody is comes in two lists: one paper of list A has a photo and is enough for most things;
//! of list B two are needed. What is missing is reckoned from the ticks, never read out of a text.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::procedure::Procedure;

/// Who comes to the counter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Visitor {
    /// The holder of the card.
    Myself,
    /// A parent or legal guardian, with the child or for the ward.
    Guardian,
    /// Somebody else in the holder's place.
    Proxy,
}

impl Visitor {
    pub const ALL: [Visitor; 3] = [Visitor::Myself, Visitor::Guardian, Visitor::Proxy];

    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Visitor::Myself => "myself",
            Visitor::Guardian => "guardian",
            Visitor::Proxy => "proxy",
        }
    }

    #[must_use]
    pub fn from_id(id: &str) -> Option<Visitor> {
        Visitor::ALL.into_iter().find(|v| v.id() == id)
    }
}

/// Whose identity a paper proves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bearer {
    /// The holder of the card.
    Holder,
    /// The guardian or proxy who comes.
    Companion,
}

/// Something to bring. The names are kept, so they never change their meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Item {
    /// 交付通知書, the postcard.
    NoticePostcard,
    /// The same with the answer, the power of attorney and the hidden PINs filled in.
    ProxyPostcard,
    /// マイナンバーカード.
    Card,
    /// The one before, or one that is found again.
    OldCard,
    /// 通知カード.
    TsuchiCard,
    /// 住民基本台帳カード.
    JukiCard,
    /// 在留カード, the new one.
    ResidenceCard,
    /// 交付申請書.
    ApplicationForm,
    Photo,
    /// The PINs of four digits are known.
    Pin,
    /// The PIN of 6 to 16 characters is known.
    SignaturePin,
    /// 照会書兼回答書, filled in and sealed.
    SealedAnswer,
    /// Proof of a bank account in the holder's own name.
    Account,
    Fee,
    /// 戸籍全部事項証明書 or 登記事項証明書.
    GuardianProof,
    /// Why the holder cannot come.
    ReasonProof,
    /// 個人番号カード顔写真証明書.
    PhotoCertificate,
    /// Papers of the holder: one of list A, a second one, one of list B, a second one.
    IdA,
    IdASecond,
    IdB,
    IdBSecond,
    /// Papers of whoever comes in the holder's place.
    CompanionIdA,
    CompanionIdASecond,
    CompanionIdB,
    CompanionIdBSecond,
}

impl Item {
    /// Every item in the order in which it is listed.
    pub const ALL: [Item; 25] = [
        Item::NoticePostcard,
        Item::ProxyPostcard,
        Item::Card,
        Item::ResidenceCard,
        Item::ApplicationForm,
        Item::Photo,
        Item::IdA,
        Item::IdASecond,
        Item::IdB,
        Item::IdBSecond,
        Item::PhotoCertificate,
        Item::CompanionIdA,
        Item::CompanionIdASecond,
        Item::CompanionIdB,
        Item::CompanionIdBSecond,
        Item::Pin,
        Item::SignaturePin,
        Item::SealedAnswer,
        Item::ReasonProof,
        Item::GuardianProof,
        Item::TsuchiCard,
        Item::JukiCard,
        Item::OldCard,
        Item::Account,
        Item::Fee,
    ];

    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Item::NoticePostcard => "notice-postcard",
            Item::ProxyPostcard => "proxy-postcard",
            Item::Card => "card",
            Item::OldCard => "old-card",
            Item::TsuchiCard => "tsuchi-card",
            Item::JukiCard => "juki-card",
            Item::ResidenceCard => "residence-card",
            Item::ApplicationForm => "application-form",
            Item::Photo => "photo",
            Item::Pin => "pin",
            Item::SignaturePin => "signature-pin",
            Item::SealedAnswer => "sealed-answer",
            Item::Account => "account",
            Item::Fee => "fee",
            Item::GuardianProof => "guardian-proof",
            Item::ReasonProof => "reason-proof",
            Item::PhotoCertificate => "photo-certificate",
            Item::IdA => "id-a",
            Item::IdASecond => "id-a-second",
            Item::IdB => "id-b",
            Item::IdBSecond => "id-b-second",
            Item::CompanionIdA => "companion-id-a",
            Item::CompanionIdASecond => "companion-id-a-second",
            Item::CompanionIdB => "companion-id-b",
            Item::CompanionIdBSecond => "companion-id-b-second",
        }
    }

    #[must_use]
    pub fn from_id(id: &str) -> Option<Item> {
        Item::ALL.into_iter().find(|item| item.id() == id)
    }
}

/// How many papers prove who somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Proof {
    /// One of either list.
    OneOfAny,
    /// One of list A.
    OneWithPhoto,
    /// One of list A or two of list B.
    OneOrTwo,
    /// Two, at least one of them of list A.
    TwoWithPhoto,
}

impl Proof {
    /// Whether so many papers of the two lists are enough.
    #[must_use]
    pub const fn is_met(self, a: usize, b: usize) -> bool {
        match self {
            Proof::OneOfAny => a + b >= 1,
            Proof::OneWithPhoto => a >= 1,
            Proof::OneOrTwo => a >= 1 || b >= 2,
            Proof::TwoWithPhoto => a >= 1 && a + b >= 2,
        }
    }

    /// The ticks that the list needs: first and second of list A, first and second of list B.
    const fn ticks(self) -> [bool; 4] {
        match self {
            Proof::OneOfAny => [true, false, true, false],
            Proof::OneWithPhoto => [true, false, false, false],
            Proof::OneOrTwo => [true, false, true, true],
            Proof::TwoWithPhoto => [true, true, true, false],
        }
    }
}

/// Something that must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    Thing(Item),
    /// Only where it applies to somebody; its absence is never a fault.
    Perhaps(Item),
    Identity(Bearer, Proof),
    /// The postcard and the usual papers of the holder; without the postcard, more papers.
    PostcardOrMore,
    /// The PINs, or another paper so that they can be set anew.
    PinsOrIdentity,
    /// Two papers, at least one with a photo; or two of list B and the certificate with a photo.
    HolderOrPhotoCertificate,
}

/// Who may come for a procedure.
#[must_use]
pub const fn visitors(procedure: Procedure) -> &'static [Visitor] {
    match procedure {
        // Whoever applies at the counter is looked at beside the photo.
        Procedure::Application | Procedure::Insurance => &[Visitor::Myself, Visitor::Guardian],
        Procedure::Pickup
        | Procedure::Certificate
        | Procedure::Pin
        | Procedure::Address
        | Procedure::Stay => &[Visitor::Myself, Visitor::Guardian, Visitor::Proxy],
    }
}

/// Who may come for all of these in one visit.
#[must_use]
pub fn visitors_for(procedures: &[Procedure]) -> Vec<Visitor> {
    let may = |visitor: &Visitor| procedures.iter().all(|p| visitors(*p).contains(visitor));
    Visitor::ALL.into_iter().filter(may).collect()
}

/// What must be there for a procedure when this person comes.
#[must_use]
pub fn needs(procedure: Procedure, visitor: Visitor) -> Vec<Need> {
    use Bearer::{Companion, Holder};
    use Need::{Identity, Perhaps, PostcardOrMore, Thing};
    let own: &[Need] = match (procedure, visitor) {
        (Procedure::Pickup, Visitor::Proxy) => &[
            Thing(Item::ProxyPostcard),
            Need::HolderOrPhotoCertificate,
            Thing(Item::ReasonProof),
        ],
        (Procedure::Pickup, _) => &[PostcardOrMore],
        (Procedure::Certificate, Visitor::Proxy) => &[Thing(Item::Card), Thing(Item::SealedAnswer)],
        (Procedure::Certificate, _) => &[Thing(Item::Card), Need::PinsOrIdentity],
        (Procedure::Pin, Visitor::Proxy) => &[
            Thing(Item::Card),
            Thing(Item::SealedAnswer),
            Identity(Holder, Proof::OneOfAny),
        ],
        (Procedure::Pin, _) => &[Thing(Item::Card), Identity(Holder, Proof::OneOfAny)],
        (Procedure::Application, _) => &[
            Perhaps(Item::ApplicationForm),
            Thing(Item::Photo),
            Identity(Holder, Proof::OneOrTwo),
            Perhaps(Item::OldCard),
            Perhaps(Item::Fee),
        ],
        (Procedure::Address, _) => &[
            Thing(Item::Card),
            Thing(Item::Pin),
            Perhaps(Item::SignaturePin),
        ],
        (Procedure::Stay, _) => &[
            Thing(Item::Card),
            Thing(Item::ResidenceCard),
            Thing(Item::Pin),
        ],
        (Procedure::Insurance, _) => &[Thing(Item::Card), Thing(Item::Pin), Perhaps(Item::Account)],
    };
    let mut all = own.to_vec();
    match (procedure, visitor) {
        (_, Visitor::Myself) => {}
        (Procedure::Pin, Visitor::Guardian) | (Procedure::Pickup, Visitor::Proxy) => {
            all.push(Identity(Companion, Proof::TwoWithPhoto));
        }
        (Procedure::Pickup | Procedure::Application, Visitor::Guardian) => {
            all.push(Identity(Companion, Proof::OneOrTwo));
        }
        (_, Visitor::Guardian | Visitor::Proxy) => {
            all.push(Identity(Companion, Proof::OneWithPhoto));
        }
    }
    if visitor == Visitor::Guardian {
        all.push(Perhaps(Item::GuardianProof));
    }
    // The family of the same household needs no inquiry by letter.
    if visitor == Visitor::Proxy && matches!(procedure, Procedure::Address | Procedure::Stay) {
        all.push(Perhaps(Item::SealedAnswer));
    }
    if procedure == Procedure::Pickup {
        all.extend([Item::TsuchiCard, Item::JukiCard, Item::OldCard].map(Perhaps));
    }
    all
}

/// What must be there for a visit. What is needed twice is brought once, and what is needed for sure is no "perhaps".
#[must_use]
pub fn needs_for(procedures: &[Procedure], visitor: Visitor) -> Vec<Need> {
    let mut all: Vec<Need> = Vec::new();
    for need in procedures.iter().flat_map(|p| needs(*p, visitor)) {
        if !all.contains(&need) {
            all.push(need);
        }
    }
    let sure = all.clone();
    let has_pins = sure.contains(&Need::PinsOrIdentity);
    all.retain(|need| match need {
        // Where a PIN can be set anew in the same visit, it need not be known.
        Need::Thing(Item::Pin) | Need::Perhaps(Item::SignaturePin) => !has_pins,
        Need::Perhaps(item) => !sure.contains(&Need::Thing(*item)),
        _ => true,
    });
    all
}

/// The things to tick off, in the order of the list.
#[must_use]
pub fn items(needs: &[Need]) -> Vec<Item> {
    let mut wanted = BTreeSet::new();
    for need in needs {
        match *need {
            Need::Thing(item) | Need::Perhaps(item) => {
                wanted.insert(item);
            }
            Need::Identity(bearer, proof) => wanted.extend(papers(bearer, proof.ticks())),
            Need::PostcardOrMore => {
                wanted.insert(Item::NoticePostcard);
                wanted.extend(papers(Bearer::Holder, [true; 4]));
            }
            Need::PinsOrIdentity => {
                wanted.extend([Item::Pin, Item::SignaturePin]);
                wanted.extend(papers(Bearer::Holder, Proof::OneOfAny.ticks()));
            }
            Need::HolderOrPhotoCertificate => {
                wanted.insert(Item::PhotoCertificate);
                wanted.extend(papers(Bearer::Holder, [true; 4]));
            }
        }
    }
    Item::ALL
        .into_iter()
        .filter(|item| wanted.contains(item))
        .collect()
}

fn papers(bearer: Bearer, ticks: [bool; 4]) -> impl Iterator<Item = Item> {
    let all = match bearer {
        Bearer::Holder => [Item::IdA, Item::IdASecond, Item::IdB, Item::IdBSecond],
        Bearer::Companion => [
            Item::CompanionIdA,
            Item::CompanionIdASecond,
            Item::CompanionIdB,
            Item::CompanionIdBSecond,
        ],
    };
    let wanted = all.into_iter().zip(ticks);
    wanted.filter_map(|(item, is_wanted)| is_wanted.then_some(item))
}

/// What is still missing, in the order of the needs.
#[must_use]
pub fn missing(needs: &[Need], ticked: &BTreeSet<Item>) -> Vec<Need> {
    let open = needs.iter().filter(|need| !is_met(**need, ticked));
    open.map(|need| match need {
        // With the postcard only the usual papers are missing.
        Need::PostcardOrMore if ticked.contains(&Item::NoticePostcard) => {
            Need::Identity(Bearer::Holder, Proof::OneOrTwo)
        }
        other => *other,
    })
    .collect()
}

fn is_met(need: Need, ticked: &BTreeSet<Item>) -> bool {
    let has = |item: Item| ticked.contains(&item);
    let count = |bearer: Bearer| {
        let of = |list: [bool; 4]| papers(bearer, list).filter(|item| has(*item)).count();
        (
            of([true, true, false, false]),
            of([false, false, true, true]),
        )
    };
    let (a, b) = count(Bearer::Holder);
    match need {
        Need::Thing(item) => has(item),
        Need::Perhaps(_) => true,
        Need::Identity(bearer, proof) => {
            let (a, b) = count(bearer);
            proof.is_met(a, b)
        }
        Need::PostcardOrMore if has(Item::NoticePostcard) => Proof::OneOrTwo.is_met(a, b),
        Need::PostcardOrMore => {
            Proof::TwoWithPhoto.is_met(a, b) || (has(Item::TsuchiCard) && b >= 2)
        }
        Need::PinsOrIdentity => has(Item::Pin) || Proof::OneOfAny.is_met(a, b),
        Need::HolderOrPhotoCertificate => {
            Proof::TwoWithPhoto.is_met(a, b) || (has(Item::PhotoCertificate) && b >= 2)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lacks(procedure: Procedure, visitor: Visitor, brought: &[Item]) -> Vec<Need> {
        let ticked = brought.iter().copied().collect();
        missing(&needs(procedure, visitor), &ticked)
    }

    #[test]
    fn one_of_list_a_or_two_of_list_b() {
        let check = |brought: &[Item], is_enough: bool| {
            let mut all = vec![Item::NoticePostcard];
            all.extend(brought);
            let left = lacks(Procedure::Pickup, Visitor::Myself, &all);
            assert_eq!(left.is_empty(), is_enough, "{brought:?}");
        };
        check(&[], false);
        check(&[Item::IdA], true);
        check(&[Item::IdB], false);
        check(&[Item::IdB, Item::IdBSecond], true);
    }

    #[test]
    fn without_the_postcard_more_papers_are_needed() {
        let check = |brought: &[Item], is_enough: bool| {
            let left = lacks(Procedure::Pickup, Visitor::Myself, brought);
            assert_eq!(left.is_empty(), is_enough, "{brought:?}");
        };
        check(&[Item::IdA], false);
        check(&[Item::IdA, Item::IdASecond], true);
        check(&[Item::IdA, Item::IdB], true);
        check(&[Item::IdB, Item::IdBSecond], false);
        check(&[Item::TsuchiCard, Item::IdB, Item::IdBSecond], true);
    }

    #[test]
    fn a_proxy_needs_two_papers_with_a_photo_and_a_reason() {
        let check = |brought: &[Item], is_enough: bool| {
            let mut all = vec![Item::ProxyPostcard, Item::ReasonProof];
            all.extend(brought);
            let left = lacks(Procedure::Pickup, Visitor::Proxy, &all);
            assert_eq!(left.is_empty(), is_enough, "{brought:?}");
        };
        let proxy = [Item::CompanionIdA, Item::CompanionIdB];
        check(&[Item::IdA, Item::IdB, proxy[0], proxy[1]], true);
        check(&[Item::IdA, Item::IdB, proxy[0]], false);
        check(&[Item::IdA, proxy[0], proxy[1]], false);
        check(&[Item::IdB, Item::IdBSecond, proxy[0], proxy[1]], false);
        let certificate = Item::PhotoCertificate;
        let pair = [Item::IdB, Item::IdBSecond];
        check(&[certificate, pair[0], pair[1], proxy[0], proxy[1]], true);
    }

    #[test]
    fn a_pin_or_another_paper_for_the_certificates() {
        let check = |brought: &[Item], is_enough: bool| {
            let left = lacks(Procedure::Certificate, Visitor::Myself, brought);
            assert_eq!(left.is_empty(), is_enough, "{brought:?}");
        };
        check(&[Item::Card, Item::Pin], true);
        check(&[Item::Card, Item::IdB], true);
        check(&[Item::Card], false);
        check(&[Item::Pin], false);
    }

    #[test]
    fn a_guardian_brings_two_papers_to_set_a_pin() {
        let child = [Item::Card, Item::IdB];
        let check = |brought: &[Item], is_enough: bool| {
            let all: Vec<Item> = child.iter().chain(brought).copied().collect();
            let left = lacks(Procedure::Pin, Visitor::Guardian, &all);
            assert_eq!(left.is_empty(), is_enough, "{brought:?}");
        };
        check(&[Item::CompanionIdA], false);
        check(&[Item::CompanionIdA, Item::CompanionIdB], true);
        check(&[Item::CompanionIdA, Item::CompanionIdASecond], true);
    }

    #[test]
    fn a_thing_that_is_needed_for_sure_is_asked_for_once() {
        let all = needs_for(
            &[Procedure::Address, Procedure::Certificate],
            Visitor::Proxy,
        );
        assert!(all.contains(&Need::Thing(Item::SealedAnswer)));
        assert!(!all.contains(&Need::Perhaps(Item::SealedAnswer)));
        let cards = all.iter().filter(|n| **n == Need::Thing(Item::Card));
        assert_eq!(cards.count(), 1);
    }

    #[test]
    fn every_need_can_be_ticked_off() {
        for procedure in Procedure::ALL {
            for visitor in visitors(procedure) {
                let needs = needs(procedure, *visitor);
                let list = items(&needs);
                assert!(list.len() >= 3, "{procedure:?} {visitor:?}");
                let all = list.iter().copied().collect();
                assert_eq!(missing(&needs, &all), [], "{procedure:?} {visitor:?}");
                let bare = missing(&needs, &BTreeSet::new());
                assert!(!bare.is_empty(), "{procedure:?} {visitor:?}");
            }
        }
    }

    #[test]
    fn names_come_back() {
        let ids: BTreeSet<&str> = Item::ALL.iter().map(|item| item.id()).collect();
        assert_eq!(ids.len(), Item::ALL.len());
        for item in Item::ALL {
            assert_eq!(Item::from_id(item.id()), Some(item));
        }
        for visitor in Visitor::ALL {
            assert_eq!(Visitor::from_id(visitor.id()), Some(visitor));
        }
    }

    proptest! {
        #[test]
        fn bringing_more_never_makes_anything_missing(
            first in prop::collection::btree_set(prop::sample::select(Item::ALL.to_vec()), 0..12),
            more in prop::collection::btree_set(prop::sample::select(Item::ALL.to_vec()), 0..12),
            procedure in prop::sample::select(Procedure::ALL.to_vec()),
            visitor in prop::sample::select(Visitor::ALL.to_vec()),
        ) {
            // A postcard asks for fewer papers than its absence does, never for more.
            let needs = needs(procedure, visitor);
            let before = missing(&needs, &first);
            let after = missing(&needs, &first.union(&more).copied().collect());
            prop_assert!(after.len() <= before.len());
        }
    }
}
