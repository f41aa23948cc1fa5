# The helpers around a visit: how long the card lasts, which procedure it is, what to bring.

care-resume = 그럼 조금 전 내용을 계속하겠습니다.
care-point = - { $text }
month-year = { $year }년 { $month }월

# How long the card lasts. `standing` says whether the date is over, can be renewed now, or later.
expiry-ask = 카드의 유효기한과 갱신할 수 있는 시기를 알아봐 드립니다. 알고 계신 것을 선택해 주십시오. 입력하신 날짜는 저장하지 않습니다.
expiry-ask-printed =
    카드 앞면에 적힌 유효기한(有効期限)을 적어 주십시오.
    예: 2031년 5월 10일, 2031-05-10
expiry-ask-issued =
    카드가 발행된 날을 적어 주십시오(받으신 날과는 다릅니다). 확실하지 않으면 대략적인 날짜라도 괜찮습니다.
    예: 2024년 5월 1일, 2024-05-01
expiry-ask-renewed = 그 카드는 이전 카드의 기한이 지나기 전 3개월 사이에 갱신한 것입니까?
expiry-ask-birth =
    카드 주인 본인의 생년월일을 적어 주십시오. 계산에만 쓰고 저장하지 않습니다.
    예: 1985년 3월 3일, 1985-03-03
expiry-ask-stay =
    카드 앞면에 적힌 유효기한(재류기간(在留期間) 만료일)을 적어 주십시오.
    예: 2027년 4월 30일, 2027-04-30
expiry-ask-permit = 카드의 기한은 { $end }입니다. 재류기간(在留期間) 갱신은 지금 어떻게 되어 있습니까?
expiry-ask-order = 어느 날짜입니까?
expiry-ask-birth-order = 그렇게 적으시면 두 가지로 읽을 수 있습니다. 첫 번째 숫자는 일과 월 중 어느 것입니까?
expiry-date-unclear = 죄송합니다. 날짜를 읽지 못했습니다. 연, 월, 일을 모두 적어 주십시오.
expiry-date-implausible = 그 날짜로는 계산할 수 없습니다. 연도를 확인하고 다시 적어 주십시오.
expiry-result = { $lines }
expiry-guide = 이 날짜는 참고용입니다. 카드에 적힌 날짜가 정확한 기한입니다. 전자증명서의 기한은 창구나 마이나포털에서 확인할 수 있습니다.
expiry-card = { $standing ->
    [over] 카드의 유효기한({ $end })이 이미 지났습니다. 새 카드를 신청해 주십시오. 옛 카드를 반납하시면 무료입니다.
    [now] 카드의 유효기한은 { $end }입니다. 지금 갱신을 신청할 수 있습니다. 만드는 데 1~2개월 걸리니 일찍 신청해 주십시오.
   *[later] 카드의 유효기한은 { $end }입니다. 갱신은 { $from }부터 신청할 수 있습니다.
}
expiry-certificate = { $standing ->
    [over] 전자증명서(電子証明書)의 유효기한은 { $end }까지이며, 갱신하지 않으셨다면 이미 지났습니다. 창구에서 새로 발행할 수 있습니다(무료).
    [now] 전자증명서(電子証明書)의 유효기한은 { $end }입니다. 지금 창구에서 갱신할 수 있습니다(무료).
   *[later] 전자증명서(電子証明書)의 유효기한은 { $end }입니다. { $from }부터 창구에서 갱신할 수 있습니다(무료).
}
expiry-certificate-with-card = 전자증명서(電子証明書)의 기한도 카드와 같은 날입니다. 카드를 갱신하면 전자증명서도 새로워집니다.
expiry-certificate-by-print = { $standing ->
    [over] 전자증명서(電子証明書)는 18세 이상일 때 만든 카드라면 { $end }까지이며, 갱신하지 않으셨다면 이미 지났습니다. 18세 미만일 때 만든 카드라면 카드와 같은 날까지입니다.
    [now] 전자증명서(電子証明書)는 18세 이상일 때 만든 카드라면 { $end }까지이며, 지금 갱신할 수 있습니다. 18세 미만일 때 만든 카드라면 카드와 같은 날까지입니다.
   *[later] 전자증명서(電子証明書)는 18세 이상일 때 만든 카드라면 { $end }까지이며, { $from }부터 갱신할 수 있습니다. 18세 미만일 때 만든 카드라면 카드와 같은 날까지입니다.
}
expiry-signature-from = 서명용 전자증명서(署名用電子証明書)는 15세가 되는 { $from }부터, 원하시면 창구에서 발행할 수 있습니다.
expiry-insurance-until = 건강보험증으로는 { $until }까지 쓸 수 있지만, 일찍 갱신해 주십시오.
expiry-near-age-limit = 신청한 날의 나이에 따라 기한이 달라질 수 있는 경우입니다. 카드에 적힌 날짜를 보시거나 창구에 확인해 주십시오.
expiry-leap-day = 2월 29일에 태어나신 분은 2월 28일로 계산했습니다. 창구에 확인해 주십시오.
expiry-stay-granted = { $end }까지 창구로 오시면 카드의 기한을 새 재류기간(在留期間) 만료일까지 연장할 수 있습니다(무료). 다만 카드 발행 후 10번째 생일(18세 미만은 5번째 생일)까지입니다. 기한을 연장하면 전자증명서(電子証明書)는 쓸 수 없게 되니 함께 발행해 주십시오(무료).
expiry-stay-pending = { $end }까지 창구로 오시면 1번만 { $until }까지 연장할 수 있습니다(특례기간연장(特例期間延長), 무료). 마이넘버카드와 숫자 4자리 비밀번호, ‘在留期間更新許可申請中’ 도장이 있는 재류카드(在留カード)(온라인으로 신청하신 분은 접수 메일)를 가지고 오십시오. 허가가 나오면 다시 한번 오십시오.
expiry-stay-not-yet = 카드의 기한은 { $end }까지입니다. 재류기간(在留期間)을 갱신해도 카드의 기한은 자동으로 늘어나지 않고 알림도 오지 않습니다. 먼저 입관(入管)에 갱신을 신청하고, 허가가 나오면 { $end }까지 창구로 오십시오. 그때까지 허가가 나오지 않으면 신청 중에 1번만 2개월 연장할 수 있습니다.
expiry-stay-over = 카드는 { $end }에 기한이 지나 연장할 수 없습니다. 새 카드를 신청해 주십시오. 1개월 이상 걸리고 수수료는 1,000엔입니다.

