# The pages of the hall: the display, the touch panel, and the ticket on the phone.

# What they share.
hall-device-title = यो स्क्रिन दर्ता गरिएको छैन
hall-device-text = काउन्टरको जिम्मेवार व्यक्तिले दिनुभएको दर्ता लिङ्क यही स्क्रिनमा खोल्नुहोस्। सहयोग चाहिए { $phone } मा फोन गर्नुहोस् (जापानी भाषामा)।
hall-try-again = फेरि खोल्ने
hall-lost = इन्टरनेट टुटेको छ। पछिल्लो जानकारी { $time } को हो। आफैं फेरि जोडिँदै छ।
hall-number = नम्बर
hall-due = बुकिङको समय
hall-wait = बोलाउन लाग्ने समय
hall-late = बुकिङको समय बितिसकेकाले, अहिले पर्खिरहनुभएकाहरूपछि तपाईंलाई बोलाउँछौँ।
hall-unforeseen = अहिले कति पर्खनुपर्छ भन्न सकिँदैन। पालो आएपछि नम्बर बोलाउँछौँ।

# The display. It is shown in Japanese and English.
board-title = नम्बर बोलाएको जानकारी
board-now = अहिले बोलाइँदै
board-nobody = तपाईंको नम्बर नबोलाउन्जेल पर्खनुहोस्
board-counter = काउन्टर नम्बर { $counter }
board-recent = बोलाइसकेका नम्बर
board-none-yet = अहिलेसम्म छैन
board-waiting = पर्खिरहनुभएका
board-booked = बुकिङ भएका
board-walk-in = बुकिङ नभएका
board-people = { $people } जना
board-order = बुकिङको समयअनुसार बोलाउने भएकाले, नम्बर क्रमअनुसार नहुन सक्छ।
board-reservation-only = यो काउन्टरमा बुकिङ गरेकाको मात्र काम हुन्छ।
board-closed = अहिले काउन्टर बन्द छ।
board-sound = आवाज खोल्ने

# The ticket on the phone.
follow-title = तपाईंको पालो
follow-ahead = { $ahead ->
    [0] अर्को पालो तपाईंको हो। काउन्टर अगाडि पर्खनुहोस्।
   *[other] तपाईंभन्दा अगाडि { $ahead } जना हुनुहुन्छ।
}
follow-later = { $time } अघि बोलाउँदैनौँ।
follow-serving = { $counter } नम्बर काउन्टरमा तपाईंको काम भइरहेको छ।
follow-where = ठाउँ
follow-late = { $minutes } मिनेट ढिलो हुन्छ
follow-save-needs = कर्मचारीलाई भन्ने
follow-papers = बुकिङ र ल्याउनुपर्ने कुरा
follow-chat = प्रश्न वा बुकिङ गर्ने
follow-keep-open = यो पृष्ठ खुलै राख्नुहोस्। बोलाउँदा स्क्रिन फेरिन्छ, घण्टी बज्छ र फोन थर्किन्छ।
follow-refused = अहिले यो गर्न मिलेन। माथिको जानकारी हेर्नुहोस्।
follow-gone-title = पालो नम्बर (番号札) भेटिएन
follow-gone-text = पालो नम्बर लिएकै दिन मात्र चल्छ। काम हुन बाँकी भए काउन्टरको पालो नम्बर मेसिनमा जानुहोस् वा कर्मचारीलाई सोध्नुहोस्।

# The touch panel.
kiosk-start = सुरुमा फर्कने
kiosk-language-title = भाषा छान्नुहोस्
kiosk-menu-title = के कामको लागि आउनुभएको हो?
kiosk-booked = बुकिङ छ
kiosk-booked-hint = बुकिङ नम्बर वा QR कोडले चेक इन गर्ने
kiosk-ticket = पालो नम्बर लिने (बुकिङ छैन)
kiosk-ticket-hint = कति पर्खनुपर्छ हेरेर पालो नम्बर लिन मिल्छ
kiosk-question = प्रश्न छ
kiosk-question-hint = काम र ल्याउनुपर्ने कुराबारे
kiosk-staff = सहयोग चाहिए कर्मचारीलाई सोध्नुहोस्।
kiosk-code-title = बुकिङको चेक इन
kiosk-code-label = बुकिङ नम्बर (8 अक्षर)
kiosk-code-hint = बुकिङ नम्बर थिच्नुहोस्, वा QR कोड रिडरको अगाडि देखाउनुहोस्।
kiosk-check-in = चेक इन गर्ने
kiosk-erase = 1 अक्षर मेट्ने
kiosk-camera = क्यामेराले QR स्क्यान गर्ने
kiosk-camera-stop = क्यामेरा बन्द गर्ने
kiosk-camera-failed = क्यामेरा चलाउन मिलेन। बुकिङ नम्बर थिच्नुहोस्।
kiosk-code-unknown = यो बुकिङ नम्बर भेटिएन। नम्बर जाँचेर फेरि हाल्नुहोस्।
kiosk-code-too-often = धेरै पटक नम्बर नमिलेकाले यो मेसिनमा चेक इन गर्न मिल्दैन। कर्मचारीलाई सोध्नुहोस्।
kiosk-not-now-title = पालो नम्बर (番号札) दिन सकिएन
kiosk-already-here = यो बुकिङको चेक इन भइसकेको छ। पालो नम्बर हराएको भए कर्मचारीलाई सोध्नुहोस्।
kiosk-cancelled = यो बुकिङ रद्द भइसकेको छ। आज काम गर्ने भए पालो नम्बर लिनुहोस्।
kiosk-procedure-title = कुन काम हो?
kiosk-reservation-only = यो काउन्टरमा बुकिङ गरेकाको मात्र काम हुन्छ। काम छानेपछि खाली समय देखिन्छ।
kiosk-people-title = कति जनाको काम हो?
kiosk-people-hint = बच्चाको काम भए बच्चालाई पनि 1 जना गन्नुहोस्।
kiosk-wait-title = अहिले पर्खनुपर्ने समय
kiosk-not-now = पालो नम्बर नलिने
kiosk-refused-title = अहिले पालो नम्बर (番号札) दिन मिल्दैन
kiosk-free-title = बुक गर्न मिल्ने नजिकको समय
kiosk-book-phone = मोबाइलले स्क्यान गरेर बुकिङ गर्न मिल्छ। कर्मचारीले पनि बुकिङ गरिदिनुहुन्छ।
kiosk-ticket-title = पालो नम्बर (番号札) लिनुहोस्
kiosk-follow = स्क्यान गरेपछि आफ्नो पालो मोबाइलमा हेर्न मिल्छ
kiosk-called-how = तपाईंको नम्बर स्क्रिन र आवाजबाट बोलाउँछौँ।
kiosk-print = प्रिन्ट गर्ने
kiosk-done = समाप्त गर्ने
kiosk-link = मोबाइलले स्क्यान गरेपछि यो पृष्ठ खुल्छ
kiosk-forgets = { $seconds } सेकेन्डपछि सुरुको स्क्रिनमा फर्किन्छ र तपाईंले हालेको कुरा मेटिन्छ।
kiosk-go-on = जारी राख्ने
