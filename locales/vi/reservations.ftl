# Several people, the waiting list, kept times, closed days, missed visits, and one's own data.

procedures-people = { $procedures } ({ $people } người)
choice-count-people = Đi từ 2 người trở lên
choice-people = { $people } người
ask-people =
    Có mấy người làm thủ tục (tối đa { $most } người)?

    Trẻ em làm thủ tục cũng tính là 1 người. Người dưới 15 tuổi xin đến cùng cha mẹ hoặc người giám hộ.
people-too-many = Mỗi lần đặt được tối đa { $most } người. Nếu đông hơn, xin gọi { $phone } (tiếng Nhật), nhân viên sẽ giúp bạn.
people-limit = Bạn có thể đặt lịch hẹn cho tổng cộng tối đa { $most } người. Nếu cần thêm, xin gọi { $phone } (tiếng Nhật), nhân viên sẽ giúp bạn.
day-limit = { $date }: bạn đã có { $most } lịch hẹn. Xin chọn ngày khác.
time-double = Bạn đã có lịch hẹn lúc { $time }, { $date }. Vui lòng chọn giờ khác.
day-too-soon = { $date } đã hết hạn đặt lịch. Xin chọn ngày từ { $first } trở đi.
change-too-late = Xin gọi { $phone } (tiếng Nhật). Ở đây chỉ đổi hoặc hủy được cho đến { $minutes } phút trước giờ hẹn.
choice-time-quiet = { $time } (thường vắng)

# The waiting list. A wish is for one day or for several, for any time or for a part of the day.
choice-wait-day = Vào danh sách chờ: { $date }
choice-wait-any = Vào danh sách chờ
choice-wait-leave = Rút khỏi danh sách chờ
wait-joined =
    Bạn đã vào danh sách chờ (キャンセル待ち). Khi có chỗ trống, chúng tôi sẽ báo cho bạn.

    Mong muốn: { $one-day ->
        [yes] { $first }
       *[no] { $first } – { $last }
    }{ $part ->
        [yes] , { $from } – { $to }
       *[no] { "" }
    }
    Địa điểm: { $office }
    Thủ tục: { $procedures }

    Sau khi báo, chúng tôi giữ chỗ cho bạn trong { $minutes } phút. { $replaces ->
        [yes] Lần chờ trước của bạn đã được hủy.
       *[no] { "" }
    }
wait-listed =
    Bạn đang ở trong danh sách chờ (キャンセル待ち). Khi có chỗ trống, chúng tôi sẽ báo cho bạn.

    Mong muốn: { $one-day ->
        [yes] { $first }
       *[no] { $first } – { $last }
    }{ $part ->
        [yes] , { $from } – { $to }
       *[no] { "" }
    }
    Địa điểm: { $office }
    Thủ tục: { $procedures }
wait-none = Bạn không ở trong danh sách chờ. Khi đặt lịch, nếu chọn ngày đã hết chỗ, bạn có thể vào danh sách chờ.
wait-left = Bạn đã rút khỏi danh sách chờ.
wait-over = Thời hạn trong danh sách chờ ({ $first } – { $last }) đã hết. Xin lỗi vì chúng tôi không sắp xếp được chỗ cho bạn. Xin chọn ngày khác.
wait-offer =
    Đã có chỗ trống. Chúng tôi giữ chỗ này cho bạn đến { $until }.

    Thời gian: { $date }, { $time }
    Địa điểm: { $place }
    Thủ tục: { $procedures }

    Sau { $until }, chỗ này sẽ dành cho người tiếp theo.
choice-take-offer = Đặt giờ này
choice-decline-offer = Bỏ qua lần này
offer-gone = Giờ này không còn đặt được nữa.
offer-declined = { $stays ->
    [yes] Đã bỏ qua lần này. Bạn vẫn ở trong danh sách chờ, nay xếp cuối danh sách.
   *[no] Đã bỏ qua lần này. Bạn không còn ở trong danh sách chờ.
}
offer-lapsed = { $stays ->
    [yes] Đã hết thời gian giữ chỗ và chỗ đó đã dành cho người tiếp theo. Bạn vẫn ở trong danh sách chờ, nay xếp cuối danh sách.
   *[no] Đã hết thời gian giữ chỗ và chỗ đó đã dành cho người tiếp theo. Bạn không còn ở trong danh sách chờ.
}

# A closed day. The kept times are on the buttons below.
closing-news =
    { $reason ->
        [outage] Do hệ thống của nhà nước ngừng hoạt động,
        [weather] Do thời tiết xấu,
       *[other] Vì lý do ngoài ý muốn,
    } quầy không mở cửa được vào giờ hẹn của bạn: { $date }, { $time }. Chúng tôi thành thật xin lỗi.

    Mã lịch hẹn: { $code }
    Thủ tục: { $procedures }

    { $times ->
        [0] Xin bấm “Đổi ngày giờ” để chọn ngày khác.
       *[other] Chúng tôi giữ cho bạn các giờ khác đến { $until }. Xin chọn một giờ.
    }
closing-offer =
    Quầy không mở cửa được vào giờ hẹn của bạn: { $date }, { $time } ({ $code }).

    { $times ->
        [0] Xin bấm “Đổi ngày giờ” để chọn ngày khác.
       *[other] Chúng tôi giữ cho bạn các giờ khác đến { $until }. Xin chọn một giờ.
    }
