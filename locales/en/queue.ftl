# The queue of the day at the counters: tickets, calls, waiting times.

# "5–15 minutes"
wait-range = { $same ->
    [yes] about { $high ->
        [one] { $high } minute
       *[other] { $high } minutes
    }
    [within] up to { $high ->
        [one] { $high } minute
       *[other] { $high } minutes
    }
   *[no] { $low }–{ $high } minutes
}

ticket-issued = { $kind ->
    [booked] You are checked in for your { $due } reservation.
    [late] You are checked in. { $ahead ->
        [0] Your reservation was at { $due }; it has passed, so people with reservations whose time has come may be called before you.
       *[other] Your reservation was at { $due }, so we will call you after those who are waiting now.
    }
   *[walk-in] Here is your queue ticket.
    }

    Number: { $number }
    Place: { $office }
    { $has-wait ->
        [yes] You will be called in { $wait } ({ $ahead } before you)
       *[no] Before you: { $ahead }
    }

    { $near ->
        [yes] Please wait in front of the counters; we will call you soon.
       *[no] We will tell you when your turn is near. You need not wait in front of the counter until then.
    }
ticket-waiting = Number: { $number } ({ $office })
    { $has-wait ->
        [yes] You will be called in { $wait } ({ $ahead } before you)
       *[no] Before you: { $ahead }
    }
ticket-called = Thank you for waiting. Number { $number }, please come to counter { $counter }.
    Place: { $office }
ticket-recalled = We are calling you again. Number { $number }, please come to counter { $counter }.
    Place: { $office }
ticket-near = { $ahead ->
        [one] { $ahead } person is before number { $number }.
       *[other] { $ahead } people are before number { $number }.
    } Please wait near the counters. { $has-wait ->
        [yes] You will be called in { $wait }.
       *[no] {""}
    }
ticket-next = Number { $number } is next. Please wait in front of the counters ({ $office }).
ticket-slower = We are sorry: it is taking longer than we told you.
    Number { $number } will be called in { $wait }.
ticket-undone = We are sorry, number { $number } was called by mistake. You keep your place. Please wait a little longer.
ticket-missed = We called number { $number }, but you did not come.
    When you can come to the counter, press “I am at the counter”. We will call you after those who are waiting then.
ticket-parked = We have put number { $number } on hold for a moment. A member of staff will speak to you again; please wait nearby.
ticket-returned = Number { $number } is in the queue again. We will call you after those who are waiting now.
ticket-transferred = Number { $number } goes on to another counter. Your number stays the same.
    { $has-counter ->
        [yes] Counter { $counter } will call you ({ $office }).
       *[no] Please wait at { $office }.
    }
ticket-done = Number { $number } is done. Thank you for coming.
ticket-left = Number { $number } is cancelled. You are welcome to come again.
ticket-ask-leave = Cancel number { $number }? You cannot get this place back.
ticket-delayed = All right. Number { $number } will be called from { $minutes } minutes from now, in its own place.
ticket-delayed-enough = We cannot hold number { $number } any longer. If you cannot come, please cancel it. If you miss the call, you can join the queue again later.
ticket-ready = Good, number { $number } can be called again.
    { $has-wait ->
        [yes] You will be called in { $wait } ({ $ahead } before you)
       *[no] Before you: { $ahead }
    }
ticket-where = { $has-counter ->
    [yes] Number { $number }: please go to counter { $counter } ({ $office }).
   *[no] Please wait at { $office }. When we call number { $number }, we will tell you the counter.
}
ticket-needs-noted = We will tell the staff: { $needs }
ticket-ask-needs = Choose what help you need. The staff will know.
ticket-meanwhile = While you wait, please check what to bring and what happens today ({ $procedures }). If a form has to be filled in, you get it at the counter.
ticket-none = You have no ticket for today yet. When you arrive, let us know here, or take a ticket if you have no reservation.
ticket-over = Number { $number } is finished.
ticket-ask-procedure = What have you come for? ({ $office })
ticket-ask = { $office }, { $procedure } ({ $people ->
        [one] { $people } person
       *[other] { $people } people
    })
    { $waiting ->
        [one] { $waiting } person is waiting now.
       *[other] { $waiting } people are waiting now.
    } You would be called in { $wait }.
    Take a ticket?
ticket-refused = { $reason ->
    [reservation-only] Please reserve a free time: { $office } serves people with reservations only.
    [office-cannot] { $office } does not do this procedure.
    [closed] Please reserve another day: the counter is closed today.
    [not-yet] Tickets are available from { $time }.
    [over] Please reserve another day: the counter has closed for today.
    [no-counter] No counter for this procedure is open now. If it is urgent, please call { $phone }.
    [booked-delayed] Please reserve a free time: all counters are busy with people who have reservations, so we cannot give tickets without a reservation now.
    [phone-full] Please take a ticket at the machine or the reception at the counter, or reserve a free time: no more tickets are given by phone right now.
   *[day-ends] Please reserve another day: your visit would not end before closing time today, so we cannot give you a ticket.
}
ticket-free = Free times: { $times }
check-in-early = Your reservation is on { $date } at { $time }. You can check in from { $from }.
    If an earlier time is free, you can change your reservation.
check-in-other-day = { $past ->
    [yes] This reservation was for { $date }. Please make a new one.
   *[no] Your reservation is not today but on { $date } at { $time }. You can change it.
}
check-in-other-office = Your reservation is at { $office }. Please go there on { $date } at { $time }. You can also change the place.
check-in-closed = The counter has closed for today. Please reserve another day in place of { $date }, { $time }. For questions, call { $phone }.
check-in-none = We find no reservation of yours for today. If you know your reservation code, send it. Without a reservation you can see whether tickets are available.
check-in-which = You have more than one reservation today. Which one are you here for?
waiting-now = How it looks now:
    { $lines }
waiting-now-line = { $office }: { $waiting } waiting. { $state ->
        [admitted] Without a reservation you would wait { $wait }.
        [reservation-only] Reservations only.
        [closed] Closed today.
        [not-yet] Tickets from { $time }.
        [over] Closed for today.
        [no-counter] No counter is open now.
       *[other] No tickets without a reservation at the moment.
    }

# A line below a message or a printed ticket
ticket-page = Follow your number: { $link }

# Display and loudspeaker
call-text = Number { $number }, please come to counter { $counter }.

need-chair = a seat or room for a wheelchair
need-hearing = hard of hearing (writing, signs)
need-interpreter = an interpreter
needs-none = nothing special

choice-ticket-here = I have arrived
choice-ticket-here-at = Check in for { $time }
choice-ticket-take = Take a ticket
choice-ticket-people = { $people ->
    [one] { $people } person
   *[other] { $people } people
}
choice-ticket-show = See my place
choice-ticket-late = I need 10 more minutes
choice-ticket-leave = I must leave
choice-ticket-leave-yes = Cancel my ticket
choice-ticket-stay = Keep waiting
choice-ticket-where = Where do I go?
choice-ticket-meanwhile = While I wait
choice-ticket-needs = I need help
choice-ticket-back = I am at the counter
choice-need = { $on ->
    [yes] ☑ { $need }
   *[no] ☐ { $need }
}
