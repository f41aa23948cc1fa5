# Reservations.

ask-procedure = Magpareserba po tayo. Para sa alin?
ask-procedure-more = Ano pa ang gagawin ninyo bukod sa { $procedures }?
ask-office = { $procedures }. Saan po kayo pupunta?
ask-day = { $procedures }, { $office }, mga { $minutes } minuto. Anong araw ang gusto ninyo (hanggang { $last })? Puwede ring i-type ang “15/12 10:30”.
ask-day-again = Ito ang mga bakanteng araw (hanggang { $last }).
ask-time = Ito ang mga bakanteng oras: { $date }, { $office }. Puwede ring i-type ang “10:30”.
ask-time-again = Iba pang bakanteng oras: { $date }.
ask-confirm =
    Irereserba na po ba ito? Hawak namin ang oras na ito para sa inyo nang { $hold } minuto.

    Gagawin: { $procedures }
    Kailan: { $date }, { $time } (mga { $minutes } minuto)
    Saan: { $place }
ask-confirm-change =
    Ganito na po ba ang bago? Hawak namin ang bagong oras para sa inyo nang { $hold } minuto. Mananatili ang reserbasyon ninyo hanggang matapos ang pagbabago.

    Dati: { $old-date }, { $old-time } ({ $old-office })
    Bago: { $date }, { $time } ({ $office }, mga { $minutes } minuto)
    Gagawin: { $procedures }
day-closed = { $why ->
    [saturday] { $date }: sarado ang counter tuwing Sabado.
    [sunday] { $date }: sarado ang counter sa Linggong ito.
    [holiday] { $date }: sarado ang counter dahil holiday sa Japan ({ $holiday }).
    [year-end] { $date }: sarado ang counter sa Bagong Taon (Disyembre 29 – Enero 3).
   *[special] { $date }: sarado ang counter.
}
day-open = { $date }: bukas ang counter mula { $opens } hanggang { $closes }.
day-full = { $date }: puno na.
day-past = { $date }: lampas na ang araw na ito.
day-too-far = { $date }: hindi pa puwedeng magpareserba. Sa ngayon, hanggang { $last } lang.
day-impossible = Walang ganoong petsa.
time-impossible = Walang ganoong oras.
time-outside = Bukas ang counter mula { $opens } hanggang { $closes } sa araw na iyon. Pumili ng oras na aabot ang gagawin ninyo.
time-full = { $time }: may nakakuha na.
no-time-in-range = Walang bakante mula { $from } hanggang { $to }.
none-free = Puno na hanggang { $last }. Minsan may nagkakansela, kaya subukan ulit mamaya. Kung apurado, tumawag sa { $phone } (wikang Hapon).
slot-taken = Paumanhin, may nakakuha na ng oras na iyon ngayon lang.
hold-ended = Natapos na ang oras ng paghawak namin at may ibang nakakuha nito. Wala pa kayong reserbasyon.
limit-reached = Hanggang { $most } reserbasyon lang po. Baguhin o kanselahin muna ang isa.
procedures-too-many = Hanggang { $most } lang ang magagawa sa isang punta.
office-cannot = { $office }: hindi ginagawa roon ang { $procedures }.
booked =
    Nakareserba na po kayo.

    Numero ng reserbasyon: { $code }
    Gagawin: { $procedures }
    Kailan: { $date }, { $time } (mga { $minutes } minuto)
    Saan: { $place }

    { $reminders ->
        [both] Paaalalahanan namin kayo sa gabi bago ang araw at sa mismong araw. Kung hindi makakapunta, baguhin o kanselahin ito rito.
        [one] Paaalalahanan namin kayo bago ang oras. Kung hindi makakapunta, baguhin o kanselahin ito rito.
       *[none] Kung hindi makakapunta, baguhin o kanselahin ito rito.
    }
moved =
    Nabago na ang reserbasyon ninyo. Ibinalik na ang dating oras ninyo: { $old-date }, { $old-time }.

    Numero ng reserbasyon: { $code } (walang pagbabago)
    Gagawin: { $procedures }
    Kailan: { $date }, { $time } (mga { $minutes } minuto)
    Saan: { $place }
no-reservations = Walang reserbasyong ginawa mula rito. Kung sa telepono kayo nagpareserba, magtanong sa counter.
reservation =
    Numero ng reserbasyon: { $code }
    Gagawin: { $procedures }
    Kailan: { $date }, { $time } (mga { $minutes } minuto)
    Saan: { $place }{ $coming ->
        [yes] { "" }
            Sinabi ninyong pupunta kayo.
       *[no] { "" }
    }
ask-which-to-change = Aling reserbasyon ang gusto ninyong baguhin?
ask-which-to-cancel = Aling reserbasyon ang gusto ninyong kanselahin?
ask-cancel = Kakanselahin na po ba ang reserbasyong ito? { $date }, { $time }, { $procedures }, { $office } (numero { $code })
cancelled = Kinansela na ang reserbasyon ninyo: { $date }, { $time } ({ $code }).
cancel-kept = Tuloy ang reserbasyon ninyo. Hihintayin namin kayo: { $date }, { $time }.
reservation-over = Kinansela na ang reserbasyong iyon o hindi ito makita.
reservation-past = Nagsimula na o lampas na ang oras ng reserbasyong iyon. Tumawag sa { $phone } (wikang Hapon).
coming-noted = Salamat po. Hihintayin namin kayo: { $date }, { $time }.

# Reminders carry no name and no number but the reservation's.
reminder-evening =
    Paalala: may reserbasyon po kayo bukas.

    Kailan: { $date }, { $time }
    Saan: { $place }
    Gagawin: { $procedures }
    Numero ng reserbasyon: { $code }

    Dalhin po ang mga ito:
    { $documents }
reminder-soon =
    Paalala: may reserbasyon po kayo ngayong araw.

    Kailan: { $date }, { $time }
    Saan: { $place }
    Gagawin: { $procedures }
    Numero ng reserbasyon: { $code }

    Dalhin po ang mga ito:
    { $documents }
day-over = Wala nang oras na puwede ngayong araw, { $date }.
time-steps = Tuwing { $minutes } minuto ang simula ng mga reserbasyon. Pumili ng isa sa pinakamalapit na oras.
ask-day-change = Ang reserbasyon ninyo: { $date }, { $time }, { $office }. Anong araw ang ipapalit (hanggang { $last })? Mananatili ito hanggang maayos ang bago.
