# The queue of the day at the counters: tickets, calls, waiting times.

# "5–15 minutes"
wait-range = { $same ->
    [yes] 약 { $high }분
    [within] 최대 { $high }분
   *[no] { $low }~{ $high }분
}

ticket-issued = { $kind ->
    [booked] 접수되었습니다. { $due } 예약입니다.
    [late] 접수되었습니다. { $ahead ->
        [0] 예약 시간({ $due })이 지나, 예약 시간이 된 다른 분을 먼저 불러 드릴 수 있습니다.
       *[other] 예약 시간({ $due })이 지나, 지금 기다리시는 분들 다음에 불러 드립니다.
    }
   *[walk-in] 번호표(番号札)를 발급했습니다.
    }

    번호: { $number }
    장소: { $office }
    { $has-wait ->
        [yes] 호출까지: { $wait }(앞에 { $ahead }명)
       *[no] 앞에 기다리시는 분: { $ahead }명
    }

    { $near ->
        [yes] 창구 앞에서 기다려 주십시오. 곧 불러 드립니다.
       *[no] 순서가 가까워지면 알려 드립니다. 그때까지 창구 앞에서 기다리지 않으셔도 됩니다.
    }
ticket-waiting = 번호: { $number }({ $office })
    { $has-wait ->
        [yes] 호출까지: { $wait }(앞에 { $ahead }명)
       *[no] 앞에 기다리시는 분: { $ahead }명
    }
ticket-called = 오래 기다리셨습니다. { $number }번 고객님, { $counter }번 창구(窓口)로 오십시오.
    장소: { $office }
ticket-recalled = 다시 불러 드립니다. { $number }번 고객님, { $counter }번 창구(窓口)로 오십시오.
    장소: { $office }
ticket-near = { $number }번 앞에 { $ahead }명 남았습니다. 창구 가까이에서 기다려 주십시오. { $has-wait ->
        [yes] 호출까지: { $wait }
       *[no] {""}
    }
ticket-next = 다음은 { $number }번입니다. 창구 앞({ $office })에서 기다려 주십시오.
ticket-slower = 죄송합니다. 예정보다 시간이 더 걸리고 있습니다.
    { $number }번 호출까지: { $wait }
ticket-undone = 죄송합니다. { $number }번을 잘못 불렀습니다. 순서는 그대로입니다. 조금만 더 기다려 주십시오.
ticket-missed = { $number }번을 불러 드렸으나 오시지 않았습니다.
    창구에 오실 수 있을 때 “창구에 왔습니다”를 눌러 주십시오. 그때 기다리시는 분들 다음에 불러 드립니다.
ticket-parked = { $number }번 절차를 잠시 보류하고 있습니다. 직원이 다시 불러 드리니 가까이에서 기다려 주십시오.
ticket-returned = { $number }번을 다시 순서에 넣었습니다. 지금 기다리시는 분들 다음에 불러 드립니다.
ticket-transferred = { $number }번은 다음 창구로 안내합니다. 번호는 그대로입니다.
    { $has-counter ->
        [yes] { $counter }번 창구({ $office })에서 불러 드립니다.
       *[no] { $office }에서 기다려 주십시오.
    }
ticket-done = { $number }번 절차가 끝났습니다. 찾아 주셔서 감사합니다.
ticket-left = { $number }번을 취소했습니다. 또 찾아 주십시오.
ticket-ask-leave = { $number }번을 취소할까요? 취소하면 순서를 되돌릴 수 없습니다.
ticket-delayed = 알겠습니다. { $number }번은 { $minutes }분 뒤부터 원래 순서대로 불러 드립니다.
ticket-delayed-enough = { $number }번은 더 미룰 수 없습니다. 못 오시면 취소해 주십시오. 호출 때 안 계셔도 나중에 다시 순서에 들어가실 수 있습니다.
ticket-ready = 알겠습니다. 순서가 되면 { $number }번을 불러 드립니다.
    { $has-wait ->
        [yes] 호출까지: { $wait }(앞에 { $ahead }명)
       *[no] 앞에 기다리시는 분: { $ahead }명
    }
ticket-where = { $has-counter ->
    [yes] { $number }번 고객님, { $counter }번 창구({ $office })로 오십시오.
   *[no] { $office }에서 기다려 주십시오. { $number }번을 부를 때 창구 번호를 알려 드립니다.
}
ticket-needs-noted = 직원에게 전하겠습니다: { $needs }
ticket-ask-needs = 필요한 도움을 선택해 주십시오. 직원에게 전합니다.
ticket-meanwhile = 기다리시는 동안 준비물과 오늘의 순서를 확인해 주십시오({ $procedures }). 신청서 등을 써야 할 때는 창구에서 드립니다.
ticket-none = 오늘 번호표(番号札)가 아직 없습니다. 도착하시면 여기에서 알려 주십시오. 예약이 없으시면 번호표를 받아 주십시오.
ticket-over = { $number }번은 이미 끝났습니다.
ticket-ask-procedure = 어느 절차입니까? ({ $office })
ticket-ask = { $office }, { $procedure }({ $people }명)
    지금 { $waiting }명이 기다리고 있습니다. 호출까지 { $wait } 걸립니다.
    번호표(番号札)를 받으시겠습니까?
