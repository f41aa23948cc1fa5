# Ratings with one tap; nobody is asked twice.
choice-helpful = 👍 有幫助
choice-feedback-good = 👍 滿意
choice-feedback-bad = 👎 不滿意

feedback-thanks = 謝謝您。我們今後會參考您的意見。
feedback-why = 感謝您告訴我們。方便的話，請選一個原因。
feedback-visit = { $number }號的手續辦得怎麼樣？方便的話，請按一個按鈕告訴我們。

feedback-reason-wrong-topic = 不是我想問的
feedback-reason-out-of-date = 內容過時了
feedback-reason-hard-to-understand = 不容易看懂
feedback-reason-not-enough = 說明不夠
feedback-reason-wait = 等候時間長
feedback-reason-explanation = 說明不清楚
feedback-reason-language = 語言不通
feedback-reason-came-again = 一次沒辦完
feedback-reason-late = 回覆太慢
feedback-reason-not-solved = 沒有解決
feedback-reason-other = 其他
