# The pages of the hall: the display, the touch panel, and the ticket on the phone.

# What they share.
hall-device-title = Hindi pa nakarehistro ang screen na ito
hall-device-text = Buksan po sa screen na ito ang link ng pagrerehistro na ibibigay ng namumuno sa counter. Kung kailangan ng tulong, tumawag sa { $phone } (wikang Hapon).
hall-try-again = Buksan ulit
hall-lost = Naputol ang koneksyon. Huling balita: { $time }. Kusa itong kumokonekta ulit.
hall-number = Numero
hall-due = Oras ng reserbasyon
hall-wait = Hihintayin
hall-late = Lampas na sa oras ng reserbasyon ninyo, kaya tatawagin kayo pagkatapos ng mga naghihintay ngayon.
hall-unforeseen = Hindi pa po masasabi ngayon kung gaano katagal ang hihintayin. Tatawagin ang numero ninyo ayon sa pila.

# The display. It is shown in Japanese and English.
board-title = Mga tinatawag na numero
board-now = Tinatawag ngayon
board-nobody = Maghintay po hanggang tawagin ang numero ninyo
board-counter = Counter { $counter }
board-recent = Mga natawag na
board-none-yet = Wala pa
board-waiting = Naghihintay
board-booked = May reserbasyon
board-walk-in = Walang reserbasyon
board-people = { $people } tao
board-order = Tumatawag kami ayon sa oras ng reserbasyon, kaya maaaring hindi sunod-sunod ang mga numero.
board-reservation-only = Ang counter na ito ay para lang po sa may reserbasyon.
board-closed = Sarado po ang mga counter ngayon.
board-sound = Buksan ang tunog

# The ticket on the phone.
follow-title = Ang puwesto ninyo sa pila
follow-ahead = { $ahead ->
    [0] Kayo na po ang susunod. Maghintay sa harap ng counter.
   *[other] { $ahead } tao pa bago kayo.
}
follow-later = Hindi po kayo tatawagin bago ang { $time }.
follow-serving = Inaasikaso na po kayo sa counter { $counter }.
follow-where = Saan
follow-late = Mahuhuli ako: { $minutes } minuto
follow-save-needs = Sabihin sa staff
follow-papers = Reserbasyon at mga dadalhin
follow-chat = Magtanong o magpareserba
follow-keep-open = Huwag po munang isara ang pahinang ito. Kapag tinawag kayo, magbabago ang pahina, tutunog at magva-vibrate ang cellphone.
follow-refused = Hindi po ito magagawa ngayon. Tingnan sa itaas ang lagay ng numero ninyo.
follow-gone-title = Hindi nakita ang numero sa pila
follow-gone-text = Sa araw lang po ng pagkuha magagamit ang numero sa pila (番号札). Kung hindi pa tapos ang gagawin ninyo, pumunta sa makina ng numero sa counter o magsabi sa staff.

# The touch panel.
kiosk-start = Bumalik sa simula
kiosk-language-title = Piliin ang wika
kiosk-menu-title = Ano po ang kailangan ninyo?
kiosk-booked = May reserbasyon ako
kiosk-booked-hint = Mag-check in gamit ang numero ng reserbasyon o QR code
kiosk-ticket = Wala akong reserbasyon
kiosk-ticket-hint = Tingnan muna ang hihintayin, saka kumuha ng numero sa pila (番号札)
kiosk-question = May tanong ako
kiosk-question-hint = Tungkol sa gagawin at mga dadalhin
kiosk-staff = Kung kailangan ng tulong, magsabi po sa staff.
kiosk-code-title = Mag-check in para sa reserbasyon
kiosk-code-label = Numero ng reserbasyon (8 letra o numero)
kiosk-code-hint = I-type ang numero ng reserbasyon, o itapat ang QR code sa reader.
kiosk-check-in = Mag-check in
kiosk-erase = Burahin ang isa
kiosk-camera = I-scan ang QR code sa camera
kiosk-camera-stop = Isara ang camera
kiosk-camera-failed = Hindi magamit ang camera. I-type po ang numero ng reserbasyon.
kiosk-code-unknown = Hindi namin makita ang numero ng reserbasyong ito. Paki-check at i-type ulit.
kiosk-code-too-often = Ilang beses nang mali ang numero, kaya hindi na makakapag-check in sa makinang ito. Magsabi po sa staff.
kiosk-not-now-title = Hindi kami nakapagbigay ng numero sa pila
kiosk-already-here = Naka-check in na po ang reserbasyong ito. Kung nawala ang numero ninyo sa pila, magsabi sa staff.
kiosk-cancelled = Kinansela na po ang reserbasyong ito. Kung may gagawin kayo ngayong araw, kumuha ng numero sa pila.
kiosk-procedure-title = Alin po ang gagawin ninyo?
kiosk-reservation-only = Ang counter na ito ay para lang po sa may reserbasyon. Piliin ang gagawin para makita ang mga bakanteng oras.
kiosk-people-title = Ilan po kayong may gagawin?
kiosk-people-hint = Bilangin din ang bawat batang may gagawin.
kiosk-wait-title = Hihintayin ngayon
kiosk-not-now = Huwag kumuha ng numero
kiosk-refused-title = Hindi kami makapagbigay ng numero sa pila ngayon
kiosk-free-title = Pinakamalapit na bakanteng oras
kiosk-book-phone = I-scan ito sa cellphone para magpareserba, o magsabi po sa staff.
kiosk-ticket-title = Kunin po ang numero ninyo sa pila
kiosk-follow = I-scan ito para makita sa cellphone ang pila ninyo
kiosk-called-how = Tatawagin po ang numero ninyo sa screen at sa boses.
kiosk-print = I-print
kiosk-done = Tapos na
kiosk-link = I-scan ito para buksan ang pahina sa cellphone
kiosk-forgets = Pagkalipas ng { $seconds } segundo, babalik ito sa simula at mabubura ang mga inilagay ninyo.
kiosk-go-on = Ituloy
