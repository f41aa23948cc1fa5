# The conversation itself.

welcome =
    這裡是{ $city }的{ $counter }。請直接輸入問題，或寫下您想來的時間。
    例如：「更新電子憑證要帶什麼？」「12/15 10:30」
help =
    請輸入您的問題，或從下面選擇。
    「停止」「返回」「重新開始」「換語言」「找服務人員」隨時都可以使用。
thanks = 不客氣。有需要時，歡迎隨時留言。
secret-masked = 您留言中的個人編號、密碼等重要號碼，我們沒有保存。在這裡不需要這些號碼，請不要填寫。
unintelligible = 我們只看得懂文字訊息。請用文字輸入您的問題。
first-text-stands = 傳送後再編輯的內容不會更新，我們以您最初傳送的為準。如需更正，請重新傳送一則。
stopped = 已停止。您的預約沒有變動。
nothing-to-stop = 目前沒有正在辦理的內容。請問您需要什麼？
started-over = 好的，我們重新開始。
nothing-before = 不能再往前返回了。請問您需要什麼？
stale-button = 這個按鈕是之前步驟的。現在的步驟如下。
language-ask = 言語 / Language：請選擇語言。
language-changed = 接下來用繁體中文為您服務。
language-offer = 我們可以用繁體中文為您服務。
server-trouble = 抱歉，系統出了點問題。請稍後再試，或致電 { $phone }（日語）。
too-fast = 您傳送得太快了。請稍等一下再傳送。
form-resume = 現在繼續剛才的預約。
unclear = 抱歉，沒能看懂。請換個說法，或從下面選擇。

# Formats. `weekday` counts from 1 for Monday.
date = { $month }月{ $day }日（{ $weekday ->
    [1] 週一
    [2] 週二
    [3] 週三
    [4] 週四
    [5] 週五
    [6] 週六
   *[7] 週日
}）
time = { $hour }:{ $minute2 }
list-separator = 、
promise-within = { $minutes }分鐘內
promise-after = { $date }{ $time }以後

# Buttons.
choice-yes = 是
choice-none-of-these = 這裡面沒有
choice-unhelpful = 👎 沒有幫助
choice-add-procedure = 再加一項手續
choice-days-from = { $date }以後的日期
choice-times-from = { $time }以後的時間
choice-confirm-booking = 就預約這個
choice-confirm-cancel = 取消這個預約
choice-confirm = 是
choice-back = 返回
choice-start-over = 重新開始
choice-stop = 停止
choice-resume = 繼續預約
choice-show = 查看預約
choice-change = 更改日期時間
choice-cancel = 取消預約
choice-change-one = 更改{ $date }{ $time }
choice-cancel-one = 取消{ $date }{ $time }
choice-coming = 我會去
choice-documents = 查看要帶的東西
choice-withdraw-case = 不需要服務人員了
choice-accept-case = 接手
choice-close-case = 結束
action-book = 預約
action-change = 更改預約
action-cancel = 取消預約
action-my-reservation = 我的預約
action-staff = 找服務人員
action-ticket = 抽號碼牌
action-check-in = 我到了
action-documents = 查要帶的東西
action-language = 語言 / 言語 / Language
action-wait-time = 等候時間
choice-keep = 保留預約
choice-documents-of = 要帶的東西：{ $procedure }
date-year = { $year }年{ $month }月{ $day }日
