# What is said to those who are limited or blocked. The first line stands below every refusal.

emergency-line = Card lost, stolen or misused: call { $hotline } day or night (other languages { $foreign }). Fire or ambulance: 119. Crime or accident: 110.
too-many = This connection is very busy at the moment. Please try again a little later. If it is urgent, call { $phone } (Japanese).
blocked =
    You cannot use this desk until { $until }.
    { $reason ->
         [flood] Reason: very many messages in a short time.
         [insults] Reason: insulting words.
         [threats] Reason: threats.
         [false-reservations] Reason: repeated reservations without a visit.
        *[other] Reason: it kept the counter from its work.
    }
    Your reservations stand. You can still cancel them and use your ticket. For anything else, call { $phone } (Japanese).
    { $appeal ->
         [made] We have received your objection (case { $case }). A person will look at it.
        *[open] If you think this is a mistake, press “Object to this”. A person will look at it.
    }
block-lifted = You can use this desk again.
choice-appeal = Object to this
