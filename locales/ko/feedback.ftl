# Ratings with one tap; nobody is asked twice.
choice-helpful = 👍 도움이 됨
choice-feedback-good = 👍 좋았음
choice-feedback-bad = 👎 좋지 않았음

feedback-thanks = 감사합니다. 앞으로 참고하겠습니다.
feedback-why = 알려 주셔서 감사합니다. 괜찮으시면 이유를 하나 골라 주십시오.
feedback-visit = { $number }번 절차는 어떠셨습니까? 괜찮으시면 버튼을 하나 눌러 알려 주십시오.

feedback-reason-wrong-topic = 알고 싶은 내용과 다름
feedback-reason-out-of-date = 내용이 오래됨
feedback-reason-hard-to-understand = 이해하기 어려움
feedback-reason-not-enough = 설명이 부족함
feedback-reason-wait = 대기 시간이 길었음
feedback-reason-explanation = 설명이 이해하기 어려움
feedback-reason-language = 말이 잘 통하지 않음
feedback-reason-came-again = 다시 와야 했음
feedback-reason-late = 답변이 늦음
feedback-reason-not-solved = 해결되지 않음
feedback-reason-other = 기타
