# What is said around an incident. The line with the hotlines stands below the first phrase.

desk-paused =
    We have paused this chat for a while to check something. If it is urgent, call { $phone } (Japanese).
    Your reservations are still valid. Please send your message again a little later.
