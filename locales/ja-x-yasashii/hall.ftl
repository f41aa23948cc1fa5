# The pages of the hall: the display, the touch panel, and the ticket on the phone.

# What they share.
hall-device-title = この 画面（がめん）は、まだ 使（つか）えません
hall-device-text = 窓口（まどぐち）の 職員（しょくいん＝しやくしょの ひと）に 言（い）って ください。職員が 登録（とうろく）の リンクを この 画面（がめん）で 開（ひら）きます。困（こま）った ときは、{ $phone } に 電話（でんわ）して ください。
hall-try-again = もう 一度（いちど） 開（ひら）く
hall-lost = インターネットが 切（き）れて います。この 画面（がめん）は { $time }の 内容（ないよう）です。自動（じどう）で もう 一度（いちど） つなぎます。
hall-number = 番号（ばんごう）
hall-due = 予約（よやく）の 時間（じかん）
hall-wait = 呼（よ）ばれるまで
hall-late = 予約（よやく）の 時間（じかん）が すぎました。今（いま） 待（ま）って いる 人（ひと）の 後（あと）で 呼（よ）びます。
hall-unforeseen = 番号（ばんごう）で 呼（よ）びます。待（ま）って ください。今（いま）は、何分（なんぷん） 待つか わかりません。

# The display. It is shown in Japanese and English.
board-title = 呼（よ）んで いる 番号（ばんごう）
board-now = 今（いま） 呼（よ）んで います
board-nobody = 番号（ばんごう）を 呼（よ）ぶまで、待（ま）って ください
board-counter = { $counter }番（ばん）の 窓口（まどぐち）
board-recent = 前（まえ）に 呼（よ）んだ 番号（ばんごう）
board-none-yet = まだ ありません
board-waiting = 待（ま）って いる 人（ひと）
board-booked = 予約（よやく）が ある 人（ひと）
board-walk-in = 予約（よやく）が ない 人（ひと）
board-people = { $people }人（{ $people ->
    [1] ひとり
    [2] ふたり
   *[other] にん
}）
board-order = 予約（よやく）の 時間（じかん）に 合（あ）わせて 呼（よ）びます。番号（ばんごう）の とおりに 呼ばない ことが あります。
board-reservation-only = ここは、予約（よやく）した 人（ひと）だけの 窓口（まどぐち）です。
board-closed = 今（いま）、窓口（まどぐち）は 閉（し）まって います。
board-sound = 音（おと）を 出（だ）す

# The ticket on the phone.
follow-title = あなたの 順番（じゅんばん）
follow-ahead = { $ahead ->
    [0] 次（つぎ）は あなたの 番（ばん）です。窓口（まどぐち）の 前（まえ）で 待（ま）って ください。
   *[other] あなたの 前（まえ）に 待（ま）って いる 人（ひと）は { $ahead }人（{ $ahead ->
        [1] ひとり
        [2] ふたり
       *[other] にん
    }）です。
}
follow-later = { $time }までは 呼（よ）びません。
follow-serving = 今（いま）、{ $counter }番（ばん）の 窓口（まどぐち）で 手続（てつづ）きを して います。
follow-where = 場所（ばしょ）
follow-late = 遅（おく）れます。{ $minutes }分（{ $minutes ->
    [5] ふん
    [15] ふん
    [25] ふん
    [35] ふん
    [45] ふん
    [55] ふん
   *[other] ぷん
}） 待（ま）って ください
follow-save-needs = 職員（しょくいん）に 伝（つた）える
follow-papers = 予約（よやく）と 持（も）って くる ものを 見（み）る
follow-chat = 質問（しつもん）する・予約（よやく）する
follow-keep-open = この ページを 閉（と）じないで ください。あなたを 呼（よ）ぶ とき、画面（がめん）が 変（か）わります。音（おと）が 出（で）て、電話（でんわ）が ふるえます。
follow-refused = 今（いま）は それが できません。上（うえ）に 書（か）いて ある ことを 見（み）て ください。
follow-gone-title = 番号札（ばんごうふだ）が 見（み）つかりません
follow-gone-text = 番号札（ばんごうふだ＝じゅんばんの ばんごうの かみ）は、もらった 日（ひ）だけ 使（つか）えます。これから 手続（てつづ）きを する 人（ひと）は、窓口（まどぐち）の 機械（きかい）を 使うか、職員（しょくいん＝しやくしょの ひと）に 言（い）って ください。

