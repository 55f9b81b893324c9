import type { FactTexts } from "../texts.ts";

/** One sentence per fact; each is true of every code that has the value. */
export const facts = {
  scope: {
    hop: "{$code} nói thay cho một máy chủ hoặc một đường đi: nó không nói gì về người được gọi, nên đi đường khác vẫn có thể thành công.",
    here: "{$code} nói thay cho riêng máy chủ hoặc điện thoại đã gửi nó: máy chủ proxy tiếp tục thử những máy khác.",
    domain:
      "{$code} nói thay cho cả miền: không máy chủ nào khác của miền này nói được gì hơn, dù máy chủ proxy vẫn chờ các nhánh khác của nó.",
    everywhere:
      "{$code} nói thay cho người dùng ở mọi địa chỉ: máy chủ proxy ngừng tìm và hủy những điện thoại còn đổ chuông.",
    none: "{$code} không từ chối gì, nên không loại trừ điện thoại hay địa chỉ nào.",
  },
  sentBy: "{$code} được gửi bởi: {$roles}.",
  role: {
    uas: "hệ thống đầu cuối trả lời",
    proxy: "máy chủ proxy",
    registrar: "máy chủ đăng ký",
    redirect: "máy chủ chuyển hướng",
    notifier: "bên thông báo",
  },
  methods: {
    any: "{$code} có thể trả lời yêu cầu thuộc bất kỳ phương thức nào.",
    listed: "{$code} chỉ trả lời: {$methods}.",
  },
  next: {
    wait: "Sau {$code}, phía gọi chờ: phản hồi cuối cùng còn chưa đến.",
    releaseEarlyDialog:
      "Sau {$code}, phía gọi giải phóng hội thoại sớm mà tag trong `To` nêu và tiếp tục chờ phản hồi cuối cùng.",
    ack: "Sau {$code} cho `INVITE`, phía gọi gửi `ACK` tới người được gọi; sau {$code} cho yêu cầu khác thì không còn gì phải gửi.",
    awaitNotify: "Sau {$code}, yêu cầu coi như đã được chấp nhận, và kết quả đến trong một `NOTIFY` hoặc không đến.",
    done: "Sau {$code} không còn gì phải làm: yêu cầu đã xong.",
    redirect: "Sau {$code}, phía gọi thử các địa chỉ trong `Contact`, mỗi địa chỉ một lần.",
    askUser: "Sau {$code}, phần mềm hỏi người dùng của nó: bước tiếp theo không phải việc để máy quyết định.",
    authenticate: "Sau {$code}, phía gọi lặp lại yêu cầu với thông tin xác thực cho realm của thách thức.",
    repair: "Sau {$code}, phía gọi sửa điều mà phản hồi chỉ ra trước khi gửi lại yêu cầu.",
    retry: "Sau {$code}, phía gọi gửi lại cùng yêu cầu sau một khoảng chờ ngẫu nhiên ngắn.",
    tryElsewhere: "Sau {$code}, yêu cầu có thể được gửi lại nguyên vẹn, qua kết nối khác hoặc tới máy chủ khác.",
    retryLater: "Sau {$code}, phía gọi có thể gửi lại cùng yêu cầu, nhưng để sau.",
    startOver:
      "Sau {$code}, bên gửi quên trạng thái mà phía kia không có, và bắt đầu lại từ đầu ở chỗ nào vẫn còn cần.",
    obtainConsent: "Sau {$code}, trước hết phía gọi phải có sự đồng ý của người nhận, theo cách mà phản hồi chỉ ra.",
    seekRedress:
      "Sau {$code}, phía gọi không lặp lại yêu cầu, nhưng có thể khiếu nại việc từ chối với bên mà phản hồi nêu tên.",
    giveUp: "Sau {$code}, phần mềm phía gọi không tự gửi lại yêu cầu này.",
  },
  retryAfter: {
    yes: "{$code} có thể có header `Retry-After`, cho biết sau bao nhiêu giây thì thử lại.",
    no: "`Retry-After` không được định nghĩa cho {$code}: phản hồi không đặt thời điểm cho lần thử khác.",
  },
  fork: {
    absorbed:
      "Máy chủ proxy rẽ nhánh giữ {$code} lại cho mình: người gọi nhận mã của chính máy chủ proxy, không bao giờ nhận mã của điện thoại.",
    passedOn: "Máy chủ proxy rẽ nhánh chuyển {$code} cho người gọi ngay và tiếp tục chờ mọi điện thoại.",
    wins: "Máy chủ proxy rẽ nhánh chuyển {$code} cho người gọi ngay và, trong một cuộc gọi, hủy những điện thoại còn đổ chuông.",
    offered:
      "Máy chủ proxy rẽ nhánh giữ {$code} cho tới khi mọi nhánh kết thúc và ưu tiên nó hơn 4xx và 5xx, nhưng không hơn 6xx; nó cũng có thể tự thử các địa chỉ đó.",
    merged:
      "Máy chủ proxy rẽ nhánh giữ {$code} cho tới khi mọi nhánh kết thúc, ưu tiên nó trong số các 4xx, và thêm vào đó thách thức của các nhánh khác.",
    preferred:
      "Máy chủ proxy rẽ nhánh giữ {$code} cho tới khi mọi nhánh kết thúc và ưu tiên nó trong số các 4xx, vì nhờ nó phía gọi có thể sửa yêu cầu.",
    waits:
      "Máy chủ proxy rẽ nhánh giữ {$code} cho tới khi mọi nhánh kết thúc và chỉ gửi nó khi không nhánh nào mang về 2xx, 3xx hoặc 6xx.",
    waitsLast:
      "Máy chủ proxy rẽ nhánh giữ {$code} cho tới khi mọi nhánh kết thúc và chỉ gửi nó khi không nhánh nào mang về gì ngoài 5xx.",
    replaced:
      "Máy chủ proxy rẽ nhánh tiếp tục với các nhánh khác sau {$code} và không chuyển mã này đi: nếu không có gì tốt hơn, người gọi nhận một mã khác thay cho nó.",
    ends: "Máy chủ proxy rẽ nhánh không mở nhánh mới sau {$code}, hủy những điện thoại còn đổ chuông, và gửi mã này khi chúng đã kết thúc, trừ khi một 2xx đến trước.",
  },
  dialog: {
    none: "{$code} không tạo ra cũng không kết thúc hội thoại.",
    early: "{$code} có tag trong `To` mở một hội thoại sớm, mỗi điện thoại gửi mã này mở một hội thoại.",
    endsEarly:
      "{$code} kết thúc riêng hội thoại sớm mà tag trong `To` của nó nêu; các hội thoại sớm khác của cuộc gọi vẫn còn.",
    confirms: "{$code} cho `INVITE` xác nhận hội thoại: từ đó chỉ `BYE` mới kết thúc cuộc gọi.",
    transaction: "Trong hội thoại, {$code} chỉ kết thúc giao dịch của chính nó: theo RFC 5057, hội thoại vẫn còn.",
    usage:
      "Trong hội thoại, {$code} chỉ kết thúc mục đích sử dụng có yêu cầu đó, là cuộc gọi hoặc đăng ký theo dõi; mục đích sử dụng khác của hội thoại vẫn còn.",
    dialog: "Trong hội thoại, {$code} kết thúc hội thoại cùng mọi thứ bên trong, cả cuộc gọi lẫn các đăng ký theo dõi.",
  },
  hops: {
    both: "Qua Asterisk, {$code} sang chân kia là {$asterisk}, qua FreeSWITCH là {$freeswitch}, trừ khi kế hoạch quay số quyết định khác.",
    same: "Qua Asterisk và qua FreeSWITCH, {$code} sang chân kia là {$asterisk}, trừ khi kế hoạch quay số quyết định khác.",
    asterisk:
      "Qua Asterisk, {$code} sang chân kia là {$asterisk}; FreeSWITCH đổi nó thành gì còn tùy phiên bản của nó.",
    freeswitch:
      "Qua FreeSWITCH, {$code} sang chân kia là {$freeswitch}; Asterisk đổi nó thành gì còn tùy phiên bản của nó.",
    unchanged:
      "Qua Asterisk và qua FreeSWITCH, {$code} sang chân kia vẫn là {$code}, trừ khi kế hoạch quay số quyết định khác.",
    none: "Không bảng nào của Asterisk hay FreeSWITCH cho biết {$code} thành gì ở chân kia: điều đó tùy vào kế hoạch quay số và những gì theo sau.",
  },
  billing: {
    none: "Theo thông lệ, việc tính cước không phụ thuộc vào {$code}.",
    notStarted: "Theo thông lệ, cước chưa bắt đầu tính với {$code}: cuộc gọi chưa được nhấc máy.",
    starts: "Theo thông lệ, cước của cuộc gọi bắt đầu tính từ {$code} cho `INVITE` của nó.",
    newLeg:
      "Theo thông lệ, bản thân {$code} không tính cước, và mỗi cuộc gọi được thực hiện vì nó thì tính cước riêng.",
    notCharged: "Theo thông lệ, cuộc gọi kết thúc bằng {$code} không bị tính cước, vì không ai nhấc máy.",
  },
  q850: {
    mapped:
      "Gateway ra mạng điện thoại đổi {$code} thành nguyên nhân {$cause}, {$name}, trừ khi header `Reason` hoặc header `Warning` cho nó biết nhiều hơn.",
    none: "Gateway ra mạng điện thoại không gửi nguyên nhân giải phóng nào cho {$code}.",
  },
  xmpp: {
    mapped: "Gateway sang XMPP đổi {$code} thành điều kiện `{$condition}`.",
    none: "Không điều kiện lỗi nào của XMPP ứng với {$code}.",
  },
  cacheable: {
    yes: "Địa chỉ mà {$code} nêu có thể dùng cả cho các yêu cầu sau, trong thời gian phản hồi cho phép.",
    no: "Không địa chỉ nào trong {$code} được giữ lại cho các cuộc gọi sau.",
  },
  carries: {
    must: "{$code} phải mang: {$fields}.",
    should: "{$code} nên mang: {$fields}.",
    none: "{$code} không cần trường header nào ngoài những trường mọi phản hồi đều có.",
  },
  concerns: {
    progress: "{$code} nói về việc cuộc gọi đã đi tới đâu.",
    success: "{$code} nói về một yêu cầu đã được thực hiện hoặc tiếp nhận.",
    whereabouts: "{$code} nói về nơi tìm thấy người được gọi, không nói họ có muốn cuộc gọi hay không.",
    availability: "{$code} nói về việc người được gọi có thể nhận cuộc gọi lúc này hay không.",
    willingness: "{$code} nói về việc người được gọi, hoặc ai đó thay mặt họ, có muốn cuộc gọi hay không.",
    permission: "{$code} nói về điều người gọi được phép làm, không nói người gọi là ai.",
    credentials: "{$code} nói về mật khẩu hoặc bằng chứng khác mà người gọi còn phải đưa ra.",
    identity: "{$code} nói về việc người gọi xưng là ai và điều đó được chứng minh thế nào.",
    body: "{$code} nói về những gì yêu cầu mang theo: mô tả phiên, phần thân khác, hoặc cách mã hóa của nó.",
    size: "{$code} nói về kích thước của yêu cầu.",
    capability: "{$code} nói về thứ mà một bên không hỗ trợ: phương thức, phần mở rộng, lược đồ, phiên bản hoặc gói.",
    interval: "{$code} nói về một khoảng thời gian mà yêu cầu đòi hỏi.",
    dialog: "{$code} nói về trạng thái của một hội thoại, giao dịch hoặc công bố.",
    route: "{$code} nói về đường tới người được gọi, không nói về người được gọi.",
    health: "{$code} nói về tình trạng của một máy chủ chứ không nói về người được gọi.",
    form: "{$code} nói về cách viết của yêu cầu.",
  },
  repairedBy: {
    nobody: "Không ai phải sửa gì với {$code}.",
    caller: "Người gọi có thể tự xử lý {$code}: bằng địa chỉ khác, thời điểm khác hoặc cách khác.",
    callerAgent: "Phần mềm phía gọi có thể tự sửa điều đã dẫn tới {$code} và gửi lại yêu cầu.",
    callee: "Phải chính người được gọi thay đổi điều đã dẫn tới {$code}.",
    operator: "Người vận hành các máy chủ phải sửa điều đã dẫn tới {$code}.",
  },
  registry: {
    iana: "{$code} có trong sổ đăng ký mã phản hồi SIP của IANA.",
    obsolete: "{$code} từng có trong RFC 2543 và bị RFC 3261 bỏ: nó không có trong sổ đăng ký của IANA.",
    unregistered: "{$code} chưa từng được đăng ký: một hãng dùng nó, và mọi bên khác xử lý nó theo chữ số đầu.",
  },
} as const satisfies FactTexts;
