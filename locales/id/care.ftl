# The helpers around a visit: how long the card lasts, which procedure it is, what to bring.

care-resume = Sekarang kita lanjutkan yang tadi.
care-point = - { $text }
month-year = { $month ->
    [1] Januari
    [2] Februari
    [3] Maret
    [4] April
    [5] Mei
    [6] Juni
    [7] Juli
    [8] Agustus
    [9] September
    [10] Oktober
    [11] November
   *[12] Desember
} { $year }

# How long the card lasts. `standing` says whether the date is over, can be renewed now, or later.
expiry-ask = Mari cek masa berlaku kartu dan kapan bisa diperbarui. Pilih yang Anda ketahui. Tanggal yang Anda masukkan tidak kami simpan.
expiry-ask-printed =
    Tulis tanggal berakhir (有効期限) yang tercetak di bagian depan kartu.
    Contoh: 10 Mei 2031, 2031-05-10
expiry-ask-issued =
    Tulis tanggal kartu diterbitkan (bukan tanggal Anda mengambilnya). Jika tidak yakin, perkiraan saja tidak apa-apa.
    Contoh: 1 Mei 2024, 2024-05-01
expiry-ask-renewed = Apakah kartu itu hasil pembaruan dalam 3 bulan sebelum masa berlaku kartu sebelumnya habis?
expiry-ask-birth =
    Tulis tanggal lahir pemilik kartu. Ini hanya dipakai untuk menghitung dan tidak disimpan.
    Contoh: 3 Maret 1985, 1985-03-03
expiry-ask-stay =
    Tulis tanggal berakhir yang tercetak di bagian depan kartu (hari terakhir masa tinggal).
    Contoh: 30 April 2027, 2027-04-30
expiry-ask-permit = Kartu berlaku sampai { $end }. Bagaimana status perpanjangan masa tinggal (在留期間) Anda sekarang?
expiry-ask-order = Tanggal yang mana?
expiry-ask-birth-order = Tanggal itu bisa dibaca dengan dua cara. Angka pertama itu tanggal atau bulan?
expiry-date-unclear = Maaf, tanggalnya tidak terbaca. Tulis tahun, bulan, dan tanggal dengan lengkap.
expiry-date-implausible = Dengan tanggal itu tidak bisa dihitung. Periksa tahunnya, lalu tulis lagi.
expiry-result = { $lines }
expiry-guide = Ini hanya perkiraan. Yang berlaku adalah tanggal yang tercetak di kartu. Masa berlaku sertifikat elektronik bisa dicek di loket atau di Mynaportal.
expiry-card = { $standing ->
    [over] Masa berlaku kartu habis pada { $end }. Ajukan kartu baru. Gratis jika kartu lama dikembalikan.
    [now] Kartu berlaku sampai { $end }. Pembaruan sudah bisa diajukan. Kartu jadi dalam 1–2 bulan, jadi segeralah mengajukan.
   *[later] Kartu berlaku sampai { $end }. Pembaruan bisa diajukan mulai { $from }.
}
expiry-certificate = { $standing ->
    [over] Sertifikat elektronik (電子証明書) berlaku sampai { $end }; jika belum diperpanjang, sudah habis. Yang baru bisa diterbitkan di loket (gratis).
    [now] Sertifikat elektronik (電子証明書) berlaku sampai { $end }. Sekarang sudah bisa diperpanjang di loket (gratis).
   *[later] Sertifikat elektronik (電子証明書) berlaku sampai { $end }. Perpanjangan bisa di loket mulai { $from } (gratis).
}
expiry-certificate-with-card = Sertifikat elektronik (電子証明書) berakhir pada hari yang sama. Jika kartu diperbarui, sertifikat elektronik juga menjadi baru.
expiry-certificate-by-print = { $standing ->
    [over] Sertifikat elektronik (電子証明書): jika kartu dibuat saat berumur 18 tahun ke atas, berlaku sampai { $end }; jika belum diperpanjang, sudah habis. Jika kartu dibuat saat berumur di bawah 18 tahun, sama dengan kartu.
    [now] Sertifikat elektronik (電子証明書): jika kartu dibuat saat berumur 18 tahun ke atas, berlaku sampai { $end } dan sekarang sudah bisa diperpanjang. Jika kartu dibuat saat berumur di bawah 18 tahun, sama dengan kartu.
   *[later] Sertifikat elektronik (電子証明書): jika kartu dibuat saat berumur 18 tahun ke atas, berlaku sampai { $end } dan bisa diperpanjang mulai { $from }. Jika kartu dibuat saat berumur di bawah 18 tahun, sama dengan kartu.
}
expiry-signature-from = Sertifikat tanda tangan (署名用電子証明書), jika diinginkan, bisa diterbitkan di loket mulai ulang tahun ke-15, { $from }.
expiry-insurance-until = Sebagai kartu asuransi kesehatan masih bisa dipakai sampai { $until }, tetapi segeralah memperpanjang.
expiry-near-age-limit = Masa berlaku bergantung pada umur pada hari pengajuan, dan di sini batasnya dekat. Lihat tanggal yang tercetak atau tanyakan di loket.
expiry-leap-day = Untuk yang lahir 29 Februari, kami menghitung dengan 28 Februari. Pastikan di loket.
expiry-stay-granted = Datanglah ke loket paling lambat { $end }. Kartu akan diperpanjang sampai hari terakhir masa tinggal yang baru (gratis). Batasnya ulang tahun ke-10 setelah kartu dibuat (ke-5 untuk umur di bawah 18 tahun). Setelah kartu diperpanjang, sertifikat elektronik (電子証明書) tidak bisa dipakai lagi, jadi minta yang baru sekaligus (gratis).
expiry-stay-pending = Datanglah ke loket paling lambat { $end }. Kartu bisa diperpanjang 1 kali saja, sampai { $until } (特例期間延長, gratis). Bawa Kartu My Number dan PIN 4 digit, serta Kartu Residen (在留カード) yang dicap 在留期間更新許可申請中 (jika mengajukan online, email tanda terimanya). Setelah izin turun, datanglah sekali lagi.
expiry-stay-not-yet = Kartu habis pada { $end }. Walaupun masa tinggal diperpanjang, kartu tidak ikut diperpanjang otomatis. Pemberitahuan juga tidak dikirim. Ajukan dahulu perpanjangan ke imigrasi; setelah izin turun, datanglah ke loket paling lambat { $end }. Jika tidak sempat, selama pengajuan kartu bisa diperpanjang 2 bulan, 1 kali saja.
expiry-stay-over = Kartu sudah habis pada { $end } dan tidak bisa diperpanjang. Ajukan kartu baru. Perlu lebih dari 1 bulan, biayanya 1.000 yen.

