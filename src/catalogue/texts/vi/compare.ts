import type { CompareTexts, ConsequenceTexts } from "../texts.ts";

export const compare = {
  title: "So sánh SIP {$a} {$aPhrase} và {$b} {$bPhrase}",
  lead: {
    provisionalAndFinal:
      "{$a} là báo cáo dọc đường, và phản hồi cuối cùng còn đến sau; {$b} là phản hồi cuối cùng và kết thúc giao dịch.",
    successAndFailure: "{$a} cho biết yêu cầu đã thành công; {$b} cho biết yêu cầu đã thất bại.",
    successAndRedirection: "{$a} cho biết yêu cầu đã thành công; {$b} cho biết nên thử ở nơi nào khác.",
    redirectionAndFailure: "{$a} đưa ra một địa chỉ khác để thử; {$b} là lời từ chối.",
    scopeDiffers: "{$a} và {$b} đều là lời từ chối, và chúng khác nhau ở phạm vi.",
    nextDiffers: "Điều phân biệt {$a} với {$b} là việc phía gọi làm tiếp theo.",
    sendersDiffer: "{$a} và {$b} đòi hỏi cùng một việc ở phía gọi, và chúng khác nhau ở bên gửi.",
    concernsDiffer: "{$a} và {$b} đòi hỏi cùng một việc ở phía gọi, và chúng khác nhau ở điều được nói tới.",
    closeRelatives:
      "{$a} và {$b} rất gần nhau: sau cả hai, phía gọi làm như nhau, và chỉ chi tiết mới phân biệt chúng.",
  },
  aspect: {
    class: "Lớp",
    scope: "Phạm vi hiệu lực",
    concerns: "Nói về điều gì",
    sentBy: "Ai gửi mã này",
    fork: "Máy chủ proxy rẽ nhánh làm gì",
    next: "Phía gọi làm gì tiếp theo",
    retryAfter: "Thời điểm thử lại",
    repairedBy: "Ai sửa được",
    dialog: "Hội thoại ra sao",
    hops: "Phía sau Asterisk và FreeSWITCH",
    billing: "Tính cước",
    carries: "Phải mang theo gì",
    methods: "Trả lời những yêu cầu nào",
    q850: "Nguyên nhân trong mạng điện thoại",
    xmpp: "Điều kiện trong XMPP",
    cacheable: "Dùng được cho các cuộc gọi sau",
    registry: "Đăng ký mã",
    cause: "Nguyên nhân thường gặp nhất",
    evidence: "Bản bắt gói cho thấy gì",
  },
  swapLead: "Khi lẽ ra phải gửi {$a} mà lại gửi {$b}, những điều sau thay đổi:",
  swapNothing:
    "Máy chủ proxy và phía gọi xử lý cả hai như nhau, nên chỉ có lý do trong nhật ký và trên màn hình là sai.",
} as const satisfies CompareTexts;

export const consequences = {
  fork: {
    absorbed: "Máy chủ proxy kế tiếp giữ phản hồi lại cho mình, và người gọi không hay biết gì.",
    passedOn: "Người gọi biết ngay, và các điện thoại khác vẫn đổ chuông.",
    wins: "Người gọi được nối với người đã nhấc máy, và các điện thoại khác ngừng đổ chuông.",
    offered:
      "Các điện thoại khác vẫn đổ chuông, và người gọi chỉ nhận địa chỉ khác khi tất cả đã kết thúc mà không ai nhấc máy.",
    merged: "Người gọi được yêu cầu thông tin xác thực khi mọi điện thoại đã kết thúc mà không ai nhấc máy.",
    preferred:
      "Các điện thoại khác vẫn đổ chuông, và phía gọi biết phải sửa gì trước khi nhận một lời từ chối thông thường.",
    waits: "Các điện thoại khác vẫn đổ chuông và vẫn có thể nhấc máy.",
    waitsLast: "Các điện thoại khác vẫn đổ chuông, và bất kỳ 4xx nào của chúng cũng tới người gọi thay cho mã này.",
    replaced: "Các điện thoại khác vẫn đổ chuông, và người gọi nhận một mã khác thay cho nó.",
    ends: "Các điện thoại khác ngừng đổ chuông, và không thử thêm máy nào, kể cả hộp thư thoại.",
  },
  next: {
    wait: "Phía gọi tiếp tục chờ một phản hồi cuối cùng có thể không bao giờ đến.",
    releaseEarlyDialog: "Phía gọi bỏ một hội thoại sớm và tiếp tục chờ điện thoại khác.",
    ack: "Phía gọi coi như yêu cầu đã xong và, trong một cuộc gọi, gửi `ACK` rồi mở media.",
    awaitNotify: "Phía gọi coi như yêu cầu đã được chấp nhận và chờ kết quả.",
    done: "Phía gọi coi như yêu cầu đã xong và không làm gì thêm.",
    redirect: "Phía gọi thử các địa chỉ trong `Contact`, hoặc kết thúc khi không có địa chỉ nào.",
    askUser: "Phần mềm của người gọi dừng lại và hỏi người dùng.",
    authenticate: "Phía gọi tìm một thách thức và gửi thông tin xác thực.",
    repair: "Phía gọi tìm thứ cần sửa trong yêu cầu của mình.",
    retry: "Phía gọi gửi lại cùng yêu cầu trong vài giây.",
    tryElsewhere: "Phía gọi chuyển sang máy chủ khác hoặc kết nối khác.",
    retryLater: "Phía gọi có thể thử lại cùng yêu cầu vào lúc khác.",
    startOver: "Phía gọi quên những gì nó tưởng là chung với phía kia và bắt đầu lại từ đầu.",
    obtainConsent: "Phía gọi cố xin một sự đồng ý mà không ai yêu cầu.",
    seekRedress: "Phía gọi tìm một bên để khiếu nại.",
    giveUp: "Phía gọi không tự thử lại.",
  },
  dialog: {
    none: "Không hội thoại nào được tạo ra hay kết thúc.",
    early: "Một hội thoại sớm mở ra mà có thể không bao giờ được ai xác nhận.",
    endsEarly: "Một hội thoại sớm kết thúc trong khi cuộc gọi vẫn chờ.",
    confirms: "Hội thoại đã được lập, và ai đó phải kết thúc nó bằng `BYE`.",
    transaction: "Trong cuộc gọi, chỉ riêng yêu cầu này thất bại.",
    usage: "Trong cuộc gọi, chính cuộc gọi kết thúc, còn đăng ký theo dõi trong cùng hội thoại vẫn còn.",
    dialog: "Trong cuộc gọi, mọi thứ kết thúc, kể cả các đăng ký theo dõi trong cùng hội thoại.",
  },
  billing: {
    none: "Việc tính cước không còn phụ thuộc vào nó.",
    notStarted: "Cước chưa bắt đầu tính.",
    starts: "Cước bắt đầu tính.",
    newLeg: "Ai trả tiền cho chân mới thì bị tính cước cho chân đó.",
    notCharged: "Cuộc gọi được coi là chưa nhấc máy và không bị tính cước.",
  },
} as const satisfies ConsequenceTexts;
