# A person: what the citizen reads …

case-opened = 職員におつなぎします（受付番号 { $case }）。お返事は{ $promise }の見込みで、ここに届きます。お急ぎのときは { $phone } へお電話ください。
case-opened-closed = 職員におつなぎします（受付番号 { $case }）。いまは窓口の時間外です。お返事は{ $promise }に、ここに届きます。
case-opened-after-misses = うまくお答えできず申し訳ありません。職員におつなぎします（受付番号 { $case }）。お返事は{ $promise }の見込みで、ここに届きます。お急ぎのときは { $phone } へお電話ください。
case-opened-after-misses-closed = うまくお答えできず申し訳ありません。職員におつなぎします（受付番号 { $case }）。いまは窓口の時間外です。お返事は{ $promise }に、ここに届きます。
case-opened-for-risk = 大切なことですので、職員にもお知らせしました（受付番号 { $case }）。お返事は{ $promise }の見込みで、ここに届きます。
case-opened-for-risk-closed = 大切なことですので、職員にもお知らせしました（受付番号 { $case }）。いまは窓口の時間外です。お返事は{ $promise }に、ここに届きます。
case-waits = すでに職員におつなぎしています（受付番号 { $case }）。お返事は{ $promise }の見込みです。お急ぎのときは { $phone } へお電話ください。
case-waits-closed = すでに職員におつなぎしています（受付番号 { $case }）。いまは窓口の時間外です。お返事は{ $promise }です。
case-accepted = 職員が担当します（受付番号 { $case }）。このままお書きください。
case-relayed = 職員にお伝えしました（受付番号 { $case }）。お返事をお待ちください。
case-noted = 職員への連絡に書き加えました（受付番号 { $case }）。ほかのご質問や予約も、このままお書きいただけます。
staff-says =
    職員より（受付番号 { $case }）：
    { $text }
case-closed = 職員の対応が終わりました（受付番号 { $case }）。続きはこの案内が承ります。
case-idle = 受付番号 { $case } は、しばらくやりとりがなかったため終わりにしました。お返事が届いていない場合は申し訳ありません。もう一度「職員に聞く」を選ぶか、{ $phone } へお電話ください。
case-withdrawn = 職員への連絡を取りやめました（受付番号 { $case }）。

# … and what the staff read.
handoff =
    ■ { $case } { $trigger ->
        [wish] 職員を希望
        [misses] 案内で解決せず
       *[risk] 至急：紛失・盗難・不正利用の疑い
    }
    受付 { $opened }／返答の約束 { $promise }
    言語 { $language }（{ $known ->
        [chosen] 本人が選択
       *[guessed] 推定
    }）／経路 { $channel }
    用件 { $topic }
    最後の言葉「{ $last }」
    案内した回答 { $shown }
    答えられなかった質問 { $missed }
    手続き中 { $form }
    予約 { $reservations }
    注意 本人確認はしていません。伏せた番号 { $masked }件
    使えそうな回答 { $suggestions }

    このメッセージに返信すると、そのまま市民へ届きます。
handoff-none = なし
handoff-form = { $kind ->
        [change] 変更
       *[new] 予約
    }の途中（{ $step ->
        [procedure] 手続き
        [office] 窓口
        [day] 日
        [time] 時間
       *[confirm] 確認
    }の前）{ $details }
channel-telegram = Telegram
channel-web = ウェブ
channel-console = 端末
staff-citizen-said =
    { $case } 市民より（{ $language }）：
    { $text }
staff-withdrawn = { $case } 市民が連絡を取りやめました。
staff-accepted = { $case } を担当します。市民に伝えました。
staff-closed = { $case } の対応を終えました。続きは案内が承ります。
staff-case-over = { $case } はすでに終わっています。市民には届いていません。
staff-case-unknown = どの受付番号への返信か分かりません。■で始まるメッセージに返信してください。市民には届いていません。
staff-undelivered = ✗ { $case } への返信を市民に届けられませんでした。電話など別の方法をご検討ください。
staff-help = ■で始まるメッセージに返信すると、市民へ届きます。「担当する」「対応を終える」のボタンもお使いください。
