# The queue of the day at the counters: tickets, calls, waiting times.

# "5–15 minutes"
wait-range = { $same ->
    [yes] करिब { $high } मिनेट
    [within] बढीमा { $high } मिनेट
   *[no] { $low }–{ $high } मिनेट
}

ticket-issued = { $kind ->
    [booked] चेक इन भयो। तपाईंको बुकिङ { $due } को हो।
    [late] चेक इन भयो। बुकिङको समय { $due } बितिसकेकाले, अहिले पर्खिरहनुभएकाहरूपछि तपाईंलाई बोलाउँछौँ।
   *[walk-in] तपाईंको पालो नम्बर (番号札) निकालियो।
    }

    नम्बर: { $number }
    ठाउँ: { $office }
    { $has-wait ->
        [yes] { $wait } पछि बोलाउँछौँ (तपाईंभन्दा अगाडि { $ahead } जना)
       *[no] तपाईंभन्दा अगाडि: { $ahead } जना
    }

    पालो नजिकिएपछि खबर गर्छौँ। त्यतिन्जेल काउन्टर अगाडि पर्खिरहनु पर्दैन।
ticket-waiting = नम्बर: { $number } ({ $office })
    { $has-wait ->
        [yes] { $wait } पछि बोलाउँछौँ (तपाईंभन्दा अगाडि { $ahead } जना)
       *[no] तपाईंभन्दा अगाडि: { $ahead } जना
    }
ticket-called = पर्खिदिनुभएकोमा धन्यवाद। नम्बर { $number }, { $counter } नम्बर काउन्टरमा आउनुहोस्।
    ठाउँ: { $office }
ticket-recalled = फेरि बोलाउँदै छौँ। नम्बर { $number }, { $counter } नम्बर काउन्टरमा आउनुहोस्।
    ठाउँ: { $office }
ticket-near = अब { $ahead } जनापछि नम्बर { $number } को पालो आउँछ। काउन्टर नजिकै पर्खनुहोस्। { $has-wait ->
        [yes] { $wait } पछि बोलाउँछौँ।
       *[no] {""}
    }
ticket-next = अर्को पालो नम्बर { $number } को हो। काउन्टर अगाडि पर्खनुहोस् ({ $office })।
ticket-slower = माफ गर्नुहोस्, भनेको भन्दा बढी समय लागिरहेको छ।
    नम्बर { $number } लाई { $wait } पछि बोलाउँछौँ।
ticket-undone = माफ गर्नुहोस्, नम्बर { $number } लाई गल्तीले बोलाइयो। तपाईंको पालो फेरिएको छैन। अझै एकछिन पर्खनुहोस्।
ticket-missed = नम्बर { $number } लाई बोलायौँ, तर तपाईं आउनुभएन।
    काउन्टरमा आउन मिलेपछि “म काउन्टरमा छु” थिच्नुहोस्। त्यति बेला पर्खिरहनुभएकाहरूपछि तपाईंलाई बोलाउँछौँ।
ticket-parked = नम्बर { $number } को काम एकछिन रोकिएको छ। नजिकै पर्खनुहोस्, कर्मचारीले फेरि बोलाउनुहुन्छ।
ticket-returned = नम्बर { $number } लाई फेरि पालोमा राख्यौँ। अहिले पर्खिरहनुभएकाहरूपछि तपाईंलाई बोलाउँछौँ।
ticket-transferred = नम्बर { $number } को बाँकी काम अर्को काउन्टरमा हुन्छ। नम्बर उही रहन्छ।
    { $has-counter ->
        [yes] { $office } को { $counter } नम्बर काउन्टरबाट बोलाउँछौँ।
       *[no] { $office } मा पर्खनुहोस्।
    }
ticket-done = नम्बर { $number } को काम सकियो। आउनुभएकोमा धन्यवाद।
ticket-left = नम्बर { $number } रद्द भयो। फेरि आउनुहोला।
ticket-ask-leave = नम्बर { $number } रद्द गरौँ? रद्द गरेपछि यो पालो फिर्ता पाइँदैन।
ticket-delayed = हुन्छ। नम्बर { $number } लाई { $minutes } मिनेटपछि मात्र बोलाउँछौँ। पालो उही रहन्छ।
ticket-delayed-enough = नम्बर { $number } लाई योभन्दा बढी राखिदिन मिल्दैन। आउन नसके रद्द गर्नुहोस्। बोलाएको बेला नभए पनि पछि फेरि पालोमा बस्न सक्नुहुन्छ।
ticket-where = { $has-counter ->
    [yes] नम्बर { $number }: { $office } को { $counter } नम्बर काउन्टर (窓口) मा जानुहोस्।
   *[no] { $office } मा पर्खनुहोस्। नम्बर { $number } लाई बोलाउँदा काउन्टर नम्बर भन्छौँ।
}
ticket-needs-noted = कर्मचारीलाई भनिदिन्छौँ: { $needs }
ticket-ask-needs = कस्तो सहयोग चाहिन्छ, छान्नुहोस्। कर्मचारीलाई भनिदिन्छौँ।
ticket-meanwhile = पर्खँदा, ल्याउनुपर्ने कुरा र आज के के हुन्छ हेर्नुहोस् ({ $procedures })। फारम भर्नुपर्ने भए काउन्टरमै दिन्छौँ।
ticket-none = तपाईंको आजको पालो नम्बर (番号札) अझै छैन। काउन्टरमा पुगेपछि “म आइपुगेँ” थिच्नुहोस्। बुकिङ छैन भने “पालो नम्बर लिने” थिच्नुहोस्।
ticket-over = नम्बर { $number } को पालो सकिइसक्यो।
ticket-ask-procedure = कुन कामको लागि आउनुभएको हो? ({ $office })
ticket-ask = { $office }, { $procedure } ({ $people } जना)
    अहिले { $waiting } जना पर्खिरहनुभएको छ। { $wait } पछि बोलाउँछौँ।
    पालो नम्बर (番号札) लिने?
