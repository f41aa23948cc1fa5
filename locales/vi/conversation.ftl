# The conversation itself.

welcome =
    Đây là { $counter } của { $city }. Hãy gõ câu hỏi, hoặc cho biết bạn muốn đến khi nào.
    Ví dụ: “Gia hạn chứng nhận điện tử cần mang gì?” hoặc “15/12 10:30”.
help =
    Hãy gõ câu hỏi, hoặc chọn bên dưới.
    Lúc nào bạn cũng có thể gõ “dừng lại”, “quay lại”, “làm lại từ đầu”, “đổi ngôn ngữ” hoặc “nói chuyện với nhân viên”.
thanks = Không có gì ạ. Khi cần, bạn cứ nhắn cho chúng tôi.
secret-masked = Chúng tôi không lưu My Number, mã PIN hay số bí mật khác trong tin nhắn của bạn. Bạn không cần gửi các số đó ở đây.
unintelligible = Chúng tôi chỉ đọc được tin nhắn bằng chữ. Xin gõ câu hỏi của bạn.
first-text-stands = Chúng tôi vẫn theo nội dung bạn gửi lúc đầu, không theo phần sửa sau khi gửi. Nếu muốn sửa, xin gửi lại bằng tin nhắn mới.
stopped = Đã dừng lại. Lịch hẹn của bạn không có gì thay đổi.
nothing-to-stop = Không có việc nào đang làm dở. Bạn cần gì ạ?
started-over = Chúng ta bắt đầu lại từ đầu.
nothing-before = Không quay lại thêm được nữa. Bạn cần gì ạ?
stale-button = Nút đó thuộc bước trước. Bước hiện tại như sau.
language-ask = 言語 / Language: Bạn muốn dùng ngôn ngữ nào?
language-changed = Từ đây chúng tôi sẽ trả lời bằng tiếng Việt.
language-offer = Chúng tôi có thể trả lời bằng tiếng Việt.
server-trouble = Xin lỗi, hệ thống đang gặp trục trặc. Xin thử lại sau ít phút, hoặc gọi { $phone } (tiếng Nhật).
too-fast = Tin nhắn của bạn đến quá nhanh. Xin đợi một chút rồi hãy gửi tiếp.
form-resume = Bây giờ xin tiếp tục việc đặt lịch.
unclear = Xin lỗi, chúng tôi chưa hiểu. Xin nói cách khác hoặc chọn bên dưới.

# Formats. `weekday` counts from 1 for Monday.
date = { $weekday ->
    [1] Thứ Hai
    [2] Thứ Ba
    [3] Thứ Tư
    [4] Thứ Năm
    [5] Thứ Sáu
    [6] Thứ Bảy
   *[7] Chủ nhật
}, { $day } tháng { $month }
time = { $hour }:{ $minute2 }
list-separator = {", "}
promise-within = trong vòng { $minutes } phút
promise-after = từ { $time } { $date } trở đi

# Buttons.
choice-yes = Có
choice-none-of-these = Không có trong số này
choice-unhelpful = 👎 Không hữu ích
choice-add-procedure = Thêm thủ tục khác
choice-days-from = Từ { $date }
choice-times-from = Từ { $time } trở đi
choice-confirm-booking = Đặt lịch này
choice-confirm-cancel = Hủy lịch hẹn
choice-confirm = Có
choice-back = Quay lại
choice-start-over = Làm lại từ đầu
choice-stop = Dừng lại
choice-resume = Tiếp tục đặt lịch
choice-show = Xem lịch hẹn
choice-change = Đổi ngày giờ
choice-cancel = Hủy lịch hẹn
choice-change-one = Đổi { $date } { $time }
choice-cancel-one = Hủy { $date } { $time }
choice-coming = Tôi sẽ đến
choice-documents = Cần mang gì
choice-withdraw-case = Không cần gặp nhân viên nữa
choice-accept-case = Nhận trường hợp này
choice-close-case = Kết thúc trường hợp này
action-book = Đặt lịch hẹn
action-change = Đổi lịch hẹn
action-cancel = Hủy lịch hẹn
action-my-reservation = Lịch hẹn của tôi
action-staff = Nói chuyện với nhân viên
action-ticket = Lấy số thứ tự
action-check-in = Tôi đã đến nơi
action-documents = Cần mang gì
action-language = Ngôn ngữ / 言語 / Language
action-wait-time = Thời gian chờ
choice-keep = Giữ lịch hẹn
choice-documents-of = Cần mang gì: { $procedure }
date-year = { $day } tháng { $month } năm { $year }
