import type { Words } from './words';

/**
 * Vietnamese.
 *
 * app: mailcow, FairEmail "mật khẩu ứng dụng". key, token: mailcow, Nextcloud. The rest by hand.
 */
export const words: Words = {
  app: 'mật khẩu ứng dụng|mật khẩu cho ứng dụng|mật khẩu dành+ứng dụng',
  pass: 'mật khẩu',
  once: 'một lần!|không thể xem lại|sẽ không',
  copy: 'sao chép',
  name: 'tên!|nhãn',
  delete: 'xóa|xoá',
  key: 'ứng dụng xác thực|khóa bí mật',
  temp: 'tạm thời|dùng một lần|mã xác minh',
  recovery: 'khôi phục|mã dự phòng',
  serial: 'số sê ri',
  token: 'khóa api',
  other: 'mật khẩu mạng|giấy phép|bản quyền',
  example: 'ví dụ',
  own: 'mật khẩu hiện tại|nhập lại|xác nhận mật khẩu',
};
