# What is said around an incident. The line with the hotlines stands below the first phrase.

desk-paused =
    ただいま、確認のため、この案内を一時止めています。お急ぎのときは { $phone } へお電話ください。
    予約はそのままです。ご用件は、しばらくしてからもう一度お送りください。

# To the staff, at once.
staff-incident-raised =
    【事故・異常】{ $kind }（{ $incident }）
    { $at } { $by }が知らせました。場所：{ $office }
    { $frozen ->
         [yes] 住民への送信は止まっています。
        *[no] 住民への送信は続いています。
    }
    すぐに確認してください：{ $page }
staff-incident-on-the-pages = 職員ページの「事故の記録」
staff-incident-acted =
    { $incident }：{ $act ->
         [freeze] 住民への送信を止めました。
         [thaw] 住民への送信を再開しました。
         [revoke] ほかの職員のログインを切りました。
        *[close] 対応を終えました。
    }（{ $by }）

# The frame of every page.
staff-incident-button = 事故を知らせる
staff-incident-is-open = 事故対応中
staff-incident-is-frozen = 住民への送信を止めています。
staff-incident-is-frozen-for-all = 事故対応のため、住民への送信を止めています。返信は再開後に届きます。

# The page of the button.
staff-incident-title = 事故・異常を知らせる
staff-incident-lead = 漏えい・紛失などに気づいたら、確かでなくても、すぐに知らせてください。責任者・副責任者と市へ同時に届きます。
staff-incident-happened = 何が起きましたか（あとからでも書けます）
staff-incident-no-names = 氏名や番号は書かないでください。番号などは自動で伏せます。
staff-incident-office = 場所
staff-incident-no-office = 特定の場所なし
staff-incident-at-once = 同時にすること
staff-incident-freeze = 住民への送信を止める
staff-incident-calls = 窓口への呼び出しは続ける
staff-incident-revoke = ほかの職員のログインを切る
staff-incident-ask-for-it = 送信を止めたいときや、ログインを切りたいときは、「何が起きましたか」にそう書いてください。
staff-incident-kind = 種類
staff-incident-kind-hint = 種類のボタンを押すと、すぐに届きます。
staff-incident-leak = 漏えいの疑い
staff-incident-loss = 紛失
staff-incident-damage = 破損
staff-incident-threat = 脅迫・危険
staff-incident-outage = システムの停止
staff-incident-other = その他の異常
staff-incident-done-raised = 知らせました。記録を始めました。
staff-incident-no-kind = 種類のボタンを押してください。
staff-incident-too-long = 1回に書けるのは2000字までです。分けて書いてください。

# The list and the record.
staff-incident-list = 事故の記録
staff-incident-none = 事故の記録はありません。
staff-incident-unknown = この番号の記録はありません。
staff-incident-number = 番号
staff-incident-told-by = 知らせた日時・人
staff-incident-state = 状態
staff-incident-open = 対応中
staff-incident-closed = 終了
staff-incident-report = 事故報告書
staff-incident-audit = 操作記録を見る
staff-incident-steps = 送信とログイン
staff-incident-thaw = 住民への送信を再開する
staff-incident-calls-go-on = 窓口への呼び出しは続いています。
staff-incident-calls-stopped = 窓口への呼び出しも止まっています。
staff-incident-frozen-by = 住民への送信は、別の事故のため止まっています：
staff-incident-before-closing = 終える前に
staff-incident-is-missing = 次の項目がまだ書かれていません。
staff-incident-whole = 必要な項目はすべて書かれています。
staff-incident-close = 対応を終える
staff-incident-timeline = 経過
staff-incident-nothing-written = まだ何も書かれていません。
staff-incident-write = 記録を書く
staff-incident-only-grows = 書いたものは消せません。訂正は、同じ項目にもう一度書いてください。
staff-incident-add = 書き加える
staff-incident-when = 発生日時
staff-incident-where = 場所
staff-incident-what = 起きたこと
staff-incident-who = 影響（人数と情報の種類）
staff-incident-found = 気づいたきっかけ
staff-incident-measures = 対応
staff-incident-reported = 報告先と日時
staff-incident-cause = 原因
staff-incident-prevention = 再発防止
staff-incident-did-freeze = 住民への送信を止めました。
staff-incident-did-freeze-but-calls = 住民への送信を止めました（窓口への呼び出しは続行）。
staff-incident-did-thaw = 住民への送信を再開しました。
staff-incident-did-revoke = ほかの職員のログインを切りました。件数：
staff-incident-did-close = 対応を終えました。
staff-incident-done-noted = 書き加えました。
staff-incident-done-revoked = ほかの職員のログインを切りました。
staff-incident-empty = 内容を書いてください。
staff-incident-still-frozen = 住民への送信が止まったままです。再開してから終えてください。
staff-incident-already-frozen = 住民への送信はすでに止まっています。
staff-incident-not-frozen = 住民への送信は止まっていません。
staff-incident-is-closed = この事故の対応は終わっています。

# The headings of the report.
staff-incident-report-when = 発生日時・場所
staff-incident-report-what = 概要
staff-incident-report-who = 影響
staff-incident-report-measures = 対応経過
staff-incident-report-cause = 原因
staff-incident-report-prevention = 再発防止
