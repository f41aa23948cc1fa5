# Days and parts of days that a clerk names in words. `weekday` counts from 1 for Monday.

weekday-name = { $weekday ->
    [1] တနင်္လာနေ့
    [2] အင်္ဂါနေ့
    [3] ဗုဒ္ဓဟူးနေ့
    [4] ကြာသပတေးနေ့
    [5] သောကြာနေ့
    [6] စနေနေ့
   *[7] တနင်္ဂနွေနေ့
}
part-of-day = { $part ->
    [morning] မနက်ပိုင်း
    [midday] မွန်းတည့်ချိန်
    [afternoon] မွန်းလွဲပိုင်း
    [dusk] ညနေပိုင်း
   *[evening] ည
}
month-name = { $month ->
    [1] ဇန်နဝါရီ
    [2] ဖေဖော်ဝါရီ
    [3] မတ်
    [4] ဧပြီ
    [5] မေ
    [6] ဇွန်
    [7] ဇူလိုင်
    [8] ဩဂုတ်
    [9] စက်တင်ဘာ
    [10] အောက်တိုဘာ
    [11] နိုဝင်ဘာ
   *[12] ဒီဇင်ဘာ
}
month-of-year = { $year } ခုနှစ် { $month }
day-and-part = { $day } ({ $part })
