import type { ConfusedPair } from "../../pairs.ts";
import type { VerdictTexts } from "../texts.ts";

/** By hand, for the pairs people confuse. */
export const verdicts = {
  "200-vs-600": {
    summary:
      "200 cho `INVITE` là lúc nhấc máy: media chạy, cước bắt đầu tính, và người gọi phải gửi `ACK`. 600 là khẳng định của một điện thoại rằng người dùng bận ở mọi nơi có thể liên lạc, nên máy chủ proxy hủy mọi điện thoại khác. Hai mã gặp nhau khi một máy trả lời thay người dùng bận: hộp thư thoại là 200, và khi đó 600 là sai.",
    choose:
      "Gửi 200 khi người hoặc máy thật sự nhận cuộc gọi, kể cả hộp thư thoại và hàng đợi. Chỉ gửi 600 khi biết không còn gì khác, kể cả hộp thư thoại, sẽ nhận. Một điện thoại bận không biết gì về các máy khác thì gửi 486.",
    swap: "PBX trả 200 để phát thông báo bận khiến người gọi mất tiền và được tính là cuộc gọi đã nhấc máy trong mọi báo cáo. Máy bàn gửi 600 trong khi softphone của người dùng đang rảnh làm tắt chuông ở đó trong vài mili giây.",
  },
  "200-vs-603": {
    summary:
      "200 cho `INVITE` nối cuộc gọi và bắt đầu tính cước. 603 từ chối cuộc gọi trên mọi điện thoại của người được gọi và giữ kín lý do. Nhiều khi 603 chẳng phải do người: tại Mỹ, hệ thống phân tích của nhà mạng gửi nó với cụm từ Network Blocked. Cả hai đều cần `ACK`: với 200, người gọi gửi nó tới tận đầu bên kia, với 603 thì chặng trước gửi.",
    choose:
      "Gửi 200 khi có người nhận cuộc gọi. Gửi 603 khi người dùng không muốn nhận trên máy nào và bạn biết không còn gì khác sẽ trả lời. Nút từ chối chỉ nói thay cho một máy thì gửi 486 hoặc 480, để hộp thư thoại vẫn có thể nhận.",
    swap: "Dịch vụ sàng lọc trả 200 để phát câu “người gọi này bị chặn” làm người gọi mất cước và giấu việc từ chối khỏi mọi nhật ký. Điện thoại bàn gửi 603 khi bấm từ chối sẽ kết thúc cả nhóm đổ chuông: các máy khác nhận `CANCEL` ngay.",
  },
  "302-vs-600": {
    summary:
      "302 cho biết thử tiếp ở đâu: `Contact` của nó mang địa chỉ, và người gọi hoặc máy chủ proxy gọi tới đó. 600 cho biết không còn nơi nào để thử: người dùng bận ở mọi địa chỉ. Máy chủ proxy rẽ nhánh giữ 302 tới khi mọi điện thoại đã trả lời, còn 600 hủy ngay các máy khác và được ưu tiên hơn 302.",
    choose:
      "Gửi 302 khi biết địa chỉ khác cho cuộc gọi này, như số di động hoặc hộp thư thoại. Chỉ gửi 600 khi không có và người dùng bận ở mọi nơi. Điện thoại bận có chuyển tiếp khi bận thì gửi 302 với địa chỉ đó.",
    swap: "Điện thoại có chuyển tiếp khi bận mà gửi 600 sẽ khiến hộp thư thoại của chính nó không bao giờ được gọi. 302 tới một địa chỉ đằng nào cũng bận bắt người gọi quay hai lần, và Asterisk mặc định chỉ quay phần người dùng của `Contact`, trong kế hoạch quay số của chính nó.",
  },
  "200-vs-604": {
    summary:
      "200 cho biết yêu cầu thành công: ai đó hoặc thứ gì đó đã trả lời tại địa chỉ này. 604 khẳng định có thẩm quyền rằng địa chỉ không tồn tại ở đâu, không miền nào và không máy chủ nào. Một số không hoạt động không bao giờ được là 200: thông báo phải phát bằng media sớm sau một 183, rồi mới tới 404 hoặc 604.",
    choose:
      "Chỉ gửi 200 khi yêu cầu đã được thực hiện. Chỉ gửi 604 khi có thẩm quyền với mọi nơi người dùng có thể ở, như sổ đăng ký của một kế hoạch đánh số riêng. Máy chủ đăng ký chỉ biết miền của mình thì gửi 404.",
    swap: "Tổng đài trả 200 rồi phát câu “số máy này không hoạt động” làm cước bắt đầu tính, và máy quay số tự động đánh dấu số chết là còn hoạt động. Gửi 604 cho người dùng chỉ lạ ở riêng nơi này sẽ chấm dứt việc tìm kiếm của một máy chủ proxy còn miền thứ hai để hỏi.",
  },
  "202-vs-603": {
    summary:
      "202 cho `REFER` cho biết điện thoại được giao việc chuyển đã nhận lệnh, không phải việc chuyển đã xong: kết quả đến trong một `NOTIFY`. 603 từ chối chính lệnh đó, hoặc đứng trong phần thân của `NOTIFY` dưới dạng `SIP/2.0 603 Decline` khi bị từ chối về sau. Phần mềm mới gửi 200 thay cho 202: RFC 7647 cấm 202 ở đây.",
    choose:
      "Trả lời `REFER` bằng 200 khi bạn sẽ thử, rồi báo cáo bằng `NOTIFY`. Trả 603 khi bạn hoàn toàn không thử. Coi 202 nhận được như 200, vì Asterisk và FreeSWITCH vẫn gửi nó. Chỉ gửi 202 với vai trò máy chuyển tiếp `MESSAGE` không bảo đảm được việc giao.",
    swap: "Điện thoại trả 202 rồi không làm gì khiến bên chuyển chờ `NOTIFY` tới khi bỏ cuộc, còn khách hàng vẫn bị giữ máy. Bên chuyển coi 202 là thành công và gửi `BYE` quá sớm sẽ mất cuộc gọi khi `NOTIFY` mang về 603.",
  },
  "180-vs-183": {
    summary:
      "180 cho biết điện thoại đang báo cho người dùng, và điện thoại của người gọi phát hồi âm chuông của chính nó. 183 cho biết có gì đó đang diễn ra và thường mang SDP, để người gọi nghe phía xa: âm báo, thông báo, nhạc. Cả hai đều chưa phải nhấc máy, và theo thông lệ đều chưa tính cước.",
    choose:
      "Gửi 180 khi điện thoại đổ chuông và điện thoại của người gọi tự tạo âm. Gửi 183 kèm SDP khi bạn gửi âm thanh bằng RTP. Đừng gửi 183 kèm SDP rồi im lặng: lúc đó điện thoại của người gọi đã ngừng âm của mình.",
    swap: "Gateway gửi 183 kèm SDP mà không có RTP để người gọi chìm trong im lặng tới khi nhấc máy: lỗi mất hồi âm chuông kinh điển. 180 thay cho 183 trước một trunk che mất thông báo nói vì sao cuộc gọi sẽ hỏng.",
  },
  "200-vs-202": {
    summary:
      "200 cho biết yêu cầu đã thành công. 202 từng cho biết nó được chấp nhận và kết quả sẽ đến sau. Với `REFER` và `SUBSCRIBE` không được gửi 202 nữa, vì đằng nào `NOTIFY` cũng báo kết quả, và ai nhận 202 thì coi nó như 200. Nó chỉ còn dành cho máy chuyển tiếp đã nhận một `MESSAGE` mà không bảo đảm được việc giao.",
    choose:
      "Gửi 200 cho `REFER`, `SUBSCRIBE` và mọi thứ khác bạn chấp nhận. Chỉ gửi 202 cho `MESSAGE` mà bạn lưu lại để giao sau. Không bao giờ gửi 202 cho `INVITE`: hàng đợi bắt người gọi chờ là 182.",
    swap: "Phần mềm so đúng với 200 sẽ coi 202 của Asterisk hoặc FreeSWITCH là chuyển thất bại và lấy lại cuộc gọi. Máy lưu và chuyển tiếp trả 200 khiến bên gửi hiện “đã giao” cho một tin còn nằm trong hàng đợi.",
  },
  "301-vs-302": {
    summary:
      "Cả hai đều nêu địa chỉ khác trong `Contact`. 301 cho biết địa chỉ cũ đã bỏ: người gọi nên thay nó trong danh bạ. 302 chỉ dùng cho cuộc gọi này, và cho các cuộc sau chỉ trong thời gian header hoặc tham số `Expires` cho phép. Không có nó thì cuộc sau lại tới địa chỉ cũ.",
    choose:
      "Gửi 301 khi người dùng hoặc số đã chuyển hẳn. Gửi 302 cho chuyển tiếp, vắng mặt và chia tải, kèm `Expires` khi người gọi được phép ghi nhớ. Nếu không chắc, gửi 302: một 301 sai nằm lại trong bộ nhớ đệm của người lạ, ngoài tầm tay bạn.",
    swap: "PBX gửi 301 cho chuyển tiếp kỳ nghỉ vẫn đẩy một số người gọi tới người trực thay sau khi hết nghỉ. Văn phòng đã đổi số mà gửi 302 không có `Expires` phải trả giá hai giao dịch cho mỗi cuộc gọi, không bao giờ dứt.",
  },
  "302-vs-305": {
    summary:
      "302 đưa địa chỉ khác của người được gọi. 305 nêu máy chủ proxy mà phải qua đó mới gọi được chính người ấy: `Contact` của nó là một con đường chứ không phải một người, và chỉ user agent được gửi. Ít điện thoại làm theo 305, vì nó để người lạ chọn máy chủ proxy đọc lưu lượng.",
    choose:
      "Gửi 302 khi người được gọi ở nơi khác. Muốn ép đường đi, hãy dùng `Record-Route`, `Path`, cài đặt outbound proxy hoặc DNS, đừng dùng 305. Với vai trò phía gọi, đừng làm theo 305 tới một máy chủ proxy bạn không có lý do để tin.",
    swap: "Máy chủ gửi 305 để lái cuộc gọi qua SBC sẽ mất mọi cuộc của điện thoại không làm theo: người dùng thấy “Use Proxy” và nghe một âm báo. 302 với địa chỉ máy chủ proxy làm `Contact` làm mất phần người dùng đã quay, và máy chủ proxy trả 404.",
  },
  "401-vs-403": {
    summary:
      "401 hỏi bạn là ai: dòng `WWW-Authenticate` của nó mang nonce, và chính yêu cầu đó kèm thông tin xác thực có thể được chấp nhận. 403 cho biết máy chủ đã hiểu và sẽ không làm, lặp lại không ích gì. 401 đáp lại thông tin xác thực nghĩa là chúng sai hoặc nonce của chúng quá cũ: hãy tìm `stale=true`.",
    choose:
      "Gửi 401 khi thông tin xác thực thiếu, sai hoặc đã cũ. Gửi 403 khi thông tin xác thực đúng mà người dùng không được làm việc này, như gọi tới số bị cấm hoặc dùng địa chỉ của người khác. Đừng phân biệt người dùng lạ với mật khẩu sai.",
    swap: "Máy chủ đăng ký trả 403 khi sai mật khẩu là bảo điện thoại rằng thử lại vô ích: chỉ một lần gõ nhầm, và nó không đăng ký nữa tới khi có người khởi động lại. 401 cho số bị cấm khiến điện thoại hỏi mật khẩu hết lần này tới lần khác.",
  },
  "401-vs-407": {
    summary:
      "Cả hai đều là thách thức. 401 đến từ bên trả lời yêu cầu, máy chủ đăng ký hoặc hệ thống đầu cuối, với `WWW-Authenticate`, và được đáp bằng `Authorization`. 407 đến từ máy chủ proxy dọc đường, với `Proxy-Authenticate`, và được đáp bằng `Proxy-Authorization`. Một cuộc gọi có thể gặp nhiều thách thức, mỗi realm một cái.",
    choose:
      "Máy chủ đăng ký, máy chủ chuyển hướng và user agent gửi 401. Máy chủ proxy gửi 407 và không được gửi 401. B2BUA như Asterisk là user agent: nó cũng gửi 401 cho cuộc gọi. Phía gửi đáp cả hai và giữ thông tin xác thực cho từng realm.",
    swap: "Phần mềm đặt digest vào `Authorization` sau 407 sẽ bị thách thức mãi không dứt. Máy chủ proxy gửi 401 là giả làm người được gọi: 401 mà người được gọi sau đó tự gửi trông như mật khẩu bị từ chối.",
  },
  "403-vs-603": {
    summary:
      "403 là lời từ chối của máy chủ với yêu cầu này: người gọi không có quyền, theo tài khoản, địa chỉ hoặc chính sách. 603 là lời từ chối của người được gọi, hoặc của một máy thay mặt họ, và có hiệu lực cho mọi điện thoại. Máy chủ proxy tìm tiếp sau 403 và dừng sau 603. Qua một chặng Asterisk, 603 thành 403 theo mã nguyên nhân của nó.",
    choose:
      "Gửi 403 khi chính sách của bạn cấm yêu cầu: điểm đến bị chặn, miền lạ, hết tiền. Gửi 603 khi phía người được gọi không muốn cuộc gọi. Chặn theo phân tích có mã riêng: 608, hoặc tại Mỹ là 603 với cụm từ Network Blocked.",
    swap: "FreePBX không thử trunk nào nữa sau 603: nhà mạng trả 603 khi tài khoản hết tiền khiến người gọi không gọi được cuộc nào. Điện thoại gửi 403 khi bấm từ chối khiến bộ phận hỗ trợ đi tìm mật khẩu sai.",
  },
  "404-vs-410": {
    summary:
      "404 cho biết miền này không biết người dùng, hoặc không phục vụ miền đã quay. 410 cho biết nó từng biết người dùng, địa chỉ đã chết hẳn và không biết địa chỉ mới nào. Cả hai đều dứt khoát đối với miền đó, và cả hai kết thúc toàn bộ hội thoại khi trả lời một yêu cầu bên trong nó.",
    choose:
      "Gửi 410 khi biết số đã bị bỏ và không có ai tiếp nhận. Gửi 404 khi chưa từng biết nó. Khi biết địa chỉ mới thì gửi 301. Khi người dùng tồn tại mà không điện thoại nào đăng ký thì gửi 480.",
    swap: "404 cho số đã chuyển mạng hoặc đã đóng khiến người gọi đi tìm lỗi gõ, và danh bạ vẫn giữ số chết. 410 cho người dùng chỉ không có điện thoại nào trực tuyến khiến máy quay số tự động xóa mất một số còn dùng được.",
  },
  "404-vs-480": {
    summary:
      "404 cho biết ở đây không có người dùng như vậy. 480 cho biết người dùng tồn tại và hiện không liên lạc được: không điện thoại nào đăng ký, hoặc điện thoại không làm phiền người dùng. Khác biệt này quyết định gọi lại có ý nghĩa hay không. Kamailio với cấu hình gốc trả 404 cho một điện thoại chỉ đang ngoại tuyến.",
    choose:
      "Gửi 404 khi phần người dùng không có trong bảng nào của bạn. Gửi 480 khi có mà không liên kết nào được đăng ký, kèm `Retry-After` nếu biết thời gian. Hãy giấu khác biệt này với người gọi chưa được xác thực, nếu không họ liệt kê được người dùng của bạn.",
    swap: "404 cho điện thoại ngoại tuyến đẩy bộ phận hỗ trợ tới kế hoạch quay số trong khi điện thoại mất mạng. 480 cho số không tồn tại khiến máy quay số tự động gọi lại mỗi giờ, và hộp thư thoại có thể nhận lời nhắn cho không ai cả.",
  },
  "404-vs-604": {
    summary:
      "Cả hai đều cho biết người dùng không tồn tại, và cả hai đều dứt khoát. Khác nhau ở phạm vi: 404 nói thay cho một miền, 604 thay cho mọi nơi. Máy chủ proxy rẽ nhánh thử các nhánh khác sau 404 và hủy chúng sau 604. Qua Asterisk và qua FreeSWITCH, cả hai đều đổi thành 404.",
    choose:
      "Hãy gửi 404: máy chủ đăng ký hoặc PBX chỉ biết người dùng của mình. Chỉ gửi 604 khi bạn nắm toàn bộ danh bạ, như cơ sở dữ liệu trung tâm của một dải số. Gateway nhận nguyên nhân 1 từ ISDN thì gửi 404.",
    swap: "604 từ một trong ba trunk ngăn máy chủ proxy thử hai trunk có số đó. 404 từ bên có thẩm quyền để máy chủ proxy thử lần lượt mọi nhánh, và người gọi nhận cùng lời từ chối muộn hơn vài giây.",
  },
  "408-vs-480": {
    summary:
      "408 cho biết không có câu trả lời kịp thời: một máy chủ đã chờ và không biết gì về người dùng. 480 cho biết có bên biết rằng hiện không liên lạc được người dùng. 408 phần lớn là đường đi hỏng, 480 phần lớn là điện thoại ngoại tuyến hoặc không làm phiền. Điện thoại tắt ngang mà chưa hủy đăng ký là 408, sau 32 s qua UDP.",
    choose:
      "Máy chủ proxy gửi 408 khi không có phản hồi cuối cùng: 32 s không có gì, hoặc Timer C khi đổ chuông lâu. Gửi 480 khi biết không điện thoại nào đăng ký hoặc người dùng vắng mặt. Điện thoại mà người dùng cứ để đổ chuông thì cuối cùng sẽ tự gửi 480.",
    swap: "480 cho đường đi chết che mất tường lửa đang chặn `INVITE`: ai cũng tin là người dùng ngoại tuyến. 408 cho điện thoại chưa đăng ký bắt người gọi chờ 32 s để nhận lời từ chối vốn biết ngay từ đầu, và việc chuyển sang hộp thư thoại đến quá muộn.",
  },
  "408-vs-487": {
    summary:
      "408 cho biết đã hết giờ trước khi có phản hồi cuối cùng. 487 cho biết có bên đã kết thúc yêu cầu: bằng `CANCEL`, hoặc bằng `BYE` cho hội thoại sớm. 487 là kết thúc bình thường của mọi cuộc gọi mà người gọi bỏ, nên không phải lỗi. Sau Timer C, máy chủ proxy hủy cuộc gọi: điện thoại trả 487, người gọi nhận 408.",
    choose:
      "Gửi 487 với vai trò điện thoại có `INVITE` bị hủy, sau khi trả 200 cho `CANCEL`. Gửi 408 với vai trò máy chủ proxy đã chờ vô ích. Khi người gọi gác máy, cuộc gọi kết thúc bằng 487, kể cả khi một điện thoại không bao giờ xác nhận `CANCEL`.",
    swap: "Máy chủ proxy gửi 487 khi chính nó hết giờ làm báo cáo nói người gọi đã gác máy, và không ai xem tới điện thoại im lặng. 408 cho cuộc gọi mà người gọi đã hủy làm tăng tỷ lệ lỗi của một trunk đang chạy tốt.",
  },
  "408-vs-504": {
    summary:
      "408 cho biết phía người được gọi không trả lời kịp thời. 504 cho biết một máy chủ mà máy này cần, như gateway phía sau hoặc một lần tra cứu, không trả lời. RFC 3261 yêu cầu máy chủ proxy trả 408 cho nhánh im lặng, nên 504 nghĩa là một máy chủ ở phía sau. Cả hai thành nguyên nhân 102 tại gateway ISDN.",
    choose:
      "Với vai trò máy chủ proxy, gửi 408 khi một nhánh im lặng. Gửi 504 khi máy chủ bên ngoài mà bạn phải hỏi để xử lý yêu cầu không trả lời: cơ sở dữ liệu, dịch vụ vị trí, gateway. Với yêu cầu khác `INVITE`, hoàn toàn không gửi 408: nó đến quá muộn.",
    swap: "FreeSWITCH ánh xạ nguyên nhân hết giờ thành 504, nên nhìn từ phía người gọi, một điện thoại đã tắt trông như gateway hỏng. 408 từ máy chủ có cơ sở dữ liệu bị treo đẩy bộ phận hỗ trợ tới điện thoại của người được gọi, vốn chưa hề nhận `INVITE`.",
  },
  "480-vs-486": {
    summary:
      "486 cho biết đã tới điện thoại và người dùng đang bận cuộc gọi khác. 480 cho biết hiện không liên lạc được người dùng, vì bất kỳ lý do nào khác: chưa đăng ký, không làm phiền, không trả lời. Cả hai nói thay một hệ thống đầu cuối, và sau cả hai, máy chủ proxy vẫn đổ chuông các máy khác. Điện thoại mỗi loại một khác: nhiều máy trả 486 khi bị từ chối và 480 khi không làm phiền.",
    choose:
      "Gửi 486 khi người dùng đang có cuộc gọi hoặc từ chối cuộc này trên máy này. Gửi 480 khi người dùng vắng mặt, đã đăng xuất hoặc bật chế độ không làm phiền, kèm `Retry-After` nếu biết. Máy chủ nói thay người dùng chưa đăng ký bằng 480, không bao giờ bằng 486.",
    swap: "486 cho điện thoại chưa đăng ký phát âm bận hàng giờ, và người gọi than phiền đường dây lúc nào cũng bận. 480 cho điện thoại bận đẩy cuộc gọi tới lời chào “không liên lạc được” của hộp thư thoại và khiến dịch vụ gọi lại khi hết bận không khởi động.",
  },
  "481-vs-487": {
    summary:
      "481 cho biết ở đây không biết hội thoại hoặc giao dịch mà yêu cầu nêu. 487 trả lời một `INVITE` đã bị hủy đúng quy cách. Cả hai xuất hiện quanh `CANCEL`: `CANCEL` đến quá muộn hoặc có `branch` khác nhận 481, cái khớp nhận 200, và `INVITE` của nó nhận 487.",
    choose:
      "Gửi 481 cho `BYE`, `CANCEL`, `NOTIFY` hoặc `INVITE` thứ hai không khớp với gì bạn đang giữ. Gửi 487 cho chính `INVITE`, khi nó đã bị hủy. Nhận 481 trong hội thoại thì bỏ mục đích sử dụng đó. Nhận 487 thì không cần làm gì.",
    swap: "Điện thoại trả 481 cho chính `INVITE` bị hủy khiến mỗi cuộc gọi bị bỏ trông như hội thoại bị mất trong báo cáo. Máy chủ trả 487 cho một `BYE` nó không biết để lại cho phía kia một cuộc gọi sống tiếp trong danh sách và trên hóa đơn.",
  },
  "486-vs-600": {
    summary:
      "Cả hai đều báo bận, và đều là phản hồi cuối cùng. 486 nói thay cho một điện thoại: máy chủ proxy rẽ nhánh vẫn đổ chuông các máy khác, và hộp thư thoại vẫn có thể nhận. 600 nói thay cho người dùng dù ở đâu: máy chủ proxy hủy mọi điện thoại khác và không mở nhánh mới. Một điện thoại hiếm khi biết nhiều đến thế, nên gần như lúc nào 486 cũng đúng.",
    choose:
      "Gửi 486 từ một điện thoại hoặc một đường dây. Chỉ gửi 600 với vai trò máy chủ thấy mọi điện thoại của người dùng đều bận và biết không có hộp thư thoại theo sau. B2BUA nhận 600 không nên chuyển thành 486 mà thiếu header `Reason` giữ mã gốc.",
    swap: "Một máy cài 600 trong nhóm đổ chuông mười máy: chín máy kia nhận `CANCEL` với `Reason: SIP;cause=600` và tắt chuông, còn người gọi nghe báo bận. 486 thay cho một 600 đúng nghĩa chẳng mất gì ngoài việc hộp thư thoại nhấc máy.",
  },
  "486-vs-603": {
    summary:
      "486 cho biết điện thoại này bận hoặc người dùng từ chối cuộc gọi tại đây. 603 cho biết người được gọi không muốn cuộc gọi trên máy nào và không nêu lý do. Sau 486, máy chủ proxy đi tiếp, sau 603 nó dừng và hủy. Nhiều điện thoại cho chọn nút từ chối gửi mã nào trong hai.",
    choose:
      "Hãy để nút từ chối gửi 486, để đồng nghiệp hoặc hộp thư thoại còn nhận được cuộc gọi. Gửi 603 khi người dùng đã nói rõ là “không máy nào”, hoặc khi máy chủ chặn thay mặt người được gọi. Người gọi không được biết lý do thì nhận 480.",
    swap: "Softphone gửi 603 khi bấm từ chối làm tắt chuông cả hàng đợi, và Asterisk chuyển nó cho người gọi thành 403, trông như sai tài khoản. 486 cho người gọi bị chặn để robocall tới được hộp thư thoại phía sau.",
  },
  "487-vs-603": {
    summary:
      "487 cho biết phía người gọi đã kết thúc yêu cầu trước khi nhấc máy. 603 cho biết phía người được gọi đã từ chối. Trong nhóm đổ chuông, cả hai xuất hiện trong một cuộc: máy từ chối trả 603, và các máy bị hủy vì nó trả 487. Người gọi chỉ nhận 603.",
    choose:
      "Chỉ gửi 487 sau `CANCEL`, hoặc sau `BYE` trong hội thoại sớm. Gửi 603 khi người dùng từ chối thay mọi điện thoại. `CANCEL` mà máy chủ proxy gửi vì một 603 mang `Reason: SIP;cause=603`, để điện thoại phân biệt được với người gọi bỏ cuộc.",
    swap: "Điện thoại trả 603 cho `INVITE` bị hủy biến một người gọi đã gác máy thành lời từ chối trong mọi báo cáo. Gateway trả 487 cho lời từ chối khiến máy quay số tự động gọi lại ngay chính người đó.",
  },
  "488-vs-606": {
    summary:
      "Cả hai cho biết mô tả phiên không phù hợp: không có codec chung, không có SRTP, không có loại media đó. 488 nói thay cho điện thoại này, và máy khác có thể hợp. 606 cho biết không điện thoại nào của người dùng hợp, và máy chủ proxy hủy phần còn lại. Header `Warning` nêu điều còn thiếu, như warn-code 304 cho loại media. Trong hội thoại, cuộc gọi vẫn tiếp tục với cả hai mã.",
    choose:
      "Gửi 488 kèm header `Warning`, hoặc kèm phần thân SDP cho biết bạn làm được gì. Chỉ gửi 606 khi biết mọi điện thoại của người dùng. Hãy để việc chọn codec cho phần trả lời và chỉ từ chối khi không còn gì.",
    swap: "Chuông cửa có hình gửi 606 vì thiếu một codec làm tắt chuông điện thoại bàn lẽ ra nhận được cuộc gọi. Qua Asterisk và qua FreeSWITCH, 606 đổi thành 488, nên người gọi không thấy được nó là toàn cục.",
  },
  "500-vs-503": {
    summary:
      "500 cho biết máy chủ này gặp lỗi với yêu cầu này. 503 cho biết cả máy chủ hiện không nhận việc: phía gọi nên dùng máy chủ khác, và `Retry-After` nói trong bao lâu. Máy chủ proxy chỉ nhận được một 503 thì đổi nó thành 500, vì nó không phải máy bị quá tải. Trong hội thoại, 500 còn trả lời một `CSeq` quá thấp.",
    choose:
      "Gửi 500 khi một yêu cầu gặp lỗi. Gửi 503 khi bạn quá tải, đang khởi động hoặc đang dừng, kèm `Retry-After` tính bằng giây, và hãy tính rằng mọi lưu lượng của phía kia sẽ vắng đi chừng ấy thời gian. Không bao giờ chuyển 503 từ phía sau như của chính mình.",
    swap: "Máy chủ proxy chuyển 503 của một trunk hỏng khiến PBX phía trước đánh dấu cả máy chủ proxy là ngừng, và mọi trunk cùng với nó. 500 khi quá tải khiến tải vẫn cứ dồn tới: không bên gọi nào chuyển sang máy chủ thứ hai.",
  },
  "502-vs-503": {
    summary:
      "502 cho biết máy chủ kế tiếp trả lời bằng thứ không hợp lệ. 503 cho biết máy chủ này, hoặc dưới góc nhìn của máy chủ proxy là máy kế tiếp, hiện không nhận việc. Gateway gửi 502 cho nguyên nhân ISDN số 27, đích không hoạt động. Phía gọi chuyển sang máy chủ khác sau 503. Sau 502 nó không có chỉ dẫn như vậy.",
    choose:
      "Gửi 502 khi hệ thống phía sau trả lời sai: thông điệp hỏng, đích không hoạt động. Gửi 503 kèm `Retry-After` khi chính bạn không thể nhận thêm việc. Khi hệ thống phía sau im lặng thì là 408 hoặc 504.",
    swap: "503 cho một đích chết khiến phía gọi bỏ một gateway vẫn phục vụ mọi số khác. 502 cho gateway quá tải khiến cuộc gọi vẫn cứ dồn tới, vì không điện thoại nào chờ hay chuyển đi vì 502.",
  },
  "503-vs-504": {
    summary:
      "503 là máy chủ từ chối ngay: quá tải, bảo trì, mọi đường đều bận. 504 là máy chủ đã chờ một máy khác và không nhận được gì. Mốc thời gian trong bản bắt gói phân biệt chúng: 503 đến trong vài mili giây, 504 sau thời hạn của bên đã chờ.",
    choose:
      "Gửi 503 khi bạn không nhận việc được, kèm `Retry-After` nếu biết khi nào. Gửi 504 khi máy chủ bạn phụ thuộc không trả lời. Với vai trò máy chủ proxy, gửi 408 cho nhánh im lặng. Qua Asterisk, 504 đổi thành 603 theo bảng nguyên nhân của nó.",
    swap: "503 cho cơ sở dữ liệu chậm khiến mọi bên gọi bỏ một máy chủ vẫn còn định tuyến được. 504 khi quá tải khiến phía gọi tìm phía sau máy chủ một hệ thống im lặng không hề có, còn tải thì vẫn đó.",
  },
  "600-vs-603": {
    summary:
      "Cả hai kết thúc cuộc gọi cho mọi điện thoại của người được gọi. 600 nêu lý do: bận. 603 giữ kín lý do. Người gọi được thử lại sau 600, vào lúc `Retry-After` nêu, còn với 603 không máy nào nên tự lặp lại. Qua Asterisk, 600 đổi thành 486 và 603 thành 403.",
    choose:
      "Gửi 600 khi biết người dùng bận ở mọi nơi. Gửi 603 khi người dùng không muốn cuộc gọi và lý do không phải chuyện của ai khác. Khi máy khác hoặc hộp thư thoại có thể trả lời thì gửi 486. Với người gọi mà họ không bao giờ muốn nhận cuộc gọi nữa thì có 607.",
    swap: "603 cho người dùng bận khiến máy quay số tự động gạch tên số đó, dù gọi sau một lúc là được. 600 cho lời từ chối khiến máy quay số tự động cứ mười lăm phút gọi lại một lần. Trong FreePBX, 603 còn dừng việc tìm trunk khác.",
  },
  "603-vs-607": {
    summary:
      "603 từ chối cuộc gọi này. 607 cho biết người được gọi hoàn toàn không muốn cuộc gọi nào từ số này, và nó được gửi để được thống kê: nhà mạng có thể đưa vào điểm spam. Chỉ người được gọi hoặc điện thoại của họ gửi 607. Phần mềm cũ không biết 607 coi nó như 600.",
    choose:
      "Gửi 607 khi người dùng bấm nút như “spam”. Gửi 603 khi người dùng không muốn cuộc gọi này lúc này. Khi phần tử mạng tự quyết định thì gửi 608, hoặc tại Mỹ là 603 với cụm từ Network Blocked.",
    swap: "Điện thoại gửi 607 cho mọi lần từ chối đánh dấu số của bạn bè là spam, và các cuộc sau của họ bị gắn nhãn. 603 cho spam chẳng dạy được mạng điều gì: một giây sau, cùng số đó đổ chuông ở thuê bao kế tiếp.",
  },
  "603-vs-608": {
    summary:
      "603 là lời từ chối của người được gọi. 608 là lời từ chối của một máy ở giữa, thường là hệ thống phân tích của nhà mạng, và dòng `Call-Info` của nó nêu nơi người gọi có thể khiếu nại. Tại Mỹ, từ tháng 3 năm 2026, chặn theo phân tích là 603 với cụm từ Network Blocked và một URL trong header `Reason`.",
    choose:
      "Với vai trò điện thoại, gửi 603, không bao giờ 608. Với vai trò phần tử mạng chặn cuộc gọi, gửi 608 kèm jCard có chữ ký trong `Call-Info`, khi `INVITE` có `sip.608` trong `Feature-Caps`. Tại Mỹ, gửi 603 theo ATIS-1000099.",
    swap: "603 thông thường từ hệ thống phân tích trông như lời từ chối của một người: phòng khám của bác sĩ không bao giờ biết số của mình bị gắn nhãn spam. FreeSWITCH nhận 608 thì gửi 603 ở chân kia, và địa chỉ khiếu nại mất dọc đường.",
  },
  "607-vs-608": {
    summary:
      "607 là phán xét của chính người được gọi: người gọi này không được mong muốn. 608 là phán xét của thiết bị trung gian mà người được gọi không hề thấy. 607 không cho người gọi biết tìm ai, còn 608 thường nêu trong `Call-Info` đầu mối liên hệ. Cả hai đều toàn cục: sau cả hai không máy nào khác đổ chuông.",
    choose:
      "Chỉ gửi 607 khi người được gọi có hành động: một nút bấm, một danh sách chặn cá nhân. Gửi 608 khi phần mềm trong mạng quyết định, kèm đầu mối khiếu nại trong `Call-Info`. Danh sách chặn do chính người được gọi quản lý được coi là ý của họ: 607.",
    swap: "Nhà mạng gửi 607 cho bộ lọc của chính mình là đổ lỗi cho người được gọi và không cho người gọi biết tìm ai. Điện thoại gửi 608 là tự nhận làm thiết bị trung gian, và người gọi tìm vô ích dòng `Call-Info` giải thích điều đó.",
  },
} as const satisfies Readonly<Record<ConfusedPair, VerdictTexts>>;
