# Reservations.

ask-procedure = Let us make a reservation. Which procedure is it for?
ask-procedure-more = Which procedure besides { $procedures }?
ask-office = { $procedures }. At which office?
ask-day = { $procedures }, { $office }, about { $minutes } minutes. Which day suits you (up to { $last })? You can also type “next Tue afternoon”.
ask-day-again = These days are free (up to { $last }).
ask-time = These times are free on { $date }, { $office }. You can also type “10:30”.
ask-time-again = More free times on { $date }.
ask-confirm =
    Shall we book this? We are holding this time for you for { $hold } minutes.

    Procedure: { $procedures }
    When: { $date }, { $time } (about { $minutes } minutes)
    Where: { $place }
ask-confirm-change =
    Shall we change it to this? We are holding the new time for you for { $hold } minutes. Your reservation stays as it is until the change is made.

    Before: { $old-date }, { $old-time } ({ $old-office })
    After: { $date }, { $time } ({ $office }, about { $minutes } minutes)
    Procedure: { $procedures }
day-closed = { $why ->
    [saturday] The counter is closed on Saturday, { $date }.
    [sunday] The counter is closed on Sunday, { $date }.
    [holiday] The counter is closed on { $date }, a national holiday ({ $holiday }).
    [year-end] The counter is closed on { $date }, over the New Year (29 December – 3 January).
   *[special] The counter is closed on { $date }.
}
day-open = On { $date } the counter is open from { $opens } to { $closes }.
day-full = { $date } is full.
day-past = { $date } has passed.
day-too-far = { $date } cannot be booked yet. The last day at present is { $last }.
day-impossible = There is no such date.
time-impossible = There is no such time.
time-outside = The counter is open from { $opens } to { $closes } that day. Please choose a time so that the procedure fits in.
time-full = { $time } is taken.
no-time-in-range = Nothing is free between { $from } and { $to }.
none-free = All places up to { $last } are taken. People sometimes cancel, so please try again later. If it is urgent, call { $phone } (Japanese).
slot-taken = Sorry, that time has just been taken.
hold-ended = We could not keep the place any longer, and somebody else has taken it. Nothing is booked yet.
limit-reached = You can have up to { $most } reservations. Please change or cancel one of them first.
procedures-too-many = Up to { $most } procedures fit in one visit.
office-cannot = { $office } does not handle: { $procedures }.
booked =
    Your reservation is confirmed.

    Reservation code: { $code }
    Procedure: { $procedures }
    When: { $date }, { $time } (about { $minutes } minutes)
    Where: { $place }

    { $reminders ->
        [both] We will remind you the evening before and on the day. If you cannot come, change or cancel it here.
        [one] We will remind you beforehand. If you cannot come, change or cancel it here.
       *[none] If you cannot come, change or cancel it here.
    }
moved =
    Your reservation has been changed. Your place on { $old-date }, { $old-time } has been given back.

    Reservation code: { $code } (the same as before)
    Procedure: { $procedures }
    When: { $date }, { $time } (about { $minutes } minutes)
    Where: { $place }
no-reservations = There is no reservation made from here. If you made one by phone, please ask the counter.
reservation =
    Reservation code: { $code }
    Procedure: { $procedures }
    When: { $date }, { $time } (about { $minutes } minutes)
    Where: { $place }{ $coming ->
        [yes] { "" }
            You told us that you will come.
       *[no] { "" }
    }
ask-which-to-change = Which reservation do you want to change?
ask-which-to-cancel = Which reservation do you want to cancel?
ask-cancel = Shall we cancel this reservation? { $date }, { $time }, { $procedures }, { $office } (code { $code })
cancelled = Your reservation for { $date }, { $time } ({ $code }) has been cancelled.
cancel-kept = Your reservation stays. We expect you on { $date }, { $time }.
reservation-over = That reservation has already been cancelled or cannot be found.
reservation-past = The time of that reservation has begun or passed. Please call { $phone } (Japanese).
coming-noted = Thank you. We expect you on { $date }, { $time }.

# Reminders carry no name and no number but the reservation's.
reminder-evening =
    A reminder of your reservation tomorrow.

    When: { $date }, { $time }
    Where: { $place }
    Procedure: { $procedures }
    Reservation code: { $code }

    Please bring
    { $documents }
reminder-soon =
    A reminder of your reservation today.

    When: { $date }, { $time }
    Where: { $place }
    Procedure: { $procedures }
    Reservation code: { $code }

    Please bring
    { $documents }
day-over = There is no time left today, { $date }.
time-steps = Reservations begin every { $minutes } minutes. Please choose one of the nearest times.
ask-day-change = Your reservation is on { $date }, { $time }, { $office }. Which day would you like instead (up to { $last })? It stays as it is until the new one is settled.
