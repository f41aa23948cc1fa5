# What is said around an incident. The line with the hotlines stands below the first phrase.

desk-paused =
    Layanan ini kami hentikan sementara untuk pemeriksaan. Jika mendesak, telepon { $phone } (bahasa Jepang).
    Reservasi Anda tetap berlaku. Silakan kirim pesan Anda lagi nanti.
