import type { CodeTexts } from "../texts.ts";

/** Provisional, successful and redirecting. */
export const codes1xx2xx3xx = {
  100: {
    gloss: "Máy chủ kế tiếp đã nhận yêu cầu",
    says: "100 cho biết máy chủ kế tiếp đã nhận yêu cầu và đang xử lý; điện thoại của người được gọi có thể chưa hay biết gì.",
    meaning:
      "Chặng kế tiếp đã nhận yêu cầu và tiếp quản nó. Mã này khiến người gọi thôi gửi lại `INVITE` qua UDP, và chỉ có vậy: máy chủ proxy có trạng thái không bao giờ chuyển tiếp 100, nên mỗi chặng tự gửi 100 của mình.",
    whenYouSeeIt:
      "Trong hầu như mọi cuộc gọi, vài mili giây sau `INVITE`. Máy chủ gửi nó khi dự kiến cần hơn 200 ms để trả lời. Với các phương thức khác, mã này hiếm gặp và không bao giờ đến sớm qua UDP.",
    howToFix: {
      caller:
        "Chờ phản hồi tiếp theo. Nếu sau 100 không còn gì, lỗi nằm phía sau máy chủ đầu tiên chứ không ở điện thoại của bạn.",
      operator:
        "Khi cuộc gọi dừng ở 100, hãy lần theo `INVITE` đi ra khỏi máy chủ đã gửi nó: tra cứu DNS, tuyến và câu trả lời của chặng kế tiếp. Tìm nhánh không có phản hồi nào.",
      developer:
        "Dừng Timer A khi nhận mã này và tiếp tục chờ. Nó không tạo hội thoại và không cần `ACK`. Được phép gửi `CANCEL` kể từ phản hồi tạm thời đầu tiên, nên 100 là đủ.",
    },
    sendIt:
      "Gửi cho `INVITE` khi phản hồi cuối cùng có thể cần hơn 200 ms. Với các phương thức khác qua UDP, chỉ gửi khi Timer E của phía gửi đã tăng tới T2, như RFC 4320 quy định.",
    causes: [
      {
        text: "Chặng kế tiếp phía sau máy chủ đã trả 100 không phản hồi.",
        evidence:
          "Máy chủ gửi cùng một `INVITE` đi tiếp tại các thời điểm 0; 0,5; 1,5 và 3,5 s, còn người gọi chỉ thấy 100 cho tới khi có 408.",
      },
      {
        text: "100 không tìm được đường quay về người gọi.",
        evidence:
          "`INVITE` đến lại với cùng `branch` dù đã gửi 100. Giá trị `received` và `rport` của `Via` khác với nơi 100 được gửi tới.",
      },
    ],
    keywords: ["trying", "100 trying", "đứng ở trying", "không đổ chuông sau trying", "gửi lại invite"],
  },
  180: {
    gloss: "Điện thoại đang đổ chuông",
    says: "180 cho biết điện thoại của người được gọi đã nhận cuộc gọi và đang báo cho người dùng; điện thoại của người gọi có thể phát hồi âm chuông.",
    meaning:
      "Một hệ thống đầu cuối đã nhận `INVITE` và đang báo cho người dùng của nó. Với tag trong `To`, nó mở một hội thoại sớm. Nó không hứa hẹn gì: sau đó vẫn có thể là bất kỳ phản hồi cuối cùng nào.",
    whenYouSeeIt:
      "Điện thoại của người được gọi đổ chuông. Cuộc gọi rẽ nhánh mang về mỗi máy một 180, phân biệt bằng tag trong `To`. Gateway hoặc PBX thường gửi 180 trước khi có máy nào thật sự đổ chuông.",
    howToFix: {
      caller:
        "Chờ, hoặc gác máy, khi đó `CANCEL` được gửi đi. Nếu sau 180 bạn không nghe chuông, hãy xem cài đặt âm chuông của điện thoại, không phải mạng.",
      operator:
        "Kiểm tra ai đã gửi 180: PBX tự trả 180 sẽ che mất những điện thoại ngoại tuyến. Asterisk làm vậy với `Ringing()` và với `Dial()` có tùy chọn `r`.",
      developer:
        "Phát hồi âm chuông tại máy cho tới khi RTP thật sự đến, dù 180 có SDP gì. Giữ một hội thoại sớm cho mỗi tag trong `To`. Không có `100rel` thì 180 có thể bị mất, nên đừng bao giờ phụ thuộc vào nó.",
    },
    sendIt:
      "Gửi khi người dùng thật sự đang được báo. Gửi 183 kèm SDP khi người gọi cần nghe thông báo hoặc âm báo của mạng phía xa. Lặp lại 180 mỗi phút khi chuông kéo dài, nếu không máy chủ proxy có thể hủy cuộc gọi.",
    causes: [
      {
        text: "Người gọi không nghe chuông: SDP đến cùng 180 hoặc trước đó, mà sau đó không có RTP.",
        evidence:
          "Một 183 hoặc 180 có `Content-Type: application/sdp`, điện thoại mở cổng media, và không gói RTP nào tới nó trước 200.",
      },
      {
        text: "PBX báo đang đổ chuông cho một điện thoại chưa hề nhận cuộc gọi.",
        evidence: "180 đến từ địa chỉ PBX trong vài mili giây, và trước đó không `INVITE` nào rời PBX tới điện thoại.",
      },
      {
        text: "Điện thoại đổ chuông mãi, và máy chủ proxy của người gọi hủy cuộc gọi.",
        evidence:
          "Không có phản hồi tạm thời nào trong 3 phút, rồi `CANCEL` từ máy chủ proxy có Timer C vừa hết hạn và một 487 hoặc 408.",
      },
    ],
    keywords: [
      "ringing",
      "đổ chuông",
      "không có hồi âm chuông",
      "ringback",
      "báo chuông",
      "người gọi không nghe chuông",
    ],
  },
  181: {
    gloss: "Đã chuyển tiếp, đang tiếp tục kết nối",
    says: "181 cho biết cuộc gọi đang đi tới một đích khác với số đã quay; người gọi phải chờ đích mới.",
    meaning:
      "Máy chủ tự chuyển tiếp cuộc gọi báo cho người gọi biết. Giao dịch của người gọi vẫn tiếp diễn, không cần `INVITE` mới từ phía họ. RFC 3261 để máy chủ tự quyết có gửi mã này hay không.",
    whenYouSeeIt:
      "Chuyển tiếp cuộc gọi trong PBX hoặc trên máy chủ ứng dụng: vô điều kiện, khi bận hoặc khi không trả lời. Thường thì hộp thư thoại nhấc máy ngay sau 181.",
    howToFix: {
      caller:
        "Chờ. Nếu cuộc gọi tới nơi ngoài ý muốn, hãy báo người được gọi: chuyển tiếp được đặt ở đầu bên kia, không phải trên điện thoại của bạn.",
      operator:
        "Tìm quy tắc chuyển tiếp: điện thoại, PBX và nhà mạng đều có thể có một quy tắc. `History-Info` hoặc `Diversion` cho biết ai đã chuyển tiếp và vì sao.",
      developer:
        "Hiển thị cho người dùng nếu được, và tiếp tục chờ. Đừng ngắt hồi âm chuông đang phát. Đừng tự gửi yêu cầu tới đích mới: đó là điều 302 mới yêu cầu.",
    },
    sendIt:
      "Gửi khi máy chủ của bạn chuyển tiếp cuộc gọi và người gọi nên biết điều đó. Gửi 302 khi người gọi nên tự quay địa chỉ mới. Bỏ qua mã này khi đích mới phải giữ kín.",
    causes: [
      {
        text: "Một quy tắc chuyển tiếp mà người được gọi đã quên đẩy cuộc gọi vào hộp thư thoại.",
        evidence:
          "Ngay sau `INVITE` đầu tiên là 181 và một `INVITE` mới với Request-URI khác, còn điện thoại của người được gọi không nhận được gì.",
      },
      {
        text: "Hai quy tắc chuyển tiếp trỏ vào nhau.",
        evidence: "Nhiều 181 liên tiếp, cùng một người dùng lặp đi lặp lại trong `History-Info`, rồi một 482 hoặc 483.",
      },
    ],
    keywords: ["chuyển tiếp cuộc gọi", "call forwarding", "bị chuyển hướng", "vào thẳng hộp thư thoại", "diversion"],
  },
  182: {
    gloss: "Đang chờ trong hàng đợi",
    says: "182 cho biết người được gọi chưa thể nhận cuộc gọi lúc này và máy chủ giữ cuộc gọi trong hàng đợi thay vì từ chối.",
    meaning:
      "Cuộc gọi được giữ ở trạng thái chưa nhấc máy cho tới khi có người rảnh. Cụm từ lý do có thể nói thêm, chẳng hạn vị trí trong hàng, và máy chủ có thể gửi thêm 182 khi hàng đợi dịch chuyển. Sau đó vẫn còn phản hồi cuối cùng.",
    whenYouSeeIt:
      "Tổng đài chăm sóc khách hàng và nhóm máy có máy chủ xếp hàng mà chưa nhấc máy. Đa số hàng đợi trả 200 thay vào đó, FreePBX mặc định cũng vậy, vì khi đó nhạc và thông báo đến được mọi người gọi.",
    howToFix: {
      caller:
        "Chờ bao lâu tùy bạn, và gác máy để rời hàng đợi. Vì chưa có 200, thời gian chờ thường không bị tính cước.",
      operator:
        "Đặt bộ định thời của mọi máy chủ proxy trên đường đi dài hơn thời gian chờ lâu nhất, hoặc nhấc máy rồi mới xếp hàng. Nhà mạng thường kết thúc cuộc gọi chưa nhấc máy sau khoảng 3 phút.",
      developer:
        "Hiển thị cụm từ lý do của mỗi 182 mới. Với vai trò UAS, hãy lặp lại một phản hồi tạm thời khác 100 mỗi phút, nếu không Timer C của máy chủ proxy sẽ kết thúc cuộc gọi sau 3 phút.",
    },
    sendIt:
      "Gửi khi bạn xếp cuộc gọi vào hàng mà chưa nhấc máy, gửi lại khi vị trí thay đổi, và ít nhất mỗi phút một lần. Trả 486 hoặc 480 khi sẽ không có ai tới, và 200 khi người gọi phải nghe thông báo trong thời gian dài.",
    causes: [
      {
        text: "Máy chủ proxy hoặc nhà mạng bỏ cuộc trong khi cuộc gọi chờ trong hàng đợi.",
        evidence:
          "`CANCEL` đến từ phía người gọi sau một khoảng thời gian tròn như 180 s, và trong những phút trước đó không có 182 nào được gửi.",
      },
      {
        text: "Điện thoại của người gọi không biết 182 và không hiển thị gì.",
        evidence:
          "182 tới được điện thoại, đường dây vẫn im lặng, trong khi 180 hoặc 183 có SDP ở cuộc gọi khác thì tạo ra âm báo.",
      },
    ],
    keywords: ["queued", "hàng đợi cuộc gọi", "đang chờ", "tổng đài", "xếp hàng chờ"],
  },
  183: {
    gloss: "Tiến trình, thường có âm thanh trước khi nhấc máy",
    says: "183 cho biết cuộc gọi đang tiến triển; khi có SDP, người gọi nghe được âm thanh từ mạng phía xa trước khi có ai nhấc máy.",
    meaning:
      "Một báo cáo mà không 1xx nào khác phù hợp. Trên thực tế mã này mang SDP và mở media sớm: âm báo hoặc thông báo đến dưới dạng RTP từ phía xa. Chưa ai nhấc máy, và theo thông lệ chưa tính cước.",
    whenYouSeeIt:
      "Cuộc gọi ra mạng điện thoại: gateway gửi âm báo của tổng đài phía xa hoặc câu “số máy không hoạt động”. Asterisk gửi nó với `Progress()`, FreeSWITCH với `pre_answer`, gateway Cisco với âm báo từ phía ISDN.",
    howToFix: {
      caller:
        "Hãy nghe: thông báo sau 183 thường nói nhiều hơn mã đến sau đó. Nếu không nghe gì, hãy cho biết âm thanh có xuất hiện khi cuộc gọi được nhấc máy hay không.",
      operator:
        "Nếu im lặng trước khi nhấc máy, kiểm tra xem RTP có qua được tường lửa về phía người gọi trước 200 không, và SBC có chặn media sớm không. Nếu nghe hai âm chồng nhau, hãy gửi 180 không kèm SDP.",
      developer:
        "Phát media sớm khi RTP đến, và phát âm tại máy khi đã có 180 mà RTP không đến. Áp dụng SDP cho đúng tag trong `To` của nó. 183 không có SDP không được ngắt âm đang phát.",
    },
    sendIt:
      "Gửi kèm SDP khi người gọi cần nghe âm thanh trước khi nhấc máy. Gửi 180 khi điện thoại chỉ đổ chuông. Gửi theo cách tin cậy, với `100rel`, khi thông báo không được phép mất.",
    causes: [
      {
        text: "Media sớm được báo trước rồi bị chặn hoặc gửi tới địa chỉ riêng.",
        evidence:
          "SDP của 183 hoặc của `INVITE` có dòng như `c=IN IP4 192.168.1.20`, và không RTP nào tới người gọi trước 200.",
      },
      {
        text: "Phía xa báo có media sớm mà không gửi gì.",
        evidence:
          "183 có SDP, bản bắt gói cạnh phía gửi không thấy RTP từ nó, và điện thoại của người gọi đã tắt âm của mình.",
      },
      {
        text: "Nhiều nhánh cùng lúc gửi media sớm.",
        evidence: "Hai hoặc nhiều 183 với tag `To` khác nhau, và RTP từ hai địa chỉ cùng đến một cổng của người gọi.",
      },
    ],
    keywords: [
      "session progress",
      "early media",
      "media sớm",
      "không có hồi âm chuông",
      "im lặng trước khi nhấc máy",
      "thông báo",
      "pre-answer",
    ],
  },
  199: {
    gloss: "Một hội thoại sớm đã kết thúc",
    says: "199 cho biết một trong nhiều điện thoại của cuộc gọi rẽ nhánh đã kết thúc phần của nó, còn cuộc gọi vẫn tiếp diễn.",
    meaning:
      "Một hội thoại sớm, xác định bằng tag trong `To`, đã chấm dứt. Header `Reason` mang mã cuối cùng đã kết thúc nó. Người gọi có thể giải phóng ngay media và bộ nhớ của nhánh đó rồi tiếp tục chờ các nhánh khác (RFC 6228).",
    whenYouSeeIt:
      "Cuộc gọi rẽ nhánh trong mạng di động (IMS), khi một điện thoại từ chối và máy chủ proxy rẽ nhánh vẫn chờ máy khác. Chỉ gửi cho người gọi có liệt kê `199` trong `Supported`.",
    howToFix: {
      caller: "Cứ chờ: máy khác vẫn có thể nhấc. Tiếng chuông hoặc thông báo có thể đổi khi một nhánh mất đi.",
      operator:
        "Đọc mã trong header `Reason` để biết điện thoại nào đã từ chối. Nếu không bao giờ thấy 199, hãy xem `INVITE` có bắt buộc `100rel` không: khi đó máy chủ proxy không được tạo mã này.",
      developer:
        "Bỏ hội thoại sớm của tag `To` đó, dừng media của nó và không gửi `BYE` cho nó. Giữ nguyên trạng thái Proceeding. Phần mềm phải chạy tốt cả khi mọi 199 đều mất: đó chỉ là thông tin.",
    },
    sendIt:
      "Gửi với vai trò máy chủ proxy rẽ nhánh khi một nhánh thất bại và bạn giữ thất bại đó lại, nếu `INVITE` có `Supported: 199` và không bắt buộc `100rel`. Điện thoại chỉ nên gửi phản hồi cuối cùng của mình.",
    causes: [
      {
        text: "Một điện thoại từ chối cuộc gọi còn các máy khác vẫn đổ chuông.",
        evidence:
          "`Reason` của 199 có giá trị như `SIP;cause=486`, và các hội thoại sớm khác chưa gửi phản hồi cuối cùng.",
      },
      {
        text: "199 vượt trước phản hồi tạm thời mở hội thoại sớm của nó, và người gọi bỏ qua.",
        evidence: "Thông điệp đầu tiên với tag `To` đó là 199, và một 180 hoặc 183 cùng tag đến sau.",
      },
    ],
    keywords: ["early dialog terminated", "rẽ nhánh", "forking", "nhánh kết thúc", "hội thoại sớm", "rfc 6228", "ims"],
  },
  200: {
    gloss: "Thành công: đã nhấc máy hoặc đã xong",
    says: "200 cho biết yêu cầu đã thành công: với `INVITE` là cuộc gọi đã được nhấc máy, với phương thức khác là việc đã được thực hiện.",
    meaning:
      "Điều gì thành công tùy vào phương thức trong `CSeq`. Với `INVITE`, người được gọi, hoặc một máy thay họ, đã nhấc máy. Khi đó UAC MUST gửi `ACK`, cho từng 200 của cuộc gọi rẽ nhánh, và UAS lặp lại 200 của mình cho tới khi nhận được xác nhận đó.",
    whenYouSeeIt:
      "Cuộc gọi được nhấc máy, `REGISTER` được chấp nhận với các liên kết trong `Contact`, `SUBSCRIBE` được nhận, câu trả lời cho `OPTIONS`. Hộp thư thoại và máy thông báo cũng trả 200 như người thật.",
    howToFix: {
      caller:
        "Khi cuộc gọi đã nhấc máy bị rớt sau 32 giây hoặc chỉ nghe một chiều, hãy báo chính xác thời điểm và số: 200 đã đến, còn thứ phải theo sau nó đã mất.",
      operator:
        "Tìm `ACK`. Nếu thiếu, kiểm tra `Contact` và `Record-Route` của 200: địa chỉ riêng hoặc sai cổng ở đó làm nó đi lạc. Với âm thanh một chiều, hãy so SDP với RTP.",
      developer:
        "Với vai trò UAC, xác nhận mọi 200 cho `INVITE` của bạn, kể cả bản lặp lại, và gửi `BYE` cho những hội thoại bạn không giữ. Với vai trò UAS, lặp lại nó cho tới khi có `ACK`, và gửi `BYE` sau 64·T1, tức 32 s.",
    },
    sendIt:
      "Gửi khi yêu cầu đã thật sự được thực hiện: với `INVITE` là khi người dùng nhấc máy, vì cước bắt đầu tính từ đây. Gửi 183 cho thông báo trước khi nhấc máy. Chấp nhận `REFER` và `SUBSCRIBE` bằng 200 chứ không bằng 202.",
    causes: [
      {
        text: "`ACK` không bao giờ tới người được gọi, vì `Contact` hoặc tuyến trong 200 không tới được.",
        evidence:
          "Cùng một 200 lặp lại sau 0,5; 1,5; 3,5 và 7,5 s, rồi người được gọi gửi `BYE` sau 32 s. `Contact` có địa chỉ kiểu `10.0.0.5`.",
      },
      {
        text: "Âm thanh chỉ đi một chiều: SDP của một bên có địa chỉ mà bên kia không tới được.",
        evidence: "`ACK` đã đến, RTP chạy theo một chiều, và dòng `c=` của bên không nghe thấy gì ghi địa chỉ riêng.",
      },
      {
        text: "Một máy đã nhấc: hộp thư thoại, máy thông báo hoặc gateway báo nhấc máy giả.",
        evidence:
          "200 đến trong vòng một giây sau `INVITE`, hoặc cuộc nào cũng sau cùng một số giây, thường không có 180.",
      },
      {
        text: "Hai điện thoại của cuộc gọi rẽ nhánh nhấc cùng lúc, và một hội thoại không được kết thúc.",
        evidence: "Hai 200 với tag `To` khác nhau, `ACK` chỉ cho một trong hai, và không có `BYE` cho cái còn lại.",
      },
    ],
    keywords: [
      "ok",
      "đã nhấc máy",
      "thành công",
      "rớt cuộc gọi sau 30 giây",
      "thiếu ack",
      "âm thanh một chiều",
      "gửi lại 200",
      "không có tiếng",
    ],
  },
  202: {
    gloss: "Đã tiếp nhận, kết quả còn bỏ ngỏ",
    says: "202 cho biết yêu cầu đã được tiếp nhận và kết quả còn bỏ ngỏ; ngày nay chỉ máy chuyển tiếp tin nhắn nên gửi mã này.",
    meaning:
      "Máy chủ chấp nhận yêu cầu mà không bảo đảm kết quả. RFC 6665 và RFC 7647 cấm gửi 202 cho `SUBSCRIBE`, `NOTIFY` và `REFER`, và phía nhận MUST coi nó như 200. Với `MESSAGE`, nó có nghĩa: máy chuyển tiếp đã nhận, chưa chắc giao được.",
    whenYouSeeIt:
      "Khi chuyển cuộc gọi: Asterisk và FreeSWITCH vẫn trả 202 cho `REFER`. Nó đến từ điện thoại được yêu cầu gọi, không phải từ đích chuyển. Cũng gặp ở kho lưu giữ `MESSAGE` để giao sau.",
    howToFix: {
      caller:
        "Đừng coi 202 là chuyển cuộc gọi đã xong: hãy chờ tin báo cuộc gọi mới đã được nhấc máy. Nếu không có tin, hãy lấy lại cuộc gọi và thử lần nữa.",
      operator:
        "Tìm `NOTIFY` phía sau 202. Nếu không có, kiểm tra xem yêu cầu trong hội thoại từ phía kia có qua được NAT và SBC không. Mã cuối cùng từ 4xx đến 6xx trong phần thân của nó mới là kết quả thật.",
      developer:
        "Coi nó như 200. Với `REFER`, chờ `NOTIFY` mang dòng trạng thái cuối cùng và tự đặt giới hạn, chẳng hạn 32 s (Timer N) cho cái đầu tiên. Với `MESSAGE`, hiển thị tin là đã gửi, không phải đã giao.",
    },
    sendIt:
      "Chỉ gửi khi bạn chuyển tiếp một `MESSAGE` và không bảo đảm được việc giao. Chấp nhận `REFER` và `SUBSCRIBE` bằng 200 rồi báo kết quả trong `NOTIFY`. Từ chối bằng 603 hoặc 403 những gì bạn sẽ không làm.",
    causes: [
      {
        text: "`NOTIFY` mang kết quả chuyển cuộc gọi không bao giờ đến.",
        evidence:
          "Sau 202 không có `NOTIFY` nào trong 32 s, hoặc phía kia lặp lại `NOTIFY` tới một địa chỉ bị tường lửa của bạn chặn.",
      },
      {
        text: "Việc chuyển được chấp nhận, rồi cuộc gọi mới thất bại.",
        evidence:
          "Một `NOTIFY` có phần thân là dòng như `SIP/2.0 486 Busy Here`, với `Subscription-State: terminated`.",
      },
      {
        text: "Tin nhắn được lưu lại để chờ người nhận đang ngoại tuyến.",
        evidence:
          "202 trả lời một `MESSAGE`, và không `MESSAGE` nào rời máy chuyển tiếp cho tới khi người nhận gửi `REGISTER` kế tiếp.",
      },
    ],
    keywords: [
      "accepted",
      "refer được chấp nhận",
      "chuyển cuộc gọi bị treo",
      "không có notify",
      "chuyển máy không có gì xảy ra",
      "tin nhắn chờ gửi",
      "lỗi thời",
    ],
  },
  204: {
    gloss: "Không có gì mới để báo",
    says: "204 cho biết `SUBSCRIBE` đã thành công và sẽ không có `NOTIFY` theo sau, vì bên đăng ký theo dõi đã có trạng thái mới nhất.",
    meaning:
      "Thẻ thực thể (entity-tag) trong `Suppress-If-Match` khớp với trạng thái hiện tại, nên bên thông báo giữ lại `NOTIFY` lẽ ra phải gửi (RFC 5839). Trạng thái sự kiện và trạng thái đăng ký theo dõi giữ nguyên, còn `Expires` mang thời hạn mới.",
    whenYouSeeIt:
      "Làm mới đăng ký theo dõi hiện diện hoặc báo tin nhắn chờ trong chính hội thoại của nó, từ phần mềm muốn tiết kiệm lưu lượng. Với `Expires: 0` nó kết thúc đăng ký theo dõi. Ít sản phẩm có tính năng này.",
    howToFix: {
      caller:
        "Khi trạng thái hiện diện trông cũ dù làm mới thành công, hãy đăng ký theo dõi lại từ đầu: đăng xuất rồi đăng nhập, để toàn bộ trạng thái được gửi.",
      operator:
        "Kiểm tra mọi B2BUA ở giữa có biết RFC 5839 không: máy nào chờ `NOTIFY` sau mỗi `SUBSCRIBE` có thể kết thúc đăng ký theo dõi hoặc báo lỗi.",
      developer:
        "Giữ trạng thái đang có, lấy thời hạn từ `Expires` và dừng Timer N: không có `NOTIFY` nào phải đến. Khi nghi ngờ, hãy làm mới không kèm `Suppress-If-Match` để nhận lại toàn bộ.",
    },
    sendIt:
      "Chỉ gửi cho `SUBSCRIBE` nằm trong hội thoại của nó và thỏa điều kiện `Suppress-If-Match`. Mọi trường hợp khác gửi 200 và một `NOTIFY`, và gửi `NOTIFY` không có phần thân khi `SUBSCRIBE` mở hội thoại.",
    causes: [
      {
        text: "Bên theo dõi đã mất bản sao trạng thái mà vẫn gửi entity-tag cũ.",
        evidence:
          "Lần làm mới nào cũng có cùng `Suppress-If-Match` và nhận 204, trong khi giao diện không hiện trạng thái hoặc hiện trạng thái cũ.",
      },
      {
        text: "Một B2BUA chờ `NOTIFY` mà bên thông báo giữ lại.",
        evidence: "204 rời bên thông báo, và khoảng 32 s sau B2BUA kết thúc đăng ký theo dõi dù vẫn còn thời hạn.",
      },
    ],
    keywords: [
      "no notification",
      "suppress-if-match",
      "thông báo có điều kiện",
      "trạng thái hiện diện cũ",
      "làm mới subscribe",
    ],
  },
  300: {
    gloss: "Nhiều địa chỉ để chọn",
    says: "300 cho biết có thể liên lạc người được gọi ở nhiều địa chỉ và người gọi hoặc điện thoại của họ cần chọn một.",
    meaning:
      "Địa chỉ dẫn tới nhiều vị trí, và máy chủ không muốn tự thử từng nơi. Các lựa chọn nằm trong `Contact`. Cách điện thoại chọn không được chuẩn hóa: thường dựa theo các giá trị `q`.",
    whenYouSeeIt:
      "Máy chủ chuyển hướng dùng cho định tuyến số và định tuyến chi phí thấp nhất, trả về nhiều nhà mạng trong một câu trả lời. Với điện thoại và người dùng thông thường thì hiếm gặp, vì hầu như mọi máy chủ đều tự rẽ nhánh cuộc gọi.",
    howToFix: {
      caller:
        "Chọn một địa chỉ nếu điện thoại đưa ra. Nếu cuộc gọi dừng tại đây, hãy tự quay một địa chỉ hoặc báo cho nhà cung cấp.",
      operator:
        "Bật việc đi theo chuyển hướng trong SBC hoặc PBX nhận mã này, theo thứ tự `q`. Nếu điện thoại không làm được, hãy để máy chủ proxy thử các địa chỉ thay chúng.",
      developer:
        "Thử các giá trị `Contact` theo `q` giảm dần, mỗi URI một lần, mỗi lần một `branch` mới. Hỏi người dùng trước khi tới địa chỉ ngoài miền của mình. Giới hạn số lần thử.",
    },
    sendIt:
      "Gửi khi có nhiều địa chỉ và quyền chọn thuộc về người gọi. Gửi 302 với giá trị `q` có thứ tự khi phía gọi nên tự thử chúng, hoặc rẽ nhánh như một máy chủ proxy khi bên gọi là điện thoại.",
    causes: [
      {
        text: "Máy chủ định tuyến trả về các nhà mạng, và PBX không đi theo chuyển hướng.",
        evidence: "300 có hai giá trị `Contact` trở lên, nhận được `ACK`, và không có `INVITE` mới theo sau.",
      },
      {
        text: "Mọi địa chỉ được đưa ra đều đã thử và thất bại.",
        evidence:
          "Sau 300 là các yêu cầu `INVITE` mới tới từng `Contact`, và yêu cầu nào cũng kết thúc bằng phản hồi trên 399.",
      },
    ],
    keywords: [
      "multiple choices",
      "chuyển hướng",
      "nhiều địa chỉ contact",
      "định tuyến chi phí thấp",
      "máy chủ chuyển hướng",
      "lcr",
    ],
  },
  301: {
    gloss: "Đã chuyển hẳn, có địa chỉ mới kèm theo",
    says: "301 cho biết người được gọi đã rời hẳn địa chỉ này và nêu địa chỉ mới, dùng từ nay về sau.",
    meaning:
      "Không còn tìm thấy người dùng tại Request-URI. Người gọi nên thử lại tại địa chỉ trong `Contact`, đồng thời thay địa chỉ cũ trong danh bạ và bộ nhớ đệm. Không cần thời điểm hết hiệu lực.",
    whenYouSeeIt:
      "Sau khi số được chuyển mạng giữ số, miền được đổi tên hoặc người dùng chuyển sang máy chủ khác. Một số nhà mạng gửi 301 từ cơ sở dữ liệu định tuyến cho mọi số đã chuyển mạng, cuộc nào cũng vậy.",
    howToFix: {
      caller: "Lưu địa chỉ mới vào danh bạ. Nếu điện thoại không tự đi theo, hãy quay địa chỉ hiện trong `Contact`.",
      operator:
        "Trỏ các tuyến, phím gọi nhanh và cấu hình cấp phát tới địa chỉ mới, để cuộc gọi khỏi mất thêm một bước. Kiểm tra đích chuyển hướng có phải nơi bạn tin cậy và chịu trả cước không.",
      developer:
        "Thử lại với `Contact` làm Request-URI, mỗi URI một lần, và giữ lại ánh xạ. Đừng chuyển từ SIPS sang SIP mà không báo người dùng. Chỉ chấp nhận thay đổi lâu dài từ máy chủ bạn đã xác thực.",
    },
    sendIt:
      "Gửi khi địa chỉ cũ sẽ không trở lại và bạn biết địa chỉ mới. Gửi 302 khi việc chuyển có thể kết thúc, 410 khi địa chỉ đã mất và không được cho biết địa chỉ mới.",
    causes: [
      {
        text: "Địa chỉ mới được ghi nhớ rồi lại chuyển hướng về địa chỉ cũ.",
        evidence:
          "Mỗi địa chỉ trả một 301 có `Contact` nêu địa chỉ kia, và phía gọi làm đúng chuẩn không thử URI nào lần thứ hai.",
      },
      {
        text: "301 được gửi cho một lần chuyển chỉ tạm thời, và người gọi cứ dùng địa chỉ đã lưu đệm.",
        evidence: "Cuộc gọi mới đi thẳng tới đích chuyển hướng, và không còn `INVITE` nào tới địa chỉ cũ.",
      },
    ],
    keywords: ["moved permanently", "chuyển hướng", "chuyển mạng giữ số", "địa chỉ mới", "người dùng đã chuyển"],
  },
  302: {
    gloss: "Tạm thời ở nơi khác, có địa chỉ kèm theo",
    says: "302 cho biết người được gọi tạm thời ở nơi khác và người gọi nên thử lại tại các địa chỉ trong `Contact`.",
    meaning:
      "Yêu cầu nên được thử lại tại từng `Contact`. Nếu có header `Expires` hoặc tham số `expires`, được giữ địa chỉ trong thời gian đó. Nếu không có, nó chỉ dùng cho riêng yêu cầu này và MUST NOT được lưu đệm.",
    whenYouSeeIt:
      "Chuyển tiếp cuộc gọi đặt ngay trên điện thoại, trong đó có Yealink và Snom. Máy chủ chuyển hướng và cơ sở dữ liệu định tuyến gửi nó cho mọi cuộc gọi, bộ cân bằng tải thì để chia lưu lượng.",
    howToFix: {
      caller:
        "Quay địa chỉ được trả về nếu điện thoại không tự đi theo. Nếu cuộc gọi luôn tới sai chỗ, hãy nhờ người được gọi xem lại chuyển tiếp trên điện thoại.",
      operator:
        "Asterisk mặc định chỉ quay phần người dùng của `Contact` trong kế hoạch quay số của chính nó: `redirect_method` thay đổi điều này. Chỉ cho phép chuyển hướng tới đích đã biết: để đích tự do là mời gọi gian lận cước.",
      developer:
        "Thử các giá trị `Contact` theo `q` giảm dần, mỗi URI một lần. Chỉ lưu đệm khi có `Expires`, và khi URI đã lưu thất bại thì thử URI gốc một lần. Máy chủ proxy tự đệ quy phải bỏ đi `Contact` mà nó thử.",
    },
    sendIt:
      "Gửi khi có thể liên lạc người được gọi ở địa chỉ khác trong một thời gian và người gọi nên quay địa chỉ đó. Gửi 301 khi chuyển hẳn, 486 hoặc 480 khi không có địa chỉ khác. Muốn giấu đích thì chuyển tiếp với vai trò máy chủ proxy.",
    causes: [
      {
        text: "Chuyển tiếp được đặt trên điện thoại, còn PBX không đi theo hoặc quay sai nơi.",
        evidence:
          "Điện thoại trả 302 ngay, và PBX không gửi `INVITE` mới, hoặc gửi với phần người dùng của `Contact` và miền của chính nó.",
      },
      {
        text: "Hai địa chỉ chuyển hướng lẫn nhau.",
        evidence:
          "302 từ mỗi bên nêu bên kia trong `Contact`. Phía gọi làm đúng chuẩn thử mỗi URI một lần, phía khác thì gửi hết `INVITE` này đến `INVITE` khác.",
      },
      {
        text: "Không tới được đích chuyển hướng từ mạng của người gọi.",
        evidence:
          "`Contact` có địa chỉ riêng hoặc tên máy nội bộ, và `INVITE` mới bị lặp lại không có phản hồi nào cho tới 408.",
      },
      {
        text: "Kẻ tấn công đổi chuyển tiếp của điện thoại sang một số đắt tiền.",
        evidence:
          "`Contact` là số nước ngoài hoặc số cước cao, cuộc gọi đến dồn dập vào ban đêm, và không ai trong nội bộ đặt quy tắc đó.",
      },
    ],
    keywords: [
      "moved temporarily",
      "chuyển hướng",
      "chuyển tiếp cuộc gọi",
      "chuyển tiếp tất cả",
      "header contact",
      "vòng lặp chuyển hướng",
      "gian lận cước",
    ],
  },
  305: {
    gloss: "Chỉ qua máy chủ proxy được nêu bên trong",
    says: "305 cho biết người được gọi chỉ nhận yêu cầu này qua máy chủ proxy mà header `Contact` nêu tên.",
    meaning:
      "Đã tới được hệ thống đầu cuối, nhưng nó muốn yêu cầu đi qua một máy chủ proxy nhất định. `Contact` là URI của máy chủ proxy đó, không phải của người dùng. Chỉ UAS được gửi 305, và nó chỉ áp dụng cho riêng yêu cầu này.",
    whenYouSeeIt:
      "Trên thực tế gần như không bao giờ. Điện thoại hoặc gateway chỉ nhận cuộc gọi từ máy chủ proxy của mình có thể gửi nó cho ai quay thẳng địa chỉ IP. Đa số trả 403 hoặc không trả gì.",
    howToFix: {
      caller: "Quay địa chỉ công khai của người được gọi, như `sip:bob@example.com`, đừng quay địa chỉ của thiết bị.",
      operator:
        "Đưa máy chủ proxy vào tuyến: outbound proxy hoặc bản ghi DNS SRV dẫn người gọi tới đó ngay từ đầu. Kiểm tra xem địa chỉ trực tiếp của thiết bị đã lộ ra từ đâu.",
      developer:
        "Lặp lại riêng yêu cầu này tới máy chủ proxy trong `Contact`, Request-URI giữ nguyên, và không lưu đệm gì. Trước đó hãy hỏi người dùng hoặc tra danh sách máy chủ proxy tin cậy: mọi thứ sẽ đi qua nó.",
    },
    sendIt:
      "Gửi với vai trò UAS khi bạn chỉ nhận yêu cầu qua một máy chủ proxy mà bạn nêu được. Máy chủ proxy hoặc máy chủ chuyển hướng thì gửi 302. Gửi 403 khi không muốn người gọi biết đường đi.",
    causes: [
      {
        text: "Người gọi dùng địa chỉ thiết bị chứ không phải địa chỉ người dùng.",
        evidence:
          "Request-URI của `INVITE` là địa chỉ IP, và trên yêu cầu không có `Record-Route` nào của máy chủ proxy phía người được gọi.",
      },
      {
        text: "Phía gọi coi máy chủ proxy trong `Contact` là địa chỉ mới của người dùng.",
        evidence: "`INVITE` kế tiếp có Request-URI là URI của chính máy chủ proxy, và nó trả 404.",
      },
    ],
    keywords: ["use proxy", "outbound proxy", "gọi trực tiếp ip", "bắt buộc qua proxy", "chuyển hướng"],
  },
  380: {
    gloss: "Không đi cách này, có dịch vụ khác",
    says: "380 cho biết cuộc gọi theo cách đã thực hiện đã thất bại và phần thân của phản hồi mô tả một dịch vụ khác để dùng.",
    meaning:
      "Cuộc gọi không thành công, nhưng vẫn còn cách khác. RFC 3261 chưa từng định nghĩa định dạng cho phần thân, nên nói chung không máy nào tự làm theo được. 3GPP lấp chỗ trống cho một trường hợp: cuộc gọi khẩn cấp.",
    whenYouSeeIt:
      "Trong mạng di động: P-CSCF trả 380 cho một số khẩn cấp không được quay theo kiểu khẩn cấp, với `Content-Type: application/3gpp-ims+xml`. Sau đó điện thoại gọi qua mạng chuyển mạch kênh hoặc gọi lại từ đầu.",
    howToFix: {
      caller:
        "Đọc những gì điện thoại đưa ra rồi chọn. Nếu khẩn cấp, hãy quay số khẩn cấp địa phương lần nữa, dùng bất kỳ điện thoại nào khác nếu máy này không phản ứng.",
      operator:
        "Kiểm tra xem điện thoại có đúng danh sách số khẩn cấp và đánh dấu các cuộc gọi đó bằng `urn:service:sos` không, để `INVITE` đầu tiên đã đúng.",
      developer:
        "Chỉ phân tích phần thân khi bạn biết kiểu của nó. Nếu không, hãy kết thúc cuộc gọi và hiển thị cụm từ lý do. Đừng bao giờ tự gọi lại, trừ khi 3GPP TS 24.229 yêu cầu với cuộc gọi khẩn cấp.",
    },
    sendIt:
      "Chỉ gửi ở nơi hai bên dùng chung định dạng phần thân, như trong mạng 3GPP. Gửi 302 kèm `Contact` khi thứ bạn đưa ra là một địa chỉ khác, và 488 hoặc 606 khi media không phù hợp.",
    causes: [
      {
        text: "Điện thoại quay số khẩn cấp như một cuộc gọi thường.",
        evidence: "Request-URI là một số như 112 không có `urn:service:sos`, và phần thân của 380 có kiểu khẩn cấp.",
      },
      {
        text: "Phần mềm của người gọi không hiểu phần thân và bỏ cuộc gọi.",
        evidence:
          "380 nhận được `ACK`, không có `INVITE` nào nữa theo sau, và người dùng chỉ thấy một lỗi không rõ ràng.",
      },
    ],
    keywords: ["alternative service", "cuộc gọi khẩn cấp", "dịch vụ thay thế", "ims", "khẩn cấp volte", "3gpp", "csfb"],
  },
} as const satisfies Readonly<Record<number, CodeTexts>>;
