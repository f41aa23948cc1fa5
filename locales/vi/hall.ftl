# The pages of the hall: the display, the touch panel, and the ticket on the phone.

# What they share.
hall-device-title = Màn hình này chưa được đăng ký
hall-device-text = Xin mở trên màn hình này đường link đăng ký do người phụ trách quầy đưa. Nếu cần giúp đỡ, xin gọi { $phone } (tiếng Nhật).
hall-try-again = Mở lại
hall-lost = Đang mất kết nối. Thông tin cập nhật lần cuối lúc { $time }. Hệ thống đang tự kết nối lại.
hall-number = Số
hall-due = Giờ hẹn
hall-wait = Được gọi sau
hall-late = Vì đã quá giờ hẹn, chúng tôi sẽ gọi bạn sau những người đang chờ.
hall-unforeseen = Hiện chúng tôi chưa ước tính được thời gian chờ. Chúng tôi sẽ gọi số của bạn khi đến lượt.

# The display. It is shown in Japanese and English.
board-title = Thông tin gọi số
board-now = Đang gọi
board-nobody = Xin chờ đến khi số của bạn được gọi
board-counter = Quầy số { $counter }
board-recent = Các số đã gọi
board-none-yet = Chưa có
board-waiting = Người đang chờ
board-booked = Có lịch hẹn
board-walk-in = Không có lịch hẹn
board-people = { $people } người
board-order = Chúng tôi gọi theo giờ hẹn, nên các số có thể không theo thứ tự.
board-reservation-only = Quầy này chỉ nhận người có lịch hẹn.
board-closed = Hiện quầy đang đóng cửa.
board-sound = Bật âm thanh

# The ticket on the phone.
follow-title = Lượt của bạn
follow-ahead = { $ahead ->
    [0] Tiếp theo là lượt của bạn. Xin chờ trước quầy.
   *[other] Trước bạn còn { $ahead } người.
}
follow-later = Chúng tôi sẽ không gọi bạn trước { $time }.
follow-serving = Bạn đang làm thủ tục tại quầy số { $counter }.
follow-where = Địa điểm
follow-late = Tôi đến trễ, xin chờ { $minutes } phút
follow-save-needs = Báo cho nhân viên
follow-papers = Lịch hẹn và giấy tờ cần mang
follow-chat = Hỏi hoặc đặt lịch hẹn
follow-keep-open = Xin để mở trang này. Khi đến lượt bạn, màn hình sẽ thay đổi, điện thoại sẽ kêu và rung.
follow-refused = Hiện không thực hiện được. Xin xem thông báo ở trên.
follow-gone-title = Không tìm thấy số thứ tự (番号札)
follow-gone-text = Số thứ tự chỉ dùng được trong ngày lấy số. Nếu bạn chưa làm thủ tục, xin đến máy lấy số ở quầy hoặc hỏi nhân viên.

# The touch panel.
kiosk-start = Về màn hình đầu
kiosk-language-title = Xin chọn ngôn ngữ
kiosk-menu-title = Xin chọn việc bạn cần
kiosk-booked = Tôi có lịch hẹn
kiosk-booked-hint = Báo đã đến bằng mã lịch hẹn hoặc mã QR
kiosk-ticket = Lấy số thứ tự (không hẹn)
kiosk-ticket-hint = Xem thời gian chờ trước, rồi lấy số
kiosk-question = Tôi muốn hỏi
kiosk-question-hint = Về thủ tục và giấy tờ cần mang
kiosk-staff = Nếu cần giúp đỡ, xin hỏi nhân viên.
kiosk-code-title = Báo đã đến theo lịch hẹn
kiosk-code-label = Mã lịch hẹn (8 ký tự)
kiosk-code-hint = Xin bấm mã lịch hẹn, hoặc đưa mã QR trước máy đọc.
kiosk-check-in = Báo đã đến
kiosk-erase = Xóa 1 ký tự
kiosk-camera = Quét mã QR bằng camera
kiosk-camera-stop = Tắt camera
kiosk-camera-failed = Không dùng được camera. Xin bấm mã lịch hẹn.
kiosk-code-unknown = Không tìm thấy mã lịch hẹn này. Xin kiểm tra và nhập lại.
kiosk-code-too-often = Vì nhập sai mã nhiều lần, bạn không báo đã đến được tại máy này. Xin hỏi nhân viên.
kiosk-not-now-title = Không lấy được số thứ tự (番号札)
kiosk-already-here = Lịch hẹn này đã được ghi nhận là đã đến. Nếu bạn làm mất số thứ tự, xin hỏi nhân viên.
kiosk-cancelled = Lịch hẹn này đã bị hủy. Nếu muốn làm thủ tục hôm nay, xin lấy số thứ tự.
kiosk-procedure-title = Bạn làm thủ tục gì?
kiosk-reservation-only = Quầy này chỉ nhận người có lịch hẹn. Xin chọn thủ tục để xem giờ còn trống.
kiosk-people-title = Có mấy người làm thủ tục?
kiosk-people-hint = Trẻ em làm thủ tục cũng tính là 1 người.
kiosk-wait-title = Thời gian chờ hiện tại
kiosk-not-now = Không lấy số
kiosk-refused-title = Hiện không lấy được số thứ tự (番号札)
kiosk-free-title = Giờ gần nhất còn đặt được
kiosk-book-phone = Quét mã bằng điện thoại để đặt lịch hẹn. Nhân viên cũng có thể đặt giúp bạn.
kiosk-ticket-title = Xin nhận số thứ tự (番号札)
kiosk-follow = Quét mã để theo dõi lượt của bạn trên điện thoại
kiosk-called-how = Chúng tôi sẽ gọi số của bạn trên màn hình và qua loa.
kiosk-print = In
kiosk-done = Kết thúc
kiosk-link = Quét mã để mở trang này trên điện thoại
kiosk-forgets = Sau { $seconds } giây, máy sẽ về màn hình đầu và xóa những gì bạn đã nhập.
kiosk-go-on = Tiếp tục
