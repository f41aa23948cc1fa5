# The pages of the hall: the display, the touch panel, and the ticket on the phone.

# What they share.
hall-device-title = 此屏幕尚未登记
hall-device-text = 请在此屏幕上打开窗口负责人提供的登记链接。如需帮助，请致电 { $phone }（日语）。
hall-try-again = 再打开一次
hall-lost = 网络已断开。最后一次更新是{ $time }。正在自动重新连接。
hall-number = 号码
hall-due = 预约时间
hall-wait = 预计等待
hall-late = 因为已过预约时间，会在现在等候的人之后叫您。
hall-unforeseen = 现在无法预计等待时间。会按顺序叫号。

# The display. It is shown in Japanese and English.
board-title = 叫号信息
board-now = 正在叫号
board-nobody = 请等候叫号
board-counter = { $counter }号窗口
board-recent = 已叫过的号码
board-none-yet = 暂无
board-waiting = 正在等候
board-booked = 有预约
board-walk-in = 没有预约
board-people = { $people }人
board-order = 因为按预约时间叫号，有时不按号码顺序。
board-reservation-only = 这里的窗口只接待有预约的人。
board-closed = 现在窗口不开放。
board-sound = 打开语音叫号

# The ticket on the phone.
follow-title = 您的排队情况
follow-ahead = { $ahead ->
    [0] 下一位就是您。请在窗口前等候。
   *[other] 您前面还有{ $ahead }人。
}
follow-later = { $time }之前不会叫您。
follow-serving = 正在{ $counter }号窗口为您办理。
follow-where = 地点
follow-late = 要晚{ $minutes }分钟（请等我）
follow-save-needs = 转告工作人员
follow-papers = 查看预约和要带的东西
follow-chat = 咨询或预约
follow-keep-open = 请不要关闭此页面。叫您时，页面会变化，手机会发出声音并振动。
follow-refused = 现在不能这样操作。请看上面的排队情况。
follow-gone-title = 找不到号码牌
follow-gone-text = 号码牌（番号札）只在取号当天有效。还没办手续的话，请到窗口的取号机取号，或找工作人员。

# The touch panel.
kiosk-start = 回到首页
kiosk-language-title = 请选择语言
kiosk-menu-title = 请问您来办什么事？
kiosk-booked = 我有预约
kiosk-booked-hint = 用预约号或二维码登记到场
kiosk-ticket = 我要取号码牌（没有预约）
kiosk-ticket-hint = 先看等待时间，再取号码牌（番号札）
kiosk-question = 我有问题
kiosk-question-hint = 咨询手续和要带的东西
kiosk-staff = 如需帮助，请找工作人员。
kiosk-code-title = 预约到场登记
kiosk-code-label = 预约号（8位）
kiosk-code-hint = 请输入预约号，或将二维码对准读取器。
kiosk-check-in = 登记
kiosk-erase = 删除一位
kiosk-camera = 用摄像头扫描二维码
kiosk-camera-stop = 关闭摄像头
kiosk-camera-failed = 摄像头不能使用。请输入预约号。
kiosk-code-unknown = 没有找到这个预约号。请核对后再输入一次。
kiosk-code-too-often = 预约号多次输错，这台机器不能为您登记。请找工作人员。
kiosk-not-now-title = 没能为您取号
kiosk-already-here = 这个预约已经登记过了。如果号码牌丢了，请找工作人员。
kiosk-cancelled = 这个预约已取消。今天要办手续的话，请取号码牌。
kiosk-procedure-title = 请问办理什么手续？
kiosk-reservation-only = 这里的窗口只接待有预约的人。选择手续后，可以查看有空位的时间。
kiosk-people-title = 请问有几个人要办手续？
kiosk-people-hint = 孩子要办手续的话，也算1人。
kiosk-wait-title = 现在的等待时间
kiosk-not-now = 不取号码牌
kiosk-refused-title = 现在不能取号码牌
kiosk-free-title = 最近可以预约的时间
kiosk-book-phone = 用手机扫码就可以预约，也可以找工作人员预约。
kiosk-ticket-title = 请取走您的号码牌
kiosk-follow = 用手机扫码，可以查看排队情况
kiosk-called-how = 会在屏幕上显示并用语音叫您的号码。
kiosk-print = 打印
kiosk-done = 结束
kiosk-link = 用手机扫码打开页面
kiosk-forgets = { $seconds }秒后回到首页，并清除您输入的内容。
kiosk-go-on = 继续