renewal-kept = { $month }에 한 번 알려 드립니다. 저장하는 것은 이 달뿐입니다.
renewal-dropped = { $kind ->
    [card] 카드 갱신 알림을 보내지 않겠습니다.
    [certificate] 전자증명서 갱신 알림을 보내지 않겠습니다.
   *[stay] 재류기간에 따른 알림을 보내지 않겠습니다.
}
renewal-due = { $kind ->
    [card] 마이넘버카드를 갱신할 수 있는 시기입니다. 만드는 데 1~2개월 걸리니 일찍 신청해 주십시오.
    [certificate] 전자증명서(電子証明書)를 갱신할 수 있는 시기입니다. 카드를 가지고 창구로 오십시오. 비밀번호(暗証番号)도 필요합니다.
   *[stay] 마이넘버카드의 기한이 다가오고 있습니다. 재류기간(在留期間)을 갱신하시면 카드의 기한이 지나기 전에 창구에서 기한을 연장해 주십시오.
}

choice-expiry = 카드 유효기한 알아보기
choice-expiry-again = 다른 날짜로 알아보기
choice-have-printed = 카드의 유효기한을 알고 있음
choice-have-birth = 생년월일과 발행일을 알고 있음
choice-have-stay = 재류기간(在留期間)이 있음(외국 국적)
choice-renewed = 예, 기한이 지나기 전에 갱신했음
choice-not-renewed = 아니요, 또는 모르겠음
choice-permit-granted = 허가가 나왔음
choice-permit-pending = 신청 중
choice-permit-not-yet = 아직 신청하지 않음
choice-day-first = 일이 먼저
choice-month-first = 월이 먼저
choice-remind = { $kind ->
    [card] { $month }에 알림 받기(카드)
    [certificate] { $month }에 알림 받기(전자증명서)
   *[stay] { $month }에 알림 받기(재류기간)
}
choice-unremind = { $kind ->
    [card] 알림 받지 않기(카드)
    [certificate] 알림 받지 않기(전자증명서)
   *[stay] 알림 받지 않기(재류기간)
}

