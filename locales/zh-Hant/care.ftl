# The helpers around a visit: how long the card lasts, which procedure it is, what to bring.

care-resume = 現在繼續剛才的內容。
care-point = - { $text }
month-year = { $year }年{ $month }月

# How long the card lasts. `standing` says whether the date is over, can be renewed now, or later.
expiry-ask = 為您查詢卡片的有效期限，以及從什麼時候起可以更新。請選擇您知道的內容。您輸入的日期不會保存。
expiry-ask-printed =
    請寫下卡片正面印的有效期限（有効期限）。
    例如：2031年5月10日、2031-05-10
expiry-ask-issued =
    請寫下卡片的核發日期（不是領取的日期）。記不清楚時，寫大概的日期也可以。
    例如：2024年5月1日、2024-05-01
expiry-ask-renewed = 那張卡片是在之前的卡片到期之前的3個月內更新的嗎？
expiry-ask-birth =
    請寫下持卡人的出生日期。只用於計算，不會保存。
    例如：1985年3月3日、1985-03-03
expiry-ask-stay =
    請寫下卡片正面印的有效期限（在留期間的屆滿日）。
    例如：2027年4月30日、2027-04-30
expiry-ask-permit = 卡片的有效期限到{ $end }。請問在留期間的更新目前辦到哪一步了？
expiry-ask-order = 請問是哪個日期？
expiry-ask-birth-order = 這種寫法有兩種讀法。請問第一個數字是日還是月？
expiry-date-unclear = 抱歉，沒能讀出日期。請把年、月、日寫完整。
expiry-date-implausible = 這個日期無法計算。請確認年份，再寫一次。
expiry-result = { $lines }
expiry-guide = 以上僅供參考，請以卡片上印的日期為準。電子憑證的有效期限可以在窗口或Mynaportal確認。
expiry-card = { $standing ->
    [over] 卡片的有效期限到{ $end }，已經過期。請申請新卡。繳回舊卡的話免費。
    [now] 卡片的有效期限到{ $end }。現在可以申請更新。製卡需要1～2個月，請儘早申請。
   *[later] 卡片的有效期限到{ $end }。從{ $from }起可以申請更新。
}
expiry-certificate = { $standing ->
    [over] 電子憑證（電子証明書）的有效期限到{ $end }，如果沒有更新過，就已經過期。可以在窗口重新核發（免費）。
    [now] 電子憑證（電子証明書）的有效期限到{ $end }。現在可以在窗口更新（免費）。
   *[later] 電子憑證（電子証明書）的有效期限到{ $end }。從{ $from }起可以在窗口更新（免費）。
}
expiry-certificate-with-card = 電子憑證（電子証明書）也和卡片同一天到期。更新卡片的話，電子憑證也會一起更新。
expiry-certificate-by-print = { $standing ->
    [over] 如果是18歲以上時辦的卡片，電子憑證（電子証明書）的有效期限到{ $end }，沒有更新過的話已經過期。如果是未滿18歲時辦的卡片，和卡片同一天到期。
    [now] 如果是18歲以上時辦的卡片，電子憑證（電子証明書）的有效期限到{ $end }，現在可以更新。如果是未滿18歲時辦的卡片，和卡片同一天到期。
   *[later] 如果是18歲以上時辦的卡片，電子憑證（電子証明書）的有效期限到{ $end }，從{ $from }起可以更新。如果是未滿18歲時辦的卡片，和卡片同一天到期。
}
expiry-signature-from = 簽章用電子憑證（署名用電子証明書）從滿15歲的{ $from }起，需要的話可以在窗口核發。
expiry-insurance-until = 作為健康保險證可以用到{ $until }，但請儘早更新。
expiry-near-age-limit = 有效期限因申請當天的年齡而不同，您的情況正好在年齡界線附近。請看卡片上印的日期，或向窗口確認。
expiry-leap-day = 2月29日出生的人，以2月28日計算。請向窗口確認。
expiry-stay-granted = 請在{ $end }之前（含當天）來窗口，卡片的有效期限可以延長到新的在留期間屆滿日（免費）。最長到發卡後的第10個生日（未滿18歲是第5個）。延長後電子憑證（電子証明書）就不能用了，請一併重新核發（免費）。
expiry-stay-pending = 請在{ $end }之前（含當天）來窗口，可以延長到{ $until }，只限1次（特例期間延長，免費）。請攜帶個人編號卡和4位數字的密碼（暗証番号），以及蓋有「在留期間更新許可申請中」印章的在留卡（在留カード）（線上申請的人請帶受理通知郵件）。許可下來後，請再來一次。
expiry-stay-not-yet = 卡片的有效期限到{ $end }。在留期間更新了，卡片的有效期限也不會自動延長，也不會收到通知。請先向入管申請更新，許可下來後，在{ $end }之前（含當天）來窗口。來不及的話，申請期間可以延長2個月，只限1次。
expiry-stay-over = 卡片已在{ $end }到期，不能延長。請申請新卡。需要1個月以上，手續費1,000日圓。

