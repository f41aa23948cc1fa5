# The pages of the hall: the display, the touch panel, and the ticket on the phone.

# What they share.
hall-device-title = この画面は登録されていません
hall-device-text = 窓口の責任者がお渡しする登録用のリンクを、この画面で開いてください。お困りのときは { $phone } へお電話ください。
hall-try-again = もう一度開く
hall-lost = 通信が切れています。最後に確認できたのは{ $time }です。自動でつなぎ直しています。
hall-number = 番号
hall-due = ご予約の時間
hall-wait = お呼びするまで
hall-late = ご予約の時間を過ぎているため、いまお待ちの方の後にお呼びします。
hall-unforeseen = いまは待ち時間の目安をお出しできません。順番に番号でお呼びします。

# The display. It is shown in Japanese and English.
board-title = 呼び出しのご案内
board-now = ただいまお呼びしています
board-nobody = お呼びするまで、お待ちください
board-counter = { $counter }番窓口
board-recent = お呼びした番号
board-none-yet = まだありません
board-waiting = お待ちの方
board-booked = 予約あり
board-walk-in = 予約なし
board-people = { $people }人
board-order = 予約の時間に合わせてお呼びするため、番号の順にならないことがあります。
board-reservation-only = こちらの窓口は、予約した方のみご案内しています。
board-closed = ただいま窓口は閉まっています。
board-sound = 音声案内を始める

# The ticket on the phone.
follow-title = 順番のご案内
follow-ahead = { $ahead ->
    [0] 次にお呼びします。窓口の前でお待ちください。
   *[other] 前にお待ちの方は{ $ahead }人です。
}
follow-later = { $time }まではお呼びしません。
follow-serving = { $counter }番窓口で手続き中です。
follow-where = 場所
follow-late = 遅れます（{ $minutes }分待ってもらう）
follow-save-needs = 職員に伝える
follow-papers = 予約の内容と持ち物を見る
follow-chat = 質問・予約をする
follow-keep-open = このページを開いたままにしてください。お呼びするときに画面が変わり、音と振動でお知らせします。
follow-refused = いまは受け付けられませんでした。上の案内をご確認ください。
follow-gone-title = 番号札が見つかりません
follow-gone-text = 番号札は発行した日だけお使いいただけます。手続きがまだの方は、窓口の受付機か職員にお声がけください。

# The touch panel.
kiosk-start = 最初に戻る
kiosk-language-title = 言語を選んでください
kiosk-menu-title = ご用件を選んでください
kiosk-booked = 予約がある
kiosk-booked-hint = 予約番号かQRコードで受付します
kiosk-ticket = 番号札がほしい（予約なし）
kiosk-ticket-hint = 待ち時間を見てから、番号札を取れます
kiosk-question = 質問がある
kiosk-question-hint = 手続きや持ち物をお調べします
kiosk-staff = お困りのときは、職員にお声がけください。
kiosk-code-title = 予約の受付をします
kiosk-code-label = 予約番号（8文字）
kiosk-code-hint = 予約番号を押すか、QRコードを読み取り機にかざしてください。
kiosk-check-in = 受付する
kiosk-erase = 1文字消す
kiosk-camera = カメラでQRコードを読み取る
kiosk-camera-stop = カメラを閉じる
kiosk-camera-failed = カメラを使えません。予約番号を押してください。
kiosk-code-unknown = この予約番号は見つかりません。番号をお確かめになり、もう一度入れてください。
kiosk-code-too-often = 番号の間違いが続いたため、この受付機では受付できません。職員にお声がけください。
kiosk-not-now-title = 番号札をお出しできませんでした
kiosk-already-here = この予約は受付が済んでいます。番号札をなくされたときは、職員にお声がけください。
kiosk-cancelled = この予約は取り消されています。今日手続きをされる方は、番号札をお取りください。
kiosk-procedure-title = どの手続きですか
kiosk-reservation-only = こちらの窓口は、予約した方のみご案内しています。手続きを選ぶと、空いている時間が分かります。
kiosk-people-title = 何人で手続きしますか
kiosk-people-hint = お子さんの手続きは、お子さんも1人と数えます。
kiosk-wait-title = いまの待ち時間
kiosk-not-now = 番号札を取らない
kiosk-refused-title = いまは番号札をお出しできません
kiosk-free-title = 予約できる近い時間
kiosk-book-phone = スマートフォンで読み取ると予約できます。職員も承ります。
kiosk-ticket-title = 番号札をお取りください
kiosk-follow = 読み取ると、スマートフォンで順番が分かります
kiosk-called-how = 番号は、画面と音声でお呼びします。
kiosk-print = 印刷する
kiosk-done = 終わる
kiosk-link = スマートフォンで読み取ると、ページが開きます
kiosk-forgets = あと{ $seconds }秒で最初の画面に戻り、入力した内容を消します。
kiosk-go-on = 続ける
