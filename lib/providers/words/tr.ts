import type { Words } from './words';

/**
 * Turkish.
 *
 * app: Google, mailcow, FairEmail "uygulama şifresi"; ownCloud "uygulama parolaları / belirteçler"; Apple "uygulamaya
 * özel parola". key, token: mailcow, tt-rss. The rest by hand. "İ" in lower case is "i" with a dot above, so no term
 * begins with it.
 */
export const words: Words = {
  app: 'uygulama şifre|uygulama parola|uygulama* özel şifre|uygulama* özel parola|uygulama* özgü|uygulama paros|cihaz şifre|cihaz parola',
  pass: 'şifre|parola',
  once: 'yalnızca bir kez|sadece bir kez|bir daha|tekrar gör|kopyalayın|kaydedin|not edin|güvenli bir yer|oluşturuldu',
  copy: 'kopyala|pano',
  name: 'ad!|adı!|isim|etiket|açıklama',
  delete: 'sil!|kaldır|geri al',
  key: 'doğrulay|doğrulama uygul|yetkilendirici|gizli anahtar|kurulum anahtar|tarayın',
  temp: 'geçici|tek kullanım|tek seferlik|doğrulama kodu|güvenlik kodu|onay kodu',
  recovery: 'kurtarma|yedek kod',
  serial: 'seri no|seri num|sipariş n|müşteri n|referans',
  token: 'belirteç|api anahtar|erişim anahtar',
  other: 'ağ şifre|ağ parola|lisans|ürün anahtar|kupon|hediye|davet',
  example: 'örnek|örneğin|gibi görün',
  own: 'mevcut şifre|mevcut parola|eski şifre|eski parola|şifre* onay|şifre tekrar|parola tekrar|unuttu|şifre* değiş|parola* değiş',
};
