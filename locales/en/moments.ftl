# Days and parts of days that a clerk names in words. `weekday` counts from 1 for Monday.

weekday-name = { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
part-of-day = { $part ->
    [morning] morning
    [midday] midday
    [afternoon] afternoon
    [dusk] late afternoon
   *[evening] evening
}
month-name = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
month-of-year = { $month } { $year }
day-and-part = { $day } ({ $part })
