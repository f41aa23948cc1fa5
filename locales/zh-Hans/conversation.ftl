# The conversation itself.

welcome =
    这里是{ $city }的{ $counter }。请直接输入问题，或写下您想来的时间。
    例如：“更新电子证书要带什么？”“12/15 10:30”
help =
    请输入您的问题，或从下面选择。
    “停止”“返回”“重新开始”“换语言”“找工作人员”随时都可以使用。
thanks = 不客气。有需要时，欢迎随时留言。
secret-masked = 您留言中的个人编号、密码等重要号码，我们没有保存。在这里不需要这些号码，请不要填写。
unintelligible = 我们只能看懂文字信息。请用文字输入您的问题。
first-text-stands = 发送后再编辑的内容不会更新，我们以您最初发送的为准。如需更正，请重新发送一条。
stopped = 已停止。您的预约没有变动。
nothing-to-stop = 现在没有正在办理的内容。请问您需要什么？
started-over = 好的，我们重新开始。
nothing-before = 不能再往前返回了。请问您需要什么？
stale-button = 这个按钮是之前步骤的。现在的步骤如下。
language-ask = 言語 / Language：请选择语言。
language-changed = 接下来用简体中文为您服务。
language-offer = 我们可以用简体中文为您服务。
server-trouble = 抱歉，系统出了点问题。请稍后再试，或致电 { $phone }（日语）。
too-fast = 您发送得太快了。请稍等一下再发送。
form-resume = 现在继续刚才的预约。
unclear = 抱歉，没能看懂。请换个说法，或从下面选择。

# Formats. `weekday` counts from 1 for Monday.
date = { $month }月{ $day }日（{ $weekday ->
    [1] 周一
    [2] 周二
    [3] 周三
    [4] 周四
    [5] 周五
    [6] 周六
   *[7] 周日
}）
time = { $hour }:{ $minute2 }
list-separator = 、
promise-within = { $minutes }分钟内
promise-after = { $date }{ $time }以后

# Buttons.
choice-yes = 是
choice-none-of-these = 这里面没有
choice-unhelpful = 👎 没有帮助
choice-add-procedure = 再加一个手续
choice-days-from = { $date }以后的日期
choice-times-from = { $time }以后的时间
choice-confirm-booking = 就预约这个
choice-confirm-cancel = 取消这个预约
choice-confirm = 是
choice-back = 返回
choice-start-over = 重新开始
choice-stop = 停止
choice-resume = 继续预约
choice-show = 查看预约
choice-change = 更改日期时间
choice-cancel = 取消预约
choice-change-one = 更改{ $date }{ $time }
choice-cancel-one = 取消{ $date }{ $time }
choice-coming = 我会去
choice-documents = 查看要带的东西
choice-withdraw-case = 不需要工作人员了
choice-accept-case = 接手
choice-close-case = 结束
action-book = 预约
action-change = 更改预约
action-cancel = 取消预约
action-my-reservation = 我的预约
action-staff = 找工作人员
action-ticket = 取号码牌
action-check-in = 我到了
action-documents = 查要带的东西
action-language = 语言 / 言語 / Language
action-wait-time = 等待时间
choice-keep = 保留预约
choice-documents-of = 要带的东西：{ $procedure }
date-year = { $year }年{ $month }月{ $day }日
