import type { CodeTexts } from "../texts.ts";

export const codes6xx = {
  600: {
    gloss: "Bận, trên mọi điện thoại của người dùng",
    says: "600 cho biết người dùng đang bận và không còn nơi nào khác sẽ nhận cuộc gọi này, kể cả hộp thư thoại.",
    meaning:
      "Phía được gọi đã nhận được yêu cầu và trả lời thay cho toàn bộ người dùng: đang bận, không điện thoại nào khác và không hộp thư thoại nào sẽ nhận cuộc gọi. Máy chủ proxy rẽ nhánh không mở thêm nhánh, hủy các nhánh còn đổ chuông rồi chuyển 600 về. RFC 3261 nói thêm rằng một chiếc điện thoại hiếm khi biết chắc điều này.",
    whenYouSeeIt:
      "Điện thoại được cài để trả 600 khi bận, hoặc máy chủ ứng dụng biết hết thiết bị của người dùng. Trong nhóm đổ chuông, chỉ một điện thoại như vậy là đủ kết thúc cuộc gọi của tất cả máy còn lại, dù chỉ riêng đường dây đó bận.",
    howToFix: {
      caller:
        "Gọi lại sau, khi hết thời gian ghi trong `Retry-After` nếu phản hồi có header này. Quay số lại ngay sẽ chỉ nhận cùng một câu trả lời.",
      operator:
        "Tìm nhánh có điện thoại gửi 600 và cài lại máy đó để trả 486. Trong lúc chờ, hãy để máy chủ proxy hoặc PBX đứng trước nhóm đổ chuông đổi 600 của nó thành 486, để các máy khác tiếp tục đổ chuông.",
      developer:
        "Khi rẽ nhánh, hãy giữ 600 lại, gửi `CANCEL` cho các nhánh khác và chờ phản hồi cuối cùng của chúng: một 2xx đến muộn vẫn thắng. Thử lại sau `Retry-After`, không bao giờ lặp liên tục. Asterisk và FreeSWITCH đổi mã này thành 486.",
    },
    sendIt:
      "Gửi mã này từ máy chủ biết mọi thiết bị của người dùng và biết hộp thư thoại cũng sẽ không trả lời. Một điện thoại đơn lẻ thì gửi 486. Người dùng bận nhưng không muốn nói ra thì gửi 603.",
    causes: [
      {
        text: "Một điện thoại trong nhóm đổ chuông được cài để trả 600 khi bận.",
        evidence:
          "Một nhánh trả 600 ngay lập tức. Sau đó máy chủ proxy gửi `CANCEL` cho các nhánh khác trong vài mili giây, và chúng trả 487.",
      },
      {
        text: "Máy chủ ứng dụng thấy mọi thiết bị của người dùng đều đang có cuộc gọi.",
        evidence: "Không điện thoại nào nhận được `INVITE`: 600 đến từ địa chỉ của chính máy chủ.",
      },
      {
        text: "Nút từ chối của một điện thoại được cấu hình để gửi 600.",
        evidence: "Điện thoại đó đã gửi 180, rồi 600 của nó đến sau vài giây trong khi các máy khác vẫn đổ chuông.",
      },
    ],
    keywords: [
      "busy everywhere",
      "mọi máy đều bận",
      "máy bận",
      "nhóm đổ chuông dừng",
      "người dùng bận",
      "lỗi 600",
      "6xx",
    ],
  },
  603: {
    gloss: "Bị từ chối, bởi người hoặc bởi máy",
    says: "603 cho biết cuộc gọi bị từ chối trên mọi điện thoại: do người dùng, hoặc với cụm từ `Network Blocked` do hệ thống phân tích của nhà mạng.",
    meaning:
      "Theo RFC 3261, người dùng không muốn hoặc không thể tham gia, không nêu lý do, và không điện thoại nào khác sẽ trả lời. Với cụm từ `Network Blocked`, đó là 603+ của ATIS-1000099: hệ thống phân tích của nhà mạng chặn cuộc gọi và không hỏi ai. Cả hai đều kết thúc việc rẽ nhánh.",
    whenYouSeeIt:
      "Người được gọi bấm từ chối trên một phần mềm như Linphone, một quy tắc của PBX hoặc trunk không nhận số này, hoặc nhà mạng chặn vì coi là spam. Tại Mỹ, từ ngày 25 tháng 3 năm 2026, 603+ là mã duy nhất dành cho việc chặn dựa trên phân tích trong mạng IP.",
    howToFix: {
      caller:
        "Nếu cụm từ là `Network Blocked`, hãy khiếu nại tại địa chỉ đứng sau `url` trong header `Reason`. Nếu không, hãy chờ theo `Retry-After`. Gọi lại dồn dập khiến số của bạn trông giống spam.",
      operator:
        "Đọc cụm từ và header `Reason` trước khi cho rằng lỗi do người được gọi. FreePBX không thử trunk kế tiếp sau 603. FreeSWITCH mặc định đặt lại cụm từ thành `Decline`, nhưng giữ nguyên `Reason`.",
      developer:
        "Lấy `v=analytics1` trong header `Reason` làm dấu hiệu của 603+, vì cụm từ có thể bị đổi dọc đường. Sao chép `Reason` qua B2BUA. Asterisk đổi 603 thành 403 khi đi qua một chặng.",
    },
    sendIt:
      "Gửi mã này khi người dùng từ chối thay cho mọi điện thoại và cả hộp thư thoại mà không nêu lý do. Chỉ một điện thoại từ chối thì gửi 486 hoặc 480. Nút báo spam gửi 607. Thiết bị trung gian chặn cuộc gọi thì gửi 608, hoặc 603+ trong mạng của các nhà mạng Mỹ.",
    causes: [
      {
        text: "Người được gọi bấm từ chối trên điện thoại.",
        evidence: "Trước đó có 180, vài giây sau là 603 với cụm từ `Decline` và không có `v=analytics1`.",
      },
      {
        text: "Hệ thống phân tích của một nhà mạng chặn số chủ gọi.",
        evidence:
          "Cụm từ là `Network Blocked`, hoặc header `Reason` chứa `cause=603` và `v=analytics1`. Không có 180 nào trước đó.",
      },
      {
        text: "Một quy tắc trong PBX hoặc ở nhà cung cấp trunk từ chối cuộc gọi.",
        evidence: "603 đến từ địa chỉ của máy chủ, không kèm 180, và lần nào cũng sau cùng một khoảng thời gian ngắn.",
      },
      {
        text: "Một Asterisk dọc đường nhận 504 từ chặng kế tiếp.",
        evidence: "Chân phía xa của Asterisk có 504, và ngay sau đó chân phía gần có 603.",
      },
    ],
    keywords: [
      "decline",
      "từ chối",
      "cuộc gọi bị từ chối",
      "từ chối cuộc gọi",
      "network blocked",
      "603+",
      "bị chặn vì spam",
      "atis-1000099",
    ],
  },
  604: {
    gloss: "Người dùng này không tồn tại ở bất cứ đâu",
    says: "604 khẳng định một cách có thẩm quyền rằng người dùng trong Request-URI không tồn tại ở bất kỳ miền nào.",
    meaning:
      "Máy chủ có thông tin có thẩm quyền rằng người dùng này không tồn tại ở đây lẫn ở nơi khác. 404 cũng dứt khoát như vậy nhưng chỉ cho một miền: khác nhau ở phạm vi. Là mã 6xx, 604 kết thúc việc rẽ nhánh, còn trong cuộc gọi thì kết thúc hội thoại cùng mọi mục đích sử dụng của nó.",
    whenYouSeeIt:
      "Máy chủ phụ trách một dải số biết rằng số này không có chủ, chẳng hạn sau khi tra cứu số. Mã này hiếm gặp: trên thực tế hầu như mọi máy chủ đều gửi 404 khi không biết người dùng.",
    howToFix: {
      caller: "So số hoặc địa chỉ với một nguồn còn mới, từng chữ số một. Gọi lần nữa cũng nhận cùng câu trả lời.",
      operator:
        "Tìm máy chủ đã gửi 604 và kiểm tra xem nó có thật sự quản lý dải số đó không. Nếu không, hãy để nó gửi 404, để tuyến kế tiếp vẫn có thể được thử.",
      developer:
        "Không mở nhánh mới, không thử tuyến khác và không đặt lịch thử lại. Đừng chờ `Retry-After`: header này không được định nghĩa cho 604. Phía sau Asterisk và FreeSWITCH, bạn sẽ thấy 404 thay vào đó.",
    },
    sendIt:
      "Chỉ gửi khi bạn nắm danh sách có thẩm quyền về địa chỉ của người dùng này trong mọi miền. Gửi 404 cho người dùng không có trong miền của bạn, và 480 cho người dùng đã biết nhưng không có điện thoại nào đăng ký.",
    causes: [
      {
        text: "Số chưa được cấp, và máy chủ trả lời cho cả dải số.",
        evidence: "604 đến trong vài mili giây từ máy chủ phụ trách dải số, không có 180.",
      },
      {
        text: "Kế hoạch quay số gửi 604 cho mọi số nó không biết, kể cả số thuộc máy chủ khác.",
        evidence: "Cùng số đó vẫn trả lời qua tuyến khác, và cuộc gọi rẽ nhánh kết thúc ngay khi nhánh này gửi 604.",
      },
      {
        text: "Số bị gõ nhầm, hoặc bị viết lại dọc đường.",
        evidence: "Phần người dùng của Request-URI khác nhau giữa `INVITE` ở chặng đầu và ở chặng cuối.",
      },
    ],
    keywords: [
      "không tồn tại ở bất cứ đâu",
      "người dùng không xác định",
      "số chưa được cấp",
      "sai số",
      "does not exist anywhere",
      "lỗi 604",
    ],
  },
  606: {
    gloss: "Không điện thoại nào của người dùng hỗ trợ phiên này",
    says: "606 cho biết người dùng sẵn sàng nói chuyện, nhưng không điện thoại nào của họ hỗ trợ được phiên như đã đề nghị.",
    meaning:
      "Điện thoại đã nhận được yêu cầu, nhưng media, băng thông hoặc loại địa chỉ trong SDP không phù hợp. Đây là 488 với phạm vi rộng hơn: các điện thoại khác của người dùng cũng sẽ không chấp nhận đề nghị này. Header `Warning` có thể nêu lý do, và phần thân có thể liệt kê những gì phù hợp.",
    whenYouSeeIt:
      "Đề nghị không có codec chung với người được gọi, đòi mã hóa mà phía kia không có, hoặc dùng họ địa chỉ mà phía kia không tới được. Đa số điện thoại trả 488 trong trường hợp này, nên 606 thường đến từ gateway hoặc máy chủ hội nghị.",
    howToFix: {
      caller:
        "Thử lại không có video hoặc không ép mã hóa. Nếu vẫn hỏng, hãy báo thời điểm cuộc gọi cho bộ phận hỗ trợ.",
      operator:
        "So đề nghị với codec, cài đặt SRTP và họ địa chỉ của người được gọi. Để SBC chuyển mã hoặc chuyển đổi khi hai bên không có điểm chung.",
      developer:
        "Đọc `Warning` và phần thân, rồi gửi `INVITE` mới với đề nghị đã sửa. Đừng lặp lại cùng một SDP. Nếu ở giữa có B2BUA như Asterisk hoặc FreeSWITCH thì bạn sẽ thấy 488.",
    },
    sendIt:
      "Gửi mã này khi biết chắc không điện thoại nào của người dùng chấp nhận được đề nghị, kèm `Warning` và phần thân liệt kê khả năng của bạn. Điện thoại chỉ nói về riêng mình thì gửi 488: khi rẽ nhánh, các máy khác vẫn được thử tiếp.",
    causes: [
      {
        text: "Đề nghị và người được gọi không có codec chung.",
        evidence:
          "`Warning` có 305, hoặc mọi kiểu payload trong dòng `m=audio` của `INVITE` đều lạ với người được gọi.",
      },
      {
        text: "Một bên đòi SRTP còn bên kia đề nghị RTP thường.",
        evidence: "Dòng `m=` ghi `RTP/AVP` trong khi người được gọi cần `RTP/SAVP`, hoặc ngược lại.",
      },
      {
        text: "Đề nghị yêu cầu nhiều băng thông hơn mức người được gọi cho phép.",
        evidence: "`Warning` có 370, và SDP có dòng `b=` với con số lớn.",
      },
    ],
    keywords: [
      "not acceptable",
      "không khớp codec",
      "không có codec chung",
      "lệch srtp",
      "không hỗ trợ media",
      "lỗi 606",
    ],
  },
  607: {
    gloss: "Không mong muốn: người được gọi đánh dấu là spam",
    says: "607 cho biết người được gọi không muốn nhận cuộc gọi từ người gọi này, và mạng có thể ghi nhận điều đó.",
    meaning:
      "Người được gọi từ chối chính người gọi này, không chỉ cuộc gọi này: đó là câu trả lời của nút báo spam (RFC 8197). Nhà cung cấp có thể chặn số đó cho người dùng này, tính vào hệ thống phân tích hoặc truy vết cuộc gọi. Phần mềm không biết 607 sẽ coi nó như 600.",
    whenYouSeeIt:
      "Người dùng bấm nút spam hoặc nút chặn trước khi nhấc máy. Nếu bấm trong cuộc gọi, nó xuất hiện dưới dạng `BYE` với `Reason: SIP;cause=607` thay vì một phản hồi. Điện thoại hiện nút này khi máy chủ đăng ký đã công bố `sip.607`.",
    howToFix: {
      caller:
        "Đừng gọi người này từ số này nữa. Nếu bạn bị đánh dấu nhầm, hãy giải quyết bằng cách khác ngoài cuộc gọi: SIP không có cách nào để gỡ đánh dấu đó.",
      operator:
        "Thống kê 607 theo số chủ gọi và theo khách hàng. Số lượng tăng đột ngột nghĩa là có khách hàng thực hiện cuộc gọi rác hoặc có kẻ giả mạo số: kiểm tra mức chứng thực trong `Identity`.",
      developer:
        "Xử lý như mọi 6xx: không mở nhánh khác, không thử lại. Sao chép 607 vào header `Reason` của `CANCEL` gửi cho các điện thoại khác, để chúng đánh dấu được cuộc gọi trong nhật ký.",
    },
    sendIt:
      "Chỉ gửi sau khi người dùng đã tỏ ý không muốn người gọi này, qua một nút bấm hoặc danh sách chặn của chính họ. Cuộc gọi bị từ chối mà không có phán xét như vậy là 603. Thiết bị trung gian tự chặn thì gửi 608.",
    causes: [
      {
        text: "Người được gọi bấm nút spam khi điện thoại đang đổ chuông.",
        evidence: "Trước đó có 180, và vài giây sau điện thoại gửi 607.",
      },
      {
        text: "Số của người gọi nằm trong danh sách chặn riêng của người được gọi.",
        evidence: "Điện thoại trả 607 ngay, không có 180, còn cuộc gọi từ số khác thì đổ chuông.",
      },
      {
        text: "Kẻ khác dùng số này làm số chủ gọi giả mạo.",
        evidence:
          "607 chỉ đến với một số, và các cuộc gọi của số đó không có header `Identity` hoặc chỉ có chứng thực mức C.",
      },
    ],
    keywords: [
      "unwanted",
      "nút báo spam",
      "bị người dùng chặn",
      "cuộc gọi rác",
      "danh sách chặn",
      "robocall",
      "rfc 8197",
    ],
  },
  608: {
    gloss: "Bị thiết bị trung gian từ chối, không phải người dùng",
    says: "608 cho biết một máy đứng giữa người gọi và người được gọi đã từ chối cuộc gọi vì coi là không mong muốn, và nêu nơi để hỏi.",
    meaning:
      "Một thiết bị trung gian cho rằng người dùng không muốn cuộc gọi này, và người dùng không được hỏi (RFC 8688). Nó nêu đầu mối khiếu nại trong một jCard có chữ ký: `Call-Info` với `purpose=jwscard`. Phần mềm không biết 608 sẽ coi nó như 600.",
    whenYouSeeIt:
      "Hệ thống phân tích của nhà mạng đầu cuối hoặc một dịch vụ chặn cuộc gọi coi số này là spam. Người gọi trên mạng đời cũ nghe một thông báo dưới dạng media sớm trước khi có 608. Các nhà mạng Mỹ dùng 603+ thay thế.",
    howToFix: {
      caller:
        "Hỏi nhà khai thác được nêu trong phản hồi hoặc trong thông báo vì sao số bị chặn. Gọi lại nhiều lần chỉ làm hồ sơ xấu hơn.",
      operator:
        "Tải thẻ mà `Call-Info` trỏ tới và gửi khiếu nại cho nhà khai thác ghi trên đó. Đăng ký các số của bạn với những công ty phân tích, và ký cuộc gọi với mức chứng thực đầy đủ.",
      developer:
        "Gửi `Feature-Caps: *;+sip.608` và hiển thị đầu mối liên hệ trong thẻ. Kiểm tra chữ ký và loại bỏ thẻ có `iat` cũ hơn khoảng một phút. Không thử lại và không mở nhánh khác.",
    },
    sendIt:
      "Gửi mã này từ máy chủ proxy, SBC hoặc dịch vụ tự mình quyết định chặn, kèm `Call-Info` và thẻ có chữ ký. Khi chính người dùng bấm nút thì đó là 607. Nhà mạng tại Mỹ gửi 603+ cho việc chặn theo phân tích.",
    causes: [
      {
        text: "Hệ thống phân tích của nhà mạng chấm số chủ gọi là spam.",
        evidence: "608 đến mà không có 180 và có header `Call-Info` với `purpose=jwscard`.",
      },
      {
        text: "Cuộc gọi nhiều và ngắn, giống kiểu của máy quay số tự động.",
        evidence: "Nhật ký của chính bạn cho thấy một loạt cuộc gọi ngắn từ số đó trong những giờ trước 608 đầu tiên.",
      },
      {
        text: "Cuộc gọi không được ký, hoặc chỉ có mức chứng thực thấp, và chính sách từ chối nó.",
        evidence: "`INVITE` rời mạng của bạn không có header `Identity`, hoặc trường `attest` của nó là C.",
      },
    ],
    keywords: ["rejected", "chặn cuộc gọi", "bị nhà mạng chặn", "gắn nhãn spam", "jcard", "rfc 8688", "robocall"],
  },
  666: {
    gloss: "Không mong muốn, với một mã chưa ai đăng ký",
    says: "666 chưa được đăng ký: thiết bị Avaya gửi nó với cụm từ `Unwanted`, và phần mềm phía gọi phải hiểu nó như 600.",
    meaning:
      "IANA không có mã này. Các bản thảo của RFC 8197 dùng 666 cho cuộc gọi không mong muốn trước khi con số được đổi thành 607, và sản phẩm Avaya vẫn gửi nó. Theo quy tắc cho mã lạ, phần mềm coi nó như 600: các nhánh khác của cuộc gọi rẽ nhánh cũng kết thúc.",
    whenYouSeeIt:
      "Một hệ thống Avaya trên đường đi từ chối cuộc gọi vì không mong muốn. Các sản phẩm khác hiển thị con số này là không rõ, tính như 600 hoặc đổi sang mã riêng ở chặng kế tiếp: Asterisk đổi thành 500 còn FreeSWITCH thành 480.",
    howToFix: {
      caller:
        "Coi đó là lời từ chối: đừng gọi lại. Nếu bạn cho rằng số của mình bị đánh dấu nhầm, hãy liên hệ người được gọi bằng cách khác.",
      operator:
        "Tìm thiết bị Avaya gửi mã này và xem các quy tắc chặn của nó. Để SBC ở biên đổi 666 thành 607, hoặc thành 603 cho những đối tác không biết 607.",
      developer:
        "Xử lý mã 6xx lạ như 600 và đừng để chương trình hỏng vì chúng. Giữ nguyên con số nhận được trong nhật ký và trong header `Reason`, vì đó là bằng chứng duy nhất.",
    },
    sendIt:
      "Đừng bao giờ gửi mã này: không tài liệu nào định nghĩa nó, và không phía nào có thể dựa vào nó. Gửi 607 khi người được gọi đánh dấu người gọi là không mong muốn, 608 khi thiết bị trung gian làm việc đó, và 603 cho lời từ chối thông thường.",
    causes: [
      {
        text: "Một hệ thống Avaya trên đường đi chặn người gọi vì không mong muốn.",
        evidence:
          "Dòng trạng thái là `SIP/2.0 666 Unwanted`, và `Server` hoặc `User-Agent` của phía gửi ghi tên Avaya.",
      },
      {
        text: "Một sản phẩm viết theo các bản thảo của RFC 8197 vẫn dùng con số trong đó.",
        evidence: "Cụm từ là `Unwanted`, và cả `Server` lẫn `User-Agent` đều không nhắc tới Avaya.",
      },
    ],
    keywords: ["666", "mã chưa đăng ký", "avaya", "unwanted", "mã sip lạ", "không theo chuẩn"],
  },
} as const satisfies Readonly<Record<number, CodeTexts>>;