renewal-kept = { $month }會提醒您一次。我們只保存這個月份。
renewal-dropped = { $kind ->
    [card] 不再傳送更新卡片的提醒。
    [certificate] 不再傳送更新電子憑證的提醒。
   *[stay] 不再傳送與在留期間有關的提醒。
}
renewal-due = { $kind ->
    [card] 現在可以更新個人編號卡了。製卡需要1～2個月，請儘早申請。
    [certificate] 現在可以更新電子憑證（電子証明書）了。請帶卡片來窗口，還需要密碼（暗証番号）。
   *[stay] 個人編號卡快到期了。更新在留期間後，請在卡片到期之前來窗口延長有效期限。
}

choice-expiry = 查卡片的有效期限
choice-expiry-again = 用別的日期查
choice-have-printed = 知道卡片的有效期限
choice-have-birth = 知道出生日期和核發日期
choice-have-stay = 有在留期間的外國籍人士
choice-renewed = 是，在到期之前更新的
choice-not-renewed = 不是，或不清楚
choice-permit-granted = 許可已下來
choice-permit-pending = 申請中
choice-permit-not-yet = 還沒申請
choice-day-first = 日在前
choice-month-first = 月在前
choice-remind = { $kind ->
    [card] { $month }提醒我（卡片）
    [certificate] { $month }提醒我（電子憑證）
   *[stay] { $month }提醒我（在留期間）
}
choice-unremind = { $kind ->
    [card] 取消提醒（卡片）
    [certificate] 取消提醒（電子憑證）
   *[stay] 取消提醒（在留期間）
}

# Which procedure it is. Questions:
choice-finder = 不知道要辦哪項手續
choice-book-for = 預約：{ $procedures }
find-ask-what = 幫您找要辦的手續。請問是什麼事？
find-ask-who = 請問誰來窗口？
find-ask-who-applies = 請問是誰的卡片？在窗口申請時，持卡人本人必須前來。
find-ask-reason = 請問本人不能來的理由是什麼？
find-ask-which-date = 通知或信封上寫的是哪個有效期限？
find-ask-letter = 到期通知裡附帶的查詢兼回覆書（照会書兼回答書）還在嗎？
find-ask-pin-state = 請問密碼（暗証番号）是什麼情況？
find-ask-move = 請問有什麼變更？
find-ask-signature = 用於e-Tax等的簽章用電子憑證（署名用電子証明書），地址或姓名變了就不能用了。要重新辦理嗎？
find-ask-nationality = 請問持卡人的國籍是？
find-ask-lost =
    請先打電話停用卡片（24小時，免費）。
    { $national }（語音提示選2號，日語）
    { $foreign }（中文等外語）

    請問是在哪裡遺失的？
