# A person takes over: what the citizen reads beside the phrases in staff.ftl …

promise-by = { $date } { $time }まで
case-opened-for-anger = ご不便をおかけして申し訳ありません。職員が直接お話をうかがいます（受付番号 { $case }）。お返事は{ $promise }の見込みで、ここに届きます。お電話は { $phone } で承ります。
case-opened-for-anger-closed = ご不便をおかけして申し訳ありません。職員が直接お話をうかがいます（受付番号 { $case }）。いまは窓口の時間外です。お返事は{ $promise }に、ここに届きます。
case-entry =
    職員より（受付番号 { $case }）：こちらの案内をご覧ください。

    { $question }

    { $answer }

    （{ $reviewed } 確認）
case-relayed-closed = 職員にお伝えしました（受付番号 { $case }）。いまは窓口の時間外です。お返事は{ $promise }に、ここに届きます。
case-handed-on = 担当の職員が替わりました（受付番号 { $case }）。これまでのやりとりは引き継いでいます。
case-late = お約束の時間を過ぎてしまい、申し訳ありません（受付番号 { $case }）。職員が確認しています。お返事は{ $promise }の見込みです。お急ぎのときは { $phone } へお電話ください。
choice-call-back = 電話してほしい
choice-call-at = { $date } { $from }～{ $until }
call-ask-time = 職員からお電話します（受付番号 { $case }）。ご都合のよい時間をお選びください。
call-no-time = 申し訳ありません。いまお電話できる時間はすべて埋まっています。{ $phone } へお電話いただくか、ここでお返事をお待ちください（受付番号 { $case }）。
call-ask-number = { $date } { $from }～{ $until } にお電話します（受付番号 { $case }）。電話番号をお書きください。番号は職員だけが見て、用件が終わると消します。
call-number-unclear = 電話番号を読み取れませんでした。0から始まる番号（海外の番号は+から）をお書きください。
call-noted = 承りました。{ $date } { $from }～{ $until } に職員からお電話します（受付番号 { $case }）。変更は「電話してほしい」からもう一度お選びください。
case-sent-on = { $place }が続きを承ります。そちらで、この番号をお伝えください：{ $code }。ここまでの内容は伝えてあります。
case-counter = { $office } { $counter }番窓口

# … and what the staff read.
staff-case-taken = { $case } は { $by } が担当しています。市民には届いていません。代わるときは受付箱の「担当を代わる」を使ってください。
staff-case-not-taken = { $case } はまだだれも担当していません。
staff-case-waits = { $alarm ->
        [supervisor] ‼ 責任者へ
        [deputy] ‼‼ 副責任者へ
       *[staff] ！
    } { $case } の返答が遅れています（待ち { $minutes }分）。
staff-case-noted = { $case } にメモを残しました。市民には届きません。
staff-case-released = { $case } の担当を外れました。ほかの職員が引き受けられます。
staff-case-call-back = ☎ { $case } 電話の約束：{ $date } { $from }～{ $until }。番号は受付箱の画面にあります。
staff-case-call-due = ☎ { $case } 電話の時間です：{ $date } { $from }～{ $until }。番号は受付箱の画面にあります。
staff-case-called = { $case } への電話を済ませました。
staff-case-raised = ❗ { $case } の緊急度が「{ $urgency }」に上がりました。
staff-case-unreadable = { $case } 市民から、文字でないもの（写真・スタンプなど）が送られました。案内では開けません。
staff-case-not-now = { $case } は、いまはその操作ができません。
staff-duration-minutes = { $n }分
staff-duration-hours = { $n }時間
staff-duration-days = { $n }日
staff-sheet-made = 引継ぎシート { $code }（{ $place }あて）{ $case }。受け取る窓口の方は、コードで開いてください。