# The touch panel.
kiosk-start = はじめに もどる
kiosk-language-title = ことばを 選（えら）んで ください
kiosk-menu-title = 何（なに）を しますか
kiosk-booked = 予約（よやく）が ある
kiosk-booked-hint = 予約番号（よやく ばんごう）か QRコードを 使（つか）います
kiosk-ticket = 番号札（ばんごうふだ）が ほしい
kiosk-ticket-hint = 予約（よやく）が ない 人（ひと）です。待（ま）つ 時間（じかん）を 見（み）てから、順番（じゅんばん）の 番号（ばんごう）の 紙（かみ）を 取（と）ります
kiosk-question = 質問（しつもん）が ある
kiosk-question-hint = 手続（てつづ）きや 持（も）って くる ものを 調（しら）べます
kiosk-staff = 困（こま）った ときは、職員（しょくいん＝しやくしょの ひと）に 言（い）って ください。
kiosk-code-title = 予約（よやく）の 受付（うけつけ）を します
kiosk-code-label = 予約番号（よやく ばんごう）。8文字（もじ）
kiosk-code-hint = 予約番号（よやく ばんごう）を 押（お）して ください。または、QRコードを 読（よ）む 機械（きかい）に 見（み）せて ください。
kiosk-check-in = 受付（うけつけ）する
kiosk-erase = 1文字（もじ） 消（け）す
kiosk-camera = カメラで QRコードを 読（よ）む
kiosk-camera-stop = カメラを 閉（と）じる
kiosk-camera-failed = 予約番号（よやく ばんごう）を 押（お）して ください。カメラが 使（つか）えません。
kiosk-code-unknown = もう 一度（いちど） 番号（ばんごう）を 見（み）て、入（い）れて ください。この 予約番号（よやく ばんごう）は 見（み）つかりません。
kiosk-code-too-often = 職員（しょくいん＝しやくしょの ひと）に 言（い）って ください。番号（ばんごう）を 何回（なんかい）も まちがえたので、この 機械（きかい）では 受付（うけつけ）できません。
kiosk-not-now-title = 番号札（ばんごうふだ）を 出（だ）す ことが できませんでした
kiosk-already-here = この 予約（よやく）は、もう 受付（うけつけ）しました。番号札（ばんごうふだ）を なくした 人（ひと）は、職員（しょくいん＝しやくしょの ひと）に 言（い）って ください。
kiosk-cancelled = この 予約（よやく）は、もう やめた 予約です。今日（きょう） 手続（てつづ）きを したい 人（ひと）は、番号札（ばんごうふだ）を 取（と）って ください。
kiosk-procedure-title = どの 手続（てつづ）きですか
kiosk-reservation-only = ここは、予約（よやく）した 人（ひと）だけの 窓口（まどぐち）です。手続（てつづ）きを 選（えら）んで ください。空（あ）いて いる 時間（じかん）が わかります。
kiosk-people-title = 何人（なんにん） 手続（てつづ）きを しますか
kiosk-people-hint = 子（こ）どもの 手続（てつづ）きを する ときは、子どもも 1人（ひとり）と 数（かぞ）えます。
kiosk-wait-title = 今（いま） 待（ま）つ 時間（じかん）
kiosk-not-now = 番号札（ばんごうふだ）を 取（と）らない
kiosk-refused-title = 今（いま）は 番号札（ばんごうふだ）を 出（だ）す ことが できません
kiosk-free-title = 予約（よやく）できる 近（ちか）い 時間（じかん）
kiosk-book-phone = スマートフォンで 読（よ）むと、予約（よやく）できます。職員（しょくいん＝しやくしょの ひと）に 言（い）っても いいです。
kiosk-ticket-title = 番号札（ばんごうふだ）を 取（と）って ください
kiosk-follow = スマートフォンで 読（よ）むと、順番（じゅんばん）が わかります
kiosk-called-how = 番号（ばんごう）を 画面（がめん）と 声（こえ）で 呼（よ）びます。
kiosk-print = 紙（かみ）に 出（だ）す
kiosk-done = 終（お）わる
kiosk-link = スマートフォンで 読（よ）むと、ページが 開（ひら）きます
kiosk-forgets = あと { $seconds }秒（びょう）で はじめの 画面（がめん）に もどります。書（か）いた ことは 消（き）えます。
kiosk-go-on = 続（つづ）ける
