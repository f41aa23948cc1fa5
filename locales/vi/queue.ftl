# The queue of the day at the counters: tickets, calls, waiting times.

# "5–15 minutes"
wait-range = { $same ->
    [yes] khoảng { $high } phút
    [within] tối đa { $high } phút
   *[no] { $low }–{ $high } phút
}

ticket-issued = { $kind ->
    [booked] Đã ghi nhận bạn đến theo lịch hẹn lúc { $due }.
    [late] Đã ghi nhận bạn đến. { $ahead ->
        [0] Vì đã quá giờ hẹn { $due }, những người có lịch hẹn đã đến giờ có thể được gọi trước bạn.
       *[other] Vì đã quá giờ hẹn { $due }, chúng tôi sẽ gọi bạn sau những người đang chờ.
    }
   *[walk-in] Đã lấy số thứ tự (番号札) cho bạn.
    }

    Số: { $number }
    Địa điểm: { $office }
    { $has-wait ->
        [yes] Bạn sẽ được gọi sau { $wait } (trước bạn còn { $ahead } người)
       *[no] Số người trước bạn: { $ahead }
    }

    { $near ->
        [yes] Xin chờ trước quầy, chúng tôi sắp gọi bạn.
       *[no] Khi gần đến lượt, chúng tôi sẽ báo cho bạn. Từ giờ đến lúc đó, bạn không cần chờ trước quầy.
    }
ticket-waiting = Số: { $number } ({ $office })
    { $has-wait ->
        [yes] Bạn sẽ được gọi sau { $wait } (trước bạn còn { $ahead } người)
       *[no] Số người trước bạn: { $ahead }
    }
ticket-called = Cảm ơn bạn đã chờ. Xin mời số { $number } đến quầy số { $counter }.
    Địa điểm: { $office }
ticket-recalled = Chúng tôi gọi lại lần nữa. Xin mời số { $number } đến quầy số { $counter }.
    Địa điểm: { $office }
ticket-near = Còn { $ahead } người nữa là đến số { $number }. Xin chờ gần quầy. { $has-wait ->
        [yes] Bạn sẽ được gọi sau { $wait }.
       *[no] {""}
    }
ticket-next = Tiếp theo là số { $number }. Xin chờ trước quầy ({ $office }).
ticket-slower = Xin lỗi, bạn phải chờ lâu hơn đã báo.
    Số { $number } sẽ được gọi sau { $wait }.
ticket-undone = Xin lỗi, chúng tôi đã gọi nhầm số { $number }. Thứ tự của bạn không thay đổi. Xin chờ thêm một chút.
ticket-missed = Chúng tôi đã gọi số { $number } nhưng không thấy bạn đến.
    Khi đến quầy được, xin bấm “Tôi đang ở quầy”. Chúng tôi sẽ gọi bạn sau những người đang chờ lúc đó.
ticket-parked = Thủ tục của số { $number } đang tạm dừng một chút. Xin chờ gần quầy, nhân viên sẽ gọi lại bạn.
ticket-returned = Số { $number } đã vào lại hàng chờ. Chúng tôi sẽ gọi bạn sau những người đang chờ.
ticket-transferred = Xin mời số { $number } sang quầy tiếp theo. Số của bạn giữ nguyên.
    { $has-counter ->
        [yes] Quầy số { $counter } sẽ gọi bạn ({ $office }).
       *[no] Xin chờ tại { $office }.
    }
ticket-done = Thủ tục của số { $number } đã xong. Cảm ơn bạn đã đến.
ticket-left = Đã hủy số { $number }. Hẹn gặp lại bạn.
ticket-ask-leave = Hủy số { $number } nhé? Sau khi hủy, bạn không lấy lại được lượt này.
ticket-delayed = Vâng. Sau { $minutes } phút nữa chúng tôi mới gọi số { $number }, thứ tự của bạn giữ nguyên.
ticket-delayed-enough = Chúng tôi không giữ số { $number } lâu hơn được nữa. Nếu không đến được, xin hủy số. Nếu lỡ lượt gọi, sau đó bạn vẫn có thể vào lại hàng chờ.
ticket-ready = Vâng, khi đến lượt, chúng tôi sẽ gọi số { $number }.
    { $has-wait ->
        [yes] Bạn sẽ được gọi sau { $wait } (trước bạn còn { $ahead } người)
       *[no] Số người trước bạn: { $ahead }
    }
ticket-where = { $has-counter ->
    [yes] Số { $number }: xin đến quầy (窓口) số { $counter }, { $office }.
   *[no] Xin chờ tại { $office }. Khi gọi số { $number }, chúng tôi sẽ báo số quầy cho bạn.
}
ticket-needs-noted = Chúng tôi sẽ báo cho nhân viên: { $needs }
ticket-ask-needs = Xin chọn điều bạn cần hỗ trợ. Chúng tôi sẽ báo cho nhân viên.
ticket-meanwhile = Trong lúc chờ, xin kiểm tra giấy tờ cần mang và các bước làm hôm nay ({ $procedures }). Nếu phải điền đơn, bạn sẽ nhận đơn tại quầy.
ticket-none = Hôm nay bạn chưa có số thứ tự (番号札). Khi đến nơi, xin báo cho chúng tôi tại đây. Nếu không có lịch hẹn, xin lấy số thứ tự.
ticket-over = Lượt của số { $number } đã kết thúc.
ticket-ask-procedure = Bạn đến làm thủ tục gì? ({ $office })
ticket-ask = { $office }, { $procedure } ({ $people } người)
    Hiện có { $waiting } người đang chờ. Bạn sẽ được gọi sau { $wait }.
    Lấy số thứ tự (番号札) nhé?
