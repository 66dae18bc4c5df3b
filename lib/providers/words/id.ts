import type { Words } from './words';

/**
 * Indonesian and Malay.
 *
 * app: FairEmail "kata sandi aplikasi". Not looked up: Google "sandi aplikasi". The rest is ours.
 */
export const words: Words = {
  app: 'sandi aplik|sandi khusus aplik|sandi untuk+aplik|sandi app!|kata laluan apl|kata sandi untuk+aplik|kata sandi khusus|sandi khusus app|kata laluan khusus|kata laluan untuk+apl|kata laluan app!|sandi perangkat|kode aplikasi|kata laluan peranti',
  pass: 'sandi!|kata laluan|kata sandi',
  once: 'hanya sekali|satu kali|tidak akan dapat|sekali saja|sekali sahaja|tidak akan ditampil|tidak akan dipapar|tidak bisa melihat|tidak dapat melihat|tidak akan bisa|catat|tuliskan|simpan|salin sandi|tempat yang aman|tempat aman|tempat yang selamat|telah dibuat|berhasil dibuat|telah dijana|dihasilkan|gunakan sandi ini|gunakan kata sandi|masukkan sandi ini|masukkan kata sandi ini|tempel|sandi baru anda|berikut adalah|sebelum menutup',
  copy: 'salin|disalin|papan klip',
  name: 'nama|keterangan|judul|deskripsi|tujuan|untuk apa|huraian|penerangan',
  delete:
    'hapus|cabut|menghapus|padam|mencabut|batalkan akses|putuskan|nonaktif|buang!|alih keluar|batalkan kebenaran|keluar dari semua|akhiri sesi|tamatkan sesi',
  cancel:
    'batal!|batalkan!|tutup!|kembali!|buang perubahan|nanti!|lain kali|jangan sekarang|bukan sekarang|tolak!|lewati|abaikan|tidak, terima',
  key: 'aplik*+autentik|kunci rahasia|aplik*+pengautentikasi|pengesah|kunci keamanan|kunci keselamatan|kunci rahsia|kunci penyiapan|kunci persediaan|kunci konfigurasi|pindai+kode|pindai+qr|imbas+kod|memindai kode|tidak dapat memindai|tidak bisa memindai|masukkan kunci|kunci secara manual|kunci akun|kode rahasia|rahasia bersama',
  temp: 'sementara|sekali pakai|kode verif|kode keamanan|kod keselamatan|kode konfirmasi|kode masuk|kode login|kode akses|kod akses|kode otentikasi|kode autentikasi|kod pengesahan|kode sms|kode perangkat|kode pemasangan|sandi awal|kode sekali|sandi sekali|akan kedaluwarsa dalam|kedaluwarsa dalam|berakhir dalam|tamat tempoh dalam|berlaku selama|berlaku+menit|6 digit|enam digit|kode reset|kode setel ulang',
  recovery:
    'kode pemulihan|kunci pemulihan|kod pemulihan|frasa pemulihan|kata pemulihan|kode cadangan|kunci cadangan|kod sandaran|kode darurat|kunci darurat|kod kecemasan|kode penyelamatan|frasa rahasia|kode buka kunci|kunci buka',
  serial:
    'nomor seri|no. seri|nombor siri|nomor referensi|referensi:|nomor pesanan|nomor pelanggan|nomor faktur|nomor tagihan|nomor rekening|nomor akun|nomor kasus|nomor resi|nomor pelacakan|nomor kontrak|nomor anggota|nomor transaksi|nomor reservasi|kode pemesanan|kode booking|nomor model|nomor konfirmasi|id permintaan|id sesi|id pelanggan|id perangkat|kode kesalahan|kode error',
  token:
    'kunci api|kunci akses|kunci pribadi|kunci privat|kunci publik|kunci enkripsi|rahasia klien|kunci penandatanganan',
  other:
    'sandi jaringan|lisensi|kartu hadiah|kunci jaringan|sandi router|kunci produk|kode produk|kode aktivasi|kunci aktivasi|kode registrasi|kode pendaftaran|diskon|kode hadiah|kode undangan|undangan|id rapat|kode rapat|sandi rapat|sandi tautan|sandi file|sandi tamu|tautan berbagi|dompet|sidik jari|basis data|rekening bank|perangkat yang masuk|perangkat tempat anda|perangkat yang login|tempat anda login|tempat anda masuk|sesi aktif|sesi saat ini|aktivitas keamanan terbaru|aktivitas login|riwayat login|riwayat masuk|terakhir aktif|terakhir terlihat|terakhir dilihat|sesi browser|kelola perangkat|aplikasi dengan akses ke|aplikasi yang memiliki akses',
  example:
    'contoh|misal|umpama|terlihat seperti|tampak seperti|kelihatan seperti|mirip seperti|serupa dengan ini|bukan sandi yang sebenarnya|bukan sandi asli|bukan yang sebenarnya|bukan sungguhan|fiktif|apa itu sandi|apa itu kata sandi|apakah sandi aplik|apakah itu sandi|apakah kata laluan apl|apa yang dimaksud dengan sandi|· tentang sandi',
  own: 'sandi saat ini|ulangi|lupa|sandi lama|kata laluan lama|sandi sebelumnya|sandi sekarang|kata laluan semasa|konfirmasi sandi|konfirmasi kata sandi|sahkan kata laluan|masukkan ulang|ulang sandi|ubah sandi|ubah kata sandi|tukar kata laluan|reset sandi|sandi baru+ulang|sandi baru+konfirmasi|sandi utama|sandi induk|· sandi akun|· kata sandi akun|· sandi login|masukkan sandi anda|masukkan kata sandi anda|· ganti sandi|· ganti kata sandi|mengganti sandi',
};
