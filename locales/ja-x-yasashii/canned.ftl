# Sentences that staff send with a click; what is filled in was checked.

canned-come-to-counter = { $office }の { $counter }番（ばん）の 窓口（まどぐち）に 来（き）て ください。
canned-come-on = { $date }の { $time }に、{ $office }に 来（き）て ください。
canned-bring = 来（く）る とき、「{ $document }」を 持（も）って きて ください。
canned-in-person = ここでは、あなたが だれか わかりません。だから、答（こた）える ことが できません。本人確認書類（ほんにん かくにん しょるい＝あなただと わかる もの）を 持（も）って、窓口（まどぐち）に 来（き）て ください。
canned-show-sheet = { $office }の { $counter }番（ばん）の 窓口（まどぐち）で、この 紙（かみ）か 画面（がめん）を 見（み）せて ください。
canned-no-reservation-needed = 「{ $procedure }」は、予約（よやく）しなくて いいです。窓口（まどぐち）が 開（あ）いて いる 時間（じかん）に 来（き）て ください。
canned-reservation-needed = 「{ $procedure }」は、予約（よやく）して ください。職員（しょくいん）との 話（はなし）が 終（お）わった あと、この チャットで 予約できます。
canned-card-ready = あなたの カードが できました。交付通知書（こうふ つうちしょ＝カードが できた おしらせの はがき）を 持（も）って、取（と）りに 来（き）て ください。
canned-card-not-ready = カードは まだ できて いません。カードが できたら、交付通知書（こうふ つうちしょ＝カードが できた おしらせの はがき）を 郵便（ゆうびん）で 送（おく）ります。
canned-reservation-unknown = その 予約番号（よやく ばんごう）の 予約は 見（み）つかりません。番号（ばんごう）を もう 一度（いちど） 見て ください。
canned-reservation-moved = 予約（よやく）を 変（か）えました。新（あたら）しい 予約は、{ $date }の { $time }、{ $office }です。
canned-reservation-cancelled = { $date }の { $time }の 予約（よやく）を やめました。
canned-checking = 今（いま）、調（しら）べて います。少（すこ）し 待（ま）って ください。
canned-checking-minutes = 今（いま）、調（しら）べて います。{ $minutes }分（{ $minutes ->
    [2] ふん
    [5] ふん
    [7] ふん
    [9] ふん
    [12] ふん
    [15] ふん
    [17] ふん
    [19] ふん
    [22] ふん
    [25] ふん
    [27] ふん
    [29] ふん
    [32] ふん
    [35] ふん
    [37] ふん
    [39] ふん
    [42] ふん
    [45] ふん
    [47] ふん
    [49] ふん
    [52] ふん
    [55] ふん
    [57] ふん
    [59] ふん
   *[other] ぷん
}） くらい 待（ま）って ください。
canned-we-call = { $date }の { $time }ごろ、職員（しょくいん）が あなたに 電話（でんわ）します。
canned-sorry-for-wait = 長（なが）い 時間（じかん） 待（ま）たせて、すみません。順番（じゅんばん）に 答（こた）えて います。もう 少（すこ）し 待って ください。
canned-outage = 今（いま）、市役所（しやくしょ）の コンピューターが 動（うご）きません。手続（てつづ）きが できません。{ $time }ごろから できる 予定（よてい）です。
canned-outage-over = 市役所（しやくしょ）の コンピューターが 直（なお）りました。今（いま）、手続（てつづ）きが できます。
canned-other-office = 「{ $procedure }」は、{ $office }で できます。
canned-other-department = その ことは、「{ $department }」が 担当（たんとう）です。市役所（しやくしょ）の 案内（あんない）の 人（ひと）に、この 名前（なまえ）を 見（み）せて ください。
canned-call = { $phone } に 電話（でんわ）して ください。
canned-interpreter = 通訳（つうやく）が 必要（ひつよう）な 人（ひと）は、{ $phone } に 電話（でんわ）して ください。
canned-fee = 手数料（てすうりょう＝てつづきの おかね）を 知（し）りたい ときは、職員（しょくいん）との 話（はなし）が 終（お）わった あと、この チャットに「手数料」と 書（か）いて ください。
canned-more-detail = もう 少（すこ）し くわしく 書（か）いて ください。どの 手続（てつづ）きの 質問（しつもん）ですか。
canned-one-question = 質問（しつもん）は、一（ひと）つずつ 書（か）いて ください。
canned-no-numbers = マイナンバーと 暗証番号（あんしょう ばんごう＝ひみつの ばんごう）は、書（か）かないで ください。カードの 写真（しゃしん）も 送（おく）らないで ください。
canned-anything-else = ありがとうございます。ほかに 聞（き）きたい ことが ありますか。
