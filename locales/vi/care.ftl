# The helpers around a visit: how long the card lasts, which procedure it is, what to bring.

care-resume = Bây giờ xin tiếp tục phần vừa rồi.
care-point = - { $text }
month-year = tháng { $month } năm { $year }

# How long the card lasts. `standing` says whether the date is over, can be renewed now, or later.
expiry-ask = Để chúng tôi xem giúp thẻ hết hạn khi nào và gia hạn được từ khi nào. Xin chọn điều bạn biết. Chúng tôi không lưu ngày bạn nhập.
expiry-ask-printed =
    Xin gõ ngày hết hạn (有効期限) in ở mặt trước thẻ.
    Ví dụ: 10 tháng 5 năm 2031, 2031-05-10
expiry-ask-issued =
    Xin gõ ngày cấp thẻ (không phải ngày nhận thẻ). Nếu không nhớ rõ, ngày gần đúng cũng được.
    Ví dụ: 1 tháng 5 năm 2024, 2024-05-01
expiry-ask-renewed = Thẻ đó có phải được làm để thay thẻ cũ, trong vòng 3 tháng trước khi thẻ cũ hết hạn không?
expiry-ask-birth =
    Xin gõ ngày sinh của chủ thẻ. Chúng tôi chỉ dùng để tính ngày và không lưu lại.
    Ví dụ: 3 tháng 3 năm 1985, 1985-03-03
expiry-ask-stay =
    Xin gõ ngày hết hạn in ở mặt trước thẻ (ngày hết thời hạn lưu trú (在留期間)).
    Ví dụ: 30 tháng 4 năm 2027, 2027-04-30
