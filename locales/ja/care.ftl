# The helpers around a visit: how long the card lasts, which procedure it is, what to bring.

care-resume = では、さきほどの続きです。
care-point = ・{ $text }
month-year = { $year }年{ $month }月

# How long the card lasts. `standing` says whether the date is over, can be renewed now, or later.
expiry-ask = 有効期限と更新できる時期をお調べします。お手元で分かるものをお選びください。入力された日付は保存しません。
expiry-ask-printed =
    カードの表に印字された有効期限をお書きください。
    例：2031年5月10日、令和13年5月10日
expiry-ask-issued =
    カードが発行された日をお書きください（受け取った日とは別の日です）。はっきりしないときは、だいたいの日で構いません。
    例：2024年5月1日、令和6年5月1日
expiry-ask-renewed = そのカードは、前のカードの期限が切れる前の3か月の間に更新したものですか。
expiry-ask-birth =
    カードの名義の方の生年月日をお書きください。計算にだけ使い、保存しません。
    例：1985年3月3日、昭和60年3月3日
expiry-ask-stay =
    カードの表に印字された有効期限（在留期間の満了日）をお書きください。
    例：2027年4月30日、令和9年4月30日
expiry-ask-permit = カードの期限は{ $end }ですね。在留期間の更新は、いまどうなっていますか。
expiry-ask-order = どちらの日付でしょうか。
expiry-ask-birth-order = その書き方だと2通りに読めます。最初の数字は、日と月のどちらですか。
expiry-date-unclear = 申し訳ありません。日付が読み取れませんでした。年、月、日をそろえてお書きください。
expiry-date-implausible = その日付では計算できません。年をお確かめのうえ、もう一度お書きください。
expiry-result = { $lines }
expiry-guide = これは目安です。カードに印字された日付が正しい期限です。電子証明書の期限は、窓口かマイナポータルで確かめられます。
expiry-card = { $standing ->
    [over] カードの有効期限は{ $end }で、すでに過ぎています。新しいカードを申請してください。古いカードをお返しいただければ、手数料はかかりません。
    [now] カードの有効期限は{ $end }です。いま更新を申請できます。できあがるまで1〜2か月かかりますので、早めに申請してください。
   *[later] カードの有効期限は{ $end }です。更新は{ $from }から申請できます。
}
expiry-certificate = { $standing ->
    [over] 電子証明書の有効期限は{ $end }で、更新していなければ過ぎています。窓口で新しく発行できます（無料）。
    [now] 電子証明書の有効期限は{ $end }です。いま窓口で更新できます（無料）。
   *[later] 電子証明書の有効期限は{ $end }です。更新は{ $from }から窓口でできます（無料）。
}
expiry-certificate-with-card = 電子証明書の期限もカードと同じ日です。カードを更新すると、電子証明書も新しくなります。
expiry-certificate-by-print = { $standing ->
    [over] 電子証明書は、18歳以上で作ったカードなら{ $end }までです。更新していなければ過ぎています。18歳未満で作ったカードなら、カードと同じ日までです。
    [now] 電子証明書は、18歳以上で作ったカードなら{ $end }までで、いま更新できます。18歳未満で作ったカードなら、カードと同じ日までです。
   *[later] 電子証明書は、18歳以上で作ったカードなら{ $end }までで、{ $from }から更新できます。18歳未満で作ったカードなら、カードと同じ日までです。
}
expiry-signature-from = 署名用電子証明書は、15歳になる{ $from }から、希望があれば窓口で発行できます。
expiry-insurance-until = 健康保険証としては{ $until }まで使えますが、早めに更新してください。
expiry-near-age-limit = 申請した日の年齢で期限が変わる場合に当たります。印字された日付か、窓口でお確かめください。
expiry-leap-day = 2月29日生まれの方は、2月28日として計算しています。窓口でお確かめください。
expiry-stay-granted = { $end }までに窓口へお越しいただければ、カードの期限を新しい在留期間の満了日まで延ばせます（無料）。カードができてから10回目（18歳未満は5回目）の誕生日が限度です。期限を延ばすと電子証明書は使えなくなりますので、一緒に発行してください（無料）。
expiry-stay-pending = { $end }までに窓口へお越しいただければ、1回だけ{ $until }まで延ばせます（特例期間延長、無料）。マイナンバーカードと数字4桁の暗証番号、「在留期間更新許可申請中」と押された在留カード（オンライン申請の方は受付メール）をお持ちください。許可が出たら、もう一度お越しください。
expiry-stay-not-yet = カードは{ $end }に切れます。在留期間を更新しても、カードの期限は自動では延びません。お知らせも届きません。先に入管で更新を申請し、許可が出たら{ $end }までに窓口へお越しください。間に合わないときは、申請中に1回だけ2か月延ばせます。
expiry-stay-over = カードは{ $end }に切れていて、延ばせません。新しいカードを申請してください。1か月以上かかり、手数料は1,000円です。

