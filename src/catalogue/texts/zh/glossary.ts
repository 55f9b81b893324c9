import type { Texts } from "../texts.ts";

export const glossary = {
  sip: {
    term: "SIP",
    text: "RFC 3261 定义的会话发起协议，用文本格式的消息建立、修改和结束呼叫：`INVITE` 之类的请求，以及带状态码的响应。声音本身以 RTP 另行传输。",
  },
  userAgent: {
    term: "用户代理",
    text: "SIP 呼叫的一端：话机、软电话、网关、语音信箱、PBX。对它发出的请求，它是 UAC；对它答复的请求，它是 UAS，在一次呼叫中往往两者兼有。",
  },
  uac: {
    term: "UAC（用户代理客户端）",
    text: "发送请求一方的角色，持续到该请求结束。主叫是 `INVITE` 的 UAC。被叫挂断时，被叫是 `BYE` 的 UAC。",
  },
  uas: {
    term: "UAS（用户代理服务器）",
    text: "答复请求一方的角色。它选择响应状态码，并设置 `To` 标签。自行拒绝请求的服务器，对该请求就是 UAS。",
  },
  proxy: {
    term: "代理服务器",
    text: "把请求转往被叫、把响应传回的服务器。它会添加 `Via`，可以分叉，可以拒绝，但不应答呼叫，也不改动会话描述。",
  },
  registrar: {
    term: "注册服务器",
    text: "接收 `REGISTER` 的服务器，为每个记录地址保存其话机可以在哪里联系到、有效多久。该域的代理服务器读取这份列表。",
  },
  redirectServer: {
    term: "重定向服务器",
    text: "以 3xx 和 `Contact` 中的地址答复请求，而不转发请求的服务器。它随即离开路径，对之后的呼叫一无所知。",
  },
  b2bua: {
    term: "B2BUA",
    text: "背靠背用户代理既是一个呼叫的被叫，又是另一个呼叫的主叫，并把两者连接起来。Asterisk 和 FreeSWITCH 都是 B2BUA：两侧的 `Call-ID` 和标签不同，响应状态码也可能改变。",
  },
  sbc: {
    term: "SBC",
    text: "会话边界控制器是位于网络边缘的 B2BUA。它隐藏地址，帮助穿越 NAT，中继 RTP 并执行策略。状态码、头域和 SDP 在它的两侧可能不同。",
  },
  transaction: {
    term: "事务",
    text: "相邻两方之间的一个请求及其全部响应，以最上面一个 `Via` 的 `branch` 识别。3xx 至 6xx 的 `ACK` 属于该事务，2xx 的 `ACK` 不属于。",
  },
  dialog: {
    term: "对话",
    text: "两个用户代理之间的持续关系，由 `Call-ID` 和两个标签标识。它保存路由集和 `CSeq` 计数。通话是对话，订阅也是对话。",
  },
  earlyDialog: {
    term: "早期对话",
    text: "带 `To` 标签的临时响应在应答之前建立的对话。分叉呼叫中，每台振铃的话机各有一个。2xx 确认它，最终的失败响应结束它。",
  },
  dialogUsage: {
    term: "对话用途",
    text: "对话用来做什么：通话，或 `REFER` 在其中建立的订阅。RFC 5057 规定哪种失败只结束一个用途，哪种会结束对话及其全部用途。",
  },
  branch: {
    term: "分支",
    text: "代理服务器发往一个目标的一份请求副本。它也是 `Via` 中一个参数的名称，其值以 `z9hG4bK` 开头，用来区分事务和发现环路。",
  },
  forking: {
    term: "分叉",
    text: "代理服务器把一个请求发给用户的多台话机。并行分叉时同时振铃，最先的 2xx 胜出。最后必须得出一个响应：最好的那个。",
  },
  serialHunt: {
    term: "串行寻线",
    text: "逐个进行的分叉：前一台话机拒绝或没有及时答复时，再试下一台。2xx 或 6xx 会结束寻线，4xx 不会。",
  },
  responseContext: {
    term: "响应上下文",
    text: "有状态代理服务器为一个分叉的请求所保存的内容：各分支及其响应。代理服务器按 RFC 3261 第 16.7 节，从中选出发给主叫的那一个最终响应。",
  },
  requestUri: {
    term: "Request-URI（请求 URI）",
    text: "请求首行中的地址：请求此刻要去哪里。代理服务器会用 `Contact` 替换它，而 `To` 保留主叫所拨的内容。",
  },
  addressOfRecord: {
    term: "记录地址（AOR）",
    text: "用户的公开地址，例如 `sip:bob@example.com`。它指的是用户，而不是话机：当前有哪些话机属于它，由注册服务器保存。",
  },
  contact: {
    term: "Contact",
    text: "给出用户代理自身联系地址的头域。对话中后续的请求都发往那里，2xx 的 `ACK` 也不例外。话机在 NAT 后面而这里写的是私网地址，呼叫就会出问题。",
  },
  binding: {
    term: "绑定",
    text: "注册服务器中的一个条目：这个记录地址在多少秒内可以通过这个 `Contact` 联系到。用户的每台话机各有一个。已知用户没有任何绑定时，答复是 480。",
  },
  routeSet: {
    term: "路由集",
    text: "对话内的请求必须经过的代理服务器，以 `Route` 值的列表表示。用户代理在建立对话时从 `Record-Route` 取得它，之后不再改变。",
  },
  recordRoute: {
    term: "Record-Route（记录路由）",
    text: "代理服务器用来要求留在对话路径上的头域。其中的地址有误，会把 `ACK` 和 `BYE` 引向别处：呼叫接通后，过 32 s 就结束。",
  },
  via: {
    term: "Via（途经路径）",
    text: "让响应找到回路的头域。每一跳在最上面加一行自己的，并从响应中去掉它。`received` 和 `rport` 说明请求实际来自哪里。",
  },
  provisionalResponse: {
    term: "临时响应",
    text: "状态码为 100 至 199 的响应。它报告进展，不作任何决定：最终响应还在后面。它可能丢失，除非双方都使用 `100rel`。",
  },
  finalResponse: {
    term: "最终响应",
    text: "状态码为 200 至 699 的响应。它结束事务，每个请求只有一个，但分叉的 `INVITE` 可能带来多个 2xx。",
  },
  globalFailure: {
    term: "全局失败",
    text: "600 至 699 的响应。它代表用户的所有地址：分叉代理服务器取消其他所有分支，不再开新分支。已在途中的 2xx 仍然胜出。",
  },
  ack: {
    term: "ACK（确认）",
    text: "确认 `INVITE` 最终响应的请求，它自己没有响应。对 2xx，必须由主叫用户代理端到端地发送。对其他所有最终响应，由每一跳各自发送。",
  },
  cancel: {
    term: "CANCEL（取消）",
    text: "撤回尚未应答的 `INVITE` 的请求。它得到自己的 200，而 `INVITE` 以 487 结束。收到临时响应之后才可以发送，应答之后则不起作用。",
  },
  retransmission: {
    term: "消息重传",
    text: "在 UDP 上，请求会重复发送，直到有回应：`INVITE` 在 0.5、1.5、3.5 s 等时刻重发。在 TCP 上只重发 `INVITE` 的 2xx，而且由用户代理自己重发。",
  },
  timerB: {
    term: "Timer B",
    text: "`INVITE` 等待第一个响应的时间：T1 的 64 倍，即 32 s。没有任何响应而到期时，结果算作 408。",
  },
  timerC: {
    term: "Timer C",
    text: "代理服务器允许话机振铃的时间：三分钟以上，101 至 199 的每个临时响应都会使它重新计时。到期时，代理服务器取消该分支，主叫得到 408。",
  },
  retryAfter: {
    term: "Retry-After（重试时间）",
    text: "说明多少秒之后再试才有意义的头域。RFC 3261 在 404、413、480、486、500、503、600 和 603 中提到它。在 503 之后，它还意味着：到那时为止不要发送任何流量。",
  },
  challenge: {
    term: "质询",
    text: "带 `WWW-Authenticate` 的 401 或带 `Proxy-Authenticate` 的 407：服务器要求证明呼叫者是谁，并为此给出 nonce。它是大多数呼叫的正常组成部分，不是故障。",
  },
  digest: {
    term: "摘要认证",
    text: "SIP 不发送密码而证明知道密码的方法：对用户名、认证域、密码、nonce、方法和 URI 求散列值。认证域错误或 nonce 太旧，会带来新的质询。",
  },
  earlyMedia: {
    term: "早期媒体",
    text: "应答之前的声音：回铃音、播报或音乐，以 RTP 传输，由 183 或 180 中的 SDP 提供。按惯例它不收费，因为呼叫还没有应答。",
  },
  sdp: {
    term: "SDP",
    text: "`INVITE`、200、183 或 `ACK` 消息体中的会话描述：地址、端口、编解码器、方向。一方提议，另一方应答。488 表示提议与应答无法一致。",
  },
  rtp: {
    term: "RTP",
    text: "承载声音和图像的数据包。它们在 SDP 中的地址之间传输，不经过代理服务器。所以呼叫可能正常应答，却没有声音。",
  },
  gruu: {
    term: "GRUU",
    text: "用户某一台话机的专用地址，从任何地方都可以到达（RFC 5627）。它由注册服务器分配。转接到 GRUU 时，振铃的只有那台话机。",
  },
  outboundFlow: {
    term: "出站流（flow）",
    text: "话机注册所用的连接，保持打开，使呼叫能穿过 NAT 到达它（RFC 5626）。它断开后，边缘代理服务器答复 430，主叫看到 480。",
  },
  subscription: {
    term: "订阅",
    text: "要求得到变化通知：`SUBSCRIBE` 请求，`NOTIFY` 报告，`Expires` 规定期限。忙灯、在线状态和留言灯都是这样工作的。`REFER` 会在无人请求的情况下建立一个订阅。",
  },
  sipfrag: {
    term: "sipfrag",
    text: "`REFER` 之后 `NOTIFY` 的消息体：响应的首行，例如 `SIP/2.0 200 OK`。其中为 1xx 表示新呼叫仍在进行，最终状态码则说明它如何结束。",
  },
  transferor: {
    term: "转接方、被转接方、转接目标",
    text: "转接方发送 `REFER`。被转接方接收并答复它，然后呼叫转接目标。因此 `REFER` 的 200 或 202 来自被转接方，绝不来自转接目标。",
  },
  stirShaken: {
    term: "STIR/SHAKEN",
    text: "带签名的主叫身份：始发运营商把对号码的签名放进 `Identity` 头域，由终接运营商验证。失败时为 428、436、437 和 438。",
  },
  q850: {
    term: "Q.850 原因值",
    text: "电话网用来说明呼叫为何结束的数字，例如 17 表示用户忙。RFC 3398 规定它与 SIP 之间的相互映射，`Reason: Q.850` 头域使它与 SIP 状态码一同传递。",
  },
  networkBlocked: {
    term: "网络拦截（603+）",
    text: "ATIS-1000099 的 603，美国运营商以此表示呼叫被分析系统拦截。其短语为 Network Blocked，`Reason` 头域中有主叫可以提出异议的 URL。",
  },
  maxForwards: {
    term: "Max-Forwards（最大转发次数）",
    text: "每经过一台代理服务器就减一的头域，多从 70 开始。需要转发而值已为 0 的请求，代理服务器答复 483。这样，即使没有人认出环路，它也会结束。",
  },
  maxBreadth: {
    term: "Max-Breadth（最大宽度）",
    text: "限制一个请求可以同时有多少分支的头域，每次分叉时分摊（RFC 5393）。它能制止互相分叉的两个地址。不够用时，答复是 440。",
  },
} as const satisfies Texts["glossary"];
