import type { CodeTexts } from "../texts.ts";

export const codes43x46x = {
  428: {
    gloss: "Trước hết hãy ký danh tính người gọi",
    says: "428 cho biết mạng được gọi chỉ nhận cuộc gọi này khi có header `Identity` đã ký, mà ở đây thiếu.",
    meaning:
      "Dịch vụ xác minh (RFC 8224) trong mạng hoặc điện thoại được gọi đòi chữ ký trên số của người gọi, và không thấy header `Identity` nào dùng được. Nó không nói rằng người gọi gian dối: không có gì để kiểm tra cả. Có chữ ký thì cùng cuộc gọi đó có thể đi qua.",
    whenYouSeeIt:
      "Cuộc gọi vào mạng STIR/SHAKEN mà không được ký: nhà cung cấp không ký, một chặng đã bỏ header, hoặc đường đi qua trunk TDM. Nhiều mạng cho cuộc gọi như vậy đi qua và chỉ đánh dấu là chưa xác minh.",
    howToFix: {
      caller: "Hỏi nhà cung cấp xem họ có ký cuộc gọi của bạn không. Hãy gọi từ số nhà cung cấp đã cấp cho bạn.",
      operator:
        "Tìm `Identity` ở chặng cuối bên trong mạng của bạn. Bật ký cho trunk này, để SBC chuyển header đi, và dùng TCP hoặc TLS khi nó làm yêu cầu quá dài với UDP.",
      developer:
        "Gửi lại yêu cầu với header `Identity` có `ppt` được hỗ trợ, tối đa một lần. Chữ ký do dịch vụ xác thực có chứng thư phù hợp tạo ra, thường không phải điện thoại.",
    },
    sendIt:
      "Gửi khi chính sách của bạn đòi chữ ký mà không có header `Identity` nào, hoặc cái nào nhận được cũng có loại `ppt` không được hỗ trợ. Gửi 438 khi có một cái nhưng nó hỏng, 436 khi không lấy được chứng thư của nó.",
    causes: [
      {
        text: "Nhà cung cấp của người gọi không ký cuộc gọi.",
        evidence: "`INVITE` rời SBC của nhà cung cấp mà không có header `Identity`, với mọi số.",
      },
      {
        text: "Một chặng dọc đường đã bỏ header này.",
        evidence: "Chặng đầu có `Identity`, còn chặng cuối trước 428 thì không.",
      },
      {
        text: "Bên xác minh không hỗ trợ `ppt` của chữ ký.",
        evidence: "Có `Identity` nhưng `ppt` chỉ là loại như `div`, và không có cái thứ hai với `shaken`.",
      },
    ],
    keywords: [
      "identity required",
      "use identity header",
      "stir/shaken",
      "cuộc gọi không ký",
      "passport",
      "mức chứng thực",
    ],
  },
  429: {
    gloss: "Hãy chứng minh ai đã chuyển cuộc gọi này",
    says: "429 cho biết cần một token `Referred-By` có chữ ký, chứng minh ai đã yêu cầu lần chuyển cuộc gọi này.",
    meaning:
      "Cuộc gọi đến từ một lần chuyển, và đích muốn bằng chứng về người đã chuyển nó. Header `Referred-By` không có token đã ký hợp lệ (RFC 3892). Bên được chuyển trả 429 về cho bên chuyển trong một `NOTIFY`. Bên được chuyển cũng có thể dùng nó để trả lời chính `REFER`.",
    whenYouSeeIt:
      "Một đích chuyển có bảo mật từ chối cuộc gọi chỉ có `Referred-By` không chữ ký. Mã này hiếm: token dựa trên S/MIME, thứ ít điện thoại hỗ trợ, nên đa số đích nhận header không cần chứng minh hoặc bỏ qua nó.",
    howToFix: {
      caller: "Gọi thẳng tới đích thay vì nhờ chuyển: cuộc gọi trực tiếp không có `Referred-By` để phải chứng minh.",
      operator:
        "Tìm xem thiết bị nào đòi token. Trong đa số mạng, cách tốt hơn là chỉ tin `Referred-By` từ PBX của chính mình, và bỏ nó ở biên.",
      developer:
        "Với vai trò bên chuyển, gửi `REFER` mới với token hợp lệ. Với vai trò bên được chuyển, sao chép nguyên vẹn `Referred-By` và token, và báo 429 trong `NOTIFY` bằng `message/sipfrag`.",
    },
    sendIt:
      "Gửi cho yêu cầu đến từ một lần chuyển khi bạn đòi token `Referred-By` hợp lệ mà nó thiếu, đã cũ hoặc không hợp lệ. Với chữ ký của chính người gọi, gửi 428.",
    causes: [
      {
        text: "Điện thoại của bên chuyển không ký được token.",
        evidence: "`REFER` có `Referred-By` không mang tham số `cid`, và không có phần thân đã ký.",
      },
      {
        text: "Bên được chuyển hoặc một B2BUA đã làm rơi token.",
        evidence: "`REFER` có phần thân chứa token, còn `INVITE` mới thì không.",
      },
      {
        text: "Token quá cũ, hoặc tạo cho đích khác.",
        evidence: "`Date` bên trong token đã qua từ lâu, hoặc `Refer-To` của nó khác với Request-URI.",
      },
    ],
    keywords: [
      "provide referrer identity",
      "referred-by",
      "chuyển cuộc gọi bị từ chối",
      "token refer",
      "chuyển máy thất bại",
    ],
  },
  430: {
    gloss: "Kết nối tới điện thoại đã mất",
    says: "430 cho biết kết nối đã lưu tới điện thoại bị hỏng, trong khi kết nối khác tới cùng điện thoại có thể vẫn chạy.",
    meaning:
      "Điện thoại sau NAT giữ một luồng mở tới máy chủ proxy biên (RFC 5626), và luồng đó không còn nữa. Máy chủ proxy biên báo cho máy chủ proxy phụ trách người dùng, máy này thử luồng khác của cùng điện thoại. Điện thoại không bao giờ nên thấy mã này: trên đường về phía người gọi, nó thành 480.",
    whenYouSeeIt:
      "Máy chủ proxy biên khởi động lại và mất các kết nối, NAT quên ánh xạ, hoặc điện thoại di động đổi mạng. Máy chủ đăng ký vẫn còn giữ liên kết qua luồng cũ.",
    howToFix: {
      caller:
        "Gọi lại sau một hai phút: điện thoại mở kết nối mới ngay khi nó nhận ra. Người gọi lẽ ra thấy 480 chứ không phải 430.",
      operator:
        "Xóa liên kết của luồng đã hỏng. Cấp cho điện thoại hai máy chủ proxy biên, để có luồng thứ hai. So `Flow-Timer` với thời gian hết hạn của NAT trước điện thoại.",
      developer:
        "Với vai trò máy chủ proxy phụ trách, thử luồng khác có cùng `+sip.instance` và `reg-id` khác. Chỉ làm vậy với 408 và 430: mọi phản hồi cuối cùng khác là câu trả lời của điện thoại.",
    },
    sendIt:
      "Với vai trò máy chủ proxy biên, gửi khi token luồng hợp lệ mà luồng của nó đã mất. Token luồng bị can thiệp là 403. Về phía người gọi, máy chủ proxy phụ trách gửi 480 thay thế.",
    causes: [
      {
        text: "Máy chủ proxy biên khởi động lại và mất các kết nối TCP hoặc TLS.",
        evidence:
          "Mọi người dùng của máy biên này nhận 430 từ cùng một lúc, cho tới khi điện thoại của họ đăng ký lại.",
      },
      {
        text: "NAT bỏ ánh xạ vì tín hiệu giữ kết nối quá thưa.",
        evidence:
          "Các tín hiệu giữ kết nối của điện thoại cách nhau xa hơn thời gian rảnh mà sau đó cuộc gọi bắt đầu hỏng.",
      },
      {
        text: "Điện thoại đổi từ mạng này sang mạng khác mà không đăng ký lại.",
        evidence: "`REGISTER` kế tiếp của điện thoại có cùng `+sip.instance` và `reg-id`, nhưng khác địa chỉ nguồn.",
      },
    ],
    keywords: [
      "flow failed",
      "mất luồng",
      "outbound",
      "nat hết hạn",
      "mất kết nối",
      "proxy biên",
      "không tới được điện thoại",
    ],
  },
  433: {
    gloss: "Không nhận cuộc gọi ẩn danh",
    says: "433 cho biết cuộc gọi bị từ chối vì người gọi giấu số hoặc tên.",
    meaning:
      "Người được gọi, hoặc máy chủ thay mặt họ, từ chối cuộc gọi có người gọi cố ý giấu danh tính. Cùng cuộc gọi đó nếu hiện số thì được phép. Theo RFC 5079, số chỉ bị thiếu hoặc không xác minh được thì không phải ẩn danh.",
    whenYouSeeIt:
      "Người được gọi bật từ chối cuộc gọi ẩn danh, và người gọi giấu số. Nhiều hệ thống phát một thông báo hoặc trả 403 hay 603, nên người gọi hiếm khi thấy con số 433.",
    howToFix: {
      caller:
        "Hiện số cho cuộc gọi này rồi gọi lại: ở Bắc Mỹ bấm `*82` trước số, nơi khác là một cài đặt của điện thoại hoặc đường dây.",
      operator:
        "Kiểm tra xem người được gọi có bật việc từ chối này không. Cũng xem có trunk hoặc SBC nào tự giấu số, bằng `Privacy: id` hoặc `anonymous.invalid` trong `From` không.",
      developer:
        "Hỏi người dùng trước khi gọi lại với danh tính hiện ra: cấm thử lại khi chưa có sự đồng ý (RFC 5079). Cài đặt người dùng đã chọn trước được coi là đồng ý. Trong hội thoại, chỉ yêu cầu này thất bại.",
    },
    sendIt:
      "Gửi khi `From` hoặc `Privacy` cho thấy người gọi cố ý giấu mình và người được gọi từ chối những cuộc như vậy. Chỉ thiếu `P-Asserted-Identity` thì chưa phải lý do. Thiếu chữ ký là 428, lời từ chối khác là 403 hoặc 603.",
    causes: [
      {
        text: "Người gọi giấu số.",
        evidence: "`INVITE` có `Privacy: id`, hoặc `From` là `Anonymous` với URI trong `anonymous.invalid`.",
      },
      {
        text: "PBX hoặc SBC biến mọi cuộc gọi qua trunk này thành ẩn danh.",
        evidence: "`From` hiện số ở chặng đầu và thành `anonymous.invalid` sau SBC.",
      },
      {
        text: "Người được gọi bật từ chối cuộc gọi ẩn danh mà không biết.",
        evidence: "433 đến từ máy chủ của người được gọi mà không có 180, và cuộc gọi hiện số thì đi được.",
      },
    ],
    keywords: ["anonymity disallowed", "cuộc gọi ẩn danh", "giấu số", "số riêng tư", "chặn hiện số", "acr", "số ẩn"],
  },
  436: {
    gloss: "Không lấy được chứng thư của bên ký",
    says: "436 cho biết bên xác minh không lấy được chứng thư mà các header `Identity` của cuộc gọi trỏ tới.",
    meaning:
      "Cuộc gọi đã được ký, và tham số `info` của `Identity` nêu URL của chứng thư. Dịch vụ xác minh không lấy được nó từ đó. Bản thân chữ ký chưa được đánh giá. Nếu có nhiều header `Identity`, mã này chỉ được gửi khi tất cả đều hỏng như vậy.",
    whenYouSeeIt:
      "Máy chủ chứng thư của nhà cung cấp đã ký bị ngừng, URL của nó viết sai hoặc chỉ tới được từ bên trong, hoặc tường lửa của bên xác minh không cho HTTPS ra. Khi đó mọi cuộc gọi của một bên ký hoặc mọi cuộc gọi đã ký đều hỏng.",
    howToFix: {
      caller:
        "Lỗi nằm trong mạng của nhà cung cấp của bạn hoặc mạng được gọi. Hãy báo lại kèm thời điểm cuộc gọi và số đã quay.",
      operator:
        "Lấy URL trong `info` và tải nó từ một máy ngoài mạng của bạn. Kiểm tra DNS, chứng thư TLS và tường lửa. Nếu là bên xác minh, hãy kiểm tra đường đi ra và bộ nhớ đệm.",
      developer:
        "Lặp lại cuộc gọi tối đa một lần, với URL `info` mà bên xác minh tới được. Phục vụ chứng thư qua HTTPS công khai, và lưu đệm những chứng thư đã lấy, để một lần gián đoạn ngắn không chặn cuộc gọi.",
    },
    sendIt:
      "Gửi khi bạn không lấy được chứng thư của bất kỳ header `Identity` nào và chính sách của bạn từ chối cuộc gọi vì thế. Chứng thư lấy được mà không tin là 437, chữ ký không khớp là 438.",
    causes: [
      {
        text: "Máy chủ giữ chứng thư bị ngừng hoặc không công khai.",
        evidence: "Tải URL `info` từ bên ngoài thì hết giờ hoặc gặp lỗi HTTP như 404 hoặc 503.",
      },
      {
        text: "Tường lửa hoặc DNS của chính bên xác minh chặn việc tải.",
        evidence: "Cuộc gọi của mọi bên ký đều nhận 436, và URL `info` mở được từ các mạng khác.",
      },
      {
        text: "URL trong `info` sai hoặc bị đổi dọc đường.",
        evidence: "URL `info` trong header `Identity` khác với `x5u` trong PASSporT.",
      },
    ],
    keywords: ["bad identity info", "stir/shaken", "url chứng thư", "x5u", "tham số info", "không tới được chứng thư"],
  },
  437: {
    gloss: "Không chấp nhận chứng thư của bên ký",
    says: "437 cho biết bên xác minh có chứng thư của bên ký nhưng không tin hoặc không dùng được nó.",
    meaning:
      "Chứng thư mà `Identity` trỏ tới đã lấy được, và dịch vụ xác minh loại nó: không tin tổ chức đã cấp, hoặc không biết thuật toán. Trong RFC 4474 cụm từ là `Unsupported Certificate`. Số của người gọi chưa được đánh giá.",
    whenYouSeeIt:
      "Nhà cung cấp ký bằng chứng thư thử nghiệm hoặc chứng thư ngoài danh sách tổ chức được công nhận, hoặc cuộc gọi sang một nước có danh sách khác. Cho tới khi các danh sách khớp nhau, mọi cuộc gọi của bên ký đó đều nhận mã này.",
    howToFix: {
      caller:
        "Trên điện thoại không đổi được gì. Hãy báo nhà cung cấp: mạng được gọi không chấp nhận chứng thư họ dùng để ký.",
      operator:
        "Nếu là bên ký, kiểm tra ai đã cấp chứng thư, ngày hiệu lực và loại khóa: SHAKEN đòi ES256. Nếu là bên xác minh, hãy cập nhật danh sách tổ chức được công nhận.",
      developer:
        "Ký lại bằng chứng thư mà bên xác minh hỗ trợ, tối đa một lần. Gửi cả chuỗi cùng chứng thư. Đừng bỏ `Identity` để cuộc gọi đi qua: khi đó câu trả lời có thể là 428.",
    },
    sendIt:
      "Gửi khi đã có chứng thư trong tay mà bạn không tin tổ chức cấp hoặc không biết thuật toán của nó. Chứng thư không lấy được là 436. Chứng thư tốt mà chữ ký sai là 438.",
    causes: [
      {
        text: "Tổ chức cấp chứng thư không có trong danh sách của bên xác minh.",
        evidence: "Bên phát hành chứng thư mà `info` trỏ tới không có trong danh sách tổ chức được công nhận.",
      },
      {
        text: "Chứng thư đã hết hạn, hoặc là chứng thư thử nghiệm.",
        evidence:
          "Khoảng ngày trong chứng thư không bao gồm `iat` của PASSporT, hoặc bên phát hành là một phòng thử nghiệm.",
      },
      {
        text: "Bên xác minh không biết thuật toán.",
        evidence: "`alg` trong `Identity` hoặc trong phần đầu PASSporT không phải `ES256`.",
      },
    ],
    keywords: [
      "unsupported credential",
      "unsupported certificate",
      "stir/shaken",
      "ca không tin cậy",
      "chứng thư hết hạn",
    ],
  },
  438: {
    gloss: "Chữ ký của người gọi không hợp lệ",
    says: "438 cho biết cuộc gọi đã được ký, và không header `Identity` nào của nó hợp lệ.",
    meaning:
      "Dịch vụ xác minh không thấy header `Identity` nào có PASSporT hợp lệ mà nó hỗ trợ. Đó có thể là giả mạo. Thường thì chỉ là một chặng dọc đường đã đổi số hoặc `Date` đã được ký (RFC 8224).",
    whenYouSeeIt:
      "Nhà mạng quá giang viết lại `From`, `To` hoặc `Date` sau khi ký, một chuyển hướng đổi số được gọi, hoặc cuộc gọi bị phát lại. Đa số mạng đánh dấu cuộc gọi như vậy là xác minh thất bại và vẫn chuyển đi.",
    howToFix: {
      caller:
        "Hãy báo nhà cung cấp. Cuộc gọi của bạn bị sửa sau khi ký hoặc được ký sai cách, và điện thoại không sửa được.",
      operator:
        "So `From`, `To` và `Date` ở bên ký và ở bên xác minh. Ký sau lần viết lại số cuối cùng. Cuộc gọi chuyển tiếp thì ký thêm với `ppt=div`.",
      developer:
        "Nếu PASSporT ở dạng rút gọn, hãy lặp lại yêu cầu một lần với dạng đầy đủ: nó cho thấy điều gì đã được ký. Đưa số về dạng chuẩn, chỉ gồm chữ số, trước khi ký.",
    },
    sendIt:
      "Gửi khi có header `Identity` mà không cái nào hợp lệ, và chính sách của bạn từ chối cuộc gọi vì thế. `Date` đã cũ là 403. Hoàn toàn không có `Identity` dùng được là 428.",
    causes: [
      {
        text: "Một chặng đã đổi số của người gọi hoặc số được gọi sau khi ký.",
        evidence: "`orig` hoặc `dest` trong PASSporT khác với `From` hoặc `To` mà bên xác minh nhận được.",
      },
      {
        text: "Mạng quá giang đã đổi header `Date`.",
        evidence: "`Date` khác nhau giữa bên ký và bên xác minh, và PASSporT dùng dạng rút gọn.",
      },
      {
        text: "Chữ ký được chép từ cuộc gọi khác, hoặc là giả.",
        evidence:
          "Cùng giá trị `Identity` xuất hiện trong các cuộc gọi có `Call-ID` khác nhau, hoặc khóa không phải của chứng thư.",
      },
    ],
    keywords: ["invalid identity header", "passport không hợp lệ", "chữ ký thất bại", "stir/shaken", "giả mạo số gọi"],
  },
  439: {
    gloss: "Máy chủ proxy đầu tiên thiếu hỗ trợ outbound",
    says: "439 cho biết máy chủ đăng ký hỗ trợ outbound, nhưng máy chủ proxy đầu tiên trên đường của điện thoại thì không.",
    meaning:
      "Trong `REGISTER`, điện thoại yêu cầu được liên lạc qua kết nối của chính nó (RFC 5626). Máy chủ đăng ký làm được, nhưng máy chủ proxy đầu tiên không để lại `Path` với `ob`, nên cuộc gọi sẽ không tìm thấy luồng. Việc đăng ký đã thất bại.",
    whenYouSeeIt:
      "Điện thoại có `outbound` trong `Supported` và `reg-id` trong `Contact` đăng ký qua một máy chủ proxy hoặc SBC cũ. Cũng gặp khi một bộ cân bằng tải không có hỗ trợ này được đặt trước máy chủ proxy biên.",
    howToFix: {
      caller:
        "Tắt cài đặt tên là outbound hoặc RFC 5626 trên điện thoại, hoặc nhập outbound proxy khác của nhà cung cấp.",
      operator:
        "Bật outbound trên máy chủ proxy đầu tiên, để nó thêm `Path` với tham số `ob`. Trong Kamailio, các mô-đun `outbound` và `path` làm việc này. Hoặc để điện thoại tới thẳng máy chủ proxy biên.",
      developer:
        "Đăng ký lại không có `reg-id`, hoặc qua máy chủ proxy khác trong tập: cả hai đều được phép. Dù sao vẫn phải duy trì tín hiệu giữ NAT.",
    },
    sendIt:
      "Với vai trò máy chủ đăng ký, gửi khi `REGISTER` có `reg-id` và `outbound` trong `Supported`, và máy chủ proxy đầu tiên không để lại `Path` với `ob`. Không có `reg-id` thì không bao giờ gửi, và cũng không gửi khi chính bạn là chặng đầu.",
    causes: [
      {
        text: "Máy chủ proxy hoặc SBC đầu tiên không hỗ trợ RFC 5626.",
        evidence: "`REGISTER` khi tới máy chủ đăng ký có hơn một `Via`, và không có header `Path` với `ob`.",
      },
      {
        text: "Máy chủ proxy đầu tiên có hỗ trợ, nhưng chức năng chưa được cấu hình.",
        evidence: "Có `Path` mà thiếu `ob`, dù cùng sản phẩm ở nơi khác có thêm nó.",
      },
      {
        text: "Bộ cân bằng tải trước máy chủ proxy biên thêm một chặng.",
        evidence: "`Via` ngay trên dòng của điện thoại thuộc về bộ cân bằng tải, và lỗi bắt đầu khi nó được lắp vào.",
      },
    ],
    keywords: ["outbound", "rfc 5626", "reg-id", "first hop lacks outbound support", "đăng ký thất bại", "header path"],
  },
  440: {
    gloss: "Việc rẽ nhánh sẽ trở nên quá rộng",
    says: "440 cho biết máy chủ proxy không được mở nhiều nhánh song song như yêu cầu này cần.",
    meaning:
      "`Max-Breadth` giới hạn số nhánh của một yêu cầu được đổ chuông cùng lúc trên mọi máy chủ proxy, thường là 60 (RFC 5393). Phần còn lại ở đây không đủ cho việc rẽ nhánh song song. Nó bảo vệ khỏi các nhánh nhân lên, và không nói gì về người dùng.",
    whenYouSeeIt:
      "Một nhóm đổ chuông lớn chứa các nhóm lại rẽ nhánh tiếp, hai nhóm chứa nhau, hoặc phía gọi gửi `Max-Breadth` nhỏ. Mã này hiếm, vì máy chủ proxy cũng có thể gọi lần lượt từng đích.",
    howToFix: {
      caller: "Quay thẳng tới một thành viên của nhóm. Cho người vận hành biết số nhóm nào bị lỗi.",
      operator:
        "Tìm nhóm nằm trong nhóm và chuyển tiếp dẫn ngược vào nhóm. Thu nhỏ nhóm lớn, hoặc đổ chuông các thành viên lần lượt thay vì cùng lúc.",
      developer:
        "Với vai trò máy chủ proxy, hãy rẽ nhánh nối tiếp hoặc chuyển hướng trước khi bỏ cuộc. Trả lại phần độ rộng của các nhánh đã kết thúc. Với vai trò phía gọi, gửi 60 hoặc bỏ header này.",
    },
    sendIt:
      "Với vai trò máy chủ proxy, gửi khi `Max-Breadth` không đủ cho việc rẽ nhánh song song, và bạn không thể rẽ nhánh nối tiếp cũng không thể chuyển hướng. Đường quá dài thì gửi 483, vòng lặp thì 482.",
    causes: [
      {
        text: "Các nhóm đổ chuông chứa nhau, nên nhánh nhân lên.",
        evidence: "`Max-Breadth` giảm từ 60 xuống 1 qua vài chặng, và cùng các nhóm lặp lại trong Request-URI.",
      },
      {
        text: "Một nhóm có nhiều thành viên hơn độ rộng còn lại.",
        evidence: "`INVITE` tại máy chủ proxy có `Max-Breadth` thấp hơn số thành viên đã đăng ký.",
      },
      {
        text: "Phía gọi bắt đầu với giá trị rất nhỏ.",
        evidence: "`INVITE` đầu tiên đã có giá trị như `Max-Breadth: 1`.",
      },
    ],
    keywords: ["max-breadth exceeded", "quá nhiều nhánh", "nhóm đổ chuông", "bom rẽ nhánh", "rfc 5393", "khuếch đại"],
  },
  469: {
    gloss: "Info package này chưa được thỏa thuận",
    says: "469 cho biết `INFO` mang một package mà điện thoại chưa từng nói sẽ nhận, còn cuộc gọi vẫn tiếp tục.",
    meaning:
      "Header `Info-Package` nêu một package phía nhận không liệt kê trong `Recv-Info` (RFC 6086). Phản hồi liệt kê những gì nó nhận. Chỉ riêng `INFO` này thất bại: không được kết thúc cuộc gọi vì nó. Dạng `INFO` cũ không có package không bao giờ nhận 469.",
    whenYouSeeIt:
      "PBX hoặc gateway gửi DTMF hay dữ liệu ứng dụng với `Info-Package` mà điện thoại chưa từng liệt kê, hoặc danh sách và `INFO` đi ngược chiều nhau. Chữ số gửi theo cách đó bị mất trong khi cuộc gọi vẫn được giữ.",
    howToFix: {
      caller:
        "Bản thân cuộc gọi vẫn chạy. Nếu bấm phím không có tác dụng, hãy đặt điện thoại gửi DTMF theo RFC 4733 trong RTP.",
      operator:
        "So `Recv-Info` trong `INVITE` và phản hồi của nó với `Info-Package` trong `INFO`. Đặt hai phía cùng một cách gửi DTMF, ưu tiên RFC 4733.",
      developer:
        "Chỉ gửi các package có trong `Recv-Info` gần nhất của phía kia. Khi nhận 469, đừng gửi `BYE` và đừng đổi danh sách đã lưu: header trong 469 chỉ để thông báo.",
    },
    sendIt:
      "Gửi cho `INFO` có `Info-Package` bạn không liệt kê, luôn kèm `Recv-Info`. Khi package đã thỏa thuận mà kiểu phần thân thì không, gửi 415. `INFO` ngoài mọi hội thoại là 481.",
    causes: [
      {
        text: "Bên gửi dùng một package phía nhận không liệt kê.",
        evidence: "`Info-Package` trong `INFO` không có trong `Recv-Info` của `INVITE` hoặc 200 từ phía nhận.",
      },
      {
        text: "`INFO` và danh sách mới đi ngược chiều nhau trên đường truyền.",
        evidence: "`INFO` được gửi trước khi yêu cầu hoặc phản hồi mang `Recv-Info` mới đến nơi.",
      },
      {
        text: "B2BUA đã bỏ `Recv-Info` ở một chân.",
        evidence: "Một chân của cuộc gọi có `Recv-Info` với package đó, còn chân kia thiếu header này.",
      },
    ],
    keywords: [
      "bad info package",
      "sip info",
      "dtmf không hoạt động",
      "recv-info",
      "info-package",
      "bấm phím không nhận",
    ],
  },
  470: {
    gloss: "Một người nhận chưa đồng ý",
    says: "470 cho biết yêu cầu gửi tới một danh sách, và ít nhất một người nhận trong đó chưa cho phép.",
    meaning:
      "Máy chuyển tiếp gửi một yêu cầu tới nhiều người nhận, và từng người phải đồng ý trước (RFC 5360). Header `Permission-Missing` nêu những ai chưa đồng ý. Nhờ vậy danh sách không bị dùng để làm ngập những người chưa từng yêu cầu.",
    whenYouSeeIt:
      "Một `MESSAGE`, `INVITE` hoặc `SUBSCRIBE` gửi tới danh sách URI ở máy chủ danh sách hoặc hội nghị, và một thành viên mới chưa trả lời yêu cầu xin đồng ý. Ngoài những dịch vụ như vậy thì hiếm.",
    howToFix: {
      caller: "Nhờ người mà dịch vụ nêu tên xác nhận lời mời, rồi gửi lại. Hoặc bỏ người đó khỏi danh sách.",
      operator:
        "Đọc `Permission-Missing` và kiểm tra yêu cầu xin đồng ý có tới người dùng đó không. Thêm các địa chỉ còn thiếu vào danh sách của máy chuyển tiếp, để nó xin phép họ.",
      developer:
        "Thêm các URI trong `Permission-Missing` vào danh sách của máy chuyển tiếp, chẳng hạn bằng XCAP, chờ sự đồng ý rồi gửi lại. Nếu không có header đó, hãy hỏi máy chuyển tiếp xem thiếu ai.",
    },
    sendIt:
      "Gửi với vai trò máy chuyển tiếp, khi yêu cầu mang một danh sách URI có người nhận chưa đồng ý, và nêu họ trong `Permission-Missing`. Người gửi hoàn toàn không được dùng danh sách thì nhận 403.",
    causes: [
      {
        text: "Một thành viên vừa được thêm và chưa xác nhận.",
        evidence: "`Permission-Missing` trong 470 nêu địa chỉ mới nhất của danh sách.",
      },
      {
        text: "Yêu cầu xin đồng ý không bao giờ tới thành viên.",
        evidence: "`MESSAGE` của máy chuyển tiếp mang tài liệu cấp phép đã gặp lỗi như 404 hoặc 480.",
      },
      {
        text: "Thành viên đã rút lại sự cho phép.",
        evidence: "Các yêu cầu trước tới cùng danh sách đã thành công, và bản thân danh sách không đổi.",
      },
    ],
    keywords: [
      "consent needed",
      "cần sự đồng ý",
      "thiếu quyền",
      "danh sách uri",
      "máy chủ danh sách",
      "tin nhắn nhóm bị từ chối",
      "rfc 5360",
    ],
  },
} as const satisfies Readonly<Record<number, CodeTexts>>;
