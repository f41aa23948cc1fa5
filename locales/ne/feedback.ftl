# Ratings with one tap; nobody is asked twice.
choice-helpful = 👍 काम लाग्यो
choice-feedback-good = 👍 राम्रो
choice-feedback-bad = 👎 राम्रो भएन

feedback-thanks = धन्यवाद। यसले हामीलाई सुधार गर्न मद्दत गर्छ।
feedback-why = भनिदिनुभएकोमा धन्यवाद। मन लागे एउटा कारण छान्नुहोस्।
feedback-visit = नम्बर { $number } को काम कस्तो रह्यो? मन लागे एउटा बटन थिचेर भन्नुहोस्।

feedback-reason-wrong-topic = सोधेको कुरा यो होइन
feedback-reason-out-of-date = जानकारी पुरानो छ
feedback-reason-hard-to-understand = बुझ्न गाह्रो
feedback-reason-not-enough = जानकारी पुगेन
feedback-reason-wait = धेरै पर्खनुपर्‍यो
feedback-reason-explanation = सम्झाएको बुझिएन
feedback-reason-language = भाषा बुझ्न गाह्रो भयो
feedback-reason-came-again = फेरि आउनुपर्‍यो
feedback-reason-late = जवाफ ढिलो आयो
feedback-reason-not-solved = समस्या समाधान भएन
feedback-reason-other = अरू कारण
