import type { Words } from './words';

/**
 * Indonesian and Malay.
 *
 * app: FairEmail "kata sandi aplikasi". Not looked up: Google "sandi aplikasi". The rest by hand.
 */
export const words: Words = {
  app: 'sandi aplik|sandi khusus aplik|sandi untuk+aplik|sandi app!|kata laluan apl',
  pass: 'sandi!|kata laluan',
  once: 'hanya sekali|satu kali|tidak akan dapat',
  copy: 'salin|disalin',
  name: 'nama|keterangan',
  delete: 'hapus|cabut',
  key: 'aplik*+autentik|kunci rahasia',
  temp: 'sementara|sekali pakai|kode verif',
  recovery: 'kode pemulihan|kunci pemulihan',
  serial: 'nomor seri',
  token: 'kunci api',
  other: 'sandi jaringan|lisensi|kartu hadiah',
  example: 'contoh',
  own: 'sandi saat ini|ulangi|lupa',
};
