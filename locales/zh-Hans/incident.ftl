# What is said around an incident. The line with the hotlines stands below the first phrase.

desk-paused =
    因需要进行确认，本咨询服务暂停使用。如果紧急，请致电 { $phone }（日语）。
    您的预约仍然有效。请稍后再重新发送您的内容。
