# A person: what the citizen reads. What the staff read is always Japanese.

case-opened = Ipinapasa namin kayo sa staff (kaso { $case }). Darating dito ang sagot { $promise }. Kung apurado, tumawag sa { $phone } (wikang Hapon).
case-opened-closed = Ipinapasa namin kayo sa staff (kaso { $case }). Sarado ang counter ngayon. Darating dito ang sagot { $promise }.
case-opened-after-misses = Paumanhin at hindi namin kayo natulungan. Ipinapasa namin kayo sa staff (kaso { $case }). Darating dito ang sagot { $promise }. Kung apurado, tumawag sa { $phone } (wikang Hapon).
case-opened-after-misses-closed = Paumanhin at hindi namin kayo natulungan. Ipinapasa namin kayo sa staff (kaso { $case }). Sarado ang counter ngayon. Darating dito ang sagot { $promise }.
case-opened-for-risk = Dahil mahalaga ito, sinabihan din namin ang staff (kaso { $case }). Darating dito ang sagot nila { $promise }.
case-opened-for-risk-closed = Dahil mahalaga ito, sinabihan din namin ang staff (kaso { $case }). Sarado ang counter ngayon. Darating dito ang sagot nila { $promise }.
case-waits = Nasa staff na po ang kaso ninyo ({ $case }). Darating ang sagot { $promise }. Kung apurado, tumawag sa { $phone } (wikang Hapon).
case-waits-closed = Nasa staff na po ang kaso ninyo ({ $case }). Sarado ang counter ngayon. Darating ang sagot { $promise }.
case-accepted = Kausap na po ninyo ngayon ang staff (kaso { $case }). Magsulat lang kayo.
case-relayed = Naipasa na namin (kaso { $case }). Pakihintay ang sagot.
case-noted = Idinagdag namin ito sa kaso ninyo ({ $case }). Puwede pa ring magtanong o magpareserba rito.
staff-says =
    Mula sa staff (kaso { $case }):
    { $text }
staff-says-translated =
    Mula sa staff (kaso { $case }). Salin ito ng makina at maaaring may mali:
    { $translated }

    Ang orihinal:
    { $text }
staff-says-untranslated =
    Mula sa staff (kaso { $case }). Sariling salita nila, hindi isinalin:
    { $text }
case-closed = Isinara na ng staff ang kaso ninyo ({ $case }). Kami na po ulit ang sasagot dito.
case-idle = Isinara ang kaso { $case } dahil matagal nang walang mensahe. Kung naghihintay pa kayo ng sagot, paumanhin po: piliin ulit ang “Magtanong sa staff” o tumawag sa { $phone } (wikang Hapon).
case-withdrawn = Sinabi na namin sa staff na hindi na ninyo kailangan ng sagot (kaso { $case }).
