import type { Texts } from "../texts.ts";

export const behaviours = {
  hundredEndsHere: "答复超过 150 ms 还没有到时，本服务器发一个自己的 100，而不转发话机的 100。",
  provisionalPassedOn: "对 `INVITE`，除 100 以外的每个临时响应，本服务器都在收到时传给主叫，未知的也不例外。",
  noProvisionalToNonInvite: "请求不是 `INVITE` 时，本服务器不转发任何临时响应，因为 RFC 4320 在那里只允许 100。",
  successAtOnce: "本服务器立即把 2xx 传给主叫；如果它答复的是 `INVITE`，仍在振铃的话机会收到 `CANCEL`。",
  everyForkedSuccessPassedOn:
    "两台话机在同一时刻接听时，本服务器把两个 2xx 都传给主叫，由主叫保留一个，并以 `BYE` 结束另一个。",
  successRepeatedByPhone: "本服务器自己不重发 `INVITE` 的 2xx：由话机重发，直到主叫的 `ACK` 到达。",
  successBeatsGlobalFailure:
    "一台话机发了 6xx 之后，另一台话机以 2xx 接听时，只要 6xx 还没有发出，本服务器就以 2xx 为准。",
  globalFailureStopsHunt: "收到 6xx 后，本服务器不再尝试其他话机，即使串行寻线还有剩余的话机。",
  globalFailureCancelsOthers: "收到 6xx 后，本服务器向每台仍在振铃的话机发 `CANCEL`。",
  globalFailureWaitsForOthers: "要等被它取消的每台话机都结束，本服务器才把 6xx 发给主叫。",
  failureKeepsHunting: "收到 4xx 或 5xx 后，本服务器继续：其他话机继续振铃，串行寻线则转向下一台。",
  lowestClassWins:
    "所有话机都已拒绝而其中没有 6xx 时，本服务器发送类别最低的响应，在 4xx 中优先选 401、407、415、420 和 484。",
  challengesMerged: "多台话机回 401 或 407 时，本服务器把它们的全部质询放进主叫得到的那一个响应中。",
  lone503Becomes500: "最好的结果是 503 时，本服务器发 500，并去掉其 `Retry-After`，因为过载的不是本服务器。",
  flowFailedBecomes480: "最好的结果是 430 时，本服务器发 480，因为话机现在联系不上。",
  cancelCarriesReason:
    '本服务器的 `CANCEL` 会说明原因：以 200 接听之后为 `Reason: SIP;cause=200;text="Call completed elsewhere"`，6xx 之后为该状态码本身。',
  cancelWaitsForProvisional: "在话机发出 `INVITE` 的第一个临时响应之前，本服务器把 `CANCEL` 暂时留住。",
  cancelledCallEnds487: "本服务器立即以 200 答复 `CANCEL`，取消正在振铃的话机，呼叫在两侧都以 487 结束。",
  cancelUnknown481: "`CANCEL` 与它转发过的任何请求都不匹配时，本服务器答复 481。",
  redirectionPassedOn:
    "除非策略是跟随重定向，否则在所有话机都结束而没有更好的答复时，本服务器把 3xx 连同原样的 `Contact` 行传给主叫。",
  redirectionFollowedByPolicy:
    "策略为 `recursion` 时，本服务器自己呼叫 `Contact` 中的地址，每个一次；只有一个都无法跟随时，主叫才看到重定向。",
  noAnswer408: "话机在 UDP 上 32 s 内毫无回应时，本服务器以 408 答复呼叫。",
  timerCEndsRinging: "话机振铃超过三分钟而没有新的临时响应时，本服务器取消它，并向主叫发 408。",
  noLate408ToNonInvite: "`INVITE` 以外的请求无人答复时，本服务器不发 408，因为那时已经太晚，没有用处。",
  failureAcknowledgedHopByHop:
    "对被拒绝的 `INVITE`，本服务器自己向话机发 `ACK`，并向主叫重发该拒绝，直到主叫的 `ACK` 到达。",
  unknownCodeAsClass: "没有注册过的状态码，本服务器按其类别的首个状态码处理，例如 499 按 400，并原样转发。",
  unknownUser404: "对自己域中不认识的用户，本服务器答复 404。",
  knownUserWithoutContacts480: "对认识但没有话机注册的用户，本服务器答复 480。",
  foreignDomain403: "对不属于自己所服务的域的请求，本服务器答复 403，除非策略允许中继这类请求。",
  closedConnection480: "话机通过 WebSocket 注册而连接已关闭时，本服务器立即答复 480，不等任何定时器。",
  registrarChallenges401: "启用摘要认证时，对没有凭据的 `REGISTER`，本服务器以 401 和 `WWW-Authenticate` 头域答复。",
  proxyChallenges407: "启用摘要认证时，对没有凭据的呼叫，本服务器以 407 和 `Proxy-Authenticate` 头域答复。",
  wrongPasswordLooksLikeUnknownUser: "对错误的密码和未知的用户，本服务器给出相同的答复，任何人都无法枚举其用户。",
  loop482: "请求原样回到本服务器时，第一次返回就答复 482。",
  hops483: "对需要转发而 `Max-Forwards` 为 0 的请求，本服务器答复 483。",
  breadth440:
    "分叉所需的分支数超过 `Max-Breadth` 剩余的数量时（请求没有要求更少则为 60），本服务器答复 440，一台话机也不呼叫。",
  extension420: "`Proxy-Require` 指明了不认识的扩展时，本服务器答复 420，并在 `Unsupported` 中重复其名称。",
  interval423:
    "`REGISTER` 请求的时间少于策略允许的值（默认 60 s）时，本服务器以带 `Min-Expires` 的 423 答复，不改动任何绑定。",
  malformed400: "对自相矛盾的请求，例如 `CSeq` 写的是另一个方法，本服务器答复 400，不向任何地方转发。",
  internalFault500: "本服务器内部发生异常时，以 500 答复相关请求，下一个呼叫照常工作。",
} as const satisfies Texts["behaviours"];
