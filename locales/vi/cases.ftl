# A person takes over: what the citizen reads beside the phrases in staff.ftl.

promise-by = trước { $time } { $date }
case-opened-for-anger = Xin lỗi vì đã gây bất tiện cho bạn. Nhân viên sẽ trực tiếp trao đổi với bạn (số tiếp nhận { $case }). Câu trả lời dự kiến sẽ đến tại đây { $promise }. Bạn cũng có thể gọi { $phone } (tiếng Nhật).
case-opened-for-anger-closed = Xin lỗi vì đã gây bất tiện cho bạn. Nhân viên sẽ trực tiếp trao đổi với bạn (số tiếp nhận { $case }). Hiện quầy đang nghỉ. Câu trả lời sẽ đến tại đây { $promise }.
case-entry =
    Nhân viên nhắn (số tiếp nhận { $case }): xin xem thông tin sau.

    { $question }

    { $answer }

    (Nội dung đã kiểm tra ngày { $reviewed })
case-relayed-closed = Chúng tôi đã chuyển lời cho nhân viên (số tiếp nhận { $case }). Hiện quầy đang nghỉ. Câu trả lời sẽ đến tại đây { $promise }.
case-handed-on = Hiện một nhân viên khác đang phụ trách yêu cầu của bạn (số tiếp nhận { $case }). Người này xem được tất cả những gì bạn đã viết.
case-late = Xin lỗi, chúng tôi chưa trả lời bạn trong thời gian đã hẹn (số tiếp nhận { $case }). Nhân viên đang xem xét. Câu trả lời dự kiến sẽ đến { $promise }. Nếu gấp, xin gọi { $phone } (tiếng Nhật).
choice-call-back = Gọi điện cho tôi
choice-call-at = { $date }, { $from }–{ $until }
call-ask-time = Nhân viên sẽ gọi điện cho bạn (số tiếp nhận { $case }). Xin chọn giờ thuận tiện cho bạn.
call-no-time = Xin lỗi, hiện các giờ gọi điện đều đã kín. Xin gọi { $phone } (tiếng Nhật), hoặc đợi câu trả lời tại đây (số tiếp nhận { $case }).
call-ask-number = Chúng tôi sẽ gọi cho bạn vào { $date }, trong khoảng { $from }–{ $until } (số tiếp nhận { $case }). Xin gõ số điện thoại của bạn. Chỉ nhân viên xem được số này, và chúng tôi sẽ xóa khi xong việc.
call-number-unclear = Chúng tôi không đọc được số điện thoại. Xin gõ số bắt đầu bằng 0 (hoặc bằng + nếu là số nước ngoài).
call-noted = Cảm ơn bạn. Nhân viên sẽ gọi cho bạn vào { $date }, trong khoảng { $from }–{ $until } (số tiếp nhận { $case }). Nếu muốn đổi, xin chọn lại “Gọi điện cho tôi”.
case-sent-on = Từ đây, { $place } sẽ tiếp tục giúp bạn. Đến đó, xin cho biết số này: { $code }. Chúng tôi đã chuyển cho họ những gì bạn đã cho biết.
case-counter = quầy (窓口) số { $counter } ({ $office })
