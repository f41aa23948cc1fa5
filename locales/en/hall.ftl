# The pages of the hall: the display, the touch panel, and the ticket on the phone.

# What they share.
hall-device-title = This screen is not registered
hall-device-text = On this screen, open the registration link that the head of the counter gives you. If you need help, call { $phone } (Japanese).
hall-try-again = Try again
hall-lost = The connection is lost. The last news came at { $time }. We are reconnecting automatically.
hall-number = Number
hall-due = Your reservation
hall-wait = You will be called in
hall-late = Your reservation time has passed, so we will call you after those who are waiting now.
hall-unforeseen = We cannot give a waiting time right now. We will call your number in turn.

# The display. It is shown in Japanese and English.
board-title = Calls
board-now = Now calling
board-nobody = Please wait until your number is called
board-counter = Counter { $counter }
board-recent = Called before
board-none-yet = None yet
board-waiting = Waiting
board-booked = With a reservation
board-walk-in = Without a reservation
board-people = { $people ->
    [one] { $people } person
   *[other] { $people } people
}
board-order = We call people at their reserved times, so numbers may not come in order.
board-reservation-only = This counter serves people with reservations only.
board-closed = The counters are closed now.
board-sound = Turn on sound

# The ticket on the phone.
follow-title = Your place in the queue
follow-ahead = { $ahead ->
    [0] You are next. Please wait in front of the counters.
    [one] { $ahead } person is before you.
   *[other] { $ahead } people are before you.
}
follow-later = We will not call you before { $time }.
follow-serving = You are being served at counter { $counter }.
follow-where = Place
follow-late = I am late (wait { $minutes } minutes for me)
follow-save-needs = Tell the staff
follow-papers = See my reservation and what to bring
follow-chat = Ask a question or reserve
follow-keep-open = Please keep this page open. When we call you, the page changes, and your phone rings and vibrates.
follow-refused = That is not possible right now. Please see above where your ticket stands.
follow-gone-title = Ticket not found
follow-gone-text = A ticket is good only on its own day. If you still need to be served, please go to the ticket machine at the counter or ask our staff.

# The touch panel.
kiosk-start = Back to the start
kiosk-language-title = Choose your language
kiosk-menu-title = What have you come for?
kiosk-booked = I have a reservation
kiosk-booked-hint = Check in with your code or QR code
kiosk-ticket = I want a ticket (no reservation)
kiosk-ticket-hint = See the waiting time, then take a ticket
kiosk-question = I have a question
kiosk-question-hint = About procedures and what to bring
kiosk-staff = If you need help, please ask our staff.
kiosk-code-title = Check in for your reservation
kiosk-code-label = Reservation code (8 characters)
kiosk-code-hint = Enter your code, or hold your QR code in front of the reader.
kiosk-check-in = Check in
kiosk-erase = Delete one
kiosk-camera = Scan the QR code with the camera
kiosk-camera-stop = Close the camera
kiosk-camera-failed = The camera cannot be used. Please enter your code.
kiosk-code-unknown = We cannot find this code. Please check it and enter it again.
kiosk-code-too-often = There were too many wrong codes, so this machine cannot check you in. Please ask our staff.
kiosk-not-now-title = We could not give you a ticket
kiosk-already-here = This reservation is already checked in. If you have lost your ticket, please ask our staff.
kiosk-cancelled = This reservation was cancelled. To be served today, please take a ticket.
kiosk-procedure-title = Which procedure?
kiosk-reservation-only = This counter serves people with reservations only. Choose your procedure to see the free times.
kiosk-people-title = How many people need it?
kiosk-people-hint = Count each child too.
kiosk-wait-title = The waiting time now
kiosk-not-now = No ticket, thank you
kiosk-refused-title = We cannot give you a ticket now
kiosk-free-title = The next free times to reserve
kiosk-book-phone = Scan this with your phone to reserve, or ask our staff.
kiosk-ticket-title = Please take your ticket
kiosk-follow = Scan this to follow your number on your phone
kiosk-called-how = We will call your number on the screen and by voice.
kiosk-print = Print
kiosk-done = Finish
kiosk-link = Scan this to open the page on your phone
kiosk-forgets = In { $seconds } seconds this goes back to the start, and what you entered is erased.
kiosk-go-on = Continue