expiry-ask-permit = Thẻ có hạn đến ngày { $end }. Việc gia hạn thời hạn lưu trú (在留期間) của bạn đang thế nào?
expiry-ask-order = Ý bạn là ngày nào?
expiry-ask-birth-order = Viết như vậy có thể hiểu theo hai cách. Số đầu tiên là ngày hay tháng?
expiry-date-unclear = Xin lỗi, chúng tôi không đọc được ngày. Xin gõ đủ ngày, tháng, năm.
expiry-date-implausible = Với ngày đó thì không tính được. Xin xem lại năm rồi gõ lại.
expiry-result = { $lines }
expiry-guide = Đây chỉ là ngày tham khảo. Ngày in trên thẻ mới là ngày chính xác. Bạn có thể xem hạn của chứng nhận điện tử tại quầy hoặc trên Mynaportal.
expiry-card = { $standing ->
    [over] Thẻ của bạn đã hết hạn ngày { $end }. Xin làm đơn xin thẻ mới. Nếu trả lại thẻ cũ thì miễn phí.
    [now] Thẻ của bạn có hạn đến ngày { $end }. Bây giờ bạn làm đơn gia hạn được. Làm thẻ mất 1–2 tháng, xin làm đơn sớm.
   *[later] Thẻ của bạn có hạn đến ngày { $end }. Bạn làm đơn gia hạn được từ ngày { $from }.
}
expiry-certificate = { $standing ->
    [over] Chứng nhận điện tử (電子証明書) có hạn đến ngày { $end }, nếu chưa gia hạn thì đã hết hạn. Bạn có thể xin cấp mới tại quầy (miễn phí).
    [now] Chứng nhận điện tử (電子証明書) có hạn đến ngày { $end }. Bây giờ bạn gia hạn được tại quầy (miễn phí).
   *[later] Chứng nhận điện tử (電子証明書) có hạn đến ngày { $end }. Bạn gia hạn được tại quầy từ ngày { $from } (miễn phí).
}
expiry-certificate-with-card = Chứng nhận điện tử (電子証明書) cũng hết hạn cùng ngày với thẻ. Gia hạn thẻ thì chứng nhận điện tử cũng được làm mới.
expiry-certificate-by-print = { $standing ->
    [over] Nếu thẻ làm khi từ 18 tuổi trở lên, chứng nhận điện tử (電子証明書) có hạn đến ngày { $end }, chưa gia hạn thì đã hết hạn. Nếu thẻ làm khi dưới 18 tuổi, chứng nhận điện tử hết hạn cùng ngày với thẻ.
    [now] Nếu thẻ làm khi từ 18 tuổi trở lên, chứng nhận điện tử (電子証明書) có hạn đến ngày { $end }, bây giờ gia hạn được. Nếu thẻ làm khi dưới 18 tuổi, chứng nhận điện tử hết hạn cùng ngày với thẻ.
   *[later] Nếu thẻ làm khi từ 18 tuổi trở lên, chứng nhận điện tử (電子証明書) có hạn đến ngày { $end }, gia hạn được từ ngày { $from }. Nếu thẻ làm khi dưới 18 tuổi, chứng nhận điện tử hết hạn cùng ngày với thẻ.
}
expiry-signature-from = Chứng nhận điện tử dùng để ký (署名用電子証明書): nếu muốn, bạn xin cấp được tại quầy từ ngày { $from }, là ngày đủ 15 tuổi.
expiry-insurance-until = Thẻ vẫn dùng làm thẻ bảo hiểm y tế được đến ngày { $until }, nhưng xin gia hạn sớm.
expiry-near-age-limit = Hạn thẻ thay đổi theo tuổi vào ngày làm đơn, và đây là trường hợp gần mốc tuổi. Xin xem ngày in trên thẻ hoặc hỏi quầy.
expiry-leap-day = Với người sinh ngày 29 tháng 2, chúng tôi tính là ngày 28 tháng 2. Xin hỏi lại quầy.
expiry-stay-granted = Xin đến quầy chậm nhất ngày { $end }: thẻ sẽ được gia hạn đến ngày hết thời hạn lưu trú (在留期間) mới (miễn phí). Thẻ chỉ gia hạn được đến sinh nhật lần thứ 10 sau ngày cấp thẻ (dưới 18 tuổi: lần thứ 5). Khi gia hạn thẻ, chứng nhận điện tử (電子証明書) không dùng được nữa, xin làm mới cùng lúc (miễn phí).
expiry-stay-pending = Xin đến quầy chậm nhất ngày { $end }: thẻ được gia hạn đến ngày { $until }, chỉ 1 lần (特例期間延長, miễn phí). Xin mang theo thẻ My Number, mã PIN 4 chữ số và thẻ lưu trú (在留カード) có dấu 在留期間更新許可申請中 (nếu xin trên mạng: email báo đã tiếp nhận). Khi có giấy phép, xin đến lần nữa.
expiry-stay-not-yet = Thẻ có hạn đến ngày { $end }. Dù thời hạn lưu trú (在留期間) được gia hạn, hạn của thẻ không tự động kéo dài và cũng không có thông báo. Trước tiên, xin nộp đơn gia hạn tại cục xuất nhập cảnh (入管), khi có giấy phép thì đến quầy chậm nhất ngày { $end }. Nếu không kịp, trong khi chờ kết quả, thẻ có thể gia hạn thêm 2 tháng, chỉ 1 lần.
expiry-stay-over = Thẻ đã hết hạn ngày { $end } nên không gia hạn được. Xin làm đơn xin thẻ mới. Mất hơn 1 tháng, lệ phí 1,000 yên.

renewal-kept = Chúng tôi sẽ nhắc bạn một lần vào { $month }. Chúng tôi chỉ lưu tháng này.
renewal-dropped = { $kind ->
    [card] Chúng tôi sẽ không nhắc bạn gia hạn thẻ.
    [certificate] Chúng tôi sẽ không nhắc bạn gia hạn chứng nhận điện tử.
   *[stay] Chúng tôi sẽ không nhắc bạn về thời hạn lưu trú.
}
renewal-due = { $kind ->
    [card] Bây giờ bạn gia hạn thẻ My Number được. Làm thẻ mất 1–2 tháng, xin làm đơn sớm.
    [certificate] Bây giờ bạn gia hạn chứng nhận điện tử (電子証明書) được. Xin mang thẻ đến quầy. Cần cả mã PIN (暗証番号).
   *[stay] Thẻ My Number của bạn sắp hết hạn. Khi đã gia hạn thời hạn lưu trú (在留期間), xin đến quầy gia hạn thẻ trước khi thẻ quá ngày hết hạn.
}

