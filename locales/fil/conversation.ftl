# The conversation itself.

welcome =
    Ito ang { $counter } ng { $city }. I-type lang po ang tanong ninyo o kung kailan ninyo gustong pumunta.
    Halimbawa: “Ano ang dadalhin sa pag-renew ng electronic certificate?” o “15/12 10:30”.
help =
    I-type ang tanong ninyo, o pumili sa ibaba.
    Puwede anumang oras ang “itigil”, “bumalik”, “ulitin”, “palitan ang wika” at “magtanong sa staff”.
thanks = Walang anuman po. Sumulat lang kayo anumang oras.
secret-masked = Hindi namin ini-save ang My Number, PIN o iba pang lihim na numero sa mensahe ninyo. Hindi kailangang ipadala ang mga ito rito.
unintelligible = Teksto lang po ang nababasa namin. Paki-type ang tanong ninyo.
first-text-stands = Ang unang ipinadala po ninyo ang sinusunod namin. Kung may babaguhin, ipadala po ulit bilang bagong mensahe.
stopped = Itinigil na. Walang nagbago sa mga reserbasyon ninyo.
nothing-to-stop = Walang ititigil. Ano po ang maitutulong namin?
started-over = Magsimula po tayo ulit.
nothing-before = Wala nang babalikan. Ano po ang maitutulong namin?
stale-button = Sa naunang hakbang pa ang button na iyon. Nandito na po tayo ngayon.
language-ask = 言語 / Language: Aling wika po ang gusto ninyo?
language-changed = Magpapatuloy kami sa Filipino.
language-offer = Puwede kaming sumagot sa Filipino.
server-trouble = Paumanhin, nagkaproblema po ang system namin. Subukan ulit mamaya, o tumawag sa { $phone } (wikang Hapon).
too-fast = Sunod-sunod ang mga mensahe ninyo. Maghintay po sandali bago magpadala ulit.
form-resume = Ituloy na po natin ang reserbasyon.
unclear = Paumanhin, hindi po namin naintindihan. Sabihin sa ibang paraan o pumili sa ibaba.

# Formats. `weekday` counts from 1 for Monday.
date = { $weekday ->
    [1] Lun
    [2] Mar
    [3] Miy
    [4] Huw
    [5] Biy
    [6] Sab
   *[7] Lin
}, { $month ->
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
} { $day }
time = { $hour }:{ $minute2 }
list-separator = {", "}
promise-within = sa loob ng { $minutes } minuto
promise-after = mula { $date }, { $time }

# Buttons.
choice-yes = Oo
choice-none-of-these = Wala sa mga ito
choice-unhelpful = 👎 Hindi nakatulong
choice-add-procedure = Magdagdag ng ibang gagawin
choice-days-from = Mga araw mula { $date }
choice-times-from = Mula { $time }
choice-confirm-booking = Ireserba ito
choice-confirm-cancel = Kanselahin ang reserbasyon
choice-confirm = Oo
choice-back = Bumalik
choice-start-over = Ulitin mula sa simula
choice-stop = Itigil
choice-resume = Ituloy ang reserbasyon
choice-show = Tingnan ang reserbasyon
choice-change = Palitan ang araw o oras
choice-cancel = Kanselahin ang reserbasyon
choice-change-one = Palitan: { $date } { $time }
choice-cancel-one = I-cancel: { $date } { $time }
choice-coming = Pupunta ako
choice-documents = Ano ang dadalhin
choice-withdraw-case = Hindi na kailangan ng staff
choice-accept-case = Hawakan ang kaso
choice-close-case = Isara ang kaso
action-book = Magpareserba
action-change = Baguhin ang reserbasyon
action-cancel = Kanselahin ang reserbasyon
action-my-reservation = Tingnan ang reserbasyon ko
action-staff = Magtanong sa staff
action-ticket = Kumuha ng numero sa pila
action-check-in = Nandito na ako
action-documents = Ano ang dadalhin
action-language = Wika / 言語 / Language
action-wait-time = Gaano katagal ang pila ngayon
choice-keep = Hayaan ang reserbasyon
choice-documents-of = Dadalhin: { $procedure }
date-year = { $month ->
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
} { $day }, { $year }
