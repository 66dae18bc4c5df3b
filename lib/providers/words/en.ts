import type { Words } from './words';

/**
 * English, and what other languages borrow from it.
 *
 * app: Apple "app-specific password"; Google, Yandex, mailcow, Bluesky, Microsoft, Nextcloud "app password"; ownCloud
 * "app passwords / tokens", "app passcode"; OpenCloud "app token"; WordPress "application password". Not looked up:
 * Zoho, GMX "application-specific password", Zimbra "application passcode", Proton "SMTP token", Mail.ru "password for
 * an external app". The rest by hand.
 */
export const words: Words = {
  app: 'pass* for your app!|pass* for my app!|smtp token|token smtp|app pass* / token|passw* / token|app pass|apppass|app specific pass|applic* pass|applic* specific pass|applic* code!|applic* codes!|device pass|device specific pass|client specific pass|pass* for+applic|pass* for apps!|app token!|app tokens!|smtp token|mail client pass|bridge pass|imap pass|smtp pass|caldav pass|webdav pass|pass* for+external app',
  pass: 'passw|passc',
  once: 'created successfully|shown once|only once|displayed once|shown again|see it again|see this|view it again|displayed again|not be able to|won t be able to|copy it|copy this|copy your|save it|save this|be sure to|store it|write it down|write this|safe place|somewhere safe|generated|your new pass|has been created|was created|use this|credentials below',
  copy: 'copy|copied|clipboard',
  name: 'name|label|title|descri|nickname',
  delete: 'delete|remove|revoke|disconnect|deactivate',
  key: 'security key|authenticator|authenticat* app|secret key|setup key|set up key|scan+qr|scan+code!|scan+barcode|can t scan|verification app|totp|otp secret|otp key|2fa|shared secret',
  temp: 'one time pass|one time code|otp!|verification code|security code|confirmation code|login code|sign in code|sms code|device code|pairing code|access code|reset code',
  recovery:
    'recovery code|recovery key|recovery phrase|recovery word|backup code|back up code|backup key|rescue|emergency code|scratch code|seed phrase|mnemonic|backup phrase',
  serial:
    'serial n|reference n|ref. n|order n|order id|tracking n|customer n|account n|ticket n|invoice|user id|account id|tenant id|object id|application id|client id|device id|session id|request id|transaction i|confirmation n|imei',
  token:
    '~token|api key|api secret|access key|personal access|client secret|consumer key|webhook|signing key|signing secret|private key|public key|ssh key|deploy key|bearer|encryption key|stream key',
  other:
    'wi fi|wifi|wlan|network pass|network key|router pass|licen* key|licen* code|product key|activation c|activation k|serial key|voucher|gift c|coupon|promo|discount|invit* code|invit* link|referral|meeting id|meeting code|meeting pass|pin!|pin code|puk!|iban!|checksum|fingerprint|sha256|sha 256|md5|hash!|commit!|database|connection string|guest pass|file pass',
  example: 'example|e.g|for instance|looks like|look like|sample|such as|placeholder',
  own: 'current pass|old pass|sign in to continue|repeat+pass|confirm+pass|retype|re enter|enter your pass|enter your account pass|forgot|change pass|change your pass|reset pass|reset your pass|master pass|new pass*+repeat',
};
