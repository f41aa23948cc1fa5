# The helpers around a visit: how long the card lasts, which procedure it is, what to bring.

care-resume = Now back to where we were.
care-point = - { $text }
month-year = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }

# How long the card lasts. `standing` says whether the date is over, can be renewed now, or later.
expiry-ask = Let us see when your card ends and when you can renew it. What do you know? We do not keep the dates you enter.
expiry-ask-printed =
    Please write the expiry date printed on the front of the card.
    For example: 10 May 2031, 2031-05-10
expiry-ask-issued =
    Please write the day the card was issued (not the day you picked it up). If you are not sure, a rough date will do.
    For example: 1 May 2024, 2024-05-01
expiry-ask-renewed = Did you get that card by renewing an older one in the 3 months before it ended?
expiry-ask-birth =
    Please write the birth date of the card's holder. We use it only to work out the dates and do not keep it.
    For example: 3 March 1985, 1985-03-03
expiry-ask-stay =
    Please write the expiry date printed on the front of the card (the end of your period of stay).
    For example: 30 April 2027, 2027-04-30
expiry-ask-permit = The card ends on { $end }. Where does the renewal of your period of stay (在留期間) stand?
expiry-ask-order = Which date do you mean?
expiry-ask-birth-order = That date can be read in two ways. Is the first number the day or the month?
expiry-date-unclear = Sorry, I could not read a date there. Please write the year, the month and the day.
expiry-date-implausible = That date does not fit. Please check the year and write it again.
expiry-result = { $lines }
expiry-guide = This is a guide. The date printed on the card is the one that counts. You can check the date of the certificates at the counter or in Mynaportal.
expiry-card = { $standing ->
    [over] Your card ended on { $end }. Please apply for a new one. It is free if you hand in the old card.
    [now] Your card ends on { $end }. You can apply for the renewal now. Making it takes 1–2 months, so please apply soon.
   *[later] Your card ends on { $end }. You can apply for the renewal from { $from }.
}
expiry-certificate = { $standing ->
    [over] Its electronic certificates (電子証明書) ended on { $end }, unless you have renewed them. The counter issues new ones free of charge.
    [now] Its electronic certificates (電子証明書) end on { $end }. You can renew them at the counter now, free of charge.
   *[later] Its electronic certificates (電子証明書) end on { $end }. You can renew them at the counter from { $from }, free of charge.
}
expiry-certificate-with-card = The electronic certificates (電子証明書) end on the same day. Renewing the card renews them too.
expiry-certificate-by-print = { $standing ->
    [over] If you were 18 or older when the card was made, its electronic certificates (電子証明書) ended on { $end }, unless you have renewed them. If you were under 18, they end with the card.
    [now] If you were 18 or older when the card was made, its electronic certificates (電子証明書) end on { $end }, and you can renew them now. If you were under 18, they end with the card.
   *[later] If you were 18 or older when the card was made, its electronic certificates (電子証明書) end on { $end }, and you can renew them from { $from }. If you were under 18, they end with the card.
}
expiry-signature-from = The signature certificate (署名用電子証明書) can be issued at the counter from the 15th birthday, { $from }, if you want it.
expiry-insurance-until = The card still works as a health insurance card until { $until }, but please renew the certificates soon.
expiry-near-age-limit = The date depends on the age on the day of the application, and here it is close. Please look at the printed date or ask the counter.
expiry-leap-day = For a birth date of 29 February we have counted 28 February. Please check with the counter.
expiry-stay-granted = Come to the counter by { $end }, and your card will be extended to the end of your new period of stay, free of charge. The limit is the 10th birthday after the card was made (the 5th for under-18s). The extension ends the electronic certificates (電子証明書), so have new ones issued at the same time, free of charge.
expiry-stay-pending = Come to the counter by { $end }, and your card will be extended once, to { $until }, free of charge (特例期間延長). Bring your My Number Card and its PIN of 4 digits, and your residence card stamped 在留期間更新許可申請中 (if you applied online, the e-mail that confirms it). Come again when you have the permission.
expiry-stay-not-yet = Your card ends on { $end }. Renewing your period of stay does not extend it, and no notice is sent. First apply to Immigration; once you have the permission, come to the counter by { $end }. If it does not come in time, the card can be extended once by 2 months while the application is pending.
expiry-stay-over = Your card ended on { $end } and cannot be extended any more. Please apply for a new one. It takes more than a month and costs 1,000 yen.

