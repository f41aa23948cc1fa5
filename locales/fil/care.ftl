# The helpers around a visit: how long the card lasts, which procedure it is, what to bring.

care-resume = Ituloy na po natin ang kanina.
care-point = - { $text }
month-year = { $month ->
    [1] Enero
    [2] Pebrero
    [3] Marso
    [4] Abril
    [5] Mayo
    [6] Hunyo
    [7] Hulyo
    [8] Agosto
    [9] Setyembre
    [10] Oktubre
    [11] Nobyembre
   *[12] Disyembre
} { $year }

# How long the card lasts. `standing` says whether the date is over, can be renewed now, or later.
expiry-ask = Tingnan po natin kung hanggang kailan ang card at kailan ito puwedeng i-renew. Piliin ang alam ninyo. Hindi namin ise-save ang mga petsang ilalagay ninyo.
expiry-ask-printed =
    Isulat po ang petsa ng pagka-expire (有効期限) na nakalimbag sa harap ng card.
    Halimbawa: Mayo 10, 2031 o 2031-05-10
expiry-ask-issued =
    Isulat po ang araw ng pagkaisyu ng card (iba ito sa araw na kinuha ninyo). Kung hindi sigurado, puwede ang tinatayang petsa.
    Halimbawa: Mayo 1, 2024 o 2024-05-01
expiry-ask-renewed = Ni-renew po ba ang card na iyon sa loob ng 3 buwan bago nag-expire ang dating card?
expiry-ask-birth =
    Isulat po ang petsa ng kapanganakan ng may-ari ng card. Sa pagkuwenta lang ito gagamitin at hindi ise-save.
    Halimbawa: Marso 3, 1985 o 1985-03-03
expiry-ask-stay =
    Isulat po ang petsa ng pagka-expire na nakalimbag sa harap ng card (huling araw ng panahon ng pananatili).
    Halimbawa: Abril 30, 2027 o 2027-04-30
