# Answers. `answer` is the reviewed text, word for word.

answer =
    【{ $question }】
    { $answer }

    （{ $reviewed }に確認した内容です）
answer-elsewhere =
    この言語の回答はまだ確認中です。確認済みの文をそのままお見せします。

    【{ $question }】
    { $answer }

    （{ $reviewed }に確認した内容です）
answer-withheld = 「{ $question }」の回答は、いま内容を確認しています。お急ぎのときは { $phone } へお電話ください。
did-you-mean = 「{ $question }」についてのご質問ですか。
choose-one = 近いものはこちらです。お選びください。
feedback-noted = ご意見をありがとうございます。職員が回答を見直すときの参考にします。次の中にお探しのものはありますか。言い方を変えて書いていただくこともできます。
no-answer =
    申し訳ありません。そのご質問への確認済みの回答がありません。
    言い方を変えて書いていただくか、職員にお聞きください。お電話は { $phone } です。
documents-ask = どの手続きの持ち物ですか。
documents =
    【{ $procedure }の持ち物】
    { $documents }

procedure-pickup = マイナンバーカードの受け取り
    .documents =
        ・交付通知書（はがき）
        ・本人確認書類（運転免許証など1点、または保険の資格確認書など2点）
        ・お持ちの方は、通知カード、住民基本台帳カード、古いマイナンバーカード
        ご本人がお越しください。代理の方が来られるときは、先に職員へご確認ください。
procedure-certificate = 電子証明書の更新・発行
    .documents =
        ・マイナンバーカード
        ・暗証番号（数字4桁と、英数字6〜16文字）
        暗証番号が分からないときは、本人確認書類をもう1点お持ちください。
procedure-pin = 暗証番号の再設定
    .documents =
        ・マイナンバーカード
        ・本人確認書類をもう1点（運転免許証、資格確認書など）
        ご本人がお越しください。
procedure-application = カードの申請（はじめて・更新・再交付）
    .documents =
        ・交付申請書（お持ちの方）
        ・本人確認書類
        ・顔写真（縦4.5cm×横3.5cm、6か月以内に撮ったもの）
        ・いまお持ちのマイナンバーカード（更新の方）
procedure-address = 住所・氏名の書き換え、転入後の継続利用
    .documents =
        ・マイナンバーカード（家族の分もすべて）
        ・暗証番号（数字4桁。署名用電子証明書も作る方は英数字6〜16文字も）
procedure-stay = 在留期間の延長にともなうカードの期限変更
    .documents =
        ・マイナンバーカード
        ・新しい在留カード
        ・暗証番号（数字4桁）
        カードの期限の日までにお越しください。
procedure-insurance = 健康保険証利用・公金受取口座の登録
    .documents =
        ・マイナンバーカード
        ・暗証番号（数字4桁）
        ・口座の登録は、ご本人名義の口座が分かるもの