renewal-kept = We will send you one message in { $month }. The month is all we keep.
renewal-dropped = { $kind ->
    [card] We will not remind you of the card's renewal.
    [certificate] We will not remind you of the certificates' renewal.
   *[stay] We will not remind you because of your period of stay.
}
renewal-due = { $kind ->
    [card] You can renew your My Number Card now. Making it takes 1–2 months, so please apply soon.
    [certificate] You can renew your electronic certificates (電子証明書) now. Bring the card and your PINs to the counter.
   *[stay] Your My Number Card ends soon. Once your period of stay is renewed, have the card extended at the counter before the date on it has passed.
}

choice-expiry = When does my card expire?
choice-expiry-again = Check another date
choice-have-printed = I know the date on the card
choice-have-birth = I know the birth date and issue date
choice-have-stay = I have a period of stay (在留期間)
choice-renewed = Yes, renewed before the old one ended
choice-not-renewed = No, or I do not know
choice-permit-granted = Permission granted
choice-permit-pending = Applied, waiting
choice-permit-not-yet = Not applied yet
choice-day-first = The day comes first
choice-month-first = The month comes first
choice-remind = { $kind ->
    [card] Remind me in { $month } (card)
    [certificate] Remind me in { $month } (certificates)
   *[stay] Remind me in { $month } (period of stay)
}
choice-unremind = { $kind ->
    [card] No reminder, please (card)
    [certificate] No reminder, please (certificates)
   *[stay] No reminder, please (period of stay)
}

# Which procedure it is. Questions:
choice-finder = Not sure which procedure?
choice-book-for = Book: { $procedures }
find-ask-what = Let us find the right procedure. What is it about?
find-ask-who = Who will come to the counter?
find-ask-who-applies = Whose card is it? The holder has to come to apply at the counter.
find-ask-reason = Why can the holder not come?
find-ask-which-date = Which date does the notice or the envelope speak of?
find-ask-letter = Do you have the inquiry-and-reply form (照会書兼回答書) that came with the expiry notice?
find-ask-pin-state = What about the PIN (暗証番号)?
find-ask-move = What has changed?
find-ask-signature = The signature certificate (署名用電子証明書), used for e-Tax and the like, ends when the address or name changes. Do you want a new one?
find-ask-nationality = What is the holder's nationality?
find-ask-lost =
    First call and have the card suspended (24 hours, free of charge).
    { $national } (menu 2, Japanese)
    { $foreign } (English, Chinese, Korean, Spanish, Portuguese)

    Where was it lost?
find-ask-stay-state = Where does the renewal of your period of stay (在留期間) stand?
find-ask-new-card = What kind of application is it?
find-ask-insurance = What do you want to register?
find-ask-other = It may be a matter for another office. Which comes closest?

# Answers:
find-collect = I got the postcard / want to pick up my card
find-notice = I got a renewal notice / it ends soon
find-pin-trouble = PIN forgotten or locked
find-moved = I moved / my name changed
find-card-lost = Card lost or stolen
find-stay = My period of stay ends or was renewed
find-new = A first card / a damaged card
find-use-it = Health insurance or account registration
find-something-else = Something else
find-myself = The holder
find-with-child = A child under 15 with a parent (guardian)
find-somebody-else = Somebody else instead
find-good-reason = Aged 75+, student up to high school, long hospital stay, in a care facility, disability, care or support need, pregnancy, study abroad …
find-busy = Busy at work, commuting, a short trip
find-card-date = The card's
find-certificate-date = The electronic certificates' (電子証明書)
find-not-sure = I am not sure
find-has-letter = Yes, I have it
find-no-letter = No
find-pin-forgotten = Forgotten or locked
find-pin-known = I know it and want to change it
find-into-city = Moved here from another municipality
find-within-city = Moved within the city
find-out-of-city = Moving to another municipality
find-abroad = Moving abroad
find-name-changed = Name changed
find-with-signature = Yes, a new one
find-without-signature = No
find-japanese = Japanese
find-other-nationality = Other
find-lost-outside = Outside, or stolen
find-lost-at-home = At home, or I do not know
find-found-again = Found again after it was suspended
find-stay-granted = Permission granted
find-stay-pending = Applied, waiting
find-stay-not-yet = Not applied yet
find-stay-passed = The card's date has passed
find-permanent = Permanent or special permanent resident
find-first = The first card
find-damaged = The card is damaged
find-as-insurance-card = Use as health insurance card
find-money-account = Account for public money (公金受取口座)
find-insurance-itself = Joining or leaving health insurance, 資格確認書
find-records = Resident record, seal or family register
find-passport = Passport
find-pension = Pension
find-portal = Using Mynaportal
find-visa = Visa, residence card (在留カード)
find-licence = Driving licence
find-none-of-it = None of these

