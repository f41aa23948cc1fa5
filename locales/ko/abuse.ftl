# What is said to those who are limited or blocked. The first line stands below every refusal.

emergency-line = 카드 분실·도난·부정 사용은 24시간 언제든지 { $hotline }(한국어 등 외국어는 { $foreign })로 전화해 주십시오. 화재·구급은 119, 사건·사고는 110입니다.
too-many = 지금 같은 인터넷 회선에서 접속이 많습니다. 잠시 후 다시 시도해 주십시오. 급하시면 { $phone }(일본어)로 전화해 주십시오.
blocked =
    { $until }까지 이 안내 서비스를 이용하실 수 없습니다.
    { $reason ->
         [flood] 이유: 짧은 시간에 많은 메시지가 도착했기 때문입니다.
         [insults] 이유: 모욕적인 말이 있었기 때문입니다.
         [threats] 이유: 위협하는 말이 있었기 때문입니다.
         [false-reservations] 이유: 예약하고 오시지 않은 일이 되풀이되었기 때문입니다.
        *[other] 이유: 창구 업무에 지장이 있었기 때문입니다.
    }
    지금 있는 예약은 그대로 유효합니다. 예약 취소와 번호표(番号札)는 지금처럼 이용하실 수 있습니다. 용건이 있으시면 { $phone }(일본어)로 전화해 주십시오.
    { $appeal ->
         [made] 이의를 접수했습니다(접수번호 { $case }). 직원이 확인하겠습니다.
        *[open] 잘못되었다고 생각하시면 “이의 제기”를 눌러 주십시오. 직원이 확인하겠습니다.
    }
block-lifted = 이용 제한이 끝났습니다. 이제 이 안내 서비스를 다시 이용하실 수 있습니다.
choice-appeal = 이의 제기
