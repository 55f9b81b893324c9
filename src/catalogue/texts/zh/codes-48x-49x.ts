import type { CodeTexts } from "../texts.ts";

export const codes48x49x = {
  480: {
    gloss: "用户已知，目前不可用",
    says: "480 表示用户已知但现在联系不上：没有注册，或者开了免打扰。",
    meaning:
      "用户存在。要么代理服务器或重定向服务器不知道把呼叫送到哪里，要么呼叫到了某台话机，话机却无法让用户接到。它只代表这一台服务器或话机：用户在别处可能可用，下一次尝试也可能成功。",
    whenYouSeeIt:
      "用户没有任何话机注册，开了免打扰，或者基于 JsSIP、SIP.js 的浏览器客户端拒绝了呼叫。对未注册的用户，Kamailio 默认脚本回 404，而 RFC 3261 要求的是 480。",
    howToFix: {
      caller: "稍后再拨；响应中有 `Retry-After` 时，等到它给出的时间之后，或者在语音信箱留言。",
      operator:
        "在注册服务器中查询该用户的绑定。如果过早失效，把授予的 `Expires` 与话机的续期间隔比较，并检查中间的 NAT。把这类呼叫送往语音信箱。",
      developer:
        "稍后重试，不要循环。在对话内，480 结束它所针对的用途，例如通话，但不影响共用该对话的订阅（RFC 5057）。",
    },
    sendIt:
      "用户已知但无处可振铃时发送，开了免打扰的话机也发送。知道时间时加上 `Retry-After`。用户未知发 404，话机正在通话发 486。",
    causes: [
      {
        text: "用户没有话机注册，或者绑定已过期。",
        evidence: "代理服务器在几毫秒内作答，没有 `INVITE` 发往话机，距最近一次 `REGISTER` 的时间已超过其 `Expires`。",
      },
      {
        text: "话机开了免打扰。",
        evidence: "480 由话机立即发出，没有 180。原因短语中常常会写明。",
      },
      {
        text: "用户拒绝了呼叫，而客户端用 480 表示拒绝。",
        evidence: "先有 180，并且 `User-Agent` 或 `Server` 中是 JsSIP 之类的客户端。",
      },
      {
        text: "无人接听，网关或 PBX 放弃了。",
        evidence: "480 在固定的振铃时间之后到达，通常为 20 至 60 秒，`Reason` 中为 Q.850 原因值 19。",
      },
    ],
    keywords: ["暂时不可用", "未注册", "免打扰", "dnd", "离线", "直接进语音信箱", "temporarily unavailable"],
  },
  481: {
    gloss: "这里没有这个呼叫或事务",
    says: "481 表示这台话机或服务器不认识（或已不再认识）请求所属的呼叫或事务。",
    meaning:
      "请求以标签和 `Call-ID` 指明一个对话，或以 `branch` 参数指明一个事务，而接收方没有这样的对话或事务。在对话中，它结束相应的用途。对 `CANCEL` 它只表示没有可取消的东西，呼叫本身不受影响。",
    whenYouSeeIt:
      "`BYE` 与另一个 `BYE` 交叉，`CANCEL` 在最终响应之后才到，话机在通话中重启，或者 `NOTIFY` 针对的订阅已经结束。re-`INVITE` 得到 481 时，通话就结束了。",
    howToFix: {
      caller: "重新呼叫：原来的通话在对方那里已不存在。新呼叫会建立新的对话。",
      operator:
        "按 `Call-ID` 跟踪所有跳，看是谁回的 481。检查同一呼叫的请求是否到达集群中的同一节点，以及会话定时器或重启是否让某一侧结束了通话。",
      developer:
        "收到 481 就结束该用途，用新对话重新开始。对刚结束的对话收到 `BYE` 时，照常答复，不要告警。用 `Call-ID` 加两个标签匹配，`CANCEL` 则用 `branch` 匹配。",
    },
    sendIt:
      "请求的 `To` 标签与任何对话都不匹配时发送，`CANCEL` 没有匹配的事务时也发送。绝不答复 `ACK`：直接丢弃。不认识的用户是 404，不是 481。",
    causes: [
      {
        text: "双方同时挂断，或者一方早已结束通话。",
        evidence: "同一 `Call-ID` 的两个 `BYE` 请求在网络上交叉，其中一个或两个得到 481。",
      },
      {
        text: "集群或负载均衡器把请求送到了不持有该呼叫的节点。",
        evidence: "481 与 `INVITE` 的 200 来自不同的地址，而对话仍然存在。",
      },
      {
        text: "一侧因重启或会话超时丢失了通话。",
        evidence: "回 481 的一侧不久前以新的 `Call-ID` 重新注册过，或发过一个没有得到响应的 `BYE`。",
      },
      {
        text: "某一跳改动了标签或 `branch`。",
        evidence: "请求中的 `To` 标签与 200 中的不同，或者 `CANCEL` 的 `Via` 中的 `branch` 与 `INVITE` 的不同。",
      },
    ],
    keywords: ["呼叫不存在", "事务不存在", "找不到对话", "呼叫腿", "bye 481", "call does not exist"],
  },
  482: {
    gloss: "请求绕了一圈又回来",
    says: "482 表示同一个请求第二次到达：在代理服务器处是环路，在话机处是分叉后汇合。",
    meaning:
      "代理服务器发现自己转发过这个请求，或者话机从两条路径收到同一个请求而只保留第一个。RFC 3261 对两者使用同一个状态码。后一种无害：请求的第一份仍在处理。",
    whenYouSeeIt:
      "两台服务器把未知号码互相转给对方，或两个用户互相设置呼叫前转。在话机处：分叉通过两个绑定到达同一台设备，否则它会响两遍。",
    howToFix: {
      caller: "告诉运维人员所拨的号码。再试一次还会进入同一个环路。",
      operator:
        "列出请求的 `Via` 头域：出现两次的地址就是环路闭合之处。断开绕回来的前转规则，删除同一台话机的重复绑定。",
      developer:
        "不要重试。分叉时等待其他分支：汇合请求的 482 绝不是整个呼叫的答复。在对话内，它结束对话及其全部用途（RFC 5057）。",
    },
    sendIt:
      "代理服务器在 `Via` 中看到自己的 `branch` 并且环路散列值相同时发送：散列值不同则是合法的螺旋。话机对请求的第二份副本发送。`Max-Forwards` 为 0 时发 483。",
    causes: [
      {
        text: "两台服务器都以为号码归对方所有。",
        evidence: "`Via` 列表在同样两个地址之间交替，而 Request-URI 中的号码始终不变。",
      },
      {
        text: "两个用户的呼叫前转互相指向对方。",
        evidence: "Request-URI 在两个用户之间交替，直到某台代理服务器在 `Via` 中发现自己的 `branch`。",
      },
      {
        text: "一台话机注册了两次，分叉通过两个绑定都到达它。",
        evidence: "`Call-ID`、`From` 标签和 `CSeq` 都相同的两个 `INVITE` 请求到达同一台话机。只有一个得到 482。",
      },
    ],
    keywords: ["检测到环路", "前转环路", "路由环路", "请求汇合", "重复注册", "loop detected", "spiral"],
  },
  483: {
    gloss: "途经的服务器太多",
    says: "483 表示服务器收到了带 `Max-Forwards: 0` 的请求，不得再转发。",
    meaning:
      "每台代理服务器把 `Max-Forwards` 减一，大多数请求从 70 开始。收到值为 0 的代理服务器将其截停。从 70 开始还会用尽，几乎总是因为有没被发现的环路，而不是路途遥远。",
    whenYouSeeIt:
      "服务器之间兜圈子传递请求，或者 B2BUA、话机把 `Max-Forwards` 设得太小，正常路径都不够用。故意用小值发送的 `OPTIONS` 可以像 traceroute 那样显示路径。",
    howToFix: {
      caller: "报告所拨的号码和时间。故障在服务器之间的路由上，再试一次也不会改变什么。",
      operator:
        "从下往上读 `Via` 头域：重复出现的地址就是圈子。改正绕回来的路由或 DNS 记录。起始值远低于 70 时把它调高。",
      developer:
        "`Max-Forwards` 填 70。在 B2BUA 中，把该值带到新呼叫并减小：两侧都重新从 70 开始，环路就永无止境。对话内收到 483 视为对话结束。",
    },
    sendIt:
      "需要转发的请求带 `Max-Forwards: 0` 时发送。目标自己不发送：值为 0 但目的就是本机用户的请求照常处理。对值为 0 的 `OPTIONS`，代理服务器可以自己答复。",
    causes: [
      {
        text: "服务器之间的路由让号码兜圈子，而且没有一台检查环路。",
        evidence: "请求中的 `Via` 列表有几十项，同样的地址反复出现。",
      },
      {
        text: "话机或 B2BUA 的起始值非常小。",
        evidence: "第一个 `INVITE` 就带 `Max-Forwards: 5` 之类的值，`Via` 中没有地址重复。",
      },
      {
        text: "DNS 记录或主机名让代理服务器指回自己。",
        evidence: "`Via` 列表中同一个地址一再出现。",
      },
    ],
    keywords: ["跳数过多", "max-forwards", "路由环路", "跳数限制", "循环路由", "too many hops"],
  },
  484: {
    gloss: "号码还不完整",
    says: "484 表示所拨的号码或地址太短，服务器不知道该送往哪里。",
    meaning:
      "Request-URI 是某个有效地址的开头，还需要更多位。这让话机可以边拨边发：它用更多位数重复呼叫，直到不再出现 484。在分叉的 4xx 答复中，代理服务器会优先选它。",
    whenYouSeeIt:
      "话机在最后一位之前就发出了呼叫，因为拨号计划过早匹配或位间定时器到期。在 Asterisk 中，如果还有更长的分机可能匹配并且开启了重叠拨号，就会回它。",
    howToFix: {
      caller: "拨完整号码，包括区号和出局字冠。话机会边输边拨时，先输完号码再摘机。",
      operator:
        "把 Request-URI 中的数字与编号计划比较。延长话机的位间定时器或拨号计划。检查删除数字的规则，两侧的重叠拨号要同开同关。",
      developer: "重叠拨号时，收集更多数字后发新的 `INVITE`。否则告诉用户号码不完整。不要重复同一个号码。",
    },
    sendIt: "已有数字是某个有效号码的开头时发送，并在原因短语中说明缺什么。加什么数字都补不完整的号码是 404。",
    causes: [
      {
        text: "由于拨号计划或位间定时器，话机过早发出了呼叫。",
        evidence: "Request-URI 比用户想拨的号码少几位，`INVITE` 是在拨号停顿时发出的。",
      },
      {
        text: "途中的规则删掉了数字。",
        evidence: "Request-URI 在第一跳上是完整的，在得到 484 的那一跳上变短了。",
      },
      {
        text: "这条中继缺少区号或国家代码。",
        evidence: "同一号码带完整前缀可以接通，网关的 `Reason` 中为 Q.850 原因值 28。",
      },
    ],
    keywords: ["地址不完整", "号码不完整", "重叠拨号", "号码太短", "没拨完就呼出", "address incomplete"],
  },
  485: {
    gloss: "符合该地址的用户不止一个",
    says: "485 表示该地址对应不止一个用户，必须由人来选择。",
    meaning:
      "Request-URI 有歧义，例如公司里有三个人都叫这个名字时的 `sip:lee@example.com`。响应可以在 `Contact` 中列出准确地址。与 300 的选项不同，它们属于不同的人，所以软件不得逐个尝试。",
    whenYouSeeIt:
      "允许按姓名拨号的号码簿或语音信箱系统找到了多个人。很少见：大多数服务器回 404，服务器也必须支持这样做，因为名单可能不宜公开。",
    howToFix: {
      caller: "从话机显示的列表中选择要找的人，或者拨准确的地址或分机号。",
      operator: "给每个用户一个只对应其本人的别名。姓名不宜公开时，让服务器回 404 或去掉 `Contact` 头域。",
      developer:
        "显示 `Contact` 列表，让用户选择。绝不要像处理 3xx 那样逐个尝试：那是不同的人。没有列表时，请用户给出准确地址。",
    },
    sendIt:
      "@ 前面的部分对应多个用户时发送，只有姓名可以公开时才带 `Contact`。同一用户有多台话机不属于这种情况：应分叉呼叫，或者发 300 或 302。",
    causes: [
      {
        text: "两个或更多用户共用所拨的别名或姓名。",
        evidence: "485 列出多个 `Contact` 头域，是同一个域中的不同用户。",
      },
      {
        text: "按很短的前缀查号码簿，查到了多个条目。",
        evidence: "Request-URI 的用户部分是很短的名字或几位数字，换成更长的就能接通。",
      },
    ],
    keywords: ["地址有歧义", "多个用户", "按姓名拨号", "别名重复", "ambiguous"],
  },
  486: {
    gloss: "忙，仅限这台话机",
    says: "486 表示这一台话机忙；同一用户的其他话机仍可能接听。",
    meaning:
      "请求到达了终端系统，其用户正在通话，或者现在不想再接一个。它只代表这台话机：分叉代理服务器让其他话机继续振铃，只有没有更好的结果时才把 486 发往上游。",
    whenYouSeeIt:
      "被叫正在通话且关闭了呼叫等待，按了拒接键，或者话机的最后一条空闲线路已被占用。许多话机对拒接回 486，对免打扰回 480。",
    howToFix: {
      caller: "稍后再拨；响应中有 `Retry-After` 时，等到它给出的时间之后。",
      operator: "检查线路的并发呼叫上限和免打扰状态。遇到 486 时提供语音信箱或队列，而不是直接传给主叫。",
      developer:
        "不要马上重拨，也不要当成用户在所有地方的答复。如果 B2BUA 把其他状态码变成了它，要用 `Reason` 头域保留原状态码。",
    },
    sendIt:
      "这台话机现在不能接，而用户的另一台话机也许能接时发送。确知用户的任何话机都不会接听时才发 600；用户不在而不是忙时发 480。",
    causes: [
      {
        text: "话机正在通话，并且关闭了呼叫等待。",
        evidence: "486 在 `INVITE` 之后一秒内到达，之前没有 180。",
      },
      {
        text: "被叫在话机上按了拒接。",
        evidence: "先有 180，几秒后才是 486。",
      },
      {
        text: "PBX 的并发上限把早已结束的呼叫也算在内。",
        evidence: "486 来自 PBX 的地址，被叫话机根本没有收到 `INVITE`。",
      },
    ],
    keywords: ["忙", "占线", "忙音", "用户忙", "拒接", "busy here"],
  },
  487: {
    gloss: "呼叫在应答前被取消",
    says: "487 表示请求未获应答就结束了，因为 `CANCEL` 或 `BYE` 终止了它。",
    meaning:
      "它是发送方已放弃的 `INVITE` 的最终响应。`CANCEL` 本身得到 200，`INVITE` 得到 487。它不是故障：上游的某个人或定时器结束了这次尝试，487 确认话机已停止振铃。",
    whenYouSeeIt:
      "主叫在振铃时挂断，PBX 的振铃定时器到期，或者振铃组中另一台话机先接听了。在话单中，487 代表放弃的呼叫，而不是被拒绝的呼叫。",
    howToFix: {
      caller: "让它多响一会儿，或换个时间再拨。如果不是自己挂断的，就是话机或服务商的定时器所致。",
      operator:
        "查清第一个 `CANCEL` 是谁发的、在多少秒之后。20 或 30 秒之类的固定时间就是定时器：把它调到大于语音信箱的定时器。查看其 `Reason` 头域。",
      developer:
        "发出 `CANCEL` 后，保留呼叫直到最终响应：可能有 200 与之交叉，那样必须发 `ACK` 和 `BYE`。在被叫话机上，`Reason` 中的 `cause=200` 表示已在别处接听，不算未接来电。",
    },
    sendIt:
      "匹配的 `CANCEL` 或 `BYE` 到达，或者 `Expires` 已过时，对尚未完成的 `INVITE` 发送。`CANCEL` 本身得到 200，绝不是 487。自己的振铃定时器到期时，以 480 结束呼叫。",
    causes: [
      {
        text: "主叫在应答前挂断。",
        evidence: "第一个 `CANCEL` 来自主叫话机，每次呼叫的秒数都不同。",
      },
      {
        text: "PBX 或代理服务器的振铃定时器到期。",
        evidence: "第一个 `CANCEL` 来自服务器，每次呼叫的秒数都相同。",
      },
      {
        text: "组内的另一台话机接听了。",
        evidence: "另一个分支上的 200 先于 `CANCEL` 出现，后者通常带有 `Reason: SIP;cause=200`。",
      },
    ],
    keywords: ["请求终止", "呼叫取消", "主叫挂断", "放弃呼叫", "未接来电", "request terminated", "originator cancel"],
  },
  488: {
    gloss: "这个会话不适合这台话机",
    says: "488 表示这台话机无法接受所提议的会话：编解码器、加密、媒体或地址不合适。",
    meaning:
      "话机理解了请求，但其中的 SDP 不合适。它只代表这台话机：另一台可能接受同一个提议。对 re-`INVITE` 或 `UPDATE`，通话照原样继续，媒体不变。",
    whenYouSeeIt:
      "没有共同的编解码器，一方要求 SRTP，或者 WebRTC 客户端遇到普通 SIP 话机。在通话中，它答复话机不支持的变更，例如视频、T.38 传真或某种保持方式。",
    howToFix: {
      caller: "去掉视频再试，或换一台话机。通话中出现时可以继续说话：被拒绝的只是变更。",
      operator:
        "比较双方的编解码器和媒体配置：`RTP/AVP` 是普通 RTP，`RTP/SAVP` 是 SRTP，`UDP/TLS/RTP/SAVPF` 是 WebRTC。加一个共同的编解码器，或者在 PBX、SBC 上转码。",
      developer: "读取 `Warning` 和消息体，改动提议后再发一次。re-`INVITE` 被拒后保留原会话：488 不是发 `BYE` 的理由。",
    },
    sendIt:
      "这台话机不能接受提议时发送，带上 `Warning` 并以自身能力作为消息体。用户的任何话机都不能接受时才发 606。消息体类型读不懂是 415，无法满足 `Accept` 是 406。",
    causes: [
      {
        text: "双方没有共同的编解码器。",
        evidence: "`INVITE` 的 `m=audio` 行中没有一个载荷类型在被叫上启用。`Warning` 中常为 305 或 304。",
      },
      {
        text: "一方要求 SRTP 或 DTLS，另一方没有提供。",
        evidence: "`m=` 行写的是 `RTP/AVP`，而被叫要求 `RTP/SAVP` 或 `UDP/TLS/RTP/SAVPF`，或者正好相反。",
      },
      {
        text: "通话中的 T.38 或视频提议被拒绝。",
        evidence: "488 答复的是带 `m=image` 或 `m=video` 的 re-`INVITE`，通话的 RTP 仍在继续。",
      },
    ],
    keywords: [
      "此处不可接受",
      "编解码器不匹配",
      "没有共同编码",
      "要求 srtp",
      "t.38 被拒",
      "sdp 被拒",
      "webrtc",
      "not acceptable here",
    ],
  },
  489: {
    gloss: "这里不认识这个事件包",
    says: "489 表示服务器不认识 `Event` 头域中的事件包。",
    meaning:
      "`SUBSCRIBE`、`NOTIFY` 或 `PUBLISH` 指明了 `dialog`、`presence` 或 `message-summary` 之类的事件包，而接收方不支持。方法本身是认识的：否则答复会是 405 或 501。订阅就此结束，或根本没有建立。",
    whenYouSeeIt:
      "话机向不具备该功能的服务器请求忙灯、在线状态或留言等待。也可能是 `NOTIFY` 到了没有订阅的话机，例如主动发送的留言等待通知。",
    howToFix: {
      caller: "呼叫不受影响。关闭服务商不提供的功能，例如在线状态或忙灯。",
      operator:
        "把 `Event` 头域与响应中 `Allow-Events` 列出的事件包比较。加载相应模块（Asterisk 中留言等待为 `res_pjsip_mwi`），或在话机上关闭该功能。",
      developer:
        "在这台服务器上放弃这个事件包，不要循环续订。在 489 的 `Allow-Events` 中列出自己的事件包。`NOTIFY` 得到 489 时，删除该订阅。",
    },
    sendIt:
      "`Event` 缺失或指明了不支持的事件包时发送，带上 `Allow-Events`。认识但不允许该用户使用的事件包是 403。不认识的方法是 501。",
    causes: [
      {
        text: "话机订阅了服务器没有的功能。",
        evidence: "带 `Event: presence` 的 `SUBSCRIBE` 得到 489，并且每隔几分钟重复一次。",
      },
      {
        text: "PBX 上没有加载该事件包的模块。",
        evidence: "`Allow-Events` 中没有这个事件包，而同一台话机在列出它的服务器上工作正常。",
      },
      {
        text: "服务器主动发送了没人请求的 `NOTIFY`。",
        evidence: "这个 `NOTIFY` 之前没有 `SUBSCRIBE`，`Event` 为 `message-summary` 或 `check-sync` 之类。",
      },
    ],
    keywords: ["事件包不支持", "blf 不亮", "mwi", "在线状态", "订阅被拒", "bad event"],
  },
  491: {
    gloss: "双方同时修改通话",
    says: "491 表示这个请求与同一通话的另一个变更交叉，应当稍后再试。",
    meaning:
      "双方同时为同一通话发出 re-`INVITE` 或 `UPDATE`，这叫作 glare（冲突），双方各自拒绝对方的请求。RFC 3261 规定了不同的等待时间：`Call-ID` 的拥有者等 2.1 至 4 秒，另一方等 0 至 2 秒。",
    whenYouSeeIt:
      "保持、会话定时器和编解码器变更撞在一起，常常就在应答之后，两台 PBX 都想改变媒体路径。出现一两次属正常，循环出现才是故障。",
    howToFix: {
      caller: "等几秒再按一次保持或转接。通话本身以原来的媒体继续。",
      operator:
        "反复出现时，只让一侧修改通话：在其中一台 PBX 上关闭媒体直通，或固定会话定时器的刷新方。Asterisk 见 `direct_media_glare_mitigation`。",
      developer:
        "启动 RFC 3261 §14.1 的随机定时器，到期后如果仍需要变更就再试一次。会话保持原样。双方相同的定时器会再次冲突。",
    },
    sendIt:
      "自己的 `INVITE` 在该对话中仍在进行时又收到一个，或者提议遇上自己尚未得到应答的提议时发送。对方自己先前的 `INVITE` 仍未完成时，发带 `Retry-After` 的 500。",
    causes: [
      {
        text: "双方在应答后立即发 re-`INVITE`，以改变媒体路径。",
        evidence: "同一 `Call-ID` 的两个 `INVITE` 请求在一个往返时间内交叉，都得到 491。",
      },
      {
        text: "双方都以为由自己刷新会话定时器。",
        evidence: "交叉在 `Session-Expires` 的一半时重复出现，两个提议都与之前相同。",
      },
      {
        text: "先前的一个 `INVITE` 从未得到最终响应，发送方仍把它当作未完成。",
        evidence: "抓包中有一个同一 `Call-ID` 的 `INVITE` 没有最终响应，对方的每次变更都得到 491。",
      },
    ],
    keywords: ["请求挂起", "glare", "re-invite 冲突", "保持失败", "会话定时器", "request pending"],
  },
  493: {
    gloss: "这里读不了加密的消息体",
    says: "493 表示消息体用 S/MIME 加密，而这台话机没有对应的密钥。",
    meaning:
      "接收方没有解开这个加密 MIME 消息体的密钥，或者不愿使用它。响应可以在消息体中带来正确的公钥。它涉及的是消息内部的 S/MIME，不是传输上的 TLS，也不是语音的 SRTP。",
    whenYouSeeIt:
      "客户端用 S/MIME 加密 SDP 或消息，而使用的是被叫的旧证书。很少见：现网中几乎没有话机支持 S/MIME，不支持的会回 415。",
    howToFix: {
      caller: "对该联系人关闭消息体加密，或获取其新证书。需要保密的通话用 TLS 和 SRTP。",
      operator:
        "检查发送方为该用户保存的是哪个证书、何时过期。给同一用户的所有设备相同的密钥：分叉可能到达其中任何一台。",
      developer:
        "493 以证书作为消息体时，先验证，若是新证书再询问用户，然后用它重新加密。不带证书的 493 是拒绝一切加密消息体。未经同意绝不发送明文消息体。",
    },
    sendIt:
      "支持 S/MIME 消息体却无法解密时发送，并以自己的证书作为消息体。根本不支持 `application/pkcs7-mime` 时，发带 `Accept` 的 415。",
    causes: [
      {
        text: "发送方用了被叫的旧证书或错误的证书。",
        evidence: "请求带 `Content-Type: application/pkcs7-mime`，其中的接收者序列号与被叫的证书不同。",
      },
      {
        text: "分叉到达了用户的一台没有密钥的设备。",
        evidence: "一个分支回 493，收到同一请求的另一个分支回 180 或 200。",
      },
    ],
    keywords: ["无法解密", "s/mime", "消息体加密", "解密失败", "证书", "undecipherable"],
  },
  494: {
    gloss: "先与这一跳协商安全机制",
    says: "494 表示下一跳要求先商定安全机制，并列出自己支持的机制。",
    meaning:
      "服务器收到的请求没有它要求的保护，或者 `Security-Verify` 中的列表与它发过的不同。它在 `Security-Server` 中列出自己的机制。它只涉及这一跳（RFC 3329），与被叫无关。",
    whenYouSeeIt:
      "几乎只在 IMS 和 VoLTE 中，P-CSCF 要求 IPsec 或 TLS。在那里，第一个 `REGISTER` 通常得到带 `Security-Server` 的 401，所以出现 494 说明列表缺失或被改动。",
    howToFix: {
      caller: "把手机或线路关掉再打开，让它重新注册并协商安全机制。仍然失败时，就要由运营商处理。",
      operator:
        "比较两侧的 `Security-Client`、`Security-Server` 和 `Security-Verify`。查找改动它们的 SBC 或 ALG，以及只有一方具备的机制，例如 `ipsec-3gpp`。",
      developer:
        "在 `Security-Server` 中选 `q` 最高的已知机制，启动它，通过它重发请求，其中 `Security-Verify` 原样复制，并在 `Require` 和 `Proxy-Require` 中加 `sec-agree`。",
    },
    sendIt:
      "对声明了 `sec-agree` 却未受保护的请求发送，或在 `Security-Verify` 与自己的列表不同时发送。始终带上 `Security-Server`。没有 `sec-agree` 的请求发 421，带有多个 `Via` 的发 502。",
    causes: [
      {
        text: "客户端的第一个请求未受保护，这正是 RFC 3329 所预期的。",
        evidence: "`REGISTER` 带 `Security-Client`，494 带 `Security-Server`，下一个请求成功。",
      },
      {
        text: "途中有设备改动了机制列表。",
        evidence: "服务器收到的 `Security-Verify` 与它发出的 `Security-Server` 在顺序或参数上不同。",
      },
      {
        text: "客户端和服务器没有共同的机制。",
        evidence: "`Security-Client` 中的名称没有一个出现在 `Security-Server` 中，客户端在 494 之后停下。",
      },
    ],
    keywords: ["需要安全协商", "sec-agree", "ipsec", "ims 注册", "volte", "security-server"],
  },
} as const satisfies Readonly<Record<number, CodeTexts>>;
