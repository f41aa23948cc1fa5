# The queue of the day at the counters: tickets, calls, waiting times.

# "5–15 minutes"
wait-range = { $same ->
    [yes] sekitar { $high } menit
    [within] paling lama { $high } menit
   *[no] { $low }–{ $high } menit
}

ticket-issued = { $kind ->
    [booked] Kedatangan Anda untuk reservasi { $due } sudah dicatat.
    [late] Kedatangan Anda sudah dicatat. { $ahead ->
        [0] Karena jam reservasi Anda ({ $due }) sudah lewat, orang yang jam reservasinya sudah tiba mungkin dipanggil lebih dulu.
       *[other] Karena jam reservasi Anda ({ $due }) sudah lewat, Anda dipanggil setelah orang yang sekarang menunggu.
    }
   *[walk-in] Ini nomor antrean (番号札) Anda.
    }

    Nomor: { $number }
    Tempat: { $office }
    { $has-wait ->
        [yes] Dipanggil dalam { $wait } ({ $ahead } orang di depan Anda)
       *[no] Di depan Anda: { $ahead } orang
    }

    { $near ->
        [yes] Silakan menunggu di depan loket. Sebentar lagi Anda dipanggil.
       *[no] Kami akan memberi tahu saat giliran Anda sudah dekat. Sebelum itu, Anda tidak perlu menunggu di depan loket.
    }
ticket-waiting = Nomor: { $number } ({ $office })
    { $has-wait ->
        [yes] Dipanggil dalam { $wait } ({ $ahead } orang di depan Anda)
       *[no] Di depan Anda: { $ahead } orang
    }
ticket-called = Terima kasih sudah menunggu. Nomor { $number }, silakan ke loket { $counter } (窓口).
    Tempat: { $office }
ticket-recalled = Kami memanggil Anda lagi. Nomor { $number }, silakan ke loket { $counter } (窓口).
    Tempat: { $office }
ticket-near = { $ahead } orang lagi sebelum nomor { $number }. Silakan menunggu di dekat loket. { $has-wait ->
        [yes] Dipanggil dalam { $wait }.
       *[no] {""}
    }
ticket-next = Berikutnya nomor { $number }. Silakan menunggu di depan loket ({ $office }).
ticket-slower = Mohon maaf, waktunya lebih lama dari perkiraan.
    Nomor { $number } dipanggil dalam { $wait }.
ticket-undone = Mohon maaf, nomor { $number } tadi salah dipanggil. Urutan Anda tidak berubah. Silakan menunggu sebentar lagi.
ticket-missed = Nomor { $number } sudah dipanggil, tetapi Anda tidak datang.
    Jika sudah bisa ke loket, tekan “Saya sudah di loket”. Anda dipanggil setelah orang yang menunggu saat itu.
ticket-parked = Urusan nomor { $number } ditunda sebentar. Petugas akan memanggil Anda lagi, silakan menunggu di dekat sini.
ticket-returned = Nomor { $number } sudah masuk antrean lagi. Anda dipanggil setelah orang yang sekarang menunggu.
ticket-transferred = Nomor { $number } dilanjutkan di loket lain. Nomor Anda tetap sama.
    { $has-counter ->
        [yes] Anda akan dipanggil ke loket { $counter } ({ $office }).
       *[no] Silakan menunggu di { $office }.
    }
ticket-done = Urusan nomor { $number } sudah selesai. Terima kasih atas kedatangan Anda.
ticket-left = Nomor { $number } sudah dibatalkan. Silakan datang lagi lain waktu.
ticket-ask-leave = Batalkan nomor { $number }? Urutan ini tidak bisa dikembalikan.
ticket-delayed = Baik. Nomor { $number } akan dipanggil mulai { $minutes } menit lagi, dengan urutan semula.
ticket-delayed-enough = Nomor { $number } tidak bisa ditunda lagi. Jika tidak bisa datang, silakan batalkan. Jika Anda tidak ada saat dipanggil, nanti Anda bisa masuk antrean lagi.
ticket-ready = Baik, nomor { $number } sudah bisa dipanggil lagi.
    { $has-wait ->
        [yes] Dipanggil dalam { $wait } ({ $ahead } orang di depan Anda)
       *[no] Di depan Anda: { $ahead } orang
    }
