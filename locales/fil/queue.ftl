# The queue of the day at the counters: tickets, calls, waiting times.

# "5–15 minutes"
wait-range = { $same ->
    [yes] mga { $high } minuto
    [within] hanggang { $high } minuto
   *[no] { $low }–{ $high } minuto
}

ticket-issued = { $kind ->
    [booked] Naka-check in na po kayo para sa reserbasyon ninyo: { $due }.
    [late] Naka-check in na po kayo. { $ahead ->
        [0] Lampas na sa oras ng reserbasyon ninyo ({ $due }), kaya puwedeng maunang tawagin ang mga may reserbasyon na oras na nila.
       *[other] Lampas na sa oras ng reserbasyon ninyo ({ $due }), kaya tatawagin kayo pagkatapos ng mga naghihintay ngayon.
    }
   *[walk-in] Ito po ang numero ninyo sa pila (番号札).
    }

    Numero: { $number }
    Saan: { $office }
    { $has-wait ->
        [yes] Hihintayin: { $wait } ({ $ahead } tao ang nauuna)
       *[no] Nauuna sa inyo: { $ahead } tao
    }

    { $near ->
        [yes] Maghintay po sa harap ng counter. Malapit na namin kayong tawagin.
       *[no] Sasabihan namin kayo kapag malapit na. Hindi pa kailangang maghintay sa harap ng counter.
    }
ticket-waiting = Numero: { $number } ({ $office })
    { $has-wait ->
        [yes] Hihintayin: { $wait } ({ $ahead } tao ang nauuna)
       *[no] Nauuna sa inyo: { $ahead } tao
    }
ticket-called = Salamat po sa paghihintay. Numero { $number }, pumunta po sa counter { $counter } (窓口).
    Saan: { $office }
ticket-recalled = Tinatawag po namin kayo ulit. Numero { $number }, pumunta po sa counter { $counter } (窓口).
    Saan: { $office }
ticket-near = { $ahead } tao pa bago ang numero { $number }. Maghintay po malapit sa counter. { $has-wait ->
        [yes] Hihintayin: { $wait }.
       *[no] {""}
    }
ticket-next = Susunod na po ang numero { $number }. Maghintay sa harap ng counter ({ $office }).
ticket-slower = Paumanhin po, mas matagal ito kaysa sa sinabi namin.
    Hihintayin ng numero { $number }: { $wait }
ticket-undone = Paumanhin po, mali ang pagtawag namin sa numero { $number }. Hindi nagbago ang puwesto ninyo sa pila. Maghintay pa po nang kaunti.
ticket-missed = Tinawag po namin ang numero { $number } pero hindi kayo dumating.
    Kapag makakapunta na kayo sa counter, pindutin ang “Nasa counter na ako”. Tatawagin kayo pagkatapos ng mga naghihintay sa oras na iyon.
ticket-parked = Naka-hold muna ang numero { $number }. Kakausapin kayo ulit ng staff, kaya maghintay po sa malapit.
ticket-returned = Ibinalik na sa pila ang numero { $number }. Tatawagin kayo pagkatapos ng mga naghihintay ngayon.
ticket-transferred = Sa ibang counter na po ang susunod para sa numero { $number }. Pareho pa rin ang numero ninyo.
    { $has-counter ->
        [yes] Tatawagin kayo ng counter { $counter } ({ $office }).
       *[no] Maghintay po sa { $office }.
    }
ticket-done = Tapos na po ang numero { $number }. Salamat sa pagpunta.
ticket-left = Kinansela na ang numero { $number }. Bumalik po kayo kung kailangan.
ticket-ask-leave = Kakanselahin na po ba ang numero { $number }? Hindi na maibabalik ang puwesto ninyo sa pila.
ticket-delayed = Sige po. Tatawagin ang numero { $number } pagkalipas ng { $minutes } minuto, sa dati nitong puwesto sa pila.
ticket-delayed-enough = Hindi na po namin mahihintay pa ang numero { $number }. Kung hindi makakapunta, kanselahin ito. Kung wala kayo sa pagtawag, puwede pa rin kayong bumalik sa pila.
ticket-ready = Sige po, puwede na ulit tawagin ang numero { $number }.
    { $has-wait ->
        [yes] Hihintayin: { $wait } ({ $ahead } tao ang nauuna)
       *[no] Nauuna sa inyo: { $ahead } tao
    }
