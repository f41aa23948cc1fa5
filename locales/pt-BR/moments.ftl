# Days and parts of days that a clerk names in words. `weekday` counts from 1 for Monday.

weekday-name = { $weekday ->
    [1] segunda-feira
    [2] terça-feira
    [3] quarta-feira
    [4] quinta-feira
    [5] sexta-feira
    [6] sábado
   *[7] domingo
}
part-of-day = { $part ->
    [morning] manhã
    [midday] meio do dia
    [afternoon] tarde
    [dusk] fim da tarde
   *[evening] noite
}
month-name = { $month ->
    [1] janeiro
    [2] fevereiro
    [3] março
    [4] abril
    [5] maio
    [6] junho
    [7] julho
    [8] agosto
    [9] setembro
    [10] outubro
    [11] novembro
   *[12] dezembro
}
month-of-year = { $month } de { $year }
day-and-part = { $day } ({ $part })
