# Reservations.

ask-procedure = Mari buat reservasi. Untuk urusan apa?
ask-procedure-more = Urusan apa lagi selain { $procedures }?
ask-office = { $procedures }. Di kantor mana?
ask-day = { $procedures }, { $office }, sekitar { $minutes } menit. Anda bisa datang hari apa (sampai { $last })? Anda juga bisa mengetik “15/12 10:30”.
ask-day-again = Ini hari yang masih kosong (sampai { $last }).
ask-time = Ini jam yang masih kosong pada { $date }, { $office }. Anda juga bisa mengetik “10:30”.
ask-time-again = Jam kosong lainnya pada { $date }.
ask-confirm =
    Buat reservasi ini? Kami menyimpan jam ini untuk Anda selama { $hold } menit.

    Urusan: { $procedures }
    Waktu: { $date }, { $time } (sekitar { $minutes } menit)
    Tempat: { $place }
ask-confirm-change =
    Ubah menjadi seperti ini? Kami menyimpan jam baru untuk Anda selama { $hold } menit. Reservasi Anda tetap berlaku sampai perubahan selesai.

    Sebelum: { $old-date }, { $old-time } ({ $old-office })
    Sesudah: { $date }, { $time } ({ $office }, sekitar { $minutes } menit)
    Urusan: { $procedures }
day-closed = { $why ->
    [saturday] { $date }: loket tutup pada hari Sabtu.
    [sunday] { $date }: loket tutup pada hari Minggu itu.
    [holiday] { $date }: loket tutup karena hari libur nasional Jepang ({ $holiday }).
    [year-end] { $date }: loket tutup karena libur Tahun Baru (29 Desember – 3 Januari).
   *[special] { $date }: loket tutup.
}
day-open = { $date }: loket buka dari { $opens } sampai { $closes }.
day-full = { $date } sudah penuh.
day-past = { $date } sudah lewat.
day-too-far = { $date } belum bisa direservasi. Saat ini paling lambat { $last }.
day-impossible = Tanggal itu tidak ada.
time-impossible = Jam itu tidak ada.
time-outside = Hari itu loket buka dari { $opens } sampai { $closes }. Pilih jam agar urusannya selesai dalam waktu itu.
time-full = { $time } sudah terisi.
no-time-in-range = Dari { $from } sampai { $to } sudah penuh.
none-free = Semua tempat sampai { $last } sudah terisi. Kadang ada yang membatalkan, jadi silakan coba lagi nanti. Jika mendesak, telepon { $phone } (bahasa Jepang).
slot-taken = Maaf, jam itu baru saja diambil orang lain.
hold-ended = Waktu penyimpanan tempat sudah habis dan orang lain mengambilnya. Belum ada reservasi yang dibuat.
limit-reached = Anda bisa punya paling banyak { $most } reservasi. Ubah atau batalkan salah satunya dahulu.
procedures-too-many = Paling banyak { $most } urusan dalam satu kunjungan.
office-cannot = { $office } tidak melayani: { $procedures }.
booked =
    Reservasi Anda sudah dibuat.

    Nomor reservasi: { $code }
    Urusan: { $procedures }
    Waktu: { $date }, { $time } (sekitar { $minutes } menit)
    Tempat: { $place }

    { $reminders ->
        [both] Kami akan mengingatkan Anda pada malam sebelumnya dan pada hari itu. Jika tidak bisa datang, ubah atau batalkan di sini.
        [one] Kami akan mengingatkan Anda sebelumnya. Jika tidak bisa datang, ubah atau batalkan di sini.
       *[none] Jika tidak bisa datang, ubah atau batalkan di sini.
    }
moved =
    Reservasi Anda sudah diubah. Tempat lama pada { $old-date }, { $old-time } sudah dilepas.

    Nomor reservasi: { $code } (tidak berubah)
    Urusan: { $procedures }
    Waktu: { $date }, { $time } (sekitar { $minutes } menit)
    Tempat: { $place }
no-reservations = Tidak ada reservasi yang dibuat dari sini. Jika Anda membuatnya lewat telepon, tanyakan ke loket.
reservation =
    Nomor reservasi: { $code }
    Urusan: { $procedures }
    Waktu: { $date }, { $time } (sekitar { $minutes } menit)
    Tempat: { $place }{ $coming ->
        [yes] { "" }
            Anda sudah memberi tahu bahwa akan datang.
       *[no] { "" }
    }
ask-which-to-change = Reservasi mana yang ingin diubah?
ask-which-to-cancel = Reservasi mana yang ingin dibatalkan?
ask-cancel = Batalkan reservasi ini? { $date }, { $time }, { $procedures }, { $office } (nomor { $code })
cancelled = Reservasi Anda pada { $date }, { $time } ({ $code }) sudah dibatalkan.
cancel-kept = Reservasi Anda tetap berlaku. Kami menunggu Anda pada { $date }, { $time }.
reservation-over = Reservasi itu sudah dibatalkan atau tidak ditemukan.
reservation-past = Jam reservasi itu sudah mulai atau sudah lewat. Silakan telepon { $phone } (bahasa Jepang).
coming-noted = Terima kasih. Kami menunggu Anda pada { $date }, { $time }.

# Reminders carry no name and no number but the reservation's.
reminder-evening =
    Pengingat: besok Anda punya reservasi.

    Waktu: { $date }, { $time }
    Tempat: { $place }
    Urusan: { $procedures }
    Nomor reservasi: { $code }

    Silakan bawa
    { $documents }
reminder-soon =
    Pengingat: hari ini Anda punya reservasi.

    Waktu: { $date }, { $time }
    Tempat: { $place }
    Urusan: { $procedures }
    Nomor reservasi: { $code }

    Silakan bawa
    { $documents }
day-over = Hari ini, { $date }, tidak ada jam lagi.
time-steps = Reservasi dimulai setiap { $minutes } menit. Silakan pilih salah satu jam terdekat.
ask-day-change = Reservasi Anda: { $date }, { $time }, { $office }. Ingin diganti ke hari apa (sampai { $last })? Reservasi ini tetap berlaku sampai yang baru ditetapkan.