renewal-kept = Kami akan mengirim satu pesan pada { $month }. Yang kami simpan hanya bulan ini.
renewal-dropped = { $kind ->
    [card] Pengingat pembaruan kartu tidak akan dikirim.
    [certificate] Pengingat perpanjangan sertifikat elektronik tidak akan dikirim.
   *[stay] Pengingat terkait masa tinggal tidak akan dikirim.
}
renewal-due = { $kind ->
    [card] Kartu My Number Anda sudah bisa diperbarui. Kartu jadi dalam 1–2 bulan, jadi segeralah mengajukan.
    [certificate] Sertifikat elektronik (電子証明書) Anda sudah bisa diperpanjang. Datanglah ke loket dengan membawa kartu dan PIN.
   *[stay] Masa berlaku Kartu My Number Anda hampir habis. Setelah masa tinggal diperpanjang, perpanjang kartu di loket sebelum tanggal di kartu lewat.
}

choice-expiry = Cek masa berlaku kartu
choice-expiry-again = Cek tanggal lain
choice-have-printed = Saya tahu tanggal di kartu
choice-have-birth = Saya tahu tanggal lahir dan tanggal terbit
choice-have-stay = Punya masa tinggal (在留期間) – warga asing
choice-renewed = Ya, diperbarui sebelum masa berlaku habis
choice-not-renewed = Bukan, atau tidak tahu
choice-permit-granted = Izin sudah turun
choice-permit-pending = Sedang diajukan
choice-permit-not-yet = Belum mengajukan
choice-day-first = Tanggal dahulu
choice-month-first = Bulan dahulu
choice-remind = { $kind ->
    [card] Ingatkan saya pada { $month } (kartu)
    [certificate] Ingatkan saya pada { $month } (sertifikat elektronik)
   *[stay] Ingatkan saya pada { $month } (masa tinggal)
}
choice-unremind = { $kind ->
    [card] Batalkan pengingat (kartu)
    [certificate] Batalkan pengingat (sertifikat elektronik)
   *[stay] Batalkan pengingat (masa tinggal)
}