expiry-ask-permit = Hanggang { $end } po ang card. Ano na ang lagay ng renewal ng panahon ng pananatili (在留期間)?
expiry-ask-order = Alin po sa dalawang petsa?
expiry-ask-birth-order = Dalawa ang puwedeng basa sa petsang iyan. Araw po ba o buwan ang unang numero?
expiry-date-unclear = Paumanhin, hindi po nabasa ang petsa. Isulat ang taon, buwan at araw.
expiry-date-implausible = Hindi po makuwenta sa petsang iyan. Tingnan ang taon at isulat ulit.
expiry-result = { $lines }
expiry-guide = Gabay lang po ito. Ang petsang nakalimbag sa card ang masusunod. Makikita ang petsa ng electronic certificate sa counter o sa Mynaportal.
expiry-card = { $standing ->
    [over] Nag-expire na ang card noong { $end }. Mag-apply po ng bagong card. Libre ito kung isasauli ang lumang card.
    [now] Hanggang { $end } ang card. Puwede nang mag-apply ng renewal ngayon. 1–2 buwan bago ito magawa, kaya mag-apply po agad.
   *[later] Hanggang { $end } ang card. Puwedeng mag-apply ng renewal mula { $from }.
}
expiry-certificate = { $standing ->
    [over] Hanggang { $end } ang electronic certificate (電子証明書), at kung hindi pa na-renew, expired na ito. Puwedeng magpaisyu ng bago sa counter (libre).
    [now] Hanggang { $end } ang electronic certificate (電子証明書). Puwede na itong i-renew sa counter ngayon (libre).
   *[later] Hanggang { $end } ang electronic certificate (電子証明書). Puwede itong i-renew sa counter mula { $from } (libre).
}
expiry-certificate-with-card = Sa parehong araw din mag-e-expire ang electronic certificate (電子証明書). Pag ni-renew ang card, magiging bago rin ito.
expiry-certificate-by-print = { $standing ->
    [over] Ang electronic certificate (電子証明書): kung 18 taong gulang pataas noong ginawa ang card, hanggang { $end } ito, at kung hindi pa na-renew, expired na. Kung wala pang 18 noon, kapareho ng petsa ng card.
    [now] Ang electronic certificate (電子証明書): kung 18 taong gulang pataas noong ginawa ang card, hanggang { $end } ito at puwede nang i-renew ngayon. Kung wala pang 18 noon, kapareho ng petsa ng card.
   *[later] Ang electronic certificate (電子証明書): kung 18 taong gulang pataas noong ginawa ang card, hanggang { $end } ito at puwedeng i-renew mula { $from }. Kung wala pang 18 noon, kapareho ng petsa ng card.
}
expiry-signature-from = Kung gusto ninyo, puwedeng magpaisyu sa counter ng certificate para sa pirma (署名用電子証明書) mula sa ika-15 birthday, { $from }.
expiry-insurance-until = Magagamit pa ang card bilang health insurance card hanggang { $until }, pero mag-renew po agad.
expiry-near-age-limit = Depende ang petsa sa edad noong araw ng pag-apply, at malapit po kayo sa hangganan. Tingnan ang petsang nakalimbag o magtanong sa counter.
expiry-leap-day = Para sa ipinanganak nang Pebrero 29, Pebrero 28 ang ginamit sa pagkuwenta. Magtanong po sa counter para makasigurado.
expiry-stay-granted = Pumunta po sa counter hanggang { $end }, at pahahabain ang card hanggang sa huling araw ng bagong panahon ng pananatili (libre). Hanggang sa ika-10 birthday lang mula nang magawa ang card (ika-5 kung wala pang 18 taong gulang). Pag pinahaba ang card, hindi na magagamit ang electronic certificate (電子証明書), kaya magpaisyu ng bago sa parehong pagkakataon (libre).
expiry-stay-pending = Pumunta po sa counter hanggang { $end }, at mapapahaba ang card nang 1 beses, hanggang { $until } (special extension, 特例期間延長; libre). Dalhin ang My Number Card, ang PIN na 4 na numero, at ang residence card (在留カード) na may tatak na 在留期間更新許可申請中 (kung online ang application, ang email na natanggap ito). Pag may permit na, pumunta ulit.
expiry-stay-not-yet = Mag-e-expire ang card sa { $end }. Kahit ma-renew ang panahon ng pananatili, hindi awtomatikong hahaba ang card, at walang darating na abiso. Mag-apply muna ng renewal sa Immigration, at pag may permit na, pumunta sa counter hanggang { $end }. Kung hindi aabot, mapapahaba ang card nang 2 buwan, 1 beses lang, habang nakabinbin ang application.
expiry-stay-over = Nag-expire na ang card noong { $end } at hindi na ito mapapahaba. Mag-apply po ng bagong card. Higit sa 1 buwan bago ito makuha, at 1,000 yen ang bayad.

renewal-kept = Magpapadala po kami ng isang paalala sa { $month }. Ang buwan lang na ito ang ise-save namin.
renewal-dropped = { $kind ->
    [card] Hindi na kami magpapadala ng paalala sa renewal ng card.
    [certificate] Hindi na kami magpapadala ng paalala sa renewal ng electronic certificate.
   *[stay] Hindi na kami magpapadala ng paalala tungkol sa panahon ng pananatili.
}
renewal-due = { $kind ->
    [card] Puwede na pong i-renew ang My Number Card ninyo. 1–2 buwan bago ito magawa, kaya mag-apply agad.
    [certificate] Puwede na pong i-renew ang electronic certificate (電子証明書) ninyo. Pumunta sa counter dala ang card at ang mga PIN.
   *[stay] Malapit na pong mag-expire ang My Number Card ninyo. Pag na-renew na ang panahon ng pananatili, magpa-extend ng card sa counter bago lumampas ang petsang nasa card.
}

choice-expiry = Tingnan kung kailan mag-e-expire
choice-expiry-again = Tingnan ang ibang petsa
choice-have-printed = Alam ko ang petsa sa card
choice-have-birth = Alam ko ang kapanganakan at petsa ng pagkaisyu
choice-have-stay = May panahon ng pananatili (在留期間) – dayuhan
choice-renewed = Oo, ni-renew bago nag-expire
choice-not-renewed = Hindi, o hindi ko alam
choice-permit-granted = May permit na
choice-permit-pending = Naghihintay pa ng permit
choice-permit-not-yet = Hindi pa nag-a-apply
choice-day-first = Araw ang una
choice-month-first = Buwan ang una
choice-remind = { $kind ->
    [card] Paalalahanan ako sa { $month } (card)
    [certificate] Paalalahanan ako sa { $month } (certificate)
   *[stay] Paalalahanan ako sa { $month } (panahon ng pananatili)
}
choice-unremind = { $kind ->
    [card] Huwag nang paalalahanan (card)
    [certificate] Huwag nang paalalahanan (certificate)
   *[stay] Huwag nang paalalahanan (panahon ng pananatili)
}

