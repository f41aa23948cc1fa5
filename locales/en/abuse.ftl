# What is said to those who are limited or blocked. The first line stands below every refusal.

emergency-line = Card lost, stolen or misused: call { $hotline } day or night (other languages: { $foreign }). Fire or ambulance: 119. Crime or accident: 110.
too-many = Many messages are coming from the same internet connection at the moment. Please try again a little later. If it is urgent, call { $phone } (Japanese).
blocked =
    You cannot use this chat until { $until }.
    { $reason ->
         [flood] Reason: too many messages in a short time.
         [insults] Reason: insulting words.
         [threats] Reason: threatening words.
         [false-reservations] Reason: repeated reservations without coming.
        *[other] Reason: it disrupted the work of the counter.
    }
    Your reservations are still valid. You can still cancel them and use your queue ticket (番号札). For anything else, call { $phone } (Japanese).
    { $appeal ->
         [made] We have received your objection (case { $case }). A member of staff will look at it.
        *[open] If you think this is a mistake, press “Object to this”. A member of staff will look at it.
    }
block-lifted = You can use this chat again.
choice-appeal = Object to this
