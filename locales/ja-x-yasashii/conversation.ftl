# The conversation itself.

welcome =
    { $city } { $counter }の チャットです。聞（き）きたい ことを そのまま 書（か）いて ください。予約（よやく＝いく ひと じかんを さきに きめる こと）も できます。
    例（れい）：「電子証明書（でんし しょうめいしょ）を 新（あたら）しく したいです。何（なに）が いりますか」「来週（らいしゅう）の 火曜日（かようび）の 午後（ごご）に 行（い）きたいです」
help =
    聞（き）きたい ことを そのまま 書（か）いて ください。下（した）から 選（えら）ぶ ことも できます。
    いつでも、次（つぎ）の ことばを 書く ことが できます。「やめる」「もどる」「はじめから」「ことばを かえる」「ひとと はなす」
thanks = どういたしまして。ほかにも 聞（き）きたい ことが あれば、いつでも 書（か）いて ください。
secret-masked = 個人番号（こじん ばんごう＝マイナンバー）や 暗証番号（あんしょう ばんごう＝ひみつの ばんごう）などは、書（か）かなくて いいです。この チャットでは 使（つか）いません。あなたが 書いた 大切（たいせつ）な 番号（ばんごう）は、残（のこ）して いません。
unintelligible = 文字（もじ）で 書（か）いて ください。ここでは、文字の メッセージだけ 読（よ）む ことが できます。
first-text-stands = 送（おく）った あとに 直（なお）した 文（ぶん）は、とどきません。はじめに 送った 文の ままです。変（か）えたい ときは、もう一度（いちど） 送って ください。
stopped = とちゅうの 手続（てつづ）きを やめました。予約（よやく）は 変（か）わって いません。
nothing-to-stop = とちゅうの 手続（てつづ）きは ありません。したい ことを 書（か）いて ください。
started-over = はじめから します。
nothing-before = これより 前（まえ）には もどれません。したい ことを 選（えら）んで ください。
stale-button = それは 前（まえ）の ボタンです。今（いま）の 内容（ないよう）を 見（み）て ください。
language-ask = どの ことばが いいですか。
language-changed = やさしい 日本語（にほんご）で 話（はな）します。
language-offer = やさしい 日本語（にほんご）で 話（はな）す ことが できます。
server-trouble = すみません。今（いま）、うまく 動（うご）きません。少（すこ）し 待（ま）って、もう 一度（いちど） やって ください。または、{ $phone } に 電話（でんわ）して ください。
too-fast = 少（すこ）し 待（ま）ってから 送（おく）って ください。メッセージが 続（つづ）けて 来（き）て います。
form-resume = では、予約（よやく）の 続（つづ）きです。
unclear = すみません。わかりませんでした。ほかの ことばで 書（か）いて ください。または、下（した）から 選（えら）んで ください。

# Formats. `weekday` counts from 1 for Monday. 分 is ふん after 2, 5, 7 and 9, else ぷん.
date = { $month }月（がつ）{ $day }日（{ $day ->
    [1] ついたち
    [2] ふつか
    [3] みっか
    [4] よっか
    [5] いつか
    [6] むいか
    [7] なのか
    [8] ようか
    [9] ここのか
    [10] とおか
    [14] じゅうよっか
    [20] はつか
    [24] にじゅうよっか
   *[other] にち
}） { $weekday ->
    [1] 月曜日（げつようび）
    [2] 火曜日（かようび）
    [3] 水曜日（すいようび）
    [4] 木曜日（もくようび）
    [5] 金曜日（きんようび）
    [6] 土曜日（どようび）
   *[7] 日曜日（にちようび）
}
time = { $hour }時（じ）{ $minute ->
    [0] { "" }
    [2] { " " }{ $minute }分（ふん）
    [5] { " " }{ $minute }分（ふん）
    [7] { " " }{ $minute }分（ふん）
    [9] { " " }{ $minute }分（ふん）
    [12] { " " }{ $minute }分（ふん）
    [15] { " " }{ $minute }分（ふん）
    [17] { " " }{ $minute }分（ふん）
    [19] { " " }{ $minute }分（ふん）
    [22] { " " }{ $minute }分（ふん）
    [25] { " " }{ $minute }分（ふん）
    [27] { " " }{ $minute }分（ふん）
    [29] { " " }{ $minute }分（ふん）
    [32] { " " }{ $minute }分（ふん）
    [35] { " " }{ $minute }分（ふん）
    [37] { " " }{ $minute }分（ふん）
    [39] { " " }{ $minute }分（ふん）
    [42] { " " }{ $minute }分（ふん）
    [45] { " " }{ $minute }分（ふん）
    [47] { " " }{ $minute }分（ふん）
    [49] { " " }{ $minute }分（ふん）
    [52] { " " }{ $minute }分（ふん）
    [55] { " " }{ $minute }分（ふん）
    [57] { " " }{ $minute }分（ふん）
    [59] { " " }{ $minute }分（ふん）
   *[other] { " " }{ $minute }分（ぷん）
}
list-separator = 、
promise-within = { $minutes }分（{ $minutes ->
    [5] ふん
    [15] ふん
    [25] ふん
    [35] ふん
    [45] ふん
    [55] ふん
   *[other] ぷん
}） 以内（いない）
promise-after = { $date } { $time }から 後（あと）

# Buttons.
choice-yes = はい
choice-none-of-these = この 中（なか）に ない
choice-unhelpful = 👎 役（やく）に 立（た）たなかった
choice-add-procedure = ほかの 手続（てつづ）きも する
choice-days-from = ほかの 日（ひ）：{ $date }から
choice-times-from = { $time }から 後（あと）
choice-confirm-booking = これで 予約（よやく）する
choice-confirm-cancel = 予約（よやく）を やめる
choice-confirm = はい
choice-back = もどる
choice-start-over = はじめから
choice-stop = やめる
choice-resume = 予約（よやく）を 続（つづ）ける
choice-show = 予約（よやく）を 見（み）る
choice-change = 日（ひ）と 時間（じかん）を 変（か）える
choice-cancel = 予約（よやく）を やめる
choice-change-one = { $date } { $time }の 予約（よやく）を 変（か）える
choice-cancel-one = { $date } { $time }の 予約（よやく）を やめる
choice-coming = 行（い）きます
choice-documents = 持（も）って いく ものを 見（み）る
choice-withdraw-case = 職員（しょくいん）に 聞（き）くのを やめる
choice-accept-case = 担当（たんとう）する
choice-close-case = 対応（たいおう）を 終（お）える
action-book = 予約（よやく）する
action-change = 予約（よやく）を 変（か）える
action-cancel = 予約（よやく）を やめる
action-my-reservation = 私（わたし）の 予約（よやく）を 見（み）る
action-staff = 職員（しょくいん）に 聞（き）く
action-ticket = 番号札（ばんごうふだ）を 取（と）る
action-check-in = 着（つ）いた ことを 知（し）らせる
action-documents = 持（も）って いく ものを 調（しら）べる
action-language = ことばを 変（か）える / Language
action-wait-time = 待（ま）つ 時間（じかん）を 知（し）る
choice-keep = 予約（よやく）は そのまま
choice-documents-of = 持（も）って くる もの：{ $procedure }
date-year = { $year }年（ねん）{ $month }月（がつ）{ $day }日（にち）
