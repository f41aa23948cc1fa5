# Several people, the waiting list, kept times, closed days, missed visits, and one's own data.

procedures-people = { $procedures }（{ $people }人）
choice-count-people = 2人以上一起去
choice-people = { $people }人
ask-people =
    請問有幾個人要辦手續（最多{ $most }人）？

    孩子也算1人。未滿15歲的孩子，請和家長或監護人一起來。
people-too-many = 一次最多可以預約{ $most }人。人數更多時，請找服務人員，或致電 { $phone }（日語）。
people-limit = 您的預約合計最多{ $most }人。人數更多時，請找服務人員，或致電 { $phone }（日語）。
day-limit = { $date }您已經有{ $most }個預約。請選擇其他日期。
time-double = 您在{ $date } { $time }已有預約，請選擇其他時間。
day-too-soon = { $date }的預約已截止。請從{ $first }起的日期中選擇。
change-too-late = 更改或取消，請在預約時間的{ $minutes }分鐘之前辦理。現在請致電 { $phone }（日語）。
choice-time-quiet = { $time }（往年人少）

# The waiting list. A wish is for one day or for several, for any time or for a part of the day.
choice-wait-day = 候補{ $date }
choice-wait-any = 登記候補
choice-wait-leave = 退出候補
wait-joined =
    已為您登記候補（キャンセル待ち）。有空位時會通知您。

    希望時間：{ $one-day ->
        [yes] { $first }
       *[no] { $first }～{ $last }
    }{ $part ->
        [yes] ，{ $from }～{ $to }
       *[no] { "" }
    }
    地點：{ $office }
    手續：{ $procedures }

    發出通知後，我們為您保留{ $minutes }分鐘。{ $replaces ->
        [yes] 之前的候補已取消。
       *[no] { "" }
    }
wait-listed =
    您正在候補（キャンセル待ち）。有空位時會通知您。

    希望時間：{ $one-day ->
        [yes] { $first }
       *[no] { $first }～{ $last }
    }{ $part ->
        [yes] ，{ $from }～{ $to }
       *[no] { "" }
    }
    地點：{ $office }
    手續：{ $procedures }
wait-none = 您沒有登記候補。預約時寫上已滿的日期，就可以候補。
wait-left = 已退出候補。
wait-over = 候補期間（{ $first }～{ $last }）已結束。沒有等到空位，非常抱歉。請選擇其他日期。
wait-offer =
    有空位了，為您保留到{ $until }。

    時間：{ $date }{ $time }
    地點：{ $place }
    手續：{ $procedures }

    過了{ $until }，名額會轉給下一位。
choice-take-offer = 預約這個時間
choice-decline-offer = 不要這個時間
offer-gone = 這個時間已經不能預約了。
offer-declined = { $stays ->
    [yes] 好的，這個時間不為您保留了。候補繼續，順序排到最後。
   *[no] 好的，這個時間不為您保留了。候補已結束。
}
offer-lapsed = { $stays ->
    [yes] 保留的時間已過，名額已轉給下一位。候補繼續，順序排到最後。
   *[no] 保留的時間已過，名額已轉給下一位。候補已結束。
}

# A closed day. The kept times are on the buttons below.
closing-news =
    { $reason ->
        [outage] 因全國系統停止運作，
        [weather] 因天候不佳，
       *[other] 因故，
    }您預約的{ $date }{ $time }窗口不能開放。造成您的不便，非常抱歉。

    預約號碼：{ $code }
    手續：{ $procedures }

    { $times ->
        [0] 請點「更改日期時間」，選擇其他日期。
       *[other] 我們為您保留了其他時間，到{ $until }為止。請選擇一個。
    }
closing-offer =
    您預約的{ $date }{ $time }（{ $code }）窗口不能開放。

    { $times ->
        [0] 請點「更改日期時間」，選擇其他日期。
       *[other] 我們為您保留了其他時間，到{ $until }為止。請選擇一個。
    }
closing-lifted = 窗口將照常開放，您在{ $date } { $time }的預約（{ $code }）仍然有效。
closing-lapsed = 為{ $date }{ $time }的預約（{ $code }）準備的其他時間，已不再保留。請點「更改日期時間」重新選擇，或致電 { $phone }（日語）。

# A missed visit.
no-show =
    { $date }{ $time }的預約，我們沒有確認到您前來。

    請在您方便的日子重新預約。如果您當時有來，請告訴服務人員。
no-show-limit = 因為多次預約後沒有前來，目前只能預約{ $days }天以內的日期。

# A reservation made from another telephone.
code-ask-day = 請問預約是哪天？為了核對，請輸入日期（例如：12月5日）。
code-refused = 預約號碼和日期沒有核對成功。請再確認一下，或致電 { $phone }（日語）。
code-locked = 核對次數已達上限。請明天再試，或致電 { $phone }（日語）。
code-shared = 核對成功。從這裡也可以更改或取消。

# What is kept about the resident.
choice-my-data = 我的資料
choice-messages-on = 接收通知
choice-messages-off = 停止通知
choice-erase-data = 刪除資料
choice-confirm-erase = 刪除
choice-keep-data = 不刪除
messages-off = 已停止通知（預約前的提醒等）。您的提問，我們照常回答。
messages-on = 今後會傳送通知給您。
term-days = { $days }天
my-data =
    我們保存的資料如下。

    { $lines }
    通知：{ $messages ->
        [yes] 接收
       *[no] 不接收
    }

    我們不保存個人編號和密碼。
my-data-line = { $what ->
    [nothing] 目前沒有保存任何資料。
    [messages] 對話：{ $count }則（各自在{ $term }後刪除）
    [upcoming] 今後的預約：{ $count }個
    [past] 過去的預約：{ $count }個（保留到來窗口之日後{ $term }）
    [waits] 候補：{ $count }個（保留到所選最後一天後{ $term }）
    [renewals] 更新提醒：{ $count }件（保留到提醒月份後{ $term }）
    [ticket] 今天的號碼牌：{ $count }張
    [tickets] 過去的號碼牌：{ $count }張（保留到抽號後{ $term }）
    [cases] 向服務人員的諮詢：{ $count }個（保留到結束後{ $term }）
    [callback] 回電用的電話號碼：{ $count }個（保留到諮詢結束後{ $term }）
    [feedback] 評價：{ $count }個（{ $term }後不再與您連結）
   *[block] { $until }之前不能在此留言（紀錄再保留{ $term }）
}
# The button below it on the web, and the line in other places that leads there.
my-data-copy = 下載我的資料副本
my-data-web = 在網頁聊天中，可以下載該聊天的資料副本：{ $link }
ask-erase =
    要刪除對話、向服務人員的諮詢、評價與您的連結、過去的預約和號碼牌、候補以及更新提醒嗎？在別處做的預約，從這裡就看不到了。刪除後無法復原。

    { $stays }
erase-line = { $what ->
    [upcoming] 今後的{ $count }個預約會保留，因為窗口會等您來。
    [ticket] 今天的號碼牌會保留到叫號為止。
    [block] { $until }之前不能留言的限制會保留。
    [case] 向服務人員的諮詢（{ $case }）將結束。
   *[log] 操作紀錄會保留{ $term }，其中不含您寫的內容。
}
erased =
    已刪除。
    { $stays }

# Below a reservation: its page, with the calendar file and the code to show at the counter.
visit-page = 加入行事曆、窗口用的 QR Code：{ $link }
visit-title = 您的預約
visit-calendar = 加入行事曆
visit-qr = 請在窗口出示
visit-over = 此預約已取消或已結束。
visit-chat = 更改、取消或洽詢請按這裡