# Which procedure it is. Questions:
choice-finder = Tidak tahu urusan yang mana
choice-book-for = Reservasi: { $procedures }
find-ask-what = Mari cari bersama urusan yang tepat. Anda datang untuk keperluan apa?
find-ask-who = Siapa yang akan datang ke loket?
find-ask-who-applies = Kartu siapa? Untuk pengajuan di loket, pemilik kartu harus datang.
find-ask-reason = Mengapa pemilik kartu tidak bisa datang?
find-ask-which-date = Masa berlaku apa yang tertulis di surat atau amplopnya?
find-ask-letter = Apakah ada surat konfirmasi dan jawaban (照会書兼回答書) yang terlampir di surat pemberitahuan masa berlaku?
find-ask-pin-state = Bagaimana dengan PIN (暗証番号) Anda?
find-ask-move = Apa yang berubah?
find-ask-signature = Sertifikat tanda tangan (署名用電子証明書) untuk e-Tax dan sebagainya tidak bisa dipakai lagi jika alamat atau nama berubah. Mau dibuat baru?
find-ask-nationality = Apa kewarganegaraan pemilik kartu?
find-ask-lost =
    Telepon dahulu untuk menghentikan kartu sementara (24 jam, gratis).
    { $national } (nomor 2 pada panduan suara, bahasa Jepang)
    { $foreign } (bahasa Inggris, Tionghoa, Korea, Spanyol, Portugis)

    Hilang di mana?
find-ask-stay-state = Bagaimana status perpanjangan masa tinggal (在留期間) Anda sekarang?
find-ask-new-card = Pengajuan kartu yang bagaimana?
find-ask-insurance = Apa yang ingin didaftarkan?
find-ask-other = Mungkin ini urusan loket lain. Pilih yang paling mendekati.

# Answers:
find-collect = Dapat kartu pos / mengambil kartu
find-notice = Dapat surat pemberitahuan / masa berlaku hampir habis
find-pin-trouble = PIN lupa atau terkunci
find-moved = Pindah rumah / nama berubah
find-card-lost = Kartu hilang atau dicuri
find-stay = Masa tinggal hampir habis / sudah diperpanjang
find-new = Membuat kartu / kartu rusak
find-use-it = Mendaftarkan asuransi kesehatan atau rekening
find-something-else = Hal lain
find-myself = Pemilik kartu sendiri
find-with-child = Anak di bawah 15 tahun dan orang tua (wakil sah)
find-somebody-else = Hanya wakil
find-good-reason = 75 tahun ke atas, pelajar sampai SMA, rawat inap lama, tinggal di fasilitas, disabilitas, perlu perawatan atau dukungan, hamil, studi di luar negeri, dll.
find-busy = Sibuk kerja, pergi kerja sehari-hari, perjalanan singkat
find-card-date = Masa berlaku kartu
find-certificate-date = Masa berlaku sertifikat elektronik (電子証明書)
find-not-sure = Tidak tahu
find-has-letter = Ada
find-no-letter = Tidak ada
find-pin-forgotten = Lupa atau terkunci
find-pin-known = Tahu dan ingin mengganti
find-into-city = Pindah ke sini dari kota lain
find-within-city = Pindah di dalam kota ini
find-out-of-city = Akan pindah ke kota lain
find-abroad = Akan pindah ke luar negeri
find-name-changed = Nama berubah
find-with-signature = Ya, buat baru
find-without-signature = Tidak
find-japanese = Jepang
find-other-nationality = Selain Jepang
find-lost-outside = Di luar rumah, atau dicuri
find-lost-at-home = Di dalam rumah, atau tidak tahu
find-found-again = Ketemu setelah dihentikan
find-stay-granted = Izin sudah turun
find-stay-pending = Sedang diajukan
find-stay-not-yet = Belum mengajukan
find-stay-passed = Masa berlaku kartu sudah lewat
find-permanent = Penduduk tetap (永住者), penduduk tetap khusus (特別永住者), dll.
find-first = Membuat kartu pertama kali
find-damaged = Kartu rusak
find-as-insurance-card = Memakai sebagai kartu asuransi kesehatan
find-money-account = Rekening penerimaan dana publik (公金受取口座)
find-insurance-itself = Masuk atau keluar asuransi kesehatan, 資格確認書
find-records = Catatan penduduk, sertifikat stempel, koseki (戸籍)
find-passport = Paspor
find-pension = Pensiun
find-portal = Cara memakai Mynaportal
find-visa = Status izin tinggal, Kartu Residen (在留カード)
find-licence = SIM Jepang
find-none-of-it = Tidak ada di sini

