# A person takes over: what the citizen reads beside the phrases in staff.ftl.

promise-by = { $date }{ $time }前
case-opened-for-anger = 造成您的不便，非常抱歉。接下來由服務人員直接與您溝通（受理編號 { $case }）。預計{ $promise }在這裡回覆您。您也可以致電 { $phone }（日語）。
case-opened-for-anger-closed = 造成您的不便，非常抱歉。接下來由服務人員直接與您溝通（受理編號 { $case }）。目前不在窗口時間內。將於{ $promise }在這裡回覆您。
case-entry =
    服務人員（受理編號 { $case }）：請看以下內容。

    { $question }

    { $answer }

    （此內容於{ $reviewed }確認）
case-relayed-closed = 已轉告服務人員（受理編號 { $case }）。目前不在窗口時間內。將於{ $promise }在這裡回覆您。
case-handed-on = 現在由另一位服務人員為您服務（受理編號 { $case }）。您之前的留言，這位服務人員都看得到。
case-late = 非常抱歉，沒能在約定的時間內回覆您（受理編號 { $case }）。服務人員正在確認。預計{ $promise }回覆您。如有急事，請致電 { $phone }（日語）。
choice-call-back = 請打電話給我
choice-call-at = { $date }{ $from }～{ $until }
call-ask-time = 服務人員會打電話給您（受理編號 { $case }）。請選擇您方便的時間。
call-no-time = 非常抱歉，服務人員能打電話的時間目前都已約滿。請致電 { $phone }（日語），或在這裡等候回覆（受理編號 { $case }）。
call-ask-number = 我們會在{ $date }{ $from }～{ $until }打電話給您（受理編號 { $case }）。請寫下您的電話號碼。號碼只有服務人員看得到，事情辦完後就會刪除。
call-number-unclear = 沒能讀出電話號碼。請寫以0開頭的號碼（國外號碼請以+開頭）。
call-noted = 好的。服務人員會在{ $date }{ $from }～{ $until }打電話給您（受理編號 { $case }）。如需更改，請再次選擇「請打電話給我」。
case-sent-on = 接下來由{ $place }繼續為您辦理。請在那裡告知這個號碼：{ $code }。您之前說的內容，我們已經轉告。
case-counter = { $office }的{ $counter }號窗口