# Which procedure it is. Questions:
choice-finder = Hindi alam kung alin ang gagawin
choice-book-for = Magpareserba: { $procedures }
find-ask-what = Hanapin po natin kung alin ang dapat gawin. Tungkol saan po ito?
find-ask-who = Sino po ang pupunta sa counter?
find-ask-who-applies = Kanino po ang card? Sa pag-apply sa counter, kailangang pumunta ang may-ari ng card.
find-ask-reason = Bakit po hindi makakapunta ang may-ari?
find-ask-which-date = Alin po ang mag-e-expire ayon sa abiso o sobre?
find-ask-letter = Mayroon po bang inquiry-and-reply form (照会書兼回答書) na kasama ng abiso ng pagka-expire?
find-ask-pin-state = Ano po ang nangyari sa PIN (暗証番号)?
find-ask-move = Ano po ang nagbago?
find-ask-signature = Hindi na magagamit ang certificate para sa pirma (署名用電子証明書), na gamit sa e-Tax at iba pa, pag nagbago ang address o pangalan. Magpapagawa po ba ng bago?
find-ask-nationality = Ano po ang nationality ng may-ari ng card?
find-ask-lost =
    Tumawag po muna para pansamantalang ipahinto ang card (24 oras, libre).
    { $national } (2 sa voice guide, wikang Hapon)
    { $foreign } (Ingles, Tsino, Koreano, Espanyol, Portuges)

    Saan po ito nawala?
find-ask-stay-state = Ano na po ang lagay ng renewal ng panahon ng pananatili (在留期間)?
find-ask-new-card = Anong klaseng application po ito?
find-ask-insurance = Alin po ang irerehistro?
find-ask-other = Baka po sa ibang opisina ito. Piliin ang pinakamalapit.

# Answers:
find-collect = May dumating na postcard / kukuha ng card
find-notice = May abiso ng renewal / malapit nang mag-expire
find-pin-trouble = Nakalimutan o na-lock ang PIN
find-moved = Lumipat ng bahay / nagbago ang pangalan
find-card-lost = Nawala o ninakaw ang card
find-stay = Matatapos o na-renew ang panahon ng pananatili
find-new = Unang card / nasira ang card
find-use-it = Rehistro ng health insurance o account
find-something-else = Iba pa
find-myself = Ang may-ari mismo
find-with-child = Batang wala pang 15 at magulang (legal na kinatawan)
find-somebody-else = Kinatawan lang
find-good-reason = 75 pataas, estudyante hanggang high school, matagal sa ospital, nasa pasilidad, may kapansanan, inaalagaan, buntis, nag-aaral sa ibang bansa, atbp.
find-busy = Abala sa trabaho, araw-araw na pasok, maikling biyahe
find-card-date = Ang card
find-certificate-date = Ang electronic certificate (電子証明書)
find-not-sure = Hindi ko alam
find-has-letter = Mayroon
find-no-letter = Wala
find-pin-forgotten = Nakalimutan o na-lock
find-pin-known = Alam ko at gusto kong palitan
find-into-city = Lumipat dito mula sa ibang munisipyo
find-within-city = Lumipat sa loob ng lungsod
find-out-of-city = Lilipat sa ibang munisipyo
find-abroad = Lilipat sa ibang bansa
find-name-changed = Nagbago ang pangalan
find-with-signature = Oo, magpapagawa ng bago
find-without-signature = Hindi na
find-japanese = Japanese
find-other-nationality = Hindi Japanese
find-lost-outside = Sa labas, o ninakaw
find-lost-at-home = Sa bahay, o hindi alam
find-found-again = Nakita ulit pagkatapos ipahinto
find-stay-granted = May permit na
find-stay-pending = Naghihintay pa ng permit
find-stay-not-yet = Hindi pa nag-a-apply
find-stay-passed = Lumampas na ang petsa ng card
find-permanent = Permanent resident, special permanent resident (永住者・特別永住者), atbp.
find-first = Unang card
find-damaged = Nasira ang card
find-as-insurance-card = Gagamitin bilang health insurance card
find-money-account = Account para sa pera mula sa gobyerno (公金受取口座)
find-insurance-itself = Pagsali o pag-alis sa health insurance, 資格確認書
find-records = Resident record, seal certificate, family register (戸籍)
find-passport = Passport
find-pension = Pension
find-portal = Paggamit ng Mynaportal
find-visa = Visa, residence card (在留カード)
find-licence = Driver's license
find-none-of-it = Wala rito

