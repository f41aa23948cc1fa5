# What is said to those who are limited or blocked. The first line stands below every refusal.

emergency-line = Kartu hilang, dicuri, atau disalahgunakan: telepon { $hotline } kapan saja, 24 jam (bahasa asing { $foreign }). Kebakaran atau ambulans: 119. Kejahatan atau kecelakaan: 110.
too-many = Saat ini koneksi yang sama sedang banyak dipakai. Silakan coba lagi nanti. Jika mendesak, telepon { $phone } (bahasa Jepang).
blocked =
    Anda tidak bisa memakai layanan ini sampai { $until }.
    { $reason ->
         [flood] Alasan: terlalu banyak pesan dalam waktu singkat.
         [insults] Alasan: kata-kata yang menghina.
         [threats] Alasan: ancaman.
         [false-reservations] Alasan: berulang kali membuat reservasi tanpa datang.
        *[other] Alasan: mengganggu pekerjaan loket.
    }
    Reservasi Anda tetap berlaku. Anda tetap bisa membatalkannya dan memakai nomor antrean (番号札). Untuk keperluan lain, telepon { $phone } (bahasa Jepang).
    { $appeal ->
         [made] Keberatan Anda sudah kami terima (kasus { $case }). Petugas akan memeriksanya.
        *[open] Jika menurut Anda ini keliru, tekan “Ajukan keberatan”. Petugas akan memeriksanya.
    }
block-lifted = Anda bisa memakai layanan ini lagi.
choice-appeal = Ajukan keberatan