choice-expiry = Xem hạn thẻ
choice-expiry-again = Xem với ngày khác
choice-have-printed = Tôi biết ngày hết hạn của thẻ
choice-have-birth = Tôi biết ngày sinh và ngày cấp thẻ
choice-have-stay = Tôi có thời hạn lưu trú (在留期間)
choice-renewed = Đúng, làm trước khi thẻ cũ hết hạn
choice-not-renewed = Không, hoặc không rõ
choice-permit-granted = Đã được cấp phép
choice-permit-pending = Đã nộp đơn, đang chờ
choice-permit-not-yet = Chưa nộp đơn
choice-day-first = Ngày trước
choice-month-first = Tháng trước
choice-remind = { $kind ->
    [card] Nhắc tôi vào { $month } (thẻ)
    [certificate] Nhắc tôi vào { $month } (chứng nhận điện tử)
   *[stay] Nhắc tôi vào { $month } (thời hạn lưu trú)
}
choice-unremind = { $kind ->
    [card] Đừng nhắc nữa (thẻ)
    [certificate] Đừng nhắc nữa (chứng nhận điện tử)
   *[stay] Đừng nhắc nữa (thời hạn lưu trú)
}

# Which procedure it is. Questions:
choice-finder = Không rõ cần thủ tục nào
choice-book-for = Đặt lịch: { $procedures }
find-ask-what = Chúng tôi cùng bạn tìm thủ tục cần làm. Bạn cần việc gì?
find-ask-who = Ai sẽ đến quầy?
find-ask-who-applies = Thẻ của ai? Khi làm đơn tại quầy, chính chủ thẻ phải đến.
find-ask-reason = Vì sao chủ thẻ không đến được?
find-ask-which-date = Thông báo hoặc phong bì ghi hạn của thứ nào?
find-ask-letter = Bạn có giấy hỏi kiêm trả lời (照会書兼回答書) gửi kèm thông báo hết hạn không?
find-ask-pin-state = Mã PIN (暗証番号) của bạn thế nào?
find-ask-move = Bạn có thay đổi gì?
find-ask-signature = Chứng nhận điện tử dùng để ký (署名用電子証明書), dùng cho e-Tax v.v., mất hiệu lực khi đổi địa chỉ hoặc họ tên. Bạn có làm mới không?
find-ask-nationality = Chủ thẻ có quốc tịch nào?
find-ask-lost =
    Trước tiên, xin gọi điện để khóa thẻ (24 giờ, miễn phí).
    { $national } (chọn số 2, tiếng Nhật)
    { $foreign } (tiếng Anh, Trung, Hàn, Tây Ban Nha, Bồ Đào Nha)

    Bạn làm mất thẻ ở đâu?
find-ask-stay-state = Việc gia hạn thời hạn lưu trú (在留期間) của bạn đang thế nào?
find-ask-new-card = Bạn xin thẻ nào?
find-ask-insurance = Bạn muốn đăng ký gì?
find-ask-other = Có thể việc này thuộc quầy khác. Xin chọn mục gần nhất.

