# Ratings with one tap; nobody is asked twice.
choice-helpful = 👍 Nakatulong
choice-feedback-good = 👍 Maayos
choice-feedback-bad = 👎 Hindi maayos

feedback-thanks = Salamat po. Makakatulong ito sa pagpapahusay ng serbisyo namin.
feedback-why = Salamat sa pagsabi. Kung gusto ninyo, pumili po ng isang dahilan.
feedback-visit = Kumusta po ang serbisyo para sa numero { $number }? Kung gusto ninyo, pindutin ang isang button.

feedback-reason-wrong-topic = Hindi ito ang tanong ko
feedback-reason-out-of-date = Luma na ang impormasyon
feedback-reason-hard-to-understand = Mahirap intindihin
feedback-reason-not-enough = Kulang ang paliwanag
feedback-reason-wait = Matagal ang paghihintay
feedback-reason-explanation = Malabo ang paliwanag
feedback-reason-language = Nahirapan sa wika
feedback-reason-came-again = Kinailangang bumalik
feedback-reason-late = Matagal ang sagot
feedback-reason-not-solved = Hindi nalutas
feedback-reason-other = Iba pa
