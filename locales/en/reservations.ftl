# Several people, the waiting list, kept times, closed days, missed visits, and one's own data.

procedures-people = { $procedures } ({ $people } people)
choice-count-people = More than one person
choice-people = { $people ->
    [one] 1 person
   *[other] { $people } people
}
ask-people =
    How many people need the procedure (up to { $most })?

    Count each child too. Children under 15 come with a parent or guardian.
people-too-many = You can reserve for up to { $most } people at a time. For more, our staff will help ({ $phone }, Japanese).
people-limit = You can have reservations for up to { $most } people in all. Our staff will help you further ({ $phone }, Japanese).
day-limit = You already have { $most ->
    [one] a reservation
   *[other] { $most } reservations
} on { $date }. Please choose another day.
time-double = You already have a reservation at { $time } on { $date }. Please choose another time.
day-too-soon = Reservations for { $date } have closed. Please choose a day from { $first } on.
change-too-late = You can change or cancel up to { $minutes } minutes before the reservation. Please call { $phone } (Japanese).
choice-time-quiet = { $time } (usually quiet)

# The waiting list. A wish is for one day or for several, for any time or for a part of the day.
choice-wait-day = Join the waiting list for { $date }
choice-wait-any = Join the waiting list
choice-wait-leave = Leave the waiting list
wait-joined =
    You are on the waiting list (キャンセル待ち). We will tell you when a place comes free.

    Wish: { $one-day ->
        [yes] { $first }
       *[no] { $first } – { $last }
    }{ $part ->
        [yes] , { $from } – { $to }
       *[no] { "" }
    }
    Where: { $office }
    Procedure: { $procedures }

    The place is kept for you for { $minutes } minutes after our message. { $replaces ->
        [yes] Your earlier wish has been removed.
       *[no] { "" }
    }
wait-listed =
    You are on the waiting list (キャンセル待ち). We will tell you when a place comes free.

    Wish: { $one-day ->
        [yes] { $first }
       *[no] { $first } – { $last }
    }{ $part ->
        [yes] , { $from } – { $to }
       *[no] { "" }
    }
    Where: { $office }
    Procedure: { $procedures }
wait-none = You are not on the waiting list. When you make a reservation and name a day that is full, you can join it.
wait-left = You have left the waiting list.
wait-over = { $one-day ->
    [yes] Your day on the waiting list ({ $first }) has passed.
   *[no] Your days on the waiting list ({ $first } – { $last }) have passed.
} We are sorry that no place came free. Please choose another day.
wait-offer =
    A place has come free. It is kept for you until { $until }.

    When: { $date }, { $time }
    Where: { $place }
    Procedure: { $procedures }

    After { $until } it goes to the next person.
choice-take-offer = Reserve this time
choice-decline-offer = Not this one
offer-gone = This time is no longer available.
offer-declined = { $stays ->
    [yes] All right. You stay on the waiting list, now at the end.
   *[no] All right. You are no longer on the waiting list.
}
offer-lapsed = { $stays ->
    [yes] The time was no longer kept and has gone to the next person. You stay on the waiting list, now at the end.
   *[no] The time was no longer kept and has gone to the next person. You are no longer on the waiting list.
}

# A closed day. The kept times are on the buttons below.
closing-news =
    { $reason ->
        [outage] The national system is down, so
        [weather] Because of the weather,
       *[other] For unavoidable reasons,
    } the counter cannot open for your reservation on { $date }, { $time }. We are very sorry.

    Reservation code: { $code }
    Procedure: { $procedures }

    { $times ->
        [0] Please choose another day with “Change the date”.
       *[other] We are keeping other times for you until { $until }. Please choose one.
    }
closing-offer =
    The counter cannot open for your reservation on { $date }, { $time } ({ $code }).

    { $times ->
        [0] Please choose another day with “Change the date”.
       *[other] We are keeping other times for you until { $until }. Please choose one.
    }
closing-lifted = The counter will open after all: your reservation on { $date }, { $time } ({ $code }) stands as it is.
closing-lapsed = The other times for your reservation on { $date }, { $time } ({ $code }) are no longer kept. Please choose one with “Change the date”, or call { $phone } (Japanese).

# A missed visit.
no-show =
    We did not see you for your reservation on { $date }, { $time }.

    You can reserve again for a day that suits you. If you were here, please tell our staff.
no-show-limit = Because several reservations were missed, you can now reserve only up to { $days } days ahead.

# A reservation made from another telephone.
code-ask-day = On which day is the reservation? Please type the date, so that we can check it (for example 5 December).
code-refused = We could not confirm the code and the date. Please check them, or call { $phone } (Japanese).
code-locked = There were too many tries. Please try again tomorrow, or call { $phone } (Japanese).
code-shared = Confirmed. You can change or cancel it from here too.

# What is kept about the resident.
choice-my-data = My data
choice-messages-on = Receive messages
choice-messages-off = Stop messages
choice-erase-data = Delete my data
choice-confirm-erase = Delete
choice-keep-data = Keep it
messages-off = We have stopped our messages, such as reminders. We still answer your questions.
messages-on = We will send you messages.
term-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
my-data =
    This is what we keep.

    { $lines }
    Messages: { $messages ->
        [yes] on
       *[no] off
    }

    We never keep a My Number or a PIN.
my-data-line = { $what ->
    [nothing] Nothing at the moment.
    [messages] Conversation: { $count ->
        [one] { $count } message
       *[other] { $count } messages
    } (each deleted after { $term })
    [upcoming] Reservations to come: { $count }
    [past] Past reservations: { $count } (until { $term } after the visit)
    [waits] Waiting list: { $count } (until { $term } after the last day you wished for)
    [renewals] Renewal reminders: { $count } (until { $term } after the month of the reminder)
    [ticket] Tickets of today: { $count }
    [tickets] Past tickets: { $count } (until { $term } after you got them)
    [cases] Talks with staff: { $count } (until { $term } after they end)
    [callback] Telephone numbers for a call back: { $count } (until { $term } after the talk ends)
    [feedback] Ratings: { $count } (after { $term } nobody can tell that they were yours)
   *[block] You cannot write here until { $until } (the record is kept for { $term } more)
}
# The button below it on the web, and the line in other places that leads there.
my-data-copy = Download a copy of my data
my-data-web = In the web chat you can download a copy of the data of that chat: { $link }
ask-erase =
    This deletes the conversation, your talks with staff, past reservations and tickets, the waiting list and renewal reminders, and the link between you and your ratings. Reservations made elsewhere can no longer be seen here. The deletion cannot be undone.

    { $stays }
erase-line = { $what ->
    [upcoming] { $count ->
        [one] Your reservation to come stays, because we expect you then.
       *[other] Your { $count } reservations to come stay, because we expect you then.
    }
    [ticket] Your ticket of today stays until we have called you.
    [block] That you cannot write here until { $until } stays.
    [case] Your open talk with staff ({ $case }) ends.
   *[log] A log of what was done, without your words, stays for { $term }.
}
erased =
    Deleted.
    { $stays }

# Below a reservation: its page, with the calendar file and the code to show at the counter.
visit-page = Add to calendar, QR code for the counter: { $link }
visit-title = Your reservation
visit-calendar = Add to calendar
visit-qr = Please show this at the counter
visit-over = This reservation has been cancelled or is over.
visit-chat = Change, cancel, or ask here
