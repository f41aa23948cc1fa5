# Ratings with one tap; nobody is asked twice.
choice-helpful = 👍 Hữu ích
choice-feedback-good = 👍 Tốt
choice-feedback-bad = 👎 Chưa tốt

feedback-thanks = Cảm ơn bạn. Chúng tôi sẽ tham khảo để làm tốt hơn.
feedback-why = Cảm ơn bạn đã cho biết. Nếu được, xin chọn một lý do.
feedback-visit = Lần làm thủ tục với số { $number } thế nào ạ? Nếu được, xin bấm một nút để cho chúng tôi biết.

feedback-reason-wrong-topic = Không đúng điều tôi hỏi
feedback-reason-out-of-date = Thông tin đã cũ
feedback-reason-hard-to-understand = Khó hiểu
feedback-reason-not-enough = Chưa đủ chi tiết
feedback-reason-wait = Phải chờ lâu
feedback-reason-explanation = Giải thích khó hiểu
feedback-reason-language = Khó hiểu nhau vì ngôn ngữ
feedback-reason-came-again = Phải đến lần nữa
feedback-reason-late = Trả lời chậm
feedback-reason-not-solved = Chưa giải quyết được
feedback-reason-other = Lý do khác
