//! The page of the audit log.

use reqwest::StatusCode;

use super::Hall;
use crate::review_page::value;

/// A desk on which some things have happened.
async fn worked() -> Hall {
    let mut hall = Hall::open().await;
    let said = "来週の火曜10時に市役所本館で電子証明書の更新の予約をしたい";
    hall.hall.says("花子", said).await;
    hall.hall.says("花子", "はい").await;
    hall
}

fn table(page: &str) -> &str {
    page.split("<tbody>").nth(1).unwrap_or_default()
}

#[tokio::test]
async fn supervisors_search_and_others_do_not() {
    let hall = worked().await;
    let clerk = hall.inside("counter").await;
    for path in ["/staff/audit", "/staff/audit.csv"] {
        let answer = clerk.gets(path).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{answer:?}");
    }
    let supervisor = hall.inside("supervisor").await;
    let day = supervisor.reads("/staff/day").await;
    assert!(day.contains("href=\"/staff/audit\""));
    let page = supervisor.reads("/staff/audit").await;
    let id = hall.hall.count("SELECT id FROM reservations");
    let rows = table(&page);
    assert!(
        rows.contains(&format!("<a href=\"/staff/visit/{id}\">{id}</a>")),
        "{rows}"
    );
    assert!(rows.contains(&hall.words("staff-audit-reserve")), "{rows}");
    assert!(
        rows.contains("booked office=main start=2026-12-08T10:00:00+09:00"),
        "{rows}"
    );
    // The newest first.
    let (entered, reserved) = ("staff-audit-begin-session", "staff-audit-reserve");
    let place = |id| rows.find(&hall.words(id)).unwrap();
    assert!(place(entered) < place(reserved));
    let resident = hall.hall.count("SELECT id FROM residents");
    let code = hall.hall.app.store().read(|sql| {
        let code = "SELECT code FROM reservations";
        Ok(sql.query_row(code, [], |row| row.get::<_, String>(0))?)
    });
    let code = code.unwrap();
    let mine = format!("who=resident:{resident}");
    for (query, found, missing) in [
        ("who=counter", entered, reserved),
        ("who=resident", reserved, entered),
        (mine.as_str(), reserved, entered),
        ("what=reserve", reserved, entered),
        ("what=begin-session", entered, reserved),
        (&format!("subject={id}"), reserved, entered),
        (&format!("subject={code}"), reserved, entered),
        ("subject=counter", entered, reserved),
    ] {
        let page = supervisor.reads(&format!("/staff/audit?{query}")).await;
        let rows = table(&page);
        assert!(rows.contains(&hall.words(found)), "{query}: {rows}");
        assert!(!rows.contains(&hall.words(missing)), "{query}: {rows}");
    }
    let none = "/staff/audit?from=2026-11-01&until=2026-11-30";
    let page = supervisor.reads(none).await;
    assert!(page.contains(&hall.words("staff-audit-none")), "{page}");
    let strange = "/staff/audit?from=x&until=9999-99-99&who=%3Cb%3E&older=x&what=%27";
    let page = supervisor.reads(strange).await;
    assert!(!page.contains("<b>"), "{page}");
}

#[tokio::test]
async fn a_hundred_rows_stand_on_a_page() {
    let hall = Hall::open().await;
    let now = hall.hall.app.now();
    let work = move |tx: &mut madoguchi::store::tx::Tx<'_>| {
        for n in 0..250 {
            let actor = madoguchi::store::tx::Actor::Clerk("counter");
            tx.audit(actor, "print", &format!("n{n}"), "", "=1+1", now)?;
        }
        Ok(())
    };
    hall.hall.app.store().write(work).await.unwrap();
    let supervisor = hall.inside("supervisor").await;
    let mut path = "/staff/audit?what=print".to_owned();
    let mut seen = Vec::new();
    for count in [100, 100, 50] {
        let page = supervisor.reads(&path).await;
        let rows: Vec<String> = table(&page)
            .split("<tr>")
            .skip(1)
            .map(|row| value(row, ">").to_owned())
            .collect();
        assert_eq!(rows.len(), count);
        seen.push(rows.len());
        let next = page.split("rel=\"next\" href=\"").nth(1);
        match next {
            Some(rest) => path = rest.split('"').next().unwrap().replace("&amp;", "&"),
            None => assert_eq!(seen.len(), 3, "the last page"),
        }
    }
    let file = supervisor.gets("/staff/audit.csv?what=print").await;
    let kind = "text/csv; charset=utf-8";
    assert_eq!(
        (file.status, file.header("content-type")),
        (StatusCode::OK, kind)
    );
    assert_eq!(file.body.matches("\r\n").count(), 251);
    assert!(file.body.starts_with('\u{feff}'));
    assert!(file.body.contains(",'=1+1\r\n"), "no cell is a formula");
    let name = "attachment; filename=\"audit-2026-11-25-2026-12-01.csv\"";
    assert_eq!(file.header("content-disposition"), name);
}

#[tokio::test]
async fn a_button_proves_the_log() {
    let hall = worked().await;
    let supervisor = hall.inside("supervisor").await;
    let key = supervisor.key("/staff/audit").await;
    let answer = supervisor.posts("/staff/audit", &key, &[]).await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    assert!(answer.body.contains(&hall.words("staff-audit-whole")));
    let head = hall
        .hall
        .app
        .store()
        .verify_audit(None)
        .unwrap()
        .unwrap()
        .head;
    assert!(answer.body.contains(&head));
    let path = hall.hall.scratch.file("desk.sqlite");
    let sql = crate::audit::tampering(&path);
    let change = "UPDATE audit SET after = 'cancelled' WHERE what = 'reserve'";
    sql.execute(change, []).unwrap();
    let answer = supervisor.posts("/staff/audit", &key, &[]).await;
    assert!(
        answer.body.contains(&hall.words("staff-audit-broken")),
        "{answer:?}"
    );
    assert!(answer.body.contains("role=\"alert\""));
}