ticket-refused = { $reason ->
    [reservation-only] { $office } मा बुकिङ गरेकाको मात्र काम हुन्छ। खाली समय बुक गर्नुहोस्।
    [office-cannot] { $office } मा यो काम हुँदैन।
    [closed] आज काउन्टर बन्द छ। अर्को दिन बुक गर्नुहोस्।
    [not-yet] पालो नम्बर (番号札) { $time } देखि लिन मिल्छ।
    [over] आजको काम लिने समय सकियो। अर्को दिन बुक गर्नुहोस्।
    [no-counter] यो काम हुने काउन्टर अहिले खुला छैन। हतार भए { $phone } मा फोन गर्नुहोस् (जापानी भाषामा)।
    [booked-delayed] अहिले बुकिङ गरेकाहरूले भरिएकाले, बुकिङ नगरेकालाई पालो नम्बर (番号札) दिन मिल्दैन। खाली समय बुक गर्नुहोस्।
   *[day-ends] आज बन्द हुनुअघि काम नसकिने भएकाले पालो नम्बर (番号札) दिन मिल्दैन। अर्को दिन बुक गर्नुहोस्।
}
ticket-free = खाली समय: { $times }
check-in-early = तपाईंको बुकिङ { $date }, { $time } मा छ। चेक इन { $from } देखि गर्न मिल्छ।
    चाँडोको समय खाली भए बुकिङ फेर्न सक्नुहुन्छ।
check-in-other-day = { $past ->
    [yes] यो बुकिङ { $date } को थियो। नयाँ बुकिङ गर्नुहोस्।
   *[no] तपाईंको बुकिङ आज होइन, { $date }, { $time } मा छ। मिति र समय फेर्न पनि मिल्छ।
}
check-in-other-office = तपाईंको बुकिङ { $office } मा छ। { $date }, { $time } मा त्यहीँ जानुहोस्। ठाउँ फेर्न पनि मिल्छ।
check-in-closed = आज काउन्टर बन्द भइसक्यो। { $date }, { $time } को बुकिङको सट्टा अर्को दिन बुक गर्नुहोस्। केही सोध्नुपरे { $phone } मा फोन गर्नुहोस् (जापानी भाषामा)।
check-in-none = तपाईंको आजको बुकिङ भेटिएन। बुकिङ नम्बर थाहा भए पठाउनुहोस्। बुकिङ छैन भने पालो नम्बर (番号札) पाइन्छ कि हेर्न सक्नुहुन्छ।
check-in-which = आज तपाईंको एकभन्दा बढी बुकिङ छ। कुनको लागि आउनुभएको हो?
waiting-now = अहिलेको अवस्था:
    { $lines }
waiting-now-line = { $office }: { $waiting } जना पर्खिरहनुभएको छ। { $state ->
        [admitted] बुकिङ नगरेकाले { $wait } पर्खनुपर्छ।
        [reservation-only] बुकिङ गरेकाको मात्र काम हुन्छ।
        [closed] आज बन्द छ।
        [not-yet] पालो नम्बर (番号札) { $time } देखि पाइन्छ।
        [over] आजको काम लिने समय सकियो।
        [no-counter] अहिले कुनै काउन्टर खुला छैन।
       *[other] अहिले बुकिङ नगरेकाको काम लिएका छैनौँ।
    }

# A line below a message or a printed ticket
ticket-page = आफ्नो पालो हेर्नुहोस्: { $link }

# Display and loudspeaker
call-text = नम्बर { $number }, { $counter } नम्बर काउन्टरमा आउनुहोस्।

need-chair = बस्ने कुर्सी वा ह्वीलचेयरको ठाउँ
need-hearing = कान कम सुन्ने (लेखेर, इसाराले)
need-interpreter = दोभाषे
needs-none = केही चाहिँदैन

choice-ticket-here = म आइपुगेँ
choice-ticket-here-at = { $time } को बुकिङको चेक इन
choice-ticket-take = पालो नम्बर लिने
choice-ticket-people = { $people } जना
choice-ticket-show = मेरो पालो हेर्ने
choice-ticket-late = 10 मिनेट ढिलो हुन्छ
choice-ticket-leave = म जानुपर्ने भयो
choice-ticket-leave-yes = पालो नम्बर रद्द गर्ने
choice-ticket-stay = पर्खिरहने
choice-ticket-where = कहाँ जाने?
choice-ticket-meanwhile = पर्खँदा के गर्ने
choice-ticket-needs = सहयोग चाहिन्छ
choice-ticket-back = म काउन्टरमा छु
choice-need = { $on ->
    [yes] ☑ { $need }
   *[no] ☐ { $need }
}
