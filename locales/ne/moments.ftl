# Days and parts of days that a clerk names in words. `weekday` counts from 1 for Monday.

weekday-name = { $weekday ->
    [1] सोमबार
    [2] मंगलबार
    [3] बुधबार
    [4] बिहीबार
    [5] शुक्रबार
    [6] शनिबार
   *[7] आइतबार
}
part-of-day = { $part ->
    [morning] बिहान
    [midday] मध्याह्न
    [afternoon] दिउँसो
    [dusk] साँझ
   *[evening] राति
}
month-name = { $month ->
    [1] जनवरी
    [2] फेब्रुअरी
    [3] मार्च
    [4] अप्रिल
    [5] मे
    [6] जुन
    [7] जुलाई
    [8] अगस्ट
    [9] सेप्टेम्बर
    [10] अक्टोबर
    [11] नोभेम्बर
   *[12] डिसेम्बर
}
month-of-year = { $year } { $month }
day-and-part = { $day } ({ $part })
