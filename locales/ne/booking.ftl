# Reservations.

ask-procedure = बुकिङ गरौँ। कुन कामको लागि हो?
ask-procedure-more = { $procedures } बाहेक अरू कुन काम?
ask-office = { $procedures }। कुन ठाउँमा आउनुहुन्छ?
ask-day = { $procedures }, { $office }, करिब { $minutes } मिनेट। कुन दिन मिल्छ ({ $last } सम्म)? “12/15 10:30” जस्तै लेख्न पनि सक्नुहुन्छ।
ask-day-again = यी दिन खाली छन् ({ $last } सम्म)।
ask-time = { $date }, { $office } मा यी समय खाली छन्। “10:30” जस्तै लेख्न पनि सक्नुहुन्छ।
ask-time-again = { $date } का अरू खाली समय।
ask-confirm =
    यही बुक गरौँ? यो समय तपाईंको लागि { $hold } मिनेट राखिदिएका छौँ।

    काम: { $procedures }
    समय: { $date }, { $time } (करिब { $minutes } मिनेट)
    ठाउँ: { $place }
ask-confirm-change =
    यसमा फेरौँ? नयाँ समय तपाईंको लागि { $hold } मिनेट राखिदिएका छौँ। नफेरेसम्म अहिलेको बुकिङ यथावत् रहन्छ।

    पहिले: { $old-date }, { $old-time } ({ $old-office })
    अब: { $date }, { $time } ({ $office }, करिब { $minutes } मिनेट)
    काम: { $procedures }
day-closed = { $why ->
    [saturday] { $date } शनिबार भएकाले काउन्टर बन्द छ।
    [sunday] { $date } काउन्टर बन्द हुने आइतबार हो।
    [holiday] { $date } जापानको सार्वजनिक बिदा ({ $holiday }) भएकाले काउन्टर बन्द छ।
    [year-end] { $date } नयाँ वर्षको बिदा (डिसेम्बर 29 – जनवरी 3) भएकाले काउन्टर बन्द छ।
   *[special] { $date } काउन्टर बन्द छ।
}
day-open = { $date }: काउन्टर { $opens } देखि { $closes } सम्म खुल्छ।
day-full = { $date } भरिइसक्यो।
day-past = { $date } बितिसक्यो।
day-too-far = { $date } को बुकिङ अझै हुँदैन। अहिले { $last } सम्म मात्र हुन्छ।
day-impossible = त्यस्तो मिति हुँदैन।
time-impossible = त्यस्तो समय हुँदैन।
time-outside = त्यो दिन काउन्टर { $opens } देखि { $closes } सम्म खुल्छ। त्यसभित्रै काम सकिने समय छान्नुहोस्।
time-full = { $time } को समय अरूले लिइसक्नुभयो।
no-time-in-range = { $from } देखि { $to } सम्म खाली छैन।
none-free = { $last } सम्म सबै भरिएको छ। कहिलेकाहीँ कसैले रद्द गर्नुहुन्छ, पछि फेरि हेर्नुहोस्। हतार भए { $phone } मा फोन गर्नुहोस् (जापानी भाषामा)।
slot-taken = माफ गर्नुहोस्, त्यो समय भर्खरै अरूले लिनुभयो।
hold-ended = समय राखिदिने अवधि सकियो र त्यो समय अरूले लिनुभयो। अहिलेसम्म केही बुक भएको छैन।
limit-reached = बुकिङ बढीमा { $most } वटा राख्न मिल्छ। पहिले एउटा फेर्नुहोस् वा रद्द गर्नुहोस्।
procedures-too-many = एक पटक आउँदा बढीमा { $most } वटा काम हुन्छ।
office-cannot = { $office } मा यो काम हुँदैन: { $procedures }।
booked =
    बुकिङ भयो।

    बुकिङ नम्बर: { $code }
    काम: { $procedures }
    समय: { $date }, { $time } (करिब { $minutes } मिनेट)
    ठाउँ: { $place }

    { $reminders ->
        [both] अघिल्लो साँझ र त्यही दिन सम्झाउने सन्देश पठाउँछौँ। आउन नसके यहीँबाट फेर्नुहोस् वा रद्द गर्नुहोस्।
        [one] पहिले नै सम्झाउने सन्देश पठाउँछौँ। आउन नसके यहीँबाट फेर्नुहोस् वा रद्द गर्नुहोस्।
       *[none] आउन नसके यहीँबाट फेर्नुहोस् वा रद्द गर्नुहोस्।
    }
moved =
    बुकिङ फेरियो। पहिलेको { $old-date }, { $old-time } को ठाउँ छोडिएको छ।

    बुकिङ नम्बर: { $code } (पहिलेकै)
    काम: { $procedures }
    समय: { $date }, { $time } (करिब { $minutes } मिनेट)
    ठाउँ: { $place }
no-reservations = यहाँबाट गरिएको बुकिङ छैन। फोनबाट गर्नुभएको भए काउन्टरमा सोध्नुहोस्।
reservation =
    बुकिङ नम्बर: { $code }
    काम: { $procedures }
    समय: { $date }, { $time } (करिब { $minutes } मिनेट)
    ठाउँ: { $place }{ $coming ->
        [yes] { "" }
            आउँछु भनेर तपाईंले जवाफ दिनुभएको छ।
       *[no] { "" }
    }
ask-which-to-change = कुन बुकिङ फेर्ने?
ask-which-to-cancel = कुन बुकिङ रद्द गर्ने?
ask-cancel = यो बुकिङ रद्द गरौँ? { $date }, { $time }, { $procedures }, { $office } (बुकिङ नम्बर { $code })
cancelled = { $date }, { $time } को बुकिङ ({ $code }) रद्द भयो।
cancel-kept = बुकिङ यथावत् छ। { $date }, { $time } मा आउनुहोला।
reservation-over = त्यो बुकिङ रद्द भइसकेको छ वा भेटिएन।
reservation-past = त्यो बुकिङको समय सुरु भइसक्यो वा बितिसक्यो। { $phone } मा फोन गर्नुहोस् (जापानी भाषामा)।
coming-noted = धन्यवाद। { $date }, { $time } मा आउनुहोला।

# Reminders carry no name and no number but the reservation's.
reminder-evening =
    भोलिको बुकिङको सम्झना।

    समय: { $date }, { $time }
    ठाउँ: { $place }
    काम: { $procedures }
    बुकिङ नम्बर: { $code }

    ल्याउनुहोस्
    { $documents }
reminder-soon =
    आजको बुकिङको सम्झना।

    समय: { $date }, { $time }
    ठाउँ: { $place }
    काम: { $procedures }
    बुकिङ नम्बर: { $code }

    ल्याउनुहोस्
    { $documents }
day-over = आज, { $date }, अब समय बाँकी छैन।
time-steps = बुकिङ { $minutes }-{ $minutes } मिनेटको फरकमा सुरु हुन्छ। नजिकको समय छान्नुहोस्।
ask-day-change = तपाईंको बुकिङ { $date }, { $time }, { $office } मा छ। त्यसको सट्टा कुन दिन आउनुहुन्छ ({ $last } सम्म)? नयाँ समय पक्का नभएसम्म यो यथावत् रहन्छ।
