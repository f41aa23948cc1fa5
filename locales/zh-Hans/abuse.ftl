# What is said to those who are limited or blocked. The first line stands below every refusal.

emergency-line = 卡片遗失、被盗或被冒用：请随时（24小时）拨打 { $hotline }（外语 { $foreign }）。火灾、急救请拨119，案件、事故请拨110。
too-many = 目前来自同一线路的使用较多。请稍后再试。如果紧急，请致电 { $phone }（日语）。
blocked =
    在{ $until }之前，您无法使用本咨询服务。
    { $reason ->
         [flood] 原因：短时间内发送了大量消息。
         [insults] 原因：使用了侮辱性的言语。
         [threats] 原因：使用了威胁性的言语。
         [false-reservations] 原因：多次预约后没有前来。
        *[other] 原因：妨碍了窗口的工作。
    }
    您现有的预约仍然有效，也可以照常取消预约和使用号码牌。其他事项请致电 { $phone }（日语）。
    { $appeal ->
         [made] 您的异议已受理（受理编号 { $case }）。工作人员会进行确认。
        *[open] 如果您认为有误，请按“提出异议”。工作人员会进行确认。
    }
block-lifted = 您可以重新使用本咨询服务了。
choice-appeal = 提出异议
