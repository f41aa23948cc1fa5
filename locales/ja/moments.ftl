# Days and parts of days that a clerk names in words. `weekday` counts from 1 for Monday.

weekday-name = { $weekday ->
    [1] 月曜日
    [2] 火曜日
    [3] 水曜日
    [4] 木曜日
    [5] 金曜日
    [6] 土曜日
   *[7] 日曜日
}
part-of-day = { $part ->
    [morning] 午前
    [midday] 昼
    [afternoon] 午後
    [dusk] 夕方
   *[evening] 夜
}
month-name = { $month }月
month-of-year = { $year }年{ $month }
day-and-part = { $day } { $part }
