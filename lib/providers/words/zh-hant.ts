import type { Words } from './words';

/**
 * Chinese in traditional characters; nothing parts words, so terms match anywhere.
 *
 * app: Google, mailcow, FairEmail "應用程式密碼"; FairEmail "應用密碼"; ownCloud "軟體密碼". Not looked up: Apple "App 專用密碼". key,
 * token: mailcow, Nextcloud. The rest by hand.
 */
export const words: Words = {
  app: '軟體密碼/令牌|應用程式密碼|應用密碼|應用程式專用|專用密碼|app 密碼|app密碼|軟體密碼|裝置密碼',
  pass: '密碼',
  once: '只顯示一次|僅顯示一次|只會顯示|再次顯示',
  copy: '複製',
  name: '名稱|標籤|備註',
  delete: '刪除|撤銷',
  key: '驗證器|驗證應用|認證應用|設定金鑰',
  temp: '臨時|暫時|一次性密|驗證碼',
  recovery: '復原碼|復原金鑰',
  serial: '序號|訂單',
  token: '權杖|api 金鑰',
  other: '網路密碼|授權碼|產品金鑰|優惠|禮品|邀請碼',
  example: '範例',
  own: '目前密碼|目前的密碼|確認密碼|忘記|變更密碼',
};
