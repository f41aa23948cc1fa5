# Answers. `answer` is the reviewed text, word for word.

answer =
    “{ $question }”
    { $answer }

    (Diperiksa pada { $reviewed })
answer-elsewhere =
    Teks bahasa Indonesia masih diperiksa. Berikut teks yang sudah diperiksa, apa adanya.

    “{ $question }”
    { $answer }

    (Diperiksa pada { $reviewed })
answer-withheld = Jawaban untuk “{ $question }” sedang diperiksa. Jika mendesak, telepon { $phone } (bahasa Jepang).
did-you-mean = Apakah pertanyaan Anda “{ $question }”?
choose-one = Ini yang paling mendekati. Silakan pilih.
feedback-noted = Terima kasih atas masukannya. Petugas akan memakainya saat meninjau jawaban. Apakah ada yang Anda cari di bawah ini? Anda juga bisa bertanya dengan kata lain. Jika berkenan, pilih juga apa yang kurang.
no-answer =
    Maaf, belum ada jawaban yang sudah diperiksa untuk pertanyaan itu.
    Silakan bertanya dengan kata lain, atau tanya petugas. Teleponnya { $phone } (bahasa Jepang).
documents-ask = Apa yang harus dibawa — untuk urusan apa?
documents =
    Yang harus dibawa: { $procedure }
    { $documents }

procedure-pickup = Mengambil Kartu My Number (受け取り)
    .documents =
        - surat pemberitahuan pengambilan, berupa kartu pos (交付通知書)
        - dokumen identitas (本人確認書類): 1 dokumen seperti SIM Jepang atau Kartu Residen (在留カード), atau 2 dokumen seperti surat konfirmasi kepesertaan asuransi (資格確認書)
        - jika punya: kartu pemberitahuan (通知カード), kartu registrasi dasar penduduk (住民基本台帳カード), Kartu My Number lama
        Datanglah sendiri. Jika orang lain yang harus mengambilkan, tanyakan dahulu kepada petugas.
procedure-certificate = Sertifikat elektronik (電子証明書): perpanjangan atau penerbitan
    .documents =
        - Kartu My Number
        - PIN (暗証番号): yang 4 digit angka, dan yang 6–16 karakter huruf dan angka
        Jika tidak tahu PIN, bawa 1 dokumen identitas (本人確認書類) lagi.
procedure-pin = Mengatur ulang PIN (暗証番号)
    .documents =
        - Kartu My Number
        - 1 dokumen identitas (本人確認書類) lain: SIM Jepang, Kartu Residen, surat konfirmasi kepesertaan asuransi, dan lain-lain
        Datanglah sendiri.
procedure-application = Mengajukan kartu (申請): pertama kali, pembaruan, atau penerbitan ulang
    .documents =
        - formulir permohonan (交付申請書), jika punya
        - dokumen identitas (本人確認書類)
        - pasfoto (tinggi 4,5 cm, lebar 3,5 cm, diambil dalam 6 bulan terakhir)
        - Kartu My Number yang sekarang, untuk pembaruan
procedure-address = Mengubah alamat atau nama, memakai terus kartu setelah pindah (継続利用)
    .documents =
        - Kartu My Number, termasuk milik semua anggota keluarga
        - PIN (暗証番号) 4 digit angka; jika juga perlu sertifikat tanda tangan baru, kata sandi 6–16 karakter huruf dan angka
procedure-stay = Memperpanjang kartu setelah masa tinggal (在留期間) diperpanjang
    .documents =
        - Kartu My Number
        - Kartu Residen (在留カード) yang baru
        - PIN (暗証番号) 4 digit angka
        Datanglah sebelum tanggal di kartu lewat.
procedure-insurance = Mendaftarkan kartu asuransi kesehatan atau rekening penerimaan dana publik (公金受取口座)
    .documents =
        - Kartu My Number
        - PIN (暗証番号) 4 digit angka
        - untuk rekening: bukti rekening bank atas nama sendiri
