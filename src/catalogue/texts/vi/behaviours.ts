import type { Texts } from "../texts.ts";

export const behaviours = {
  hundredEndsHere:
    "Máy chủ này gửi một 100 của chính nó khi câu trả lời cần hơn 150 ms, và giữ lại 100 của các điện thoại.",
  provisionalPassedOn:
    "Máy chủ này chuyển cho người gọi từng phản hồi tạm thời cho `INVITE`, trừ 100, ngay khi nó đến, mã lạ cũng như mã quen.",
  noProvisionalToNonInvite:
    "Máy chủ này không chuyển phản hồi tạm thời nào khi yêu cầu không phải `INVITE`, vì RFC 4320 không cho phép mã nào ở đó ngoài 100.",
  successAtOnce:
    "Máy chủ này chuyển 2xx cho người gọi ngay, và khi nó trả lời một `INVITE` thì các điện thoại còn đổ chuông nhận `CANCEL`.",
  everyForkedSuccessPassedOn:
    "Khi hai điện thoại nhấc máy cùng một lúc, máy chủ này chuyển cả hai 2xx cho người gọi, bên gọi giữ một và kết thúc cái kia bằng `BYE`.",
  successRepeatedByPhone:
    "Máy chủ này không tự lặp lại 2xx cho `INVITE`: điện thoại lặp lại nó cho tới khi `ACK` của người gọi đến.",
  successBeatsGlobalFailure:
    "Khi một điện thoại trả 2xx sau khi điện thoại khác đã gửi 6xx, máy chủ này để 2xx thắng chừng nào 6xx chưa được gửi đi.",
  globalFailureStopsHunt:
    "Sau 6xx, máy chủ này không thử thêm điện thoại nào, kể cả khi lượt đổ chuông lần lượt còn máy chưa thử.",
  globalFailureCancelsOthers: "Sau 6xx, máy chủ này gửi `CANCEL` cho mọi điện thoại còn đổ chuông.",
  globalFailureWaitsForOthers: "Máy chủ này chỉ gửi 6xx cho người gọi khi mọi điện thoại mà nó đã hủy đều đã kết thúc.",
  failureKeepsHunting:
    "Sau 4xx hoặc 5xx, máy chủ này đi tiếp: các điện thoại khác vẫn đổ chuông, và lượt đổ chuông lần lượt chuyển sang máy kế tiếp.",
  lowestClassWins:
    "Khi mọi điện thoại đã từ chối và không máy nào trả 6xx, máy chủ này gửi phản hồi thuộc lớp thấp nhất, và trong các 4xx nó ưu tiên 401, 407, 415, 420 và 484.",
  challengesMerged:
    "Khi nhiều điện thoại trả 401 hoặc 407, máy chủ này đặt mọi thách thức của chúng vào một phản hồi duy nhất mà người gọi nhận.",
  lone503Becomes500:
    "Khi thứ tốt nhất nhận được là 503, máy chủ này gửi 500 không kèm `Retry-After` của nó, vì nó không phải máy chủ bị quá tải.",
  flowFailedBecomes480: "Khi thứ tốt nhất nhận được là 430, máy chủ này gửi 480, vì hiện không tới được điện thoại.",
  cancelCarriesReason:
    'Mỗi `CANCEL` của máy chủ này nói rõ lý do: `Reason: SIP;cause=200;text="Call completed elsewhere"` sau khi có máy trả 200, và chính mã đó sau 6xx.',
  cancelWaitsForProvisional:
    "Máy chủ này giữ `CANCEL` lại cho tới khi điện thoại gửi phản hồi tạm thời đầu tiên cho `INVITE`.",
  cancelledCallEnds487:
    "Máy chủ này trả lời `CANCEL` bằng 200 ngay, hủy các điện thoại đang đổ chuông, và cuộc gọi kết thúc bằng 487 ở cả hai phía.",
  cancelUnknown481: "Máy chủ này trả 481 cho một `CANCEL` không khớp với yêu cầu nào nó đã chuyển tiếp.",
  redirectionPassedOn:
    "Trừ khi chính sách của nó là đi theo chuyển hướng, máy chủ này chuyển 3xx cho người gọi với các dòng `Contact` nguyên vẹn khi mọi điện thoại đã kết thúc mà không có câu trả lời tốt hơn.",
  redirectionFollowedByPolicy:
    "Với chính sách `recursion`, máy chủ này tự gọi các địa chỉ trong `Contact`, mỗi địa chỉ một lần, và người gọi chỉ thấy chuyển hướng khi không đi theo được địa chỉ nào.",
  noAnswer408: "Máy chủ này trả lời cuộc gọi bằng 408 khi một điện thoại không gửi gì trong 32 s qua UDP.",
  timerCEndsRinging:
    "Máy chủ này hủy một điện thoại đổ chuông hơn ba phút mà không có thêm phản hồi tạm thời nào, và gửi 408 cho người gọi.",
  noLate408ToNonInvite:
    "Khi không ai trả lời một yêu cầu khác `INVITE`, máy chủ này không gửi 408, vì nó sẽ đến quá muộn để có ích.",
  failureAcknowledgedHopByHop:
    "Máy chủ này tự gửi `ACK` cho điện thoại khi `INVITE` bị từ chối, và lặp lại lời từ chối với người gọi cho tới khi `ACK` của người gọi đến.",
  unknownCodeAsClass:
    "Máy chủ này xử lý một mã chưa ai đăng ký như mã đầu tiên của lớp đó, 499 như 400, và chuyển nó đi đúng như đã được gửi.",
  unknownUser404: "Máy chủ này trả 404 cho người dùng thuộc miền của nó mà nó không biết.",
  knownUserWithoutContacts480: "Máy chủ này trả 480 cho người dùng mà nó biết và không có điện thoại nào đăng ký.",
  foreignDomain403:
    "Máy chủ này trả 403 cho yêu cầu tới một miền nó không phục vụ, trừ khi chính sách của nó cho chuyển tiếp những yêu cầu như vậy.",
  closedConnection480:
    "Khi một điện thoại đã đăng ký qua WebSocket và kết nối của nó đã đóng, máy chủ này trả 480 ngay và không chờ bộ định thời nào.",
  registrarChallenges401:
    "Với xác thực digest, máy chủ này trả lời một `REGISTER` không có thông tin xác thực bằng 401 và header `WWW-Authenticate`.",
  proxyChallenges407:
    "Với xác thực digest, máy chủ này trả lời một cuộc gọi không có thông tin xác thực bằng 407 và header `Proxy-Authenticate`.",
  wrongPasswordLooksLikeUnknownUser:
    "Máy chủ này trả lời mật khẩu sai và người dùng lạ như nhau, để không ai liệt kê được người dùng của nó.",
  loop482: "Máy chủ này trả 482 khi một yêu cầu quay lại nó nguyên vẹn, ngay ở lần quay lại đầu tiên.",
  hops483: "Máy chủ này trả 483 cho yêu cầu mà nó phải chuyển tiếp và có `Max-Forwards` bằng 0.",
  breadth440:
    "Khi rẽ nhánh cần nhiều nhánh hơn `Max-Breadth` còn lại, là 60 nếu yêu cầu không đòi ít hơn, máy chủ này trả 440 và không gọi điện thoại nào của mình.",
  extension420:
    "Máy chủ này trả 420 khi `Proxy-Require` nêu một phần mở rộng nó không biết, và lặp lại tên đó trong `Unsupported`.",
  interval423:
    "Máy chủ này trả 423 kèm `Min-Expires` khi một `REGISTER` yêu cầu thời gian ngắn hơn chính sách của nó cho phép, mặc định 60 s, và không thay đổi liên kết nào.",
  malformed400:
    "Máy chủ này trả 400 cho yêu cầu tự mâu thuẫn, như yêu cầu có `CSeq` nêu phương thức khác, và không chuyển nó đi đâu.",
  internalFault500:
    "Khi có ngoại lệ bên trong máy chủ này, nó trả 500 cho yêu cầu liên quan, và cuộc gọi kế tiếp vẫn chạy.",
} as const satisfies Texts["behaviours"];
