# The helpers around a visit: how long the card lasts, which procedure it is, what to bring.

care-resume = 现在继续刚才的内容。
care-point = - { $text }
month-year = { $year }年{ $month }月

# How long the card lasts. `standing` says whether the date is over, can be renewed now, or later.
expiry-ask = 为您查询卡的有效期，以及从什么时候起可以更新。请选择您知道的内容。您输入的日期不会保存。
expiry-ask-printed =
    请写下卡正面印着的有效期（有効期限）。
    例如：2031年5月10日、2031-05-10
expiry-ask-issued =
    请写下卡的发行日期（不是领取的日期）。记不清时，写大概的日期也可以。
    例如：2024年5月1日、2024-05-01
expiry-ask-renewed = 那张卡是在以前的卡到期之前的3个月内更新的吗？
expiry-ask-birth =
    请写下持卡人的出生日期。只用于计算，不会保存。
    例如：1985年3月3日、1985-03-03
expiry-ask-stay =
    请写下卡正面印着的有效期（在留期间（在留期間）的届满日）。
    例如：2027年4月30日、2027-04-30
expiry-ask-permit = 卡的有效期到{ $end }。请问在留期间（在留期間）的更新现在办到哪一步了？
expiry-ask-order = 请问是哪个日期？
expiry-ask-birth-order = 这种写法有两种读法。请问第一个数字是日还是月？
expiry-date-unclear = 抱歉，没能读出日期。请把年、月、日写全。
expiry-date-implausible = 这个日期无法计算。请确认年份，再写一次。
expiry-result = { $lines }
expiry-guide = 以上仅供参考，请以卡上印着的日期为准。电子证书的有效期可以在窗口或Mynaportal确认。
expiry-card = { $standing ->
    [over] 卡的有效期到{ $end }，已经过期。请申请新卡。交还旧卡的话免费。
    [now] 卡的有效期到{ $end }。现在可以申请更新。制卡需要1～2个月，请尽早申请。
   *[later] 卡的有效期到{ $end }。从{ $from }起可以申请更新。
}
expiry-certificate = { $standing ->
    [over] 电子证书（電子証明書）的有效期到{ $end }，如果没有更新过，就已经过期。可以在窗口重新发行（免费）。
    [now] 电子证书（電子証明書）的有效期到{ $end }。现在可以在窗口更新（免费）。
   *[later] 电子证书（電子証明書）的有效期到{ $end }。从{ $from }起可以在窗口更新（免费）。
}
expiry-certificate-with-card = 电子证书（電子証明書）的有效期也和卡是同一天。更新卡的话，电子证书也会一起更新。
expiry-certificate-by-print = { $standing ->
    [over] 如果是18岁以上时办的卡，电子证书（電子証明書）的有效期到{ $end }，没有更新过的话已经过期。如果是未满18岁时办的卡，和卡是同一天到期。
    [now] 如果是18岁以上时办的卡，电子证书（電子証明書）的有效期到{ $end }，现在可以更新。如果是未满18岁时办的卡，和卡是同一天到期。
   *[later] 如果是18岁以上时办的卡，电子证书（電子証明書）的有效期到{ $end }，从{ $from }起可以更新。如果是未满18岁时办的卡，和卡是同一天到期。
}
expiry-signature-from = 签名用电子证书（署名用電子証明書）从满15岁的{ $from }起，需要的话可以在窗口发行。
expiry-insurance-until = 作为健康保险证可以用到{ $until }，但请尽早更新。
expiry-near-age-limit = 有效期因申请当天的年龄而不同，您的情况正好在年龄界线附近。请看卡上印着的日期，或向窗口确认。
expiry-leap-day = 2月29日出生的人，按2月28日计算。请向窗口确认。
expiry-stay-granted = 请在{ $end }之前（含当天）来窗口，卡的有效期可以延长到新的在留期间（在留期間）届满日（免费）。最长到发卡后的第10个生日（未满18岁是第5个）。延长后电子证书（電子証明書）就不能用了，请一并重新发行（免费）。
expiry-stay-pending = 请在{ $end }之前（含当天）来窗口，可以延长到{ $until }，只限1次（特例期間延長，免费）。请带上个人编号卡和4位数字的密码（暗証番号），以及盖有“在留期間更新許可申請中”印章的在留卡（在留カード）（网上申请的人请带受理邮件）。许可下来后，请再来一次。
expiry-stay-not-yet = 卡的有效期到{ $end }。在留期间（在留期間）更新了，卡的有效期也不会自动延长，也不会收到通知。请先向入管申请更新，许可下来后，在{ $end }之前（含当天）来窗口。来不及的话，申请期间可以延长2个月，只限1次。
expiry-stay-over = 卡已在{ $end }到期，不能延长。请申请新卡。需要1个月以上，手续费1,000日元。

