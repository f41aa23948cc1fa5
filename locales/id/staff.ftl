# A person: what the citizen reads. What the staff read is always Japanese.

case-opened = Kami menghubungkan Anda dengan petugas (kasus { $case }). Jawaban akan datang di sini { $promise }. Jika mendesak, telepon { $phone } (bahasa Jepang).
case-opened-closed = Kami menghubungkan Anda dengan petugas (kasus { $case }). Sekarang loket tutup. Jawaban akan datang di sini { $promise }.
case-opened-after-misses = Maaf, kami belum bisa membantu. Kami menghubungkan Anda dengan petugas (kasus { $case }). Jawaban akan datang di sini { $promise }. Jika mendesak, telepon { $phone } (bahasa Jepang).
case-opened-after-misses-closed = Maaf, kami belum bisa membantu. Kami menghubungkan Anda dengan petugas (kasus { $case }). Sekarang loket tutup. Jawaban akan datang di sini { $promise }.
case-opened-for-risk = Karena ini penting, kami juga sudah memberi tahu petugas (kasus { $case }). Jawaban petugas akan datang di sini { $promise }.
case-opened-for-risk-closed = Karena ini penting, kami juga sudah memberi tahu petugas (kasus { $case }). Sekarang loket tutup. Jawaban petugas akan datang di sini { $promise }.
case-waits = Kasus Anda ({ $case }) sudah ada di petugas. Jawaban akan datang { $promise }. Jika mendesak, telepon { $phone } (bahasa Jepang).
case-waits-closed = Kasus Anda ({ $case }) sudah ada di petugas. Sekarang loket tutup. Jawaban akan datang { $promise }.
case-accepted = Petugas sekarang melayani Anda (kasus { $case }). Silakan langsung tulis.
case-relayed = Sudah kami sampaikan (kasus { $case }). Mohon tunggu jawabannya.
case-noted = Sudah kami tambahkan ke kasus Anda ({ $case }). Anda tetap bisa bertanya atau membuat reservasi di sini.
staff-says =
    Dari petugas (kasus { $case }):
    { $text }
staff-says-translated =
    Dari petugas (kasus { $case }). Ini terjemahan mesin dan mungkin ada kesalahan:
    { $translated }

    Teks asli:
    { $text }
staff-says-untranslated =
    Dari petugas (kasus { $case }). Tulisan asli petugas, tidak diterjemahkan:
    { $text }
case-closed = Petugas sudah menutup kasus Anda ({ $case }). Selanjutnya kami melayani Anda lagi di sini.
case-idle = Kasus { $case } ditutup karena lama tidak ada pesan. Jika Anda masih menunggu jawaban, kami mohon maaf: pilih lagi “Tanya petugas” atau telepon { $phone } (bahasa Jepang).
case-withdrawn = Kami sudah memberi tahu petugas bahwa Anda tidak perlu jawaban lagi (kasus { $case }).
