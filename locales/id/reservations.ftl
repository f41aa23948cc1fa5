# Several people, the waiting list, kept times, closed days, missed visits, and one's own data.

procedures-people = { $procedures } ({ $people } orang)
choice-count-people = Datang 2 orang atau lebih
choice-people = { $people } orang
ask-people =
    Berapa orang yang akan mengurus (paling banyak { $most })?

    Anak juga dihitung satu orang. Anak di bawah 15 tahun harap datang bersama orang tua atau wali.
people-too-many = Satu reservasi paling banyak untuk { $most } orang. Jika lebih, tanya petugas atau telepon { $phone } (bahasa Jepang).
people-limit = Semua reservasi Anda paling banyak untuk { $most } orang. Jika lebih, tanya petugas atau telepon { $phone } (bahasa Jepang).
day-limit = Pada { $date } Anda sudah punya { $most } reservasi. Silakan pilih hari lain.
time-double = Anda sudah punya reservasi pada { $date }, { $time }. Silakan pilih jam lain.
day-too-soon = Reservasi untuk { $date } sudah ditutup. Silakan pilih hari mulai { $first }.
change-too-late = Reservasi bisa diubah atau dibatalkan paling lambat { $minutes } menit sebelumnya. Silakan telepon { $phone } (bahasa Jepang).
choice-time-quiet = { $time } (biasanya sepi)

# The waiting list. A wish is for one day or for several, for any time or for a part of the day.
choice-wait-day = Masuk daftar tunggu { $date }
choice-wait-any = Masuk daftar tunggu
choice-wait-leave = Keluar dari daftar tunggu
wait-joined =
    Anda sudah masuk daftar tunggu (キャンセル待ち). Kami akan memberi tahu Anda jika ada tempat kosong.

    Waktu yang diinginkan: { $one-day ->
        [yes] { $first }
       *[no] { $first } – { $last }
    }{ $part ->
        [yes] , { $from } – { $to }
       *[no] { "" }
    }
    Tempat: { $office }
    Urusan: { $procedures }

    Setelah pesan kami, tempat itu disimpan untuk Anda selama { $minutes } menit. { $replaces ->
        [yes] Daftar tunggu Anda yang sebelumnya sudah dihapus.
       *[no] { "" }
    }
wait-listed =
    Anda ada di daftar tunggu (キャンセル待ち). Kami akan memberi tahu Anda jika ada tempat kosong.

    Waktu yang diinginkan: { $one-day ->
        [yes] { $first }
       *[no] { $first } – { $last }
    }{ $part ->
        [yes] , { $from } – { $to }
       *[no] { "" }
    }
    Tempat: { $office }
    Urusan: { $procedures }
wait-none = Anda tidak ada di daftar tunggu. Saat membuat reservasi, tulis hari yang sudah penuh, lalu Anda bisa masuk daftar tunggu.
wait-left = Anda sudah keluar dari daftar tunggu.
wait-over = Masa tunggu Anda ({ $first } – { $last }) sudah berakhir. Maaf, tidak ada tempat yang kosong. Silakan pilih hari lain.
wait-offer =
    Ada tempat kosong. Kami menyimpannya untuk Anda sampai { $until }.

    Waktu: { $date }, { $time }
    Tempat: { $place }
    Urusan: { $procedures }

    Setelah { $until }, tempat ini ditawarkan kepada orang berikutnya.
choice-take-offer = Reservasi jam ini
choice-decline-offer = Lewati jam ini
offer-gone = Jam ini sudah tidak tersedia.
offer-declined = { $stays ->
    [yes] Baik, jam ini dilewati. Anda tetap di daftar tunggu, sekarang di urutan terakhir.
   *[no] Baik, jam ini dilewati. Anda tidak lagi di daftar tunggu.
}
offer-lapsed = { $stays ->
    [yes] Waktu penyimpanan sudah habis dan jam itu ditawarkan kepada orang berikutnya. Anda tetap di daftar tunggu, sekarang di urutan terakhir.
   *[no] Waktu penyimpanan sudah habis dan jam itu ditawarkan kepada orang berikutnya. Anda tidak lagi di daftar tunggu.
}

# A closed day. The kept times are on the buttons below.
closing-news =
    { $reason ->
        [outage] Karena sistem nasional sedang berhenti,
        [weather] Karena cuaca buruk,
       *[other] Karena suatu hal,
    } loket tidak bisa dibuka untuk reservasi Anda pada { $date }, { $time }. Kami mohon maaf.

    Nomor reservasi: { $code }
    Urusan: { $procedures }

    { $times ->
        [0] Silakan pilih hari lain dengan “Ubah hari atau jam”.
       *[other] Kami menyimpan jam lain untuk Anda sampai { $until }. Silakan pilih salah satu.
    }
