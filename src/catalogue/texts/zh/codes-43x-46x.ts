import type { CodeTexts } from "../texts.ts";

export const codes43x46x = {
  428: {
    gloss: "请先为主叫身份签名",
    says: "428 表示被叫网络只接受带签名 `Identity` 头域的呼叫，而这个呼叫没有。",
    meaning:
      "被叫网络或话机中的验证服务（RFC 8224）要求对主叫号码签名，却没有找到可用的 `Identity` 头域。这并不是说主叫撒谎：只是没有可供核验的东西。有了签名，同一个呼叫就可能通过。",
    whenYouSeeIt:
      "呼叫未签名就进入 STIR/SHAKEN 网络：服务商没有签名，某一跳去掉了该头域，或路径经过 TDM 中继。许多网络会放行这类呼叫，只标记为未验证。",
    howToFix: {
      caller: "询问服务商是否为呼叫签名。用服务商分配给自己的号码呼出。",
      operator:
        "在自己网络内的最后一跳查看 `Identity`。为这条中继开启签名，让 SBC 透传该头域；它使请求对 UDP 过长时，改用 TCP 或 TLS。",
      developer:
        "带上 `ppt` 受支持的 `Identity` 头域重发请求，最多一次。签名由持有正确证书的认证服务生成，一般不是话机。",
    },
    sendIt:
      "策略要求签名，却没有收到可用的 `Identity` 头域（不带 `ppt`，或其值受支持）时发送。有签名但已损坏发 438，无法取得其证书发 436。",
    causes: [
      {
        text: "主叫的服务商不为呼叫签名。",
        evidence: "`INVITE` 离开服务商的 SBC 时没有 `Identity` 头域，所有号码都这样。",
      },
      {
        text: "途中的某一跳去掉了该头域。",
        evidence: "第一跳上有 `Identity`，428 之前的最后一跳上没有。",
      },
      {
        text: "验证方不支持签名的 `ppt`。",
        evidence: "有 `Identity`，但只有 `div` 之类的 `ppt`，没有第二个带 `shaken` 的。",
      },
    ],
    keywords: [
      "需要身份签名",
      "stir/shaken",
      "呼叫未签名",
      "identity 头域",
      "passport",
      "证明级别",
      "use identity header",
    ],
  },
  429: {
    gloss: "请证明是谁转接了这个呼叫",
    says: "429 表示要求提供签名的 `Referred-By` 令牌，以证明是谁发起了这次转接。",
    meaning:
      "呼叫来自转接，目标要求证明是谁转来的，而 `Referred-By` 头域没有有效的签名令牌（RFC 3892）。被转接方在 `NOTIFY` 中把 429 传回转接方。被转接方也可以直接用它答复 `REFER`。",
    whenYouSeeIt:
      "受保护的转接目标拒绝了只带普通 `Referred-By` 的呼叫。很少见：令牌依赖 S/MIME，支持它的话机很少，所以大多数目标不要求证明就接受该头域，或者忽略它。",
    howToFix: {
      caller: "不通过转接，直接呼叫目标：直接呼叫没有需要证明的 `Referred-By`。",
      operator:
        "查清是哪个网元要求令牌。在大多数网络中，更好的办法是只信任来自自己 PBX 的 `Referred-By`，并在边界上将其去掉。",
      developer:
        "作为转接方，发送带有效令牌的新 `REFER`。作为被转接方，原样复制 `Referred-By` 和令牌，并在带 `message/sipfrag` 的 `NOTIFY` 中报告 429。",
    },
    sendIt:
      "请求来自转接，自己要求有效的 `Referred-By` 令牌，而它缺失、过期或无效时发送。要的是主叫方自身的签名时发 428。",
    causes: [
      {
        text: "转接方的话机不能签署令牌。",
        evidence: "`REFER` 中的 `Referred-By` 没有 `cid` 参数，也没有签名的消息体部分。",
      },
      {
        text: "被转接方或 B2BUA 丢掉了令牌。",
        evidence: "`REFER` 有带令牌的消息体部分，新的 `INVITE` 没有。",
      },
      {
        text: "令牌太旧，或是为另一个目标制作的。",
        evidence: "令牌中的 `Date` 早已过时，或者其中的 `Refer-To` 与 Request-URI 不同。",
      },
    ],
    keywords: ["需要转接人身份", "referred-by", "转接被拒", "refer 令牌", "转接失败", "provide referrer identity"],
  },
  430: {
    gloss: "到话机的连接已断",
    says: "430 表示所记录的到话机的连接已失效，而到同一话机的另一条连接可能仍然可用。",
    meaning:
      "NAT 后面的话机与边缘代理服务器保持一条打开的流（flow，RFC 5626），而这条流已不存在。边缘代理服务器将此告知负责该用户的代理服务器，由它尝试同一话机的另一条流。话机不应看到它：往上游会变成 480。",
    whenYouSeeIt: "边缘代理服务器重启而丢失连接，NAT 忘记了映射，或者手机换了网络。注册服务器上仍有旧流的绑定。",
    howToFix: {
      caller: "过一两分钟再拨：话机一旦察觉就会建立新的连接。主叫看到的应当是 480，而不是 430。",
      operator:
        "删除失效流的绑定。给话机配两台边缘代理服务器，让它有第二条流。把 `Flow-Timer` 与话机前面 NAT 的超时时间比较。",
      developer:
        "作为负责的代理服务器，尝试 `+sip.instance` 相同而 `reg-id` 不同的另一条流。只在收到 408 和 430 时这样做：其他最终响应就是话机的答复。",
    },
    sendIt:
      "作为边缘代理服务器，流令牌有效而流已不存在时发送。流令牌被篡改是 403。面向主叫时，负责的代理服务器改发 480。",
    causes: [
      {
        text: "边缘代理服务器重启，丢失了 TCP 或 TLS 连接。",
        evidence: "从同一时刻起，这台边缘代理服务器的所有用户都得到 430，直到话机重新注册。",
      },
      {
        text: "保活太稀疏，NAT 丢弃了映射。",
        evidence: "话机的保活间隔，比呼叫开始失败所需的空闲时间还长。",
      },
      {
        text: "话机换了网络而没有重新注册。",
        evidence: "话机的下一个 `REGISTER` 带有相同的 `+sip.instance` 和 `reg-id`，但源地址不同。",
      },
    ],
    keywords: ["流失效", "outbound", "nat 超时", "连接断开", "边缘代理", "话机联系不上", "flow failed"],
  },
  433: {
    gloss: "不接受匿名呼叫",
    says: "433 表示呼叫被拒绝，因为主叫隐藏了号码或姓名。",
    meaning:
      "被叫或代表被叫的服务器，拒绝主叫有意隐藏身份的呼叫。显示号码的同样呼叫会被允许。按 RFC 5079，号码只是缺失或无法验证，不算匿名。",
    whenYouSeeIt:
      "被叫开启了匿名呼叫拒绝，而主叫隐藏了号码。许多系统会播放语音播报，或回 403 或 603，所以主叫很少看到 433 这个数字。",
    howToFix: {
      caller: "为这次呼叫显示号码后重拨：在北美加前缀 `*82`，在其他地方是话机或线路的设置。",
      operator:
        "检查被叫是否开启了拒绝。也要看是否有中继或 SBC 擅自隐藏号码，即带 `Privacy: id` 或在 `From` 中用 `anonymous.invalid`。",
      developer:
        "显示身份重新呼叫之前先询问用户：未经同意禁止重试（RFC 5079）。用户事先作的设置算作同意。在对话中只有这个请求失败。",
    },
    sendIt:
      "`From` 或 `Privacy` 表明主叫有意隐藏，而被叫拒绝这类呼叫时发送。仅仅缺少 `P-Asserted-Identity` 不构成理由。缺少签名是 428，其他拒绝是 403 或 603。",
    causes: [
      {
        text: "主叫隐藏了号码。",
        evidence: "`INVITE` 带 `Privacy: id`，或者 `From` 为 `Anonymous`，URI 在 `anonymous.invalid` 中。",
      },
      {
        text: "PBX 或 SBC 把经过这条中继的所有呼叫都变成匿名。",
        evidence: "`From` 在第一跳上显示号码，经过 SBC 之后变成 `anonymous.invalid`。",
      },
      {
        text: "被叫开启了匿名呼叫拒绝而自己不知道。",
        evidence: "433 来自被叫侧的服务器，没有 180，而带号码的呼叫可以接通。",
      },
    ],
    keywords: ["匿名呼叫", "隐藏号码", "私人号码", "主叫号码限制", "拒接匿名来电", "anonymity disallowed", "acr"],
  },
  436: {
    gloss: "无法取得签名方的证书",
    says: "436 表示对于呼叫中的任何一个 `Identity` 头域，验证方都无法取得其证书。",
    meaning:
      "呼叫带有签名，`Identity` 的 `info` 参数给出了证书的 URL，而验证服务没能从那里取得证书。对签名本身没有作出判断。有多个 `Identity` 头域时，只有全部如此失败才发送。",
    whenYouSeeIt:
      "签名服务商的证书服务器宕机，URL 拼写有误或只能从内部访问，或者验证方的防火墙不放行 HTTPS。此时某个签名方的全部呼叫或所有带签名的呼叫都会失败。",
    howToFix: {
      caller: "故障在自己服务商的网络或被叫网络中。报告呼叫时间和所拨号码。",
      operator:
        "从 `info` 中取出 URL，在自己网络之外的机器上尝试获取。检查 DNS、TLS 证书和防火墙。作为验证方，检查出站路径和缓存。",
      developer:
        "用验证方能访问的 `info` URL 重发呼叫，最多一次。通过公开的 HTTPS 提供证书，并缓存取回的证书，让短暂的故障不致中断呼叫。",
    },
    sendIt:
      "任何一个 `Identity` 头域的证书都取不到，并且策略因此拒绝呼叫时发送。取到了但不信任是 437，签名不符是 438。",
    causes: [
      {
        text: "存放证书的服务器宕机，或不对外公开。",
        evidence: "从外部获取 `info` 的 URL 会超时，或得到 404、503 之类的 HTTP 错误。",
      },
      {
        text: "验证方自己的防火墙或 DNS 阻止了获取。",
        evidence: "所有签名方的呼叫都得到 436，而 `info` 的 URL 从其他网络可以打开。",
      },
      {
        text: "`info` 中的 URL 有误，或在途中被改动。",
        evidence: "`Identity` 头域中 `info` 的 URL 与 PASSporT 中的 `x5u` 不同。",
      },
    ],
    keywords: ["identity 信息错误", "stir/shaken", "证书 url", "x5u", "info 参数", "无法获取证书", "bad identity info"],
  },
  437: {
    gloss: "签名方的证书不被接受",
    says: "437 表示验证方已取得签名方的证书，但不信任它或无法使用它。",
    meaning:
      "`Identity` 所指的证书已经取得，而验证服务拒绝了它：不信任其签发机构，或不认识其算法。在 RFC 4474 中，短语是 `Unsupported Certificate`。对主叫号码没有作出判断。",
    whenYouSeeIt:
      "服务商用测试证书或不在认可机构名单上的证书签名，或者呼叫进入使用另一份名单的国家。在名单一致之前，该签名方的所有呼叫都会得到它。",
    howToFix: {
      caller: "话机上怎么改都没用。向服务商报告：它用于签名的证书，被叫网络不接受。",
      operator: "作为签名方，检查证书的签发机构、有效期和密钥类型：SHAKEN 要求 ES256。作为验证方，更新认可机构名单。",
      developer:
        "用验证方支持的凭据重新签名，最多一次。连同证书一起发送完整的证书链。不要为了让呼叫通过而去掉 `Identity`：那样答复可能变成 428。",
    },
    sendIt: "已取得证书，但不信任其签发机构或不认识其算法时发送。取不到的证书是 436。证书没问题而签名错误是 438。",
    causes: [
      {
        text: "签发证书的机构不在验证方的名单上。",
        evidence: "`info` 所指证书的签发者不在认可机构名单中。",
      },
      {
        text: "证书已过期，或是测试证书。",
        evidence: "PASSporT 的 `iat` 不在证书的有效期内，或者签发者属于测试环境。",
      },
      {
        text: "验证方不认识该算法。",
        evidence: "`Identity` 或 PASSporT 头部中的 `alg` 不是 `ES256`。",
      },
    ],
    keywords: ["凭据不支持", "证书不支持", "stir/shaken", "不受信任的 ca", "证书过期", "unsupported credential"],
  },
  438: {
    gloss: "主叫的签名无效",
    says: "438 表示呼叫带有签名，而其中没有一个 `Identity` 头域有效。",
    meaning:
      "验证服务没有找到任何带有效且受支持的 PASSporT 的 `Identity` 头域。这可能意味着伪造，但往往只是途中的某一跳改动了号码或已签名的 `Date`（RFC 8224）。",
    whenYouSeeIt:
      "中转运营商在签名之后改写了 `From`、`To` 或 `Date`，重定向改变了被叫号码，或者呼叫被重放。大多数网络把这类呼叫标记为验证失败，仍然照常送达。",
    howToFix: {
      caller: "向服务商报告。呼叫在签名之后被改动，或签名方式有误，话机无法修复。",
      operator:
        "比较签名方和验证方处的 `From`、`To` 和 `Date`。在最后一次改写号码之后再签名。前转的呼叫另外用 `ppt=div` 签名。",
      developer:
        "PASSporT 为紧凑形式时，用完整形式重发一次请求：它能显示签名所覆盖的内容。签名前把号码化为规范形式，只留数字。",
    },
    sendIt:
      "收到了 `Identity` 头域而没有一个有效，并且策略因此拒绝呼叫时发送。`Date` 过时是 403。完全没有可用的 `Identity` 是 428。",
    causes: [
      {
        text: "某一跳在签名之后改动了主叫或被叫号码。",
        evidence: "PASSporT 中的 `orig` 或 `dest` 与验证方收到的 `From` 或 `To` 不同。",
      },
      {
        text: "中转网络改动了 `Date` 头域。",
        evidence: "签名方和验证方处的 `Date` 不同，而且使用的是 PASSporT 的紧凑形式。",
      },
      {
        text: "签名是从另一个呼叫复制来的，或是伪造的。",
        evidence: "`Call-ID` 不同的呼叫中出现同一个 `Identity` 值，或者密钥与证书不符。",
      },
    ],
    keywords: [
      "identity 无效",
      "passport 无效",
      "签名验证失败",
      "stir/shaken",
      "伪造主叫号码",
      "invalid identity header",
    ],
  },
  439: {
    gloss: "话机路径上的第一台代理服务器不支持 outbound",
    says: "439 表示注册服务器支持 outbound，而话机路径上的第一台代理服务器不支持。",
    meaning:
      "话机在 `REGISTER` 中要求通过自己的连接接收呼叫（RFC 5626）。注册服务器可以做到，但第一台代理服务器没有留下带 `ob` 的 `Path`，呼叫将找不到这条流。注册失败。",
    whenYouSeeIt:
      "`Supported` 中有 `outbound`、`Contact` 中有 `reg-id` 的话机，经由旧的代理服务器或 SBC 注册。在边缘代理服务器前面加了不支持它的负载均衡器时也会出现。",
    howToFix: {
      caller: "在话机中关闭名为 outbound 或 RFC 5626 的设置，或填写服务商的另一个出站代理。",
      operator:
        "在第一台代理服务器上开启 outbound，让它添加带 `ob` 参数的 `Path`。在 Kamailio 中由模块 `outbound` 和 `path` 完成。或让话机直接连到边缘代理服务器。",
      developer: "去掉 `reg-id` 重新注册，或经由集合中的另一台代理服务器：两者都允许。无论如何都要继续 NAT 保活。",
    },
    sendIt:
      "作为注册服务器，`REGISTER` 有 `reg-id`，`Supported` 中有 `outbound`，而第一台代理服务器没有留下带 `ob` 的 `Path` 时发送。没有 `reg-id` 时绝不发送；自己就是第一跳时也不发送。",
    causes: [
      {
        text: "第一台代理服务器或 SBC 不支持 RFC 5626。",
        evidence: "到达注册服务器的 `REGISTER` 有不止一个 `Via`，没有带 `ob` 的 `Path` 头域。",
      },
      {
        text: "第一台代理服务器支持，但没有配置该功能。",
        evidence: "有 `Path` 而缺少 `ob`，同一产品在别处却会添加。",
      },
      {
        text: "边缘代理服务器前面的负载均衡器多出一跳。",
        evidence: "紧接在话机那一行之上的 `Via` 属于负载均衡器，故障从它上线时开始。",
      },
    ],
    keywords: [
      "outbound",
      "rfc 5626",
      "reg-id",
      "第一跳不支持 outbound",
      "注册失败",
      "path 头域",
      "first hop lacks outbound support",
    ],
  },
  440: {
    gloss: "分叉会变得太宽",
    says: "440 表示代理服务器不得为这个请求打开它所需要的那么多并行分支。",
    meaning:
      "`Max-Breadth` 限制一个请求在所有代理服务器上同时可以有多少分支振铃，一般为 60（RFC 5393）。这里剩余的数量不够并行分叉。它用于防止分叉成倍增长，与用户无关。",
    whenYouSeeIt:
      "大的振铃组中含有会再次分叉的组，两个组互相包含，或者客户端发送了很小的 `Max-Breadth`。很少见，因为代理服务器也可以逐个呼叫目标。",
    howToFix: {
      caller: "直接拨组内的某个成员。告诉运维人员是哪个组号失败。",
      operator: "查找组中有组，以及绕回某个组的前转。缩小大的组，或让成员依次振铃，而不是同时振铃。",
      developer:
        "作为代理服务器，放弃之前先改为串行分叉或重定向。分支结束后，把它的宽度归还。作为客户端，发送 60 或不带该头域。",
    },
    sendIt:
      "作为代理服务器，`Max-Breadth` 不够并行分叉，而自己既不能串行分叉，也不能重定向时发送。路径太长发 483，环路发 482。",
    causes: [
      {
        text: "振铃组互相包含，分叉成倍增长。",
        evidence: "`Max-Breadth` 在几跳之内从 60 降到 1，Request-URI 中同样的组反复出现。",
      },
      {
        text: "某个组的成员数多于剩余的宽度。",
        evidence: "到达代理服务器的 `INVITE`，其 `Max-Breadth` 小于已注册的成员数。",
      },
      {
        text: "客户端的起始值非常小。",
        evidence: "第一个 `INVITE` 就带 `Max-Breadth: 1` 之类的值。",
      },
    ],
    keywords: ["超过最大宽度", "分支太多", "振铃组", "分叉炸弹", "rfc 5393", "放大攻击", "max-breadth exceeded"],
  },
  469: {
    gloss: "没有约定过这个 Info 包",
    says: "469 表示 `INFO` 携带了话机从未声明要接收的 Info 包，而通话继续。",
    meaning:
      "`Info-Package` 头域指明的 Info 包，接收方没有在 `Recv-Info` 中列出（RFC 6086）。响应会列出它接受哪些。失败的只是这个 `INFO`：不得因此结束通话。不带 Info 包的旧式 `INFO` 绝不会得到 469。",
    whenYouSeeIt:
      "PBX 或网关用话机从未列出的 `Info-Package` 发送 DTMF 或应用数据，或者新的列表与 `INFO` 在网络上交叉。这样发送的按键会丢失，通话则保持。",
    howToFix: {
      caller: "通话本身正常。按键没有作用时，把话机设为在 RTP 中以 RFC 4733 发送 DTMF。",
      operator:
        "把 `INVITE` 及其响应中的 `Recv-Info` 与 `INFO` 中的 `Info-Package` 比较。两侧设成同一种 DTMF 方式，最好是 RFC 4733。",
      developer:
        "只发送对端最近一次 `Recv-Info` 中的包。收到 469 时不要发 `BYE`，也不要改动已保存的列表：469 中的该头域只供参考。",
    },
    sendIt:
      "`INFO` 的 `Info-Package` 自己没有列出时发送，始终带上 `Recv-Info`。包已约定而消息体类型不对时发 415。对话之外的 `INFO` 是 481。",
    causes: [
      {
        text: "发送方使用了接收方没有列出的包。",
        evidence: "`INFO` 中的 `Info-Package` 不在接收方 `INVITE` 或 200 的 `Recv-Info` 里。",
      },
      {
        text: "`INFO` 与新的列表在网络上交叉。",
        evidence: "`INFO` 发出时，带有新 `Recv-Info` 的请求或响应还没有到达。",
      },
      {
        text: "B2BUA 在一侧去掉了 `Recv-Info`。",
        evidence: "通话的一侧有列出该包的 `Recv-Info`，另一侧没有这个头域。",
      },
    ],
    keywords: ["info 包错误", "sip info", "dtmf 无效", "recv-info", "info-package", "按键无效", "bad info package"],
  },
  470: {
    gloss: "有接收者尚未同意",
    says: "470 表示请求发往一个列表，而其中至少有一个接收者没有给予许可。",
    meaning:
      "中继把一个请求发给许多接收者，而每一个都必须事先同意（RFC 5360）。`Permission-Missing` 头域指明还没有同意的人。这样可以防止有人利用列表，向从未要求过的人大量发送消息。",
    whenYouSeeIt:
      "`MESSAGE`、`INVITE` 或 `SUBSCRIBE` 发往列表服务器或会议的 URI 列表，而新成员还没有答复同意请求。在这类服务之外很少见。",
    howToFix: {
      caller: "请服务所指明的人确认邀请，然后再发。或把此人从列表中去掉。",
      operator: "阅读 `Permission-Missing`，检查同意请求是否到达了该用户。把缺少的地址加入中继的列表，让它去请求许可。",
      developer:
        "把 `Permission-Missing` 中的 URI 加入中继的列表，例如通过 XCAP，等到同意后再发。没有这个头域时，向中继查询缺少哪些。",
    },
    sendIt:
      "作为中继，请求带有 URI 列表，而其中有接收者没有同意时发送，并在 `Permission-Missing` 中指明。发送方根本无权使用该列表时是 403。",
    causes: [
      {
        text: "添加了一个成员，尚未确认。",
        evidence: "470 中的 `Permission-Missing` 指明的是列表中最新的地址。",
      },
      {
        text: "同意请求从未到达该成员。",
        evidence: "中继发送的带许可文档的 `MESSAGE` 得到了 404 或 480 之类的错误。",
      },
      {
        text: "该成员收回了许可。",
        evidence: "先前发往同一列表的请求成功，而列表本身没有变化。",
      },
    ],
    keywords: ["需要同意", "缺少许可", "uri 列表", "列表服务器", "群发消息被拒", "consent needed", "rfc 5360"],
  },
} as const satisfies Readonly<Record<number, CodeTexts>>;
