# A person takes over: what the citizen reads beside the phrases in staff.ftl.

promise-by = { $date }{ $time }前
case-opened-for-anger = 给您带来不便，非常抱歉。接下来由工作人员直接与您沟通（受理编号 { $case }）。预计{ $promise }在这里答复您。您也可以致电 { $phone }（日语）。
case-opened-for-anger-closed = 给您带来不便，非常抱歉。接下来由工作人员直接与您沟通（受理编号 { $case }）。现在不在窗口时间内。将于{ $promise }在这里答复您。
case-entry =
    工作人员（受理编号 { $case }）：请看以下内容。

    { $question }

    { $answer }

    （此内容于{ $reviewed }确认）
case-relayed-closed = 已转告工作人员（受理编号 { $case }）。现在不在窗口时间内。将于{ $promise }在这里答复您。
case-handed-on = 现在由另一位工作人员为您服务（受理编号 { $case }）。您之前的留言，这位工作人员都能看到。
case-late = 非常抱歉，没能在约定的时间内答复您（受理编号 { $case }）。工作人员正在确认。预计{ $promise }答复您。如有急事，请致电 { $phone }（日语）。
choice-call-back = 请给我打电话
choice-call-at = { $date }{ $from }～{ $until }
call-ask-time = 工作人员会给您打电话（受理编号 { $case }）。请选择您方便的时间。
call-no-time = 非常抱歉，工作人员能打电话的时间目前都已约满。请致电 { $phone }（日语），或在这里等待答复（受理编号 { $case }）。
call-ask-number = 我们会在{ $date }{ $from }～{ $until }给您打电话（受理编号 { $case }）。请写下您的电话号码。号码只有工作人员能看到，事情办完后就会删除。
call-number-unclear = 没能读出电话号码。请写以0开头的号码（国外号码请以+开头）。
call-noted = 好的。工作人员会在{ $date }{ $from }～{ $until }给您打电话（受理编号 { $case }）。如需更改，请再次选择“请给我打电话”。
case-sent-on = 接下来由{ $place }继续为您办理。请在那里告知这个号码：{ $code }。您之前说的内容，我们已经转告。
case-counter = { $office }的{ $counter }号窗口
