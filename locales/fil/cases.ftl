# A person takes over: what the citizen reads beside the phrases in staff.ftl.

promise-by = nang hindi lalampas sa { $date }, { $time }
case-opened-for-anger = Paumanhin po sa abala. Staff na po mismo ang tutulong sa inyo (kaso { $case }). Inaasahang darating dito ang sagot { $promise }. Puwede rin kayong tumawag sa { $phone } (wikang Hapon).
case-opened-for-anger-closed = Paumanhin po sa abala. Staff na po mismo ang tutulong sa inyo (kaso { $case }). Sarado ang counter ngayon. Darating dito ang sagot { $promise }.
case-entry =
    Mula sa staff (kaso { $case }): pakitingnan po ang impormasyong ito.

    { $question }

    { $answer }

    (Na-check noong { $reviewed })
case-relayed-closed = Naipasa na namin (kaso { $case }). Sarado ang counter ngayon. Darating dito ang sagot { $promise }.
case-handed-on = Ibang staff na po ang tumutulong sa inyo ngayon (kaso { $case }). Naipasa na sa kanya ang buong usapan ninyo.
case-late = Paumanhin po, hindi kami nakasagot sa oras na ipinangako namin (kaso { $case }). Tinitingnan na ito ng staff. Inaasahang darating ang sagot { $promise }. Kung apurado, tumawag sa { $phone } (wikang Hapon).
choice-call-back = Pakitawagan ako
choice-call-at = { $date }, { $from }–{ $until }
call-ask-time = Tatawagan po kayo ng staff (kaso { $case }). Pumili ng oras na puwede kayo.
call-no-time = Paumanhin po, puno na sa ngayon ang lahat ng oras para sa pagtawag. Tumawag sa { $phone } (wikang Hapon), o hintayin dito ang sagot (kaso { $case }).
call-ask-number = Tatawagan po namin kayo sa { $date }, { $from }–{ $until } (kaso { $case }). Isulat ang numero ng telepono ninyo. Staff lang ang makakakita nito, at buburahin namin ito kapag tapos na ang kaso.
call-number-unclear = Hindi po namin nabasa ang numero ng telepono. Isulat ang numerong nagsisimula sa 0 (o sa + kung numero sa ibang bansa).
call-noted = Salamat po. Tatawagan kayo ng staff sa { $date }, { $from }–{ $until } (kaso { $case }). Para palitan ito, piliin ulit ang “Pakitawagan ako”.
case-sent-on = Ang { $place } na po ang magpapatuloy nito. Pakisabi po roon ang numerong ito: { $code }. Naipaabot na namin sa kanila ang mga sinabi ninyo.
case-counter = counter { $counter } (窓口), { $office }