# Answers:
find-collect = Có bưu thiếp, muốn nhận thẻ
find-notice = Có thông báo gia hạn hoặc sắp hết hạn
find-pin-trouble = Quên mã PIN hoặc bị khóa
find-moved = Chuyển nhà hoặc đổi tên
find-card-lost = Mất thẻ hoặc bị trộm
find-stay = Thời hạn lưu trú sắp hết hoặc đã gia hạn
find-new = Làm thẻ mới hoặc thẻ bị hỏng
find-use-it = Đăng ký thẻ bảo hiểm hoặc tài khoản
find-something-else = Việc khác
find-myself = Chính chủ thẻ
find-with-child = Trẻ dưới 15 tuổi cùng cha mẹ (người đại diện hợp pháp)
find-somebody-else = Chỉ người đến thay
find-good-reason = Từ 75 tuổi, đi học (đến hết trung học phổ thông), nằm viện dài ngày, ở cơ sở chăm sóc, khuyết tật, cần chăm sóc hoặc hỗ trợ, mang thai, du học…
find-busy = Bận việc, đi làm, đi du lịch ngắn ngày
find-card-date = Hạn của thẻ
find-certificate-date = Hạn của chứng nhận điện tử (電子証明書)
find-not-sure = Không rõ
find-has-letter = Có
find-no-letter = Không có
find-pin-forgotten = Quên hoặc bị khóa
find-pin-known = Vẫn nhớ, muốn đổi mã khác
find-into-city = Chuyển từ nơi khác đến
find-within-city = Chuyển nhà trong thành phố
find-out-of-city = Chuyển sang nơi khác
find-abroad = Chuyển ra nước ngoài
find-name-changed = Đổi tên
find-with-signature = Có, làm mới
find-without-signature = Không làm
find-japanese = Nhật Bản
find-other-nationality = Nước khác
find-lost-outside = Ngoài nhà, hoặc bị trộm
find-lost-at-home = Trong nhà, hoặc không rõ
find-found-again = Tìm thấy sau khi đã khóa
find-stay-granted = Đã được cấp phép
find-stay-pending = Đã nộp đơn, đang chờ
find-stay-not-yet = Chưa nộp đơn
find-stay-passed = Thẻ đã quá hạn
find-permanent = Người vĩnh trú, vĩnh trú đặc biệt…
find-first = Làm thẻ lần đầu
find-damaged = Thẻ bị hỏng
find-as-insurance-card = Dùng làm thẻ bảo hiểm y tế
find-money-account = Tài khoản nhận tiền công (公金受取口座)
find-insurance-itself = Vào, thôi bảo hiểm y tế, giấy xác nhận tư cách (資格確認書)
find-records = Phiếu cư trú, chứng nhận con dấu, hộ tịch
find-passport = Hộ chiếu
find-pension = Lương hưu
find-portal = Cách dùng Mynaportal
find-visa = Visa, thẻ lưu trú (在留カード)
find-licence = Bằng lái xe
find-none-of-it = Không có trong số này

# What was found.
find-found =
    Thủ tục cần làm: { $procedures } (khoảng { $minutes } phút).

    Người đến: { $visitor }
    Xin mang theo
    { $documents }{ $some ->
        [yes] { "" }

            Lưu ý
            { $notes }
       *[no] { "" }
    }
