# Answers. `answer` is the reviewed text, word for word.

answer =
    “{ $question }”
    { $answer }

    (Checked on { $reviewed })
answer-elsewhere =
    The English text is still being checked. Here is the checked text as it stands.

    “{ $question }”
    { $answer }

    (Checked on { $reviewed })
answer-withheld = The answer to “{ $question }” is being checked at the moment. If it is urgent, please call { $phone } (Japanese).
did-you-mean = Is your question “{ $question }”?
choose-one = These come closest. Please choose.
feedback-noted = Thank you for telling us. The staff will use it when they review the answers. Is one of these what you need? You can also ask in other words. If you like, choose what was wrong.
no-answer =
    Sorry, we have no checked answer to that question.
    Please ask in other words, or talk to a person. The phone number is { $phone } (Japanese).
documents-ask = What to bring — for which procedure?
documents =
    What to bring: { $procedure }
    { $documents }

procedure-pickup = Picking up the My Number Card (受け取り)
    .documents =
        - the issuance notice postcard (交付通知書)
        - ID: one such as a driving licence or residence card, or two such as the eligibility certificate (資格確認書)
        - if you have them: the notification card, the Juki card, your old My Number Card
        Please come yourself. If somebody else has to come for you, ask the staff first.
procedure-certificate = Electronic certificate: renewal or issue (電子証明書)
    .documents =
        - your My Number Card
        - your PINs (暗証番号): the 4 digits, and the one of 6–16 letters and digits
        If you do not know a PIN, bring one more ID.
procedure-pin = Setting a new PIN (暗証番号)
    .documents =
        - your My Number Card
        - one more ID (driving licence, residence card, eligibility certificate …)
        Please come yourself.
procedure-application = Applying for a card: first, renewal or reissue (申請)
    .documents =
        - the application form (交付申請書), if you have it
        - ID
        - a photo (4.5 cm high, 3.5 cm wide, taken within 6 months)
        - your present My Number Card, if you are renewing
procedure-address = New address or name, keeping the card after a move
    .documents =
        - My Number Cards, those of all your family members too
        - your PIN (暗証番号) of 4 digits, and the one of 6–16 letters and digits if you also need a new signature certificate
procedure-stay = Extending the card after your period of stay was extended (在留期間)
    .documents =
        - your My Number Card
        - your new residence card (在留カード)
        - your PIN (暗証番号) of 4 digits
        Please come before the date on the card has passed.
procedure-insurance = Registering as health insurance card or the public-money account
    .documents =
        - your My Number Card
        - your PIN (暗証番号) of 4 digits
        - for the account: something that shows a bank account in your own name
