# A person: what the citizen reads. What the staff read is always Japanese.

case-opened = 现在为您转接工作人员（受理编号 { $case }）。预计{ $promise }在这里答复您。如有急事，请致电 { $phone }（日语）。
case-opened-closed = 现在为您转接工作人员（受理编号 { $case }）。现在不在窗口时间内。将于{ $promise }在这里答复您。
case-opened-after-misses = 抱歉，没能帮到您。现在为您转接工作人员（受理编号 { $case }）。预计{ $promise }在这里答复您。如有急事，请致电 { $phone }（日语）。
case-opened-after-misses-closed = 抱歉，没能帮到您。现在为您转接工作人员（受理编号 { $case }）。现在不在窗口时间内。将于{ $promise }在这里答复您。
case-opened-for-risk = 因为事关重要，我们也通知了工作人员（受理编号 { $case }）。预计{ $promise }在这里答复您。
case-opened-for-risk-closed = 因为事关重要，我们也通知了工作人员（受理编号 { $case }）。现在不在窗口时间内。将于{ $promise }在这里答复您。
case-waits = 工作人员已经收到您的咨询（受理编号 { $case }）。预计{ $promise }答复您。如有急事，请致电 { $phone }（日语）。
case-waits-closed = 工作人员已经收到您的咨询（受理编号 { $case }）。现在不在窗口时间内。将于{ $promise }答复您。
case-accepted = 现在由工作人员为您服务（受理编号 { $case }）。请直接留言。
case-relayed = 已转告工作人员（受理编号 { $case }）。请等待答复。
case-noted = 已补充到您的咨询中（受理编号 { $case }）。您可以继续在这里提问或预约。
staff-says =
    工作人员（受理编号 { $case }）：
    { $text }
staff-says-translated =
    工作人员（受理编号 { $case }）。以下是机器翻译，可能有误：
    { $translated }

    原文：
    { $text }
staff-says-untranslated =
    工作人员（受理编号 { $case }）。以下是工作人员的原文，未经翻译：
    { $text }
case-closed = 工作人员已结束您的咨询（受理编号 { $case }）。接下来由本服务继续为您服务。
case-idle = 受理编号 { $case } 因长时间没有留言，已经结束。如果您还在等待答复，非常抱歉：请再次选择“找工作人员”，或致电 { $phone }（日语）。
case-withdrawn = 已告知工作人员您不再需要答复（受理编号 { $case }）。
