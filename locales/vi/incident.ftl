# What is said around an incident. The line with the hotlines stands below the first phrase.

desk-paused =
    Chúng tôi tạm dừng dịch vụ này để kiểm tra. Nếu gấp, xin gọi { $phone } (tiếng Nhật).
    Lịch hẹn của bạn vẫn giữ nguyên. Xin gửi lại tin nhắn sau ít lâu.
