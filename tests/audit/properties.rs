//! Any rows make a chain that verifies, and any byte of any field that is changed breaks it.

use madoguchi::ids::ResidentId;
use madoguchi::store::audit::Broken;
use madoguchi::store::tx::{Actor, Tx};
use proptest::prelude::*;

use super::chain::Log;
use super::tampering;
use crate::harness::at;

#[derive(Clone, Debug)]
struct Deed {
    actor: u8,
    texts: [String; 4],
    millis: i64,
}

fn deed() -> impl Strategy<Value = Deed> {
    let text = || prop_oneof!["[a-z-]{0,12}", "[ -~]{0,20}", "\\PC{0,8}"];
    let texts = [text(), text(), text(), text()];
    (0..3u8, texts, 0..1_000_000i64).prop_map(|(actor, texts, millis)| Deed {
        actor,
        texts,
        millis,
    })
}

async fn written(deeds: Vec<Deed>) -> Log {
    let log = Log::of(0).await;
    let work = move |tx: &mut Tx<'_>| {
        for deed in &deeds {
            let [what, subject, before, after] = &deed.texts;
            let actor = match deed.actor {
                0 => Actor::Desk,
                1 => Actor::Clerk("counter"),
                _ => Actor::Resident(ResidentId(7)),
            };
            let now = at("2026-12-01T09:00:00") + chrono::Duration::milliseconds(deed.millis);
            tx.audit(actor, what, subject, before, after, now)?;
        }
        Ok(())
    };
    log.store.write(work).await.unwrap();
    log
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_changed_byte_is_found(
        deeds in proptest::collection::vec(deed(), 1..8),
        row in any::<prop::sample::Index>(),
        field in 0..7usize,
        byte in any::<prop::sample::Index>(),
        mask in 1..=255u8,
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let count = deeds.len();
        let log = runtime.block_on(written(deeds));
        let chain = log.verify();
        prop_assert_eq!(chain.map(|chain| chain.rows), Ok(count as u64));
        let id = i64::try_from(row.index(count)).unwrap() + 1;
        let sql = tampering(&log.path);
        let column = ["at", "who", "what", "subject", "before", "after", "hash"][field];
        let read = format!("SELECT CAST({column} AS BLOB) FROM audit WHERE id = ?1");
        let mut bytes: Vec<u8> = sql.query_row(&read, [id], |row| row.get(0)).unwrap();
        if column == "at" {
            let flip = "UPDATE audit SET at = (at | ?2) - (at & ?2) WHERE id = ?1";
            sql.execute(flip, (id, i64::from(mask))).unwrap();
        } else if bytes.is_empty() {
            bytes.push(mask);
        } else {
            let place = byte.index(bytes.len());
            bytes[place] ^= mask;
        }
        if column != "at" {
            let write = format!("UPDATE audit SET {column} = CAST(?2 AS TEXT) WHERE id = ?1");
            sql.execute(&write, (id, bytes)).unwrap();
        }
        prop_assert_eq!(log.verify(), Err(Broken::Row(id)));
    }
}