renewal-kept = { $month }に一度お知らせします。覚えておくのはこの月だけです。
renewal-dropped = { $kind ->
    [card] カードの更新のお知らせは送りません。
    [certificate] 電子証明書の更新のお知らせは送りません。
   *[stay] 在留期間にともなうお知らせは送りません。
}
renewal-due = { $kind ->
    [card] マイナンバーカードを更新できる時期です。できあがるまで1〜2か月かかりますので、早めに申請してください。
    [certificate] 電子証明書を更新できる時期です。カードと暗証番号をお持ちのうえ、窓口へお越しください。
   *[stay] マイナンバーカードの期限が近づいています。在留期間を更新したら、カードの期限の日までに窓口で期限を延ばしてください。
}

choice-expiry = 有効期限を調べる
choice-expiry-again = ほかの日付で調べる
choice-have-printed = カードの有効期限が分かる
choice-have-birth = 生年月日と発行日が分かる
choice-have-stay = 在留期間がある（外国籍の方）
choice-renewed = はい、期限が切れる前に更新しました
choice-not-renewed = いいえ、または分からない
choice-permit-granted = 許可が出た
choice-permit-pending = 申請中
choice-permit-not-yet = まだ申請していない
choice-day-first = 日が先
choice-month-first = 月が先
choice-remind = { $kind ->
    [card] { $month }にお知らせ（カード）
    [certificate] { $month }にお知らせ（電子証明書）
   *[stay] { $month }にお知らせ（在留期間）
}
choice-unremind = { $kind ->
    [card] お知らせを取りやめる（カード）
    [certificate] お知らせを取りやめる（電子証明書）
   *[stay] お知らせを取りやめる（在留期間）
}

# Which procedure it is. Questions:
choice-finder = どの手続きか分からない
choice-book-for = 予約する：{ $procedures }
find-ask-what = どの手続きかを一緒に探します。どのようなご用件ですか。
find-ask-who = どなたが窓口に来られますか。
find-ask-who-applies = どなたのカードですか。窓口での申請には、カードの名義の方がお越しください。
find-ask-reason = ご本人が来られない理由はどちらですか。
find-ask-which-date = お知らせや封筒には、どちらの期限と書いてありますか。
find-ask-letter = 期限のお知らせに入っていた「照会書兼回答書」はありますか。
find-ask-pin-state = 暗証番号はどうなっていますか。
find-ask-move = どのような変更ですか。
find-ask-signature = e-Taxなどに使う署名用電子証明書は、住所や氏名が変わると使えなくなります。作り直しますか。
find-ask-nationality = カードの名義の方の国籍はどちらですか。
find-ask-lost =
    まず電話でカードを止めてください（24時間、無料）。
    { $national }（音声案内の2番）
    外国語：{ $foreign }

    どこでなくされましたか。