# Which procedure it is. Questions:
choice-finder = 어느 절차인지 모르겠음
choice-book-for = 예약하기: { $procedures }
find-ask-what = 어느 절차인지 함께 찾아 드립니다. 어떤 용건이십니까?
find-ask-who = 창구에 누가 오십니까?
find-ask-who-applies = 누구의 카드입니까? 창구에서 신청하실 때는 카드 주인 본인이 오셔야 합니다.
find-ask-reason = 본인이 오시지 못하는 이유는 무엇입니까?
find-ask-which-date = 알림이나 봉투에는 어느 기한이라고 적혀 있습니까?
find-ask-letter = 기한 알림에 들어 있던 조회서 겸 회답서(照会書兼回答書)가 있습니까?
find-ask-pin-state = 비밀번호(暗証番号)는 어떻게 되어 있습니까?
find-ask-move = 무엇이 바뀌었습니까?
find-ask-signature = e-Tax 등에 쓰는 서명용 전자증명서(署名用電子証明書)는 주소나 이름이 바뀌면 쓸 수 없게 됩니다. 새로 만드시겠습니까?
find-ask-nationality = 카드 주인 본인의 국적은 어디입니까?
find-ask-lost =
    먼저 전화로 카드를 정지해 주십시오(24시간, 무료).
    { $national }(음성 안내 2번, 일본어)
    { $foreign }(한국어 등 외국어)

    어디에서 잃어버리셨습니까?
find-ask-stay-state = 재류기간(在留期間) 갱신은 지금 어떻게 되어 있습니까?
find-ask-new-card = 어떤 카드를 신청하십니까?
find-ask-insurance = 어느 등록을 하시겠습니까?
find-ask-other = 다른 창구의 용건일 수 있습니다. 가까운 것을 선택해 주십시오.

# Answers:
find-collect = 엽서가 왔음·카드 받기
find-notice = 갱신 알림이 왔음·기한이 가까움
find-pin-trouble = 비밀번호를 잊었음·잠겼음
find-moved = 이사했음·이름이 바뀌었음
find-card-lost = 카드를 잃어버림·도난
find-stay = 재류기간이 끝남·연장됨
find-new = 카드 만들기·고장
find-use-it = 건강보험증이나 계좌 등록
find-something-else = 그 밖의 용건
find-myself = 본인
find-with-child = 15세 미만 자녀와 부모(법정대리인)
find-somebody-else = 대리인만
find-good-reason = 75세 이상, 고등학생 이하의 통학, 장기 입원, 시설 입소, 장애, 요개호·요지원, 임신, 유학 등
find-busy = 바쁜 일, 통근, 짧은 여행
find-card-date = 카드의 유효기한
find-certificate-date = 전자증명서(電子証明書)의 유효기한
find-not-sure = 모르겠음
find-has-letter = 있음
find-no-letter = 없음
find-pin-forgotten = 잊었음·잠겼음
find-pin-known = 알고 있고 바꾸고 싶음
find-into-city = 다른 시에서 이사 옴
find-within-city = 시내에서 이사함
find-out-of-city = 다른 시로 이사 감
find-abroad = 해외로 이사 감
find-name-changed = 이름이 바뀌었음
find-with-signature = 새로 만들기
find-without-signature = 만들지 않기
find-japanese = 일본
find-other-nationality = 일본 외
find-lost-outside = 집 밖·도난
find-lost-at-home = 집 안·모르겠음
find-found-again = 정지한 뒤에 찾음
find-stay-granted = 허가가 나왔음
find-stay-pending = 신청 중
find-stay-not-yet = 아직 신청하지 않음
find-stay-passed = 카드의 기한이 지났음
find-permanent = 영주자·특별영주자 등
find-first = 처음 만들기
find-damaged = 고장·파손
find-as-insurance-card = 건강보험증으로 쓰기
find-money-account = 공금수령계좌(公金受取口座)
find-insurance-itself = 건강보험 가입·탈퇴, 자격확인서(資格確認書)
find-records = 주민표·인감증명·호적
find-passport = 여권
find-pension = 연금
find-portal = 마이나포털 조작
find-visa = 재류자격·재류카드(在留カード)
find-licence = 운전면허증
find-none-of-it = 이 중에 없음

