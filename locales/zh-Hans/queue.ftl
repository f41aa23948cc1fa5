# The queue of the day at the counters: tickets, calls, waiting times.

# "5–15 minutes"
wait-range = { $same ->
    [yes] 约{ $high }分钟
    [within] 最多{ $high }分钟
   *[no] { $low }～{ $high }分钟
}

ticket-issued = { $kind ->
    [booked] 到场登记完成。您的预约是{ $due }。
    [late] 到场登记完成。{ $ahead ->
        [0] 您的预约时间{ $due }已过，可能会先叫已到预约时间的人。
       *[other] 因为已过预约时间{ $due }，会在现在等候的人之后叫您。
    }
   *[walk-in] 号码牌（番号札）取好了。
    }

    号码：{ $number }
    地点：{ $office }
    { $has-wait ->
        [yes] 预计等待：{ $wait }（前面{ $ahead }人）
       *[no] 前面等候：{ $ahead }人
    }

    { $near ->
        [yes] 请在窗口前等候，很快就会叫您。
       *[no] 快轮到时会通知您。在那之前，不用在窗口前等候。
    }
ticket-waiting = 号码：{ $number }（{ $office }）
    { $has-wait ->
        [yes] 预计等待：{ $wait }（前面{ $ahead }人）
       *[no] 前面等候：{ $ahead }人
    }
ticket-called = 让您久等了。请{ $number }号到{ $counter }号窗口。
    地点：{ $office }
ticket-recalled = 再次叫号。请{ $number }号到{ $counter }号窗口。
    地点：{ $office }
ticket-near = { $number }号前面还有{ $ahead }人。请在窗口附近等候。{ $has-wait ->
        [yes] 预计等待：{ $wait }
       *[no] {""}
    }
ticket-next = 下一位就是{ $number }号。请在{ $office }的窗口前等候。
ticket-slower = 非常抱歉，比预计的时间要长。
    { $number }号预计还要等：{ $wait }
ticket-undone = 非常抱歉，刚才误叫了{ $number }号。您的顺序不变，请再等一会儿。
ticket-missed = 叫了{ $number }号，但您没有来。
    能到窗口时，请点“我到窗口了”。会在那时等候的人之后叫您。
ticket-parked = { $number }号的手续先暂停一下。工作人员会再叫您，请在附近等候。
ticket-returned = { $number }号已重新排队。会在现在等候的人之后叫您。
ticket-transferred = { $number }号接下来到另一个窗口办理，号码不变。
    { $has-counter ->
        [yes] { $office }的{ $counter }号窗口会叫您。
       *[no] 请在{ $office }等候。
    }
ticket-done = { $number }号的手续办完了。感谢您的光临。
ticket-left = { $number }号已取消。欢迎您下次再来。
ticket-ask-leave = 要取消{ $number }号吗？取消后，不能恢复原来的顺序。
ticket-delayed = 好的。{ $number }号在{ $minutes }分钟后，按原来的顺序叫号。
ticket-delayed-enough = { $number }号不能再延后了。如果来不了，请取消。叫号时您不在的话，之后也可以重新排队。
ticket-ready = 好的，轮到{ $number }号时会叫您。
    { $has-wait ->
        [yes] 预计等待：{ $wait }（前面{ $ahead }人）
       *[no] 前面等候：{ $ahead }人
    }
ticket-where = { $has-counter ->
    [yes] 请{ $number }号到{ $office }的{ $counter }号窗口。
   *[no] 请在{ $office }等候。叫{ $number }号时，会告诉您是几号窗口。
}
ticket-needs-noted = 会转告工作人员：{ $needs }
ticket-ask-needs = 请选择您需要的帮助，我们会转告工作人员。
ticket-meanwhile = 等候时，请确认要带的东西和今天的流程（{ $procedures }）。需要填写申请书等时，会在窗口交给您。
ticket-none = 您今天还没有号码牌（番号札）。到了以后，请在这里告诉我们；没有预约的话，请取号码牌。
ticket-over = { $number }号已经结束。
ticket-ask-procedure = 请问办理什么手续？（{ $office }）
ticket-ask = { $office }，{ $procedure }（{ $people }人）
    现在有{ $waiting }人在等候。预计等待{ $wait }。
    要取号码牌（番号札）吗？
ticket-refused = { $reason ->
    [reservation-only] 请预约有空位的时间。{ $office }的窗口只接待有预约的人。
    [office-cannot] { $office }不能办理这个手续。
    [closed] 请预约其他日期。今天窗口休息。
    [not-yet] 号码牌从{ $time }起可以取。
    [over] 请预约其他日期。今天的受理已结束。
    [no-counter] 现在没有开放的窗口能办这个手续。如有急事，请致电 { $phone }（日语）。
    [booked-delayed] 请预约有空位的时间。现在有预约的人已经排满，没有预约的话暂时不能取号码牌。
    [phone-full] 请到窗口的取号机或接待处取号码牌，也可以预约有空位的时间。现在不能再用手机取号。
   *[day-ends] 请预约其他日期。预计今天的受理时间内办不完，不能取号码牌。
}
ticket-free = 有空位的时间：{ $times }
check-in-early = 您的预约是{ $date }{ $time }。到场登记从{ $from }开始。
    如果更早的时间有空位，可以更改预约。
check-in-other-day = { $past ->
    [yes] 这个预约是{ $date }的，已经过了。请重新预约。
   *[no] 您的预约不是今天，是{ $date }{ $time }。也可以更改日期时间。
}
check-in-other-office = 您预约的地点是{ $office }。请在{ $date }{ $time }到那里。也可以更改地点。
check-in-closed = 今天的窗口已结束。您的预约（{ $date }{ $time }）请改约其他日期。如需咨询，请致电 { $phone }（日语）。
check-in-none = 没有找到您今天的预约。知道预约号的话，请发送预约号。没有预约的话，可以查看能不能取号码牌。
check-in-which = 您今天有两个以上的预约。请问登记哪一个？
waiting-now = 现在的等候情况：
    { $lines }
waiting-now-line = { $office }：{ $waiting }人在等。{ $state ->
        [admitted] 没有预约的话，要等{ $wait }。
        [reservation-only] 只接待有预约的人。
        [closed] 今天休息。
        [not-yet] { $time }起可以取号码牌。
        [over] 今天的受理已结束。
        [no-counter] 现在没有开放的窗口。
       *[other] 现在暂不接待没有预约的人。
    }

# A line below a message or a printed ticket
ticket-page = 查看排队情况：{ $link }

# Display and loudspeaker
call-text = 请{ $number }号到{ $counter }号窗口。

need-chair = 座位或轮椅位置
need-hearing = 听力不便（笔谈、手势）
need-interpreter = 翻译
needs-none = 没有特别需要

choice-ticket-here = 我到了
choice-ticket-here-at = 登记{ $time }的预约
choice-ticket-take = 取号码牌
choice-ticket-people = { $people }人
choice-ticket-show = 查看我的顺序
choice-ticket-late = 要晚10分钟
choice-ticket-leave = 我要走了
choice-ticket-leave-yes = 取消号码牌
choice-ticket-stay = 继续等
choice-ticket-where = 我该去哪里？
choice-ticket-meanwhile = 等候的时候
choice-ticket-needs = 我需要帮助
choice-ticket-back = 我到窗口了
choice-need = { $on ->
    [yes] ☑ { $need }
   *[no] ☐ { $need }
}
