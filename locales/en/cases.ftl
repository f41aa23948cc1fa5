# A person takes over: what the citizen reads beside the phrases in staff.ftl.

promise-by = by { $time } on { $date }
case-opened-for-anger = We are sorry for the trouble. A member of staff will take this up with you directly (case { $case }). You can expect an answer here { $promise }. You can also call { $phone } (Japanese).
case-opened-for-anger-closed = We are sorry for the trouble. A member of staff will take this up with you directly (case { $case }). The counter is closed now. You will get an answer here { $promise }.
case-entry =
    From our staff (case { $case }): please see this information.

    { $question }

    { $answer }

    (Checked on { $reviewed })
case-relayed-closed = We have passed it on (case { $case }). The counter is closed now. The answer will come here { $promise }.
case-handed-on = Another member of staff is looking after you now (case { $case }). They can see everything you have written so far.
case-late = We are sorry that we did not answer within the time we promised (case { $case }). Our staff are looking into it. You can expect an answer { $promise }. If it is urgent, please call { $phone } (Japanese).
choice-call-back = Please call me
choice-call-at = { $date }, { $from }–{ $until }
call-ask-time = Our staff will call you (case { $case }). Please choose a time that suits you.
call-no-time = We are sorry, all times for calls are taken at the moment. Please call { $phone } (Japanese), or wait for the answer here (case { $case }).
call-ask-number = We will call you on { $date } between { $from } and { $until } (case { $case }). Please write your telephone number. Only our staff see it, and we delete it once this is settled.
call-number-unclear = We could not read a telephone number. Please write it beginning with 0 (or with + for a foreign number).
call-noted = Thank you. Our staff will call you on { $date } between { $from } and { $until } (case { $case }). To change this, choose “Please call me” again.
case-sent-on = Your request continues at { $place }. Please tell them this number there: { $code }. They already know what you have told us.
case-counter = counter { $counter }, { $office }
