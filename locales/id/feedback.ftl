# Ratings with one tap; nobody is asked twice.
choice-helpful = 👍 Membantu
choice-feedback-good = 👍 Baik
choice-feedback-bad = 👎 Kurang baik

feedback-thanks = Terima kasih. Masukan ini membantu kami memperbaiki layanan.
feedback-why = Terima kasih sudah memberi tahu. Jika berkenan, pilih satu alasan.
feedback-visit = Bagaimana layanan untuk nomor { $number }? Jika berkenan, tekan satu tombol.

feedback-reason-wrong-topic = Bukan yang saya tanyakan
feedback-reason-out-of-date = Informasinya sudah lama
feedback-reason-hard-to-understand = Sulit dipahami
feedback-reason-not-enough = Penjelasannya kurang
feedback-reason-wait = Waktu tunggu lama
feedback-reason-explanation = Penjelasan kurang jelas
feedback-reason-language = Kendala bahasa
feedback-reason-came-again = Harus datang lagi
feedback-reason-late = Jawabannya lambat
feedback-reason-not-solved = Masalah belum selesai
feedback-reason-other = Alasan lain