# What was found.
find-found =
    The procedure is: { $procedures } (about { $minutes } minutes).

    Who comes: { $visitor }
    What to bring
    { $documents }{ $some ->
        [yes] { "" }

            Please note
            { $notes }
       *[no] { "" }
    }
find-note-think-of-pins = Think of your PINs beforehand: one of 4 digits and one of 6–16 letters and digits.
find-note-child-comes-too = Please bring the child along.
find-note-fill-in-postcard = The holder fills in the answer, the letter of authorisation and the PINs on the postcard, and hides the PINs under the sticker.
find-note-come-yourself = Work or a short trip is no reason for a proxy. The counter is also open on some Sundays.
find-note-apply-online = You can also apply by smartphone or post, without coming to the counter.
find-note-collect-later = The card takes 1–2 months. You come once more to pick it up.
find-note-free-with-old-card = It is free if you hand in the old card.
find-note-sealed-letter = The holder fills in the whole form (照会書兼回答書), the present PINs included, and seals it. Bring it unopened. If something is left blank or a PIN is wrong, you have to come again.
find-note-two-visits = Two visits: first you apply at the counter, then an inquiry-and-reply form (照会書兼回答書) is sent to the holder, who fills it in and seals it, and you come again with it.
find-note-kiosk-reset = If you still know the PIN of the signature certificate (署名用, 6–16 letters and digits) or of the user certificate (利用者証明用, 4 digits), you can also reset the other of the two with an app and a convenience-store machine, free of charge. For any other PIN, or certificates that have ended, come to the counter.
find-note-file-the-move = First file the move (転入届 or 転居届) within 14 days. Bring the cards of the whole family.
find-note-within-ninety-days = Do the continued-use procedure (継続利用) within 90 days of the moving-in notice (転入届). Otherwise the card lapses.
find-note-household-may-come = For the change of address and the continued use (継続利用), a member of the same household who knows the PIN of 4 digits may come too. For a new signature certificate (署名用電子証明書) as well, bring a sealed letter of authorisation (委任状) in which the holder has written the PIN.
find-note-register-first = Come after the family-register notice, when the name in the resident record has changed.
find-note-before-leaving = Do it together with the move-out notice, at the latest the day before you leave. You can go on using the card abroad.
find-note-suspend-first = First have the card suspended: { $national } (24 hours, menu 2), other languages { $foreign }
find-note-tell-police = Report it to the police and keep the report number (受理番号).
find-note-reissue-fee = The fee is 1,000 yen (800 yen without certificates). Depending on the cause it may be free.
find-note-fast-issue = Within 30 days of reporting the loss you can ask for fast issuance (特急発行), about a week, 2,000 yen.
find-note-lift-suspension = Only the counter can lift the suspension. Bring the card and ID. The signature certificate is issued anew.
find-note-before-the-date = Come before the date on the card has passed. After that it cannot be extended.
find-note-data-takes-time = It may take a day until the city has the data from Immigration. Book for the day after the permission or later.
find-note-certificates-anew = The extension ends the electronic certificates (電子証明書). Have new ones issued at the same time, free of charge.
find-note-two-months-more = While the application is pending the card can be extended once by 2 months. Bring the residence card stamped 在留期間更新許可申請中, or the confirmation e-mail. Come again when you have the permission.
find-note-too-late-to-extend = A card that has ended cannot be extended. You apply for a new one.
find-note-bring-the-card = Bring the damaged card too.

