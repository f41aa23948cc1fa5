# A person: what the citizen reads. What the staff read is always Japanese.

case-opened = 직원에게 연결합니다(접수번호 { $case }). 답변은 { $promise }에 여기로 올 예정입니다. 급하시면 { $phone }(일본어)로 전화해 주십시오.
case-opened-closed = 직원에게 연결합니다(접수번호 { $case }). 지금은 창구 시간이 아닙니다. 답변은 { $promise }에 여기로 올 예정입니다.
case-opened-after-misses = 제대로 답해 드리지 못해 죄송합니다. 직원에게 연결합니다(접수번호 { $case }). 답변은 { $promise }에 여기로 올 예정입니다. 급하시면 { $phone }(일본어)로 전화해 주십시오.
case-opened-after-misses-closed = 제대로 답해 드리지 못해 죄송합니다. 직원에게 연결합니다(접수번호 { $case }). 지금은 창구 시간이 아닙니다. 답변은 { $promise }에 여기로 올 예정입니다.
case-opened-for-risk = 중요한 일이므로 직원에게도 알렸습니다(접수번호 { $case }). 직원의 답변은 { $promise }에 여기로 올 예정입니다.
case-opened-for-risk-closed = 중요한 일이므로 직원에게도 알렸습니다(접수번호 { $case }). 지금은 창구 시간이 아닙니다. 직원의 답변은 { $promise }에 여기로 올 예정입니다.
case-waits = 이미 직원에게 전달되어 있습니다(접수번호 { $case }). 답변은 { $promise }에 올 예정입니다. 급하시면 { $phone }(일본어)로 전화해 주십시오.
case-waits-closed = 이미 직원에게 전달되어 있습니다(접수번호 { $case }). 지금은 창구 시간이 아닙니다. 답변은 { $promise }에 올 예정입니다.
case-accepted = 지금부터 직원이 답해 드립니다(접수번호 { $case }). 이대로 적어 주십시오.
case-relayed = 직원에게 전했습니다(접수번호 { $case }). 답변을 기다려 주십시오.
case-noted = 직원에게 전할 내용에 덧붙였습니다(접수번호 { $case }). 다른 질문이나 예약도 여기서 계속하실 수 있습니다.
staff-says =
    직원의 답변(접수번호 { $case }):
    { $text }
staff-says-translated =
    직원의 답변(접수번호 { $case }). 기계 번역이므로 틀린 곳이 있을 수 있습니다:
    { $translated }

    원문:
    { $text }
staff-says-untranslated =
    직원의 답변(접수번호 { $case }). 번역하지 않은 직원의 원문입니다:
    { $text }
case-closed = 직원의 응대가 끝났습니다(접수번호 { $case }). 이제부터는 이 안내 서비스가 답해 드립니다.
case-idle = 오랫동안 대화가 없어 접수번호 { $case }의 응대를 마쳤습니다. 아직 답변을 기다리고 계셨다면 죄송합니다. 다시 “직원에게 문의”를 선택하시거나 { $phone }(일본어)로 전화해 주십시오.
case-withdrawn = 답변이 더 필요 없다고 직원에게 전했습니다(접수번호 { $case }).
