# Days and parts of days that a clerk names in words. `weekday` counts from 1 for Monday.

weekday-name = { $weekday ->
    [1] Lunes
    [2] Martes
    [3] Miyerkules
    [4] Huwebes
    [5] Biyernes
    [6] Sabado
   *[7] araw ng Linggo
}
part-of-day = { $part ->
    [morning] umaga
    [midday] tanghali
    [afternoon] hapon
    [dusk] dapithapon
   *[evening] gabi
}
month-name = { $month ->
    [1] Enero
    [2] Pebrero
    [3] Marso
    [4] Abril
    [5] Mayo
    [6] Hunyo
    [7] Hulyo
    [8] Agosto
    [9] Setyembre
    [10] Oktubre
    [11] Nobyembre
   *[12] Disyembre
}
month-of-year = { $month } { $year }
day-and-part = { $day } ({ $part })
