# What is said around an incident. The line with the hotlines stands below the first phrase.

desk-paused =
    Pausamos este chat por um tempo para fazer uma verificação. Se for urgente, ligue para { $phone } (em japonês).
    Suas reservas continuam valendo. Envie sua mensagem de novo mais tarde.