find-ask-stay-state = 在留期間の更新は、いまどうなっていますか。
find-ask-new-card = どのようなカードの申請ですか。
find-ask-insurance = どの登録をなさいますか。
find-ask-other = ほかの窓口のご用件かもしれません。近いものをお選びください。

# Answers:
find-collect = はがきが届いた・カードを受け取る
find-notice = 更新のお知らせが届いた・期限が近い
find-pin-trouble = 暗証番号を忘れた・ロックされた
find-moved = 引っ越した・名前が変わった
find-card-lost = カードをなくした・盗まれた
find-stay = 在留期間が終わる・延びた
find-new = カードを作る・壊れた
find-use-it = 保険証や給付金の口座の登録
find-something-else = ほかのこと
find-myself = 本人
find-with-child = 15歳未満の子と親（法定代理人）
find-somebody-else = 代理人だけ
find-good-reason = 75歳以上、高校生以下の通学、長期入院、施設入所、障害、要介護・要支援、妊娠、留学など
find-busy = 仕事が忙しい、通勤、短い旅行
find-card-date = カードの有効期限
find-certificate-date = 電子証明書の有効期限
find-not-sure = 分からない
find-has-letter = ある
find-no-letter = ない
find-pin-forgotten = 忘れた・ロックされた
find-pin-known = 分かっていて、変えたい
find-into-city = ほかの市町村から来た
find-within-city = 市内で引っ越した
find-out-of-city = ほかの市町村へ移る
find-abroad = 海外へ移る
find-name-changed = 名前が変わった
find-with-signature = 作り直す
find-without-signature = 作り直さない
find-japanese = 日本
find-other-nationality = 日本以外
find-lost-outside = 家の外・盗まれた
find-lost-at-home = 家の中・分からない
find-found-again = 止めた後に見つかった
find-stay-granted = 許可が出た
find-stay-pending = 申請中
find-stay-not-yet = まだ申請していない
find-stay-passed = カードの期限が過ぎた
find-permanent = 永住者・特別永住者など
find-first = はじめて作る
find-damaged = 壊れた・傷んだ
find-as-insurance-card = 健康保険証として使う
find-money-account = 公金受取口座
find-insurance-itself = 健康保険の加入・脱退、資格確認書
find-records = 住民票・印鑑証明・戸籍
find-passport = パスポート
find-pension = 年金
find-portal = マイナポータルの操作
find-visa = 在留資格・在留カード
find-licence = 運転免許証
find-none-of-it = この中にない

# What was found.
find-found =
    { $procedures }の手続きです（約{ $minutes }分）。

    来る方：{ $visitor }
    お持ちいただくもの
    { $documents }{ $some ->
        [yes] { "" }

            ご注意
            { $notes }
       *[no] { "" }
    }
