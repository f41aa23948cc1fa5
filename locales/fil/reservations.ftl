# Several people, the waiting list, kept times, closed days, missed visits, and one's own data.

procedures-people = { $procedures } ({ $people } tao)
choice-count-people = Higit sa isang tao
choice-people = { $people } tao
ask-people =
    Ilan po kayong may gagawin (hanggang { $most } tao)?

    Bilangin din ang bawat batang may gagawin. Ang mga wala pang 15 taong gulang ay dapat may kasamang magulang o guardian.
people-too-many = Hanggang { $most } tao lang ang puwede sa isang reserbasyon. Kung mas marami, tutulungan kayo ng staff: { $phone } (wikang Hapon).
people-limit = Hanggang { $most } tao lang ang kabuuang puwedeng may reserbasyon nang sabay. Para sa iba pa, tutulungan kayo ng staff: { $phone } (wikang Hapon).
day-limit = { $date }: may { $most } reserbasyon na kayo sa araw na ito. Pumili ng ibang araw.
time-double = May reserbasyon na kayo sa { $date }, { $time }. Pumili po ng ibang oras.
day-too-soon = { $date }: tapos na ang pagpapareserba para sa araw na ito. Pumili ng araw mula { $first }.
change-too-late = Puwedeng baguhin o kanselahin hanggang { $minutes } minuto bago ang reserbasyon. Tumawag po sa { $phone } (wikang Hapon).
choice-time-quiet = { $time } (karaniwang kaunti ang tao)

# The waiting list. A wish is for one day or for several, for any time or for a part of the day.
choice-wait-day = Magpalista sa waiting list: { $date }
choice-wait-any = Magpalista sa waiting list
choice-wait-leave = Magpaalis sa waiting list
wait-joined =
    Nasa waiting list (キャンセル待ち) na po kayo. Sasabihan namin kayo kapag may nabakante.

    Gustong araw: { $one-day ->
        [yes] { $first }
       *[no] { $first } – { $last }
    }{ $part ->
        [yes] , { $from } – { $to }
       *[no] { "" }
    }
    Saan: { $office }
    Gagawin: { $procedures }

    Hahawakan namin ang oras para sa inyo nang { $minutes } minuto mula sa abiso. { $replaces ->
        [yes] Inalis na ang dati ninyong hiling sa waiting list.
       *[no] { "" }
    }
wait-listed =
    Nasa waiting list (キャンセル待ち) po kayo. Sasabihan namin kayo kapag may nabakante.

    Gustong araw: { $one-day ->
        [yes] { $first }
       *[no] { $first } – { $last }
    }{ $part ->
        [yes] , { $from } – { $to }
       *[no] { "" }
    }
    Saan: { $office }
    Gagawin: { $procedures }
wait-none = Wala kayo sa waiting list. Kapag nagpareserba kayo at puno na ang araw na isinulat ninyo, puwede kayong sumali.
wait-left = Inalis na kayo sa waiting list.
wait-over = Lumipas na ang mga araw ninyo sa waiting list ({ $first } – { $last }). Paumanhin po at walang nabakante. Pumili ng ibang araw.
wait-offer =
    May nabakante na po. Hawak namin ito para sa inyo hanggang { $until }.

    Kailan: { $date }, { $time }
    Saan: { $place }
    Gagawin: { $procedures }

    Paglampas ng { $until }, iaalok na ito sa susunod na naghihintay.
choice-take-offer = Ireserba ang oras na ito
choice-decline-offer = Palampasin ito
offer-gone = Hindi na makukuha ang oras na ito.
offer-declined = { $stays ->
    [yes] Sige po. Nasa waiting list pa rin kayo, sa dulo na ng pila.
   *[no] Sige po. Wala na kayo sa waiting list.
}
offer-lapsed = { $stays ->
    [yes] Natapos na ang oras ng paghawak namin, kaya inialok na ito sa susunod. Nasa waiting list pa rin kayo, sa dulo na ng pila.
   *[no] Natapos na ang oras ng paghawak namin, kaya inialok na ito sa susunod. Wala na kayo sa waiting list.
}

# A closed day. The kept times are on the buttons below.
closing-news =
    { $reason ->
        [outage] Dahil hindi gumagana ang sistema ng gobyerno ng Japan,
        [weather] Dahil sa masamang panahon,
       *[other] Dahil sa hindi maiiwasang dahilan,
    } hindi mabubuksan ang counter sa oras ng reserbasyon ninyo: { $date }, { $time }. Paumanhin po sa abala.

    Numero ng reserbasyon: { $code }
    Gagawin: { $procedures }

    { $times ->
        [0] Pumili ng ibang araw sa “Palitan ang araw o oras”.
       *[other] May hawak kaming ibang oras para sa inyo hanggang { $until }. Pumili ng isa.
    }
closing-offer =
    Hindi mabubuksan ang counter sa oras ng reserbasyon ninyo: { $date }, { $time } ({ $code }).

    { $times ->
        [0] Pumili ng ibang araw sa “Palitan ang araw o oras”.
       *[other] May hawak kaming ibang oras para sa inyo hanggang { $until }. Pumili ng isa.
    }