# What was found.
find-found =
    Ito po ang gagawin: { $procedures } (mga { $minutes } minuto).

    Sino ang pupunta: { $visitor }
    Ano ang dadalhin
    { $documents }{ $some ->
        [yes] { "" }

            Tandaan po
            { $notes }
       *[no] { "" }
    }
find-note-think-of-pins = Pag-isipan muna ang mga PIN: 4 na numero, at 6–16 na letra at numero.
find-note-child-comes-too = Isama po ang bata.
find-note-fill-in-postcard = Ang may-ari mismo ang magsusulat ng sagot, authorization letter at mga PIN sa postcard. Takpan ng sticker ang mga PIN.
find-note-come-yourself = Hindi puwedeng kinatawan ang kumuha dahil lang sa trabaho o maikling biyahe. Bukas din ang counter sa ilang Linggo.
find-note-apply-online = Puwede ring mag-apply sa smartphone o koreo. Hindi kailangang pumunta sa counter.
find-note-collect-later = 1–2 buwan bago magawa ang card. Pumunta ulit para kunin ito.
find-note-free-with-old-card = Libre kung isasauli ang lumang card.
find-note-sealed-letter = Ang may-ari ang magsusulat ng buong inquiry-and-reply form, pati ang kasalukuyang PIN, at isasara ito sa sobre. Dalhin nang hindi binubuksan. Kung may kulang o mali ang PIN, kailangang pumunta ulit.
find-note-two-visits = Mag-apply muna sa counter. Ipapadala sa may-ari ang inquiry-and-reply form (照会書兼回答書). Pumunta ulit dala ang form na sinulatan at isinara sa sobre ng may-ari (2 beses lahat).
find-note-kiosk-reset = Kung naaalala pa ang PIN para sa pirma (署名用, letra at numero) o ang PIN para sa login (利用者証明用, 4 na numero), mase-set ulit ang isa pa sa app at machine sa convenience store (libre). Ang ibang PIN at ang expired na electronic certificate ay aasikasuhin sa counter.
find-note-file-the-move = I-file muna ang moving-in notice (転入届) o change-of-address notice (転居届) sa loob ng 14 na araw mula sa paglipat. Dalhin ang card ng buong pamilya.
find-note-within-ninety-days = Gawin ang procedure para sa tuloy na paggamit ng card (継続利用) sa loob ng 90 araw mula sa moving-in notice (転入届). Kung hindi ito gagawin, hindi na magagamit ang card.
find-note-household-may-come = Puwede ring kasama sa household ang gumawa ng pagpapalit ng address at tuloy na paggamit kung alam ang PIN na 4 na numero. Kung magpapaisyu rin ng certificate para sa pirma, dalhin ang authorization letter (委任状) kung saan ang may-ari mismo ang nagsulat ng PIN at nagsara sa sobre.
find-note-register-first = Pumunta pagkatapos ng notice sa family register (戸籍), kapag napalitan na ang pangalan sa resident record.
find-note-before-leaving = Gawin ito kasabay ng moving-out notice (転出届) para sa ibang bansa, hanggang sa araw bago umalis. Magagamit pa rin ang card sa ibang bansa.
find-note-suspend-first = Tumawag muna para ipahinto ang card: { $national } (24 oras, 2 sa voice guide), ibang wika { $foreign }
find-note-tell-police = Mag-report sa pulis at isulat ang report number (受理番号).
find-note-reissue-fee = 1,000 yen ang bayad (800 yen kung walang electronic certificate). Depende sa dahilan, maaaring libre.
find-note-fast-issue = Sa loob ng 30 araw mula nang i-report ang pagkawala, puwede ring mag-apply ng fast issuance (特急発行): mga 1 linggo, 2,000 yen.
find-note-lift-suspension = Sa counter lang inaalis ang pansamantalang paghinto. Dalhin ang card at ID. Mag-iisyu ng bagong certificate para sa pirma.
find-note-before-the-date = Pumunta bago lumampas ang petsang nasa card. Pag lumampas, hindi na ito mapapahaba.
find-note-data-takes-time = Maaaring abutin ng mga 1 araw bago dumating sa lungsod ang data mula sa Immigration. Mas mabuting magpareserba para sa araw pagkatapos ng permit o mas huli pa.
find-note-certificates-anew = Pag pinahaba ang card, hindi na magagamit ang electronic certificate (電子証明書). Magpaisyu ng bago sa parehong pagkakataon (libre).
find-note-two-months-more = Habang naghihintay ng permit, mapapahaba ang card nang 2 buwan, 1 beses lang. Dalhin ang residence card na may tatak na 在留期間更新許可申請中, o ang email na natanggap ang application. Pag may permit na, pumunta ulit.
find-note-too-late-to-extend = Hindi na mapapahaba ang expired na card. Mag-a-apply kayo ng bagong card.
find-note-bring-the-card = Dalhin din ang nasirang card.

