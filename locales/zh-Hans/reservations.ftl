# Several people, the waiting list, kept times, closed days, missed visits, and one's own data.

procedures-people = { $procedures }（{ $people }人）
choice-count-people = 2人以上一起去
choice-people = { $people }人
ask-people =
    请问有几个人要办手续（最多{ $most }人）？

    孩子也算1人。未满15岁的孩子，请和家长或监护人一起来。
people-too-many = 一次最多可以预约{ $most }人。人数更多时，请找工作人员，或致电 { $phone }（日语）。
people-limit = 您的预约合计最多{ $most }人。人数更多时，请找工作人员，或致电 { $phone }（日语）。
day-limit = { $date }您已经有{ $most }个预约。请选择其他日期。
time-double = 您在{ $date } { $time }已有预约，请选择其他时间。
day-too-soon = { $date }的预约已截止。请从{ $first }起的日期中选择。
change-too-late = 更改或取消，请在预约时间的{ $minutes }分钟之前办理。现在请致电 { $phone }（日语）。
choice-time-quiet = { $time }（往年人少）

# The waiting list. A wish is for one day or for several, for any time or for a part of the day.
choice-wait-day = 候补{ $date }
choice-wait-any = 登记候补
choice-wait-leave = 退出候补
wait-joined =
    已为您登记候补（キャンセル待ち）。有空位时会通知您。

    希望时间：{ $one-day ->
        [yes] { $first }
       *[no] { $first }～{ $last }
    }{ $part ->
        [yes] ，{ $from }～{ $to }
       *[no] { "" }
    }
    地点：{ $office }
    手续：{ $procedures }

    发出通知后，我们为您保留{ $minutes }分钟。{ $replaces ->
        [yes] 之前的候补已取消。
       *[no] { "" }
    }
wait-listed =
    您正在候补（キャンセル待ち）。有空位时会通知您。

    希望时间：{ $one-day ->
        [yes] { $first }
       *[no] { $first }～{ $last }
    }{ $part ->
        [yes] ，{ $from }～{ $to }
       *[no] { "" }
    }
    地点：{ $office }
    手续：{ $procedures }
wait-none = 您没有登记候补。预约时写上已满的日期，就可以候补。
wait-left = 已退出候补。
wait-over = 候补期间（{ $first }～{ $last }）已结束。没有等到空位，非常抱歉。请选择其他日期。
wait-offer =
    有空位了，为您保留到{ $until }。

    时间：{ $date }{ $time }
    地点：{ $place }
    手续：{ $procedures }

    过了{ $until }，名额会转给下一位。
choice-take-offer = 预约这个时间
choice-decline-offer = 不要这个时间
offer-gone = 这个时间已经不能预约了。
offer-declined = { $stays ->
    [yes] 好的，这个时间不为您保留了。候补继续，顺序排到最后。
   *[no] 好的，这个时间不为您保留了。候补已结束。
}
offer-lapsed = { $stays ->
    [yes] 保留的时间已过，名额已转给下一位。候补继续，顺序排到最后。
   *[no] 保留的时间已过，名额已转给下一位。候补已结束。
}

# A closed day. The kept times are on the buttons below.
closing-news =
    { $reason ->
        [outage] 因全国系统停止运行，
        [weather] 因天气恶劣，
       *[other] 因故，
    }您预约的{ $date }{ $time }窗口不能开放。给您添麻烦了，非常抱歉。

    预约号：{ $code }
    手续：{ $procedures }

    { $times ->
        [0] 请点“更改日期时间”，选择其他日期。
       *[other] 我们为您保留了其他时间，到{ $until }为止。请选择一个。
    }
closing-offer =
    您预约的{ $date }{ $time }（{ $code }）窗口不能开放。

    { $times ->
        [0] 请点“更改日期时间”，选择其他日期。
       *[other] 我们为您保留了其他时间，到{ $until }为止。请选择一个。
    }
closing-lifted = 窗口将照常开放，您在{ $date } { $time }的预约（{ $code }）仍然有效。
closing-lapsed = 为{ $date }{ $time }的预约（{ $code }）准备的其他时间，已不再保留。请点“更改日期时间”重新选择，或致电 { $phone }（日语）。

# A missed visit.
no-show =
    { $date }{ $time }的预约，我们没有确认到您前来。

    请在您方便的日子重新预约。如果您当时来了，请告诉工作人员。
no-show-limit = 因为多次预约后没有前来，目前只能预约{ $days }天以内的日期。

# A reservation made from another telephone.
code-ask-day = 请问预约是哪天？为了核对，请输入日期（例如：12月5日）。
code-refused = 预约号和日期没有核对成功。请再确认一下，或致电 { $phone }（日语）。
code-locked = 核对次数已达上限。请明天再试，或致电 { $phone }（日语）。
code-shared = 核对成功。从这里也可以更改或取消。

# What is kept about the resident.
choice-my-data = 我的数据
choice-messages-on = 接收通知
choice-messages-off = 停止通知
choice-erase-data = 删除数据
choice-confirm-erase = 删除
choice-keep-data = 不删除
messages-off = 已停止通知（预约前的提醒等）。您的提问，我们照常回答。
messages-on = 今后会给您发送通知。
term-days = { $days }天
my-data =
    我们保存的数据如下。

    { $lines }
    通知：{ $messages ->
        [yes] 接收
       *[no] 不接收
    }

    我们不保存个人编号和密码。
my-data-line = { $what ->
    [nothing] 目前没有保存任何数据。
    [messages] 对话：{ $count }条（各自在{ $term }后删除）
    [upcoming] 今后的预约：{ $count }个
    [past] 过去的预约：{ $count }个（保留到来窗口之日后{ $term }）
    [waits] 候补：{ $count }个（保留到所选最后一天后{ $term }）
    [renewals] 更新提醒：{ $count }件（保留到提醒月份后{ $term }）
    [ticket] 今天的号码牌：{ $count }张
    [tickets] 过去的号码牌：{ $count }张（保留到取票后{ $term }）
    [cases] 向工作人员的咨询：{ $count }个（保留到结束后{ $term }）
    [callback] 回电用的电话号码：{ $count }个（保留到咨询结束后{ $term }）
    [feedback] 评价：{ $count }个（{ $term }后不再与您关联）
   *[block] { $until }之前不能在此留言（记录再保留{ $term }）
}
# The button below it on the web, and the line in other places that leads there.
my-data-copy = 下载我的数据副本
my-data-web = 在网页聊天中，可以下载该聊天的数据副本：{ $link }
ask-erase =
    要删除对话、向工作人员的咨询、评价与您的关联、过去的预约和号码牌、候补以及更新提醒吗？在别处做的预约，从这里就看不到了。删除后无法恢复。

    { $stays }
erase-line = { $what ->
    [upcoming] 今后的{ $count }个预约会保留，因为窗口会等您来。
    [ticket] 今天的号码牌会保留到叫号为止。
    [block] { $until }之前不能留言的限制会保留。
    [case] 向工作人员的咨询（{ $case }）将结束。
   *[log] 操作记录会保留{ $term }，其中不含您写的内容。
}
erased =
    已删除。
    { $stays }

# Below a reservation: its page, with the calendar file and the code to show at the counter.
visit-page = 添加到日历、窗口用的二维码：{ $link }
visit-title = 您的预约
visit-calendar = 添加到日历
visit-qr = 请在窗口出示
visit-over = 此预约已取消或已结束。
visit-chat = 更改、取消或咨询请点这里