# What was found.
find-found =
    Urusannya: { $procedures } (sekitar { $minutes } menit).

    Yang datang: { $visitor }
    Yang harus dibawa
    { $documents }{ $some ->
        [yes] { "" }

            Perhatikan
            { $notes }
       *[no] { "" }
    }
find-note-think-of-pins = Pikirkan PIN dari rumah: 4 digit angka, dan 6–16 karakter huruf dan angka.
find-note-child-comes-too = Datanglah bersama anaknya.
find-note-fill-in-postcard = Surat balasan, surat kuasa, dan PIN di kartu pos ditulis sendiri oleh pemilik kartu. PIN ditutup dengan stiker.
find-note-come-yourself = Sibuk kerja atau perjalanan singkat bukan alasan untuk diwakilkan. Loket juga buka pada hari Minggu tertentu.
find-note-apply-online = Pengajuan juga bisa lewat smartphone atau pos, tanpa datang ke loket.
find-note-collect-later = Kartu jadi dalam 1–2 bulan. Datanglah sekali lagi untuk mengambilnya.
find-note-free-with-old-card = Gratis jika kartu lama dikembalikan.
find-note-sealed-letter = Surat konfirmasi dan jawaban (照会書兼回答書) ditulis seluruhnya oleh pemilik kartu, termasuk PIN yang sekarang, lalu disegel. Bawa tanpa membuka segel. Jika ada yang belum diisi atau PIN salah, Anda perlu datang sekali lagi.
find-note-two-visits = Perlu datang 2 kali: datang dahulu ke loket untuk mendaftar. Surat konfirmasi dan jawaban (照会書兼回答書) dikirim kepada pemilik kartu, yang mengisi dan menyegelnya. Lalu datang lagi dengan surat itu.
find-note-kiosk-reset = Jika masih ingat salah satu PIN, yaitu PIN sertifikat tanda tangan (署名用, 6–16 karakter) atau PIN sertifikat pengguna (利用者証明用, 4 digit), yang satunya juga bisa diatur ulang dengan aplikasi dan mesin di konbini (gratis). PIN lainnya dan sertifikat elektronik yang sudah habis diurus di loket.
find-note-file-the-move = Lapor dahulu pindah masuk (転入届) atau pindah dalam kota (転居届) dalam 14 hari sejak pindah. Bawa kartu seluruh keluarga.
find-note-within-ninety-days = Uruslah penggunaan lanjutan kartu (継続利用) dalam 90 hari sejak lapor pindah masuk (転入届). Jika tidak, kartu tidak bisa dipakai lagi.
find-note-household-may-come = Penggantian alamat dan penggunaan lanjutan kartu (継続利用) juga bisa diurus orang dari rumah tangga yang sama jika tahu PIN 4 digit. Jika sertifikat tanda tangan (署名用電子証明書) juga diterbitkan, bawa surat kuasa (委任状) tersegel berisi PIN yang ditulis sendiri oleh pemilik kartu.
find-note-register-first = Datanglah setelah lapor koseki (戸籍) selesai dan nama di catatan penduduk sudah berubah.
find-note-before-leaving = Uruslah bersama lapor pindah ke luar negeri (転出届), paling lambat sehari sebelum berangkat. Kartu tetap bisa dipakai di luar negeri.
find-note-suspend-first = Telepon dahulu untuk menghentikan kartu sementara: { $national } (24 jam, nomor 2 pada panduan suara), bahasa asing { $foreign }
find-note-tell-police = Lapor ke polisi dan catat nomor laporannya (受理番号).
find-note-reissue-fee = Biayanya 1.000 yen (800 yen tanpa sertifikat elektronik). Tergantung penyebabnya, bisa gratis.
find-note-fast-issue = Dalam 30 hari sejak lapor kehilangan, Anda juga bisa mengajukan penerbitan kilat (特急発行): jadi sekitar 1 minggu, 2.000 yen.
find-note-lift-suspension = Penghentian sementara hanya bisa dibuka di loket. Bawa kartu dan dokumen identitas. Sertifikat tanda tangan diterbitkan baru.
find-note-before-the-date = Datanglah sebelum tanggal di kartu lewat. Setelah itu kartu tidak bisa diperpanjang.
find-note-data-takes-time = Data dari imigrasi kadang perlu sekitar 1 hari untuk sampai ke kota. Sebaiknya buat reservasi paling cepat sehari setelah izin turun.
find-note-certificates-anew = Setelah kartu diperpanjang, sertifikat elektronik (電子証明書) tidak bisa dipakai lagi. Minta yang baru sekaligus (gratis).
find-note-two-months-more = Selama pengajuan, kartu bisa diperpanjang 2 bulan, 1 kali saja. Bawa Kartu Residen yang dicap 在留期間更新許可申請中, atau email tanda terimanya. Setelah izin turun, datanglah sekali lagi.
find-note-too-late-to-extend = Kartu yang sudah habis tidak bisa diperpanjang. Anda mengajukan kartu baru.
find-note-bring-the-card = Bawa juga kartu yang rusak.