find-note-think-of-pins = Xin nghĩ sẵn mã PIN: mã 4 chữ số, và mã 6–16 ký tự gồm chữ và số.
find-note-child-comes-too = Xin đưa trẻ cùng đến.
find-note-fill-in-postcard = Chính chủ thẻ tự viết phần trả lời, giấy ủy quyền và mã PIN trên bưu thiếp, rồi che mã PIN bằng miếng dán.
find-note-come-yourself = Bận việc hoặc đi du lịch ngắn ngày thì không nhờ người nhận thay được. Quầy cũng mở vào ngày Chủ nhật do thành phố quy định.
find-note-apply-online = Bạn cũng có thể làm đơn bằng điện thoại thông minh hoặc qua bưu điện, không cần đến quầy.
find-note-collect-later = Làm thẻ mất 1–2 tháng. Khi có thẻ, xin đến lần nữa để nhận.
find-note-free-with-old-card = Nếu trả lại thẻ cũ thì miễn phí.
find-note-sealed-letter = Chính chủ thẻ viết hết giấy hỏi kiêm trả lời, kể cả mã PIN hiện tại, và dán kín phong bì. Xin mang đến khi chưa mở. Nếu viết thiếu hoặc sai mã PIN thì phải đến lần nữa.
find-note-two-visits = Trước tiên, xin đến quầy đăng ký. Sau đó giấy hỏi kiêm trả lời (照会書兼回答書) được gửi cho chủ thẻ. Chính chủ thẻ viết và dán kín, rồi bạn mang đến lần nữa (tổng cộng 2 lần).
find-note-kiosk-reset = Nếu còn nhớ mã PIN dùng để ký (署名用, chữ và số) hoặc mã PIN xác minh người dùng (利用者証明用, 4 chữ số), bạn cũng có thể đặt lại mã kia bằng ứng dụng và máy ở cửa hàng tiện lợi (miễn phí). Các mã PIN khác và chứng nhận điện tử đã hết hạn thì xin làm tại quầy.
find-note-file-the-move = Trước tiên, xin nộp thông báo chuyển đến (転入届) hoặc thông báo chuyển chỗ ở (転居届) trong vòng 14 ngày kể từ ngày chuyển nhà. Xin mang thẻ của cả gia đình.
find-note-within-ninety-days = Xin làm thủ tục dùng tiếp thẻ (継続利用) trong vòng 90 ngày kể từ ngày khai báo chuyển đến (転入届). Nếu không làm, thẻ không dùng được nữa.
find-note-household-may-come = Người cùng hộ cũng làm được việc ghi địa chỉ mới và dùng tiếp thẻ nếu biết mã PIN 4 chữ số. Nếu muốn cấp cả chứng nhận điện tử dùng để ký, xin mang giấy ủy quyền (委任状) do chính chủ thẻ ghi mã PIN và dán kín.
find-note-register-first = Xin đến sau khi đã khai báo hộ tịch và tên trên phiếu cư trú (住民票) đã đổi.
find-note-before-leaving = Xin làm cùng lúc với thông báo chuyển đi nước ngoài (転出届), chậm nhất hôm trước ngày xuất cảnh. Bạn dùng tiếp thẻ ở nước ngoài được.
find-note-suspend-first = Trước tiên, xin gọi điện để khóa thẻ: { $national } (24 giờ, chọn số 2, tiếng Nhật), tiếng nước ngoài { $foreign } (không có tiếng Việt)
find-note-tell-police = Xin báo cảnh sát và ghi lại số tiếp nhận (受理番号).
find-note-reissue-fee = Lệ phí 1,000 yên (không kèm chứng nhận điện tử: 800 yên). Tùy nguyên nhân, có khi miễn phí.
find-note-fast-issue = Trong vòng 30 ngày kể từ khi báo mất, bạn có thể xin cấp nhanh (特急発行), khoảng 1 tuần, 2,000 yên.
find-note-lift-suspension = Chỉ mở khóa được tại quầy. Xin mang thẻ và giấy tờ tùy thân (本人確認書類). Chứng nhận điện tử dùng để ký sẽ được cấp mới.
find-note-before-the-date = Xin đến trước khi thẻ quá ngày hết hạn. Quá hạn thì không gia hạn được.
find-note-data-takes-time = Có khi mất khoảng 1 ngày thông tin từ cục xuất nhập cảnh mới đến thành phố. Nên đặt lịch từ ngày hôm sau ngày được cấp phép trở đi.
find-note-certificates-anew = Khi gia hạn thẻ, chứng nhận điện tử (電子証明書) không dùng được nữa. Xin làm mới cùng lúc (miễn phí).
find-note-two-months-more = Trong khi chờ kết quả, thẻ được gia hạn thêm 2 tháng, chỉ 1 lần. Xin mang thẻ lưu trú (在留カード) có dấu 在留期間更新許可申請中, hoặc email báo đã tiếp nhận. Khi có giấy phép, xin đến lần nữa.
find-note-too-late-to-extend = Thẻ đã quá hạn không gia hạn được. Bạn làm đơn xin thẻ mới.
find-note-bring-the-card = Xin mang cả thẻ bị hỏng.

