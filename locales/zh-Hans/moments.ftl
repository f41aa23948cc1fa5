# Days and parts of days that a clerk names in words. `weekday` counts from 1 for Monday.

weekday-name = { $weekday ->
    [1] 周一
    [2] 周二
    [3] 周三
    [4] 周四
    [5] 周五
    [6] 周六
   *[7] 周日
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
