# Reservations.

ask-procedure = 예약을 도와드리겠습니다. 어느 절차입니까?
ask-procedure-more = { $procedures } 외에 어느 절차를 하시겠습니까?
ask-office = { $procedures }. 어느 창구로 오시겠습니까?
ask-day = { $procedures }, { $office }, 약 { $minutes }분입니다. 언제가 좋으십니까? { $last }까지 예약할 수 있습니다. “12/15 10:30”처럼 적으셔도 됩니다.
ask-day-again = 비어 있는 날입니다. { $last }까지 예약할 수 있습니다.
ask-time = { $date }, { $office }의 비어 있는 시간입니다. “10:30”처럼 적으셔도 됩니다.
ask-time-again = { $date }의 비어 있는 다른 시간입니다.
ask-confirm =
    이대로 예약할까요? { $hold }분 동안 이 시간을 잡아 두었습니다.

    절차: { $procedures }
    일시: { $date } { $time }(약 { $minutes }분)
    장소: { $place }
ask-confirm-change =
    이대로 바꿀까요? { $hold }분 동안 새 시간을 잡아 두었습니다. 변경이 끝날 때까지 지금 예약은 그대로입니다.

    변경 전: { $old-date } { $old-time }({ $old-office })
    변경 후: { $date } { $time }({ $office }, 약 { $minutes }분)
    절차: { $procedures }
day-closed = { $why ->
    [saturday] { $date }은 토요일이라 창구가 쉽니다.
    [sunday] { $date }은 창구가 쉬는 일요일입니다.
    [holiday] { $date }은 일본 공휴일({ $holiday })이라 창구가 쉽니다.
    [year-end] { $date }은 연말연시(12월 29일~1월 3일)라 창구가 쉽니다.
   *[special] { $date }은 창구가 쉽니다.
}
day-open = { $date } 창구는 { $opens }부터 { $closes }까지 엽니다.
day-full = { $date }은 예약이 다 찼습니다.
day-past = { $date }은 이미 지났습니다.
day-too-far = { $date }은 아직 예약할 수 없습니다. 지금은 { $last }까지 예약할 수 있습니다.
day-impossible = 그런 날짜는 없습니다.
time-impossible = 그런 시각은 없습니다.
time-outside = 그날 창구는 { $opens }부터 { $closes }까지입니다. 절차에 걸리는 시간까지 이 안에 들어가도록 선택해 주십시오.
time-full = { $time }에는 이미 예약이 있습니다.
no-time-in-range = { $from }부터 { $to }까지는 빈 시간이 없습니다.
none-free = { $last }까지 예약이 모두 찼습니다. 취소가 나올 수 있으니 나중에 다시 확인해 주십시오. 급하시면 { $phone }(일본어)로 전화해 주십시오.
slot-taken = 죄송합니다. 그 시간은 방금 다른 예약이 들어왔습니다.
hold-ended = 시간을 잡아 두는 기한이 지나 다른 분의 예약이 들어왔습니다. 아직 예약되지 않았습니다.
limit-reached = 예약은 { $most }건까지 할 수 있습니다. 먼저 지금 예약을 변경하거나 취소해 주십시오.
procedures-too-many = 한 번에 할 수 있는 절차는 { $most }가지까지입니다.
office-cannot = { $office }에서는 다음 절차를 할 수 없습니다: { $procedures }.
booked =
    예약되었습니다.

    예약 번호: { $code }
    절차: { $procedures }
    일시: { $date } { $time }(약 { $minutes }분)
    장소: { $place }

    { $reminders ->
        [both] 전날 저녁과 당일에 알려 드립니다. 못 오시게 되면 여기서 변경하거나 취소해 주십시오.
        [one] 예약 전에 알려 드립니다. 못 오시게 되면 여기서 변경하거나 취소해 주십시오.
       *[none] 못 오시게 되면 여기서 변경하거나 취소해 주십시오.
    }
moved =
    예약을 변경했습니다. 이전 시간({ $old-date } { $old-time })은 다른 분이 쓰실 수 있게 비웠습니다.

    예약 번호: { $code }(바뀌지 않습니다)
    절차: { $procedures }
    일시: { $date } { $time }(약 { $minutes }분)
    장소: { $place }
no-reservations = 여기서 하신 예약이 없습니다. 전화 등으로 하신 예약은 창구에 문의해 주십시오.
reservation =
    예약 번호: { $code }
    절차: { $procedures }
    일시: { $date } { $time }(약 { $minutes }분)
    장소: { $place }{ $coming ->
        [yes] { "" }
            “가겠습니다”라고 답해 주셨습니다.
       *[no] { "" }
    }
ask-which-to-change = 어느 예약을 변경하시겠습니까?
ask-which-to-cancel = 어느 예약을 취소하시겠습니까?
ask-cancel = 이 예약을 취소할까요? { $date } { $time }, { $procedures }, { $office }(예약 번호 { $code })
cancelled = { $date } { $time } 예약({ $code })을 취소했습니다.
cancel-kept = 예약은 그대로입니다. { $date } { $time }에 기다리겠습니다.
reservation-over = 그 예약은 이미 취소되었거나 찾을 수 없습니다.
reservation-past = 그 예약 시간은 이미 시작되었거나 지났습니다. { $phone }(일본어)로 전화해 주십시오.
coming-noted = 감사합니다. { $date } { $time }에 기다리겠습니다.

# Reminders carry no name and no number but the reservation's.
reminder-evening =
    내일 예약을 알려 드립니다.

    일시: { $date } { $time }
    장소: { $place }
    절차: { $procedures }
    예약 번호: { $code }

    가져오실 것
    { $documents }
reminder-soon =
    오늘 예약을 알려 드립니다.

    일시: { $date } { $time }
    장소: { $place }
    절차: { $procedures }
    예약 번호: { $code }

    가져오실 것
    { $documents }
day-over = 오늘 { $date }은 예약할 수 있는 시간이 더 없습니다.
time-steps = 예약 시간은 { $minutes }분 간격입니다. 가까운 시간 중에서 선택해 주십시오.
ask-day-change = 지금 예약은 { $date } { $time }, { $office }입니다. 언제로 바꾸시겠습니까({ $last }까지)? 새 예약이 정해질 때까지 지금 예약은 그대로입니다.