# Where it is done instead.
find-place-expiry-helper = Mari cek masa berlaku mana yang hampir habis. Silakan lanjut di bawah.
find-place-home = PIN yang masih Anda ketahui bisa diganti di aplikasi Mynaportal, tanpa datang ke loket. Jika tidak berhasil, telepon { $phone } (bahasa Jepang).
find-place-new-city = Lapor pindah keluar (転出届) ke Bagian Urusan Warga (市民課) atau lewat Mynaportal. Kartunya diurus di loket kota tujuan: bawa kartu dan lapor pindah masuk (転入届) dalam 14 hari sejak pindah.
find-place-moving-out = Kembalikan kartu ke Bagian Urusan Warga (市民課) saat lapor pindah ke luar negeri (転出届). Kartu warga negara asing tidak berlaku lagi pada hari pindah.
find-place-immigration = Urusan izin tinggal ditangani Badan Imigrasi (出入国在留管理庁), telepon { $immigration }. Setelah izin turun, datanglah ke loket ini sebelum tanggal di kartu lewat.
find-place-insurance-section = Untuk kepesertaan asuransi kesehatan dan surat konfirmasi kepesertaan (資格確認書), tanyakan ke asuransi yang Anda ikuti. Untuk Asuransi Kesehatan Nasional (国民健康保険), tanyakan ke balai kota, { $phone } (bahasa Jepang).
find-place-citizens-section = Catatan penduduk, sertifikat stempel, dan koseki diurus di Bagian Urusan Warga (市民課). Dengan kartu dan PIN 4 digit, sebagian bisa diambil di konbini. Telepon { $phone } (bahasa Jepang).
find-place-passport-office = Paspor tidak ditangani di loket ini. Tanyakan tempat pengajuannya ke { $phone } (bahasa Jepang).
find-place-pension-office = Pensiun tidak ditangani di loket ini. Tanyakan ke kantor pensiun (年金事務所) atau bagian pensiun balai kota, { $phone } (bahasa Jepang).
find-place-portal-phone = Untuk cara memakai Mynaportal, telepon { $national } (bahasa Jepang) atau { $portal } (bahasa Inggris, Tionghoa, Korea, Spanyol, Portugis). Teleponnya gratis.
find-place-police = Penggabungan kartu dengan SIM Jepang diurus di kantor polisi atau pusat ujian SIM (運転免許試験場).
find-place-staff = Di sini kami tidak tahu jawabannya. Tanyakan kepada petugas, atau telepon { $phone } (bahasa Jepang).

# What to bring.
choice-papers = Cek barang bawaan
choice-ticked = Ini sudah semua
visitor-myself = pemilik kartu sendiri
visitor-guardian = anak (atau orang dewasa di bawah pengampuan) dan orang tua atau wakil sah
visitor-proxy = wakil
papers-ask-visitor = Mari cek barang bawaan untuk { $procedures }. Siapa yang akan datang?
papers-list =
    Barang bawaan untuk { $procedures } (yang datang: { $visitor }). Tekan yang sudah siap. Setelah selesai, tekan “Ini sudah semua”.

    { $list }
