# 窓口の当日の順番：番号札、呼び出し、待ち時間。

# 「5〜15分」
wait-range = { $same ->
    [yes] { $high }分ほど
    [within] 最長{ $high }分
   *[no] { $low }〜{ $high }分
}

ticket-issued = { $kind ->
    [booked] 受付しました。{ $due }のご予約です。
    [late] 受付しました。{ $ahead ->
        [0] ご予約の{ $due }を過ぎているため、時間になった予約の方を先にお呼びすることがあります。
       *[other] ご予約の{ $due }を過ぎているため、いまお待ちの方の後にお呼びします。
    }
   *[walk-in] 番号札をお取りしました。
    }

    番号：{ $number }
    場所：{ $office }
    { $has-wait ->
        [yes] 呼び出しまで：{ $wait }（前に{ $ahead }人）
       *[no] 前にお待ちの方：{ $ahead }人
    }

    { $near ->
        [yes] 窓口の前でお待ちください。まもなくお呼びします。
       *[no] 順番が近づいたらお知らせします。それまでは離れてお待ちいただけます。
    }
ticket-waiting = 番号：{ $number }（{ $office }）
    { $has-wait ->
        [yes] 呼び出しまで：{ $wait }（前に{ $ahead }人）
       *[no] 前にお待ちの方：{ $ahead }人
    }
ticket-called = お待たせしました。{ $number }番の方、{ $counter }番窓口へお越しください。
    場所：{ $office }
ticket-recalled = もう一度お呼びしています。{ $number }番の方、{ $counter }番窓口へお越しください。
    場所：{ $office }
ticket-near = { $number }番の方は、あと{ $ahead }人です。窓口の近くでお待ちください。{ $has-wait ->
        [yes] 呼び出しまで：{ $wait }
       *[no] {""}
    }
ticket-next = { $number }番の方は、次にお呼びします。{ $office }の窓口の前でお待ちください。
ticket-slower = 申し訳ありません。予定より時間がかかっています。
    { $number }番の方の呼び出しまで：{ $wait }
ticket-undone = 申し訳ありません。{ $number }番の呼び出しは間違いでした。順番は変わりません。もう少しお待ちください。
ticket-missed = { $number }番をお呼びしましたが、お越しになりませんでした。
    窓口にお越しになれるときは「窓口に来ました」を押してください。いまお待ちの方の後にお呼びします。
ticket-parked = { $number }番の手続きを一度お預かりしています。職員がもう一度お声がけしますので、近くでお待ちください。
ticket-returned = { $number }番を、もう一度順番にお入れしました。いまお待ちの方の後にお呼びします。
ticket-transferred = { $number }番の方は、次の窓口へご案内します。番号はそのままです。
    { $has-counter ->
        [yes] { $office }の{ $counter }番窓口からお呼びします。
       *[no] { $office }でお待ちください。
    }
ticket-done = { $number }番の手続きが終わりました。お越しいただきありがとうございました。
ticket-left = { $number }番を取り消しました。またのご利用をお待ちしています。
ticket-ask-leave = { $number }番を取り消しますか。取り消すと、順番は元に戻せません。
ticket-delayed = わかりました。{ $number }番は{ $minutes }分後から、元の順番でお呼びします。
ticket-delayed-enough = { $number }番は、これ以上お待ちできません。お越しになれないときは取り消してください。呼び出しのときにいらっしゃらなくても、後で順番に戻れます。
ticket-ready = わかりました。順番になったら、{ $number }番をお呼びします。
    { $has-wait ->
        [yes] 呼び出しまで：{ $wait }（前に{ $ahead }人）
       *[no] 前にお待ちの方：{ $ahead }人
    }
ticket-where = { $has-counter ->
    [yes] { $number }番の方は、{ $office }の{ $counter }番窓口へお越しください。
   *[no] { $office }でお待ちください。{ $number }番を呼ぶときに、窓口の番号をお知らせします。
}
ticket-needs-noted = 職員にお伝えします：{ $needs }
ticket-ask-needs = お手伝いが必要なことを選んでください。職員に伝わります。
ticket-meanwhile = お待ちの間に、持ち物と今日の流れを確かめてください（{ $procedures }）。申請書などの記入が必要なときは、窓口でお渡しします。
ticket-none = 今日の番号札はまだありません。窓口に着いたら、ここでお知らせください。予約のない方は番号札をお取りください。
ticket-over = { $number }番の受付は終わっています。
ticket-ask-procedure = 何の手続きですか。（{ $office }）
ticket-ask = { $office }、{ $procedure }（{ $people }人）
    いま{ $waiting }人がお待ちです。呼び出しまで{ $wait }かかります。
    番号札を取りますか。
ticket-refused = { $reason ->
    [reservation-only] 空いている時間を予約してください。{ $office }は予約した方だけの窓口です。
    [office-cannot] { $office }ではこの手続きができません。
    [closed] 別の日を予約してください。今日は窓口がお休みです。
    [not-yet] 番号札は{ $time }からお取りいただけます。
    [over] 別の日を予約してください。今日の受付は終わりました。
    [no-counter] いま、この手続きができる窓口が開いていません。お急ぎの方は{ $phone }へお電話ください。
    [booked-delayed] 空いている時間を予約してください。ただいま予約の方でいっぱいのため、予約のない方の番号札をお出しできません。
    [phone-full] 番号札は、窓口の受付機か受付でお取りください。空いている時間の予約もできます。ただいま、スマートフォンからは番号札をお取りいただけません。
   *[day-ends] 別の日を予約してください。今日の受付時間内に手続きが終わらない見込みのため、番号札をお出しできません。
}
ticket-free = 空いている時間：{ $times }
check-in-early = ご予約は{ $date }{ $time }です。受付は{ $from }からできます。
    早い時間に空きがあれば、予約を変更できます。
