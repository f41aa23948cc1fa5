# Sentences that staff send with a click; what is filled in was checked.

canned-come-to-counter = Please come to counter { $counter } ({ $office }).
canned-come-on = Please come to { $office } on { $date } at { $time }.
canned-bring = Please bring: { $document }
canned-in-person = We cannot check here who you are, so we cannot answer this in the chat. Please come to the counter with an identity document (本人確認書類).
canned-show-sheet = Please show this sheet or screen at counter { $counter } ({ $office }).
canned-no-reservation-needed = You do not need a reservation for this: { $procedure }. Please come during opening hours.
canned-reservation-needed = Please make a reservation for this: { $procedure }. You can do so here once the staff have closed your case.
canned-card-ready = Your card is ready. Please come to pick it up and bring the issuance notice postcard (交付通知書).
canned-card-not-ready = Your card is not ready yet. When it is, we will send you the issuance notice postcard (交付通知書) by post.
canned-reservation-unknown = We found no reservation with that code. Please check the code again.
canned-reservation-moved = Your reservation is now on { $date } at { $time } ({ $office }).
canned-reservation-cancelled = Your reservation on { $date } at { $time } has been cancelled.
canned-checking = We are checking. Please wait a moment.
canned-checking-minutes = We are checking. Please wait about { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}.
canned-we-call = We will call you on { $date } at about { $time }.
canned-sorry-for-wait = We are sorry for the wait. We answer everybody in turn. Please wait a little longer.
canned-outage = Because of a system failure, we cannot carry out procedures right now. We expect to start again at about { $time }.
canned-outage-over = The system is working again. We can carry out procedures now.
canned-other-office = { $office } handles this: { $procedure }.
canned-other-department = This is handled by 「{ $department }」. Please show this name at the information desk in the building.
canned-call = Please call { $phone }.
canned-interpreter = If you need an interpreter, please call { $phone }.
canned-fee = For fees (手数料), please write “fee” here once the staff have closed your case.
canned-more-detail = Please tell us a little more. Which procedure is your question about?
canned-one-question = Please send us one question at a time.
canned-no-numbers = Please do not send your My Number or a PIN (暗証番号). Please do not send photos of the card either.
canned-anything-else = Thank you. Is there anything else we can help you with?
