# What is said to those who are limited or blocked. The first line stands below every refusal.

emergency-line = カードの紛失・盗難・不正利用は、24時間いつでも { $hotline }（外国語 { $foreign }）へ。火事・救急は119、事件・事故は110へお電話ください。
too-many = ただいま、同じ回線からの利用が多くなっています。しばらくしてからお試しください。お急ぎのときは { $phone } へお電話ください。
blocked =
    { $until }まで、この案内のご利用を停止しています。
    { $reason ->
         [flood] 理由：短い間にたくさんのメッセージが届いたため
         [insults] 理由：人を傷つける言葉があったため
         [threats] 理由：脅しにあたる言葉があったため
         [false-reservations] 理由：ご来庁のない予約がくり返されたため
        *[other] 理由：窓口の業務に支障があったため
    }
    今ある予約はそのままです。予約の取り消しと番号札の利用は、今までどおりできます。ご用件は { $phone } へお電話ください。
    { $appeal ->
         [made] 異議は受け付けました（受付番号 { $case }）。職員が確認します。
        *[open] 間違いだと思われるときは、「異議を申し出る」を押してください。職員が確認します。
    }
block-lifted = ご利用の停止は終わりました。またご利用いただけます。
choice-appeal = 異議を申し出る

# To the staff.
staff-appeal =
    { $case } は利用停止への異議です。
    停止 { $until }まで／設定 { $by }／理由 { $reason ->
         [flood] 大量の送信
         [insults] 侮辱
         [threats] 脅迫
         [false-reservations] 虚偽の予約
        *[other] その他
    }
    解除は「利用停止」のページでできます。

# The page of the blocks.
staff-blocks = 利用停止
staff-blocks-hint = 停止中の人には、期限・理由・電話番号・緊急の連絡先だけをお答えします。予約はそのまま有効で、予約の取り消しと番号札の利用はできます。緊急の案内は止まりません。
staff-blocks-none = 利用停止はありません。
staff-blocks-who = 相手
staff-blocks-reason = 理由
staff-blocks-since = 開始
staff-blocks-until = 期限
staff-blocks-by = 設定した人
staff-blocks-state = 状態
staff-blocks-on = 停止中
staff-blocks-over = 終了
staff-blocks-lifted = 解除（{ $who }）
staff-blocks-appeal = 異議
staff-blocks-lift = 解除する
staff-blocks-new = 新しく停止する
staff-blocks-case = 受付番号（例 K-1001）
staff-blocks-days = 日数（1～90日）
staff-blocks-set = 停止する
staff-blocks-choose = 理由を選んでください
staff-blocks-done = 利用を停止し、相手に知らせました。
staff-blocks-lift-done = 停止を解除し、相手に知らせました。
staff-blocks-no-case = この受付番号の連絡は見つかりません。番号を確かめてください。
staff-blocks-bad-days = 日数は1から90までの数で入れてください。
staff-blocks-bad-reason = 理由を選んでください。
staff-blocks-already = すでに停止中です。期限を変えるときは、いったん解除してください。
staff-blocks-is-over = この停止はすでに終わっています。
staff-blocks-flood = 大量の送信
staff-blocks-insults = 侮辱
staff-blocks-threats = 脅迫
staff-blocks-false-reservations = 虚偽の予約
staff-blocks-other = その他（業務の妨げ）
