# Days and parts of days that a clerk names in words. `weekday` counts from 1 for Monday.

weekday-name = { $weekday ->
    [1] Senin
    [2] Selasa
    [3] Rabu
    [4] Kamis
    [5] Jumat
    [6] Sabtu
   *[7] Minggu
}
part-of-day = { $part ->
    [morning] pagi
    [midday] tengah hari
    [afternoon] siang sampai sore
    [dusk] sore
   *[evening] malam
}
month-name = { $month ->
    [1] Januari
    [2] Februari
    [3] Maret
    [4] April
    [5] Mei
    [6] Juni
    [7] Juli
    [8] Agustus
    [9] September
    [10] Oktober
    [11] November
   *[12] Desember
}
month-of-year = { $month } { $year }
day-and-part = { $day } ({ $part })
