import type { Words } from './words';

/**
 * Indonesian and Malay.
 *
 * app: FairEmail "kata sandi aplikasi". Google's "sandi aplikasi" from memory. The rest by hand.
 */
export const words: Words = {
  app: 'sandi aplik|sandi khusus aplik|sandi untuk+aplik|sandi app!|kata laluan apl',
  pass: 'sandi!|kata laluan',
  once: 'hanya sekali|satu kali|tidak akan dapat|tidak dapat melihat|salin sandi|simpan di|tempat aman|telah dibuat',
  copy: 'salin|disalin|papan klip',
  name: 'nama|keterangan|deskripsi',
  delete: 'hapus|cabut',
  key: 'aplik*+autentik|kunci rahasia|kunci penyiapan|pindai',
  temp: 'sementara|sekali pakai|kode verif|kode keamanan',
  recovery: 'kode pemulihan|kunci pemulihan|kode cadangan',
  serial: 'nomor seri|nomor pes|nomor ref',
  token: 'kunci api|kunci akses',
  other: 'sandi jaringan|lisensi|kupon|kartu hadiah|kode undangan',
  example: 'contoh|misalnya',
  own: 'sandi saat ini|sandi lama|ulangi|lupa|ubah sandi|konfirmasi sandi',
};
