# Reservations.

ask-procedure = 为您预约。请问办理哪个手续？
ask-procedure-more = 除了{ $procedures }，还要办理哪个手续？
ask-office = { $procedures }。请问去哪个窗口？
ask-day = { $procedures }，{ $office }，约{ $minutes }分钟。请问哪天方便（最晚可约到{ $last }）？也可以直接写“12/15 10:30”。
ask-day-again = 以下日期有空位（最晚可约到{ $last }）。
ask-time = { $date }，{ $office }，以下时间有空位。也可以直接写“10:30”。
ask-time-again = { $date }其他有空位的时间。
ask-confirm =
    就预约这个时间吗？我们为您保留{ $hold }分钟。

    手续：{ $procedures }
    时间：{ $date }{ $time }（约{ $minutes }分钟）
    地点：{ $place }
ask-confirm-change =
    就改成这个时间吗？新的时间我们为您保留{ $hold }分钟。更改完成之前，现在的预约不变。

    更改前：{ $old-date }{ $old-time }（{ $old-office }）
    更改后：{ $date }{ $time }（{ $office }，约{ $minutes }分钟）
    手续：{ $procedures }
day-closed = { $why ->
    [saturday] { $date }是星期六，窗口休息。
    [sunday] { $date }是休息的星期日，窗口不开放。
    [holiday] { $date }是日本的法定节日（{ $holiday }），窗口休息。
    [year-end] { $date }因年末年初（12月29日～1月3日），窗口休息。
   *[special] { $date }窗口休息。
}
day-open = { $date }窗口开放，时间是{ $opens }到{ $closes }。
day-full = { $date }已约满。
day-past = { $date }已经过去了。
day-too-far = { $date }还不能预约。现在最晚可约到{ $last }。
day-impossible = 没有这个日期。
time-impossible = 没有这个时刻。
time-outside = 那天窗口的开放时间是{ $opens }到{ $closes }。请选择能在这段时间内办完手续的时间。
time-full = { $time }已被预约。
no-time-in-range = { $from }到{ $to }之间已约满。
none-free = 到{ $last }为止已全部约满。有时会有人取消，请稍后再试。如有急事，请致电 { $phone }（日语）。
slot-taken = 抱歉，这个时间刚刚被约走了。
hold-ended = 为您保留的时间已过，该时间已被别人预约。您的预约还没有完成。
limit-reached = 最多可以有{ $most }个预约。请先更改或取消其中一个。
procedures-too-many = 一次最多可以办理{ $most }个手续。
office-cannot = { $office }不能办理：{ $procedures }。
booked =
    预约完成。

    预约号：{ $code }
    手续：{ $procedures }
    时间：{ $date }{ $time }（约{ $minutes }分钟）
    地点：{ $place }

    { $reminders ->
        [both] 前一天傍晚和当天会提醒您。如果来不了，请在这里更改或取消。
        [one] 预约时间之前会提醒您。如果来不了，请在这里更改或取消。
       *[none] 如果来不了，请在这里更改或取消。
    }
moved =
    预约已更改。原来{ $old-date }{ $old-time }的名额已退回。

    预约号：{ $code }（不变）
    手续：{ $procedures }
    时间：{ $date }{ $time }（约{ $minutes }分钟）
    地点：{ $place }
no-reservations = 没有从这里办理的预约。如果是电话预约的，请询问窗口。
reservation =
    预约号：{ $code }
    手续：{ $procedures }
    时间：{ $date }{ $time }（约{ $minutes }分钟）
    地点：{ $place }{ $coming ->
        [yes] { "" }
            您已答复会来。
       *[no] { "" }
    }
ask-which-to-change = 请问更改哪个预约？
ask-which-to-cancel = 请问取消哪个预约？
ask-cancel = 确定取消这个预约吗？{ $date }{ $time }，{ $procedures }，{ $office }（预约号 { $code }）
cancelled = 已取消{ $date }{ $time }的预约（{ $code }）。
cancel-kept = 预约保持不变。{ $date }{ $time }恭候您。
reservation-over = 该预约已被取消，或查不到。
reservation-past = 该预约的时间已经开始或已经过去。请致电 { $phone }（日语）。
coming-noted = 谢谢。{ $date }{ $time }恭候您。

# Reminders carry no name and no number but the reservation's.
reminder-evening =
    提醒您：明天有预约。

    时间：{ $date }{ $time }
    地点：{ $place }
    手续：{ $procedures }
    预约号：{ $code }

    请带上
    { $documents }
reminder-soon =
    提醒您：今天有预约。

    时间：{ $date }{ $time }
    地点：{ $place }
    手续：{ $procedures }
    预约号：{ $code }

    请带上
    { $documents }
day-over = 今天（{ $date }）已经没有可以预约的时间了。
time-steps = 预约时间每{ $minutes }分钟一档。请从最接近的时间中选择。
ask-day-change = 您现在的预约是{ $date }{ $time }，{ $office }。请问改到哪天（最晚可约到{ $last }）？新的预约定下之前，现在的预约不变。
