# A person: what the citizen reads. What the staff read is always Japanese.

case-opened = 現在為您轉接服務人員（受理編號 { $case }）。預計{ $promise }在這裡回覆您。如有急事，請致電 { $phone }（日語）。
case-opened-closed = 現在為您轉接服務人員（受理編號 { $case }）。目前不在窗口時間內。將於{ $promise }在這裡回覆您。
case-opened-after-misses = 抱歉，沒能幫上忙。現在為您轉接服務人員（受理編號 { $case }）。預計{ $promise }在這裡回覆您。如有急事，請致電 { $phone }（日語）。
case-opened-after-misses-closed = 抱歉，沒能幫上忙。現在為您轉接服務人員（受理編號 { $case }）。目前不在窗口時間內。將於{ $promise }在這裡回覆您。
case-opened-for-risk = 因為事關重要，我們也通知了服務人員（受理編號 { $case }）。預計{ $promise }在這裡回覆您。
case-opened-for-risk-closed = 因為事關重要，我們也通知了服務人員（受理編號 { $case }）。目前不在窗口時間內。將於{ $promise }在這裡回覆您。
case-waits = 服務人員已經收到您的諮詢（受理編號 { $case }）。預計{ $promise }回覆您。如有急事，請致電 { $phone }（日語）。
case-waits-closed = 服務人員已經收到您的諮詢（受理編號 { $case }）。目前不在窗口時間內。將於{ $promise }回覆您。
case-accepted = 現在由服務人員為您服務（受理編號 { $case }）。請直接留言。
case-relayed = 已轉告服務人員（受理編號 { $case }）。請等候回覆。
case-noted = 已補充到您的諮詢中（受理編號 { $case }）。您可以繼續在這裡提問或預約。
staff-says =
    服務人員（受理編號 { $case }）：
    { $text }
staff-says-translated =
    服務人員（受理編號 { $case }）。以下是機器翻譯，可能有誤：
    { $translated }

    原文：
    { $text }
staff-says-untranslated =
    服務人員（受理編號 { $case }）。以下是服務人員的原文，未經翻譯：
    { $text }
case-closed = 服務人員已結束您的諮詢（受理編號 { $case }）。接下來由本服務繼續為您服務。
case-idle = 受理編號 { $case } 因長時間沒有留言，已經結束。如果您還在等候回覆，非常抱歉：請再次選擇「找服務人員」，或致電 { $phone }（日語）。
case-withdrawn = 已告知服務人員您不再需要回覆（受理編號 { $case }）。
