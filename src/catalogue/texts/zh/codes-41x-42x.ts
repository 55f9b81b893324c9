import type { CodeTexts } from "../texts.ts";

/** Request failures 410 to 425. */
export const codes41x42x = {
  410: {
    gloss: "永久失效，没有新地址",
    says: "410 表示该地址曾经存在，现已永久失效，而且不知道新地址。",
    meaning:
      "服务器知道这个地址不会恢复，也没有可以重定向的去处。无法判断是否永久时，应当发 404。在对话内，410 结束对话及其全部用途。",
    whenYouSeeIt:
      "号码已停用或更改而没有通知，往往是网关由 Q.850 原因值 22 转换而来。也可能是账户已注销，而服务器还记得曾有过的名称。",
    howToFix: {
      caller: "向对方询问新的号码或地址，并删除旧的。再拨也只会得到同样的答复。",
      operator: "从路由、快速拨号和寻线组中去掉这个地址。要让主叫找到新号码时，让旧地址以带 `Contact` 的 301 作答。",
      developer: "不要重试，也不要轮询。提示用户删除该联系人。把 410 与 404 区分开：后者更可能是号码输错。",
    },
    sendIt:
      "知道地址已永久失效，而且没有其他地址可以告知时发送。不确定时发 404，有新地址时发 301，用户还会回来时发 480。",
    causes: [
      {
        text: "该号码在电话网中已更改或停用。",
        evidence: "410 来自网关并带 `Reason: Q.850;cause=22`，往往在带播报的 183 之后。",
      },
      {
        text: "账户已注销，而服务器还记得它的名称。",
        evidence: "410 来自该域的注册服务器，而从未存在过的名称在那里得到 404。",
      },
    ],
    keywords: ["已失效", "号码已更改", "停机", "销户", "号码停用", "gone"],
  },
  411: {
    gloss: "需要长度，已废弃的状态码",
    says: "411 是旧 RFC 2543 的状态码，用于没有 `Content-Length` 的请求；RFC 3261 已将其去掉，由 400 代替。",
    meaning:
      "RFC 2543 把它用于拒绝没有 `Content-Length` 的请求的服务器。在 RFC 3261 中，这个头域在 TCP 和 TLS 上是必需的，而在 UDP 上消息体随数据包结束。IANA 没有收录这个状态码。",
    whenYouSeeIt:
      "只会出现在非常老的服务器上，或由 HTTP 软件改成的 SIP 软件中。如今的服务器在 TCP 连接上发现缺少该头域时，会发 400 或关闭连接。",
    howToFix: {
      caller: "与所拨号码无关。把话机从 TCP 改为 UDP 测试一下，并报告收到了 411。",
      operator: "升级发送它的服务器，并查找路径上去掉 `Content-Length` 或其缩写形式 `l` 的设备。",
      developer:
        "每条消息都写 `Content-Length`，没有消息体就写 `Content-Length: 0`。计的是字节而不是字符。收到 411 时按 400 处理：修正后再发一次。",
    },
    sendIt:
      "不要发送。在 TCP 或 TLS 上无法判断消息结尾时，回 400 并关闭连接。在 UDP 上，按 RFC 3261 把数据包的剩余部分当作消息体。",
    causes: [
      {
        text: "客户端没有写 `Content-Length`。",
        evidence: "请求经 TCP 或 TLS 到达，头域中既没有 `Content-Length` 也没有 `l`。",
      },
      {
        text: "路径上的设备改写消息体时丢掉了该头域。",
        evidence: "在客户端抓包能看到 `Content-Length`，在服务器抓包则是同一请求而没有它。",
      },
    ],
    keywords: ["需要长度", "content-length", "rfc 2543", "已废弃", "缺少 content-length", "length required"],
  },
  412: {
    gloss: "所发布的状态已不存在",
    says: "412 表示 `PUBLISH` 引用的发布内容服务器上已没有；客户端必须重新发布。",
    meaning:
      "`SIP-If-Match` 中的实体标签与服务器保存的任何内容都不匹配，因此无法刷新、修改或删除该发布（RFC 3903）。客户端不得重复该请求，应从完整的发布重新开始。",
    whenYouSeeIt:
      "见于在线状态和忙灯：在线状态服务器重启之后，网络中断时间超过发布内容的 `Expires`，或多台服务器不共享状态时。",
    howToFix: {
      caller: "重新设置一次在线状态，或者退出后再登录。别人长时间看到旧状态时，请报告。",
      operator:
        "把发布内容保存在重启后仍在的存储中，并让集群的所有服务器共用它。同一时刻出现大量 412 指向重启，零星出现则是刷新太晚。",
      developer:
        "丢弃该实体标签，发送带完整消息体、不带 `SIP-If-Match` 的 `PUBLISH`。不要重复旧的请求。在 `Expires` 到期之前尽早刷新。",
    },
    sendIt:
      "不认识 `PUBLISH` 的 `SIP-If-Match` 时发送。没有该事件包发 489，读不懂消息体类型发 415，时长低于自己的下限发 423。",
    causes: [
      {
        text: "刷新到达之前，发布内容已过期。",
        evidence: "上一个 200 与这个 `PUBLISH` 之间的时间，超过了那个 200 的 `Expires`。",
      },
      {
        text: "服务器丢失了发布内容，或者请求到了集群中的另一台服务器。",
        evidence: "412 远在 `Expires` 的时间之前出现，同时涉及许多用户，或来自新的地址。",
      },
      {
        text: "客户端使用了旧的实体标签。",
        evidence: "`SIP-If-Match` 不是最近一个 200 的 `SIP-ETag`，而是更早响应中的。",
      },
    ],
    keywords: ["条件请求失败", "publish", "在线状态不更新", "sip-etag", "sip-if-match", "实体标签"],
  },
  413: {
    gloss: "消息体太大",
    says: "413 表示请求的消息体超过了服务器愿意或能够处理的大小。",
    meaning:
      "头域已被理解，而消息体超过了这台服务器的上限。带有 `Retry-After` 时，限制是暂时的。它只计消息体：整条消息太大时用 513。",
    whenYouSeeIt:
      "很长的文字消息，`MESSAGE` 中的图片，大量联系人的在线状态文档，或者浏览器发来的含有几十个编解码器和 ICE 候选地址的 SDP。",
    howToFix: {
      caller: "发短一些的消息，或用其他方式发图片。在视频应用中关闭用不到的功能。",
      operator:
        "查出作答服务器的上限，与 `Content-Length` 比较。从 SDP 中去掉不用的编解码器；路径为 TCP 或 TLS 时可提高上限。",
      developer: "缩小或去掉消息体，以更大的 `CSeq` 作为新事务重发。大的内容用 URL 引用。带有 `Retry-After` 时要遵守。",
    },
    sendIt:
      "消息体超过自己能处理的大小时发送；限制会过去时带上 `Retry-After`。可以关闭连接，不再接收剩余部分。整条消息太长发 513，仅仅是类型不对发 415。",
    causes: [
      {
        text: "浏览器的提议有太多编解码器和候选地址，被 SBC 拒绝。",
        evidence: "`Content-Length` 有几千字节，其中有几十行 `a=candidate` 或 `a=rtpmap`，413 立即到达。",
      },
      {
        text: "文字消息或发布内容超过服务器的上限。",
        evidence: "同一用户的短 `MESSAGE` 得到 200，长的则从同一地址得到 413。",
      },
    ],
    keywords: ["消息体太大", "请求实体过大", "长消息", "sdp 太大", "附件", "request entity too large"],
  },
  414: {
    gloss: "地址行太长",
    says: "414 表示 Request-URI 超过了这台服务器愿意读取的长度。",
    meaning:
      "服务器不愿解释这么长的 Request-URI。这是作答的那一跳的限制，被叫对这个呼叫一无所知。RFC 3261 没有规定数值：每种产品各有上限。",
    whenYouSeeIt:
      "少见。把整个头域塞进 `Contact` URI 的重定向，URI 参数中的令牌或会议数据，或者每经过一次就添加同一参数的改写规则。",
    howToFix: {
      caller: "拨号码或短地址，不要用复制来的链接。本来就很短时，请报告。",
      operator: "找到作答的服务器，查看它收到的 Request-URI。去掉追加参数的规则；地址正确时提高上限。",
      developer: "缩短 URI 后重发：把数据从 URI 参数移到头域或消息体中。使用 `Contact` 中得到的 URI 之前先检查。",
    },
    sendIt:
      "Request-URI 超过自己解析器的上限时发送。整条消息太长发 513，URI 格式错误发 400；它在环路中变长而 `Max-Forwards` 已为 0 时发 483。",
    causes: [
      {
        text: "请求每经过一次，改写规则就添加一个参数或前缀。",
        evidence: "Request-URI 中同一参数或数字出现多次，同一台服务器在 `Via` 列表中出现不止一次。",
      },
      {
        text: "重定向在 `Contact` 中带来了头域或很长的令牌。",
        evidence: "之前的 3xx 有一个长达数百个字符的 `Contact`，其中含有问号和转义的头域。",
      },
    ],
    keywords: ["request-uri 太长", "uri 太长", "地址过长", "url 长度", "request-uri too long"],
  },
  415: {
    gloss: "读不懂消息体的类型",
    says: "415 表示服务器读不懂请求的消息体：其类型、编码或语言不受支持。",
    meaning:
      "对这个方法，服务器不支持该消息体的格式。响应必须在 `Accept`、`Accept-Encoding` 或 `Accept-Language` 中列出它能接受的内容。它说的是消息体的种类，而不是 SDP 中的编解码器。",
    whenYouSeeIt:
      "按键以 `INFO` 发给不读取它的对端，在 SDP 之外带有 ISUP 的 `INVITE`（SIP-I）发给普通 SIP 话机，HTML 格式的 `MESSAGE`，旧格式的在线状态。",
    howToFix: {
      caller: "通话中按键没有作用时，把话机的 DTMF 设为 RFC 4733，也称 RFC 2833。文字消息以纯文本发送。",
      operator:
        "把 `Content-Type` 与 415 中的 `Accept` 比较。两侧的 DTMF 都设为 RFC 4733；对只要普通 SDP 的中继，关闭 SIP-I 或多部分消息体。",
      developer:
        "从 `Accept` 中选一种类型，以更大的 `CSeq` 作为新事务重发。多部分消息体的可选部分用 `handling=optional` 标记，以便对方跳过。",
    },
    sendIt:
      "读不懂消息体时发送，并在 `Accept` 中列出能读懂的类型。读懂了 SDP 但媒体不合适发 488，未知的 Info Package 发 469，消息体损坏发 400。",
    causes: [
      {
        text: "DTMF 以 `INFO` 发送，而对方不接受。",
        evidence: "每次按键产生一个带 `Content-Type: application/dtmf-relay` 的 `INFO`，每个都得到 415。",
      },
      {
        text: "消息体是多部分的，在 SDP 之外还有 ISUP、位置或 QSIG 部分。",
        evidence: "`INVITE` 带 `Content-Type: multipart/mixed`，而 415 的 `Accept` 只列出 `application/sdp`。",
      },
    ],
    keywords: [
      "不支持的媒体类型",
      "content-type",
      "dtmf 无效",
      "sip info",
      "multipart",
      "sip-i",
      "unsupported media type",
    ],
  },
  416: {
    gloss: "不认识的地址类型",
    says: "416 表示服务器不认识 Request-URI 中的地址类型，例如用了 `tel:` 而不是 `sip:`。",
    meaning:
      "Request-URI 开头的方案，例如 `tel:` 或 `urn:`，这台服务器不认识。没有询问过被叫。客户端应当改用 SIP URI 再试。在对话内，416 结束对话。",
    whenYouSeeIt:
      "IMS 或 Microsoft 系统向要求 `sip:` 的 PBX 拨 `tel:+4930123456`。较旧的 Asterisk 版本对每个 tel URI 都回 416。向简单的服务器发往 `urn:service:sos` 的紧急呼叫。",
    howToFix: {
      caller: "拨号时加上服务商的域，例如 `sip:+4930123456@example.com`，或在话机设置中选择这种形式。",
      operator:
        "让前面的 SBC 或代理服务器把 `tel:` 转成带域和 `user=phone` 的 `sip:`，或者升级服务器。确认紧急 URN 在呼叫离开本地之前就已路由。",
      developer:
        "用 SIP URI 重发请求：号码成为用户部分，并加 `user=phone`。未告知用户不得把 `sips:` 变成 `sip:`，因为那会放弃途中的 TLS。",
    },
    sendIt:
      "不认识 Request-URI 的方案时发送。认识方案而不认识用户发 404，号码不完整发 484，`Require` 中有不认识的内容发 420。",
    causes: [
      {
        text: "主叫拨的是 tel URI，而服务器只认识 SIP URI。",
        evidence: "首行为 `INVITE tel:+4930123456 SIP/2.0` 之类，416 立即来自 SBC 后面的第一台服务器。",
      },
      {
        text: "请求的目标是 `sips:`，而服务器不认识这个方案。",
        evidence: "Request-URI 以 `sips:` 开头，同样的呼叫用 `sip:` 就能通过。",
      },
    ],
    keywords: ["不支持的 uri 方案", "tel uri", "sips", "urn", "teams", "ims", "unsupported uri scheme"],
  },
  417: {
    gloss: "不认识的优先级值",
    says: "417 表示请求强制要求的优先级值，服务器一个也不认识。",
    meaning:
      "请求带有 `Require: resource-priority`，而 `Resource-Priority` 中没有一个值是这里认识的（RFC 4412）。没有这个 `Require` 时，服务器必须忽略未知的值，以普通优先级继续。",
    whenYouSeeIt:
      "政府、军用和应急网络：带有 `ets.0` 或 `dsn.flash` 之类值的呼叫跨越边界，进入使用另一命名空间的网络。",
    howToFix: {
      caller: "话机可以选择时，不带优先级呼叫。其余的事由优先级业务的管理员处理。",
      operator:
        "417 中有 `Accept-Resource-Priority` 时，先阅读它。让边界网元在命名空间之间转换，或对该相邻网络从 `Require` 中去掉 `resource-priority`。",
      developer:
        "从 `Accept-Resource-Priority` 中选一个用户有权使用的值重发，或只在 `Supported` 中带该选项标签。呼叫跨网络时列出多个命名空间。",
    },
    sendIt:
      "只有 `Require` 中有 `resource-priority` 而这些值一个也不认识时才发送，策略允许时加上 `Accept-Resource-Priority`。否则按普通呼叫处理。用户无权使用该值时发 403。",
    causes: [
      {
        text: "两个网络使用不同的命名空间，中间没有转换。",
        evidence: "`Resource-Priority` 的命名空间是 `dsn` 之类，而 417 的 `Accept-Resource-Priority` 只列出其他的。",
      },
      {
        text: "客户端在只该声明支持优先级的地方强制要求优先级。",
        evidence: "`INVITE` 带 `Require: resource-priority`，去掉这一行的同样呼叫就能成功。",
      },
    ],
    keywords: ["resource-priority", "优先呼叫", "ets", "dsn", "政府应急", "mlpp"],
  },
  420: {
    gloss: "不支持所要求的扩展",
    says: "420 表示请求强制要求一项这台服务器不支持的扩展，并指出是哪一项。",
    meaning:
      "`Require` 中的选项标签，对代理服务器来说则是 `Proxy-Require` 中的，作答的服务器不认识或已关闭。`Unsupported` MUST 列出它。客户端应当去掉该扩展后重新发送请求。",
    whenYouSeeIt:
      "`Require: 100rel` 发给关闭了 `PRACK` 的话机，Asterisk 设为 `100rel=no` 时就是如此。`Require: timer`、`replaces` 或 `sec-agree` 发给从不具备这些功能的设备。",
    howToFix: {
      caller: "所拨号码没有问题。告诉管理员是哪台话机或哪条中继，以及最近更新了什么。",
      operator: "阅读 420 中的 `Unsupported`，在主叫侧把该功能从必需改为支持。或在应答侧开启它：最常见的是 `PRACK`。",
      developer:
        "去掉 `Unsupported` 列出的内容，以更大的 `CSeq` 作为新事务重发。`Require` 中只放呼叫离不开的东西，其余放进 `Supported`。",
    },
    sendIt:
      "`Require` 中有不支持的选项标签时发送，并在 `Unsupported` 中列出全部这样的标签。代理服务器只看 `Proxy-Require`。绝不对 `ACK` 或 `CANCEL` 发送。强制要求扩展的是自己时发 421。",
    causes: [
      {
        text: "主叫强制要求 `PRACK`，而应答侧把它关闭了。",
        evidence: "`INVITE` 中有 `Require: 100rel`，420 中有 `Unsupported: 100rel`。",
      },
      {
        text: "主叫要求自身网络特有的扩展。",
        evidence: "`Unsupported` 中有 `sec-agree` 或 `precondition` 之类的标签，呼叫从移动网络进入企业。",
      },
      {
        text: "路径上的代理服务器不认识 `Proxy-Require` 所要求的内容。",
        evidence: "420 来自代理服务器而不是话机，其 `Unsupported` 重复了 `Proxy-Require` 中的一个标签。",
      },
    ],
    keywords: ["扩展不支持", "unsupported", "100rel", "prack", "require 头域", "选项标签", "bad extension"],
  },
  421: {
    gloss: "请求缺少一项扩展",
    says: "421 表示服务器强制要求某项扩展，而请求没有声明支持它。",
    meaning:
      "没有某项扩展，服务器不能或不愿处理请求；它在 `Require` 中指明该扩展。RFC 3261 不建议这样做，因为会把普通 SIP 话机拒之门外。在安全协商属于策略的场合，RFC 3329 则要求这样做。",
    whenYouSeeIt:
      "Asterisk 设为 `100rel=required` 或 `timers=required`，而话机没有这些功能。IMS 核心网在第一个 `REGISTER` 时要求 `sec-agree`。",
    howToFix: {
      caller: "话机或应用缺少业务所要求的功能。更新它，或换用服务商认可的。",
      operator:
        "阅读 421 中的 `Require`。在服务器上把强制要求改为可选，例如 Asterisk 中的 `100rel=yes`，或在话机上开启该扩展。",
      developer:
        "确实具备该扩展时，在 `Supported` 中加上该标签重发。对于 `sec-agree`，先阅读 `Security-Server`，采用其中一种机制。",
    },
    sendIt:
      "只有没有该扩展就无法提供任何有用的服务时才发送，并在 `Require` 中给出该扩展。否则按普通 SIP 继续。客户端在 `Supported` 中列有 `sec-agree` 而现在必须使用时，发 494。",
    causes: [
      {
        text: "服务器把 `PRACK` 或会话定时器设成了必需。",
        evidence: "421 中有 `Require: 100rel` 或 `Require: timer`，而请求的 `Supported` 中没有这个标签。",
      },
      {
        text: "网络要求 RFC 3329 的安全协商，而客户端没有提供。",
        evidence: "421 带有 `Security-Server` 和 `Require: sec-agree`，而请求中完全没有 `sec-agree`。",
      },
    ],
    keywords: ["需要扩展", "require", "100rel 必需", "prack", "必须支持会话定时器", "sec-agree", "extension required"],
  },
  422: {
    gloss: "会话定时器太短",
    says: "422 表示所请求的会话定时器短于服务器允许的值，并给出下限。",
    meaning:
      "`Session-Expires` 低于作答服务器的下限，该下限写在 `Min-SE` 中（RFC 4028）。任何下限都不得低于 90 s。客户端可以用更长的间隔再试。",
    whenYouSeeIt:
      "在呼叫开始或刷新时，PBX 请求的会话时长很短，而运营商要求更长，例如 600 s 以上。对低于 `timers_min_se` 的值，Asterisk 会发送它。",
    howToFix: {
      caller: "好的话机会在一秒内自动重发呼叫。自己的话机做不到时，要报告的就是会话定时器的设置。",
      operator:
        "把主叫侧的间隔提高到 1800 s，这是 RFC 4028 推荐的值。在 Asterisk 中为 `timers_sess_expires`。检查路径上的所有代理服务器，因为每一台都可以设下限。",
      developer:
        "重发时 `Session-Expires` 和 `Min-SE` 都不低于该 `Call-ID` 迄今收到的最大 `Min-SE`，`CSeq` 更大。后续尝试也要保留这个 `Min-SE`。",
    },
    sendIt:
      "`Session-Expires` 低于自己的下限时，对 `INVITE` 或 `UPDATE` 发送，带上 `Min-SE`。作为代理服务器，只有 `Supported` 中有 `timer` 时才发：否则自己提高这两个头域。要求的下限绝不能低于 90 s。",
    causes: [
      {
        text: "主叫侧设置的会话间隔低于某一跳的下限。",
        evidence: "`INVITE` 中的 `Session-Expires` 小于 422 中的 `Min-SE`，之后可能有值更大的第二个 `INVITE`。",
      },
      {
        text: "客户端不处理 422，直接放弃。",
        evidence: "422 得到了 `ACK`，之后没有第二个 `INVITE`，或第二个仍带旧的 `Session-Expires`。",
      },
      {
        text: "通话中的刷新所请求的时长比开始时短，会话没有延长。",
        evidence: "re-`INVITE` 或 `UPDATE` 得到 422，之后没有修正，旧间隔到期时出现 `BYE`。",
      },
    ],
    keywords: ["会话间隔太小", "会话定时器", "min-se", "session-expires", "几分钟后断线", "rfc 4028"],
  },
  423: {
    gloss: "有效期太短",
    says: "423 表示所请求的注册、订阅或发布的有效期太短，并给出下限。",
    meaning:
      "服务器不会为这么短的时间保留绑定或状态。`Min-Expires` 给出它接受的最小值。对 `REGISTER` 和 `SUBSCRIBE`，只有大于零且小于一小时的时间才可以被拒绝。",
    whenYouSeeIt:
      "话机为维持 NAT 映射而设成每 30 s 注册一次，而服务器的下限是 60 s 或更长。Asterisk 按 `minimum_expiration` 发送它。Kamailio 则把时间提高到 `min_expires`。",
    howToFix: {
      caller: "把话机的注册时间设为 3600 s，或服务商说明中的值。用保活设置维持 NAT 映射，而不是用短时间的注册。",
      operator:
        "把请求的 `Expires` 与 423 的 `Min-Expires` 比较。移动网络上的话机确有需要时降低下限，或下发更长的时间，改用 CRLF 或 STUN 保活。",
      developer:
        "重发时，请求中的每个有效期都不得低于 `Min-Expires`，包括每个 `Contact` 的 `expires` 参数。使用更大的 `CSeq`，并为下次记住该值。",
    },
    sendIt:
      "有效期低于自己的下限时，对 `REGISTER`、`SUBSCRIBE` 或 `PUBLISH` 发送，始终带上 `Min-Expires`。绝不对 `Expires: 0` 发送，那表示结束。时间太长可以在 200 中缩短。",
    causes: [
      {
        text: "话机为维持 NAT 映射，以短间隔注册。",
        evidence: "`REGISTER` 中的 `Expires` 为 30 或 60，而 423 中的 `Min-Expires` 更大。",
      },
      {
        text: "客户端不读取 `Min-Expires`，重复同样的请求。",
        evidence: "一个 `REGISTER` 接着一个 `REGISTER`，`Expires` 相同，每次都得到 423。",
      },
      {
        text: "两个有效期的值只提高了其中一个。",
        evidence: "`Expires` 头域足够大，而 `Contact` 中的 `expires` 参数仍然很小。",
      },
    ],
    keywords: ["间隔太短", "min-expires", "注册间隔", "有效期太短", "保活", "注册失败", "interval too brief"],
  },
  424: {
    gloss: "位置信息无法使用",
    says: "424 表示随请求发送的位置有误或无法使用，而服务器需要位置。",
    meaning:
      "服务器需要知道主叫在哪里，却无法使用所得到的位置（RFC 6442）。`Geolocation-Error` MUST 说明原因：100 无法使用，200 没有许可，300 无法取得。已有的对话仍然存在。",
    whenYouSeeIt:
      "紧急呼叫和基于位置的呼叫。应急网络或掌握位置信息的代理服务器会发送它，并可以在 424 的消息体中放入它认为正确的位置。",
    howToFix: {
      caller: "紧急情况下直接口头说出地址，不要等待。其他情况允许应用使用位置，然后再试。",
      operator:
        "阅读 `Geolocation-Error`。对照应急服务要求的格式检查为话机或交换机端口登记的地址，并确认其服务器能取回位置 URI。",
      developer:
        "用改正后的 PIDF-LO 重发；424 带有位置时采用它。透露的内容不得超过用户允许的范围。位置由谁插入，就由谁改正。",
    },
    sendIt:
      "需要位置，而请求的 `Geolocation` 中没有可用的位置时发送，带上 `Geolocation-Error`。绝不对没有 `Geolocation` 的请求发送。能够继续时接受呼叫，只附上该错误。",
    causes: [
      {
        text: "位置文档格式错误，或对该服务来说不够详细。",
        evidence: "424 中有 `Geolocation-Error: 100`，而 `INVITE` 消息体中的 PIDF-LO 没有街道或坐标。",
      },
      {
        text: "无法取回位置 URI。",
        evidence: "有 `Geolocation-Error: 300`，`Geolocation` 中的 `https:` URI 只有发送方的网络才能访问。",
      },
      {
        text: "请求禁止按其位置路由。",
        evidence: "424 中有 `Geolocation-Error: 202`，请求中有 `Geolocation-Routing: no`。",
      },
    ],
    keywords: ["位置信息错误", "geolocation", "紧急呼叫", "定位失败", "e911", "pidf-lo", "bad location information"],
  },
  425: {
    gloss: "告警消息无法使用",
    says: "425 表示传感器或设备发送的告警格式错误太严重，无法据此决定任何应急响应。",
    meaning:
      "应急服务或途中的服务器无法使用请求中的告警文档（CAP），其中也没有别的内容可用（RFC 8876）。`AlertMsg-Error` MUST 说明错在哪里。已有的对话继续。",
    whenYouSeeIt:
      "没有人打电话、由告警设备向应急服务发 `MESSAGE`：防盗和火灾报警器、碰撞传感器。在下一代应急网络之外不会出现。",
    howToFix: {
      caller: "情况紧急时，用语音拨打紧急号码，之后请安装方检查告警设备。",
      operator:
        "阅读 `AlertMsg-Error`：100 至 103 分别表示告警无法处理、不存在、信息不足或已损坏。用测试服务检验该设备。",
      developer:
        "发送前按文档结构（schema）校验 CAP 文档，并确认带 `purpose=EmergencyCallData.cap` 的 `Call-Info` 指向其 `Content-ID`。改正后重发，绝不原样重发。",
    },
    sendIt:
      "只有告警无法使用、请求中也没有别的内容可依据时才发送，带上 `AlertMsg-Error`。绝不对没有告警的请求发送。能够继续时，予以接受，并在 200 中加上 `AlertMsg-Error`。",
    causes: [
      {
        text: "CAP 文档已损坏，或不符合规定的文档结构。",
        evidence: "425 中有 `AlertMsg-Error: 103`，消息体的 XML 提前结束，或缺少 CAP 要求的元素。",
      },
      {
        text: "`Call-Info` 引用了请求中不存在的消息体部分。",
        evidence: "有 `AlertMsg-Error: 101`，`Call-Info` 的 `cid:` URI 与告警的 `Content-ID` 不同。",
      },
    ],
    keywords: ["告警消息错误", "cap 告警", "紧急告警", "传感器", "alertmsg-error", "rfc 8876"],
  },
} as const satisfies Readonly<Record<number, CodeTexts>>;