closing-offer =
    Loket tidak bisa dibuka untuk reservasi Anda pada { $date }, { $time } ({ $code }).

    { $times ->
        [0] Silakan pilih hari lain dengan “Ubah hari atau jam”.
       *[other] Kami menyimpan jam lain untuk Anda sampai { $until }. Silakan pilih salah satu.
    }
closing-lifted = Loket jadi buka: reservasi Anda pada { $date }, { $time } ({ $code }) tetap berlaku.
closing-lapsed = Jam pengganti untuk reservasi Anda pada { $date }, { $time } ({ $code }) sudah tidak disimpan. Silakan pilih dengan “Ubah hari atau jam”, atau telepon { $phone } (bahasa Jepang).

# A missed visit.
no-show =
    Kedatangan Anda untuk reservasi pada { $date }, { $time } tidak tercatat.

    Anda bisa membuat reservasi lagi pada hari yang cocok. Jika waktu itu Anda datang, beri tahu petugas.
no-show-limit = Karena beberapa kali tidak datang, sekarang Anda hanya bisa membuat reservasi sampai { $days } hari ke depan.

# A reservation made from another telephone.
code-ask-day = Reservasinya tanggal berapa? Ketik tanggalnya agar bisa kami periksa (contoh: 5 Desember).
code-refused = Nomor reservasi dan tanggalnya tidak bisa dipastikan. Silakan periksa lagi, atau telepon { $phone } (bahasa Jepang).
code-locked = Sudah terlalu banyak percobaan. Silakan coba lagi besok, atau telepon { $phone } (bahasa Jepang).
code-shared = Sudah dipastikan. Dari sini pun Anda bisa mengubah atau membatalkannya.

# What is kept about the resident.
choice-my-data = Data saya
choice-messages-on = Terima pemberitahuan
choice-messages-off = Hentikan pemberitahuan
choice-erase-data = Hapus data
choice-confirm-erase = Hapus
choice-keep-data = Jangan hapus
messages-off = Pemberitahuan, misalnya pengingat sebelum reservasi, sudah dihentikan. Pertanyaan Anda tetap kami jawab.
messages-on = Kami akan mengirim pemberitahuan kepada Anda.
term-days = { $days } hari
my-data =
    Ini data yang kami simpan.

    { $lines }
    Pemberitahuan: { $messages ->
        [yes] diterima
       *[no] tidak diterima
    }

    Kami tidak menyimpan My Number atau PIN.
my-data-line = { $what ->
    [nothing] Saat ini tidak ada.
    [messages] Percakapan: { $count } pesan (masing-masing dihapus setelah { $term })
    [upcoming] Reservasi mendatang: { $count }
    [past] Reservasi yang lalu: { $count } (sampai { $term } setelah kunjungan)
    [waits] Daftar tunggu: { $count } (sampai { $term } setelah hari terakhir yang diminta)
    [renewals] Pengingat perpanjangan: { $count } (sampai { $term } setelah bulan pengingat)
    [ticket] Nomor antrean hari ini: { $count }
    [tickets] Nomor antrean yang lalu: { $count } (sampai { $term } setelah diambil)
    [cases] Konsultasi dengan petugas: { $count } (sampai { $term } setelah selesai)
    [callback] Nomor telepon untuk dihubungi: { $count } (sampai { $term } setelah konsultasi selesai)
    [feedback] Penilaian: { $count } (setelah { $term } tidak diketahui lagi milik siapa)
   *[block] Anda tidak bisa menulis di sini sampai { $until } (catatannya disimpan { $term } lagi)
}
# The button below it on the web, and the line in other places that leads there.
my-data-copy = Unduh salinan data saya
my-data-web = Di chat web, Anda bisa mengunduh salinan data chat tersebut: { $link }
ask-erase =
    Hapus percakapan, konsultasi dengan petugas, reservasi dan nomor antrean yang lalu, daftar tunggu, pengingat perpanjangan, dan kaitan Anda dengan penilaian? Reservasi yang dibuat di tempat lain tidak bisa dilihat lagi dari sini. Data yang dihapus tidak bisa dikembalikan.

    { $stays }
erase-line = { $what ->
    [upcoming] { $count } reservasi mendatang tetap berlaku karena kami menunggu kedatangan Anda.
    [ticket] Nomor antrean hari ini tetap berlaku sampai dipanggil.
    [block] Anda tetap tidak bisa menulis di sini sampai { $until }.
    [case] Konsultasi yang masih terbuka ({ $case }) berakhir.
   *[log] Catatan tindakan, tanpa kata-kata Anda, disimpan selama { $term }.
}
erased =
    Sudah dihapus.
    { $stays }

# Below a reservation: its page, with the calendar file and the code to show at the counter.
visit-page = Tambahkan ke kalender, kode QR untuk loket: { $link }
visit-title = Reservasi Anda
visit-calendar = Tambahkan ke kalender
visit-qr = Tunjukkan ini di loket
visit-over = Reservasi ini sudah dibatalkan atau sudah selesai.
visit-chat = Ubah, batalkan, atau tanya di sini
