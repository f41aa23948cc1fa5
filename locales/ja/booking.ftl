# Reservations.

ask-procedure = 予約をお取りします。どの手続きですか。
ask-procedure-more = { $procedures }のほかに、どの手続きをしますか。
ask-office = { $procedures }ですね。どちらの窓口になさいますか。
ask-day = { $procedures }を{ $office }で承ります（約{ $minutes }分）。いつがよろしいですか。{ $last }まで予約できます。「来週の火曜の午後」のようにも書けます。
ask-day-again = 空いている日はこちらです。{ $last }まで予約できます。
ask-time = { $date }、{ $office }の空いている時間です。「10時半」のようにも書けます。
ask-time-again = { $date }のほかの空いている時間です。
ask-confirm =
    この内容でよろしいですか。{ $hold }分間、席をお取りしています。

    手続き：{ $procedures }
    日時：{ $date } { $time }（約{ $minutes }分）
    場所：{ $place }
ask-confirm-change =
    この内容に変えてよろしいですか。{ $hold }分間、席をお取りしています。いまの予約は、変更が終わるまでそのままです。

    変更前：{ $old-date } { $old-time }（{ $old-office }）
    変更後：{ $date } { $time }（{ $office }、約{ $minutes }分）
    手続き：{ $procedures }
day-closed = { $date }は{ $why ->
    [saturday] 土曜日のためお休みです。
    [sunday] お休みの日曜日です。
    [holiday] 祝日（{ $holiday }）のためお休みです。
    [year-end] 年末年始（12月29日〜1月3日）のためお休みです。
   *[special] 窓口がお休みです。
}
day-open = { $date }の窓口は、{ $opens }から{ $closes }まで開いています。
day-full = { $date }は満員です。
day-past = { $date }は過ぎています。
day-too-far = { $date }の予約はまだ取れません。いま取れるのは{ $last }までです。
day-impossible = その日付は暦にありません。
time-impossible = その時刻は時計にありません。
time-outside = その日の窓口は{ $opens }から{ $closes }までです。手続きの時間も含めて、この中でお選びください。
time-full = { $time }は埋まっています。
no-time-in-range = { $from }から{ $to }までの間は埋まっています。
none-free = { $last }までの予約はすべて埋まっています。取り消しが出ることがありますので、のちほどお試しください。お急ぎのときは { $phone } へお電話ください。
slot-taken = 申し訳ありません。その時間はちょうど埋まってしまいました。
hold-ended = お席をお取りしている時間が過ぎ、ほかの方の予約が入りました。予約はまだできていません。
limit-reached = 予約は{ $most }件までです。新しく取るには、いまの予約を変えるか、取り消してください。
procedures-too-many = 一度にできる手続きは{ $most }つまでです。
office-cannot = { $office }では{ $procedures }ができません。
booked =
    予約ができました。

    予約番号：{ $code }
    手続き：{ $procedures }
    日時：{ $date } { $time }（約{ $minutes }分）
    場所：{ $place }

    { $reminders ->
        [both] 前の日の夕方と当日に、お知らせを送ります。来られなくなったときは、ここから変更や取り消しができます。
        [one] 予約の前に、お知らせを送ります。来られなくなったときは、ここから変更や取り消しができます。
       *[none] 来られなくなったときは、ここから変更や取り消しができます。
    }
moved =
    予約を変えました。前の{ $old-date } { $old-time }の席は空けました。

    予約番号：{ $code }（変わりません）
    手続き：{ $procedures }
    日時：{ $date } { $time }（約{ $minutes }分）
    場所：{ $place }
no-reservations = ここから取った予約はありません。お電話などで取った予約は、窓口へお問い合わせください。
reservation =
    予約番号：{ $code }
    手続き：{ $procedures }
    日時：{ $date } { $time }（約{ $minutes }分）
    場所：{ $place }{ $coming ->
        [yes] { "" }
            「行きます」とお返事をいただいています。
       *[no] { "" }
    }
ask-which-to-change = どの予約を変えますか。
ask-which-to-cancel = どの予約を取り消しますか。
ask-cancel = この予約を取り消してよろしいですか。{ $date } { $time }、{ $procedures }、{ $office }（予約番号 { $code }）
cancelled = { $date } { $time }の予約（{ $code }）を取り消しました。
cancel-kept = 予約はそのままです。{ $date } { $time }にお待ちしています。
reservation-over = その予約は、すでに取り消されているか、見つかりません。
reservation-past = その予約の時間は始まっているか、過ぎています。{ $phone } へお電話ください。
coming-noted = ありがとうございます。{ $date } { $time }にお待ちしています。

# Reminders carry no name and no number but the reservation's.
reminder-evening =
    明日の予約のお知らせです。

    日時：{ $date } { $time }
    場所：{ $place }
    手続き：{ $procedures }
    予約番号：{ $code }

    お持ちいただくもの
    { $documents }
reminder-soon =
    本日の予約のお知らせです。

    日時：{ $date } { $time }
    場所：{ $place }
    手続き：{ $procedures }
    予約番号：{ $code }

    お持ちいただくもの
    { $documents }
day-over = { $date }は、これから取れる時間がもうありません。
time-steps = 予約の時間は{ $minutes }分きざみです。近い時間からお選びください。
ask-day-change = 今の予約は{ $date } { $time }、{ $office }です。いつに変えますか（{ $last }まで）。新しい予約が決まるまで、今の予約はそのままです。
