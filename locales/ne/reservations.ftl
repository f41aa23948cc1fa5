# Several people, the waiting list, kept times, closed days, missed visits, and one's own data.

procedures-people = { $procedures } ({ $people } जना)
choice-count-people = 2 जना वा बढी
choice-people = { $people } जना
ask-people =
    कति जनाको काम हो ({ $most } जनासम्म)?

    बच्चाको काम भए बच्चालाई पनि 1 जना गन्नुहोस्। 15 वर्ष नपुगेका अभिभावकसँगै आउनुहोस्।
people-too-many = एउटा बुकिङमा बढीमा { $most } जना हुन्छ। त्योभन्दा बढी भए कर्मचारीले सहयोग गर्नुहुन्छ: { $phone } (जापानी भाषामा)।
people-limit = एकै समयमा जम्मा { $most } जनासम्मको बुकिङ राख्न मिल्छ। थप बुकिङको लागि कर्मचारीले सहयोग गर्नुहुन्छ: { $phone } (जापानी भाषामा)।
day-limit = { $date } मा तपाईंको { $most } वटा बुकिङ छँदै छ। अर्को दिन छान्नुहोस्।
day-too-soon = { $date } को बुकिङ लिने समय सकियो। { $first } वा त्यसपछिको दिन छान्नुहोस्।
change-too-late = बुकिङको { $minutes } मिनेट अघिसम्म मात्र फेर्न वा रद्द गर्न मिल्छ। { $phone } मा फोन गर्नुहोस् (जापानी भाषामा)।
choice-time-quiet = { $time } (प्रायः भिड कम)

# The waiting list. A wish is for one day or for several, for any time or for a part of the day.
choice-wait-day = { $date } को प्रतीक्षा सूचीमा बस्ने
choice-wait-any = प्रतीक्षा सूचीमा बस्ने
choice-wait-leave = प्रतीक्षा सूचीबाट हट्ने
wait-joined =
    तपाईंलाई प्रतीक्षा सूची (キャンセル待ち) मा राख्यौँ। समय खाली भएपछि खबर गर्छौँ।

    चाहेको समय: { $one-day ->
        [yes] { $first }
       *[no] { $first } – { $last }
    }{ $part ->
        [yes] , { $from } – { $to }
       *[no] { "" }
    }
    ठाउँ: { $office }
    काम: { $procedures }

    खबर गरेपछि { $minutes } मिनेट त्यो समय तपाईंको लागि राखिदिन्छौँ। { $replaces ->
        [yes] पहिलेको प्रतीक्षा हटाइएको छ।
       *[no] { "" }
    }
wait-listed =
    तपाईं प्रतीक्षा सूची (キャンセル待ち) मा हुनुहुन्छ। समय खाली भएपछि खबर गर्छौँ।

    चाहेको समय: { $one-day ->
        [yes] { $first }
       *[no] { $first } – { $last }
    }{ $part ->
        [yes] , { $from } – { $to }
       *[no] { "" }
    }
    ठाउँ: { $office }
    काम: { $procedures }
wait-none = तपाईं प्रतीक्षा सूचीमा हुनुहुन्न।
wait-left = तपाईंलाई प्रतीक्षा सूचीबाट हटायौँ।
wait-over = प्रतीक्षा सूचीको अवधि ({ $first } – { $last }) सकियो। माफ गर्नुहोस्, समय खाली भएन। अर्को दिन छान्नुहोस्।
wait-offer =
    समय खाली भयो। तपाईंको लागि { $until } सम्म राखिदिएका छौँ।

    समय: { $date }, { $time }
    ठाउँ: { $place }
    काम: { $procedures }

    { $until } पछि यो समय अर्को व्यक्तिलाई दिइन्छ।
choice-take-offer = यो समय बुक गर्ने
choice-decline-offer = यो समय नलिने
offer-gone = यो समय अब खाली छैन।
offer-declined = { $stays ->
    [yes] हुन्छ। तपाईं प्रतीक्षा सूचीमै हुनुहुन्छ, तर पालो अब अन्तिममा आउँछ।
   *[no] हुन्छ। अब तपाईं प्रतीक्षा सूचीमा हुनुहुन्न।
}
offer-lapsed = { $stays ->
    [yes] समय राखिदिने अवधि सकियो र त्यो समय अर्को व्यक्तिलाई दियौँ। तपाईं प्रतीक्षा सूचीमै हुनुहुन्छ, तर पालो अब अन्तिममा आउँछ।
   *[no] समय राखिदिने अवधि सकियो र त्यो समय अर्को व्यक्तिलाई दियौँ। अब तपाईं प्रतीक्षा सूचीमा हुनुहुन्न।
}

