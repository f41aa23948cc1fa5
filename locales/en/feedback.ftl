# Ratings with one tap; nobody is asked twice.
choice-helpful = 👍 Helpful
choice-feedback-good = 👍 Good
choice-feedback-bad = 👎 Not good

feedback-thanks = Thank you. This helps us improve.
feedback-why = Thank you for telling us. If you like, choose a reason.
feedback-visit = How was your visit with number { $number }? If you like, tell us with one tap.

feedback-reason-wrong-topic = Not what I asked
feedback-reason-out-of-date = Out of date
feedback-reason-hard-to-understand = Hard to understand
feedback-reason-not-enough = Not enough detail
feedback-reason-wait = Long wait
feedback-reason-explanation = Unclear explanation
feedback-reason-language = Language difficulties
feedback-reason-came-again = I had to come back
feedback-reason-late = The reply came late
feedback-reason-not-solved = Not solved
feedback-reason-other = Something else
