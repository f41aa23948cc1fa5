# What is said to those who are limited or blocked. The first line stands below every refusal.

emergency-line = 卡丢失、被盗或被冒用：请随时（24小时）拨打 { $hotline }（中文等外语 { $foreign }）。火灾、急救请拨119，案件、事故请拨110。
too-many = 目前来自同一网络的访问较多。请稍后再试。如有急事，请致电 { $phone }（日语）。
blocked =
    在{ $until }之前，您无法使用本服务。
    { $reason ->
         [flood] 原因：短时间内发送了大量消息。
         [insults] 原因：使用了侮辱性的言语。
         [threats] 原因：使用了威胁性的言语。
         [false-reservations] 原因：多次预约后没有前来。
        *[other] 原因：妨碍了窗口的工作。
    }
    您现有的预约仍然有效，也可以照常取消预约和使用号码牌（番号札）。其他事项请致电 { $phone }（日语）。
    { $appeal ->
         [made] 已收到您的异议（受理编号 { $case }）。工作人员会核实。
        *[open] 如果您认为有误，请点“提出异议”。工作人员会核实。
    }
block-lifted = 使用限制已解除。您可以重新使用本服务了。
choice-appeal = 提出异议
