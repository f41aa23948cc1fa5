# Answers. `answer` is the reviewed text, word for word.

answer =
    「{ $question }」
    { $answer }

    （此內容於{ $reviewed }確認）
answer-elsewhere =
    繁體中文的回答還在確認中。以下是已確認的原文。

    「{ $question }」
    { $answer }

    （此內容於{ $reviewed }確認）
answer-withheld = 「{ $question }」的回答正在確認內容。如有急事，請致電 { $phone }（日語）。
did-you-mean = 您想問的是「{ $question }」嗎？
choose-one = 以下是比較接近的內容，請選擇。
feedback-noted = 感謝您的意見。服務人員檢討回答時會參考。下面有您要找的內容嗎？您也可以換個說法再問。方便的話，也請選一下哪裡不合適。
no-answer =
    抱歉，這個問題目前沒有已確認的回答。
    請換個說法再問，或洽詢服務人員。電話是 { $phone }（日語）。
documents-ask = 您想查哪項手續要帶的東西？
documents =
    要帶的東西：{ $procedure }
    { $documents }

procedure-pickup = 領取個人編號卡（受け取り）
    .documents =
        - 領卡通知書（交付通知書，明信片）
        - 身分證明文件（本人確認書類）：駕照、在留卡等1件，或資格確認書等2件
        - 如有：通知卡（通知カード）、住民基本台帳卡（住民基本台帳カード）、舊的個人編號卡
        請本人前來。需要由別人代領時，請先洽詢服務人員。
procedure-certificate = 電子憑證的更新、核發（電子証明書）
    .documents =
        - 個人編號卡
        - 密碼（暗証番号）：4位數字的，以及英文字母加數字6～16位的
        不知道密碼時，請再帶1件身分證明文件。
procedure-pin = 重新設定密碼（暗証番号）
    .documents =
        - 個人編號卡
        - 另外1件身分證明文件（駕照、在留卡、資格確認書等）
        請本人前來。
procedure-application = 申請卡片：首次、更新、補發（申請）
    .documents =
        - 卡片申請書（交付申請書，如有）
        - 身分證明文件（本人確認書類）
        - 照片（高4.5cm×寬3.5cm，6個月以內拍攝）
        - 目前的個人編號卡（更新的人）
procedure-address = 更改地址或姓名、遷入後繼續使用卡片
    .documents =
        - 個人編號卡（包括所有家人的）
        - 4位數字的密碼（暗証番号）。還要辦簽章用電子憑證時，另需英文字母加數字6～16位的密碼
procedure-stay = 在留期間延長後，變更卡片的有效期限（在留期間）
    .documents =
        - 個人編號卡
        - 新的在留卡（在留カード）
        - 4位數字的密碼（暗証番号）
        請在卡片的有效期限到期之前前來。
procedure-insurance = 登錄健康保險證使用、公款領取帳戶
    .documents =
        - 個人編號卡
        - 4位數字的密碼（暗証番号）
        - 登錄公款領取帳戶（公金受取口座）時：能看出本人名義銀行帳戶的東西