# What was found.
find-found =
    필요한 절차: { $procedures }(약 { $minutes }분)

    오시는 분: { $visitor }
    가져오실 것
    { $documents }{ $some ->
        [yes] { "" }

            주의
            { $notes }
       *[no] { "" }
    }
find-note-think-of-pins = 비밀번호(4자리 숫자와, 영문·숫자 6~16자)를 미리 생각해 두십시오.
find-note-child-comes-too = 자녀와 함께 오십시오.
find-note-fill-in-postcard = 엽서의 회답서, 위임장, 비밀번호는 본인이 직접 써 주십시오. 비밀번호는 가림 스티커로 가립니다.
find-note-come-yourself = 일이나 짧은 여행을 이유로는 대리인이 받을 수 없습니다. 시가 정한 일요일에도 창구를 엽니다.
find-note-apply-online = 신청은 스마트폰이나 우편으로도 할 수 있습니다. 창구에 오시지 않아도 됩니다.
find-note-collect-later = 카드가 나올 때까지 1~2개월 걸립니다. 받으러 다시 한번 오십시오.
find-note-free-with-old-card = 옛 카드를 반납하시면 무료입니다.
find-note-sealed-letter = 조회서 겸 회답서는 지금의 비밀번호도 포함해 본인이 모두 쓰고 봉해 주십시오. 봉투를 열지 말고 가져오십시오. 빠뜨린 곳이 있거나 비밀번호가 틀리면 다시 한번 오셔야 합니다.
find-note-two-visits = 먼저 창구에서 신청해 주십시오. 본인에게 조회서 겸 회답서(照会書兼回答書)가 우송됩니다. 본인이 쓰고 봉한 것을 가지고 다시 한번 오십시오(모두 2번).
find-note-kiosk-reset = 서명용(영문·숫자)이나 이용자증명용(숫자 4자리) 비밀번호 중 하나를 알고 계시면 나머지 하나는 앱과 편의점 단말기에서도 재설정할 수 있습니다(무료). 다른 비밀번호와 기한이 지난 전자증명서는 창구에서 절차를 해 주십시오.
find-note-file-the-move = 먼저 이사한 날부터 14일 이내에 전입신고(転入届)나 전거신고(転居届)를 해 주십시오. 가족 모두의 카드를 가지고 오십시오.
find-note-within-ninety-days = 전입신고(転入届) 후 90일 이내에 카드의 계속이용(継続利用) 절차를 해 주십시오. 절차를 하지 않으면 카드를 쓸 수 없게 됩니다.
find-note-household-may-come = 주소 변경 기재와 계속이용은 같은 세대에 속한 분도 숫자 4자리 비밀번호를 알면 절차를 할 수 있습니다. 서명용 전자증명서도 발행할 때는 본인이 비밀번호를 적어 봉한 위임장(委任状)을 가지고 오십시오.
find-note-register-first = 호적 신고를 마치고 주민표(住民票)의 이름이 바뀐 뒤에 오십시오.
find-note-before-leaving = 늦어도 출국 전날까지 해외 전출신고(転出届)와 함께 절차를 해 주십시오. 해외에서도 카드를 쓸 수 있습니다.
find-note-suspend-first = 먼저 전화로 카드를 정지해 주십시오: { $national }(24시간, 음성 안내 2번, 일본어), 한국어 등 외국어 { $foreign }
find-note-tell-police = 경찰에 신고하고 접수번호(受理番号)를 적어 두십시오.
find-note-reissue-fee = 수수료는 1,000엔입니다(전자증명서가 없으면 800엔). 원인에 따라 무료일 수 있습니다.
find-note-fast-issue = 분실 신고를 한 날부터 30일 이내라면 약 1주일 만에 나오는 특급발행(特急発行)도 신청할 수 있습니다(2,000엔).
find-note-lift-suspension = 일시정지 해제는 창구에서만 할 수 있습니다. 카드와 본인확인서류(本人確認書類)를 가지고 오십시오. 서명용 전자증명서는 새로 발행합니다.
find-note-before-the-date = 카드의 기한이 지나기 전에 오십시오. 지나면 연장할 수 없습니다.
find-note-data-takes-time = 입관의 정보가 시에 도착할 때까지 하루쯤 걸릴 수 있습니다. 허가 다음 날 이후로 예약하시기를 권합니다.
find-note-certificates-anew = 기한을 연장하면 전자증명서(電子証明書)는 쓸 수 없게 됩니다. 함께 발행해 주십시오(무료).
find-note-two-months-more = 신청 중에는 1번만 2개월 연장할 수 있습니다. ‘在留期間更新許可申請中’ 도장이 있는 재류카드(在留カード)나 접수 메일을 가지고 오십시오. 허가가 나오면 다시 한번 오십시오.
find-note-too-late-to-extend = 기한이 지난 카드는 연장할 수 없습니다. 새 카드를 신청합니다.
find-note-bring-the-card = 망가진 카드도 가지고 오십시오.