# Where it is done instead.
find-place-expiry-helper = Let us see which of the two dates is near. Please go on below.
find-place-home = You can change a PIN that you know in the Mynaportal app, without coming. If it does not work, call { $phone } (Japanese).
find-place-new-city = File the move-out notice (転出届) at the Citizens' Affairs Division (市民課) or in Mynaportal. The card is handled by the city you move to: take it along and file the moving-in notice within 14 days of the move.
find-place-moving-out = Return the card to the Citizens' Affairs Division (市民課) when you file the move-out notice. The card of a foreign national ends on the day of the move.
find-place-immigration = Residence procedures are done at the Immigration Services Agency, phone { $immigration }. Once you have the permission, come to this counter before the date on the card has passed.
find-place-insurance-section = For joining health insurance or the eligibility certificate (資格確認書), ask your insurer; for National Health Insurance (国民健康保険), City Hall: { $phone } (Japanese).
find-place-citizens-section = Resident records, seal certificates and family registers are at the Citizens' Affairs Division (市民課), phone { $phone } (Japanese). With the card and the PIN of 4 digits you can get some of them at convenience stores.
find-place-passport-office = This counter does not handle passports. Ask { $phone } (Japanese) where to apply.
find-place-pension-office = This counter does not handle pensions. Ask the pension office (年金事務所) or City Hall, { $phone } (Japanese).
find-place-portal-phone = For Mynaportal, call { $national } (Japanese) or { $portal } (English, Chinese, Korean, Spanish, Portuguese), free of charge.
find-place-police = Joining the card with a driving licence is done at police stations and licence centres.
find-place-staff = I cannot tell from here. Please ask the staff, or call { $phone } (Japanese).

# What to bring.
choice-papers = Check what to bring
choice-ticked = That is all
visitor-myself = The holder
visitor-guardian = A child (or an adult under guardianship) with the parent or guardian
visitor-proxy = A proxy
papers-ask-visitor = Let us check what to bring for: { $procedures }. Who will come?
papers-list =
    What to bring for { $procedures } (who comes: { $visitor }). Press what you have ready. When you are done, press “That is all”.

    { $list }
papers-ab =
    A: papers with a photo (driving licence, passport, residence card, disability handbook …)
    B: papers with the name and the birth date or address (eligibility certificate 資格確認書, pension book, student ID …)
    Originals only, still valid, with the present name and address.
papers-complete =
    You have everything. Please do not forget it on the day.{ $some ->
        [yes] { "" }

            Bring these only if they apply to you:
            { $perhaps }
       *[no] { "" }
    }
papers-missing =
    Something is still missing. You also need:
    { $needs }

    If you cannot get it by the day, change the date. Questions about papers: ask the staff, or call { $phone } (Japanese).

item-notice-postcard = Issuance notice postcard (交付通知書)
item-proxy-postcard = Issuance notice (交付通知書) filled in by the holder, with the PINs
item-card = My Number Card (マイナンバーカード)
item-old-card = Old My Number Card
item-tsuchi-card = Notification card (通知カード)
item-juki-card = Juki card (住民基本台帳カード)
item-residence-card = New residence card (在留カード)
item-application-form = Application form (交付申請書)
item-photo = Photo (顔写真), 4.5 × 3.5 cm, within 6 months
item-pin = PIN of 4 digits (暗証番号)
item-signature-pin = PIN of 6–16 letters and digits
item-sealed-answer = Inquiry-and-reply form, sealed (照会書兼回答書)
item-account = Proof of a bank account in the holder's name
item-fee = Fee (手数料), if the card was lost or damaged
item-guardian-proof = Family register (戸籍) or 登記事項証明書, within 3 months
item-reason-proof = Proof of why the holder cannot come
item-photo-certificate = Photo certificate (個人番号カード顔写真証明書)
item-id-a = The holder's ID, list A
item-id-a-second = The holder's ID, a second one of list A
item-id-b = The holder's ID, list B
item-id-b-second = The holder's ID, a second one of list B
item-companion-id-a = ID of the parent, guardian or proxy, list A
item-companion-id-a-second = ID of the parent, guardian or proxy, a second one of list A
item-companion-id-b = ID of the parent, guardian or proxy, list B
item-companion-id-b-second = ID of the parent, guardian or proxy, a second one of list B

need-perhaps = { $item } (only if it applies)
need-identity = { $bearer ->
    [holder] The holder's ID:
   *[companion] ID of the guardian or proxy:
} { $proof ->
    [one-of-any] 1 document from list A or B
    [one-with-photo] 1 document from list A
    [one-or-two] 1 document from list A, or 2 from list B
   *[two-with-photo] 2 documents (2 from list A, or 1 from list A and 1 from list B)
}
need-postcard-or-more = The issuance notice postcard (交付通知書) and the holder's ID (1 document from list A, or 2 from list B). Without the postcard: 2 from list A, or 1 from each list, or the notification card (通知カード) and 2 from list B
need-pins-or-identity = The PINs (4 digits, and 6–16 letters and digits). If you do not know them: 1 document from list A or B
need-holder-or-photo-certificate = The holder's ID: 2 documents (2 from list A, or 1 from each list). Without one of list A: 2 from list B and the photo certificate (個人番号カード顔写真証明書)
