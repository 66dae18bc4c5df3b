import type { Words } from './words';

/**
 * Vietnamese.
 *
 * app: mailcow, FairEmail "mật khẩu ứng dụng". key, token: mailcow, Nextcloud. The rest is ours.
 */
export const words: Words = {
  app: 'mật khẩu ứng dụng|mật khẩu cho ứng dụng|mật khẩu dành+ứng dụng|mật khẩu của ứng dụng|mật khẩu riêng cho ứng dụng|mật khẩu dành cho ứng dụng|mật khẩu cụ thể cho ứng dụng|mật khẩu theo ứng dụng|mật khẩu thiết bị|mật khẩu cho thiết bị|mật khẩu cho chương trình|mật khẩu app!',
  pass: 'mật khẩu',
  once: 'một lần!|không thể xem lại|sẽ không|chỉ một lần|duy nhất một lần|chỉ hiển thị|chỉ lần này|không thể xem|không xem lại|không hiển thị lại|lần nữa|ghi lại|chép lại|lưu lại|hãy lưu|lưu mật khẩu|nơi an toàn|đã được tạo|đã tạo|tạo thành công|sử dụng mật khẩu này|dùng mật khẩu này|nhập mật khẩu này|dán!|mật khẩu mới của bạn|đây là mật khẩu|trước khi đóng',
  copy: 'sao chép|bảng nhớ|khay nhớ',
  name: 'tên!|nhãn|tiêu đề|mô tả|mục đích|dùng để làm gì|đặt tên',
  delete:
    'xóa|xoá|gỡ bỏ|gỡ!|loại bỏ|thu hồi|hủy quyền|huỷ quyền|ngắt kết nối|vô hiệu|hủy liên kết|đăng xuất khỏi tất cả|đăng xuất khỏi mọi|đăng xuất khỏi thiết bị|kết thúc phiên',
  cancel:
    'hủy!|huỷ!|hủy bỏ|huỷ bỏ|đóng!|quay lại|trở lại|bỏ qua|không phải bây giờ|để sau|lúc khác|từ chối|không, cảm ơn|bỏ thay đổi',
  key: 'ứng dụng xác thực|khóa bí mật|ứng dụng xác minh|trình xác thực|khóa bảo mật|khoá bảo mật|khoá bí mật|khóa thiết lập|khoá thiết lập|khóa cài đặt|khóa cấu hình|quét mã|không quét được|nhập khóa|nhập khoá|khóa theo cách thủ công|khóa thủ công|khóa tài khoản|khoá tài khoản|mã bí mật|bí mật chung',
  temp: 'tạm thời|dùng một lần|mã xác minh|mã bảo mật|mã xác nhận|mã đăng nhập|mã xác thực|mã sms|mã thiết bị|mã ghép|mã truy cập!|mật mã một lần|mật khẩu một lần|mật khẩu ban đầu|sẽ hết hạn sau|hết hạn sau|hết hạn trong|có hiệu lực trong|có giá trị trong|6 chữ số|sáu chữ số|6 số|thẻ truy cập|mã đặt lại',
  recovery:
    'khôi phục|mã dự phòng|mã sao lưu|khóa dự phòng|khóa sao lưu|mã khẩn cấp|khóa khẩn cấp|mã cứu hộ|cụm từ bí mật|mã mở khóa|mã mở khoá|khóa mở',
  serial:
    'số sê ri|số sêri|số serial|số seri|số tham chiếu|mã tham chiếu|số đơn hàng|mã đơn hàng|mã khách hàng|số khách hàng|số hóa đơn|số tài khoản|mã hồ sơ|mã vận đơn|mã theo dõi|số hợp đồng|mã thành viên|mã giao dịch|số giao dịch|mã đặt chỗ|mã đặt phòng|số model|số hiệu|mã xác nhận đơn|id yêu cầu|mã yêu cầu|id tương quan|id giao dịch|id phiên|id khách hàng|id thiết bị|mã lỗi',
  token:
    'khóa api|khóa truy cập|khoá api|khóa riêng|khóa công khai|khóa mã hóa|khóa ký|mã thông báo|bí mật ứng dụng khách',
  other:
    'mật khẩu mạng|giấy phép|bản quyền|khóa mạng|mật khẩu bộ định tuyến|khóa cấp phép|khóa sản phẩm|mã sản phẩm|mã kích hoạt|khóa kích hoạt|mã đăng ký|mã giảm giá|giảm giá|mã khuyến mãi|mã khuyến mại|thẻ quà tặng|mã quà tặng|phiếu quà|mã giới thiệu|mã mời|lời mời|id cuộc họp|mã cuộc họp|mật khẩu cuộc họp|mật khẩu liên kết|mật khẩu tệp|mật khẩu khách|liên kết chia sẻ|ví tiền|ví điện tử|tổng kiểm tra|vân tay|cơ sở dữ liệu|tài khoản ngân hàng|thiết bị đã đăng nhập|thiết bị đang đăng nhập|thiết bị mà bạn đã|nơi bạn đã đăng nhập|nơi bạn đăng nhập|phiên hoạt động|phiên đang hoạt động|phiên hiện tại|hoạt động bảo mật gần đây|hoạt động đăng nhập|lịch sử đăng nhập|hoạt động lần cuối|nhìn thấy lần cuối|phiên trình duyệt|quản lý thiết bị|ứng dụng có quyền truy cập vào tài khoản',
  example:
    'ví dụ|thí dụ|chẳng hạn|vd:|vd.|trông như|trông giống|có dạng|tương tự như thế|tương tự như sau|giống như sau|không phải mật khẩu thật|không phải là thật|không có thật|hư cấu|minh họa|minh hoạ|mật khẩu mẫu|mật khẩu ứng dụng là gì|mật khẩu là gì|· giới thiệu về mật khẩu|· về mật khẩu',
  own: 'mật khẩu hiện tại|nhập lại|xác nhận mật khẩu|mật khẩu cũ|mật khẩu hiện có|mật khẩu trước đây|lặp lại mật khẩu|nhắc lại mật khẩu|xác minh mật khẩu|quên mật khẩu|đổi mật khẩu|đặt lại mật khẩu|cập nhật mật khẩu|mật khẩu chính|· mật khẩu tài khoản|· mật khẩu đăng nhập|nhập mật khẩu của bạn|mật khẩu mới+nhập lại|mật khẩu mới+xác nhận',
};
