# What is said around an incident. The line with the hotlines stands below the first phrase.

desk-paused =
    因需要确认情况，本服务暂停使用。如有急事，请致电 { $phone }（日语）。
    您的预约仍然有效。请稍后再发送一次您的消息。