# Where it is done instead.
find-place-expiry-helper = Để chúng tôi xem giúp hạn nào sắp đến. Xin tiếp tục bên dưới.
find-place-home = Nếu còn nhớ mã PIN, bạn đổi được trong ứng dụng Mynaportal, không cần đến quầy. Nếu không làm được, xin gọi { $phone } (tiếng Nhật).
find-place-new-city = Xin nộp thông báo chuyển đi (転出届) tại phòng Thị dân (市民課) hoặc trên Mynaportal. Thủ tục thẻ làm tại quầy của nơi bạn chuyển đến: xin mang thẻ và nộp thông báo chuyển đến (転入届) trong vòng 14 ngày kể từ ngày chuyển nhà.
find-place-moving-out = Khi nộp thông báo chuyển đi nước ngoài (転出届), xin trả lại thẻ cho phòng Thị dân (市民課). Thẻ của người có quốc tịch nước ngoài hết dùng được vào ngày chuyển đi.
find-place-immigration = Thủ tục lưu trú làm tại Cục Quản lý xuất nhập cảnh và lưu trú (出入国在留管理庁), điện thoại { $immigration }. Khi có giấy phép, xin đến quầy này trước khi thẻ quá ngày hết hạn.
find-place-insurance-section = Việc vào bảo hiểm y tế và giấy xác nhận tư cách bảo hiểm (資格確認書): xin hỏi bảo hiểm y tế bạn đang tham gia. Với bảo hiểm y tế quốc dân (国民健康保険), xin hỏi tòa thị chính: { $phone } (tiếng Nhật).
find-place-citizens-section = Phiếu cư trú (住民票), chứng nhận con dấu (印鑑証明) và hộ tịch (戸籍): xin hỏi phòng Thị dân (市民課), điện thoại { $phone } (tiếng Nhật). Có thẻ và mã PIN 4 chữ số thì một số giấy lấy được ở cửa hàng tiện lợi.
find-place-passport-office = Quầy này không làm hộ chiếu. Xin hỏi { $phone } (tiếng Nhật) về nơi làm.
find-place-pension-office = Quầy này không làm lương hưu. Xin hỏi văn phòng lương hưu (年金事務所) hoặc bộ phận lương hưu của tòa thị chính, { $phone } (tiếng Nhật).
find-place-portal-phone = Về cách dùng Mynaportal, xin gọi tổng đài My Number miễn phí { $national } (tiếng Nhật) hoặc { $portal } (tiếng Anh, Trung, Hàn, Tây Ban Nha, Bồ Đào Nha).
find-place-police = Việc gộp bằng lái xe vào thẻ làm tại đồn cảnh sát hoặc trung tâm thi bằng lái.
find-place-staff = Ở đây chúng tôi không trả lời được. Xin hỏi nhân viên, hoặc gọi { $phone } (tiếng Nhật).

# What to bring.
choice-papers = Kiểm tra đồ cần mang
choice-ticked = Đã đủ hết
visitor-myself = Chính chủ thẻ
visitor-guardian = Trẻ em hoặc người được giám hộ, cùng cha mẹ hoặc người đại diện hợp pháp
visitor-proxy = Người đại diện đến thay
papers-ask-visitor = Chúng tôi cùng bạn kiểm tra đồ cần mang: { $procedures }. Ai sẽ đến?
papers-list =
    Cần mang gì: { $procedures } (người đến: { $visitor }). Xin bấm vào những thứ đã có. Khi xong, xin bấm “Đã đủ hết”.

    { $list }
papers-ab =
    Loại A: giấy tờ có ảnh (bằng lái xe, hộ chiếu, thẻ lưu trú, sổ người khuyết tật…)
    Loại B: giấy tờ có họ tên và ngày sinh hoặc địa chỉ (giấy xác nhận tư cách bảo hiểm (資格確認書), sổ lương hưu, thẻ học sinh…)
    Tất cả phải là bản gốc còn hạn, đúng họ tên và địa chỉ hiện tại.
papers-complete =
    Bạn đã có đủ. Xin đừng quên mang theo vào ngày hẹn.{ $some ->
        [yes] { "" }

            Những thứ sau chỉ cần mang nếu bạn thuộc trường hợp đó:
            { $perhaps }
       *[no] { "" }
    }