closing-lifted = Quầy sẽ mở cửa như dự định: lịch hẹn ngày { $date }, { $time } ({ $code }) của bạn vẫn giữ nguyên.
closing-lapsed = Các giờ giữ thay cho lịch hẹn { $date }, { $time } ({ $code }) đã hết hạn giữ. Xin bấm “Đổi ngày giờ” để chọn, hoặc gọi { $phone } (tiếng Nhật).

# A missed visit.
no-show =
    Chúng tôi không thấy bạn đến theo lịch hẹn { $date }, { $time }.

    Bạn có thể đặt lại vào ngày thuận tiện. Nếu bạn đã đến, xin báo cho nhân viên.
no-show-limit = Vì nhiều lần có hẹn mà không đến, hiện bạn chỉ đặt được trong vòng { $days } ngày tới.

# A reservation made from another telephone.
code-ask-day = Lịch hẹn của bạn vào ngày nào? Xin gõ ngày hẹn để chúng tôi kiểm tra (ví dụ: 5 tháng 12).
code-refused = Không xác nhận được mã lịch hẹn và ngày hẹn. Xin kiểm tra lại, hoặc gọi { $phone } (tiếng Nhật).
code-locked = Bạn đã thử quá số lần cho phép. Xin thử lại vào ngày mai, hoặc gọi { $phone } (tiếng Nhật).
code-shared = Đã xác nhận. Bạn cũng có thể đổi hoặc hủy lịch hẹn này tại đây.

# What is kept about the resident.
choice-my-data = Dữ liệu của tôi
choice-messages-on = Bật thông báo
choice-messages-off = Tắt thông báo
choice-erase-data = Xóa dữ liệu
choice-confirm-erase = Xóa
choice-keep-data = Không xóa
messages-off = Đã tắt thông báo (như lời nhắc trước lịch hẹn). Chúng tôi vẫn trả lời câu hỏi của bạn như trước.
messages-on = Đã bật thông báo. Chúng tôi sẽ gửi thông báo cho bạn.
term-days = { $days } ngày
my-data =
    Đây là dữ liệu chúng tôi đang lưu.

    { $lines }
    Thông báo: { $messages ->
        [yes] đang bật
       *[no] đang tắt
    }

    Chúng tôi không lưu My Number hay mã PIN.
my-data-line = { $what ->
    [nothing] Hiện chưa lưu gì.
    [messages] Cuộc trò chuyện: { $count } tin nhắn (mỗi tin xóa sau { $term })
    [upcoming] Lịch hẹn sắp tới: { $count }
    [past] Lịch hẹn đã qua: { $count } (đến { $term } sau ngày hẹn)
    [waits] Danh sách chờ: { $count } (đến { $term } sau ngày cuối bạn muốn)
    [renewals] Nhắc gia hạn: { $count } (đến { $term } sau tháng nhắc)
    [ticket] Số thứ tự hôm nay: { $count }
    [tickets] Số thứ tự đã qua: { $count } (đến { $term } sau khi lấy)
    [cases] Trao đổi với nhân viên: { $count } (đến { $term } sau khi kết thúc)
    [callback] Số điện thoại để gọi lại: { $count } (đến { $term } sau khi trao đổi kết thúc)
    [feedback] Đánh giá: { $count } (sau { $term } không còn biết là của ai)
   *[block] Không viết được ở đây đến { $until } (thông tin này được lưu thêm { $term })
}
# The button below it on the web, and the line in other places that leads there.
my-data-copy = Tải bản sao dữ liệu của tôi
my-data-web = Trong chat trên web, bạn có thể tải bản sao dữ liệu của cuộc chat đó: { $link }
ask-erase =
    Xóa cuộc trò chuyện, nội dung trao đổi với nhân viên, các lịch hẹn và số thứ tự đã qua, danh sách chờ, đăng ký nhắc gia hạn và mối liên hệ giữa bạn với các đánh giá nhé? Lịch hẹn không đặt tại đây sẽ không xem được từ đây nữa. Sau khi xóa không khôi phục lại được.

    { $stays }
erase-line = { $what ->
    [upcoming] { $count } lịch hẹn sắp tới vẫn giữ nguyên vì quầy đang chờ bạn đến.
    [ticket] Số thứ tự hôm nay vẫn giữ cho đến khi gọi số.
    [block] Việc không viết được ở đây đến { $until } vẫn giữ nguyên.
    [case] Trao đổi đang mở với nhân viên ({ $case }) sẽ kết thúc.
   *[log] Nhật ký thao tác được lưu { $term }, không có lời bạn đã viết.
}
erased =
    Đã xóa.
    { $stays }

# Below a reservation: its page, with the calendar file and the code to show at the counter.
visit-page = Thêm vào lịch, mã QR cho quầy: { $link }
visit-title = Lịch hẹn của bạn
visit-calendar = Thêm vào lịch
visit-qr = Vui lòng cho xem mã này tại quầy
visit-over = Lịch hẹn này đã bị hủy hoặc đã kết thúc.
visit-chat = Đổi, hủy hoặc hỏi tại đây