# Where it is done instead.
find-place-expiry-helper = 어느 기한이 가까운지 알아봐 드립니다. 아래에서 계속해 주십시오.
find-place-home = 지금 비밀번호를 아시면 마이나포털 앱에서 바꿀 수 있습니다. 창구에 오시지 않아도 됩니다. 잘되지 않으면 { $phone }(일본어)로 전화해 주십시오.
find-place-new-city = 전출신고(転出届)는 시민과(市民課)나 마이나포털에서 해 주십시오. 카드 절차는 이사 가는 곳의 시구정촌 창구에서 합니다. 이사한 날부터 14일 이내에 카드를 가지고 전입신고(転入届)를 해 주십시오.
find-place-moving-out = 해외 전출신고(転出届)를 하실 때 시민과(市民課)에 카드를 반납해 주십시오. 외국 국적인 분의 카드는 전출하는 날에 쓸 수 없게 됩니다.
find-place-immigration = 재류 절차는 출입국재류관리청(出入国在留管理庁)에서 합니다. 전화는 { $immigration }입니다. 허가가 나오면 카드의 기한이 지나기 전에 이 창구로 오십시오.
find-place-insurance-section = 건강보험 가입이나 자격확인서(資格確認書)는 가입하신 건강보험에 문의해 주십시오. 국민건강보험(国民健康保険)은 시청 보험 담당에 문의해 주십시오. 시청 전화는 { $phone }(일본어)입니다.
find-place-citizens-section = 주민표(住民票), 인감증명(印鑑証明), 호적(戸籍) 증명은 시민과(市民課)에서 다룹니다. 전화는 { $phone }(일본어)입니다. 카드와 4자리 숫자 비밀번호가 있으면 편의점에서 받을 수 있는 것도 있습니다.
find-place-passport-office = 여권은 이 창구에서 다루지 않습니다. 신청하는 곳은 { $phone }(일본어)에 문의해 주십시오.
find-place-pension-office = 연금은 이 창구에서 다루지 않습니다. 연금사무소(年金事務所)나 시청 연금 담당, { $phone }(일본어)에 문의해 주십시오.
find-place-portal-phone = 마이나포털 조작은 마이넘버 종합 무료 전화 { $national }(일본어)에 문의해 주십시오. 한국어 등 외국어는 { $portal }입니다.
find-place-police = 운전면허증과의 일체화는 경찰서나 운전면허시험장에서 합니다.
find-place-staff = 여기서는 알 수 없습니다. 직원에게 문의하시거나 { $phone }(일본어)로 전화해 주십시오.

# What to bring.
choice-papers = 준비물 체크하기
choice-ticked = 이것으로 전부
visitor-myself = 본인
visitor-guardian = 자녀나 피후견인과 부모·법정대리인
visitor-proxy = 대리인
papers-ask-visitor = 준비물을 함께 확인합니다: { $procedures }. 누가 오십니까?
papers-list =
    준비물: { $procedures }(오시는 분: { $visitor }). 준비하신 것을 눌러 주십시오. 다 되면 “이것으로 전부”를 눌러 주십시오.

    { $list }
