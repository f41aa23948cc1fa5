# Ratings with one tap; nobody is asked twice.
choice-helpful = 👍 有帮助
choice-feedback-good = 👍 满意
choice-feedback-bad = 👎 不满意

feedback-thanks = 谢谢您。我们今后会参考您的反馈。
feedback-why = 感谢您告诉我们。方便的话，请选一个原因。
feedback-visit = { $number }号的手续办得怎么样？方便的话，请点一个按钮告诉我们。

feedback-reason-wrong-topic = 不是我想问的
feedback-reason-out-of-date = 内容过时了
feedback-reason-hard-to-understand = 不容易看懂
feedback-reason-not-enough = 说明不够
feedback-reason-wait = 等待时间长
feedback-reason-explanation = 说明不清楚
feedback-reason-language = 语言不通
feedback-reason-came-again = 一次没办完
feedback-reason-late = 答复太慢
feedback-reason-not-solved = 没有解决
feedback-reason-other = 其他
