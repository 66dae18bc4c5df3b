import type { Words } from './words';

/**
 * Turkish.
 *
 * app: Google, mailcow, FairEmail "uygulama şifresi"; ownCloud "uygulama parolaları / belirteçler". Not looked up:
 * Apple "uygulamaya özel parola". key, token: mailcow, tt-rss. The rest by hand.
 */
export const words: Words = {
  app: 'uygulama*+parola|uygulama*+şifre|smtp belirte|uygulama parola* / belirteç|uygulama şifre|uygulama parola|uygulama* özel şifre|uygulama* özel parola|uygulama* özgü|uygulama paros|cihaz şifre|cihaz parola',
  pass: 'şifre',
  once: 'yalnızca bir kez|sadece bir kez|bir daha|tekrar gör',
  copy: 'kopyala|pano',
  name: 'açıklama|ad!|adı!|isim',
  delete: 'iptal et|sil!|kaldır',
  key: 'güvenlik anahtar|doğrulay|doğrulama uygul|yetkilendirici|gizli anahtar',
  temp: 'geçici|tek kullanım|tek seferlik|doğrulama kodu',
  recovery: 'kurtarma|yedek kod',
  serial: 'seri no|seri num|sipariş',
  token: 'belirte|belirteç|api anahtar',
  other: 'davet kod|ağ şifre|ağ parola|lisans|ürün anahtar|hediye',
  example: 'örnek|örneğin',
  own: 'geçerli parola|geçerli şifre|mevcut şifre|mevcut parola|şifre* onay|şifre tekrar|şifre* değiş|parola* değiş',
};
