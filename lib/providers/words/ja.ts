import type { Words } from './words';

/**
 * Japanese; nothing parts words, so terms match anywhere.
 *
 * app: Google, Microsoft "アプリ パスワード"; Apple "アプリ用パスワード", "App 用パスワード"; mailcow, FairEmail "アプリパスワード"; WordPress
 * "アプリケーションパスワード". key, token: mailcow, Nextcloud, tt-rss. The rest by hand.
 */
export const words: Words = {
  app: 'アプリ パス|アプリパス|アプリ用パス|アプリ用のパス|app 用パス|app用パス|アプリケーション パス|アプリケーションパス|アプリ固有|アプリ専用|アプリのパスワード|専用パスワード',
  pass: 'パスワード|パスコード',
  once: '一度だけ|一度しか|1度だけ|1 回だけ|再表示|再度表示|二度と|コピーしてください|保管|生成され|作成され|控えて',
  copy: 'コピー',
  name: '名前|名称|アプリ名|デバイス名|ラベル|説明',
  delete: '削除|取り消|取消|無効|消去',
  key: '認証アプリ|認証システム|秘密鍵|シークレット キー|セットアップ キー|スキャン',
  temp: '一時|ワンタイム|確認コード|認証コード|仮パス',
  recovery: '復旧|リカバリ|バックアップ コード|バックアップコード|回復',
  serial: 'シリアル|注文番号|お客様番号|参照番号',
  token: 'トークン|apiキー|api キー|アクセスキー|アクセス キー',
  other: 'ネットワーク|ライセンス|プロダクト|クーポン|ギフト|招待|データベース|指紋',
  example: 'たとえば|例えば|例:|サンプル',
  own: '現在のパス|再入力|もう一度入力|忘れ|パスワードの変更|パスワードを変更',
};
