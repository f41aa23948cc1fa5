# The pages of the hall: the display, the touch panel, and the ticket on the phone.

# What they share.
hall-device-title = 등록되지 않은 화면입니다
hall-device-text = 창구 책임자가 드리는 등록용 링크를 이 화면에서 열어 주십시오. 도움이 필요하시면 { $phone }(일본어)로 전화해 주십시오.
hall-try-again = 다시 열기
hall-lost = 연결이 끊어졌습니다. 마지막으로 확인한 시각은 { $time }입니다. 자동으로 다시 연결하고 있습니다.
hall-number = 번호
hall-due = 예약 시간
hall-wait = 호출까지
hall-late = 예약 시간이 지나, 지금 기다리시는 분들 다음에 불러 드립니다.
hall-unforeseen = 지금은 대기 시간을 알려 드릴 수 없습니다. 순서대로 번호를 불러 드립니다.

# The display. It is shown in Japanese and English.
board-title = 호출 안내
board-now = 지금 호출 중
board-nobody = 번호를 부를 때까지 기다려 주십시오
board-counter = { $counter }번 창구
board-recent = 호출한 번호
board-none-yet = 아직 없습니다
board-waiting = 대기 중
board-booked = 예약 있음
board-walk-in = 예약 없음
board-people = { $people }명
board-order = 예약 시간에 맞추어 부르므로 번호 순서와 다를 수 있습니다.
board-reservation-only = 이 창구는 예약하신 분만 이용하실 수 있습니다.
board-closed = 지금은 창구가 닫혀 있습니다.
board-sound = 음성 안내 켜기

# The ticket on the phone.
follow-title = 순서 안내
follow-ahead = { $ahead ->
    [0] 다음 순서입니다. 창구 앞에서 기다려 주십시오.
   *[other] 앞에 { $ahead }명이 기다리고 있습니다.
}
follow-later = { $time }까지는 부르지 않습니다.
follow-serving = { $counter }번 창구에서 절차를 진행하고 있습니다.
follow-where = 장소
follow-late = { $minutes }분 늦습니다(기다려 주세요)
follow-save-needs = 직원에게 전하기
follow-papers = 예약 내용과 준비물 보기
follow-chat = 질문·예약하기
follow-keep-open = 이 페이지를 열어 두십시오. 불러 드릴 때 화면이 바뀌고 소리와 진동으로 알려 드립니다.
follow-refused = 지금은 할 수 없습니다. 위의 안내를 확인해 주십시오.
follow-gone-title = 번호표를 찾을 수 없습니다
follow-gone-text = 번호표(番号札)는 발급한 날에만 쓸 수 있습니다. 아직 절차를 하지 않으셨으면 창구의 접수기를 이용하시거나 직원에게 말씀해 주십시오.

# The touch panel.
kiosk-start = 처음으로
kiosk-language-title = 언어를 선택해 주십시오
kiosk-menu-title = 무엇을 도와드릴까요?
kiosk-booked = 예약했습니다
kiosk-booked-hint = 예약 번호나 QR 코드로 접수합니다
kiosk-ticket = 번호표 받기(예약 없음)
kiosk-ticket-hint = 대기 시간을 보고 번호표(番号札)를 받으실 수 있습니다
kiosk-question = 질문이 있습니다
kiosk-question-hint = 절차와 준비물을 안내합니다
kiosk-staff = 도움이 필요하시면 직원에게 말씀해 주십시오.
kiosk-code-title = 예약 접수
kiosk-code-label = 예약 번호(8자)
kiosk-code-hint = 예약 번호를 누르시거나 QR 코드를 판독기에 대 주십시오.
kiosk-check-in = 접수하기
kiosk-erase = 한 자 지우기
kiosk-camera = 카메라로 QR 코드 읽기
kiosk-camera-stop = 카메라 닫기
kiosk-camera-failed = 카메라를 쓸 수 없습니다. 예약 번호를 눌러 주십시오.
kiosk-code-unknown = 이 예약 번호를 찾을 수 없습니다. 확인하시고 다시 입력해 주십시오.
kiosk-code-too-often = 예약 번호가 여러 번 틀려 이 접수기에서는 접수할 수 없습니다. 직원에게 말씀해 주십시오.
kiosk-not-now-title = 번호표를 드리지 못했습니다
kiosk-already-here = 이 예약은 이미 접수되었습니다. 번호표를 잃어버리셨으면 직원에게 말씀해 주십시오.
kiosk-cancelled = 이 예약은 취소되었습니다. 오늘 절차를 하시려면 번호표를 받아 주십시오.
kiosk-procedure-title = 어느 절차입니까?
kiosk-reservation-only = 이 창구는 예약하신 분만 이용하실 수 있습니다. 절차를 선택하시면 비어 있는 시간을 볼 수 있습니다.
kiosk-people-title = 몇 명의 절차를 하시겠습니까?
kiosk-people-hint = 자녀의 절차도 1명으로 셉니다.
kiosk-wait-title = 지금의 대기 시간
kiosk-not-now = 번호표 받지 않기
kiosk-refused-title = 지금은 번호표를 드릴 수 없습니다
kiosk-free-title = 가장 빨리 예약할 수 있는 시간
kiosk-book-phone = 스마트폰으로 읽으면 예약할 수 있습니다. 직원에게 말씀하셔도 됩니다.
kiosk-ticket-title = 번호표를 가져가 주십시오
kiosk-follow = 스마트폰으로 읽으면 순서를 볼 수 있습니다
kiosk-called-how = 번호는 화면과 음성으로 불러 드립니다.
kiosk-print = 인쇄하기
kiosk-done = 마치기
kiosk-link = 스마트폰으로 읽으면 페이지가 열립니다
kiosk-forgets = { $seconds }초 뒤에 처음 화면으로 돌아가며, 입력하신 내용은 지워집니다.
kiosk-go-on = 계속하기