renewal-kept = { $month }会提醒您一次。我们只保存这个月份。
renewal-dropped = { $kind ->
    [card] 不再发送更新卡的提醒。
    [certificate] 不再发送更新电子证书的提醒。
   *[stay] 不再发送与在留期间有关的提醒。
}
renewal-due = { $kind ->
    [card] 现在可以更新个人编号卡了。制卡需要1～2个月，请尽早申请。
    [certificate] 现在可以更新电子证书（電子証明書）了。请带上卡来窗口，还需要密码（暗証番号）。
   *[stay] 个人编号卡快到期了。更新在留期间（在留期間）后，请在卡到期之前来窗口延长有效期。
}

choice-expiry = 查卡的有效期
choice-expiry-again = 用别的日期查
choice-have-printed = 知道卡的有效期
choice-have-birth = 知道出生日期和发行日期
choice-have-stay = 有在留期间（在留期間）的外国籍人士
choice-renewed = 是，在到期之前更新的
choice-not-renewed = 不是，或不清楚
choice-permit-granted = 许可已下来
choice-permit-pending = 申请中
choice-permit-not-yet = 还没申请
choice-day-first = 日在前
choice-month-first = 月在前
choice-remind = { $kind ->
    [card] { $month }提醒我（卡）
    [certificate] { $month }提醒我（电子证书）
   *[stay] { $month }提醒我（在留期间）
}
choice-unremind = { $kind ->
    [card] 取消提醒（卡）
    [certificate] 取消提醒（电子证书）
   *[stay] 取消提醒（在留期间）
}

# Which procedure it is. Questions:
choice-finder = 不知道该办哪个手续
choice-book-for = 预约：{ $procedures }
find-ask-what = 帮您找要办的手续。请问是什么事？
find-ask-who = 请问谁来窗口？
find-ask-who-applies = 请问是谁的卡？在窗口申请时，持卡人本人必须前来。
find-ask-reason = 请问本人来不了的理由是什么？
find-ask-which-date = 通知或信封上写的是哪个有效期？
find-ask-letter = 到期通知里附带的查询兼回复书（照会書兼回答書）还在吗？
find-ask-pin-state = 请问密码（暗証番号）是什么情况？
find-ask-move = 请问有什么变更？
find-ask-signature = 用于e-Tax等的签名用电子证书（署名用電子証明書），地址或姓名变了就不能用了。要重新办吗？
find-ask-nationality = 请问持卡人的国籍是？
find-ask-lost =
    请先打电话停用卡（24小时，免费）。
    { $national }（语音提示选2号，日语）
    { $foreign }（中文等外语）

    请问是在哪里丢的？
find-ask-stay-state = 请问在留期间（在留期間）的更新现在办到哪一步了？
find-ask-new-card = 请问要申请哪种卡？
find-ask-insurance = 请问要登记什么？
find-ask-other = 可能是其他窗口的事。请选择比较接近的。

# Answers:
find-collect = 收到明信片、领卡
find-notice = 收到更新通知、快到期
find-pin-trouble = 忘了密码、密码被锁
find-moved = 搬家、改名
find-card-lost = 卡丢失、被盗
find-stay = 在留期间快到期、已延长
find-new = 办新卡、卡坏了
find-use-it = 登记健康保险证、领款账户
find-something-else = 其他
find-myself = 本人
find-with-child = 未满15岁的孩子和父母（法定代理人）
find-somebody-else = 只有代理人来
find-good-reason = 75岁以上、高中及以下学生上学、长期住院、入住机构、残疾、需要护理或支援（要介護・要支援）、怀孕、留学等
find-busy = 工作忙、上下班、短期旅行
find-card-date = 卡的有效期
find-certificate-date = 电子证书（電子証明書）的有效期
find-not-sure = 不清楚
find-has-letter = 有
find-no-letter = 没有
find-pin-forgotten = 忘了、被锁
find-pin-known = 知道密码，想更改
find-into-city = 从别的市区町村搬来
find-within-city = 在市内搬家
find-out-of-city = 搬到别的市区町村
find-abroad = 搬到国外
find-name-changed = 姓名变了
find-with-signature = 重新办
find-without-signature = 不办
find-japanese = 日本
find-other-nationality = 日本以外
find-lost-outside = 在家外面、被盗
find-lost-at-home = 在家里、不清楚
find-found-again = 停用后又找到了
find-stay-granted = 许可已下来
find-stay-pending = 申请中
find-stay-not-yet = 还没申请
find-stay-passed = 卡已过期
find-permanent = 永住者、特别永住者等
find-first = 第一次办
find-damaged = 卡坏了
find-as-insurance-card = 当健康保险证用
find-money-account = 公款领取账户（公金受取口座）
find-insurance-itself = 加入或退出健康保险、资格确认书（資格確認書）
find-records = 住民票、印章登记证明、户籍
find-passport = 护照
find-pension = 养老金（年金）
find-portal = Mynaportal的操作
find-visa = 在留资格、在留卡（在留カード）
find-licence = 驾照
find-none-of-it = 这里面没有

