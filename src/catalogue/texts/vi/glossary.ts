import type { Texts } from "../texts.ts";

export const glossary = {
  sip: {
    term: "SIP",
    text: "Giao thức khởi tạo phiên của RFC 3261 thiết lập, thay đổi và kết thúc cuộc gọi bằng các thông điệp văn bản: một yêu cầu như `INVITE` và các phản hồi mang một mã. Bản thân âm thanh đi riêng dưới dạng RTP.",
  },
  userAgent: {
    term: "User agent (tác nhân người dùng)",
    text: "Đầu cuối của một cuộc gọi SIP: điện thoại, softphone, gateway, hộp thư thoại, PBX. Nó là UAC với các yêu cầu nó gửi và là UAS với các yêu cầu nó trả lời, thường là cả hai trong một cuộc gọi.",
  },
  uac: {
    term: "UAC (tác nhân người dùng phía gửi yêu cầu)",
    text: "Vai trò của bên gửi một yêu cầu, trong suốt thời gian yêu cầu đó kéo dài. Người gọi là UAC của `INVITE`. Khi người được gọi gác máy, họ là UAC của `BYE`.",
  },
  uas: {
    term: "UAS (tác nhân người dùng phía trả lời)",
    text: "Vai trò của bên trả lời một yêu cầu. Nó chọn mã phản hồi và đặt tag trong `To`. Máy chủ tự mình từ chối một yêu cầu thì đóng vai UAS của yêu cầu đó.",
  },
  proxy: {
    term: "Máy chủ proxy",
    text: "Máy chủ chuyển yêu cầu về phía người được gọi và chuyển phản hồi ngược lại. Nó thêm một `Via`, có thể rẽ nhánh và có thể từ chối, nhưng không nhấc máy và không thay đổi mô tả phiên.",
  },
  registrar: {
    term: "Máy chủ đăng ký (registrar)",
    text: "Máy chủ nhận `REGISTER` và lưu, với mỗi địa chỉ định danh, các điện thoại của nó ở đâu và trong bao lâu còn tới được. Các máy chủ proxy của miền đọc danh sách đó.",
  },
  redirectServer: {
    term: "Máy chủ chuyển hướng",
    text: "Máy chủ trả lời yêu cầu bằng 3xx và các địa chỉ trong `Contact` thay vì chuyển nó đi. Nó rời đường đi ngay và không biết gì về cuộc gọi sau đó.",
  },
  b2bua: {
    term: "B2BUA",
    text: "Một user agent hai mặt nối lưng vào nhau (back-to-back) là người được gọi của một cuộc và người gọi của cuộc khác, rồi nối hai cuộc với nhau. Asterisk và FreeSWITCH là B2BUA: `Call-ID` và các tag khác nhau ở hai chân, và mã phản hồi có thể thay đổi.",
  },
  sbc: {
    term: "SBC",
    text: "Bộ điều khiển biên phiên là một B2BUA ở rìa mạng. Nó giấu địa chỉ, giúp đi qua NAT, chuyển tiếp RTP và thi hành chính sách. Mã, header và SDP có thể trông khác nhau ở hai phía của nó.",
  },
  transaction: {
    term: "Giao dịch",
    text: "Một yêu cầu cùng mọi phản hồi của nó giữa hai máy kề nhau, nhận biết qua `branch` của `Via` trên cùng. `ACK` cho 3xx đến 6xx thuộc về nó, `ACK` cho 2xx thì không.",
  },
  dialog: {
    term: "Hội thoại",
    text: "Quan hệ lâu dài của hai user agent, xác định bằng `Call-ID` và hai tag. Nó giữ tập tuyến và các bộ đếm `CSeq`. Một cuộc gọi là một hội thoại, một đăng ký theo dõi cũng vậy.",
  },
  earlyDialog: {
    term: "Hội thoại sớm",
    text: "Hội thoại mà một phản hồi tạm thời có tag trong `To` mở ra trước khi nhấc máy. Cuộc gọi rẽ nhánh có một hội thoại sớm cho mỗi điện thoại đổ chuông. 2xx xác nhận nó, thất bại cuối cùng kết thúc nó.",
  },
  dialogUsage: {
    term: "Mục đích sử dụng hội thoại (dialog usage)",
    text: "Hội thoại được dùng để làm gì: một cuộc gọi, hoặc một đăng ký theo dõi do `REFER` tạo ra bên trong nó. RFC 5057 cho biết thất bại nào kết thúc một mục đích sử dụng và thất bại nào kết thúc hội thoại cùng tất cả.",
  },
  branch: {
    term: "Nhánh (branch)",
    text: "Một bản của yêu cầu mà máy chủ proxy gửi tới một đích. Đó cũng là tên tham số của `Via` bắt đầu bằng `z9hG4bK`, dùng để phân biệt các giao dịch và tìm ra vòng lặp.",
  },
  forking: {
    term: "Rẽ nhánh",
    text: "Máy chủ proxy gửi một yêu cầu tới nhiều điện thoại của người dùng. Khi rẽ song song, tất cả đổ chuông cùng lúc và 2xx đầu tiên thắng. Cuối cùng phải ra một phản hồi: phản hồi tốt nhất.",
  },
  serialHunt: {
    term: "Đổ chuông lần lượt",
    text: "Rẽ nhánh từng máy một: máy kế tiếp được thử khi máy trước đã từ chối hoặc không trả lời kịp. 2xx hoặc 6xx kết thúc lượt tìm, 4xx thì không.",
  },
  responseContext: {
    term: "Ngữ cảnh phản hồi",
    text: "Những gì máy chủ proxy có trạng thái giữ cho một yêu cầu rẽ nhánh: các nhánh và phản hồi của chúng. Từ đó máy chủ proxy chọn một phản hồi cuối cùng cho người gọi theo RFC 3261 mục 16.7.",
  },
  requestUri: {
    term: "Request-URI",
    text: "Địa chỉ ở dòng đầu của yêu cầu: hiện giờ nó đang đi tới đâu. Máy chủ proxy thay nó bằng một `Contact`, còn `To` giữ nguyên số người gọi đã quay.",
  },
  addressOfRecord: {
    term: "Địa chỉ định danh (address of record)",
    text: "Địa chỉ công khai của người dùng, như `sip:bob@example.com`. Nó chỉ người dùng chứ không chỉ điện thoại nào: máy chủ đăng ký lưu danh sách những máy hiện thuộc về nó.",
  },
  contact: {
    term: "Contact",
    text: "Header mang địa chỉ để tới thẳng chính user agent đó. Các yêu cầu sau của hội thoại đi tới đó, kể cả `ACK` cho 2xx. Địa chỉ riêng trong đó phía sau NAT làm hỏng cuộc gọi.",
  },
  binding: {
    term: "Liên kết đăng ký (binding)",
    text: "Một mục của máy chủ đăng ký: địa chỉ định danh này tới được tại `Contact` này trong bấy nhiêu giây. Mỗi điện thoại của người dùng tạo một mục. Không có liên kết nào thì người dùng đã biết là 480.",
  },
  routeSet: {
    term: "Tập tuyến",
    text: "Các máy chủ proxy mà yêu cầu trong hội thoại phải đi qua, ở dạng danh sách giá trị `Route`. User agent lấy nó từ `Record-Route` khi hội thoại được lập, và về sau nó không đổi.",
  },
  recordRoute: {
    term: "Record-Route",
    text: "Header mà máy chủ proxy dùng để xin ở lại trên đường của hội thoại. Địa chỉ sai trong đó làm `ACK` và `BYE` đi lạc: cuộc gọi được nhấc máy rồi kết thúc sau 32 s.",
  },
  via: {
    term: "Via",
    text: "Header giúp phản hồi tìm đường quay về. Mỗi chặng thêm dòng của mình lên trên cùng và gỡ nó khỏi phản hồi. `received` và `rport` cho biết yêu cầu thật sự đến từ đâu.",
  },
  provisionalResponse: {
    term: "Phản hồi tạm thời",
    text: "Phản hồi có mã từ 100 đến 199. Nó báo tiến trình và không quyết định gì: phản hồi cuối cùng còn đến sau. Nó có thể bị mất, trừ khi hai bên dùng `100rel`.",
  },
  finalResponse: {
    term: "Phản hồi cuối cùng",
    text: "Phản hồi có mã từ 200 đến 699. Nó kết thúc giao dịch, và mỗi yêu cầu có một phản hồi như vậy, trừ việc một `INVITE` rẽ nhánh có thể mang về nhiều 2xx.",
  },
  globalFailure: {
    term: "Lỗi toàn cục",
    text: "Phản hồi từ 600 đến 699. Nó nói thay cho người dùng ở mọi địa chỉ: máy chủ proxy rẽ nhánh hủy mọi nhánh khác và không mở nhánh mới. Một 2xx đang trên đường vẫn thắng.",
  },
  ack: {
    term: "ACK",
    text: "Yêu cầu xác nhận phản hồi cuối cùng cho một `INVITE` và bản thân không nhận phản hồi nào. Với 2xx, user agent phía gọi phải gửi nó tới tận đầu bên kia. Với mọi mã khác, mỗi chặng tự gửi cái của mình.",
  },
  cancel: {
    term: "CANCEL",
    text: "Yêu cầu rút lại một `INVITE` chưa được nhấc máy. Nó nhận 200 riêng, và sau đó `INVITE` kết thúc bằng 487. Chỉ được gửi khi đã có phản hồi tạm thời, và sau khi nhấc máy nó không có tác dụng gì.",
  },
  retransmission: {
    term: "Gửi lại",
    text: "Qua UDP, yêu cầu được gửi lại cho tới khi có gì đó quay về: `INVITE` sau 0,5; 1,5; 3,5 s và cứ thế. Qua TCP, chỉ 2xx cho `INVITE` được lặp lại, và do chính user agent làm.",
  },
  timerB: {
    term: "Timer B (bộ định thời B)",
    text: "Thời gian một `INVITE` chờ phản hồi đầu tiên: 64 lần T1, tức 32 s. Khi nó hết mà không có phản hồi nào, kết quả được tính là 408.",
  },
  timerC: {
    term: "Timer C (bộ định thời C)",
    text: "Thời gian máy chủ proxy để một điện thoại đổ chuông: hơn ba phút, khởi động lại ở mỗi phản hồi tạm thời từ 101 đến 199. Khi nó hết, máy chủ proxy hủy nhánh và người gọi nhận 408.",
  },
  retryAfter: {
    term: "Retry-After",
    text: "Header cho biết sau bao nhiêu giây thì thử lại mới có ý nghĩa. RFC 3261 nêu nó cho 404, 413, 480, 486, 500, 503, 600 và 603. Sau 503 nó còn có nghĩa: tránh gửi mọi lưu lượng cho tới lúc đó.",
  },
  challenge: {
    term: "Thách thức xác thực",
    text: "401 với `WWW-Authenticate` hoặc 407 với `Proxy-Authenticate`: máy chủ đòi bằng chứng về người đang gọi và đưa ra nonce cho việc đó. Đây là phần bình thường của đa số cuộc gọi chứ không phải lỗi.",
  },
  digest: {
    term: "Xác thực digest",
    text: "Cách SIP chứng minh mật khẩu mà không gửi nó đi: một giá trị băm tính từ tên người dùng, realm, mật khẩu, nonce, phương thức và URI. Realm sai hoặc nonce quá cũ mang về một thách thức mới.",
  },
  earlyMedia: {
    term: "Media sớm (early media)",
    text: "Âm thanh trước khi nhấc máy: hồi âm chuông, thông báo hoặc nhạc dưới dạng RTP, được đề nghị qua SDP trong 183 hoặc 180. Theo thông lệ phần này không tính cước, vì cuộc gọi chưa được nhấc máy.",
  },
  sdp: {
    term: "SDP",
    text: "Mô tả phiên trong phần thân của `INVITE`, 200, 183 hoặc `ACK`: địa chỉ, cổng, codec, chiều. Một bên đề nghị, bên kia trả lời. 488 cho biết đề nghị và trả lời không thể khớp nhau.",
  },
  rtp: {
    term: "RTP",
    text: "Các gói mang âm thanh và hình ảnh. Chúng đi giữa các địa chỉ trong SDP, không qua các máy chủ proxy. Vì vậy cuộc gọi có thể được nhấc máy đúng cách mà vẫn im lặng.",
  },
  gruu: {
    term: "GRUU",
    text: "Địa chỉ của đúng một điện thoại của người dùng, tới được từ bất cứ đâu (RFC 5627). Máy chủ đăng ký cấp nó. Chuyển cuộc gọi tới một GRUU thì chỉ đúng máy đó đổ chuông.",
  },
  outboundFlow: {
    term: "Luồng (outbound)",
    text: "Kết nối mà điện thoại đã đăng ký qua đó, được giữ mở để cuộc gọi tới được nó qua NAT (RFC 5626). Khi nó mất, máy chủ proxy biên trả 430, và người gọi thấy 480.",
  },
  subscription: {
    term: "Đăng ký theo dõi",
    text: "Lời yêu cầu được báo khi có thay đổi: `SUBSCRIBE` xin, `NOTIFY` báo, `Expires` kết thúc. Phím đèn, trạng thái hiện diện và đèn báo tin nhắn hoạt động như vậy. `REFER` tạo ra một đăng ký như vậy mà không cần xin.",
  },
  sipfrag: {
    term: "sipfrag",
    text: "Phần thân của một `NOTIFY` sau `REFER`: dòng đầu của một phản hồi, như `SIP/2.0 200 OK`. 1xx trong đó cho biết cuộc gọi mới còn đang tiến hành, mã cuối cùng cho biết nó kết thúc ra sao.",
  },
  transferor: {
    term: "Bên chuyển, bên được chuyển, đích chuyển",
    text: "Bên chuyển gửi `REFER`. Bên được chuyển nhận nó, trả lời nó và gọi tới đích. Vì vậy 200 hoặc 202 cho `REFER` đến từ bên được chuyển, không bao giờ từ đích.",
  },
  stirShaken: {
    term: "STIR/SHAKEN",
    text: "Danh tính người gọi có chữ ký: nhà mạng khởi phát đặt chữ ký trên các số vào header `Identity`, và nhà mạng đầu cuối xác minh nó. Các lỗi là 428, 436, 437 và 438.",
  },
  q850: {
    term: "Nguyên nhân Q.850",
    text: "Con số mà mạng điện thoại dùng để nói vì sao cuộc gọi kết thúc, như 17 là người dùng bận. RFC 3398 ánh xạ nó sang SIP và ngược lại, và header `Reason: Q.850` mang nó bên cạnh mã SIP.",
  },
  networkBlocked: {
    term: "Network Blocked (603+)",
    text: "Mã 603 theo ATIS-1000099 mà nhà mạng Mỹ dùng để nói rằng hệ thống phân tích đã chặn cuộc gọi. Cụm từ của nó là Network Blocked, và header `Reason` có một URL nơi người gọi có thể khiếu nại.",
  },
  maxForwards: {
    term: "Max-Forwards",
    text: "Header đếm ngược qua từng máy chủ proxy, thường từ 70. Máy chủ proxy phải chuyển tiếp một yêu cầu có giá trị 0 thì trả 483. Nhờ vậy vòng lặp chấm dứt, kể cả khi không ai nhận ra nó.",
  },
  maxBreadth: {
    term: "Max-Breadth",
    text: "Header giới hạn số nhánh của một yêu cầu được chạy cùng lúc, chia ra ở mỗi lần rẽ nhánh (RFC 5393). Nó chặn hai địa chỉ rẽ nhánh sang nhau. Khi không đủ, câu trả lời là 440.",
  },
} as const satisfies Texts["glossary"];