find-note-think-of-pins = 暗証番号（数字4桁と、英数字6〜16文字）を考えておいてください。
find-note-child-comes-too = お子さんと一緒にお越しください。
find-note-fill-in-postcard = はがきの回答書、委任状、暗証番号は、ご本人が書いてください。暗証番号は目隠しシールで隠します。
find-note-come-yourself = お仕事や短い旅行では、代理の方は受け取れません。市が指定する日曜日にも窓口が開きます。
find-note-apply-online = 申請は、スマートフォンや郵送でもできます。窓口に来なくても構いません。
find-note-collect-later = カードができるまで1〜2か月かかります。受け取りにもう一度お越しください。
find-note-free-with-old-card = 古いカードをお返しいただければ無料です。
find-note-sealed-letter = 照会書兼回答書は、いまの暗証番号も含めてご本人が全部書き、封をしてください。封を開けずにお持ちください。記入もれや暗証番号の違いがあると、もう一度お越しいただきます。
find-note-two-visits = まず窓口でお申し込みください。ご本人に照会書兼回答書が届きます。ご本人が書いて封をしたものを持って、もう一度お越しください（合わせて2回）。
find-note-kiosk-reset = 署名用（英数字）か利用者証明用（数字4桁）の暗証番号のどちらかを覚えていれば、もう一方はアプリとコンビニの機械でも設定し直せます（無料）。ほかの暗証番号と、期限の切れた電子証明書は、窓口で手続きしてください。
find-note-file-the-move = 先に転入届または転居届を、引っ越しから14日以内に出してください。家族全員のカードをお持ちください。
find-note-within-ninety-days = 転入届から90日以内に、カードの継続利用の手続きをしてください。手続きをしないと、カードは使えなくなります。
find-note-household-may-come = 住所の書き換えと継続利用は、同じ世帯の方でも、数字4桁の暗証番号が分かれば手続きできます。署名用電子証明書も発行するときは、ご本人が暗証番号を書いて封をした委任状をお持ちください。
find-note-register-first = 戸籍の届け出が済み、住民票の名前が変わってからお越しください。
find-note-before-leaving = 出国の前の日までに、海外への転出届と一緒に手続きしてください。海外でもカードを使えます。
find-note-suspend-first = まず電話でカードを止めてください：{ $national }（24時間、音声案内の2番）、外国語 { $foreign }
find-note-tell-police = 警察に届け、受理番号を控えておいてください。
find-note-reissue-fee = 手数料は1,000円です（電子証明書なしは800円）。原因により無料のことがあります。
find-note-fast-issue = 紛失の届け出から30日以内なら、約1週間でできる特急発行も申請できます（2,000円）。
find-note-lift-suspension = 一時停止を解けるのは窓口だけです。カードと本人確認書類をお持ちください。署名用電子証明書は新しく発行します。
find-note-before-the-date = カードの期限の日までにお越しください。過ぎると延ばせません。
find-note-data-takes-time = 入管の情報が市に届くまで1日ほどかかることがあります。許可の次の日より後の予約をお勧めします。
find-note-certificates-anew = 期限を延ばすと電子証明書は使えなくなります。一緒に発行してください（無料）。
find-note-two-months-more = 申請中は、1回だけ2か月延ばせます。在留カードは「在留期間更新許可申請中」と押されたものか、受付メールをお持ちください。許可が出たら、もう一度お越しください。
find-note-too-late-to-extend = 切れたカードは延ばせません。新しいカードを申請します。
find-note-bring-the-card = 壊れたカードもお持ちください。

# Where it is done instead.
find-place-expiry-helper = どちらの期限が近いかをお調べします。次へお進みください。
find-place-home = 分かっている暗証番号は、マイナポータルのアプリで変えられます。窓口に来なくても構いません。うまくいかないときは { $phone } へお電話ください。
find-place-new-city = 転出届は市民課か、マイナポータルで出してください。カードの手続きは、引っ越し先の市区町村の窓口で行います。カードを持って、引っ越しから14日以内に転入届を出してください。
find-place-moving-out = 海外への転出届を出すときに、市民課へカードをお返しください。外国籍の方のカードは、転出の日に使えなくなります。
find-place-immigration = 在留の手続きは出入国在留管理庁で行います。電話 { $immigration }。許可が出たら、カードの期限の日までにこの窓口へお越しください。
find-place-insurance-section = 健康保険の加入や資格確認書は、加入している健康保険（国民健康保険は市役所の保険担当）へお尋ねください。市役所の電話は { $phone } です。
find-place-citizens-section = 住民票、印鑑証明、戸籍の証明は市民課です。カードと数字4桁の暗証番号があれば、コンビニでも取れるものがあります。お電話は { $phone } です。
find-place-passport-office = パスポートはこの窓口では扱っていません。申請先は { $phone } へお尋ねください。
find-place-pension-office = 年金はこの窓口では扱っていません。年金事務所か、市役所の年金担当（{ $phone }）へお尋ねください。
find-place-portal-phone = マイナポータルの操作は、マイナンバー総合フリーダイヤル { $national } へお尋ねください。外国語は { $portal } です。
find-place-police = 運転免許証との一体化は、警察署か運転免許試験場で行います。
find-place-staff = この案内では分かりません。職員にお聞きいただくか、{ $phone } へお電話ください。