closing-lifted = Magbubukas na rin po ang counter: may bisa pa ang reserbasyon ninyo sa { $date }, { $time } ({ $code }).
closing-lapsed = Hindi na hawak ang mga kapalit na oras para sa reserbasyon ninyo: { $date }, { $time } ({ $code }). Pumili sa “Palitan ang araw o oras”, o tumawag sa { $phone } (wikang Hapon).

# A missed visit.
no-show =
    Hindi po namin kayo nakita sa oras ng reserbasyon ninyo: { $date }, { $time }.

    Puwede ulit magpareserba sa araw na maginhawa sa inyo. Kung nakapunta kayo, sabihin lang sa staff.
no-show-limit = Dahil ilang beses nang hindi napuntahan ang reserbasyon, hanggang { $days } araw mula ngayon lang muna kayo puwedeng magpareserba.

# A reservation made from another telephone.
code-ask-day = Anong araw po ang reserbasyon? I-type ang petsa para ma-check namin (halimbawa: Disyembre 5).
code-refused = Hindi namin makumpirma ang numero ng reserbasyon at ang petsa. Paki-check ulit, o tumawag sa { $phone } (wikang Hapon).
code-locked = Lampas na sa bilang ng puwedeng subok. Subukan ulit bukas, o tumawag sa { $phone } (wikang Hapon).
code-shared = Nakumpirma na. Puwede na rin itong baguhin o kanselahin dito.

# What is kept about the resident.
choice-my-data = Ang data ko
choice-messages-on = Tumanggap ng abiso
choice-messages-off = Itigil ang abiso
choice-erase-data = Burahin ang data ko
choice-confirm-erase = Burahin
choice-keep-data = Huwag burahin
messages-off = Itinigil na ang mga abiso, tulad ng paalala bago ang reserbasyon. Sasagutin pa rin namin ang mga tanong ninyo.
messages-on = Magpapadala na po kami ng mga abiso.
term-days = { $days } araw
my-data =
    Ito po ang naka-save na data ninyo.

    { $lines }
    Abiso: { $messages ->
        [yes] tinatanggap
       *[no] hindi tinatanggap
    }

    Hindi namin ini-save ang My Number at PIN.
my-data-line = { $what ->
    [nothing] Wala pang naka-save ngayon.
    [messages] Usapan: { $count } mensahe (mabubura ang bawat isa pagkalipas ng { $term })
    [upcoming] Paparating na reserbasyon: { $count }
    [past] Nakaraang reserbasyon: { $count } (hanggang { $term } pagkatapos ng pagpunta)
    [waits] Waiting list: { $count } (hanggang { $term } pagkatapos ng huling araw na hiniling)
    [renewals] Mga paalala sa renewal: { $count } (hanggang { $term } pagkatapos ng buwan ng paalala)
    [ticket] Numero sa pila ngayong araw: { $count }
    [tickets] Nakaraang numero sa pila: { $count } (hanggang { $term } pagkakuha)
    [cases] Tanong sa staff: { $count } (hanggang { $term } pagkatapos nito)
    [callback] Numero ng telepono para tawagan kayo: { $count } (hanggang { $term } pagkatapos ng usapan)
    [feedback] Rating: { $count } (pagkalipas ng { $term }, hindi na malalaman kung kanino)
   *[block] Hindi kayo makakasulat dito hanggang { $until } (itatago pa ang tala nang { $term })
}
# The button below it on the web, and the line in other places that leads there.
my-data-copy = I-download ang kopya ng data ko
my-data-web = Sa web chat, puwede ninyong i-download ang kopya ng data ng chat na iyon: { $link }
ask-erase =
    Mabubura ang usapan, ang mga tanong sa staff, ang mga nakaraang reserbasyon at numero sa pila, ang waiting list, ang hiling na paalala sa renewal, at ang ugnayan ninyo sa mga rating. Hindi na makikita rito ang mga reserbasyong hindi rito ginawa. Hindi na maibabalik ang mga nabura.

    { $stays }
erase-line = { $what ->
    [upcoming] Mananatili ang { $count } paparating na reserbasyon dahil hinihintay namin kayo.
    [ticket] Mananatili ang numero sa pila ngayong araw hanggang matawag kayo.
    [block] Mananatili ang hindi ninyo pagsulat dito hanggang { $until }.
    [case] Matatapos ang bukas na tanong sa staff ({ $case }).
   *[log] Itatago nang { $term } ang tala ng mga ginawa, nang wala ang mga sinulat ninyo.
}
erased =
    Nabura na.
    { $stays }

# Below a reservation: its page, with the calendar file and the code to show at the counter.
visit-page = Idagdag sa kalendaryo, QR code para sa counter: { $link }
visit-title = Ang inyong reserbasyon
visit-calendar = Idagdag sa kalendaryo
visit-qr = Ipakita po ito sa counter
visit-over = Kinansela na o tapos na ang reserbasyong ito.
visit-chat = Magpalit, magkansela o magtanong dito