# Where it is done instead.
find-place-expiry-helper = Tingnan po natin kung alin ang malapit nang mag-expire. Magpatuloy sa ibaba.
find-place-home = Kung alam ninyo ang PIN, mapapalitan ito sa Mynaportal app. Hindi kailangang pumunta sa counter. Kung hindi gumana, tumawag sa { $phone } (wikang Hapon).
find-place-new-city = I-file ang moving-out notice (転出届) sa Citizens' Affairs Division (市民課) o sa Mynaportal. Ang card ay aasikasuhin sa munisipyong lilipatan: dalhin ito at i-file ang moving-in notice (転入届) sa loob ng 14 na araw mula sa paglipat.
find-place-moving-out = Isauli ang card sa Citizens' Affairs Division (市民課) pag nag-file ng moving-out notice (転出届) para sa ibang bansa. Nawawalan ng bisa ang card ng dayuhan sa araw ng paglipat.
find-place-immigration = Sa Immigration Services Agency (出入国在留管理庁) po ginagawa ang tungkol sa pananatili. Telepono: { $immigration }. Pag may permit na, pumunta sa counter na ito bago lumampas ang petsang nasa card.
find-place-insurance-section = Tungkol sa pagsali sa health insurance o sa eligibility certificate (資格確認書), magtanong sa inyong health insurance. Kung National Health Insurance (国民健康保険), sa city hall: { $phone } (wikang Hapon).
find-place-citizens-section = Sa Citizens' Affairs Division (市民課) po ang resident record, seal certificate at family register. May ilan na makukuha sa convenience store gamit ang card at PIN na 4 na numero. Telepono: { $phone } (wikang Hapon).
find-place-passport-office = Hindi po hawak ng counter na ito ang passport. Itanong sa { $phone } (wikang Hapon) kung saan mag-a-apply.
find-place-pension-office = Hindi po hawak ng counter na ito ang pension. Magtanong sa pension office (年金事務所) o sa city hall, { $phone } (wikang Hapon).
find-place-portal-phone = Tungkol sa paggamit ng Mynaportal, tumawag sa { $national } (wikang Hapon) o { $portal } (Ingles, Tsino, Koreano, Espanyol, Portuges). Libre ang tawag.
find-place-police = Ang pagsasama ng driver's license sa card ay ginagawa sa police station o driver's license examination center.
find-place-staff = Hindi po namin masasagot ito rito. Magtanong sa staff, o tumawag sa { $phone } (wikang Hapon).

# What to bring.
choice-papers = I-check ang dadalhin
choice-ticked = Ito na lahat
visitor-myself = ang may-ari mismo
visitor-guardian = bata (o nasa ilalim ng guardianship) at magulang o legal na kinatawan
visitor-proxy = kinatawan
papers-ask-visitor = I-check po natin ang dadalhin para sa { $procedures }. Sino ang pupunta?
papers-list =
    Mga dadalhin para sa { $procedures } (pupunta: { $visitor }). Pindutin ang mga handa na. Pagkatapos, pindutin ang “Ito na lahat”.

    { $list }
