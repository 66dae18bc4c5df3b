import type { Words } from './words';

/**
 * Japanese; nothing parts words, so terms match anywhere.
 *
 * app: Google "アプリ パスワード"; Apple "アプリ用パスワード", "App 用パスワード"; mailcow, FairEmail "アプリパスワード". Not looked up: Microsoft,
 * WordPress "アプリケーションパスワード". key, token: mailcow, Nextcloud, tt-rss. The rest by hand.
 */
export const words: Words = {
  app: 'アプリ用*パスワード|smtpトークン|smtp トークン|アプリ パス|アプリパス|アプリ用パス|アプリ用のパス|app 用パス|app用パス|アプリケーション パス|アプリケーションパス|アプリ固有|アプリ専用|アプリのパスワード|専用パスワード',
  pass: 'パスワード|パスコード',
  once: '書き留め|再び表示|一度だけ|一度しか|1度だけ|1 回だけ',
  copy: 'コピー',
  name: 'デバイス名|ラベル|説明|名前|名称|アプリ名',
  delete: '削除|取り消',
  key: 'セキュリティ キー|セキュリティキー|認証アプリ|認証システム|秘密鍵',
  temp: '仮パスワード|一時|ワンタイム|確認コード|認証コード',
  recovery: '回復コード|復旧|リカバリ|バックアップ コード',
  serial: 'シリアル|注文番号',
  token: 'api キー|apiキー|トークン|apiキー',
  other: 'ネットワーク|ライセンス|プロダクト|クーポン|ギフト|招待',
  example: '例えば|の例|たとえば|例えば',
  own: '現在のパス|再入力|もう一度入力|忘れ|パスワードの変更|パスワードを変更',
};
