import type { Words } from './words';

/**
 * Korean.
 *
 * app: Google, mailcow, FairEmail "앱 비밀번호"; ownCloud "앱 암호", "앱 패스코드". Not looked up: Apple, Microsoft "앱 암호", Naver
 * "애플리케이션 비밀번호". key, token: mailcow, Nextcloud. The rest by hand.
 */
export const words: Words = {
  app: '애플리케이션별 비밀번호|앱의+비밀번호|smtp 토큰|앱 암호 / 토큰|앱 비밀|앱 암호|앱별|앱 전용|앱용|앱 패스|애플리케이션 비밀|애플리케이션 암호|응용 프로그램 암호|기기 비밀',
  pass: '비밀번호|암호!|암호를|암호가|패스워드|패스코드',
  once: '한 번만|한번만|다시 볼|다시 표시',
  copy: '복사|클립보드',
  name: '레이블|설명|이름|라벨|설명',
  delete: '해지|삭제|제거',
  key: '보안 키|인증 앱|인증기|비밀 키',
  temp: '임시|일회용|인증 코드|인증번호',
  recovery: '복구|백업 코드',
  serial: '일련|시리얼|주문 번호',
  token: '토큰|api 키',
  other: '네트워크|라이선스|제품 키|쿠폰|상품권|초대',
  example: '예를 들|예시',
  own: '현재 비밀|현재 암호|비밀번호 확인|다시 입력|비밀번호 변경',
};
