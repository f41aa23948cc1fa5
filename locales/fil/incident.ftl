# What is said around an incident. The line with the hotlines stands below the first phrase.

desk-paused =
    Pansamantala po naming itinigil ang chat na ito dahil may sinusuri kami. Kung apurado, tumawag sa { $phone } (wikang Hapon).
    May bisa pa rin ang mga reserbasyon ninyo. Pakipadala po ulit ang mensahe ninyo mamaya.
