import type { Words } from './words';

/**
 * Chinese in traditional characters; nothing parts words, so terms match anywhere.
 *
 * app: Google, Microsoft, mailcow "應用程式密碼"; Apple "App 專用密碼"; FairEmail "應用密碼"; ownCloud "軟體密碼". key, token: mailcow,
 * Nextcloud. The rest by hand.
 */
export const words: Words = {
  app: '應用程式密碼|應用密碼|應用程式專用|專用密碼|app 密碼|app密碼|軟體密碼|裝置密碼',
  pass: '密碼',
  once: '只顯示一次|僅顯示一次|只會顯示|再次查看|再次顯示|無法再|請複製|請儲存|妥善|已產生|已建立',
  copy: '複製',
  name: '名稱|標籤|描述|備註',
  delete: '刪除|移除|撤銷',
  key: '驗證器|驗證應用|認證應用|密鑰|設定金鑰|掃描',
  temp: '臨時|暫時|一次性密|驗證碼|動態密碼',
  recovery: '復原碼|復原金鑰|救援|備用碼|備份碼|還原碼',
  serial: '序號|訂單|客戶編號',
  token: '權杖|令牌|api 金鑰|api金鑰|存取金鑰|私密金鑰',
  other: '網路密碼|授權碼|產品金鑰|優惠|禮品|邀請碼|會議|指紋|資料庫',
  example: '例如|範例',
  own: '目前密碼|目前的密碼|舊密碼|確認密碼|忘記|變更密碼|重複密碼',
};
