# Answers. `answer` is the reviewed text, word for word.

answer =
    “{ $question }”
    { $answer }

    (Na-check noong { $reviewed })
answer-elsewhere =
    Chine-check pa ang sagot sa Filipino. Narito ang na-check nang teksto, nang walang binago.

    “{ $question }”
    { $answer }

    (Na-check noong { $reviewed })
answer-withheld = Chine-check pa sa ngayon ang sagot sa “{ $question }”. Kung apurado, tumawag sa { $phone } (wikang Hapon).
did-you-mean = Ito po ba ang tanong ninyo: “{ $question }”?
choose-one = Ito po ang pinakamalapit. Pumili ng isa.
feedback-noted = Salamat sa pagsabi. Gagamitin ito ng staff sa pag-check ulit ng mga sagot. Nandito po ba ang kailangan ninyo? Puwede ring magtanong sa ibang salita. Kung gusto ninyo, piliin din kung ano ang mali.
no-answer =
    Paumanhin, wala pa kaming na-check na sagot sa tanong na iyan.
    Magtanong sa ibang salita, o magtanong sa staff. Ang telepono ay { $phone } (wikang Hapon).
documents-ask = Ano ang dadalhin — para sa alin po?
documents =
    Ano ang dadalhin: { $procedure }
    { $documents }

procedure-pickup = Pagkuha ng My Number Card (受け取り)
    .documents =
        - abiso sa pagkuha ng card, postcard (交付通知書)
        - ID (本人確認書類): 1 tulad ng driver's license o residence card (在留カード), o 2 tulad ng eligibility certificate (資格確認書)
        - kung mayroon: notification card (通知カード), Juki card (住基カード), lumang My Number Card
        Kayo mismo po ang pumunta. Kung ibang tao ang kukuha, magtanong muna sa staff.
procedure-certificate = Electronic certificate (電子証明書): pag-renew o pagkuha
    .documents =
        - My Number Card
        - mga PIN (暗証番号): ang 4 na numero, at ang 6–16 na letra at numero
        Kung hindi alam ang PIN, magdala ng 1 pang ID (本人確認書類).
procedure-pin = Pag-set ulit ng PIN (暗証番号)
    .documents =
        - My Number Card
        - 1 pang ID (本人確認書類), tulad ng driver's license, residence card o eligibility certificate
        Kayo mismo po ang pumunta.
procedure-application = Pag-apply ng card (申請): una, renewal o kapalit
    .documents =
        - application form (交付申請書), kung mayroon
        - ID (本人確認書類)
        - litrato (4.5 cm ang taas, 3.5 cm ang lapad, kuha sa loob ng 6 na buwan)
        - kasalukuyang My Number Card, kung magre-renew
procedure-address = Bagong address o pangalan; tuloy na paggamit ng card (継続利用) matapos lumipat
    .documents =
        - My Number Card, pati ang sa lahat ng kapamilya
        - PIN (暗証番号) na 4 na numero; kung kailangan din ng bagong certificate para sa pirma, ang 6–16 na letra at numero
procedure-stay = Pagpapahaba ng bisa ng card ayon sa bagong panahon ng pananatili (在留期間)
    .documents =
        - My Number Card
        - bagong residence card (在留カード)
        - PIN (暗証番号) na 4 na numero
        Pumunta po bago lumampas ang petsang nasa card.
procedure-insurance = Pagrehistro bilang health insurance card, o ng account para sa pera mula sa gobyerno (公金受取口座)
    .documents =
        - My Number Card
        - PIN (暗証番号) na 4 na numero
        - para sa account: katibayan ng bank account na nasa sarili ninyong pangalan
