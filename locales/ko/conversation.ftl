# The conversation itself.

welcome =
    { $city } { $counter }입니다. 질문이나 예약 희망을 그대로 적어 주십시오.
    예: “전자증명서 갱신에 필요한 것은?” “12/15 10:30”
help =
    질문을 그대로 적으시거나 아래에서 선택해 주십시오.
    “그만”, “뒤로”, “처음부터”, “언어 변경”, “직원에게 문의”는 언제든지 쓰실 수 있습니다.
thanks = 도움이 되었다니 다행입니다. 언제든지 다시 적어 주십시오.
secret-masked = 메시지에 있던 마이넘버나 비밀번호 등 중요한 번호는 저장하지 않았습니다. 여기서는 번호가 필요 없으니 적지 않으셔도 됩니다.
unintelligible = 글자 메시지만 읽을 수 있습니다. 질문을 글자로 적어 주십시오.
first-text-stands = 보내신 뒤에 고친 글은 반영되지 않고, 처음 보내신 내용으로 접수되어 있습니다. 바꾸시려면 새 메시지로 다시 보내 주십시오.
stopped = 진행 중이던 절차를 그만두었습니다. 예약 내용은 그대로입니다.
nothing-to-stop = 진행 중인 절차가 없습니다. 무엇을 도와드릴까요?
started-over = 처음부터 다시 시작합니다.
nothing-before = 더 이상 뒤로 갈 수 없습니다. 무엇을 도와드릴까요?
stale-button = 그 버튼은 이전 단계의 것입니다. 지금 내용을 확인해 주십시오.
language-ask = 言語 / Language: 어느 언어로 안내해 드릴까요?
language-changed = 이제부터 한국어로 안내합니다.
language-offer = 한국어로 안내해 드릴 수 있습니다.
server-trouble = 죄송합니다. 지금 시스템에 문제가 생겼습니다. 잠시 후 다시 시도하시거나 { $phone }(일본어)로 전화해 주십시오.
too-fast = 메시지가 너무 빨리 이어지고 있습니다. 잠시 기다렸다가 보내 주십시오.
form-resume = 그럼 예약을 계속하겠습니다.
unclear = 죄송합니다. 내용을 읽지 못했습니다. 다르게 적으시거나 아래에서 선택해 주십시오.

# Formats. `weekday` counts from 1 for Monday.
date = { $month }월 { $day }일({ $weekday ->
    [1] 월
    [2] 화
    [3] 수
    [4] 목
    [5] 금
    [6] 토
   *[7] 일
})
time = { $hour }:{ $minute2 }
list-separator = {", "}
promise-within = { $minutes }분 이내
promise-after = { $date } { $time } 이후

# Buttons.
choice-yes = 예
choice-none-of-these = 이 중에 없음
choice-unhelpful = 👎 도움이 안 됨
choice-add-procedure = 다른 절차도 함께 하기
choice-days-from = { $date }부터의 날짜
choice-times-from = { $time }부터의 시간
choice-confirm-booking = 이대로 예약하기
choice-confirm-cancel = 예약 취소하기
choice-confirm = 예
choice-back = 뒤로
choice-start-over = 처음부터
choice-stop = 그만두기
choice-resume = 예약 계속하기
choice-show = 예약 보기
choice-change = 날짜·시간 변경
choice-cancel = 예약 취소하기
choice-change-one = { $date } { $time } 변경
choice-cancel-one = { $date } { $time } 취소
choice-coming = 가겠습니다
choice-documents = 준비물 보기
choice-withdraw-case = 직원 문의 취소하기
choice-accept-case = 담당하기
choice-close-case = 응대 마치기
action-book = 예약하기
action-change = 예약 변경하기
action-cancel = 예약 취소하기
action-my-reservation = 내 예약 보기
action-staff = 직원에게 문의
action-ticket = 번호표 받기
action-check-in = 도착했습니다
action-documents = 준비물 확인
action-language = 언어 변경 / 言語 / Language
action-wait-time = 지금 대기 시간
choice-keep = 예약 그대로 두기
choice-documents-of = 준비물: { $procedure }
date-year = { $year }년 { $month }월 { $day }일