papers-ab =
    A: 얼굴 사진이 있는 서류(운전면허증, 여권, 재류카드, 특별영주자증명서, 장애인수첩 등)
    B: 성명과, 생년월일이나 주소가 적힌 서류(자격확인서(資格確認書), 연금수첩, 학생증 등)
    모두 원본으로, 기한이 지나지 않고 지금의 주소와 성명이 적힌 것이어야 합니다.
papers-complete =
    모두 준비되었습니다. 당일 잊지 말고 가져오십시오.{ $some ->
        [yes] { "" }

            다음은 해당하는 분만 가져오십시오.
            { $perhaps }
       *[no] { "" }
    }
papers-missing =
    아직 부족합니다. 다음을 준비해 주십시오.
    { $needs }

    예약하신 날까지 준비하지 못하시면 일시를 바꿔 주십시오. 서류에 관해서는 직원에게 문의하시거나 { $phone }(일본어)로 전화해 주십시오.

item-notice-postcard = 교부통지서(交付通知書) 엽서
item-proxy-postcard = 교부통지서(交付通知書): 회답서·위임장·비밀번호를 본인이 쓴 것
item-card = 마이넘버카드
item-old-card = 옛 마이넘버카드
item-tsuchi-card = 통지카드(通知カード)
item-juki-card = 주민기본대장카드(住民基本台帳カード)
item-residence-card = 새 재류카드(在留カード)
item-application-form = 교부신청서(交付申請書)
item-photo = 얼굴 사진(세로 4.5cm, 가로 3.5cm, 6개월 이내)
item-pin = 4자리 숫자 비밀번호(暗証番号)
item-signature-pin = 영문·숫자 6~16자 비밀번호
item-sealed-answer = 봉한 조회서 겸 회답서(照会書兼回答書)
item-account = 본인 명의의 계좌를 알 수 있는 것
item-fee = 수수료(잃어버리거나 망가뜨린 경우)
item-guardian-proof = 호적(戸籍)이나 등기사항증명서(登記事項証明書)(3개월 이내)
item-reason-proof = 오시지 못하는 이유를 알 수 있는 서류
item-photo-certificate = 얼굴 사진 증명서(個人番号カード顔写真証明書)
item-id-a = 본인의 서류 A
item-id-a-second = 본인의 서류 A(2번째)
item-id-b = 본인의 서류 B
item-id-b-second = 본인의 서류 B(2번째)
item-companion-id-a = 부모·법정대리인·대리인의 서류 A
item-companion-id-a-second = 부모·법정대리인·대리인의 서류 A(2번째)
item-companion-id-b = 부모·법정대리인·대리인의 서류 B
item-companion-id-b-second = 부모·법정대리인·대리인의 서류 B(2번째)

need-perhaps = { $item }(해당하는 분만)
need-identity = { $bearer ->
    [holder] 카드 주인의 본인확인서류:
   *[companion] 법정대리인·대리인의 본인확인서류:
} { $proof ->
    [one-of-any] A나 B 중에서 1가지
    [one-with-photo] A 1가지
    [one-or-two] A 1가지 또는 B 2가지
   *[two-with-photo] 2가지(A 2가지, 또는 A와 B 1가지씩)
}
need-postcard-or-more = 교부통지서(交付通知書) 엽서와 본인의 본인확인서류(A 1가지 또는 B 2가지). 엽서가 없으면 A 2가지, A와 B 1가지씩, 또는 통지카드(通知カード)와 B 2가지
need-pins-or-identity = 비밀번호(4자리 숫자와, 영문·숫자 6~16자). 모르시면 본인의 본인확인서류(A나 B) 1가지
need-holder-or-photo-certificate = 본인의 본인확인서류: 2가지(A 2가지, 또는 A와 B 1가지씩). A가 없으면 B 2가지와 얼굴 사진 증명서(個人番号カード顔写真証明書)
