# What is said to those who are limited or blocked. The first line stands below every refusal.

emergency-line = Mất thẻ, bị lấy cắp thẻ hoặc thẻ bị dùng trái phép: xin gọi { $hotline } bất cứ lúc nào, 24 giờ (tiếng nước ngoài { $foreign }, không có tiếng Việt). Cháy, cấp cứu: gọi 119. Tội phạm, tai nạn: gọi 110.
too-many = Hiện có nhiều lượt truy cập từ cùng một đường truyền. Xin thử lại sau ít phút. Nếu gấp, xin gọi { $phone } (tiếng Nhật).
blocked =
    Bạn không thể dùng dịch vụ này cho đến { $until }.
    { $reason ->
         [flood] Lý do: quá nhiều tin nhắn trong thời gian ngắn.
         [insults] Lý do: có lời xúc phạm.
         [threats] Lý do: có lời đe dọa.
         [false-reservations] Lý do: nhiều lần đặt lịch hẹn mà không đến.
        *[other] Lý do: làm cản trở công việc của quầy.
    }
    Lịch hẹn của bạn vẫn giữ nguyên. Bạn vẫn có thể hủy lịch hẹn và dùng số thứ tự (番号札). Việc khác, xin gọi { $phone } (tiếng Nhật).
    { $appeal ->
         [made] Chúng tôi đã nhận khiếu nại của bạn (số tiếp nhận { $case }). Nhân viên sẽ xem lại.
        *[open] Nếu bạn cho rằng có nhầm lẫn, xin bấm “Khiếu nại”. Nhân viên sẽ xem lại.
    }
block-lifted = Việc tạm ngừng đã kết thúc. Bạn có thể dùng lại dịch vụ này.
choice-appeal = Khiếu nại
