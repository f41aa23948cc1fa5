# 一つ押すだけの評価。聞くのは一度だけ。
choice-helpful = 👍 役に立った
choice-feedback-good = 👍 よかった
choice-feedback-bad = 👎 よくなかった

feedback-thanks = ありがとうございます。今後の参考にします。
feedback-why = 教えてくださり、ありがとうございます。よろしければ、理由を一つ選んでください。
feedback-visit = { $number }番の手続きはいかがでしたか。よろしければ、ボタンを一つ押して教えてください。

feedback-reason-wrong-topic = 知りたいことと違う
feedback-reason-out-of-date = 内容が古い
feedback-reason-hard-to-understand = わかりにくい
feedback-reason-not-enough = 説明が足りない
feedback-reason-wait = 待ち時間が長い
feedback-reason-explanation = 説明がわかりにくい
feedback-reason-language = 言葉が通じにくい
feedback-reason-came-again = 一度で済まなかった
feedback-reason-late = 返事が遅い
feedback-reason-not-solved = 解決しなかった
feedback-reason-other = そのほか

# 確認者の頁「利用者の声」
staff-review-feedback = 利用者の声
staff-review-feedback-note = この1年に寄せられた声です。20件に満たないものは、割合を出しません。
staff-review-feedback-none = まだ声は寄せられていません。
staff-review-feedback-answers = 回答ごと
staff-review-feedback-visits = 来庁（週と窓口ごと）
staff-review-feedback-cases = 職員の対応（週と窓口ごと）
staff-review-feedback-kind = 対象
staff-review-feedback-kind-answer = 回答
staff-review-feedback-kind-visit = 来庁
staff-review-feedback-kind-case = 職員の対応
staff-review-feedback-good = 👍 よい
staff-review-feedback-bad = 👎 よくない
staff-review-feedback-share = 「よい」の割合
staff-review-feedback-reasons = 理由
staff-review-feedback-recent = 直近の4週間（今週を含む）
staff-review-feedback-before = その前の4週間
staff-review-feedback-week = 週（月曜日の日付）
staff-review-feedback-office = 窓口
staff-review-feedback-verdict = 評価
staff-review-feedback-count = 件数
staff-review-feedback-csv = CSVで保存する
