import type { Words } from './words';

/**
 * English, and what other languages borrow from it.
 *
 * app: Microsoft, Google, Yahoo, Fastmail, Bluesky, mailcow and Nextcloud "app password"; Apple "app-specific password";
 * Zoho, GMX "application-specific password"; WordPress, OX "application password"; Zimbra "application passcode";
 * ownCloud "app passwords / tokens", "app passcode"; OpenCloud "app token"; Proton "SMTP token"; Mail.ru "password for
 * external applications". once: WordPress, Nextcloud, Bluesky. key, temp: Nextcloud's and Microsoft's set-up pages.
 * The rest by hand.
 */
export const words: Words = {
  app: 'app pass|apppass|app specific pass|applic* pass|applic* specific pass|applic* code!|applic* codes!|device pass|device specific pass|client specific pass|pass* for+applic|pass* for apps!|pass* for an app!|pass* for external app|pass* for mail|app token!|app tokens!|pass* / tokens|smtp token|external app* pass|third party app* pass|legacy app* pass|mail client pass|bridge pass|imap pass|smtp pass|caldav pass|webdav pass',
  pass: 'passw|passc',
  once: 'shown once|only once|displayed once|shown again|show it again|see it again|see this|view it again|displayed again|not be able to|won t be able to|able to retrieve|copy it|copy this|copy the|copy your|save it|save this|be sure to save|store it|write it down|write this|somewhere safe|safe place|secure place|generated|your new pass|has been created|was created|use this|credentials below|close this',
  copy: 'copy|copied|clipboard',
  name: 'name|label|title|descri|app name|device name|nickname',
  delete: 'delete|remove|revoke|disconnect|deactivate',
  key: 'authenticat* app|authenticator|secret key|setup key|set up key|set up+authent|scan+qr|scan+code|scan+barcode|can t scan|verification app|enter+manually|totp|otp key|otp secret|security key|passkey|shared secret|2fa key',
  temp: 'temporary|one time|otp!|verification code|security code|confirmation code|login code|sign in code|sms code|expires in|valid for|device code|pairing code|access code|reset code',
  recovery:
    'recovery|backup code|backup key|back up code|rescue|emergency code|scratch code|seed phrase|mnemonic|recover',
  serial:
    'serial n|reference n|ref. n|order n|order id|tracking|customer n|account n|ticket n|invoice|user id|account id|tenant id|object id|application id|client id|device id|session id|request id|transaction|confirmation n|imei|model n|version|username|user name',
  token:
    'token|api key|api secret|access key|personal access|client secret|consumer|webhook|signing|private key|public key|ssh|deploy key|bearer|service account|jwt|encryption key|stream key',
  other:
    'wi fi|wifi|wlan|network pass|network key|wpa|router|hotspot|licen* key|licen* code|product key|activation|serial key|voucher|gift|coupon|promo|discount|invit|referral|meeting|conference|webinar|pin!|pin code|puk|iban|checksum|fingerprint|sha256|sha 256|md5|hash!|commit|database|connection string|mysql|postgres|captcha|share link|guest pass|file pass',
  example: 'for example|example|e.g|for instance|looks like|look like|sample|such as|placeholder',
  own: 'current pass|old pass|account pass|sign in to|log in to|repeat+pass|confirm+pass|retype|re enter|enter your pass|forgot|change+pass|reset+pass|master pass|new pass*+repeat|apple id|apple account',
};
