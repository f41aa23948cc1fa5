# What is said around an incident. The line with the hotlines stands below the first phrase.

desk-paused =
    因需要確認情況，本服務暫停使用。如有急事，請致電 { $phone }（日語）。
    您的預約仍然有效。請稍後再傳送一次您的訊息。
