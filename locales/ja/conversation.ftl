# The conversation itself.

welcome =
    { $city }の{ $counter }です。質問や予約をそのままお書きください。
    例：「電子証明書の更新に必要なものは？」「来週の火曜の午後に行きたい」
help =
    ご質問をそのままお書きいただくか、下からお選びください。
    「やめる」「戻る」「最初から」「言語を変える」「職員と話す」はいつでもお使いいただけます。
thanks = どういたしまして。ほかにもありましたら、いつでもお書きください。
secret-masked = 個人番号や暗証番号などの大切な番号は保存していません。この案内では番号は必要ありませんので、書かなくて大丈夫です。
unintelligible = 文字のメッセージだけお読みできます。お手数ですが、文字でお書きください。
first-text-stands = 送信後に編集された文は反映されず、最初の文のまま受け付けています。直す場合は、もう一度お送りください。
stopped = 途中の手続きをやめました。予約の内容は変わっていません。
nothing-to-stop = 途中の手続きはありません。ご用件をお書きください。
started-over = 最初からやり直します。
nothing-before = これより前には戻れません。ご用件をお選びください。
stale-button = そのボタンは前のやりとりのものです。いまの内容をご確認ください。
language-ask = どの言語でご案内しますか。
language-changed = 日本語でご案内します。
language-offer = 日本語でご案内できます。
server-trouble = 申し訳ありません。ただいまうまく動いておりません。少し待ってからもう一度お試しいただくか、{ $phone } へお電話ください。
too-fast = メッセージが続けて届いています。少し待ってからお送りください。
form-resume = では、予約の続きです。
unclear = 申し訳ありません。読み取れませんでした。言い方を変えるか、下からお選びください。

# Formats. `weekday` counts from 1 for Monday.
date = { $month }月{ $day }日（{ $weekday ->
    [1] 月
    [2] 火
    [3] 水
    [4] 木
    [5] 金
    [6] 土
   *[7] 日
}）
time = { $hour }時{ $minute ->
    [0] { "" }
   *[other] { $minute }分
}
list-separator = 、
promise-within = { $minutes }分以内
promise-after = { $date } { $time }以降

# Buttons.
choice-yes = はい
choice-none-of-these = この中にない
choice-unhelpful = 👎 役に立たなかった
choice-add-procedure = ほかの手続きも一緒に
choice-days-from = { $date }からの日
choice-times-from = { $time }からの時間
choice-confirm-booking = この内容で予約する
choice-confirm-cancel = 予約を取り消す
choice-confirm = はい
choice-back = 戻る
choice-start-over = 最初から
choice-stop = やめる
choice-resume = 予約を続ける
choice-show = 予約を見る
choice-change = 日時を変える
choice-cancel = 予約を取り消す
choice-change-one = { $date } { $time }の予約を変える
choice-cancel-one = { $date } { $time }の予約を取り消す
choice-coming = 行きます
choice-documents = 持ち物を見る
choice-withdraw-case = 職員への連絡を取りやめる
choice-accept-case = 担当する
choice-close-case = 対応を終える
action-book = 予約する
action-change = 予約を変える
action-cancel = 予約を取り消す
action-my-reservation = 予約を確認する
action-staff = 職員に聞く
action-ticket = 番号札を取る
action-check-in = 着いたことを知らせる
action-documents = 持ち物を調べる
action-language = 言語を変える / Language
action-wait-time = 待ち時間を知る
choice-keep = 予約はそのまま
choice-documents-of = 持ち物：{ $procedure }
date-year = { $year }年{ $month }月{ $day }日