# A closed day. The kept times are on the buttons below.
closing-news =
    { $reason ->
        [outage] जापान सरकारको प्रणाली नचलेकाले
        [weather] मौसम खराब भएकाले
       *[other] विशेष कारणले
    } { $date }, { $time } को तपाईंको बुकिङको समयमा काउन्टर खुल्दैन। असुविधाको लागि माफ गर्नुहोस्।

    बुकिङ नम्बर: { $code }
    काम: { $procedures }

    { $times ->
        [0] “मिति फेर्ने” बाट अर्को दिन छान्नुहोस्।
       *[other] तपाईंको लागि अरू समय { $until } सम्म राखिदिएका छौँ। एउटा छान्नुहोस्।
    }
closing-offer =
    { $date }, { $time } को तपाईंको बुकिङ ({ $code }) को समयमा काउन्टर खुल्दैन।

    { $times ->
        [0] “मिति फेर्ने” बाट अर्को दिन छान्नुहोस्।
       *[other] तपाईंको लागि अरू समय { $until } सम्म राखिदिएका छौँ। एउटा छान्नुहोस्।
    }
closing-lifted = काउन्टर तोकिएकै समयमा खुल्ने भयो। { $date } { $time } को तपाईंको बुकिङ ({ $code }) जस्ताको तस्तै छ।
closing-lapsed = { $date }, { $time } को बुकिङ ({ $code }) को सट्टा राखिदिएका समय अब छैनन्। “मिति फेर्ने” बाट छान्नुहोस्, वा { $phone } मा फोन गर्नुहोस् (जापानी भाषामा)।

# A missed visit.
no-show =
    { $date }, { $time } को बुकिङमा तपाईं आउनुभएको पाइएन।

    मिल्ने दिनमा फेरि बुकिङ गर्न सक्नुहुन्छ। आउनुभएको थियो भने कर्मचारीलाई भन्नुहोस्।
no-show-limit = बुकिङ गरेर पटक-पटक नआउनुभएकाले अहिले { $days } दिनभित्रको मात्र बुकिङ गर्न मिल्छ।

# A reservation made from another telephone.
code-ask-day = बुकिङ कुन दिनको हो? जाँच्नको लागि मिति लेख्नुहोस् (जस्तै: डिसेम्बर 5)।
code-refused = बुकिङ नम्बर र मिति पक्का गर्न सकिएन। फेरि जाँच्नुहोस्, वा { $phone } मा फोन गर्नुहोस् (जापानी भाषामा)।
code-locked = धेरै पटक प्रयास भयो। भोलि फेरि प्रयास गर्नुहोस्, वा { $phone } मा फोन गर्नुहोस् (जापानी भाषामा)।
code-shared = पक्का भयो। अब यहाँबाट पनि फेर्न वा रद्द गर्न सक्नुहुन्छ।

# What is kept about the resident.
choice-my-data = मेरो डाटा
choice-messages-on = सूचना पाउने
choice-messages-off = सूचना रोक्ने
choice-erase-data = मेरो डाटा मेटाउने
choice-confirm-erase = मेटाउने
choice-keep-data = नमेटाउने
messages-off = सूचना (बुकिङ सम्झाउने सन्देश आदि) रोक्यौँ। प्रश्नको जवाफ पहिलेजस्तै दिन्छौँ।
messages-on = अब सूचना पठाउँछौँ।
my-data =
    हामीले राखेको तपाईंको डाटा यही हो।

    कुराकानी: { $said } सन्देश ({ $days } दिनपछि मेटिन्छ)
    आउने बुकिङ: { $upcoming }
    पहिलेका बुकिङ: { $past }
    प्रतीक्षा सूची: { $waits }
    नवीकरण सम्झौटी: { $renewals }
    कर्मचारीसँगको सोधपुछ: { $cases }
    सूचना: { $messages ->
        [yes] पाउने
       *[no] नपाउने
    }

    माइ नम्बर र पिन हामी राख्दैनौँ।
ask-erase = कुराकानी, पहिलेका बुकिङको विवरण र प्रतीक्षा सूची मेटिन्छ। मेटेपछि फिर्ता ल्याउन मिल्दैन। { $upcoming ->
    [0] { "" }
   *[other] आउने { $upcoming } वटा बुकिङ भने मेटिँदैन।
}
erased = { $upcoming ->
    [0] मेटायौँ।
   *[other] मेटायौँ। आउने { $upcoming } वटा बुकिङ भने यथावत् छ।
}

# Below a reservation: its page, with the calendar file and the code to show at the counter.
visit-page = क्यालेन्डरमा थप्ने, काउन्टरमा देखाउने QR कोड: { $link }
visit-title = तपाईंको बुकिङ
visit-calendar = क्यालेन्डरमा थप्ने
visit-qr = काउन्टरमा यो देखाउनुहोस्
visit-over = यो बुकिङ रद्द भइसक्यो वा सकियो।
visit-chat = परिवर्तन, रद्द वा प्रश्न यहाँबाट