check-in-other-day = { $past ->
    [yes] このご予約は{ $date }でした。新しく予約してください。
   *[no] ご予約は今日ではなく、{ $date }{ $time }です。日時の変更もできます。
}
check-in-other-office = ご予約の場所は{ $office }です。{ $date }{ $time }に、そちらへお越しください。場所の変更もできます。
check-in-closed = 今日の窓口は終わりました。ご予約（{ $date }{ $time }）は別の日に取り直してください。ご相談は{ $phone }へお電話ください。
check-in-none = 今日のご予約が見つかりません。予約番号がわかるときは、番号を送ってください。予約のない方は番号札を取れるか確かめられます。
check-in-which = 今日のご予約が2つ以上あります。どちらの受付をしますか。
waiting-now = いまの待ち具合です。
    { $lines }
waiting-now-line = { $office }：{ $waiting }人待ち。{ $state ->
        [admitted] 予約のない方は{ $wait }待ちます。
        [reservation-only] 予約した方だけの窓口です。
        [closed] 今日はお休みです。
        [not-yet] 番号札は{ $time }からです。
        [over] 今日の受付は終わりました。
        [no-counter] いま開いている窓口がありません。
       *[other] 予約のない方の受付を止めています。
    }

# 会話や印刷の下に付く行
ticket-page = 順番を見る：{ $link }

# 表示と音声
call-text = { $number }番の方、{ $counter }番窓口へお越しください。

need-chair = いす・車いすの場所
need-hearing = 聞こえにくい（筆談・合図）
need-interpreter = 通訳
needs-none = 特になし

choice-ticket-here = 窓口に着きました
choice-ticket-here-at = { $time }の予約の受付
choice-ticket-take = 番号札を取る
choice-ticket-people = { $people }人で来た
choice-ticket-show = 順番を見る
choice-ticket-late = 10分遅れます
choice-ticket-leave = 帰ります
choice-ticket-leave-yes = 取り消す
choice-ticket-stay = そのまま待つ
choice-ticket-where = どこへ行けばいいですか
choice-ticket-meanwhile = お待ちの間に
choice-ticket-needs = お手伝いが必要
choice-ticket-back = 窓口に来ました
choice-need = { $on ->
    [yes] ☑ { $need }
   *[no] ☐ { $need }
}

# 職員
staff-shortage = 【窓口の見込み】{ $office }：{ $has-from ->
        [yes] { $from }ごろの予約から、予約の方が最大{ $worst }分待つ見込みです。
       *[no] 予約の方のお待たせは限度内の見込みです。
    }{ $has-overtime ->
        [yes] {" "}終わりは受付時間を{ $overtime }分過ぎる見込みです。
       *[no] {""}
    }{ $has-more ->
        [yes] {" "}窓口を{ $more }つ増やすと解消します。
       *[no] {" "}窓口を増やしても解消しません。予約の変更をご検討ください。
    }
staff-overtime = 【受付時間終了】{ $office }：お待ちの方 { $waiting }、対応中 { $serving }。
staff-called = { $number }番を{ $counter }番窓口へ呼びました。
    { $line }
    /recall もう一度呼ぶ　/done 終了
staff-serving = { $number }番の対応を始めました。/done 終了
staff-ticket-done = { $number }番を終了しました。お待ちの方：{ $waiting }人。/next 次を呼ぶ
staff-queue = { $office }：{ $count ->
        [0] お待ちの方はいません。
       *[other] お待ちの方 { $count }人{ $has-wait ->
            [yes] （いま来た方は{ $wait }）
           *[no] {""}
        }
    }
    { $lines }
staff-queue-line = { $number } { $due ->
        [none] 予約なし
       *[other] 予約{ $due }
    } { $procedures }（{ $people }人）{ $language } { $needs }　待ち{ $waited }分
staff-queue-today = { $office }の今日：終了{ $done }件、お待ち{ $waiting }人、予約で未到着{ $expected }件、不在{ $missed }件。
staff-queue-refused = できませんでした。{ $reason ->
        [no-ticket] その番号は今日の列にありません。
        [elsewhere] { $number }番は{ $counter }番窓口が対応しています。
        [over] { $number }番の受付は終わっています。
        [not-now] { $number }番は、いまの状態ではその操作ができません。
        [recall-first] もう一度呼んでから不在にしてください。
        [recalled-enough] 決められた回数を呼びました。不在にしてください。
        [counter-busy] 窓口に{ $number }番がいます。先に終了してください。
        [nobody-waits] この窓口で呼べる方はいません。
        [not-yours] この操作は、担当の方だけができます。職員の画面の「ログインの設定」で、Telegramを結び付けてください。結び付けてある方は、職員の画面に一度ログインしてください。
        [no-link] この合言葉は使えません。職員の画面の「ログインの設定」で、新しい合言葉を出してください。
       *[other] 窓口の画面で確かめてください。
    }
staff-queue-no-counter = どの窓口にも着席していません。/staff/floor で窓口を開けてください。
staff-queue-help = 窓口の操作：/next 次を呼ぶ　/recall もう一度呼ぶ　/done 終了　/queue 列　/today 今日の件数
staff-linked = このTelegramを「{ $name }」に結び付けました。窓口の操作は /counter で確かめてください。