papers-ab =
    A: dokumen berfoto (SIM Jepang, paspor, Kartu Residen, buku disabilitas, dll.)
    B: dokumen yang memuat nama serta tanggal lahir atau alamat (surat konfirmasi kepesertaan asuransi 資格確認書, buku pensiun, kartu pelajar, dll.)
    Semua harus asli, masih berlaku, dan sesuai dengan nama dan alamat sekarang.
papers-complete =
    Semua sudah lengkap. Jangan lupa membawanya pada hari itu.{ $some ->
        [yes] { "" }

            Bawa yang berikut hanya jika sesuai dengan keadaan Anda:
            { $perhaps }
       *[no] { "" }
    }
papers-missing =
    Masih ada yang kurang. Siapkan juga:
    { $needs }

    Jika belum lengkap sampai hari reservasi, ubah hari atau jamnya. Soal dokumen, tanyakan kepada petugas atau telepon { $phone } (bahasa Jepang).

item-notice-postcard = Kartu pos pemberitahuan pengambilan (交付通知書)
item-proxy-postcard = Kartu pos pemberitahuan pengambilan (交付通知書): surat balasan, surat kuasa, dan PIN ditulis sendiri oleh pemilik kartu
item-card = Kartu My Number (マイナンバーカード)
item-old-card = Kartu My Number lama
item-tsuchi-card = Kartu pemberitahuan (通知カード)
item-juki-card = Kartu registrasi dasar penduduk (住民基本台帳カード)
item-residence-card = Kartu Residen (在留カード) yang baru
item-application-form = Formulir permohonan (交付申請書)
item-photo = Pasfoto (顔写真), tinggi 4,5 cm × lebar 3,5 cm, dalam 6 bulan terakhir
item-pin = PIN (暗証番号) 4 digit angka
item-signature-pin = PIN 6–16 karakter huruf dan angka
item-sealed-answer = Surat konfirmasi dan jawaban (照会書兼回答書), tersegel
item-account = Bukti rekening bank atas nama pemilik kartu
item-fee = Biaya (手数料), jika kartu hilang atau rusak
item-guardian-proof = Koseki (戸籍) atau sertifikat keterangan registrasi (登記事項証明書), dalam 3 bulan terakhir
item-reason-proof = Dokumen yang menunjukkan alasan tidak bisa datang
item-photo-certificate = Surat keterangan foto wajah (個人番号カード顔写真証明書)
item-id-a = Dokumen identitas A pemilik kartu
item-id-a-second = Dokumen identitas A pemilik kartu (yang kedua)
item-id-b = Dokumen identitas B pemilik kartu
item-id-b-second = Dokumen identitas B pemilik kartu (yang kedua)
item-companion-id-a = Dokumen identitas A orang tua, wakil sah, atau wakil
item-companion-id-a-second = Dokumen identitas A orang tua, wakil sah, atau wakil (yang kedua)
item-companion-id-b = Dokumen identitas B orang tua, wakil sah, atau wakil
item-companion-id-b-second = Dokumen identitas B orang tua, wakil sah, atau wakil (yang kedua)

need-perhaps = { $item } (hanya jika sesuai)
need-identity = { $bearer ->
    [holder] Dokumen identitas pemilik kartu:
   *[companion] Dokumen identitas wakil sah atau wakil:
} { $proof ->
    [one-of-any] 1 dokumen dari daftar A atau B
    [one-with-photo] 1 dokumen dari daftar A
    [one-or-two] 1 dokumen dari daftar A, atau 2 dari daftar B
   *[two-with-photo] 2 dokumen (2 dari daftar A, atau 1 dari A dan 1 dari B)
}
need-postcard-or-more = Kartu pos pemberitahuan pengambilan (交付通知書) dan dokumen identitas pemilik kartu (1 dari daftar A, atau 2 dari daftar B). Tanpa kartu pos: 2 dari daftar A, atau 1 dari A dan 1 dari B, atau kartu pemberitahuan (通知カード) dan 2 dari daftar B
need-pins-or-identity = PIN (4 digit angka, dan 6–16 karakter huruf dan angka). Jika tidak tahu: 1 dokumen identitas pemilik kartu dari daftar A atau B
need-holder-or-photo-certificate = Dokumen identitas pemilik kartu: 2 dokumen (2 dari daftar A, atau 1 dari A dan 1 dari B). Jika tidak punya dari daftar A: 2 dari daftar B dan surat keterangan foto wajah (個人番号カード顔写真証明書)
