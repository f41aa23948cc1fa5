//! What one does at the counter.

use serde::{Deserialize, Serialize};

/// A kind of work at the My Number Card counter. Lengths, and which office does which, come from the configuration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Procedure {
    /// Collecting a finished card (交付).
    Pickup,
    /// Renewing or issuing electronic certificates (電子証明書の更新・発行).
    Certificate,
    /// Setting a forgotten or locked PIN anew (暗証番号再設定).
    Pin,
    /// Applying for a card, also for its renewal or reissue, with help at the counter (申請).
    Application,
    /// Rewriting address or name, keeping the card after a move (券面記載事項変更・継続利用).
    Address,
    /// Extending the card after the period of stay was extended (有効期間変更).
    Stay,
    /// Registration as health insurance card or of the public-money account (健康保険証利用・公金受取口座).
    Insurance,
}

impl Procedure {
    /// Every procedure in the order in which it is offered.
    pub const ALL: [Procedure; 7] = [
        Procedure::Pickup,
        Procedure::Certificate,
        Procedure::Pin,
        Procedure::Application,
        Procedure::Address,
        Procedure::Stay,
        Procedure::Insurance,
    ];

    /// The name used in files, choices and tables.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Procedure::Pickup => "pickup",
            Procedure::Certificate => "certificate",
            Procedure::Pin => "pin",
            Procedure::Application => "application",
            Procedure::Address => "address",
            Procedure::Stay => "stay",
            Procedure::Insurance => "insurance",
        }
    }

    /// The categories of the FAQ that are about it.
    #[must_use]
    pub const fn categories(self) -> &'static [&'static str] {
        match self {
            Procedure::Pickup => &["pickup"],
            Procedure::Certificate => &["ecert"],
            Procedure::Pin => &["pin"],
            Procedure::Application => &["application", "renewal", "lost"],
            Procedure::Address => &["moving"],
            Procedure::Stay => &["foreign"],
            Procedure::Insurance => &["insurance"],
        }
    }

    #[must_use]
    pub fn from_id(id: &str) -> Option<Procedure> {
        Procedure::ALL.into_iter().find(|p| p.id() == id)
    }
}
