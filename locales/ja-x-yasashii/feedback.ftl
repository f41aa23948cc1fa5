# Ratings with one tap; nobody is asked twice.
choice-helpful = 👍 役（やく）に 立（た）った
choice-feedback-good = 👍 よかった
choice-feedback-bad = 👎 よくなかった

feedback-thanks = ありがとうございます。これから もっと よく します。
feedback-why = 教（おし）えて くれて ありがとうございます。よかったら、理由（りゆう）を 1つ 選（えら）んで ください。
feedback-visit = { $number }番（ばん）の 手続（てつづ）きは どうでしたか。よかったら、ボタンを 1つ 押（お）して ください。

feedback-reason-wrong-topic = 知（し）りたい ことと ちがう
feedback-reason-out-of-date = 内容（ないよう）が 古（ふる）い
feedback-reason-hard-to-understand = わかりにくい
feedback-reason-not-enough = 説明（せつめい）が 足（た）りない
feedback-reason-wait = 待（ま）つ 時間（じかん）が 長（なが）い
feedback-reason-explanation = 説明（せつめい）が わかりにくい
feedback-reason-language = 言葉（ことば）が わからない
feedback-reason-came-again = 1回（かい）で 終（お）わらなかった
feedback-reason-late = 返事（へんじ）が おそい
feedback-reason-not-solved = 問題（もんだい）が なくならなかった
feedback-reason-other = ほかの 理由（りゆう）