find-ask-stay-state = 請問在留期間的更新目前辦到哪一步了？
find-ask-new-card = 請問要申請哪種卡片？
find-ask-insurance = 請問要登錄什麼？
find-ask-other = 可能是其他窗口的事。請選擇比較接近的。

# Answers:
find-collect = 收到明信片、領卡
find-notice = 收到更新通知、快到期
find-pin-trouble = 忘記密碼、密碼被鎖
find-moved = 搬家、改名
find-card-lost = 卡片遺失、被盜
find-stay = 在留期間快到期、已延長
find-new = 辦新卡、卡片壞了
find-use-it = 登錄健康保險證、領款帳戶
find-something-else = 其他
find-myself = 本人
find-with-child = 未滿15歲的孩子和父母（法定代理人）
find-somebody-else = 只有代理人來
find-good-reason = 75歲以上、高中以下學生上學、長期住院、入住機構、身心障礙、需要照護或支援（要介護・要支援）、懷孕、留學等
find-busy = 工作忙、上下班、短期旅行
find-card-date = 卡片的有效期限
find-certificate-date = 電子憑證（電子証明書）的有效期限
find-not-sure = 不清楚
find-has-letter = 有
find-no-letter = 沒有
find-pin-forgotten = 忘記了、被鎖
find-pin-known = 知道密碼，想更改
find-into-city = 從別的市區町村搬來
find-within-city = 在市內搬家
find-out-of-city = 搬到別的市區町村
find-abroad = 搬到國外
find-name-changed = 姓名變了
find-with-signature = 重新辦理
find-without-signature = 不辦
find-japanese = 日本
find-other-nationality = 日本以外
find-lost-outside = 在家外面、被盜
find-lost-at-home = 在家裡、不清楚
find-found-again = 停用後又找到了
find-stay-granted = 許可已下來
find-stay-pending = 申請中
find-stay-not-yet = 還沒申請
find-stay-passed = 卡片已過期
find-permanent = 永住者、特別永住者等
find-first = 第一次辦
find-damaged = 卡片壞了
find-as-insurance-card = 當健康保險證用
find-money-account = 公款領取帳戶（公金受取口座）
find-insurance-itself = 加入或退出健康保險、資格確認書
find-records = 住民票、印鑑登記證明、戶籍
find-passport = 護照
find-pension = 年金
find-portal = Mynaportal的操作
find-visa = 在留資格、在留卡（在留カード）
find-licence = 駕照
find-none-of-it = 這裡面沒有

# What was found.
find-found =
    您要辦的手續：{ $procedures }（約{ $minutes }分鐘）

    來的人：{ $visitor }
    請攜帶
    { $documents }{ $some ->
        [yes] { "" }

            請注意
            { $notes }
       *[no] { "" }
    }