papers-ab =
    A: may litrato (driver's license, passport, residence card, handbook ng may kapansanan, atbp.)
    B: may pangalan, at petsa ng kapanganakan o address (eligibility certificate 資格確認書, pension book, student ID, atbp.)
    Orihinal lang po, hindi pa expired, at may kasalukuyang pangalan at address.
papers-complete =
    Kumpleto na po. Huwag kalimutang dalhin sa araw na iyon.{ $some ->
        [yes] { "" }

            Dalhin lang ang mga ito kung para sa inyo:
            { $perhaps }
       *[no] { "" }
    }
papers-missing =
    May kulang pa po. Ihanda rin ang mga ito:
    { $needs }

    Kung hindi makukumpleto hanggang sa araw ng reserbasyon, palitan ang araw o oras. Tungkol sa mga papel, magtanong sa staff o tumawag sa { $phone } (wikang Hapon).

item-notice-postcard = Abiso sa pagkuha ng card, postcard (交付通知書)
item-proxy-postcard = Abiso sa pagkuha ng card (交付通知書): ang may-ari mismo ang nagsulat ng sagot, authorization letter at mga PIN
item-card = My Number Card (マイナンバーカード)
item-old-card = Lumang My Number Card
item-tsuchi-card = Notification card (通知カード)
item-juki-card = Juki card (住民基本台帳カード)
item-residence-card = Bagong residence card (在留カード)
item-application-form = Application form (交付申請書)
item-photo = Litrato (顔写真), 4.5 cm ang taas × 3.5 cm ang lapad, kuha sa loob ng 6 na buwan
item-pin = PIN na 4 na numero (暗証番号)
item-signature-pin = PIN na 6–16 na letra at numero
item-sealed-answer = Inquiry-and-reply form, nakasara (照会書兼回答書)
item-account = Katibayan ng bank account na nasa pangalan ng may-ari
item-fee = Bayad (手数料), kung nawala o nasira ang card
item-guardian-proof = Family register (戸籍) o registration certificate ng guardianship (登記事項証明書), sa loob ng 3 buwan
item-reason-proof = Papel na nagpapatunay kung bakit hindi makakapunta
item-photo-certificate = Photo certificate (個人番号カード顔写真証明書)
item-id-a = ID ng may-ari, listahan A
item-id-a-second = ID ng may-ari, listahan A (ika-2)
item-id-b = ID ng may-ari, listahan B
item-id-b-second = ID ng may-ari, listahan B (ika-2)
item-companion-id-a = ID ng magulang, legal na kinatawan o kinatawan, listahan A
item-companion-id-a-second = ID ng magulang, legal na kinatawan o kinatawan, listahan A (ika-2)
item-companion-id-b = ID ng magulang, legal na kinatawan o kinatawan, listahan B
item-companion-id-b-second = ID ng magulang, legal na kinatawan o kinatawan, listahan B (ika-2)

need-perhaps = { $item } (kung para sa inyo lang)
need-identity = { $bearer ->
    [holder] ID ng may-ari:
   *[companion] ID ng legal na kinatawan o kinatawan:
} { $proof ->
    [one-of-any] 1 mula sa listahan A o B
    [one-with-photo] 1 mula sa listahan A
    [one-or-two] 1 mula sa listahan A, o 2 mula sa listahan B
   *[two-with-photo] 2 (2 mula sa listahan A, o 1 mula sa A at 1 mula sa B)
}
need-postcard-or-more = Abiso sa pagkuha ng card, postcard (交付通知書), at ID ng may-ari (1 mula sa listahan A, o 2 mula sa listahan B). Kung walang postcard: 2 mula sa listahan A, o 1 mula sa A at 1 mula sa B, o ang notification card (通知カード) at 2 mula sa listahan B
need-pins-or-identity = Mga PIN (4 na numero, at 6–16 na letra at numero). Kung hindi alam: 1 ID ng may-ari mula sa listahan A o B
need-holder-or-photo-certificate = ID ng may-ari: 2 (2 mula sa listahan A, o 1 mula sa A at 1 mula sa B). Kung walang mula sa A: 2 mula sa listahan B at ang photo certificate (個人番号カード顔写真証明書)
