# What is said to those who are limited or blocked. The first line stands below every refusal.

emergency-line = Kung nawala, ninakaw o ginamit ng iba ang card: tumawag sa { $hotline } anumang oras, 24 oras (ibang wika { $foreign }). Sunog o ambulansya: 119. Krimen o aksidente: 110.
too-many = Marami pong gumagamit ngayon mula sa iisang koneksyon. Subukan po ulit mamaya. Kung apurado, tumawag sa { $phone } (wikang Hapon).
blocked =
    Hindi po ninyo magagamit ang chat na ito hanggang { $until }.
    { $reason ->
         [flood] Dahilan: napakaraming mensahe sa maikling oras.
         [insults] Dahilan: mga salitang nakakainsulto.
         [threats] Dahilan: mga salitang nagbabanta.
         [false-reservations] Dahilan: paulit-ulit na pagpapareserba nang hindi pumupunta.
        *[other] Dahilan: nakaabala ito sa trabaho ng counter.
    }
    May bisa pa rin ang mga reserbasyon ninyo. Puwede pa rin ninyong kanselahin ang mga ito at gumamit ng numero sa pila (番号札). Para sa iba pa, tumawag sa { $phone } (wikang Hapon).
    { $appeal ->
         [made] Natanggap na namin ang pagtutol ninyo (kaso { $case }). Titingnan ito ng staff.
        *[open] Kung sa tingin ninyo ay mali ito, pindutin ang “Tumutol”. Titingnan ito ng staff.
    }
block-lifted = Magagamit na po ninyo ulit ang chat na ito.
choice-appeal = Tumutol
