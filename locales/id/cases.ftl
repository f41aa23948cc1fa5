# A person takes over: what the citizen reads beside the phrases in staff.ftl.

promise-by = paling lambat { $date }, { $time }
case-opened-for-anger = Mohon maaf atas ketidaknyamanan ini. Selanjutnya petugas sendiri yang melayani Anda (kasus { $case }). Jawaban diperkirakan datang di sini { $promise }. Anda juga bisa menelepon { $phone } (bahasa Jepang).
case-opened-for-anger-closed = Mohon maaf atas ketidaknyamanan ini. Selanjutnya petugas sendiri yang melayani Anda (kasus { $case }). Sekarang loket tutup. Jawaban akan datang di sini { $promise }.
case-entry =
    Dari petugas (kasus { $case }): silakan lihat informasi ini.

    { $question }

    { $answer }

    (Diperiksa pada { $reviewed })
case-relayed-closed = Sudah kami sampaikan (kasus { $case }). Sekarang loket tutup. Jawaban akan datang di sini { $promise }.
case-handed-on = Sekarang petugas lain yang melayani Anda (kasus { $case }). Percakapan Anda sebelumnya sudah diteruskan kepadanya.
case-late = Mohon maaf, kami belum menjawab dalam waktu yang dijanjikan (kasus { $case }). Petugas sedang memeriksanya. Jawaban diperkirakan datang { $promise }. Jika mendesak, telepon { $phone } (bahasa Jepang).
choice-call-back = Tolong telepon saya
choice-call-at = { $date }, { $from }–{ $until }
call-ask-time = Petugas akan menelepon Anda (kasus { $case }). Silakan pilih waktu yang cocok untuk Anda.
call-no-time = Mohon maaf, saat ini semua waktu untuk telepon sudah penuh. Silakan telepon { $phone } (bahasa Jepang), atau tunggu jawabannya di sini (kasus { $case }).
call-ask-number = Kami akan menelepon Anda pada { $date }, antara pukul { $from } dan { $until } (kasus { $case }). Silakan tulis nomor telepon Anda. Hanya petugas yang bisa melihatnya, dan nomor itu kami hapus setelah urusan ini selesai.
call-number-unclear = Nomor teleponnya tidak terbaca. Silakan tulis nomor yang diawali 0 (atau + jika nomor luar negeri).
call-noted = Terima kasih. Petugas akan menelepon Anda pada { $date }, antara pukul { $from } dan { $until } (kasus { $case }). Untuk mengubahnya, pilih lagi “Tolong telepon saya”.
case-sent-on = Selanjutnya Anda dilayani di { $place }. Silakan sebutkan nomor ini di sana: { $code }. Hal yang sudah Anda sampaikan telah kami teruskan.
case-counter = loket { $counter } (窓口), { $office }
