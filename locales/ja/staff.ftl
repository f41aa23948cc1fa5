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
staff-says-translated =
    職員より（受付番号 { $case }）。機械翻訳です：
    { $translated }

    原文：
    { $text }
staff-says-untranslated =
    職員より（受付番号 { $case }）。翻訳していない、職員が書いたままの文です：
    { $text }
case-closed = 職員の対応が終わりました（受付番号 { $case }）。続きはこの案内が承ります。
case-idle = 受付番号 { $case } は、しばらくやりとりがなかったため終わりにしました。お返事が届いていない場合は申し訳ありません。もう一度「職員に聞く」を選ぶか、{ $phone } へお電話ください。
case-withdrawn = 職員への連絡を取りやめました（受付番号 { $case }）。

# … and what the staff read.
handoff =
    ■ { $case } { $urgency ->
        [urgent] 【至急】
        [soon] 【急ぎ】
       *[normal] { "" }
    }{ $situation }
    { $lines }
    { $open ->
        [yes] （このメッセージに返信すると、市民へ届きます。職員だけのメモは /note と書いて送ります）
       *[no] （終了しました。返信しても市民には届きません）
    }
handoff-situation = { $what }（{ $trigger }・{ $language }）
handoff-unknown = 用件は未確認
handoff-standing = { $state ->
        [queued] 未対応
        [accepted] { $owner } が担当・未返信
        [answered] { $owner } が返信済み・市民の返事待ち
        [waiting] { $owner } が担当・要返信
       *[closed] 終了（{ $why ->
            [answered] 回答した
            [called] 電話で対応
            [visit] 窓口で対応
            [elsewhere] 他部署へ引継ぎ
            [returned] 案内へ戻した
            [failed] 連絡がつかない
            [abuse] 迷惑行為
            [withdrawn] 市民が取りやめ
           *[idle] やりとりなし
        }）
    }{ $waiting ->
        [yes] ／待ち { $minutes }／返答の約束 { $due }
       *[no] { "" }
    }／受付 { $opened }／{ $language }（{ $known ->
        [chosen] 本人が選択
       *[guessed] 推定
    }）／{ $channel }
handoff-last = 最後のメッセージ「{ $text }」
handoff-question = 質問「{ $text }」
handoff-shown = 案内した回答 { $text }
handoff-unhelpful = 役に立たなかった回答 { $text }
handoff-missed = 答えられなかった質問 { $text }
handoff-form-line = 手続き中 { $text }
handoff-booked = 予約 { $text }
handoff-booked-one = { $code } { $when } { $office } { $procedures } { $people }人{ $checked ->
        [yes] 、書類 { $of }点中{ $ready }点
       *[no] 、書類未確認
    }{ $changed ->
        [yes] （{ $changed-at }に変更）
       *[no] { "" }
    }
handoff-ticket = 番号札 { $text }
handoff-ticket-one = { $number } { $state ->
        [waiting] 待っている
        [called] 呼び出し中
        [serving] 窓口で対応中
        [parked] 保留中
        [missed] 呼び出しに来なかった
        [left] 帰った
       *[done] 済み
    }{ $has-needs ->
        [yes] （{ $needs }）
       *[no] { "" }
    }
handoff-call = ☎ 電話の約束 { $text }（番号は受付箱の画面で）
handoff-ask = 次に聞くこと { $text }
handoff-suggestions = 使えそうな回答 { $text }
handoff-safety = 注意 本人確認はしていません。伏せた番号 { $masked }件
handoff-near = 「{ $title }」に近い
handoff-soonest = できるだけ早く
staff-trigger-wish = 職員を希望
staff-trigger-misses = 案内で解決せず
staff-trigger-none-of-these = 候補に当てはまらず
staff-trigger-unhelpful = 回答が役に立たず
staff-trigger-risk = 紛失・盗難・不正利用の疑い
staff-trigger-form-trouble = 予約の入力でつまずき
staff-trigger-staff-only = 職員だけができる手続き
staff-trigger-anger = 強い不満
staff-trigger-appeal = 利用停止への異議
staff-urgency-normal = ふつう
staff-urgency-soon = 急ぎ
staff-urgency-urgent = 至急
staff-ask-suspended = カードの一時停止（0120-95-0178、24時間）に電話したか
staff-ask-police = 警察に届けたか（届出番号）
staff-ask-procedure = どの手続きか
staff-ask-for-whom = 本人が来るか、代理人か
staff-ask-reservation = 予約の有無と予約番号
staff-ask-what-failed = どこで困ったか
staff-ask-when = 都合のよい日時
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
staff-correction = 訂正：{ $text }
staff-withdrawn = { $case } 市民が連絡を取りやめました。
staff-accepted = { $case } を担当します。市民に伝えました。
staff-closed = { $case } の対応を終えました。続きは案内が承ります。
staff-case-over = { $case } はすでに終わっています。市民には届いていません。
staff-case-unknown = どの受付番号への返信か分かりません。■で始まるメッセージに返信してください。市民には届いていません。
staff-undelivered = ✗ { $case } への返信を市民に届けられませんでした。電話など別の方法をご検討ください。
staff-room-lacks =
    窓口の案内ボットの権限が足りません。グループの管理者の方は、設定をご確認ください。
    { $lacks }
