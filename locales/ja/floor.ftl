# The console of the queue: counters, calls, arrivals, tickets. Only staff read it.

staff-floor-title = 受付と呼び出し
staff-floor-office = 庁舎・支所
staff-floor-refresh = 最新の状態にする
staff-floor-as-of = 最新の確認：
staff-floor-lost = 通信が切れています。{ $time } の時点の内容です。つながるまで操作できません。つながると自動で元に戻ります。
staff-floor-ended = ログインの期限が切れました。画面を開き直して、もう一度入ってください。
staff-floor-failed = 操作が届きませんでした。画面の内容を確かめて、もう一度押してください。
staff-floor-sending = 送っています。

# Pieces of sentences.
staff-floor-counter = { $number }番窓口
staff-floor-a-counter = ほかの窓口
staff-floor-ticket = { $number }番
staff-floor-this-ticket = この番号
staff-floor-somebody = ほかの職員
staff-floor-unknown = －
staff-floor-since = { $time }から
staff-floor-people = { $count }人
staff-floor-visits = { $count }件
staff-floor-minutes = { $count }分
staff-floor-about = { $count }分ほど
staff-floor-range = { $low }〜{ $high }分
staff-floor-choose = 選んでください
staff-floor-you = あなた

# The counters.
staff-floor-counters = 窓口
staff-floor-open = 受付中
staff-floor-paused = 休止中
staff-floor-closed = 閉じています
staff-floor-only = 取扱：
staff-floor-sit-down = ここで受付を始める
staff-floor-which-procedures = 取り扱う手続きを選ぶ（初めはすべて）
staff-floor-change-procedures = 取り扱う手続きを変える
staff-floor-save = この手続きで続ける
staff-floor-pause = 休止する
staff-floor-resume = 受付を再開する
staff-floor-close = 窓口を閉じる
staff-floor-left-open = 席を離れたままなら

# The clerk's own counter.
staff-floor-mine = あなたの窓口
staff-floor-no-seat = まだ窓口についていません。上の窓口から選び、「ここで受付を始める」を押してください。
staff-floor-is-next = 次の方：
staff-floor-nobody-for-you = この窓口でお呼びする方は、いまいません。
staff-floor-pause-hint = 休止中です。次の方を呼ぶと、受付を再開します。
staff-floor-next = 次を呼ぶ
staff-floor-serve = 対応を始める
staff-floor-recall = もう一度呼ぶ（あと{ $count }回）
staff-floor-miss = 不在にする
staff-floor-miss-hint = あと{ $count }回呼ぶか、呼び出しから5分たつと、「不在にする」を押せます。
staff-floor-park = 保留にする
staff-floor-undo = 呼び出しを取り消す
staff-floor-leave = 帰った
staff-floor-finish = 終了する
staff-floor-what-was-done = 行った手続きの件数
staff-floor-other-procedures = ほかの手続きも行った
staff-floor-transfer = ほかの窓口・庁舎へ引き継ぐ
staff-floor-transfer-to = 引き継ぐ先
staff-floor-other-offices = ほかの庁舎・支所
staff-floor-note-label = 次の担当者へのメモ（職員だけが見ます）
staff-floor-note-hint = お名前、個人番号、暗証番号は書かないでください。
staff-floor-do-transfer = 引き継ぐ
staff-floor-is-called = 呼び出し中（{ $time }から）
staff-floor-is-serving = 対応中（{ $time }から）
staff-floor-is-parked = 保留（{ $time }から）
staff-floor-is-missed = 不在（{ $time }）

# What is known of somebody.
staff-floor-number = 番号
staff-floor-kind = 予約
staff-floor-booked = 予約 { $time }
staff-floor-late = 遅れて到着（予約 { $time }）
staff-floor-walk-in = 予約なし
staff-floor-who = 人数・言語・配慮
staff-floor-needs = 必要な配慮
staff-floor-needs-none = 特になし
staff-floor-need-chair = いす・車いす
staff-floor-need-hearing = 筆談・合図
staff-floor-need-interpreter = 通訳
staff-floor-papers = 書類
staff-floor-papers-checked = 書類 { $ready }/{ $of } 確認済
staff-floor-papers-unchecked = 書類 未確認
staff-floor-waited = 待った時間
staff-floor-expected-wait = 呼び出しの見込み
staff-floor-priority = 優先
staff-floor-priority-head = 優先の理由
staff-floor-transferred = ほかの窓口からの引き継ぎ
staff-floor-note-before = 前の担当者のメモ（職員だけが見ます）
staff-floor-note-short = メモ：
staff-floor-only-counter = { $counter }だけが呼びます
staff-floor-not-before = ご本人の希望で { $time } まで呼びません