ticket-refused = { $reason ->
    [reservation-only] 비어 있는 시간을 예약해 주십시오. { $office } 창구는 예약하신 분만 이용하실 수 있습니다.
    [office-cannot] { $office }에서는 이 절차를 할 수 없습니다.
    [closed] 다른 날을 예약해 주십시오. 오늘은 창구가 쉽니다.
    [not-yet] 번호표는 { $time }부터 받으실 수 있습니다.
    [over] 다른 날을 예약해 주십시오. 오늘 접수는 끝났습니다.
    [no-counter] 지금 이 절차를 하는 창구가 열려 있지 않습니다. 급하시면 { $phone }(일본어)로 전화해 주십시오.
    [booked-delayed] 비어 있는 시간을 예약해 주십시오. 지금은 예약하신 분들로 차 있어, 예약이 없는 분께는 번호표를 드릴 수 없습니다.
    [phone-full] 창구의 접수기나 접수처에서 번호표를 받으시거나, 비어 있는 시간을 예약해 주십시오. 지금은 휴대전화로 번호표를 더 드릴 수 없습니다.
   *[day-ends] 다른 날을 예약해 주십시오. 오늘 접수 시간 안에 절차가 끝나지 않을 것으로 보여 번호표를 드릴 수 없습니다.
}
ticket-free = 비어 있는 시간: { $times }
check-in-early = 예약은 { $date } { $time }입니다. 접수는 { $from }부터 할 수 있습니다.
    더 이른 시간이 비어 있으면 예약을 변경할 수 있습니다.
check-in-other-day = { $past ->
    [yes] 이 예약은 { $date }이었습니다. 새로 예약해 주십시오.
   *[no] 예약은 오늘이 아니라 { $date } { $time }입니다. 날짜와 시간을 변경할 수도 있습니다.
}
check-in-other-office = 예약하신 장소는 { $office }입니다. { $date } { $time }에 그곳으로 오십시오. 장소를 변경할 수도 있습니다.
check-in-closed = 오늘 창구는 끝났습니다. 예약({ $date } { $time })은 다른 날로 다시 잡아 주십시오. 문의는 { $phone }(일본어)로 전화해 주십시오.
check-in-none = 오늘 예약을 찾지 못했습니다. 예약 번호를 아시면 보내 주십시오. 예약이 없으시면 번호표를 받을 수 있는지 확인할 수 있습니다.
check-in-which = 오늘 예약이 2건 이상 있습니다. 어느 예약을 접수하시겠습니까?
waiting-now = 지금의 대기 상황입니다.
    { $lines }
waiting-now-line = { $office }: { $waiting }명 대기 중. { $state ->
        [admitted] 예약이 없으면 { $wait } 기다립니다.
        [reservation-only] 예약하신 분만 이용하실 수 있습니다.
        [closed] 오늘은 쉽니다.
        [not-yet] 번호표는 { $time }부터입니다.
        [over] 오늘 접수는 끝났습니다.
        [no-counter] 지금 열려 있는 창구가 없습니다.
       *[other] 지금은 예약이 없는 분의 접수를 멈추고 있습니다.
    }

# A line below a message or a printed ticket
ticket-page = 순서 보기: { $link }

# Display and loudspeaker
call-text = { $number }번 고객님, { $counter }번 창구로 오십시오.

need-chair = 의자·휠체어 자리
need-hearing = 잘 안 들림(필담·손짓)
need-interpreter = 통역
needs-none = 특별히 없음

choice-ticket-here = 도착했습니다
choice-ticket-here-at = { $time } 예약 접수
choice-ticket-take = 번호표 받기
choice-ticket-people = { $people }명
choice-ticket-show = 내 순서 보기
choice-ticket-late = 10분 늦습니다
choice-ticket-leave = 이만 가겠습니다
choice-ticket-leave-yes = 번호표 취소하기
choice-ticket-stay = 계속 기다리기
choice-ticket-where = 어디로 가면 됩니까?
choice-ticket-meanwhile = 기다리는 동안
choice-ticket-needs = 도움이 필요합니다
choice-ticket-back = 창구에 왔습니다
choice-need = { $on ->
    [yes] ☑ { $need }
   *[no] ☐ { $need }
}
