import type { Texts } from "../texts.ts";

export const symptoms = {
  answeredButSilent: {
    title: "呼叫已接通，双方都听不到声音",
    text: "信令正常而媒体不通：200 及其 `ACK` 都已通过，但 RTP 发往无人能到达的地址。把提议和应答的 `c=` 与 `m=` 行，与数据包实际的来源地址比较。常见原因是 NAT 后面的 `c=` 中写了 10.0.0.5 之类的私网地址，或 RTP 端口范围没有放行。",
    keywords: ["没有声音", "无声", "双方听不到", "静音", "rtp", "nat", "c= 行"],
  },
  oneWayAudio: {
    title: "只有一方能听到对方",
    text: "RTP 只在一个方向上流动。在两侧抓包，看缺的是哪一路：听不到的一侧，多半在 `c=` 中宣告了私网地址，或者其防火墙丢弃了由外部先发来的 RTP。还要查看保持后遗留的 `a=sendonly`，以及路由器中的 SIP ALG。",
    keywords: ["单通", "单向无声", "听不到对方", "一方无声", "sip alg", "nat", "sendonly"],
  },
  dropsAfterHalfAMinute: {
    title: "呼叫在大约 30 秒后断线",
    text: "200 在 0.5、1.5、3.5 和 7.5 s 后重发，然后每 4 s 一次，没有 `ACK` 到达，32 s 后被叫一侧发 `BYE`。`ACK` 按 200 的 `Contact` 和 `Record-Route` 行选路：在那里查找私网地址、错误的端口，或主叫无法解析的主机名。",
    keywords: ["30 秒掉线", "32 秒断线", "缺少 ack", "ack 丢失", "timer h", "64*t1"],
  },
  dropsAfterMinutes: {
    title: "呼叫在几分钟后断线，每次时间都一样",
    text: "RFC 4028 的会话定时器到期：用于刷新的第二个 `INVITE` 或 `UPDATE`，在 `Session-Expires`（多为 1800 s）过半时被拒绝或丢失。查找该请求得到的 408 或 481，以及之后的 `BYE`。如果在 30 至 180 s 静默之后断线，则是 NAT 绑定或防火墙会话已过期。",
    keywords: ["15 分钟掉线", "30 分钟掉线", "会话定时器", "session-expires", "reinvite", "nat 超时"],
  },
  neverRings: {
    title: "话机从不振铃",
    text: "跟踪 `INVITE`：它是否离开服务器发往话机，发往哪个地址？立即得到 480 说明没有话机注册，404 说明号码未知；`INVITE` 反复发送直到 408，说明该地址已失效，因为 NAT 绑定已关闭，或话机换了地方而没有新的 `REGISTER`。",
    keywords: ["话机不响", "没有来电", "呼入失败", "未注册", "离线"],
  },
  ringsNobodyAnswers: {
    title: "振铃之后无人接听，呼叫就结束了",
    text: "有人设了时限。20 至 60 s 后主叫发出 `CANCEL` 并出现 487，是 PBX 的振铃时长。三分钟后代理服务器发出 `CANCEL`，是它的 Timer C，主叫得到 408。来自话机的 480，是话机自己的时限。看是谁发出了结束的第一条消息。",
    keywords: ["无人接听", "振铃超时", "响几声就挂断", "timer c", "未接来电", "语音信箱不接"],
  },
  callerHearsNoRinging: {
    title: "主叫听不到回铃音",
    text: "不带 SDP 的 180 把回铃音交给主叫话机。带 SDP 的 183 或 180 则要它播放以 RTP 到来的声音，如果没有 RTP，就是一片寂静。看临时响应是否带有 SDP，以及 RTP 包在 200 之前是否到达主叫。",
    keywords: ["没有回铃音", "听不到嘟嘟声", "应答前无声", "早期媒体", "183 无 rtp", "彩铃"],
  },
  busyThoughFree: {
    title: "话机空闲，主叫却听到忙音",
    text: "查清 486 是谁发的：话机，还是它前面的服务器。话机没有收到 `INVITE` 时，是 PBX 的并发上限把一个没有 `BYE` 就结束的呼叫算在内。由话机发送时，查看免打扰、呼叫等待，以及在别处被占用的线路。600 则来自一台替所有话机表态的话机。",
    keywords: ["忙音", "总是占线", "假忙", "并发限制", "免打扰", "线路占用"],
  },
  onlyOnePhoneStopsAll: {
    title: "一台话机拒接，其他话机全都停止振铃",
    text: "这台话机以 6xx 作答，多为 603，代理服务器就必须取消其他所有话机：它们收到带 `Reason: SIP;cause=603` 的 `CANCEL`。把这台话机的拒接键设成 486 或 480。许多话机把这个设置叫作“拒接返回码”或“拒绝时的返回代码”。",
    keywords: ["振铃组停止振铃", "拒接后全部停止", "寻线组", "603 decline", "拒接返回码", "所有话机停止"],
  },
  straightToVoicemail: {
    title: "呼叫直接进入语音信箱",
    text: "没有振铃，一秒内就应答，说明没有尝试任何话机，或话机立即拒绝。查看转入语音信箱之前的 480（未注册、免打扰），以语音信箱作为 `Contact` 的 302，或前转规则带来的 181。`Diversion` 或 `History-Info` 写明是谁前转的。",
    keywords: ["直接进语音信箱", "不响就进留言", "呼叫前转", "呼叫转移", "免打扰", "diversion"],
  },
  blockedAsSpam: {
    title: "我们的呼叫被当作骚扰电话拦截",
    text: "某个网络因号码而拒绝。在美国，短语为 Network Blocked 的 603 在 `Reason` 头域中带有 URL，608 则在 `Call-Info` 中带有联系方式：到那里去申诉。607 来自被叫。确认呼叫发出时带有 `Identity` 头域，证明级别为 A。",
    keywords: ["骚扰标记", "呼叫被拦截", "号码被标记", "network blocked", "603+", "stir shaken", "标记申诉"],
  },
  registersThenGone: {
    title: "话机能注册，一分钟后却联系不上",
    text: "绑定还在，路径已断：路由器在 30 至 60 s 没有流量后关闭 UDP 映射，或者 TCP 连接断开。查找发往 `REGISTER` 源端口却没有答复的 `INVITE`。每 25 s 发一次保活，或以 `outbound` 注册，以便察觉失效的流。",
    keywords: ["注册掉线", "已注册但打不通", "nat 保活", "流失效", "udp 超时"],
  },
  passwordAskedAgainAndAgain: {
    title: "话机一再被要求提供密码",
    text: "每个带凭据的 `REGISTER` 或 `INVITE` 都得到新的 401 或 407。带 `stale=true` 时只是 nonce 太旧，话机应当自动重发。不带时则是摘要有误：把 `username` 和 `realm` 与服务器期望的值比较，然后重新输入密码：末尾多一个空格就足以出错。",
    keywords: ["密码错误", "401 循环", "407 循环", "认证失败", "realm 不匹配", "nonce 过期"],
  },
  outboundFails: {
    title: "打外线失败，内部呼叫正常",
    text: "是中继拒绝了呼叫。407 之后没有带 `Proxy-Authorization` 的 `INVITE`，说明缺少中继凭据。403 说明运营商不接受账户、源地址，或 `From`、`P-Asserted-Identity` 中的主叫号码。603 可能是拦截，也可能是账户没有余额。",
    keywords: ["呼出失败", "外线打不出", "中继", "主叫号码被拒", "呼出 403", "p-asserted-identity"],
  },
  transferAcceptedNothingHappens: {
    title: "转接已被接受，却没有任何动静",
    text: "`REFER` 得到了 200 或 202，结果必须在带 sipfrag 消息体的 `NOTIFY` 中到来。看有没有 `NOTIFY`，其首行写了什么，以及它是否因转接方过早结束对话而得到 481。如果完全没有 `NOTIFY`：话机接下了指令，却没能发出新的 `INVITE`。",
    keywords: ["盲转失败", "refer 没有 notify", "202 accepted", "sipfrag", "转接卡住"],
  },
  transferFails: {
    title: "转接被拒绝",
    text: "看 `REFER` 的答复：603 表示话机或 PBX 不接受这个转接要求，481 表示 `To` 标签所指的通话在那里不存在，404 表示 `Refer-To` 中的目标不存在。咨询转接中，`Replaces` 必须按目标所知的方式指明通话，两个标签不能颠倒。",
    keywords: ["转接失败", "refer 被拒", "咨询转接", "replaces", "refer 603"],
  },
  ringsTwice: {
    title: "同一个呼叫在一台话机上响两遍",
    text: "同一个 `INVITE` 经两条路到达话机：同一台话机有两个绑定，或者振铃组与前转汇合。比较 `Call-ID`、`From` 标签和 `CSeq`：三者相同而 `branch` 不同，就是汇合的请求，话机应当以 482 答复第二个。删除旧的绑定。",
    keywords: ["重复振铃", "响两遍", "重复注册", "请求汇合", "两个 contact"],
  },
  forwardingLoops: {
    title: "前转的呼叫兜圈子",
    text: "两条前转规则互相指向对方，或者 PBX 把未知号码送回发来它的中继。代理服务器再次看到同一请求时答复 482，`Max-Forwards` 减到 0 时答复 483。经过 B2BUA，每绕一圈 `Call-ID` 都是新的，因此要数一秒内打往同一号码的呼叫。",
    keywords: ["呼叫环路", "前转环路", "检测到环路", "跳数过多", "路由环路", "max-forwards"],
  },
  holdOrVideoFails: {
    title: "通话中无法切换到保持、视频或传真",
    text: "通话中的第二个 `INVITE` 被拒绝，通话本身继续。488 或 606 表示双方没有共同的编解码器、图像格式或加密方式：阅读 `Warning` 头域。491 表示双方在同一时刻修改了会话：话机最多 4 s 后会自动再试。",
    keywords: ["保持失败", "reinvite 被拒", "视频切换失败", "t38", "传真", "glare", "488 not acceptable here"],
  },
  fastBusy: {
    title: "刚拨完号就是急促的忙音",
    text: "急促的忙音表示拥塞，而不是用户忙。看是哪台服务器答复、有多快：几毫秒内的 503 表示中继的通道全部占用，或服务器不接受任务；500 表示 PBX 故障或没有路由；404 表示号码没有匹配的路由。`Reason` 头域可能带有电话网的原因值。",
    keywords: ["快忙音", "急促忙音", "拥塞", "线路全忙", "中继中断", "fast busy"],
  },
  presenceStale: {
    title: "忙灯或他人的在线状态不更新",
    text: "`SUBSCRIBE` 已结束，而话机没有察觉。489 表示服务器没有该事件包，481 表示它已忘记该订阅，例如重启之后，412 表示 `PUBLISH` 在 `SIP-If-Match` 中指明的状态已不存在。查找带 `Subscription-State: terminated` 的 `NOTIFY`，以及之后新的 `SUBSCRIBE`。",
    keywords: ["blf 不亮", "在线状态不更新", "忙灯", "subscribe", "notify", "事件包"],
  },
  dtmfIgnored: {
    title: "对方的语音菜单对按键没有反应",
    text: "收发双方传送按键的方式不同。RFC 4733 要求双方的 SDP 中都有 `telephone-event`。对方不接受该类型或该 Info 包时，`INFO` 中的按键会以 415 或 469 被拒。以声音传送的按键在 G.729 之类的编解码器中会失真。在话机、PBX 和中继上设成同一种方式。",
    keywords: ["dtmf 无效", "ivr 按键没反应", "rfc2833", "telephone-event", "sip info", "按键识别不了"],
  },
  cutOffWhileDialling: {
    title: "号码还没拨完，呼叫就发出了",
    text: "话机的拨号计划匹配得太早，或位间定时器太短。484 表示服务器知道后面还应有数字，404 表示这个短号码不对应任何人。把 Request-URI 的用户部分与所拨的比较，然后在话机中加长匹配模式或位间定时器。",
    keywords: ["拨号计划", "位间超时", "号码不完整", "重叠拨号", "没拨完就呼出"],
  },
  worksOnTcpOnly: {
    title: "用 TCP 正常，用 UDP 失败",
    text: "消息大于一个数据包：带有许多编解码器或 `Identity` 头域的大 `INVITE` 超过 1300 字节而被分片，防火墙又丢弃了第二个分片。主叫反复重发直到 408，或者服务器答复 513。查找 IP 分片。使用 TCP 或 TLS，或减少所提议的编解码器。",
    keywords: ["udp 分片", "invite 太大", "mtu", "tcp 正常 udp 失败", "收不到 invite", "消息太大"],
  },
} as const satisfies Texts["symptoms"];
