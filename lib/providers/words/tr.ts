import type { Words } from './words';

/**
 * Turkish.
 *
 * app: Google, mailcow, FairEmail "uygulama şifresi"; ownCloud "uygulama parolaları / belirteçler". Not looked up:
 * Apple "uygulamaya özel parola". key, token: mailcow, tt-rss. The rest is ours.
 */
export const words: Words = {
  app: 'uygulama*+parola|uygulama*+şifre|smtp belirte|uygulama parola* / belirteç|uygulama şifre|uygulama parola|uygulama* özel şifre|uygulama* özel parola|uygulama* özgü|uygulama paros|cihaz şifre|cihaz parola|uygulama* özgü şifre|uygulama* özgü parola|program şifre|program parola|e posta istemcisi şifre|aygıt şifre|aygıt parola',
  pass: 'şifre',
  once: 'yalnızca bir kez|sadece bir kez|bir daha|tekrar gör|bir kez göster|yalnız bir kez|yalnız bir defa|yalnızca bir defa|sadece bir defa|bir defa göster|tek sefer|yalnızca şimdi|tekrar göster|yeniden göster|yeniden görün|göremeyecek|görüntüleyemez|görüntülenmeyecek|gösterilmeyecek|asla|not alın|not edin|bir yere yaz|kaydedin|saklayın|kopyalayın|güvenli bir yer|oluşturuldu|üretildi|başarıyla oluştur|bu şifreyi|bu parolayı|yapıştırın|yeni şifreniz|yeni parolanız|yeni uygulama|işte|kapatmadan önce',
  copy: 'kopyala|pano',
  name: 'adını|açıklama|ad!|adı!|isim|adı gir|başlık|ne için|amaç|amacı|yorum|ad ver|cihaz adı|uygulama adı|tanım!',
  delete:
    'sil!|kaldır|geri al|bağlantıyı kes|bağlantısını kes|devre dışı|oturumu sonlandır|tüm oturumlar|tüm cihazlardan çık|oturumu kapat ve|erişimi iptal|şifreyi iptal|parolayı iptal|silin|silmek',
  cancel: 'vazgeç|kapat!|geri!|geri dön|şimdi değil|daha sonra|sonra!|yoksay|reddet|hayır, teşekkür|iptal',
  key: 'güvenlik anahtar|doğrulay|doğrulama uygul|yetkilendirici|gizli anahtar|qr kodu* tara|qr kodu* okut|karekod* tara|karekod* okut|kodu tara|barkod* tara|tarayamıyor|tarayamadınız|anahtarı gir|bu anahtarı|şu anahtarı|anahtarı elle|anahtarı el ile|anahtarı manuel|kurulum anahtar|yapılandırma anahtar|hesap anahtar|gizli kod|paylaşılan gizli|manuel anahtar',
  temp: 'geçici|tek kullanım|tek seferlik|doğrulama kodu|tek kullan|bir defalık|doğrulama kod|güvenlik kod|onay kod|teyit kod|giriş kod|oturum açma kod|yetkilendirme kod|cihaz kod|eşleştirme kod|erişim kod|erişim kart|ilk şifre|ilk parola|başlangıç şifre|dakika içinde sona|dakika sonra sona|saat içinde sona|saat sonra sona|dakika geçerli|dakika boyunca geçerli|saat geçerli|saat boyunca geçerli|süresi doluyor|süresi dolacak|6 haneli|altı haneli|süreli şifre|sıfırlama kod',
  recovery:
    'yedek kod|kurtarma kod|kurtarma anahtar|kurtarma ifade|yedek anahtar|yedekleme kod|yedekleme anahtar|acil durum kod|acil durum anahtar|acil kod|acil erişim|gizli ifade|tohum ifade|kilit açma kod|kilit açma anahtar|kurtarma kiti',
  serial:
    'seri no|seri num|sipariş|seri:|referans n|referans:|referans kod|müşteri n|müşteri kod|fatura n|hesap n|talep n|vaka n|takip n|kargo n|sözleşme n|üyelik n|abone n|işlem n|işlem kimli|rezervasyon n|rezervasyon kod|onay n|istek kimli|talep kimli|bağıntı kimli|korelasyon|oturum kimli|müşteri kimli|hesap kimli|cihaz kimli|kullanıcı kimli|hata kod|tc kimlik',
  token:
    'belirte|belirteç|api anahtar|özel anahtar|genel anahtar|açık anahtar|şifreleme anahtar|imzalama anahtar|istemci gizli|istemci sırrı|erişim anahtar',
  other:
    'davet kod|ağ şifre|ağ parola|lisans|ürün anahtar|hediye|kablosuz ağ|modem şifre|yönlendirici şifre|ürün kod|etkinleştirme kod|etkinleştirme anahtar|aktivasyon|kayıt kod|indirim kod|indirim|kampanya kod|davet|toplantı kimli|toplantı kod|toplantı şifre|toplantı parola|bağlantı şifre|bağlantı parola|dosya şifre|dosya parola|misafir şifre|paylaşım şifre|paylaşım parola|paylaşım bağlant|cüzdan|sağlama top|parmak izi|veritaban|veri taban|banka hesab|oturum açılan cihaz|oturum açık cihaz|oturum açtığınız cihaz|giriş yapılan cihaz|giriş yapılmış cihaz|oturum açmış olduğunuz|bu cihazlarda oturum|aktif oturum|etkin oturum|açık oturum|geçerli oturum|mevcut oturum|son etkinlikler|son işlemler|giriş etkinli|giriş geçmişi|oturum açma geçmişi|oturum açma etkinli|son görülme|son aktif|en son etkin|tarayıcı oturum|cihazları yönet|cihazlarınızı yönet|hesabınıza erişimi olan|hesabınıza erişebilen|· cihazlarınız|· cihazlarım',
  example:
    'örnek|örneğin|örneği|mesela|örn.|örn:|şuna benzer|buna benzer|şöyle görün|şu şekilde görün|gibi görün|böyle görün|gerçek bir şifre değil|gerçek bir parola değil|gerçek değil|gerçek şifre değil|hayali|temsili|numune|şu biçimde|uygulama şifresi nedir|uygulama şifreleri nedir|uygulama parolası nedir|uygulama parolaları nedir|şifresi nedir|parolası nedir|şifreleri nedir|parolaları nedir|ne işe yarar|nasıl çalışır',
  own: 'geçerli parola|geçerli şifre|mevcut şifre|mevcut parola|şifre* onay|şifre* değiş|parola* değiş|eski şifre|eski parola|önceki şifre|önceki parola|şu anki şifre|şu anki parola|güncel şifre|· hesap şifre|· hesap parola|· hesabınızın şifre|· giriş şifre|· oturum açma parola|şifre* doğrula|parola* doğrula|parola* onay|şifre* yeniden gir|yeni şifre+tekrar|yeni parola+tekrar|ana parola|ana şifre|şifrenizi gir|parolanızı gir|şifrenizi mi unut|unuttu|şifre* sıfırla|parola* sıfırla|şifre tekrarı|şifreyi tekrar gir|parolayı tekrar gir|şifreyi yeniden gir|parolayı yeniden gir',
};
