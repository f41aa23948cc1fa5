# The conversation itself.

welcome =
    Ini { $counter }, { $city }. Silakan ketik pertanyaan Anda atau kapan Anda ingin datang.
    Contoh: “Apa yang perlu dibawa untuk memperpanjang sertifikat elektronik?” atau “15/12 10:30”.
help =
    Ketik pertanyaan Anda, atau pilih di bawah.
    “Berhenti”, “kembali”, “ulang dari awal”, “ganti bahasa”, dan “tanya petugas” bisa dipakai kapan saja.
thanks = Sama-sama. Silakan tulis lagi kapan saja.
secret-masked = My Number, PIN, atau nomor rahasia lain dalam pesan Anda tidak kami simpan. Nomor itu tidak perlu dikirim ke sini.
unintelligible = Kami hanya bisa membaca pesan teks. Silakan ketik pertanyaan Anda.
first-text-stands = Kami tetap memakai teks yang pertama Anda kirim. Jika ingin mengubahnya, silakan kirim lagi sebagai pesan baru.
stopped = Sudah dihentikan. Reservasi Anda tidak berubah.
nothing-to-stop = Tidak ada yang perlu dihentikan. Ada yang bisa kami bantu?
started-over = Mari mulai lagi dari awal.
nothing-before = Tidak ada langkah sebelumnya. Ada yang bisa kami bantu?
stale-button = Tombol itu dari langkah sebelumnya. Ini langkah kita sekarang.
language-ask = 言語 / Language: Anda ingin bahasa apa?
language-changed = Selanjutnya kami menjawab dalam bahasa Indonesia.
language-offer = Kami bisa menjawab dalam bahasa Indonesia.
server-trouble = Maaf, ada gangguan pada sistem kami. Silakan coba lagi sebentar lagi, atau telepon { $phone } (bahasa Jepang).
too-fast = Pesan Anda datang terlalu cepat. Mohon tunggu sebentar sebelum mengirim lagi.
form-resume = Sekarang kita lanjutkan reservasinya.
unclear = Maaf, kami tidak memahaminya. Silakan tulis dengan kata lain atau pilih di bawah.

# Formats. `weekday` counts from 1 for Monday.
date = { $weekday ->
    [1] Sen
    [2] Sel
    [3] Rab
    [4] Kam
    [5] Jum
    [6] Sab
   *[7] Min
}, { $day } { $month ->
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
}
time = { $hour }:{ $minute2 }
list-separator = {", "}
promise-within = dalam { $minutes } menit
promise-after = mulai { $date }, { $time }

# Buttons.
choice-yes = Ya
choice-none-of-these = Tidak ada yang cocok
choice-unhelpful = 👎 Tidak membantu
choice-add-procedure = Tambah urusan lain
choice-days-from = Hari lain mulai { $date }
choice-times-from = Mulai { $time }
choice-confirm-booking = Buat reservasi ini
choice-confirm-cancel = Batalkan reservasi
choice-confirm = Ya
choice-back = Kembali
choice-start-over = Ulang dari awal
choice-stop = Berhenti
choice-resume = Lanjutkan reservasi
choice-show = Lihat reservasi
choice-change = Ubah hari atau jam
choice-cancel = Batalkan reservasi
choice-change-one = Ubah { $date } { $time }
choice-cancel-one = Batalkan { $date } { $time }
choice-coming = Saya akan datang
choice-documents = Apa yang harus dibawa
choice-withdraw-case = Tidak perlu petugas lagi
choice-accept-case = Tangani kasus ini
choice-close-case = Tutup kasus ini
action-book = Buat reservasi
action-change = Ubah reservasi
action-cancel = Batalkan reservasi
action-my-reservation = Lihat reservasi saya
action-staff = Tanya petugas
action-ticket = Ambil nomor antrean
action-check-in = Saya sudah tiba
action-documents = Apa yang harus dibawa
action-language = Ganti bahasa / 言語 / Language
action-wait-time = Waktu tunggu sekarang
choice-keep = Reservasi tetap
choice-documents-of = Yang dibawa: { $procedure }
date-year = { $day } { $month ->
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