# What was found.
find-found =
    您要办的手续：{ $procedures }（约{ $minutes }分钟）

    来的人：{ $visitor }
    请带上
    { $documents }{ $some ->
        [yes] { "" }

            请注意
            { $notes }
       *[no] { "" }
    }
find-note-think-of-pins = 请事先想好密码：4位数字的，以及字母和数字6～16位的。
find-note-child-comes-too = 请和孩子一起来。
find-note-fill-in-postcard = 明信片上的回复书、委托书、密码，请本人填写。密码要用遮盖贴纸盖住。
find-note-come-yourself = 工作忙或短期旅行，不能由代理人领取。市里指定的星期日，窗口也开放。
find-note-apply-online = 也可以用智能手机或邮寄申请，不来窗口也可以。
find-note-collect-later = 制卡需要1～2个月。做好后请再来一次领取。
find-note-free-with-old-card = 交还旧卡的话免费。
find-note-sealed-letter = 查询兼回复书请本人全部填写（包括现在的密码）并封好。请不要打开，直接带来。如有漏填或密码不对，需要再来一次。
find-note-two-visits = 共要来2次：请先来窗口申请，之后查询兼回复书（照会書兼回答書）会寄给本人。请带上本人填写并封好的查询兼回复书，再来一次。
find-note-kiosk-reset = 签名用（署名用，字母和数字6～16位）和用户认证用（利用者証明用，4位数字）的密码中还记得一个的话，另一个也可以用应用和便利店的机器重设（免费）。其他密码和已过期的电子证书，请在窗口办理。
find-note-file-the-move = 请先在搬家起14天以内办迁入申报（転入届）或市内搬家申报（転居届）。请带上全家人的卡。
find-note-within-ninety-days = 请在迁入申报（転入届）起90天以内，办理继续使用卡的手续（継続利用）。不办的话，卡就不能用了。
find-note-household-may-come = 更改卡上地址和继续使用的手续，同一户的人知道4位数字的密码的话也可以办理。签名用电子证书（署名用電子証明書）也要发行时，请带上本人写好密码并封好的委托书（委任状）。
find-note-register-first = 请在办完户籍申报、住民票上的姓名变更之后再来。
find-note-before-leaving = 请最晚在出国前一天，和迁往国外的申报（転出届）一起办理。在国外也可以继续用卡。
find-note-suspend-first = 请先打电话停用卡：{ $national }（24小时，语音提示选2号，日语），中文等外语 { $foreign }
find-note-tell-police = 请报警，并记下受理编号（受理番号）。
find-note-reissue-fee = 手续费1,000日元（不带电子证书时800日元）。根据原因，有时免费。
find-note-fast-issue = 丢失申报起30天以内，也可以申请约1周做好的加急制卡（特急発行，2,000日元）。
find-note-lift-suspension = 解除暂停使用只能在窗口办理。请带上卡和身份证明文件（本人確認書類）。签名用电子证书会重新发行。
find-note-before-the-date = 请在卡到期之前来。过期后不能延长。
find-note-data-takes-time = 入管的信息传到市里，有时需要1天左右。建议预约许可下来的第二天以后。
find-note-certificates-anew = 延长有效期后，电子证书（電子証明書）就不能用了。请一并重新发行（免费）。
find-note-two-months-more = 申请期间可以延长2个月，只限1次。请带上盖有“在留期間更新許可申請中”印章的在留卡（在留カード），或受理邮件。许可下来后，请再来一次。
find-note-too-late-to-extend = 过期的卡不能延长，要申请新卡。
find-note-bring-the-card = 请把坏了的卡也带来。

