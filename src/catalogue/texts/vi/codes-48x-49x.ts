import type { CodeTexts } from "../texts.ts";

export const codes48x49x = {
  480: {
    gloss: "Người dùng đã biết, hiện không liên lạc được",
    says: "480 cho biết người dùng có thật nhưng hiện không liên lạc được: chưa đăng ký, hoặc đang bật chế độ không làm phiền.",
    meaning:
      "Người dùng tồn tại. Hoặc máy chủ proxy hay máy chủ chuyển hướng không biết gửi cuộc gọi đi đâu, hoặc đã tới một điện thoại không thể báo cuộc gọi cho người dùng. Mã chỉ nói thay cho máy chủ hoặc điện thoại này: có thể vẫn gặp người dùng ở nơi khác, và lần gọi sau có thể thành công.",
    whenYouSeeIt:
      "Người dùng không có điện thoại nào đăng ký, đang bật chế độ không làm phiền, hoặc phần mềm trên trình duyệt dựa vào JsSIP hay SIP.js đã từ chối cuộc gọi. Kamailio với cấu hình gốc trả 404 cho người dùng chưa đăng ký, trong khi RFC 3261 yêu cầu 480.",
    howToFix: {
      caller:
        "Gọi lại sau, khi hết thời gian trong `Retry-After` nếu phản hồi có header này, hoặc để lại lời nhắn trong hộp thư thoại.",
      operator:
        "Tra các liên kết của người dùng trong máy chủ đăng ký. Nếu một liên kết hết hạn quá sớm, hãy so `Expires` được cấp với chu kỳ điện thoại làm mới, và kiểm tra NAT ở giữa. Chuyển những cuộc gọi như vậy vào hộp thư thoại.",
      developer:
        "Thử lại sau, không lặp liên tục. Trong hội thoại, 480 kết thúc mục đích sử dụng mà nó trả lời, chẳng hạn cuộc gọi, nhưng không kết thúc đăng ký theo dõi dùng chung hội thoại (RFC 5057).",
    },
    sendIt:
      "Gửi cho người dùng đã biết nhưng không có nơi nào để đổ chuông, và từ điện thoại đang bật chế độ không làm phiền. Thêm `Retry-After` khi biết thời gian. Người dùng không xác định là 404, điện thoại đang có cuộc gọi là 486.",
    causes: [
      {
        text: "Người dùng không có điện thoại nào đăng ký, hoặc liên kết đã hết hạn.",
        evidence:
          "Máy chủ proxy trả lời trong vài mili giây, không `INVITE` nào tới điện thoại, và `REGISTER` cuối cùng đã cũ hơn `Expires` của nó.",
      },
      {
        text: "Điện thoại đang bật chế độ không làm phiền.",
        evidence: "480 đến từ điện thoại ngay lập tức, không có 180. Cụm từ lý do thường nói rõ điều đó.",
      },
      {
        text: "Người dùng từ chối cuộc gọi trên phần mềm dùng 480 cho việc này.",
        evidence: "Trước đó có 180, và `User-Agent` hoặc `Server` nêu tên một phần mềm như JsSIP.",
      },
      {
        text: "Gateway hoặc PBX bỏ cuộc vì không ai nhấc máy.",
        evidence:
          "480 đến sau một thời gian đổ chuông cố định, thường 20 đến 60 giây, và `Reason` có nguyên nhân Q.850 số 19.",
      },
    ],
    keywords: [
      "temporarily unavailable",
      "chưa đăng ký",
      "không làm phiền",
      "dnd",
      "ngoại tuyến",
      "vào thẳng hộp thư thoại",
      "thuê bao không liên lạc được",
    ],
  },
  481: {
    gloss: "Ở đây không biết cuộc gọi hay giao dịch này",
    says: "481 cho biết yêu cầu thuộc về một cuộc gọi hoặc giao dịch mà điện thoại hay máy chủ này không biết, hoặc không còn biết.",
    meaning:
      "Yêu cầu nêu một hội thoại hoặc giao dịch, qua các tag và `Call-ID` hoặc qua `branch`, mà phía nhận không có. Trong hội thoại, nó kết thúc mục đích sử dụng đó. Với `CANCEL`, nó chỉ nói rằng không còn gì để hủy, bản thân cuộc gọi không bị ảnh hưởng.",
    whenYouSeeIt:
      "Một `BYE` đi ngược chiều với một `BYE` khác, `CANCEL` đến sau phản hồi cuối cùng, điện thoại khởi động lại trong cuộc gọi, hoặc `NOTIFY` đến cho một đăng ký theo dõi đã kết thúc. Re-`INVITE` nhận 481 sẽ kết thúc cuộc gọi.",
    howToFix: {
      caller: "Gọi lại: phía kia không còn cuộc gọi cũ. Cuộc gọi mới bắt đầu bằng hội thoại mới.",
      operator:
        "Lần theo `Call-ID` qua mọi chặng và xem ai trả 481. Kiểm tra các yêu cầu của một cuộc gọi có tới cùng một nút của cụm không, và bộ định thời phiên hay lần khởi động lại nào đó có làm một bên mất cuộc gọi không.",
      developer:
        "Kết thúc mục đích sử dụng khi nhận 481 và bắt đầu lại bằng hội thoại mới. Trả lời `BYE` cho hội thoại vừa kết thúc mà không cần báo động. So khớp bằng `Call-ID` và cả hai tag, còn với `CANCEL` thì bằng `branch`.",
    },
    sendIt:
      "Gửi cho yêu cầu có tag trong `To` không khớp hội thoại nào, và cho `CANCEL` không có giao dịch tương ứng. Không bao giờ trả lời `ACK`: hãy bỏ nó. Người dùng bạn không biết là 404, không phải 481.",
    causes: [
      {
        text: "Hai bên gác máy cùng lúc, hoặc một bên đã kết thúc cuộc gọi từ trước.",
        evidence: "Hai yêu cầu `BYE` cùng `Call-ID` gặp nhau trên đường truyền, và một hoặc cả hai nhận 481.",
      },
      {
        text: "Cụm máy hoặc bộ cân bằng tải gửi yêu cầu tới nút không giữ cuộc gọi.",
        evidence: "481 đến từ địa chỉ khác với 200 của `INVITE`, dù hội thoại vẫn còn sống.",
      },
      {
        text: "Một bên mất cuộc gọi do khởi động lại hoặc hết hạn phiên.",
        evidence:
          "Bên trả 481 vừa đăng ký lại trước đó không lâu với `Call-ID` mới, hoặc đã gửi `BYE` mà không có phản hồi.",
      },
      {
        text: "Một chặng đã đổi tag hoặc `branch`.",
        evidence:
          "Tag `To` trong yêu cầu khác với tag trong 200, hoặc `CANCEL` có `branch` trong `Via` khác với `INVITE`.",
      },
    ],
    keywords: [
      "cuộc gọi không tồn tại",
      "call does not exist",
      "không tìm thấy hội thoại",
      "cuộc gọi cũ",
      "bye 481",
      "giao dịch không tồn tại",
    ],
  },
  482: {
    gloss: "Yêu cầu quay vòng trở lại",
    says: "482 cho biết cùng một yêu cầu đã đến lần thứ hai: do vòng lặp tại máy chủ proxy, hoặc do rẽ nhánh rồi gặp lại tại điện thoại.",
    meaning:
      "Máy chủ proxy nhận ra nó đã chuyển tiếp chính yêu cầu này trước đó, hoặc điện thoại nhận một yêu cầu qua hai đường và chỉ giữ bản đầu. RFC 3261 dùng một mã cho cả hai. Trường hợp thứ hai vô hại: bản đầu của yêu cầu vẫn đang được phục vụ.",
    whenYouSeeIt:
      "Hai máy chủ chuyển qua lại một số không biết, hoặc hai người dùng chuyển tiếp cuộc gọi cho nhau. Tại điện thoại: cuộc gọi rẽ nhánh tới cùng một thiết bị qua hai liên kết, nên lẽ ra nó đổ chuông hai lần.",
    howToFix: {
      caller: "Báo cho người vận hành số bạn đã quay. Gọi lần nữa sẽ rơi vào cùng vòng lặp.",
      operator:
        "Liệt kê các header `Via` của yêu cầu: địa chỉ xuất hiện hai lần chính là chỗ khép vòng. Bỏ quy tắc chuyển tiếp dẫn ngược lại, và xóa các liên kết trùng của cùng một điện thoại.",
      developer:
        "Đừng thử lại. Khi rẽ nhánh, hãy chờ các nhánh khác: 482 của một yêu cầu bị gộp không bao giờ là câu trả lời của cuộc gọi. Trong hội thoại, nó kết thúc hội thoại cùng mọi mục đích sử dụng (RFC 5057).",
    },
    sendIt:
      "Với vai trò máy chủ proxy, gửi khi `Via` chứa `branch` của chính bạn với cùng mã băm vòng lặp: mã băm khác là vòng xoắn (spiral) hợp lệ. Với vai trò điện thoại, gửi cho bản thứ hai của yêu cầu. Khi `Max-Forwards` bằng 0 thì gửi 483.",
    causes: [
      {
        text: "Hai máy chủ đều nghĩ rằng máy kia sở hữu số đó.",
        evidence: "Danh sách `Via` luân phiên giữa cùng hai địa chỉ, và số trong Request-URI không đổi.",
      },
      {
        text: "Hai người dùng đặt chuyển tiếp cuộc gọi trỏ vào nhau.",
        evidence:
          "Request-URI luân phiên giữa hai người dùng cho tới khi một máy chủ proxy thấy `branch` của chính mình trong `Via`.",
      },
      {
        text: "Một điện thoại đăng ký hai lần, và cuộc gọi rẽ nhánh tới nó qua cả hai liên kết.",
        evidence:
          "Hai yêu cầu `INVITE` có cùng `Call-ID`, tag `From` và `CSeq` tới một điện thoại. Chỉ một yêu cầu nhận 482.",
      },
    ],
    keywords: [
      "loop detected",
      "vòng lặp chuyển tiếp",
      "vòng lặp định tuyến",
      "yêu cầu bị gộp",
      "đăng ký trùng",
      "merged request",
    ],
  },
  483: {
    gloss: "Quá nhiều máy chủ trên đường đi",
    says: "483 cho biết một máy chủ nhận được yêu cầu với `Max-Forwards: 0` và không được chuyển tiếp nữa.",
    meaning:
      "Mỗi máy chủ proxy trừ một đơn vị của `Max-Forwards`, và đa số yêu cầu bắt đầu từ 70. Máy chủ proxy nhận yêu cầu với 0 thì dừng nó lại. Đã bắt đầu từ 70 thì gần như luôn là một vòng lặp chưa ai phát hiện, không phải một đường dài.",
    whenYouSeeIt:
      "Các máy chủ chuyền yêu cầu vòng quanh, hoặc B2BUA hay điện thoại đặt `Max-Forwards` thấp đến mức một đường bình thường cũng quá dài. Cố ý gửi `OPTIONS` với giá trị thấp sẽ cho thấy đường đi, giống traceroute.",
    howToFix: {
      caller: "Báo số bạn đã quay và thời điểm. Lỗi nằm ở định tuyến giữa các máy chủ, gọi lần nữa không thay đổi gì.",
      operator:
        "Đọc các header `Via` từ dưới lên: những địa chỉ lặp lại cho thấy vòng tròn. Sửa tuyến hoặc bản ghi DNS dẫn ngược lại. Tăng giá trị khởi đầu nếu nó thấp hơn 70 nhiều.",
      developer:
        "Gửi 70 trong `Max-Forwards`. Trong B2BUA, hãy mang giá trị này sang cuộc gọi mới và giảm nó: đặt lại 70 ở mỗi phía khiến vòng lặp không có điểm dừng. Coi 483 trong hội thoại là lúc hội thoại kết thúc.",
    },
    sendIt:
      "Gửi khi yêu cầu cần chuyển tiếp có `Max-Forwards: 0`. Chính đích đến không gửi mã này: yêu cầu cho người dùng của mình với giá trị 0 vẫn được phục vụ. Máy chủ proxy được tự trả lời `OPTIONS` có giá trị 0.",
    causes: [
      {
        text: "Các máy chủ định tuyến số đó vòng tròn, và không máy nào kiểm tra vòng lặp.",
        evidence: "Danh sách `Via` trong yêu cầu có hàng chục mục, và các địa chỉ lặp lại.",
      },
      {
        text: "Điện thoại hoặc B2BUA bắt đầu với giá trị rất thấp.",
        evidence: "`INVITE` đầu tiên có giá trị như `Max-Forwards: 5`, và không địa chỉ nào lặp lại trong `Via`.",
      },
      {
        text: "Bản ghi DNS hoặc tên máy trỏ máy chủ proxy về chính nó.",
        evidence: "Chỉ một địa chỉ duy nhất xuất hiện lặp đi lặp lại trong danh sách `Via`.",
      },
    ],
    keywords: [
      "too many hops",
      "quá nhiều chặng",
      "max-forwards",
      "vòng lặp định tuyến",
      "giới hạn chặng",
      "định tuyến vòng tròn",
    ],
  },
  484: {
    gloss: "Số chưa đầy đủ",
    says: "484 cho biết số hoặc địa chỉ đã quay quá ngắn để máy chủ biết nó dẫn tới đâu.",
    meaning:
      "Request-URI là phần đầu của một địa chỉ hợp lệ, và cần thêm chữ số. Nhờ vậy điện thoại có thể gửi các chữ số ngay khi đang quay: nó lặp lại cuộc gọi với nhiều chữ số hơn cho tới khi không còn 484. Máy chủ proxy ưu tiên mã này trong số các 4xx khi rẽ nhánh.",
    whenYouSeeIt:
      "Điện thoại gửi cuộc gọi trước chữ số cuối, vì kế hoạch quay số khớp quá sớm hoặc bộ định thời chữ số đã hết hạn. Asterisk trả mã này khi còn nhiều máy lẻ có thể khớp và chế độ quay số chồng (overlap) đang bật.",
    howToFix: {
      caller:
        "Quay đủ số kèm mã vùng và tiền tố trunk. Với điện thoại quay ngay khi đang bấm, hãy nhập số trước khi nhấc ống nghe.",
      operator:
        "So các chữ số trong Request-URI với kế hoạch đánh số. Kéo dài bộ định thời chữ số hoặc sửa kế hoạch quay số của điện thoại. Kiểm tra các quy tắc cắt chữ số, và bật hoặc tắt quay số chồng giống nhau ở hai phía.",
      developer:
        "Nếu dùng quay số chồng, hãy thu thêm chữ số rồi gửi `INVITE` mới. Nếu không, hãy báo người dùng rằng số chưa đầy đủ. Đừng lặp lại cùng một số.",
    },
    sendIt:
      "Gửi khi các chữ số hiện có là phần đầu của một số hợp lệ, và nói trong cụm từ lý do còn thiếu gì. Số mà thêm chữ số nào cũng không thành hợp lệ là 404.",
    causes: [
      {
        text: "Điện thoại gửi cuộc gọi quá sớm, do kế hoạch quay số hoặc bộ định thời chữ số.",
        evidence:
          "Request-URI thiếu vài chữ số cuối so với số người dùng định gọi, và `INVITE` đi ra giữa lúc ngừng bấm.",
      },
      {
        text: "Một quy tắc dọc đường đã cắt bớt chữ số.",
        evidence: "Request-URI đầy đủ ở chặng đầu và ngắn hơn ở chặng nhận 484.",
      },
      {
        text: "Thiếu mã vùng hoặc mã quốc gia cho trunk này.",
        evidence: "Cùng số đó với đủ tiền tố thì đi được, và `Reason` của gateway có nguyên nhân Q.850 số 28.",
      },
    ],
    keywords: [
      "address incomplete",
      "số chưa đầy đủ",
      "quay số chồng",
      "số quá ngắn",
      "bị cắt khi đang quay số",
      "thiếu mã vùng",
    ],
  },
  485: {
    gloss: "Có nhiều người dùng khớp địa chỉ này",
    says: "485 cho biết địa chỉ khớp với nhiều người dùng và cần một người chọn.",
    meaning:
      "Request-URI mơ hồ, như `sip:lee@example.com` trong một công ty có ba người cùng tên. Phản hồi có thể liệt kê các địa chỉ chính xác trong `Contact`. Khác với các lựa chọn của 300, chúng thuộc về những người khác nhau, nên không phần mềm nào được thử lần lượt.",
    whenYouSeeIt:
      "Hệ thống danh bạ hoặc hộp thư thoại cho phép gọi theo tên và tìm thấy nhiều người. Mã này hiếm: đa số máy chủ trả 404, và máy chủ nào cũng phải làm được vậy, vì danh sách tên có thể là thông tin riêng.",
    howToFix: {
      caller: "Chọn đúng người trong danh sách điện thoại hiển thị, hoặc quay địa chỉ hay số máy lẻ chính xác.",
      operator:
        "Đặt cho mỗi người dùng một bí danh chỉ khớp với riêng họ. Nếu tên là thông tin riêng, hãy cài máy chủ trả 404 hoặc bỏ các header `Contact`.",
      developer:
        "Hiển thị danh sách `Contact` và để người dùng chọn. Đừng bao giờ thử lần lượt các mục như với 3xx: đó là những người khác nhau. Nếu không có danh sách, hãy hỏi địa chỉ chính xác.",
    },
    sendIt:
      "Gửi khi phần trước dấu @ khớp với nhiều người dùng, kèm `Contact` chỉ khi được phép lộ tên. Nhiều điện thoại của một người dùng không thuộc trường hợp này: hãy rẽ nhánh cuộc gọi, hoặc gửi 300 hay 302.",
    causes: [
      {
        text: "Hai hay nhiều người có chung bí danh hoặc tên đã quay.",
        evidence: "485 liệt kê nhiều header `Contact` với những người dùng khác nhau trong cùng miền.",
      },
      {
        text: "Tra danh bạ bằng một tiền tố ngắn ra nhiều mục.",
        evidence: "Phần người dùng của Request-URI là tên ngắn hoặc vài chữ số, và tên dài hơn thì đi được.",
      },
    ],
    keywords: ["ambiguous", "địa chỉ mơ hồ", "nhiều người dùng", "gọi theo tên", "trùng bí danh"],
  },
  486: {
    gloss: "Bận, trên điện thoại này",
    says: "486 cho biết riêng điện thoại này đang bận; các điện thoại khác của cùng người dùng vẫn có thể nhấc máy.",
    meaning:
      "Yêu cầu đã tới một hệ thống đầu cuối có người dùng đang trong cuộc gọi hoặc không muốn nhận thêm cuộc nào lúc này. Mã chỉ nói thay cho điện thoại đó: máy chủ proxy rẽ nhánh tiếp tục đổ chuông các máy khác và chỉ gửi 486 ngược về khi không có gì tốt hơn.",
    whenYouSeeIt:
      "Người được gọi đang nghe máy và tính năng chờ cuộc gọi đang tắt, nút từ chối vừa được bấm, hoặc đường dây rảnh cuối cùng của điện thoại đã có người dùng. Nhiều điện thoại trả 486 khi bị từ chối và 480 khi bật chế độ không làm phiền.",
    howToFix: {
      caller: "Gọi lại sau, khi hết thời gian trong `Retry-After` nếu phản hồi có header này.",
      operator:
        "Kiểm tra giới hạn cuộc gọi của đường dây và trạng thái không làm phiền. Khi gặp 486, hãy chuyển vào hộp thư thoại hoặc hàng đợi thay vì trả về người gọi.",
      developer:
        "Đừng gọi lại ngay và đừng coi đó là câu trả lời của người dùng ở mọi nơi. Nếu B2BUA của bạn đổi từ mã khác thành mã này, hãy giữ mã gốc trong header `Reason`.",
    },
    sendIt:
      "Gửi khi điện thoại này không thể nhận cuộc gọi lúc này nhưng máy khác của người dùng có thể. Chỉ gửi 600 khi biết không máy nào của người dùng sẽ trả lời, và 480 khi người dùng vắng mặt chứ không bận.",
    causes: [
      {
        text: "Điện thoại đang có cuộc gọi và tính năng chờ cuộc gọi bị tắt.",
        evidence: "486 đến trong vòng một giây sau `INVITE` và không có 180 trước đó.",
      },
      {
        text: "Người được gọi bấm từ chối trên điện thoại.",
        evidence: "Trước đó có 180, và 486 đến sau vài giây.",
      },
      {
        text: "Giới hạn cuộc gọi trong PBX vẫn tính một cuộc gọi đã kết thúc từ lâu.",
        evidence: "486 đến từ địa chỉ PBX, và điện thoại của người được gọi không nhận `INVITE` nào.",
      },
    ],
    keywords: ["busy", "máy bận", "đường dây bận", "người dùng bận", "từ chối", "lỗi 486"],
  },
  487: {
    gloss: "Cuộc gọi bị hủy trước khi nhấc máy",
    says: "487 cho biết yêu cầu kết thúc khi chưa ai nhấc máy, vì một `CANCEL` hoặc `BYE` đã dừng nó.",
    meaning:
      "Đây là phản hồi cuối cùng cho một `INVITE` mà phía gửi đã bỏ. Bản thân `CANCEL` nhận 200, còn `INVITE` nhận 487. Mã này không báo lỗi: ai đó hoặc một bộ định thời ở phía người gọi đã kết thúc lần gọi, và 487 xác nhận điện thoại đã ngừng đổ chuông.",
    whenYouSeeIt:
      "Người gọi gác máy khi còn đổ chuông, bộ định thời chuông của PBX đã hết hạn, hoặc máy khác trong nhóm đổ chuông nhấc trước. Trong bản ghi cuộc gọi, 487 là cuộc gọi bị bỏ, không phải cuộc gọi bị từ chối.",
    howToFix: {
      caller:
        "Để chuông lâu hơn, hoặc gọi vào lúc khác. Nếu bạn không tự gác máy thì một bộ định thời của điện thoại hoặc nhà cung cấp đã làm điều đó.",
      operator:
        "Tìm ai gửi `CANCEL` đầu tiên và sau bao nhiêu giây. Thời gian cố định như 20 hoặc 30 giây là bộ định thời: hãy đặt nó dài hơn bộ định thời của hộp thư thoại. Đọc header `Reason` của nó.",
      developer:
        "Giữ cuộc gọi sau `CANCEL` cho tới khi có phản hồi cuối cùng: một 200 có thể đi ngược chiều với nó, và khi đó bạn phải gửi `ACK` rồi `BYE`. Ở điện thoại được gọi, `cause=200` trong `Reason` nghĩa là máy khác đã nhấc, không phải cuộc gọi nhỡ.",
    },
    sendIt:
      "Gửi cho `INVITE` đang chờ khi có `CANCEL` hoặc `BYE` khớp với nó, hoặc khi đã quá hạn `Expires` của nó. Bản thân `CANCEL` nhận 200, không bao giờ nhận 487. Khi bộ định thời chuông của chính bạn hết hạn, cuộc gọi kết thúc bằng 480.",
    causes: [
      {
        text: "Người gọi gác máy trước khi có ai nhấc.",
        evidence: "`CANCEL` đầu tiên đến từ điện thoại của người gọi, mỗi cuộc sau một số giây khác nhau.",
      },
      {
        text: "Bộ định thời chuông trong PBX hoặc máy chủ proxy đã hết hạn.",
        evidence: "`CANCEL` đầu tiên đến từ một máy chủ, cuộc nào cũng sau cùng một số giây.",
      },
      {
        text: "Máy khác trong nhóm đã nhấc.",
        evidence: "Trước `CANCEL` có một 200 ở nhánh khác, và yêu cầu hủy này thường mang `Reason: SIP;cause=200`.",
      },
    ],
    keywords: [
      "request terminated",
      "bị hủy",
      "người gọi gác máy",
      "cuộc gọi bị bỏ",
      "cuộc gọi nhỡ",
      "originator cancel",
    ],
  },
  488: {
    gloss: "Phiên này không hợp với điện thoại này",
    says: "488 cho biết điện thoại này không chấp nhận phiên như đã đề nghị: codec, mã hóa, media hoặc địa chỉ không phù hợp.",
    meaning:
      "Điện thoại hiểu yêu cầu, nhưng SDP trong đó không phù hợp. Mã chỉ nói thay cho điện thoại này: máy khác có thể chấp nhận cùng đề nghị. Với re-`INVITE` hoặc `UPDATE`, cuộc gọi tiếp tục không đổi, với media như trước.",
    whenYouSeeIt:
      "Không có codec chung, một bên đòi SRTP, hoặc phần mềm WebRTC gặp điện thoại SIP thường. Trong cuộc gọi đang diễn ra, nó trả lời một thay đổi mà điện thoại không hỗ trợ, như video, fax qua T.38 hoặc một kiểu giữ máy.",
    howToFix: {
      caller:
        "Thử không có video, hoặc dùng điện thoại khác. Nếu đang trong cuộc gọi thì cứ nói tiếp: chỉ riêng thay đổi bị từ chối.",
      operator:
        "So codec và profile media của hai bên: `RTP/AVP` là RTP thường, `RTP/SAVP` là SRTP, `UDP/TLS/RTP/SAVPF` là WebRTC. Thêm một codec chung, hoặc chuyển mã trong PBX hay SBC.",
      developer:
        "Đọc `Warning` và phần thân, sửa đề nghị rồi gửi thêm một lần. Sau khi re-`INVITE` bị từ chối, hãy giữ phiên cũ: 488 không phải lý do để gửi `BYE`.",
    },
    sendIt:
      "Gửi cho đề nghị mà điện thoại này không chấp nhận được, kèm `Warning` và khả năng của bạn trong phần thân. Chỉ gửi 606 khi không điện thoại nào của người dùng chấp nhận được. Kiểu phần thân bạn không đọc được là 415, và `Accept` bạn không đáp ứng được là 406.",
    causes: [
      {
        text: "Hai bên không có codec chung.",
        evidence:
          "Không kiểu payload nào trong dòng `m=audio` của `INVITE` được bật ở phía người được gọi. `Warning` thường có 305 hoặc 304.",
      },
      {
        text: "Một bên đòi SRTP hoặc DTLS mà bên kia không đề nghị.",
        evidence: "Dòng `m=` ghi `RTP/AVP` còn người được gọi cần `RTP/SAVP` hoặc `UDP/TLS/RTP/SAVPF`, hoặc ngược lại.",
      },
      {
        text: "Đề nghị T.38 hoặc video trong cuộc gọi đang diễn ra bị từ chối.",
        evidence: "488 trả lời một re-`INVITE` có `m=image` hoặc `m=video`, và RTP của cuộc gọi vẫn chạy.",
      },
    ],
    keywords: [
      "not acceptable here",
      "không khớp codec",
      "không có codec chung",
      "bắt buộc srtp",
      "t.38 bị từ chối",
      "sdp bị từ chối",
      "webrtc",
    ],
  },
  489: {
    gloss: "Ở đây không biết gói sự kiện này",
    says: "489 cho biết máy chủ không biết gói sự kiện trong header `Event`.",
    meaning:
      "Một `SUBSCRIBE`, `NOTIFY` hoặc `PUBLISH` nêu gói sự kiện như `dialog`, `presence` hoặc `message-summary`, và phía nhận không hỗ trợ nó. Bản thân phương thức thì phía nhận có biết: nếu không, câu trả lời đã là 405 hoặc 501. Đăng ký theo dõi kết thúc hoặc không bao giờ bắt đầu.",
    whenYouSeeIt:
      "Điện thoại yêu cầu đèn báo bận, trạng thái hiện diện hoặc báo tin nhắn chờ ở máy chủ không có tính năng đó. Một `NOTIFY` tới điện thoại không đăng ký theo dõi, chẳng hạn báo tin nhắn chờ gửi khi không ai yêu cầu.",
    howToFix: {
      caller:
        "Cuộc gọi không bị ảnh hưởng. Tắt tính năng mà nhà cung cấp không có, như trạng thái hiện diện hoặc đèn báo bận.",
      operator:
        "So header `Event` với các gói trong `Allow-Events` của phản hồi. Nạp mô-đun cho nó (trong Asterisk là `res_pjsip_mwi` cho báo tin nhắn chờ), hoặc tắt tính năng đó trên điện thoại.",
      developer:
        "Thôi dùng gói này với máy chủ này, và đừng làm mới liên tục. Liệt kê các gói của bạn trong `Allow-Events` của 489. Khi `NOTIFY` nhận 489, hãy xóa đăng ký theo dõi.",
    },
    sendIt:
      "Gửi khi thiếu `Event` hoặc nó nêu gói bạn không hỗ trợ, kèm `Allow-Events`. Gói sự kiện bạn biết nhưng không cấp cho người dùng này là 403. Phương thức bạn không biết là 501.",
    causes: [
      {
        text: "Điện thoại đăng ký theo dõi một tính năng máy chủ không có.",
        evidence: "`SUBSCRIBE` với `Event: presence` nhận 489 và cứ vài phút lại lặp lại.",
      },
      {
        text: "Mô-đun của gói này chưa được nạp trên PBX.",
        evidence: "Gói đó không có trong `Allow-Events`, và cùng điện thoại chạy được với máy chủ có liệt kê nó.",
      },
      {
        text: "Máy chủ gửi `NOTIFY` khi không ai yêu cầu.",
        evidence: "Trước `NOTIFY` không có `SUBSCRIBE`, và `Event` của nó kiểu `message-summary` hoặc `check-sync`.",
      },
    ],
    keywords: [
      "bad event",
      "blf không hoạt động",
      "mwi",
      "trạng thái hiện diện",
      "subscribe bị từ chối",
      "gói sự kiện",
    ],
  },
  491: {
    gloss: "Hai bên thay đổi cuộc gọi cùng lúc",
    says: "491 cho biết yêu cầu này xung đột với một thay đổi khác của cùng cuộc gọi, và nên thử lại sau giây lát.",
    meaning:
      "Hai bên cùng lúc gửi re-`INVITE` hoặc `UPDATE` cho một cuộc gọi, gọi là xung đột (glare). Bên nào cũng từ chối bên kia. RFC 3261 cho họ thời gian chờ khác nhau: bên sở hữu `Call-ID` chờ 2,1 đến 4 giây, bên kia chờ 0 đến 2 giây.",
    whenYouSeeIt:
      "Giữ máy, bộ định thời phiên và đổi codec trùng nhau, thường ngay sau khi nhấc máy, khi cả hai PBX đều muốn dời đường media. Một hai lần là bình thường, chỉ khi lặp mãi mới là lỗi.",
    howToFix: {
      caller: "Chờ vài giây rồi bấm giữ máy hoặc chuyển máy lần nữa. Bản thân cuộc gọi vẫn tiếp tục với media đang có.",
      operator:
        "Nếu lặp lại, hãy chỉ để một bên thay đổi cuộc gọi: tắt media trực tiếp trên một PBX, hoặc cố định một bên làm mới bộ định thời phiên. Trong Asterisk, xem `direct_media_glare_mitigation`.",
      developer:
        "Khởi động bộ định thời ngẫu nhiên của RFC 3261 §14.1 và thử thêm một lần khi nó hết hạn, nếu vẫn cần thay đổi đó. Giữ phiên như cũ. Bộ định thời giống nhau ở hai bên sẽ lại gây xung đột.",
    },
    sendIt:
      "Gửi cho `INVITE` đến trong khi yêu cầu cùng loại của chính bạn còn dở dang trong hội thoại, hoặc cho đề nghị gặp một đề nghị chưa được trả lời của bạn. Khi `INVITE` trước đó của chính phía kia vẫn còn dở, hãy gửi 500 kèm `Retry-After`.",
    causes: [
      {
        text: "Hai bên gửi re-`INVITE` ngay sau khi nhấc máy để dời đường media.",
        evidence: "Hai yêu cầu `INVITE` cùng `Call-ID` gặp nhau trong một vòng khứ hồi, và cả hai nhận 491.",
      },
      {
        text: "Cả hai bên đều nghĩ mình làm mới bộ định thời phiên.",
        evidence: "Xung đột lặp lại ở mốc một nửa `Session-Expires`, và cả hai đề nghị đều giống như trước.",
      },
      {
        text: "Một `INVITE` trước đó chưa hề có phản hồi cuối cùng, và bên gửi vẫn coi nó đang mở.",
        evidence:
          "Bản bắt gói có một `INVITE` cùng `Call-ID` không có phản hồi cuối cùng, và mọi thay đổi từ phía kia đều nhận 491.",
      },
    ],
    keywords: ["request pending", "glare", "xung đột re-invite", "giữ máy thất bại", "bộ định thời phiên"],
  },
  493: {
    gloss: "Ở đây không đọc được phần thân đã mã hóa",
    says: "493 cho biết phần thân được mã hóa bằng S/MIME với một khóa mà điện thoại này không có.",
    meaning:
      "Người nhận không có khóa cho phần thân MIME đã mã hóa, hoặc không muốn dùng. Phản hồi có thể mang đúng khóa công khai trong phần thân. Mã này nói về S/MIME bên trong thông điệp, không phải TLS trên đường truyền hay SRTP cho giọng nói.",
    whenYouSeeIt:
      "Phần mềm mã hóa SDP hoặc tin nhắn bằng S/MIME và dùng chứng thư cũ của người được gọi. Mã này hiếm: hầu như không điện thoại nào trên thực tế hỗ trợ S/MIME, và máy không hỗ trợ thì trả 415.",
    howToFix: {
      caller:
        "Tắt mã hóa phần thân cho liên hệ này, hoặc lấy chứng thư mới của họ. Hãy dùng TLS và SRTP cho cuộc gọi riêng tư.",
      operator:
        "Kiểm tra bên gửi đang giữ chứng thư nào của người dùng này và nó hết hạn khi nào. Cấp cùng một khóa cho mọi thiết bị của một người dùng: rẽ nhánh có thể tới bất kỳ máy nào.",
      developer:
        "Khi 493 có chứng thư trong phần thân, hãy kiểm tra nó, hỏi người dùng nếu nó mới, rồi mã hóa lại bằng nó. 493 không kèm chứng thư là từ chối mọi phần thân mã hóa. Đừng bao giờ tự ý gửi phần thân không mã hóa.",
    },
    sendIt:
      "Gửi cho phần thân S/MIME mà bạn hỗ trợ nhưng không giải mã được, kèm chứng thư của bạn trong phần thân. Nếu bạn hoàn toàn không hỗ trợ `application/pkcs7-mime`, hãy gửi 415 kèm `Accept`.",
    causes: [
      {
        text: "Bên gửi dùng chứng thư cũ hoặc sai của người được gọi.",
        evidence:
          "Yêu cầu có `Content-Type: application/pkcs7-mime`, và số sê-ri người nhận trong đó khác với chứng thư của người được gọi.",
      },
      {
        text: "Cuộc gọi rẽ nhánh tới một thiết bị của người dùng không có khóa.",
        evidence: "Một nhánh trả 493, và nhánh khác với cùng yêu cầu trả 180 hoặc 200.",
      },
    ],
    keywords: ["undecipherable", "s/mime", "phần thân mã hóa", "không giải mã được", "chứng thư"],
  },
  494: {
    gloss: "Trước hết phải thỏa thuận bảo mật với chặng này",
    says: "494 cho biết chặng kế tiếp muốn thỏa thuận một cơ chế bảo mật trước, và liệt kê các cơ chế nó hỗ trợ.",
    meaning:
      "Máy chủ nhận được yêu cầu không có lớp bảo vệ mà nó đòi, hoặc danh sách trong `Security-Verify` không phải danh sách nó đã gửi. Nó liệt kê các cơ chế của mình trong `Security-Server`. Mã chỉ liên quan tới chặng này (RFC 3329) và không nói gì về người được gọi.",
    whenYouSeeIt:
      "Gần như chỉ trong IMS và VoLTE, nơi P-CSCF đòi IPsec hoặc TLS. Ở đó `REGISTER` đầu tiên thường nhận 401 kèm `Security-Server`, nên 494 cho thấy danh sách bị thiếu hoặc bị sửa.",
    howToFix: {
      caller:
        "Tắt rồi bật lại điện thoại hoặc đường dây, để nó đăng ký và thỏa thuận bảo mật lại từ đầu. Nếu vẫn hỏng thì đó là việc của nhà mạng.",
      operator:
        "So `Security-Client`, `Security-Server` và `Security-Verify` ở hai phía. Tìm SBC hoặc ALG sửa chúng, và tìm cơ chế như `ipsec-3gpp` mà chỉ một bên có.",
      developer:
        "Chọn cơ chế bạn biết có `q` cao nhất trong `Security-Server`, khởi động nó, rồi lặp lại yêu cầu qua đó, với `Security-Verify` sao chép y nguyên và `sec-agree` trong `Require` và `Proxy-Require`.",
    },
    sendIt:
      "Gửi cho yêu cầu không được bảo vệ có nêu `sec-agree`, hoặc khi `Security-Verify` khác danh sách của bạn. Luôn thêm `Security-Server`. Yêu cầu không có `sec-agree` nhận 421, yêu cầu có nhiều `Via` nhận 502.",
    causes: [
      {
        text: "Yêu cầu đầu tiên của phía gửi chưa được bảo vệ, đúng như RFC 3329 dự kiến.",
        evidence: "`REGISTER` có `Security-Client`, 494 có `Security-Server`, và yêu cầu kế tiếp thành công.",
      },
      {
        text: "Có thứ gì đó dọc đường đã sửa danh sách cơ chế.",
        evidence: "`Security-Verify` tại máy chủ khác với `Security-Server` nó đã gửi, về thứ tự hoặc về một tham số.",
      },
      {
        text: "Phía gửi và máy chủ không có cơ chế chung.",
        evidence: "Không tên nào trong `Security-Client` có trong `Security-Server`, và phía gửi dừng sau 494.",
      },
    ],
    keywords: [
      "security agreement required",
      "thỏa thuận bảo mật",
      "sec-agree",
      "ipsec",
      "đăng ký ims",
      "volte",
      "security-server",
    ],
  },
} as const satisfies Readonly<Record<number, CodeTexts>>;
