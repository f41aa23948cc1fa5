# The pages of the hall: the display, the touch panel, and the ticket on the phone.

# What they share.
hall-device-title = 此螢幕尚未登錄
hall-device-text = 請在此螢幕上開啟窗口負責人提供的登錄連結。如需協助，請致電 { $phone }（日語）。
hall-try-again = 再開啟一次
hall-lost = 網路已斷線。最後一次更新是{ $time }。正在自動重新連線。
hall-number = 號碼
hall-due = 預約時間
hall-wait = 預計等候
hall-late = 因為已過預約時間，會在現在等候的人之後叫您。
hall-unforeseen = 現在無法預計等候時間。會按順序叫號。

# The display. It is shown in Japanese and English.
board-title = 叫號資訊
board-now = 正在叫號
board-nobody = 請等候叫號
board-counter = { $counter }號窗口
board-recent = 已叫過的號碼
board-none-yet = 目前沒有
board-waiting = 正在等候
board-booked = 有預約
board-walk-in = 沒有預約
board-people = { $people }人
board-order = 因為按預約時間叫號，有時不按號碼順序。
board-reservation-only = 這裡的窗口只接待有預約的人。
board-closed = 現在窗口不開放。
board-sound = 開啟語音叫號

# The ticket on the phone.
follow-title = 您的排隊情況
follow-ahead = { $ahead ->
    [0] 下一位就是您。請在窗口前等候。
   *[other] 您前面還有{ $ahead }人。
}
follow-later = { $time }之前不會叫您。
follow-serving = 正在{ $counter }號窗口為您辦理。
follow-where = 地點
follow-late = 要晚{ $minutes }分鐘（請等我）
follow-save-needs = 轉告服務人員
follow-papers = 查看預約和要帶的東西
follow-chat = 諮詢或預約
follow-keep-open = 請不要關閉此網頁。叫您時，畫面會變化，手機會發出聲音並震動。
follow-refused = 現在不能這樣操作。請看上面的排隊情況。
follow-gone-title = 找不到號碼牌
follow-gone-text = 號碼牌（番号札）只在抽號當天有效。還沒辦手續的話，請到窗口的抽號機抽號，或找服務人員。

# The touch panel.
kiosk-start = 回到首頁
kiosk-language-title = 請選擇語言
kiosk-menu-title = 請問您來辦什麼事？
kiosk-booked = 我有預約
kiosk-booked-hint = 用預約號碼或 QR Code 報到
kiosk-ticket = 我要抽號碼牌（沒有預約）
kiosk-ticket-hint = 先看等候時間，再抽號碼牌（番号札）
kiosk-question = 我有問題
kiosk-question-hint = 諮詢手續和要帶的東西
kiosk-staff = 如需協助，請找服務人員。
kiosk-code-title = 預約報到
kiosk-code-label = 預約號碼（8碼）
kiosk-code-hint = 請輸入預約號碼，或將 QR Code 對準讀取器。
kiosk-check-in = 報到
kiosk-erase = 刪除一碼
kiosk-camera = 用相機掃描 QR Code
kiosk-camera-stop = 關閉相機
kiosk-camera-failed = 相機無法使用。請輸入預約號碼。
kiosk-code-unknown = 找不到這個預約號碼。請核對後再輸入一次。
kiosk-code-too-often = 預約號碼多次輸入錯誤，這台機器不能為您報到。請找服務人員。
kiosk-not-now-title = 無法為您抽號
kiosk-already-here = 這個預約已經報到過了。如果號碼牌不見了，請找服務人員。
kiosk-cancelled = 這個預約已取消。今天要辦手續的話，請抽號碼牌。
kiosk-procedure-title = 請問辦理什麼手續？
kiosk-reservation-only = 這裡的窗口只接待有預約的人。選擇手續後，可以查看有空位的時間。
kiosk-people-title = 請問有幾個人要辦手續？
kiosk-people-hint = 孩子要辦手續的話，也算1人。
kiosk-wait-title = 現在的等候時間
kiosk-not-now = 不抽號碼牌
kiosk-refused-title = 現在不能抽號碼牌
kiosk-free-title = 最近可以預約的時間
kiosk-book-phone = 用手機掃描就可以預約，也可以找服務人員預約。
kiosk-ticket-title = 請取走您的號碼牌
kiosk-follow = 用手機掃描，可以查看排隊情況
kiosk-called-how = 會在螢幕上顯示並用語音叫您的號碼。
kiosk-print = 列印
kiosk-done = 結束
kiosk-link = 用手機掃描開啟網頁
kiosk-forgets = { $seconds }秒後回到首頁，並清除您輸入的內容。
kiosk-go-on = 繼續