# Where it is done instead.
find-place-expiry-helper = 为您查询哪个有效期快到了。请在下面继续。
find-place-home = 知道现在的密码时，可以用Mynaportal应用更改，不来窗口也可以。不成功时，请致电 { $phone }（日语）。
find-place-new-city = 请在市民课（市民課）或Mynaportal办迁出申报（転出届）。卡的手续在搬去的市区町村的窗口办理。请带上卡，在搬家起14天以内办迁入申报（転入届）。
find-place-moving-out = 办迁往国外的申报（転出届）时，请把卡交还市民课（市民課）。外国国籍的人的卡，在迁出那天就不能用了。
find-place-immigration = 在留手续在入管（出入国在留管理庁）办理，电话 { $immigration }。许可下来后，请在卡到期之前来这个窗口。
find-place-insurance-section = 加入健康保险和资格确认书（資格確認書）的事，请询问您加入的健康保险；国民健康保险（国民健康保険）请询问市政府的保险部门，电话 { $phone }（日语）。
find-place-citizens-section = 住民票、印章登记证明（印鑑証明）、户籍（戸籍）证明在市民课（市民課）办理，电话 { $phone }（日语）。有卡和4位数字密码的话，有些在便利店也能领取。
find-place-passport-office = 护照在这个窗口不办理。在哪里申请，请询问 { $phone }（日语）。
find-place-pension-office = 养老金（年金）在这个窗口不办理。请询问年金事务所（年金事務所），或市政府的年金部门 { $phone }（日语）。
find-place-portal-phone = Mynaportal的操作，请致电My Number综合免费电话 { $national }（日语）询问。中文等外语请致电 { $portal }。
find-place-police = 把驾照信息写入卡的手续，在警察署或驾照考场办理。
find-place-staff = 在这里查不到。请咨询工作人员，或致电 { $phone }（日语）。

# What to bring.
choice-papers = 核对要带的东西
choice-ticked = 就这些
visitor-myself = 本人
visitor-guardian = 孩子或被监护人，和父母、法定代理人
visitor-proxy = 代理人
papers-ask-visitor = 一起核对要带的东西：{ $procedures }。请问谁来？
papers-list =
    要带的东西：{ $procedures }（来的人：{ $visitor }）。请点选已准备好的。选完后，请按“就这些”。

    { $list }
papers-ab =
    A类：带照片的证件（驾照、护照、在留卡、残疾人手册等）
    B类：写有姓名，以及出生日期或地址的文件（资格确认书（資格確認書）、养老金手册、学生证等）
    都要原件，在有效期内，并与现在的地址和姓名一致。
papers-complete =
    都齐了。当天请别忘了带。{ $some ->
        [yes] { "" }

            以下东西，只需符合情况的人带来。
            { $perhaps }
       *[no] { "" }
    }
papers-missing =
    还不够。请准备以下东西。
    { $needs }

    到预约那天还备不齐时，请更改日期时间。文件的事，请咨询工作人员，或致电 { $phone }（日语）。

item-notice-postcard = 领卡通知书（交付通知書，明信片）
item-proxy-postcard = 领卡通知书（交付通知書，本人写好回复书、委托书、密码的）
item-card = 个人编号卡
item-old-card = 旧的个人编号卡
item-tsuchi-card = 通知卡（通知カード）
item-juki-card = 住民基本台账卡（住民基本台帳カード）
item-residence-card = 新的在留卡（在留カード）
item-application-form = 卡申请书（交付申請書）
item-photo = 照片（高4.5cm×宽3.5cm，6个月以内拍摄）
item-pin = 4位数字的密码（暗証番号）
item-signature-pin = 字母和数字6～16位的密码
item-sealed-answer = 封好的查询兼回复书（照会書兼回答書）
item-account = 能看出本人名下银行账户的东西
item-fee = 手续费（丢失或弄坏时）
item-guardian-proof = 户籍（戸籍）或登记事项证明书（登記事項証明書），3个月以内
item-reason-proof = 能证明来不了的理由的文件
item-photo-certificate = 面部照片证明书（個人番号カード顔写真証明書）
item-id-a = 本人的A类文件
item-id-a-second = 本人的A类文件（第2件）
item-id-b = 本人的B类文件
item-id-b-second = 本人的B类文件（第2件）
item-companion-id-a = 父母、代理人的A类文件
item-companion-id-a-second = 父母、代理人的A类文件（第2件）
item-companion-id-b = 父母、代理人的B类文件
item-companion-id-b-second = 父母、代理人的B类文件（第2件）

need-perhaps = { $item }（只需符合情况的人）
need-identity = { $bearer ->
    [holder] 本人的身份证明文件：
   *[companion] 法定代理人或代理人的身份证明文件：
}{ $proof ->
    [one-of-any] A类或B类1件
    [one-with-photo] A类1件
    [one-or-two] A类1件，或B类2件
   *[two-with-photo] 2件（A类2件，或A类、B类各1件）
}
need-postcard-or-more = 领卡通知书（交付通知書，明信片）和本人的身份证明文件（A类1件，或B类2件）。没有明信片时：A类2件，或A类、B类各1件，或通知卡（通知カード）和B类2件
need-pins-or-identity = 密码（4位数字的，以及字母和数字6～16位的）。不知道时：本人的身份证明文件（A类或B类）1件
need-holder-or-photo-certificate = 本人的身份证明文件：2件（A类2件，或A类、B类各1件）。没有A类时：B类2件和面部照片证明书（個人番号カード顔写真証明書）
