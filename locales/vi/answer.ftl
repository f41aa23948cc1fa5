# Answers. `answer` is the reviewed text, word for word.

answer =
    “{ $question }”
    { $answer }

    (Nội dung đã kiểm tra ngày { $reviewed })
answer-elsewhere =
    Bản tiếng Việt vẫn đang được kiểm tra. Sau đây là nguyên văn bản đã kiểm tra.

    “{ $question }”
    { $answer }

    (Nội dung đã kiểm tra ngày { $reviewed })
answer-withheld = Câu trả lời cho “{ $question }” hiện đang được kiểm tra. Nếu gấp, xin gọi { $phone } (tiếng Nhật).
did-you-mean = Có phải bạn muốn hỏi “{ $question }”?
choose-one = Đây là những mục gần nhất. Xin chọn một mục.
feedback-noted = Cảm ơn bạn đã cho biết. Nhân viên sẽ tham khảo khi xem lại câu trả lời. Trong các mục sau có điều bạn cần không? Bạn cũng có thể hỏi bằng cách khác. Nếu được, xin chọn cả điểm chưa đúng.
no-answer =
    Xin lỗi, chúng tôi chưa có câu trả lời đã kiểm tra cho câu hỏi đó.
    Xin hỏi bằng cách khác, hoặc nói chuyện với nhân viên. Số điện thoại: { $phone } (tiếng Nhật).
documents-ask = Bạn muốn xem cần mang gì cho thủ tục nào?
documents =
    Cần mang gì: { $procedure }
    { $documents }

procedure-pickup = Nhận thẻ My Number (受け取り)
    .documents =
        - giấy báo nhận thẻ, dạng bưu thiếp (交付通知書)
        - giấy tờ tùy thân (本人確認書類): 1 loại như bằng lái xe, thẻ lưu trú, hoặc 2 loại như giấy xác nhận tư cách bảo hiểm (資格確認書)
        - nếu có: thẻ thông báo (通知カード), thẻ Juki (住民基本台帳カード), thẻ My Number cũ
        Xin chính chủ thẻ đến nhận. Nếu người khác phải đến thay, xin hỏi nhân viên trước.
procedure-certificate = Gia hạn, cấp chứng nhận điện tử (電子証明書)
    .documents =
        - thẻ My Number
        - mã PIN (暗証番号): mã 4 chữ số, và mã 6–16 ký tự gồm chữ và số
        Nếu không nhớ mã PIN, xin mang thêm 1 giấy tờ tùy thân.
procedure-pin = Đặt lại mã PIN (暗証番号)
    .documents =
        - thẻ My Number
        - thêm 1 giấy tờ tùy thân (bằng lái xe, thẻ lưu trú, giấy xác nhận tư cách bảo hiểm…)
        Xin chính chủ thẻ đến làm.
procedure-application = Xin cấp thẻ: lần đầu, gia hạn, cấp lại (申請)
    .documents =
        - đơn xin cấp thẻ (交付申請書), nếu có
        - giấy tờ tùy thân (本人確認書類)
        - ảnh chân dung (cao 4.5 cm, rộng 3.5 cm, chụp trong vòng 6 tháng)
        - thẻ My Number đang dùng, nếu gia hạn thẻ
procedure-address = Đổi địa chỉ, họ tên; dùng tiếp thẻ sau khi chuyển đến
    .documents =
        - thẻ My Number của bạn và của tất cả người trong gia đình
        - mã PIN (暗証番号) 4 chữ số; nếu làm cả chứng nhận điện tử dùng để ký thì thêm mã 6–16 ký tự gồm chữ và số
procedure-stay = Gia hạn thẻ sau khi gia hạn thời hạn lưu trú (在留期間)
    .documents =
        - thẻ My Number
        - thẻ lưu trú mới (在留カード)
        - mã PIN (暗証番号) 4 chữ số
        Xin đến trước khi thẻ quá ngày hết hạn.
procedure-insurance = Đăng ký thẻ bảo hiểm y tế hoặc tài khoản nhận tiền công
    .documents =
        - thẻ My Number
        - mã PIN (暗証番号) 4 chữ số
        - khi đăng ký tài khoản nhận tiền công (公金受取口座): giấy tờ cho thấy tài khoản ngân hàng đứng tên bạn