find-note-think-of-pins = 請事先想好密碼：4位數字的，以及英文字母加數字6～16位的。
find-note-child-comes-too = 請和孩子一起來。
find-note-fill-in-postcard = 明信片上的回覆書、委託書、密碼，請本人填寫。密碼要用遮蓋貼紙蓋住。
find-note-come-yourself = 工作忙或短期旅行，不能由代理人領取。市政府指定的星期日，窗口也開放。
find-note-apply-online = 也可以用智慧型手機或郵寄申請，不來窗口也可以。
find-note-collect-later = 製卡需要1～2個月。做好後請再來一次領取。
find-note-free-with-old-card = 繳回舊卡的話免費。
find-note-sealed-letter = 查詢兼回覆書請本人全部填寫（包括目前的密碼）並封好。請不要打開，直接帶來。如有漏填或密碼不對，需要再來一次。
find-note-two-visits = 共要來2次：請先來窗口申請，之後查詢兼回覆書（照会書兼回答書）會寄給本人。請攜帶本人填寫並封好的查詢兼回覆書，再來一次。
find-note-kiosk-reset = 簽章用（署名用，英文字母加數字6～16位）和使用者驗證用（利用者証明用，4位數字）的密碼中還記得一個的話，另一個也可以用應用程式和便利商店的機器重設（免費）。其他密碼和已過期的電子憑證，請在窗口辦理。
find-note-file-the-move = 請先在搬家起14天以內辦遷入登記（転入届）或市內搬家登記（転居届）。請攜帶全家人的卡片。
find-note-within-ninety-days = 請在遷入登記（転入届）起90天以內，辦理繼續使用卡片的手續（継続利用）。不辦的話，卡片就不能用了。
find-note-household-may-come = 更改卡片上地址和繼續使用的手續，同一戶的人知道4位數字的密碼的話也可以辦理。簽章用電子憑證（署名用電子証明書）也要核發時，請攜帶本人寫好密碼並封好的委託書（委任状）。
find-note-register-first = 請在辦完戶籍申報、住民票上的姓名變更之後再來。
find-note-before-leaving = 請最晚在出國前一天，和遷往國外的申報（転出届）一起辦理。在國外也可以繼續用卡片。
find-note-suspend-first = 請先打電話停用卡片：{ $national }（24小時，語音提示選2號，日語），中文等外語 { $foreign }
find-note-tell-police = 請報警，並記下受理編號（受理番号）。
find-note-reissue-fee = 手續費1,000日圓（不含電子憑證時800日圓）。依原因有時免費。
find-note-fast-issue = 遺失申報起30天以內，也可以申請約1週做好的急件發卡（特急発行，2,000日圓）。
find-note-lift-suspension = 解除暫停使用只能在窗口辦理。請攜帶卡片和身分證明文件（本人確認書類）。簽章用電子憑證會重新核發。
find-note-before-the-date = 請在卡片到期之前來。過期後不能延長。
find-note-data-takes-time = 入管的資訊傳到市政府，有時需要1天左右。建議預約許可下來的隔天以後。
find-note-certificates-anew = 延長有效期限後，電子憑證（電子証明書）就不能用了。請一併重新核發（免費）。
find-note-two-months-more = 申請期間可以延長2個月，只限1次。請攜帶蓋有「在留期間更新許可申請中」印章的在留卡（在留カード），或受理通知郵件。許可下來後，請再來一次。
find-note-too-late-to-extend = 過期的卡片不能延長，要申請新卡。
find-note-bring-the-card = 請把壞了的卡片也帶來。

# Where it is done instead.
find-place-expiry-helper = 為您查詢哪個有效期限快到了。請在下面繼續。
find-place-home = 知道目前的密碼時，可以用Mynaportal應用程式更改，不來窗口也可以。不成功時，請致電 { $phone }（日語）。
find-place-new-city = 請在市民課或Mynaportal辦遷出登記（転出届）。卡片的手續在搬去的市區町村的窗口辦理。請攜帶卡片，在搬家起14天以內辦遷入登記（転入届）。
find-place-moving-out = 辦遷往國外的申報（転出届）時，請把卡片繳回市民課。外國國籍的人的卡片，在遷出那天就不能用了。
find-place-immigration = 在留手續在入管（出入国在留管理庁）辦理，電話 { $immigration }。許可下來後，請在卡片到期之前來這個窗口。
find-place-insurance-section = 加入健康保險和資格確認書的事，請洽詢您加入的健康保險；國民健康保險（国民健康保険）請洽詢市政府的保險部門，電話 { $phone }（日語）。
find-place-citizens-section = 住民票、印鑑登記證明（印鑑証明）、戶籍（戸籍）證明在市民課辦理，電話 { $phone }（日語）。有卡片和4位數字密碼的話，有些在便利商店也能領取。
find-place-passport-office = 護照在這個窗口不辦理。在哪裡申請，請洽詢 { $phone }（日語）。
find-place-pension-office = 年金在這個窗口不辦理。請洽詢年金事務所，或市政府的年金部門 { $phone }（日語）。
find-place-portal-phone = Mynaportal的操作，請致電My Number綜合免費電話 { $national }（日語）洽詢。中文等外語請致電 { $portal }。
find-place-police = 把駕照資訊寫入卡片的手續，在警察署或駕照考場辦理。
find-place-staff = 在這裡查不到。請洽詢服務人員，或致電 { $phone }（日語）。

