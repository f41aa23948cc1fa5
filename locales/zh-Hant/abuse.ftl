# What is said to those who are limited or blocked. The first line stands below every refusal.

emergency-line = 卡片遺失、被盜或遭冒用：請隨時（24小時）撥打 { $hotline }（中文等外語 { $foreign }）。火災、救護請撥119，案件、事故請撥110。
too-many = 目前來自同一網路的連線較多。請稍後再試。如有急事，請致電 { $phone }（日語）。
blocked =
    在{ $until }之前，您無法使用本服務。
    { $reason ->
         [flood] 原因：短時間內傳送了大量訊息。
         [insults] 原因：使用了侮辱性的言語。
         [threats] 原因：使用了威脅性的言語。
         [false-reservations] 原因：多次預約後沒有前來。
        *[other] 原因：妨礙了窗口的工作。
    }
    您現有的預約仍然有效，也可以照常取消預約和使用號碼牌（番号札）。其他事項請致電 { $phone }（日語）。
    { $appeal ->
         [made] 已收到您的異議（受理編號 { $case }）。服務人員會查證。
        *[open] 如果您認為有誤，請按「提出異議」。服務人員會查證。
    }
block-lifted = 使用限制已解除。您可以重新使用本服務了。
choice-appeal = 提出異議
