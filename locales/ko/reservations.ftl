# Several people, the waiting list, kept times, closed days, missed visits, and one's own data.

procedures-people = { $procedures }({ $people }명)
choice-count-people = 2명 이상 방문
choice-people = { $people }명
ask-people =
    몇 명의 절차를 하시겠습니까({ $most }명까지)?

    자녀의 절차도 1명으로 셉니다. 15세 미만인 분은 보호자와 함께 오십시오.
people-too-many = 한 번에 { $most }명까지 예약할 수 있습니다. 더 많을 때는 { $phone }(일본어)로 전화해 주십시오. 직원이 도와드립니다.
people-limit = 동시에 모두 합해 { $most }명까지 예약할 수 있습니다. { $phone }(일본어)로 전화해 주시면 직원이 도와드립니다.
day-limit = { $date }에는 이미 예약이 { $most }건 있습니다. 다른 날을 선택해 주십시오.
time-double = { $date } { $time }에 이미 예약이 있습니다. 다른 시간을 골라 주세요.
day-too-soon = { $date } 예약은 마감되었습니다. { $first }부터의 날짜 중에서 선택해 주십시오.
change-too-late = { $phone }(일본어)로 전화해 주십시오. 여기서는 예약 { $minutes }분 전까지 변경·취소할 수 있습니다.
choice-time-quiet = { $time }(보통 한산합니다)

# The waiting list. A wish is for one day or for several, for any time or for a part of the day.
choice-wait-day = { $date } 예약 대기 신청
choice-wait-any = 예약 대기 신청
choice-wait-leave = 예약 대기 그만두기
wait-joined =
    예약 대기(キャンセル待ち)에 등록했습니다. 빈 시간이 나오면 알려 드립니다.

    희망: { $one-day ->
        [yes] { $first }
       *[no] { $first }~{ $last }
    }{ $part ->
        [yes] { " " }{ $from }~{ $to }
       *[no] { "" }
    }
    장소: { $office }
    절차: { $procedures }

    알려 드린 뒤 { $minutes }분 동안 그 시간을 잡아 둡니다. { $replaces ->
        [yes] 이전 예약 대기는 취소했습니다.
       *[no] { "" }
    }
wait-listed =
    예약 대기(キャンセル待ち) 중입니다. 빈 시간이 나오면 알려 드립니다.

    희망: { $one-day ->
        [yes] { $first }
       *[no] { $first }~{ $last }
    }{ $part ->
        [yes] { " " }{ $from }~{ $to }
       *[no] { "" }
    }
    장소: { $office }
    절차: { $procedures }
wait-none = 등록하신 예약 대기가 없습니다. 예약할 때 자리가 찬 날짜를 쓰시면 예약 대기를 하실 수 있습니다.
wait-left = 예약 대기를 그만두었습니다.
wait-over = 예약 대기 기간({ $first }~{ $last })이 끝났습니다. 시간을 마련해 드리지 못해 죄송합니다. 다른 날을 선택해 주십시오.
wait-offer =
    빈 시간이 나왔습니다. { $until }까지 잡아 두었습니다.

    일시: { $date } { $time }
    장소: { $place }
    절차: { $procedures }

    { $until } 이후에는 다음 분께 안내합니다.
choice-take-offer = 이 시간으로 예약하기
choice-decline-offer = 이번에는 안 하기
offer-gone = 이 시간은 이제 예약할 수 없습니다.
offer-declined = { $stays ->
    [yes] 알겠습니다. 예약 대기는 계속되며, 순서는 맨 뒤가 됩니다.
   *[no] 알겠습니다. 예약 대기는 끝났습니다.
}
offer-lapsed = { $stays ->
    [yes] 시간을 잡아 두는 기한이 지나 다음 분께 안내했습니다. 예약 대기는 계속되며, 순서는 맨 뒤가 됩니다.
   *[no] 시간을 잡아 두는 기한이 지나 다음 분께 안내했습니다. 예약 대기는 끝났습니다.
}

# A closed day. The kept times are on the buttons below.
closing-news =
    { $reason ->
        [outage] 국가 시스템이 멈춰서
        [weather] 악천후로
       *[other] 부득이한 사정으로
    } { $date } { $time }에 예약하신 창구를 열 수 없습니다. 불편을 드려 대단히 죄송합니다.

    예약 번호: { $code }
    절차: { $procedures }

    { $times ->
        [0] “날짜·시간 변경”에서 다른 날을 선택해 주십시오.
       *[other] 다른 시간을 { $until }까지 잡아 두었습니다. 하나를 선택해 주십시오.
    }
