# What is said to those who are limited or blocked. The first line stands below every refusal.

emergency-line = Kung nawala, nanakaw o nagamit ng iba ang card: tumawag sa { $hotline } anumang oras, 24 oras (ibang wika { $foreign }). Sunog o ambulansya: 119. Krimen o aksidente: 110.
too-many = Marami pong gumagamit ngayon mula sa iisang koneksyon. Subukan po ulit mamaya. Kung apurahan, tumawag sa { $phone } (Japanese).
blocked =
    Hindi ninyo magagamit ang desk na ito hanggang { $until }.
    { $reason ->
         [flood] Dahilan: napakaraming mensahe sa maikling oras.
         [insults] Dahilan: mga salitang nakakainsulto.
         [threats] Dahilan: mga pagbabanta.
         [false-reservations] Dahilan: paulit-ulit na pag-reserba nang hindi dumarating.
        *[other] Dahilan: nakaabala ito sa trabaho ng counter.
    }
    May bisa pa rin ang mga reserbasyon ninyo. Puwede pa rin ninyong kanselahin ang mga ito at gamitin ang inyong numero sa pila. Para sa iba pa, tumawag sa { $phone } (Japanese).
    { $appeal ->
         [made] Natanggap namin ang pagtutol ninyo (case { $case }). Titingnan ito ng staff.
        *[open] Kung sa tingin ninyo ay mali ito, pindutin ang “Tumutol”. Titingnan ito ng staff.
    }
block-lifted = Magagamit na ninyo ulit ang desk na ito.
choice-appeal = Tumutol
