import type { Words } from './words';

/**
 * Vietnamese.
 *
 * app: mailcow, FairEmail "mật khẩu ứng dụng". key, token: mailcow, Nextcloud. The rest by hand.
 */
export const words: Words = {
  app: 'mật khẩu ứng dụng|mật khẩu+ứng dụng',
  pass: 'mật khẩu',
  once: 'một lần!|không thể xem lại|sẽ không|hãy sao chép|hãy lưu|nơi an toàn|đã được tạo',
  copy: 'sao chép',
  name: 'tên!|nhãn|mô tả',
  delete: 'xóa|xoá|thu hồi|gỡ',
  key: 'ứng dụng xác thực|khóa bí mật|khóa thiết lập|quét mã',
  temp: 'tạm thời|dùng một lần|mã xác minh|mã xác nhận',
  recovery: 'khôi phục|mã dự phòng',
  serial: 'số sê ri|mã đơn hàng|số tham chiếu',
  token: 'khóa api|khoá api|khóa truy cập',
  other: 'mật khẩu mạng|giấy phép|bản quyền|phiếu|thẻ quà|mã mời',
  example: 'ví dụ',
  own: 'mật khẩu hiện tại|mật khẩu cũ|nhập lại|xác nhận mật khẩu|quên|đổi mật khẩu',
};