# The queue.
staff-floor-queue = お待ちの方
staff-floor-queue-hint = 呼び出す順です。
staff-floor-nobody = お待ちの方はいません。
staff-floor-do = 操作
staff-floor-call = 呼ぶ
staff-floor-take = すぐ対応
staff-floor-more = その他
staff-floor-why = 優先する理由（職員だけが見ます）
staff-floor-why-unwell = 体調がすぐれない
staff-floor-why-child = 小さなお子さんと一緒
staff-floor-why-pregnant = 妊娠中
staff-floor-why-help = 介助が必要
staff-floor-why-again = 前の手続きの続き
staff-floor-why-mistake = 市の誤りでお待たせした
staff-floor-why-other = その他（下に書く）
staff-floor-why-more = 補足（職員だけが見ます。お名前や番号は書かないでください）
staff-floor-prioritise = 優先にする
staff-floor-describe = 言語と配慮を変える
staff-floor-aside = 保留・不在の方
staff-floor-nobody-aside = 保留・不在の方はいません。
staff-floor-return = 列に戻す
staff-floor-expected = まだ来ていない予約
staff-floor-nobody-expected = 今日これから来る予約の方はいません。
staff-floor-overdue = { $count }分過ぎています
staff-floor-check-in = 到着
staff-floor-do-check-in = 到着を受け付ける

# How it stands.
staff-floor-numbers = 待ちの様子
staff-floor-waiting-booked = 予約の方
staff-floor-waiting-walk-in = 予約のない方
staff-floor-walk-in-wait = いま来た方（予約なし）の見込み
staff-floor-done-today = 今日終わった方
staff-floor-ends = すべて終わる見込み
staff-floor-not-foreseen = 開いている窓口がないため、待ち時間の見込みを出せません。
staff-floor-leaves-over = 今日の窓口では、対応しきれない方が出る見込みです。
staff-floor-shortage = 窓口が足りなくなる見込みです。
staff-floor-short-late = { $time }ごろから予約の方が最大{ $count }分待ちます。
staff-floor-short-over = 最後の方の終わりは、受付時間を{ $count }分過ぎます。
staff-floor-short-more = 窓口を{ $count }つ増やすと解消します。
staff-floor-short-no-cure = 窓口を増やしても解消しません。予約の変更を検討してください。

# A ticket without a reservation.
staff-floor-issue = 予約のない方の受付
staff-floor-booked-only = 予約の方だけの窓口です。
staff-floor-to-book = 予約を取る
staff-floor-do-issue = 番号を出す
staff-floor-ask = 先に見込みを見る
staff-floor-answer = いま番号を出すと、呼び出しまで{ $wait }の見込みです（お待ちの方 { $count }人）。
staff-floor-free = 近い空き時間：
staff-floor-beyond = 規則の外で番号を出す
staff-floor-beyond-reason = 規則の外で出す理由（職員だけが見ます。お名前や番号は書かないでください）
staff-floor-do-beyond = 理由を付けて番号を出す
staff-floor-print = 番号札を印刷する

# What was done.
staff-floor-done-opened = { $counter }の受付を始めました。
staff-floor-done-closed = { $counter }を閉じました。
staff-floor-done-paused = { $counter }を休止しました。
staff-floor-done-resumed = { $counter }の受付を再開しました。
staff-floor-done-called = { $ticket }を{ $counter }へ呼びました。
staff-floor-done-recalled = { $ticket }をもう一度呼びました。
staff-floor-done-undone = { $ticket }の呼び出しを取り消しました。順番は元のままです。
staff-floor-done-serving = { $ticket }の対応を始めました。
staff-floor-done-finished = { $ticket }を終了しました。
staff-floor-done-parked = { $ticket }を保留にしました。続きは「保留・不在の方」から行えます。
staff-floor-done-returned = { $ticket }を列に戻しました。いまお待ちの方の後に呼ばれます。
staff-floor-done-missed = { $ticket }を不在にしました。お越しになったら、列に戻してください。
staff-floor-done-left = { $ticket }を、お帰りとして終えました。
staff-floor-done-transferred = { $ticket }を引き継ぎました。番号はそのままです。
staff-floor-done-prioritised = { $ticket }を優先にしました。
staff-floor-done-described = { $ticket }の言語と配慮を変えました。
staff-floor-done-arrived = 到着を受け付けました。{ $ticket }です。
staff-floor-done-issued = 番号を出しました。{ $ticket }です。

