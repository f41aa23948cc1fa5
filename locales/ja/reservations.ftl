# Several people, the waiting list, kept times, closed days, missed visits, and one's own data.

procedures-people = { $procedures }（{ $people }人）
choice-count-people = 2人以上で行く
choice-people = { $people }人
ask-people =
    何人で手続きされますか（{ $most }人まで）。

    お子さんの手続きは、お子さんも1人と数えます。15歳未満の方は保護者とご一緒にお越しください。
people-too-many = 1回に予約できるのは{ $most }人までです。それより多いときは、職員が承ります（{ $phone }）。
people-limit = 同時に予約できるのは、あわせて{ $most }人までです。職員がご相談を承ります（{ $phone }）。
day-limit = { $date }には、すでに予約が{ $most }件あります。別の日をお選びください。
time-double = { $date } { $time }には、すでにご予約があります。別の時間をお選びください。
day-too-soon = { $date }の予約は締め切りました。{ $first }からお選びください。
change-too-late = 変更・取消は予約の{ $minutes }分前までです。お電話ください（{ $phone }）。
choice-time-quiet = { $time }（例年すいています）

# The waiting list. A wish is for one day or for several, for any time or for a part of the day.
choice-wait-day = { $date }のキャンセル待ちをする
choice-wait-any = キャンセル待ちをする
choice-wait-leave = キャンセル待ちをやめる
wait-joined =
    キャンセル待ちを承りました。空きが出たらお知らせします。

    希望：{ $one-day ->
        [yes] { $first }
       *[no] { $first }〜{ $last }
    }{ $part ->
        [yes] { " " }{ $from }〜{ $to }
       *[no] { "" }
    }
    場所：{ $office }
    手続き：{ $procedures }

    お知らせから{ $minutes }分のあいだ、席をお取りしておきます。{ $replaces ->
        [yes] 前のキャンセル待ちは取り消しました。
       *[no] { "" }
    }
wait-listed =
    キャンセル待ち中です。空きが出たらお知らせします。

    希望：{ $one-day ->
        [yes] { $first }
       *[no] { $first }〜{ $last }
    }{ $part ->
        [yes] { " " }{ $from }〜{ $to }
       *[no] { "" }
    }
    場所：{ $office }
    手続き：{ $procedures }
wait-none = キャンセル待ちはありません。予約のときに満席の日を書くと、キャンセル待ちができます。
wait-left = キャンセル待ちをやめました。
wait-over = { $one-day ->
    [yes] { $first }のキャンセル待ちが終わりました。
   *[no] キャンセル待ちの期間（{ $first }〜{ $last }）が終わりました。
}席をご用意できず、申し訳ありません。別の日をお選びください。
wait-offer =
    空きが出ました。{ $until }までお取りしています。

    日時：{ $date } { $time }
    場所：{ $place }
    手続き：{ $procedures }

    { $until }を過ぎると、次の方にご案内します。
choice-take-offer = この時間で予約する
choice-decline-offer = 見送る
offer-gone = この時間は、もうお取りできません。
offer-declined = { $stays ->
    [yes] 見送りました。キャンセル待ちは続けます。順番は最後になります。
   *[no] 見送りました。キャンセル待ちは終わりました。
}
offer-lapsed = { $stays ->
    [yes] お取りしていた時間を過ぎたため、次の方にご案内しました。キャンセル待ちは続けます。順番は最後になります。
   *[no] お取りしていた時間を過ぎたため、次の方にご案内しました。キャンセル待ちは終わりました。
}

# A closed day. The kept times are on the buttons below.
closing-news =
    { $reason ->
        [outage] 国のシステムが停止しているため、
        [weather] 悪天候のため、
       *[other] 都合により、
    }{ $date } { $time }のご予約の窓口は開けません。ご迷惑をおかけし、申し訳ありません。

    予約番号：{ $code }
    手続き：{ $procedures }

    { $times ->
        [0] ほかの日を「日時を変える」から選んでください。
       *[other] 代わりの時間を{ $until }までお取りしています。1つ選んでください。
    }