ticket-where = { $has-counter ->
    [yes] Numero { $number }: pumunta po sa counter { $counter } ({ $office }).
   *[no] Maghintay po sa { $office }. Pagtawag sa numero { $number }, sasabihin namin kung saang counter.
}
ticket-needs-noted = Sasabihin namin sa staff: { $needs }
ticket-ask-needs = Piliin po kung anong tulong ang kailangan ninyo. Malalaman ito ng staff.
ticket-meanwhile = Habang naghihintay, i-check po ang dadalhin at ang gagawin ngayong araw ({ $procedures }). Kung may form na susulatan, ibibigay ito sa counter.
ticket-none = Wala pa po kayong numero sa pila (番号札) ngayong araw. Pagdating ninyo, sabihan kami rito. Kung walang reserbasyon, kumuha ng numero sa pila.
ticket-over = Tapos na po ang numero { $number }.
ticket-ask-procedure = Ano po ang gagawin ninyo? ({ $office })
ticket-ask = { $office }, { $procedure } ({ $people } tao)
    { $waiting } tao ang naghihintay ngayon. Hihintayin: { $wait }.
    Kukuha po ba kayo ng numero sa pila (番号札)?
ticket-refused = { $reason ->
    [reservation-only] Magpareserba po ng bakanteng oras: para lang sa may reserbasyon ang { $office }.
    [office-cannot] { $office }: hindi po ito ginagawa roon.
    [closed] Magpareserba po ng ibang araw: sarado ang counter ngayong araw.
    [not-yet] Puwede pong kumuha ng numero sa pila mula { $time }.
    [over] Magpareserba po ng ibang araw: sarado na ang counter ngayong araw.
    [no-counter] Walang bukas na counter para rito ngayon. Kung apurado, tumawag po sa { $phone } (wikang Hapon).
    [booked-delayed] Magpareserba po ng bakanteng oras. Puno ngayon ng mga may reserbasyon, kaya hindi makapagbigay ng numero sa walang reserbasyon.
    [phone-full] Kumuha po ng numero sa makina o sa reception sa counter, o magpareserba ng bakanteng oras. Hindi na makakakuha ng numero gamit ang cellphone sa ngayon.
   *[day-ends] Magpareserba po ng ibang araw. Hindi na ito matatapos bago magsara ngayong araw, kaya hindi kami makapagbigay ng numero.
}
ticket-free = Mga bakanteng oras: { $times }
check-in-early = Ang reserbasyon po ninyo ay sa { $date }, { $time }. Puwedeng mag-check in mula { $from }.
    Kung may mas maagang bakante, puwedeng baguhin ang reserbasyon.
check-in-other-day = { $past ->
    [yes] Ang reserbasyong ito ay noong { $date }. Magpareserba po ulit.
   *[no] Hindi po ngayon ang reserbasyon ninyo kundi sa { $date }, { $time }. Puwede rin itong baguhin.
}
check-in-other-office = Ang reserbasyon po ninyo ay sa { $office }. Pumunta roon sa { $date }, { $time }. Puwede ring palitan ang lugar.
check-in-closed = Sarado na po ang counter ngayong araw. Magpareserba ng ibang araw kapalit ng { $date }, { $time }. Kung may tanong, tumawag sa { $phone } (wikang Hapon).
check-in-none = Wala kaming makitang reserbasyon ninyo ngayong araw. Kung alam ninyo ang numero ng reserbasyon, ipadala po ito. Kung walang reserbasyon, puwedeng tingnan kung makakakuha ng numero sa pila.
check-in-which = Higit sa isa po ang reserbasyon ninyo ngayong araw. Para sa alin kayo nandito?
waiting-now = Ito po ang pila ngayon:
    { $lines }
waiting-now-line = { $office }: { $waiting } tao ang naghihintay. { $state ->
        [admitted] Kung walang reserbasyon, hihintayin: { $wait }.
        [reservation-only] Para lang sa may reserbasyon.
        [closed] Sarado ngayong araw.
        [not-yet] May numero sa pila mula { $time }.
        [over] Sarado na ngayong araw.
        [no-counter] Walang bukas na counter ngayon.
       *[other] Hindi muna tumatanggap ng walang reserbasyon.
    }

# A line below a message or a printed ticket
ticket-page = Tingnan ang pila: { $link }

# Display and loudspeaker
call-text = Numero { $number }, pumunta po sa counter { $counter }.

need-chair = upuan o lugar para sa wheelchair
need-hearing = mahina ang pandinig (pagsulat, senyas)
need-interpreter = interpreter
needs-none = walang espesyal na kailangan

choice-ticket-here = Nandito na ako
choice-ticket-here-at = Mag-check in para sa { $time }
choice-ticket-take = Kumuha ng numero sa pila
choice-ticket-people = { $people } tao
choice-ticket-show = Tingnan ang puwesto ko
choice-ticket-late = 10 minuto pa po
choice-ticket-leave = Kailangan ko nang umalis
choice-ticket-leave-yes = Kanselahin ang numero ko
choice-ticket-stay = Maghihintay pa ako
choice-ticket-where = Saan ako pupunta?
choice-ticket-meanwhile = Habang naghihintay
choice-ticket-needs = Kailangan ko ng tulong
choice-ticket-back = Nasa counter na ako
choice-need = { $on ->
    [yes] ☑ { $need }
   *[no] ☐ { $need }
}
