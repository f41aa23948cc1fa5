# A person takes over: what the citizen reads beside the phrases in staff.ftl.

promise-by = { $date } { $time } 이전
case-opened-for-anger = 불편을 드려 죄송합니다. 직원이 직접 말씀을 듣고 답해 드립니다(접수번호 { $case }). 답변은 { $promise }에 여기로 올 예정입니다. { $phone }(일본어)로 전화하셔도 됩니다.
case-opened-for-anger-closed = 불편을 드려 죄송합니다. 직원이 직접 말씀을 듣고 답해 드립니다(접수번호 { $case }). 지금은 창구 시간이 아닙니다. 답변은 { $promise }에 여기로 올 예정입니다.
case-entry =
    직원의 안내(접수번호 { $case }): 다음 내용을 확인해 주십시오.

    { $question }

    { $answer }

    ({ $reviewed }에 확인한 내용입니다)
case-relayed-closed = 직원에게 전했습니다(접수번호 { $case }). 지금은 창구 시간이 아닙니다. 답변은 { $promise }에 여기로 올 예정입니다.
case-handed-on = 담당 직원이 바뀌었습니다(접수번호 { $case }). 지금까지 적어 주신 내용은 새 담당 직원도 모두 볼 수 있습니다.
case-late = 약속드린 시간 안에 답해 드리지 못해 죄송합니다(접수번호 { $case }). 직원이 확인하고 있습니다. 답변은 { $promise }에 올 예정입니다. 급하시면 { $phone }(일본어)로 전화해 주십시오.
choice-call-back = 전화 요청하기
choice-call-at = { $date } { $from }~{ $until }
call-ask-time = 직원이 전화드립니다(접수번호 { $case }). 편하신 시간을 선택해 주십시오.
call-no-time = 죄송합니다. 지금은 전화드릴 수 있는 시간이 모두 찼습니다. { $phone }(일본어)로 전화하시거나 여기서 답변을 기다려 주십시오(접수번호 { $case }).
call-ask-number = { $date } { $from }~{ $until }에 전화드립니다(접수번호 { $case }). 전화번호를 적어 주십시오. 번호는 직원만 보며, 용건이 끝나면 삭제합니다.
call-number-unclear = 전화번호를 읽지 못했습니다. 0으로 시작하는 번호(해외 번호는 +로 시작)를 적어 주십시오.
call-noted = 알겠습니다. { $date } { $from }~{ $until }에 직원이 전화드립니다(접수번호 { $case }). 변경하시려면 “전화 요청하기”를 다시 선택해 주십시오.
case-sent-on = 이어서 { $place }에서 안내해 드립니다. 그곳에서 이 번호를 말씀해 주십시오: { $code }. 지금까지의 내용은 이미 전달했습니다.
case-counter = { $office } { $counter }번 창구(窓口)