closing-offer =
    { $date } { $time }（{ $code }）のご予約の窓口は開けません。

    { $times ->
        [0] ほかの日を「日時を変える」から選んでください。
       *[other] 代わりの時間を{ $until }までお取りしています。1つ選んでください。
    }
closing-lifted = { $date } { $time }（{ $code }）の窓口は、予定どおり開くことになりました。ご予約はそのまま有効です。
closing-lapsed = { $date } { $time }（{ $code }）の代わりの時間は、お取りできなくなりました。「日時を変える」から選ぶか、お電話ください（{ $phone }）。

# A missed visit.
no-show =
    { $date } { $time }のご予約で、お越しを確認できませんでした。

    ご都合のよい日に、改めて予約できます。お越しになっていた場合は、職員にお知らせください。
no-show-limit = お越しのない予約が続いたため、今は{ $days }日先までの予約に限らせていただきます。

# A reservation made from another telephone.
code-ask-day = ご予約の日はいつですか。確認のため、日付を入力してください（例：12月5日）。
code-refused = 予約番号と日付を確認できませんでした。もう一度お確かめになるか、お電話ください（{ $phone }）。
code-locked = 確認の回数が上限に達しました。明日もう一度お試しになるか、お電話ください（{ $phone }）。
code-shared = 確認できました。ここからも変更・取消ができます。

# What is kept about the resident.
choice-my-data = 私のデータ
choice-messages-on = お知らせを受け取る
choice-messages-off = お知らせを止める
choice-erase-data = データを消す
choice-confirm-erase = 消す
choice-keep-data = 消さない
messages-off = お知らせ（予約の前のお知らせなど）を止めました。ご質問にはこれまでどおりお答えします。
messages-on = お知らせを送ります。
term-days = { $days }日
my-data =
    保存しているデータです。

    { $lines }
    お知らせ：{ $messages ->
        [yes] 受け取る
       *[no] 受け取らない
    }

    マイナンバーや暗証番号は保存しません。
my-data-line = { $what ->
    [nothing] いまは何も保存していません。
    [messages] 会話：{ $count }件（それぞれ{ $term }で消えます）
    [upcoming] これからの予約：{ $count }件
    [past] 過去の予約：{ $count }件（来庁日から{ $term }まで）
    [waits] キャンセル待ち：{ $count }件（希望の最後の日から{ $term }まで）
    [renewals] 更新のお知らせの希望：{ $count }件（お知らせの月から{ $term }まで）
    [ticket] 今日の番号札：{ $count }枚
    [tickets] 過去の番号札：{ $count }枚（発行から{ $term }まで）
    [cases] 職員への相談：{ $count }件（終わってから{ $term }まで）
    [callback] 折り返しの電話番号：{ $count }件（相談が終わってから{ $term }まで）
    [feedback] 評価：{ $count }件（{ $term }であなたとの結び付きが消えます）
   *[block] 書き込みの停止：{ $until }まで（記録はその後{ $term }まで）
}
# The button below it on the web, and the line in other places that leads there.
my-data-copy = データの写しをダウンロード
my-data-web = ウェブのチャットでは、その会話のデータの写しをダウンロードできます：{ $link }
ask-erase =
    会話・相談・評価・過去の予約と番号札・キャンセル待ち・更新のお知らせの希望を消します。ほかで取った予約は、ここから見られなくなります。元に戻せません。

    { $stays }
erase-line = { $what ->
    [upcoming] これからの予約{ $count }件は残ります。来庁をお待ちするためです。
    [ticket] 今日の番号札は、お呼びするまで残ります。
    [block] { $until }までの書き込みの停止は残ります。
    [case] 職員への相談（{ $case }）は終わりになります。
   *[log] 手続きの操作記録は、言葉を含めずに{ $term }残ります。
}
erased =
    消しました。
    { $stays }

# Below a reservation: its page, with the calendar file and the code to show at the counter.
visit-page = カレンダーへの追加・受付のQRコード：{ $link }
visit-title = ご予約
visit-calendar = カレンダーに追加
visit-qr = 受付でお見せください
visit-over = この予約は取り消されたか、終わりました。
visit-chat = 変更・取消・ご質問はこちら
