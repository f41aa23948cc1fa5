# Days and parts of days that a clerk names in words. `weekday` counts from 1 for Monday.

weekday-name = { $weekday ->
    [1] 月曜日（げつようび）
    [2] 火曜日（かようび）
    [3] 水曜日（すいようび）
    [4] 木曜日（もくようび）
    [5] 金曜日（きんようび）
    [6] 土曜日（どようび）
   *[7] 日曜日（にちようび）
}
part-of-day = { $part ->
    [morning] 午前（ごぜん）
    [midday] 昼（ひる）
    [afternoon] 午後（ごご）
    [dusk] 夕方（ゆうがた）
   *[evening] 夜（よる）
}
month-name = { $month }月（がつ）
month-of-year = { $year }年（ねん）{ $month }
day-and-part = { $day } { $part }