# What to bring.
choice-papers = 核對要帶的東西
choice-ticked = 就這些
visitor-myself = 本人
visitor-guardian = 孩子或受監護人，和父母、法定代理人
visitor-proxy = 代理人
papers-ask-visitor = 一起核對要帶的東西：{ $procedures }。請問誰來？
papers-list =
    要帶的東西：{ $procedures }（來的人：{ $visitor }）。請點選已準備好的。選完後，請按「就這些」。

    { $list }
papers-ab =
    A類：附照片的證件（駕照、護照、在留卡、身心障礙者手冊等）
    B類：寫有姓名，以及出生日期或地址的文件（資格確認書、年金手冊、學生證等）
    都要正本，在有效期限內，並與目前的地址和姓名一致。
papers-complete =
    都齊全了。當天請別忘了攜帶。{ $some ->
        [yes] { "" }

            以下東西，只需符合情況的人攜帶。
            { $perhaps }
       *[no] { "" }
    }
papers-missing =
    還不夠。請準備以下東西。
    { $needs }

    到預約那天還備不齊時，請更改日期時間。文件的事，請洽詢服務人員，或致電 { $phone }（日語）。

item-notice-postcard = 領卡通知書（交付通知書，明信片）
item-proxy-postcard = 領卡通知書（交付通知書，本人寫好回覆書、委託書、密碼的）
item-card = 個人編號卡
item-old-card = 舊的個人編號卡
item-tsuchi-card = 通知卡（通知カード）
item-juki-card = 住民基本台帳卡（住民基本台帳カード）
item-residence-card = 新的在留卡（在留カード）
item-application-form = 卡片申請書（交付申請書）
item-photo = 照片（高4.5cm×寬3.5cm，6個月以內拍攝）
item-pin = 4位數字的密碼（暗証番号）
item-signature-pin = 英文字母加數字6～16位的密碼
item-sealed-answer = 封好的查詢兼回覆書（照会書兼回答書）
item-account = 能看出本人名義銀行帳戶的東西
item-fee = 手續費（遺失或弄壞時）
item-guardian-proof = 戶籍（戸籍）或登記事項證明書（登記事項証明書），3個月以內
item-reason-proof = 能證明不能來的理由的文件
item-photo-certificate = 大頭照證明書（個人番号カード顔写真証明書）
item-id-a = 本人的A類文件
item-id-a-second = 本人的A類文件（第2件）
item-id-b = 本人的B類文件
item-id-b-second = 本人的B類文件（第2件）
item-companion-id-a = 父母、代理人的A類文件
item-companion-id-a-second = 父母、代理人的A類文件（第2件）
item-companion-id-b = 父母、代理人的B類文件
item-companion-id-b-second = 父母、代理人的B類文件（第2件）

need-perhaps = { $item }（只需符合情況的人）
need-identity = { $bearer ->
    [holder] 本人的身分證明文件：
   *[companion] 法定代理人或代理人的身分證明文件：
}{ $proof ->
    [one-of-any] A類或B類1件
    [one-with-photo] A類1件
    [one-or-two] A類1件，或B類2件
   *[two-with-photo] 2件（A類2件，或A類、B類各1件）
}
need-postcard-or-more = 領卡通知書（交付通知書，明信片）和本人的身分證明文件（A類1件，或B類2件）。沒有明信片時：A類2件，或A類、B類各1件，或通知卡（通知カード）和B類2件
need-pins-or-identity = 密碼（4位數字的，以及英文字母加數字6～16位的）。不知道時：本人的身分證明文件（A類或B類）1件
need-holder-or-photo-certificate = 本人的身分證明文件：2件（A類2件，或A類、B類各1件）。沒有A類時：B類2件和大頭照證明書（個人番号カード顔写真証明書）
