# Machine translation and the sentences that are ready, for staff.

staff-translate-label = 機械翻訳
staff-translate-to = { $language }への機械翻訳（市民に届く文）
staff-translate-back = 日本語に訳し戻した文（確認用。市民には届きません）
staff-translate-original = 原文
staff-translate-reading = 日本語への機械翻訳（参考。記録に残りません）
staff-translate-check = 訳し戻した文が、書いたことと合っているか確かめてから送ってください。市民には「機械翻訳」と示し、原文も添えます。
staff-translate-blocked = このままでは送れません。
staff-translate-blocked-mend = 文を短くするか言い換えて、もう一度翻訳してください。定型文もお使いいただけます。
staff-translate-reading-differs = 翻訳に誤りがあります。原文も見て確かめてください。

staff-translate-off = 機械翻訳は使えません。定型文をお使いいただくか、日本語のままお送りください。
staff-translate-empty = 翻訳する文がありません。文をお書きください。
staff-translate-too-long = { $most }文字より長い文は翻訳できません。短く分けてください。
staff-translate-secret = マイナンバー、暗証番号、口座番号などと思われる番号があります。番号を消してください。翻訳サービスには送っていません。
staff-translate-vague = 「{ $word }」は日付で書いてください（例：12月8日）。訳すと、ほかの日になることがあります。
staff-translate-other-weekday = 日付と曜日が合っていません。どちらかを直してください。
staff-translate-same-language = 翻訳はいりません。このままお送りください。
staff-translate-easy = やさしい日本語は機械で翻訳しません。定型文をお使いいただくか、短い文でご自分でお書きください。
staff-translate-unsupported = { $language }の機械翻訳はできません。定型文をお使いいただくか、日本語のままお送りください。
staff-translate-unreachable = 翻訳サービスにつながりません。定型文をお使いいただくか、日本語のままお送りください。
staff-translate-late = 翻訳に時間がかかっています。もう一度お試しいただくか、定型文をお使いください。
staff-translate-busy = 翻訳サービスが混み合っています。少し待ってから、もう一度お試しください。
staff-translate-failed = 翻訳できませんでした。定型文をお使いいただくか、日本語のままお送りください。

# What a translation changed; "there" is the translation, "back" the back-translation.
staff-translate-differs-empty = { $leg ->
    [there] 翻訳が空です。
   *[back] 訳し戻した文が空です。
}
staff-translate-differs-lost = { $leg ->
    [there] 翻訳で「{ $value }」が消えました。
   *[back] 訳し戻すと「{ $value }」が消えます。
}
staff-translate-differs-doubled = { $leg ->
    [there] 翻訳で「{ $value }」が2回以上出ています。
   *[back] 訳し戻すと「{ $value }」が2回以上出ます。
}
staff-translate-differs-moved = { $leg ->
    [there] 翻訳で「{ $value }」の位置がほかの値と入れ替わりました。
   *[back] 訳し戻すと「{ $value }」の位置がほかの値と入れ替わります。
}
staff-translate-differs-added = { $leg ->
    [there] 翻訳に、書いていない数字「{ $value }」があります。
   *[back] 訳し戻すと、書いていない数字「{ $value }」が出ます。
}
staff-translate-differs-day = { $leg ->
    [there] 翻訳に、書いていない日「{ $value }」があります。
   *[back] 訳し戻すと、書いていない日「{ $value }」が出ます。
}
staff-translate-differs-language = { $leg ->
    [there] 翻訳に、ほかの言語が混ざっています。
   *[back] 訳し戻した文に、ほかの言語が混ざっています。
}
staff-translate-differs-length = { $leg ->
    [there] 翻訳が長すぎます。同じ言葉のくり返しかもしれません。
   *[back] 訳し戻した文が長すぎます。同じ言葉のくり返しかもしれません。
}

# The sentences that are ready: how they are picked and filled in.
staff-canned-title = 定型文
staff-canned-next = 文を確かめる
staff-canned-choose = （選んでください）
staff-canned-shown = 市民に届く文
staff-canned-japanese = 日本語では
staff-canned-group-visit = 来庁の案内
staff-canned-group-card = カードと予約
staff-canned-group-wait = お待ちいただく
staff-canned-group-elsewhere = ほかの窓口と電話
staff-canned-group-talk = やりとり
staff-canned-blank-date = 日付
staff-canned-blank-time = 時刻
staff-canned-blank-office = 場所
staff-canned-blank-counter = 窓口番号
staff-canned-blank-document = 持ち物
staff-canned-blank-phone = 電話番号
staff-canned-blank-minutes = 待ち時間（分）
staff-canned-blank-procedure = 手続き
staff-canned-blank-department = 担当の課
staff-canned-fault-unknown = その定型文はありません。一覧から選んでください。
staff-canned-fault-missing = 「{ $blank }」を入れてください。
staff-canned-fault-malformed = 「{ $blank }」の書き方を確かめてください。
staff-canned-fault-not-here = その「{ $blank }」はここにはありません。一覧にあるものを入れてください。
staff-canned-fault-past = 「{ $blank }」が過ぎています。これからのものを入れてください。
staff-canned-fault-secret = 「{ $blank }」に、送ってはいけない番号があるようです。番号を消してください。
staff-canned-fault-too-far = いま案内できるのは{ $last }までです。
staff-canned-fault-closed = { $date }は{ $why ->
    [saturday] 土曜日のためお休みです。
    [sunday] お休みの日曜日です。
    [holiday] 祝日（{ $holiday }）のためお休みです。
    [year-end] 年末年始のためお休みです。
   *[special] 窓口がお休みです。
}別の日を入れてください。
staff-canned-fault-outside = 開いているのは{ $opens }から{ $closes }までです。その間の時刻を入れてください。
