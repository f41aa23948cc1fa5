# Days and parts of days that a clerk names in words. `weekday` counts from 1 for Monday.

weekday-name = { $weekday ->
    [1] Thứ Hai
    [2] Thứ Ba
    [3] Thứ Tư
    [4] Thứ Năm
    [5] Thứ Sáu
    [6] Thứ Bảy
   *[7] Chủ nhật
}
part-of-day = { $part ->
    [morning] buổi sáng
    [midday] buổi trưa
    [afternoon] buổi chiều
    [dusk] chiều tối
   *[evening] buổi tối
}
month-name = tháng { $month }
month-of-year = { $month } năm { $year }
day-and-part = { $day } ({ $part })
