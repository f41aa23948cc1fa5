//! What operators can measure, in the Prometheus text format. Labels are closed sets: no personal data gets here.

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::registry::{Registry, Unit};

use crate::desk::feedback::{Kind, Verdict};
use crate::desk::language::Language;
use crate::desk::message::Channel;
use crate::desk::view::Turn;

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct TurnLabels {
    channel: &'static str,
    turn: &'static str,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct LanguageLabels {
    language: &'static str,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct DeliveryLabels {
    channel: &'static str,
    result: &'static str,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct LookupLabels {
    result: &'static str,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct RatingLabels {
    kind: &'static str,
    verdict: &'static str,
}

/// The counters of one running desk.
#[derive(Debug)]
pub struct Metrics {
    registry: Registry,
    turns: Family<TurnLabels, Counter>,
    repeats: Counter,
    failures: Counter,
    latency: Histogram,
    misses: Family<LanguageLabels, Counter>,
    deliveries: Family<DeliveryLabels, Counter>,
    ratings: Family<RatingLabels, Counter>,
    lookups: Family<LookupLabels, Counter>,
    lookup_latency: Histogram,
    translations: Family<LookupLabels, Counter>,
    translation_latency: Histogram,
    outbox_depth: Gauge,
    outbox_age: Gauge,
    messages_stopped: Gauge,
}

impl Default for Metrics {
    fn default() -> Metrics {
        // From 0.1 ms to 3.3 s, each twice the one before.
        let latency = Histogram::new(exponential_buckets(0.0001, 2.0, 16));
        let mut metrics = Metrics {
            registry: Registry::with_prefix("madoguchi"),
            turns: Family::default(),
            repeats: Counter::default(),
            failures: Counter::default(),
            latency,
            misses: Family::default(),
            deliveries: Family::default(),
            ratings: Family::default(),
            lookups: Family::default(),
            // From 1 ms to 8 s.
            lookup_latency: Histogram::new(exponential_buckets(0.001, 2.0, 14)),
            translations: Family::default(),
            // From 10 ms to 80 s.
            translation_latency: Histogram::new(exponential_buckets(0.01, 2.0, 14)),
            outbox_depth: Gauge::default(),
            outbox_age: Gauge::default(),
            messages_stopped: Gauge::default(),
        };
        metrics.register();
        metrics
    }
}

impl Metrics {
    fn register(&mut self) {
        let registry = &mut self.registry;
        registry.register("turns", "Turns that were committed", self.turns.clone());
        registry.register(
            "repeated_turns",
            "Events that came again and got the same replies",
            self.repeats.clone(),
        );
        registry.register(
            "failed_turns",
            "Turns that failed and were rolled back",
            self.failures.clone(),
        );
        let help = "Time from hearing a message to its commit";
        registry.register_with_unit("turn", help, Unit::Seconds, self.latency.clone());
        registry.register(
            "misses",
            "Questions without a reviewed answer",
            self.misses.clone(),
        );
        registry.register(
            "deliveries",
            "Delivery attempts by result",
            self.deliveries.clone(),
        );
        registry.register(
            "ratings",
            "Words about answers, visits and cases, by verdict",
            self.ratings.clone(),
        );
        registry.register(
            "embedding_lookups",
            "Questions compared by their meaning, by result",
            self.lookups.clone(),
        );
        let help = "Time a question waited for the embeddings service";
        let latency = self.lookup_latency.clone();
        registry.register_with_unit("embedding_lookup", help, Unit::Seconds, latency);
        registry.register(
            "translation_drafts",
            "Free texts of the staff that were to be translated, by result",
            self.translations.clone(),
        );
        let help = "Time a clerk waited for a translation and its back-translation";
        let latency = self.translation_latency.clone();
        registry.register_with_unit("translation", help, Unit::Seconds, latency);
        registry.register(
            "outbox_depth",
            "Messages that wait for delivery",
            self.outbox_depth.clone(),
        );
        let help = "Age of the oldest message that waits for delivery";
        registry.register_with_unit("outbox_age", help, Unit::Seconds, self.outbox_age.clone());
        registry.register(
            "messages_stopped",
            "Whether messages to residents are stopped because of an incident",
            self.messages_stopped.clone(),
        );
    }

    pub fn turn(&self, channel: Channel, turn: Turn, language: Language, seconds: f64) {
        self.turns
            .get_or_create(&TurnLabels {
                channel: channel.id(),
                turn: turn.id(),
            })
            .inc();
        self.latency.observe(seconds);
        if turn == Turn::Miss {
            self.misses
                .get_or_create(&LanguageLabels {
                    language: language.tag(),
                })
                .inc();
        }
    }

    pub fn repeat(&self) {
        self.repeats.inc();
    }

    pub fn failure(&self) {
        self.failures.inc();
    }

    pub fn rating(&self, kind: Kind, verdict: Verdict) {
        let (kind, verdict) = (kind.id(), verdict.id());
        self.ratings
            .get_or_create(&RatingLabels { kind, verdict })
            .inc();
    }

    pub fn lookup(&self, result: &'static str, seconds: f64) {
        self.lookups.get_or_create(&LookupLabels { result }).inc();
        self.lookup_latency.observe(seconds);
    }

    pub fn translation(&self, result: &'static str, seconds: f64) {
        let labels = LookupLabels { result };
        self.translations.get_or_create(&labels).inc();
        self.translation_latency.observe(seconds);
    }

    pub fn delivery(&self, channel: Channel, result: &'static str) {
        self.deliveries
            .get_or_create(&DeliveryLabels {
                channel: channel.id(),
                result,
            })
            .inc();
    }

    /// Notes whether messages to residents are stopped.
    pub fn messages_stopped(&self, is_so: bool) {
        self.messages_stopped.set(i64::from(is_so));
    }

    /// The page for the scraper; the outbox is measured when it asks.
    #[must_use]
    pub fn render(&self, outbox_depth: i64, outbox_age_seconds: i64) -> String {
        self.outbox_depth.set(outbox_depth);
        self.outbox_age.set(outbox_age_seconds);
        let mut page = String::new();
        if encode(&mut page, &self.registry).is_err() {
            page.clear();
        }
        page
    }
}
