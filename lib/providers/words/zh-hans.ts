import type { Words } from './words';

/**
 * Chinese in simplified characters; nothing parts words, so terms match anywhere.
 *
 * app: mailcow, ownCloud, FairEmail "应用密码"; FairEmail "app 密码"; tt-rss "APP密码"; OX "应用程序密码". As other pages quote it:
 * Apple "App 专用密码". Not looked up: Google "应用专用密码", mail services of China "客户端授权码". key, token: mailcow, Nextcloud.
 * The rest by hand.
 */
export const words: Words = {
  app: '应用程序*密码|smtp 令牌|应用密码 / 令牌|应用密码|应用程序密码|应用专用|应用程序专用|专用密码|app 密码|app密码|客户端授权|客户端密码|设备密码',
  pass: '密码',
  once: '无法再次查看|记下|一次性显示|只显示一次|仅显示一次|仅会显示',
  copy: '复制',
  name: '说明|标签|描述|备注',
  delete: '撤销|删除|移除',
  key: '安全密钥|验证器|认证应用|设置密钥',
  temp: '临时|一次性代码|验证码|动态口令',
  recovery: '恢复代码|恢复码',
  serial: '序列号|订单',
  token: '令牌|api 密钥',
  other: '无线|网络密码|许可|产品密钥|礼品|邀请码',
  example: '例如|示例',
  own: '当前密码|确认密码|忘记|修改密码|更改密码',
};