closing-offer =
    { $date } { $time }에 예약하신 창구를 열 수 없습니다(예약 번호 { $code }).

    { $times ->
        [0] “날짜·시간 변경”에서 다른 날을 선택해 주십시오.
       *[other] 다른 시간을 { $until }까지 잡아 두었습니다. 하나를 선택해 주십시오.
    }
closing-lifted = 창구를 예정대로 열게 되었습니다. { $date } { $time } 예약({ $code })은 그대로 유효합니다.
closing-lapsed = { $date } { $time } 예약({ $code }) 대신 잡아 둔 시간은 기한이 지났습니다. “날짜·시간 변경”에서 선택하시거나 { $phone }(일본어)로 전화해 주십시오.

# A missed visit.
no-show =
    { $date } { $time } 예약에 오신 것을 확인하지 못했습니다.

    편하신 날로 다시 예약할 수 있습니다. 오셨던 분은 직원에게 알려 주십시오.
no-show-limit = 예약하고 오시지 않은 일이 이어져, 지금은 { $days }일 뒤까지만 예약할 수 있습니다.

# A reservation made from another telephone.
code-ask-day = 예약하신 날이 언제입니까? 확인을 위해 날짜를 적어 주십시오(예: 12월 5일).
code-refused = 예약 번호와 날짜를 확인하지 못했습니다. 다시 살펴보시거나 { $phone }(일본어)로 전화해 주십시오.
code-locked = 확인할 수 있는 횟수를 넘었습니다. 내일 다시 시도하시거나 { $phone }(일본어)로 전화해 주십시오.
code-shared = 확인되었습니다. 여기서도 변경·취소할 수 있습니다.

# What is kept about the resident.
choice-my-data = 내 데이터
choice-messages-on = 알림 받기
choice-messages-off = 알림 끄기
choice-erase-data = 데이터 삭제하기
choice-confirm-erase = 삭제하기
choice-keep-data = 삭제하지 않기
messages-off = 알림(예약 전 알림 등)을 껐습니다. 질문에는 지금처럼 답해 드립니다.
messages-on = 알림을 보내 드립니다.
term-days = { $days }일
my-data =
    저장되어 있는 데이터입니다.

    { $lines }
    알림: { $messages ->
        [yes] 받음
       *[no] 받지 않음
    }

    마이넘버나 비밀번호는 저장하지 않습니다.
my-data-line = { $what ->
    [nothing] 지금은 저장된 것이 없습니다.
    [messages] 대화: { $count }건(각각 { $term } 뒤 삭제됩니다)
    [upcoming] 앞으로의 예약: { $count }건
    [past] 지난 예약: { $count }건(방문일로부터 { $term }까지)
    [waits] 예약 대기: { $count }건(희망하신 마지막 날로부터 { $term }까지)
    [renewals] 갱신 알림: { $count }건(알림 달로부터 { $term }까지)
    [ticket] 오늘의 번호표: { $count }장
    [tickets] 지난 번호표: { $count }장(발급일로부터 { $term }까지)
    [cases] 직원 문의: { $count }건(끝난 뒤 { $term }까지)
    [callback] 회신받을 전화번호: { $count }건(문의가 끝난 뒤 { $term }까지)
    [feedback] 평가: { $count }건({ $term } 뒤에는 누구의 평가인지 알 수 없게 됩니다)
   *[block] { $until }까지 여기에 글을 쓸 수 없습니다(기록은 그 뒤 { $term }까지)
}
# The button below it on the web, and the line in other places that leads there.
my-data-copy = 내 데이터 사본 내려받기
my-data-web = 웹 채팅에서는 그 채팅의 데이터 사본을 내려받을 수 있습니다: { $link }
ask-erase =
    대화, 직원 문의, 평가와의 연결, 지난 예약과 번호표, 예약 대기, 갱신 알림 신청을 삭제할까요? 여기에서 하지 않으신 예약은 여기에서 볼 수 없게 됩니다. 되돌릴 수 없습니다.

    { $stays }
erase-line = { $what ->
    [upcoming] 앞으로의 예약 { $count }건은 남습니다. 방문을 기다리고 있기 때문입니다.
    [ticket] 오늘의 번호표는 불러 드릴 때까지 남습니다.
    [block] { $until }까지 글을 쓸 수 없는 제한은 남습니다.
    [case] 직원 문의({ $case })는 종료됩니다.
   *[log] 처리 기록은 쓰신 내용 없이 { $term } 동안 남습니다.
}
erased =
    삭제했습니다.
    { $stays }

# Below a reservation: its page, with the calendar file and the code to show at the counter.
visit-page = 캘린더에 추가·접수용 QR 코드: { $link }
visit-title = 예약 내용
visit-calendar = 캘린더에 추가
visit-qr = 창구에서 보여 주세요
visit-over = 이 예약은 취소되었거나 끝났습니다.
visit-chat = 변경·취소·문의는 여기에서
