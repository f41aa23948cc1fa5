# A person: what the citizen reads. What the staff read is always Japanese.

case-opened = We are passing you to a person (case { $case }). The answer will come here { $promise }. If it is urgent, call { $phone } (Japanese).
case-opened-closed = We are passing you to a person (case { $case }). The counter is closed now. The answer will come here { $promise }.
case-opened-after-misses = Sorry that we could not help. We are passing you to a person (case { $case }). The answer will come here { $promise }. If it is urgent, call { $phone } (Japanese).
case-opened-after-misses-closed = Sorry that we could not help. We are passing you to a person (case { $case }). The counter is closed now. The answer will come here { $promise }.
case-opened-for-risk = Because this is important, we have told the staff as well (case { $case }). Their answer will come here { $promise }.
case-opened-for-risk-closed = Because this is important, we have told the staff as well (case { $case }). The counter is closed now. Their answer will come here { $promise }.
case-waits = The staff already have your case ({ $case }). The answer will come { $promise }. If it is urgent, call { $phone } (Japanese).
case-waits-closed = The staff already have your case ({ $case }). The counter is closed now. The answer will come { $promise }.
case-accepted = A member of staff is with you now (case { $case }). Please just write.
case-relayed = We have passed it on (case { $case }). Please wait for the answer.
case-noted = We have added this to your case ({ $case }). You can go on asking or make a reservation here.
staff-says =
    From the staff (case { $case }):
    { $text }
staff-says-translated =
    From the staff (case { $case }). This is a machine translation and may have mistakes:
    { $translated }

    The original:
    { $text }
staff-says-untranslated =
    From the staff (case { $case }). Their own words, not translated:
    { $text }
case-closed = The staff have closed your case ({ $case }). The desk is here for you again.
case-idle = Case { $case } was closed because nothing was said for a long time. If you are still waiting for an answer, we are sorry: choose “Talk to a person” again or call { $phone } (Japanese).
case-withdrawn = We have told the staff that you need no answer any more (case { $case }).