# What to bring.
choice-papers = 持ち物をチェックする
choice-ticked = これで全部
visitor-myself = 本人
visitor-guardian = 子や被後見人と、親・法定代理人
visitor-proxy = 代理人
papers-ask-visitor = { $procedures }の持ち物を一緒に確かめます。どなたが来られますか。
papers-list =
    { $procedures }（来る方：{ $visitor }）の持ち物です。用意できたものを押してください。終わったら「これで全部」を押してください。

    { $list }
papers-ab =
    A：顔写真つきの書類（運転免許証、パスポート、在留カード、障害者手帳など）
    B：氏名と、生年月日か住所の入った書類（資格確認書、年金手帳、学生証など）
    どれも原本で、期限内のもの、いまの住所と氏名のものに限ります。
papers-complete =
    全部そろっています。当日、忘れずにお持ちください。{ $some ->
        [yes] { "" }

            次のものは、当てはまる方だけお持ちください。
            { $perhaps }
       *[no] { "" }
    }
papers-missing =
    まだ足りません。次のものをご用意ください。
    { $needs }

    予約の日までにそろわないときは、日時を変えてください。書類のことは職員にお聞きいただくか、{ $phone } へお電話ください。

item-notice-postcard = 交付通知書（はがき）
item-proxy-postcard = 交付通知書（回答書・委任状・暗証番号を本人が書いたもの）
item-card = マイナンバーカード
item-old-card = 古いマイナンバーカード
item-tsuchi-card = 通知カード
item-juki-card = 住民基本台帳カード
item-residence-card = 新しい在留カード
item-application-form = 交付申請書
item-photo = 顔写真（縦4.5cm×横3.5cm、6か月以内）
item-pin = 数字4桁の暗証番号
item-signature-pin = 英数字6〜16文字の暗証番号
item-sealed-answer = 照会書兼回答書（封をしたもの）
item-account = 本人名義の口座が分かるもの
item-fee = 手数料（なくした・壊した場合）
item-guardian-proof = 戸籍や登記事項証明書（3か月以内）
item-reason-proof = 来られない理由が分かる書類
item-photo-certificate = 個人番号カード顔写真証明書
item-id-a = 本人の確認書類A
item-id-a-second = 本人の確認書類A（2点目）
item-id-b = 本人の確認書類B
item-id-b-second = 本人の確認書類B（2点目）
item-companion-id-a = 代わりに来る方の確認書類A
item-companion-id-a-second = 代わりに来る方の確認書類A（2点目）
item-companion-id-b = 代わりに来る方の確認書類B
item-companion-id-b-second = 代わりに来る方の確認書類B（2点目）

need-perhaps = { $item }（当てはまる方だけ）
need-identity = { $bearer ->
    [holder] カードの名義の方の本人確認書類：
   *[companion] 法定代理人・代理人の本人確認書類：
}{ $proof ->
    [one-of-any] AかBを1点
    [one-with-photo] Aを1点
    [one-or-two] Aを1点、またはBを2点
   *[two-with-photo] 2点（Aを2点、またはAとBを1点ずつ）
}
need-postcard-or-more = 交付通知書（はがき）と、本人の確認書類（Aを1点、またはBを2点）。はがきがないときは、Aを2点、AとBを1点ずつ、または通知カードとBを2点
need-pins-or-identity = 暗証番号（数字4桁と、英数字6〜16文字）。分からないときは、本人の確認書類（AかB）を1点
need-holder-or-photo-certificate = 本人の確認書類：2点（Aを2点、またはAとBを1点ずつ）。Aがないときは、Bを2点と個人番号カード顔写真証明書
