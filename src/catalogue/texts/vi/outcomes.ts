import type { OutcomeTexts } from "../texts.ts";

export const outcomes: OutcomeTexts = {
  kind: {
    answered: {
      title: "Cuộc gọi đã được nhấc máy",
      text: "Phía kia đã nhấc máy, và hai bên đã thống nhất về cuộc gọi.",
      advice:
        "Nếu không ai nghe thấy gì, hãy xem các địa chỉ trong SDP của hai bên: âm thanh không đi qua các máy chủ.",
    },
    rejected: {
      title: "Cuộc gọi bị từ chối",
      text: "Một phản hồi cuối cùng đã từ chối yêu cầu.",
      advice: "Hãy xem mã: nó cho biết lời từ chối có phạm vi tới đâu và cần làm gì tiếp theo.",
    },
    redirected: {
      title: "Cuộc gọi được chuyển hướng sang nơi khác",
      text: "Phản hồi nêu các địa chỉ khác, và phía này đã không đi theo.",
      advice: "Gọi một trong các địa chỉ trong header `Contact`, hoặc cho phép đi theo chuyển hướng.",
    },
    canceled: {
      title: "Cuộc gọi đã bị hủy",
      text: "Người gọi bỏ cuộc trước khi có ai nhấc máy.",
      advice: "Để chuông lâu hơn nếu lẽ ra phải có người nhấc, và xem trong sơ đồ trình tự có máy nào đổ chuông không.",
    },
    timeout: {
      title: "Không ai trả lời kịp thời",
      text: "Yêu cầu đã đi, và không có phản hồi cuối cùng nào đến trước khi hết giờ.",
      advice:
        "Xem trong sơ đồ trình tự câu trả lời dừng ở đâu. Hoàn toàn không có gì thì thường do sai địa chỉ hoặc tường lửa, đổ chuông mãi thì do điện thoại không ai nhấc.",
    },
    unreachable: {
      title: "Không tới được ai ở đó",
      text: "Không giao được yêu cầu: không biết tên này, hoặc không có gì lắng nghe ở địa chỉ và cổng đó.",
      advice:
        "Kiểm tra địa chỉ, cổng và giao thức truyền tải, và máy chủ có đang chạy không. Không ai từ chối cuộc gọi cả.",
    },
    failed: {
      title: "Phía này không thể tiếp tục",
      text: "Cuộc gọi kết thúc vì một lỗi ở phía này: media, cài đặt hoặc chương trình của nó.",
      advice: "Đọc nội dung lỗi. Gọi lại mà không thay đổi gì sẽ cho cùng kết quả.",
    },
    incomplete: {
      title: "Không rõ kết thúc ra sao",
      text: "Phần ghi lại được kết thúc trước khi có phản hồi cuối cùng.",
      advice: "Ghi lâu hơn, hoặc ghi ở nơi thấy được cả hai chiều.",
    },
  },
  decidedBy: {
    callee: "Điện thoại hoặc người dùng được gọi đã quyết định điều này.",
    caller: "Người gọi đã quyết định điều này.",
    server: "Một máy chủ dọc đường đã quyết định điều này: không cần hỏi tới điện thoại được gọi.",
    network: "Không ai quyết định điều này: đường tới đó im lặng hoặc bị đứt.",
    local: "Phía này tự quyết định điều này.",
  },
  who: "Bên đã quyết định tự xưng là {$who}.",
  retryAfter: "Hãy thử lại sau {$seconds} s: phản hồi yêu cầu như vậy.",
  ended: {
    hungUpHere: "Phía này đã gác máy.",
    hungUpThere: "Phía kia đã gác máy.",
    noAck: "`ACK` không bao giờ đến, nên cuộc gọi bị kết thúc sau 32 s.",
    sessionTimer: "Không ai làm mới phiên kịp thời, nên cuộc gọi bị kết thúc.",
    failure: "Một yêu cầu trong cuộc gọi thất bại, và cuộc gọi cũng hỏng theo.",
    replaced: "Một cuộc gọi khác đã thế chỗ nó.",
    media: "Âm thanh của phía này không thể tiếp tục.",
  },
  progress: {
    calling: "Đang gọi {$target}",
    ringing: "Đang đổ chuông ({$code} {$phrase})",
    earlyMedia: "Có âm thanh trước khi nhấc máy ({$code} {$phrase})",
    provisional: "Đang xử lý ({$code} {$phrase})",
    redirected: "Được chuyển hướng ({$code} {$phrase}) tới {$target}",
    answered: "Đã nhấc máy sau {$seconds} s",
    hangingUp: "Đang gác máy",
    cancelling: "Đang hủy",
    stopped: "Đã dừng trước khi có phản hồi",
    realm:
      "Máy chủ đòi tên và mật khẩu của realm {$realm}, nhưng ở đây chưa có: hãy cho biết bằng --user, --password và --realm",
    registering: "Đang đăng ký {$target}",
    registered: "Đã đăng ký trong {$seconds} s",
    unregistered: "Đã xóa đăng ký",
    asking: "Đang hỏi {$target}",
    sending: "Đang gửi tới {$target}",
    delivered: "Đã được nhận ({$code} {$phrase})",
    transferring: "Đang chuyển cuộc gọi tới {$target}",
    transferProgress: "Việc chuyển cuộc gọi đang tiếp diễn ({$code} {$phrase})",
    transferred: "Đã chuyển cuộc gọi ({$code} {$phrase})",
    subscribing: "Đang đăng ký theo dõi {$target}",
    subscribed: "Đã đăng ký theo dõi trong {$seconds} s",
    subscriptionEnded: "Đăng ký theo dõi đã kết thúc: {$state}",
  },
  transfer: {
    noNotify: "Việc chuyển cuộc gọi được chấp nhận, và không có `NOTIFY` nào cho biết diễn biến sau đó.",
    subscriptionExpired: "Thời gian báo cáo về việc chuyển cuộc gọi đã hết trước khi có kết quả.",
    terminatedWithoutResult: "Các báo cáo về việc chuyển cuộc gọi kết thúc mà không có kết quả.",
    peerGone: "Phía kia đã rời đi trước khi cho biết việc chuyển cuộc gọi kết thúc ra sao.",
  },
};
