# Reservations.

ask-procedure = Xin đặt lịch hẹn cho bạn. Bạn làm thủ tục nào?
ask-procedure-more = Ngoài { $procedures }, bạn làm thêm thủ tục nào?
ask-office = { $procedures }. Bạn muốn đến nơi nào?
ask-day = { $procedures }, { $office }, khoảng { $minutes } phút. Bạn đến được ngày nào (đến hết { $last })? Bạn cũng có thể gõ “15/12 10:30”.
ask-day-again = Đây là những ngày còn trống (đến hết { $last }).
ask-time = Đây là những giờ còn trống, { $date }, { $office }. Bạn cũng có thể gõ “10:30”.
ask-time-again = Các giờ còn trống khác, { $date }.
ask-confirm =
    Đặt lịch này nhé? Chúng tôi giữ chỗ này cho bạn trong { $hold } phút.

    Thủ tục: { $procedures }
    Thời gian: { $date }, { $time } (khoảng { $minutes } phút)
    Địa điểm: { $place }
ask-confirm-change =
    Đổi sang lịch này nhé? Chúng tôi giữ chỗ mới cho bạn trong { $hold } phút. Lịch hẹn hiện tại vẫn giữ nguyên cho đến khi đổi xong.

    Trước: { $old-date }, { $old-time } ({ $old-office })
    Sau: { $date }, { $time } ({ $office }, khoảng { $minutes } phút)
    Thủ tục: { $procedures }
day-closed = { $why ->
    [saturday] { $date }: quầy nghỉ thứ Bảy.
    [sunday] { $date }: Chủ nhật này quầy nghỉ.
    [holiday] { $date }: quầy nghỉ vì là ngày lễ của Nhật ({ $holiday }).
    [year-end] { $date }: quầy nghỉ dịp năm mới (29 tháng 12 – 3 tháng 1).
   *[special] { $date }: quầy nghỉ.
}
day-open = { $date }: quầy mở cửa từ { $opens } đến { $closes }.
day-full = { $date } đã hết chỗ.
day-past = { $date } đã qua.
day-too-far = { $date } chưa đặt được. Hiện chỉ đặt được đến hết { $last }.
day-impossible = Không có ngày đó trong lịch.
time-impossible = Không có giờ đó.
time-outside = Ngày đó quầy mở từ { $opens } đến { $closes }. Xin chọn giờ sao cho làm xong thủ tục trong khoảng đó.
time-full = { $time } đã có người đặt.
no-time-in-range = Từ { $from } đến { $to } đã hết chỗ.
none-free = Đã hết chỗ đến hết { $last }. Đôi khi có người hủy lịch, xin thử lại sau. Nếu gấp, xin gọi { $phone } (tiếng Nhật).
slot-taken = Xin lỗi, giờ đó vừa có người đặt.
hold-ended = Đã hết thời gian giữ chỗ và người khác đã đặt giờ đó. Bạn chưa có lịch hẹn nào được đặt.
limit-reached = Bạn có thể có tối đa { $most } lịch hẹn. Xin đổi hoặc hủy một lịch hẹn trước.
procedures-too-many = Mỗi lần đến làm được tối đa { $most } thủ tục.
office-cannot = { $office } không làm thủ tục: { $procedures }.
booked =
    Đã đặt lịch hẹn xong.

    Mã lịch hẹn: { $code }
    Thủ tục: { $procedures }
    Thời gian: { $date }, { $time } (khoảng { $minutes } phút)
    Địa điểm: { $place }

    { $reminders ->
        [both] Chúng tôi sẽ nhắc bạn vào tối hôm trước và trong ngày hẹn. Nếu không đến được, xin đổi hoặc hủy tại đây.
        [one] Chúng tôi sẽ nhắc bạn trước giờ hẹn. Nếu không đến được, xin đổi hoặc hủy tại đây.
       *[none] Nếu không đến được, xin đổi hoặc hủy tại đây.
    }
moved =
    Đã đổi lịch hẹn. Chỗ cũ { $old-date }, { $old-time } đã được trả lại.

    Mã lịch hẹn: { $code } (không thay đổi)
    Thủ tục: { $procedures }
    Thời gian: { $date }, { $time } (khoảng { $minutes } phút)
    Địa điểm: { $place }
no-reservations = Không có lịch hẹn nào được đặt từ đây. Nếu bạn đặt qua điện thoại, xin hỏi quầy.
reservation =
    Mã lịch hẹn: { $code }
    Thủ tục: { $procedures }
    Thời gian: { $date }, { $time } (khoảng { $minutes } phút)
    Địa điểm: { $place }{ $coming ->
        [yes] { "" }
            Bạn đã báo là sẽ đến.
       *[no] { "" }
    }
ask-which-to-change = Bạn muốn đổi lịch hẹn nào?
ask-which-to-cancel = Bạn muốn hủy lịch hẹn nào?
ask-cancel = Hủy lịch hẹn này nhé? { $date }, { $time }, { $procedures }, { $office } (mã { $code })
cancelled = Đã hủy lịch hẹn { $date }, { $time } ({ $code }).
cancel-kept = Lịch hẹn vẫn giữ nguyên. Hẹn gặp bạn { $date }, { $time }.
reservation-over = Lịch hẹn đó đã bị hủy hoặc không tìm thấy.
reservation-past = Lịch hẹn đó đã đến giờ hoặc đã qua. Xin gọi { $phone } (tiếng Nhật).
coming-noted = Cảm ơn bạn. Hẹn gặp bạn { $date }, { $time }.

# Reminders carry no name and no number but the reservation's.
reminder-evening =
    Nhắc bạn: ngày mai có lịch hẹn.

    Thời gian: { $date }, { $time }
    Địa điểm: { $place }
    Thủ tục: { $procedures }
    Mã lịch hẹn: { $code }

    Xin mang theo
    { $documents }
reminder-soon =
    Nhắc bạn: hôm nay có lịch hẹn.

    Thời gian: { $date }, { $time }
    Địa điểm: { $place }
    Thủ tục: { $procedures }
    Mã lịch hẹn: { $code }

    Xin mang theo
    { $documents }
day-over = Hôm nay, { $date }, không còn giờ nào đặt được.
time-steps = Giờ hẹn cách nhau { $minutes } phút. Xin chọn một trong những giờ gần nhất.
ask-day-change = Lịch hẹn của bạn: { $date }, { $time }, { $office }. Bạn muốn đổi sang ngày nào (đến hết { $last })? Lịch này vẫn giữ nguyên cho đến khi chọn xong lịch mới.
