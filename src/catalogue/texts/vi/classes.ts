import type { Texts } from "../texts.ts";

export const classes = {
  "1xx": {
    name: "Phản hồi tạm thời",
    says: "Phản hồi 1xx báo tiến trình: chưa có gì được quyết định, và phản hồi cuối cùng sẽ đến sau.",
    text: "Phản hồi tạm thời cho người gọi biết có ai đó đang xử lý yêu cầu. Nó dừng việc gửi lại `INVITE` qua UDP và, khi có tag trong `To`, mở một hội thoại sớm. Nó không được trả lời bằng `ACK` và có thể mất không dấu vết, trừ khi `100rel` bảo vệ nó bằng `PRACK`. Chỉ `INVITE` mới nhận các phản hồi tạm thời khác 100.",
  },
  "2xx": {
    name: "Thành công",
    says: "Phản hồi 2xx cho biết yêu cầu đã thành công: cuộc gọi được nhấc máy, đăng ký có hiệu lực, đăng ký theo dõi được chấp nhận.",
    text: "Một 2xx cho `INVITE` là lúc nhấc máy, và user agent phía gọi phải gửi `ACK` cho từng cái, tới tận đầu bên kia. Cho tới khi có `ACK`, điện thoại lặp lại 2xx trong 32 s rồi kết thúc cuộc gọi bằng `BYE`. Cuộc gọi rẽ nhánh có thể mang về nhiều 2xx, mỗi điện thoại đã nhấc máy một cái.",
  },
  "3xx": {
    name: "Chuyển hướng",
    says: "Phản hồi 3xx nêu các địa chỉ khác: người gọi, hoặc máy chủ proxy thay họ, thử những địa chỉ trong `Contact`.",
    text: "Chuyển hướng kết thúc yêu cầu này mà không từ chối cuộc gọi. Mỗi `Contact` là một địa chỉ để thử, `q` cao nhất trước và mỗi địa chỉ một lần duy nhất. Máy chủ đi theo chuyển hướng thay cho người gọi phải trả tiền cho các cuộc gọi mới, nên nó cần giới hạn nơi chúng được dẫn tới.",
  },
  "4xx": {
    name: "Lỗi yêu cầu",
    says: "Phản hồi 4xx từ chối yêu cầu này tại máy chủ này: hãy sửa nó hoặc chuyển sang nơi khác trước khi gửi lại.",
    text: "Một 4xx cho biết máy chủ hoặc điện thoại này không thực hiện yêu cầu này ở dạng hiện tại. Cùng yêu cầu có thể thành công ở máy chủ khác, nên máy chủ proxy rẽ nhánh tiếp tục đổ chuông các điện thoại khác. Một số mã đòi thay đổi: thông tin xác thực với 401 và 407, khoảng thời gian dài hơn với 423, codec khác với 488.",
  },
  "5xx": {
    name: "Lỗi máy chủ",
    says: "Phản hồi 5xx cho biết máy chủ gặp lỗi với một yêu cầu có thể không sai gì: máy chủ khác có thể thực hiện được.",
    text: "Một 5xx là lỗi của máy chủ chứ không phải của yêu cầu. Máy chủ proxy rẽ nhánh chỉ gửi nó cho người gọi khi không nhánh nào mang về gì tốt hơn. 503 khiến phía gọi chuyển sang địa chỉ kế tiếp của máy chủ theo DNS, và máy chủ proxy không chuyển nó đi mà gửi 500.",
  },
  "6xx": {
    name: "Lỗi toàn cục",
    says: "Phản hồi 6xx từ chối thay cho người dùng ở mọi nơi: không điện thoại hay máy chủ nào khác nói được gì hơn.",
    text: "Một 6xx nói thay cho mọi địa chỉ của người dùng. Máy chủ proxy rẽ nhánh không mở thêm nhánh, hủy những điện thoại còn đổ chuông và gửi 6xx khi chúng đã kết thúc. Chỉ một 2xx đã ở trên đường mới thắng nó. Một điện thoại đơn lẻ hiếm khi biết đủ để gửi mã này.",
  },
} as const satisfies Texts["classes"];
