import type { CodeTexts } from "../texts.ts";

/** Request failures 410 to 425. */
export const codes41x42x = {
  410: {
    gloss: "Đã mất hẳn, không có địa chỉ mới",
    says: "410 cho biết địa chỉ từng tồn tại và đã mất hẳn, và không biết địa chỉ chuyển tiếp nào.",
    meaning:
      "Máy chủ biết địa chỉ sẽ không trở lại và không có nơi nào để chuyển hướng tới. Khi không chắc việc đó là vĩnh viễn, nó nên gửi 404. Trong hội thoại, 410 kết thúc hội thoại cùng mọi mục đích sử dụng.",
    whenYouSeeIt:
      "Một số đã bị bỏ hoặc đổi mà không báo, thường do gateway dịch từ nguyên nhân Q.850 số 22. Cũng gặp với tài khoản đã đóng trên máy chủ còn nhớ những tên từng có.",
    howToFix: {
      caller: "Hỏi người đó số hoặc địa chỉ mới, và xóa số cũ. Gọi thêm sẽ nhận cùng câu trả lời.",
      operator:
        "Bỏ địa chỉ này khỏi các tuyến, phím gọi nhanh và nhóm máy. Nếu muốn người gọi tìm được số mới, hãy để số cũ trả 301 kèm `Contact`.",
      developer:
        "Đừng thử lại và đừng hỏi dò định kỳ. Gợi ý xóa liên hệ này. Phân biệt 410 với 404, ở đó gõ nhầm số là lý do dễ xảy ra hơn.",
    },
    sendIt:
      "Gửi khi bạn biết địa chỉ đã mất hẳn và không được cho biết địa chỉ nào khác. Gửi 404 khi không chắc, 301 khi có địa chỉ mới, và 480 khi người dùng sẽ trở lại.",
    causes: [
      {
        text: "Số đã đổi hoặc bị bỏ trong mạng điện thoại.",
        evidence: "410 đến từ gateway với `Reason: Q.850;cause=22`, thường sau một 183 kèm thông báo.",
      },
      {
        text: "Tài khoản đã đóng, và máy chủ còn nhớ tên của nó.",
        evidence: "410 đến từ máy chủ đăng ký của miền, còn tên chưa từng tồn tại thì ở đó nhận 404.",
      },
    ],
    keywords: ["gone", "số đã đổi", "số đã cắt", "tài khoản đã đóng", "số không còn sử dụng"],
  },
  411: {
    gloss: "Cần độ dài, một mã đã lỗi thời",
    says: "411 là mã của RFC 2543 cũ cho yêu cầu không có `Content-Length`; RFC 3261 đã bỏ nó, và 400 thay chỗ.",
    meaning:
      "RFC 2543 dùng nó cho máy chủ từ chối yêu cầu không có `Content-Length`. Trong RFC 3261, header này là bắt buộc trên TCP và TLS, còn trên UDP phần thân kết thúc cùng gói tin. IANA không liệt kê mã này.",
    whenYouSeeIt:
      "Chỉ với máy chủ rất cũ, hoặc với phần mềm HTTP được sửa để chạy SIP. Máy chủ ngày nay thấy thiếu header đó trên kết nối TCP sẽ gửi 400 hoặc đóng kết nối.",
    howToFix: {
      caller: "Số bạn quay không phải nguyên nhân. Thử chuyển điện thoại từ TCP sang UDP, và báo rằng đã nhận 411.",
      operator: "Cập nhật máy chủ gửi nó, và tìm thiết bị dọc đường đã bỏ `Content-Length` hoặc dạng rút gọn `l`.",
      developer:
        "Ghi `Content-Length` vào mọi thông điệp, không có phần thân thì `Content-Length: 0`. Đếm byte chứ không đếm ký tự. Coi 411 nhận được như 400: sửa rồi gửi thêm một lần.",
    },
    sendIt:
      "Đừng gửi mã này. Qua TCP hoặc TLS, trả 400 và đóng kết nối khi không biết thông điệp kết thúc ở đâu. Qua UDP, lấy phần còn lại của gói làm phần thân, như RFC 3261 quy định.",
    causes: [
      {
        text: "Phần mềm phía gửi không ghi `Content-Length`.",
        evidence: "Yêu cầu đến qua TCP hoặc TLS và trong các header không có cả `Content-Length` lẫn `l`.",
      },
      {
        text: "Một thiết bị dọc đường làm mất header khi viết lại phần thân.",
        evidence: "Bản bắt gói ở phía gửi có `Content-Length`, bản bắt gói ở máy chủ là cùng yêu cầu mà không có nó.",
      },
    ],
    keywords: ["length required", "content-length", "rfc 2543", "lỗi thời", "thiếu content-length"],
  },
  412: {
    gloss: "Trạng thái đã công bố không còn nữa",
    says: "412 cho biết một `PUBLISH` nhắc tới công bố mà máy chủ không còn giữ; phía gửi phải công bố lại từ đầu.",
    meaning:
      "Thẻ thực thể (entity-tag) trong `SIP-If-Match` không khớp với gì máy chủ lưu, nên nó không thể làm mới, thay đổi hay gỡ công bố đó (RFC 3903). Phía gửi không được lặp lại yêu cầu, mà bắt đầu bằng một công bố đầy đủ.",
    whenYouSeeIt:
      "Trạng thái hiện diện và đèn báo bận sau khi máy chủ hiện diện khởi động lại, sau khi mất mạng lâu hơn `Expires` của công bố, hoặc khi có nhiều máy chủ không dùng chung trạng thái.",
    howToFix: {
      caller:
        "Đặt lại trạng thái hiện diện một lần nữa, hoặc đăng xuất rồi đăng nhập. Nếu người khác thấy trạng thái cũ quá lâu, hãy báo lại.",
      operator:
        "Lưu các công bố ở nơi không mất khi khởi động lại, và để mọi máy chủ trong cụm dùng chung. Nhiều 412 cùng lúc cho thấy có khởi động lại, còn lẻ tẻ là do làm mới muộn.",
      developer:
        "Bỏ entity-tag đi và gửi `PUBLISH` với phần thân đầy đủ, không có `SIP-If-Match`. Đừng lặp lại cái cũ. Làm mới thật sớm trước khi `Expires` hết hạn.",
    },
    sendIt:
      "Gửi cho `PUBLISH` có `SIP-If-Match` bạn không biết. Gửi 489 cho gói sự kiện bạn không có, 415 cho kiểu phần thân bạn không đọc được, và 423 cho thời hạn dưới mức tối thiểu của bạn.",
    causes: [
      {
        text: "Công bố đã hết hạn trước khi lần làm mới đến.",
        evidence: "Giữa 200 gần nhất và `PUBLISH` này là khoảng thời gian dài hơn `Expires` của 200 đó cho phép.",
      },
      {
        text: "Máy chủ đã mất các công bố, hoặc yêu cầu tới máy chủ khác trong cụm.",
        evidence:
          "412 đến sớm hơn nhiều so với thời gian trong `Expires`, với nhiều người dùng cùng lúc hoặc từ một địa chỉ mới.",
      },
      {
        text: "Phía gửi dùng entity-tag cũ.",
        evidence: "`SIP-If-Match` không phải `SIP-ETag` của 200 mới nhất mà là của một phản hồi trước đó.",
      },
    ],
    keywords: [
      "conditional request failed",
      "publish",
      "trạng thái hiện diện cũ",
      "sip-etag",
      "sip-if-match",
      "entity-tag",
    ],
  },
  413: {
    gloss: "Phần thân quá lớn",
    says: "413 cho biết phần thân của yêu cầu lớn hơn mức máy chủ muốn hoặc có thể xử lý.",
    meaning:
      "Máy chủ hiểu các header, nhưng phần thân vượt một giới hạn của nó. Có `Retry-After` thì giới hạn chỉ tạm thời. Mã này chỉ tính phần thân: cả thông điệp quá lớn thì đã có 513.",
    whenYouSeeIt:
      "Tin nhắn văn bản dài, ảnh trong `MESSAGE`, tài liệu hiện diện của nhiều liên hệ, SDP với hàng chục codec và ICE candidate từ trình duyệt.",
    howToFix: {
      caller: "Gửi tin ngắn hơn, hoặc gửi ảnh bằng cách khác. Trong ứng dụng video, hãy tắt những gì không cần.",
      operator:
        "Tra giới hạn của máy chủ đã trả lời và so với `Content-Length`. Bỏ các codec không dùng khỏi SDP, hoặc tăng giới hạn ở nơi đường đi là TCP hoặc TLS.",
      developer:
        "Gửi lại với phần thân nhỏ hơn hoặc không có, trong giao dịch mới với `CSeq` cao hơn. Trỏ tới nội dung lớn bằng URL. Tôn trọng `Retry-After` nếu có.",
    },
    sendIt:
      "Gửi khi phần thân vượt mức bạn xử lý, kèm `Retry-After` nếu tình trạng đó sẽ qua. Bạn được đóng kết nối để chặn phần còn lại. Gửi 513 khi cả thông điệp quá dài, và 415 khi chỉ sai kiểu.",
    causes: [
      {
        text: "Đề nghị của trình duyệt có quá nhiều codec và candidate nên SBC từ chối.",
        evidence:
          "`Content-Length` là vài nghìn byte, với hàng chục dòng `a=candidate` hoặc `a=rtpmap`, và 413 đến ngay.",
      },
      {
        text: "Tin nhắn văn bản hoặc công bố vượt giới hạn của máy chủ.",
        evidence: "`MESSAGE` ngắn của cùng người dùng nhận 200, còn tin dài nhận 413 từ cùng địa chỉ.",
      },
    ],
    keywords: ["request entity too large", "phần thân quá lớn", "tin nhắn dài", "sdp quá lớn", "tệp đính kèm"],
  },
  414: {
    gloss: "Dòng địa chỉ quá dài",
    says: "414 cho biết Request-URI dài hơn mức máy chủ này chịu đọc.",
    meaning:
      "Máy chủ không muốn diễn giải một Request-URI dài đến thế. Đây là giới hạn của chặng đã trả lời, và người được gọi không biết gì về cuộc gọi. RFC 3261 không đặt con số: mỗi sản phẩm có giới hạn riêng.",
    whenYouSeeIt:
      "Hiếm. Chuyển hướng nhét cả header vào URI `Contact`, mã token hoặc dữ liệu hội nghị trong tham số URI, hoặc quy tắc viết lại cứ mỗi lần đi qua lại thêm cùng một tham số.",
    howToFix: {
      caller: "Quay số hoặc địa chỉ ngắn thay vì liên kết sao chép. Nếu nó vốn đã ngắn, hãy báo lại.",
      operator:
        "Tìm máy chủ đã trả lời và đọc Request-URI nó nhận được. Bỏ các quy tắc nối thêm tham số, và tăng giới hạn nếu địa chỉ đúng.",
      developer:
        "Rút ngắn URI và gửi lại: chuyển dữ liệu từ tham số URI sang header hoặc phần thân. Kiểm tra URI nhận từ `Contact` trước khi dùng.",
    },
    sendIt:
      "Gửi khi Request-URI vượt giới hạn của bộ phân tích. Gửi 513 khi cả thông điệp quá dài, 400 khi URI sai định dạng, và 483 khi nó dài ra do vòng lặp và `Max-Forwards` bằng 0.",
    causes: [
      {
        text: "Quy tắc viết lại thêm một tham số hoặc tiền tố mỗi lần yêu cầu đi qua.",
        evidence:
          "Request-URI có cùng tham số hoặc chữ số lặp nhiều lần, và danh sách `Via` có một máy chủ xuất hiện hơn một lần.",
      },
      {
        text: "Chuyển hướng đến với header hoặc token dài trong `Contact`.",
        evidence: "Một 3xx trước đó có `Contact` dài nhiều trăm ký tự, với dấu hỏi và các header đã mã hóa.",
      },
    ],
    keywords: ["request-uri too long", "uri quá dài", "độ dài url", "địa chỉ dài"],
  },
  415: {
    gloss: "Không hiểu kiểu phần thân",
    says: "415 cho biết máy chủ không đọc được phần thân của yêu cầu: kiểu, cách mã hóa hoặc ngôn ngữ không được hỗ trợ.",
    meaning:
      "Phần thân có định dạng mà máy chủ này không hỗ trợ cho phương thức này. Phản hồi phải liệt kê những gì nó nhận, trong `Accept`, `Accept-Encoding` hoặc `Accept-Language`. Mã này nói về loại phần thân, không về các codec trong SDP.",
    whenYouSeeIt:
      "Phím bấm gửi bằng `INFO` tới phía không đọc chúng, `INVITE` có ISUP bên cạnh SDP (SIP-I) tới điện thoại SIP thường, `MESSAGE` dạng HTML, trạng thái hiện diện ở định dạng cũ.",
    howToFix: {
      caller:
        "Khi bấm phím trong cuộc gọi không có tác dụng, hãy đặt DTMF trên điện thoại thành RFC 4733, còn gọi là RFC 2833. Gửi tin nhắn dạng văn bản thuần.",
      operator:
        "So `Content-Type` với `Accept` trong 415. Đặt DTMF ở hai phía thành RFC 4733, và tắt SIP-I hoặc phần thân nhiều phần về phía những trunk chỉ muốn SDP thuần.",
      developer:
        "Gửi lại với một kiểu trong `Accept`, trong giao dịch mới với `CSeq` cao hơn. Đánh dấu các phần tùy chọn của phần thân nhiều phần bằng `handling=optional`, để chúng có thể được bỏ qua.",
    },
    sendIt:
      "Gửi khi bạn không đọc được phần thân, và liệt kê những gì đọc được trong `Accept`. Gửi 488 khi đọc được SDP mà media không hợp, 469 cho Info Package lạ, và 400 cho phần thân hỏng.",
    causes: [
      {
        text: "DTMF được gửi bằng `INFO`, và phía kia không nhận.",
        evidence:
          "Mỗi lần bấm phím tạo một `INFO` với `Content-Type: application/dtmf-relay`, và cái nào cũng nhận 415.",
      },
      {
        text: "Phần thân gồm nhiều phần, có ISUP, vị trí hoặc QSIG bên cạnh SDP.",
        evidence: "`INVITE` có `Content-Type: multipart/mixed`, và `Accept` của 415 chỉ liệt kê `application/sdp`.",
      },
    ],
    keywords: ["unsupported media type", "content-type", "dtmf không hoạt động", "sip info", "multipart", "sip-i"],
  },
  416: {
    gloss: "Loại địa chỉ không xác định",
    says: "416 cho biết máy chủ không biết loại địa chỉ trong Request-URI, như `tel:` thay cho `sip:`.",
    meaning:
      "Máy chủ này không biết lược đồ ở đầu Request-URI, ví dụ `tel:` hoặc `urn:`. Người được gọi chưa được hỏi. Phía gọi nên thử lại bằng URI SIP. Trong hội thoại, 416 kết thúc hội thoại.",
    whenYouSeeIt:
      "Cuộc gọi từ hệ thống IMS hoặc Microsoft quay `tel:+4930123456` tới PBX cần `sip:`. Các bản Asterisk cũ trả 416 cho mọi tel URI. Cuộc gọi khẩn cấp tới `urn:service:sos` ở máy chủ đơn giản.",
    howToFix: {
      caller:
        "Quay số kèm miền của nhà cung cấp, như `sip:+4930123456@example.com`, hoặc chọn dạng này trong cài đặt điện thoại.",
      operator:
        "Để SBC hoặc máy chủ proxy phía trước đổi `tel:` thành `sip:` với miền và `user=phone`, hoặc cập nhật máy chủ. Kiểm tra xem URN khẩn cấp có được định tuyến trước khi cuộc gọi rời hệ thống của bạn không.",
      developer:
        "Lặp lại yêu cầu bằng URI SIP: số trở thành phần người dùng, kèm `user=phone`. Đừng đổi `sips:` thành `sip:` mà không báo người dùng, vì như vậy là bỏ TLS dọc đường.",
    },
    sendIt:
      "Gửi khi bạn không biết lược đồ của Request-URI. Gửi 404 khi biết lược đồ mà không biết người dùng, 484 khi số chưa đầy đủ, và 420 khi `Require` nêu thứ không biết.",
    causes: [
      {
        text: "Người gọi quay tel URI, còn máy chủ chỉ biết URI SIP.",
        evidence: "Dòng đầu giống `INVITE tel:+4930123456 SIP/2.0`, và 416 đến ngay từ máy chủ đầu tiên phía sau SBC.",
      },
      {
        text: "Yêu cầu dành cho `sips:`, và máy chủ không biết lược đồ này.",
        evidence: "Request-URI bắt đầu bằng `sips:`, và cùng cuộc gọi với `sip:` thì đi được.",
      },
    ],
    keywords: ["unsupported uri scheme", "tel uri", "lược đồ uri", "sips", "urn", "teams", "ims"],
  },
  417: {
    gloss: "Không biết giá trị ưu tiên",
    says: "417 cho biết máy chủ không biết giá trị ưu tiên nào trong số những giá trị mà yêu cầu bắt buộc.",
    meaning:
      "Yêu cầu có `Require: resource-priority`, và ở đây không biết giá trị nào trong `Resource-Priority` (RFC 4412). Nếu không có `Require` đó, máy chủ phải bỏ qua các giá trị lạ và tiếp tục với mức ưu tiên thường.",
    whenYouSeeIt:
      "Mạng của chính phủ, quân đội và khẩn cấp, nơi cuộc gọi mang giá trị như `ets.0` hoặc `dsn.flash` qua ranh giới sang mạng dùng không gian tên khác.",
    howToFix: {
      caller: "Gọi không dùng ưu tiên nếu điện thoại cho chọn. Phần còn lại là việc của quản trị viên dịch vụ ưu tiên.",
      operator:
        "Đọc `Accept-Resource-Priority` trong 417 nếu có. Để phần tử biên chuyển đổi giữa các không gian tên, hoặc bỏ `resource-priority` khỏi `Require` với mạng lân cận đó.",
      developer:
        "Gửi lại với một giá trị người dùng được quyền dùng trong `Accept-Resource-Priority`, hoặc chỉ đặt thẻ tùy chọn trong `Supported`. Liệt kê nhiều không gian tên khi cuộc gọi đi qua nhiều mạng.",
    },
    sendIt:
      "Chỉ gửi khi `Require` có `resource-priority` và bạn không biết giá trị nào, và thêm `Accept-Resource-Priority` nếu chính sách cho phép. Nếu không, hãy coi là cuộc gọi thường. Gửi 403 cho người dùng không được dùng giá trị đó.",
    causes: [
      {
        text: "Các mạng dùng không gian tên khác nhau, và không có gì chuyển đổi giữa chúng.",
        evidence:
          "`Resource-Priority` có không gian tên như `dsn`, còn `Accept-Resource-Priority` trong 417 chỉ liệt kê những cái khác.",
      },
      {
        text: "Phía gọi bắt buộc ưu tiên ở chỗ chỉ nên đề xuất.",
        evidence: "`INVITE` có `Require: resource-priority`, và cùng cuộc gọi không có dòng này thì thành công.",
      },
    ],
    keywords: ["resource-priority", "cuộc gọi ưu tiên", "ets", "dsn", "khẩn cấp chính phủ", "mlpp"],
  },
  420: {
    gloss: "Không hỗ trợ phần mở rộng bắt buộc",
    says: "420 cho biết yêu cầu bắt buộc một phần mở rộng mà máy chủ này không hỗ trợ, và nêu tên phần mở rộng đó.",
    meaning:
      "Một thẻ tùy chọn trong `Require`, hoặc với máy chủ proxy là trong `Proxy-Require`, là thẻ lạ hoặc đã bị tắt ở máy chủ trả lời. `Unsupported` MUST liệt kê nó. Phía gọi nên gửi lại yêu cầu không có phần mở rộng đó.",
    whenYouSeeIt:
      "`Require: 100rel` tới điện thoại đã tắt `PRACK`, Asterisk với `100rel=no` hoạt động như vậy. `Require: timer`, `replaces` hoặc `sec-agree` tới những thiết bị chưa từng có chúng.",
    howToFix: {
      caller:
        "Số đã quay không có gì sai. Hãy cho quản trị viên biết điện thoại hoặc trunk nào và vừa cập nhật thứ gì.",
      operator:
        "Đọc `Unsupported` trong 420, và chuyển tính năng đó ở phía gọi từ bắt buộc sang hỗ trợ. Hoặc bật nó ở phía trả lời: `PRACK` là trường hợp thường gặp nhất.",
      developer:
        "Gửi lại không có những gì `Unsupported` liệt kê, trong giao dịch mới với `CSeq` cao hơn. Chỉ đặt vào `Require` thứ cuộc gọi không thể thiếu, phần còn lại đặt vào `Supported`.",
    },
    sendIt:
      "Gửi khi `Require` có thẻ tùy chọn bạn không hỗ trợ, kèm mọi thẻ như vậy trong `Unsupported`. Máy chủ proxy chỉ xem `Proxy-Require`. Không bao giờ gửi cho `ACK` hoặc `CANCEL`. Gửi 421 khi chính bạn là bên bắt buộc.",
    causes: [
      {
        text: "Người gọi bắt buộc `PRACK`, còn phía trả lời đã tắt nó.",
        evidence: "`Require: 100rel` trong `INVITE` và `Unsupported: 100rel` trong 420.",
      },
      {
        text: "Người gọi đòi một phần mở rộng của mạng riêng họ.",
        evidence:
          "`Unsupported` có thẻ như `sec-agree` hoặc `precondition`, và cuộc gọi đi từ mạng di động sang mạng văn phòng.",
      },
      {
        text: "Một máy chủ proxy trên đường không biết thứ `Proxy-Require` đòi.",
        evidence:
          "420 đến từ máy chủ proxy chứ không từ điện thoại, và `Unsupported` của nó lặp lại một thẻ của `Proxy-Require`.",
      },
    ],
    keywords: [
      "bad extension",
      "phần mở rộng không hỗ trợ",
      "unsupported",
      "100rel",
      "prack",
      "header require",
      "thẻ tùy chọn",
    ],
  },
  421: {
    gloss: "Yêu cầu thiếu một phần mở rộng",
    says: "421 cho biết máy chủ bắt buộc một phần mở rộng mà yêu cầu không liệt kê là có hỗ trợ.",
    meaning:
      "Máy chủ không thể hoặc không muốn xử lý yêu cầu nếu thiếu một phần mở rộng, nêu trong `Require`. RFC 3261 khuyên không nên làm vậy, vì nó loại các điện thoại SIP thường. RFC 3329 đòi điều đó ở nơi thỏa thuận bảo mật là chính sách.",
    whenYouSeeIt:
      "Asterisk với `100rel=required` hoặc `timers=required` gặp điện thoại không có chúng. Lõi IMS đòi `sec-agree` ngay từ `REGISTER` đầu tiên.",
    howToFix: {
      caller:
        "Điện thoại hoặc ứng dụng thiếu một tính năng dịch vụ đòi hỏi. Hãy cập nhật, hoặc dùng loại nhà cung cấp chấp thuận.",
      operator:
        "Đọc `Require` trong 421. Chuyển đòi hỏi trên máy chủ thành đề xuất, ví dụ `100rel=yes` trong Asterisk, hoặc bật phần mở rộng đó trên điện thoại.",
      developer:
        "Gửi lại với thẻ đó trong `Supported`, nếu bạn thật sự có phần mở rộng. Với `sec-agree`, trước hết hãy đọc `Security-Server` và bắt đầu một trong các cơ chế của nó.",
    },
    sendIt:
      "Chỉ gửi khi không thể phục vụ có ích nếu thiếu phần mở rộng, kèm tên của nó trong `Require`. Nếu không, hãy tiếp tục với SIP thường. Gửi 494 khi phía gọi liệt kê `sec-agree` trong `Supported` và giờ phải dùng nó.",
    causes: [
      {
        text: "Máy chủ đặt `PRACK` hoặc bộ định thời phiên là bắt buộc.",
        evidence: "`Require: 100rel` hoặc `Require: timer` trong 421, và `Supported` của yêu cầu không có thẻ đó.",
      },
      {
        text: "Mạng muốn thỏa thuận bảo mật theo RFC 3329, còn phía gọi không đề xuất.",
        evidence: "421 có `Security-Server` và `Require: sec-agree`, còn yêu cầu hoàn toàn không có `sec-agree`.",
      },
    ],
    keywords: [
      "extension required",
      "cần phần mở rộng",
      "require",
      "bắt buộc 100rel",
      "prack",
      "bắt buộc bộ định thời phiên",
      "sec-agree",
    ],
  },
  422: {
    gloss: "Bộ định thời phiên quá ngắn",
    says: "422 cho biết bộ định thời phiên được yêu cầu ngắn hơn mức máy chủ này cho phép, và nêu mức tối thiểu.",
    meaning:
      "`Session-Expires` thấp hơn mức tối thiểu của máy chủ đã trả lời, nêu trong `Min-SE` (RFC 4028). Không mức tối thiểu nào được thấp hơn 90 s. Phía gọi được thử lại với khoảng dài hơn.",
    whenYouSeeIt:
      "Ở đầu cuộc gọi hoặc khi làm mới, lúc PBX yêu cầu phiên ngắn còn nhà mạng muốn chẳng hạn 600 s trở lên. Asterisk gửi nó cho giá trị dưới `timers_min_se`.",
    howToFix: {
      caller:
        "Điện thoại tốt tự gọi lại trong vòng một giây. Nếu máy của bạn không làm được, hãy báo lại về cài đặt bộ định thời phiên.",
      operator:
        "Tăng khoảng thời gian ở phía gọi lên 1800 s, giá trị RFC 4028 khuyến nghị. Trong Asterisk đó là `timers_sess_expires`. Kiểm tra mọi máy chủ proxy trên đường, vì máy nào cũng có thể đặt mức tối thiểu.",
      developer:
        "Lặp lại với `Session-Expires` và `Min-SE` không dưới `Min-SE` lớn nhất đã nhận cho `Call-ID` này, và `CSeq` cao hơn. Giữ `Min-SE` đó cả trong các lần thử sau.",
    },
    sendIt:
      "Gửi cho `INVITE` hoặc `UPDATE` khi `Session-Expires` dưới mức tối thiểu của bạn, kèm `Min-SE`. Với vai trò máy chủ proxy, chỉ gửi nếu `Supported` có `timer`: nếu không, hãy tự nâng cả hai header. Không bao giờ đòi dưới 90 s.",
    causes: [
      {
        text: "Phía gọi đặt khoảng thời gian phiên dưới mức tối thiểu của một chặng.",
        evidence:
          "`Session-Expires` trong `INVITE` nhỏ hơn `Min-SE` trong 422, và có thể có `INVITE` thứ hai với giá trị lớn hơn.",
      },
      {
        text: "Phần mềm phía gọi không xử lý 422 và bỏ cuộc.",
        evidence: "422 nhận được `ACK` mà không có `INVITE` thứ hai, hoặc có cái thứ hai với `Session-Expires` cũ.",
      },
      {
        text: "Lần làm mới trong cuộc gọi yêu cầu ngắn hơn lúc đầu, và phiên không được gia hạn.",
        evidence:
          "Một re-`INVITE` hoặc `UPDATE` nhận 422, không có yêu cầu đã sửa nào theo sau, và `BYE` đến khi khoảng thời gian cũ kết thúc.",
      },
    ],
    keywords: [
      "session interval too small",
      "bộ định thời phiên",
      "min-se",
      "session-expires",
      "rớt cuộc gọi sau vài phút",
      "rfc 4028",
    ],
  },
  423: {
    gloss: "Thời hạn quá ngắn",
    says: "423 cho biết thời hạn yêu cầu cho một đăng ký, đăng ký theo dõi hoặc công bố quá ngắn, và nêu mức tối thiểu.",
    meaning:
      "Máy chủ không giữ liên kết hoặc trạng thái trong thời gian ngắn đến thế. `Min-Expires` là mức nhỏ nhất nó chấp nhận. Với `REGISTER` và `SUBSCRIBE`, chỉ được từ chối thời gian lớn hơn 0 và dưới một giờ.",
    whenYouSeeIt:
      "Điện thoại đặt đăng ký mỗi 30 s để giữ NAT mở, gặp máy chủ có mức tối thiểu 60 s trở lên. Asterisk gửi nó theo `minimum_expiration`. Kamailio thì nâng thời gian lên `min_expires`.",
    howToFix: {
      caller:
        "Đặt thời gian đăng ký của điện thoại thành 3600 s, hoặc theo hướng dẫn của nhà cung cấp. Giữ NAT mở bằng cài đặt giữ kết nối chứ không bằng đăng ký ngắn.",
      operator:
        "So `Expires` của yêu cầu với `Min-Expires` của 423. Giảm mức tối thiểu khi điện thoại trên mạng di động cần, hoặc cấp phát thời gian dài hơn và giữ kết nối bằng CRLF hoặc STUN.",
      developer:
        "Lặp lại với mọi thời hạn trong yêu cầu không dưới `Min-Expires`, kể cả tham số `expires` của từng `Contact`. Dùng `CSeq` cao hơn, và nhớ giá trị này cho lần sau.",
    },
    sendIt:
      "Gửi cho `REGISTER`, `SUBSCRIBE` hoặc `PUBLISH` có thời hạn dưới mức tối thiểu của bạn, luôn kèm `Min-Expires`. Không bao giờ gửi cho `Expires: 0`, vì đó là kết thúc. Thời gian quá dài thì bạn được rút ngắn trong 200.",
    causes: [
      {
        text: "Điện thoại đăng ký theo chu kỳ ngắn để giữ NAT mở.",
        evidence: "`Expires` là 30 hoặc 60 trong `REGISTER`, và `Min-Expires` trong 423 lớn hơn.",
      },
      {
        text: "Phần mềm không đọc `Min-Expires` và lặp lại cùng yêu cầu.",
        evidence: "Hết `REGISTER` này đến `REGISTER` khác với cùng `Expires`, sau mỗi cái là một 423.",
      },
      {
        text: "Chỉ một trong hai giá trị thời hạn được nâng lên.",
        evidence: "Header `Expires` đủ lớn, còn tham số `expires` trong `Contact` vẫn nhỏ.",
      },
    ],
    keywords: [
      "interval too brief",
      "min-expires",
      "chu kỳ đăng ký",
      "expires quá ngắn",
      "giữ kết nối",
      "register thất bại",
    ],
  },
  424: {
    gloss: "Vị trí không dùng được",
    says: "424 cho biết vị trí gửi kèm yêu cầu sai hoặc không dùng được, và máy chủ cần một vị trí.",
    meaning:
      "Máy chủ cần biết người gọi ở đâu và không dùng được thứ đã nhận (RFC 6442). `Geolocation-Error` MUST nói vì sao: 100 không dùng được, 200 thiếu quyền, 300 không lấy về được. Hội thoại đang có vẫn còn.",
    whenYouSeeIt:
      "Cuộc gọi khẩn cấp và cuộc gọi dựa trên vị trí. Mạng khẩn cấp hoặc máy chủ proxy có thông tin riêng gửi nó, và có thể đặt vị trí mà nó tin là đúng vào phần thân của 424.",
    howToFix: {
      caller:
        "Khi khẩn cấp, hãy nói địa chỉ bằng lời và đừng chờ. Nếu không, hãy cho phép ứng dụng dùng vị trí rồi thử lại.",
      operator:
        "Đọc `Geolocation-Error`. Đối chiếu địa chỉ lưu cho điện thoại hoặc cổng switch với định dạng của dịch vụ khẩn cấp, và xem các máy chủ của họ có lấy được URI vị trí của bạn không.",
      developer:
        "Gửi lại với PIDF-LO đã sửa, lấy vị trí của 424 nếu nó có. Đừng tiết lộ nhiều hơn người dùng cho phép. Ai chèn vị trí vào thì người đó phải sửa.",
    },
    sendIt:
      "Gửi khi bạn cần vị trí và `Geolocation` trong yêu cầu không có vị trí nào dùng được, kèm `Geolocation-Error`. Không bao giờ gửi cho yêu cầu không có `Geolocation`. Nếu vẫn tiếp tục được, hãy nhận cuộc gọi và chỉ thêm lỗi.",
    causes: [
      {
        text: "Tài liệu vị trí sai định dạng hoặc quá ít chi tiết cho dịch vụ.",
        evidence:
          "`Geolocation-Error: 100` trong 424, và PIDF-LO trong phần thân của `INVITE` không có tên đường hay tọa độ.",
      },
      {
        text: "Không lấy được URI vị trí.",
        evidence: "`Geolocation-Error: 300`, và `Geolocation` có URI `https:` mà chỉ mạng của bên gửi tới được.",
      },
      {
        text: "Yêu cầu cấm định tuyến theo vị trí của nó.",
        evidence: "`Geolocation-Error: 202` trong 424 và `Geolocation-Routing: no` trong yêu cầu.",
      },
    ],
    keywords: [
      "bad location information",
      "geolocation",
      "vị trí không hợp lệ",
      "cuộc gọi khẩn cấp",
      "e911",
      "pidf-lo",
      "ng911",
    ],
  },
  425: {
    gloss: "Bản tin cảnh báo không dùng được",
    says: "425 cho biết cảnh báo do cảm biến hoặc thiết bị gửi hỏng đến mức không thể quyết định cách ứng phó khẩn cấp.",
    meaning:
      "Dịch vụ khẩn cấp hoặc một máy chủ dọc đường không dùng được tài liệu cảnh báo (CAP) trong yêu cầu, và không có gì khác trong đó giúp được (RFC 8876). `AlertMsg-Error` MUST nói sai ở đâu. Hội thoại đang có vẫn tiếp tục.",
    whenYouSeeIt:
      "Thiết bị báo động gửi `MESSAGE` tới dịch vụ khẩn cấp mà không có người gọi: chống trộm, báo cháy, cảm biến va chạm. Ngoài mạng khẩn cấp thế hệ mới, mã này không xuất hiện.",
    howToFix: {
      caller: "Nếu gấp, hãy gọi thoại tới số khẩn cấp, sau đó nhờ người lắp đặt kiểm tra thiết bị báo động.",
      operator:
        "Đọc `AlertMsg-Error`: 100 đến 103 phân biệt cảnh báo không xử lý được, không có mặt, nói quá ít hoặc bị hỏng. Thử thiết bị với một dịch vụ thử nghiệm.",
      developer:
        "Đối chiếu tài liệu CAP với lược đồ của nó trước khi gửi, và xem `Call-Info` với `purpose=EmergencyCallData.cap` có nêu đúng `Content-ID` của nó không. Sửa rồi gửi lại, không bao giờ gửi y như cũ.",
    },
    sendIt:
      "Chỉ gửi khi cảnh báo không dùng được và không có gì khác trong yêu cầu để hành động, kèm `AlertMsg-Error`. Không bao giờ gửi cho yêu cầu không có cảnh báo. Nếu tiếp tục được, hãy chấp nhận và thêm `AlertMsg-Error` vào 200.",
    causes: [
      {
        text: "Tài liệu CAP bị hỏng hoặc trái với lược đồ của nó.",
        evidence:
          "`AlertMsg-Error: 103` trong 425, và XML của phần thân kết thúc sớm hoặc thiếu các phần tử CAP đòi hỏi.",
      },
      {
        text: "`Call-Info` trỏ tới một phần thân không có trong yêu cầu.",
        evidence: "`AlertMsg-Error: 101`, và URI `cid:` của `Call-Info` khác với `Content-ID` của cảnh báo.",
      },
    ],
    keywords: ["bad alert message", "cảnh báo cap", "cảnh báo khẩn cấp", "cảm biến", "alertmsg-error", "rfc 8876"],
  },
} as const satisfies Readonly<Record<number, CodeTexts>>;
