# Days and parts of days that a clerk names in words. `weekday` counts from 1 for Monday.

weekday-name = { $weekday ->
    [1] 週一
    [2] 週二
    [3] 週三
    [4] 週四
    [5] 週五
    [6] 週六
   *[7] 週日
}
part-of-day = { $part ->
    [morning] 上午
    [midday] 中午
    [afternoon] 下午
    [dusk] 傍晚
   *[evening] 晚上
}
month-name = { $month }月
month-of-year = { $year }年{ $month }
day-and-part = { $day }{ $part }
