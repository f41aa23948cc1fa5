# The queue of the day at the counters: tickets, calls, waiting times.

# "5–15 minutes"
wait-range = { $same ->
    [yes] 約{ $high }分鐘
    [within] 最多{ $high }分鐘
   *[no] { $low }～{ $high }分鐘
}

ticket-issued = { $kind ->
    [booked] 報到完成。您的預約是{ $due }。
    [late] 報到完成。{ $ahead ->
        [0] 您的預約時間{ $due }已過，可能會先叫已到預約時間的人。
       *[other] 因為已過預約時間{ $due }，會在現在等候的人之後叫您。
    }
   *[walk-in] 號碼牌（番号札）抽好了。
    }

    號碼：{ $number }
    地點：{ $office }
    { $has-wait ->
        [yes] 預計等候：{ $wait }（前面{ $ahead }人）
       *[no] 前面等候：{ $ahead }人
    }

    { $near ->
        [yes] 請在窗口前等候，很快就會叫您。
       *[no] 快輪到時會通知您。在那之前，不用在窗口前等候。
    }
ticket-waiting = 號碼：{ $number }（{ $office }）
    { $has-wait ->
        [yes] 預計等候：{ $wait }（前面{ $ahead }人）
       *[no] 前面等候：{ $ahead }人
    }
ticket-called = 讓您久等了。請{ $number }號到{ $counter }號窗口。
    地點：{ $office }
ticket-recalled = 再次叫號。請{ $number }號到{ $counter }號窗口。
    地點：{ $office }
ticket-near = { $number }號前面還有{ $ahead }人。請在窗口附近等候。{ $has-wait ->
        [yes] 預計等候：{ $wait }
       *[no] {""}
    }
ticket-next = 下一位就是{ $number }號。請在{ $office }的窗口前等候。
ticket-slower = 非常抱歉，比預計的時間要久。
    { $number }號預計還要等：{ $wait }
ticket-undone = 非常抱歉，剛才誤叫了{ $number }號。您的順序不變，請再稍候一下。
ticket-missed = 叫了{ $number }號，但您沒有來。
    能到窗口時，請按「我到窗口了」。會在那時等候的人之後叫您。
ticket-parked = { $number }號的手續先暫停一下。服務人員會再叫您，請在附近等候。
ticket-returned = { $number }號已重新排隊。會在現在等候的人之後叫您。
ticket-transferred = { $number }號接下來到另一個窗口辦理，號碼不變。
    { $has-counter ->
        [yes] { $office }的{ $counter }號窗口會叫您。
       *[no] 請在{ $office }等候。
    }
ticket-done = { $number }號的手續辦好了。感謝您的光臨。
ticket-left = { $number }號已取消。歡迎您下次再來。
ticket-ask-leave = 要取消{ $number }號嗎？取消後，不能恢復原來的順序。
ticket-delayed = 好的。{ $number }號在{ $minutes }分鐘後，按原來的順序叫號。
ticket-delayed-enough = { $number }號不能再延後了。如果來不了，請取消。叫號時您不在的話，之後也可以重新排隊。
ticket-ready = 好的，輪到{ $number }號時會叫您。
    { $has-wait ->
        [yes] 預計等候：{ $wait }（前面{ $ahead }人）
       *[no] 前面等候：{ $ahead }人
    }
ticket-where = { $has-counter ->
    [yes] 請{ $number }號到{ $office }的{ $counter }號窗口。
   *[no] 請在{ $office }等候。叫{ $number }號時，會告訴您是幾號窗口。
}
ticket-needs-noted = 會轉告服務人員：{ $needs }
ticket-ask-needs = 請選擇您需要的協助，我們會轉告服務人員。
ticket-meanwhile = 等候時，請確認要帶的東西和今天的流程（{ $procedures }）。需要填寫申請書等時，會在窗口交給您。
ticket-none = 您今天還沒有號碼牌（番号札）。到了以後，請在這裡告訴我們；沒有預約的話，請抽號碼牌。
ticket-over = { $number }號已經結束。
ticket-ask-procedure = 請問辦理什麼手續？（{ $office }）
ticket-ask = { $office }，{ $procedure }（{ $people }人）
    現在有{ $waiting }人在等候。預計等候{ $wait }。
    要抽號碼牌（番号札）嗎？
ticket-refused = { $reason ->
    [reservation-only] 請預約有空位的時間。{ $office }的窗口只接待有預約的人。
    [office-cannot] { $office }不能辦理這項手續。
    [closed] 請預約其他日期。今天窗口休息。
    [not-yet] 號碼牌從{ $time }起可以抽。
    [over] 請預約其他日期。今天的受理已結束。
    [no-counter] 現在沒有開放的窗口能辦這項手續。如有急事，請致電 { $phone }（日語）。
    [booked-delayed] 請預約有空位的時間。現在有預約的人已經排滿，沒有預約的話暫時不能抽號碼牌。
    [phone-full] 請到窗口的抽號機或服務台領號碼牌，也可以預約有空位的時間。現在不能再用手機抽號。
   *[day-ends] 請預約其他日期。預計今天的受理時間內辦不完，不能抽號碼牌。
}
ticket-free = 有空位的時間：{ $times }
check-in-early = 您的預約是{ $date }{ $time }。報到從{ $from }開始。
    如果更早的時間有空位，可以更改預約。
check-in-other-day = { $past ->
    [yes] 這個預約是{ $date }的，已經過了。請重新預約。
   *[no] 您的預約不是今天，是{ $date }{ $time }。也可以更改日期時間。
}
check-in-other-office = 您預約的地點是{ $office }。請在{ $date }{ $time }到那裡。也可以更改地點。
check-in-closed = 今天的窗口已結束。您的預約（{ $date }{ $time }）請改約其他日期。如需洽詢，請致電 { $phone }（日語）。
check-in-none = 沒有找到您今天的預約。知道預約號碼的話，請傳送預約號碼。沒有預約的話，可以查看能不能抽號碼牌。
check-in-which = 您今天有兩個以上的預約。請問要報到哪一個？
waiting-now = 現在的等候情況：
    { $lines }
waiting-now-line = { $office }：{ $waiting }人在等。{ $state ->
        [admitted] 沒有預約的話，要等{ $wait }。
        [reservation-only] 只接待有預約的人。
        [closed] 今天休息。
        [not-yet] { $time }起可以抽號碼牌。
        [over] 今天的受理已結束。
        [no-counter] 現在沒有開放的窗口。
       *[other] 現在暫不接待沒有預約的人。
    }

# A line below a message or a printed ticket
ticket-page = 查看排隊情況：{ $link }

# Display and loudspeaker
call-text = 請{ $number }號到{ $counter }號窗口。

need-chair = 座位或輪椅位置
need-hearing = 聽力不便（筆談、手勢）
need-interpreter = 口譯
needs-none = 沒有特別需要

choice-ticket-here = 我到了
choice-ticket-here-at = { $time }的預約報到
choice-ticket-take = 抽號碼牌
choice-ticket-people = { $people }人
choice-ticket-show = 查看我的順序
choice-ticket-late = 要晚10分鐘
choice-ticket-leave = 我要走了
choice-ticket-leave-yes = 取消號碼牌
choice-ticket-stay = 繼續等
choice-ticket-where = 我該去哪裡？
choice-ticket-meanwhile = 等候的時候
choice-ticket-needs = 我需要協助
choice-ticket-back = 我到窗口了
choice-need = { $on ->
    [yes] ☑ { $need }
   *[no] ☐ { $need }
}