# Why nothing was done, and what to do instead.
staff-floor-forbidden = この操作は、窓口の担当者だけができます。窓口の担当者に頼んでください。
staff-floor-no-procedures = 手続きが選ばれていません。1つ以上選んでください。
staff-floor-no-target = 引き継ぐ先が選ばれていません。窓口か庁舎を選んでください。
staff-floor-no-ticket = { $ticket }は今日のこの列にありません。番号を確かめてください。
staff-floor-no-counter = その窓口はここにありません。一覧から選んでください。
staff-floor-counter-closed = この窓口は閉じています。先に「ここで受付を始める」を押してください。
staff-floor-counter-taken = この窓口には{ $who }さんがついています。ほかの窓口を選んでください。
staff-floor-sits-elsewhere = あなたは{ $counter }についています。先にその窓口を閉じてください。
staff-floor-not-yours = この窓口は{ $who }さんが担当しています。自分の窓口で操作してください。
staff-floor-counter-busy = この窓口では{ $ticket }に対応しています。先に終了するか、保留にしてください。
staff-floor-nobody-waits = この窓口で対応できる方は待っていません。少し後でもう一度押してください。
staff-floor-no-reservation = その予約は見つかりません。「日の一覧」で確かめてください。
staff-floor-reason-missing = 理由が入っていません。理由を選ぶか、書いてください。
staff-floor-office-cannot = この庁舎では、その手続きを扱っていません。手続きか庁舎を変えてください。
staff-floor-elsewhere = { $ticket }は{ $counter }が対応しています。ほかの方を呼んでください。
staff-floor-now-waiting = { $ticket }は列で待っています。先に呼んでください。
staff-floor-now-called = { $ticket }は{ $counter }から呼び出し中です。先に対応を始めるか、呼び出しを取り消してください。
staff-floor-now-serving = { $ticket }は{ $counter }で対応中です。先に終了するか、保留にしてください。
staff-floor-now-parked = { $ticket }は保留になっています。先に列に戻してください。
staff-floor-now-missed = { $ticket }は不在になっています。お越しになったら、列に戻してください。
staff-floor-now-left = { $ticket }はお帰りになりました。必要なら、新しい番号を出してください。
staff-floor-now-done = { $ticket }は終了しています。必要なら、新しい番号を出してください。
staff-floor-recall-first = { $ticket }は、まだ不在にできません。あと{ $count }回呼ぶか、呼び出しから5分待ってください。
staff-floor-recalled-enough = { $ticket }は決まった回数を呼びました。お越しにならなければ、不在にしてください。
staff-floor-delayed-enough = { $ticket }は、これ以上順番を遅らせられません。不在にすると、後で列に戻せます。
staff-floor-too-early = 到着の受付は{ $time }からです。それまでお待ちいただくか、予約の時刻を早めてください。
staff-floor-later-day = この予約は今日ではありません。予約の日をご案内してください。
staff-floor-past-day = この予約の日は過ぎています。新しく予約するか、予約のない方として受け付けてください。
staff-floor-other-office = この予約はほかの庁舎のものです。予約の場所をご案内するか、場所を変更してください。
staff-floor-already-here = この予約の方は、もう受け付けています。お待ちの方の一覧で確かめてください。
staff-floor-cancelled = この予約は取り消されています。新しく予約するか、予約のない方として受け付けてください。
staff-floor-closed-now = 今日の受付は終わりました。別の日の予約をご案内してください。
staff-floor-reservation-only = ここは予約の方だけの窓口です。空いている時間の予約をご案内してください。
staff-floor-closed-today = 今日はここの窓口が開いていません。別の日の予約をご案内してください。
staff-floor-not-yet = 番号は{ $time }から出せます。それまでお待ちいただいてください。
staff-floor-no-open-counter = この手続きができる窓口が、いま開いていません。窓口を開けるか、予約をご案内してください。
staff-floor-booked-delayed = いま番号を出すと、予約の方を限度より長くお待たせします。空いている時間の予約をご案内してください。
staff-floor-day-ends = 今日の受付時間内に終わらない見込みです。別の日の予約をご案内してください。

# Help.
staff-floor-help = 使い方とキー操作
staff-floor-help-text = 画面は自動で新しくなります。どのボタンも Tab キーで選び、Enter キーで押せます。入力欄の外では、次の1文字のキーも使えます。
staff-floor-keys-on = 1文字のキーで操作する
staff-floor-keys = 1文字のキー
staff-floor-key = キー
staff-floor-key-next = 次を呼ぶ
staff-floor-key-recall = もう一度呼ぶ
staff-floor-key-serve = 対応を始める
staff-floor-key-finish = 終了する
staff-floor-key-park = 保留にする
staff-floor-key-miss = 不在にする

# Displays and kiosks.
staff-floor-devices = 表示板と受付機
staff-floor-devices-hint = 待合の表示板と受付機は、専用のリンクで一度開くと、その後は自動で使えます。
staff-floor-no-devices = 登録した機器はありません。
staff-floor-board = 表示板（呼び出しの画面）
staff-floor-kiosk = 受付機（タッチパネル）
staff-floor-device-name = 機器の名前
staff-floor-device-kind = 種類
staff-floor-device-add = 機器を登録する
staff-floor-device-do-add = 登録してリンクを作る
staff-floor-device-added = 登録しました。下のリンクは、いま一度だけ表示しています。
staff-floor-device-link = 開くためのリンク：
staff-floor-device-link-hint = 機器のブラウザーで、このリンクを開いてください。リンクを知る人はその画面を開けます。なくしたときは、機器を外して登録し直してください。
staff-floor-device-remove = 外す
staff-floor-device-remove-sure = 外すと、この機器の画面はすぐに使えなくなります。
staff-floor-device-do-remove = この機器を外す
staff-floor-device-removed = 機器を外しました。
staff-floor-device-unknown = その機器は登録されていません。一覧を確かめてください。
staff-floor-device-there = 同じ名前の機器があります。ほかの名前にするか、先に外してください。
staff-floor-device-name-missing = 機器の名前を入れてください。
staff-floor-device-kind-missing = 機器の種類を選んでください。

# 入口に貼る紙
staff-floor-poster = 入口に貼る案内
staff-floor-poster-title = 着いたら、スマートフォンで読み取ってください