papers-missing =
    Vẫn còn thiếu. Xin chuẩn bị thêm:
    { $needs }

    Nếu không kịp trước ngày hẹn, xin đổi ngày giờ. Về giấy tờ, xin hỏi nhân viên hoặc gọi { $phone } (tiếng Nhật).

item-notice-postcard = Giấy báo nhận thẻ, dạng bưu thiếp (交付通知書)
item-proxy-postcard = Giấy báo nhận thẻ (交付通知書) có phần trả lời, giấy ủy quyền, mã PIN do chủ thẻ tự viết
item-card = Thẻ My Number
item-old-card = Thẻ My Number cũ
item-tsuchi-card = Thẻ thông báo (通知カード)
item-juki-card = Thẻ Juki (住民基本台帳カード)
item-residence-card = Thẻ lưu trú mới (在留カード)
item-application-form = Đơn xin cấp thẻ (交付申請書)
item-photo = Ảnh chân dung (cao 4.5 cm, rộng 3.5 cm, chụp trong vòng 6 tháng)
item-pin = Mã PIN (暗証番号) 4 chữ số
item-signature-pin = Mã PIN 6–16 ký tự gồm chữ và số
item-sealed-answer = Giấy hỏi kiêm trả lời (照会書兼回答書) đã dán kín
item-account = Giấy tờ cho thấy tài khoản ngân hàng đứng tên chủ thẻ
item-fee = Lệ phí (nếu làm mất, làm hỏng thẻ)
item-guardian-proof = Hộ tịch (戸籍) hoặc giấy chứng nhận nội dung đăng ký (登記事項証明書), cấp trong vòng 3 tháng
item-reason-proof = Giấy tờ cho biết lý do chủ thẻ không đến được
item-photo-certificate = Giấy xác nhận ảnh khuôn mặt (個人番号カード顔写真証明書)
item-id-a = Giấy tờ loại A của chủ thẻ
item-id-a-second = Giấy tờ loại A thứ 2 của chủ thẻ
item-id-b = Giấy tờ loại B của chủ thẻ
item-id-b-second = Giấy tờ loại B thứ 2 của chủ thẻ
item-companion-id-a = Giấy tờ loại A của cha mẹ, người đại diện
item-companion-id-a-second = Giấy tờ loại A thứ 2 của cha mẹ, người đại diện
item-companion-id-b = Giấy tờ loại B của cha mẹ, người đại diện
item-companion-id-b-second = Giấy tờ loại B thứ 2 của cha mẹ, người đại diện

need-perhaps = { $item } (chỉ khi thuộc trường hợp đó)
need-identity = { $bearer ->
    [holder] Giấy tờ tùy thân của chủ thẻ:
   *[companion] Giấy tờ tùy thân của người đại diện hợp pháp, người đến thay:
} { $proof ->
    [one-of-any] 1 giấy tờ loại A hoặc B
    [one-with-photo] 1 giấy tờ loại A
    [one-or-two] 1 giấy tờ loại A, hoặc 2 giấy tờ loại B
   *[two-with-photo] 2 giấy tờ (2 giấy tờ loại A, hoặc 1 loại A và 1 loại B)
}
need-postcard-or-more = Giấy báo nhận thẻ dạng bưu thiếp (交付通知書) và giấy tờ tùy thân của chủ thẻ (1 giấy tờ loại A, hoặc 2 giấy tờ loại B). Nếu không có bưu thiếp: 2 giấy tờ loại A, hoặc 1 loại A và 1 loại B, hoặc thẻ thông báo (通知カード) và 2 giấy tờ loại B
need-pins-or-identity = Mã PIN (mã 4 chữ số, và mã 6–16 ký tự gồm chữ và số). Nếu không nhớ: 1 giấy tờ tùy thân (loại A hoặc B) của chủ thẻ
need-holder-or-photo-certificate = Giấy tờ tùy thân của chủ thẻ: 2 giấy tờ (2 giấy tờ loại A, hoặc 1 loại A và 1 loại B). Nếu không có loại A: 2 giấy tờ loại B và giấy xác nhận ảnh khuôn mặt (個人番号カード顔写真証明書)
