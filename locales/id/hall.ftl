# The pages of the hall: the display, the touch panel, and the ticket on the phone.

# What they share.
hall-device-title = Layar ini belum terdaftar
hall-device-text = Buka tautan pendaftaran dari penanggung jawab loket di layar ini. Jika perlu bantuan, telepon { $phone } (bahasa Jepang).
hall-try-again = Buka lagi
hall-lost = Koneksi terputus. Informasi terakhir diterima pukul { $time }. Sedang disambungkan kembali secara otomatis.
hall-number = Nomor
hall-due = Jam reservasi
hall-wait = Dipanggil dalam
hall-late = Karena jam reservasi Anda sudah lewat, Anda dipanggil setelah orang yang sekarang menunggu.
hall-unforeseen = Saat ini waktu tunggu belum bisa diperkirakan. Nomor Anda akan dipanggil sesuai giliran.

# The display. It is shown in Japanese and English.
board-title = Panggilan nomor antrean
board-now = Sedang dipanggil
board-nobody = Silakan menunggu sampai nomor Anda dipanggil
board-counter = Loket { $counter }
board-recent = Sudah dipanggil
board-none-yet = Belum ada
board-waiting = Menunggu
board-booked = Dengan reservasi
board-walk-in = Tanpa reservasi
board-people = { $people } orang
board-order = Pemanggilan mengikuti jam reservasi, jadi nomor bisa tidak berurutan.
board-reservation-only = Loket ini hanya melayani yang punya reservasi.
board-closed = Saat ini loket tutup.
board-sound = Nyalakan suara

# The ticket on the phone.
follow-title = Urutan Anda
follow-ahead = { $ahead ->
    [0] Berikutnya giliran Anda. Silakan menunggu di depan loket.
   *[other] Di depan Anda ada { $ahead } orang.
}
follow-later = Anda tidak akan dipanggil sebelum pukul { $time }.
follow-serving = Urusan Anda sedang dilayani di loket { $counter }.
follow-where = Tempat
follow-late = Saya perlu { $minutes } menit lagi
follow-save-needs = Beri tahu petugas
follow-papers = Reservasi dan yang dibawa
follow-chat = Tanya atau buat reservasi
follow-keep-open = Biarkan halaman ini terbuka. Saat Anda dipanggil, tampilan berubah, lalu ponsel berbunyi dan bergetar.
follow-refused = Saat ini tidak bisa. Silakan lihat keterangan di atas.
follow-gone-title = Nomor antrean (番号札) tidak ditemukan
follow-gone-text = Nomor antrean hanya berlaku pada hari nomor itu diambil. Jika urusan Anda belum selesai, silakan ke mesin antrean di loket atau tanya petugas.

# The touch panel.
kiosk-start = Kembali ke awal
kiosk-language-title = Pilih bahasa
kiosk-menu-title = Pilih keperluan Anda
kiosk-booked = Saya punya reservasi
kiosk-booked-hint = Lapor datang dengan nomor reservasi atau kode QR
kiosk-ticket = Ambil nomor tanpa reservasi
kiosk-ticket-hint = Lihat dulu waktu tunggunya, lalu ambil nomor
kiosk-question = Saya mau bertanya
kiosk-question-hint = Tentang urusan dan apa yang harus dibawa
kiosk-staff = Jika perlu bantuan, silakan tanya petugas.
kiosk-code-title = Lapor datang untuk reservasi
kiosk-code-label = Nomor reservasi (8 huruf/angka)
kiosk-code-hint = Tekan nomor reservasi Anda, atau dekatkan kode QR ke alat pembaca.
kiosk-check-in = Lapor datang
kiosk-erase = Hapus satu
kiosk-camera = Pindai QR dengan kamera
kiosk-camera-stop = Tutup kamera
kiosk-camera-failed = Kamera tidak bisa dipakai. Silakan tekan nomor reservasi Anda.
kiosk-code-unknown = Nomor reservasi ini tidak ditemukan. Silakan periksa dan masukkan lagi.
kiosk-code-too-often = Nomor reservasi beberapa kali salah, jadi lapor datang tidak bisa di mesin ini. Silakan tanya petugas.
kiosk-not-now-title = Nomor antrean (番号札) tidak bisa diberikan
kiosk-already-here = Kedatangan untuk reservasi ini sudah dicatat. Jika nomor antrean Anda hilang, silakan tanya petugas.
kiosk-cancelled = Reservasi ini sudah dibatalkan. Jika ingin dilayani hari ini, silakan ambil nomor antrean.
kiosk-procedure-title = Untuk urusan apa?
kiosk-reservation-only = Loket ini hanya melayani yang punya reservasi. Pilih urusan Anda untuk melihat jam yang kosong.
kiosk-people-title = Berapa orang yang mengurus?
kiosk-people-hint = Anak yang diurus juga dihitung satu orang.
kiosk-wait-title = Waktu tunggu saat ini
kiosk-not-now = Tidak ambil nomor
kiosk-refused-title = Saat ini nomor antrean (番号札) tidak bisa diberikan
kiosk-free-title = Jam kosong terdekat untuk reservasi
kiosk-book-phone = Pindai dengan ponsel untuk membuat reservasi, atau minta bantuan petugas.
kiosk-ticket-title = Silakan ambil nomor antrean (番号札) Anda
kiosk-follow = Pindai untuk melihat urutan Anda di ponsel
kiosk-called-how = Nomor Anda dipanggil lewat layar dan pengeras suara.
kiosk-print = Cetak
kiosk-done = Selesai
kiosk-link = Pindai untuk membuka halaman ini di ponsel
kiosk-forgets = Dalam { $seconds } detik, layar kembali ke awal dan isian Anda dihapus.
kiosk-go-on = Lanjutkan
