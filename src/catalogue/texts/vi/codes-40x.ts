import type { CodeTexts } from "../texts.ts";

/** Request failures 400 to 409. */
export const codes40x = {
  400: {
    gloss: "Yêu cầu sai định dạng",
    says: "400 cho biết máy chủ không hiểu được yêu cầu vì cú pháp sai hoặc thiếu một phần.",
    meaning:
      "Máy chủ gửi mã này thấy yêu cầu sai định dạng. Cụm từ lý do nên nêu lỗi, như trong `Missing Call-ID header field`. Một mã 4xx lạ được coi như 400, nên một số hệ thống gửi nó khi không có mã nào tốt hơn.",
    whenYouSeeIt:
      "Sau khi đổi firmware, qua bộ định tuyến có SIP ALG, hoặc với phần mềm tự viết header. Mô-đun sanity của Kamailio trả 400 và ghi điều nó đã kiểm tra vào cụm từ lý do.",
    howToFix: {
      caller:
        "Gọi lại không thay đổi gì. Ghi lại số và thời điểm, tắt SIP ALG trong bộ định tuyến, và cập nhật điện thoại.",
      operator:
        "Tìm máy chủ đã gửi 400 và so yêu cầu lúc gửi đi với yêu cầu lúc đến nơi. Chỗ nào thay đổi dọc đường sẽ chỉ ra SIP ALG, quy tắc SBC hoặc kế hoạch quay số.",
      developer:
        "Đọc cụm từ lý do, sửa yêu cầu và gửi nó thành giao dịch mới với `CSeq` cao hơn. Với vai trò máy chủ, hãy nói trong cụm từ lý do header nào sai.",
    },
    sendIt:
      "Gửi khi yêu cầu sai ngữ pháp hoặc thiếu header bắt buộc, và nêu rõ lỗi. Gửi 420 cho phần mở rộng không biết, 416 cho lược đồ URI, 415 cho kiểu phần thân, 488 cho SDP không phù hợp.",
    causes: [
      {
        text: "SIP ALG trong bộ định tuyến viết lại địa chỉ và để lại độ dài sai hoặc header hỏng.",
        evidence:
          "`Content-Length` không khớp phần thân nhận được, hoặc `Via` và `Contact` khác với những gì điện thoại đã gửi.",
      },
      {
        text: "Tên hiển thị hoặc phần người dùng có ký tự cần đặt trong ngoặc kép hoặc thoát (escape).",
        evidence:
          "`From` hoặc Request-URI có dấu phẩy, khoảng trắng hoặc chữ như ü ngoài ngoặc kép và không có dấu phần trăm.",
      },
      {
        text: "Thiếu header bắt buộc, hoặc hai header mâu thuẫn nhau.",
        evidence: "Không có `Call-ID` hoặc `tag`, hoặc phương thức trong `CSeq` không phải phương thức ở dòng đầu.",
      },
      {
        text: "Yêu cầu bị cắt cụt dọc đường.",
        evidence: "`INVITE` đi ra với hơn 1300 byte qua UDP, và phần đến nơi dừng giữa một dòng.",
      },
    ],
    keywords: ["bad request", "yêu cầu sai định dạng", "lỗi cú pháp", "sip alg", "thiếu header", "lỗi phân tích"],
  },
  401: {
    gloss: "Hãy đăng nhập: máy chủ yêu cầu thông tin xác thực",
    says: "401 cho biết máy chủ muốn biết ai đang yêu cầu: phải gửi lại yêu cầu với tên người dùng và mật khẩu hợp lệ.",
    meaning:
      "Máy chủ đăng ký hoặc UAS thách thức yêu cầu. `WWW-Authenticate` mang realm và nonce, từ đó phía gửi tính ra câu trả lời. 401 đầu tiên là khởi đầu bình thường của việc đăng nhập. Chỉ 401 đến sau khi đã gửi thông tin xác thực mới là lỗi.",
    whenYouSeeIt:
      "Ở đầu hầu như mọi `REGISTER`. Asterisk cũng thách thức `INVITE` bằng 401, vì nó là UAS chứ không phải máy chủ proxy. Với thông tin xác thực sai, 401 đến hết lần này tới lần khác.",
    howToFix: {
      caller:
        "Kiểm tra tên người dùng và mật khẩu, cùng ô riêng cho tên xác thực nếu điện thoại có. Nhà cung cấp thường cấp mật khẩu SIP khác với mật khẩu của cổng web.",
      operator:
        "Xem yêu cầu thứ hai có `Authorization` không. Nếu có: sai mật khẩu, tên người dùng hoặc realm. Nếu không: điện thoại không có thông tin xác thực cho realm này hoặc không biết thuật toán.",
      developer:
        "Trả lời với `CSeq` mới, cùng `Call-ID` và `Authorization` cho realm đó. Đừng gửi lại thông tin xác thực đã bị từ chối, trừ khi thách thức mới có `stale=true`.",
    },
    sendIt:
      "Gửi với vai trò máy chủ đăng ký hoặc UAS cho yêu cầu không có thông tin xác thực hợp lệ. Máy chủ proxy gửi 407. Gửi 403 khi thông tin xác thực đúng nhưng việc đó không được phép. Chỉ đưa một thuật toán: một số điện thoại không xử lý được hai thách thức.",
    causes: [
      {
        text: "Sai mật khẩu hoặc tên người dùng.",
        evidence:
          "Yêu cầu thứ hai có `Authorization` với realm và nonce đúng, và nhận 401 với nonce mới mà không có `stale=true`.",
      },
      {
        text: "Điện thoại không có thông tin xác thực cho realm này, hoặc không dùng được thuật toán.",
        evidence:
          "401 có `algorithm=SHA-256` hoặc hai thách thức, và không có yêu cầu thứ hai mang `Authorization` theo sau.",
      },
      {
        text: "Asterisk không tìm thấy endpoint cho người gọi và thách thức thay vì từ chối.",
        evidence: "401 với mật khẩu bất kỳ, và nhật ký Asterisk ghi “No matching endpoint found” cho địa chỉ đó.",
      },
      {
        text: "Nonce đã cũ hoặc máy chủ nhận yêu cầu không biết nó.",
        evidence:
          "Thách thức mới có `stale=true`, hoặc hai yêu cầu đi tới hai máy chủ khác nhau của một cụm không dùng chung nonce.",
      },
    ],
    keywords: [
      "unauthorized",
      "sai mật khẩu",
      "đăng ký thất bại",
      "không đăng ký được",
      "xác thực thất bại",
      "đăng nhập",
      "digest",
      "lặp thách thức",
    ],
  },
  402: {
    gloss: "Cần thanh toán",
    says: "402 cho biết cuộc gọi cần được thanh toán; RFC 3261 chỉ dành sẵn mã này, và các nhà cung cấp dùng nó cho tài khoản hết tiền.",
    meaning:
      "RFC 3261 liệt kê mã này là dành cho tương lai và không quy định hành vi nào. Ai gửi nó là theo quy tắc của riêng mình. Trên thực tế nó đúng như tên gọi: tài khoản không đủ tiền trả cho cuộc gọi này.",
    whenYouSeeIt:
      "Cuộc gọi qua nhà cung cấp trả trước khi đã hết tiền, hoặc tới điểm đến đắt hơn số dư còn lại. Nhiều nhà cung cấp gửi 403 hoặc 503 trong cùng trường hợp.",
    howToFix: {
      caller:
        "Xem số dư tài khoản và nạp thêm, rồi gọi lại. Nếu vẫn còn tiền, hãy hỏi nhà cung cấp mã này nghĩa là gì ở chỗ họ.",
      operator:
        "Đặt cảnh báo khi trunk trả 402: thường mọi cuộc gọi ra cùng bị một lúc. Định tuyến qua nhà mạng thứ hai cho tới khi nạp tiền, và theo dõi số dư qua giao diện của nhà mạng.",
      developer:
        "Coi nó như 400, hiển thị thông báo về thanh toán và đừng tự thử lại. Asterisk và FreeSWITCH chuyển nó thành mã khác, nên hãy đọc ở phía trunk.",
    },
    sendIt:
      "Nên tránh, vì không RFC nào nói phía nhận phải làm gì. Gửi 403 với cụm từ lý do như `Insufficient Credit`, hoặc chỉ dùng 402 cho khách hàng đã biết ý nghĩa của nó qua tài liệu của bạn.",
    causes: [
      {
        text: "Đã dùng hết tiền trả trước của tài khoản hoặc của đại lý.",
        evidence: "402 đến từ địa chỉ nhà cung cấp ngay sau khi xác thực, với mọi điểm đến có tính cước.",
      },
      {
        text: "Số dư không đủ cho phút đầu tiên tới điểm đến này.",
        evidence: "Cuộc gọi tới điểm đến rẻ vẫn thành công ngay trong phút mà cuộc gọi đắt nhận 402.",
      },
    ],
    keywords: ["payment required", "hết tiền", "không đủ số dư", "trả trước", "nạp tiền"],
  },
  403: {
    gloss: "Đã hiểu, không cho phép",
    says: "403 cho biết máy chủ hiểu yêu cầu và từ chối nó; thông tin xác thực không giúp được gì, nên không nên lặp lại.",
    meaning:
      "Một máy chủ dọc đường, hoặc đầu bên kia, không cho phép yêu cầu này. RFC 3261 nói thêm rằng xác thực cũng không giúp được. Không rõ người được gọi có được hỏi hay không: phần lớn là một chính sách đã quyết định trước khi có máy nào đổ chuông.",
    whenYouSeeIt:
      "Cuộc gọi ra bị trunk từ chối vì số chủ gọi, điểm đến hoặc địa chỉ nguồn. `REGISTER` với tài khoản bị khóa. FreeSWITCH và nhiều nhà cung cấp trả 403 khi sai mật khẩu.",
    howToFix: {
      caller:
        "Hỏi nhà cung cấp hoặc quản trị viên xem đường dây của bạn có được gọi số này không. Đừng thử đi thử lại: nhiều 403 liên tiếp có thể khiến địa chỉ bị chặn.",
      operator:
        "So `From` và `P-Asserted-Identity` với các số của trunk, IP nguồn với danh sách truy cập của nó, và điểm đến với các hạn chế. Nhật ký của nhà cung cấp có lý do.",
      developer:
        "Đừng lặp lại yêu cầu, và đừng tự bắt đầu đăng nhập lại. Hiển thị cụm từ lý do. Trong B2BUA, hãy phân biệt 403 của trunk với 403 sinh ra từ 401, 407 hoặc 603.",
    },
    sendIt:
      "Gửi khi chính sách của bạn từ chối yêu cầu dù ai hỏi lại. Gửi 401 hoặc 407 khi thông tin xác thực có thể giúp được, 404 để giấu việc người dùng tồn tại, 603 khi người được gọi từ chối chứ không phải chính sách.",
    causes: [
      {
        text: "Trunk không chấp nhận số chủ gọi.",
        evidence:
          "403 đến trong vòng một giây mà không có 180 nào, và cùng cuộc gọi thành công khi `From` là một số của trunk.",
      },
      {
        text: "Địa chỉ nguồn không có trong danh sách truy cập của máy chủ.",
        evidence:
          "403 cho ngay yêu cầu đầu tiên, không có thách thức, và `Via` của 403 có địa chỉ trong `received` khác với địa chỉ đã khai báo.",
      },
      {
        text: "Điểm đến bị cấm: quốc tế, cước cao hoặc ngoài gói cước.",
        evidence: "Xác thực thành công, cuộc gọi trong nước đi được, và mọi cuộc tới đầu số đó nhận 403.",
      },
      {
        text: "Đăng ký bị từ chối: tài khoản bị khóa, sai mật khẩu, hoặc quá nhiều liên kết.",
        evidence:
          "403 trả lời một `REGISTER` có `Authorization`. Asterisk ghi nhật ký là đã đạt `max_contacts` khi đó là lý do.",
      },
    ],
    keywords: [
      "forbidden",
      "không gọi ra được",
      "cuộc gọi bị chặn",
      "số chủ gọi bị từ chối",
      "ip không được phép",
      "chặn gọi quốc tế",
      "cấm đăng ký",
    ],
  },
  404: {
    gloss: "Không có người dùng này trong miền",
    says: "404 cho biết người dùng không tồn tại trong miền được hỏi, hoặc máy chủ này không phục vụ miền đó.",
    meaning:
      "Máy chủ có thông tin dứt khoát: người dùng trong Request-URI không tồn tại ở miền đó. Nó không phán xét các miền khác, đó là việc của 604. Người dùng đã biết mà điện thoại ngoại tuyến thì nên nhận 480.",
    whenYouSeeIt:
      "Số gõ nhầm, số không có quy tắc trong kế hoạch quay số, máy lẻ đã xóa. Kamailio với cấu hình gốc cũng trả 404 khi người dùng tồn tại mà điện thoại chưa đăng ký.",
    howToFix: {
      caller:
        "Kiểm tra số và đầu số, rồi quay theo dạng quốc tế với dấu + và mã quốc gia. Nếu trước đây gọi được, hãy hỏi người được gọi xem số đã đổi chưa.",
      operator:
        "Xem Request-URI khi đến nơi: phần người dùng, đầu số và miền. Trong Asterisk kiểm tra context của endpoint, trong Kamailio kiểm tra điện thoại có đăng ký không.",
      developer:
        "Đừng thử lại với cùng URI, trừ khi `Retry-After` cho phép. Trong hội thoại, 404 kết thúc hội thoại và mọi thứ dùng nó. Nêu địa chỉ đã thử trong thông báo lỗi.",
    },
    sendIt:
      "Gửi khi miền của bạn không có người dùng đó hoặc bạn không phục vụ miền đó. Gửi 480 cho người dùng đã biết không có liên kết, 410 khi người dùng đã đi hẳn, 484 cho số quá ngắn, 604 gần như không bao giờ.",
    causes: [
      {
        text: "Số được quay theo một dạng máy chủ không biết.",
        evidence:
          "Request-URI có số với 00, 0 hoặc + trong khi kế hoạch quay số hoặc trunk chờ dạng khác. 404 đến trong vài mili giây.",
      },
      {
        text: "Điện thoại của người dùng chưa đăng ký, và máy chủ trả 404 ở chỗ phải là 480.",
        evidence:
          "Không có `REGISTER` nào của người được gọi đã nhận 200 và còn trong thời hạn `Expires`. 404 đến từ máy chủ đăng ký chứ không từ điện thoại.",
      },
      {
        text: "Cuộc gọi đi vào nhầm context, nhầm khách thuê hoặc nhầm miền.",
        evidence:
          "Phần người dùng đúng, phần tên máy là địa chỉ IP hoặc miền mà máy chủ không liệt kê, và những người gọi khác vẫn gặp được người dùng.",
      },
      {
        text: "Số chưa được cấp trong mạng điện thoại.",
        evidence: "404 đến từ gateway và có `Reason: Q.850;cause=1`, thường sau một 183 kèm thông báo.",
      },
    ],
    keywords: [
      "not found",
      "người dùng không tồn tại",
      "sai số",
      "số không tồn tại",
      "số chưa được cấp",
      "không có tuyến",
      "không tìm thấy máy lẻ",
    ],
  },
  405: {
    gloss: "Biết phương thức, nhưng ở đây không cho phép",
    says: "405 cho biết máy chủ biết phương thức của yêu cầu nhưng không cho phép nó với địa chỉ này.",
    meaning:
      "Phương thức ở dòng đầu được nhận ra nhưng không được hỗ trợ tại địa chỉ trong Request-URI. Phản hồi MUST có `Allow` với các phương thức được phép. Trong hội thoại, 405 kết thúc mục đích sử dụng, trừ khi nó vẫn chạy được mà không cần yêu cầu đó, như cuộc gọi không có `INFO`.",
    whenYouSeeIt:
      "`REGISTER` gửi tới máy chủ không phải máy chủ đăng ký, `SUBSCRIBE` về trạng thái hiện diện hoặc tin nhắn chờ tới gateway, `PUBLISH` hoặc `MESSAGE` tới nhà cung cấp chỉ có dịch vụ gọi.",
    howToFix: {
      caller:
        "Nếu vẫn gọi được, bạn chỉ mất một tính năng như trạng thái hiện diện hoặc tin nhắn văn bản. Tắt tính năng đó trên điện thoại nếu nó báo lỗi.",
      operator:
        "Xem phương thức nào bị từ chối và với địa chỉ nào, rồi đọc `Allow`. Trỏ `REGISTER` tới máy chủ đăng ký, và tắt trạng thái hiện diện cùng MWI cho những trunk không có.",
      developer:
        "Đọc `Allow` và không dùng phương thức đó với địa chỉ này. Đừng kết thúc cuộc gọi vì `OPTIONS` hoặc `INFO` bên trong nhận 405: RFC 5057 giới hạn nó trong giao dịch.",
    },
    sendIt:
      "Gửi với vai trò UAS hoặc máy chủ đăng ký khi bạn biết phương thức và không cho phép ở đây, luôn kèm `Allow`. Gửi 501 khi bạn hoàn toàn không biết phương thức. Máy chủ proxy chuyển tiếp những phương thức nó không biết.",
    causes: [
      {
        text: "Yêu cầu đi nhầm máy chủ: máy chủ proxy, gateway hoặc trunk thay vì máy chủ đăng ký.",
        evidence:
          "`Allow` của 405 liệt kê `INVITE` và `BYE` nhưng không có `REGISTER` hoặc `SUBSCRIBE`, tùy thứ đã gửi.",
      },
      {
        text: "Tính năng bị tắt hoặc mô-đun của nó chưa được nạp.",
        evidence: "Cùng phương thức đó thành công ở máy chủ khác cùng loại, và `Allow` ở đây ngắn hơn.",
      },
      {
        text: "Tín hiệu giữ kết nối dùng phương thức mà nhà cung cấp không cho phép.",
        evidence: "Cứ 30 đến 60 s một `OPTIONS` hoặc `INFO` nhận 405, và giữa những lần đó vẫn gọi được.",
      },
    ],
    keywords: [
      "method not allowed",
      "phương thức không được phép",
      "header allow",
      "không cho phép register",
      "subscribe bị từ chối",
      "phương thức không hỗ trợ",
    ],
  },
  406: {
    gloss: "Không có nội dung mà người gọi chấp nhận",
    says: "406 cho biết phía người được gọi chỉ có thể trả lời bằng nội dung mà yêu cầu không chấp nhận.",
    meaning:
      "Phản hồi, hoặc một `NOTIFY` sắp tới, cần một kiểu nội dung mà header `Accept` của yêu cầu không liệt kê. Mã này nói về câu trả lời, không phải về các codec được đề nghị: việc đó đã có 488 và 606.",
    whenYouSeeIt:
      "Một `SUBSCRIBE` có `Accept` không nêu định dạng nào bên thông báo tạo được, hoặc `INVITE` có `Accept` thiếu `application/sdp`. Một số gateway gửi 406 khi codec không khớp.",
    howToFix: {
      caller:
        "Bạn chỉ có thể báo lại. Khi trạng thái hiện diện hoặc đèn báo bận hỏng mà vẫn gọi được, hãy cho quản trị viên biết mẫu điện thoại.",
      operator:
        "So `Accept` trong yêu cầu với những gì máy chủ tạo ra. Với 406 cho `INVITE`, hãy so các codec trong SDP với các codec trunk cho phép, vì nhiều gateway có ý nói 488.",
      developer:
        "Thêm vào `Accept` kiểu mà phía kia tạo ra rồi gửi lại, hoặc bỏ `Accept` khỏi `SUBSCRIBE` để áp dụng kiểu mặc định của gói sự kiện.",
    },
    sendIt:
      "Gửi khi `Accept` loại trừ mọi thứ bạn có thể trả lời. Gửi 488 khi media được đề nghị không hợp với điện thoại này, 415 khi phần thân của yêu cầu có kiểu bạn không đọc được.",
    causes: [
      {
        text: "Bên theo dõi chỉ chấp nhận định dạng mà bên thông báo không có.",
        evidence:
          "`SUBSCRIBE` có `Accept` như `application/xpidf+xml`, còn bên thông báo gửi `application/pidf+xml` cho những máy khác.",
      },
      {
        text: "Gateway dùng 406 ở chỗ phải là 488: không có codec chung.",
        evidence: "406 trả lời một `INVITE` có dòng `m=` thiếu codec trunk cần, và thêm G.711 thì đi được.",
      },
    ],
    keywords: [
      "not acceptable",
      "header accept",
      "không khớp codec",
      "định dạng trạng thái hiện diện",
      "subscribe thất bại",
    ],
  },
  407: {
    gloss: "Máy chủ proxy yêu cầu thông tin xác thực",
    says: "407 cho biết một máy chủ proxy dọc đường muốn có thông tin xác thực trước khi chuyển yêu cầu đi; người được gọi chưa được hỏi.",
    meaning:
      "Máy chủ proxy thách thức yêu cầu bằng `Proxy-Authenticate`. Phía gửi phải xác thực với máy chủ proxy đó rồi gửi lại yêu cầu. Một 407 ở đầu cuộc gọi là bình thường, chỉ 407 đến sau khi đã gửi thông tin xác thực mới là lỗi.",
    whenYouSeeIt:
      "Sau `INVITE` đầu tiên qua máy chủ proxy của nhà cung cấp. FreeSWITCH cũng thách thức `INVITE` bằng 407. Hai máy chủ proxy trên đường có thể cùng hỏi, khi đó có hai 407 cho hai realm khác nhau.",
    howToFix: {
      caller:
        "Nếu cuộc nào cũng dừng ở đây, hãy kiểm tra tên người dùng, tên xác thực và mật khẩu. Cuộc gọi đến vẫn có thể chạy, vì chúng không cần mật khẩu.",
      operator:
        "Xem `INVITE` thứ hai có `Proxy-Authorization` không và cho realm nào. Trong Asterisk kiểm tra `outbound_auth` của trunk. Phía sau B2BUA, 407 của trunk hiện ra thành 403 hoặc 603.",
      developer:
        "Gửi `ACK`, rồi một `INVITE` mới với `CSeq` cao hơn và `Proxy-Authorization` cho từng realm được hỏi. Không bao giờ thách thức `ACK` hoặc `CANCEL`. Dừng lại khi bị từ chối mà không có `stale=true`.",
    },
    sendIt:
      "Gửi với vai trò máy chủ proxy cho yêu cầu của người dùng do bạn quản lý khi không có thông tin xác thực hợp lệ. Máy chủ đăng ký và UAS gửi 401. Gửi 403 khi biết đó là ai và không cho phép cuộc gọi. Gom thách thức của mọi nhánh lại.",
    causes: [
      {
        text: "Sai mật khẩu hoặc tên xác thực của trunk gọi ra.",
        evidence: "`INVITE` thứ hai có `Proxy-Authorization` và nhận 407 với nonce mới mà không có `stale=true`.",
      },
      {
        text: "PBX không có thông tin xác thực cho realm của máy chủ proxy.",
        evidence:
          "407 nhận được `ACK` và không có `INVITE` thứ hai theo sau. Realm không phải miền đã cấu hình cho trunk.",
      },
      {
        text: "Realm hoặc tên người dùng bị SBC đổi dọc đường.",
        evidence:
          "`username` trong `Proxy-Authorization` là số chủ gọi chứ không phải tài khoản, hoặc realm khác với realm của thách thức.",
      },
    ],
    keywords: [
      "proxy authentication required",
      "không gọi ra được",
      "sai mật khẩu",
      "xác thực trunk",
      "proxy-authorization",
      "thách thức xác thực",
    ],
  },
  408: {
    gloss: "Không có câu trả lời kịp thời",
    says: "408 cho biết không có câu trả lời kịp thời: hoặc dọc đường không gì phản hồi, hoặc điện thoại đổ chuông tới khi máy chủ proxy bỏ cuộc.",
    meaning:
      "Một máy chủ không nhận được phản hồi đủ sớm. Mã này nói về đường đi chứ không về người được gọi. Nhiều 408 chưa từng có trên đường truyền: UAC có Timer B hoặc F hết hạn sẽ coi như đã nhận 408.",
    whenYouSeeIt:
      "Điện thoại mất mạng mà đăng ký chưa hết hạn, tường lửa chặn gói, hoặc đã quá giới hạn đổ chuông của máy chủ proxy. Sau 32 s là Timer B, sau 3 phút trở lên là Timer C.",
    howToFix: {
      caller:
        "Gọi lại: 408 cho phép gọi lại bất cứ lúc nào. Nếu cuộc nào cũng kết thúc như vậy, hãy kiểm tra mạng của bạn, vì điện thoại có thể tự báo 408 mà không máy chủ nào nói gì.",
      operator:
        "Tìm chặng cuối cùng không nhận được câu trả lời và bắt gói ở đó. Kiểm tra ánh xạ NAT, tường lửa và các đăng ký đã cũ. Kamailio chờ `fr_timer` cho bất kỳ phản hồi nào và `fr_inv_timer` cho phản hồi cuối cùng.",
      developer:
        "Phân biệt việc hết giờ của chính bạn với một 408 mang `Via` và tag `To` của máy khác. Thử địa chỉ kế tiếp trong câu trả lời DNS. Không bao giờ gửi 408 cho phương thức khác `INVITE` (RFC 4320).",
    },
    sendIt:
      "Gửi cho `INVITE` khi một nhánh im lặng hoặc đổ chuông quá lâu và không có gì tốt hơn. Không gửi phản hồi cuối cùng cho các phương thức khác khi đã hết giờ. Gửi 480 khi biết điện thoại ngoại tuyến.",
    causes: [
      {
        text: "Đăng ký của điện thoại vẫn còn lưu, mà không tới được điện thoại ở đó nữa.",
        evidence:
          "`INVITE` tới `Contact` đã lưu được lặp lại tại 0,5; 1,5; 3,5; 7,5; 15,5 và 31,5 s, và không có gì quay về.",
      },
      {
        text: "NAT hoặc tường lửa chặn yêu cầu hoặc các phản hồi của nó.",
        evidence: "Bản bắt gói tại điện thoại có `INVITE` và 180 của nó, bản bắt gói tại máy chủ không có 180 đó.",
      },
      {
        text: "Không ai nhấc máy, và đã tới giới hạn đổ chuông của máy chủ proxy.",
        evidence:
          "180 đến sớm. Sau một khoảng thời gian tròn như 120 s, máy chủ proxy gửi `CANCEL` cho điện thoại và 408 cho người gọi.",
      },
      {
        text: "`INVITE` quá lớn với UDP, và các mảnh của nó bị mất.",
        evidence: "Yêu cầu trên 1300 byte không có phản hồi nào, trong khi `OPTIONS` tới cùng địa chỉ nhận 200.",
      },
    ],
    keywords: [
      "request timeout",
      "không phản hồi",
      "cuộc gọi hết giờ",
      "32 giây",
      "không đổ chuông",
      "timer b",
      "không trả lời",
    ],
  },
  409: {
    gloss: "Xung đột, một mã đã lỗi thời",
    says: "409 là mã của RFC 2543 cũ cho một đăng ký xung đột với đăng ký khác; ngày nay 400 hoặc 403 thay chỗ nó.",
    meaning:
      "RFC 2543 dùng nó cho một `REGISTER` có tham số `action` mâu thuẫn với các đăng ký hiện có. RFC 3261 đã bỏ cả tham số lẫn mã, và IANA không liệt kê nó. Phần mềm không biết mã này coi nó như 400.",
    whenYouSeeIt:
      "Máy chủ đăng ký và điện thoại rất cũ, cùng những sản phẩm mượn con số này từ HTTP cho lỗi của riêng mình. Phía nhận chỉ có thể dựa vào lớp 4xx.",
    howToFix: {
      caller:
        "Khởi động lại điện thoại để nó đăng ký từ đầu. Nếu vẫn còn, trước hết hãy tìm điện thoại thứ hai dùng cùng tài khoản.",
      operator:
        "Hỏi nhà sản xuất máy chủ xem 409 của họ nghĩa là gì, và cập nhật nó. Liệt kê các liên kết của người dùng và xóa liên kết của thiết bị không còn nữa, rồi cho điện thoại đăng ký lại.",
      developer:
        "Coi nó như 400: sửa yêu cầu và đừng lặp vòng. Bỏ `action` khỏi `Contact`. Trong máy chủ, thay nó bằng một mã của RFC 3261 nói rõ sai ở đâu.",
    },
    sendIt:
      "Đừng gửi mã này. Gửi 400 cho `REGISTER` tự mâu thuẫn, 403 khi người dùng không được thêm liên kết này, 500 cho `CSeq` sai thứ tự trong hội thoại, và 491 khi hai thay đổi của phiên xung đột.",
    causes: [
      {
        text: "Phần mềm thời RFC 2543 đăng ký với tham số `action`.",
        evidence:
          "`Contact` của `REGISTER` có `action=proxy` hoặc `action=redirect`, và một liên kết khác của người dùng mang giá trị kia.",
      },
      {
        text: "Máy chủ dùng 409 cho quy tắc riêng, như mỗi tài khoản một thiết bị.",
        evidence: "409 hết ngay khi xóa liên kết kia, và cụm từ lý do hoặc `Warning` nêu quy tắc đó.",
      },
    ],
    keywords: ["conflict", "rfc 2543", "lỗi thời", "xung đột đăng ký", "đăng ký trùng"],
  },
} as const satisfies Readonly<Record<number, CodeTexts>>;
