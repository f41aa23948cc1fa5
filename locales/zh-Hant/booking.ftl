# Reservations.

ask-procedure = 為您預約。請問辦理哪項手續？
ask-procedure-more = 除了{ $procedures }，還要辦理哪項手續？
ask-office = { $procedures }。請問要去哪個窗口？
ask-day = { $procedures }，{ $office }，約{ $minutes }分鐘。請問哪天方便（最晚可約到{ $last }）？也可以直接寫「12/15 10:30」。
ask-day-again = 以下日期有空位（最晚可約到{ $last }）。
ask-time = { $date }，{ $office }，以下時間有空位。也可以直接寫「10:30」。
ask-time-again = { $date }其他有空位的時間。
ask-confirm =
    就預約這個時間嗎？我們為您保留{ $hold }分鐘。

    手續：{ $procedures }
    時間：{ $date }{ $time }（約{ $minutes }分鐘）
    地點：{ $place }
ask-confirm-change =
    就改成這個時間嗎？新的時間我們為您保留{ $hold }分鐘。更改完成之前，目前的預約不變。

    更改前：{ $old-date }{ $old-time }（{ $old-office }）
    更改後：{ $date }{ $time }（{ $office }，約{ $minutes }分鐘）
    手續：{ $procedures }
day-closed = { $why ->
    [saturday] { $date }是星期六，窗口休息。
    [sunday] { $date }是休息的星期日，窗口不開放。
    [holiday] { $date }是日本的國定假日（{ $holiday }），窗口休息。
    [year-end] { $date }因年末年初（12月29日～1月3日），窗口休息。
   *[special] { $date }窗口休息。
}
day-open = { $date }窗口開放，時間是{ $opens }到{ $closes }。
day-full = { $date }已額滿。
day-past = { $date }已經過了。
day-too-far = { $date }還不能預約。目前最晚可約到{ $last }。
day-impossible = 沒有這個日期。
time-impossible = 沒有這個時刻。
time-outside = 那天窗口的開放時間是{ $opens }到{ $closes }。請選擇能在這段時間內辦完手續的時間。
time-full = { $time }已被預約。
no-time-in-range = { $from }到{ $to }之間已額滿。
none-free = 到{ $last }為止已全部額滿。有時會有人取消，請稍後再試。如有急事，請致電 { $phone }（日語）。
slot-taken = 抱歉，這個時間剛剛被約走了。
hold-ended = 為您保留的時間已過，該時間已被別人預約。您的預約還沒有完成。
limit-reached = 最多可以有{ $most }個預約。請先更改或取消其中一個。
procedures-too-many = 一次最多可以辦理{ $most }項手續。
office-cannot = { $office }不能辦理：{ $procedures }。
booked =
    預約完成。

    預約號碼：{ $code }
    手續：{ $procedures }
    時間：{ $date }{ $time }（約{ $minutes }分鐘）
    地點：{ $place }

    { $reminders ->
        [both] 前一天傍晚和當天會提醒您。如果不能來，請在這裡更改或取消。
        [one] 預約時間之前會提醒您。如果不能來，請在這裡更改或取消。
       *[none] 如果不能來，請在這裡更改或取消。
    }
moved =
    預約已更改。原本{ $old-date }{ $old-time }的名額已釋出。

    預約號碼：{ $code }（不變）
    手續：{ $procedures }
    時間：{ $date }{ $time }（約{ $minutes }分鐘）
    地點：{ $place }
no-reservations = 沒有從這裡辦理的預約。如果是電話預約的，請洽詢窗口。
reservation =
    預約號碼：{ $code }
    手續：{ $procedures }
    時間：{ $date }{ $time }（約{ $minutes }分鐘）
    地點：{ $place }{ $coming ->
        [yes] { "" }
            您已回覆會來。
       *[no] { "" }
    }
ask-which-to-change = 請問要更改哪個預約？
ask-which-to-cancel = 請問要取消哪個預約？
ask-cancel = 確定取消這個預約嗎？{ $date }{ $time }，{ $procedures }，{ $office }（預約號碼 { $code }）
cancelled = 已取消{ $date }{ $time }的預約（{ $code }）。
cancel-kept = 預約保持不變。{ $date }{ $time }恭候您。
reservation-over = 該預約已被取消，或查不到。
reservation-past = 該預約的時間已經開始或已經過了。請致電 { $phone }（日語）。
coming-noted = 謝謝。{ $date }{ $time }恭候您。

# Reminders carry no name and no number but the reservation's.
reminder-evening =
    提醒您：明天有預約。

    時間：{ $date }{ $time }
    地點：{ $place }
    手續：{ $procedures }
    預約號碼：{ $code }

    請攜帶
    { $documents }
reminder-soon =
    提醒您：今天有預約。

    時間：{ $date }{ $time }
    地點：{ $place }
    手續：{ $procedures }
    預約號碼：{ $code }

    請攜帶
    { $documents }
day-over = 今天（{ $date }）已經沒有可以預約的時間了。
time-steps = 預約時間以每{ $minutes }分鐘為單位。請從最接近的時間中選擇。
ask-day-change = 您目前的預約是{ $date }{ $time }，{ $office }。請問要改到哪天（最晚可約到{ $last }）？新的預約確定之前，目前的預約不變。
