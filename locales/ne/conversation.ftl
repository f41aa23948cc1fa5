# The conversation itself.

welcome =
    { $city }को { $counter }मा स्वागत छ। आफ्नो प्रश्न, वा कहिले आउन चाहनुहुन्छ, सिधै लेख्नुहोस्।
    जस्तै: “प्रमाणपत्र नवीकरण गर्न के के चाहिन्छ?” वा “12/15 10:30”
help =
    प्रश्न लेख्नुहोस्, वा तलबाट छान्नुहोस्।
    “रोक्नुहोस्”, “पछाडि”, “सुरुदेखि”, “भाषा फेर्ने” र “कर्मचारीसँग कुरा गर्ने” जुनसुकै बेला लेख्न सक्नुहुन्छ।
thanks = हजुर, धन्यवाद। अरू केही भए जुनसुकै बेला लेख्नुहोस्।
secret-masked = तपाईंको सन्देशमा भएको माइ नम्बर, पिन वा अरू गोप्य नम्बर हामीले राखेका छैनौँ। यहाँ ती नम्बर लेख्नु पर्दैन।
unintelligible = हामी अक्षरमा लेखिएको सन्देश मात्र पढ्न सक्छौँ। प्रश्न लेखेर पठाउनुहोस्।
first-text-stands = हामी तपाईंले सुरुमा पठाएको सन्देशलाई नै मान्छौँ। केही फेर्नु छ भने नयाँ सन्देश लेखेर पठाउनुहोस्।
stopped = रोकियो। तपाईंको बुकिङमा केही फेरिएको छैन।
nothing-to-stop = अहिले रोक्नुपर्ने काम छैन। के सहयोग गरौँ?
started-over = फेरि सुरुदेखि गरौँ।
nothing-before = योभन्दा पछाडि जान मिल्दैन। के सहयोग गरौँ?
stale-button = त्यो बटन अघिल्लो चरणको हो। अहिलेको चरण यही हो।
language-ask = 言語 / Language: कुन भाषामा कुरा गर्ने?
language-changed = अब नेपालीमा जवाफ दिन्छौँ।
language-offer = नेपालीमा पनि कुरा गर्न सकिन्छ।
server-trouble = माफ गर्नुहोस्, अहिले प्रणाली राम्ररी चलेको छैन। एकछिनपछि फेरि प्रयास गर्नुहोस्, वा { $phone } मा फोन गर्नुहोस् (जापानी भाषामा)।
too-fast = सन्देश धेरै छिटो-छिटो आए। एकछिन पर्खेर अर्को पठाउनुहोस्।
form-resume = अब बुकिङको बाँकी काम गरौँ।
unclear = माफ गर्नुहोस्, बुझिएन। अर्को तरिकाले लेख्नुहोस् वा तलबाट छान्नुहोस्।

# Formats. `weekday` counts from 1 for Monday.
date = { $month ->
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
} { $day } ({ $weekday ->
    [1] सोमबार
    [2] मंगलबार
    [3] बुधबार
    [4] बिहीबार
    [5] शुक्रबार
    [6] शनिबार
   *[7] आइतबार
})
time = { $hour }:{ $minute2 }
list-separator = {", "}
promise-within = { $minutes } मिनेटभित्र
promise-after = { $date } { $time } बजेपछि

# Buttons.
choice-yes = हो
choice-none-of-these = यीमध्ये कुनै होइन
choice-unhelpful = 👎 काम लागेन
choice-add-procedure = अर्को काम पनि थप्ने
choice-days-from = { $date } पछिका दिन
choice-times-from = { $time } पछिको समय
choice-confirm-booking = यही बुक गर्ने
choice-confirm-cancel = बुकिङ रद्द गर्ने
choice-confirm = हुन्छ
choice-back = पछाडि
choice-start-over = सुरुदेखि
choice-stop = रोक्नुहोस्
choice-resume = बुकिङ जारी राख्ने
choice-show = बुकिङ हेर्ने
choice-change = मिति फेर्ने
choice-cancel = बुकिङ रद्द गर्ने
choice-change-one = { $date } { $time } फेर्ने
choice-cancel-one = { $date } { $time } रद्द गर्ने
choice-coming = म आउँछु
choice-documents = के ल्याउने
choice-withdraw-case = अब कर्मचारी चाहिँदैन
choice-accept-case = यो सोधपुछ लिने
choice-close-case = यो सोधपुछ टुङ्ग्याउने
action-book = बुकिङ गर्ने
action-change = बुकिङ फेर्ने
action-cancel = बुकिङ रद्द गर्ने
action-my-reservation = मेरो बुकिङ
action-staff = कर्मचारीसँग कुरा गर्ने
action-ticket = पालो नम्बर लिने
action-check-in = म आइपुगेँ
action-documents = के ल्याउने
action-language = भाषा फेर्ने / 言語 / Language
action-wait-time = पर्खने समय
choice-keep = बुकिङ यथावत् राख्ने
choice-documents-of = के ल्याउने: { $procedure }
date-year = { $year } { $month ->
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
} { $day }