ticket-refused = { $reason ->
    [reservation-only] Xin đặt một giờ còn trống, vì { $office } chỉ nhận người có lịch hẹn.
    [office-cannot] { $office } không làm thủ tục này.
    [closed] Xin đặt lịch hẹn vào ngày khác, vì hôm nay quầy nghỉ.
    [not-yet] Số thứ tự (番号札) lấy được từ { $time }.
    [over] Xin đặt lịch hẹn vào ngày khác, vì hôm nay quầy đã hết giờ tiếp nhận.
    [no-counter] Hiện không có quầy nào làm thủ tục này đang mở. Nếu gấp, xin gọi { $phone } (tiếng Nhật).
    [booked-delayed] Xin đặt một giờ còn trống. Các quầy đang bận với người có lịch hẹn, nên hiện không phát được số thứ tự (番号札) cho người không hẹn.
    [phone-full] Xin lấy số thứ tự (番号札) tại máy lấy số hoặc bàn tiếp nhận ở quầy, hoặc đặt một giờ còn trống. Hiện không lấy thêm số bằng điện thoại được.
   *[day-ends] Xin đặt lịch hẹn vào ngày khác. Thủ tục của bạn khó xong trước giờ đóng cửa hôm nay, nên chúng tôi không phát được số thứ tự (番号札).
}
ticket-free = Giờ còn trống: { $times }
check-in-early = Lịch hẹn của bạn: { $date }, { $time }. Bạn có thể báo đến nơi từ { $from }.
    Nếu giờ sớm hơn còn trống, bạn có thể đổi lịch hẹn.
check-in-other-day = { $past ->
    [yes] Lịch hẹn này là ngày { $date }, đã qua. Xin đặt lịch hẹn mới.
   *[no] Lịch hẹn của bạn không phải hôm nay mà là { $date }, { $time }. Bạn có thể đổi ngày giờ.
}
check-in-other-office = Lịch hẹn của bạn ở { $office }. Xin đến đó vào { $date }, { $time }. Bạn cũng có thể đổi địa điểm.
check-in-closed = Hôm nay quầy đã đóng cửa. Xin đặt lại lịch hẹn { $date }, { $time } vào ngày khác. Nếu cần hỏi, xin gọi { $phone } (tiếng Nhật).
check-in-none = Không tìm thấy lịch hẹn hôm nay của bạn. Nếu biết mã lịch hẹn, xin gửi mã đó. Nếu không có lịch hẹn, bạn có thể xem có lấy được số thứ tự (番号札) không.
check-in-which = Hôm nay bạn có nhiều hơn một lịch hẹn. Bạn đến theo lịch nào?
waiting-now = Tình hình lúc này:
    { $lines }
waiting-now-line = { $office }: { $waiting } người đang chờ. { $state ->
        [admitted] Người không hẹn phải chờ { $wait }.
        [reservation-only] Chỉ nhận người có lịch hẹn.
        [closed] Hôm nay nghỉ.
        [not-yet] Phát số thứ tự (番号札) từ { $time }.
        [over] Hôm nay đã hết giờ tiếp nhận.
        [no-counter] Hiện không có quầy nào đang mở.
       *[other] Hiện tạm ngừng nhận người không hẹn.
    }

# A line below a message or a printed ticket
ticket-page = Theo dõi số của bạn: { $link }

# Display and loudspeaker
call-text = Xin mời số { $number } đến quầy số { $counter }.

need-chair = ghế ngồi hoặc chỗ cho xe lăn
need-hearing = nghe kém (viết ra giấy, ra hiệu)
need-interpreter = phiên dịch
needs-none = không cần gì đặc biệt

choice-ticket-here = Tôi đã đến nơi
choice-ticket-here-at = Đến theo lịch hẹn { $time }
choice-ticket-take = Lấy số thứ tự
choice-ticket-people = { $people } người
choice-ticket-show = Xem lượt của tôi
choice-ticket-late = Tôi cần thêm 10 phút
choice-ticket-leave = Tôi phải về
choice-ticket-leave-yes = Hủy số
choice-ticket-stay = Tiếp tục chờ
choice-ticket-where = Tôi phải đến đâu?
choice-ticket-meanwhile = Trong lúc chờ
choice-ticket-needs = Tôi cần hỗ trợ
choice-ticket-back = Tôi đang ở quầy
choice-need = { $on ->
    [yes] ☑ { $need }
   *[no] ☐ { $need }
}