ticket-where = { $has-counter ->
    [yes] Nomor { $number }, silakan ke loket { $counter } ({ $office }).
   *[no] Silakan menunggu di { $office }. Saat nomor { $number } dipanggil, kami beri tahu nomor loketnya.
}
ticket-needs-noted = Kami akan memberi tahu petugas: { $needs }
ticket-ask-needs = Silakan pilih bantuan yang Anda perlukan. Petugas akan mengetahuinya.
ticket-meanwhile = Sambil menunggu, periksa apa yang harus dibawa dan alur hari ini ({ $procedures }). Jika ada formulir yang harus diisi, Anda mendapatkannya di loket.
ticket-none = Anda belum punya nomor antrean (番号札) untuk hari ini. Setelah tiba, beri tahu kami di sini. Jika tanpa reservasi, ambil nomor antrean.
ticket-over = Nomor { $number } sudah selesai.
ticket-ask-procedure = Untuk urusan apa? ({ $office })
ticket-ask = { $office }, { $procedure } ({ $people } orang)
    Sekarang { $waiting } orang menunggu. Anda akan dipanggil dalam { $wait }.
    Ambil nomor antrean (番号札)?
ticket-refused = { $reason ->
    [reservation-only] Silakan buat reservasi pada jam yang kosong, karena { $office } hanya melayani yang punya reservasi.
    [office-cannot] { $office } tidak melayani urusan ini.
    [closed] Silakan buat reservasi untuk hari lain, karena hari ini loket tutup.
    [not-yet] Nomor antrean bisa diambil mulai { $time }.
    [over] Silakan buat reservasi untuk hari lain, karena pelayanan hari ini sudah selesai.
    [no-counter] Sekarang tidak ada loket yang buka untuk urusan ini. Jika mendesak, telepon { $phone } (bahasa Jepang).
    [booked-delayed] Silakan buat reservasi pada jam yang kosong. Saat ini loket penuh dengan orang yang punya reservasi, jadi nomor antrean tanpa reservasi belum bisa diberikan.
    [phone-full] Silakan ambil nomor antrean di mesin antrean atau meja resepsionis di loket, atau buat reservasi pada jam yang kosong. Saat ini nomor antrean tidak bisa diambil lagi lewat ponsel.
   *[day-ends] Silakan buat reservasi untuk hari lain. Urusan Anda diperkirakan tidak selesai sebelum loket tutup hari ini, jadi nomor antrean tidak bisa diberikan.
}
ticket-free = Jam yang kosong: { $times }
check-in-early = Reservasi Anda pada { $date }, { $time }. Lapor datang bisa mulai { $from }.
    Jika ada jam kosong yang lebih awal, reservasi bisa diubah.
check-in-other-day = { $past ->
    [yes] Reservasi ini untuk { $date } dan sudah lewat. Silakan buat reservasi baru.
   *[no] Reservasi Anda bukan hari ini, tetapi { $date }, { $time }. Hari atau jamnya bisa diubah.
}
check-in-other-office = Reservasi Anda di { $office }. Silakan datang ke sana pada { $date }, { $time }. Tempatnya juga bisa diubah.
check-in-closed = Loket hari ini sudah tutup. Silakan pindahkan reservasi Anda ({ $date }, { $time }) ke hari lain. Jika ada pertanyaan, telepon { $phone } (bahasa Jepang).
check-in-none = Reservasi Anda untuk hari ini tidak ditemukan. Jika tahu nomor reservasinya, silakan kirim. Jika tanpa reservasi, Anda bisa melihat apakah nomor antrean masih bisa diambil.
check-in-which = Hari ini Anda punya lebih dari satu reservasi. Anda datang untuk yang mana?
waiting-now = Antrean saat ini:
    { $lines }
waiting-now-line = { $office }: { $waiting } orang menunggu. { $state ->
        [admitted] Tanpa reservasi, waktu tunggunya { $wait }.
        [reservation-only] Hanya untuk yang punya reservasi.
        [closed] Hari ini tutup.
        [not-yet] Nomor antrean mulai { $time }.
        [over] Pelayanan hari ini sudah selesai.
        [no-counter] Sekarang tidak ada loket yang buka.
       *[other] Saat ini tidak menerima tanpa reservasi.
    }

# A line below a message or a printed ticket
ticket-page = Lihat antrean Anda: { $link }

# Display and loudspeaker
call-text = Nomor { $number }, silakan ke loket { $counter }.

need-chair = kursi atau tempat kursi roda
need-hearing = sulit mendengar (tulisan, isyarat)
need-interpreter = juru bahasa
needs-none = tidak ada

choice-ticket-here = Saya sudah tiba
choice-ticket-here-at = Lapor datang: { $time }
choice-ticket-take = Ambil nomor antrean
choice-ticket-people = { $people } orang
choice-ticket-show = Lihat urutan saya
choice-ticket-late = Saya perlu 10 menit lagi
choice-ticket-leave = Saya harus pergi
choice-ticket-leave-yes = Batalkan nomor saya
choice-ticket-stay = Tetap menunggu
choice-ticket-where = Saya harus ke mana?
choice-ticket-meanwhile = Sambil menunggu
choice-ticket-needs = Saya perlu bantuan
choice-ticket-back = Saya sudah di loket
choice-need = { $on ->
    [yes] ☑ { $need }
   *[no] ☐ { $need }
}
