# Days and parts of days that a clerk names in words. `weekday` counts from 1 for Monday.

weekday-name = { $weekday ->
    [1] 월요일
    [2] 화요일
    [3] 수요일
    [4] 목요일
    [5] 금요일
    [6] 토요일
   *[7] 일요일
}
part-of-day = { $part ->
    [morning] 오전
    [midday] 점심때
    [afternoon] 오후
    [dusk] 늦은 오후
   *[evening] 저녁
}
month-name = { $month }월
month-of-year = { $year }년 { $month }
day-and-part = { $day } { $part }