staff-room-lack-topics = ・「トピックの管理」の権限がないため、案件ごとのトピックを作れません。それまでは、すべてこのチャットに届きます。ボットを管理者にし、「トピックの管理」を許可してください。
staff-room-lack-pace = ・「低速モード」のため、お知らせが遅れます。ボットを管理者にするか、低速モードを解除してください。
staff-room-complete = 窓口の案内ボットの権限がそろいました。
staff-room-talk-stays = このトピックでの会話は、市民に届きません。市民に答えるときは、ボットのメッセージに「返信」してください。内部メモは「/note メモの内容」です。
staff-room-only-words = 画像・スタンプ・音声・ファイルは市民に送れません。市民には何も届いていません。文章で返信してください。
staff-room-first-text-stands = { $case } 市民には、編集する前の文がすでに送られています。訂正は、新しい返信で送ってください。
staff-room-how-to-note = 内部メモは、案件のトピックの中か、■で始まるメッセージへの返信で「/note メモの内容」と書いてください。何も記録していません。
staff-room-no-such-command = 「/」で始まる文は市民に送りません。使えるのは /note（内部メモ）・/accept（担当する）・/close（対応を終える）です。
staff-help = ■で始まるメッセージに返信すると、市民へ届きます。「担当する」「対応を終える」のボタンもお使いください。

# The page for reviewing the answers.
staff-review-title = 回答の確認
staff-review-skip = 本文へ進む
staff-review-texts = 確認を待つ回答
staff-review-questions = 答えられなかった質問
staff-review-built-in = 組み込みの回答は、ここでは直せません。起動のときに --faq で回答のフォルダーを指定してください。
staff-review-none = 確認を待つ回答はありません。
staff-review-all-languages = すべての言語
staff-review-waiting = 確認待ち
staff-review-returned = 差し戻し
staff-review-stale = 日本語が変わった翻訳
staff-review-not-submitted = 提出前
staff-review-approved = 承認済み
staff-review-new-wordings = 新しい言い方
staff-review-entry = 項目
staff-review-language = 言語
staff-review-state = 状態
staff-review-written-by = 書いた人
staff-review-japanese = 日本語
staff-review-translation = 翻訳
staff-review-question = 質問
staff-review-answer = 回答
staff-review-spoken = 読み上げ
staff-review-wordings = 言い方
staff-review-rest = キーワード・案内先・出典・見直し期限
staff-review-japanese-changed = この訳は前回の承認から変わっていません。もとの日本語が変わりました。訳が今の日本語と合っているか確かめてください。
staff-review-double = その言い方は、ほかの項目にもうあります。同じ言い方は一つの項目にだけ置けます。
staff-review-difference = 前に承認した文との違い
staff-review-no-difference = 前に承認した文の記録がないため、違いは表示できません。
staff-review-first-time = 初めての確認です。
staff-review-faults = 機械による点検
staff-review-no-faults = 気になる点はありません。
staff-review-approve = 承認する
staff-review-return = 差し戻す
staff-review-comment = 差し戻す理由
staff-review-comment-needed = 差し戻すときは、理由を書いてください。
staff-review-own = ご自分で書いた文は承認できません。ほかの方が確認します。
staff-review-author = 承認と差し戻しは、市の確認者が行います。
staff-review-changed = 表示した後に文が変わりました。もう一度ご覧ください。
staff-review-hand-in = まだ提出されていません。書いた人が提出した後に確認してください。
staff-review-failed = 処理できませんでした。
staff-review-done-approve = 承認しました。すぐに案内に使われます。
staff-review-done-return = 差し戻しました。
staff-review-added = 消えた文は取り消し線、加わった文は下線で示します。
staff-review-no-questions = 答えられなかった質問はありません。
staff-review-times = 回
staff-review-first = 最初
staff-review-last = 最後
staff-review-kind-no-answer = 答えなし
staff-review-kind-none-of-these = 「この中にない」
staff-review-kind-unhelpful = 「役に立たなかった」
staff-review-nearest = 近い項目
staff-review-likeness = 近さ
staff-review-wording = 加える言い方（個人が分かる言葉は消してください）
staff-review-adopt = の言い方に加える
staff-review-draft = 新しい項目の下書きにする
staff-review-dismiss = 答えない（片づける）
staff-review-other-entry = ほかの項目に加える（項目の名前）
staff-review-adopt-other = この項目に加える
staff-review-done-adopt = 言い方を加え、確認待ちにしました。
staff-review-done-draft = 下書きを作りました。回答のフォルダーで答えを書いてください。
staff-review-done-dismiss = 片づけました。
staff-review-weeks = 週ごとの回数（左が4週間前）
staff-review-unnamed = （ボタンでの操作。文章なし）

# The visits of today, for sorting the cards.
staff-morning =
    { $date } { $office } 予約 { $count }件

    { $lines }
staff-morning-line = { $time } { $code } { $procedures }{ $changed ->
    [yes] { " " }●変更
   *[no] { "" }
}
