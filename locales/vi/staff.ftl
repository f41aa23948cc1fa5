# A person: what the citizen reads. What the staff read is always Japanese.

case-opened = Chúng tôi chuyển cho nhân viên (số tiếp nhận { $case }). Câu trả lời sẽ đến tại đây { $promise }. Nếu gấp, xin gọi { $phone } (tiếng Nhật).
case-opened-closed = Chúng tôi chuyển cho nhân viên (số tiếp nhận { $case }). Hiện quầy đang nghỉ. Câu trả lời sẽ đến tại đây { $promise }.
case-opened-after-misses = Xin lỗi vì chưa giúp được bạn. Chúng tôi chuyển cho nhân viên (số tiếp nhận { $case }). Câu trả lời sẽ đến tại đây { $promise }. Nếu gấp, xin gọi { $phone } (tiếng Nhật).
case-opened-after-misses-closed = Xin lỗi vì chưa giúp được bạn. Chúng tôi chuyển cho nhân viên (số tiếp nhận { $case }). Hiện quầy đang nghỉ. Câu trả lời sẽ đến tại đây { $promise }.
case-opened-for-risk = Vì đây là việc quan trọng, chúng tôi cũng đã báo cho nhân viên (số tiếp nhận { $case }). Nhân viên sẽ trả lời tại đây { $promise }.
case-opened-for-risk-closed = Vì đây là việc quan trọng, chúng tôi cũng đã báo cho nhân viên (số tiếp nhận { $case }). Hiện quầy đang nghỉ. Nhân viên sẽ trả lời tại đây { $promise }.
case-waits = Nhân viên đã nhận yêu cầu của bạn (số tiếp nhận { $case }). Câu trả lời sẽ đến { $promise }. Nếu gấp, xin gọi { $phone } (tiếng Nhật).
case-waits-closed = Nhân viên đã nhận yêu cầu của bạn (số tiếp nhận { $case }). Hiện quầy đang nghỉ. Câu trả lời sẽ đến { $promise }.
case-accepted = Nhân viên đang trò chuyện với bạn (số tiếp nhận { $case }). Bạn cứ nhắn tại đây.
case-relayed = Chúng tôi đã chuyển lời cho nhân viên (số tiếp nhận { $case }). Xin đợi câu trả lời.
case-noted = Chúng tôi đã ghi thêm vào yêu cầu của bạn (số tiếp nhận { $case }). Bạn vẫn có thể hỏi tiếp hoặc đặt lịch hẹn tại đây.
staff-says =
    Nhân viên nhắn (số tiếp nhận { $case }):
    { $text }
staff-says-translated =
    Nhân viên nhắn (số tiếp nhận { $case }). Đây là bản dịch máy, có thể có chỗ sai:
    { $translated }

    Nguyên văn:
    { $text }
staff-says-untranslated =
    Nhân viên nhắn (số tiếp nhận { $case }). Nguyên văn của nhân viên, chưa dịch:
    { $text }
case-closed = Nhân viên đã kết thúc yêu cầu của bạn (số tiếp nhận { $case }). Từ đây hệ thống tự động lại trả lời bạn.
case-idle = Số tiếp nhận { $case } đã được đóng vì lâu không có tin nhắn. Nếu bạn vẫn đang đợi trả lời, chúng tôi xin lỗi: xin chọn lại “Nói chuyện với nhân viên” hoặc gọi { $phone } (tiếng Nhật).
case-withdrawn = Chúng tôi đã báo nhân viên là bạn không cần trả lời nữa (số tiếp nhận { $case }).
