import type { CodeTexts } from "../texts.ts";

export const codes5xx = {
  500: {
    gloss: "Máy chủ gặp lỗi bên trong",
    says: "500 cho biết máy chủ gặp lỗi của chính nó và không xử lý được yêu cầu.",
    meaning:
      "Có gì đó trong máy chủ bị hỏng, còn yêu cầu có thể hoàn toàn đúng. Thử lại sau có thể thành công, và `Retry-After` có thể nêu thời gian. Mã này còn ẩn hai nghĩa khác: máy chủ proxy đổi 503 duy nhất từ phía sau thành 500, và trong hội thoại nó trả lời yêu cầu sai thứ tự.",
    whenYouSeeIt:
      "Kịch bản hoặc cơ sở dữ liệu phía sau máy chủ hỏng, B2BUA không có mã nào hợp hơn cho câu trả lời của đầu bên kia, hoặc điện thoại nhận yêu cầu có `CSeq` cũ. Asterisk đổi các mã như 481 và 482 thành 500 khi qua một chặng.",
    howToFix: {
      caller: "Thử lại sau `Retry-After`, hoặc sau vài giây. Nếu vẫn còn, hãy báo thời điểm và số đã quay.",
      operator:
        "Tìm chặng đầu tiên có 500 và đọc nhật ký của nó đúng giây đó. Xem nó nhận gì từ phía sau: một 503, kịch bản Kamailio lỗi, mất cơ sở dữ liệu. Rồi sửa thứ đó.",
      developer:
        "Thử lại một lần sau `Retry-After` hoặc sau vài giây do bạn đặt. Trong hội thoại, nó chỉ ảnh hưởng tới yêu cầu này. Với re-`INVITE` đến quá sớm, 500 có `Retry-After` từ 0 đến 10 giây.",
    },
    sendIt:
      "Gửi khi mã chương trình hoặc kho lưu trữ của bạn hỏng, và cho `INVITE` thứ hai trong hội thoại khi cái đầu còn mở, khi đó kèm `Retry-After`. Gửi 503 khi cả máy chủ quá tải, và 4xx khi lỗi ở yêu cầu.",
    causes: [
      {
        text: "Câu trả lời duy nhất máy chủ proxy nhận từ phía sau là 503, hoặc kết nối thất bại.",
        evidence: "Phía sau máy chủ proxy, bản bắt gói có 503, một TCP reset hoặc lỗi ICMP, còn phía trước là 500.",
      },
      {
        text: "Kịch bản, cơ sở dữ liệu hoặc kế hoạch quay số trong máy chủ bị lỗi.",
        evidence: "500 đến từ chính máy chủ, không có gì được chuyển tiếp, và nhật ký của nó có lỗi trong cùng giây.",
      },
      {
        text: "B2BUA đổi một mã nó không ánh xạ thành 500.",
        evidence: "Chân phía xa có mã khác như 481 hoặc 608, và cùng lúc đó chân phía gần có 500.",
      },
      {
        text: "Một yêu cầu trong hội thoại đến sai thứ tự hoặc quá sớm.",
        evidence: "`CSeq` thấp hơn của một yêu cầu trước đó, hoặc `INVITE` trước chưa có phản hồi cuối cùng.",
      },
    ],
    keywords: ["server internal error", "internal server error", "lỗi máy chủ", "lỗi kịch bản", "cseq sai thứ tự"],
  },
  501: {
    gloss: "Ở đây không biết phương thức này",
    says: "501 cho biết máy chủ không biết phương thức này và không làm được cho bất kỳ người dùng nào.",
    meaning:
      "Phía nhận thiếu thứ yêu cầu cần, trước hết là phương thức: nó không nhận ra tên phương thức. Khi nó biết nhưng không cho phép ở đây thì câu trả lời là 405. Máy chủ proxy chuyển tiếp những phương thức nó không biết, nên 501 đến từ một thiết bị đầu cuối.",
    whenYouSeeIt:
      "Điện thoại hoặc máy chủ đơn giản nhận `PUBLISH`, `MESSAGE` hoặc phương thức riêng của một hãng. Một số PBX cũng trả mã này cho chức năng không được tích hợp hoặc cho nguyên nhân Q.850 số 79 từ gateway.",
    howToFix: {
      caller:
        "Vẫn gọi được. Hãy tắt tính năng bị lỗi, như trạng thái hiện diện hoặc tin nhắn văn bản, nếu nhà cung cấp không có.",
      operator:
        "Đọc phương thức trong `CSeq` của 501. Tắt tính năng đó trên điện thoại, nạp mô-đun phục vụ nó, hoặc gửi các yêu cầu đó tới máy chủ biết chúng.",
      developer:
        "Thôi dùng phương thức này với đích này và đọc trước `Allow` trong phản hồi cho `OPTIONS`. Trong hội thoại, 501 kết thúc mục đích sử dụng nó trả lời, các mục đích khác vẫn còn.",
    },
    sendIt:
      "Gửi cho phương thức bạn hoàn toàn không nhận ra. Với phương thức biết mà không cho phép ở đây, gửi 405 kèm `Allow`. Máy chủ proxy không gửi cả hai mã cho phương thức lạ: nó chuyển tiếp yêu cầu.",
    causes: [
      {
        text: "Phương thức là phần mở rộng mà thiết bị đầu cuối không có.",
        evidence: "501 lặp lại một `CSeq` như `1 PUBLISH`, và `Allow` của thiết bị đầu cuối không có phương thức đó.",
      },
      {
        text: "Tín hiệu giữ kết nối hoặc công cụ thử dùng phương thức phía kia không biết.",
        evidence: "501 trở lại đều đặn theo chu kỳ, và đó là phương thức duy nhất của bên gửi này bị lỗi.",
      },
      {
        text: "Gateway báo rằng mạng phía sau không làm được dịch vụ.",
        evidence:
          "`Reason` có nguyên nhân Q.850 số 79, và phương thức là `INVITE`, thứ thiết bị đầu cuối nào cũng biết.",
      },
    ],
    keywords: ["not implemented", "phương thức lạ", "phương thức không hỗ trợ", "publish bị từ chối", "nguyên nhân 79"],
  },
  502: {
    gloss: "Câu trả lời hỏng đến từ phía sau",
    says: "502 cho biết gateway hoặc máy chủ proxy nhận được phản hồi không hợp lệ từ máy chủ phía sau nó.",
    meaning:
      "Máy chủ phía trước vẫn chạy. Máy phía sau trả lời bằng thứ không dùng được: một phản hồi hỏng, hoặc với gateway là mạng bị sự cố. Ở đây không ai nói thay người được gọi, nên tuyến khác vẫn có thể gặp được người dùng.",
    whenYouSeeIt:
      "Đầu bên kia của đường dây ra mạng điện thoại bị hỏng: RFC 3398 ánh xạ nguyên nhân Q.850 số 27 thành 502, và nguyên nhân 38 thành 503. Hoặc máy chủ proxy không phân tích được thứ máy bên cạnh gửi. RFC 3329 dùng nó khi thỏa thuận bảo mật đến qua nhiều chặng.",
    howToFix: {
      caller:
        "Thử lại sau vài phút, hoặc qua nhà cung cấp khác. Phần lớn trường hợp là chưa tới được điện thoại của người được gọi.",
      operator:
        "Xem chân phía sau máy chủ đã gửi 502. Với gateway, kiểm tra trạng thái trunk và các cảnh báo. Đặt tuyến thứ hai cho 502 tới khi sửa xong.",
      developer:
        "Ghi nhật ký phản hồi thô mà bạn không dùng được: 502 che nó đi. Thử đích khác nếu có. Trong hội thoại, 502 kết thúc hội thoại và mọi mục đích sử dụng (RFC 5057).",
    },
    sendIt:
      "Gửi khi máy chủ phía sau đã trả lời và câu trả lời không dùng được. Nếu nó không trả lời gì, gửi 504 hoặc 408. Nếu nó trả lời bằng một mã lỗi hợp lệ, hãy chuyển mã đó đi.",
    causes: [
      {
        text: "Thiết bị ở đầu kia đường dây của gateway bị hỏng.",
        evidence: "`Reason` có nguyên nhân Q.850 số 27, và các cuộc gọi qua đường dây này hỏng theo cùng một kiểu.",
      },
      {
        text: "Máy chủ phía sau gửi phản hồi không phân tích được.",
        evidence:
          "Phía sau máy chủ proxy có phản hồi đến với `Via`, `CSeq` hoặc `Content-Length` hỏng, và phía trước nó là 502.",
      },
      {
        text: "Bộ cân bằng tải gửi tới một dịch vụ không phải SIP.",
        evidence: "Cổng đích trả lời bằng HTTP hoặc đóng kết nối, còn các nút khác trong nhóm vẫn chạy.",
      },
    ],
    keywords: ["bad gateway", "gateway hỏng", "trunk hỏng", "đích không hoạt động", "nguyên nhân 27"],
  },
  503: {
    gloss: "Máy chủ này hiện không phục vụ được ai",
    says: "503 cho biết máy chủ quá tải hoặc đang bảo trì, nên phía gọi cần chuyển sang máy chủ khác.",
    meaning:
      "Mã này nói về cả máy chủ chứ không riêng cuộc gọi này. Phía gọi nên thử máy chủ khác và để yên máy này trong thời gian ghi ở `Retry-After`. Không có header đó thì phía gọi phải xử lý như với 500. Máy chủ proxy chỉ nhận được một 503 thì không nên chuyển ngược nó về: nó gửi 500.",
    whenYouSeeIt:
      "Trunk đầy, máy chủ đang khởi động lại, hoặc không có gì lắng nghe: kết nối bị từ chối hoặc lỗi ICMP được phần mềm phía gọi tự tính là 503. Nhà mạng cũng dùng nó cho nghẽn mạch, nguyên nhân Q.850 số 34 hoặc 42.",
    howToFix: {
      caller: "Chờ rồi gọi lại sau. Gọi lại ngay chỉ làm quá tải thêm.",
      operator:
        "Kiểm tra tải, giới hạn kênh và các lần kiểm tra sức khỏe của trunk. Cho mỗi điểm đến một máy chủ thứ hai bằng DNS SRV hoặc nhóm gateway. Xem có phải chồng giao thức của chính bạn tạo ra 503 sau khi kết nối thất bại không.",
      developer:
        "Thử máy chủ kế tiếp trong danh sách RFC 3263. Nếu có `Retry-After`, đừng gửi gì khác tới máy này trong thời gian đó. Đừng chuyển tiếp 503 trừ khi chính bạn không phục vụ được yêu cầu nào.",
    },
    sendIt:
      "Gửi khi cả máy chủ hiện không nhận được yêu cầu nào, kèm `Retry-After`. Đường dây của một người dùng đã đầy là 486, một lỗi riêng lẻ trong chương trình là 500. Gửi 503 chỉ vì một số hỏng khiến các bên khác coi bạn là ngừng phục vụ.",
    causes: [
      {
        text: "Trunk hoặc máy chủ đã tới giới hạn số cuộc gọi hoặc số cuộc mỗi giây.",
        evidence: "503 xuất hiện vào giờ cao điểm, và gọi được trở lại khi các cuộc khác kết thúc.",
      },
      {
        text: "Không có gì lắng nghe tại đích, nên chồng giao thức của phía gọi tự tạo ra 503.",
        evidence: "Trên đường truyền không có 503. Bản bắt gói có TCP reset hoặc ICMP port unreachable sau yêu cầu.",
      },
      {
        text: "PBX không tìm thấy gateway nào còn sống cho cuộc gọi.",
        evidence: "503 đến ngay, không có gì rời PBX, và các lần kiểm tra gateway bằng `OPTIONS` đã thất bại.",
      },
      {
        text: "Nhà mạng trả 503 cho riêng một số hoặc một tuyến.",
        evidence: "Lần nào gọi số đó cũng hỏng với 503, còn các số khác trên cùng trunk thì thành công.",
      },
    ],
    keywords: [
      "service unavailable",
      "quá tải",
      "nghẽn mạch",
      "trunk đầy",
      "mọi kênh đều bận",
      "máy chủ ngừng",
      "chuyển đổi dự phòng",
    ],
  },
  504: {
    gloss: "Máy chủ phía sau không trả lời kịp",
    says: "504 cho biết máy chủ đã chờ vô ích một máy chủ khác mà nó cần, như cơ sở dữ liệu hoặc DNS.",
    meaning:
      "Bản thân máy chủ vẫn chạy, còn hệ thống nó hỏi không trả lời kịp. Thiếu câu trả lời cho chính yêu cầu đã chuyển tiếp thì là 408. Vậy nên 504 chỉ tới một hệ thống phụ trợ: cơ sở dữ liệu vị trí, danh bạ, ENUM, DNS. Nó không nói gì về người được gọi.",
    whenYouSeeIt:
      "Một lần tra cứu bị treo, máy chủ media không phản hồi máy chủ ứng dụng, hoặc gateway báo nguyên nhân Q.850 số 102. Điện thoại cũng trả mã này cho `UPDATE` mà người dùng phải đồng ý trước (RFC 3311).",
    howToFix: {
      caller: "Thử lại sau một phút. Phần lớn trường hợp là điện thoại của người được gọi chưa được hỏi.",
      operator:
        "Tìm hệ thống mà máy chủ chờ và đo thời gian phản hồi của nó. DNS có máy phân giải đã chết thường làm mất hẳn vài giây. Asterisk đứng giữa khiến người gọi thấy 603 thay vì 504.",
      developer:
        "Thử lại sau hoặc qua máy chủ khác. Khi 504 trả lời một `UPDATE`, hãy gửi thay đổi đó bằng re-`INVITE`, vốn có thể chờ người dùng. Đặt cho mỗi lần tra cứu bộ định thời ngắn hơn 32 giây.",
    },
    sendIt:
      "Gửi khi một hệ thống bạn cần cho yêu cầu không trả lời: cơ sở dữ liệu, DNS hoặc máy chủ ứng dụng. Khi chặng SIP kế tiếp im lặng thì là 408. Hệ thống phụ trợ báo lỗi thì là 500.",
    causes: [
      {
        text: "Tra cứu cơ sở dữ liệu hoặc danh bạ trong máy chủ bị treo.",
        evidence: "100 đến ngay, rồi không có gì được chuyển tiếp, và 504 đến sau một số giây cố định.",
      },
      {
        text: "Truy vấn DNS hoặc ENUM không có câu trả lời.",
        evidence: "Trước 504, bản bắt gói có các truy vấn DNS gửi lại vài giây một lần mà không có câu trả lời.",
      },
      {
        text: "Một bộ định thời của mạng điện thoại phía sau gateway đã hết hạn.",
        evidence: "`Reason` có nguyên nhân Q.850 số 102, và gateway đã chuyển cuộc gọi đi mà không nhận lại gì.",
      },
    ],
    keywords: [
      "server time-out",
      "máy chủ hết giờ",
      "gateway timeout",
      "tra cứu hết giờ",
      "dns timeout",
      "nguyên nhân 102",
    ],
  },
  505: {
    gloss: "Không hỗ trợ phiên bản SIP này",
    says: "505 cho biết máy chủ không chấp nhận phiên bản SIP ở dòng đầu của yêu cầu.",
    meaning:
      "Dòng yêu cầu kết thúc bằng thứ khác `SIP/2.0`, và máy chủ không thể hoặc không muốn làm việc với nó. Vì chỉ có phiên bản 2.0 đang được dùng, 505 gần như luôn nghĩa là thông điệp bị hỏng hoặc lạ, không phải giao thức mới hơn.",
    whenYouSeeIt:
      "Công cụ dò quét, công cụ fuzzing hoặc phần mềm tự viết gửi sai phiên bản, phần mềm HTTP chạm vào cổng SIP, hoặc khoảng trắng trong Request-URI làm lệch các từ của dòng. Trong vận hành bình thường bạn không bao giờ gặp.",
    howToFix: {
      caller:
        "Cập nhật điện thoại hoặc ứng dụng. Nếu một điện thoại thông dụng nhận 505, có thứ gì đó giữa nó và máy chủ đang sửa thông điệp.",
      operator:
        "Bắt gói yêu cầu và đọc dòng đầu từng byte một. So sánh nó ở hai phía của từng SBC hoặc ALG. Nếu nó đến từ địa chỉ lạ thì đó là dò quét: hãy chặn chúng.",
      developer:
        "Viết `SIP/2.0` bằng chữ hoa ở cuối dòng yêu cầu, trước nó có đúng một khoảng trắng. Mã hóa khoảng trắng trong Request-URI thành `%20`. Đừng thử lại cùng yêu cầu.",
    },
    sendIt:
      "Gửi khi dòng phân tích được và phiên bản không phải 2.0. Khi dòng hoàn toàn không phân tích được, gửi 400. Khi bạn thiếu phần mở rộng chứ không phải phiên bản, gửi 420.",
    causes: [
      {
        text: "Công cụ dò quét hoặc fuzzing cố ý gửi sai phiên bản.",
        evidence: "Yêu cầu đến từ địa chỉ bạn không biết, với dòng kết thúc bằng phiên bản như `SIP/7.0`.",
      },
      {
        text: "Khoảng trắng trong Request-URI làm lệch các từ của dòng đầu.",
        evidence: "Dòng yêu cầu có nhiều hơn hai khoảng trắng, nên từ thứ ba không phải `SIP/2.0`.",
      },
      {
        text: "Một giao thức khác tới cổng SIP.",
        evidence: "Dòng đầu kết thúc bằng `HTTP/1.1` hoặc `RTSP/1.0`.",
      },
    ],
    keywords: [
      "version not supported",
      "sai phiên bản sip",
      "sip/2.0",
      "dòng yêu cầu sai định dạng",
      "công cụ dò quét",
    ],
  },
  513: {
    gloss: "Thông điệp quá dài",
    says: "513 cho biết máy chủ không xử lý được yêu cầu vì thông điệp dài hơn mức nó có thể nhận.",
    meaning:
      "Toàn bộ thông điệp gồm header và phần thân vượt quá mức máy chủ chứa được. Đây không phải 413, mã chỉ nói về phần thân, cũng không phải 414, mã nói về Request-URI. Cùng yêu cầu nếu rút ngắn có thể thành công ở cùng máy chủ.",
    whenYouSeeIt:
      "Một đề nghị WebRTC với nhiều codec và candidate, một chuỗi dài `Via`, `Record-Route` hoặc `History-Info`, một token `Identity` hoặc một `MESSAGE` lớn. Qua UDP, yêu cầu dài thường mất mà không có câu trả lời nào.",
    howToFix: {
      caller: "Thử không có video hoặc giảm bớt codec trong cài đặt. Tin nhắn văn bản dài thì gửi thành từng phần.",
      operator:
        "Đo yêu cầu ở chặng bị lỗi. Cắt các codec không dùng, để SBC bỏ `History-Info` và giấu `Via`, tăng giới hạn kích thước của máy chủ và dùng TCP hoặc TLS.",
      developer:
        "Rút ngắn yêu cầu và gửi lại. RFC 3261 đòi TCP khi yêu cầu trên 1300 byte và không biết MTU của đường đi. Dùng dạng header rút gọn và ít codec hơn.",
    },
    sendIt:
      "Gửi khi toàn bộ thông điệp dài hơn giới hạn của bạn và bạn vẫn phân tích đủ để trả lời. Phần thân quá lớn là 413, Request-URI quá dài là 414. RFC 3261 muốn thông điệp qua UDP được nhận tới kích thước datagram tối đa.",
    causes: [
      {
        text: "SDP rất dài, với nhiều codec hoặc nhiều ICE candidate.",
        evidence: "`Content-Length` lên tới vài nghìn, và cùng cuộc gọi với một codec âm thanh thì đi được.",
      },
      {
        text: "Header dài ra ở từng chặng của một đường dài hoặc một vòng lặp.",
        evidence: "`Via`, `Record-Route` hoặc `History-Info` chiếm phần lớn thông điệp ở chặng gửi 513.",
      },
      {
        text: "Giới hạn kích thước của máy chủ đặt quá thấp.",
        evidence: "Mọi yêu cầu vượt một kích thước nào đó nhận 513 từ cùng máy chủ, yêu cầu ngắn hơn thì thành công.",
      },
    ],
    keywords: ["message too large", "thông điệp quá dài", "gói quá lớn", "mtu", "phân mảnh udp", "sdp lớn"],
  },
  555: {
    gloss: "Không hỗ trợ dịch vụ push này",
    says: "555 cho biết mạng không đánh thức được điện thoại bằng dịch vụ push nêu trong `REGISTER` của nó.",
    meaning:
      "Ứng dụng điện thoại yêu cầu trong `Contact` của `REGISTER` được đánh thức bằng một dịch vụ push, nêu trong `pn-provider`. Không máy chủ proxy nào trên đường hỗ trợ dịch vụ đó (RFC 8599). Mã này chỉ được định nghĩa cho `REGISTER`, và việc đăng ký đã thất bại.",
    whenYouSeeIt:
      "Ứng dụng chuyển sang nhà cung cấp không có push, hoặc nêu dịch vụ mà nhà cung cấp chưa thiết lập, như `apns`, `fcm` hoặc `webpush`. Nhiều mạng không có RFC 8599 bỏ qua tham số này và trả 200.",
    howToFix: {
      caller: "Tắt push trong cài đặt ứng dụng và để ứng dụng chạy nền, hoặc dùng ứng dụng của nhà cung cấp.",
      operator:
        "Thiết lập dịch vụ push mà `pn-provider` nêu trong máy chủ proxy gần điện thoại nhất, cùng các khóa của nó. Hoặc để máy chủ proxy chuyển tiếp `REGISTER`, nếu máy khác trên đường phục vụ được.",
      developer:
        "Đăng ký lại với `pn-provider` khác hoặc không dùng push, rồi giữ luồng luôn mở. Trong 200, hãy tìm `+sip.pns` ở `Feature-Caps`: không có nó thì sẽ không có push.",
    },
    sendIt:
      "Với vai trò máy chủ proxy, gửi khi bạn không hỗ trợ dịch vụ trong `pn-provider` và biết rằng không máy nào giữa bạn và máy chủ đăng ký hỗ trợ. Nếu không, hãy chuyển tiếp `REGISTER`. Khoảng thời gian quá ngắn là 423.",
    causes: [
      {
        text: "Nhà cung cấp hỗ trợ dịch vụ push khác hoặc không hỗ trợ gì.",
        evidence: "`pn-provider` trong `Contact` của `REGISTER` có giá trị mà cấu hình máy chủ proxy không liệt kê.",
      },
      {
        text: "Ứng dụng nêu dịch vụ push bằng tên viết sai hoặc tên riêng.",
        evidence: "`pn-provider` có giá trị khác `apns`, `fcm` hoặc `webpush`, và 555 đến ngay.",
      },
      {
        text: "Máy chủ proxy thiếu các khóa của dịch vụ push.",
        evidence:
          "Mọi ứng dụng cùng loại nhận 555 kể từ một thay đổi trên máy chủ proxy, và nhật ký của nó nêu mô-đun push.",
      },
    ],
    keywords: [
      "push notification",
      "thông báo đẩy",
      "pn-provider",
      "rfc 8599",
      "apns",
      "fcm",
      "ứng dụng di động không đăng ký được",
    ],
  },
  580: {
    gloss: "Không đáp ứng được điều kiện tiên quyết",
    says: "580 cho biết người được gọi không thể hoặc không muốn đáp ứng các điều kiện tiên quyết trong đề nghị, như băng thông dành riêng.",
    meaning:
      "Đề nghị nói rằng phải dành sẵn tài nguyên trước khi điện thoại đổ chuông (RFC 3312). Bên trả lời không thể hoặc không muốn làm vậy. Phần thân có thể cho biết điều kiện nào hỏng: một SDP có mọi cổng bằng 0 và mức `failure`.",
    whenYouSeeIt:
      "Gần như chỉ trong IMS và VoLTE, khi không thiết lập được kênh mang cho thoại hoặc B2BUA làm rơi một nửa cuộc thương lượng. Nó trả lời một `INVITE` hoặc `UPDATE`. Điện thoại PBX thông thường không dùng điều kiện tiên quyết.",
    howToFix: {
      caller: "Tới nơi sóng tốt hơn và thử lại. Nếu chỉ hỏng với một số, hãy báo nhà mạng của bạn.",
      operator:
        "Kiểm tra vì sao kênh mang thất bại trong mạng vô tuyến hoặc mạng chính sách: tài nguyên bị từ chối, thiếu kênh mang thoại, chuyển vùng. Xem có SBC nào chỉ bỏ `precondition` khỏi `Supported` ở một phía không.",
      developer:
        "Tìm dòng có `failure` trong SDP của 580 và đề nghị lại không có đòi hỏi đó, hoặc với mức `optional`. SDP đó không phải câu trả lời: đừng áp dụng nó.",
    },
    sendIt:
      "Gửi cho đề nghị trong `INVITE` hoặc `UPDATE` có điều kiện tiên quyết bạn không đáp ứng được, kèm SDP của những điều kiện hỏng. Khi `Require: precondition` đòi thứ bạn không hỗ trợ, gửi 420. Codec không phù hợp là 488.",
    causes: [
      {
        text: "Không thiết lập được kênh mang hoặc băng thông dành riêng cho thoại.",
        evidence:
          "Phần thân có `a=des:qos failure`, và máy chủ chính sách ghi một lần dành tài nguyên bị từ chối đúng giây đó.",
      },
      {
        text: "B2BUA chỉ chuyển điều kiện tiên quyết sang một phía.",
        evidence: "`a=curr:qos` và `a=des:qos` có trong đề nghị ở một chân và thiếu ở chân kia.",
      },
      {
        text: "`UPDATE` xác nhận việc dành tài nguyên không bao giờ đến.",
        evidence:
          "Sau 183 và `PRACK`, không `UPDATE` nào tới người được gọi, và 580 đến khi bộ định thời của phía đó hết hạn.",
      },
    ],
    keywords: [
      "precondition failure",
      "điều kiện tiên quyết",
      "qos",
      "cuộc gọi volte thất bại",
      "ims",
      "kênh mang",
      "dành tài nguyên",
    ],
  },
} as const satisfies Readonly<Record<number, CodeTexts>>;
